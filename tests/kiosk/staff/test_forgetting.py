"""Old calls go, with all that was said, and leave no trace in the file; followers of the history lose nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.staff import NoSuchPage, Page, PageStore
from tests.kiosk.staff.test_store import connect

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SECRET = "my name is Rumpelstiltskin"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


@pytest.fixture
def store(file: Path) -> PageStore:
    return PageStore(connect(file), "Kiosk 1")


def _call(store: PageStore, days_ago: float, *, end: bool = True) -> Page:
    at = NOON - timedelta(days=days_ago)
    page, _ = store.create(place=f"{days_ago}", reason="help", session=f"s{days_ago}", words=SECRET, now=at)
    return store.cancel(page.id, page.session, at) if end else page


def test_only_old_closed_calls_are_deleted(store: PageStore) -> None:
    old, new = _call(store, 91), _call(store, 89)
    still_open, last = _call(store, 95, end=False), _call(store, 0)
    assert store.forget_before(NOON - timedelta(days=90)) == 1
    assert store.forget_before(NOON - timedelta(days=90)) == 0
    with pytest.raises(NoSuchPage):
        store.page(old.id)
    assert store.history(old.id) == ()
    assert store.of_session(old.session) == ()
    assert [store.page(page.id) for page in (new, still_open, last)] == [new, still_open, last]


def test_nothing_of_it_is_left_in_the_files(store: PageStore, file: Path) -> None:
    _call(store, 91)
    _call(store, 0)
    store.forget_words(NOON + timedelta(days=1))
    assert store.forget_before(NOON - timedelta(days=90)) == 1
    for path in file.parent.iterdir():
        assert SECRET.encode() not in path.read_bytes()


def test_many_are_deleted_some_at_a_time_the_oldest_first(store: PageStore) -> None:
    pages = [_call(store, 100 - day) for day in range(6)]
    assert store.forget_before(NOON, most=2) == 2
    assert [page.id for page in pages[2:]] == [page.id for page in store.between(NOON - timedelta(days=200), NOON)]
    assert [store.forget_before(NOON, most=2) for _ in range(3)] == [2, 1, 0]


def test_the_history_never_begins_anew(store: PageStore, file: Path) -> None:
    """A follower's cursor would be beyond its end, and new steps would be taken for old ones."""
    _call(store, 100)
    _call(store, 99)
    last = store.last_step
    store.forget_before(NOON)
    assert store.last_step == last
    again = PageStore(connect(file), "Kiosk 1")
    page = _call(again, 0)
    assert [step.page for step in again.steps_since(last, 10)] == [page.id, page.id]


def test_what_nobody_was_told_of_is_still_told(store: PageStore) -> None:
    _call(store, 100)
    page = _call(store, 99)
    store.forget_before(NOON)
    assert {step.page for step in store.untold()} == {page.id}


def test_words_that_come_late_from_another_kiosk_are_blanked_too(store: PageStore, tmp_path: Path) -> None:
    theirs = PageStore(connect(tmp_path / "other.db"), "Kiosk 2")
    page, _ = theirs.create(place="there", reason="help", session="s", words=SECRET, now=NOON - timedelta(days=2))
    _call(store, 3)
    day = NOON - timedelta(days=1)
    assert store.forget_words(day) == 1
    store.reconcile([page])
    assert store.forget_words(day) == 1
    assert store.page(page.id).words == ""
    assert store.forget_words(day) == 0
