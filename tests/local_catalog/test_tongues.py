from __future__ import annotations

import re
import shutil
import sqlite3
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import local_catalog
from local_catalog import Catalog, CatalogError, build_catalog
from local_catalog.tongues import LANGUAGES, Tongue, own, readings, tongue
from local_catalog.units import UNITS
from tests.local_catalog.conftest import SMALL_STORE, TODAY

WORDS = Path(local_catalog.__file__).parent / "words"


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("leche de avena", "es", "oat milk"),
        ("¿Dónde está la leche de avena?", "es", "oat milk"),
        ("LECHE DE AVENA", "es", "oat milk"),
        ("papel higienico", "es", "toilet paper"),
        ("esmalte para uñas", "es", "nail polish"),
        ("tijeras para las uñas", "es", "scissors nail"),
        ("media docena de huevos", "es", "half dozen eggs"),
        ("busco pilas doble A, por favor", "es", "aa batteries"),
        ("cola sin azúcar", "es", "zero sugar cola"),
        ("lait d'avoine", "fr", "oat milk"),
        ("lait d’avoine", "fr", "oat milk"),
        ("avez-vous du papier toilette ?", "fr", "toilet paper"),
        ("oeufs", "fr", "eggs"),
        ("œufs", "fr", "eggs"),
        ("Y a-t-il des pommes de terre", "fr", "potatoes"),
        ("Hafermilch", "de", "oat milk"),
        ("Haben Sie glutenfreie Nudeln?", "de", "gluten free pasta"),
        ("Kaese", "de", "cheese"),
        ("Kase", "de", "cheese"),
        ("Erdbeermarmelade", "de", "strawberry jam"),
        ("Kinderzahnpasta", "de", "kids toothpaste"),
        ("Hunde-Leckerli", "de", "dog treats"),
        ("Bio-Äpfel", "de", "organic apples"),
        ("Grüner Tee", "de", "green tea"),
        ("2 Liter Milch", "de", "2 liter milk"),
        ("1,5 l Cola", "de", "1,5 l cola"),
        ("eine Flasche Rotwein", "de", "red wine"),
        ("أين حليب الشوفان؟", "ar", "oat milk"),
        ("اين القهوه", "ar", "coffee"),
        ("ورق التواليت", "ar", "toilet paper"),
        ("هل عندكم خبز بدون غلوتين", "ar", "gluten free bread"),
    ],
)
def test_read_in_the_words_of_the_store(text: str, language: str, meant: str) -> None:
    best = readings(text, language)[0]
    assert (best.language, best.text, best.known, best.unknown) == (language, meant, 1.0, ())
    assert readings(text)[0].text == meant


def test_what_is_not_known_is_kept_and_told() -> None:
    best = readings("larkfield leche", "es")[0]
    assert (best.text, best.known, best.unknown) == ("larkfield milk", 0.5, ("larkfield",))
    assert readings("unicorn saddle") == ()
    assert readings("¿dónde está?") == ()
    assert readings("leche", "fr") == ()
    assert readings("leche", "it") == ()
    assert readings("") == ()


def test_a_store_adds_words_and_languages_of_its_own() -> None:
    dutch = Tongue(
        "nl", {"milk": ["melk"], "oat": ["haver"], "peanut butter": ["pindakaas"]}, ["de", "het"], ["waar is"]
    )
    local = Tongue("es", {"potatoes": ["papitas", "leche"]})
    assert readings("waar is de havermelk", own=[dutch])[0].text == "oat milk"
    assert readings("leche", "es", own=[local])[0].text == "potatoes"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_whole(language: str) -> None:
    raw = tomllib.loads((WORDS / f"{language}.toml").read_text())
    assert set(raw) == {"links", "asking", "words"}
    said = [phrase.lower() for phrases in raw["words"].values() for phrase in phrases]
    assert len(raw["words"]) >= 350
    assert len(set(said)) == len(said), sorted(phrase for phrase in set(said) if said.count(phrase) > 1)
    wrong = {
        phrase: tongue(language).read(phrase).text
        for finds, phrases in raw["words"].items()
        for phrase in phrases
        if tongue(language).read(phrase).text != finds
    }
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_a_table_finds_is_in_the_demo_store(demo: Catalog, language: str) -> None:
    wanted = tomllib.loads((WORDS / f"{language}.toml").read_text())["words"]
    lost = [
        words
        for words in wanted
        if re.sub(rf"\b({'|'.join(UNITS)}|half)\b", "", words).strip()
        and not any(hit.score > 0.6 for hit in demo.search(words, limit=1).hits)
    ]
    assert len(lost) <= 0.02 * len(wanted), lost


@given(st.text(max_size=200), st.sampled_from([None, *LANGUAGES]))
def test_any_text_may_be_read(text: str, language: str | None) -> None:
    for reading in readings(text, language):
        assert 0.0 < reading.known <= 1.0


def test_a_store_writes_its_words_beside_store_toml(tmp_path: Path) -> None:
    store = Path(shutil.copytree(SMALL_STORE, tmp_path / "store"))
    (store / "nl.toml").write_text('links = ["de"]\nasking = ["waar is"]\n[words]\nmilk = ["melk"]\noat = ["haver"]\n')
    (store / "es.toml").write_text('[words]\nhammer = ["machota"]\n')
    build_catalog(store, tmp_path / "catalog.db", today=TODAY)
    rows = sqlite3.connect(tmp_path / "catalog.db").execute(
        "SELECT language, finds, said FROM tongue ORDER BY language, position"
    )
    tables = own(rows)
    assert readings("waar is de havermelk?", own=tables)[0].text == "oat milk"
    assert readings("¿dónde está la machota?", own=tables)[0].text == "hammer"
    assert readings("¿dónde está la leche?", own=tables)[0].text == "milk"
    (store / "nl.toml").write_text('[words]\nmilk = "melk"\n')
    with pytest.raises(CatalogError, match=r"nl\.toml: words\.milk"):
        build_catalog(store, tmp_path / "catalog.db", today=TODAY)


@pytest.mark.parametrize(
    ("query", "language", "name"),
    [
        ("pan", None, "Pan"),
        ("pan", "es", "Bread"),
        ("pain", None, "Pain|Tablets"),
        ("pain", "fr", "Bread"),
        ("sal", "es", "Salt"),
        ("rot", "de", "Red|Merlot"),
        ("pommes", "de", "Fries"),
        ("pommes", "fr", "Apples"),
        ("couches", None, "Diapers"),
        ("milk", "es", "Milk"),
        ("whole milk", "en", "Whole Milk"),
        ("larkfield leche", None, "Milk"),
    ],
)
def test_english_first_unless_another_language_is_asked_in(
    demo: Catalog, query: str, language: str | None, name: str
) -> None:
    first = demo.search(query, language=language).hits[0].product
    assert re.search(name, first.name), first.name
