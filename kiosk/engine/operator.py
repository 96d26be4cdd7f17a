"""What an operator does at the kiosk, once inside: looks, chooses, starts parts anew, takes logs away, closes it."""

from __future__ import annotations

import asyncio
import logging
import platform
import shutil
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any, TypeVar

import msgspec

from kiosk import insight, protocol
from kiosk.engine import choices, logs
from kiosk.engine.core import Core
from kiosk.engine.door import Door, Refused
from kiosk.engine.errors import RequestError
from kiosk.engine.parts import Parts
from kiosk.engine.staff_door import operators_invite
from kiosk.settings import Settings
from kiosk.staff import StaffError, devices, invites
from kiosk.theme import LOOKS
from local_catalog import CatalogError
from local_catalog.sync import CatalogFolder

log = logging.getLogger(__name__)
T = TypeVar("T")

ENGINE = "engine"
SCREEN = "screen"
"""Ends itself once it is told that it may, and is started again by whoever supervises it."""

Handler = Callable[[Any], Coroutine[Any, Any, protocol.Reply]]


@dataclass(frozen=True, slots=True)
class House:
    """What of the engine the operator reaches."""

    settings: Settings
    core: Core
    parts: Parts
    recent: logs.Recent
    loudness: Callable[[float], None]
    """How loud the next shopper first hears the kiosk."""
    start_anew: Callable[[], None]
    """The engine ends, and whoever supervises it starts it again."""


def _now() -> datetime:
    return datetime.now(UTC)


class Operator:
    """Answers an operator's requests. Its methods are for the event loop."""

    def __init__(self, house: House, clock: Callable[[], datetime] = _now) -> None:
        self._house = house
        self._clock = clock
        self._started = clock()
        self._door = Door(house.settings.data_dir, clock)
        self.chosen = choices.load(house.settings)
        if self.chosen.volume is not None:
            house.loudness(self.chosen.volume)

    def handlers(self) -> dict[type[protocol.Request], Handler]:
        """What answers each kind of request; all but the first want a ticket."""
        inside: dict[type[protocol.Request], Callable[[Any], Awaitable[protocol.Reply]]] = {
            protocol.OperatorLook: self._look,
            protocol.OperatorChoose: self._choose,
            protocol.OperatorRestart: self._restart,
            protocol.OperatorInvite: self._invite,
            protocol.OperatorExport: self._export,
            protocol.OperatorExit: self._exit,
            protocol.OperatorClose: self._close,
        }

        def guarded(answer: Callable[[Any], Awaitable[protocol.Reply]]) -> Handler:
            async def handle(request: protocol.OperatorRequest) -> protocol.Reply:
                if not self._door.admits(request.ticket):
                    raise RequestError("refused", "the operator's page was closed; give the PIN again")
                return await answer(request)

            return handle

        return {protocol.OperatorOpen: self._open, **{kind: guarded(answer) for kind, answer in inside.items()}}

    def languages(self) -> list[str]:
        """That shoppers may choose: of the screen's, those the operator left, and never none."""
        store = self._house.core.languages
        return [language for language in store if language in self.chosen.languages] or store

    async def _open(self, request: protocol.OperatorOpen) -> protocol.Reply:
        try:
            ticket = await asyncio.to_thread(self._door.open, request.pin)
        except Refused as refused:
            await self._note(refused.why)
            return protocol.OperatorRefused(id=request.id, why=refused.why, wait_s=refused.wait_s)
        except OSError as error:
            log.error("the operator's PIN cannot be checked: %s", error.strerror or error)
            raise RequestError("unavailable", f"{error.filename}: cannot be written ({error.strerror})") from error
        await self._note("open")
        return protocol.OperatorOpened(id=request.id, ticket=ticket)

    async def _look(self, request: protocol.OperatorLook) -> protocol.Reply:
        settings, core = self._house.settings, self._house.core
        info, volume = core.catalog.info, self.chosen.volume
        return protocol.OperatorReply(
            id=request.id,
            version=version("aislewise"),
            kiosk=settings.kiosk.name,
            place=settings.kiosk.place,
            started_at=self._started.isoformat(timespec="seconds"),
            parts=self._house.parts.health(),
            restarts=list(self._restarts()),
            phones=_phones(settings),
            inviting=invites.waiting(settings.data_dir, self._clock()),
            catalog_version=info.version,
            catalog_synced_at=info.synced_at.isoformat(timespec="seconds"),
            catalog_age_s=max(0, round((self._clock() - info.synced_at).total_seconds())),
            products=info.products,
            hq_reached=await asyncio.to_thread(_hq_reached, settings),
            volume=settings.voice.volume if volume is None else volume,
            languages=core.languages,
            chosen_languages=self.languages(),
            look=self.chosen.look,
            places=[
                protocol.ExportPlace(path=str(place.path), name=place.name) for place in logs.places(settings.data_dir)
            ],
            disk_free=shutil.disk_usage(settings.data_dir).free,
        )

    async def _choose(self, request: protocol.OperatorChoose) -> protocol.Reply:
        chosen = self.chosen
        if request.volume is not None:
            low, high = choices.LOUDNESS
            if not low <= request.volume <= high:
                raise RequestError("bad_request", f"the volume goes from {low:g} to {high:g}")
            chosen = replace(chosen, volume=request.volume)
        if request.languages is not None:
            store = self._house.core.languages
            wanted = tuple(language for language in store if language in request.languages)
            if not wanted or len(wanted) != len(set(request.languages)):
                raise RequestError("bad_request", f"choose at least one of {', '.join(store)}")
            chosen = replace(chosen, languages=wanted)
        if request.look is not None:
            if request.look not in LOOKS:
                raise RequestError("bad_request", f"a look is one of {', '.join(LOOKS)}")
            chosen = replace(chosen, look=request.look)
        try:
            await asyncio.to_thread(choices.save, self._house.settings, chosen)
        except OSError as error:
            raise RequestError("unavailable", f"that could not be kept ({error.strerror})") from error
        self.chosen = chosen
        if chosen.volume is not None:
            self._house.loudness(chosen.volume)
        await self._note("choose")
        return protocol.Done(id=request.id)

    def _restarts(self) -> dict[str, Callable[[], None]]:
        return {**self._house.parts.restarts(), SCREEN: lambda: None, ENGINE: self._house.start_anew}

    async def _restart(self, request: protocol.OperatorRestart) -> protocol.Reply:
        again = self._restarts().get(request.part)
        if again is None:
            raise RequestError("not_found", f"there is no part {request.part[:40]!r} to be started anew")
        await self._note(f"restart:{request.part}")
        # The reply goes out first: with the engine, the connection ends too.
        asyncio.get_running_loop().call_later(0.2, again)
        return protocol.Done(id=request.id)

    async def _invite(self, request: protocol.OperatorInvite) -> protocol.Reply:
        try:
            made = await asyncio.to_thread(operators_invite, self._house.settings, request.id, self._clock())
        except StaffError as error:
            raise RequestError("unavailable", str(error)) from error
        await self._note("invite")
        return made

    async def _export(self, request: protocol.OperatorExport) -> protocol.Reply:
        settings = self._house.settings
        place = next((p for p in logs.places(settings.data_dir) if str(p.path) == request.path), None)
        if place is None:
            raise RequestError("not_found", "that memory stick is no longer there")
        events = await self._on_core(lambda: list(logs.events(self._house.core.events)))
        name = f"aislewise-logs-{_file_name(settings.kiosk.name)}-{self._clock().astimezone():%Y-%m-%d-%H%M%S}"
        about = await self._about()
        try:
            path = await asyncio.to_thread(logs.export, place.path, name, about, events, self._house.recent.lines())
        except OSError as error:
            raise RequestError("unavailable", f"{place.path}: cannot be written ({error.strerror})") from error
        await self._note("export")
        return protocol.OperatorExported(id=request.id, path=str(path))

    async def _about(self) -> dict[str, Any]:
        settings, info = self._house.settings, self._house.core.catalog.info
        return {
            "aislewise": version("aislewise"),
            "kiosk": settings.kiosk.name,
            "place": settings.kiosk.place,
            "written_at": self._clock().isoformat(timespec="seconds"),
            "started_at": self._started.isoformat(timespec="seconds"),
            "machine": f"{platform.platform()}, Python {platform.python_version()}",
            "disk_free": shutil.disk_usage(settings.data_dir).free,
            "catalog": {"version": info.version, "synced_at": info.synced_at.isoformat(), "products": info.products},
            "hq_reached": await asyncio.to_thread(_hq_reached, settings),
            "chosen": asdict(self.chosen),
            "parts": msgspec.to_builtins(self._house.parts.health()),
        }

    async def _exit(self, request: protocol.OperatorExit) -> protocol.Reply:
        await self._note("exit")
        self._door.shut()
        return protocol.Done(id=request.id)

    async def _close(self, request: protocol.OperatorClose) -> protocol.Reply:
        self._door.shut()
        return protocol.Done(id=request.id)

    async def _note(self, what: str) -> None:
        await self._on_core(lambda: self._house.core.record(insight.OperatorActed(what=what)))

    async def _on_core(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._house.core.core_thread, work)


def _phones(settings: Settings) -> int:
    try:
        return len(devices.devices(settings.data_dir))
    except StaffError:
        return 0


def _hq_reached(settings: Settings) -> str | None:
    """When HQ was last reached: empty for never, None where it is not asked."""
    if not settings.sync.url:
        return None
    try:
        return CatalogFolder(settings.catalogs_dir).status().checked_at or ""
    except CatalogError:
        return ""


def _file_name(kiosk: str) -> str:
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in kiosk).strip("-").lower() or "kiosk"
