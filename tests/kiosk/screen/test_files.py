"""The QML files, icons and fonts that the screen is made of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QFont, QFontInfo, QTextLayout
from PySide6.QtTest import QTest

from kiosk.screen import icons, lint
from kiosk.screen.app import FALLBACK, FONTS, QML
from kiosk.theme import GLYPHS, ICONS, read_theme
from tests.kiosk.screen.hand import Hand


def test_qmllint_has_no_complaints(capfd: pytest.CaptureFixture[str]) -> None:
    assert lint.main() == 0, capfd.readouterr()


def test_qmllint_finds_a_wrong_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "Wrong.qml").write_text("import QtQuick\nimport Aislewise\nItem { property bool x: Talk.lisstening }\n")
    monkeypatch.setattr(lint, "QML", tmp_path)
    assert lint.main() != 0
    assert "lisstening" in "".join(capfd.readouterr())


def test_every_icon_that_is_named_is_there_and_every_one_there_is_named() -> None:
    there = {path.stem for path in ICONS.glob("*.svg")}
    texts = [path.read_text("utf-8") for path in QML.rglob("*.qml")]
    named = {
        name
        for text in texts
        for part in re.findall(r"\bglyph: (.+)", text)
        for name in re.findall(r'"([a-z-]+)"', re.sub(r'[=!]== "[^"]*"', "", part))
    }
    looks = (QML / "theme" / "Looks.qml").read_text("utf-8")
    named |= set(re.findall(r'^\s+\["([a-z-]+)", "', GLYPHS.read_text("utf-8"), re.MULTILINE))
    named |= set(re.findall(r'return "([a-z-]+)";', looks))
    named |= {department.icon for department in read_theme().departments.values()}
    assert len(named) > 80
    assert named <= there, named - there
    unused = {name for name in there - named if not any(f'"{name}"' in text for text in texts)}
    assert not unused


def test_icons_are_drawn_in_the_colour_asked_for(fonts: None) -> None:
    image = icons.Icons().requestImage("check/ff0000", QSize(), QSize(64, 64))
    pixels = [image.pixelColor(x, y) for x in range(64) for y in range(64)]
    assert {pixel.name() for pixel in pixels if pixel.alpha() == 255} == {"#ff0000"}


def test_the_typeface_is_our_own(fonts: None) -> None:
    assert len(list(FONTS.glob("*.otf"))) == 4
    assert QFontInfo(QFont("Inter")).family() == "Inter"
    assert QFontInfo(QFont(FALLBACK)).family() == FALLBACK
    licence = (FONTS / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    for path in FONTS.glob("*.[ot]tf"):
        assert path.stem in licence


@pytest.mark.parametrize("text", ["Añadir", "Käse für später", "prêt à payer", "أين الحليب؟", "٣٫٤٩"])
def test_every_script_of_the_languages_is_drawn_by_our_own_typefaces(hand: Hand, text: str) -> None:
    font = QFont(hand.screen.brand.theme.family)
    font.setPixelSize(30)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert runs
    for run in runs:
        assert run.rawFont().familyName() in ("Inter", FALLBACK)
        assert 0 not in run.glyphIndexes()


def test_loading_says_nothing_is_wrong(hand: Hand, qtlog) -> None:
    hand.wake()
    for button in ("Call staff", "My list", "Store map", "Search the store", "Home"):
        if button in hand.buttons():
            hand.tap(button)
    QTest.qWait(50)
    ours = [record.message for record in qtlog.records if "/kiosk/screen/qml/" in record.message]
    assert ours == []


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (800, 1280), (1280, 800)])
def test_nothing_is_laid_out_beyond_the_window(engine, fonts: None, qapp: QObject, size: tuple[int, int]) -> None:
    hand = Hand(engine, size)
    hand.until(lambda: bool(hand.screen.store.offers))
    hand.wake()
    hand.settle(100)
    for button in ("Home", "Tap to talk", "My list", "Call staff"):
        item = hand.button(button)
        corner = item.mapToScene(item.boundingRect().bottomRight())
        assert 0 < corner.x() <= size[0]
        assert 0 < corner.y() <= size[1]
    hand.close()
