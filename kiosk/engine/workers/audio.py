"""The process that holds microphone and speaker: `python -m kiosk.engine.workers.audio`.

Operations: listen {over, tone}, stop_listening {cancel}, partial {text, complete}, play {pcm, rate, first, last}, hush,
volume {level}, resume, wake {word}, devices.
Events: ready and devices {microphone, speaker, detail}, alive, level {level}, ducked, speech {pcm},
paused (the shopper is silent for now), then one of heard {reason, clipped}, silence and lost {detail}; playing {on};
wake {word, detail} (what is waited for, or why it cannot be), woken.

`listen` with `over` also hears who speaks while sound is played. The volume falls with their first sound, here and not
by way of the engine, which then says `hush`, or `resume`: speak up again and listen on. With `tone` a short tone tells
that the microphone is open; it delays nothing, and is left out when a shopper speaks on after the wake word.

After `wake` the microphone stays open between utterances, for the wake word alone. What is said after the word goes
into the utterance that `listen` then begins.
"""

from __future__ import annotations

import sys
import threading
import time

import typer

from kiosk.engine.pipe import Fields, Pipe, RefusedError, pack, serve, unpack
from voice import RATE, VoiceError
from voice.devices import Microphone, Sound
from voice.ears import Ears
from voice.echo import Echo
from voice.loudspeaker import Loudspeaker
from voice.tone import TONE_RATE, listening_tone
from voice.turns import Event, Heard, Paused, Silence, Speech
from voice.vad import Vad
from voice.wake import WakeWord

EXIT_FAILED = 3
ALIVE_S = 1.0
SPEECH_S = 0.09
"""Sound in one `speech` event, at least."""
LOOK_EVERY = 2
"""Devices are looked at every so many `alive` periods."""
_CLOSING_S = 0.15
"""Time for a microphone to be closed."""


class Audio:
    """What the process does."""

    def __init__(self, pipe: Pipe, microphone: str, speaker: str) -> None:
        """Raises VoiceError when the voice-activity model cannot be loaded."""
        self._pipe = pipe
        self._wanted = {"microphone": microphone, "speaker": speaker}
        self._found: dict[str, str | None] = {}
        self._detail = ""
        self._said = b""
        self._sound = Sound()
        self._ending = threading.Event()
        self._echo = Echo()
        self._over = False
        self._toning = False
        self._wake: WakeWord | None = None
        self._speaker = Loudspeaker(
            self._sound,
            speaker,
            self._playing,
            self._speaker_lost,
            lambda loud: self._echo.played(loud, time.monotonic()),
        )
        self._ears = Ears(
            Microphone(self._sound, microphone),
            Vad(),
            self._happened,
            lambda level: pipe.emit("level", level=round(level, 3)),
            self._microphone_lost,
            lambda: self._speaker.busy and not self._toning,
            others=self._echo,
            toning=lambda: self._toning,
            woken=lambda: pipe.emit("woken"),
        )
        self._look()

    def run(self) -> None:
        """Work until the engine goes away."""
        self._tell("ready")
        tender = threading.Thread(target=self._tend, name="tender", daemon=True)
        tender.start()
        serve(
            self._pipe,
            {
                "listen": self.listen,
                "stop_listening": self.stop_listening,
                "partial": self.partial,
                "play": self.play,
                "hush": self.hush,
                "volume": self.volume,
                "resume": self.resume,
                "wake": self.wake,
                "devices": self.devices,
            },
        )
        self._ending.set()
        tender.join()
        self._ears.close()
        self._speaker.hush()

    # --- operations -------------------------------------------------------------------------------------------------

    def listen(self, over: bool = False, tone: bool = False) -> None:
        """Open the microphone for one utterance, also while sound is played if `over`."""
        try:
            self._need("microphone")
        except RefusedError as refused:
            # Told as of one that is pulled out: the engine waits for no reply, but for the end of the utterance.
            self._pipe.emit("lost", detail=refused.detail)
            raise
        self._ears.stop(cancel=True)
        self._said = b""
        self._over = over
        tone = tone and self._found["speaker"] is not None and not self._speaker.busy
        if self._ears.listen(over, tone):
            self._toning = True
            self._speaker.play(listening_tone(), TONE_RATE, first=True, last=True)

    def wake(self, word: str = "") -> None:
        """Wait for a wake word between utterances; an empty one: for none."""
        self._ears.watch(None)
        self._wake, detail = None, ""
        if word:
            try:
                self._wake = WakeWord(word)
            except VoiceError as error:
                detail = str(error)
        self._pipe.emit("wake", word=word, detail=detail)
        if detail:
            raise RefusedError("unavailable", detail)
        self._watch()

    def resume(self) -> None:
        """Nobody spoke: play as loud as before, and listen on."""
        self._echo.mistaken()
        self._speaker.duck(False)
        self.listen(over=True)

    def volume(self, level: float) -> None:
        """How loud sound is played; 1 is as it comes."""
        if not 0.0 <= level <= 4.0:
            raise RefusedError("bad_request", f"a volume of {level} is not between 0 and 4")
        self._speaker.set_volume(level)

    def stop_listening(self, cancel: bool = False) -> None:
        """End the utterance; after `cancel` no event tells of it any more."""
        self._ears.stop(cancel)

    def partial(self, text: str, complete: bool) -> None:
        """What was recognised so far, for the end of the turn."""
        self._ears.recognized(complete and bool(text.strip()), text)

    def play(self, pcm: str, rate: int, first: bool = False, last: bool = False) -> None:
        """Queue sound for the speaker."""
        self._need("speaker")
        if not 4_000 <= rate <= 192_000:
            raise RefusedError("bad_request", f"a rate of {rate} samples a second cannot be played")
        if self._toning:
            self._speaker.hush()
        self._speaker.play(unpack(pcm), rate, first, last)

    def hush(self) -> None:
        """Fall silent at once."""
        self._speaker.hush()

    def devices(self) -> Fields:
        """The names of all devices and which are used."""
        try:
            self._sound.refresh()
            names = {"microphones": self._sound.names("input"), "speakers": self._sound.names("output")}
        except VoiceError as error:
            return {"microphones": [], "speakers": [], **self._state(), "detail": str(error)}
        return {**names, **self._state()}

    # --- what happens -----------------------------------------------------------------------------------------------

    def _happened(self, event: Event) -> None:
        match event:
            case Speech(pcm):
                if self._over:
                    self._over = False
                    self._speaker.duck(True)
                    self._pipe.emit("ducked")
                self._said += pcm
                if len(self._said) >= SPEECH_S * RATE * 2:
                    self._send_speech()
            case Paused():
                self._send_speech()
                self._pipe.emit("paused")
            case Heard(reason):
                self._send_speech()
                self._pipe.emit("heard", reason=reason, clipped=self._ears.clipped)
            case Silence():
                self._pipe.emit("silence")

    def _send_speech(self) -> None:
        if self._said:
            self._pipe.emit("speech", pcm=pack(self._said))
            self._said = b""

    def _playing(self, on: bool) -> None:
        if self._toning:
            self._toning = on
        else:
            self._pipe.emit("playing", on=on)

    def _microphone_lost(self, detail: str) -> None:
        self._pipe.emit("lost", detail=detail)
        self._gone("microphone", detail)

    def _speaker_lost(self, detail: str) -> None:
        self._gone("speaker", detail)

    # --- devices ----------------------------------------------------------------------------------------------------

    def _need(self, kind: str) -> None:
        if self._found.get(kind) is None:
            raise RefusedError("unavailable", self._detail or f"there is no {kind}")

    def _gone(self, kind: str, detail: str) -> None:
        self._found[kind], self._detail = None, detail
        self._tell("devices")

    def _look(self) -> bool:
        """Look which devices can be used; whether that changed."""
        before = (dict(self._found), self._detail)
        why: list[str] = []
        for kind, direction in (("microphone", "input"), ("speaker", "output")):
            if kind == "microphone" and self._ears.open:
                continue  # some devices can be opened only once
            try:
                self._found[kind] = self._sound.check(direction, self._wanted[kind])
            except VoiceError as error:
                self._found[kind] = None
                why.append(str(error))
        self._detail = "; ".join(dict.fromkeys(why))
        return before != (self._found, self._detail)

    def _watch(self) -> None:
        """Wait for the wake word, if there is one and a microphone."""
        if self._wake is not None and self._found["microphone"] is not None and not self._ears.open:
            self._ears.watch(self._wake)

    def _tend(self) -> None:
        """Show that the process lives, and notice devices that go and come."""
        passed = 0
        while not self._ending.wait(ALIVE_S):
            self._pipe.emit("alive")
            if self._ears.open and self._sound.gone("input"):
                self._ears.lose(f"the microphone {self._found['microphone']} went away")
            passed += 1
            if passed % LOOK_EVERY or self._ears.listening or self._speaker.busy:
                continue
            if None in self._found.values():
                self._look_anew()
            if self._look():
                self._tell("devices")
            self._watch()

    def _look_anew(self) -> None:
        """Let PortAudio list its devices again, for which none may be open."""
        self._ears.watch(None)
        if self._ears.open and self._ending.wait(_CLOSING_S):
            return
        try:
            self._sound.refresh()
        except VoiceError as error:
            self._detail = str(error)

    def _state(self) -> Fields:
        return {**self._found, "detail": self._detail}

    def _tell(self, event: str) -> None:
        self._pipe.emit(event, **self._state())


def main(microphone: str = "", speaker: str = "") -> None:
    """Hold the microphone and the speaker for the engine; empty names mean the machine's usual devices."""
    pipe = Pipe()
    try:
        audio = Audio(pipe, microphone, speaker)
    except VoiceError as error:
        pipe.emit("failed", detail=str(error))
        sys.exit(EXIT_FAILED)
    audio.run()


if __name__ == "__main__":
    typer.run(main)
