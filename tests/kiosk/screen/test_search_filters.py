"""Results narrowed, ordered and looked through; what is offered when nothing is found."""

from __future__ import annotations

import pytest
import shiboken6

from kiosk import protocol as p
from tests.kiosk.screen import shop
from tests.kiosk.screen.hand import Hand


def search(hand: Hand, text: str) -> None:
    hand.wake()
    hand.tap("Search the store")
    hand.field().setProperty("text", text)
    hand.until(lambda: hand.screen.finder.settled)


def last(hand: Hand) -> p.Search:
    return hand.engine.asked(p.Search)[-1]


def shown(hand: Hand) -> list[str]:
    return [row["sku"] for row in hand.screen.finder.results.rows]


def narrowed(hand: Hand) -> int:
    return int(hand.screen.finder.property("narrowed"))


def test_a_tap_leaves_what_is_in_stock_and_another_brings_all_back(hand: Hand) -> None:
    search(hand, "drink")
    before = shown(hand)
    assert shop.ALMOND.sku in before
    hand.tap("In stock")
    hand.until(lambda: shop.ALMOND.sku not in shown(hand))
    assert last(hand).in_stock
    hand.tap("In stock")
    hand.until(lambda: shown(hand) == before)


def test_filters_and_orders_with_how_many_would_be_left(hand: Hand) -> None:
    search(hand, "dairy")
    hand.tap("Filter and sort")
    hand.tap("Up to $3.00 (3)")
    hand.until(lambda: hand.screen.finder.property("maxPrice") == 300 and hand.screen.finder.settled)
    hand.tap("Lowest price")
    hand.until(lambda: shown(hand) == [shop.OAT_SMALL.sku, shop.MILK.sku, shop.OAT.sku])
    hand.tap("Vegan (3)")
    hand.until(lambda: last(hand).diet == ["vegan"])
    hand.tap("Show 3 product")
    hand.wait_gone("Sort by")
    assert narrowed(hand) == 2
    # Each filter that is set can be lifted where the results are.
    hand.tap("Up to $3.00")
    hand.until(lambda: last(hand).max_price is None)
    hand.tap("Vegan")
    hand.until(lambda: narrowed(hand) == 0)


def test_a_department_narrows_what_is_found_in_all(hand: Hand) -> None:
    search(hand, "r")
    hand.tap("Filter and sort")
    hand.tap("Bakery (1)")
    hand.until(lambda: last(hand).category == "bakery" and shown(hand) == [shop.BREAD.sku])
    assert last(hand).query == "r"


def test_filters_that_leave_nothing_are_lifted_by_one_tap(hand: Hand) -> None:
    search(hand, "almo")
    assert "In stock" not in hand.buttons(), "there is none"
    hand.screen.finder.toggleInStock()
    hand.wait_for("Nothing matches these filters.")
    hand.tap("Lift all filters")
    hand.until(lambda: shown(hand) == [shop.ALMOND.sku])


def test_filters_stay_while_a_word_is_typed_and_go_with_it(hand: Hand) -> None:
    search(hand, "dri")
    hand.tap("In stock")
    hand.until(lambda: last(hand).in_stock)
    hand.field().setProperty("text", "drink")
    hand.until(lambda: last(hand).query == "drink")
    assert last(hand).in_stock
    hand.field().setProperty("text", "bulb")
    hand.until(lambda: last(hand).query == "bulb")
    assert not last(hand).in_stock
    assert narrowed(hand) == 0


def test_more_of_what_is_narrowed_is_narrowed_as_well(hand: Hand) -> None:
    cards = [shop.card(f"9{n:05}", f"Thing number {n}") for n in range(200)]

    def many(request: p.Search) -> p.Reply:
        page = cards[request.offset : request.offset + request.limit]
        return p.Results(
            id=0, query=request.query, corrected=None, total=200, offset=request.offset, cards=page,
            facets=shop.facets(cards) if request.facets else None,
        )  # fmt: skip

    hand.engine.script[p.Search] = many
    search(hand, "thing")
    hand.tap("In stock")
    hand.until(lambda: last(hand).in_stock)
    grid = next(item for item in hand.items() if item.inherits("QQuickGridView"))
    seen: list[float] = []
    # By the button, as somebody who cannot sweep.
    while hand.screen.finder.results.count < 200:
        seen.append(float(grid.property("contentY")))
        hand.tap("Further down")
        hand.until(lambda: float(grid.property("contentY")) > seen[-1], "further down")
    asked = hand.engine.asked(p.Search)
    since = next(at for at, request in enumerate(asked) if request.in_stock)
    assert all(request.in_stock for request in asked[since:])
    assert [request.facets for request in asked] == [request.offset == 0 for request in asked]
    assert shown(hand) == [c.sku for c in cards]
    lowest = float(grid.property("contentY"))
    hand.tap("Back up")
    hand.until(lambda: float(grid.property("contentY")) < lowest)


def test_tiles_stay_when_a_filter_leaves_them(hand: Hand) -> None:
    search(hand, "dairy")
    oat = f"Oat drink, barista style, ${shop.OAT.price / 100:.2f}"
    hand.until(lambda: any(name.startswith(oat) for name in hand.buttons()), "the tile")
    tile = shiboken6.getCppPointer(hand.button(oat))
    resets: list[None] = []
    hand.screen.finder.results.modelReset.connect(lambda: resets.append(None))
    hand.tap("Reduced")
    hand.until(lambda: shown(hand) == [shop.OAT.sku])
    assert not resets
    assert shiboken6.getCppPointer(hand.button(oat)) == tile


def test_nothing_found_shows_what_the_other_spelling_finds(hand: Hand) -> None:
    search(hand, "wat")
    hand.wait_for("Perhaps one of these")
    hand.wait_for("Oat drink, barista style")
    hand.tap("Oat drink, barista style")
    hand.until(lambda: hand.page == "product")


def test_nothing_found_and_nothing_like_it_shows_what_is_popular(hand: Hand) -> None:
    search(hand, "xyz")
    hand.wait_for("Popular here")
    hand.wait_for("Whole milk")


def test_completions_that_come_after_more_results_are_shown(hand: Hand) -> None:
    cards = [shop.card(f"9{n:05}", f"Oat thing {n}") for n in range(200)]
    hand.engine.script[p.Search] = lambda request: p.Results(
        id=0, query=request.query, corrected=None, total=200, offset=request.offset,
        cards=cards[request.offset : request.offset + request.limit],
    )  # fmt: skip
    hand.engine.script[p.Complete] = lambda request: None
    search(hand, "oat")
    hand.screen.finder.loadMore()
    hand.until(lambda: last(hand).offset > 0)
    hand.until(lambda: bool(hand.engine.asked(p.Complete)))
    asked = hand.engine.asked(p.Complete)[-1]
    hand.engine.push_raw(p.encode(p.Completions(id=asked.id, prefix="oat", texts=["oat drink"])))
    hand.until(lambda: hand.screen.finder.property("completions") == ["oat drink"], "completions")


@pytest.mark.parametrize("leave", ["startOver", "leave"])
def test_the_next_shopper_meets_no_filters(hand: Hand, leave: str) -> None:
    search(hand, "dairy")
    hand.screen.finder.toggleInStock()
    hand.screen.finder.chooseSort("price")
    getattr(hand.screen.shopper, leave)()
    finder = hand.screen.finder
    assert (narrowed(hand), finder.property("sort"), finder.property("facets")) == (0, "relevance", {})
