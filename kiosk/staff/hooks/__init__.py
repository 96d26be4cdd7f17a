"""Where calls ring beyond the staff page: MQTT, a web server, a program, messengers. A process of its own.

Each hook is one file and one class, and has a `Runner` and an outbox to itself: one that hangs holds up no other.
"""

PART = "hook "
"""Before each hook's name where the parts of a kiosk are told: hook mqtt, hook webhook ..."""
