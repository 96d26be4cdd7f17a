"""`python -m kiosk.engine.demo`: an engine for designers of the screen, which shows everything and needs nothing.

It is the real engine with the demo store, on one invented morning, without any of its workers: what a shopper would say
is written here, and so is what an associate does. Everything is as soon forgotten as it ends.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import signal
import tempfile
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path

import msgspec

from kiosk import protocol
from kiosk.engine import logs, paging
from kiosk.engine.core import Core
from kiosk.engine.door import set_pin
from kiosk.engine.errors import RequestError
from kiosk.engine.parts import Parts
from kiosk.engine.server import Engine
from kiosk.engine.sockets import make_socket_folder
from kiosk.engine.staff_door import drawn, rows
from kiosk.engine.state import open_state
from kiosk.settings import KioskSettings, Settings
from kiosk.staff import Page, Step
from local_catalog import Catalog, build_catalog, demo_source

PIN = "270918"
"""The operator's."""
ASSOCIATE = "Maya"
DAY = date(2026, 11, 16)
"""A Monday, so that the store is open and its offers run."""
NOW = datetime.combine(DAY, time(10, 30), UTC)
"""The demo store's time, which stands still."""
_STARTED = NOW - timedelta(hours=3)
_PARTS = ("llm", "audio", "microphone", "speaker", "stt", "tts", "staff")
_SAID = {
    "en": "where can I find oat milk",
    "es": "dónde está la leche de avena",
    "fr": "où est le lait d’avoine",
    "de": "wo finde ich Hafermilch",
    "ar": "أين أجد حليب الشوفان",
}
_WORD_S = 0.3
_LEVELS = (0.2, 0.6, 0.9, 0.4, 0.7, 0.3)
_STEP_S = 4.0


class DemoEngine(Engine):
    """Hears what is written here, and has every call answered by one associate. With `still` it stays at the first word
    and the first step, for pictures."""

    def __init__(self, settings: Settings, core: Core, parts: Parts, *, still: bool) -> None:
        super().__init__(settings, core, parts, logs.Recent())
        self._still = still
        self._hearing: asyncio.Task[None] | None = None
        self._handlers[protocol.Listen] = self._listen_as_written
        self._handlers[protocol.StopListening] = self._heard
        if still:
            self._operator_sees = self._handlers[protocol.OperatorLook]
            self._handlers[protocol.OperatorLook] = self._look_on_any_machine
            self._handlers[protocol.OperatorInvite] = self._invite_on_any_machine

    async def _listen_as_written(self, request: protocol.Listen) -> protocol.Reply:
        language = self.language(request.session)
        self._stop_hearing()
        self._hearing = asyncio.create_task(self._hear(request.session, _SAID.get(language, _SAID["en"])))
        return protocol.Done(id=request.id)

    async def _hear(self, session: str, text: str) -> None:
        self.push_screen(protocol.Listening(session=session, state="listening", level=_LEVELS[0]))
        words = text.split()
        for number in range(1, len(words) + 1):
            self.push_screen(protocol.Caption(session=session, text=" ".join(words[:number])))
            if self._still and number == len(words) // 2:
                return
            level = _LEVELS[number % len(_LEVELS)]
            self.push_screen(protocol.Listening(session=session, state="listening", level=level))
            await asyncio.sleep(_WORD_S)
        await self._answer_to(session, text)

    async def _answer_to(self, session: str, text: str) -> None:
        self.push_screen(protocol.Caption(session=session, text=text, final=True))
        self.push_screen(protocol.Listening(session=session, state="thinking"))
        with contextlib.suppress(RequestError):  # the shopper has left
            answer, _ = await self.ask(session, text, stream=False)
            self.push_screen(protocol.Answered(session=session, answer=answer))
        self.push_screen(protocol.Listening(session=session, state="idle"))

    async def _heard(self, request: protocol.StopListening) -> protocol.Reply:
        self._stop_hearing()
        if request.cancel:
            self.push_screen(protocol.Listening(session=request.session, state="idle"))
        else:
            said = _SAID.get(self.language(request.session), _SAID["en"])
            self._hearing = asyncio.create_task(self._answer_to(request.session, said))
        return protocol.Done(id=request.id)

    async def _look_on_any_machine(self, request: protocol.OperatorLook) -> protocol.Reply:
        """What the operator sees, without what is another's on each machine, at each hour and in each version."""
        seen = await self._operator_sees(request)
        if not isinstance(seen, protocol.OperatorReply):
            return seen
        return msgspec.structs.replace(
            seen,
            version="1.0",
            started_at=_STARTED.isoformat(),
            parts=[protocol.PartHealth(name=part.name, state=part.state) for part in seen.parts],
            catalog_version=f"{DAY:%Y%m%d}",
            catalog_synced_at=NOW.isoformat(),
            catalog_age_s=round((NOW - _STARTED).total_seconds()),
            places=[protocol.ExportPlace(path="/media/STICK", name="STICK")],
            phones=3,
            inviting=True,
            disk_free=48_000_000_000,
        )

    async def _invite_on_any_machine(self, request: protocol.OperatorInvite) -> protocol.Reply:
        """A code for a phone that is the same every time, and lets nobody in."""
        address, typed = "https://192.168.1.20:8765/join", "J4KM-7Q2X-9TBD"
        return protocol.OperatorInvited(
            id=request.id,
            code=rows(drawn(address, typed)),
            address=address,
            typed=typed,
            lasts_s=600,
            fingerprint=":".join(f"{byte:02X}" for byte in sha256(typed.encode()).digest()),
        )

    def _stop_hearing(self) -> None:
        if self._hearing is not None:
            self._hearing.cancel()

    def page_stepped(self, page: Page, steps: tuple[Step, ...]) -> None:
        """A new call is claimed, and somebody comes."""
        super().page_stepped(page, steps)
        if str(page.state) == "called" and not self._still:
            self._loop.call_soon_threadsafe(lambda: self._spawn(self._come(page.id)))

    async def _come(self, page: str) -> None:
        for step in ("claim", "coming"):
            await asyncio.sleep(_STEP_S)
            request = protocol.StepPage(id=0, page=page, step=step, who=ASSOCIATE)
            with contextlib.suppress(RequestError):  # it was cancelled
                await self._on_core(lambda request=request: self._core.calls.step(request))  # type: ignore[misc]


async def serve(path: Path, *, still: bool) -> None:
    """Serve the demo at this socket until SIGTERM or SIGINT. Raises SettingsError."""
    loop = asyncio.get_running_loop()
    with tempfile.TemporaryDirectory(prefix="aislewise-demo-") as folder:
        settings = Settings(data_dir=Path(folder), kiosk=KioskSettings(idle_s=600 if still else 60))
        set_pin(settings.data_dir, PIN)
        build_catalog(demo_source(), settings.catalog_file, today=DAY)
        catalog = Catalog.open(settings.catalog_file, clock=lambda: DAY)
        with open_state(settings.state_file) as connection:
            parts = Parts(settings, catalog, lambda name, event: None, lambda part: None)
            for name in _PARTS:
                parts.tell(name, "working")
            engine: DemoEngine | None = None

            def on_page(page: Page, steps: tuple[Step, ...]) -> None:
                if engine is not None:
                    engine.page_stepped(page, steps)

            core = Core(settings, catalog, connection, None, on_page=on_page, clock=lambda: NOW)
            engine = DemoEngine(settings, core, parts, still=still)
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number, engine.stop.set)
            make_socket_folder(path)
            server = await asyncio.start_unix_server(engine.client, path, limit=protocol.MAX_LINE)
            tidy = loop.create_task(paging.tidy(core.core_thread, core.tidy))
            look = loop.create_task(engine.look())
            await engine.stop.wait()
            tidy.cancel()
            look.cancel()
            server.close()
            engine.talk.close()
            core.close()
        catalog.close()


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m kiosk.engine.demo", description="The demo store's engine.")
    parser.add_argument("--socket", required=True, type=Path, metavar="PATH")
    parser.add_argument("--still", action="store_true", help="nothing goes on by itself, for pictures")
    given = parser.parse_args()
    # Without workers there is no voice, which the engine would complain of at each sentence.
    logging.basicConfig(level=logging.ERROR)
    path = given.socket.absolute()
    asyncio.run(serve(path, still=given.still))
    path.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
