"""Products beside each other: picked, compared, and what sets them apart."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kiosk import protocol as p
from kiosk.screen import plain
from kiosk.screen.comparing import lines
from tests.kiosk.screen import shop
from tests.kiosk.screen.hand import Hand


def pages(*cards: p.Card) -> list[dict[str, Any]]:
    return [plain.values(shop.product(card)) for card in cards]


def by_name(found: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {line["line"]: line for line in found}


def test_what_is_least_is_marked_and_what_is_the_same_is_not() -> None:
    found = by_name(lines(pages(shop.OAT, shop.OAT_SMALL, shop.ALMOND), "100 ml", [35, 52, 35]))
    assert found["price"]["best"] == [1]
    assert found["unit_price"]["best"] == [0, 2]
    assert found["unit_price"]["unit"] == "100 ml"
    assert found["place"] == {"line": "place", "cells": [["3", "2"]] * 3, "differs": False, "best": []}
    assert found["allergens"]["differs"] is False


def test_without_one_unit_none_is_the_best_value() -> None:
    found = by_name(lines(pages(shop.OAT, shop.CHEDDAR), "", []))
    assert found["unit_price"]["best"] == []
    assert "unit" not in found["unit_price"]


def test_what_none_of_them_has_is_left_out_and_what_one_has_is_not() -> None:
    found = by_name(lines(pages(shop.BULB, shop.BATTERY), "", []))
    assert "allergens" not in found
    assert not any(name.startswith("nutrition:") for name in found)
    mixed = by_name(lines(pages(shop.OAT, shop.BULB), "", []))
    assert mixed["nutrition:fat"]["cells"] == [3.0, None]
    assert mixed["nutrition:fat"]["differs"]


@given(st.lists(st.sampled_from(shop.CARDS), min_size=2, max_size=4, unique_by=lambda card: card.sku))
def test_every_line_has_a_cell_a_product(cards: list[p.Card]) -> None:
    for line in lines(pages(*cards), "", []):
        assert len(line["cells"]) == len(cards)
        assert line["differs"] == any(cell != line["cells"][0] for cell in line["cells"])
        assert set(line["best"]) < set(range(len(cards)))


def picks(hand: Hand) -> list[str]:
    return list(hand.screen.comparison.property("picks"))


def compared(hand: Hand) -> list[str]:
    return [page["card"]["sku"] for page in hand.screen.comparison.property("products")]


def test_products_are_picked_among_the_results(hand: Hand) -> None:
    hand.wake()
    hand.tap("Search the store")
    hand.field().setProperty("text", "drink")
    hand.until(lambda: hand.screen.finder.settled)
    hand.tap("Compare")
    hand.wait_for("Pick two at least")
    hand.tap("Oat drink, barista style, $2.79")
    hand.tap("Almond drink")
    hand.until(lambda: picks(hand) == [shop.OAT.sku, shop.ALMOND.sku])
    assert hand.page == "search"
    hand.tap("Compare 2")
    hand.until(lambda: hand.page == "compare" and compared(hand) == picks(hand))
    hand.wait_for("Lowest price")
    hand.wait_for("$2.79 for 1 L")
    hand.tap("Differences only")
    hand.wait_gone("Where it is")


def test_from_a_product_to_the_comparison_and_out_again(hand: Hand) -> None:
    hand.wake()
    hand.tap("Oat drink, barista style, $2.79")
    hand.tap("Compare")
    hand.until(lambda: hand.page == "compare")
    hand.wait_for("With what shall I compare it?")
    assert not hand.engine.asked(p.Compare)
    hand.tap("Whole milk")
    hand.until(lambda: compared(hand) == [shop.OAT.sku, shop.MILK.sku])
    hand.tap("Take Oat drink")
    hand.until(lambda: picks(hand) == [shop.MILK.sku])
    hand.tap("Take Whole milk")
    hand.wait_for("What shall I compare?")


def test_a_fifth_takes_the_place_of_the_last(hand: Hand) -> None:
    hand.wake()
    for card in shop.CARDS[:5]:
        hand.screen.comparison.add(card.sku)
    assert picks(hand) == [c.sku for c in (*shop.CARDS[:3], shop.CARDS[4])]
    hand.screen.comparison.toggle(shop.BULB.sku)
    assert len(picks(hand)) == 4


def test_an_answer_to_an_older_choice_is_dropped(hand: Hand) -> None:
    hand.wake()
    hand.screen.comparison.take([shop.OAT.sku, shop.MILK.sku])
    hand.screen.comparison.fetch()
    hand.screen.comparison.take([shop.OAT.sku, shop.ALMOND.sku])
    hand.until(lambda: len(hand.engine.asked(p.Compare)) == 1)
    hand.settle()
    assert compared(hand) == []


def test_what_cannot_be_compared_can_be_tried_again(hand: Hand) -> None:
    hand.engine.script[p.Compare] = lambda _request: p.Failed(id=0, code="unavailable")
    hand.wake()
    hand.screen.comparison.take([shop.OAT.sku, shop.MILK.sku])
    hand.tap("Oat drink, barista style, $2.79")
    hand.tap("Compare")
    hand.wait_for("I can’t compare these right now.")
    del hand.engine.script[p.Compare]
    hand.tap("Try again")
    hand.until(lambda: compared(hand) == [shop.OAT.sku, shop.MILK.sku])


def test_the_next_shopper_compares_nothing(hand: Hand) -> None:
    hand.wake()
    hand.screen.comparison.take([shop.OAT.sku, shop.MILK.sku])
    hand.screen.comparison.fetch()
    hand.until(lambda: len(compared(hand)) == 2)
    hand.screen.shopper.leave()
    assert (picks(hand), compared(hand), hand.screen.comparison.property("lines")) == ([], [], [])


def test_an_answer_that_compares_leads_to_the_comparison(hand: Hand) -> None:
    hand.engine.script[p.Ask] = lambda request: hand.engine.answer(
        request.text, intent="compare", show="compare", products=[shop.OAT, shop.MILK]
    )
    hand.wake()
    hand.screen.comparison.add(shop.BULB.sku)
    hand.tap("Tap to talk")
    hand.screen.talk.ask("compare oat drink and milk", "typed")
    hand.tap("Compare side by side")
    hand.until(lambda: hand.page == "compare" and compared(hand) == [shop.OAT.sku, shop.MILK.sku])
