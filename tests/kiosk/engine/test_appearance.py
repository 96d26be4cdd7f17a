"""The store's look: checked by the doctor and before the kiosk opens, and told to the screen."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from kiosk.engine.checkup import checkup
from kiosk.engine.display import screen_command
from kiosk.settings import ScreenSettings, Settings
from kiosk.theme import ThemeError

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'


def settings(tmp_path: Path, **screen: object) -> Settings:
    return Settings(data_dir=tmp_path, screen=ScreenSettings(**screen))  # type: ignore[arg-type]


def theme_health(given: Settings) -> tuple[str, str]:
    part = next(part for part in islice(checkup(given), 3) if part.name == "theme")
    return part.state, part.detail


def test_the_doctor_tells_whose_theme_it_is_and_what_is_wrong_with_it(tmp_path: Path) -> None:
    assert theme_health(settings(tmp_path))[0] == "working"
    assert "#8A1C4A" in theme_health(settings(tmp_path, colour="#8A1C4A"))[1]
    own = tmp_path / "theme.toml"
    own.write_text('[light]\nink = "#CCCCCC"\n')
    state, detail = theme_health(settings(tmp_path, theme=own))
    assert state == "down"
    assert "light.ink on light.paper" in detail
    state, detail = theme_health(settings(tmp_path, logo=tmp_path / "none.png"))
    assert state == "down"
    assert "none.png" in detail


def test_the_screen_is_told_how_to_look(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text(LOGO)
    given = settings(tmp_path, colour="#8A1C4A", logo=logo, look="dark", still=True, reach=True, scan_s=2)
    words = " ".join(screen_command(given))
    for part in ("--colour #8A1C4A", f"--logo {logo}", "--look dark", "--still", "--reach", "--scan-s 2"):
        assert part in words


def test_nothing_is_started_with_a_theme_that_nobody_can_read(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="#RRGGBB"):
        screen_command(settings(tmp_path, colour="red"))
