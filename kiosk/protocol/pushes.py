"""What the engine tells unasked, to every connection of the role it is meant for."""

from __future__ import annotations

from kiosk.protocol.base import Message
from kiosk.protocol.replies import Answer
from kiosk.protocol.values import PageView, PartHealth


class Push(Message, frozen=True, kw_only=True):
    pass


class HealthChanged(Push, frozen=True, kw_only=True):
    parts: list[PartHealth]


class Listening(Push, frozen=True, kw_only=True):
    """state: listening, open (the kiosk speaks, but hears who cuts in), thinking, idle, failed. level: loudness 0 to 1
    while listening. detail, when idle or failed: nothing_heard, microphone, recogniser, no_session; too_loud when what
    was heard was louder than the microphone can take. When it begins to listen: language if the shopper's is not one
    that can be heard here."""

    session: str
    state: str
    level: float = 0.0
    detail: str = ""


class Caption(Push, frozen=True, kw_only=True):
    """What was heard so far; `final` when the question is complete."""

    session: str
    text: str
    final: bool = False


class DidYouSay(Push, frozen=True, kw_only=True):
    """What was heard is not sure: what it may have been, most likely first. The shopper taps one, which is then asked
    (`Ask`), or says yes, one of them, or something else, to which the kiosk listens."""

    session: str
    choices: list[str]


class Woken(Push, frozen=True, kw_only=True):
    """The wake word was said: the screen begins a session, if there is none, and listens."""


class Answered(Push, frozen=True, kw_only=True):
    """The answer to a spoken question (no request asked for it)."""

    session: str
    answer: Answer


class Sentence(Push, frozen=True, kw_only=True):
    """One sentence of an answer on its way; the answer's `say` begins with all of them, joined by blanks. Most answers
    come at once and have none. `asked` is the id of the `Ask`, 0 for a spoken question; `number` counts from 1."""

    session: str
    asked: int
    number: int
    text: str


class Speaking(Push, frozen=True, kw_only=True):
    """The kiosk speaks (on) or fell silent."""

    session: str
    on: bool


class Scanned(Push, frozen=True, kw_only=True):
    """A scanner at a serial port read a code."""

    code: str


class Staffed(Push, frozen=True, kw_only=True):
    """On how many phones calls for staff are seen right now; None while the staff page is not there to tell. How many
    associates are on shift; None where no roster tells."""

    phones: int | None
    on_shift: int | None = None


class PageChanged(Push, frozen=True, kw_only=True):
    """A page was made or took a step. Screens get those of their own kiosk, once for each shopper; staff and hooks get
    all."""

    page: PageView
