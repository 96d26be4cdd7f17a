"""`aislewise doctor` and `aislewise events`: how this kiosk is, and what happened on it."""

from __future__ import annotations

import shutil
import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from typing import Any

from kiosk import protocol
from kiosk.engine import staffing
from kiosk.engine.catalog import ready_catalog
from kiosk.engine.client import EngineAwayError, EngineClient
from kiosk.engine.parts import audio_worker, llm_worker, stt_worker, teach_vocabulary, tts_worker
from kiosk.engine.sound import pronunciations, vocabulary
from kiosk.engine.state import StateError, open_state
from kiosk.engine.taking import printer_trouble
from kiosk.engine.worker import WorkerError
from kiosk.insight import EventLog, Missed
from kiosk.protocol import PartHealth, WrongFact
from kiosk.settings import ScreenSettings, Settings, display_present, settings_file
from kiosk.staff import StaffError, certificates
from kiosk.staff.hooks import setup as hooks
from kiosk.theme import ThemeError, read_logo, read_theme
from local_catalog import Catalog, CatalogError
from local_catalog.sync import CatalogFolder

SETTLE_S = 30.0
FOLLOW_S = 0.5


def checkup(settings: Settings) -> Iterator[PartHealth]:
    """Every part, one after another. Asks the running engine; without one it tries each part itself."""
    yield _part("settings", "working", str(settings_file() or "all defaults, no file"))
    yield _screen()
    yield _theme(settings.screen)
    if settings.kiosk.printer:
        trouble = printer_trouble(settings.kiosk.printer)
        yield _part("printer", "down" if trouble else "working", trouble or settings.kiosk.printer)
    yield _certificate(settings)
    try:
        with EngineClient(settings.socket) as client:
            yield _part("engine", "working", f"serves {settings.socket}")
            yield from client.request(protocol.Health(id=client.next_id()), protocol.HealthReply).parts
            return
    except EngineAwayError:
        yield _part("engine", "absent", "not running; each part is tried by itself")
    try:
        catalog = ready_catalog(settings)
    except CatalogError as error:
        yield _part("catalog", "down", str(error))
        return
    info = catalog.info
    yield _part("catalog", "working", f"{catalog.store.name}, version {info.version}, {info.products} products")
    yield _sync(settings)
    yield _state(settings)
    yield from _workers(settings, catalog)
    yield _staff(settings)
    yield from hooks.check(settings)
    yield from staffing.check(settings.data_dir)
    catalog.close()


def events(settings: Settings, last: int, *, follow: bool) -> Iterator[dict[str, Any]]:
    """The newest events, oldest first, from the running engine or the state file; with `follow` also those to come.

    Raises EngineAwayError when it cannot go on following, StateError.
    """
    try:
        client = EngineClient(settings.socket)
    except EngineAwayError:
        if follow:
            raise
        with open_state(settings.state_file) as connection:
            log = EventLog(connection)
            yield from log.since(log.last(last), last or 1) if last else ()
        return
    with client:
        # A negative number asks for that many of the newest.
        request = protocol.EventsSince(id=client.next_id(), after=-max(last, 1), limit=max(last, 1))
        found = client.request(request, protocol.EventsReply).events
        yield from found if last else ()
        after = found[-1]["seq"] if found else 0
        while follow:
            request = protocol.EventsSince(id=client.next_id(), after=after)
            for event in client.request(request, protocol.EventsReply).events:
                after = event["seq"]
                yield event
            time.sleep(FOLLOW_S)


def missed(settings: Settings, days: int, limit: int) -> list[Missed]:
    """What was asked but not found in the last days, from the running engine or the state file. Raises StateError."""
    try:
        with EngineClient(settings.socket) as client:
            request = protocol.Missed(id=client.next_id(), days=days, limit=limit)
            queries = client.request(request, protocol.MissedReply).queries
            return [Missed(q.query, q.times, q.last) for q in queries]
    except EngineAwayError:
        with open_state(settings.state_file) as connection:
            return EventLog(connection).missed(datetime.now(UTC) - timedelta(days=days), limit)


def wrong(settings: Settings, days: int, limit: int) -> list[WrongFact]:
    """What shoppers reported as wrong in the last days, from the running engine or, without names, the state file.
    Raises StateError."""
    try:
        with EngineClient(settings.socket) as client:
            request = protocol.Wrong(id=client.next_id(), days=days, limit=limit)
            return client.request(request, protocol.WrongReply).facts
    except EngineAwayError:
        with open_state(settings.state_file) as connection:
            found = EventLog(connection).reported(datetime.now(UTC) - timedelta(days=days), limit)
            return [WrongFact(sku=r.sku, name="", what=r.what, times=r.times, last=r.last) for r in found]


def _part(name: str, state: str, detail: str) -> PartHealth:
    return PartHealth(name=name, state=state, detail=detail)


def _screen() -> PartHealth:
    if find_spec("PySide6") is None:
        return _part("screen", "down", "Qt is not installed; run ./packaging/run once")
    if display_present():
        return _part("screen", "working", "on this machine's display")
    missing = [name for name in ("Xvfb", "x11vnc") if shutil.which(name) is None]
    if missing:
        return _part("screen", "down", f"no display, and {' and '.join(missing)} not installed")
    return _part("screen", "working", "no display here: on a virtual screen, over VNC on loopback")


def _theme(screen: ScreenSettings) -> PartHealth:
    try:
        theme = read_theme(screen.theme, screen.colour)
        logo = read_logo(screen.logo) if screen.logo else None
    except ThemeError as error:
        return _part("theme", "down", str(error))
    whose = str(screen.theme) if screen.theme else f"the colour {screen.colour}" if screen.colour else "the kiosk's own"
    return _part("theme", "working", f"{whose}, {theme.family}, {f'logo {logo}' if logo else 'no logo'}")


def _sync(settings: Settings) -> PartHealth:
    if not settings.sync.url:
        return _part("sync", "absent", "no address of HQ in the settings")
    try:
        status = CatalogFolder(settings.catalogs_dir).status()
    except CatalogError as error:
        return _part("sync", "down", str(error))
    if not status.trusted:
        return _part("sync", "down", "no trusted key of HQ; give it with `aislewise catalog trust`")
    served = f"version {status.current.version}" if status.current else "no version yet"
    return _part("sync", "working", f"{served}, HQ last reached {status.checked_at or 'never'}")


def _state(settings: Settings) -> PartHealth:
    try:
        with open_state(settings.state_file) as connection:
            EventLog(connection)
    except StateError as error:
        return _part("state", "down", str(error))
    return _part("state", "working", str(settings.state_file))


def _workers(settings: Settings, catalog: Catalog) -> Iterator[PartHealth]:
    workers = [llm_worker(settings)]
    if settings.voice.enabled:
        workers += [stt_worker(settings, catalog), tts_worker(settings), audio_worker(settings)]
    for worker in workers:
        worker.start()
    try:
        for worker in workers:
            worker.wait_settled(SETTLE_S)
            state = "down" if worker.state == "starting" else worker.state
            detail = worker.detail
            if worker.name == "stt" and state == "working":
                try:
                    said, wrong = pronunciations(settings)
                    teach_vocabulary(worker, vocabulary(catalog, said))
                    detail = f"{detail}: {wrong}" if wrong else detail
                except WorkerError as error:
                    state, detail = "down", error.detail
            if worker.name != "audio" or state != "working":
                yield _part(worker.name, state, detail)
                continue
            for device in ("microphone", "speaker"):
                found = worker.info.get(device)
                why = str(found or worker.info.get("detail") or "none found: the kiosk works by touch")
                yield _part(device, "working" if found else "absent", why)
    finally:
        for worker in workers:
            worker.stop()


def _certificate(settings: Settings) -> PartHealth:
    staff, now = settings.staff, datetime.now(UTC)
    try:
        files = certificates.chosen(settings.data_dir, staff.certificate, staff.key)
        if files is None:
            return _part("certificate", "absent", "phones come by plain HTTP; `aislewise staff certificate` makes one")
        certificates.context(files, now)
        ends = certificates.read(files).ends
    except StaffError as error:
        return _part("certificate", "down", str(error))
    return _part("certificate", "working", f"{(ends - now).days} days left, until {ends:%Y-%m-%d}")


def _staff(settings: Settings) -> PartHealth:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.staff.host, settings.staff.port))
        except OSError as error:
            where = f"{settings.staff.host}:{settings.staff.port}"
            return _part("staff", "down", f"{where} cannot be used ({error.strerror}); set AISLEWISE_STAFF__PORT")
    return _part("staff", "working", f"port {settings.staff.port} is free for the staff page")
