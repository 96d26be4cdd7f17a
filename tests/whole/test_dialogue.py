"""A whole conversation by voice, through the virtual microphone and speaker, with every process real."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import protocol
from kiosk.engine.client import EngineClient
from tests.voice.made import speech
from tests.voice.pulse import VirtualAudio
from tests.whole.kiosk import Kiosk
from voice import write_wav

pytestmark = [pytest.mark.whole, pytest.mark.timeout(300)]


def _is_outcome(message: protocol.Message) -> bool:
    """What ends a question by voice: an answer, a question back, or that nothing was heard."""
    if isinstance(message, protocol.Listening):
        return message.state in ("idle", "failed") and bool(message.detail)
    return isinstance(message, protocol.Answered | protocol.DidYouSay)


class Shopper:
    """Speaks to the kiosk with one voice, in one session."""

    def __init__(self, client: EngineClient, audio: VirtualAudio, folder: Path, voice: str) -> None:
        self._client, self._audio, self._folder, self._voice = client, audio, folder, voice
        self.unheard = 0
        """Sentences that had to be typed."""
        self.session = client.request(protocol.StartSession(id=client.next_id()), protocol.SessionStarted).session

    def tap(self) -> None:
        """Tap to talk; returns when the kiosk listens."""
        self._client.send(protocol.Listen(id=self._client.next_id(), session=self.session))
        self.wait_listening()

    def wait_listening(self) -> None:
        self._client.wait_for(lambda m: isinstance(m, protocol.Listening) and m.state == "listening")

    def say(self, text: str) -> protocol.Answer:
        """Say something, and tap or type it if it was not heard for sure; the answer, once the kiosk speaks it."""
        wav = self._folder / "said.wav"
        write_wav(wav, speech(text, self._voice), 16_000)
        self._audio.speak_into_mic(wav, wait=False)
        told = self._client.wait_for(_is_outcome)
        if isinstance(told, protocol.Answered):
            answer = told.answer
        else:
            via = "tapped" if isinstance(told, protocol.DidYouSay) and text in told.choices else "typed"
            self.unheard += via == "typed"
            ask = protocol.Ask(id=self._client.next_id(), session=self.session, text=text, via=via, speak=True)
            answer = self._client.request(ask, protocol.Answer)
        self._client.wait_for(lambda m: isinstance(m, protocol.Speaking) and m.on)
        return answer

    def wait_silence(self) -> None:
        self._client.wait_for(lambda m: isinstance(m, protocol.Speaking) and not m.on)


@pytest.mark.parametrize("voice", ["en-us+f2", "en-us+m7"])
def test_a_conversation_by_voice(kiosk: Kiosk, audio: VirtualAudio, tmp_path: Path, voice: str) -> None:
    with EngineClient(kiosk.data / "run" / "engine.sock", role="screen") as client:
        shopper = Shopper(client, audio, tmp_path, voice)
        shopper.tap()
        found = shopper.say("do you have oat milk")
        assert "oat" in found.products[0].name.lower()
        shopper.wait_silence()
        shopper.tap()
        second = shopper.say("how much is the second one")
        assert [card.sku for card in second.products[:1]] == [found.products[1].sku]
        shopper.wait_silence()
        shopper.tap()
        shopper.say("add it to my list")
        listed = client.request(
            protocol.ChangeList(id=client.next_id(), session=shopper.session, op="show"), protocol.ListReply
        )
        assert [line.card.sku for line in listed.lines] == [found.products[1].sku]
        assert shopper.unheard <= 1
        client.send(protocol.EndSession(id=client.next_id(), session=shopper.session))


def test_a_question_of_the_kiosk_is_answered_without_a_tap(kiosk: Kiosk, audio: VirtualAudio, tmp_path: Path) -> None:
    with EngineClient(kiosk.data / "run" / "engine.sock", role="screen") as client:
        shopper = Shopper(client, audio, tmp_path, "en-us+f2")
        client.request(
            protocol.Ask(id=client.next_id(), session=shopper.session, text="where is the milk"), protocol.Answer
        )
        shopper.tap()
        asked = shopper.say("I want to talk to someone about my bread")
        assert asked.offer_staff or asked.page
        if not asked.page:
            shopper.wait_listening()
            assert shopper.say("yes please").page
        client.send(protocol.EndSession(id=client.next_id(), session=shopper.session))
