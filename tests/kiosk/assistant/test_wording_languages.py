"""The sentences of all languages: as complete and as exact as the English ones, and right in grammar."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import kiosk.assistant
from kiosk.assistant import Turn
from kiosk.assistant.text import take_apart
from kiosk.assistant.word_lists import word_lists
from kiosk.assistant.wording import Wording, language_names, wording
from local_catalog import Catalog, Filters, Money, Offer, Product

FOLDER = Path(kiosk.assistant.__file__).parent / "wording"
OTHERS = ("ar", "de", "es", "fr")
GAP = "\N{NO-BREAK SPACE}"
APART = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
TABLES = {
    language: tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8")) for language in ("en", *OTHERS)
}
OF_THE_STORE = {"emergency_number", "crisis_line"}
FACTS = {
    "name": "Larkfield Extra Virgin Olive Oil (16.9 fl oz)",
    "other": "Greenholt Organic Rapeseed Oil (25 fl oz)",
    "query": "organic olive oil",
    "who": "a colleague from Household & Cleaning",
    "place": "aisle 12, bay 4",
    "names": "Larkfield Spaghetti for $1.29 and Larkfield Penne for $1.29",
    "departments": "Household & Cleaning and Food Cupboard",
    "store": "Larkfield Market",
    "address": "120 Mill Street, Larkfield",
    "phone": "(201) 555-0142",
    "unit_price": "$0.42 per 100 g",
    "language": "Deutsch, English, español and français",
}
EXACT = {"number", "crisis", "who", "allergens", "allergen", "may", "age", "total", "last", "query", "count"}
"""Facts that a sentence must not lose in another language."""
SAME = {
    "control_repeat", "counted", "more_lines", "on_day", "one", "morning", "afternoon", "evening", "night",
    "hour", "hour_minute", "no", "energy_kcal", "months", "placed", "comma", "decimal", "thousands", "money",
    "clock_hours", "on_offer",
}  # fmt: skip
"""May be as in English: there is no word in it, or it is the same word."""
FAMILIAR = {
    "es": r"\b(t[uúe]|ti|contigo|tuy[oa]s?|tus|quieres|puedes|dime)\b",
    "fr": r"\b(tu|te|toi|ton|ta|tes)\b",
    "de": r"\b(du|dich|dir|dein\w*)\b|\b(ihr|euch|euer)\b",
}
"""Arabic says "you" in one way."""
LABEL = re.compile(r"envase|emballage|Packung|العبوة|العبوات")


def texts(language: str, table: str) -> Iterator[tuple[str, str]]:
    """All texts of a table of a language, with their keys."""
    for key, value in TABLES[language][table].items():
        yield from ((key, text) for text in (value if isinstance(value, list) else [str(value)]))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.fixture(params=OTHERS)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def spoken(language: str) -> Wording:
    return wording(language)


@pytest.fixture(scope="module")
def products(catalog: Catalog) -> list[Product]:
    """Some thousand products of all departments."""
    hits = [catalog.search("", Filters(category=d.name), limit=200).hits for d in catalog.departments]
    return [hit.product for found in hits for hit in found]


# --- complete


def test_each_says_all_that_english_says(language: str) -> None:
    english, table = TABLES["en"], TABLES[language]
    for name in ("say", "suggest", "nutrients", "nutrient_words"):
        assert set(table[name]) == set(english[name]), name
    assert set(table["parts"]) == set(english["parts"]) - OF_THE_STORE
    assert set(english) - set(table) == {"heard"}
    assert [key for key in english["say"] if len(table["say"][key]) < len(english["say"][key])] == []
    assert [len(table["parts"][key]) for key in ("weekdays", "months")] == [7, 12]


def test_each_has_words_for_what_the_catalog_tells(language: str, products: list[Product]) -> None:
    lists, table = word_lists("en"), TABLES[language]
    diets = {d for p in products for d in p.diet} | {name for _, name in lists.traits.diet}
    allergens = {a for p in products for a in (*p.allergens, *p.may_contain)}
    allergens |= {name for _, name in (*lists.traits.allergen, *lists.traits.avoid)}
    assert len(diets) > 6
    assert len(allergens) > 10
    assert diets <= set(table["diets"])
    assert allergens <= set(table["allergens"])
    assert {occasion.name for occasion in lists.occasions} == set(table["occasions"])
    as_written = {p.unit for p in products} - set(table["units"])
    assert as_written <= {"100 g", "100 ml", "lb", "qt"}


def test_what_the_file_has_no_word_for_is_said_as_the_catalog_has_it(spoken: Wording) -> None:
    assert spoken.diets(("low-fodmap",)) == "low-fodmap"
    assert spoken.occasion("a wedding") == "a wedding"
    assert spoken.unit("dozen") == "dozen"
    assert spoken.allergens(("kiwi",)) == "kiwi"


# --- exact


@pytest.mark.parametrize("table", ["say", "parts", "suggest"])
def test_sentences_use_the_facts_that_english_has(language: str, table: str) -> None:
    for key, text in texts(language, table):
        english = TABLES["en"][table][key]
        allowed = set().union(*map(places, english)) if isinstance(english, list) else places(str(english))
        extra = {"difference"} if key == "saving" else set()
        assert places(text) <= allowed | extra, f"{key}: {text}"
        if table == "say":
            assert allowed & EXACT <= places(text), f"{key}: {text}"


def test_sentences_can_be_filled_in_and_are_short_enough_to_be_said(language: str) -> None:
    spoken = wording(language)
    for key, variants in TABLES[language]["say"].items():
        for turn in range(len(variants)):
            facts = {name: FACTS.get(name, "4") for name in spoken.places(key)}
            said = spoken.say(key, turn, **facts)
            assert "{" not in said, key
            assert "  " not in said, key
            begins = said.removeprefix(APART[0])
            assert not begins[0].islower() or begins.startswith(tuple(FACTS.values())), said
            assert len(said) < 280, said


def test_no_sentence_is_left_in_english(language: str) -> None:
    for table in ("say", "parts", "suggest", "nutrients"):
        english = set(texts("en", table))
        left = [key for key, text in texts(language, table) if (key, text) in english and key not in SAME]
        assert left == [], table


def test_the_numbers_to_call_are_those_of_the_store(language: str, spoken: Wording) -> None:
    english = wording("en")
    for key in OF_THE_STORE:
        assert key not in TABLES[language]["parts"]
        assert spoken.part(key) == english.part(key)
    numbered = [text for key, text in texts(language, "say") if re.search(r"\d{2,}", text)]
    assert numbered == []


def test_sentences_about_allergens_send_to_the_pack(language: str) -> None:
    checked = 0
    for key, english in texts("en", "say"):
        if re.search(r"check the pack|look at the pack", english):
            checked += 1
            assert all(LABEL.search(text) for text in TABLES[language]["say"][key]), key
    assert checked > 12


def test_each_says_that_it_is_a_machine(spoken: Wording) -> None:
    for key in ("greeting", "talk_who"):
        said = spoken.say(key, store="Larkfield Market", assistant="Aislewise")
        assert re.search(r"asistente automático|assistant automatique|automatischer Assistent|مساعد آلي", said)


# --- grammar


def test_shoppers_are_addressed_politely(language: str) -> None:
    for table in ("say", "suggest"):
        for key, text in texts(language, table):
            assert key == "talk_joke" or not re.search(FAMILIAR.get(language, "$^"), text), text


def test_places_stand_where_their_article_fits(language: str) -> None:
    before = {"es": "en ", "fr": "dans ", "de": "in ", "ar": "في "}[language]
    for key, text in (*texts(language, "say"), ("placed", TABLES[language]["parts"]["placed"])):
        for place in re.finditer(r"\{(?:place|aisles)\}", text):
            assert text[: place.start()].casefold().endswith(before), f"{key}: {text}"


def test_no_word_that_a_vowel_would_shorten_stands_before_a_name() -> None:
    names = "names?|other|query|a|b|cheaper|better|cheapest|ingredient|allergens?|may|diet|traits|departments?|brand"
    for key, text in (*texts("fr", "say"), *texts("fr", "parts")):
        assert not re.search(rf"\b(de|que|le|la|du|au|ce|se|ne|je|jusque) \{{({names})\}}", text), f"{key}: {text}"
    assert not [word for word in TABLES["fr"]["nutrients"].values() if word[0] in "aeiouhéèêâîôûyœ"]


def test_marks_are_set_as_the_language_sets_them(language: str) -> None:
    for table in ("say", "parts", "suggest", "diets", "units", "occasions", "allergens", "nutrients"):
        for _, text in texts(language, table):
            assert not re.search("[\N{RIGHT SINGLE QUOTATION MARK}`\N{ACUTE ACCENT}«»“”„…–—]", text), text
            assert not text.endswith(" "), text
            gap = GAP if language == "fr" else ""
            for mark in re.finditer(r"[?!:;]", text):
                if text[mark.start() - 1] == "}" and text[mark.start() + 1 : mark.start() + 2] == "{":
                    continue  # the time of day
                found = re.search(rf"[\s{GAP}]*$", text[: mark.start()])
                assert found is not None
                assert found[0] == gap, text
            if language == "es":
                assert text.count("¿") == text.count("?"), text
                assert text.count("¡") == text.count("!"), text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "leche, huevo y soja"),
        ("fr", "lait, œuf et soja"),
        ("de", "Milch, Ei und Soja"),
        ("ar", "الحليب، البيض والصويا"),
    ],
)
def test_allergens(language: str, said: str) -> None:
    assert wording(language).allergens(("milk", "eggs", "soy")) == said


# --- numbers


@pytest.mark.parametrize(
    ("language", "minor", "currency", "said"),
    [
        ("es", 349, "USD", "3,49_$"),
        ("fr", 349, "EUR", "3,49_€"),
        ("de", 5, "EUR", "0,05_€"),
        ("es", 123456, "EUR", "1.234,56_€"),
        ("fr", 123456, "USD", "1_234,56_$"),
        ("de", 123456, "GBP", "1.234,56_£"),
        ("de", 100, "CHF", "1,00_CHF"),
        ("ar", 123456, "USD", "$1,234.56"),
        ("ar", 100, "CHF", "1.00_CHF"),
    ],
)
def test_money(language: str, minor: int, currency: str, said: str) -> None:
    assert wording(language).money(Money(minor, currency)) == said.replace("_", GAP)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "4.5"), ("es", "4,5"), ("fr", "4,5"), ("de", "4,5"), ("ar", "4.5")]
)
def test_numbers(language: str, said: str) -> None:
    assert wording(language).number(4.5) == said
    assert wording(language).number(12.0) == "12"


@pytest.mark.parametrize(
    ("language", "minutes", "said"),
    [
        ("es", 0, "medianoche"),
        ("es", 60, "la 1:00"),
        ("es", 12 * 60, "las 12:00"),
        ("es", 13 * 60 + 5, "las 13:05"),
        ("es", 22 * 60, "las 22:00"),
        ("fr", 0, "minuit"),
        ("fr", 7 * 60, "7_h"),
        ("fr", 12 * 60, "midi"),
        ("fr", 22 * 60 + 30, "22_h_30"),
        ("de", 24 * 60, "Mitternacht"),
        ("de", 8 * 60 + 30, "8:30_Uhr"),
        ("de", 22 * 60, "22_Uhr"),
        ("ar", 0, "منتصف الليل"),
        ("ar", 60, "الساعة 1 بعد منتصف الليل"),
        ("ar", 12 * 60, "الساعة 12 ظهراً"),
        ("ar", 7 * 60, "الساعة 7 صباحاً"),
    ],
)
def test_clock(language: str, minutes: int, said: str) -> None:
    assert wording(language).clock(minutes) == said.replace("_", GAP)
    assert wording(language).clock_today(minutes) == said.replace("_", GAP)


@pytest.mark.parametrize(
    ("language", "first", "other", "on_day"),
    [
        ("en", "March 1", "March 4", "Wednesday"),
        ("es", "1 de marzo", "4 de marzo", "el miércoles"),
        ("fr", "1er mars", "4 mars", "mercredi"),
        ("de", "1. März", "4. März", "am Mittwoch"),
        ("ar", "الأول من مارس", "4 مارس", "يوم الأربعاء"),
    ],
)
def test_dates(language: str, first: str, other: str, on_day: str) -> None:
    spoken = wording(language)
    assert (spoken.date(date(2026, 3, 1)), spoken.date(date(2026, 3, 4))) == (first, other)
    assert spoken.on_day(date(2026, 3, 4)) == on_day


def test_offers(catalog: Catalog) -> None:
    milk = catalog.search("whole milk 1 gal").hits[0].product
    price = milk.price.minor
    reduced = replace(milk, offer=Offer("1", "Save $2", Money(price - 50), date(2026, 12, 1)))
    multi = replace(milk, offer=Offer("2", "2 for $6", None, date(2026, 12, 1)))
    said = [wording(language).offer(reduced) for language in ("en", *OTHERS)]
    assert said == [
        "Save $2",
        f"توفير {APART[0]}$0.50{APART[1]}",
        f"0,50{GAP}$ günstiger",
        f"0,50{GAP}$ menos",
        f"0,50{GAP}$ de moins",
    ]
    assert {wording(language).offer(multi) for language in ("en", *OTHERS)} == {"2 for $6"}
    assert wording("es").offer(replace(milk, offer=None)) == ""


def test_languages_call_themselves_by_their_own_names() -> None:
    assert language_names() == ["العربية", "Deutsch", "English", "español", "français"]


# --- from right to left


def unmarked(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, APART)))


def test_what_is_in_latin_letters_is_set_apart_from_arabic() -> None:
    said = wording("ar").say("found_one", name="Larkfield Milk (1 gal)", price="$3.99", place="الممر 3، الوحدة 1")
    assert said == "لدينا \u2066Larkfield Milk (1 gal)\u2069 بسعر \u2066$3.99\u2069، في الممر 3، الوحدة 1."
    assert wording("ar").all_of(["A", "B", "C"]) == "\u2066A\u2069، \u2066B\u2069 و\u2066C\u2069"
    assert wording("ar").part("place", aisle="A3", bay="12", shelf="") == "الممر \u2066A3\u2069، الوحدة 12"
    assert wording("ar").clock(15 * 60 + 4) == "الساعة \u20663:04\u2069 بعد الظهر"


def test_marks_that_set_apart_are_closed_and_in_arabic_alone(language: str, spoken: Wording) -> None:
    for key in TABLES[language]["say"]:
        said = spoken.say(key, **{name: FACTS.get(name, "4") for name in spoken.places(key)})
        assert said.count(APART[0]) == said.count(APART[1]), said
        assert APART[0] * 2 not in said, said
        assert language == "ar" or said == unmarked(said), said


# --- what is tapped comes back as words


@pytest.mark.parametrize("key", TABLES["en"]["suggest"])
def test_what_is_tapped_is_understood_as_in_english(ask: Callable[..., Turn], language: str, key: str) -> None:
    lists = word_lists("en").text
    english = " ".join(take_apart(wording(language).suggestion(key), lists, language).all_words)
    wanted = ask("where is the ketchup", wording("en").suggestion(key))
    ask("start over")
    turn = ask("where is the ketchup", english)
    assert (turn.intent, turn.request) == (wanted.intent, wanted.request), english
