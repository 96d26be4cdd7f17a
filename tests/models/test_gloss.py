"""Other languages in English words: what stands for what, which language it is, and that no word is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import gloss
from models.gloss import Piece, glossed, language
from models.gloss.table import LANGUAGES, LONGEST, english_words, fold, look_up, table, tokens
from models.words import split


def english(text: str, name: str) -> str:
    return " ".join(word for piece in glossed(split(text), name) for word in piece.english)


@pytest.mark.parametrize(
    ("name", "said", "meant"),
    [
        ("de", "wo finde ich denn die hafermilch", "where do i find the oat milk"),
        ("de", "Hätten Sie glutenfreie Nudeln?", "do you have gluten free noodles"),
        ("de", "ich brauche waschmaschinentabs", "i need washing machine tabs"),
        ("de", "gibt's noch kidneybohnen", "is there still kidney beans"),
        ("de", "der hat mich angeschrien", "the has me shouted"),
        ("de", "ist das billiger", "is that cheaper"),
        ("de", "fünfundzwanzig euro", "twenty five euro"),
        ("es", "¿me lo cambian sin ticket?", "can you exchange it without receipt"),
        ("es", "quiero devolverlo", "i want return it"),
        ("es", "treinta y cinco pilas", "thirty five batteries"),
        ("es", "dos lechecitas", "two milk"),
        ("fr", "est-ce que vous avez de l'huile d'olive", "do you have of the olive oil"),
        ("fr", "il y a des œufs ?", "is there some eggs"),
        ("fr", "c'est en rupture", "it is out of stock"),
        ("fr", "quatre-vingt-dix-neuf", "ninety nine"),
        ("fr", "j'ai besoin d'ampoules", "i need of light bulbs"),
        ("ar", "أين أجد زيت الزيتون؟", "where do i find olive oil"),
        ("ar", "كم سعر الخبز والبيض", "how much is bread and eggs"),
        ("ar", "هل لديكم حليبٌ بدون لاكتوز", "do you have lactose free milk"),
        ("ar", "بطاريات للكشاف", "batteries for flashlight"),
        ("ar", "أريد تفاحتين", "i want apples"),
    ],
)
def test_what_is_said_stands_in_english_words(name: str, said: str, meant: str) -> None:
    assert english(said, name) == meant


@pytest.mark.parametrize(
    ("name", "typed", "spelled"),
    [
        ("es", "donde estan los platanos", "dónde están los plátanos"),
        ("es", "mantequlla", "mantequilla"),
        ("fr", "ou est le cafe", "où est le café"),
        ("fr", "d huile", "d'huile"),
        ("fr", "lhuile", "l'huile"),
        ("fr", "papier toilette", "papier-toilette"),
        ("fr", "s’il vous plait", "s'il vous plaît"),
        ("de", "fuer maenner", "für männer"),
        ("de", "fur manner", "für männer"),
        ("de", "grosse weisse tassen", "große weiße tassen"),
        ("de", "spülmitttel", "spülmittel"),
        ("ar", "اين القهوه", "أين القهوة"),
        ("ar", "شوكولاته", "شوكولاتة"),
        ("ar", "مربي فراوله", "مربى فراولة"),
        ("ar", "حـــليب", "حليب"),
    ],
)
def test_typed_without_accents_or_with_a_slip(name: str, typed: str, spelled: str) -> None:
    assert english(typed, name) == english(spelled, name)
    assert english(typed, name) != typed


def test_an_accent_tells_words_apart_where_it_is_typed() -> None:
    assert english("schön", "de") == "nice"
    assert english("schon", "de") == "already"
    assert english("où", "fr") == "where"
    assert english("ou", "fr") == "or"


def test_each_piece_says_which_words_it_stands_for() -> None:
    words = split("combien coûte l'huile d'olive Puget")
    assert glossed(words, "fr") == (
        Piece((0, 1), ("how", "much", "is")),
        Piece((2, 3), ("the", "olive", "oil")),
        Piece((4,), ("Puget",)),
    )


def test_a_run_takes_no_half_of_the_next_word() -> None:
    """What the shopper needs and what it is are two pieces: they get different tags."""
    assert [p.words for p in glossed(split("j'ai besoin d'ail"), "fr")] == [(0, 1), (2,)]


def test_what_narrows_a_product_is_a_piece_of_its_own() -> None:
    for name, said in (("es", "leche sin lactosa"), ("fr", "lait sans lactose"), ("de", "milch ohne laktose")):
        assert [p.english for p in glossed(split(said), name)] == [("milk",), ("lactose", "free")]


@pytest.mark.parametrize("name", LANGUAGES)
@pytest.mark.parametrize("word", ["Nutella", "WD-40", "Fisher-Price", "cr2032", "6x9", "$4.99", "1/2", "xqzvwk"])
def test_names_and_numbers_stay_as_they_are(name: str, word: str) -> None:
    assert glossed([word], name) == (Piece((0,), (word,)),)


def test_english_stays_english() -> None:
    assert [p.english for p in glossed(["where", "is", "pan"], "en")] == [("where",), ("is",), ("pan",)]
    assert english("wo ist milk", "de") == "where is milk"


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=14), max_size=12),
    st.sampled_from(("en", *LANGUAGES)),
)
def test_every_word_is_in_one_piece_in_order(words: list[str], name: str) -> None:
    pieces = glossed(words, name)
    assert [number for piece in pieces for number in piece.words] == list(range(len(words)))
    assert all(piece.english for piece in pieces)
    assert language(words) in ("en", *LANGUAGES)


@given(st.data(), st.sampled_from(LANGUAGES))
def test_known_phrases_in_a_row_lose_no_word(data: st.DataObject, name: str) -> None:
    phrases = data.draw(st.lists(st.sampled_from(sorted(table(name))), min_size=1, max_size=6))
    words = split(" ".join(phrases).replace("' ", "'"))
    pieces = glossed(words, name)
    assert [number for piece in pieces for number in piece.words] == list(range(len(words)))
    assert all(word for piece in pieces for word in piece.english)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("es", "leche"),
        ("ar", "حليب"),
        ("ar", "أين ketchup"),
        ("ar", "الزعفران الكشميري"),
        ("en", "شیر کجاست"),
        ("en", "pan"),
        ("en", "pain"),
        ("fr", "où sont les chips"),
        ("de", "wo ist milk"),
        ("es", "quiero milk"),
        ("es", "hola"),
        ("fr", "merci"),
        ("de", "danke"),
        ("de", "brötchen"),
        ("fr", "c'est combien"),
        ("de", "gibt's das auch in blau"),
        ("en", "do you have pico de gallo"),
        ("en", "where's the crème fraîche"),
        ("en", "creme brulee torch please"),
        ("en", "was the die cast"),
        ("en", "xqzvwk"),
        ("en", "42"),
        ("en", ""),
    ],
)
def test_which_language(name: str, said: str) -> None:
    assert language(split(said)) == name


@pytest.mark.parametrize("name", LANGUAGES)
def test_tables_are_whole(name: str) -> None:
    path = Path(gloss.__file__).parent / f"{name}.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    phrases = [row[0] for row in rows]
    assert len(rows) >= (1000 if name == "ar" else 3000)
    assert all(len(row) == 2 and row[0] and row[1] for row in rows)
    assert phrases == sorted(set(phrases))
    for phrase, meant in rows:
        assert phrase == phrase.lower() == " ".join(phrase.split())
        assert meant == " ".join(meant.split())
        assert fold(meant) == meant
        parts = [token for word in phrase.split() for token in tokens(word)]
        assert len(parts) <= LONGEST, phrase
        assert look_up(" ".join(parts), name) == meant


def test_english_words_hold_the_english_of_the_tables() -> None:
    said = {word for name in LANGUAGES for meant in table(name).values() for word in meant.split() if word.isalpha()}
    assert len({word for word in said if word not in english_words()}) < len(said) / 50
