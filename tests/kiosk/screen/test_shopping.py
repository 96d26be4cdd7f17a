"""The shopping list: the order of the walk, sums, and taking it along."""

from __future__ import annotations

import msgspec
import pytest

from kiosk import protocol as p
from tests.kiosk.screen import shop
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import Hand


def put_on_list(hand: Hand, *cards: p.Card) -> None:
    hand.wake()
    for card in cards:
        hand.screen.shopping.add(card.sku)
    hand.until(lambda: hand.screen.shopping.lines.count == len(cards))


def names(hand: Hand) -> list[str]:
    return [row["card"]["name"] for row in hand.screen.shopping.lines.rows]


def test_lines_stand_in_the_order_of_the_walk_or_as_they_were_added(hand: Hand) -> None:
    put_on_list(hand, shop.BULB, shop.OAT, shop.BATTERY)
    added = [shop.BULB.name, shop.OAT.name, shop.BATTERY.name]
    assert [row["stop"] for row in hand.screen.shopping.lines.rows] == [1, 2, 3]
    assert names(hand)[1] == shop.BATTERY.name, "aisle 16 lies between aisles 3 and 17"
    hand.tap("My list")
    hand.tap("As I added it")
    assert names(hand) == added
    hand.tap("In the order of the walk")
    assert names(hand) != added


def test_what_is_in_the_basket_goes_to_the_end_and_off_the_walk(hand: Hand) -> None:
    put_on_list(hand, shop.OAT, shop.BATTERY, shop.BULB)
    first = names(hand)[0]
    hand.tap("My list")
    hand.tap(f"{first}: in the basket")
    hand.until(lambda: names(hand)[-1] == first)
    assert hand.screen.shopping.lines.rows[-1]["stop"] == 0
    assert len(hand.screen.shopping.stops) == 2
    hand.wait_for("3 items, 1 in the basket")
    hand.tap(f"{first}: not in the basket after all")
    hand.until(lambda: names(hand)[0] == first)


def test_what_has_no_place_is_kept_at_the_end(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = msgspec.structs.replace(shop.BREAD, aisle="", bay="")
    monkeypatch.setitem(shop.BY_SKU, shop.BREAD.sku, nowhere)
    put_on_list(hand, shop.BREAD, shop.OAT)
    assert names(hand) == [shop.OAT.name, shop.BREAD.name]
    assert [row["stop"] for row in hand.screen.shopping.lines.rows] == [1, 0]


def test_sums_say_what_offers_save(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    put_on_list(hand, shop.OAT, shop.COFFEE, shop.MILK)
    hand.screen.shopping.setQuantity(shop.OAT.sku, 3)
    hand.until(lambda: hand.screen.shopping.pieces == 5)
    assert hand.screen.shopping.total == 3 * 279 + 699 + 189
    assert hand.screen.shopping.saved == 3 * 70 + 200
    hand.tap("My list")
    hand.wait_for("Offers save you $4.10")
    assert not hand.sees("Offers on several")
    several = msgspec.structs.replace(shop.MILK, offer="3 for 2")
    monkeypatch.setitem(shop.BY_SKU, shop.MILK.sku, several)
    hand.screen.shopping.refresh()
    hand.wait_for("Offers on several are taken off at the checkout.")
    hand.wait_for("3 for 2")


def test_a_change_that_fails_leaves_the_list_as_it_was(hand: Hand) -> None:
    put_on_list(hand, shop.OAT)
    hand.tap("My list")
    hand.engine.script[p.ChangeList] = lambda _request: p.Failed(id=0, code="unavailable")
    hand.tap("One more of Oat drink")
    hand.wait_for("That could not be changed just now.")
    assert hand.screen.shopping.pieces == 1


# --- taking it along ------------------------------------------------------------------------------------------------


def test_the_list_as_a_code(hand: Hand) -> None:
    put_on_list(hand, shop.OAT, shop.BULB)
    hand.tap("My list")
    hand.tap("Take it along")
    hand.wait_for("Take your list along")
    hand.until(lambda: hand.screen.shopping.taking == "drawn")
    asked = hand.engine.asked(p.ListCodes)[-1]
    assert asked.mail
    assert asked.title == "Shopping list, Larkfield Market"
    assert "☐ 1 × Oat drink, barista style, 1 L, Aisle 3, bay 2, $2.79" in asked.lines
    assert asked.lines[-1] == "Total: $11.78"
    hand.wait_for("1 / 2")
    hand.tap("The next code")
    hand.wait_for("2 / 2")
    hand.tap("As text")
    hand.until(lambda: not hand.engine.asked(p.ListCodes)[-1].mail)
    hand.wait_for("1 / 2")
    hand.tap("Done")
    hand.wait_gone("Take your list along")
    assert hand.screen.shopping.codes == []


def test_the_code_is_drawn_as_it_came(hand: Hand) -> None:
    put_on_list(hand, shop.OAT)
    hand.tap("My list")
    hand.tap("Take it along")
    hand.until(lambda: hand.screen.shopping.taking == "drawn")
    hand.settle(200)
    code = hand.of_kind("QrCode")[0]
    image = hand.window.grabWindow()
    rows = shop.CODES[0].rows
    module = int(code.width() // (len(rows) + 8))
    margin = int((code.width() - module * len(rows)) // 2)
    for y, row in enumerate(rows):
        for x, wanted in enumerate(row):
            at = code.mapToScene(code.boundingRect().topLeft())
            middle = at.x() + margin + (x + 0.5) * module, at.y() + margin + (y + 0.5) * module
            dark = image.pixelColor(int(middle[0]), int(middle[1])).lightness() < 128
            assert dark == (wanted == "1"), (x, y)


def test_codes_that_cannot_be_made(hand: Hand) -> None:
    hand.engine.script[p.ListCodes] = lambda _request: p.Failed(id=0, code="unavailable")
    put_on_list(hand, shop.OAT)
    hand.tap("My list")
    hand.tap("Take it along")
    hand.wait_for("That did not work just now.")


def test_no_printer_no_button(hand: Hand) -> None:
    put_on_list(hand, shop.OAT)
    hand.tap("My list")
    hand.tap("Take it along")
    hand.wait_for("As text")
    assert "Print it" not in hand.buttons()


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (p.Done(id=0), "Your list is being printed."),
        (p.Failed(id=0, code="unavailable"), "That did not work just now."),
    ],
)
def test_printing(engine: FakeEngine, fonts: None, qapp: object, reply: p.Reply, words: str) -> None:
    usual = engine._default
    engine.script[p.Hello] = lambda request: msgspec.structs.replace(usual(request), prints=True)
    engine.script[p.PrintList] = lambda _request: reply
    hand = Hand(engine)
    hand.until(lambda: hand.screen.store.online and bool(hand.screen.store.offers))
    put_on_list(hand, shop.OAT)
    hand.tap("My list")
    hand.tap("Take it along")
    hand.tap("Print it")
    hand.wait_for(words)
    assert engine.asked(p.PrintList)[-1].lines[-1] == "Total: $2.79"
    hand.close()


def test_an_emptied_list_closes_what_shows_it(hand: Hand) -> None:
    put_on_list(hand, shop.OAT)
    hand.tap("My list")
    hand.tap("Take it along")
    hand.wait_for("As text")
    hand.screen.shopping.clear()
    hand.wait_for("Your list is empty")
    assert not hand.sees("As text")
