"""One call on its kiosk and on the hub, cut off from each other at times: both come to the same in the end."""

from dataclasses import replace
from datetime import timedelta

import apsw
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kiosk.staff import PageStore, StaffError, State, WrongStep, states
from kiosk.staff.reconcile import counted, reconcile
from tests.kiosk.staff.histories import NOON, RULE, at, call


def moved(page, after, *, at_kiosk):
    return counted(page, after, at_kiosk=at_kiosk)


def both_ways(ours, theirs):
    merged = reconcile(ours, theirs)
    assert reconcile(theirs, ours) == merged
    assert reconcile(merged, ours) == reconcile(merged, theirs) == merged
    return merged


def test_what_only_one_side_did_is_taken_over():
    page = call()
    claimed = moved(page, states.claim(page, "Sam", at(5)), at_kiosk=False)
    assert both_ways(page, claimed) == claimed
    released = moved(claimed, states.release(claimed, "Sam", at(9)), at_kiosk=False)
    assert both_ways(claimed, released) == released


def test_of_two_who_took_it_while_cut_off_the_first_has_it():
    page = call()
    ana = moved(page, states.claim(page, "Ana", at(5)), at_kiosk=False)
    ben = moved(page, states.claim(page, "Ben", at(4)), at_kiosk=True)
    assert both_ways(ana, ben).claimed_by == "Ben"


def test_taken_on_one_side_it_rings_no_more_on_the_other():
    page = call()
    taken = moved(page, states.claim(page, "Ana", at(5)), at_kiosk=False)
    rung = moved(page, states.escalate(page, at(100), RULE), at_kiosk=True)
    assert both_ways(taken, rung).claimed_by == "Ana"
    gone = moved(page, states.cancel(page, "s", at(6)), at_kiosk=True)
    assert both_ways(taken, gone).state is State.CANCELLED


def test_words_said_meanwhile_do_not_bring_back_who_handed_it_back():
    page = call()
    taken = moved(page, states.claim(page, "Ana", at(5)), at_kiosk=False)
    back = moved(taken, states.release(taken, "Ana", at(9)), at_kiosk=False)
    said = moved(taken, states.add_words(taken, "s", "hello?", at(10)), at_kiosk=True)
    merged = both_ways(back, said)
    assert (merged.state, merged.words) == (State.CALLED, "hello?")


def test_urgent_on_one_side_is_urgent():
    page = call()
    taken = moved(page, states.claim(page, "Ana", at(5)), at_kiosk=False)
    loud = states.join(page, "s", at(6), priority="urgent", words="", said="", sku=None)
    merged = both_ways(taken, moved(page, loud, at_kiosk=True))
    assert (merged.priority, merged.claimed_by, merged.step) == ("urgent", "Ana", 3)


def test_two_different_calls_of_one_number_are_not_mixed():
    with pytest.raises(StaffError, match="Two different calls"):
        reconcile(call(), call(place="Toys"))


def test_a_kiosk_that_lost_its_file_takes_its_calls_from_the_hub():
    kiosk = PageStore(apsw.Connection(":memory:"), "Kiosk 1")
    assert kiosk.reconcile([call()]) == kiosk.open_pages() == (call(),)


class Apart(RuleBasedStateMachine):
    """A kiosk and its hub, each with its own clock; messages between them are late, lost, doubled and out of order."""

    people = st.sampled_from(["Sam", "Ana"])

    @initialize()
    def begin(self):
        self.stores = {
            "kiosk": PageStore(apsw.Connection(":memory:"), "Kiosk 1"),
            "hub": PageStore(apsw.Connection(":memory:"), "Office"),
        }
        self.now = {"kiosk": NOON, "hub": NOON + timedelta(seconds=7)}
        self.page = self.stores["kiosk"].create(place="p", reason="help", session="s", department="d", now=NOON)[0].id
        self.under_way = [("hub", self.stores["kiosk"].page(self.page))]
        self.closed = False

    side = st.sampled_from(["kiosk", "hub"])

    @rule(side=side, seconds=st.sampled_from([1, 50, 100, 200, 700]))
    def time_goes_by(self, side, seconds):
        self.now[side] += timedelta(seconds=seconds)
        self.stores[side].advance(self.now[side])

    @rule(side=side, step=st.sampled_from(["claim", "coming", "release", "resolve", "hand_over"]), who=people)
    def somebody_steps(self, side, step, who):
        self.attempt(lambda: self.stores[side].step(self.page, step, who, self.now[side], to="department:toys"))

    @rule(side=side, who=people)
    def somebody_tells(self, side, who):
        self.attempt(lambda: self.stores[side].tell(self.page, who, self.now[side], code="two_minutes"))

    @rule(what=st.sampled_from(["words", "cancel", "join", "urgent"]), session=st.sampled_from("st"))
    def the_shopper(self, what, session):
        kiosk, now = self.stores["kiosk"], self.now["kiosk"]
        if what == "words":
            self.attempt(lambda: kiosk.add_words(self.page, session, "hello?", now))
        elif what == "cancel":
            self.attempt(lambda: kiosk.cancel(self.page, session, now))
        elif kiosk.page(self.page).state.open:
            same = {"place": "p", "reason": "help", "department": "d", "now": now}
            page, _ = kiosk.create(session=session, priority="urgent" if what == "urgent" else "normal", **same)
            # Handed over to another department, it is another call.
            assert page.id == self.page or kiosk.page(self.page).department == "toys"

    def attempt(self, step):
        try:
            step()
        except (WrongStep, StaffError):
            return

    @rule(side=side)
    def tell_the_other(self, side):
        try:
            page = self.stores[side].page(self.page)
        except StaffError:
            return
        self.under_way.append(("hub" if side == "kiosk" else "kiosk", page))

    @rule(data=st.data(), again=st.booleans())
    def a_message_arrives(self, data, again):
        if self.under_way:
            index = data.draw(st.integers(0, len(self.under_way) - 1))
            to, page = self.under_way[index] if again else self.under_way.pop(index)
            self.stores[to].reconcile([page])

    @rule(side=side)
    def restart(self, side):
        store = self.stores[side]
        self.stores[side] = PageStore(store._db, store._kiosk)

    @invariant()
    def in_touch_again_both_know_the_same_and_nothing_is_lost(self):
        kiosk, hub = self.stores["kiosk"].page(self.page), None
        try:
            hub = self.stores["hub"].page(self.page)
        except StaffError:
            hub = kiosk
        merged = both_ways(kiosk, hub)
        assert merged.state.open == (kiosk.state.open and hub.state.open)
        assert (merged.claimed_by is None) == (merged.state is State.CALLED) or not merged.state.open
        assert not merged.urgent or not merged.state.open or merged.step == 3
        assert merged.created_at <= merged.rung_at <= merged.changed_at
        assert merged.callers == kiosk.callers
        held = [page for page in (kiosk, hub) if page.state.held]
        newest = replace(merged, hub_version=0, own_version=0)
        if merged.state is State.CALLED and held:
            # Whoever held it let it go: the other side knew of the claim.
            assert any(newest.round > page.round for page in held)


TestApart = Apart.TestCase
