"""Talking, over workers that only write down what they are told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, cast

import pytest

from kiosk import protocol
from kiosk.engine.core import RequestError
from kiosk.engine.parts import Parts
from kiosk.engine.talk import Names, Talk
from kiosk.settings import VoiceSettings


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
    """A Talk with fakes around it; `answer` is what the assistant says."""

    def __init__(self, voice: VoiceSettings) -> None:
        self.parts = FakeParts()
        self.pushed: list[protocol.Push] = []
        self.asked: list[str] = []
        self.stopped: list[str] = []
        self.control: str | None = None
        self.talk = Talk(cast(Parts, self.parts), self.pushed.append, self._ask, voice, self.stopped.append)

    async def _ask(self, session: str, text: str, stream: bool) -> tuple[protocol.Answer, Callable[[], None]]:
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
            for pool in (self.talk._ears, self.talk._mouth):
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
    assert kiosk.parts.audio.last("listen") == {}


async def test_without_a_voice_the_microphone_stays_closed(kiosk: Kiosk) -> None:
    kiosk.parts.away.add("tts")
    await kiosk.answered()
    assert kiosk.parts.audio.last("listen") == {}


async def test_an_answer_to_a_touch_is_not_listened_over(kiosk: Kiosk) -> None:
    kiosk.talk.say("s", "Milk.", "en")
    await kiosk.settle()
    assert "listen" not in kiosk.parts.audio.ops()


async def test_listening_is_refused_without_a_microphone(kiosk: Kiosk) -> None:
    kiosk.parts.away.add("microphone")
    with pytest.raises(RequestError):
        kiosk.talk.listen("s")
