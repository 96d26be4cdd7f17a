"""Events are appended in order and hold nothing of a person."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import apsw
import pytest

from kiosk import insight


@pytest.fixture
def log() -> Iterator[insight.EventLog]:
    connection = apsw.Connection(":memory:")
    yield insight.EventLog(connection)
    connection.close()


def test_events_come_back_in_order(log: insight.EventLog) -> None:
    for number in range(5):
        log.append(insight.Searched(results=number, mended=False, ms=1.0))
    assert [event["results"] for event in log.since(0)] == [0, 1, 2, 3, 4]
    assert [event["results"] for event in log.since(log.last(2))] == [3, 4]
    assert log.since(0)[0].keys() == {"seq", "at", "event", "v", "results", "mended", "ms"}


def test_an_empty_log(log: insight.EventLog) -> None:
    assert log.since(log.last(10)) == []
    assert log.popular(3) == []


def test_what_was_missed_is_counted(log: insight.EventLog) -> None:
    now = datetime.now(UTC)
    for days, query in ((1, "brisket"), (2, "brisket"), (3, "xylophone"), (40, "kite")):
        log.append(insight.NotFound(query=query), at=now - timedelta(days=days))
    missed = log.missed(now - timedelta(days=30))
    assert [(m.query, m.times, m.last[:10]) for m in missed] == [
        ("brisket", 2, (now - timedelta(days=1)).date().isoformat()),
        ("xylophone", 1, (now - timedelta(days=3)).date().isoformat()),
    ]
    assert len(log.missed(now - timedelta(days=60), limit=2)) == 2


def test_popular_products_are_those_shown_most_in_the_last_month(log: insight.EventLog) -> None:
    for sku in ("2", "1", "2", "3", "2", "3"):
        log.append(insight.ResultShown(sku=sku, how="look"))
    old = datetime.now(UTC) - timedelta(days=31)
    for _ in range(5):
        log.append(insight.ResultShown(sku="9", how="look"), at=old)
    assert log.popular(2) == ["2", "3"]


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("Xylophones", "xylophones"),
        ("wd40, 5 oz!", "wd40 5 oz"),
        ("xylophones my name is Zebulon", "xylophones"),
        ("call 5550199 wooden flute", "call wooden flute"),
        ("one two three four five", "one two three four"),
        ("I", ""),
        ("flores para mi mujer ana", "flores para"),
        ("gâteau je m'appelle anna", "gâteau"),
        ("kuchen mein name ist anna", "kuchen"),
        ("كعك اسمي آنا", "كعك"),
    ],
)
def test_of_what_was_not_found_only_product_words_are_kept(query: str, kept: str) -> None:
    assert insight.product_words(query) == kept
