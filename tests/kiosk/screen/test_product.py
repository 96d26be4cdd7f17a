"""A product's page: what is wrong is reported, an unknown code is helped on, labels have icons and words."""

from __future__ import annotations

import msgspec

from kiosk import protocol as p
from tests.kiosk.screen import shop
from tests.kiosk.screen.hand import Hand


def open_oat(hand: Hand) -> None:
    hand.wake()
    hand.tap("Oat drink, barista style, $2.79")
    hand.until(lambda: hand.page == "product" and hand.sees("Add to my list"))


def test_what_is_wrong_is_said_by_one_tap(hand: Hand) -> None:
    open_oat(hand)
    hand.tap("Something wrong here?")
    hand.wait_for("Nothing about you is kept.")
    hand.tap("It stands somewhere else")
    hand.wait_for("The store will check it.")
    report = hand.engine.asked(p.ReportWrong)[-1]
    assert (report.sku, report.what) == (shop.OAT.sku, "place")
    hand.tap("Close")
    hand.wait_gone("The store will check it.")


def test_a_report_that_is_not_kept_says_so_and_can_be_made_again(hand: Hand) -> None:
    hand.engine.script[p.ReportWrong] = lambda _request: p.Failed(id=0, code="unavailable")
    open_oat(hand)
    hand.tap("Something wrong here?")
    hand.tap("The price on the shelf")
    hand.wait_for("I could not keep that just now.")
    del hand.engine.script[p.ReportWrong]
    hand.tap("The price on the shelf")
    hand.wait_for("The store will check it.")


def test_an_unknown_code_is_shown_and_leads_on(hand: Hand) -> None:
    hand.wake()
    hand.scan("9599999999999")
    hand.wait_for("I don’t know this product.")
    hand.wait_for("9599999999999")
    hand.tap("Search by name")
    hand.until(lambda: hand.page == "search")


def test_an_unknown_code_leads_to_a_person(hand: Hand) -> None:
    hand.wake()
    hand.scan("9599999999999")
    hand.tap("Ask a person")
    hand.wait_for("A member of staff has been called")


def test_a_known_code_opens_the_product_from_any_page(hand: Hand) -> None:
    hand.wake()
    for button in ("My list", "Call staff", "Search the store"):
        if button == "Search the store":
            hand.tap("Home")
        hand.tap(button)
        hand.scan("9520000400013")
        hand.until(lambda: hand.page == "product" and hand.screen.detail.code == "9520000400013")
        hand.wait_for("LED bulb")


def test_a_product_that_cannot_be_looked_up_can_be_tried_again(hand: Hand) -> None:
    hand.engine.script[p.Look] = lambda _request: p.Failed(id=0, code="unavailable")
    hand.wake()
    hand.scan("9520000400013")
    hand.wait_for("I can’t look this up right now.")
    del hand.engine.script[p.Look]
    hand.tap("Try again")
    hand.wait_for("LED bulb")


def test_allergens_and_diets_have_an_icon_and_a_word(hand: Hand) -> None:
    open_oat(hand)
    tags = hand.of_kind("Tags")
    signs = {str(icon.property("glyph")) for tag in tags for icon in hand.of_kind("Icon", tag)}
    words = {str(item.property("text")) for tag in tags for item in hand.items(tag) if item.inherits("QQuickText")}
    assert {"wheat", "leaf", "milk"} <= signs
    assert {"Gluten", "Vegan", "Lactose-free"} <= words


def test_the_like_for_less_is_not_shown_twice(hand: Hand) -> None:
    page = msgspec.structs.replace(shop.product(shop.OAT), cheaper=[shop.MILK])
    hand.engine.script[p.Look] = lambda _request: p.ProductReply(id=0, product=page)
    open_oat(hand)
    hand.until(lambda: "The like for less" in [str(i.property("text")) for i in hand.items()])
    assert len([name for name in hand.buttons() if name.startswith("Whole milk")]) == 1


def test_who_asks_about_it_asks_about_this_product(hand: Hand) -> None:
    open_oat(hand)
    hand.screen.finder.type("bulb")
    hand.until(lambda: hand.screen.finder.settled)
    hand.tap("Ask about it")
    hand.until(lambda: hand.page == "talk")
    # The engine's last word on what was shown is this product again.
    hand.until(lambda: isinstance(hand.engine.requests[-1], p.Look))
    assert hand.engine.asked(p.Look)[-1].code == shop.OAT.sku
