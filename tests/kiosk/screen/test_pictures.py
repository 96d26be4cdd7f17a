"""Every page looks as in the picture that is kept of it; `python packaging/pictures.py tests` keeps new ones.

Another processor or another drawing library may draw the edges of letters a little differently: pictures are compared
at half their size, and a few of their points may differ.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from kiosk.screen import pictures

KEPT = Path(__file__).parent / "pictures"
SIZE = "540x960"
PAGES = list(pictures.PAGES)
DIFFERS = 40
"""Levels of 255 by which a point must differ to count."""
FEW = 0.002
"""Share of the points that may."""
FAILED = Path(".work/pictures")


def difference(one: Image.Image, other: Image.Image) -> float:
    """Share of the points that differ, 0 to 1."""
    if one.size != other.size:
        return 1.0
    small = [image.convert("RGB").reduce(2) for image in (one, other)]
    levels = [band.point(lambda level: 255 * (level > DIFFERS)) for band in ImageChops.difference(*small).split()]
    points = ImageChops.lighter(ImageChops.lighter(levels[0], levels[1]), levels[2]).histogram()
    return points[255] / sum(points)


def shoot(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk.cli", "screenshots", "--out", str(folder), *arguments],
        capture_output=True, text=True, timeout=110, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    done = shoot(folder, "--size", SIZE, *(f"--page={page}" for page in PAGES))
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("page", PAGES)
def test_a_page_looks_as_it_is_kept(taken: Path, page: str) -> None:
    now, kept = Image.open(taken / f"{page}.png"), Image.open(KEPT / f"{page}.png")
    share = difference(now, kept)
    if share > FEW:
        FAILED.mkdir(parents=True, exist_ok=True)
        now.save(FAILED / f"{page}.png")
    assert share <= FEW, (
        f"{share:.1%} of {page} differ: see {FAILED / page}.png; if it is meant to, run packaging/pictures.py tests"
    )


def test_nothing_else_is_kept_and_all_of_it_is_small() -> None:
    assert {path.stem for path in KEPT.iterdir()} == set(PAGES)
    assert sum(path.stat().st_size for path in KEPT.iterdir()) < 3_000_000


def test_a_moved_button_is_seen_and_a_soft_edge_is_not() -> None:
    white = Image.new("RGB", (540, 960), "white")
    button, moved, soft = white.copy(), white.copy(), white.copy()
    button.paste("black", (100, 100, 300, 160))
    moved.paste("black", (100, 110, 300, 170))
    soft.paste("#303030", (100, 100, 300, 160))
    assert difference(button, moved) > FEW
    assert difference(button, white) > FEW
    assert difference(button, soft) > 0
    soft.paste("black", (101, 101, 299, 159))
    assert difference(button, soft) <= FEW


@pytest.mark.whole
def test_another_language_look_size_and_text(tmp_path: Path) -> None:
    looks = ("--language", "ar", "--theme", "contrast", "--size", "1280x800", "--scale", "1.5")
    done = shoot(tmp_path, *looks, "--page", "home")
    assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["home.png"]
    assert Image.open(tmp_path / "home.png").size == (1280, 800)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--size", "big"], "'big' is not WIDTHxHEIGHT"),
        (["--page", "cellar"], "cellar"),
        (["--theme", "/nowhere.toml"], "/nowhere.toml"),
        (["--scale", "9"], "--scale"),
    ],
)
@pytest.mark.whole
def test_what_cannot_be_made_is_told(tmp_path: Path, arguments: list[str], complaint: str) -> None:
    done = shoot(tmp_path, *arguments)
    assert done.returncode != 0
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr
