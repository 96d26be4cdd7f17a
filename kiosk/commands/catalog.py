"""`aislewise catalog`: build, import and publish at HQ; sync and go back on a kiosk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kiosk import settings as settings_module
from kiosk.commands.common import InputError, Json, print_json, told
from kiosk.engine.catalog import kiosk_id, today

if TYPE_CHECKING:
    from rich.progress import Progress

    from local_catalog.sync import CatalogFolder

# HQ's side and the sync load large libraries: each command takes what it needs, and a kiosk starts without them.

app = typer.Typer(help="The store's catalog: made and published at HQ, synced to kiosks.", no_args_is_help=True)

KeysFolder = Annotated[Path, typer.Option("--keys", help="Folder with the private keys, made by `catalog keys`.")]
Published = Annotated[Path, typer.Argument(help="The folder that was published to.")]
PassphraseFile = Annotated[
    Path | None, typer.Option("--passphrase-file", help="File (mode 600) with the passphrase of the keys.")
]
RootFolders = Annotated[
    list[Path] | None, typer.Option("--root-keys", help="Folder with root keys that are kept elsewhere.")
]


@app.command("build")
def build(
    source: Annotated[Path, typer.Argument(help="Folder of source files, laid out like the demo store's.")],
    into: Annotated[Path, typer.Option(help="The catalog file to write.")],
) -> None:
    """Build a catalog file from source files."""
    from local_catalog import build_catalog

    with told():
        info = build_catalog(source, into, today=today(), now=_now())
        typer.echo(f"{into}: {info.products} products, version {info.version}")


@app.command("import")
def import_(
    source: Annotated[str, typer.Argument(help="A file, a folder of files, a database address or an http address.")],
    into: Annotated[Path | None, typer.Option(help="The catalog file to write.")] = None,
    mapping: Annotated[Path | None, typer.Option(help="What the columns are; --guess writes a first one.")] = None,
    guess: Annotated[bool, typer.Option("--guess", help="Print a first mapping to edit, and import nothing.")] = False,
    store: Annotated[
        Path | None, typer.Option(help="Folder with the store's own data: hours, departments, floor, policies.")
    ] = None,
    report: Annotated[Path | None, typer.Option(help="Write the report as a page (HTML) too.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Import nothing if a row is not right.")] = False,
) -> None:
    """Import a retailer's products; rows that are not right go to a file beside the catalog, with the reason."""
    with told():
        try:
            from local_catalog.importing import ImportRefusedError, guess_mapping, import_catalog
        except ModuleNotFoundError as error:
            raise InputError(f"{error.name} is not installed; install Aislewise with its part for HQ: [hq]") from error
        if guess:
            typer.echo(guess_mapping(source), nl=False)
            return
        if into is None or mapping is None:
            raise InputError("give --into FILE and --mapping FILE, or --guess for a first mapping")
        refused: Exception | None = None
        try:
            with _progress() as bar:
                step = bar.add_task("importing", total=None)
                done = import_catalog(
                    source,
                    mapping,
                    into,
                    now=_now(),
                    today=today(),
                    store=store,
                    strict=strict,
                    progress=lambda done, total: bar.update(step, completed=done, total=total),
                )
        except ImportRefusedError as error:
            done, refused = error.report, error
        typer.echo(done.text(), err=refused is not None)
        if report is not None:
            done.write_html(report)
        if refused is not None:
            raise refused


@app.command("keys")
def keys(
    folder: Annotated[Path, typer.Argument(help="The folder to make; keep the root keys offline.")],
    roots: Annotated[int, typer.Option(min=1, max=16, help="How many root keys.")] = 1,
    threshold: Annotated[int, typer.Option(min=1, max=16, help="How many of them it takes to change keys.")] = 1,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Make HQ's signing keys."""
    from local_catalog.publishing import make_keys

    with told():
        root = make_keys(folder, now=_now(), roots=roots, threshold=threshold, passphrase=_passphrase(passphrase_file))
        typer.echo(f"{folder}: keys made. Give {root} to every kiosk once: `aislewise catalog trust {root.name}`.")


@app.command("publish")
def publish_(
    catalog: Annotated[Path, typer.Argument(help="The catalog file.")],
    to: Annotated[Path, typer.Option("--to", help="The folder that an HTTP server shows to kiosks.")],
    keys: KeysFolder,
    baskets: Annotated[
        Path | None, typer.Option(help="Learn what goes together from this file of baskets first.")
    ] = None,
    share: Annotated[int, typer.Option(min=0, max=100, help="Percent of kiosks that may take it.")] = 100,
    keep: Annotated[int, typer.Option(min=1, max=200, help="Steps that stay published as patchsets.")] = 7,
    fewer: Annotated[bool, typer.Option("--fewer", help="It is meant that more than half of the products go.")] = False,
    older: Annotated[bool, typer.Option("--older", help="It is meant that the data is older: a step back.")] = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Publish a catalog: signed static files that kiosks pull."""
    from local_catalog.baskets import learn_companions
    from local_catalog.publishing import publish

    with told(), _progress() as bar:
        if baskets is not None:
            step = bar.add_task("learning what goes together", total=None)
            report = learn_companions(
                catalog, baskets, progress=lambda done, total: bar.update(step, completed=done, total=total)
            )
            bar.update(step, visible=False)
            typer.echo(str(report))
        step = bar.add_task("publishing", total=None)
        done = publish(
            catalog,
            to,
            keys,
            now=_now(),
            keep=keep,
            share=share,
            fewer=fewer,
            older=older,
            passphrase=_passphrase(passphrase_file),
            progress=lambda what: bar.update(step, description=what),
        )
        bar.update(step, visible=False)
        typer.echo(done.message)


@app.command("refresh")
def refresh_(published: Published, keys: KeysFolder, passphrase_file: PassphraseFile = None) -> None:
    """Sign anew that what is published is the newest; run it every day."""
    from local_catalog.publishing import refresh

    with told():
        fresh = refresh(published, keys, now=_now(), passphrase=_passphrase(passphrase_file))
        typer.echo(f"{published}: {fresh.message}")


@app.command("share")
def share_(
    published: Published,
    percent: Annotated[int, typer.Argument(min=0, max=100, help="Percent of kiosks.")],
    keys: KeysFolder,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Let the newest version go to more or fewer kiosks."""
    from local_catalog.publishing import set_share

    with told():
        release = set_share(published, keys, percent, now=_now(), passphrase=_passphrase(passphrase_file))
        typer.echo(f"{published}: version {release.version} is for {release.share} % of kiosks")


@app.command("rotate")
def rotate_(
    published: Published,
    role: Annotated[str, typer.Argument(help="root, targets or online.")],
    keys: KeysFolder,
    root_keys: RootFolders = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Put new keys in the place of a role's keys; kiosks follow by themselves."""
    from local_catalog.publishing import rotate

    with told():
        if role not in ("root", "targets", "online"):
            raise InputError(f"there is no role {role!r}; give root, targets or online")
        secret = _passphrase(passphrase_file)
        root = rotate(published, keys, role, now=_now(), roots=root_keys or (), passphrase=secret)  # type: ignore[arg-type]
        typer.echo(f"{keys}: new {role} keys. Kiosks set up from now on get {root}.")


@app.command("renew-root")
def renew(
    published: Published, keys: KeysFolder, root_keys: RootFolders = None, passphrase_file: PassphraseFile = None
) -> None:
    """Sign the root of trust for two more years."""
    from local_catalog.publishing import renew_root

    with told():
        secret = _passphrase(passphrase_file)
        until = renew_root(published, keys, now=_now(), roots=root_keys or (), passphrase=secret)
        typer.echo(f"{published}: the root holds until {until:%Y-%m-%d}")


# --- on a kiosk -------------------------------------------------------------------------------------------------------


@app.command("trust")
def trust(root: Annotated[Path, typer.Argument(help="root.json from HQ, brought by a way you trust.")]) -> None:
    """Believe the catalogs of the HQ whose root.json this is."""
    from local_catalog.sync import check_root

    with told():
        try:
            data = root.read_bytes()
        except OSError as error:
            raise InputError(f"{root}: cannot be read ({error.strerror}); bring root.json from HQ") from error
        check_root(data)
        _folder().set_root(data)
        typer.echo("This kiosk takes catalogs signed by that HQ.")


@app.command("sync")
def sync_(
    url: Annotated[str, typer.Option("--from", help="Where HQ publishes; default: as the settings say.")] = "",
    as_json: Json = False,
) -> None:
    """Take the newest catalog from HQ now; a running kiosk serves it within seconds."""
    from local_catalog.sync import sync

    with told():
        settings = settings_module.load()
        source = url or settings.sync.url
        if not source:
            raise InputError("no address of HQ; give --from https://SERVER/FOLDER/ or set sync.url in the settings")
        with _progress() as bar:
            step = bar.add_task("sync", total=None)
            report = sync(
                _folder(),
                source,
                kiosk_id=kiosk_id(settings),
                now=_now(),
                progress=lambda what, done, total: bar.update(step, description=what, completed=done, total=total),
            )
            bar.update(step, visible=False)
        if as_json:
            print_json(
                {
                    "outcome": str(report.outcome), "version": report.version, "before": report.before,
                    "bytes": report.bytes, "seconds": round(report.seconds, 3), "message": report.message,
                }
            )  # fmt: skip
        else:
            typer.echo(report.message, err=not report.ok)
        raise typer.Exit(0 if report.ok else 1)


@app.command("rollback")
def rollback(
    reason: Annotated[str, typer.Option(help="Why, for the record.")] = "staff went back from it",
) -> None:
    """Serve the version before this one again; the one left is not taken again."""
    with told():
        back = _folder().rollback(reason)
        typer.echo(f"Serves version {back.version} again ({back.products} products).")


@app.command("status")
def status(as_json: Json = False) -> None:
    """Which catalog this kiosk has, how fresh it is, and what it left aside."""
    with told():
        held = _folder().status()
        now, before = held.current, held.previous
        if as_json:
            print_json(
                {
                    "version": now and now.version, "products": now and now.products, "taken_at": now and now.taken_at,
                    "previous": before and before.version, "bad": held.bad, "damaged": held.damaged,
                    "trusted": held.trusted, "checked_at": held.checked_at, "signed_at": held.signed_at,
                }
            )  # fmt: skip
            return
        if now is None:
            typer.echo("Nothing came from HQ yet.")
        else:
            typer.echo(f"version    {now.version}, {now.products} products, taken {now.taken_at[:16]}")
        if before is not None:
            typer.echo(f"before it  {before.version}")
        typer.echo(f"HQ         {f'reached {held.checked_at[:16]}' if held.checked_at else 'never reached'}")
        if held.signed_at:
            typer.echo(f"signed     {held.signed_at[:16]}")
        if not held.trusted:
            typer.echo("trust      none: give HQ's root.json with `aislewise catalog trust`")
        if held.damaged:
            typer.echo("damage     the catalog on this disk is damaged; the next sync mends it")
        for number, reason in sorted(held.bad.items()):
            typer.echo(f"left       number {number}: {reason}")


def _folder() -> CatalogFolder:
    from local_catalog.sync import CatalogFolder

    return CatalogFolder(settings_module.load().catalogs_dir)


def _now() -> datetime:
    return datetime.now(UTC)


def _passphrase(file: Path | None) -> str | None:
    if file is None:
        return None
    try:
        if file.stat().st_mode & 0o077:
            raise InputError(f"{file}: others can read it; `chmod 600 {file}`")
        return file.read_text("utf-8").rstrip("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read ({error})") from error


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on standard error, when a person looks at it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns: tuple[Any, ...] = (
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
    )  # fmt: skip
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        yield bar
