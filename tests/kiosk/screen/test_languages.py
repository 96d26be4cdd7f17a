"""The screen in the shopper's language: chosen at once, kept for the visit, and nobody else's after it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Q_ARG, QMetaObject, QObject
from PySide6.QtQml import QQmlComponent

from kiosk import protocol as p
from kiosk.assistant.wording import wording
from kiosk.screen import translations
from kiosk.screen.app import QML
from kiosk.screen.languages import LANGUAGES, TRANSLATIONS
from kiosk.staff import MESSAGES
from local_catalog import Money
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import Hand

HELLO = {
    "en": "Hello! What are you looking for?", "es": "¡Hola! ¿Qué busca?",
    "fr": "Bonjour\u00a0! Que cherchez-vous\u00a0?", "de": "Hallo! Was suchen Sie?", "ar": "مرحباً! عمّ تبحث؟",
}  # fmt: skip

READ = {
    "en": "Read this page aloud",
    "es": "Leer esta página en voz alta",
    "fr": "Lire cette page à voix haute",
    "de": "Diese Seite vorlesen",
    "ar": "اقرأ هذه الصفحة بصوت مسموع",
}


def choose(hand: Hand, code: str) -> None:
    hand.screen.languages.choose(code)
    hand.until(lambda: hand.screen.languages.code == code)


def translated(language: str) -> Iterator[tuple[str, str, list[str]]]:
    """Context, source and translations of everything."""
    for context in ET.parse(TRANSLATIONS / f"{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            yield context.findtext("name", ""), message.findtext("source", ""), forms or [translation.text or ""]


# --- the files --------------------------------------------------------------------------------------------------------


def test_translations_are_up_to_date_and_whole() -> None:
    assert translations.stale() == [], "run python -m kiosk.screen.translations"
    assert translations.missing(TRANSLATIONS) == []
    assert set(translations.LANGUAGES) == set(LANGUAGES)


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_values_stay_in_their_places(language: str) -> None:
    wrong = [
        (context, source, text)
        for context, source, texts in translated(language)
        for text in texts
        if set(re.findall(r"%\d", text)) != set(re.findall(r"%\d", source)) or ("%n" in text and "%n" not in source)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    """CLDR's plural rules: two forms, Arabic six. A form without the number says it in words."""
    forms = [texts for _, source, texts in translated(language) if "%n" in source]
    assert forms
    assert {len(texts) for texts in forms} == {6 if language == "ar" else 2}
    assert all("%n" in texts[-1] for texts in forms)


SAME = {
    "es": "Aislewise Color Gluten Halal Kosher Material Total",
    "fr": "Aislewise Assistant Dimensions Gluten Halal Lupin Microphone Occasion Stock Total Type Volume",
    "de": "Aislewise Gluten Halal Kiosk Material Messenger Scanner Vegan",
    "ar": "Aislewise",
}
"""Words that are the same in both languages."""


@pytest.mark.parametrize("language", SAME)
def test_nothing_is_left_in_english_by_accident(language: str) -> None:
    left = {
        re.sub(r" ?%\w", "", source)
        for _, source, texts in translated(language)
        if source in texts and len(re.sub(r"%\w|[^A-Za-z]", "", source)) > 4
    }
    assert left - set(SAME[language].split()) == set()


def test_texts_that_a_shopper_reads_are_marked_for_translation() -> None:
    """A literal with a letter as the text, title or name of something is not seen by the translators."""
    literal = re.compile(r'^\s*(?:text|title|more|placeholderText|Accessible\.name): "([^"]*[A-Za-z]{2}[^"]*)"')
    found = [
        (path.name, match[1])
        for path in QML.rglob("*.qml")
        for line in path.read_text("utf-8").splitlines()
        if (match := literal.match(line)) and match[1] != "Aislewise"
    ]
    assert found == []


# --- on screen --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_staff_tell_a_shopper_is_written_as_it_is_said(hand: Hand, code: str) -> None:
    hand.wake()
    hand.screen.calls.call("help", False, "")
    hand.until(lambda: hand.screen.calls.waiting)
    hand.tap("Call staff")
    choose(hand, code)
    for phrase in MESSAGES:
        hand.engine.message("Ana", code=phrase)
        hand.wait_for(wording(code).say(f"message_{phrase}").replace("'", "’"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_screen_changes_at_once(hand: Hand, code: str) -> None:
    hand.wake()
    session = hand.screen.shopper.session
    choose(hand, "es" if code == "en" else "en")
    choose(hand, code)
    hand.wait_for(HELLO[code])
    assert hand.screen.shopper.session == session


@pytest.mark.parametrize("code", HELLO)
def test_a_page_is_read_aloud_in_it(hand: Hand, code: str) -> None:
    hand.wake()
    choose(hand, "es" if code == "en" else "en")
    choose(hand, code)
    hand.wait_for(HELLO[code])
    hand.tap(READ[code])
    hand.until(lambda: len(hand.engine.asked(p.Say)) == 1)
    said = hand.engine.asked(p.Say)[0]
    assert said.language == code
    assert HELLO[code].rstrip(".") in said.text


def test_the_visit_goes_on_in_it(hand: Hand) -> None:
    hand.wake()
    hand.screen.talk.ask("oat milk", "typed")
    hand.until(lambda: hand.screen.talk.answer != "")
    choose(hand, "fr")
    hand.until(lambda: hand.engine.asked(p.ChooseLanguage) != [])
    asked = hand.engine.asked(p.ChooseLanguage)[-1]
    assert (asked.session, asked.language) == (hand.screen.shopper.session, "fr")
    assert hand.screen.talk.turns.rowCount() >= 2
    assert not hand.engine.asked(p.EndSession)


def test_chosen_before_the_first_touch_the_session_begins_in_it(hand: Hand) -> None:
    choose(hand, "de")
    hand.wake()
    assert hand.engine.asked(p.StartSession)[-1].language == "de"
    assert hand.engine.asked(p.ChooseLanguage) == []


def test_the_next_shopper_meets_the_usual_language(hand: Hand) -> None:
    hand.wake()
    choose(hand, "ar")
    hand.screen.shopper.leave()
    assert hand.screen.languages.code == "en"
    assert not hand.screen.languages.mirrored
    hand.wake()
    assert hand.engine.asked(p.StartSession)[-1].language == "en"
    hand.wait_for(HELLO["en"])


def test_the_store_settles_what_is_offered_and_what_is_usual(engine: FakeEngine, fonts: None, qapp: QObject) -> None:
    engine.languages = ["de", "en", "xx"]
    hand = Hand(engine)
    hand.until(lambda: hand.screen.languages.code == "de")
    assert [one["code"] for one in hand.screen.languages.offered] == ["de", "en"]
    hand.screen.languages.choose("fr")
    assert hand.screen.languages.code == "de"
    hand.wake()
    hand.wait_for(HELLO["de"])
    hand.close()


def test_asked_for_by_talk_the_screen_changes_too(hand: Hand) -> None:
    hand.wake()
    hand.engine.script[p.Ask] = lambda request: hand.engine.answer(
        request.text, say="Continúo en español.", intent="control", control="language:es", products=[], show="none"
    )
    hand.screen.talk.ask("¿habla español?", "typed")
    hand.until(lambda: hand.screen.languages.code == "es", "Spanish")
    hand.engine.script[p.Ask] = lambda request: hand.engine.answer(request.text, control="language:pt")
    hand.screen.talk.ask("fala português?", "typed")
    hand.until(lambda: hand.screen.talk.turns.rowCount() >= 4)
    assert hand.screen.languages.code == "es"


def test_what_the_assistant_does_not_speak_is_said(hand: Hand) -> None:
    hand.wake()
    choose(hand, "ar")
    assert not hand.screen.languages.answered
    choose(hand, "es")
    assert hand.screen.languages.answered


@pytest.mark.parametrize(("code", "asked"), [("de", "Was ist im Angebot?"), ("ar", "What is on offer?")])
def test_what_a_tap_asks_is_in_words_that_the_assistant_knows(hand: Hand, code: str, asked: str) -> None:
    hand.wake()
    choose(hand, code)
    QMetaObject.invokeMethod(hand.window, "go", Q_ARG("QString", "talk"), Q_ARG("QString", ""))
    hand.tap({"de": "Was ist im Angebot?", "ar": "ما العروض الحالية؟"}[code])
    hand.until(lambda: hand.engine.asked(p.Ask) != [])
    assert hand.engine.asked(p.Ask)[-1].text == asked


# --- how things are written -------------------------------------------------------------------------------------------


def format_of(hand: Hand, call: str) -> str:
    """What a function of Format gives."""
    component = QQmlComponent(hand.screen.engine)
    source = f'import QtQuick\nimport "{(QML / "theme").as_uri()}"\nQtObject {{ property string said: Format.{call} }}'
    component.setData(source.encode(), (QML / "Main.qml").as_uri())
    made = component.create()
    assert made is not None, component.errorString()
    return str(made.property("said"))


@pytest.mark.parametrize("code", ["en", "es", "fr", "de"])
@pytest.mark.parametrize("currency", ["USD", "EUR", "GBP", "CHF"])
@pytest.mark.parametrize("minor", [5, 349, 99900, 1234567])
def test_money_is_written_as_the_assistant_writes_it(hand: Hand, code: str, currency: str, minor: int) -> None:
    choose(hand, code)
    shown = format_of(hand, f'money({minor}, "{currency}")')
    said = wording(code).money(Money(minor, currency))
    assert re.sub(r"\s", " ", shown) == re.sub(r"\s", " ", said)


def test_arabic_has_the_digits_of_the_price_labels(hand: Hand) -> None:
    choose(hand, "ar")
    assert re.findall(r"[0-9.,]+", format_of(hand, 'money(349, "USD")')) == ["3.49"]
    assert "7" in format_of(hand, 'place({"aisle": "7", "bay": "3"})')
    assert format_of(hand, "products(2)") == "منتجان"
    assert format_of(hand, "products(5)").startswith("5 ")


@pytest.mark.parametrize(
    ("code", "one", "many"), [("en", "1 product", "3 products"), ("es", "1 producto", "3 productos"),
                              ("fr", "1 produit", "3 produits"), ("de", "1 Produkt", "3 Produkte")],
)  # fmt: skip
def test_counts_have_their_plurals(hand: Hand, code: str, one: str, many: str) -> None:
    choose(hand, code)
    assert (format_of(hand, "products(1)"), format_of(hand, "products(3)")) == (one, many)


# --- the keyboard -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("code", "letters"), [("en", "qz"), ("es", "ñ"), ("fr", "éç"), ("de", "üß"), ("ar", "ضظ؟")])
def test_the_keyboard_has_the_letters_of_the_language(hand: Hand, code: str, letters: str) -> None:
    hand.wake()
    choose(hand, code)
    open_keyboard(hand)
    for letter in letters:
        assert hand.key(letter).width() > 0
    hand.tap_at(hand.centre(hand.key(letters[0])))
    hand.until(lambda: letters[0] in (str(hand.field().property("text")) + preedit(hand)).lower())


def test_the_arabic_keyboard_changes_to_latin_letters_for_names_of_products(hand: Hand) -> None:
    hand.wake()
    choose(hand, "ar")
    open_keyboard(hand)
    hand.tap_at(hand.centre(hand.key("ABC")))
    hand.tap_at(hand.centre(hand.key("q")))
    hand.until(lambda: "q" in str(hand.field().property("text")) + preedit(hand))
    hand.tap_at(hand.centre(hand.key("ع")))
    hand.key("ض")


@pytest.mark.parametrize(("code", "back"), [("en", "abc"), ("es", "abc"), ("fr", "abc"), ("de", "abc"), ("ar", "أبج")])
def test_digits_and_signs_come_with_every_language(hand: Hand, code: str, back: str) -> None:
    hand.wake()
    choose(hand, code)
    open_keyboard(hand)
    hand.tap_at(hand.centre(hand.key("?&%")))
    hand.settle(150)
    assert hand.key("€").width() > 0
    hand.tap_at(hand.centre(hand.key(back)))
    hand.settle(150)
    hand.key("ت" if code == "ar" else "x")


def open_keyboard(hand: Hand) -> None:
    QMetaObject.invokeMethod(hand.window, "go", Q_ARG("QString", "search"), Q_ARG("QString", ""))
    hand.until(lambda: hand.screen.window is not None and bool(hand.field()))
    hand.field().forceActiveFocus()
    hand.until(lambda: bool(hand._keys("1")), "the keyboard")


def preedit(hand: Hand) -> str:
    return str(hand.field().property("preeditText") or "")
