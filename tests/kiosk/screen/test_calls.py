"""Calling staff and following the call."""

from __future__ import annotations

import pytest

from kiosk import protocol as p
from tests.kiosk.screen.hand import Hand


def test_call_claim_coming_done(hand: Hand) -> None:
    hand.wake()
    hand.tap("Call staff")
    hand.tap("Open a locked case")
    hand.wait_for("A member of staff has been called")
    call = hand.engine.asked(p.CallStaff)[0]
    assert (call.reason, call.urgent, call.sku) == ("locked_case", False, None)
    hand.engine.step("claimed", "Maya")
    hand.wait_for("Maya has your call")
    hand.engine.step("coming", "Maya")
    hand.wait_for("Maya is on the way")
    hand.tap("Home")
    hand.wait_for("Maya is on the way to you.")
    hand.engine.step("resolved", "Maya")
    hand.wait_for("Maya has helped you.")
    hand.tap("Call staff")
    hand.wait_for("Glad we could help")
    hand.tap("All right")
    hand.until(lambda: hand.page == "home")
    assert hand.screen.calls.state == ""


def test_staff_is_called_only_once_however_often_it_is_tapped(hand: Hand) -> None:
    hand.engine.script[p.CallStaff] = lambda _request: None
    hand.wake()
    hand.tap("Call staff")
    hand.tap("A helping hand")
    hand.tap("A helping hand")
    hand.settle(100)
    assert len(hand.engine.asked(p.CallStaff)) == 1
    assert not hand.sees("A member of staff has been called"), "said before it was on disk"


def test_cancel(hand: Hand) -> None:
    hand.wake()
    hand.tap("Call staff")
    hand.tap("A helping hand")
    hand.tap("I don’t need help any more")
    hand.wait_for("Your call was cancelled")
    assert [r.page for r in hand.engine.asked(p.CancelPage)] == ["p1"]


def test_urgent_help_takes_two_touches(hand: Hand) -> None:
    hand.wake()
    hand.tap("Call staff")
    hand.tap("Urgent help")
    hand.tap("Someone is hurt")
    hand.wait_for("Help is being called right now")
    call = hand.engine.asked(p.CallStaff)[0]
    assert (call.reason, call.urgent) == ("injury", True)


def test_urgent_help_is_in_sight_while_another_call_is_open(hand: Hand) -> None:
    hand.wake()
    hand.tap("Call staff")
    assert hand.shown(hand.button("Urgent help")), "without scrolling"
    hand.tap("A helping hand")
    hand.wait_for("A member of staff has been called")
    assert hand.shown(hand.button("Urgent help"))
    hand.tap("Urgent help")
    hand.tap("Back, it is not urgent")
    hand.wait_for("A member of staff has been called")
    hand.tap("Urgent help")
    hand.tap("Lost child")
    hand.wait_for("Help is being called right now")
    assert [(r.reason, r.urgent) for r in hand.engine.asked(p.CallStaff)] == [("help", False), ("lost_child", True)]
    assert "Urgent help" not in hand.buttons(), "it is under way"


def test_words_are_added_to_a_call(hand: Hand) -> None:
    hand.wake()
    hand.tap("Call staff")
    hand.tap("A helping hand")
    hand.wait_for("Tell them what it is about")
    hand.tap_field()
    hand.type("door")
    hand.tap("Send")
    hand.wait_for("You said: door")
    assert hand.field().property("text") == ""
    assert [(r.page, r.words) for r in hand.engine.asked(p.AddWords)] == [("p1", "door")]


def test_words_that_do_not_arrive_stay_to_be_sent_again(hand: Hand) -> None:
    hand.engine.script[p.AddWords] = lambda _request: p.Failed(id=0, code="unavailable")
    hand.wake()
    hand.tap("Call staff")
    hand.tap("A helping hand")
    hand.wait_for("Tell them what it is about")
    hand.tap_field()
    hand.type("door")
    hand.tap("Send")
    hand.wait_for("That did not reach them.")
    assert hand.field().property("text") == "door"
    del hand.engine.script[p.AddWords]
    hand.tap("Send")
    hand.wait_for("You said: door")
    hand.wait_gone("That did not reach them.")


def test_a_call_about_the_product_that_is_looked_at(hand: Hand) -> None:
    hand.wake()
    hand.tap("Oat drink, barista style, $2.79")
    hand.wait_for("Shelf 4")
    hand.tap("Call staff")
    hand.tap("Product advice")
    hand.wait_for("A member of staff has been called")
    assert hand.engine.asked(p.CallStaff)[0].sku == "100001"


@pytest.mark.parametrize("code", ["unavailable", "bad_request"])
def test_a_call_that_could_not_be_made_says_where_to_go(hand: Hand, code: str) -> None:
    hand.engine.script[p.CallStaff] = lambda _request: p.Failed(id=0, code=code)
    hand.wake()
    hand.tap("Call staff")
    hand.tap("A helping hand")
    hand.wait_for("I could not call anybody just now.")
    assert hand.sees("service desk")


def test_a_call_of_another_visit_is_not_shown(hand: Hand) -> None:
    hand.wake()
    hand.engine.pages["x"] = hand.engine._call(p.CallStaff(id=0, session="other")).page
    hand.engine.step("coming", "Sam")
    hand.settle(100)
    assert hand.screen.calls.state == ""


def test_the_call_is_caught_up_after_the_engine_was_away(hand: Hand) -> None:
    hand.wake()
    hand.tap("Call staff")
    hand.tap("A helping hand")
    hand.wait_for("A member of staff has been called")
    hand.engine.stop()
    hand.until(lambda: not hand.screen.store.online)
    hand.engine.step("coming", "Maya")
    hand.engine.start()
    hand.wait_for("Maya is on the way")


def test_call_staff_is_on_every_page(hand: Hand) -> None:
    hand.wake()
    for button, page in (
        ("Search the store", "search"), ("Home", "home"), ("Store map", "map"), ("My list", "list"),
        ("Tap to talk", "talk"),
    ):  # fmt: skip
        hand.tap(button)
        hand.until(lambda page=page: hand.page == page)
        assert hand.shown(hand.button("Call staff")), page
