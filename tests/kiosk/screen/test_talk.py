"""The conversation: in writing, by voice, and when parts are away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kiosk import protocol as p
from tests.kiosk.screen import shop
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import Hand


def start(hand: Hand) -> None:
    """Awake, on the conversation page, by way of the microphone."""
    hand.wake()
    hand.tap("Tap to talk")
    hand.until(lambda: hand.page == "talk")


def ask(hand: Hand, words: str) -> None:
    hand.wake()
    hand.screen.talk.ask(words, "tapped")
    hand.tap("Tap to talk")
    hand.tap("Cancel")


def test_a_typed_question_is_answered_with_its_products(hand: Hand) -> None:
    start(hand)
    hand.tap("Cancel")
    field = hand.field()
    hand.tap_at(hand.centre(field))
    hand.type("oat")
    hand.tap("Send")
    hand.wait_for("Yes. Fernbrook oat drink")
    assert hand.sees("Automated assistant")
    assert hand.sees("oat")
    assert hand.sees("Oat drink, barista style")
    asked = hand.engine.asked(p.Ask)[0]
    assert (asked.text, asked.via, asked.speak) == ("oat", "typed", True)
    assert field.property("text") == ""
    hand.tap("Oat drink, barista style, $2.79")
    hand.until(lambda: hand.page == "product")


def test_a_suggestion_is_asked(hand: Hand) -> None:
    ask(hand, "do you have oat milk")
    hand.tap("Anything cheaper?")
    hand.until(lambda: len(hand.engine.asked(p.Ask)) == 2)
    assert hand.engine.asked(p.Ask)[1].text == "Anything cheaper?"
    assert hand.engine.asked(p.Ask)[1].via == "tapped"


def test_a_question_of_the_store_from_the_first_page(hand: Hand) -> None:
    hand.engine.script[p.Ask] = lambda r: hand.engine.answer(
        r.text, say="We are open until 10 pm today.", intent="policy", products=[], show="conversation"
    )
    hand.wake()
    hand.tap("When are you open?")
    hand.wait_for("We are open until 10 pm today.")
    assert hand.page == "talk"


def test_listening_shows_the_words_as_they_come(hand: Hand) -> None:
    start(hand)
    assert len(hand.engine.asked(p.Listen)) == 1
    session = hand.engine.session
    hand.engine.push(p.Listening(session=session, state="listening", level=0.6))
    hand.wait_for("I am listening")
    assert abs(hand.screen.talk.level - 0.6) < 1e-6
    hand.engine.push(p.Caption(session=session, text="do you have"))
    hand.wait_for("do you have")
    hand.engine.push(p.Caption(session=session, text="do you have oat milk"))
    hand.wait_for("do you have oat milk")
    hand.engine.push(p.Caption(session=session, text="Do you have oat milk?", final=True))
    hand.engine.push(p.Listening(session=session, state="thinking"))
    hand.until(lambda: hand.screen.talk.thinking)
    hand.engine.push(p.Answered(session=session, answer=hand.engine.answer("Do you have oat milk?")))
    hand.wait_for("Yes. Fernbrook oat drink")
    hand.wait_for("Do you have oat milk?")
    assert not hand.screen.talk.thinking
    assert [row["who"] for row in hand.screen.talk.turns.rows] == ["shopper", "assistant"]


def test_a_second_tap_ends_the_question_and_cancel_drops_it(hand: Hand) -> None:
    start(hand)
    hand.engine.push(p.Listening(session=hand.engine.session, state="listening"))
    hand.until(lambda: hand.screen.talk.listening == "listening")
    hand.tap("Tap to stop")
    hand.until(lambda: len(hand.engine.asked(p.StopListening)) == 1)
    assert hand.engine.asked(p.StopListening)[0].cancel is False
    hand.engine.push(p.Listening(session=hand.engine.session, state="idle"))
    hand.until(lambda: hand.screen.talk.listening == "idle")
    hand.tap("Tap to talk")
    hand.tap("Cancel")
    hand.until(lambda: len(hand.engine.asked(p.StopListening)) == 2)
    assert hand.engine.asked(p.StopListening)[1].cancel is True


@pytest.mark.parametrize(("state", "detail"), [("failed", "microphone"), ("idle", "nothing_heard")])
def test_not_heard(hand: Hand, state: str, detail: str) -> None:
    start(hand)
    hand.engine.push(p.Listening(session=hand.engine.session, state=state, detail=detail))
    hand.wait_for({"microphone": "I can’t hear at the moment.", "nothing_heard": "I did not hear anything."}[detail])
    hand.tap("Type instead")
    assert hand.screen.talk.listening == "idle"


def test_speaking_can_be_stopped_and_heard_again(hand: Hand) -> None:
    ask(hand, "oat milk")
    hand.wait_for("Yes. Fernbrook")
    hand.engine.push(p.Speaking(session=hand.engine.session, on=True))
    hand.tap("Stop speaking")
    hand.until(lambda: len(hand.engine.asked(p.Hush)) == 1)
    hand.engine.push(p.Speaking(session=hand.engine.session, on=False))
    hand.tap("Say it again")
    hand.until(lambda: len(hand.engine.asked(p.Say)) == 1)


def test_thumbs(hand: Hand) -> None:
    ask(hand, "oat milk")
    hand.tap("Bad answer")
    hand.tap("The wrong product")
    hand.until(lambda: len(hand.engine.asked(p.Rate)) == 1)
    rate = hand.engine.asked(p.Rate)[0]
    assert (rate.good, rate.why) == (False, "wrong_product")
    assert rate.turn == hand.screen.talk.turns.rows[1]["turn"]
    hand.wait_for("Thank you.")


def test_a_rude_answer_is_told(hand: Hand) -> None:
    ask(hand, "oat milk")
    hand.tap("Bad answer")
    hand.tap("Rude or offensive")
    hand.until(lambda: [r.why for r in hand.engine.asked(p.Rate)] == ["offensive"])
    hand.wait_for("The store can look at what went wrong")
    assert "Bad answer" not in hand.buttons()


def test_a_rating_that_was_not_taken_can_be_given_again(hand: Hand) -> None:
    hand.engine.script[p.Rate] = lambda _request: p.Failed(id=0, code="unavailable")
    ask(hand, "oat milk")
    hand.tap("Good answer")
    hand.until(lambda: len(hand.engine.asked(p.Rate)) == 1)
    hand.until(lambda: hand.screen.talk.turns.rows[1]["rated"] == "")
    hand.tap("Good answer")
    hand.until(lambda: len(hand.engine.asked(p.Rate)) == 2)


@pytest.mark.parametrize(
    ("tables", "minutes", "words"),
    [
        (["product"], 0, "From the shelf label, just now"),
        (["product", "product", "offer"], 5, "From the shelf label and the current offers, 5 minutes ago"),
        (["hours"], 125, "From the store’s opening hours, 2 hours ago"),
        (["department", "fixture"], 61, "From the store plan, 1 hour ago"),
    ],
)
def test_an_answer_says_where_it_has_its_facts_from(hand: Hand, tables: list[str], minutes: int, words: str) -> None:
    at = (datetime.fromtimestamp(hand.wall.now, UTC) - timedelta(minutes=minutes, seconds=10)).isoformat()
    sources = [{"table": table, "key": str(n), "synced_at": at} for n, table in enumerate(tables)]
    hand.engine.script[p.Ask] = lambda r: hand.engine.answer(r.text, sources=sources)
    ask(hand, "oat milk")
    hand.wait_for(words)


def test_an_answer_without_sources_names_none(hand: Hand) -> None:
    ask(hand, "hello")
    hand.wait_for("Yes. Fernbrook")
    assert not [text for text in hand.texts() if text.startswith("From ")]


def test_where_is_it_shows_the_map(hand: Hand) -> None:
    hand.engine.script[p.Ask] = lambda r: hand.engine.answer(r.text, say="In aisle 3.", show="map")
    ask(hand, "where is it")
    hand.wait_for("You are here")


def test_a_call_made_by_the_assistant_shows_its_state(hand: Hand) -> None:
    def answer(request: p.Ask) -> p.Reply:
        page = hand.engine._call(p.CallStaff(id=0, session=request.session)).page
        return hand.engine.answer(request.text, say="I have called somebody.", products=[], show="staff", page=page)

    hand.engine.script[p.Ask] = answer
    ask(hand, "a real person please")
    hand.wait_for("We have called a member of staff.")


def test_an_answer_that_fails_offers_a_person(hand: Hand) -> None:
    hand.engine.script[p.Ask] = lambda _r: p.Failed(id=0, code="unavailable")
    ask(hand, "anything")
    hand.wait_for("I can’t answer right now.")
    hand.tap("Call a member of staff")
    hand.until(lambda: len(hand.engine.asked(p.CallStaff)) == 1)


def test_control_actions(hand: Hand) -> None:
    hand.engine.script[p.Ask] = lambda r: hand.engine.answer(r.text, say="Larger.", control="text_larger", products=[])
    ask(hand, "larger text please")
    hand.wait_for("Larger.")
    label = next(i for i in hand.items() if i.property("text") == "Larger.")
    assert label.property("font").pixelSize() == 38
    first = hand.engine.session
    hand.engine.script[p.Ask] = lambda r: hand.engine.answer(r.text, control="start_over")
    hand.screen.talk.ask("start over", "typed")
    hand.until(lambda: hand.screen.shopper.session not in ("", first))
    assert hand.page == "home"
    assert hand.screen.talk.turns.count == 0
    assert [r.session for r in hand.engine.asked(p.EndSession)] == [first]


def test_a_list_changed_in_words_is_shown(hand: Hand) -> None:
    def answer(request: p.Ask) -> p.Reply:
        hand.engine.lists.setdefault(request.session, {})[shop.OAT.sku] = [1, False]
        return hand.engine.answer(request.text, say="It is on your list.", intent="list", show="list")

    hand.engine.script[p.Ask] = answer
    ask(hand, "add it to my list")
    hand.until(lambda: hand.screen.shopping.pieces == 1)
    hand.tap("Open my list")
    hand.until(lambda: hand.page == "list")


def test_pushes_of_another_session_are_not_shown(hand: Hand) -> None:
    start(hand)
    hand.engine.push(p.Caption(session="somebody-else", text="secret words"))
    hand.engine.push(p.Answered(session="somebody-else", answer=hand.engine.answer("x", session="somebody-else")))
    hand.engine.push(p.Caption(session=hand.engine.session, text="my words"))
    hand.wait_for("my words")
    assert hand.screen.talk.turns.count == 0


def test_without_a_microphone_it_says_so_and_types(engine: FakeEngine, fonts: None, qapp: object) -> None:
    engine.health.update(microphone="absent", speaker="absent")
    hand = Hand(engine)
    hand.until(lambda: hand.screen.store.online and bool(hand.screen.store.offers))
    hand.wake()
    hand.wait_for("This kiosk works by touch")
    hand.tap("Ask me")
    hand.until(lambda: hand.page == "talk")
    assert not hand.engine.asked(p.Listen)
    assert "Tap to talk" not in hand.buttons()
    hand.screen.talk.ask("oat milk", "typed")
    hand.until(lambda: len(hand.engine.asked(p.Ask)) == 1)
    assert hand.engine.asked(p.Ask)[0].speak is False
    hand.close()


def test_a_voice_that_is_restarting(hand: Hand) -> None:
    hand.wake()
    hand.engine.health.update(stt="down")
    hand.engine.push(p.HealthChanged(parts=hand.engine.parts()))
    hand.wait_for("I can’t hear you just yet.")
    hand.engine.health.update(stt="working")
    hand.engine.push(p.HealthChanged(parts=hand.engine.parts()))
    hand.wait_gone("I can’t hear you just yet")
