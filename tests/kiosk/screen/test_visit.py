"""A visit by touch: waking, finding, the product, the list."""

from __future__ import annotations

import time

import msgspec
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest

from kiosk import protocol as p
from tests.kiosk.screen import shop
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import Hand


def test_asleep_it_shows_the_store_its_hours_an_offer_and_what_it_is(hand: Hand) -> None:
    hand.wait_for("Larkfield Market")
    assert hand.sees("Open until 10:00")
    assert hand.sees("Save 70¢")
    assert hand.sees("$2.79")
    assert hand.sees("I am an automated assistant")
    assert not hand.engine.asked(p.StartSession)


def test_a_store_that_never_closes(engine: FakeEngine, fonts: None) -> None:
    engine.script[p.Home] = lambda _request: p.HomeReply(
        id=0, store="Larkfield Market", open_until="always", departments=shop.DEPARTMENTS, offers=shop.CARDS[:2],
        popular=[],
    )  # fmt: skip
    days = [p.DayHours(weekday=day, opens="00:00", closes="00:00") for day in range(7)]
    engine.script[p.StoreInfo] = lambda _request: msgspec.structs.replace(shop.info(), hours=days)
    hand = Hand(engine)
    hand.wait_for("Open day and night")
    hand.wake()
    hand.tap("Store information")
    hand.wait_for("Day and night")
    assert hand.texts().count("Day and night") == 7
    hand.close()


def test_the_waking_touch_presses_nothing(hand: Hand) -> None:
    hand.wake()
    hand.settle()
    assert hand.page == "home"
    start = hand.engine.asked(p.StartSession)
    assert [request.greet for request in start] == [True]
    # Where the first touch fell there is now something to press; it was not.
    assert not hand.engine.asked(p.Look)
    assert not hand.engine.asked(p.Search)
    assert not hand.engine.asked(p.Ask)


def test_a_touch_that_wakes_presses_nothing_even_over_a_button(hand: Hand) -> None:
    bar = QPointF(hand.window.width() * 0.7, hand.window.height() - 60)
    hand.tap_at(bar)
    hand.until(lambda: hand.screen.shopper.here)
    hand.settle()
    assert hand.page == "home"
    hand.tap_at(bar)
    hand.until(lambda: hand.page == "staff")


def test_search_by_touch_typing(hand: Hand) -> None:
    hand.wake()
    hand.tap("Search the store")
    hand.type("oat")
    hand.wait_for("Oat drink, barista style")
    hand.until(lambda: hand.screen.finder.settled)
    assert hand.field().property("text") == "oat"
    assert hand.sees("2 products")
    hand.wait_for("oat drink barista")
    assert hand.sees("$2.79")
    assert hand.sees("$3.49")
    assert hand.sees("Only 3 left")
    queries = [request.query for request in hand.engine.asked(p.Search)]
    assert queries[-1] == "oat"


def test_typing_fast_asks_seldom(hand: Hand) -> None:
    hand.wake()
    for end in range(1, 9):
        hand.screen.finder.type("chamomile"[:end])
    hand.until(lambda: hand.screen.finder.settled)
    assert [request.query for request in hand.engine.asked(p.Search)] == ["chamomil"]


def test_a_late_reply_to_an_older_query_is_dropped(hand: Hand) -> None:
    def slow(request: p.Search) -> p.Reply:
        if request.query == "milk":
            time.sleep(0.4)
        return hand.engine._search(request)

    hand.engine.script[p.Search] = slow
    hand.wake()
    hand.screen.finder.type("milk")
    hand.until(lambda: hand.screen.finder.busy)
    hand.screen.finder.type("bulb")
    hand.until(lambda: hand.screen.finder.settled)
    QTest.qWait(500)
    assert [row["sku"] for row in hand.screen.finder.results.rows] == [shop.BULB.sku]


def test_mended_words_are_named(hand: Hand) -> None:
    hand.wake()
    hand.tap("Search the store")
    hand.type("oot")
    hand.wait_for("Showing results for “oat”")


def test_a_completion_is_taken_over(hand: Hand) -> None:
    hand.wake()
    hand.tap("Search the store")
    hand.type("oa")
    hand.tap("oat drink barista")
    hand.until(lambda: hand.field().property("text") == "oat drink barista")
    hand.until(lambda: hand.engine.asked(p.Search)[-1].query == "oat drink barista")


def test_nothing_found_offers_another_spelling(hand: Hand) -> None:
    hand.wake()
    hand.tap("Search the store")
    hand.type("wat")
    hand.wait_for("I found nothing for “wat”")
    hand.wait_for("Did you mean")
    hand.tap("oat")
    hand.wait_for("Oat drink, barista style")


def test_nothing_found_leads_to_a_person(hand: Hand) -> None:
    hand.wake()
    hand.tap("Search the store")
    hand.type("xyz")
    hand.wait_for("I found nothing for “xyz”")
    hand.tap("Ask a person")
    hand.wait_for("A member of staff has been called")
    assert hand.engine.asked(p.CallStaff)[0].reason == "find"


def test_a_search_that_fails_can_be_tried_again(hand: Hand) -> None:
    hand.engine.script[p.Search] = lambda _request: p.Failed(id=0, code="unavailable")
    hand.wake()
    hand.tap("Search the store")
    hand.type("oat")
    hand.wait_for("I can’t search right now.")
    del hand.engine.script[p.Search]
    hand.tap("Try again")
    hand.wait_for("Oat drink, barista style")


def test_more_results_come_as_the_shopper_goes_on(hand: Hand) -> None:
    cards = [shop.card(f"9{n:05}", f"Thing number {n}") for n in range(60)]

    def many(request: p.Search) -> p.Reply:
        part = cards[request.offset : request.offset + request.limit]
        return p.Results(id=0, query="", corrected=None, total=60, offset=request.offset, cards=part)

    hand.engine.script[p.Search] = many
    hand.wake()
    hand.tap("Dairy & Eggs")
    hand.wait_for("60 products")
    assert 0 < hand.screen.finder.results.count < 60
    grid = next(item for item in hand.items() if item.inherits("QQuickGridView"))
    for _ in range(3):
        grid.setProperty("contentY", grid.property("contentHeight") - grid.height())
        hand.settle(100)
    hand.until(lambda: hand.screen.finder.results.count == 60)
    assert [row["sku"] for row in hand.screen.finder.results.rows] == [c.sku for c in cards]


def test_a_department_and_the_offers_are_browsed(hand: Hand) -> None:
    hand.wake()
    hand.tap("Bakery")
    hand.wait_for("Seeded sourdough bread")
    assert hand.engine.asked(p.Search)[-1].category == "bakery"
    hand.tap("Home")
    hand.tap("See all")
    hand.wait_for("Dry dog food")
    assert hand.engine.asked(p.Search)[-1].offers is True


def open_oat(hand: Hand) -> None:
    hand.wake()
    hand.tap("Oat drink, barista style, $2.79")
    hand.until(lambda: hand.page == "product" and hand.sees("Add to my list"))


def test_product_page_says_price_stock_place_and_label(hand: Hand) -> None:
    open_oat(hand)
    for words in (
        "$2.79", "$3.49", "$0.35 per 100 ml", "Save 70¢", "Offer ends Sunday, November 29", "12 in stock", "As of",
        "Aisle 3, bay 2", "Shelf 4",
    ):  # fmt: skip
        hand.wait_for(words)
    everything = [str(item.property("text")) for item in hand.items() if item.inherits("QQuickText")]
    for words in ("Oats", "Gluten", "Almonds", "Vegan", "247 kJ / 59 kcal", "Goes well with it", "Ground coffee, dark"):
        assert any(words in text for text in everything), words
    assert any("rapeseed oil" in text for text in everything)


def test_the_map_has_its_pin_on_the_bay(hand: Hand) -> None:
    open_oat(hand)
    plan = hand.of_kind("FloorPlan")[0]
    assert plan.property("aisle") == "3"
    pin = next(icon for icon in hand.of_kind("Icon", plan) if icon.property("glyph") == "pin-solid")
    tip = pin.mapToItem(plan, QPointF(pin.width() / 2, pin.height() * 0.93))
    unit = float(plan.property("unit"))
    bay = next(f for f in shop.floor().fixtures if f.aisle == "3" and f.bay == "2")
    left = (plan.width() - 60.0 * unit) / 2
    assert abs((tip.x() - left) / unit - (bay.x + bay.width / 2)) < 0.2
    assert abs((36.0 - tip.y() / unit) - (bay.y + bay.height / 2)) < 0.2
    assert hand.sees("You are here")
    hand.tap("Show me the way")
    hand.until(lambda: hand.page == "map")
    hand.wait_for("Aisle 3, bay 2")


def test_another_product_and_back(hand: Hand) -> None:
    open_oat(hand)
    hand.tap("Ground coffee, dark roast")
    hand.wait_for("$6.99")
    hand.tap("Back")
    hand.until(lambda: hand.screen.detail.code == shop.OAT.sku)
    hand.wait_for("Ground coffee, dark roast")
    assert "Oat drink, barista style" in [item.property("text") for item in hand.items()]


def test_the_list(hand: Hand) -> None:
    open_oat(hand)
    hand.tap("Add to my list")
    hand.wait_for("On your list, add one more")
    hand.tap("On your list, add one more")
    hand.until(lambda: hand.screen.shopping.pieces == 2)
    hand.tap("My list")
    hand.wait_for("2 items")
    assert hand.sees("$5.58")
    hand.tap("One more of Oat drink")
    hand.wait_for("$8.37")
    hand.tap("One less of Oat drink")
    hand.wait_for("$5.58")
    hand.tap("Oat drink, barista style: in the basket")
    hand.until(lambda: bool(hand.screen.shopping.lines.rows[0]["done"]))
    hand.tap("Remove Oat drink")
    hand.wait_for("Your list is empty")
    assert [r.op for r in hand.engine.asked(p.ChangeList) if r.op != "show"] == [
        "add", "add", "set", "set", "tick", "remove",
    ]  # fmt: skip


def test_clearing_the_list_asks_first(hand: Hand) -> None:
    hand.wake()
    hand.screen.shopping.add(shop.MILK.sku)
    hand.until(lambda: hand.screen.shopping.pieces == 1)
    hand.tap("My list")
    hand.tap("Clear")
    assert hand.screen.shopping.pieces == 1
    hand.tap("Really clear it?")
    hand.wait_for("Your list is empty")


def test_larger_text(hand: Hand) -> None:
    hand.wake()
    title = next(i for i in hand.items() if i.property("text") == "Departments")
    before = title.property("font").pixelSize()
    hand.tap("Easier to use")
    hand.tap("Larger text")
    hand.until(lambda: title.property("font").pixelSize() > before)


def test_keys_of_the_keyboard_are_large_enough(hand: Hand) -> None:
    hand.wake()
    hand.tap("Search the store")
    key = hand.key("q")
    hand.until(lambda: hand.key("q").height() >= 96)
    assert key.width() >= 90


def test_two_screens_after_another_do_not_share_a_visit(engine: FakeEngine, hand: Hand) -> None:
    hand.wake()
    hand.tap("Bakery")
    other = Hand(engine, (1920, 1080))
    other.until(lambda: other.sees("Touch to start"))
    assert not other.screen.shopper.here
    assert other.screen.finder.results.count == 0
    other.close()
