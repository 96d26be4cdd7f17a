# ruff: noqa: N815  names that QML sees
"""The conversation: what was said by both sides, the microphone, and whether the kiosk is speaking.

The microphone is shown as the engine tells it, but for two things: a tap shows at once, before the engine has opened
it (`opening`), and one that the shopper took back before it was open is closed as soon as it is.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk import protocol as p
from kiosk.screen import plain
from kiosk.screen.link import Link
from kiosk.screen.questions import Question, Questions
from kiosk.screen.rows import Row, Rows
from kiosk.screen.shopper import Shopper, failure
from kiosk.screen.store import Store

QML_IMPORT_NAME = "Aislewise"
QML_IMPORT_MAJOR_VERSION = 1

KEPT = 60
"""Turns kept on screen."""
MOST_CHOICES = 3
"""So many of the things that may have been said are shown."""
_HEARING = ("opening", "listening")


@QmlElement
@QmlSingleton
class Talk(QObject):
    """Turns as rows: key, who (shopper, assistant, trouble, unsure), text, cards, suggestions, show, turn, rated, page,
    offer_staff, intent, sources (table, key, synced_at), growing (more sentences come), choices, open. Trouble rows
    carry the code of what went wrong as text; its sentence is the screen's. Unsure rows carry what the shopper may have
    said as choices; they can be tapped as long as the row is open; one without choices asks to say it again.
    """

    changed = Signal()
    levelChanged = Signal()
    control = Signal(str)
    """A control action that the shopper asked for."""
    answered = Signal(dict)
    """The row of a new answer."""
    paged = Signal(object)
    """A PageView that came with an answer."""
    heard = Signal()
    """What the shopper said is to be seen: as their question, or as what it may have been."""
    woken = Signal()
    """The wake word was said."""

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
        self._hint = ""
        self._prompt = ""
        self._unsure = ""
        self._listens = 0
        self._unwanted = False
        self._speaking = False
        self._questions = Questions()

    def _get_turns(self) -> Rows:
        return self._turns

    def _get_listening(self) -> str:
        return self._listening

    def _get_level(self) -> float:
        return self._level

    def _get_partial(self) -> str:
        return self._partial

    def _get_hint(self) -> str:
        return self._hint

    def _get_prompt(self) -> str:
        return "choose" if self._unsure else self._prompt

    def _get_answer(self) -> str:
        said = (row["text"] for row in reversed(self._turns.rows) if row["who"] == "assistant")
        return str(next(said, ""))

    def _get_thinking(self) -> bool:
        return self._questions.asked > 0 or self._listening == "thinking"

    def _get_speaking(self) -> bool:
        return self._speaking

    turns = Property(Rows, _get_turns, constant=True)
    listening = Property(str, _get_listening, notify=changed)
    """idle, opening, listening, open (the kiosk speaks and hears who cuts in), thinking or failed."""
    answer = Property(str, _get_answer, notify=changed)
    """The newest answer, as it is said; empty before the first."""
    level = Property(float, _get_level, notify=levelChanged)
    """Loudness 0 to 1 while listening."""
    partial = Property(str, _get_partial, notify=changed)
    """What was heard so far."""
    hint = Property(str, _get_hint, notify=changed)
    """Code of what kept the kiosk from hearing: nothing_heard, too_loud, microphone, recogniser, unavailable ...; while
    it listens: language if it cannot hear the shopper's."""
    prompt = Property(str, _get_prompt, notify=changed)
    """What is listened for: choose (one of the choices shown), again (the same in other words), or empty."""
    thinking = Property(bool, _get_thinking, notify=changed)
    speaking = Property(bool, _get_speaking, notify=changed)

    @property
    def busy(self) -> bool:
        """Something is going on that counts as the shopper being there."""
        return self._speaking or self._questions.asked > 0 or self._listening in (*_HEARING, "thinking")

    @Slot(str, str)
    def ask(self, text: str, via: str) -> None:
        """Ask in words. via: typed, tapped or scanned."""
        text = plain.text(text, plain.MAX_TYPED).strip()
        if not text:
            return
        self._quiet()
        self._settle()
        self._prompt = ""
        self._add(who="shopper", text=text)
        question = self._questions.ask()
        self.changed.emit()
        self._shopper.request(
            p.Ask,
            lambda reply: self._on_answer(question, reply),
            sent=question.sent,
            text=text,
            via=via,
            speak=self._store.talks,
            stream=True,
        )

    @Slot()
    def listen(self) -> None:
        """Open the microphone for one question."""
        if self._listening in (*_HEARING, "thinking"):
            return
        self._settle()
        self._prompt = ""
        self._open()

    @Slot()
    def listenAgain(self) -> None:  # noqa: N802  a name of QML's
        """None of the choices was meant: open the microphone for the same, said once more."""
        self.drop()
        self._settle()
        self._prompt = "again"
        self._open()

    @Slot()
    def letType(self) -> None:  # noqa: N802  a name of QML's
        """The shopper types instead of talking, or instead of taking one of the choices."""
        self._quiet()
        self._settle()
        self.changed.emit()

    @Slot()
    def finish(self) -> None:
        """What was said so far is the question."""
        if self._listening == "listening":
            self._shopper.request(p.StopListening)
        elif self._listening == "opening":
            self.drop()

    @Slot()
    def drop(self) -> None:
        """Close the microphone and drop what was said."""
        if self._listening in _HEARING:
            # The engine's reply comes once the microphone is open.
            self._unwanted = self._listens > 0
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
        """Say the last answer again; one to "louder" or the like is not what is meant."""
        answers = [row for row in self._turns.rows if row["who"] == "assistant" and row["text"]]
        meant = next((row for row in reversed(answers) if row["intent"] != "control"), None)
        if meant is None:
            self._shopper.request(p.Say)
        else:
            self._shopper.request(p.Say, turn=meant["turn"], text=meant["text"])

    @Slot(str, bool, str)
    def rate(self, turn: str, good: bool, why: str) -> None:
        """Thumbs for an answer. why: wrong_product, wrong_fact, misunderstood, offensive, other or empty."""
        row = next((row for row in self._turns.rows if row["turn"] == turn), None)
        if row is None:
            return

        def then(reply: p.Reply) -> None:
            if isinstance(reply, p.Failed):
                self._turns.change(row["key"], rated="")

        self._turns.change(row["key"], rated="good" if good else "bad")
        self._shopper.request(p.Rate, then, turn=turn, good=good, why=why)

    def _quiet(self) -> None:
        """A question in words takes the place of one being spoken and of an answer being said."""
        self.drop()
        if self._speaking:
            self.hush()

    def _add(self, **values: Any) -> Row:
        self._next += 1
        row: dict[str, Any] = {
            "key": f"t{self._next}", "who": "", "text": "", "cards": [], "suggestions": [], "show": "", "turn": "",
            "rated": "", "page": None, "offer_staff": False, "intent": "", "sources": [], "growing": False,
            "choices": [], "open": False, **values,
        }  # fmt: skip
        if self._turns.rowCount() >= KEPT:
            self._turns.replace(self._turns.rows[1:])
        self._turns.append([row])
        return row

    def _open(self) -> None:
        self._partial = ""
        self._level = 0.0
        self._unwanted = False
        self._set_listening("opening")
        self._listens += 1
        self._shopper.request(p.Listen, self._on_listen, stream=True)

    def _settle(self) -> None:
        """What was said is known, or said anew: the choices can no longer be taken."""
        if self._unsure:
            self._turns.change(self._unsure, open=False)
            self._unsure = ""

    def _on_answer(self, question: Question, reply: p.Reply) -> None:
        self._questions.close(question)
        if isinstance(reply, p.Answer):
            self._show(reply, question)
        else:
            self._turns.change(question.row, growing=False)
            self._add(who="trouble", text=failure(reply))
        self.changed.emit()

    def _show(self, answer: p.Answer, question: Question | None) -> None:
        """The whole answer takes the place of the sentences that came before it."""
        seen = plain.values(answer)
        values = {
            "who": "assistant",
            "text": seen["say"],
            "cards": seen["products"],
            "suggestions": seen["suggestions"],
            "show": seen["show"],
            "turn": seen["turn"],
            "page": seen["page"],
            "offer_staff": seen["offer_staff"],
            "intent": seen["intent"],
            "sources": seen["sources"],
        }
        row = self._turns.change(question.row, growing=False, **values) if question is not None else None
        if row is None:
            row = self._add(**values)
        if answer.page is not None:
            self.paged.emit(answer.page)
        self.answered.emit(row)
        if answer.control:
            self.control.emit(answer.control)

    def _on_listen(self, reply: p.Reply) -> None:
        self._listens -= 1
        if self._listens == 0:
            self._unwanted = False
        if isinstance(reply, p.Failed) and self._listening == "opening":
            self._set_listening("failed", "unavailable")

    def _on_pushed(self, message: p.Push) -> None:
        if isinstance(message, p.Woken):
            self.woken.emit()
            return
        if getattr(message, "session", None) != self._shopper.session or not self._shopper.session:
            return
        match message:
            case p.Listening():
                self._on_listening(message)
            case p.Caption():
                self._on_caption(message)
            case p.DidYouSay():
                self._on_unsure(message)
            case p.Sentence():
                self._on_sentence(message)
            case p.Answered():
                self._on_answered(message)
            case p.Speaking():
                self._speaking = message.on
                self.changed.emit()

    def _on_listening(self, message: p.Listening) -> None:
        level = min(1.0, max(0.0, message.level))
        if level != self._level:
            self._level = level
            self.levelChanged.emit()
        state, before = message.state, self._listening
        if state == "listening" and self._unwanted:
            # It was taken back before the engine had opened it.
            self._shopper.request(p.StopListening, cancel=True)
        elif state == "idle" and not message.detail and before == "opening":
            # The end of what was heard before.
            return
        elif state in ("idle", "failed"):
            self._on_deaf(message.detail, "failed" if message.detail else state, understood=before == "thinking")
        elif state in ("listening", "open", "thinking"):
            # Levels come while it listens, and say nothing else.
            self._set_listening(state, message.detail or (self._hint if state == before else ""))

    def _on_deaf(self, detail: str, state: str, *, understood: bool) -> None:
        """The microphone is closed. With `detail` it heard nothing of use, which is no matter while there are choices
        to tap. Without, what was understood comes as a caption and an answer, or was that none of the choices is right.
        """
        self._partial = ""
        if self._unsure and understood and not detail:
            self._settle()
            self._prompt = "again"
            self._add(who="unsure")
        if self._unsure and detail == "nothing_heard":
            state, detail = "idle", ""
        self._set_listening(state, detail)

    def _on_caption(self, message: p.Caption) -> None:
        text = plain.text(message.text, plain.MAX_TYPED).strip()
        if message.final:
            self._partial = ""
            self._prompt = ""
            self._settle()
            self._finish_growing()
            self._questions.hear()
            if text:
                self._add(who="shopper", text=text)
                self.heard.emit()
        else:
            self._partial = text
        self.changed.emit()

    def _on_unsure(self, message: p.DidYouSay) -> None:
        texts = (plain.text(choice, plain.MAX_TYPED).strip() for choice in message.choices)
        choices = list(dict.fromkeys(text for text in texts if text))[:MOST_CHOICES]
        self._settle()
        self._partial = ""
        if choices:
            self._unsure = self._add(who="unsure", choices=choices, open=True)["key"]
            self.heard.emit()
        if self._listening == "thinking":
            self._set_listening("idle")
        self.changed.emit()

    def _on_sentence(self, sentence: p.Sentence) -> None:
        question = self._questions.take(sentence)
        if question is None:
            return
        if self._turns.change(question.row, text=question.text) is None:
            question.row = self._add(who="assistant", text=question.text, growing=True)["key"]
        self.changed.emit()

    def _on_answered(self, message: p.Answered) -> None:
        if self._listening == "thinking":
            self._set_listening("idle")
        self._settle()
        self._show(message.answer, self._questions.close_spoken())
        self.changed.emit()

    def _on_closed(self) -> None:
        self._speaking = False
        self._partial = ""
        self._finish_growing()
        if self._listening != "idle":
            self._listening, self._hint = "failed", ""
        self.changed.emit()

    def _on_left(self) -> None:
        self._turns.replace([])
        self._reset()
        self.changed.emit()
        self.levelChanged.emit()

    def _finish_growing(self) -> None:
        """Nothing is added any more to the answer of what was spoken last."""
        question = self._questions.close_spoken()
        if question is not None:
            self._turns.change(question.row, growing=False)

    def _set_listening(self, state: str, hint: str = "") -> None:
        if (state, hint) != (self._listening, self._hint):
            self._listening, self._hint = state, hint
            self.changed.emit()
