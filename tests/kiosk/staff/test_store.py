"""Calls on disk: what was returned is there after anything, and histories agree with the bare state machine."""

import random
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import apsw
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from kiosk.staff import EXPIRES_AFTER, NoSuchPage, PageStore, StaffError, State, StoreError, WrongStep, states
from tests.kiosk.staff.histories import NOON, RULE, at, connect_old

ROOT = Path(__file__).parents[3]


def connect(path: Path) -> apsw.Connection:
    db = apsw.Connection(str(path))
    db.pragma("journal_mode", "wal")
    db.pragma("synchronous", "full")
    return db


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state.db"


@pytest.fixture
def store(path):
    return PageStore(connect(path), "Kiosk 1")


def create(store, session="s", **changes):
    """A call from that session, from a place of its own."""
    fields = {"place": f"Aisle {session}", "reason": "help", "department": "hardware", "now": NOON}
    return store.create(session=session, **{**fields, **changes})


def test_a_call_is_read_back_as_it_was_written(store, path):
    berlin = datetime.fromisoformat("2026-11-21T13:00:00.000001+01:00")
    page, new = create(store, words="wo ist “Öl”?", said="In aisle 4.", sku="100", language="de", now=berlin)
    assert new
    again = PageStore(connect(path), "Kiosk 1")
    assert again.page(page.id) == page
    assert again.open_pages() == (page,)
    assert again.of_session("s") == (page,)


def test_ids_are_short_and_differ(store):
    ids = {create(store, f"s{i}")[0].id for i in range(50)}
    assert len(ids) == 50
    assert all(len(i) == 10 and i.isalnum() for i in ids)


def test_a_second_call_for_the_same_reason_is_the_first_one(store):
    first, _ = create(store)
    second, changed = create(store, now=at(5))
    assert (second, changed) == (first, False)
    third, changed = create(store, now=at(9), priority="urgent")
    assert (third.id, third.priority, changed) == (first.id, "urgent", True)
    assert create(store, reason="checkout")[0].id != first.id
    assert create(store, "another")[0].id != first.id
    store.cancel(first.id, "s", at(20))
    assert create(store, now=at(30))[0].id != first.id


def test_who_calls_from_the_same_place_for_the_same_reason_joins_the_open_call(store):
    first, _ = create(store, "a", place="Aisle 4", words="the key")
    second, changed = create(store, "b", place="Aisle 4", words="a ladder", now=at(5))
    assert (second.id, changed, second.words) == (first.id, True, "the key / a ladder")
    assert store.of_session("b") == store.of_session("a") == (second,)
    assert create(store, "c", place="Aisle 4", department="toys")[0].id != first.id
    assert create(store, "c", place="Aisle 5")[0].id != first.id
    assert store.cancel(create(store, "e", place="Aisle 4", sku="100")[0].id, "e", at(6)).id == first.id
    assert create(store, "f", place="Aisle 4", sku="200")[0].id != first.id
    left = store.cancel(first.id, "a", at(9))
    assert left.state is State.CALLED
    assert store.cancel(first.id, "b", at(10)).state is State.CANCELLED
    assert create(store, "d", place="Aisle 4")[0].id != first.id
    assert [row.name for row in store.history(first.id)] == ["create", "join", "join", "cancel", "cancel", "cancel"]


def test_the_state_file_of_the_first_program_is_taken_over(path):
    connect_old(str(path)).close()
    store = PageStore(connect(path), "Kiosk 1")
    (page,) = store.open_pages()
    assert (page.words, page.session, page.round, page.outcome) == ("a key for the case", "s", 0, "")
    assert store.of_session("s") == (page,)
    assert store.untold() == ()
    assert store.step("older", "claim", "Sam", at(9)).claimed_at == at(9)


def test_the_history_can_be_followed_from_any_row(store):
    page, _ = create(store)
    store.step(page.id, "claim", "Sam", at(10))
    store.step(page.id, "hand_over", "Sam", at(20), to="person:Ana")
    rows = store.steps_since(0, 10)
    assert [(row.name, row.round, row.step) for row in rows] == [("create", 0, 0), ("claim", 0, 0), ("hand_over", 1, 0)]
    assert store.steps_since(rows[0].seq, 1) == rows[1:2]
    assert store.steps_since(store.last_step, 10) == ()
    end = rows[2].seq
    assert store.changed_since(rows[1].seq, "Kiosk 1", 10) == ((store.page(page.id),), end)
    assert store.changed_since(rows[1].seq, "Kiosk 2", 10) == ((), end)
    assert store.changed_since(end, "Kiosk 1", 10) == ((), end)
    create(store, "t")
    assert store.changed_since(0, "Kiosk 1", 1) == ((store.page(page.id),), end)


def test_a_call_is_handed_over_to_somebody_or_to_a_department(store):
    page, _ = create(store)
    store.step(page.id, "claim", "Sam", at(1))
    for to in ("", "Ana", "robot:R2", "person:", "person:Sam"):
        with pytest.raises(WrongStep):
            store.step(page.id, "hand_over", "Sam", at(2), to=to)
    assert store.step(page.id, "hand_over", "Sam", at(2), to="person:Ana").only == "Ana"
    store.step(page.id, "claim", "Ana", at(3))
    assert store.step(page.id, "hand_over", "Ana", at(4), to="department:toys").department == "toys"


def test_every_step_has_its_row_of_history_and_repeats_have_none(store):
    page, _ = create(store)
    for step in ("claim", "claim", "coming", "coming", "resolve", "resolve"):
        page = store.step(page.id, step, "Sam", at(10))
    rows = [(row.name, row.who, row.state) for row in store.history(page.id)]
    assert rows == [
        ("create", None, "called"),
        ("claim", "Sam", "claimed"),
        ("coming", "Sam", "coming"),
        ("resolve", "Sam", "resolved"),
    ]
    assert store.open_pages() == ()
    assert store.history("nothing") == ()


def test_a_refused_step_writes_nothing(store):
    page, _ = create(store)
    page = store.step(page.id, "claim", "Sam", at(1))
    with pytest.raises(WrongStep, match="Sam already took"):
        store.step(page.id, "claim", "Alex", at(2))
    with pytest.raises(WrongStep, match="no step 'dance'"):
        store.step(page.id, "dance", "Sam", at(2))
    assert store.page(page.id) == page
    assert len(store.history(page.id)) == 2


def test_calls_that_do_not_exist_or_belong_to_another_shopper(store):
    page, _ = create(store)
    for attempt in (
        lambda: store.page("x"),
        lambda: store.step("x", "claim", "Sam", NOON),
        lambda: store.cancel(page.id, "t", NOON),
    ):
        with pytest.raises(NoSuchPage) as failure:
            attempt()
        assert str(failure.value) == "There is no such call."
    assert store.cancel(page.id, "s", NOON).state is State.CANCELLED


def test_time_escalates_and_expires(store):
    page, _ = create(store)
    claimed, _ = create(store, "t")
    claimed = store.step(claimed.id, "claim", "Sam", at(1))
    assert store.advance(at(44)) == ()
    (rung,) = store.advance(at(100))
    assert (rung.id, rung.step) == (page.id, 2)
    assert store.advance(at(100)) == ()
    assert {p.state for p in store.advance(NOON + EXPIRES_AFTER)} == {State.EXPIRED}
    assert store.open_pages() == ()
    assert [row.name for row in store.history(page.id)] == ["create", "escalate", "expire"]


def test_reports_read_the_calls_of_a_time(store):
    pages = [create(store, f"s{i}", now=at(i * 60))[0] for i in range(4)]
    assert store.between(at(60), at(180)) == tuple(pages[1:3])


def test_old_words_leave_the_disk(store, path):
    secret, answer = "my rash looks like this", "Ask at the pharmacy"
    old, _ = create(store, words=secret, said=answer)
    young, _ = create(store, "t", words="paint rollers", now=at(100))
    assert store.forget_words(at(50)) == 1
    assert store.forget_words(at(50)) == 0
    assert store.page(old.id) == states.forgotten(old)
    assert store.page(young.id) == young
    on_disk = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"paint rollers" in on_disk
    assert secret.encode() not in on_disk
    assert answer.encode() not in on_disk


def test_a_connection_that_would_lose_calls_is_refused(path):
    db = apsw.Connection(str(path))
    db.pragma("synchronous", "normal")
    with pytest.raises(StaffError, match="synchronous = FULL"):
        PageStore(db, "Kiosk 1")


def test_tables_of_a_newer_program_are_left_alone(path):
    db = connect(path)
    PageStore(db, "Kiosk 1")
    db.execute("INSERT INTO page_schema VALUES (99)")
    with pytest.raises(StaffError, match="newer"):
        PageStore(db, "Kiosk 1")


def test_a_full_disk_is_told_and_leaves_the_store_as_it_was(store):
    page, _ = create(store)
    store._db.pragma("max_page_count", store._db.pragma("page_count"))

    def fill():
        for number in range(400):
            create(store, f"full{number}", words="x" * 500)

    with pytest.raises(StoreError, match=r"state\.db.*free some space"):
        fill()
    store._db.pragma("max_page_count", 1 << 20)
    number = len(store.open_pages())
    assert store.step(page.id, "claim", "Sam", at(1)).claimed_by == "Sam"
    create(store, "later")
    assert len(store.open_pages()) == number + 1


def test_what_was_acknowledged_survives_kill_9(path):
    """Killed at a random moment, five times over, the file holds every step that was told, and none half done."""
    told: dict[str, str] = {}
    chance = random.Random(7)
    for _ in range(5):
        command = [sys.executable, "-m", "tests.kiosk.staff.writer", str(path)]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        for _ in range(chance.randint(5, 60)):
            page_id, state = writer.stdout.readline().split()
            told[page_id] = state
        writer.kill()
        for line in writer.stdout:
            if line.endswith("\n"):
                page_id, state = line.split()
                told[page_id] = state
        writer.wait()
        writer.stdout.close()

        db = connect(path)
        store = PageStore(db, "Kiosk 1")
        assert db.execute("PRAGMA integrity_check").get == "ok"
        order = ["called", "claimed", "coming", "called", "claimed", "resolved"]
        for page_id, state in told.items():
            page, rows = store.page(page_id), store.history(page_id)
            assert [row.state for row in rows] == order[: len(rows)]
            assert rows[-1].state is page.state
            assert page.state == state or (state in order and rows[-2].state == state)
        db.close()
    assert len(told) > 5


def bare(page):
    """Without what the store counts."""
    return replace(page, own_version=0, hub_version=0, shopper_version=0)


class StoreHistories(RuleBasedStateMachine):
    """The store against the bare functions, with restarts in between."""

    @initialize()
    def begin(self):
        self.db = apsw.Connection(":memory:")
        self.store = PageStore(self.db, "Kiosk 1")
        self.now = NOON
        self.model = {}

    @rule(seconds=st.sampled_from([0, 20, 50, 200, 15000]))
    def time_goes_by(self, seconds):
        self.now += timedelta(seconds=seconds)
        for page in self.store.advance(self.now):
            was = self.model[page.id]
            due = (
                states.expire(was, self.now), states.lapse(was, self.now, RULE), states.escalate(was, self.now, RULE),
            )  # fmt: skip
            assert bare(page) == bare(next(moved for moved in due if moved != was))
            self.model[page.id] = page
        assert self.store.advance(self.now) == ()

    @rule(session=st.sampled_from("ab"), reason=st.sampled_from(["help", "stock"]), urgent=st.booleans())
    def call(self, session, reason, urgent):
        page, changed = self.store.create(
            place=session, reason=reason, session=session, department="d",
            priority="urgent" if urgent else "normal", now=self.now,
        )  # fmt: skip
        assert changed == (self.model.get(page.id) != page)
        self.model[page.id] = page

    @rule(index=st.integers(0, 20), step=st.sampled_from(["claim", "coming", "resolve", "release", "cancel"]),
          who=st.sampled_from(["Sam", "Alex"]))  # fmt: skip
    def step(self, index, step, who):
        if not self.model:
            return
        was = list(self.model.values())[index % len(self.model)]
        try:
            wanted = (
                states.cancel(was, was.session, self.now)
                if step == "cancel"
                else getattr(states, step)(was, who, self.now)
            )
        except WrongStep:
            wanted = None
        try:
            if step == "cancel":
                got = self.store.cancel(was.id, was.session, self.now)
            else:
                got = self.store.step(was.id, step, who, self.now)
        except WrongStep:
            got = None
        assert (got and bare(got)) == (wanted and bare(wanted))
        if got is not None:
            self.model[was.id] = got

    @rule()
    def restart(self):
        self.store = PageStore(self.db, "Kiosk 1")

    def teardown(self):
        if not hasattr(self, "store"):
            return
        for page_id, page in self.model.items():
            assert self.store.page(page_id) == page
            assert self.store.history(page_id)[-1].state is page.state
        assert {p.id for p in self.store.open_pages()} == {p.id for p in self.model.values() if p.state.open}


StoreHistories.TestCase.settings = settings(max_examples=60, deadline=None)
TestStoreHistories = StoreHistories.TestCase
