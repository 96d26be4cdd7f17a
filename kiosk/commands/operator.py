"""`aislewise operator`: the PIN of the operator's page."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kiosk import settings as settings_module
from kiosk.commands.common import InputError, told
from kiosk.engine import door

app = typer.Typer(help="The operator's page on the touchscreen.", no_args_is_help=True)


@app.command()
def pin(
    made: Annotated[bool, typer.Option("--random", help="Make one up and print it, once.")] = False,
) -> None:
    """Set the PIN of the operator's page; what was locked by wrong PINs is open again.

    It is asked for twice, unseen; from a pipe, one line is read.
    """
    with told():
        folder = settings_module.load().data_dir
        if made:
            typer.echo(f"The operator's PIN is {door.set_pin(folder)} (shown only now).")
            return
        door.set_pin(folder, _asked())
        typer.echo("The operator's PIN is set. Hold the upper right corner of the screen for 3 seconds to use it.")


def _asked() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    wanted: str = typer.prompt("New PIN (6 to 12 digits)", hide_input=True)
    if typer.prompt("The same PIN again", hide_input=True) != wanted:
        raise InputError("the two PINs differ; nothing was changed")
    return wanted
