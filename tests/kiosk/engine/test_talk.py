"""Talking, over workers that only write down what they are told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any, TypeVar, cast

import pytest

from kiosk import protocol
from kiosk.assistant import Gist
from kiosk.engine.errors import RequestError
from kiosk.engine.parts import Parts
from kiosk.engine.speech import Names
from kiosk.engine.talk import Talk
from kiosk.settings import VoiceSettings
from voice import ANYTHING, Expected

P = TypeVar("P", bound=protocol.Push)


class FakeWorker:
    """Answers every call at once with what `replies` has for it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.info: dict[str, Any] = {"rate": 22_050}
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.replies: dict[str, dict[str, Any]] = {}

    def submit(self, op: str, **fields: Any) -> Future[dict[str, Any]]:
        self.calls.append((op, fields))
        done: Future[dict[str, Any]] = Future()
        done.set_result(self.replies.get(op, {}))
        return done

    def call(self, op: str, timeout_s: float, **fields: Any) -> dict[str, Any]:
        return self.submit(op, **fields).result(timeout_s)

    def ops(self) -> list[str]:
        return [op for op, _ in self.calls]

    def last(self, op: str) -> dict[str, Any]:
        return next(fields for name, fields in reversed(self.calls) if name == op)


class FakeParts:
    def __init__(self) -> None:
        self.audio, self.stt, self.tts = FakeWorker("audio"), FakeWorker("stt"), FakeWorker("tts")
        self.away: set[str] = set()

    def is_working(self, name: str) -> bool:
        return name not in self.away


class Kiosk:
    """A Talk with fakes around it, itself the mind that it asks."""

    def __init__(self, voice: VoiceSettings) -> None:
        self.parts = FakeParts()
        self.pushed: list[protocol.Push] = []
        self.asked: list[str] = []
        self.stopped: list[str] = []
        self.control: str | None = None
        self.known: dict[str, Gist] = {}
        """What the assistant makes of a text; of any other, nothing."""
        self.looked_up: list[str] = []
        self.next = ANYTHING
        self.asking = False
        self.spoken = "en"
        self.talk = Talk(cast(Parts, self.parts), self.pushed.append, self, voice)

    def stop_wording(self, session: str) -> None:
        self.stopped.append(session)

    async def gists(self, session: str, texts: Sequence[str]) -> list[Gist]:
        self.looked_up += texts
        return [self.known.get(text, Gist("other", 0.1)) for text in texts]

    def expected(self, session: str) -> Expected:
        return self.next

    def asks(self, session: str) -> bool:
        return self.asking

    def did_you_say(self, session: str, choices: Sequence[str]) -> str:
        return f"Did you say {' or '.join(choices)}?" if choices else "Please say it once more."

    def language(self, session: str) -> str:
        return self.spoken

    def pushes(self, kind: type[P]) -> list[P]:
        return [message for message in self.pushed if isinstance(message, kind)]

    async def hear(self, text: str, confidence: float = 0.9, *others: str, **heard: Any) -> None:
        """An utterance comes to its end."""
        self.parts.stt.replies["finish"] = {"text": text, "confidence": confidence, "alternatives": list(others)}
        self.audio("speech", pcm="AAAA")
        self.audio("heard", reason="end_of_turn", **heard)
        await self.settle()

    async def said(self) -> None:
        """The kiosk has said all."""
        self.audio("playing", on=True)
        self.audio("playing", on=False)
        await self.settle()

    async def ask(self, session: str, text: str, stream: bool) -> tuple[protocol.Answer, Callable[[], None]]:
        self.asked.append(text)
        say = "Larkfield Whole Milk is $3.49, in aisle 7."
        answer = protocol.Answer(
            id=0, session=session, turn="t", text=text, say=say, intent="find", products=[], suggestions=[],
            show="results", control=self.control, offer_staff=False, page=None, sources=[], path="model",
        )  # fmt: skip
        return answer, lambda: self.talk.say(session, say, "en")

    def audio(self, event: str, **fields: Any) -> None:
        self.talk.on_event("audio", {"event": event, **fields})

    async def settle(self) -> None:
        """Let the threads and the loop do what waits."""
        for _ in range(3):
            for pool in (self.talk._ears, self.talk._speech._mouth):
                await asyncio.wrap_future(pool.submit(lambda: None))
            await asyncio.sleep(0.01)

    async def answered(self) -> None:
        """A question is heard and its answer is being said."""
        self.talk.listen("s")
        self.parts.stt.replies["finish"] = {"text": "where is the milk", "confidence": 0.9}
        self.audio("speech", pcm="AAAA")
        self.audio("heard", reason="end_of_turn")
        await self.settle()
        self.audio("playing", on=True)

    async def overhear(self, *partials: str) -> None:
        self.audio("ducked")
        for partial in partials:
            self.parts.stt.replies["audio"] = {"partial": partial, "complete": False}
            self.audio("speech", pcm="AAAA" * 800)
            await self.settle()


@pytest.fixture
async def kiosk() -> Kiosk:
    return Kiosk(VoiceSettings())


async def test_a_whole_question_ends_the_turn_sooner(kiosk: Kiosk) -> None:
    kiosk.talk.listen("s")
    for complete in (False, True):
        kiosk.parts.stt.replies["audio"] = {"partial": "where is the milk", "complete": complete}
        kiosk.audio("speech", pcm="AAAA")
        await kiosk.settle()
        assert kiosk.parts.audio.last("partial") == {"text": "where is the milk", "complete": complete}
    captions = [message for message in kiosk.pushed if isinstance(message, protocol.Caption)]
    assert [caption.text for caption in captions] == ["where is the milk"]


async def test_hush_ends_the_making_too(kiosk: Kiosk) -> None:
    kiosk.talk.say("s", "Milk.", "en")
    await kiosk.settle()
    kiosk.talk.hush()
    assert kiosk.parts.audio.ops()[-1] == "hush"
    assert kiosk.parts.tts.ops()[-1] == "stop"


async def test_louder_and_slower_last_for_the_session(kiosk: Kiosk) -> None:
    for control in ("louder", "slower", "slower", None, "repeat"):
        kiosk.talk.adjust("s", control)
    kiosk.talk.say("s", "Milk.", "en")
    await kiosk.settle()
    assert kiosk.parts.audio.last("volume")["level"] == pytest.approx(1.41)
    assert kiosk.parts.tts.last("speak")["speed"] == pytest.approx(1 / 1.44)
    kiosk.talk.forget("s")
    kiosk.talk.say("s", "Milk.", "en")
    await kiosk.settle()
    assert kiosk.parts.audio.last("volume")["level"] == 1.0
    assert kiosk.parts.tts.last("speak")["speed"] == 1.0


async def test_louder_has_an_end() -> None:
    kiosk = Kiosk(VoiceSettings(volume=2.0, speed=1.9))
    for control in ["louder"] * 20 + ["faster"] * 20:
        kiosk.talk.adjust("s", control)
    kiosk.talk.say("s", "Milk.", "en")
    await kiosk.settle()
    assert kiosk.parts.audio.last("volume")["level"] == 4.0
    assert kiosk.parts.tts.last("speak")["speed"] == 2.0


async def test_names_go_with_the_text(kiosk: Kiosk) -> None:
    kiosk.talk.say("s", "Whole Milk cuesta 3,49 $.", "es", Names(("Whole Milk",), "en"))
    await kiosk.settle()
    spoken = kiosk.parts.tts.last("speak")
    assert (spoken["names"], spoken["names_language"], spoken["language"]) == (("Whole Milk",), "en", "es")


async def test_a_shopper_cuts_in(kiosk: Kiosk) -> None:
    await kiosk.answered()
    assert kiosk.parts.audio.last("listen") == {"over": True}
    await kiosk.overhear("where are the eggs", "where are the eggs")
    assert kiosk.parts.audio.ops()[-1] == "hush"
    assert kiosk.stopped == ["s"]
    listening = [message for message in kiosk.pushed if isinstance(message, protocol.Listening)]
    assert listening[-1].state == "listening"
    kiosk.parts.stt.replies["finish"] = {"text": "where are the eggs", "confidence": 0.9}
    kiosk.audio("heard", reason="end_of_turn")
    await kiosk.settle()
    assert kiosk.asked == ["where is the milk", "where are the eggs"]


async def test_a_short_word_is_known_when_it_has_ended(kiosk: Kiosk) -> None:
    await kiosk.answered()
    await kiosk.overhear("")
    kiosk.parts.stt.replies["finish"] = {"text": "stop", "confidence": 0.8}
    kiosk.audio("heard", reason="end_of_turn")
    await kiosk.settle()
    assert kiosk.asked == ["where is the milk", "stop"]


async def test_its_own_words_do_not_stop_it(kiosk: Kiosk) -> None:
    await kiosk.answered()
    await kiosk.overhear("whole milk is three", "whole milk is three forty nine")
    kiosk.parts.stt.replies["finish"] = {"text": "whole milk is three forty nine in aisle seven", "confidence": 0.9}
    kiosk.audio("heard", reason="end_of_turn")
    await kiosk.settle()
    assert kiosk.parts.audio.ops()[-1] == "resume"
    assert kiosk.asked == ["where is the milk"]
    kiosk.audio("playing", on=False)
    assert kiosk.parts.audio.calls[-1] == ("stop_listening", {"cancel": True})


async def test_a_tap_closes_the_microphone(kiosk: Kiosk) -> None:
    await kiosk.answered()
    kiosk.talk.hush()
    assert ("stop_listening", {"cancel": True}) in kiosk.parts.audio.calls[-3:]
    await kiosk.overhear("where are the eggs", "where are the eggs")
    assert kiosk.stopped == []


async def test_nobody_cuts_in_where_the_store_does_not_want_it() -> None:
    kiosk = Kiosk(VoiceSettings(interrupt=False))
    await kiosk.answered()
    assert kiosk.parts.audio.last("listen") == {"tone": True}


async def test_without_a_voice_the_microphone_stays_closed(kiosk: Kiosk) -> None:
    kiosk.parts.away.add("tts")
    await kiosk.answered()
    assert kiosk.parts.audio.last("listen") == {"tone": True}


async def test_an_answer_to_a_touch_is_not_listened_over(kiosk: Kiosk) -> None:
    kiosk.talk.say("s", "Milk.", "en")
    await kiosk.settle()
    assert "listen" not in kiosk.parts.audio.ops()


async def test_listening_is_refused_without_a_microphone(kiosk: Kiosk) -> None:
    kiosk.parts.away.add("microphone")
    with pytest.raises(RequestError):
        kiosk.talk.listen("s")


async def test_a_pause_has_the_text_worked_out(kiosk: Kiosk) -> None:
    kiosk.talk.listen("s")
    kiosk.audio("speech", pcm="AAAA")
    kiosk.parts.stt.replies["pause"] = {"partial": "where is the milk", "complete": True}
    kiosk.audio("paused")
    await kiosk.settle()
    assert kiosk.parts.audio.last("partial") == {"text": "where is the milk", "complete": True}
    assert kiosk.looked_up == ["where is the milk"]
    assert kiosk.asked == []


async def test_the_same_text_counts_anew_in_a_pause(kiosk: Kiosk) -> None:
    kiosk.talk.listen("s")
    for op in ("audio", "pause"):
        kiosk.parts.stt.replies[op] = {"partial": "where is the milk", "complete": True}
    kiosk.audio("speech", pcm="AAAA")
    await kiosk.settle()
    kiosk.audio("paused")
    await kiosk.settle()
    assert kiosk.parts.audio.ops().count("partial") == 2


async def test_what_is_expected_is_told_before_the_sound(kiosk: Kiosk) -> None:
    kiosk.next = Expected(("yes", "no"), ("Larkfield Whole Milk",), "dairy")
    kiosk.talk.listen("s")
    await kiosk.hear("yes")
    assert kiosk.parts.stt.calls[0] == (
        "start",
        {"answers": ("yes", "no"), "things": ("Larkfield Whole Milk",), "department": "dairy"},
    )
    assert kiosk.asked == ["yes"]


MILK, SILK = Gist("find", 0.9, ("1",)), Gist("find", 0.8, ("2",))


async def unsure(kiosk: Kiosk) -> None:
    """A question that may be for milk or for silk was heard, and is asked back."""
    kiosk.known = {"where is the milk": MILK, "where is the silk": SILK, "milk where": MILK}
    kiosk.talk.listen("s")
    await kiosk.hear("where is the milk", 0.3, "milk where", "where is the", "where is the silk")


async def test_what_is_not_sure_is_asked_back(kiosk: Kiosk) -> None:
    await unsure(kiosk)
    assert kiosk.asked == []
    assert kiosk.pushes(protocol.DidYouSay)[0].choices == ["where is the milk", "where is the silk"]
    assert kiosk.parts.tts.last("speak")["text"] == "Did you say where is the milk or where is the silk?"
    assert kiosk.pushes(protocol.Listening)[-1].state == "idle"
    listened = kiosk.parts.audio.ops().count("listen")
    await kiosk.said()
    assert kiosk.parts.audio.ops().count("listen") == listened + 1
    assert kiosk.parts.stt.last("start")["answers"][:3] == ("where is the milk", "where is the silk", "yes")


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("yes", "where is the milk"),
        ("Where is the silk?", "where is the silk"),
        ("how much is the bread", "how much is the bread"),
    ],
)
async def test_the_answer_to_a_question_back(kiosk: Kiosk, said: str, asked: str) -> None:
    await unsure(kiosk)
    await kiosk.said()
    await kiosk.hear(said)
    assert kiosk.asked == [asked]
    assert [caption.text for caption in kiosk.pushes(protocol.Caption) if caption.final] == [asked]


async def test_no_to_a_question_back_asks_to_say_it_again(kiosk: Kiosk) -> None:
    await unsure(kiosk)
    await kiosk.said()
    await kiosk.hear("no")
    assert kiosk.asked == []
    assert kiosk.parts.tts.last("speak")["text"] == "Please say it once more."
    await kiosk.said()
    await kiosk.hear("where is the silk")
    assert kiosk.asked == ["where is the silk"]


async def test_a_question_by_touch_settles_it(kiosk: Kiosk) -> None:
    await unsure(kiosk)
    await kiosk.said()
    kiosk.talk.settled("s")
    await kiosk.hear("yes")
    assert kiosk.asked == ["yes"]


async def test_help_is_not_asked_back(kiosk: Kiosk) -> None:
    kiosk.known = {"help fire": Gist("urgent", 1.0), "kelp wire": MILK}
    kiosk.talk.listen("s")
    await kiosk.hear("help fire", 0.3, "kelp wire")
    assert kiosk.asked == ["help fire"]


@pytest.mark.parametrize(("clipped", "detail"), [(False, "nothing_heard"), (True, "too_loud")])
async def test_what_makes_no_sense_is_not_answered(kiosk: Kiosk, clipped: bool, detail: str) -> None:
    kiosk.talk.listen("s")
    await kiosk.hear("the a of", 0.3, "of the", clipped=clipped)
    assert kiosk.asked == []
    assert kiosk.pushes(protocol.DidYouSay) == []
    assert (kiosk.pushes(protocol.Listening)[-1].state, kiosk.pushes(protocol.Listening)[-1].detail) == ("idle", detail)


async def test_an_answer_that_asks_is_listened_after(kiosk: Kiosk) -> None:
    kiosk.asking = True
    await kiosk.answered()
    assert kiosk.pushes(protocol.Listening)[-1].state == "open"
    kiosk.audio("playing", on=False)
    assert kiosk.pushes(protocol.Listening)[-1].state == "listening"
    assert kiosk.parts.audio.last("listen") == {"tone": True}
    kiosk.audio("silence")
    assert (kiosk.pushes(protocol.Listening)[-1].state, kiosk.pushes(protocol.Listening)[-1].detail) == ("idle", "")


async def test_a_tap_ends_the_listening_after(kiosk: Kiosk) -> None:
    kiosk.asking = True
    await kiosk.answered()
    kiosk.talk.hush()
    kiosk.audio("playing", on=False)
    assert kiosk.pushes(protocol.Listening)[-1].state == "idle"


async def test_an_answer_without_a_question_is_not_listened_after(kiosk: Kiosk) -> None:
    await kiosk.answered()
    kiosk.audio("playing", on=False)
    assert kiosk.pushes(protocol.Listening)[-1].state == "idle"


async def test_a_question_back_without_a_voice_is_listened_after_at_once(kiosk: Kiosk) -> None:
    kiosk.parts.away.add("tts")
    await unsure(kiosk)
    assert kiosk.pushes(protocol.Listening)[-1].state == "listening"


async def test_the_wake_word_is_told(kiosk: Kiosk) -> None:
    kiosk.audio("woken")
    assert kiosk.pushed == [protocol.Woken()]


@pytest.mark.parametrize(("word", "told"), [("", []), ("okay_nabu", [("wake", {"word": "okay_nabu"})])])
async def test_the_wake_word_is_listened_for_if_set(word: str, told: list[object]) -> None:
    kiosk = Kiosk(VoiceSettings(wake_word=word))
    kiosk.audio("ready")
    assert kiosk.parts.audio.calls == told


@pytest.mark.parametrize(("spoken", "detail"), [("en", ""), ("es", "language")])
async def test_a_language_that_cannot_be_heard_is_told(kiosk: Kiosk, spoken: str, detail: str) -> None:
    kiosk.spoken = spoken
    kiosk.parts.stt.info = {"languages": ["en"]}
    kiosk.talk.listen("s")
    assert kiosk.pushed == [protocol.Listening(session="s", state="listening", detail=detail)]


async def test_who_was_not_greeted_is_told_first_who_speaks(kiosk: Kiosk) -> None:
    kiosk.talk.introduce("s", "I am an automated assistant.", "en")
    for _ in range(2):
        kiosk.talk.say("s", "Milk.", "en")
        await kiosk.settle()
    spoken = [fields["text"] for op, fields in kiosk.parts.tts.calls if op == "speak"]
    assert spoken == ["I am an automated assistant.", "Milk.", "Milk."]


async def test_an_answer_that_comes_too_late_does_not_end_the_next_question(kiosk: Kiosk) -> None:
    kiosk.talk.listen("s")
    kiosk.parts.stt.replies["finish"] = {"text": "where is the milk", "confidence": 0.9}
    kiosk.audio("heard", reason="end_of_turn")
    asked, go_on = kiosk.ask, asyncio.Event()

    async def slow(session: str, text: str, stream: bool) -> tuple[protocol.Answer, Callable[[], None]]:
        await go_on.wait()
        return await asked(session, text, stream)

    kiosk.ask = slow  # type: ignore[method-assign]
    await kiosk.settle()
    kiosk.talk.listen("s")
    go_on.set()
    await kiosk.settle()
    assert kiosk.pushes(protocol.Answered)
    assert kiosk.pushes(protocol.Listening)[-1].state == "listening"
    assert "speak" not in kiosk.parts.tts.ops()
