"""Nothing on any page is cut off, lies over something else or cannot be scrolled to, whatever the text's size, the
panel and the language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject

from tests.kiosk.screen import shop
from tests.kiosk.screen.hand import Hand
from tests.kiosk.screen.layout import settled
from tests.kiosk.screen.test_access import (
    MESSAGE,
    WAYS,
    go_called,
    go_list,
    go_message,
    go_nobody,
    go_product,
    go_staff,
)
from tests.kiosk.screen.test_operator import Office, enter, hold

PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)
OWN = [*(words for card in shop.CARDS for words in (card.name, card.brand)), MESSAGE]
"""What the store calls its products, and what its staff write."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is shown."""

    text: float = 1.0
    size: tuple[int, int] = PORTRAIT
    language: str = "en"
    reach: bool = False


FEW = [
    Look(size=LANDSCAPE), Look(1.5, reach=True), Look(1.5, LANDSCAPE, reach=True), Look(2.0, LANDSCAPE),
    Look(2.0, language="de"), Look(2.0, language="ar"),
]  # fmt: skip
ALL = [
    Look(text, size, language, reach)
    for text in (1.0, 1.5, 2.0)
    for size in (PORTRAIT, LANDSCAPE)
    for language in ("en", "de", "ar", "es", "fr")
    for reach in (False, True)
    if not (reach and size == LANDSCAPE)
]


def go_attract(hand: Hand) -> None:
    hand.wait_for("Touch to start")


def go_banner(hand: Hand) -> None:
    go_called(hand)
    hand.engine.step("claimed", "Maya")
    hand.wait_for("Maya has your call")
    hand.tap("Home")
    hand.wait_for("Maya has your call.")


def go_urgently_called(hand: Hand) -> None:
    go_staff(hand)
    hand.tap("Urgent help")
    hand.tap("Someone is hurt")
    hand.wait_for("Stay at this kiosk")


def go_come(hand: Hand) -> None:
    go_called(hand)
    hand.engine.step("coming", "Maya", rung=3)
    hand.wait_for("Maya will find you here")


def go_nobody_urgent(hand: Hand) -> None:
    go_nobody(hand)
    hand.tap("Urgent help")
    hand.wait_for("please do not wait for us")


def go_missing(hand: Hand) -> None:
    go_called(hand)
    hand.engine.step("resolved", "Maya", outcome="no_such_thing")
    hand.wait_for("Maya looked: we do not have it.")


def go_picking(hand: Hand) -> None:
    hand.wake()
    hand.tap("Dairy & Eggs")
    hand.tap("Compare")
    hand.wait_for("Pick two at least")


def go_way(hand: Hand) -> None:
    go_product(hand)
    hand.tap("Show me the way")
    hand.wait_for("All aisles")


def go_take(hand: Hand) -> None:
    go_list(hand)
    hand.tap("Take it along")
    hand.settle(50)


def go_suggested(hand: Hand) -> None:
    hand.wake()
    hand.tap("Search the store")


def go_pin(hand: Hand) -> None:
    Office(hand.engine)
    hold(hand)


def go_operator(hand: Hand) -> None:
    enter(hand, Office(hand.engine))


everywhere = pytest.mark.parametrize(
    "way",
    [
        *WAYS, go_attract, go_banner, go_urgently_called, go_come, go_message, go_nobody, go_nobody_urgent, go_missing,
        go_picking, go_way, go_take, go_suggested, go_pin, go_operator,
    ],
    ids=lambda way: way.__name__,
)  # fmt: skip


OFFICE = (go_pin, go_operator)
"""Where text has the size that the store has set: no visit goes on."""


def faults(hand: Hand, way: Callable[[Hand], None], looks: list[Look]) -> list[str]:
    """What is wrong on the page to which a way leads, one line each."""
    way(hand)
    found = []
    theme = hand.screen.engine.singletonInstance("theme", "Theme")
    assert isinstance(theme, QObject)
    for look in looks:
        if look.text > 1 and way in OFFICE:
            continue
        hand.window.resize(*look.size)
        hand.screen.languages.choose(look.language)
        theme.setProperty("textScale", look.text)
        theme.setProperty("reach", look.reach)
        found += [f"{look}: {fault}" for fault in settled(hand).faults(OWN)]
    return found


@everywhere
def test_nothing_is_cut_or_lies_over_something_else(hand: Hand, way: Callable[[Hand], None]) -> None:
    found = faults(hand, way, FEW)
    assert not found, "\n".join(found)


@pytest.mark.whole
@everywhere
def test_nothing_is_cut_whatever_is_chosen(hand: Hand, way: Callable[[Hand], None]) -> None:
    found = faults(hand, way, ALL)
    assert not found, "\n".join(found)
