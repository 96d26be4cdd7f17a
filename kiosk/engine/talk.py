"""Talking: from the open microphone to a spoken answer, over the audio, recogniser and voice processes.

While the answer to a spoken question is said the microphone stays open (the setting `voice.interrupt`), so that the
shopper can cut in: see `voice.CuttingIn`, which decides, and the audio process, which ducks the volume by itself.

Everything here runs on the event loop but for two threads: *ears* feeds the recogniser, *mouth* asks for speech; a slow
or dead worker holds up neither the loop nor the other.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from kiosk import protocol
from kiosk.engine.core import RequestError
from kiosk.engine.parts import Parts
from kiosk.engine.pipe import Fields
from kiosk.engine.worker import Worker, WorkerError
from kiosk.settings import VoiceSettings
from voice import RATE, Act, CuttingIn, spoken_text

log = logging.getLogger(__name__)

RECOGNISE_S = 8.0
SPEAK_S = 30.0
LOUDER = 1.41
"""What "louder" does to the volume and "quieter" undoes: 3 dB."""
FASTER = 1.2
_VOLUMES, _SPEEDS = (0.1, 4.0), (0.5, 2.0)

Push = Callable[[protocol.Push], None]
AskSpoken = Callable[[str, str, bool], Awaitable[tuple[protocol.Answer, Callable[[], None]]]]


@dataclass(frozen=True, slots=True)
class Names:
    """Parts of a text that are in another language than the rest."""

    texts: tuple[str, ...] = ()
    language: str = "en"


NO_NAMES = Names()


@dataclass(frozen=True, slots=True)
class Manner:
    """How loud and how fast one shopper wants it; 1 is usual."""

    volume: float
    speed: float


class Talk:
    """One kiosk's ears and mouth. `ask(session, text, stream)` gives the answer to what was heard, and what speaks it;
    with `stream` it sends its sentences to the screen as they come."""

    def __init__(
        self, parts: Parts, push: Push, ask: AskSpoken, voice: VoiceSettings, stop_wording: Callable[[str], None]
    ) -> None:
        """`stop_wording(session)`: the shopper cuts in, what is still being worded is not wanted."""
        self._parts = parts
        self._push = push
        self._ask = ask
        self._ears = ThreadPoolExecutor(1, "ears")
        self._mouth = ThreadPoolExecutor(1, "mouth")
        self._loop = asyncio.get_running_loop()
        self._listening: str | None = None
        """Session whose question is being heard."""
        self._utterance = itertools.count(1)
        self._current = 0
        self._stream = False
        self._caption = ""
        self._complete = False
        self._speech = 0
        """Number of the newest speech; chunks of older ones are dropped."""
        self._made = 0
        """The newest speech of which the voice made something."""
        self._speaking_for: str = ""
        self._usual = Manner(voice.volume, voice.speed)
        self._interrupt = voice.interrupt
        self._stop_wording = stop_wording
        self._manners: dict[str, Manner] = {}
        self._cut = CuttingIn()
        self._own: set[str] = set()
        """What is being said, as written and as spoken."""
        self._sounding = False
        self._tasks: set[asyncio.Task[None]] = set()

    def close(self) -> None:
        self._ears.shutdown(wait=False, cancel_futures=True)
        self._mouth.shutdown(wait=False, cancel_futures=True)

    # --- listening --------------------------------------------------------------------------------------------------

    def listen(self, session: str, *, stream: bool = False) -> None:
        """Open the microphone for one question. Raises RequestError unavailable."""
        audio, stt = self._parts.audio, self._parts.stt
        if audio is None or stt is None or not self._parts.is_working("microphone"):
            raise RequestError("unavailable", "there is no microphone at the moment")
        if not self._parts.is_working("stt"):
            raise RequestError("unavailable", "listening is not ready yet")
        self.hush()
        self._listening = session
        self._current = next(self._utterance)
        self._stream = stream
        self._caption, self._complete = "", False
        self._in_ears(self._current, lambda: stt.call("start", RECOGNISE_S))
        audio.submit("listen")
        self._push(protocol.Listening(session=session, state="listening"))

    def stop_listening(self, session: str, *, cancel: bool) -> None:
        """End the question now; dropped if `cancel`."""
        if self._listening != session or self._parts.audio is None:
            return
        self._parts.audio.submit("stop_listening", cancel=cancel)
        if cancel:
            self._give_up("")

    def on_event(self, name: str, event: Fields) -> None:
        """An event of the audio or voice process; called on the event loop."""
        match name, event.get("event"):
            case "audio", "level" if self._listening:
                level = min(1.0, max(0.0, float(event["level"])))
                self._push(protocol.Listening(session=self._listening, state="listening", level=level))
            case "audio", "speech" if self._listening:
                self._hear(str(event["pcm"]))
            case "audio", "heard" if self._listening:
                self._heard()
            case "audio", "ducked":
                self._cut.sound()
            case "audio", "speech" if self._cut.going:
                self._overhear(str(event["pcm"]))
            case "audio", "heard" if self._cut.going:
                self._overheard()
            case "audio", "silence" | "lost" if self._cut.going:
                self._cut.off()
            case "audio", "silence" if self._listening:
                self._give_up("nothing_heard", failed=False)
            case "audio", "lost" if self._listening:
                self._give_up("microphone")
            case "audio", "playing":
                self._push(protocol.Speaking(session=self._speaking_for, on=bool(event["on"])))
                # The end of an earlier speech, which was hushed, is not the end of this one.
                if self._sounding and not event["on"]:
                    self._do(self._cut.over())
                self._sounding = bool(event["on"])
            case "tts", "chunk":
                self._play(event)
            case _:
                pass

    def on_part(self, part: protocol.PartHealth) -> None:
        """A part changed; called on the event loop. One that dies in mid-question is said on screen."""
        if part.state == "working":
            return
        if part.name in ("audio", "microphone", "stt"):
            self._cut.off()
        elif part.name in ("speaker", "tts"):
            self._do(self._cut.over())
        if self._listening and part.name in ("audio", "microphone"):
            self._give_up("microphone")
        elif self._listening and part.name == "stt":
            self._give_up("recogniser")
        if part.name in ("audio", "tts") and self._speaking_for:
            self._push(protocol.Speaking(session=self._speaking_for, on=False))

    def _hear(self, pcm: str) -> None:
        stt = self._parts.stt
        assert stt is not None
        number = self._current

        def work() -> None:
            heard = stt.call("audio", RECOGNISE_S, pcm=pcm)
            partial, complete = str(heard.get("partial", "")), bool(heard.get("complete"))
            self._loop.call_soon_threadsafe(self._partial, number, partial, complete)

        self._in_ears(number, work)

    def _partial(self, number: int, text: str, complete: bool) -> None:
        if number != self._current or not self._listening or (text, complete) == (self._caption, self._complete):
            return
        if text != self._caption:
            self._push(protocol.Caption(session=self._listening, text=text))
        self._caption, self._complete = text, complete
        if self._parts.audio is not None:
            self._parts.audio.submit("partial", text=text, complete=complete)

    def _heard(self) -> None:
        stt, session, number = self._parts.stt, self._listening, self._current
        assert stt is not None
        assert session is not None
        self._push(protocol.Listening(session=session, state="thinking"))

        def work() -> None:
            heard = stt.call("finish", RECOGNISE_S)
            self._loop.call_soon_threadsafe(self._understood, number, session, heard)

        self._in_ears(number, work)

    def _understood(self, number: int, session: str, heard: Fields) -> None:
        if number != self._current or self._listening != session:
            return
        text = str(heard.get("text", "")).strip()
        if not text:
            self._give_up("nothing_heard", failed=False)
            return
        self._push(protocol.Caption(session=session, text=text, final=True))
        task = self._loop.create_task(self._answer(session, text, stream=self._stream))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, session: str, text: str, *, stream: bool) -> None:
        try:
            answer, speak = await self._ask(session, text, stream)
        except RequestError as error:
            log.info("a spoken question was not answered: %s", error.code)
            self._give_up("no_session")
            return
        self._push(protocol.Answered(session=session, answer=answer))
        if self._listening == session:
            self._listening = None
        self._push(protocol.Listening(session=session, state="idle"))
        self.adjust(session, answer.control)
        speak()
        self._watch(session)

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
        manner = self._manners.get(session, self._usual)
        volume, speed = manner.volume, manner.speed
        match control:
            case "louder":
                volume *= LOUDER
            case "quieter":
                volume /= LOUDER
            case "faster":
                speed *= FASTER
            case "slower":
                speed /= FASTER
            case _:
                return
        self._manners[session] = Manner(_within(volume, _VOLUMES), _within(speed, _SPEEDS))

    def forget(self, session: str) -> None:
        """The session is over: the next shopper hears the kiosk as usual."""
        self._manners.pop(session, None)

    def say(self, session: str, text: str, language: str, names: Names = NO_NAMES) -> None:
        """Speak; what was being said before stops. Without a voice or a speaker nothing happens."""
        if text and (speech := self.begin(session)):
            self.go_on(speech, text, language, names)
            self.end(speech)

    def begin(self, session: str) -> int:
        """Begin to speak; what was being said before stops. The number of the speech, 0 without a voice or speaker."""
        if self._parts.tts is None or not self._parts.is_working("speaker") or not self._parts.is_working("tts"):
            return 0
        self.hush()
        self._speaking_for = session
        if self._parts.audio is not None:
            self._parts.audio.submit("volume", level=self._manners.get(session, self._usual).volume)
        return self._speech

    def go_on(self, speech: int, text: str, language: str, names: Names = NO_NAMES) -> None:
        """Speak this next, unless the speech was hushed. `names`: parts of the text in another language."""
        tts = self._parts.tts
        if not speech or tts is None:
            return
        if speech == self._speech:
            self._own |= {text, spoken_text(text, language)}
            for said in self._own:
                self._cut.says(said)
        speed = self._manners.get(self._speaking_for, self._usual).speed

        def work() -> None:
            if speech != self._speech:
                return
            try:
                tts.call(
                    "speak", SPEAK_S, text=text, language=language, speech=speech, speed=speed,
                    names=names.texts, names_language=names.language,
                )  # fmt: skip
            except WorkerError as error:
                log.warning("the voice failed: %s", error.code)
            else:
                self._made = speech

        self._mouth.submit(work)

    def end(self, speech: int) -> None:
        """Nothing follows: the speaker is told once all of it is made."""

        def work() -> None:
            self._loop.call_soon_threadsafe(self._spoken if speech == self._made else self._unsaid, speech)

        if speech:
            self._mouth.submit(work)

    def hush(self) -> None:
        """Fall silent at once; nobody can cut in any more."""
        if self._cut.going and self._parts.audio is not None:
            self._parts.audio.submit("stop_listening", cancel=True)
        self._cut.off()
        self._fall_silent()

    def _fall_silent(self) -> None:
        self._speech += 1
        self._own.clear()
        if self._parts.audio is not None:
            self._parts.audio.submit("hush")
        if self._parts.tts is not None:
            self._parts.tts.submit("stop")

    def _play(self, event: Fields) -> None:
        audio = self._parts.audio
        if audio is not None and event.get("speech") == self._speech:
            audio.submit("play", pcm=event["pcm"], rate=event["rate"], first=False, last=False)

    def _unsaid(self, speech: int) -> None:
        """The voice made nothing of it: no sound will end."""
        if speech == self._speech:
            self._do(self._cut.over())

    def _spoken(self, speech: int) -> None:
        """The last chunk went out before this: tell the speaker that nothing follows."""
        audio = self._parts.audio
        if audio is not None and speech == self._speech:
            audio.submit("play", pcm="", rate=self._parts.tts.info.get("rate", 22050), first=False, last=True)  # type: ignore[union-attr]

    # --- cutting in -------------------------------------------------------------------------------------------------

    def _watch(self, session: str) -> None:
        """Keep the microphone open while the answer is said."""
        audio, stt = self._parts.audio, self._parts.stt
        speaking = self._speaking_for == session and bool(self._own)
        if not (self._interrupt and speaking and self._parts.is_working("microphone")) or audio is None or stt is None:
            return
        self._cut.begin()
        for said in self._own:
            self._cut.says(said)
        self._listen_over(audio, "listen", over=True)

    def _listen_over(self, audio: Worker, op: str, **fields: bool) -> None:
        """Hear the next sound over our own as an utterance of its own."""
        stt = self._parts.stt
        assert stt is not None
        self._current = next(self._utterance)
        self._caption, self._complete = "", False
        self._in_ears(self._current, lambda: stt.call("start", RECOGNISE_S))
        audio.submit(op, **fields)

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
        audio = self._parts.audio
        if audio is None:
            return
        match act:
            case Act.STOP:
                session = self._speaking_for
                self._cut.off()
                self._fall_silent()
                self._stop_wording(session)
                self._listening = session
                self._push(protocol.Listening(session=session, state="listening"))
                self._push(protocol.Caption(session=session, text=text))
            case Act.RESUME:
                self._listen_over(audio, "resume")
            case Act.CLOSE:
                self._current = next(self._utterance)
                audio.submit("stop_listening", cancel=True)
            case _:
                pass


def _within(value: float, limits: tuple[float, float]) -> float:
    return min(limits[1], max(limits[0], value))


def _quietly(worker: Worker, op: str) -> None:
    try:
        worker.call(op, RECOGNISE_S)
    except WorkerError as error:
        log.debug("%s: %s", worker.name, error.code)
