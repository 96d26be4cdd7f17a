# ruff: noqa: N815  names that QML sees
"""The conversation: what was said by both sides, the microphone, and whether the kiosk is speaking."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk import protocol as p
from kiosk.screen import plain
from kiosk.screen.link import Link
from kiosk.screen.rows import Row, Rows
from kiosk.screen.shopper import Shopper, failure
from kiosk.screen.store import Store

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

KEPT = 60
"""Turns kept on screen."""


@QmlElement
@QmlSingleton
class Talk(QObject):
    """Turns as rows: key, who (shopper, assistant, trouble), text, cards, suggestions, show, turn, rated, page,
    offer_staff, intent. Trouble rows carry the code of what went wrong as text; its sentence is the screen's.
    """

    changed = Signal()
    levelChanged = Signal()
    control = Signal(str)
    """A control action that the shopper asked for."""
    answered = Signal(dict)
    """The row of a new answer."""
    paged = Signal(object)
    """A PageView that came with an answer."""

    def __init__(self, link: Link, shopper: Shopper, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shopper = shopper
        self._store = store
        self._turns = Rows("key", self)
        self._next = 0
        self._reset()
        shopper.left.connect(self._on_left)
        link.closed.connect(self._on_closed)
        link.pushed.connect(self._on_pushed)

    @staticmethod
    def create(engine: QQmlEngine) -> QObject:
        """The one made by the application for this QML engine."""
        part: QObject = engine.property("talk")
        return part

    def _reset(self) -> None:
        self._listening = "idle"
        self._level = 0.0
        self._partial = ""
        self._pending = 0
        self._speaking = False

    def _get_turns(self) -> Rows:
        return self._turns

    def _get_listening(self) -> str:
        return self._listening

    def _get_level(self) -> float:
        return self._level

    def _get_partial(self) -> str:
        return self._partial

    def _get_thinking(self) -> bool:
        return self._pending > 0 or self._listening == "thinking"

    def _get_speaking(self) -> bool:
        return self._speaking

    turns = Property(Rows, _get_turns, constant=True)
    listening = Property(str, _get_listening, notify=changed)
    """idle, opening, listening, thinking or failed."""
    level = Property(float, _get_level, notify=levelChanged)
    """Loudness 0 to 1 while listening."""
    partial = Property(str, _get_partial, notify=changed)
    """What was heard so far."""
    thinking = Property(bool, _get_thinking, notify=changed)
    speaking = Property(bool, _get_speaking, notify=changed)

    @property
    def busy(self) -> bool:
        """Something is going on that counts as the shopper being there."""
        return self._speaking or self._pending > 0 or self._listening in ("opening", "listening", "thinking")

    @Slot(str, str)
    def ask(self, text: str, via: str) -> None:
        """Ask in words. via: typed, tapped or scanned."""
        text = plain.text(text, plain.MAX_TYPED).strip()
        if not text:
            return
        self._quiet()
        self._add(who="shopper", text=text)
        self._pending += 1
        self.changed.emit()
        self._shopper.request(p.Ask, self._on_answer, text=text, via=via, speak=self._store.talks)

    @Slot()
    def listen(self) -> None:
        """Open the microphone for one question."""
        if self._listening in ("opening", "listening", "thinking"):
            return
        self._partial = ""
        self._level = 0.0
        self._set_listening("opening")
        self._shopper.request(p.Listen, self._on_listen)

    @Slot()
    def finish(self) -> None:
        """What was said so far is the question."""
        if self._listening in ("opening", "listening"):
            self._shopper.request(p.StopListening)

    @Slot()
    def drop(self) -> None:
        """Close the microphone and drop what was said."""
        if self._listening in ("opening", "listening"):
            self._shopper.request(p.StopListening, cancel=True)
        if self._listening != "idle":
            self._partial = ""
            self._set_listening("idle")

    @Slot()
    def hush(self) -> None:
        """Stop speaking."""
        self._shopper.request(p.Hush)

    @Slot()
    def sayAgain(self) -> None:  # noqa: N802  a name of QML's
        """Say the last answer again."""
        self._shopper.request(p.Say)

    @Slot(str, bool, str)
    def rate(self, turn: str, good: bool, why: str) -> None:
        """Thumbs for an answer. why: wrong_product, wrong_fact, misunderstood, other or empty."""
        row = next((row for row in self._turns.rows if row["turn"] == turn), None)
        if row is not None:
            self._turns.change(row["key"], rated="good" if good else "bad")
            self._shopper.request(p.Rate, turn=turn, good=good, why=why)

    def _quiet(self) -> None:
        """A question in words takes the place of one being spoken and of an answer being said."""
        self.drop()
        if self._speaking:
            self.hush()

    def _add(self, **values: Any) -> Row:
        self._next += 1
        row: dict[str, Any] = {
            "key": f"t{self._next}", "who": "", "text": "", "cards": [], "suggestions": [], "show": "", "turn": "",
            "rated": "", "page": None, "offer_staff": False, "intent": "", **values,
        }  # fmt: skip
        if self._turns.rowCount() >= KEPT:
            self._turns.replace(self._turns.rows[1:])
        self._turns.append([row])
        return row

    def _on_answer(self, reply: p.Reply) -> None:
        self._pending = max(0, self._pending - 1)
        if isinstance(reply, p.Answer):
            self._show(reply)
        else:
            self._add(who="trouble", text=failure(reply))
        self.changed.emit()

    def _show(self, answer: p.Answer) -> None:
        seen = plain.values(answer)
        row = self._add(
            who="assistant",
            text=seen["say"],
            cards=seen["products"],
            suggestions=seen["suggestions"],
            show=seen["show"],
            turn=seen["turn"],
            page=seen["page"],
            offer_staff=seen["offer_staff"],
            intent=seen["intent"],
        )
        if answer.page is not None:
            self.paged.emit(answer.page)
        self.answered.emit(row)
        if answer.control:
            self.control.emit(answer.control)

    def _on_listen(self, reply: p.Reply) -> None:
        if isinstance(reply, p.Failed) and self._listening == "opening":
            self._set_listening("failed")

    def _on_pushed(self, message: p.Push) -> None:
        if getattr(message, "session", None) != self._shopper.session or not self._shopper.session:
            return
        match message:
            case p.Listening():
                self._on_listening(message)
            case p.Caption():
                self._on_caption(message)
            case p.Answered():
                self._set_listening("idle")
                self._show(message.answer)
                self.changed.emit()
            case p.Speaking():
                self._speaking = message.on
                self.changed.emit()

    def _on_listening(self, message: p.Listening) -> None:
        level = min(1.0, max(0.0, message.level))
        if level != self._level:
            self._level = level
            self.levelChanged.emit()
        state = "failed" if message.detail == "nothing_heard" else message.state
        if state in ("idle", "failed"):
            self._partial = ""
        if state in ("idle", "listening", "thinking", "failed"):
            self._set_listening(state)

    def _on_caption(self, message: p.Caption) -> None:
        text = plain.text(message.text, plain.MAX_TYPED).strip()
        if message.final:
            self._partial = ""
            if text:
                self._add(who="shopper", text=text)
        else:
            self._partial = text
        self.changed.emit()

    def _on_closed(self) -> None:
        self._speaking = False
        self._partial = ""
        if self._listening != "idle":
            self._listening = "failed"
        self.changed.emit()

    def _on_left(self) -> None:
        self._turns.replace([])
        self._reset()
        self.changed.emit()
        self.levelChanged.emit()

    def _set_listening(self, state: str) -> None:
        if state != self._listening:
            self._listening = state
            self.changed.emit()
