"""Noise suppression, the versions of a sound, and texts that vote."""

from __future__ import annotations

import importlib.machinery
import importlib.util
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.voice.made import speech
from voice import RATE, VoiceError, cleaning
from voice.agreement import likeness, middle, word_errors
from voice.cleaning import VERSIONS, Cleaner, loud_over_quiet, spoken_part
from voice.denoise import Denoiser, denoiser
from voice.grammar import Fsg, Network
from voice.recognizers.grammar import GrammarRecognizer
from voice.vad import Vad

texts = st.lists(st.sampled_from(["milk", "oat", "the", "where"]), max_size=6).map(" ".join)


def orders() -> Fsg:
    """A size, a drink and perhaps milk, as at the counter."""
    network = Network()
    sized, drink, final = network.state(), network.state(), network.state()
    for opening in ("can i have a", "i'd like a"):
        for size in ("small", "medium", "large"):
            network.say(0, [*opening.split(), size], sized)
    for name in ("latte", "mocha", "espresso", "iced coffee"):
        network.say(sized, name.split(), drink)
    network.jump(drink, final)
    for milk in ("soy", "almond", "skim"):
        network.say(drink, ["with", milk, "milk"], final)
    return network.compile(final)


@pytest.fixture(scope="module")
def suppress() -> Denoiser:
    found = denoiser()
    if found is None:
        pytest.skip("RNNoise is not installed here")
    return found


@pytest.fixture(scope="module")
def counter() -> GrammarRecognizer:
    return GrammarRecognizer(orders())


def noise(count: int, loud: float, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, loud, count).astype(np.float32)


# --- suppression ----------------------------------------------------------------------------------------------------


def test_noise_goes_and_speech_stays_where_it_is(suppress: Denoiser) -> None:
    spoken = np.frombuffer(speech("where can I find the oat milk", lead_s=1.0, trail_s=1.0), "<i2").astype(np.float32)
    noisy = spoken + noise(len(spoken), 400)
    clean = suppress(noisy)
    assert len(clean) == len(noisy)
    quiet = slice(RATE // 2, RATE - RATE // 10)
    assert np.std(clean[quiet]) < 0.2 * np.std(noisy[quiet])
    loud = slice(RATE, len(spoken) - RATE)
    shifts = {shift: float(np.dot(spoken[loud], np.roll(clean, shift)[loud])) for shift in range(-200, 201, 20)}
    assert max(shifts, key=lambda shift: shifts[shift]) == 0


@pytest.mark.parametrize("count", [1, 159, 160, 161, 5_000])
def test_any_length(suppress: Denoiser, count: int) -> None:
    assert len(suppress(noise(count, 100))) == count


def test_no_memory_of_what_was_heard_before(suppress: Denoiser) -> None:
    sound = noise(RATE, 1_000)
    first = suppress(sound)
    suppress(noise(RATE, 9_000, seed=1))
    assert np.array_equal(first, suppress(sound))


@pytest.mark.parametrize("spec", [None, "empty"])
def test_without_the_library(spec: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    origin = str(tmp_path / "__init__.py")
    found = None if spec is None else importlib.machinery.ModuleSpec("pyrnnoise", None, origin=origin)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: found)
    assert denoiser() is None


def test_hearing_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaning, "denoiser", lambda: None)
    recognizer = GrammarRecognizer(orders())
    recognizer.accept(speech("I'd like a small latte"))
    assert recognizer.finish().text == "i'd like a small latte"


# --- versions -------------------------------------------------------------------------------------------------------


def noisy(pcm: bytes, loud: float = 300) -> bytes:
    samples = np.frombuffer(pcm, "<i2").astype(np.float32)
    return (samples + noise(len(samples), loud)).clip(-32768, 32767).astype("<i2").tobytes()


def test_the_versions_of_a_noisy_sound(suppress: Denoiser) -> None:
    cleaner = Cleaner(Vad())
    pcm = noisy(speech("where can I find the oat milk"))
    made = list(cleaner.versions(pcm))
    assert [sound.warp for sound in made] == [version.warp for version in VERSIONS]
    assert len({len(sound.pcm) for sound in made}) == 1
    assert len(set(made)) == len(VERSIONS)
    assert list(cleaner.versions(pcm)) == made


def test_a_clean_sound_is_left_as_it_is() -> None:
    pcm = speech("where can I find the oat milk")
    made = list(Cleaner(Vad()).versions(pcm))
    assert len(set(made)) == len(made)
    raw = np.frombuffer(pcm, "<i2").astype(np.float32)
    raw = raw[spoken_part(raw, Vad())]
    first = np.frombuffer(made[0].pcm, "<i2").astype(np.float32)
    assert np.std(first - raw) < 0.01 * np.abs(raw).max()


def test_loud_over_quiet() -> None:
    pcm = speech("where can I find the oat milk")
    levels = [
        loud_over_quiet(np.frombuffer(noisy(pcm, loud), "<i2").astype(np.float32)) for loud in (0, 30, 300, 3_000)
    ]
    assert levels == sorted(levels, reverse=True)
    assert levels[0] > 60 > 30 > levels[2]
    assert loud_over_quiet(np.zeros(0, np.float32)) == 0.0


@pytest.mark.parametrize("pcm", [b"", b"\0", bytes(2), bytes(2 * RATE), bytes(2 * RATE + 1)])
def test_versions_of_nothing(pcm: bytes) -> None:
    made = list(Cleaner(Vad()).versions(pcm))
    assert bool(made) == (len(pcm) > 1)
    assert all(len(sound.pcm) == len(pcm) // 2 * 2 for sound in made)


@pytest.mark.parametrize("loud", [0, 30, 300])
def test_the_part_with_speech(loud: float) -> None:
    lead_s, trail_s = 2.0, 3.0
    spoken = np.frombuffer(speech("where can I find the oat milk", lead_s=lead_s, trail_s=trail_s), "<i2")
    sound = spoken.astype(np.float32) + noise(len(spoken), loud)
    clatter = slice(len(sound) - RATE, len(sound) - RATE + RATE // 50)
    sound[clatter] += noise(RATE // 50, 9_000, seed=1)
    part = spoken_part(sound, Vad())
    assert 0.4 * RATE < part.start <= lead_s * RATE
    assert len(sound) - trail_s * RATE <= part.stop < len(sound) - RATE


def test_a_softer_voice_before_is_not_the_speaker() -> None:
    near = np.frombuffer(speech("where can I find the oat milk", lead_s=0.0), "<i2").astype(np.float32)
    far = np.frombuffer(speech("we could make soup tonight", "en-us+f4", lead_s=0.0), "<i2").astype(np.float32)
    gap = np.zeros(RATE, np.float32)
    sound = np.concatenate([0.03 * far, gap, near]) + noise(len(far) + len(gap) + len(near), 60)
    assert spoken_part(sound, Vad()).start >= len(far)


def test_the_whole_sound_when_nobody_speaks() -> None:
    sound = noise(3 * RATE, 500)
    assert spoken_part(sound, Vad()) == slice(0, len(sound))


# --- agreement ------------------------------------------------------------------------------------------------------


@given(texts, texts)
def test_word_errors_are_a_distance(a: str, b: str) -> None:
    errors = word_errors(a.split(), b.split())
    assert (errors == 0) == (a == b)
    assert errors == word_errors(b.split(), a.split())
    assert abs(len(a.split()) - len(b.split())) <= errors <= max(len(a.split()), len(b.split()))


@given(texts, texts)
def test_two_that_agree_settle_it(a: str, b: str) -> None:
    assert middle([a, b, a]) == middle([b, a, a]) == middle([a, a]) == a


@given(st.lists(texts, min_size=1, max_size=4))
def test_the_middle_is_one_of_them(said: list[str]) -> None:
    assert middle(said) in said


def test_the_middle_of_three() -> None:
    said = ["a small latte with oat milk", "a small mocha with oat milk", "a small latte with milk"]
    assert middle(said) == said[0]
    assert middle([]) == ""


def test_likeness() -> None:
    assert likeness("oat milk", "oat milk") == 1.0
    assert likeness("oat milk", "") == 0.0
    assert 0 < likeness("oat milk", "soy milk") < 1


# --- a grammar of its own -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["can I have a large iced coffee", "I'd like a medium mocha with almond milk"])
@pytest.mark.parametrize("loud", [0, 300])
def test_orders_in_noise(counter: GrammarRecognizer, said: str, loud: int) -> None:
    spoken = np.frombuffer(speech(said), "<i2").astype(np.float32)
    spoken += noise(len(spoken), loud)
    counter.start()
    counter.accept(spoken.clip(-32768, 32767).astype("<i2").tobytes())
    heard = counter.finish()
    assert heard.text == said.lower()
    assert heard.confidence > 0.5


def test_other_sentences_are_less_sure(counter: GrammarRecognizer) -> None:
    counter.start()
    counter.accept(speech("colourless green ideas sleep furiously tomorrow"))
    assert counter.finish().confidence < 0.5


def test_a_grammar_that_cannot_be_heard() -> None:
    network = Network()
    final = network.state()
    with pytest.raises(VoiceError, match="no words"):
        GrammarRecognizer(network.compile(final))
    network.say(0, ["oat", "…"], final)
    with pytest.raises(VoiceError, match="…"):
        GrammarRecognizer(network.compile(final))
