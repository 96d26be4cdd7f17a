"""The Whisper recogniser through the real library on tiny made models, and its rules with made segments."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from faster_whisper.transcribe import Segment

from tests.voice.made import speech, tone, whisper_model
from voice import RATE, Expected, Vocabulary, VoiceError, recognize_pcm
from voice.recognizers.whisper import WhisperRecognizer, likelier

WORDS = Vocabulary(
    ("oat milk", "meadow farm whole milk", "paper towels"), "1", ("is there wifi",), {"bakery": ("rye bread", "bagels")}
)
QUESTION = "where is the oat milk please"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return whisper_model(tmp_path_factory.mktemp("models") / "whisper-tiny", "where is the oat milk?")


@pytest.fixture(scope="module")
def bilingual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hears Spanish in everything."""
    path = tmp_path_factory.mktemp("models") / "whisper-base"
    return whisper_model(path, "donde hay leche", languages=("en", "fr", "es"))


@pytest.fixture(scope="module")
def question() -> bytes:
    return speech(QUESTION)


def test_the_real_library_hears(folder: Path, question: bytes) -> None:
    recognizer = WhisperRecognizer(folder)
    recognizer.learn(WORDS)
    heard = recognize_pcm(question, recognizer)
    assert heard.text == "where is the oat milk?"
    assert heard.confidence > 0.9
    assert heard.language == "en"
    assert heard.seconds == pytest.approx(len(question) / 2 / RATE)
    assert heard.busy > 0


def test_what_repeats_itself_is_no_speech(tmp_path: Path, question: bytes) -> None:
    recognizer = WhisperRecognizer(whisper_model(tmp_path / "whisper", "milk", loop=True))
    assert recognize_pcm(question, recognizer).text == ""


def test_silence_and_noise(folder: Path) -> None:
    recognizer = WhisperRecognizer(folder)
    noise = np.random.default_rng(0).normal(0, 2_000, RATE).astype("<i2").tobytes()
    for pcm in (b"", b"\0", bytes(2 * RATE), tone(1.0), noise):
        heard = recognize_pcm(pcm, recognizer)
        assert (heard.text, heard.confidence) == ("", 0.0)


def test_partial_texts(folder: Path, question: bytes) -> None:
    recognizer = WhisperRecognizer(folder)
    recognizer.start()
    texts = [recognizer.accept(question[at : at + 3_200]) for at in range(0, len(question), 3_200)]
    assert texts[0] == ""
    assert texts[-1] == "where is the oat milk?"
    assert recognizer.complete


def test_the_language_is_one_of_the_stores(bilingual: Path, question: bytes) -> None:
    assert recognize_pcm(question, WhisperRecognizer(bilingual, ("en", "es"))).language == "es"
    assert recognize_pcm(question, WhisperRecognizer(bilingual, ("en", "fr"))).language == "en"
    assert WhisperRecognizer(bilingual, ("es-MX", "en_US", "xx")).languages == ("es", "en")


def test_the_language_stays_for_a_talk(bilingual: Path, question: bytes) -> None:
    recognizer = WhisperRecognizer(bilingual, ("en", "es"))
    assert recognize_pcm(question, recognizer).language == "es"
    told = Told(recognizer, ["sí"], languages={"en": 0.6, "es": 0.4})
    assert hear(recognizer, question, Expected(answers=("sí", "no"))).language == "es"
    assert hear(recognizer, question).language == "en"
    assert list(dict.fromkeys(asked["language"] for asked in told.asked)) == ["es", "en"]


@pytest.mark.parametrize(
    ("probabilities", "language"),
    [
        ({"en": 0.2, "es": 0.7, "ja": 0.1}, "es"),
        ({"en": 0.3, "es": 0.4, "de": 0.3}, "en"),
        ({"ja": 1.0}, "en"),
        ({"en": 0.01, "es": 0.05, "ja": 0.94}, "es"),
        ({}, "en"),
    ],
)
def test_the_likelier_language(probabilities: dict[str, float], language: str) -> None:
    assert likelier("en", ("en", "es", "de"), probabilities) == language


def test_a_model_for_another_language(folder: Path, bilingual: Path) -> None:
    with pytest.raises(VoiceError, match="whisper-tiny hears English only, not 'de'"):
        WhisperRecognizer(folder, ("de", "en"))


@pytest.mark.parametrize("missing", ["model.bin", "config.json", "tokenizer.json"])
def test_a_part_is_missing(tmp_path: Path, missing: str) -> None:
    folder = whisper_model(tmp_path / "whisper-base")
    (folder / missing).unlink()
    with pytest.raises(VoiceError, match=missing):
        WhisperRecognizer(folder)


# --- with made segments -----------------------------------------------------------------------------------------------


class Told:
    """In the place of the library: gives made segments and keeps what it was asked."""

    def __init__(
        self,
        recognizer: WhisperRecognizer,
        texts: Sequence[str],
        no_speech: float = 0.01,
        mean_logprob: float = -0.2,
        languages: dict[str, float] | None = None,
    ) -> None:
        self.asked: list[dict[str, Any]] = []
        self.seconds: list[float] = []
        self.segments = [
            Segment(number, 0, 0.0, 1.0, text, list(range(len(text.split()))), mean_logprob, 1.0, no_speech, None, 0.0)
            for number, text in enumerate(texts)
        ]
        recognizer._model.transcribe = self.transcribe
        recognizer._model.detect_language = lambda audio: ("xx", 1.0, list((languages or {}).items()))

    def transcribe(self, audio: npt.NDArray[np.float32], **asked: Any) -> tuple[Iterator[Segment], None]:
        self.asked.append(asked)
        self.seconds.append(len(audio) / RATE)
        return iter(self.segments), None


def hear(recognizer: WhisperRecognizer, pcm: bytes, expected: Expected | None = None) -> Any:
    recognizer.start(*([expected] if expected else []))
    recognizer.accept(pcm)
    return recognizer.finish()


Made = Callable[..., tuple[WhisperRecognizer, Told]]


@pytest.fixture
def made(folder: Path) -> Made:
    def make(*texts: str, **facts: Any) -> tuple[WhisperRecognizer, Told]:
        recognizer = WhisperRecognizer(folder)
        recognizer.learn(WORDS)
        return recognizer, Told(recognizer, texts, **facts)

    return make


def test_segments_are_judged_one_by_one(made: Made, question: bytes) -> None:
    recognizer, _ = made("Where is the oat milk?", "Thanks for watching!", "Subtitles by the Amara.org community")
    assert hear(recognizer, question).text == "Where is the oat milk?"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Where is the oat milk?", {"no_speech": 0.7, "mean_logprob": -0.7}),
        ("Where is the oat milk?", {"mean_logprob": -1.3}),
        ("Thank you.", {"no_speech": 0.4}),
        ("oat milk, meadow farm whole milk, paper towels", {}),
        ("the milk " * 30, {}),
    ],
)
def test_what_nobody_said(made: Made, question: bytes, text: str, facts: dict[str, float]) -> None:
    recognizer, _ = made(text, **facts)
    heard = hear(recognizer, question)
    assert (heard.text, heard.confidence) == ("", 0.0)


def test_a_name_is_mended(made: Made, question: bytes) -> None:
    recognizer, _ = made("Where is the me dough farm milk?")
    heard = hear(recognizer, question)
    assert heard.text == "Where is the meadow farm milk?"
    assert heard.alternatives == ("Where is the me dough farm milk?",)


def test_only_speech_is_given_to_the_library(made: Made) -> None:
    recognizer, told = made("Where is the oat milk?")
    hear(recognizer, bytes(6 * RATE) + speech(QUESTION) + bytes(6 * RATE))
    assert max(told.seconds) < 4
    told.seconds.clear()
    hear(recognizer, bytes(4 * RATE))
    assert told.seconds == []


def test_what_is_expected_leads_the_hints(made: Made, question: bytes) -> None:
    recognizer, told = made("yes")
    hear(recognizer, question, Expected(("the large one",), ("Sourdough Loaf", "oat milk"), "bakery"))
    hints = told.asked[-1]["hotwords"].split(", ")
    assert hints[:5] == ["Sourdough Loaf", "oat milk", "the large one", "rye bread", "bagels"]
    assert hints.count("oat milk") == 1
    assert "paper towels" in hints


def test_the_hints_never_cost_too_much(made: Made, question: bytes) -> None:
    recognizer, told = made("yes")
    recognizer.learn(Vocabulary(tuple(f"name {number} of something rather long" for number in range(5_000))))
    hear(recognizer, question, Expected(things=tuple(f"thing {number} " + "word " * 30 for number in range(500))))
    asked = told.asked[-1]
    given = f"{asked['hotwords']} {asked['initial_prompt']}"
    tokens = len(recognizer._model.hf_tokenizer.encode(given, add_special_tokens=False).ids)
    assert 30 < tokens <= 224
    assert tokens + asked["max_new_tokens"] < 440


def test_a_pause_does_the_work_of_the_end(made: Made, question: bytes) -> None:
    recognizer, told = made("Where is the oat milk?")
    recognizer.start()
    recognizer.accept(question)
    assert recognizer.pause() == "Where is the oat milk?"
    asked = len(told.asked)
    recognizer.accept(bytes(RATE // 2))
    assert recognizer.finish().text == "Where is the oat milk?"
    assert len(told.asked) == asked
    recognizer.start()
    recognizer.accept(question)
    recognizer.pause()
    asked = len(told.asked)
    recognizer.accept(question)
    recognizer.finish()
    assert len(told.asked) > asked


def test_a_model_that_fails_is_named(made: Made, question: bytes) -> None:
    recognizer, _ = made()

    def fails(audio: object, **asked: object) -> None:
        raise RuntimeError("the encoder is broken")

    recognizer._model.transcribe = fails
    recognizer.start()
    recognizer._pcm += question
    recognizer._speech.take(recognizer._pcm)
    with pytest.raises(VoiceError, match=r"whisper-tiny cannot hear this \(the encoder is broken\); copy"):
        recognizer.finish()
