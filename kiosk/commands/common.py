"""What all commands share: the program's own errors told in one line, and JSON lines."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from kiosk.engine import client, display, state
from kiosk.settings import SettingsError
from kiosk.staff import StaffError
from kiosk.theme import ThemeError
from local_catalog import CatalogError
from models import ModelError
from voice import VoiceError

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line and nothing else.")]

_OURS = (
    SettingsError, CatalogError, VoiceError, state.StateError, display.DisplayError, client.EngineAwayError,
    client.ReplyError, StaffError, ModelError, ThemeError,
)  # fmt: skip


class InputError(Exception):
    """What was given on the command line or standard input cannot be used."""


@contextmanager
def told() -> Iterator[None]:
    """Turn the program's own errors into one line on standard error and exit code 2."""
    try:
        yield
    except (*_OURS, InputError) as error:
        typer.echo(f"aislewise: {error}", err=True)
        raise typer.Exit(2) from error
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def print_json(value: Any) -> None:
    """One JSON object as a line of standard output, at once."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()
