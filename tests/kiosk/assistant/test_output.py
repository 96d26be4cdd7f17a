"""The turn as JSON, its sources and times; what the conversation learns by touch; the list and its receipts."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from kiosk.assistant import Assistant, Turn, turn_json
from local_catalog import Catalog, CatalogError
from tests.kiosk.assistant.conftest import FRIDAY
from tests.kiosk.assistant.fakes import FakeHands

KEYS = [
    "session", "text", "lang", "intent", "request", "products", "say", "page", "offer_staff", "sources", "path",
    "confidence", "latency_ms",
]  # fmt: skip
REQUEST = {
    "query", "brand", "category", "max_price", "min_price", "sort", "attributes", "aspect", "op", "quantity", "topic",
    "reason", "urgent",
}  # fmt: skip


def test_json_has_the_keys_of_the_contract(ask: Callable[..., Turn]) -> None:
    made = turn_json(ask("do you have oat milk under $4"), "a")
    assert list(made) == KEYS
    assert (made["session"], made["lang"], made["intent"]) == ("a", "en", "find")
    request = made["request"]
    assert isinstance(request, dict)
    assert request["query"] == "oat milk"
    assert request["max_price"] == 4.0
    assert set(request) <= REQUEST
    products = made["products"]
    assert isinstance(products, list)
    first = products[0]
    assert list(first) == ["sku", "name", "brand", "category", "price", "currency", "stock", "location"]
    assert list(first["location"]) == ["aisle", "bay"]
    assert isinstance(first["price"], float)
    assert first["price"] <= 4.0
    assert made["page"] is None
    assert json.loads(json.dumps(made)) == made


def test_json_of_a_call(ask: Callable[..., Turn]) -> None:
    made = turn_json(ask("can i talk to a person"), "a")
    assert made["page"] == {"id": "page-1", "reason": "help", "department": None, "priority": "normal"}
    assert made["request"] == {"reason": "help"}
    urgent = turn_json(ask("there is a fire"), "a")
    assert urgent["request"] == {"reason": "emergency", "urgent": True}


def test_every_product_said_has_its_source(ask: Callable[..., Turn], catalog: Catalog) -> None:
    turn = ask("where is the oat milk")
    assert ("product", turn.products[0].sku) in {(s.table, s.key) for s in turn.sources}
    assert {s.synced_at for s in turn.sources} == {catalog.info.synced_at.isoformat()}
    assert {s.table for s in ask("can i return this without a receipt").sources} == {"policy"}
    assert ("store", "hours") in {(s.table, s.key) for s in ask("when do you close").sources}


def test_each_stage_is_timed(ask: Callable[..., Turn]) -> None:
    for text in ("oat milk", "fire!", "", "9520001302916", "when do you close"):
        latency = ask(text).latency_ms
        assert set(latency) == {"understand", "look_up", "answer"}
        assert all(ms >= 0 for ms in latency.values())


def test_what_the_shopper_touched_is_meant(assistant: Assistant, catalog: Catalog, hands: FakeHands) -> None:
    conversation = assistant.begin()
    ketchup, soap = (catalog.search(q).hits[0].product for q in ("tomato ketchup", "dish soap"))
    conversation.showing([ketchup, soap])
    assert assistant.turn(conversation, "how much is the second one", hands, FRIDAY).products[0].sku == soap.sku
    conversation.looking_at(ketchup)
    turn = assistant.turn(conversation, "where is it", hands, FRIDAY)
    assert turn.products[0].sku == ketchup.sku
    assert turn.request["aspect"] == "location"
    conversation.looking_at(catalog.search("bleach").hits[0].product)
    assert "Bleach" in assistant.turn(conversation, "how much is it", hands, FRIDAY).say


def test_nothing_is_on_the_list_that_is_not_on_disk(assistant: Assistant, catalog: Catalog) -> None:
    hands = FakeHands(catalog, broken=True)
    for text in ("add milk to my list", "what's on my list", "clear my list"):
        turn = assistant.turn(assistant.begin(), text, hands, FRIDAY)
        assert "could not change" in turn.say
        assert turn.offer_staff


def test_adding_twice_adds_up(ask: Callable[..., Turn], hands: FakeHands) -> None:
    ask("add larkfield tomato ketchup 20 oz to my list", "add two of those")
    assert list(hands.lines.values()) == [3]


def test_sessions_know_nothing_of_each_other(assistant: Assistant, catalog: Catalog) -> None:
    hands = FakeHands(catalog)
    one, other = assistant.begin(), assistant.begin()
    assistant.turn(one, "where is the oat milk", hands, FRIDAY)
    assert "Which product" in assistant.turn(other, "how much is it", hands, FRIDAY).say


def test_a_repeated_call_is_said_to_be_one(ask: Callable[..., Turn], hands: FakeHands) -> None:
    first, second = ask("can i talk to a person"), ask("get me a human please")
    assert first.page == second.page
    assert "already" in second.say
    assert len(hands.calls) == 1


class Damaged:
    """A catalog whose file went bad while it is open."""

    def __init__(self, catalog: Catalog) -> None:
        self.info, self.store, self.floor = catalog.info, catalog.store, catalog.floor
        self.departments, self.policies = catalog.departments, catalog.policies

    def __getattr__(self, name: str) -> object:
        def fail(*_: object, **__: object) -> object:
            raise CatalogError("catalog.db: the catalog cannot be read")

        return fail


def test_a_damaged_catalog_is_no_dead_end(catalog: Catalog, hands: FakeHands) -> None:
    assistant = Assistant(catalog, None, timer=lambda: 0.0)
    conversation = assistant.begin()
    assistant.catalog = Damaged(catalog)  # type: ignore[assignment]
    turn = assistant.turn(conversation, "where is the milk", hands, FRIDAY)
    assert turn.offer_staff
    assert "wrong" in turn.say
    assert assistant.turn(conversation, "there is a fire", hands, FRIDAY).page is not None
    assistant.catalog = catalog
    assert assistant.turn(conversation, "where is the milk", hands, FRIDAY).products


@pytest.mark.parametrize(
    "text",
    [
        "someone collapsed near the milk", "i cut my hand on a jar and it is bleeding", "my little boy is lost",
        "can i talk to a real person", "i need someone to help me with the ketchup", "how many ibuprofen can i take",
        "is it safe for my peanut allergy", "can somebody unlock the razor case",
    ],
)  # fmt: skip
def test_a_damaged_catalog_keeps_nobody_from_being_called(catalog: Catalog, hands: FakeHands, text: str) -> None:
    assistant = Assistant(catalog, None, timer=lambda: 0.0)
    conversation = assistant.begin()
    assistant.turn(conversation, "ketchup", hands, FRIDAY)
    assistant.catalog = Damaged(catalog)  # type: ignore[assignment]
    turn = assistant.turn(conversation, text, hands, FRIDAY)
    if turn.page is None:
        assert turn.offer_staff
        turn = assistant.turn(conversation, "yes please", hands, FRIDAY)
    assert turn.page is not None
