"""`python -m kiosk.screen`: the touchscreen as a process of its own."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kiosk.screen.app import Options, ScreenError, run
from kiosk.screen.brand import Appearance
from kiosk.theme import LOOKS

MIN_SIDE, MAX_SIDE = 320, 8192
MAX_IDLE_S = 3600.0
# Longest path that fits a Unix socket address on Linux.
MAX_SOCKET_PATH = 107


def size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text!r} is not WIDTHxHEIGHT, such as 1080x1920")
    sides = int(width), int(height)
    if not all(MIN_SIDE <= side <= MAX_SIDE for side in sides):
        raise argparse.ArgumentTypeError(f"both sides must be {MIN_SIDE} to {MAX_SIDE} pixels")
    return sides


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds") from None
    if not 1.0 <= seconds <= MAX_IDLE_S:
        raise argparse.ArgumentTypeError(f"must be 1 to {MAX_IDLE_S:.0f} seconds")
    return seconds


def _socket(text: str) -> str:
    path = str(Path(text).absolute())
    if len(path.encode()) > MAX_SOCKET_PATH:
        raise argparse.ArgumentTypeError(f"the path is longer than {MAX_SOCKET_PATH} bytes: use a shorter one")
    return path


def main() -> int:
    """Read the command line and show the screen."""
    parser = argparse.ArgumentParser(prog="python -m kiosk.screen", description="The kiosk's touchscreen.")
    parser.add_argument("--socket", required=True, type=_socket, metavar="PATH", help="the engine's local socket")
    parser.add_argument("--windowed", action="store_true", help="show a window instead of the full screen")
    parser.add_argument("--size", type=size, default=(1080, 1920), metavar="WxH", help="window size (1080x1920)")
    parser.add_argument("--idle-s", type=_seconds, metavar="S", help="seconds without a touch that end a visit")
    parser.add_argument("--theme", type=Path, metavar="FILE", help="the retailer's theme, a TOML file")
    parser.add_argument("--colour", default="", metavar="#RRGGBB", help="the store's colour")
    parser.add_argument("--logo", type=Path, metavar="FILE", help="the store's logo, an SVG or PNG file")
    parser.add_argument("--look", choices=LOOKS, default="light", help="the look each visit begins with (light)")
    parser.add_argument("--still", action="store_true", help="nothing moves")
    parser.add_argument("--reach", action="store_true", help="all controls in the lower half")
    parser.add_argument("--scan-s", type=_seconds, default=0.0, metavar="S", help="the focus moves by itself each S s")
    given = parser.parse_args()
    appearance = Appearance(given.theme, given.colour, given.logo, given.look, given.still, given.reach, given.scan_s)
    try:
        return run(Options(given.socket, given.windowed, given.size, given.idle_s, appearance))
    except ScreenError as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
