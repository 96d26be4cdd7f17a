"""One shopper's day by touch, against the real engine: all that shoppers do, and nothing of it left for the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk import protocol as p
from kiosk.engine.client import EngineClient, ReplyError
from tests.kiosk.screen.conftest import fonts, qapp_cls  # noqa: F401  fixtures
from tests.kiosk.screen.hand import Hand
from tests.whole.kiosk import Kiosk

pytestmark = [pytest.mark.whole, pytest.mark.timeout(300)]

SLIP = "bananna"
QUESTION = "refunds"


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kiosk]:
    kiosk = Kiosk(tmp_path_factory.mktemp("day"), {"AISLEWISE_VOICE__ENABLED": "false"})
    kiosk.start_engine()
    kiosk.wait_working("llm", "staff")
    yield kiosk
    kiosk.stop()


@pytest.fixture
def hand(kiosk: Kiosk, fonts: None, qapp: QGuiApplication) -> Iterator[Hand]:  # noqa: F811
    made = Hand(SimpleNamespace(path=kiosk.data / "run" / "engine.sock"))  # type: ignore[arg-type]
    made.until(lambda: made.screen.store.online and bool(made.screen.store.property("offers")), "the store")
    yield made
    made.close()


@pytest.fixture
def associate(kiosk: Kiosk) -> Iterator[EngineClient]:
    with kiosk.client("staff") as client:
        yield client


def step(associate: EngineClient, name: str) -> None:
    """An associate takes the newest call one step on."""
    pages = associate.request(p.Pages(id=associate.next_id()), p.PagesReply).pages
    associate.request(p.StepPage(id=associate.next_id(), page=pages[-1].id, step=name, who="Maya"), p.PageReply)


def lines(kiosk: Kiosk, session: str) -> int:
    """How many rows of the state file tell of a session, in whatever table."""
    with sqlite3.connect(f"file:{kiosk.data / 'state.db'}?mode=ro", uri=True) as state:
        tables = [row[0] for row in state.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = {
            table: [row[1] for row in state.execute(f'PRAGMA table_info("{table}")') if "session" in row[1]]
            for table in tables
        }
        return sum(
            state.execute(f'SELECT count(*) FROM "{table}" WHERE "{column}" = ?', (session,)).fetchone()[0]
            for table, found in columns.items()
            if table not in ("page", "page_caller")  # a call stays with the staff who answer it
            for column in found
        )


def test_a_day(hand: Hand, kiosk: Kiosk, associate: EngineClient) -> None:
    screen = hand.screen

    # Nobody is there; somebody chooses a language before they begin.
    hand.wait_for("Touch to start")
    hand.tap("Español")
    hand.until(lambda: screen.languages.property("code") == "es", "Spanish")
    if not screen.shopper.here:
        hand.wake()
    hand.until(lambda: bool(screen.shopper.session), "a session")
    assert screen.languages.property("code") == "es"
    first = screen.shopper.session
    hand.tap("English")
    hand.until(lambda: screen.languages.property("code") == "en", "English")
    assert screen.shopper.session == first
    hand.wait_for("What are you looking for")

    # Search with a slip of the finger, on the on-screen keyboard.
    hand.tap("Search the store")
    hand.until(lambda: hand.page == "search", "the search page")
    hand.type(SLIP)
    hand.wait_for("Bananas")

    # The product, onto the list, and where it is.
    hand.tap("Bananas")
    hand.until(lambda: hand.page == "product", "the product")
    hand.wait_for("Aisle 1")
    hand.tap("Add to my list")
    hand.until(lambda: screen.shopping.pieces == 1, "a line on the list")
    hand.tap("My list")
    hand.until(lambda: hand.page == "list", "the list")
    hand.wait_for("Bananas")
    hand.tap("One more of")
    hand.until(lambda: screen.shopping.pieces == 2, "two of it")
    hand.tap("Home")
    hand.tap("Store map")
    hand.until(lambda: hand.page == "map", "the map")
    hand.wait_for("You are here")

    # A question in writing.
    hand.tap("Home")
    hand.tap("Ask me")
    hand.until(lambda: hand.page == "talk", "the conversation")
    hand.tap_field()
    hand.type(QUESTION)
    hand.tap("Send")
    hand.wait_for(QUESTION)
    hand.until(lambda: any("receipt" in text for text in hand.texts()), "an answer")

    # A person is called, and comes.
    hand.tap("Call staff")
    hand.tap("Finding something")
    hand.wait_for("A member of staff has been called")
    step(associate, "claim")
    hand.wait_for("Maya")
    step(associate, "coming")
    hand.wait_for("on the way")
    step(associate, "resolve")

    # The shopper walks away: they are asked, and everything ends.
    hand.until(lambda: not screen.calls.waiting, "the call's end")
    hand.clock.now += screen.store.idle_s - 5
    hand.wait_for("Are you still there?")
    hand.tap("I’m finished")
    hand.wait_for("Touch to start")

    # The next one finds nothing of it: on the screen, seen or not, in its parts, or in the engine.
    hand.wake()
    second = screen.shopper.session
    assert second != first
    for item in hand.everything():
        for name in ("text", "words", "heard"):
            said = item.property(name)
            assert not (
                isinstance(said, str) and (any(mark in said for mark in (QUESTION, SLIP, "receipt", "Maya")))
            ), said
    assert screen.shopping.pieces == 0
    assert screen.finder.property("text") == ""
    assert screen.calls.property("state") == ""
    hand.tap("My list")
    hand.until(lambda: hand.page == "list", "the list")
    hand.settle(200)
    assert not hand.sees("Bananas")
    with kiosk.client("screen") as client:
        for request, reply in (
            (p.ChangeList(id=client.next_id(), session=first, op="show"), p.ListReply),
            (p.Ask(id=client.next_id(), session=first, text="say it again"), p.Answer),
        ):
            with pytest.raises(ReplyError, match="ended"):
                client.request(request, reply)
        shown = client.request(p.ChangeList(id=client.next_id(), session=second, op="show"), p.ListReply)
        assert shown.lines == []
        answer = client.request(p.Ask(id=client.next_id(), session=second, text="say it again"), p.Answer)
        assert "receipt" not in answer.say
        assert "anana" not in answer.say
    assert lines(kiosk, first) == 0
