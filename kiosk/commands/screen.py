"""`aislewise screen` and `aislewise screenshots`: the touchscreen for those who develop and design it."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from kiosk import settings as settings_module
from kiosk.commands.common import InputError, told
from kiosk.engine import demo, display
from kiosk.engine.child import command
from kiosk.theme import LOOKS

READY_S = 60.0


def screen(
    windowed: Annotated[bool, typer.Option(help="In a window instead of the full screen.")] = False,
    with_demo: Annotated[
        bool, typer.Option("--demo", help="Against a scripted engine with the demo store, in a window.")
    ] = False,
) -> None:
    """Run the screen alone against a running engine (for development)."""
    with told():
        settings = settings_module.load()
        if not with_demo:
            line = display.screen_command(settings, windowed=windowed)
            os.execv(line[0], line)  # noqa: S606  this program, no shell
        with running_demo() as folder:
            typer.echo(f"The demo store. What is said and done is written; the operator's PIN is {demo.PIN}.")
            settings = settings.model_copy(update={"runtime_dir": folder})
            raise typer.Exit(subprocess.run(display.screen_command(settings, windowed=True), check=False).returncode)


def screenshots(
    out: Annotated[Path, typer.Option(help="The folder to write the pictures into.")],
    language: Annotated[str, typer.Option(help="Such as es; else the store's first.")] = "",
    theme: Annotated[str, typer.Option(help=f"{', '.join(LOOKS)}, or a theme of your own, a TOML file.")] = LOOKS[0],
    size: Annotated[str, typer.Option(help="WIDTHxHEIGHT in pixels.")] = "1080x1920",
    scale: Annotated[float, typer.Option(min=1, max=2, help="Size of the text.")] = 1.0,
    page: Annotated[list[str] | None, typer.Option(help="Only this page; may be given again.")] = None,
) -> None:
    """Take a picture of every page, with the demo store. Needs no display and no running kiosk."""
    with told(), running_demo("--still") as folder:
        looks = ("--look", theme) if theme in LOOKS else ("--theme", theme)
        line = command(
            "kiosk.screen.pictures",
            "--socket", str(folder / "engine.sock"), "--out", str(out), "--size", size, "--language", language,
            "--scale", str(scale), "--pin", demo.PIN,
            "--now", str(demo.NOW.timestamp()), *looks, *(f"--page={name}" for name in page or ()),
        )  # fmt: skip
        # The time of the demo store is UTC.
        done = subprocess.run(line, env={**os.environ, "TZ": "UTC"}, check=False)
        if done.returncode == 0:
            typer.echo(f"The pictures are in {out}")
        raise typer.Exit(done.returncode)


@contextmanager
def running_demo(*flags: str) -> Iterator[Path]:
    """A demo engine that serves engine.sock in a folder, until the block ends. Raises InputError if it does not."""
    with tempfile.TemporaryDirectory(prefix="aislewise-") as name:
        socket = Path(name) / "engine.sock"
        engine = subprocess.Popen(command("kiosk.engine.demo", "--socket", str(socket), *flags))
        try:
            deadline = time.monotonic() + READY_S
            while not socket.exists():
                if engine.poll() is not None or time.monotonic() > deadline:
                    raise InputError("the demo store's engine did not start; see what it says above")
                time.sleep(0.05)
            yield socket.parent
        finally:
            engine.terminate()
            engine.wait()
