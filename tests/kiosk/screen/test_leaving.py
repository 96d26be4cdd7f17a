"""The end of a visit, and the engine's absence."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest

from kiosk import protocol as p
from kiosk.screen.idle import WAITING_FACTOR
from tests.kiosk.screen import shop
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import Hand


def busy_visit(hand: Hand) -> None:
    """A visit that leaves traces everywhere."""
    hand.wake()
    hand.tap("Search the store")
    hand.type("oat")
    hand.wait_for("Oat drink, barista style")
    hand.tap("Oat drink, barista style, $2.79")
    hand.tap("Add to my list")
    hand.until(lambda: hand.screen.shopping.pieces == 1)
    hand.tap("Ask about it")
    hand.screen.talk.ask("my very private question", "typed")
    hand.wait_for("my very private question")
    hand.wait_for("Yes. Fernbrook")


def test_a_visible_countdown_then_everything_is_forgotten(hand: Hand) -> None:
    busy_visit(hand)
    session = hand.screen.shopper.session
    hand.clock.now += 46
    hand.wait_for("Are you still there?")
    assert hand.sees("14")
    hand.clock.now += 15
    hand.until(lambda: not hand.screen.shopper.here)
    hand.wait_for("Touch to start")
    hand.until(lambda: [r.session for r in hand.engine.asked(p.EndSession)] == [session])
    hand.settle(200)
    screen = hand.screen
    assert screen.talk.turns.count == 0
    assert screen.shopping.lines.count == 0
    assert screen.finder.results.count == 0
    assert screen.finder.text == ""
    assert screen.detail.product == {}
    assert screen.shopper.session == ""
    texts = [str(item.property("text")) for item in hand.everything() if item.property("text")]
    for trace in ("my very private question", "Yes. Fernbrook", "Add to my list"):
        assert not [text for text in texts if trace in text], trace
    assert not [text for text in texts if text == "oat"]
    hand.wake()
    assert hand.page == "home"
    assert screen.shopper.session != session


def held(thing: object, seen: set[int], path: str) -> Iterator[tuple[str, str]]:
    """Every text that something holds, at any depth, and where; not what Qt itself or the tests hold."""
    if isinstance(thing, str):
        yield path, thing
        return
    if id(thing) in seen:
        return
    seen.add(id(thing))
    if isinstance(thing, dict):
        for key, value in thing.items():
            yield from held(key, seen, path)
            yield from held(value, seen, f"{path}[{key!r}]")
    elif isinstance(thing, (list, tuple, set, frozenset, deque)):
        for value in thing:
            yield from held(value, seen, f"{path}[]")
    elif isinstance(thing, msgspec.Struct):
        yield from held(msgspec.structs.asdict(thing), seen, path)
    elif type(thing).__module__.startswith("kiosk."):
        for name in [*getattr(thing, "__dict__", {}), *getattr(type(thing), "__slots__", ())]:
            yield from held(getattr(thing, name, None), seen, f"{path}.{name}")


def test_nothing_of_a_visit_is_left_in_any_part_of_the_screen(hand: Hand) -> None:
    screen = hand.screen
    screen_parts = {name: part for name, part in vars(screen).items() if isinstance(part, QObject)}
    assert {"talk", "shopping", "calls", "finder", "detail", "shopper"} <= screen_parts.keys()
    busy_visit(hand)
    hand.tap("My list")
    hand.tap("Take it along")
    hand.until(lambda: screen.shopping.taking == "drawn")
    hand.tap("Done")
    hand.tap("Show me the way")
    hand.wait_for("The way along my list")
    hand.tap("Call staff")
    hand.tap("A helping hand")
    hand.wait_for("Tell them what it is about")
    screen.calls.say("my red jacket")
    hand.wait_for("my red jacket")
    hand.engine.step("claimed", "Maya")
    hand.wait_for("Maya has your call")
    hand.engine.push(p.Caption(session=hand.engine.session, text="half a private sentence"))
    hand.engine.push(p.DidYouSay(session=hand.engine.session, choices=["a private choice"]))
    hand.wait_for("a private choice")
    session = screen.shopper.session
    traces = ("my very private question", "my red jacket", "Maya", "private sentence", "private choice", session)

    def left() -> list[tuple[str, str]]:
        texts = [one for name, part in screen_parts.items() for one in held(part, set(), name)]
        return [(where, text) for where, text in texts if any(trace in text for trace in traces)]

    assert len({where.split("[")[0].split(".")[0] for where, _ in left()}) >= 3, "the walk finds what is there"
    screen.shopper.leave()
    hand.wait_for("Touch to start")
    hand.settle(100)
    assert left() == []
    assert screen.shopping.stops == []
    assert screen.shopping.route == []
    assert screen.shopping.codes == []
    texts = [str(item.property("text")) for item in hand.everything() if item.property("text")]
    assert not [text for text in texts if any(trace in text for trace in traces)]
    hand.wake()
    assert left() == []
    hand.tap("Call staff")
    hand.wait_for("What can we help you with?")
    hand.tap("My list")
    hand.wait_for("Your list is empty")


def test_answers_that_come_after_the_shopper_has_left_are_dropped(hand: Hand) -> None:
    hand.wake()
    waiting: list[p.Request] = []
    asked = {p.Ask, p.ChangeList, p.ListCodes, p.CallStaff}
    for kind in (*asked, p.Search, p.Look):
        hand.engine.script[kind] = lambda request: waiting.append(request)
    screen = hand.screen
    screen.talk.ask("my very private question", "typed")
    screen.shopping.add(shop.OAT.sku)
    screen.shopping.draw("title", ["line"], False)
    screen.calls.call("help", False, "")
    # What the first page itself still asks for may be among them.
    hand.until(lambda: asked <= {type(request) for request in waiting})
    old = hand.engine.session
    screen.shopper.leave()
    hand.engine.script.clear()
    hand.wake()
    hand.until(lambda: hand.engine.session != old)
    for request in waiting:
        reply = hand.engine._default(request)
        hand.engine.push_raw(p.encode(msgspec.structs.replace(reply, id=request.id)))
    hand.engine.push(p.Answered(session=old, answer=hand.engine.answer("my very private question")))
    hand.settle(150)
    assert screen.talk.turns.count == 0
    assert screen.shopping.lines.count == 0
    assert screen.shopping.taking == ""
    assert screen.calls.state == ""


def test_a_touch_keeps_the_visit(hand: Hand) -> None:
    hand.wake()
    hand.clock.now += 50
    hand.wait_for("Are you still there?")
    hand.tap("Yes, I’m here")
    hand.wait_gone("Are you still there?")
    hand.clock.now += 40
    hand.settle(600)
    assert hand.screen.shopper.here
    assert not hand.sees("Are you still there?")


def test_finished(hand: Hand) -> None:
    hand.wake()
    hand.clock.now += 50
    hand.tap("I’m finished")
    hand.wait_for("Touch to start")


def test_speaking_and_listening_count_as_being_there(hand: Hand) -> None:
    hand.wake()
    hand.engine.push(p.Speaking(session=hand.engine.session, on=True))
    hand.until(lambda: hand.screen.talk.speaking)
    for _ in range(5):
        hand.clock.now += 50
        hand.screen.idle.check()
    assert hand.screen.shopper.here
    hand.engine.push(p.Speaking(session=hand.engine.session, on=False))
    hand.until(lambda: not hand.screen.talk.speaking)
    hand.clock.now += 61
    hand.until(lambda: not hand.screen.shopper.here)


def test_keys_count_as_being_there(hand: Hand) -> None:
    hand.wake()
    hand.clock.now += 50
    hand.wait_for("Are you still there?")
    QTest.keyClick(hand.window, "a")
    hand.wait_gone("Are you still there?")


def test_who_waits_for_staff_has_more_time_but_not_for_ever(hand: Hand) -> None:
    hand.wake()
    hand.tap("Call staff")
    hand.tap("A helping hand")
    hand.wait_for("A member of staff has been called")
    hand.clock.now += 100
    hand.settle(600)
    assert hand.screen.shopper.here
    hand.clock.now += 60 * WAITING_FACTOR
    hand.until(lambda: not hand.screen.shopper.here)
    assert hand.screen.calls.state == ""
    assert not hand.engine.asked(p.CancelPage), "the call stays with staff"


def test_a_limit_of_ones_own(engine: FakeEngine, fonts: None, qapp: object) -> None:
    hand = Hand(engine, idle_s=6.0)
    hand.until(lambda: hand.screen.store.online)
    hand.wake()
    hand.clock.now += 5
    hand.wait_for("Are you still there?")
    hand.clock.now += 2
    hand.until(lambda: not hand.screen.shopper.here)
    hand.close()


def test_asleep_nothing_counts(hand: Hand) -> None:
    hand.clock.now += 10_000
    hand.settle(300)
    assert not hand.engine.asked(p.EndSession)
    assert hand.sees("Touch to start")


def test_the_engine_goes_and_comes_back(hand: Hand) -> None:
    busy_visit(hand)
    session = hand.screen.shopper.session
    hand.engine.stop()
    hand.wait_for("One moment, I’m coming back")
    assert hand.screen.talk.turns.count == 2, "what was on screen stays"
    hand.engine.start()
    hand.wait_gone("One moment, I’m coming back")
    assert hand.screen.shopper.session == session
    hand.screen.talk.ask("and now", "typed")
    hand.until(lambda: hand.engine.asked(p.Ask)[-1].text == "and now")


def test_an_engine_that_forgot_the_session_gets_a_new_one(hand: Hand) -> None:
    hand.wake()
    old = hand.screen.shopper.session
    hand.engine.stop()
    hand.until(lambda: not hand.screen.store.online)
    hand.engine.forget()
    hand.engine.start()
    hand.until(lambda: hand.screen.store.online)
    hand.screen.talk.ask("still here", "typed")
    hand.until(lambda: hand.screen.talk.turns.count == 2)
    assert hand.screen.shopper.session not in ("", old)
    assert [row["who"] for row in hand.screen.talk.turns.rows] == ["shopper", "assistant"]


def test_a_visit_that_begins_while_the_engine_is_away(hand: Hand) -> None:
    hand.engine.stop()
    hand.until(lambda: not hand.screen.store.online)
    hand.screen.shopper.wake()
    hand.wait_for("One moment")
    hand.engine.start()
    hand.until(lambda: bool(hand.screen.shopper.session))
    hand.wait_gone("One moment")
    hand.tap("Bakery")
    hand.wait_for(shop.BREAD.name)


def test_before_the_engine_was_ever_there(tmp_path, fonts: None, qapp: object) -> None:
    engine = FakeEngine(tmp_path / "later.sock")
    hand = Hand(engine)
    hand.wait_for("One moment, I’m getting ready")
    engine.start()
    hand.wait_for("Touch to start")
    hand.wait_gone("One moment")
    hand.close()
    engine.stop()


def test_listening_that_the_engine_took_down_with_it(hand: Hand) -> None:
    hand.wake()
    hand.tap("Tap to talk")
    hand.engine.push(p.Listening(session=hand.engine.session, state="listening"))
    hand.until(lambda: hand.screen.talk.listening == "listening")
    hand.engine.stop()
    hand.until(lambda: hand.screen.talk.listening == "failed")
    assert not hand.screen.talk.busy
