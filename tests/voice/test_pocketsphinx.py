"""Questions spoken by espeak, heard by PocketSphinx with the demo store's words."""

from __future__ import annotations

import numpy as np
import pytest

from tests.voice.made import speech, tone
from voice import RATE, Expected, Transcript, Vocabulary, VoiceError, decoding, recognize_pcm, shop
from voice.cleaning import Sound
from voice.recognizers.pocketsphinx import PocketSphinxRecognizer

QUESTIONS = {
    "where can I get some sunscreen": "sunscreen",
    "do you have decaf coffee": "decaf coffee",
    "how much is the cream cheese": "much cream cheese",
    "I'm looking for dish soap": "dish soap",
    "where are the frozen vegetables": "frozen vegetables",
    "do you sell birthday candles": "birthday candles",
    "I need trash bags": "trash bags",
    "what time do you close tonight": "time close",
    "can I speak to someone": "speak someone",
    "do you have cat litter": "cat litter",
    "can I return something without a receipt": "return receipt",
    "thank you goodbye": "thank you",
}


def hear(pcm: bytes, recognizer: PocketSphinxRecognizer) -> Transcript:
    """An utterance given whole: nothing is decoded in between."""
    recognizer.start()
    recognizer.accept(pcm)
    return recognizer.finish()


def test_shop_questions(pocketsphinx: PocketSphinxRecognizer) -> None:
    heard = {question: hear(speech(question), pocketsphinx) for question in QUESTIONS}
    wrong = {
        question: heard[question].text
        for question, words in QUESTIONS.items()
        if not set(words.split()) <= set(heard[question].text.split())
    }
    assert len(wrong) <= 2, wrong
    right = [transcript.confidence for question, transcript in heard.items() if question not in wrong]
    assert np.mean(right) > 0.7


@pytest.mark.parametrize("level", [0.05, 1.8])
def test_soft_and_loud_speech(pocketsphinx: PocketSphinxRecognizer, level: float) -> None:
    wrong = {}
    for question in ("do you have decaf coffee", "I need trash bags", "do you have cat litter"):
        samples = np.frombuffer(speech(question), "<i2") * level
        pcm = samples.clip(-32768, 32767).astype("<i2").tobytes()
        if not set(QUESTIONS[question].split()) <= set((heard := recognize_pcm(pcm, pocketsphinx)).text.split()):
            wrong[question] = heard
    assert len(wrong) <= 1, wrong


def test_silence_and_noise_are_no_words(pocketsphinx: PocketSphinxRecognizer) -> None:
    noise = np.random.default_rng(0).normal(0, 2_000, 2 * RATE).astype("<i2").tobytes()
    for pcm in (b"", b"\0", bytes(2 * RATE), tone(1.0), noise):
        heard = recognize_pcm(pcm, pocketsphinx)
        assert (heard.text, heard.confidence) == ("", 0.0)


def test_words_come_while_the_shopper_speaks(pocketsphinx: PocketSphinxRecognizer) -> None:
    pcm = speech("where are the frozen vegetables", lead_s=0.1, trail_s=0.6)
    pocketsphinx.start()
    texts = [pocketsphinx.accept(pcm[at : at + 3_200]) for at in range(0, len(pcm), 3_200)]
    assert texts[0] == ""
    assert any(text.startswith("where") and "vegetables" not in text for text in texts)
    assert not pocketsphinx.complete
    assert pocketsphinx.pause() == "where are the frozen vegetables"
    while not pocketsphinx.complete:
        # Other versions are heard while the turn waits.
        assert pocketsphinx.accept(bytes(3_200)) == "where are the frozen vegetables"
    assert pocketsphinx.finish().text == "where are the frozen vegetables"


def test_speech_after_a_pause_is_heard_with_what_was_before(pocketsphinx: PocketSphinxRecognizer) -> None:
    pocketsphinx.start()
    pocketsphinx.accept(speech("where are the frozen", trail_s=0.3))
    assert pocketsphinx.pause()
    rest = speech("vegetables", lead_s=0.1)
    for at in range(0, len(rest), 3_200):
        pocketsphinx.accept(rest[at : at + 3_200])
    assert pocketsphinx.finish().text == "where are the frozen vegetables"


def test_what_is_said_after_a_pause_belongs_to_it(pocketsphinx: PocketSphinxRecognizer) -> None:
    pcm = speech("I'm looking for", trail_s=0.4) + speech("dish soap", lead_s=0.1)
    heard = recognize_pcm(pcm, pocketsphinx).text
    assert heard.startswith("i'm looking for")
    assert heard.endswith("soap")


def test_the_same_sound_gives_the_same_text(pocketsphinx: PocketSphinxRecognizer) -> None:
    pcm = speech("is there any brown rice")
    first, second = (recognize_pcm(pcm, pocketsphinx) for _ in range(2))
    assert (first.text, first.confidence) == (second.text, second.confidence)


def test_a_dropped_utterance_leaves_nothing(pocketsphinx: PocketSphinxRecognizer) -> None:
    pocketsphinx.start()
    pocketsphinx.accept(speech("add milk to my list"))
    pocketsphinx.start()
    heard: Transcript = pocketsphinx.finish()
    assert heard.text == ""


def test_other_words_are_less_sure(pocketsphinx: PocketSphinxRecognizer) -> None:
    known = recognize_pcm(speech("is there any brown rice"), pocketsphinx)
    unknown = recognize_pcm(speech("colourless green ideas sleep furiously tomorrow"), pocketsphinx)
    assert unknown.confidence < 0.6 < known.confidence


def test_new_words_are_learnt() -> None:
    recognizer = PocketSphinxRecognizer(Vocabulary(("help",)))
    pcm = speech("do you have purple snorkels")
    assert "snorkels" not in recognize_pcm(pcm, recognizer).text
    recognizer.learn(Vocabulary(("purple snorkels", "Zqx 🥛", "")))
    assert recognize_pcm(pcm, recognizer).text == "do you have purple snorkels"


def test_a_store_without_words() -> None:
    with pytest.raises(VoiceError, match="catalog"):
        PocketSphinxRecognizer(Vocabulary(("", "🥛")))


def test_what_is_on_screen_and_what_was_asked_come_first(pocketsphinx: PocketSphinxRecognizer) -> None:
    pocketsphinx.start(Expected(("yes", "the large one"), ("Quexley Zanthor Bites", "Brambleton Oat Milk")))
    pocketsphinx.accept(speech("how much is the zanthor bites"))
    assert pocketsphinx.finish().text == "how much is the zanthor bites"
    pocketsphinx.start(Expected(("yes", "the large one"), ("Brambleton Oat Milk",)))
    pocketsphinx.accept(speech("the large one"))
    heard = pocketsphinx.finish()
    assert heard.text == "the large one"
    assert heard.confidence > 0.7
    assert len(heard.alternatives) <= 3


def test_departments_take_turns(pocketsphinx: PocketSphinxRecognizer, store_words: Vocabulary) -> None:
    keys = list(store_words.departments)[:4]
    for key in [*keys, *keys[:2], "nowhere"]:
        pocketsphinx.start(Expected(department=key))
    pocketsphinx.start(Expected(department="dairy"))
    pocketsphinx.accept(speech("do you have any cream cheese"))
    assert "cream cheese" in pocketsphinx.finish().text


def test_a_vocabulary_too_large_for_the_model_is_still_heard(
    store_words: Vocabulary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shop, "_IN_TRIGRAMS", 5_000)
    recognizer = PocketSphinxRecognizer(Vocabulary(store_words.phrases[:1500]))
    assert "where" in recognize_pcm(speech("where are the eggs"), recognizer).text


def test_who_goes_on_after_a_pause_is_heard_whole(pocketsphinx: PocketSphinxRecognizer) -> None:
    """By every decoder, whatever was said before the pause."""
    decoders = (pocketsphinx._shop._free, pocketsphinx._shop._strict)
    said = "where do I find the paper towels and how much is the cream cheese and the oat milk"
    along = decoding.Along(decoders, speech(said))
    frames = {decoder.n_frames() for decoder in decoders}
    assert "oat milk" in along.so_far()
    along.drop()
    assert len(frames) == 1
    decoding.hear(decoders[0], Sound(speech("how much is the cream cheese and where do I find the oat milk"), 1.0))
    assert decoders[0].n_frames() > 300
