"""What shoppers ask, by kind, each with a sensible answer. `python -m tests.local_catalog.everyday` prints shares."""
