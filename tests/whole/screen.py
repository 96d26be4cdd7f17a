"""The real screen as a person has it: read the picture, tap what it says."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageGrab


@dataclass(frozen=True)
class Word:
    """A word on the screen with its middle, in pixels."""

    text: str
    x: int
    y: int
    line: tuple[int, int, int]


class Screen:
    """An X display that is read by optical character recognition and touched by xdotool."""

    def __init__(self, display: str) -> None:
        self.display = display

    def picture(self) -> Image.Image:
        return ImageGrab.grab(xdisplay=self.display)

    def find(self, wanted: str) -> Word | None:
        """Where a phrase stands: its words in a row on one line, whatever their case."""
        return self._look(wanted)[0]

    def wait_for(self, wanted: str, seconds: float = 30.0) -> Word:
        """Look until the phrase is on the screen; fails with the text that was there instead."""
        deadline = time.monotonic() + seconds
        while True:
            found, words = self._look(wanted)
            if found:
                return found
            if time.monotonic() > deadline:
                self._keep()
                raise AssertionError(f"{wanted!r} is not on the screen: {' '.join(w.text for w in words)}")

    def _look(self, wanted: str) -> tuple[Word | None, list[Word]]:
        """The phrase, if it is there, and the words read: as it is, in black and white (a white button on colour),
        inverted (white on colour)."""
        shot = self.picture().convert("L")
        words: list[Word] = []
        for levels in (lambda level: level, lambda level: 255 * (level > 150), lambda level: 255 - level):
            read = _words(shot.point(levels))
            words += read
            if found := _find(read, wanted):
                return found, words
        return None, words

    def tap(self, wanted: str, seconds: float = 30.0) -> None:
        """Touch a phrase once it is there."""
        word = self.wait_for(wanted, seconds)
        self.tap_at(word.x, word.y)

    def tap_at(self, x: int, y: int) -> None:
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def type(self, text: str) -> None:
        self._xdotool("type", "--delay", "30", text)

    def key(self, name: str) -> None:
        self._xdotool("key", name)

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], check=True, env={**os.environ, "DISPLAY": self.display})

    def _keep(self) -> None:
        folder = Path(".work")
        folder.mkdir(exist_ok=True)
        self.picture().save(folder / "last-screen.png")


def _find(words: list[Word], wanted: str) -> Word | None:
    target = [_fold(part) for part in wanted.split()]
    for start in range(len(words) - len(target) + 1):
        run = words[start : start + len(target)]
        if [_fold(word.text) for word in run] == target and len({word.line for word in run}) == 1:
            middle = run[len(run) // 2]
            return Word(wanted, (run[0].x + run[-1].x) // 2, middle.y, middle.line)
    return None


def _fold(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _words(shot: Image.Image) -> list[Word]:
    done = subprocess.run(
        ["tesseract", "stdin", "stdout", "--psm", "11", "tsv"],
        input=_png(shot),
        capture_output=True,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    words = []
    for row in done.stdout.decode("utf-8").splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) == 12 and fields[11].strip() and _fold(fields[11]):
            left, top, width, height = (int(value) for value in fields[6:10])
            line = (int(fields[2]), int(fields[3]), int(fields[4]))
            words.append(Word(fields[11].strip(), left + width // 2, top + height // 2, line))
    return words


def _png(shot: Image.Image) -> bytes:
    buffer = io.BytesIO()
    shot.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


@contextmanager
def virtual_screen(size: str = "1080x1920") -> Iterator[Screen]:
    """An Xvfb of our own."""
    assert shutil.which("Xvfb"), "Xvfb is missing; ./packaging/test installs it"
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        assert number, "Xvfb did not start"
        yield Screen(f":{number}")
    finally:
        server.terminate()
        server.wait()
