"""Writes docs/commands.md from the program's own help: `python packaging/commands.py > docs/commands.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import typer
import typer.main

from kiosk.cli import app

INTRO = """# The aislewise command

Made from the program's own help by `python packaging/commands.py`; a test compares the two.
"""


def page() -> str:
    """The whole page."""
    root = typer.main.get_command(app)
    sections = [f"## {path}\n\n```text\n{text}\n```\n" for path, text in _helps(root, "aislewise", None)]
    return INTRO + "\n" + "\n".join(sections)


def _helps(command: Any, path: str, parent: Any) -> Iterator[tuple[str, str]]:
    context = typer.Context(command, info_name=path.rsplit(" ", 1)[-1], parent=parent, terminal_width=100)
    yield path, command.get_help(context).rstrip()
    for name, part in getattr(command, "commands", {}).items():
        yield from _helps(part, f"{path} {name}", context)


if __name__ == "__main__":
    sys.stdout.write(page())
