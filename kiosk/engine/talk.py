"""Talking: from the open microphone to a spoken answer, over the audio, recogniser and voice processes.

The recogniser hears along and is told when the shopper falls silent for a moment, so that its text is ready when the
turn is over; what there is so far goes to the screen, and to the assistant, which looks it up ahead of the end. What
was heard but is not sure is asked back: see `unsure`.

While the answer to a spoken question is said the microphone stays open (the setting `voice.interrupt`), so that the
shopper can cut in: see `voice.CuttingIn`, which decides, and the audio process, which ducks the volume by itself. When
the kiosk itself has asked something, it listens on after that without another tap.

Everything here runs on the event loop but for a thread, *ears*, that feeds the recogniser, and another of `Speech`: a
slow or dead worker holds up neither the loop nor the other.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

from kiosk import protocol
from kiosk.assistant import Gist
from kiosk.engine import unsure
from kiosk.engine.errors import RequestError
from kiosk.engine.parts import Parts
from kiosk.engine.pipe import Fields
from kiosk.engine.speech import NO_NAMES, Names, Speech
from kiosk.engine.worker import Worker, WorkerError
from kiosk.settings import VoiceSettings
from voice import ANYTHING, RATE, Act, CuttingIn, Expected

log = logging.getLogger(__name__)

RECOGNISE_S = 8.0
_AHEAD_WORDS = 2
"""Words so far from which on they are looked up."""

Push = Callable[[protocol.Push], None]


class Mind(Protocol):
    """What talking needs of the rest of the engine. `session` is the id of an open one."""

    async def ask(self, session: str, text: str, stream: bool) -> tuple[protocol.Answer, Callable[[], None]]:
        """The answer to what was heard, and what speaks it; with `stream` its sentences go to the screen as they come.
        Raises RequestError."""
        ...

    async def gists(self, session: str, texts: Sequence[str]) -> list[Gist]:
        """What each of the texts would be taken for; nothing is done. Raises RequestError."""
        ...

    def expected(self, session: str) -> Expected:
        """What the shopper will probably say next."""
        ...

    def asks(self, session: str) -> bool:
        """Whether the kiosk asked the shopper something just now."""
        ...

    def did_you_say(self, session: str, choices: Sequence[str]) -> str:
        """A question back; without choices: to say it again."""
        ...

    def language(self, session: str) -> str:
        """What the shopper speaks, as far as is known."""
        ...

    def stop_wording(self, session: str) -> None:
        """What is still being worded for a session is not wanted."""
        ...


class Talk:
    """One kiosk's ears and mouth."""

    def __init__(self, parts: Parts, push: Push, mind: Mind, voice: VoiceSettings) -> None:
        self._parts = parts
        self._push = push
        self._mind = mind
        self._voice = voice
        self._ears = ThreadPoolExecutor(1, "ears")
        self._loop = asyncio.get_running_loop()
        self._listening: str | None = None
        """Session whose question is being heard."""
        self._utterance = itertools.count(1)
        self._current = 0
        self._stream = False
        self._tapped = True
        """The shopper began; otherwise the kiosk, after a question of its own."""
        self._caption, self._complete = "", False
        self._looking_ahead = False
        self._cut = CuttingIn()
        self._speech = Speech(parts, voice, self._cut.says, self._said_all)
        self._sounding = False
        self._saying = False
        """Something was begun to be said and has not come to its end."""
        self._choices: dict[str, tuple[str, ...]] = {}
        """What was asked back, by session."""
        self._then_listen = ""
        """Session that is listened to when the kiosk has said all."""
        self._tasks: set[asyncio.Task[None]] = set()

    def close(self) -> None:
        self._ears.shutdown(wait=False, cancel_futures=True)
        self._speech.close()

    @property
    def quiet(self) -> bool:
        """Nothing is being said, heard or about to be heard."""
        return not (self._saying or self._sounding or self._listening or self._then_listen or self._cut.going)

    # --- listening --------------------------------------------------------------------------------------------------

    def listen(self, session: str, *, stream: bool = False) -> None:
        """The shopper tapped: open the microphone for one question. Raises RequestError unavailable."""
        self._open(session, stream=stream, tapped=True)

    def _open(self, session: str, *, stream: bool, tapped: bool) -> None:
        audio, stt = self._parts.audio, self._parts.stt
        if audio is None or stt is None or not self._parts.is_working("microphone"):
            raise RequestError("unavailable", "there is no microphone at the moment")
        if not self._parts.is_working("stt"):
            raise RequestError("unavailable", "listening is not ready yet")
        self.hush()
        self._listening = session
        self._stream, self._tapped = stream, tapped
        self._begin_hearing(session)
        audio.submit("listen", tone=self._voice.tone)
        heard = stt.info.get("languages") or [self._mind.language(session)]
        detail = "" if self._mind.language(session) in heard else "language"
        self._push(protocol.Listening(session=session, state="listening", detail=detail))

    def _begin_hearing(self, session: str) -> None:
        """The next sound is an utterance of its own."""
        stt = self._parts.stt
        assert stt is not None
        self._current = next(self._utterance)
        self._caption, self._complete = "", False
        expected = self._expected(session)
        self._in_ears(
            self._current,
            lambda: stt.call(
                "start", RECOGNISE_S,
                answers=expected.answers, things=expected.things, department=expected.department,
            ),
        )  # fmt: skip

    def _expected(self, session: str) -> Expected:
        choices = self._choices.get(session)
        if choices:
            return Expected(answers=(*choices, *unsure.ANSWERS))
        try:
            return self._mind.expected(session)
        except RequestError:
            return ANYTHING

    def stop_listening(self, session: str, *, cancel: bool) -> None:
        """End the question now; dropped if `cancel`."""
        if self._listening != session or self._parts.audio is None:
            return
        self._parts.audio.submit("stop_listening", cancel=cancel)
        if cancel:
            self._give_up("")

    def settled(self, session: str) -> None:
        """The shopper asked by touch: what was asked back is no longer waited for."""
        self._choices.pop(session, None)

    def on_event(self, name: str, event: Fields) -> None:
        """An event of the audio or voice process; called on the event loop."""
        match name, event.get("event"):
            case "audio", "ready":
                if self._voice.wake_word and self._parts.audio is not None:
                    self._parts.audio.submit("wake", word=self._voice.wake_word)
            case "audio", "woken":
                self._push(protocol.Woken())
            case "audio", "level" if self._listening:
                level = min(1.0, max(0.0, float(event["level"])))
                self._push(protocol.Listening(session=self._listening, state="listening", level=level))
            case "audio", "speech" if self._listening:
                self._hear(str(event["pcm"]))
            case "audio", "paused" if self._listening:
                self._pause()
            case "audio", "heard" if self._listening:
                self._heard(clipped=bool(event.get("clipped")))
            case "audio", "ducked":
                self._cut.sound()
            case "audio", "speech" if self._cut.going:
                self._overhear(str(event["pcm"]))
            case "audio", "heard" if self._cut.going:
                self._overheard()
            case "audio", "silence" | "lost" if self._cut.going:
                self._cut.off()
            case "audio", "silence" if self._listening:
                self._give_up("nothing_heard" if self._tapped else "", failed=False)
            case "audio", "lost" if self._listening:
                self._give_up("microphone")
            case "audio", "playing":
                self._playing(on=bool(event["on"]))
            case "tts", "chunk":
                self._speech.play(event)
            case _:
                pass

    def on_part(self, part: protocol.PartHealth) -> None:
        """A part changed; called on the event loop. One that dies in mid-question is said on screen."""
        if part.state == "working":
            return
        if part.name in ("audio", "microphone", "stt"):
            self._cut.off()
        elif part.name in ("speaker", "tts"):
            self._said_all()
        if part.name == "audio":
            self._saying = self._sounding = False
        if self._listening and part.name in ("audio", "microphone"):
            self._give_up("microphone")
        elif self._listening and part.name == "stt":
            self._give_up("recogniser")
        if part.name in ("audio", "tts") and self._speech.session:
            self._push(protocol.Speaking(session=self._speech.session, on=False))

    def _hear(self, pcm: str) -> None:
        stt, number = self._parts.stt, self._current
        assert stt is not None
        self._in_ears(number, lambda: self._tell_partial(number, stt.call("audio", RECOGNISE_S, pcm=pcm)))

    def _pause(self) -> None:
        """The shopper is silent for now: the whole text is worked out while it is waited for more."""
        stt, number = self._parts.stt, self._current
        assert stt is not None
        self._in_ears(number, lambda: self._tell_partial(number, stt.call("pause", RECOGNISE_S), paused=True))

    def _tell_partial(self, number: int, heard: Fields, *, paused: bool = False) -> None:
        text, complete = str(heard.get("partial", "")), bool(heard.get("complete"))
        self._loop.call_soon_threadsafe(self._partial, number, text, complete, paused)

    def _partial(self, number: int, text: str, complete: bool, paused: bool) -> None:
        if number != self._current or not self._listening:
            return
        if text != self._caption:
            self._push(protocol.Caption(session=self._listening, text=text))
            if len(text.split()) >= _AHEAD_WORDS and not self._looking_ahead:
                self._looking_ahead = True
                self._spawn(self._look_ahead(self._listening, text))
        news = (text, complete) != (self._caption, self._complete)
        self._caption, self._complete = text, complete
        # In a pause the same text counts anew: how long the silence must be depends on it.
        if (news or paused) and self._parts.audio is not None:
            self._parts.audio.submit("partial", text=text, complete=complete)

    async def _look_ahead(self, session: str, text: str) -> None:
        """What was looked up for the text so far need not be for the whole."""
        try:
            await self._mind.gists(session, [text])
        except RequestError:
            pass
        finally:
            self._looking_ahead = False

    def _heard(self, *, clipped: bool) -> None:
        stt, session, number = self._parts.stt, self._listening, self._current
        assert stt is not None
        assert session is not None
        self._push(protocol.Listening(session=session, state="thinking"))

        def work() -> None:
            heard = {**stt.call("finish", RECOGNISE_S), "clipped": clipped}
            self._loop.call_soon_threadsafe(self._understood, number, session, heard)

        self._in_ears(number, work)

    def _understood(self, number: int, session: str, heard: Fields) -> None:
        if number != self._current or self._listening != session:
            return
        text = str(heard.get("text", "")).strip()
        nothing = "too_loud" if heard.get("clipped") else "nothing_heard"
        if not text:
            self._give_up(nothing, failed=False)
            return
        if choices := self._choices.pop(session, ()):
            choice = unsure.chosen(choices, text)
            if choice == "":
                self._ask_back(session, ())
                return
            text = choice or text
            if choice:
                heard = {}
        confidence = float(heard.get("confidence", 1.0))
        others = [str(other) for other in heard.get("alternatives", ())]
        texts = [text, *others]
        if confidence >= unsure.SURE:
            self._spawn(self._answer(number, session, text))
        else:
            self._spawn(self._doubt(number, session, confidence, texts, nothing))

    async def _doubt(self, number: int, session: str, confidence: float, texts: list[str], nothing: str) -> None:
        """What was heard is not sure: see whether it makes sense, and ask back."""
        try:
            outcome = unsure.doubt(confidence, texts, await self._mind.gists(session, texts))
        except RequestError:
            outcome = unsure.Doubt(unsure.Way.DROP)
        if number != self._current or self._listening != session:
            return
        match outcome.way:
            case unsure.Way.TAKE:
                await self._answer(number, session, outcome.texts[0])
            case unsure.Way.ASK_BACK:
                self._choices[session] = outcome.texts
                self._push(protocol.DidYouSay(session=session, choices=list(outcome.texts)))
                self._ask_back(session, outcome.texts)
            case unsure.Way.DROP:
                self._give_up(nothing, failed=False)

    def _ask_back(self, session: str, choices: tuple[str, ...]) -> None:
        """Say the question back, then listen."""
        self._listening = None
        self._push(protocol.Listening(session=session, state="idle"))
        self.say(session, self._mind.did_you_say(session, choices), self._mind.language(session))
        self._listen_then(session)

    async def _answer(self, number: int, session: str, text: str) -> None:
        self._push(protocol.Caption(session=session, text=text, final=True))
        try:
            answer, speak = await self._mind.ask(session, text, self._stream)
        except RequestError as error:
            log.info("a spoken question was not answered: %s", error.code)
            if number == self._current:
                self._give_up("no_session")
            return
        self._push(protocol.Answered(session=session, answer=answer))
        if number != self._current:
            # Another question is being heard already: this answer is read.
            return
        self._listening = None
        self._push(protocol.Listening(session=session, state="idle"))
        self._speech.adjust(session, answer.control)
        speak()
        self._watch(session)
        if self._mind.asks(session):
            self._listen_then(session)

    def _listen_then(self, session: str) -> None:
        """When the kiosk has said its question, hear the answer; at once if it has no voice."""
        if not self._voice.interrupt:
            return
        if self._speech.session == session and self._speech.own:
            self._then_listen = session
        else:
            self._listen_on(session)

    def _listen_on(self, session: str) -> None:
        try:
            self._open(session, stream=self._stream, tapped=False)
        except RequestError as error:
            log.info("the answer to a question cannot be heard: %s", error.detail)

    def _give_up(self, detail: str, *, failed: bool = True) -> None:
        session, self._listening = self._listening, None
        stt = self._parts.stt
        if stt is not None:
            self._ears.submit(_quietly, stt, "drop")
        if session is not None:
            state = "failed" if failed and detail else "idle"
            self._push(protocol.Listening(session=session, state=state, detail=detail))

    def _in_ears(self, number: int, work: Callable[[], Any]) -> None:
        """Do something with the recogniser, in order; its failure ends this question alone."""

        def guarded() -> None:
            if number != self._current:
                return
            try:
                work()
            except WorkerError:
                self._loop.call_soon_threadsafe(self._recogniser_failed, number)

        self._ears.submit(guarded)

    def _recogniser_failed(self, number: int) -> None:
        if number == self._current and self._listening:
            if self._parts.audio is not None:
                self._parts.audio.submit("stop_listening", cancel=True)
            self._give_up("recogniser")

    # --- speaking ---------------------------------------------------------------------------------------------------

    def adjust(self, session: str, control: str | None) -> None:
        """Do what a shopper wants of the voice: louder, quieter, faster or slower, until the session ends."""
        self._speech.adjust(session, control)

    def usually(self, volume: float) -> None:
        """From the next shopper on, this loud."""
        self._speech.usually(volume)

    def introduce(self, session: str, text: str, language: str) -> None:
        """Say this before the first that is said in a session."""
        self._speech.introduce(session, text, language)

    def forget(self, session: str) -> None:
        """The session is over: the next shopper hears the kiosk as usual."""
        self._speech.forget(session)
        self.settled(session)

    def say(self, session: str, text: str, language: str, names: Names = NO_NAMES) -> None:
        """Speak; what was being said before stops. Without a voice or a speaker nothing happens."""
        if text and (speech := self.begin(session)):
            self.go_on(speech, text, language, names)
            self.end(speech)

    def begin(self, session: str) -> int:
        """Begin to speak; what was being said before stops. The number of the speech, 0 without a voice or speaker."""
        self._stop_watching()
        speech = self._speech.begin(session)
        self._saying = speech > 0
        return speech

    def go_on(self, speech: int, text: str, language: str, names: Names = NO_NAMES) -> None:
        """Speak this next, unless the speech was hushed. `names`: parts of the text in another language."""
        self._speech.go_on(speech, text, language, names)

    def end(self, speech: int) -> None:
        """Nothing follows: the speaker is told once all of it is made."""
        self._speech.end(speech)

    def hush(self) -> None:
        """Fall silent at once; nobody can cut in any more."""
        self._stop_watching()
        self._saying = False
        self._speech.hush()

    def _playing(self, *, on: bool) -> None:
        self._push(protocol.Speaking(session=self._speech.session, on=on))
        # The end of an earlier speech, which was hushed, is not the end of this one.
        if self._sounding and not on:
            self._said_all()
        self._sounding = on

    def _said_all(self) -> None:
        self._saying = False
        self._do(self._cut.over())
        session, self._then_listen = self._then_listen, ""
        if session and not self._cut.going:
            self._listen_on(session)

    # --- cutting in -------------------------------------------------------------------------------------------------

    def _watch(self, session: str) -> None:
        """Keep the microphone open while the answer is said."""
        audio, stt = self._parts.audio, self._parts.stt
        speaking = self._speech.session == session and bool(self._speech.own)
        if not (self._voice.interrupt and speaking and self._parts.is_working("microphone")):
            return
        if audio is None or stt is None:
            return
        self._cut.begin()
        for said in self._speech.own:
            self._cut.says(said)
        self._begin_hearing(session)
        audio.submit("listen", over=True)
        self._push(protocol.Listening(session=session, state="open"))

    def _stop_watching(self) -> None:
        """What is said is no longer to be cut into, nor to be followed by listening."""
        self._then_listen = ""
        if self._cut.going and self._parts.audio is not None:
            self._parts.audio.submit("stop_listening", cancel=True)
            self._push(protocol.Listening(session=self._speech.session, state="idle"))
        self._cut.off()

    def _overhear(self, pcm: str) -> None:
        stt, number, seconds = self._parts.stt, self._current, len(pcm) * 3 / 4 / 2 / RATE
        assert stt is not None

        def work() -> None:
            heard = str(stt.call("audio", RECOGNISE_S, pcm=pcm).get("partial", ""))
            self._loop.call_soon_threadsafe(told, heard)

        def told(text: str) -> None:
            if number == self._current and self._cut.going:
                self._do(self._cut.words(text, seconds), text)

        self._in_ears(number, work)

    def _overheard(self) -> None:
        """Whoever spoke over our own voice has ended."""
        stt, number = self._parts.stt, self._current
        assert stt is not None

        def work() -> None:
            heard = stt.call("finish", RECOGNISE_S)
            self._loop.call_soon_threadsafe(told, heard)

        def told(heard: Fields) -> None:
            if number != self._current:
                return
            if self._listening:
                # The words were enough just before they ended.
                self._understood(number, self._listening, heard)
            elif self._cut.going:
                text = str(heard.get("text", "")).strip()
                self._do(self._cut.ended(text, float(heard.get("confidence", 0.0))), text)
                if self._listening:
                    self._understood(number, self._listening, heard)

        self._in_ears(number, work)

    def _do(self, act: Act, text: str = "") -> None:
        audio, session = self._parts.audio, self._speech.session
        if audio is None:
            return
        match act:
            case Act.STOP:
                self._cut.off()
                self._then_listen = ""
                self._saying = False
                self._speech.hush()
                self._mind.stop_wording(session)
                self._listening, self._tapped = session, False
                self._push(protocol.Listening(session=session, state="listening"))
                self._push(protocol.Caption(session=session, text=text))
            case Act.RESUME:
                self._begin_hearing(session)
                audio.submit("resume")
            case Act.CLOSE:
                self._current = next(self._utterance)
                audio.submit("stop_listening", cancel=True)
                self._push(protocol.Listening(session=session, state="idle"))
            case _:
                pass

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _quietly(worker: Worker, op: str) -> None:
    try:
        worker.call(op, RECOGNISE_S)
    except WorkerError as error:
        log.debug("%s: %s", worker.name, error.code)
