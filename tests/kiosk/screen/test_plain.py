"""Texts are made safe before they are shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk import protocol as p
from kiosk.screen import plain

LETTERS = st.characters() | st.sampled_from("\u2066\u2067\u2068\u2069\u202e")


@given(st.text(LETTERS, max_size=200))
def test_no_control_characters_and_no_direction_overrides(text: str) -> None:
    shown = plain.text(text)
    assert not set(shown) & set("\x00\x07\x1b\r\t\u202e\u2067\u2068\x7f")
    assert len(shown) <= len(text)
    depth = 0
    for c in shown:
        depth += (c == "\u2066") - (c == "\u2069")
        assert depth in (0, 1)
    assert depth == 0


def test_what_an_answer_sets_apart_stays_so() -> None:
    said = "لدينا \u2066Milk (1 gal)\u2069 بسعر \u2066$3.99\u2069."
    assert plain.text(said) == said
    assert plain.text("a\u2069b\u2066c \u2066d\u2069") == "abc \u2066d\u2069"
    assert plain.text("\u2066" + "x" * plain.MAX_TEXT + "\u2069") == "x" * (plain.MAX_TEXT - 1)


def test_ordinary_text_stays_as_it_is() -> None:
    for text in ("Oat drink, 1 L", "Crème brûlée", "Ünlü\nçay", "牛奶", "🍞 bread", "<b>&amp;"):
        assert plain.text(text) == text


def test_long_text_is_cut() -> None:
    assert len(plain.text("x" * 100_000)) == plain.MAX_TEXT


def test_every_text_of_a_message() -> None:
    page = p.ListReply(
        id=1, currency="US\x00D", total=3,
        lines=[p.ListLine(card=p.Card(
            sku="1", name="evil\u202eman", brand="\x1b[31m", size="", category="", department="", price=1, was=None,
            currency="USD", unit_price=1, unit="", stock=1, aisle="", bay="", shelf=""), quantity=1, done=False)],
    )  # fmt: skip
    seen = plain.values(page)
    assert seen["currency"] == "USD"
    assert seen["lines"][0]["card"]["name"] == "evilman"
    assert seen["lines"][0]["card"]["brand"] == "[31m"
