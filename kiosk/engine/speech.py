"""What the kiosk says aloud: one speech at a time, over the audio and voice processes.

A speech is begun, gone on with sentence by sentence, and ended; a newer one or `hush` takes its place. Asking the voice
for sound is done on a thread of its own, so that a slow or dead worker never holds up the event loop.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from kiosk.engine.parts import Parts
from kiosk.engine.pipe import Fields
from kiosk.engine.worker import WorkerError
from kiosk.settings import VoiceSettings
from voice import spoken_text

log = logging.getLogger(__name__)

SPEAK_S = 30.0
LOUDER = 1.41
"""What "louder" does to the volume and "quieter" undoes: 3 dB."""
FASTER = 1.2
_VOLUMES, _SPEEDS = (0.1, 4.0), (0.5, 2.0)


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


class Speech:
    """One kiosk's mouth. Its methods are for the event loop."""

    def __init__(self, parts: Parts, voice: VoiceSettings, says: Callable[[str], None], unsaid: Callable[[], None]):
        """`says(text)` is told what is being said, as written and as spoken; `unsaid()` that nothing will sound of it,
        since the voice made nothing."""
        self._parts = parts
        self._says = says
        self._unsaid = unsaid
        self._mouth = ThreadPoolExecutor(1, "mouth")
        self._loop = asyncio.get_running_loop()
        self._number = 0
        """Of the newest speech; chunks of older ones are dropped."""
        self._made = 0
        """The newest speech of which the voice made something."""
        self.session = ""
        """For whom the newest is."""
        self.own: set[str] = set()
        """What is being said, as written and as spoken."""
        self._first: dict[str, tuple[str, str]] = {}
        """Text and language of what a session is told before anything else."""
        self._usual = Manner(voice.volume, voice.speed)
        self._manners: dict[str, Manner] = {}

    def close(self) -> None:
        self._mouth.shutdown(wait=False, cancel_futures=True)

    def adjust(self, session: str, control: str | None) -> None:
        """Do what a shopper wants of the voice: louder, quieter, faster or slower, until the session ends."""
        manner = self._manner(session)
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

    def usually(self, volume: float) -> None:
        """From the next shopper on, this loud."""
        self._usual = replace(self._usual, volume=_within(volume, _VOLUMES))

    def introduce(self, session: str, text: str, language: str) -> None:
        """Say this before the first that is said in a session."""
        self._first[session] = (text, language)

    def forget(self, session: str) -> None:
        """The session is over: the next shopper hears the kiosk as usual."""
        self._manners.pop(session, None)
        self._first.pop(session, None)

    def begin(self, session: str) -> int:
        """Begin to speak; what was being said before stops. The number of the speech, 0 without a voice or speaker."""
        if self._parts.tts is None or not self._parts.is_working("speaker") or not self._parts.is_working("tts"):
            return 0
        self.hush()
        self.session = session
        if self._parts.audio is not None:
            self._parts.audio.submit("volume", level=self._manner(session).volume)
        if first := self._first.pop(session, None):
            self.go_on(self._number, *first)
        return self._number

    def go_on(self, speech: int, text: str, language: str, names: Names = NO_NAMES) -> None:
        """Speak this next, unless the speech was hushed. `names`: parts of the text in another language."""
        tts = self._parts.tts
        if not speech or tts is None:
            return
        if speech == self._number:
            for said in (text, spoken_text(text, language)):
                self.own.add(said)
                self._says(said)
        speed = self._manner(self.session).speed

        def work() -> None:
            if speech != self._number:
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
        if speech:
            self._mouth.submit(lambda: self._loop.call_soon_threadsafe(self._ended, speech))

    def hush(self) -> None:
        """Fall silent at once."""
        self._number += 1
        self.own.clear()
        if self._parts.audio is not None:
            self._parts.audio.submit("hush")
        if self._parts.tts is not None:
            self._parts.tts.submit("stop")

    def play(self, chunk: Fields) -> None:
        """Sound that the voice made."""
        audio = self._parts.audio
        if audio is not None and chunk.get("speech") == self._number:
            audio.submit("play", pcm=chunk["pcm"], rate=chunk["rate"], first=False, last=False)

    def _ended(self, speech: int) -> None:
        """The last chunk went out before this."""
        audio, tts = self._parts.audio, self._parts.tts
        if speech != self._number or audio is None or tts is None:
            return
        if speech == self._made:
            audio.submit("play", pcm="", rate=tts.info.get("rate", 22050), first=False, last=True)
        else:
            self._unsaid()

    def _manner(self, session: str) -> Manner:
        return self._manners.get(session, self._usual)


def _within(value: float, limits: tuple[float, float]) -> float:
    return min(limits[1], max(limits[0], value))
