"""The engine's work without sockets: what is recorded, and a catalog exchanged while shoppers ask."""

from __future__ import annotations

import itertools
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from kiosk import protocol
from kiosk.engine.core import Core
from kiosk.engine.errors import RequestError
from kiosk.engine.session import Session
from kiosk.engine.state import open_state
from kiosk.settings import Settings
from local_catalog import Catalog, CatalogError, build_catalog, demo_source

OAT = "130291"


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two versions of the demo store; in the second the oat drink costs 1.11."""
    folder: Path = tmp_path_factory.mktemp("versions")
    one, two = folder / "one.db", folder / "two.db"
    build_catalog(demo_source(), one, today=date(2026, 11, 20))
    shutil.copy(one, two)
    with sqlite3.connect(two) as connection:
        connection.execute("DELETE FROM offer")
        connection.execute("UPDATE product SET price = 111 WHERE sku = ?", (OAT,))
        connection.execute("UPDATE meta SET value = 'two' WHERE key = 'version'")
    connection.close()
    return one, two


@pytest.fixture
def core(tmp_path: Path, versions: tuple[Path, Path]) -> Iterator[Core]:
    with open_state(tmp_path / "state.db") as connection:
        core = Core(Settings(data_dir=tmp_path), Catalog.open(versions[0]), connection, None)
        yield core
        core.close()
    core.catalog.close()


@pytest.fixture
def session(core: Core) -> Session:
    return core.do(lambda: core.start_session("en"))


@pytest.mark.parametrize(
    ("now", "until", "opens", "said"),
    [
        ("2026-11-20T23:00", "02:00", "", "2 in the morning"),
        ("2026-11-21T01:00", "02:00", "", "2 in the morning"),
        ("2026-11-21T02:00", None, "2026-11-21T18:00", "6 at night"),
        ("2026-11-22T01:59", "02:00", "", "2 in the morning"),
        ("2026-11-22T02:00", None, "2026-11-27T18:00", "Friday"),
    ],
)
def test_hours_past_midnight_are_the_same_on_screen_and_said(
    tmp_path: Path, versions: tuple[Path, Path], now: str, until: str | None, opens: str, said: str
) -> None:
    """A store that is open on Fridays and Saturdays from 18:00 to 02:00."""
    late = Path(shutil.copy(versions[0], tmp_path / "late.db"))
    with sqlite3.connect(late) as connection:
        connection.execute("UPDATE opening SET opens = NULL, closes = NULL")
        connection.execute("UPDATE opening SET opens = 1080, closes = 120 WHERE weekday IN (4, 5)")
    connection.close()
    home, turn = at_its_door(late, tmp_path, now)
    assert (home.open_until, home.opens_at) == (until, opens)
    assert said in str(turn["say"])


def test_a_store_that_never_closes_says_so(tmp_path: Path, versions: tuple[Path, Path]) -> None:
    always = Path(shutil.copy(versions[0], tmp_path / "always.db"))
    with sqlite3.connect(always) as connection:
        connection.execute("UPDATE opening SET opens = 0, closes = 1440")
    connection.close()
    home, turn = at_its_door(always, tmp_path, "2026-11-20T23:50")
    assert (home.open_until, home.opens_at) == ("always", "")
    assert "day and night" in str(turn["say"])


def at_its_door(catalog: Path, folder: Path, now: str) -> tuple[protocol.HomeReply, dict[str, object]]:
    """What the first page and the assistant tell of the opening hours at a moment."""
    moment = datetime.fromisoformat(now).astimezone()
    with open_state(folder / "state.db") as state:
        core = Core(Settings(data_dir=folder), Catalog.open(catalog), state, None, clock=lambda: moment)
        home = core.do(lambda: core.home(protocol.Home(id=1, session="")))
        turn = core.think_thread.submit(core.ask_whole, "a", "are you open", "typed").result()
        core.close()
        core.catalog.close()
    return home, turn


def type_(core: Core, session: Session, query: str) -> protocol.Results:
    return core.do(lambda: core.search(protocol.Search(id=1, session=session.id, query=query)))


def missed(core: Core) -> list[str]:
    return [event["query"] for event in core.do(lambda: core.events.since(0)) if event["event"] == "not_found"]


def test_the_catalog_is_exchanged_between_two_questions(core: Core, versions: tuple[Path, Path]) -> None:
    before = core.catalog
    prices: set[object] = set()
    stop = threading.Event()
    failed: list[BaseException] = []

    def shopper(name: str) -> None:
        try:
            while not stop.is_set():
                turn = core.think_thread.submit(
                    core.ask_whole, name, "do you have oat drink original half gallon", "typed"
                ).result()
                prices.update(p["price"] for p in turn["products"] if p["sku"] == OAT)  # type: ignore[attr-defined]
                core.do(lambda: core.home(protocol.Home(id=1, session="")))
        except BaseException as error:  # noqa: BLE001  told to the test
            failed.append(error)

    shoppers = [threading.Thread(target=shopper, args=(name,)) for name in "ab"]
    for thread in shoppers:
        thread.start()
    for path in itertools.islice(itertools.cycle(reversed(versions)), 6):
        core.serve(Catalog.open(path))
    core.serve(Catalog.open(versions[1]))
    stop.set()
    for thread in shoppers:
        thread.join()
    assert not failed
    assert core.catalog.info.version == "two"
    assert 1.11 in prices
    with pytest.raises(CatalogError):
        before.product(OAT)
    served = [e["version"] for e in core.do(lambda: core.events.since(0, 1000)) if e["event"] == "catalog"]
    assert served[-1] == "two"


def test_a_conversation_goes_on_over_a_new_version(core: Core, versions: tuple[Path, Path]) -> None:
    ask = lambda text: core.think_thread.submit(core.ask_whole, "a", text, "typed").result()  # noqa: E731
    ask("oat drink original half gallon")
    core.serve(Catalog.open(versions[1]))
    turn = ask("how much is it")
    assert "$1.11" in str(turn["say"])


def test_what_is_typed_and_not_found_is_recorded_once(core: Core, session: Session) -> None:
    for typed in ("x", "xyl", "xylo", "xyloph", "xylophone"):
        type_(core, session, typed)
    assert missed(core) == []
    type_(core, session, "milk")
    assert missed(core) == ["xylophone"]
    type_(core, session, "qwxz")
    core.do(lambda: core.end_session(session.id, "left"))
    assert missed(core) == ["xylophone", "qwxz"]


def test_what_is_taken_back_letter_by_letter_counts_once(core: Core, session: Session) -> None:
    for typed in ("qw", "qwxz", "qwx", "qw", "milk"):
        type_(core, session, typed)
    core.do(lambda: core.end_session(session.id, "left"))
    assert missed(core) == ["qwxz"]


def test_a_rating_tells_how_the_answer_came_about_and_nothing_of_who_asked(core: Core, session: Session) -> None:
    answer, _ = core.think_thread.submit(
        core.ask, 1, session.id, "my name is Wilhelmina, do you have oat drink original half gallon", "typed"
    ).result()

    def rate(why: str) -> None:
        core.do(lambda: core.rate(protocol.Rate(id=1, session=session.id, turn=answer.turn, good=False, why=why)))

    rate("offensive")
    [event] = [event for event in core.do(lambda: core.events.since(0)) if event["event"] == "rating"]
    assert (event["good"], event["why"], event["path"]) == (False, "offensive", answer.path)
    assert f"product:{answer.products[0].sku}" in event["sources"]
    assert "wilhelmina" not in str(event).casefold()
    with pytest.raises(RequestError, match="wrong_product, wrong_fact"):
        rate("my phone number is 555 0123")
    with pytest.raises(RequestError, match="no such answer"):
        core.do(lambda: core.rate(protocol.Rate(id=1, session=session.id, turn="x", good=True)))
