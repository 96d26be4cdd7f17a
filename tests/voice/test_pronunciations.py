"""A store's own pronunciations, and those of other accents."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.voice.made import speech
from voice import Vocabulary, VoiceError, read_pronunciations, recognize_pcm
from voice.pronounce import Pronouncer
from voice.recognizers.pocketsphinx import PocketSphinxRecognizer


def test_the_stores_own_come_first(tmp_path: Path) -> None:
    file = tmp_path / "pronunciations.toml"
    file.write_text('[words]\nquexley = "B AH N AE N AH Z"\nkefir = ["K EH F IH R", " K  AH F IH R "]\n', "utf-8")
    own = read_pronunciations(file)
    assert own == {"quexley": ("B AH N AE N AH Z",), "kefir": ("K EH F IH R", "K AH F IH R")}
    assert Pronouncer(own).of("kefir") == ["K EH F IH R", "K AH F IH R"]
    recognizer = PocketSphinxRecognizer(Vocabulary(("quexley", "milk", "bread"), pronunciations=own))
    assert recognize_pcm(speech("do you have any bananas"), recognizer).text == "do you have any quexley"


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    assert read_pronunciations(tmp_path / "pronunciations.toml") == {}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[words]\nkefir = 'K EX F'", "'EX' is no phone; the phones are AA"),
        ("[words]\nkefir = ''", "'kefir': give 1 to 40 phones"),
        ("[words]\nkefir = 3", "'kefir' needs phones in quotes"),
        ("[words]\nkefir = []", "'kefir' needs phones in quotes"),
        ("[words]\nkefir = [3]", "'kefir': give 1 to 40 phones"),
        ("[words]\n'oat milk' = 'K'", "'oat milk' is not a word in small letters"),
        ("[words]\nKefir = 'K'", "'Kefir' is not a word in small letters"),
        ("kefir = 'K'", "under one line"),
        ("words = 3", "under one line"),
        ("[words", "is not a TOML file"),
        ("[words]\nx = '" + "K " * 41 + "'", "give 1 to 40 phones"),
        ("#" * 1_000_001, "is larger than"),
    ],
)
def test_a_bad_file_is_named_with_the_remedy(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "pronunciations.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(VoiceError) as raised:
        read_pronunciations(file)
    assert str(raised.value).startswith(f"{file}: ")
    assert says in str(raised.value)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    file = tmp_path_factory.mktemp("own") / "pronunciations.toml"
    file.write_bytes(raw)
    try:
        own = read_pronunciations(file)
    except VoiceError as error:
        own = {}
        named = str(file) in str(error)
    else:
        named = True
    assert named
    assert all(own.values())


def test_other_accents_are_heard() -> None:
    pronouncer = Pronouncer()
    assert pronouncer.heard("butter") == ["B AH T ER", "B AH T AH"]
    assert "T AH M AA T OW" in pronouncer.heard("tomato")
    assert pronouncer.heard("milk") == pronouncer.of("milk")
    assert pronouncer.heard("...") == []
