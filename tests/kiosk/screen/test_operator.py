"""The operator's page: who gets in, what is done there, and how it is left."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk import protocol as p
from kiosk.screen import operator
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import Hand, until

PIN = "270918"
TICKET = "t1"
FIRST = p.OperatorReply(
    id=0, version="0.2.0", kiosk="Kiosk 1", place="at the entrance", started_at="2026-11-21T07:00:00+00:00",
    parts=[
        p.PartHealth(name="catalog", state="working", detail="version 7, 412 products"),
        p.PartHealth(name="speaker", state="absent", detail="none found"),
        p.PartHealth(name="stt", state="down", detail="ended with code 1, starting again"),
    ],
    restarts=["stt", "staff", "screen", "engine"], catalog_version="7", catalog_synced_at="2026-11-20T07:00:00+00:00",
    catalog_age_s=111_600,
    products=412, hq_reached=None, volume=1.0, languages=["en", "es", "de"], chosen_languages=["en", "es"], look="",
    places=[p.ExportPlace(path="/media/STICK", name="STICK"), p.ExportPlace(path="/data/exports", name="")],
    disk_free=12_300_000_000, phones=2, inviting=False,
)  # fmt: skip

INVITED = p.OperatorInvited(
    id=0, code=p.Code(rows=["1" * 29] * 29), address="https://192.168.1.5:8765/join", typed="ABCD-EFGH-JKMN",
    lasts_s=600, fingerprint="AB:" * 31 + "AB",
)  # fmt: skip


class Office:
    """What the engine does for an operator."""

    def __init__(self, engine: FakeEngine) -> None:
        self.engine = engine
        self.kiosk = FIRST
        self.ticket = TICKET
        self.pins: list[str] = []
        self.refusal = p.OperatorRefused(id=0, why="wrong", wait_s=0)
        engine.script[p.OperatorOpen] = self.open
        engine.script[p.OperatorLook] = self.guarded(lambda _: self.kiosk)
        engine.script[p.OperatorChoose] = self.guarded(self.choose)
        engine.script[p.OperatorExport] = self.guarded(lambda r: p.OperatorExported(id=0, path=f"{r.path}/logs.zip"))
        engine.script[p.OperatorInvite] = self.guarded(self.invite)
        for kind in (p.OperatorRestart, p.OperatorExit, p.OperatorClose):
            engine.script[kind] = self.guarded(lambda _: p.Done(id=0))

    def open(self, request: p.OperatorOpen) -> p.Reply:
        self.pins.append(request.pin)
        return p.OperatorOpened(id=0, ticket=self.ticket) if request.pin == PIN else self.refusal

    def guarded(self, answer: Any) -> Any:
        return lambda r: answer(r) if r.ticket == self.ticket else p.Failed(id=0, code="refused")

    def choose(self, request: p.OperatorChoose) -> p.Reply:
        given = {"volume": request.volume, "chosen_languages": request.languages, "look": request.look}
        self.kiosk = msgspec.structs.replace(self.kiosk, **{k: v for k, v in given.items() if v is not None})
        return p.Done(id=0)

    def invite(self, request: p.OperatorInvite) -> p.Reply:
        self.kiosk = msgspec.structs.replace(self.kiosk, inviting=True)
        return INVITED


@pytest.fixture
def office(engine: FakeEngine) -> Office:
    return Office(engine)


@pytest.fixture
def ends(hand: Hand) -> list[int]:
    codes: list[int] = []
    hand.screen.operator.ended.connect(codes.append)
    return codes


def corner(hand: Hand) -> QPointF:
    return QPointF(hand.window.width() - 20, 20)


def hold(hand: Hand) -> None:
    """Press the corner for as long as it takes."""
    hand.screen.operator.hold.setInterval(50)
    spot = corner(hand).toPoint()
    QTest.touchEvent(hand.window, hand._device).press(0, spot, hand.window).commit()
    hand.wait_for("For the operator of this kiosk")
    QTest.touchEvent(hand.window, hand._device).release(0, spot, hand.window).commit()
    hand.settle(20)


def give(hand: Hand, pin: str) -> None:
    for digit in pin:
        hand.tap(digit)
    hand.tap("OK")


def enter(hand: Hand, office: Office) -> None:
    hold(hand)
    give(hand, PIN)
    hand.wait_for("Kiosk 1")


# --- the way in -------------------------------------------------------------------------------------------------------


def test_holding_the_corner_asks_for_the_pin_and_wakes_nobody(hand: Hand, office: Office) -> None:
    hold(hand)
    assert not hand.screen.shopper.here
    assert hand.engine.asked(p.StartSession) == []


def test_it_takes_three_seconds() -> None:
    assert operator.HOLD_MS == 3000


def test_a_tap_in_the_corner_does_not_count(hand: Hand, office: Office) -> None:
    hand.tap_at(corner(hand))
    assert not hand.screen.operator.hold.isActive()
    hand.until(lambda: hand.screen.shopper.here, "woken as by any touch")


def test_a_finger_that_leaves_the_corner_does_not_count(hand: Hand, office: Office) -> None:
    spot = corner(hand).toPoint()
    QTest.touchEvent(hand.window, hand._device).press(0, spot, hand.window).commit()
    assert hand.screen.operator.hold.isActive()
    away = spot + QPointF(-400, 300).toPoint()
    QTest.touchEvent(hand.window, hand._device).move(0, away, hand.window).commit()
    assert not hand.screen.operator.hold.isActive()
    QTest.touchEvent(hand.window, hand._device).release(0, away, hand.window).commit()


def test_holding_elsewhere_does_not_count(hand: Hand, office: Office) -> None:
    spot = QPointF(200, 900).toPoint()
    QTest.touchEvent(hand.window, hand._device).press(0, spot, hand.window).commit()
    assert not hand.screen.operator.hold.isActive()
    QTest.touchEvent(hand.window, hand._device).release(0, spot, hand.window).commit()


def test_two_fingers_of_which_one_is_elsewhere_do_not_count(hand: Hand, office: Office) -> None:
    touch = QTest.touchEvent(hand.window, hand._device)
    touch.press(0, corner(hand).toPoint(), hand.window)
    touch.press(1, QPointF(200, 900).toPoint(), hand.window)
    touch.commit()
    assert not hand.screen.operator.hold.isActive()


def test_the_keys_open_it_too_and_a_keyboard_gives_the_pin(hand: Hand, office: Office) -> None:
    chord = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(hand.window, Qt.Key.Key_O, chord)
    hand.wait_for("For the operator of this kiosk")
    for digit in PIN:
        QTest.keyClick(hand.window, digit, Qt.KeyboardModifier.NoModifier, 40)
    QTest.keyClick(hand.window, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 40)
    hand.wait_for("Kiosk 1")
    assert office.pins == [PIN]


def test_a_visit_ends_when_the_operator_comes(hand: Hand, office: Office) -> None:
    hand.wake()
    hold(hand)
    assert not hand.screen.shopper.here
    until(lambda: len(hand.engine.asked(p.EndSession)) == 1)


# --- the PIN ----------------------------------------------------------------------------------------------------------


def test_nothing_of_the_shoppers_can_be_reached_below_it(hand: Hand, office: Office) -> None:
    hold(hand)
    for x in (100, 300, 540, 760, 980):
        for y in (700, 1400, 1880):
            hand.tap_at(QPointF(x, y))
    hand.settle()
    assert not hand.screen.shopper.here
    assert hand.page == "home"
    assert hand.engine.asked(p.StartSession) == []


def test_a_wrong_pin_opens_nothing(hand: Hand, office: Office) -> None:
    hold(hand)
    give(hand, "000001")
    hand.wait_for("That is not the PIN.")
    assert not hand.screen.operator.property("inside")
    assert hand.engine.asked(p.OperatorLook) == []


def test_a_wait_is_counted_down_and_nothing_can_be_tried_meanwhile(hand: Hand, office: Office) -> None:
    office.refusal = p.OperatorRefused(id=0, why="wait", wait_s=30)
    hold(hand)
    give(hand, "000001")
    hand.wait_for("Too many wrong PINs. Try again in 30 s.")
    hand.tap("1")
    assert not hand.button("OK").isEnabled()
    hand.clock.now += 10
    hand.wait_for("Try again in 20 s.")
    hand.clock.now += 21
    hand.until(lambda: hand.button("OK").isEnabled(), "a new try")


def test_without_a_pin_it_says_how_to_set_one(hand: Hand, office: Office) -> None:
    office.refusal = p.OperatorRefused(id=0, why="unset", wait_s=0)
    hold(hand)
    give(hand, PIN[:-1])
    hand.wait_for("aislewise operator pin")


def test_the_pin_itself_is_never_on_the_screen(hand: Hand, office: Office) -> None:
    hold(hand)
    for digit in PIN:
        hand.tap(digit)
    assert not hand.sees(PIN)
    labels = [QAccessible.queryAccessibleInterface(item) for item in hand.items()]
    assert not any(PIN in label.text(QAccessible.Text.Name) for label in labels if label is not None)


# --- inside -----------------------------------------------------------------------------------------------------------


def test_it_shows_how_the_kiosk_is(hand: Hand, office: Office) -> None:
    enter(hand, office)
    for words in ("Kiosk 1 · at the entrance", "12.3 GB free", "version 7, 412 products", "Recogniser", "is down"):
        assert any(words in str(item.property("text")) for item in hand.items()), words


def test_volume_languages_and_look_are_chosen(hand: Hand, office: Office) -> None:
    enter(hand, office)
    hand.tap("Louder")
    hand.until(lambda: office.kiosk.volume > 1.4)
    hand.tap("Deutsch")
    hand.until(lambda: office.kiosk.chosen_languages == ["en", "es", "de"])
    hand.tap("English")
    hand.until(lambda: office.kiosk.chosen_languages == ["es", "de"])
    hellos = len(hand.engine.asked(p.Hello))
    hand.tap("Dark")
    hand.until(lambda: office.kiosk.look == "dark")
    until(lambda: len(hand.engine.asked(p.Hello)) > hellos)
    hand.wait_for("Kept.")


def test_the_last_language_stays(hand: Hand, office: Office) -> None:
    office.kiosk = msgspec.structs.replace(FIRST, chosen_languages=["de"])
    enter(hand, office)
    assert not hand.button("Deutsch").isEnabled()


def test_the_look_is_that_of_the_next_visit(hand: Hand, office: Office) -> None:
    hand.engine.script[p.Hello] = lambda r: msgspec.structs.replace(hand.engine._default(r), look="dark")
    theme = hand.screen.engine.singletonInstance("theme", "Theme")
    hand.screen.store.greet()
    hand.until(lambda: theme.property("look") == "dark")


def test_a_part_is_started_again(hand: Hand, office: Office, ends: list[int]) -> None:
    enter(hand, office)
    hand.tap("Recogniser")
    hand.wait_for("Recogniser is being started again.")
    assert [r.part for r in hand.engine.asked(p.OperatorRestart)] == ["stt"]
    assert ends == []


def test_the_screen_ends_to_be_started_again(hand: Hand, office: Office, ends: list[int]) -> None:
    enter(hand, office)
    hand.tap("Screen")
    hand.until(lambda: ends == [operator.START_AGAIN])


def test_logs_go_to_the_stick(hand: Hand, office: Office) -> None:
    enter(hand, office)
    hand.tap("To the stick STICK")
    hand.wait_for("The logs are in /media/STICK/logs.zip")


def test_a_code_lets_a_phone_in(hand: Hand, office: Office) -> None:
    enter(hand, office)
    hand.tap("Show a code for a phone")
    hand.wait_for("ABCD-EFGH-JKMN")
    hand.wait_for("Without a camera, open https://192.168.1.5:8765/join and type")
    hand.wait_for("for 10 more minutes")
    assert any(code.property("rows") == ["1" * 29] * 29 for code in hand.of_kind("QrCode"))
    office.kiosk = msgspec.structs.replace(office.kiosk, inviting=False, phones=3)
    hand.screen.operator._look()
    hand.wait_for("A phone was let in.")
    hand.wait_for("3 phones may sign in.")
    assert hand.screen.operator.invitation == {}


def test_a_code_is_shown_no_longer_than_it_is_good_for(hand: Hand, office: Office) -> None:
    enter(hand, office)
    hand.tap("Show a code for a phone")
    hand.wait_for("ABCD-EFGH-JKMN")
    for _ in range(5):
        hand.clock.now += 119
        hand.screen.operator._last = hand.clock.now
        hand.screen.operator.check()
    hand.wait_for("for 1 more minute.")
    hand.clock.now += 6
    hand.screen.operator.check()
    assert hand.screen.operator.invitation == {}


def test_the_page_stays_longer_while_hands_are_on_the_phone(hand: Hand, office: Office) -> None:
    enter(hand, office)
    hand.tap("Show a code for a phone")
    hand.wait_for("ABCD-EFGH-JKMN")
    hand.clock.now += operator.AWAY_S + 60
    hand.screen.operator.check()
    assert hand.screen.operator.up
    hand.screen.operator.uninvite()
    hand.screen.operator.check()
    assert not hand.screen.operator.up


def test_what_fails_is_told(hand: Hand, office: Office) -> None:
    enter(hand, office)
    hand.engine.script[p.OperatorExport] = lambda r: p.Failed(id=0, code="unavailable", detail="the stick is full")
    hand.tap("To the stick STICK")
    hand.wait_for("That did not work: the stick is full")


def test_closing_the_kiosk_is_asked_twice(hand: Hand, office: Office, ends: list[int]) -> None:
    enter(hand, office)
    hand.tap("Close Aislewise …")
    assert ends == []
    hand.tap("Close Aislewise now")
    hand.until(lambda: ends == [0])
    assert len(hand.engine.asked(p.OperatorExit)) == 1


def test_without_the_engines_word_nothing_ends(hand: Hand, office: Office, ends: list[int]) -> None:
    enter(hand, office)
    office.ticket = "another"
    hand.tap("Close Aislewise …")
    hand.tap("Close Aislewise now")
    hand.wait_for("For the operator of this kiosk")
    assert ends == []


# --- the way out ------------------------------------------------------------------------------------------------------


def test_going_back_ends_the_ticket_and_forgets(hand: Hand, office: Office) -> None:
    enter(hand, office)
    hand.tap("Back")
    hand.wait_for("Touch to start")
    until(lambda: [r.ticket for r in hand.engine.asked(p.OperatorClose)] == [TICKET])
    assert hand.screen.operator.property("kiosk") == {}
    hold(hand)
    assert not hand.sees("Kiosk 1")


def test_nobody_there_closes_it(hand: Hand, office: Office) -> None:
    enter(hand, office)
    hand.clock.now += operator.AWAY_S - 1
    hand.screen.operator.check()
    hand.tap("Louder")
    hand.clock.now += operator.AWAY_S - 1
    hand.screen.operator.check()
    assert hand.screen.operator.property("shown")
    hand.clock.now += 2
    hand.screen.operator.check()
    hand.wait_for("Touch to start")


def test_an_engine_that_went_away_ends_the_ticket(hand: Hand, office: Office) -> None:
    enter(hand, office)
    hand.engine.stop()
    hand.until(lambda: not hand.screen.operator.property("inside"))
    hand.engine.start()


def test_all_that_can_be_touched_is_named_and_large_enough(hand: Hand, office: Office) -> None:
    for way in (lambda: hold(hand), lambda: give(hand, PIN)):
        way()
        hand.settle(100)
        page = hand.of_kind("OperatorPage")[0]
        buttons = [item for item in hand.items(page) if item.inherits("QQuickAbstractButton")]
        assert len(buttons) >= 12
        for item in buttons:
            reader = QAccessible.queryAccessibleInterface(item)
            assert reader.text(QAccessible.Text.Name).strip()
            assert item.width() >= 96, item.property("text")
            assert item.height() >= 96, item.property("text")
