"""The life of a call: what each step does, what is refused in which words, and random histories."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kiosk.assistant import types as assistant
from kiosk.staff import EXPIRES_AFTER, MESSAGES, REASONS, Audience, StaffError, State, WrongStep, audience, states
from kiosk.staff.rules import EVERYONE
from tests.kiosk.staff.histories import NOON, RULE, at, call

SAME = {"priority": "normal", "words": "", "said": "", "sku": None}


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
        states.cancel(done, "s", at(4))


def test_a_call_nobody_took_cannot_be_finished():
    for step in (states.coming, states.resolve):
        with pytest.raises(WrongStep, match=r"^Take this call first\.$"):
            step(call(), "Sam", at(1))


def test_late_steps_on_a_call_the_shopper_took_back_or_that_got_too_old():
    cancelled = states.cancel(states.claim(call(), "Sam", at(1)), "s", at(2))
    expired = states.expire(call(), NOON + EXPIRES_AFTER)
    assert cancelled.claimed_by == "Sam"
    for step in (states.claim, states.coming, states.resolve, states.release):
        with pytest.raises(WrongStep, match="no longer needs help"):
            step(cancelled, "Sam", at(3))
        with pytest.raises(WrongStep, match="too old"):
            step(expired, "Sam", at(3))


def test_handing_back_rings_anew_on_the_rung_it_had_reached():
    page = states.claim(states.escalate(call(), at(50), RULE), "Sam", at(60))
    page = states.release(page, "Sam", at(600))
    assert (page.state, page.claimed_by, page.step, page.rung_at) == (State.CALLED, None, 1, at(600))
    assert page.ring == ("a1", 1, 1)
    assert states.escalate(page, at(689), RULE) == page
    assert states.escalate(page, at(690), RULE).step == 2


def test_a_claim_that_goes_silent_rings_anew():
    page = states.claim(call(), "Sam", at(10))
    assert states.lapse(page, at(189), RULE) is page
    silent = states.lapse(page, at(190), RULE)
    assert (silent.state, silent.claimed_by, silent.round, silent.rung_at) == (State.CALLED, None, 1, at(190))
    on_the_way = states.coming(page, "Sam", at(100))
    assert states.lapse(on_the_way, at(699), RULE) is on_the_way
    assert states.lapse(on_the_way, at(700), RULE).state is State.CALLED


def test_a_sign_from_who_comes_keeps_the_call_theirs():
    page = states.coming(states.claim(call(), "Sam", at(1)), "Sam", at(2))
    assert states.coming(page, "Sam", at(50)) is page
    page = states.coming(page, "Sam", at(400))
    assert states.lapse(page, at(900), RULE) is page
    page = states.tell(page, "Sam", at(900), code="two_minutes")
    assert states.lapse(page, at(1400), RULE) is page
    page = states.add_words(states.tell(page, "Kim", at(1450), text="Sam is busy"), "s", "hello?", at(1460))
    assert states.lapse(page, at(1500), RULE).state is State.CALLED


def test_handed_over_to_a_colleague_it_rings_that_one_first_and_then_the_others():
    page = states.claim(states.escalate(call(), at(100), RULE), "Sam", at(110))
    page = states.hand_over(page, "Sam", at(120), RULE, person="Ana")
    assert (page.state, page.only, page.ring, page.claimed_by) == (State.CALLED, "Ana", ("a1", 1, 0), None)
    assert states.escalate(page, at(164), RULE) is page
    page = states.escalate(page, at(165), RULE)
    assert (page.only, page.ring) == (None, ("a1", 2, 0))
    assert states.escalate(page, at(165 + 45), RULE).step == 1
    with pytest.raises(WrongStep, match="Take this call first"):
        states.coming(page, "Ana", at(170))


def test_handed_over_to_another_department():
    page = states.hand_over(states.claim(call(), "Sam", at(1)), "Sam", at(2), RULE, department="toys")
    assert (page.department, page.only, page.ring) == ("toys", None, ("a1", 1, 0))
    urgent = states.claim(call(priority="urgent"), "Sam", at(1))
    assert states.hand_over(urgent, "Sam", at(2), RULE, person="Ana").only is None
    for to in ({}, {"person": "Ana", "department": "toys"}, {"person": "Sam"}):
        with pytest.raises(WrongStep):
            states.hand_over(urgent, "Sam", at(2), RULE, **to)


def test_a_call_that_ended_is_nobodys():
    page = states.hand_over(states.claim(call(), "Sam", at(1)), "Sam", at(2), RULE, person="Ana")
    assert states.cancel(page, "s", at(3)).only is None
    assert states.expire(page, NOON + EXPIRES_AFTER).only is None


def test_how_it_ended():
    page = states.claim(call(), "Sam", at(1))
    assert states.resolve(page, "Sam", at(2)).outcome == "done"
    assert states.resolve(page, "Sam", at(2), "no_such_thing").outcome == "no_such_thing"
    with pytest.raises(WrongStep, match="'vanished'"):
        states.resolve(page, "Sam", at(2), "vanished")


def test_staff_tell_the_shopper_something():
    page = states.tell(call(), "Sam", at(1), code=MESSAGES[0])
    assert (page.message, page.message_code, page.message_by, page.message_at) == ("", MESSAGES[0], "Sam", at(1))
    assert states.tell(page, "Sam", at(2), code=MESSAGES[0]) is page
    page = states.tell(page, "Ana", at(3), text="By the\nred door", spoken=False)
    assert (page.message, page.message_code, page.message_spoken) == ("By the red door", "", False)
    for wrong in ({}, {"text": " "}, {"code": "dance"}, {"text": "a", "code": MESSAGES[0]}):
        with pytest.raises(WrongStep):
            states.tell(page, "Sam", at(4), **wrong)
    with pytest.raises(WrongStep, match="no longer needs help"):
        states.tell(states.cancel(page, "s", at(5)), "Sam", at(6), text="a")


def test_who_joins_an_open_call_is_not_lost_when_the_first_cancels():
    page = call(words="the key")
    page = states.join(page, "t", at(5), **{**SAME, "words": "a ladder", "sku": "9"})
    assert (page.words, page.sku, [caller.session for caller in page.callers]) == (
        "the key / a ladder",
        "9",
        ["s", "t"],
    )
    page = states.cancel(page, "s", at(6))
    assert page.state is State.CALLED
    with pytest.raises(WrongStep, match="no longer needs help"):
        states.add_words(page, "s", "more", at(7))
    again = states.join(page, "s", at(8), **SAME)
    assert all(caller.waits for caller in again.callers)
    page = states.cancel(page, "t", at(9))
    assert page.state is State.CANCELLED
    with pytest.raises(WrongStep):
        states.join(page, "u", at(10), **SAME)


@pytest.mark.parametrize(
    ("seconds", "step", "rings"),
    [
        (0, 0, Audience.DEPARTMENT), (44.9, 0, Audience.DEPARTMENT), (45, 1, Audience.DEPARTMENT),
        (90, 2, Audience.LEAD), (179.9, 2, Audience.LEAD), (180, 3, Audience.EVERYONE), (9999, 3, Audience.EVERYONE),
    ],
)  # fmt: skip
def test_silence_escalates(seconds, step, rings):
    page = states.escalate(call(), at(seconds), RULE)
    assert page.step == step
    assert audience(page.step, page.department) is rings


def test_a_claimed_call_does_not_escalate():
    page = states.claim(call(), "Sam", at(1))
    assert states.escalate(page, at(500), RULE) is page


def test_urgent_rings_everyone_at_once():
    for page in (call(priority="urgent"), call(reason="injury"), call(reason="lost_child")):
        assert page.urgent
        assert audience(page.step, page.department) is Audience.EVERYONE


def test_a_call_of_no_department_rings_everyone():
    assert audience(0, None) is Audience.EVERYONE


def test_calling_again_adds_what_was_missing_and_nothing_twice():
    page = call(words="")
    assert states.join(page, "s", at(5), **SAME) is page
    told = states.join(page, "s", at(5), **{**SAME, "words": "the razor case", "sku": "9"})
    assert (told.words, told.sku, told.changed_at, told.step) == ("the razor case", "9", at(5), 0)
    assert states.join(told, "s", at(6), **{**SAME, "words": "the razor case", "sku": "10"}) is told
    more = states.join(told, "s", at(7), **{**SAME, "words": "by the door"})
    assert (more.words, more.ring) == ("the razor case / by the door", told.ring)


def test_calling_again_urgently_rings_everyone():
    page = states.join(call(), "s", at(30), **{**SAME, "priority": "urgent"})
    assert (page.priority, page.ring, page.rung_at) == ("urgent", ("a1", 1, EVERYONE), at(30))
    held = states.join(states.claim(call(), "Sam", at(1)), "s", at(30), **{**SAME, "priority": "urgent"})
    assert (held.priority, held.ring, held.state) == ("urgent", ("a1", 0, EVERYONE), State.CLAIMED)


def test_calling_again_when_everyone_was_rung_in_vain_rings_them_anew():
    page = states.escalate(call(), at(100), RULE)
    assert states.join(page, "s", at(170), **SAME) is page, "there are some who were not rung yet"
    page = states.escalate(page, at(180), RULE)
    page = states.join(page, "s", at(240), **SAME)
    assert (page.ring, page.rung_at) == (("a1", 1, EVERYONE), at(240))
    assert states.join(page, "s", at(299), **SAME) is page, "they were rung just now"
    held = states.claim(page, "Sam", at(250))
    assert states.join(held, "s", at(400), **SAME) is held


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
    """Anyone does anything at any time, on a clock that may go back; the invariants of states.py hold.

    A follower announces rings. It looks at the call whenever it gets to it, and may forget that it just looked: what
    it announces, it announces once, and never after a claim.
    """

    people = ("Sam", "Alex", "Kim")

    @initialize(urgent=st.booleans(), department=st.sampled_from([None, "hardware"]))
    def begin(self, urgent, department):
        self.now = NOON
        self.page = call(priority="urgent" if urgent else "normal", department=department)
        self.seen = [self.page]
        self.announced = []

    def move(self, page):
        self.page = page
        self.seen.append(page)

    @rule(seconds=st.sampled_from([0, 1, 30, 50, 100, 200, 700, 4000, 15000, -20]))
    def time_goes_by(self, seconds):
        self.now += timedelta(seconds=seconds)

    @rule(
        step=st.sampled_from([states.claim, states.coming, states.resolve, states.release]), who=st.sampled_from(people)
    )
    def somebody_steps(self, step, who):
        self.take(lambda now: step(self.page, who, now), who)

    @rule(who=st.sampled_from(people), to=st.sampled_from([{"person": "Ana"}, {"department": "toys"}]))
    def somebody_hands_over(self, who, to):
        self.take(lambda now: states.hand_over(self.page, who, now, RULE, **to), who)

    def take(self, step, who):
        before = self.page
        try:
            page = step(self.now)
        except WrongStep:
            assert not before.state.open or before.claimed_by != who
            return
        assert before.claimed_by in (None, who)
        self.move(page)
        assert step(self.now + timedelta(seconds=3)) is self.page

    @rule(who=st.sampled_from(people), code=st.sampled_from(MESSAGES))
    def somebody_tells_the_shopper(self, who, code):
        if self.page.state.open:
            self.move(states.tell(self.page, who, self.now, code=code))

    @rule(session=st.sampled_from("st"))
    def a_shopper_cancels(self, session):
        caller = self.page.caller(session)
        if self.page.state.open and caller is not None:
            self.move(states.cancel(self.page, session, self.now))
            assert states.cancel(self.page, session, self.now + timedelta(seconds=3)) is self.page
            assert self.page.state.open == any(caller.waits for caller in self.page.callers)

    @rule(session=st.sampled_from("st"), urgent=st.booleans(), words=st.sampled_from(["", "hello?"]))
    def a_shopper_calls(self, session, urgent, words):
        if self.page.state.open:
            wanted = {**SAME, "priority": "urgent" if urgent else "normal", "words": words}
            self.move(states.join(self.page, session, self.now, **wanted))
            assert self.page.caller(session).waits

    @rule(words=st.sampled_from(["", "by the door", "I have a red coat", "x" * 900]))
    def the_shopper_says_more(self, words):
        before = self.page
        caller = before.caller("s")
        if not before.state.open or not caller.waits:
            with pytest.raises(WrongStep):
                states.add_words(before, "s", words, self.now)
            return
        page = states.add_words(before, "s", words, self.now)
        assert page.caller("s").words.startswith(caller.words[:200])
        assert len(page.caller("s").words) <= states.WORDS_LIMIT
        assert states.add_words(page, "s", words, self.now) == page or len(words) > 500
        self.move(page)

    @rule(tick=st.sampled_from(["expire", "lapse", "escalate"]))
    def the_clock_ticks(self, tick):
        due = getattr(states, tick)
        rules = () if tick == "expire" else (RULE,)
        self.move(due(self.page, self.now, *rules))
        assert due(self.page, self.now, *rules) is self.page

    @rule()
    def the_follower_looks(self):
        if self.page.state is State.CALLED and self.page.ring not in self.announced:
            self.announced.append(self.page.ring)

    @invariant()
    def holds(self):
        page, before = self.page, self.seen[-2] if len(self.seen) > 1 else self.page
        if not before.state.open:
            assert page == before
        assert (page.claimed_by is not None) or page.state not in (State.CLAIMED, State.COMING, State.RESOLVED)
        assert page.claimed_by is None or page.state is not State.CALLED
        assert (before.round, before.step) <= (page.round, page.step)
        assert 0 <= page.step <= EVERYONE
        assert not page.urgent or page.step == EVERYONE
        assert page.only is None or (page.state is State.CALLED and not page.urgent)
        assert bool(page.outcome) == (page.state is State.RESOLVED)
        assert page.created_at <= page.rung_at <= page.changed_at
        assert before.rung_at <= page.rung_at
        assert before.changed_at <= page.changed_at
        assert page.state is not State.CANCELLED or not any(caller.waits for caller in page.callers)
        same = dict.fromkeys(("id", "kiosk", "place", "reason", "session", "created_at"))
        first = self.seen[0]
        assert replace(first, **{name: getattr(page, name) for name in same}) == first

    @invariant()
    def what_was_claimed_is_not_announced_again(self):
        claimed = {page.ring for page in self.seen if page.state.held}
        held_when_announced = [ring for ring in self.announced if ring in claimed]
        for ring in held_when_announced:
            # It rang before it was claimed, and nothing rings under that number afterwards.
            first_held = next(i for i, page in enumerate(self.seen) if page.ring == ring and page.state.held)
            assert all(page.state is not State.CALLED for page in self.seen[first_held:] if page.ring == ring)


TestHistories = Histories.TestCase


@given(
    st.sampled_from(["called", "claimed", "coming", "handed over", "urgent"]), st.integers(0, 3), st.floats(0, 20_000)
)
def test_when_the_clock_next_has_something_to_do_is_known_beforehand(how, rungs, later):
    page = call(priority="urgent" if how == "urgent" else "normal")
    for _ in range(rungs):
        page = states.escalate(page, states.due(page, RULE), RULE)
    if how in ("claimed", "coming", "handed over"):
        page = states.claim(page, "Sam", at(400))
    if how == "coming":
        page = states.coming(page, "Sam", at(401))
    if how == "handed over":
        page = states.hand_over(page, "Sam", at(402), RULE, person="Ana")
    due, now = states.due(page, RULE), max(page.changed_at, at(later))
    moved = [page != after for after in (
        states.expire(page, now), states.lapse(page, now, RULE), states.escalate(page, now, RULE)
    )]  # fmt: skip
    assert any(moved) == (now >= due)
    assert states.due(states.expire(page, NOON + EXPIRES_AFTER), RULE) is None
