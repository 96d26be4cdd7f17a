"""A store whose data does not tell stock or place: the kiosk says so and offers a person; it never makes them up."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.assistant import Assistant, Turn
from kiosk.engine import views
from local_catalog import Catalog, build_catalog, demo_source
from tests.kiosk.assistant.conftest import FRIDAY
from tests.kiosk.assistant.fakes import FakeHands, ticks

Ask = Callable[..., Turn]


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    """The demo store without stock, places and barcodes."""
    path: Path = tmp_path_factory.mktemp("bare") / "catalog.db"
    build_catalog(demo_source(), path, today=date(2026, 11, 20))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE product SET stock = NULL, aisle = NULL, bay = NULL, shelf = NULL, gtin = NULL")
    connection.close()
    catalog = Catalog.open(path, clock=lambda: date(2026, 11, 20))
    yield catalog
    catalog.close()


@pytest.fixture
def ask_bare(bare: Catalog) -> Ask:
    assistant, hands = Assistant(bare, None, timer=ticks()), FakeHands(bare)
    conversation = assistant.begin()
    return lambda *texts: [assistant.turn(conversation, text, hands, FRIDAY) for text in texts][-1]


def test_a_product_is_found_in_its_department(ask_bare: Ask) -> None:
    turn = ask_bare("do you have oat milk")
    assert turn.products
    assert "department" in turn.say
    assert "aisle" not in turn.say
    assert "out of stock" not in turn.say


@pytest.mark.parametrize("question", ["and where is it", "how many ketchups are in stock"])
def test_the_shelf_and_the_number_are_not_made_up(ask_bare: Ask, question: str) -> None:
    turn = ask_bare("ketchup", question)
    assert "do not know" in turn.say
    assert turn.offer_staff


def test_every_kind_of_question_has_an_answer(ask_bare: Ask) -> None:
    for question in (
        "anything cheaper", "what goes with it", "compare it with mustard", "when will you get more", "whats on offer",
        "put it on my list", "what is in aisle 4", "is there a bigger one", "what can i take instead",
    ):  # fmt: skip
        assert ask_bare("ketchup", question).say, question


def test_the_screen_gets_empty_places(bare: Catalog) -> None:
    product = bare.search("ketchup").hits[0].product
    card = views.card(product)
    assert (card.stock, card.aisle, card.bay, card.shelf) == (None, "", "", "")
    assert views.product_page(bare, product).gtin == ""
