"""Reads a theme: the one that comes with the kiosk, with whatever a retailer's file or colour puts in its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kiosk.theme.colours import is_colour, shades
from kiosk.theme.pairs import LOOKS, unreadable

DEFAULT = Path(__file__).parent / "default.toml"
ICONS = Path(__file__).parent / "icons"
"""Line icons, <name>.svg, drawn in `currentColor`."""
GLYPHS = Path(__file__).parent / "glyphs.mjs"
"""Which of the icons stands for a product, for the screen and for browsers."""
MAX_FILE = 1 << 18
MAX_LOGO = 4 << 20

_BOUNDS = {
    "type": (16, 140),
    "space": (0, 96),
    "motion": (0, 1000),
}
_LEAST_TOUCH, _MOST_TOUCH = 96, 140
_LEAST_TEXT = 20
_FONTS = (".otf", ".ttf")
_LOGOS = {".svg": b"<", ".png": b"\x89PNG"}
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _-]{0,60}\Z")
_ICON = re.compile(r"[a-z][a-z-]{0,30}\Z")


class ThemeError(Exception):
    """A theme or logo cannot be used: the text names the file, the key and the remedy."""


@dataclass(frozen=True, slots=True)
class Department:
    """What stands for a department: an icon, and the hue of its pictures in degrees."""

    icon: str
    hue: int


@dataclass(frozen=True, slots=True)
class Theme:
    """A whole theme, checked. Colours are #RRGGBB by look; sizes are pixels of a 1080x1920 panel; motion is in ms."""

    looks: Mapping[str, Mapping[str, str]]
    type: Mapping[str, int]
    space: Mapping[str, int]
    motion: Mapping[str, int]
    family: str
    fonts: tuple[Path, ...]
    departments: Mapping[str, Department]


def read_theme(path: Path | None = None, colour: str = "") -> Theme:
    """The default theme; in it the shades of the store's `colour` (#RRGGBB), and over both what the file at `path`
    holds. Raises ThemeError for what cannot be read, is not known, is out of bounds, or could not be read by people."""
    given = _table(DEFAULT)
    if colour:
        if not is_colour(colour):
            raise ThemeError(f"the colour {colour!r} of the settings is not a colour; write it as #RRGGBB")
        for look, values in shades(colour).items():
            given[look] |= values
    where = str(path or DEFAULT.name)
    if path is not None:
        own = _table(path)
        _known(where, "", own, given)
        for name, table in own.items():
            if not isinstance(table, dict):
                raise ThemeError(f"{where}: {name} must be a table; write [{name}] above its keys")
            if name != "departments":
                _known(where, f"{name}.", table, given[name])
            given[name] |= table
    return _checked(where, (path or DEFAULT).parent, given)


def read_logo(path: Path) -> Path:
    """The store's logo, an SVG or PNG file. Raises ThemeError."""
    begins = _LOGOS.get(path.suffix.lower())
    if begins is None:
        raise ThemeError(f"{path}: the logo must be an .svg or .png file")
    try:
        size = path.stat().st_size
        head = path.open("rb").read(64)
    except OSError as error:
        raise ThemeError(f"{path}: the logo cannot be read ({error.strerror or error}); correct screen.logo") from error
    if not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(begins):
        raise ThemeError(f"{path}: is not the {path.suffix[1:].upper()} file that its name says; save it again")
    if size > MAX_LOGO:
        raise ThemeError(f"{path}: is larger than {MAX_LOGO >> 20} MiB; make it smaller")
    return path.resolve()


def _table(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > MAX_FILE:
            raise ThemeError(f"{path}: is larger than a theme can be; is it the right file?")
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ThemeError(f"{path}: cannot be read ({error.strerror or error}); correct screen.theme") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ThemeError(f"{path}: is not a TOML file ({error}); correct that line") from error


def _known(where: str, prefix: str, given: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    for name in given:
        if name not in known:
            raise ThemeError(f"{where}: there is no {prefix}{name} in a theme; known are {', '.join(sorted(known))}")


def _checked(where: str, folder: Path, given: dict[str, Any]) -> Theme:
    looks = {}
    for look in LOOKS:
        for name, value in given[look].items():
            if not is_colour(value):
                raise ThemeError(f"{where}: {look}.{name} is {value!r}, not a colour; write it as #RRGGBB")
        for ink, ground, ratio, least in unreadable(look, given[look]):
            raise ThemeError(
                f"{where}: {look}.{ink} on {look}.{ground} has a contrast of {ratio:.1f} and needs {least:g}; "
                f"make one of them darker or lighter"
            )
        looks[look] = MappingProxyType(dict(given[look]))
    family, files = given["type"].pop("family"), given["type"].pop("files")
    if not (isinstance(family, str) and _NAME.match(family)):
        raise ThemeError(f"{where}: type.family is {family!r}, not the name of a typeface, such as Inter")
    return Theme(
        looks=MappingProxyType(looks),
        type=_sizes(where, "type", given["type"]),
        space=_sizes(where, "space", given["space"]),
        motion=_sizes(where, "motion", given["motion"]),
        family=family,
        fonts=_fonts(where, folder, files),
        departments=MappingProxyType({name: _department(where, name, d) for name, d in given["departments"].items()}),
    )


def _sizes(where: str, table: str, given: Mapping[str, Any]) -> Mapping[str, int]:
    for name, value in given.items():
        least, most = _BOUNDS[table]
        if table == "type":
            least = _LEAST_TEXT
        elif name == "touch":
            least, most = _LEAST_TOUCH, _MOST_TOUCH
        if not (isinstance(value, int) and not isinstance(value, bool) and least <= value <= most):
            raise ThemeError(f"{where}: {table}.{name} is {value!r}; it must be a whole number from {least} to {most}")
    return MappingProxyType(dict(given))


def _fonts(where: str, folder: Path, files: object) -> tuple[Path, ...]:
    if not (isinstance(files, list) and all(isinstance(name, str) for name in files)):
        raise ThemeError(f'{where}: type.files must be a list of names, such as ["Shop-Regular.ttf"]')
    found = []
    for name in files:
        path = folder / name
        if path.suffix.lower() not in _FONTS or not path.is_file():
            raise ThemeError(f"{where}: type.files names {name!r}, which is no .otf or .ttf file beside the theme")
        found.append(path.resolve())
    return tuple(found)


def _department(where: str, name: str, given: object) -> Department:
    match given:
        case {"icon": str(icon), "hue": int(hue), **rest} if not rest and _ICON.match(icon) and 0 <= hue <= 360:
            return Department(icon, hue)
        case _:
            raise ThemeError(f'{where}: departments.{name} must be like {{ icon = "apple", hue = 89 }}, hue 0 to 360')
