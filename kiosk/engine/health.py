"""How every part of a kiosk is, and who is told when that changes."""

from __future__ import annotations

import threading
from collections.abc import Callable

from kiosk.protocol import PartHealth


class Health:
    """The record of the parts' health. May be used from any thread; `on_health` gets each change on the same one."""

    def __init__(self, on_health: Callable[[PartHealth], None]) -> None:
        self._on_health = on_health
        self._health: dict[str, PartHealth] = {}
        self._lock = threading.Lock()

    def health(self) -> list[PartHealth]:
        """How every part is, by name."""
        with self._lock:
            return [self._health[name] for name in sorted(self._health)]

    def is_working(self, name: str) -> bool:
        part = self._health.get(name)
        return part is not None and part.state == "working"

    def tell(self, name: str, state: str, detail: str = "") -> None:
        """Put on record how a part is, and tell of it if that is news."""
        part = PartHealth(name=name, state=state, detail=detail)
        with self._lock:
            if self._health.get(name) == part:
                return
            self._health[name] = part
        self._on_health(part)
