# ruff: noqa: N815  names that QML sees
"""The store as the screen knows it: its name, its departments and offers, its floor, and how the kiosk's parts are."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk import protocol as p
from kiosk.screen import plain
from kiosk.screen.directions import directions
from kiosk.screen.link import Link
from kiosk.screen.way import Walks

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

REFRESH_MS = 300_000
"""How often offers and opening hours are asked for again, milliseconds."""
DEFAULT_IDLE_S = 60.0


@QmlElement
@QmlSingleton
class Store(QObject):
    """What does not belong to a shopper. Survives the loss of the engine with what it last knew."""

    changed = Signal()
    healthChanged = Signal()
    floorChanged = Signal()
    infoChanged = Signal()

    def __init__(self, link: Link, parent: QObject | None = None, wall: Callable[[], float] = time.time) -> None:
        """`wall`: the time of day, seconds since 1970."""
        super().__init__(parent)
        self._link = link
        self._wall = wall
        self._welcome: p.Welcome | None = None
        self._phones: int | None = None
        self._on_shift: int | None = None
        self._online = False
        self._parts: dict[str, str] = {}
        self._heard = False
        self._home: dict[str, Any] = {}
        self._floor: dict[str, Any] = {}
        self._info: dict[str, Any] = {}
        self._plan: p.FloorMapReply | None = None
        self._walks: Walks | None = None
        self._refresh = QTimer(self, interval=REFRESH_MS)
        self._refresh.timeout.connect(self.refresh)
        link.opened.connect(self.greet)
        link.closed.connect(self._on_closed)
        link.pushed.connect(self._on_pushed)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("store")
        return part

    @property
    def idle_s(self) -> float:
        """Seconds without a touch after which a visit ends, as the engine is set up."""
        return self._welcome.idle_s if self._welcome else DEFAULT_IDLE_S

    @property
    def language(self) -> str:
        """The one that the catalog is written in."""
        return self._welcome.languages[0] if self._welcome and self._welcome.languages else "en"

    @property
    def screen_languages(self) -> list[str]:
        """What shoppers may choose for the screen, the usual one first; empty before the engine has said."""
        return list(self._welcome.screen_languages) if self._welcome else []

    @property
    def answers_in(self) -> list[str]:
        """The languages of the assistant; empty before the engine has said."""
        return list(self._welcome.answers_in) if self._welcome else []

    @property
    def look(self) -> str:
        """The look that the operator chose, empty for none."""
        return self._welcome.look if self._welcome else ""

    @property
    def talks(self) -> bool:
        """The kiosk can speak."""
        return self._get_speech() == "working"

    @property
    def walks(self) -> Walks | None:
        """All walks on the floor; None before the plan is known."""
        return self._walks

    def _get_online(self) -> bool:
        return self._online

    def _get_known(self) -> bool:
        return self._welcome is not None

    def _get_name(self) -> str:
        return plain.text(self._welcome.store, 80) if self._welcome else ""

    def _get_place(self) -> str:
        return plain.text(self._welcome.place, 80) if self._welcome else ""

    def _get_kiosk(self) -> str:
        return plain.text(self._welcome.kiosk, 80) if self._welcome else ""

    def _get_currency(self) -> str:
        return self._welcome.currency if self._welcome else "USD"

    def _get_prints(self) -> bool:
        return self._welcome is not None and self._welcome.prints

    def _get_phones(self) -> int:
        return -1 if self._phones is None else self._phones

    def _get_on_shift(self) -> int:
        return -1 if self._on_shift is None else self._on_shift

    def _get_open_until(self) -> str:
        return self._home.get("open_until") or ""

    def _get_opens_at(self) -> str:
        return self._home.get("opens_at") or ""

    def _get_wake_word(self) -> str:
        return self._welcome.wake_word.replace("_", " ").title() if self._welcome else ""

    def _get_info(self) -> dict[str, Any]:
        return self._info

    def _get_hours_known(self) -> bool:
        return bool(self._home)

    def _get_departments(self) -> list[Any]:
        return list(self._home.get("departments", []))

    def _get_offers(self) -> list[Any]:
        return list(self._home.get("offers", []))

    def _get_popular(self) -> list[Any]:
        return list(self._home.get("popular", []))

    def _get_floor(self) -> dict[str, Any]:
        return self._floor

    def _get_hearing(self) -> str:
        return _together(self._parts, "microphone", "stt")

    def _get_heard(self) -> bool:
        return self._heard

    def _get_speech(self) -> str:
        return _together(self._parts, "speaker", "tts")

    def _get_down(self) -> list[str]:
        return [name for name, state in self._parts.items() if state == "down"]

    online = Property(bool, _get_online, notify=changed)
    """The engine is there and has said hello."""
    known = Property(bool, _get_known, notify=changed)
    """The engine has been there since the screen started."""
    name = Property(str, _get_name, notify=changed)
    place = Property(str, _get_place, notify=changed)
    kiosk = Property(str, _get_kiosk, notify=changed)
    currency = Property(str, _get_currency, notify=changed)
    prints = Property(bool, _get_prints, notify=changed)
    """There is a printer for lists."""
    phones = Property(int, _get_phones, notify=changed)
    """On how many phones of staff a call is seen right now; -1 if that is not known."""
    onShift = Property(int, _get_on_shift, notify=changed)
    """How many associates are on shift right now; -1 if that is not known."""
    openUntil = Property(str, _get_open_until, notify=changed)
    """HH:MM, empty when closed now."""
    opensAt = Property(str, _get_opens_at, notify=changed)
    """YYYY-MM-DDTHH:MM when closed now, empty if not known."""
    wakeWord = Property(str, _get_wake_word, notify=changed)
    """What begins a visit when it is said, empty for nothing."""
    info = Property(dict, _get_info, notify=infoChanged)
    """A protocol.StoreInfoReply, empty before it was first asked for."""
    hoursKnown = Property(bool, _get_hours_known, notify=changed)
    departments = Property(list, _get_departments, notify=changed)
    offers = Property(list, _get_offers, notify=changed)
    popular = Property(list, _get_popular, notify=changed)
    floor = Property(dict, _get_floor, notify=floorChanged)
    """A protocol.FloorMapReply with `here`, the id of this kiosk's fixture; empty before the first reply."""
    hearing = Property(str, _get_hearing, notify=healthChanged)
    """working, starting or absent: whether shoppers can talk to the kiosk."""
    heard = Property(bool, _get_heard, notify=healthChanged)
    """Shoppers could talk to the kiosk before, since the screen started: that they cannot now will pass."""
    speech = Property(str, _get_speech, notify=healthChanged)
    """working, starting or absent: whether the kiosk can talk."""
    down = Property(list, _get_down, notify=healthChanged)
    """Names of the parts that should work and do not."""

    @Slot(result=float)
    def now(self) -> float:
        """The time of day, milliseconds since 1970."""
        return self._wall() * 1000

    @Slot()
    def refresh(self) -> None:
        """Ask for departments, offers and hours again."""
        self._link.request(p.Home, self._on_home, session="")

    @Slot()
    def learn(self) -> None:
        """Ask for what the page on the store shows."""
        self._link.request(p.StoreInfo, self._on_info)

    @Slot(str, str, result=list)
    def way(self, aisle: str, bay: str) -> list[dict[str, float]]:
        """Corners (x, y, metres) of the walk from this kiosk to a bay; empty if there is none."""
        corners = self._walks.way(aisle, bay) if self._walks else []
        return [{"x": x, "y": y} for x, y in corners]

    @Slot(str, str, result=list)
    def directions(self, aisle: str, bay: str) -> list[dict[str, Any]]:
        """The same walk in words: see `directions.Instruction`."""
        goal = self._walks.bay(aisle, bay) if self._walks else None
        if self._walks is None or self._plan is None or goal is None:
            return []
        told = directions(self._walks.way(aisle, bay), self._plan, goal)
        return [{**asdict(one), "label": plain.text(one.label, 60)} for one in told]

    def greet(self) -> None:
        """Ask the engine for what it says at first."""
        self._link.request(p.Hello, self._on_welcome, role="screen")

    def _on_closed(self) -> None:
        self._online = False
        self._refresh.stop()
        self.changed.emit()

    def _on_welcome(self, reply: p.Reply) -> None:
        if not isinstance(reply, p.Welcome):
            return
        self._welcome = reply
        self._phones, self._on_shift = reply.phones, reply.on_shift
        self._online = True
        self._take_health(reply.health)
        self.changed.emit()
        self.refresh()
        self._refresh.start()
        if not self._floor:
            self._link.request(p.FloorMap, self._on_floor)

    def _on_home(self, reply: p.Reply) -> None:
        if isinstance(reply, p.HomeReply):
            self._home = plain.values(reply)
            self.changed.emit()

    def _on_info(self, reply: p.Reply) -> None:
        if isinstance(reply, p.StoreInfoReply):
            self._info = plain.values(reply)
            self.infoChanged.emit()

    def _on_floor(self, reply: p.Reply) -> None:
        if isinstance(reply, p.FloorMapReply):
            self._plan = reply
            self._walks = Walks(reply, self._get_kiosk())
            spot = self._walks.here
            self._floor = {**plain.values(reply), "here": spot.id if spot else ""}
            self.floorChanged.emit()

    def _on_pushed(self, message: p.Push) -> None:
        if isinstance(message, p.HealthChanged):
            self._take_health(message.parts)
        elif isinstance(message, p.Staffed):
            self._phones, self._on_shift = message.phones, message.on_shift
            self.changed.emit()

    def _take_health(self, parts: list[p.PartHealth]) -> None:
        self._parts = {part.name: part.state for part in parts}
        self._heard = self._heard or self._get_hearing() == "working"
        self.healthChanged.emit()


def _together(parts: dict[str, str], device: str, worker: str) -> str:
    """State of something that needs a device and a worker. What was never named is absent; a device that is not known
    yet is as the process that holds it."""
    states = (parts.get(device, parts.get("audio", "absent")), parts.get(worker, "absent"))
    if all(state == "working" for state in states):
        return "working"
    # A part that is down is being started again by the engine.
    return "absent" if "absent" in states else "starting"
