"""`python -m kiosk.staff.hooks`: let calls ring where the settings say, until told to stop."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from collections.abc import Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk import discreet, protocol
from kiosk.settings import Settings, SettingsError, load
from kiosk.staff.hooks.engine import LinkedEngine
from kiosk.staff.hooks.health import Told
from kiosk.staff.hooks.keeper import Keeper
from kiosk.staff.hooks.runner import Runner
from kiosk.staff.hooks.setup import hooks
from kiosk.staff.link import EngineLink

if TYPE_CHECKING:
    from kiosk.staff.hooks.hub import HubLink


def main() -> int:
    """Exit code: 0 when stopped, 2 when it could not start, with one line that says why."""
    options = _options()
    discreet.set_up("%(levelname)s %(name)s: %(message)s")
    try:
        settings = load()
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    asyncio.run(_serve(options, settings))
    return 0


async def _serve(options: argparse.Namespace, settings: Settings) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(discreet.task_failed)
    runners: set[Runner] = set()

    def woken() -> None:
        for runner in runners:
            runner.wake()
        if hub is not None:
            hub.wake()

    def live(_welcome: protocol.Welcome, _pages: list[protocol.PageView]) -> None:
        engine.live(True)
        told.wake()
        woken()

    def pushed(push: protocol.Push) -> None:
        if isinstance(push, protocol.PageChanged):
            woken()

    link = EngineLink(options.socket, on_push=pushed, role="hooks")
    engine = LinkedEngine(link, options.data)
    told = Told(link)
    hub = _hub(settings, options.data, link, engine, told)
    keep = Keeper(options.data, engine, told.tell, runners, None if hub is None else hub.has)
    jobs: list[Coroutine[Any, Any, object]] = [
        link.run(live, lambda: engine.live(False), lambda _parts: None),
        told.run(),
    ]
    jobs += [keep.hook(name, make) for name, make in hooks(settings, engine, _now)]
    if settings.staff.gateways.file is not None:
        jobs.append(keep.gateways(settings.staff.gateways, settings.language))
    if hub is not None:
        jobs.append(keep.hub(hub))
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    work = [loop.create_task(job) for job in (stop.wait(), *jobs)]
    done, others = await asyncio.wait(work, return_when=asyncio.FIRST_COMPLETED)
    for task in others:
        task.cancel()
    await asyncio.wait(others)
    for task in done:
        task.result()


def _hub(settings: Settings, folder: Path, link: EngineLink, engine: LinkedEngine, told: Told) -> HubLink | None:
    """The way to the store's hub, if another machine is that."""
    if not settings.staff.hub.url:
        return None
    from kiosk.staff.hooks.hub import HubLink

    return HubLink(settings.staff.hub, settings.kiosk.name, folder, link, engine, _now, told.tell)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m kiosk.staff.hooks", description="Let calls ring elsewhere, too.")
    parser.add_argument("--socket", type=Path, required=True, help="the engine's local socket")
    parser.add_argument("--data", type=Path, required=True, help="folder with the accounts and the outboxes")
    return parser.parse_args()


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
