"""A scanner is told from a person by its speed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.screen.scanner import MAX_GAP_MS, Keys
from tests.kiosk.screen.hand import Hand

GTIN = "9520000100012"


def feed(keys: Keys, text: str, gap: int, start: int = 10_000, enter_gap: int | None = None) -> str:
    at = start
    for letter in text:
        at += gap
        assert keys.press(ord(letter), letter, at) == ""
    return keys.press(Qt.Key.Key_Return, "\r", at + (gap if enter_gap is None else enter_gap))


@pytest.mark.parametrize("gap", [0, 5, MAX_GAP_MS])
def test_fast_keys_and_enter_are_a_scan(gap: int) -> None:
    assert feed(Keys(), GTIN, gap) == GTIN


@pytest.mark.parametrize(
    ("text", "gap", "enter_gap"), [(GTIN, MAX_GAP_MS + 1, None), ("12345", 5, None), (GTIN, 5, 400)]
)
def test_a_person_is_not_a_scan(text: str, gap: int, enter_gap: int | None) -> None:
    assert feed(Keys(), text, gap, enter_gap=enter_gap) == ""


def test_what_was_typed_before_does_not_count() -> None:
    keys = Keys()
    for at, letter in enumerate("milk"):
        keys.press(ord(letter), letter, 1000 + 200 * at)
    assert feed(keys, GTIN, 4) == GTIN


def test_a_held_key_is_not_a_scan() -> None:
    keys = Keys()
    for at in range(20):
        keys.press(ord("a"), "a", 1000 + 30 * at, repeated=at > 0)
    assert keys.press(Qt.Key.Key_Return, "\r", 1600) == ""


def test_a_code_of_unlikely_length_is_not_a_scan() -> None:
    assert feed(Keys(), "1" * 400, 3) == ""


def scan_until(hand: Hand, code: str, page: str) -> None:
    """Scan as a shopper would: again, if a busy machine tore the keys apart."""
    for _ in range(5):
        hand.scan(code)
        hand.settle(150)
        if hand.page == page:
            return
    raise AssertionError(f"the scan of {code} opened nothing")


def test_a_scan_wakes_the_kiosk_and_shows_the_product(hand: Hand) -> None:
    scan_until(hand, GTIN, "product")
    assert hand.screen.shopper.here
    hand.wait_for("Oat drink, barista style")


def test_a_scan_leaves_no_digits_in_the_search_field(hand: Hand) -> None:
    hand.wake()
    hand.tap("Search the store")
    hand.type("oat")
    scan_until(hand, GTIN, "product")
    hand.wait_for("Oat drink, barista style")
    hand.tap("Back")
    hand.until(lambda: hand.page == "search")
    assert hand.field().property("text") == "oat"


def test_an_unknown_code_offers_a_person(hand: Hand) -> None:
    scan_until(hand, "0000000000000", "product")
    hand.wait_for("I don’t know this product.")
    hand.tap("Ask a person")
    hand.until(lambda: hand.page == "staff")
