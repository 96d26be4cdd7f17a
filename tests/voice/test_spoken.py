"""Shown text to spoken text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.voice.made import speech
from voice import Vocabulary, parted, recognize_pcm, spoken_text
from voice.espeak import espeak
from voice.numbers import COUNTING, LARGEST
from voice.numbers.english import cardinal, ordinal
from voice.recognizers.pocketsphinx import PocketSphinxRecognizer
from voice.spoken import LONGEST


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("$3.49", "three forty-nine"),
        ("$0.49", "forty-nine cents"),
        ("$0.01", "one cent"),
        ("$1", "one dollar"),
        ("$4.", "four dollars."),
        ("$1,299.00", "one thousand two hundred ninety-nine dollars"),
        ("£2.50/kg", "two fifty per kilogram"),
        ("$3.49/100 g", "three forty-nine per one hundred grams"),
        ("from $2.49 to $5", "from two forty-nine to five dollars"),
        ("$2.49-$5.99", "two forty-nine to five ninety-nine"),
        ("2 for $5.00", "two for five dollars"),
        ("500 g", "five hundred grams"),
        ("1 L", "one liter"),
        ("1.5 L", "one point five liters"),
        ("2 x 1 L", "two times one liter"),
        ("2×250 g", "two times two hundred fifty grams"),
        ("30 x 40 cm", "thirty by forty centimeters"),
        ("12 fl oz", "twelve fluid ounces"),
        ("Milk (1 gal)", "Milk, one gallon"),
        ("0.5 gal, 2 qt", "half a gallon, two quarts"),
        ("9 W, 806 lm", "nine watts, eight hundred six lumens"),
        ("a 500-g jar", "a five hundred gram jar"),
        ("aisle 7, bay 3", "aisle seven, bay three"),
        ("There are 3 in stock.", "There are three in stock."),
        ("SPF 50", "S P F fifty"),
        ("USB-C cable 2 m", "U S B C cable two meters"),
        ("AA batteries, 8 pk", "double A batteries, eight pack"),
        ("WD-40", "W D forty"),
        ("25% off", "twenty-five percent off"),
        ("1½ cups", "one and a half cups"),
        ("1/2 onion", "one half onion"),
        ("Mon–Fri 8:00–21:00", "Monday to Friday eight A M to nine P M"),
        ("8 a.m. to 9 p.m.", "eight A M to nine P M."),
        ("until 22:05", "until ten oh five P M"),
        ("12:00", "noon"),
        ("00:00", "midnight"),
        ("until 2026-11-30", "until November thirtieth"),
        ("until 11/30.", "until November thirtieth."),
        ("on 1/2 cup", "on one half cup"),
        ("Mon-Sat", "Monday to Saturday"),
        ("9521234567890", "nine five two one two three four five six seven eight nine zero"),
        ("Call 555-1234", "Call five five five, one two three four"),
        ("Salt & Vinegar", "Salt and Vinegar"),
        ("fat 3.2 g per 100 g", "fat three point two grams per one hundred grams"),
        ("250 kJ / 60 kcal", "two hundred fifty kilojoules or sixty kilocalories"),
        ("20°C", "twenty degrees Celsius"),
        ("**Oat Drink** [[a]] <b>", "Oat Drink a b"),
    ],
)
def test_english(shown: str, said: str) -> None:
    assert spoken_text(shown) == said


@pytest.mark.parametrize(
    ("language", "shown", "said"),
    [
        ("es", "hasta el 30/11", "hasta el treinta de noviembre"),
        ("es", "1 unidad, 21 unidades", "una unidad, veintiuna unidades"),
        ("fr", "du 1/12 au 6/12", "du premier décembre au six décembre"),
        ("fr", "le 1/2 citron", "le un demi citron"),
        ("de", "bis 30.11. 20 % sparen", "bis dreißigsten November zwanzig Prozent sparen"),
        ("de", "am 1.12.", "am ersten Dezember."),
        ("de", "inkl. MwSt.", "inklusive Mehrwertsteuer"),
    ],
)
def test_dates_in_figures_and_what_is_short_for(language: str, shown: str, said: str) -> None:
    assert spoken_text(shown, language) == said


def test_other_languages_keep_their_writing() -> None:
    assert spoken_text("Il latte costa $3.49 🥛", "it") == "Il latte costa $3.49"


def test_long_text_ends_with_a_whole_sentence() -> None:
    said = spoken_text("This is a sentence. " * 6_000)
    assert len(said) <= LONGEST
    assert said.endswith("sentence.")


def test_lines_become_sentences() -> None:
    assert spoken_text("Milk\nBread") == "Milk. Bread"


@given(st.text(max_size=300), st.sampled_from(["en", "es", "de-AT", ""]))
def test_any_text_becomes_plain_words(text: str, language: str) -> None:
    said = spoken_text(text, language)
    assert not set(said) & set("[]{}<>*_#|\\`\n\t\0")
    assert "  " not in said


@pytest.mark.parametrize("language", ["en", "es", "fr", "de"])
@given(cents=st.integers(0, 999_999_999))
def test_every_price_is_said_in_words_and_differs_from_the_next(language: str, cents: int) -> None:
    shown = [f"{value // 100:,}.{value % 100:02}" for value in (cents, cents + 1)]
    said, other = (spoken_text(f"${text}" if language == "en" else f"{text} $", language) for text in shown)
    assert not set(said) & set("0123456789$.,")
    assert said != other


@given(
    text=st.text(st.sampled_from("0123456789 .,:-/x×%$€£()+#°½¼ abgklmMAVWinftozh"), max_size=40),
    language=st.sampled_from(["en", "es", "fr", "de"]),
)
def test_no_digit_and_no_sign_is_left(text: str, language: str) -> None:
    said = spoken_text(text, language)
    assert not set(said) & set("0123456789$€£%()+#°½¼×=/")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (40, "forty"),
        (99, "ninety-nine"),
        (312, "three hundred twelve"),
        (1_000, "one thousand"),
        (2_000_017, "two million seventeen"),
    ],
)
def test_cardinal(number: int, words: str) -> None:
    assert cardinal(number) == words


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_cardinal_out_of_range(number: int) -> None:
    with pytest.raises(ValueError, match="not between"):
        cardinal(number)


@given(st.integers(0, LARGEST - 1))
def test_different_numbers_are_said_differently(number: int) -> None:
    assert cardinal(number) != cardinal(number + 1)


def test_ordinal_decimal_digits() -> None:
    assert [ordinal(number) for number in (1, 2, 12, 22, 30, 105)] == [
        "first", "second", "twelfth", "twenty-second", "thirtieth", "one hundred fifth",
    ]  # fmt: skip
    english = COUNTING["en"]
    assert english.decimal("1200", "50") == "one thousand two hundred point five zero"
    assert english.decimal("3", "00") == "three"
    assert english.digits("a4-2") == "four two"


@pytest.mark.parametrize(
    ("language", "shown", "said"),
    [
        ("en", "SPF 50, 60 W", "S P F fifty, sixty watts"),
        ("en", "6 x 330 ml (1/2 gal)", "six times three hundred thirty milliliters, half a gallon"),
        ("en", "#6 x 1-1/4 in", "number six by one and a quarter inches"),
        ("en", "CR2032 or 2T-3T", "C R two zero three two or two T to three T"),
        ("en", "12 in stock, 12 in long", "twelve in stock, twelve in long"),
        ("en", "a 3.5 mm plug of 3.5 mm", "a three point five millimeter plug of three point five millimeters"),
        ("en", "until 10:30 at night", "until ten thirty at night"),
        ("en", "Call 911, or (201) 555-0142", "Call nine one one, or two zero one, five five five, zero one four two"),
        ("en", "approx. 3 oz. w/o 2% fat", "about three ounces without two percent fat"),
        ("en", "$129.99 or $12.05", "one hundred twenty-nine dollars ninety-nine or twelve oh five"),
        ("es", "3,49 $ en el pasillo 7", "tres dólares con cuarenta y nueve en el pasillo siete"),
        ("es", "21 años, 21 oz, 1.299,00 €", "veintiún años, veintiuna onzas, mil doscientos noventa y nueve euros"),
        ("es", "de las 13:30 a las 22:00", "de la una y media de la tarde a las diez de la noche"),
        ("es", "12 pack, 6 rolls, 1/2 gal", "paquete de doce, seis rollos, medio galón"),
        ("es", "llame al 911", "llame al nueve uno uno"),
        ("fr", "1\u00a0299,00\u00a0€", "mille deux cent quatre-vingt-dix-neuf euros"),
        ("fr", "22\u00a0h\u00a030 le 1er mars", "vingt-deux heures trente le premier mars"),
        ("fr", "1,5 L, 81 oz", "un virgule cinq litre, quatre-vingt-une onces"),
        ("fr", "3/4 in, 1/4 oz", "trois quarts de pouce, un quart d'once"),
        ("de", "3,49\u00a0€ in Gang 7", "drei Euro neunundvierzig in Gang sieben"),
        ("de", "bis zum 1. März um 22:30 Uhr", "bis zum ersten März um zweiundzwanzig Uhr dreißig"),
        ("de", "Samstag, der 21. November", "Samstag, der einundzwanzigste November"),
        ("de", "1 oz, 1/2 L, 1 kg, 101 g", "eine Unze, ein halber Liter, ein Kilo, hundertein Gramm"),
        ("de", "rufen Sie die 911 an", "rufen Sie die neun eins eins an"),
    ],
)
def test_each_language(language: str, shown: str, said: str) -> None:
    assert spoken_text(shown, language) == said


@pytest.mark.parametrize("language", COUNTING)
@given(number=st.integers(0, LARGEST - 1))
def test_numbers_in_each_language_differ(language: str, number: int) -> None:
    cardinal = COUNTING[language].cardinal
    assert cardinal(number) != cardinal(number + 1)
    assert cardinal(number, "f")


@pytest.mark.parametrize(
    ("language", "number", "before", "words"),
    [
        ("es", 21_001, "f", "veintiún mil una"),
        ("es", 51_000_000, "", "cincuenta y un millones"),
        ("es", 500, "f", "quinientas"),
        ("fr", 80_000, "", "quatre-vingt mille"),
        ("fr", 71, "", "soixante et onze"),
        ("fr", 200, "", "deux cents"),
        ("de", 101_001, "", "hunderteintausendeins"),
        ("de", 1_000_000, "", "eine Million"),
    ],
)
def test_numbers_that_are_easily_wrong(language: str, number: int, before: str, words: str) -> None:
    assert COUNTING[language].cardinal(number, before) == words


@pytest.mark.parametrize(
    ("names", "parts"),
    [
        ([], [("Hay Whole Milk y Milk.", False)]),
        (["Milk", "Whole Milk"], [("Hay ", False), ("Whole Milk", True), (" y ", False), ("Milk", True)]),
        (["Whole", "Milk"], [("Hay ", False), ("Whole Milk", True), (" y ", False), ("Milk", True)]),
        (["ilk"], [("Hay Whole Milk y Milk.", False)]),
        (["(", ""], [("Hay Whole Milk y Milk.", False)]),
    ],
)
def test_a_text_parted_by_names(names: list[str], parts: list[tuple[str, bool]]) -> None:
    assert parted("Hay Whole Milk y Milk.", names) == parts


@given(st.text(max_size=80), st.lists(st.text(max_size=8), max_size=5))
def test_no_word_is_lost_between_the_parts(text: str, names: list[str]) -> None:
    kept = "".join(part for part, _ in parted(text, names))
    assert [sign for sign in kept if sign.isalnum()] == [sign for sign in text if sign.isalnum()]


HEARD = ("$3.49", "$129.99", "aisle 7, bay 3", "6 x 330 ml", "1/2 gal", "60 W", "SPF 50", "25% off", "1-1/4 in", "8 ct")


def test_what_is_said_is_heard_again() -> None:
    """By the kiosk's own recogniser, given only these phrases."""
    said = [" ".join(re.sub(r"[^a-z' ]", " ", spoken_text(shown).lower()).split()) for shown in HEARD]
    recogniser = PocketSphinxRecognizer(Vocabulary(tuple(said), "1"))
    heard = [recognize_pcm(speech(spoken_text(shown)), recogniser).text for shown in HEARD]
    assert [missing for missing, text in zip(said, heard, strict=True) if missing not in text] == []


@pytest.mark.parametrize(
    ("language", "shown", "phonemes"),
    [
        ("es", "22:30, 60 W", "las ðjˈeθ i mˈeðja ðe la nˈotʃe sesˈɛnta βˈatjos"),
        ("fr", "81 oz", "kˈatʁvˈɛ̃yn ˈɔ̃s"),
        ("de", "bis zum 4. März", "bɪs tsʊm fˈiːɾtən mˈɛɾts"),
    ],
)
def test_the_voice_of_a_language_reads_it_so(language: str, shown: str, phonemes: str) -> None:
    assert " ".join("".join(word) for word in espeak().phonemes(spoken_text(shown, language), language)) == phonemes


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("بسعر \u2066$3.99\u2069، في الممر 3؟", "بسعر 3 دولارات و 99 سنت, في الممر 3?"),
        ("$1.00", "دولار واحد"),
        ("$2.02", "دولاران و سنتان"),
        ("$0.50", "50 سنت"),
        ("$1,234.05", "1234 دولار و 5 سنتات"),
        ("€11", "11 يورو"),
        ("£0.00", "0 جنيه"),
        ("الساعة 3:04 بعد الظهر", "الساعة 3 و 4 دقائق بعد الظهر"),
        ("الساعة 10:30 مساءً", "الساعة 10 و النصف مساءً"),
        ("لكل 100 غ", "لكل 100 غرام"),
        ("اتصل بالرقم 911.", "اتصل بالرقم 9 1 1."),
        ("رقم هاتفنا (201) 555-0142.", "رقم هاتفنا 2 0 1 5 5 5 0 1 4 2."),
        ("2 × \u2066Larkfield Milk\u2069", "2 من Larkfield Milk"),
    ],
)
def test_arabic_prices_and_times_are_said_as_people_say_them(shown: str, said: str) -> None:
    assert spoken_text(shown, "ar") == said
    assert espeak().phonemes(said, "ar")


def test_names_in_an_arabic_answer_are_parts_of_their_own() -> None:
    said = parted("لدينا \u2066Larkfield Milk (1 gal)\u2069 بسعر \u2066$3.99\u2069.", ["Larkfield Milk"])
    assert [named for _, named in said] == [False, True, False]


@given(st.text(st.sampled_from("$€£0123456789:.,×غمل و"), max_size=40))
def test_any_arabic_figures_can_be_said(shown: str) -> None:
    assert not set(spoken_text(shown, "ar")) & {"×", "\u2066", "\u2069"}
