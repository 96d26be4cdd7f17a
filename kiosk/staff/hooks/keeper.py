"""Keeps hooks going, whatever ends them, and looks again at files of the store's that could not be used."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.protocol import PartHealth
from kiosk.settings import GatewaySettings
from kiosk.staff import StaffError
from kiosk.staff.hooks.engine import Engine
from kiosk.staff.hooks.hook import Hook
from kiosk.staff.hooks.runner import Runner
from kiosk.staff.outbox import Outbox

if TYPE_CHECKING:
    from kiosk.staff.hooks.hub import HubLink  # who has no hub does not load it

log = logging.getLogger(__name__)

_RETRY_S = 5.0


class Keeper:
    """See the module."""

    def __init__(
        self,
        folder: Path,
        engine: Engine,
        tell: Callable[[PartHealth], None],
        runners: set[Runner],
        elsewhere: Callable[[str, int, int], Awaitable[bool]] | None = None,
    ) -> None:
        """`folder` is the data folder; `tell` gets how each hook is; `runners` are those that are at work;
        `elsewhere`: see Runner."""
        self._outboxes = folder / "outbox"
        self._engine = engine
        self._tell = tell
        self._runners = runners
        self._elsewhere = elsewhere

    async def hook(self, name: str, make: Callable[[], Hook]) -> None:
        """Keep one hook going until cancelled."""
        while True:
            try:
                hook = make()
            except StaffError as error:
                self._tell(PartHealth(name=name, state="down", detail=str(error)))
                await asyncio.sleep(_RETRY_S)
                continue
            await self._run(hook)
            await asyncio.sleep(_RETRY_S)

    async def gateways(self, settings: GatewaySettings, language: str) -> None:
        """Keep each line of the store's file going until cancelled."""
        from kiosk.staff.hooks.gateways import Gateway, addresses  # who has none does not load them

        while True:
            try:
                found = addresses(settings)
            except StaffError as error:
                self._tell(PartHealth(name="gateways", state="down", detail=str(error)))
                await asyncio.sleep(_RETRY_S)
                continue
            self._tell(PartHealth(name="gateways", state="working", detail=f"addresses: {len(found)}"))
            async with asyncio.TaskGroup() as tasks:
                for address in found:
                    make = lambda address=address: Gateway(address, settings, language)  # noqa: E731
                    tasks.create_task(self.hook(address.name, make))

    async def hub(self, hub: HubLink) -> None:
        """Keep the way to the hub going until cancelled."""
        while True:
            try:
                await hub.run()
            except StaffError as error:
                self._tell(PartHealth(name=hub.name, state="down", detail=str(error)))
            except Exception:
                log.exception("the way to the hub ended by an error and is begun anew")
            await asyncio.sleep(_RETRY_S)

    async def _run(self, hook: Hook) -> None:
        path = self._outboxes / f"{hook.name.replace(' ', '-')}.db"
        runner = Runner(hook, lambda: Outbox.open(path), self._engine, _now, self._tell, self._elsewhere)
        self._runners.add(runner)
        runner.wake()
        try:
            await runner.run()
        except Exception:
            log.exception("%s ended by an error and is begun anew", hook.name)
            self._tell(PartHealth(name=hook.name, state="down", detail="an error in this program; it is in the log"))
        finally:
            self._runners.discard(runner)


def _now() -> datetime:
    return datetime.now(UTC)
