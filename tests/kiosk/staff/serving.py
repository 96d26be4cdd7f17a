"""Starts the staff page as the program it is."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[3]
SERVED: dict[str, Path] = {}
"""The folders of the staff pages that run, by their addresses."""


def command(folder: Path, port: int = 0) -> list[str]:
    """The command line of a staff page whose accounts and engine socket lie in a folder."""
    options = {"--socket": folder / "engine.sock", "--host": "127.0.0.1", "--port": port, "--data": folder}
    return [sys.executable, "-m", "kiosk.staff.web", *(str(part) for pair in options.items() for part in pair)]


@contextmanager
def staff_page(folder: Path, port: int = 0) -> Iterator[str]:
    """A running staff page's address; it has to end well when told to stop."""
    process = subprocess.Popen(command(folder, port), stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        line = process.stdout.readline()
        assert line.startswith("The staff page is at http"), line
        url = line.split()[-1]
        SERVED[url] = folder
        yield url
        process.terminate()
        assert process.wait(15) == 0
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
