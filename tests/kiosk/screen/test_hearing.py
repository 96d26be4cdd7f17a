"""What shoppers see while they talk: captions, the microphone's light, choices, sentences as they come, hints."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtQuick import QQuickItem

from kiosk import protocol as p
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import Hand

CHOICES = ["where is the oat milk", "where is the goat milk", "do you have boat wax"]


def at_talk(hand: Hand) -> str:
    """Awake on the conversation page, the microphone closed. Gives the session."""
    hand.wake()
    hand.tap("Tap to talk")
    hand.tap("Cancel")
    hand.until(lambda: hand.screen.talk.listening == "idle")
    return hand.engine.session


def listening(hand: Hand, state: str = "listening", **fields: object) -> None:
    hand.engine.push(p.Listening(session=hand.engine.session, state=state, **fields))


def until_listening(hand: Hand, state: str) -> None:
    hand.until(lambda: hand.screen.talk.listening == state, f"listening is {state}")


def asked_slowly(hand: Hand, words: str = "what do I need for pancakes") -> int:
    """A question whose answer is still on its way. Gives the request's id."""
    hand.engine.script[p.Ask] = lambda _r: None
    before = len(hand.engine.asked(p.Ask))
    hand.screen.talk.ask(words, "typed")
    hand.until(lambda: len(hand.engine.asked(p.Ask)) == before + 1)
    return hand.engine.asked(p.Ask)[-1].id


def sentence(hand: Hand, asked: int, number: int, text: str) -> None:
    hand.engine.push(p.Sentence(session=hand.engine.session, asked=asked, number=number, text=text))


def said(hand: Hand) -> list[tuple[str, str]]:
    return [(row["who"], row["text"]) for row in hand.screen.talk.turns.rows]


def light(hand: Hand) -> QQuickItem | None:
    return next(iter(hand.of_kind("HearingLight")), None)


# --- sentences ------------------------------------------------------------------------------------------------------


def test_an_answer_grows_sentence_by_sentence_and_the_whole_takes_its_place(hand: Hand) -> None:
    at_talk(hand)
    asked = asked_slowly(hand)
    assert hand.engine.asked(p.Ask)[-1].stream is True
    sentence(hand, asked, 1, "You need flour.")
    hand.wait_for("You need flour. …")
    sentence(hand, asked, 2, "And eggs.")
    hand.wait_for("You need flour. And eggs. …")
    assert hand.screen.talk.thinking
    assert [who for who, _ in said(hand)] == ["shopper", "assistant"]
    whole = "You need flour. And eggs. Both are in aisle 6."
    hand.engine.push_raw(p.encode(msgspec.structs.replace(hand.engine.answer("x", say=whole), id=asked)))
    hand.wait_for(whole)
    assert said(hand) == [("shopper", "what do I need for pancakes"), ("assistant", whole)]
    assert not hand.screen.talk.thinking
    assert not hand.sees("…")
    assert hand.sees("Anything cheaper?")


def test_sentences_that_belong_to_no_question_are_not_shown(hand: Hand) -> None:
    session = at_talk(hand)
    asked = asked_slowly(hand)
    sentence(hand, asked + 1000, 1, "somebody else's")
    sentence(hand, 0, 1, "nobody spoke")
    sentence(hand, asked, 2, "came too early")
    hand.engine.push(p.Sentence(session="another", asked=asked, number=1, text="another visit"))
    sentence(hand, asked, 1, "Right.")
    sentence(hand, asked, 1, "told twice")
    hand.wait_for("Right. …")
    hand.settle()
    assert said(hand)[1:] == [("assistant", "Right.")]
    hand.screen.shopper.startOver()
    hand.until(lambda: hand.screen.shopper.session not in ("", session))
    sentence(hand, asked, 2, "of the visit before")
    hand.settle()
    assert said(hand) == []


def test_an_answer_that_fails_half_way_keeps_what_was_said(hand: Hand) -> None:
    at_talk(hand)
    asked = asked_slowly(hand)
    sentence(hand, asked, 1, "You need flour.")
    hand.wait_for("You need flour. …")
    hand.engine.push_raw(p.encode(p.Failed(id=asked, code="unavailable")))
    hand.wait_for("I can’t answer right now.")
    sentence(hand, asked, 2, "late words")
    hand.settle()
    assert said(hand)[1:] == [("assistant", "You need flour."), ("trouble", "unavailable")]
    assert not hand.sees("flour. …")


def test_two_questions_on_their_way_keep_their_own_answers(hand: Hand) -> None:
    at_talk(hand)
    first, second = asked_slowly(hand, "one"), asked_slowly(hand, "two")
    sentence(hand, second, 1, "Answer two.")
    sentence(hand, first, 1, "Answer one.")
    hand.wait_for("Answer one. …")
    hand.engine.push_raw(
        p.encode(msgspec.structs.replace(hand.engine.answer("one", say="Answer one, whole."), id=first))
    )
    hand.wait_for("Answer one, whole.")
    assert [text for _, text in said(hand)] == ["one", "two", "Answer two.", "Answer one, whole."]
    assert hand.screen.talk.thinking


def test_the_answer_to_a_spoken_question_grows_too(hand: Hand) -> None:
    session = at_talk(hand)
    hand.tap("Tap to talk")
    hand.until(lambda: hand.engine.asked(p.Listen)[-1].stream)
    listening(hand)
    listening(hand, "thinking")
    hand.engine.push(p.Caption(session=session, text="and for waffles", final=True))
    sentence(hand, 0, 1, "For waffles too.")
    hand.wait_for("For waffles too. …")
    hand.engine.push(p.Answered(session=session, answer=hand.engine.answer("x", say="For waffles too. In aisle 6.")))
    hand.wait_for("For waffles too. In aisle 6.")
    assert [who for who, _ in said(hand)] == ["shopper", "assistant"]


def test_hostile_sentences_are_plain_and_bounded(hand: Hand) -> None:
    at_talk(hand)
    asked = asked_slowly(hand)
    sentence(hand, asked, 1, "<b>bold</b>\x00 " + "long " * 5000)
    hand.until(lambda: len(said(hand)) == 2)
    text = said(hand)[1][1]
    assert text.startswith("<b>bold</b> long")
    assert len(text) <= 4000


# --- captions and the light -----------------------------------------------------------------------------------------


def test_on_every_page_one_can_tap_to_talk_and_tap_to_stop(hand: Hand) -> None:
    hand.wake()
    pages = []
    for way in ("Home", "My list", "Call staff", "Search the store", "Store map"):
        hand.tap("Home")
        if way != "Home":
            hand.tap(way)
        pages.append(hand.page)
        listens = len(hand.engine.asked(p.Listen))
        hand.tap("Tap to talk")
        hand.until(lambda before=listens: len(hand.engine.asked(p.Listen)) == before + 1)
        listening(hand)
        until_listening(hand, "listening")
        stops = len(hand.engine.asked(p.StopListening))
        hand.tap("Tap to stop")
        hand.until(lambda before=stops: len(hand.engine.asked(p.StopListening)) == before + 1)
        assert not hand.engine.asked(p.StopListening)[-1].cancel
        listening(hand, "idle")
        until_listening(hand, "idle")
    assert pages == ["home", "list", "staff", "search", "map"]


def test_captions_on_a_page_beside_the_conversation(hand: Hand) -> None:
    """Who cuts in while looking at something else sees their words there, and their question where its answer comes."""
    hand.wake()
    session = hand.engine.session
    hand.tap("My list")
    listening(hand, level=0.5)
    hand.wait_for("I am listening")
    hand.engine.push(p.Caption(session=session, text="where is"))
    hand.wait_for("where is")
    assert hand.page == "list"
    hand.tap("Cancel")
    hand.until(lambda: [r.cancel for r in hand.engine.asked(p.StopListening)] == [True])
    hand.wait_gone("where is")
    listening(hand)
    hand.engine.push(p.Caption(session=session, text="where is bread"))
    listening(hand, "thinking")
    hand.engine.push(p.Caption(session=session, text="Where is the bread?", final=True))
    hand.until(lambda: hand.page == "talk")
    assert said(hand) == [("shopper", "Where is the bread?")]


def test_words_stay_in_sight_until_they_are_in_the_conversation(hand: Hand) -> None:
    session = at_talk(hand)
    listening(hand)
    hand.engine.push(p.Caption(session=session, text="do you have oat"))
    listening(hand, "thinking")
    hand.until(lambda: hand.screen.talk.thinking)
    hand.wait_for("do you have oat")
    assert "Cancel" not in hand.buttons()


def test_the_light_is_bright_while_listening_dim_while_one_may_cut_in_and_off_else(hand: Hand) -> None:
    session = at_talk(hand)
    theme = hand.screen.engine.singletonInstance("theme", "Theme")
    assert light(hand) is None
    hand.engine.push(p.Speaking(session=session, on=True))
    hand.until(lambda: hand.screen.talk.speaking)
    assert light(hand) is None, "the kiosk speaks, and hears nobody"
    listening(hand, "open")
    hand.wait_for("You can speak")
    assert live(hand, theme) == []
    assert not hand.screen.talk.level
    listening(hand, level=0.1)
    hand.wait_for("Listening")
    assert len(live(hand, theme)) == 1
    quiet = halo(hand, theme)
    listening(hand, level=0.9)
    hand.until(lambda: halo(hand, theme) > quiet, "the halo grows")
    shown = light(hand)
    assert shown is not None
    assert QAccessible.queryAccessibleInterface(shown).text(QAccessible.Text.Name) == "Listening"
    listening(hand, "idle")
    hand.until(lambda: light(hand) is None)


def coloured(hand: Hand, theme: object, name: str) -> list[QQuickItem]:
    wanted = QColor(theme.property(name))  # type: ignore[attr-defined]
    found = light(hand)
    return [i for i in hand.items(found) if i.property("color") == wanted] if found else []


def live(hand: Hand, theme: object) -> list[QQuickItem]:
    return coloured(hand, theme, "live")


def halo(hand: Hand, theme: object) -> float:
    return max(item.width() for item in coloured(hand, theme, "liveHalo"))


def test_a_tap_stops_the_speech_on_every_page(hand: Hand) -> None:
    hand.engine.script[p.Ask] = lambda r: hand.engine.answer(r.text, say="It is in aisle 3.")
    session = at_talk(hand)
    hand.screen.talk.ask("oat milk", "typed")
    hand.wait_for("It is in aisle 3.")
    hand.engine.push(p.Speaking(session=session, on=True))
    listening(hand, "open")
    hand.wait_for("You can speak")
    hand.tap("Stop speaking")
    hand.until(lambda: len(hand.engine.asked(p.Hush)) == 1)
    hand.tap("My list")
    hand.until(lambda: hand.page == "list")
    hand.wait_for("It is in aisle 3.")
    assert hand.sees("You can speak")
    hand.tap("Stop speaking")
    hand.until(lambda: len(hand.engine.asked(p.Hush)) == 2)
    hand.engine.push(p.Speaking(session=session, on=False))
    listening(hand, "idle")
    hand.wait_gone("It is in aisle 3.")


def test_a_tap_on_the_microphone_cuts_in(hand: Hand) -> None:
    session = at_talk(hand)
    hand.engine.push(p.Speaking(session=session, on=True))
    listening(hand, "open")
    hand.wait_for("You can speak")
    listens = len(hand.engine.asked(p.Listen))
    hand.tap("Tap to talk")
    hand.until(lambda: len(hand.engine.asked(p.Listen)) == listens + 1)
    listening(hand, "idle")  # the end of what was open before
    listening(hand)
    until_listening(hand, "listening")


def test_a_tap_before_the_microphone_is_open_takes_it_back(hand: Hand) -> None:
    hand.wake()
    hand.tap("Tap to talk")
    hand.wait_for("One moment …")
    hand.tap("Tap to stop")
    hand.until(lambda: [r.cancel for r in hand.engine.asked(p.StopListening)] == [True])
    assert hand.screen.talk.listening == "idle"


def test_a_microphone_that_opens_after_it_was_taken_back_is_closed(hand: Hand) -> None:
    hand.engine.script[p.Listen] = lambda _r: None
    hand.wake()
    hand.tap("Tap to talk")
    hand.tap("Cancel")
    hand.until(lambda: len(hand.engine.asked(p.StopListening)) == 1)
    listening(hand)
    hand.until(lambda: [r.cancel for r in hand.engine.asked(p.StopListening)] == [True, True])
    assert hand.screen.talk.listening == "idle"


# --- did you say ----------------------------------------------------------------------------------------------------


def unsure(hand: Hand, choices: list[str] | None = None) -> None:
    """The engine heard something and asks back."""
    at_talk(hand)
    hand.tap("Tap to talk")
    listening(hand)
    listening(hand, "thinking")
    hand.engine.push(p.DidYouSay(session=hand.engine.session, choices=CHOICES if choices is None else choices))
    listening(hand, "idle")


def test_what_may_have_been_said_is_tapped_and_asked(hand: Hand) -> None:
    unsure(hand)
    hand.wait_for("Did you say one of these?")
    for choice in CHOICES:
        assert hand.button(choice).height() >= 112
    hand.engine.push(p.Speaking(session=hand.engine.session, on=True))
    hand.until(lambda: hand.screen.talk.speaking)
    hand.tap("where is the goat milk")
    hand.wait_for("Yes. Fernbrook")
    asked = hand.engine.asked(p.Ask)[-1]
    assert (asked.text, asked.via) == ("where is the goat milk", "tapped")
    assert len(hand.engine.asked(p.Hush)) == 1, "the question back is no longer said"
    assert "None of these" not in hand.buttons()
    assert [who for who, _ in said(hand)] == ["unsure", "shopper", "assistant"]


def test_choices_stay_while_the_kiosk_listens_for_one_and_go_when_it_is_said(hand: Hand) -> None:
    unsure(hand, ["where is the oat milk", "where is the goat milk"])
    hand.wait_for("Did you say “where is the oat milk” or “where is the goat milk”?")
    listening(hand)
    hand.wait_for("Say which one, or tap it.")
    assert hand.button("where is the oat milk")
    listening(hand, "idle", detail="nothing_heard")
    until_listening(hand, "idle")
    assert hand.button("where is the oat milk"), "silence settles nothing"
    listening(hand)
    listening(hand, "thinking")
    hand.engine.push(p.Caption(session=hand.engine.session, text="where is the oat milk", final=True))
    hand.until(lambda: "None of these" not in hand.buttons())
    assert said(hand)[-1] == ("shopper", "where is the oat milk")


def test_none_of_these_listens_again(hand: Hand) -> None:
    unsure(hand)
    listens = len(hand.engine.asked(p.Listen))
    hand.tap("None of these")
    hand.until(lambda: len(hand.engine.asked(p.Listen)) == listens + 1)
    assert "None of these" not in hand.buttons()
    listening(hand)
    hand.wait_for("Please say it once more.")


def test_none_of_these_while_it_listens_begins_anew(hand: Hand) -> None:
    unsure(hand)
    listening(hand)
    hand.wait_for("Say which one")
    listens = len(hand.engine.asked(p.Listen))
    hand.tap("None of these")
    hand.until(lambda: len(hand.engine.asked(p.Listen)) == listens + 1)
    assert [r.cancel for r in hand.engine.asked(p.StopListening)][-1] is True
    listening(hand, "idle")
    hand.settle()
    assert hand.screen.talk.listening == "opening", "that was the end of the listening before"


def test_none_of_these_said_aloud(hand: Hand) -> None:
    unsure(hand)
    listening(hand)
    listening(hand, "thinking")
    listening(hand, "idle")
    hand.until(lambda: "None of these" not in hand.buttons())
    hand.wait_for("Please say it once more, or type it.")
    listening(hand)
    hand.wait_for("Please say it once more.")


def test_none_of_these_can_be_typed(hand: Hand) -> None:
    unsure(hand)
    hand.tap("Type it instead")
    hand.until(lambda: bool(hand.field().property("activeFocus")))
    assert "Type it instead" not in hand.buttons()
    hand.key("q")


def test_without_a_microphone_none_of_these_types(hand: Hand) -> None:
    unsure(hand, ["where is the oat milk"])
    hand.engine.health.update(microphone="absent")
    hand.engine.push(p.HealthChanged(parts=hand.engine.parts()))
    hand.until(lambda: "Type it instead" not in hand.buttons())
    hand.tap("No, something else")
    hand.until(lambda: bool(hand.field().property("activeFocus")))


def test_choices_asked_back_elsewhere_bring_the_conversation(hand: Hand) -> None:
    hand.wake()
    hand.tap("My list")
    hand.engine.push(p.DidYouSay(session=hand.engine.session, choices=CHOICES))
    hand.until(lambda: hand.page == "talk")
    assert hand.button(CHOICES[0])


@pytest.mark.parametrize("choices", [[], ["", "  ", "\x00"]])
def test_choices_of_nothing_are_not_shown(hand: Hand, choices: list[str]) -> None:
    unsure(hand, choices)
    until_listening(hand, "idle")
    hand.settle()
    assert said(hand) == []


def test_choices_are_few_different_and_bounded(hand: Hand) -> None:
    unsure(hand, ["<b>oat</b>", "<b>oat</b>", "x" * 10_000, "milk", "bread"])
    hand.wait_for("Did you say one of these?")
    row = hand.screen.talk.turns.rows[-1]
    assert row["choices"] == ["<b>oat</b>", "x" * 500, "milk"]


def test_newer_choices_take_the_place_of_older_ones(hand: Hand) -> None:
    unsure(hand, ["one thing"])
    hand.engine.push(p.DidYouSay(session=hand.engine.session, choices=["another thing"]))
    hand.until(lambda: hand.screen.talk.turns.count == 2)
    hand.settle()
    assert "another thing" in hand.buttons()
    assert "one thing" not in hand.buttons()


# --- hints ----------------------------------------------------------------------------------------------------------

HINTS = {
    "too_loud": "A little further away, please.",
    "nothing_heard": "I did not hear anything.",
    "microphone": "I can’t hear at the moment. You can type, or call a person.",
    "recogniser": "Sorry, I lost what you said.",
    "no_session": "Sorry, I could not hear you.",
    "what is this": "Sorry, I could not hear you.",
}


@pytest.mark.parametrize("detail", HINTS)
def test_why_it_did_not_hear_in_kind_words_and_how_to_go_on(hand: Hand, detail: str) -> None:
    at_talk(hand)
    listening(hand)
    listening(hand, "idle" if detail in ("too_loud", "nothing_heard") else "failed", detail=detail)
    hand.wait_for(HINTS[detail])
    assert detail not in hand.texts()
    listens = len(hand.engine.asked(p.Listen))
    hand.tap("Try again")
    hand.until(lambda: len(hand.engine.asked(p.Listen)) == listens + 1)
    hand.wait_gone(HINTS[detail])


def test_a_hint_on_another_page_goes_when_it_was_seen(hand: Hand) -> None:
    hand.wake()
    hand.tap("My list")
    listening(hand, "failed", detail="recogniser")
    hand.wait_for(HINTS["recogniser"])
    hand.tap("Close")
    hand.wait_gone(HINTS["recogniser"])
    assert hand.page == "list"


def test_a_microphone_that_is_pulled_out_leaves_typing_and_a_person(hand: Hand) -> None:
    at_talk(hand)
    listening(hand)
    until_listening(hand, "listening")
    listening(hand, "failed", detail="microphone")
    hand.engine.health.update(microphone="absent")
    hand.engine.push(p.HealthChanged(parts=hand.engine.parts()))
    hand.wait_for(HINTS["microphone"])
    hand.until(lambda: "Try again" not in hand.buttons())
    hand.tap("Call a person")
    hand.until(lambda: hand.page == "staff")
    assert hand.sees(HINTS["microphone"]), "the line above every page"
    hand.engine.health.update(microphone="working")
    hand.engine.push(p.HealthChanged(parts=hand.engine.parts()))
    hand.until(lambda: "Tap to talk" in hand.buttons())


def test_a_language_that_can_be_read_but_not_heard(hand: Hand) -> None:
    at_talk(hand)
    listening(hand, detail="language")
    hand.wait_for("I read your language, but I do not hear it here.")
    listening(hand, level=0.3)
    hand.until(lambda: hand.screen.talk.level > 0)
    assert hand.sees("I read your language, but I do not hear it here."), "a level says nothing of it"
    listening(hand, "idle")
    until_listening(hand, "idle")
    hand.tap("Tap to talk")
    listening(hand)
    hand.wait_for("I am listening …")


def test_a_kiosk_that_cannot_listen_yet(hand: Hand) -> None:
    hand.engine.script[p.Listen] = lambda _r: p.Failed(id=0, code="unavailable")
    hand.wake()
    hand.tap("Tap to talk")
    hand.wait_for("I can’t listen just yet.")
    hand.tap("Type instead")
    hand.until(lambda: bool(hand.field().property("activeFocus")))


# --- wake word and greeting -----------------------------------------------------------------------------------------


def test_the_wake_word_begins_a_visit_that_listens(hand: Hand) -> None:
    assert hand.sees("Touch to start")
    hand.engine.push(p.Woken())
    hand.until(lambda: len(hand.engine.asked(p.Listen)) == 1)
    hand.wait_gone("Touch to start")
    assert hand.page == "talk"
    assert [r.greet for r in hand.engine.asked(p.StartSession)] == [False], "it listens, so it does not talk"
    listening(hand)
    hand.wait_for("I am listening")
    assert hand.sees("Automated, not a person")
    assert hand.sees("I am an automated assistant; nothing you say is recorded.")


def test_the_wake_word_in_a_visit_listens(hand: Hand) -> None:
    hand.wake()
    hand.tap("My list")
    session = hand.screen.shopper.session
    hand.clock.now += 50
    hand.wait_for("Are you still there?")
    hand.engine.push(p.Woken())
    hand.until(lambda: len(hand.engine.asked(p.Listen)) == 1)
    hand.wait_gone("Are you still there?")
    assert hand.page == "talk"
    assert hand.screen.shopper.session == session
    hand.engine.push(p.Woken())
    hand.settle()
    assert len(hand.engine.asked(p.Listen)) == 1, "it listens already"


def test_a_first_touch_is_greeted_and_the_greeting_can_be_read_and_stopped(hand: Hand) -> None:
    assert hand.sees("I am an automated assistant")
    hand.wake()
    assert [r.greet for r in hand.engine.asked(p.StartSession)] == [True]
    hand.engine.push(p.Speaking(session=hand.engine.session, on=True))
    hand.wait_for("Hello, I am an automated assistant. Ask me where something is")
    hand.tap("Stop speaking")
    hand.until(lambda: len(hand.engine.asked(p.Hush)) == 1)


def test_before_the_first_exchange_it_says_what_it_is_on_every_way_to_it(hand: Hand) -> None:
    hand.wake()
    assert hand.sees("I am an automated assistant.")
    hand.tap("Tap to talk")
    hand.until(lambda: hand.page == "talk")
    hand.wait_for("I am an automated assistant; nothing you say is recorded.")
    hand.tap("Cancel")
    hand.wait_for("I am an automated assistant; nothing you say is recorded.")
    assert hand.sees("Automated, not a person")


# --- again, louder, quieter -----------------------------------------------------------------------------------------


def test_louder_and_quieter_are_asked_for_by_touch(hand: Hand) -> None:
    at_talk(hand)
    hand.screen.talk.ask("oat milk", "typed")
    hand.tap("Louder")
    hand.until(lambda: [r.text for r in hand.engine.asked(p.Ask)] == ["oat milk", "Louder"])
    hand.tap("Quieter")
    hand.until(lambda: hand.engine.asked(p.Ask)[-1].text == "Quieter")


def test_again_means_the_last_real_answer(hand: Hand) -> None:
    hand.engine.script[p.Ask] = lambda r: (
        hand.engine.answer(r.text, say="Is this better?", intent="control", control="louder", products=[])
        if r.text == "Louder"
        else hand.engine.answer(r.text, say="In aisle 3.")
    )
    at_talk(hand)
    hand.screen.talk.ask("oat milk", "typed")
    hand.tap("Say it again")
    hand.until(lambda: len(hand.engine.asked(p.Say)) == 1)
    hand.tap("Louder")
    hand.wait_for("Is this better?")
    hand.tap("Say it again")
    hand.until(lambda: len(hand.engine.asked(p.Say)) == 2)
    first, again = hand.engine.asked(p.Say)
    assert first.turn == again.turn != ""
    assert first.text == again.text == "In aisle 3."


def test_an_engine_that_dies_in_mid_sentence(hand: Hand, engine: FakeEngine) -> None:
    session = at_talk(hand)
    hand.tap("Tap to talk")
    listening(hand)
    listening(hand, "thinking")
    engine.push(p.Caption(session=session, text="and for waffles", final=True))
    sentence(hand, 0, 1, "For waffles")
    hand.wait_for("For waffles …")
    engine.stop()
    until_listening(hand, "failed")
    hand.wait_gone("For waffles …")
    assert said(hand)[-1] == ("assistant", "For waffles")
    assert not hand.screen.talk.busy
