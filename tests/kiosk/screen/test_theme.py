"""The theme: everybody can read it, a retailer's takes its place, and a wrong one is named."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from kiosk.screen.app import QML
from kiosk.screen.brand import Appearance
from kiosk.theme import DRAWN, ICONS, LOOKS, TEXTS, ThemeError, contrast, read_logo, read_theme, unreadable
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import Hand

LEAST = {"light": 4.5, "dark": 4.5, "contrast": 7.0}


@pytest.mark.parametrize("look", LOOKS)
def test_every_pair_of_text_and_ground_is_read_well(look: str) -> None:
    colours = read_theme().looks[look]
    for ink, ground in TEXTS:
        assert contrast(colours[ink], colours[ground]) >= LEAST[look], f"{ink} on {ground}"
    for ink, ground in DRAWN:
        assert contrast(colours[ink], colours[ground]) >= 3, f"{ink} on {ground}"


def test_no_colour_is_left_out_of_the_pairs() -> None:
    paired = {name for pair in (*TEXTS, *DRAWN) for name in pair}
    # Lines and what only decorates.
    assert set(read_theme().looks["light"]) - paired == {"line", "shade", "liveHalo", "shelvingHere", "walls"}


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


@given(st.integers(0, 0xFFFFFF))
def test_any_colour_of_a_store_can_be_read(colour: int) -> None:
    theme = read_theme(colour=f"#{colour:06X}")
    for look in LOOKS:
        assert not list(unreadable(look, theme.looks[look]))
    assert theme.looks["light"]["hero"] == f"#{colour:06X}"


@pytest.mark.parametrize("look", LOOKS)
def test_departments_of_any_hue_are_read_well(engine: FakeEngine, fonts: None, qapp: object, look: str) -> None:
    hand = Hand(engine, appearance=Appearance(look=look))
    looks = hand.screen.engine.singletonInstance("theme", "Looks")
    theme = hand.screen.engine.singletonInstance("theme", "Theme")
    ink = QColor(theme.property("ink")).name()
    for name in (*read_theme().departments, "anything else"):
        tint = looks.tint(name).name()
        assert contrast(looks.ink(name).name(), tint) >= LEAST[look], name
        assert contrast(ink, tint) >= LEAST[look], name
    hand.close()


def test_departments_have_icons_that_are_there() -> None:
    for name, department in read_theme().departments.items():
        assert (ICONS / f"{department.icon}.svg").exists(), name


def test_the_file_of_a_retailer_takes_the_place_of_ours_where_it_says_something(tmp_path: Path) -> None:
    own = tmp_path / "theme.toml"
    own.write_text(
        '[light]\nprimary = "#5A0E4A"\nhero = "#5A0E4A"\n[type]\nbody = 32\n[motion]\nslow = 0\n'
        '[departments]\nwine = { icon = "wine", hue = 340 }\n'
    )
    theme = read_theme(own, "#123456")
    assert theme.looks["light"]["primary"] == "#5A0E4A"
    assert theme.looks["light"]["ink"] == read_theme().looks["light"]["ink"]
    assert theme.looks["dark"]["hero"] != read_theme().looks["dark"]["hero"], "the colour of the settings"
    assert theme.type["body"] == 32
    assert theme.motion["slow"] == 0
    assert {"wine", "dairy"} <= set(theme.departments)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[light]\nprimry = "#5A0E4A"', "there is no light.primry"),
        ("[night]\n", "there is no night"),
        ("light = 3", "light must be a table"),
        ('[light]\nink = "black"', "light.ink is 'black', not a colour"),
        ("[light]\nink = 0", "light.ink is 0, not a colour"),
        ('[light]\nink = "#999999"', "light.ink on light.paper has a contrast of 2.6 and needs 4.5"),
        ('[contrast]\nwarn = "#996600"', "contrast.warn on contrast.paper has a contrast of 4.3 and needs 7"),
        ("[type]\nbody = 12", "type.body is 12; it must be a whole number from 20 to 140"),
        ("[type]\nbody = true", "type.body is True"),
        ("[type]\nbody = 30.5", "type.body is 30.5"),
        ("[space]\ntouch = 60", "space.touch is 60; it must be a whole number from 96"),
        ("[motion]\ncalm = 100000", "motion.calm is 100000"),
        ('[type]\nfamily = ""', "type.family is ''"),
        ('[type]\nfiles = ["nowhere.otf"]', "type.files names 'nowhere.otf'"),
        ('[type]\nfiles = "Shop.otf"', "type.files must be a list of names"),
        ('[departments]\ntea = { icon = "cup" }', "departments.tea must be like"),
        ('[departments]\ntea = { icon = "../cup", hue = 10 }', "departments.tea must be like"),
        ('[departments]\ntea = { icon = "cup", hue = 900 }', "departments.tea must be like"),
        ("[light", "is not a TOML file"),
        ("\0", "is not a TOML file"),
    ],
)
def test_what_is_wrong_in_a_theme_is_named(tmp_path: Path, text: str, told: str) -> None:
    own = tmp_path / "theme.toml"
    own.write_text(text)
    with pytest.raises(ThemeError) as error:
        read_theme(own)
    assert told in str(error.value)
    assert str(own) in str(error.value)


def test_a_theme_that_is_not_there_or_too_large(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match=r"nowhere\.toml: cannot be read"):
        read_theme(tmp_path / "nowhere.toml")
    with pytest.raises(ThemeError, match="cannot be read"):
        read_theme(tmp_path)
    large = tmp_path / "large.toml"
    large.write_text("#" * (1 << 19))
    with pytest.raises(ThemeError, match="larger than a theme"):
        read_theme(large)
    with pytest.raises(ThemeError, match="#RRGGBB"):
        read_theme(colour="red")


@given(st.recursive(st.none() | st.integers() | st.text(max_size=8), lambda x: st.dictionaries(st.text(max_size=6), x)))
def test_no_theme_brings_anything_but_its_own_error(value: object) -> None:
    path = Path("/nonexistent") / f"{value!r:.40}".replace("/", "_").replace("\0", "_")
    with pytest.raises(ThemeError):
        read_theme(path)


def test_logos(tmp_path: Path) -> None:
    drawing = tmp_path / "logo.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    assert read_logo(drawing) == drawing
    for name, data, told in (
        ("logo.gif", b"GIF89a", r"must be an \.svg or \.png"),
        ("logo.png", b"<svg/>", "is not the PNG file"),
        ("other.svg", b"\x89PNG", "is not the SVG file"),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ThemeError, match=told):
            read_logo(tmp_path / name)
    with pytest.raises(ThemeError, match="cannot be read"):
        read_logo(tmp_path / "nowhere.png")


def test_the_screen_wears_the_look_the_colour_and_the_logo(
    engine: FakeEngine, fonts: None, qapp: object, tmp_path: Path
) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>')
    hand = Hand(engine, appearance=Appearance(colour="#7A1FA2", look="dark", logo=logo))
    theme = hand.screen.engine.singletonInstance("theme", "Theme")
    assert QColor(theme.property("paper")).name().upper() == read_theme().looks["dark"]["paper"]
    assert QColor(theme.property("hero")).name() != read_theme().looks["dark"]["hero"].lower()
    hand.wait_for("Touch to start")
    assert any(str(item.property("source").toString()).endswith("logo.svg") for item in images(hand))
    hand.close()


def images(hand: Hand) -> Iterator[object]:
    return (item for item in hand.items() if item.inherits("QQuickImage"))


def test_no_colour_stands_outside_the_theme() -> None:
    for path in QML.rglob("*.qml"):
        found = re.findall(r'"#[0-9A-Fa-f]{6,8}"', path.read_text("utf-8"))
        assert not found, f"{path.name}: {found}"


def test_the_default_theme_is_a_file_to_copy() -> None:
    given = tomllib.loads((Path(read_theme.__code__.co_filename).parent / "default.toml").read_text("utf-8"))
    assert set(given) == {*LOOKS, "type", "space", "motion", "departments"}
