"""Whatever engine and shopper do, in whatever order, the conversation makes sense."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Signal

from kiosk import protocol as p
from kiosk.screen.talk import Talk
from tests.kiosk.screen import shop

SESSION = "s1"


class Pushes(QObject):
    """The link, without a socket."""

    closed = Signal()
    pushed = Signal(object)


class Visit(QObject):
    """A shopper's visit whose requests are answered when a test wants it."""

    left = Signal()
    session = SESSION

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[tuple[int, type[p.Request], Any]] = []
        self.stops = 0
        self._next = 0

    def request(self, kind: type[p.Request], then: Any = None, *, sent: Any = None, **fields: Any) -> None:
        self._next += 1
        if sent is not None:
            sent(self._next)
        if kind is p.StopListening:
            self.stops += 1
        if then is not None:
            self.waiting.append((self._next, kind, then))


class Voice(QObject):
    talks = True


def answer(number: int = 0) -> p.Answer:
    return p.Answer(
        id=number, session=SESSION, turn=f"t{number}", text="", say="One. Two.", intent="find", products=[shop.OAT],
        suggestions=[], show="results", control=None, offer_staff=False, page=None, sources=[], path="model",
    )  # fmt: skip


DETAILS = st.sampled_from(["", "", "nothing_heard", "too_loud", "microphone"])
STATES = st.sampled_from(["listening", "open", "thinking", "idle", "failed", "unheard of"])
PUSHES = st.one_of(
    st.builds(p.Listening, session=st.just(SESSION), state=STATES, level=st.floats(-1, 2), detail=DETAILS),
    st.builds(p.Caption, session=st.just(SESSION), text=st.sampled_from(["", "oat", "oat milk"]), final=st.booleans()),
    st.builds(p.DidYouSay, session=st.just(SESSION), choices=st.lists(st.sampled_from(["", "a", "b", "c"]))),
    st.builds(
        p.Sentence, session=st.just(SESSION), asked=st.integers(0, 2), number=st.integers(1, 2), text=st.just("One.")
    ),
    st.builds(p.Answered, session=st.just(SESSION), answer=st.just(answer())),
    st.builds(p.Speaking, session=st.just(SESSION), on=st.booleans()),
    st.builds(p.Woken),
)
TAPS = st.sampled_from(["listen", "listenAgain", "finish", "drop", "hush", "sayAgain", "letType", "ask"])
STEPS = st.lists(st.one_of(PUSHES, TAPS, st.sampled_from(["reply", "fail", "lost", "left"])), max_size=40)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_every_order_of_events(qapp: QObject, steps: list[Any]) -> None:
    link, visit = Pushes(), Visit()
    talk = Talk(link, visit, Voice())  # type: ignore[arg-type]
    for step in steps:
        take(step, talk, link, visit)
        check(talk, visit)
    # In the end everything is answered, and the microphone closed.
    while visit.waiting:
        take("reply", talk, link, visit)
    link.pushed.emit(p.Answered(session=SESSION, answer=answer()))
    link.pushed.emit(p.Listening(session=SESSION, state="idle"))
    link.pushed.emit(p.Speaking(session=SESSION, on=False))
    talk.drop()
    assert not talk.busy
    assert not talk.thinking
    assert not [row for row in talk.turns.rows if row["growing"]]


def take(step: Any, talk: Talk, link: Pushes, visit: Visit) -> None:
    match step:
        case "ask":
            talk.ask("oat milk", "typed")
        case "reply" | "fail" if visit.waiting:
            number, kind, then = visit.waiting.pop(0)
            done = answer(number) if kind is p.Ask else p.Done(id=number)
            then(done if step == "reply" else p.Failed(id=number, code="unavailable"))
        case "lost":
            link.closed.emit()
        case "left":
            visit.waiting.clear()
            visit.left.emit()
        case str() if hasattr(talk, step):
            getattr(talk, step)()
        case p.Push():
            link.pushed.emit(step)


def check(talk: Talk, visit: Visit) -> None:
    rows = talk.turns.rows
    assert talk.listening in ("idle", "opening", "listening", "open", "thinking", "failed")
    assert 0.0 <= talk.level <= 1.0
    assert len([row for row in rows if row["open"]]) <= 1
    assert all(row["choices"] for row in rows if row["open"])
    assert (talk.prompt == "choose") == any(row["open"] for row in rows)
    asked = [kind for _, kind, _ in visit.waiting if kind is p.Ask]
    assert len([row for row in rows if row["growing"]]) <= len(asked) + 1
    assert talk.thinking == (bool(asked) or talk.listening == "thinking")
    assert len({row["key"] for row in rows}) == len(rows)


def test_a_hint_never_outlives_the_listening_it_is_about(qapp: QObject) -> None:
    link, visit = Pushes(), Visit()
    talk = Talk(link, visit, Voice())  # type: ignore[arg-type]
    link.pushed.emit(p.Listening(session=SESSION, state="idle", detail="too_loud"))
    assert (talk.listening, talk.hint) == ("failed", "too_loud")
    talk.listen()
    assert (talk.listening, talk.hint) == ("opening", "")


def test_a_question_spoken_before_the_last_was_answered_ends_its_bubble(qapp: QObject) -> None:
    link, visit = Pushes(), Visit()
    talk = Talk(link, visit, Voice())  # type: ignore[arg-type]
    for text in ("oat milk", "goat milk"):
        link.pushed.emit(p.Caption(session=SESSION, text=text, final=True))
        link.pushed.emit(p.Sentence(session=SESSION, asked=0, number=1, text=f"About {text}."))
    link.pushed.emit(p.Sentence(session=SESSION, asked=0, number=3, text="Late words about oat milk."))
    rows = [(row["text"], row["growing"]) for row in talk.turns.rows if row["who"] == "assistant"]
    assert rows == [("About oat milk.", False), ("About goat milk.", True)]
    link.pushed.emit(p.Answered(session=SESSION, answer=answer()))
    assert [row["growing"] for row in talk.turns.rows] == [False] * 4
