"""A disk that takes nothing: shoppers are answered, nothing is claimed that is not on disk, and staff see it."""

from __future__ import annotations

import logging
import resource
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk import protocol
from kiosk.engine import core as core_module
from kiosk.engine.core import FORGET_S, Core
from kiosk.engine.errors import RequestError
from kiosk.engine.state import StateError, open_state
from kiosk.settings import Settings
from local_catalog import Catalog, build_catalog, demo_source

OAT = "130291"


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process grows."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


class Shop:
    """A core, and how it said that its state file is."""

    def __init__(self, core: Core, told: list[str]) -> None:
        self.core, self.told = core, told

    def arrives(self) -> str:
        return self.core.do(lambda: self.core.start_session("en")).id

    def asks(self, session: str, text: str) -> str:
        answer, _ = self.core.think_thread.submit(self.core.ask, 1, session, text, "typed").result()
        return answer.say

    def tidy(self) -> None:
        self.core.do(self.core.tidy)

    def events(self) -> list[dict[str, object]]:
        return self.core.do(lambda: self.core.events.since(0))

    def lists(self, session: str, op: str, sku: str = "") -> list[str]:
        request = protocol.ChangeList(id=1, session=session, op=op, sku=sku)
        return [line.card.sku for line in self.core.do(lambda: self.core.change_list(request)).lines]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    path = tmp_path_factory.mktemp("catalog") / "demo.db"
    build_catalog(demo_source(), path, today=date(2026, 11, 20))
    with closing(Catalog.open(path)) as catalog:
        yield catalog


@contextmanager
def running(folder: Path, catalog: Catalog) -> Iterator[Shop]:
    told: list[str] = []
    with open_state(folder / "state.db") as connection:
        core = Core(
            Settings(data_dir=folder), catalog, connection, None, on_state=lambda state, why: told.append(state + why)
        )
        yield Shop(core, told)
        core.close()


@pytest.fixture
def shop(tmp_path: Path, catalog: Catalog) -> Iterator[Shop]:
    with running(tmp_path, catalog) as shop:
        yield shop


def test_shoppers_are_answered(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    before = shop.arrives()
    with full_disk(), caplog.at_level(logging.INFO):
        after = shop.arrives()
        for session in (before, after):
            assert "oat" in shop.asks(session, "where is the oat drink").lower()
        look = protocol.Look(id=1, session=after, code=OAT)
        assert shop.core.do(lambda: shop.core.look(look))[1].sku == OAT
        search = protocol.Search(id=1, session=after, query="oat drink")
        assert shop.core.do(lambda: shop.core.search(search)).cards
        for _ in range(3):
            shop.tidy()
    assert shop.told[0] == "working"
    assert len(shop.told) == 2
    assert shop.told[1].startswith("down")
    assert "free some space" in shop.told[1]
    assert len([record for record in caplog.records if record.levelno >= logging.ERROR]) == 1


def test_nothing_is_claimed_that_is_not_on_disk(shop: Shop) -> None:
    session = shop.arrives()
    assert shop.lists(session, "add", OAT) == [OAT]
    with full_disk():
        for op in ("add", "tick", "remove", "clear"):
            with pytest.raises(RequestError) as refused:
                shop.lists(session, op, OAT)
            assert refused.value.code == "unavailable"
        assert shop.lists(session, "show") == [OAT]
        call = protocol.CallStaff(id=1, session=session, reason="help", words="")
        with pytest.raises(RequestError) as refused:
            shop.core.do(lambda: shop.core.call_by_touch(call))
        assert refused.value.code == "unavailable"
        for text in ("add oat drink original half gallon to my list", "call somebody please"):
            assert "could not" in shop.asks(session, text) or "cannot" in shop.asks(session, text)
    assert shop.core.do(lambda: shop.core.calls.pages(protocol.Pages(id=1))).pages == []
    assert [line.quantity for line in shop.core.do(lambda: shop.core.list_lines(session))] == [1]


def test_when_there_is_room_again_all_is_as_before(shop: Shop, tmp_path: Path, catalog: Catalog) -> None:
    with full_disk():
        session = shop.arrives()
        shop.asks(session, "where is the oat drink")
    shop.tidy()
    assert [told[:4] for told in shop.told] == ["work", "down", "work"]
    outage = [event for event in shop.events() if event["event"] == "part"]
    assert [(event["part"], event["state"]) for event in outage] == [("state", "down")]
    shop.asks(session, "how much is it")
    assert shop.events()[-1]["event"] == "turn"
    assert shop.core.do(lambda: shop.core.records.get(session)) is not None
    with full_disk():
        shop.asks(session, "how much is it")
    assert [told[:4] for told in shop.told] == ["work", "down", "work", "down"]


def test_who_has_left_is_forgotten_as_soon_as_the_disk_allows(shop: Shop) -> None:
    session = shop.arrives()
    shop.lists(session, "add", OAT)
    with full_disk():
        shop.core.do(lambda: shop.core.end_session(session, "left"))
        with pytest.raises(RequestError, match="ended"):
            shop.lists(session, "show")
        shop.tidy()
    shop.tidy()
    assert shop.core.do(lambda: shop.core.records.get(session)) is None
    assert shop.core.do(lambda: shop.core.lists.lines(session)) == ()


def test_a_session_that_could_not_be_recorded_falls_silent(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    now = core_module._now()
    here, gone = shop.arrives(), ""
    with full_disk():
        gone = shop.arrives()
        monkeypatch.setattr(core_module, "_now", lambda: now + timedelta(seconds=FORGET_S))
        shop.asks(here, "where is the oat drink")
        monkeypatch.setattr(core_module, "_now", lambda: now + timedelta(seconds=FORGET_S + 5))
        shop.tidy()
        assert shop.asks(here, "how much is it")
        with pytest.raises(RequestError, match="ended"):
            shop.asks(gone, "how much is it")


def test_an_engine_that_cannot_open_its_state_file_says_why(tmp_path: Path) -> None:
    with (
        full_disk(),
        pytest.raises(StateError, match=r"state\.db: cannot be written .* free some space"),
        open_state(tmp_path / "state.db") as connection,
    ):
        connection.execute("CREATE TABLE t (x)")
