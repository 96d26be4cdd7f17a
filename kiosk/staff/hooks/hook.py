"""What a hook is, what it is told, and how it fails."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from kiosk.protocol import PageView
from kiosk.staff.errors import StaffError

TRY_S = 10.0
"""How long one try may take, seconds."""
NOT_YET = "not connected yet"
"""The trouble of a hook that has just been started."""


class Kind(StrEnum):
    """What happened to a call: it began to ring (anew, or further up), or it needs nobody's attention any more."""

    RING = "ring"
    CALM = "calm"


@dataclass(frozen=True, slots=True)
class News:
    """One thing to announce: `page` is the call as it was a moment before; (round, step) is the ring it is about."""

    key: str
    kind: Kind
    page: PageView
    round: int
    step: int


class HookError(StaffError):
    """A try did not succeed: the text says why, fit for the store's staff, without secrets or a shopper's words."""

    def __init__(self, detail: str, wait_s: float = 0.0) -> None:
        """`wait_s`: for how long the destination asked to be left alone, seconds."""
        super().__init__(detail)
        self.wait_s = wait_s


class Gone(HookError):  # noqa: N818  reads as what happened
    """The destination wants nothing any more: no further try is made until the kiosk is started again."""


class Hook(Protocol):
    """One place where calls ring."""

    @property
    def name(self) -> str:
        """As in the health of the kiosk and the outbox's file: mqtt, webhook ..."""
        ...

    @property
    def try_s(self) -> float:
        """How long one try may take, seconds."""
        ...

    def wants(self, news: News) -> bool:
        """Whether this is announced here at all."""
        ...

    async def run(self, changed: Callable[[], None]) -> None:
        """What goes on beside announcing, until cancelled; `changed` is called when `trouble` or `note` has."""
        ...

    async def send(self, news: News) -> str:
        """Announce. On return the destination has it; the name is that of somebody who takes the call, as it said,
        mostly empty. Raises HookError."""
        ...

    @property
    def trouble(self) -> str:
        """What is wrong although nothing is being sent; empty if nothing is."""
        ...

    @property
    def note(self) -> str:
        """What the store's staff should know although it works; empty if nothing."""
        ...


def facts(news: News, *, words: bool) -> dict[str, Any]:
    """What is told of a call to other programs. Nothing of what the shopper said or asked about, unless `words`."""
    page = news.page
    told: dict[str, Any] = {
        "key": news.key,
        "kind": news.kind.value,
        "id": page.id,
        "state": page.state,
        "round": news.round,
        "step": news.step,
        "kiosk": page.kiosk,
        "place": page.place,
        "reason": page.reason,
        "department": page.department,
        "urgent": page.priority == "urgent",
        "callers": page.callers,
        "language": page.language,
        "since": page.created_at,
        "claimed_by": page.claimed_by,
        "only": page.only,
    }
    if words:
        told["words"] = page.words
        told["product"] = None if page.product is None else {"sku": page.product.sku, "name": page.product.name}
    return told


def as_json(told: dict[str, Any]) -> bytes:
    """One line of UTF-8."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
