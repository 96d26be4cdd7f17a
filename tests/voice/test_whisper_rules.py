"""What Whisper invents, and what it is told beforehand: the rules, without a model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice import Expected, Vocabulary
from voice.hints import Hints, own_words
from voice.invented import Heard, Inventions, Reason, plain, prompt, without_loops

HINTS = ("whole milk", "oat milk", "rye bread", "help")
INVENTIONS = Inventions(("whole milk", "oat milk", "magazine subscription"), ("do you have subtitles by default",))


def why(text: str, no_speech: float = 0.05, mean_logprob: float = -0.2, speech_s: float = 2.0) -> Reason | None:
    return INVENTIONS.why(Heard(text, no_speech, mean_logprob), speech_s, HINTS, prompt("en"))


@pytest.mark.parametrize(
    "text",
    [
        "Where is the oat milk?",
        "Thank you.",
        "Yes, please, yes!",
        "oat milk",
        "whole milk, oat milk",
        "whole milk and oat milk and rye bread",
        "Help! Help! Help! Help!",
        "¿Dónde está la leche de avena?",
        "Wo finde ich die Haferflocken, bitte?",
        "Où est le lait d'avoine ?",
        "牛奶在哪里",
        "do you have subtitles by default",
        "thank you for the watch batteries",
    ],
)
def test_what_may_have_been_said(text: str) -> None:
    assert why(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.NO_SPEECH),
        (" . . . ", Reason.NO_SPEECH),
        ("♪♪", Reason.NO_SPEECH),
        ("Thanks for watching!", Reason.KNOWN),
        ("THANK YOU FOR WATCHING", Reason.KNOWN),
        ("Don't forget to subscribe to our channel.", Reason.KNOWN),
        ("Subtitles by the Amara.org community", Reason.KNOWN),
        ("Untertitel im Auftrag des ZDF für funk, 2017", Reason.KNOWN),
        ("Untertitelung aufgrund der Amara.org-Community", Reason.KNOWN),
        ("Vielen Dank fürs Zuschauen!", Reason.KNOWN),
        ("¡Gracias por ver el vídeo!", Reason.KNOWN),
        ("Subtítulos realizados por la comunidad de Amara.org", Reason.KNOWN),
        ("Sous-titrage ST' 501", Reason.KNOWN),
        ("Merci d'avoir regardé cette vidéo !", Reason.KNOWN),
        ("Sottotitoli e revisione a cura di QTSS", Reason.KNOWN),
        ("ご視聴ありがとうございました", Reason.KNOWN),
        ("Субтитры сделал DimaTorzok", Reason.KNOWN),
        ("시청해 주셔서 감사합니다", Reason.KNOWN),
        ("시청해주셔서 감사합니다", Reason.KNOWN),
        ("whole milk, oat milk, rye bread", Reason.ECHO),
        ("oat milk, rye bread, help", Reason.ECHO),
        ("whole milk, oat milk, rye bread, he", Reason.ECHO),
        ("oat milk, oat milk, oat milk, oat milk, oat milk", Reason.ECHO),
        ("A shopper asks for things in a store.", Reason.ECHO),
        ("the cheese and " * 9, Reason.REPEATS),
        ("so the one in the other aisle where I was before with my cousin and her dog on Monday", Reason.TOO_LONG),
        ("Lebensmittelunverträglichkeitsuntersuchungsergebnisse Donaudampfschifffahrtsgesellschaft", Reason.TOO_LONG),
    ],
)
def test_what_nobody_said(text: str, reason: Reason) -> None:
    assert why(text, speech_s=1.5) is reason


@pytest.mark.parametrize(
    ("no_speech", "mean_logprob", "reason"),
    [
        (0.7, -0.2, None),
        (0.7, -0.6, Reason.NO_SPEECH),
        (0.97, -0.1, Reason.NO_SPEECH),
        (0.1, -0.9, None),
        (0.1, -1.1, Reason.UNSURE),
    ],
)
def test_the_models_own_doubts(no_speech: float, mean_logprob: float, reason: Reason | None) -> None:
    assert why("Where is the oat milk?", no_speech, mean_logprob) == reason


@pytest.mark.parametrize(
    ("no_speech", "mean_logprob", "speech_s", "dropped"),
    [(0.01, -0.2, 1.0, False), (0.3, -0.2, 1.0, True), (0.01, -0.6, 1.0, True), (0.01, -0.2, 0.2, True)],
)
@pytest.mark.parametrize("text", ["Thank you.", "you", "Gracias.", "Vielen Dank.", "Bye bye."])
def test_doubtful_texts(text: str, no_speech: float, mean_logprob: float, speech_s: float, dropped: bool) -> None:
    assert (why(text, no_speech, mean_logprob, speech_s) is Reason.KNOWN) == dropped


def test_words_of_the_store_are_no_inventions() -> None:
    store = Inventions(("amara.org tote bag", "music"), ("thanks for watching our cooking show",))
    for text in ("where is the amara org tote bag", "Music."):
        assert store.why(Heard(text, 0.3, -0.2), 2.0) is None
        assert why(text, 0.3) is Reason.KNOWN


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("The milk, the milk, the milk, the milk.", "The milk,"),
        ("where is the milk the milk the milk the milk", "where is the milk"),
        ("no no no", "no no no"),
        ("no no no no please", "no please"),
        ("a b a b a b a b c", "a b c"),
        ("", ""),
    ],
)
def test_loops_are_written_once(text: str, once: str) -> None:
    assert without_loops(text) == once


@given(st.text(max_size=80), st.floats(0, 1), st.floats(-5, 0), st.floats(0, 30))
def test_any_text_can_be_judged(text: str, no_speech: float, mean_logprob: float, speech_s: float) -> None:
    reason = INVENTIONS.why(Heard(text, no_speech, mean_logprob), speech_s, HINTS, prompt("en"))
    assert reason is not None or plain(text)


@given(st.lists(st.sampled_from(["a", "b", "B.", "c"]), max_size=24).map(" ".join))
def test_writing_loops_once_loses_no_word(text: str) -> None:
    once = without_loops(text)
    assert set(plain(once).split()) == set(plain(text).split())
    assert len(once) <= len(text)


# --- hints ------------------------------------------------------------------------------------------------------------


def test_the_stores_own_words_come_first() -> None:
    phrases = ("whole milk", "thistlewick whole milk", "medwick plasters", "thistlewick bread", "medwick thermometer")
    assert own_words(phrases) == ("thistlewick", "medwick")
    hints = Hints(Vocabulary(phrases)).of(Expected(), len, 1_000)
    assert hints[:3] == ("thistlewick", "medwick", "whole milk")


@given(
    st.lists(st.text(max_size=12), max_size=90),
    st.lists(st.text(max_size=12), max_size=30),
    st.sampled_from(["", "bakery", "none"]),
    st.integers(0, 200),
)
def test_hints_keep_to_their_cost(phrases: list[str], things: list[str], department: str, most: int) -> None:
    vocabulary = Vocabulary(tuple(phrases), departments={"bakery": tuple(phrases[:9])})
    hints = Hints(vocabulary).of(Expected(things=tuple(things), department=department), len, most)
    assert sum(map(len, hints)) <= most
    assert len({hint.strip().lower() for hint in hints}) == len(hints) <= 60
    left, likely = most, []
    for thing in dict.fromkeys(thing.strip().lower() for thing in things):
        given = next(hint for hint in things if hint.strip().lower() == thing)
        if thing and len(given) <= left:
            left -= len(given)
            likely.append(given)
    assert list(hints)[: len(likely)] == likely


def test_one_long_hint_leaves_room_for_the_others() -> None:
    hints = Hints(Vocabulary(("whole milk",))).of(Expected(things=("x" * 500, "oat milk")), len, 160)
    assert hints == ("oat milk", "whole milk")
