"""Trying to get out of the kiosk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QDragEnterEvent, QGuiApplication
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk import protocol as p
from kiosk.screen.app import Options
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import Hand

K, M = Qt.Key, Qt.KeyboardModifier
WAYS_OUT = [
    (K.Key_F4, M.AltModifier), (K.Key_Q, M.ControlModifier), (K.Key_W, M.ControlModifier), (K.Key_F11, M.NoModifier),
    (K.Key_Tab, M.AltModifier), (K.Key_Tab, M.ControlModifier), (K.Key_Delete, M.ControlModifier | M.AltModifier),
    (K.Key_F1, M.ControlModifier | M.AltModifier), (K.Key_T, M.ControlModifier | M.AltModifier),
    (K.Key_Meta, M.MetaModifier), (K.Key_Super_L, M.NoModifier), (K.Key_D, M.MetaModifier), (K.Key_Menu, M.NoModifier),
    (K.Key_Escape, M.ControlModifier), (K.Key_Print, M.NoModifier), (K.Key_F5, M.NoModifier),
    (K.Key_C, M.ControlModifier), (K.Key_V, M.ControlModifier), (K.Key_A, M.ControlModifier),
    (K.Key_Insert, M.ShiftModifier), (K.Key_HomePage, M.NoModifier), (K.Key_LaunchMail, M.NoModifier),
    (K.Key_PowerOff, M.NoModifier), (K.Key_Space, M.AltModifier), (K.Key_Backspace, M.ControlModifier | M.AltModifier),
]  # fmt: skip


@pytest.fixture
def locked(engine: FakeEngine, fonts: None, qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hand]:
    """A screen as the store has it: full, without a window around it."""
    monkeypatch.setattr("tests.kiosk.screen.hand.Options", lambda socket, **_: Options(socket))
    hand = Hand(engine)
    hand.until(lambda: hand.screen.store.online and bool(hand.screen.store.offers))
    yield hand
    hand.close()


def here(hand: Hand) -> bool:
    return hand.window.isVisible() and hand.window.visibility() == QQuickWindow.Visibility.FullScreen


def test_it_fills_the_screen_and_has_no_frame(locked: Hand) -> None:
    assert here(locked)
    assert locked.window.flags() & Qt.WindowType.FramelessWindowHint
    assert locked.window.flags() & Qt.WindowType.WindowStaysOnTopHint


@pytest.mark.parametrize("search", [False, True], ids=["home", "typing"])
def test_no_keys_lead_out_or_do_anything(locked: Hand, search: bool) -> None:
    locked.wake()
    if search:
        locked.tap("Search the store")
        locked.until(lambda: locked.page == "search")
        locked.field().forceActiveFocus()
        QTest.keyClick(locked.window, "x")
        locked.until(lambda: locked.field().property("text") == "x")
    page, asked = locked.page, len(locked.engine.asked(p.Search))
    for key, held in WAYS_OUT:
        QTest.keyClick(locked.window, key, held)
        assert here(locked), (key, held)
        assert locked.page == page, (key, held)
    assert len(locked.engine.asked(p.Search)) == asked
    if search:
        assert locked.field().property("text") == "x"
        assert locked.field().property("selectedText") == ""


def test_a_window_system_that_asks_it_to_close_is_refused(locked: Hand) -> None:
    event = QCloseEvent()
    QCoreApplication.sendEvent(locked.window, event)
    assert not event.isAccepted()
    assert here(locked)


@pytest.mark.parametrize("way", ["showMinimized", "showNormal", "showMaximized"])
def test_made_smaller_it_fills_the_screen_again(locked: Hand, way: str) -> None:
    getattr(locked.window, way)()
    locked.until(lambda: here(locked), "the whole screen")


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_buttons_press_nothing(locked: Hand, button: Qt.MouseButton) -> None:
    QTest.mouseClick(locked.window, button, Qt.KeyboardModifier.NoModifier, QPoint(300, 400))
    locked.settle()
    assert not locked.screen.shopper.here


def test_no_menu_opens_in_a_text_that_is_pressed_for_long(locked: Hand) -> None:
    locked.wake()
    locked.tap("Search the store")
    locked.until(lambda: locked.page == "search")
    spot = locked.centre(locked.field()).toPoint()
    count = sum(1 for _ in locked.items())
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Other):
        QCoreApplication.sendEvent(locked.window, QContextMenuEvent(reason, spot, spot))
    locked.settle()
    assert sum(1 for _ in locked.items()) == count


def test_nothing_can_be_dropped_on_it(locked: Hand) -> None:
    data = QMimeData()
    data.setText("https://example.com")
    event = QDragEnterEvent(
        QPoint(300, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QCoreApplication.sendEvent(locked.window, event)
    assert not event.isAccepted()


def test_a_drag_from_the_edge_moves_nothing(locked: Hand) -> None:
    locked.wake()
    page, width = locked.page, locked.window.width()
    for start, end in (
        ((2, 400), (width - 2, 400)),
        ((width // 2, 2), (width // 2, 700)),
        ((width - 2, 400), (2, 400)),
    ):
        touch = QTest.touchEvent(locked.window, locked._device)
        touch.press(0, QPoint(*start), locked.window).commit()
        for step in (0.3, 0.6, 1.0):
            way = QPointF(*start) + (QPointF(*end) - QPointF(*start)) * step
            QTest.touchEvent(locked.window, locked._device).move(0, way.toPoint(), locked.window).commit()
        QTest.touchEvent(locked.window, locked._device).release(0, QPoint(*end), locked.window).commit()
        locked.settle()
        assert here(locked)
        assert locked.page == page


def test_letters_and_moving_still_work(locked: Hand) -> None:
    locked.wake()
    locked.tap("Search the store")
    locked.until(lambda: locked.page == "search")
    locked.field().forceActiveFocus()
    for key in (K.Key_O, K.Key_A, K.Key_T, K.Key_S, K.Key_Backspace):
        QTest.keyClick(locked.window, key)
    locked.until(lambda: locked.field().property("text") == "oat")


@pytest.mark.parametrize("code", ["$(reboot)", "`halt`; :(){ :|:& };:", "../../etc/passwd", "--help-me-please"])
def test_a_scan_of_a_command_is_a_product_that_is_not_known(hand: Hand, code: str) -> None:
    """Whatever a barcode says is looked up, or typed, and nothing else."""
    hand.wake()
    hand.scan(code)
    hand.settle(150)
    assert all(request.code == code for request in hand.engine.asked(p.Look))
    assert hand.window.isVisible()


def test_the_operator_comes_in_nevertheless(locked: Hand) -> None:
    chord = M.ControlModifier | M.AltModifier | M.ShiftModifier
    QTest.keyClick(locked.window, K.Key_O, chord)
    locked.wait_for("For the operator of this kiosk")


def test_in_a_window_for_development_nothing_is_locked(hand: Hand) -> None:
    QCoreApplication.sendEvent(hand.window, QEvent(QEvent.Type.Close))
    QCoreApplication.sendEvent(hand.window, QCloseEvent())
    hand.until(lambda: not hand.window.isVisible())
