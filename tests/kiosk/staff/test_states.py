"""The life of a call: what each step does, what is refused in which words, and random histories."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kiosk.assistant import types as assistant
from kiosk.staff import EXPIRES_AFTER, LADDER, REASONS, Audience, Page, StaffError, State, WrongStep, audience, states

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def call(**changes: object) -> Page:
    fields = {"id": "a1", "kiosk": "Kiosk 1", "place": "Main entrance", "reason": "help", "session": "s", "now": NOON}
    return states.create(**{"department": "hardware", **fields, **changes})


def test_the_reasons_are_those_the_assistant_knows():
    assert set(REASONS) == set(assistant.REASONS)


def test_a_call_from_the_first_ring_to_the_end():
    page = call(words="the drill is locked up", sku="100")
    assert (page.state, page.step, page.claimed_by) == (State.CALLED, 0, None)
    page = states.claim(page, "Sam", at(20))
    assert (page.state, page.claimed_by, page.changed_at) == (State.CLAIMED, "Sam", at(20))
    page = states.coming(page, "Sam", at(25))
    assert page.state is State.COMING
    page = states.resolve(page, "Sam", at(200))
    assert (page.state, page.claimed_by, page.changed_at) == (State.RESOLVED, "Sam", at(200))
    assert not page.state.open


def test_who_comes_second_reads_who_was_first():
    page = states.claim(call(), "Sam", at(1))
    with pytest.raises(WrongStep, match=r"^Sam already took this call\.$"):
        states.claim(page, "Alex", at(2))
    for step in (states.coming, states.resolve, states.release):
        with pytest.raises(WrongStep, match=r"^Sam has this call\.$"):
            step(page, "Alex", at(2))
    done = states.resolve(page, "Sam", at(3))
    with pytest.raises(WrongStep, match=r"^Sam already finished this call\.$"):
        states.claim(done, "Alex", at(4))
    with pytest.raises(WrongStep, match=r"^Sam already finished this call\.$"):
        states.cancel(done, at(4))


def test_a_call_nobody_took_cannot_be_finished():
    for step in (states.coming, states.resolve):
        with pytest.raises(WrongStep, match=r"^Take this call first\.$"):
            step(call(), "Sam", at(1))


def test_late_steps_on_a_call_the_shopper_took_back_or_that_got_too_old():
    cancelled = states.cancel(states.claim(call(), "Sam", at(1)), at(2))
    expired = states.expire(call(), NOON + EXPIRES_AFTER)
    assert cancelled.claimed_by == "Sam"
    for step in (states.claim, states.coming, states.resolve, states.release):
        with pytest.raises(WrongStep, match="no longer needs help"):
            step(cancelled, "Sam", at(3))
        with pytest.raises(WrongStep, match="too old"):
            step(expired, "Sam", at(3))


def test_handing_back_rings_again_from_that_moment_on_the_rung_it_had_reached():
    page = states.claim(states.escalate(call(), at(50)), "Sam", at(60))
    page = states.release(page, "Sam", at(600))
    assert (page.state, page.claimed_by, page.step, page.rung_at) == (State.CALLED, None, 1, at(600))
    assert states.escalate(page, at(689)) == page
    assert states.escalate(page, at(690)).step == 2


@pytest.mark.parametrize(
    ("seconds", "step", "rings"),
    [
        (0, 0, Audience.DEPARTMENT), (44.9, 0, Audience.DEPARTMENT), (45, 1, Audience.DEPARTMENT),
        (90, 2, Audience.LEAD), (179.9, 2, Audience.LEAD), (180, 3, Audience.EVERYONE), (9999, 3, Audience.EVERYONE),
    ],
)  # fmt: skip
def test_silence_escalates(seconds, step, rings):
    page = states.escalate(call(), at(seconds))
    assert page.step == step
    assert audience(page.step, page.department) is rings


def test_a_claimed_call_does_not_escalate():
    page = states.claim(call(), "Sam", at(1))
    assert states.escalate(page, at(500)) is page


def test_urgent_rings_everyone_at_once():
    for page in (call(priority="urgent"), call(reason="injury"), call(reason="lost_child")):
        assert page.urgent
        assert audience(page.step, page.department) is Audience.EVERYONE


def test_a_call_of_no_department_rings_everyone():
    assert audience(0, None) is Audience.EVERYONE


def test_calling_again_adds_what_was_missing_and_nothing_else():
    page = call(words="")
    same = {"priority": "normal", "words": "", "said": "", "sku": None}
    assert states.again(page, at(5), **same) is page
    told = states.again(page, at(5), **{**same, "words": "the razor case", "sku": "9"})
    assert (told.words, told.sku, told.changed_at, told.step) == ("the razor case", "9", at(5), 0)
    assert states.again(told, at(6), **{**same, "words": "something else"}) is told


def test_calling_again_urgently_rings_everyone():
    page = states.again(call(), at(30), priority="urgent", words="", said="", sku=None)
    assert (page.priority, page.step, page.rung_at) == ("urgent", len(LADDER) - 1, at(30))


def test_an_open_call_expires_after_four_hours_and_not_before():
    page = call()
    assert states.expire(page, NOON + EXPIRES_AFTER - timedelta(microseconds=1)) is page
    assert states.expire(page, NOON + EXPIRES_AFTER).state is State.EXPIRED


def test_what_cannot_be_a_call_is_refused():
    with pytest.raises(StaffError, match="'dance'"):
        call(reason="dance")
    with pytest.raises(StaffError, match="'high'"):
        call(priority="high")
    with pytest.raises(StaffError, match="session"):
        call(session="")
    with pytest.raises(ValueError, match="zone"):
        call(now=datetime(2026, 1, 1))  # noqa: DTZ001
    with pytest.raises(WrongStep, match="name"):
        states.claim(call(), " \n", at(1))


def test_hostile_texts_become_one_plain_line():
    page = call(words="a\x00b\r\nc\u202ed\ud800 <b>bold</b> \u2028 👩‍👧 " + "x" * 100_000)
    assert page.words.startswith("a b cd <b>bold</b> 👩‍👧 xxx")
    assert len(page.words) == states.WORDS_LIMIT
    assert page.words.endswith("…")


@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=80), st.integers(1, 60))
def test_plain_text_can_be_stored_and_is_short(text, limit):
    line = states.plain(text, limit)
    assert len(line) <= limit
    assert line == " ".join(line.split())
    line.encode()
    assert states.plain(line, limit) == line


class Histories(RuleBasedStateMachine):
    """Anyone does anything at any time, on a clock that may go back; the invariants of states.py hold."""

    people = ("Sam", "Alex", "Kim")

    @initialize(urgent=st.booleans(), department=st.sampled_from([None, "hardware"]))
    def begin(self, urgent, department):
        self.now = NOON
        self.page = call(priority="urgent" if urgent else "normal", department=department)
        self.seen = [self.page]

    @rule(seconds=st.sampled_from([0, 1, 30, 50, 100, 4000, 15000, -20]))
    def time_goes_by(self, seconds):
        self.now += timedelta(seconds=seconds)

    @rule(
        step=st.sampled_from([states.claim, states.coming, states.resolve, states.release]), who=st.sampled_from(people)
    )
    def somebody_steps(self, step, who):
        before = self.page
        try:
            self.page = step(before, who, self.now)
        except WrongStep:
            assert not before.state.open or before.claimed_by != who
            return
        assert step(self.page, who, self.now + timedelta(seconds=3)) is self.page
        if before.claimed_by not in (None, who):
            raise AssertionError("a colleague's call was moved")
        self.seen.append(self.page)

    @rule()
    def the_shopper_cancels(self):
        if self.page.state.open:
            self.page = states.cancel(self.page, self.now)
            assert states.cancel(self.page, self.now + timedelta(seconds=3)) is self.page
            self.seen.append(self.page)

    @rule(urgent=st.booleans(), words=st.sampled_from(["", "hello?"]))
    def the_shopper_calls_again(self, urgent, words):
        if self.page.state.open:
            priority = "urgent" if urgent else "normal"
            self.page = states.again(self.page, self.now, priority=priority, words=words, said="", sku=None)
            self.seen.append(self.page)

    @rule(words=st.sampled_from(["", "by the door", "I have a red coat", "x" * 900]))
    def the_shopper_says_more(self, words):
        before = self.page
        if not before.state.open:
            with pytest.raises(WrongStep):
                states.add_words(before, words, self.now)
            return
        self.page = states.add_words(before, words, self.now)
        assert self.page.words.startswith(before.words[:200])
        assert len(self.page.words) <= states.WORDS_LIMIT
        assert states.add_words(self.page, words, self.now) == self.page or len(words) > 500
        self.seen.append(self.page)

    @rule(tick=st.sampled_from([states.expire, states.escalate]))
    def the_clock_ticks(self, tick):
        self.page = tick(self.page, self.now)
        assert tick(self.page, self.now) is self.page
        self.seen.append(self.page)

    @invariant()
    def holds(self):
        page, before = self.page, self.seen[-2] if len(self.seen) > 1 else self.page
        if not before.state.open:
            assert page == before
        assert (page.claimed_by is not None) or page.state not in (State.CLAIMED, State.COMING, State.RESOLVED)
        assert page.claimed_by is None or page.state is not State.CALLED
        assert before.step <= page.step < len(LADDER)
        assert not page.urgent or page.step == len(LADDER) - 1
        assert page.created_at <= page.rung_at <= page.changed_at
        assert before.rung_at <= page.rung_at
        assert before.changed_at <= page.changed_at
        same = dict.fromkeys(("id", "kiosk", "place", "reason", "session", "created_at"))
        first = self.seen[0]
        assert replace(first, **{name: getattr(page, name) for name in same}) == first


TestHistories = Histories.TestCase
