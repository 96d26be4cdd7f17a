"""Lists and sessions are on disk, bounded, and forgotten."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from kiosk.shoppers import MAX_QUANTITY, Line, ListError, Lists, Sessions, begin_session

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[apsw.Connection]:
    connection = apsw.Connection(str(tmp_path / "state.db"))
    yield connection
    connection.close()


def test_a_list_keeps_its_order_and_its_session(connection: apsw.Connection) -> None:
    lists = Lists(connection)
    lists.set("a", "130101", 2)
    lists.set("a", "110101", 1)
    lists.set("b", "110101", 5)
    lists.set("a", "130101", 3)
    lists.tick("a", "110101")
    assert lists.lines("a") == (Line("130101", 3, False), Line("110101", 1, True))
    lists.set("a", "130101", 0)
    lists.clear("b")
    assert Lists(connection).lines("a") == (Line("110101", 1, True),)
    assert lists.lines("b") == ()


def test_a_list_has_bounds(connection: apsw.Connection) -> None:
    lists = Lists(connection)
    with pytest.raises(ListError, match="99"):
        lists.set("a", "1", MAX_QUANTITY + 1)
    for sku in range(200):
        lists.set("a", str(sku), 1)
    with pytest.raises(ListError, match="200"):
        lists.set("a", "one more", 1)
    lists.set("a", "7", 2)


def test_sessions_fall_silent_and_end(connection: apsw.Connection) -> None:
    sessions = Sessions(connection)
    first, second = begin_session("en", NOON), begin_session("es", NOON)
    assert first.id != second.id
    for session in (first, second, replace(second, seen_at=NOON + timedelta(seconds=100))):
        sessions.keep(session)
    assert sessions.silent(NOON + timedelta(seconds=120), 60) == (first.id,)
    sessions.end(first.id)
    assert sessions.get(first.id) is None
    again = Sessions(connection).get(second.id)
    assert again is not None
    assert (again.language, again.started_at) == ("es", NOON)
