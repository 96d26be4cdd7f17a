"""Answers tell the stock and price of the moment where the store's own system gave them, with their time."""

from __future__ import annotations

from kiosk.assistant import Assistant, Turn, turn_json
from local_catalog import Catalog
from tests.kiosk.assistant.conftest import FRIDAY
from tests.kiosk.assistant.fakes import FakeHands, ticks

OAT = "130291"
NAMED = "oat drink original half gallon"


def ask(catalog: Catalog, hands: FakeHands, *texts: str) -> list[Turn]:
    assistant = Assistant(catalog, None, timer=ticks())
    conversation = assistant.begin()
    return [assistant.turn(conversation, text, hands, FRIDAY) for text in texts]


def test_a_price_of_the_moment_is_said_and_shown(catalog: Catalog) -> None:
    hands = FakeHands(catalog, live={OAT: (7, 111)})
    found, price, stock = ask(catalog, hands, NAMED, "how much is it", "how many are in stock")
    assert "$1.11" in found.say
    assert next(p for p in found.products if p.sku == OAT).price.minor == 111
    assert "$1.11" in price.say
    assert "7" in stock.say
    sources = turn_json(price, "a")["sources"]
    assert {"table": "product", "key": OAT, "synced_at": "2026-11-20T15:04:00"} in sources  # type: ignore[operator]


def test_what_sold_out_a_moment_ago_is_out_of_stock(catalog: Catalog) -> None:
    hands = FakeHands(catalog, live={OAT: (0, 479)})
    [turn] = ask(catalog, hands, NAMED)
    assert "0.5 gal" not in turn.say or "out of stock" in turn.say or "sold out" in turn.say
    hands.live[OAT] = (4, 479)
    _, turn = ask(catalog, hands, NAMED, "how many are in stock")
    assert "4" in turn.say


def test_without_figures_of_the_moment_those_of_the_sync_count_again(catalog: Catalog) -> None:
    hands = FakeHands(catalog, live={OAT: (7, 111)})
    assistant = Assistant(catalog, None, timer=ticks())
    conversation = assistant.begin()
    assistant.turn(conversation, NAMED, hands, FRIDAY)
    hands.live.clear()
    turn = assistant.turn(conversation, "how much is it", hands, FRIDAY)
    assert "$4.79" in turn.say
    assert turn.sources[0].synced_at == catalog.info.synced_at.isoformat()
