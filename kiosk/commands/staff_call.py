"""`aislewise staff call`: a call by hand, to see where it rings."""

from __future__ import annotations

from typing import Annotated

import typer

from kiosk import protocol
from kiosk import settings as settings_module
from kiosk.commands.common import told
from kiosk.engine.client import EngineClient


def call(
    place: Annotated[str, typer.Option(help="Where somebody is wanted, as staff will read it.")] = "a test call",
    reason: Annotated[str, typer.Option(help="Such as help, checkout, locked_case, other.")] = "other",
    department: Annotated[str, typer.Option(help="Whose phones ring first; everyone's if none is given.")] = "",
) -> None:
    """Call staff as a call button does: a real call, to try out phones and where else calls ring."""
    with told(), EngineClient(settings_module.load().socket) as client:
        request = protocol.CallButton(id=client.next_id(), place=place, reason=reason, department=department or None)
        page = client.request(request, protocol.PageReply).page
        typer.echo(f"Call {page.id} rings until somebody takes it.")
