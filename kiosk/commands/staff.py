"""`aislewise staff`: who may answer calls, and on which phones."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kiosk import settings as settings_module
from kiosk.commands import staff_report
from kiosk.commands.common import told
from kiosk.staff import accounts

app = typer.Typer(help="Who may answer calls for staff.", no_args_is_help=True)


def _folder() -> Path:
    return settings_module.load().data_dir


@app.command("add")
def add(
    name: Annotated[str, typer.Argument(help="First name, as shoppers will see it.")],
    role: Annotated[
        accounts.Role, typer.Option(help="A lead also hears second alarms; a manager, what nobody took.")
    ] = accounts.Role.ASSOCIATE,
    department: Annotated[list[str] | None, typer.Option(help="Whose calls ring first; all if none is given.")] = None,
) -> None:
    """Let an associate sign in to the staff page; prints their PIN, once."""
    with told():
        associate, fresh = accounts.add(_folder(), name, role=role, departments=department or ())
        typer.echo(f"{associate.name} can sign in with PIN {fresh} (shown only now).")


@app.command("pin")
def pin(name: Annotated[str, typer.Argument(help="First name.")]) -> None:
    """Give an associate a new PIN; prints it, once. Open sessions of theirs end."""
    with told():
        typer.echo(f"The new PIN is {accounts.set_pin(_folder(), name)} (shown only now).")


@app.command("role")
def role(
    name: Annotated[str, typer.Argument(help="First name.")],
    role: Annotated[accounts.Role, typer.Argument(help="What they are from now on.")],
) -> None:
    """Make somebody an associate, a lead or a manager; who is signed in stays so."""
    with told():
        accounts.set_role(_folder(), name, role)


@app.command("remove")
def remove(name: Annotated[str, typer.Argument(help="First name.")]) -> None:
    """Take an associate's sign-in away; open sessions end at once."""
    with told():
        accounts.remove(_folder(), name)
        typer.echo(f"{name} can no longer sign in.")


@app.command("list")
def list_() -> None:
    """Who can sign in."""
    with told():
        for associate in accounts.associates(_folder()):
            typer.echo(f"{associate.name}{f' ({associate.role})' if associate.in_charge else ''}")


app.command("roster")(staff_report.roster)
app.command("report")(staff_report.report)
