"""`aislewise staff`: who may answer calls, and on which phones."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kiosk import settings as settings_module
from kiosk.commands import staff_call, staff_report
from kiosk.commands.common import InputError, told
from kiosk.engine import staff_door
from kiosk.staff import accounts, certificates, devices, private

app = typer.Typer(help="Who may answer calls for staff, and on which phones.", no_args_is_help=True)


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


@app.command("secret")
def secret(
    file: Annotated[Path, typer.Argument(help="The file to write; nobody else can read it.", metavar="FILE")],
) -> None:
    """Make a secret for what the kiosk shares with other machines: the hub's key, a web server's."""
    with told():
        private.make_secret(file)
        typer.echo(f"{file} holds a new secret. Copy it to the other machine by a way that nobody listens to.")


@app.command("list")
def list_() -> None:
    """Who can sign in."""
    with told():
        for associate in accounts.associates(_folder()):
            typer.echo(f"{associate.name}{f' ({associate.role})' if associate.in_charge else ''}")


app.command("roster")(staff_report.roster)
app.command("report")(staff_report.report)
app.command("call")(staff_call.call)


@app.command("invite")
def invite() -> None:
    """Let a phone in: prints a code for it, good for one phone and ten minutes."""
    with told():
        made = staff_door.invite(settings_module.load(), datetime.now(UTC))
        if sys.stdout.isatty():
            made.drawn.terminal(sys.stdout, compact=True)
        typer.echo(f"Scan this with the phone, or open {made.address} there and type {made.typed}")
        typer.echo(f"It is good for one phone, until {made.until.astimezone():%H:%M}.")


@app.command("devices")
def devices_() -> None:
    """Phones that were let in: their id for `revoke`, what they are, who used them last and when."""
    with told():
        found = devices.devices(_folder())
        if not found:
            typer.echo("No phone was let in yet; `aislewise staff invite` makes a code for one.")
        for device in found:
            what = ", ".join(filter(None, (device.name, device.kind.replace("_", " "), device.browser, device.by)))
            typer.echo(f"{device.id}  {device.used.astimezone():%Y-%m-%d %H:%M}  {what}")


@app.command("revoke")
def revoke(device: Annotated[str, typer.Argument(help="Its id, as `devices` prints it.")]) -> None:
    """Let a phone out: whoever is signed in on it is signed out within seconds."""
    with told():
        gone = devices.revoke(_folder(), device)
        typer.echo(f"{gone.id} ({gone.name or gone.kind.replace('_', ' ')}) can no longer sign in.")


@app.command("certificate")
def certificate(
    name: Annotated[
        list[str] | None, typer.Option(help="A further host name of this machine; may be given several times.")
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="With a new authority, which phones have to trust anew.")] = False,
) -> None:
    """Make or renew the staff page's certificate, so that phones reach it encrypted (HTTPS)."""
    with told():
        settings = settings_module.load()
        if settings.staff.certificate is not None:
            raise InputError(f"the settings name {settings.staff.certificate}; take `certificate` out of them first")
        made = certificates.make(settings.data_dir, settings.staff.host, name or (), datetime.now(UTC), anew=new)
        page = staff_door.staff_page(settings).address
        places = ", ".join((*made.names, *map(str, made.addresses)))
        typer.echo(_TRUST.format(page=page, ends=f"{made.ends:%Y-%m-%d}", places=places, print=made.fingerprint))


_TRUST = """\
The staff page is at {page} from now on.
Its certificate lasts until {ends} and renews itself before. It is for {places}.

A phone warns of it until it trusts this store's authority. Once on each phone:
  1. Open {page}ca.crt in the phone's browser. If it warns, go on this once.
  2. iPhone: allow the download. Settings > General > VPN & Device Management: install it.
     Settings > General > About > Certificate Trust Settings: switch it on.
     Android: Settings > Security > More > Install a certificate > CA certificate: choose the file.
  3. Before you install it, compare its SHA-256 fingerprint; it must be
     {print}

The authority can vouch for this machine's names and for private networks, for nothing on the internet."""
