"""What a shopper who waits for staff is told: who comes, about when, and the truth when nobody does."""

from __future__ import annotations

import msgspec
import pytest

from kiosk import protocol as p
from tests.kiosk.screen import shop
from tests.kiosk.screen.fake_engine import NOON
from tests.kiosk.screen.hand import Hand


def call(hand: Hand, reason: str = "A helping hand") -> None:
    hand.wake()
    hand.tap("Call staff")
    hand.tap(reason)
    hand.wait_for("called just now")


def later(hand: Hand, seconds: float) -> None:
    """So much time after the call was made."""
    hand.wall.now = NOON.timestamp() + seconds
    hand.screen.calls.check()


def everything_written(hand: Hand) -> str:
    """What can be scrolled to, too."""
    return " ".join(str(item.property("text")) for item in hand.items() if item.inherits("QQuickText"))


def test_nobody_at_a_phone_is_told_truthfully(hand: Hand) -> None:
    hand.wake()
    hand.tap("Call staff")
    assert not hand.sees("No colleague has the calls open"), "it is not known"
    hand.engine.push(p.Staffed(phones=0))
    hand.wait_for("No colleague has the calls open")
    hand.tap("A helping hand")
    hand.wait_for("It goes on ringing")
    hand.engine.push(p.Staffed(phones=2))
    hand.wait_gone("No colleague has the calls open")
    hand.engine.step("called", rung=2)
    hand.wait_for("I have called the shift lead, too.")
    hand.engine.step("called", rung=3)
    hand.wait_for("everyone in the store is being called now")
    hand.engine.step("claimed", "Maya")
    hand.wait_gone("everyone in the store is being called now")


def test_how_long_ago_the_call_was_made(hand: Hand) -> None:
    call(hand)
    hand.wait_for("called just now")
    later(hand, 7 * 60 + 20)
    hand.wait_for("called 7 minutes ago")


# --- about when ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (12, "Usually somebody answers within half a minute."),
        (47, "Usually somebody answers within about 1 minute."),
        (75, "Usually somebody answers within about 2 minutes."),
        (400, "Usually somebody answers within about 10 minutes."),
    ],
)
def test_how_soon_somebody_usually_answers(hand: Hand, seconds: int, words: str) -> None:
    call(hand)
    hand.engine.change(answer_s=seconds)
    hand.wait_for(words)


def test_nothing_is_promised_that_is_not_known_or_no_longer_true(hand: Hand) -> None:
    call(hand)
    assert "Usually" not in everything_written(hand)
    hand.engine.change(answer_s=60)
    hand.wait_for("Usually somebody answers")
    later(hand, 61)
    hand.wait_gone("Usually")


def test_about_when_who_took_the_call_is_here(hand: Hand) -> None:
    call(hand)
    hand.engine.step("claimed", "Ana", helped_s=200)
    hand.wait_for("Usually somebody is here within about 5 minutes of a call.")
    hand.engine.step("coming", "Ana")
    hand.wait_for("Ana is on the way")
    assert hand.sees("within about 5 minutes")
    later(hand, 301)
    hand.wait_gone("Usually")
    assert not hand.sees("longer than it should")


# --- it takes long ------------------------------------------------------------------------------------------------


def test_twice_as_long_as_usual_is_told_with_what_else_there_is(hand: Hand) -> None:
    call(hand)
    hand.engine.change(answer_s=110)
    later(hand, 240)
    assert "nobody has answered" not in everything_written(hand)
    assert "Look at the map" not in hand.buttons()
    later(hand, 242)
    hand.wait_for("I am sorry, nobody has answered for 4 minutes. At the service desk you may be helped sooner.")
    assert {"Search the store", "Ask the assistant", "Look at the map", "Take my list along"} <= set(hand.buttons())
    hand.tap("Home")
    hand.wait_for("Nobody has answered yet. See what else you can do.")
    hand.tap("Nobody has answered yet.")
    hand.tap("Look at the map")
    hand.until(lambda: hand.page == "map")


def test_everyone_was_rung_and_nobody_came(hand: Hand) -> None:
    """A store that has no figures yet."""
    call(hand)
    hand.engine.step("called", rung=3)
    hand.wait_for("everyone in the store is being called now")
    later(hand, 200)
    hand.wait_for("I am sorry, nobody has answered for 3 minutes.")
    hand.engine.step("claimed", "Ana")
    hand.wait_gone("nobody has answered")


def test_who_took_the_call_takes_long(hand: Hand) -> None:
    call(hand)
    hand.engine.step("coming", "Ana", helped_s=60)
    later(hand, 130)
    hand.wait_for("this takes longer than it should. If Ana is not here yet, the service desk can help you too.")
    hand.tap("Home")
    hand.wait_for("Ana takes longer than usual.")


def test_an_urgent_call_that_nobody_answers(hand: Hand) -> None:
    hand.wake()
    hand.tap("Call staff")
    hand.tap("Urgent help")
    hand.tap("Someone is hurt")
    hand.wait_for("Help is being called right now")
    hand.engine.step("called", rung=3)
    hand.wait_for("Everyone in the store is being alerted.")
    later(hand, 61)
    hand.wait_for("Nobody has answered yet. Call out for help, or call the emergency services.")


def test_who_called_in_vain_may_call_again(hand: Hand) -> None:
    call(hand)
    hand.engine.step("called", rung=3)
    later(hand, 200)
    hand.wait_for("nobody has answered for 3 minutes")
    hand.engine.script[p.CallStaff] = lambda _request: p.PageReply(id=0, page=next(iter(hand.engine.pages.values())))
    hand.engine.pages["p1"] = msgspec.structs.replace(hand.engine.pages["p1"], round=1)
    hand.tap("Call again")
    hand.wait_for("I am ringing everyone once more.")
    assert len(hand.engine.asked(p.CallStaff)) == 2
    assert "Call again" not in hand.buttons()
    later(hand, 261)
    hand.until(lambda: "Call again" in hand.buttons())


def test_who_joins_a_call_is_told_so(hand: Hand) -> None:
    hand.wall.now += 130
    hand.wake()
    hand.tap("Call staff")
    hand.tap("A helping hand")
    hand.wait_for("Somebody has already called for this. Whoever comes helps you, too.")
    assert hand.sees("called just now")
    page = hand.engine.pages["p1"]
    other = msgspec.structs.replace(page, session="before", words="a key", state="cancelled")
    hand.engine.push(p.PageChanged(page=other))
    hand.engine.step("claimed", "Ana", words="a ladder")
    hand.wait_for("Ana has your call")
    assert hand.sees("You said: a ladder")
    assert hand.sees("Somebody has already called")


# --- it comes back ------------------------------------------------------------------------------------------------


def test_a_claim_that_went_silent(hand: Hand) -> None:
    call(hand)
    hand.engine.step("claimed", "Ana")
    hand.wait_for("Ana has your call")
    hand.engine.step("called", round=1)
    hand.wait_for("Ana could not come after all. I am calling again.")
    hand.engine.step("called", round=1, rung=1)
    hand.until(lambda: hand.screen.calls.property("step") == 1)
    assert hand.sees("Ana could not come after all.")
    assert not hand.sees("I have rung them again.")
    hand.tap("Home")
    hand.wait_for("Ana could not come after all.")
    hand.engine.step("claimed", "Ben", round=1)
    hand.wait_for("Ben has your call.")
    assert not hand.sees("Ana")


@pytest.mark.parametrize("to", [{"only": "Ben"}, {"department": "dairy"}])
def test_handed_over(hand: Hand, to: dict[str, str]) -> None:
    call(hand)
    hand.engine.step("coming", "Ana")
    hand.wait_for("Ana is on the way")
    hand.engine.step("called", round=1, **to)
    hand.wait_for("Ana has asked a colleague.")
    assert not hand.sees("Ben"), "who has not said that they come"


def test_a_call_that_becomes_urgent_came_from_nobody(hand: Hand) -> None:
    call(hand)
    hand.engine.step("called", round=1, rung=3, priority="urgent")
    hand.wait_for("Help is being called right now")
    assert not hand.screen.calls.property("returned")


# --- messages -----------------------------------------------------------------------------------------------------


def test_a_message_is_shown_large_and_on_every_page(hand: Hand) -> None:
    call(hand)
    hand.engine.step("claimed", "Ana")
    hand.engine.message("Ana", code="two_minutes")
    hand.wait_for("I will be with you in two minutes.")
    assert any(text.startswith("Ana · ") for text in hand.texts()), "who, and when"
    hand.tap("Home")
    hand.wait_for("I will be with you in two minutes.")
    assert hand.sees("Ana has your call.")
    hand.engine.message("Ana", text="The red one is %1 by the door")
    hand.wait_for("The red one is %1 by the door")
    hand.screen.languages.choose("de")
    hand.engine.message("Ana", code="come_to_desk")
    hand.wait_for("Bitte kommen Sie zum Servicepunkt.")


def test_a_message_is_text_and_nothing_else(hand: Hand) -> None:
    call(hand)
    hand.engine.message("A\u202ena", text="<b>Look</b> \u202ehere\u0007 " + "x" * 5000)
    hand.wait_for("<b>Look</b> here x")
    shown = next(text for text in hand.texts() if "Look" in text)
    assert len(shown) <= 400
    assert not {"\u202e", "\u0007"} & set("".join(hand.texts()))


def test_a_phrase_that_this_screen_does_not_know_shows_nothing(hand: Hand) -> None:
    call(hand)
    hand.engine.message("Ana", code="on_fire")
    hand.until(lambda: bool(hand.screen.calls.property("message")))
    assert not hand.of_kind("StaffMessage")


def test_the_message_stays_when_the_call_ends_and_goes_with_the_next_one(hand: Hand) -> None:
    call(hand)
    hand.engine.message("Ana", text="Try aisle 7")
    hand.engine.step("resolved", "Ana", outcome="done")
    hand.wait_for("Glad we could help")
    assert hand.sees("Try aisle 7")
    hand.tap("All right")
    hand.tap("Call staff")
    hand.tap("A helping hand")
    hand.wait_for("A member of staff has been called")
    assert not hand.sees("Try aisle 7")


# --- how it ended -------------------------------------------------------------------------------------------------


def test_we_do_not_have_it_offers_something_alike(hand: Hand) -> None:
    hand.wake()
    hand.tap("Oat drink, barista style, $2.79")
    hand.wait_for("Shelf 4")
    hand.tap("Call staff")
    hand.tap("Product advice")
    hand.wait_for("A member of staff has been called")
    hand.engine.step("resolved", "Ana", outcome="no_such_thing")
    hand.wait_for("Ana looked: we do not have it.")
    hand.tap("Show me something like it")
    hand.until(lambda: hand.page == "product")
    assert hand.engine.asked(p.Look)[-1].code == shop.OAT.sku
    assert hand.screen.calls.state == ""


def test_we_do_not_have_what_was_only_described(hand: Hand) -> None:
    call(hand)
    hand.engine.step("resolved", "Ana", outcome="no_such_thing")
    hand.tap("Show me something like it")
    hand.until(lambda: hand.page == "search")


def test_found_nobody_and_called_again(hand: Hand) -> None:
    call(hand, "Product advice")
    hand.engine.step("resolved", "Ana", outcome="nobody_there")
    hand.wait_for("Ana came and found nobody.")
    assert hand.sees("Call again any time.")
    hand.tap("Call again")
    hand.wait_for("A member of staff has been called")
    assert [(r.reason, r.urgent) for r in hand.engine.asked(p.CallStaff)] == [("product", False)] * 2


# --- nobody is there ----------------------------------------------------------------------------------------------


def closed(_request: p.Home) -> p.Reply:
    return p.HomeReply(
        id=0, store="Larkfield Market", open_until=None, opens_at="2026-11-22T07:00", departments=shop.DEPARTMENTS,
        offers=shop.CARDS[:1], popular=[],
    )  # fmt: skip


def test_nobody_on_shift_is_told_before_the_call_and_after(hand: Hand) -> None:
    hand.engine.script[p.Home] = closed
    hand.screen.store.refresh()
    hand.wake()
    hand.tap("Call staff")
    assert not hand.sees("on shift"), "it is not known"
    hand.engine.push(p.Staffed(phones=0, on_shift=0))
    hand.wait_for("Nobody is on shift right now. You can still call: your call is kept")
    assert hand.sees("Closed now, opens tomorrow at 7:00")
    assert not hand.sees("No colleague has the calls open"), "one voice"
    assert {"Search the store", "Look at the map", "Take my list along"} <= set(hand.buttons())
    hand.tap("A helping hand")
    hand.wait_for("Your call is kept")
    assert hand.sees(
        "Nobody is on shift right now. Your call is kept for four hours, and it rings as soon as someone is here."
    )
    assert hand.sees("Closed now, opens tomorrow")
    assert "Write it here" in [str(item.property("placeholderText")) for item in hand.items()]
    for untrue in ("A member of staff has been called", "No colleague has the calls open", "Usually", "you see their"):
        assert untrue not in everything_written(hand)
    hand.tap("Home")
    hand.wait_for("Your call is kept: nobody is on shift right now.")
    hand.engine.push(p.Staffed(phones=1, on_shift=1))
    hand.wait_for("We have called a member of staff.")
    hand.engine.push(p.Staffed(phones=1, on_shift=None))
    hand.settle(60)
    assert hand.sees("We have called a member of staff.")


def test_nobody_on_shift_in_an_emergency(hand: Hand) -> None:
    hand.wake()
    hand.engine.push(p.Staffed(phones=None, on_shift=0))
    hand.tap("Call staff")
    hand.tap("Urgent help")
    hand.wait_for("if a life is in danger, call the emergency services at once.")
    hand.tap("Someone is hurt")
    hand.wait_for("Help is being called right now")
    assert hand.sees("so please do not wait for us")
    hand.engine.step("claimed", "Ana", rung=3)
    hand.wait_gone("so please do not wait for us")


def test_who_is_on_shift_is_known_from_the_start(hand: Hand) -> None:
    welcome = hand.engine._default(p.Hello(id=0, role="screen"))
    hand.engine.script[p.Hello] = lambda _request: msgspec.structs.replace(welcome, on_shift=0)
    hand.engine.stop()
    hand.until(lambda: not hand.screen.store.online)
    hand.engine.start()
    hand.until(lambda: hand.screen.store.property("onShift") == 0)


# --- aloud --------------------------------------------------------------------------------------------------------


def said(hand: Hand) -> list[str]:
    return [request.text for request in hand.engine.asked(p.Say)]


def test_who_listens_hears_who_comes(hand: Hand) -> None:
    hand.wake()
    hand.tap("Call staff")
    hand.tap("Read this page aloud")
    hand.until(lambda: len(said(hand)) == 1)
    hand.tap("A helping hand")
    hand.wait_for("A member of staff has been called")
    hand.engine.step("claimed", "Ana")
    hand.until(lambda: said(hand)[1:] == ["Ana has your call."])
    hand.engine.push(p.Speaking(session=hand.engine.session, on=True))
    hand.until(lambda: bool(hand.screen.talk.property("speaking")))
    hand.engine.step("coming", "Ana")
    hand.engine.step("called", round=1)
    hand.wait_for("Ana could not come after all.")
    assert len(said(hand)) == 2, "while something is said"
    hand.engine.push(p.Speaking(session=hand.engine.session, on=False))
    hand.until(lambda: said(hand)[2:] == ["Ana could not come after all. I am calling again."])


def test_who_reads_is_not_spoken_to(hand: Hand) -> None:
    call(hand)
    hand.engine.step("claimed", "Ana")
    hand.wait_for("Ana has your call")
    hand.settle(60)
    assert said(hand) == []
