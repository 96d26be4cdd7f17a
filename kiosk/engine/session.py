"""One shopper's visit, in memory."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.assistant import Conversation, Turn
from kiosk.shoppers import OpenSession


@dataclass(frozen=True, slots=True)
class Told:
    """One answer of a session."""

    turn: Turn
    names: tuple[str, ...]
    """What of it is in the catalog's language and not the shopper's."""


@dataclass(slots=True)
class Session:
    """See the module."""

    record: OpenSession
    """As it is on disk, or is to be once the disk takes it."""
    conversation: Conversation
    started: float
    """Monotonic seconds."""
    answers: dict[str, Told] = field(default_factory=dict)
    """By the ids of their turns, in their order."""
    missed: str = ""
    """What was typed last and not found, until it is known whether the shopper typed on."""

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def language(self) -> str:
        return self.record.language

    @property
    def last(self) -> Told | None:
        return next(reversed(self.answers.values()), None)
