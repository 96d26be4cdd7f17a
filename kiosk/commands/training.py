"""`aislewise models train | evaluate | promote | back`: the reader learns from the store's own reviewed turns."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kiosk import settings as settings_module
from kiosk.commands.common import InputError, Json, print_json, told
from kiosk.engine.catalog import ready_catalog
from kiosk.settings import Settings
from models import readers

if TYPE_CHECKING:
    from models.training import OwnTurns, Row, StoreWords, Trial, Verdict

# What trains and judges loads large libraries: each command takes what it needs, and a kiosk starts without them.

STOPPED = 130
"""Exit code after Ctrl-C."""
_MOST_NAMES = 50_000
"""Of the catalog's names, the most wanted ones."""
_EACH = 50
"""Steps between two lines of progress where nobody looks at a bar."""


def train(
    turns: Annotated[Path, typer.Argument(help="A file or folder (.txt) of reviewed turns; see docs/models.md.")],
    name: Annotated[str, typer.Option(help="What to call the new reader; store-1, store-2 ... if not given.")] = "",
    steps: Annotated[int, typer.Option(min=10, max=20_000, help="Steps of 32 turns, about 0.3 s each.")] = 500,
    threads: Annotated[int, typer.Option(min=1, max=64, help="Processor cores to use.")] = 2,
    seed: Annotated[int, typer.Option(help="The same seed and turns give the same reader.")] = 7,
) -> None:
    """Train the reader in use on your own turns. Nothing changes on this kiosk until it is promoted."""
    with told(), _stoppable():
        from models.training import free_name, read_own, record, trial, unfinished

        try:
            from models.training import tune
        except ModuleNotFoundError as error:
            raise InputError(
                f"{error.name} is not installed; install Aislewise with its part for training: [training]"
            ) from error
        settings = settings_module.load()
        folder = settings.models_dir
        name = free_name(folder, name)
        own = read_own(turns)
        source, before = _source(folder)
        typer.echo(_about(own, before), err=True)
        store = _store_words(settings)
        with suppress(OSError):
            os.nice(10)  # shoppers go first
        with unfinished(folder, name) as fresh:
            with _steps("training") as progress:
                tune(
                    source, own, store, fresh, name=name, steps=steps, threads=threads, seed=seed,
                    told=lambda step, total, loss: progress(step, total, f"loss {loss:.2f}"),
                )  # fmt: skip
            with _steps("judging") as progress:
                tried = trial(folder, fresh, own.held_back, told=lambda done, total: progress(done, total, ""))
            training: dict[str, object] = {
                "from": before, "steps": steps, "seed": seed, "own_turns": len(own.training), "names": len(store.names),
            }  # fmt: skip
            record(fresh, own.held_back, training, tried.verdict)
        _show(tried)
        remedy = f"Use it: aislewise models promote {name}" if tried.verdict.passed else "It is not for use as it is."
        typer.echo(f"{name} is trained. {remedy}")


def evaluate(
    name: Annotated[str, typer.Argument(help="A trained reader; the one in use if not given.")] = "",
    as_json: Json = False,
) -> None:
    """Judge a trained reader beside the one in use. Exit code 0 if it passes the gate, 1 if not."""
    with told():
        tried = _trial(settings_module.load().models_dir, name)
        if as_json:
            print_json(_as_json(tried))
        else:
            _show(tried)
        raise typer.Exit(0 if tried.verdict.passed else 1)


def promote(name: Annotated[str, typer.Argument(help="A trained reader.")]) -> None:
    """Take a trained reader into use, if it passes the gate; a running kiosk takes it up within seconds."""
    with told():
        folder = settings_module.load().models_dir
        entry = readers.in_use(folder)
        before = readers.SHIPPED if entry is None else entry.name
        if before == name:
            raise InputError(f"{name} is in use already")
        tried = _trial(folder, name)
        if not tried.verdict.passed:
            _show_objections(tried.verdict)
            raise InputError(f"{name} does not pass the gate; see `aislewise models evaluate {name}`")
        readers.promote(folder, name)
        typer.echo(f"{name} is in use from the next turn on; `aislewise models back` goes back to {_called(before)}.")


def back() -> None:
    """Go back to the reader before the one in use, at last to the one that comes with the program."""
    with told():
        before = readers.back(settings_module.load().models_dir)
        typer.echo(f"In use from the next turn on: {_called(before)}.")


def _source(folder: Path) -> tuple[Path, str]:
    """Where the reader in use lies, and its name."""
    from models.embedded import SHIPPED

    entry = readers.in_use(folder)
    return (SHIPPED, readers.SHIPPED) if entry is None else (readers.folder_of(folder, entry.name), entry.name)


def _about(own: OwnTurns, before: str) -> str:
    left = f", {own.known} left out that the project has too" if own.known else ""
    return (
        f"{len(own.training)} turns to learn from, {len(own.held_back)} held back{left}; begins from {_called(before)}."
    )


def _called(name: str) -> str:
    return "the reader that comes with the program" if name == readers.SHIPPED else name


def _store_words(settings: Settings) -> StoreWords:
    from models.training import StoreWords

    catalog = ready_catalog(settings)
    try:
        titles = {policy.title.lower() for policy in catalog.policies}
        known = [text for text in catalog.vocabulary()[:_MOST_NAMES] if text not in titles]
        brands = {text for text in known if text.count(" ") < 3 and _plain(catalog.match_brand(text)) == _plain(text)}
        return StoreWords(
            names=tuple(text for text in known if text not in brands),
            brands=tuple(sorted(brands)),
            language=settings.language,
        )
    finally:
        catalog.close()


def _plain(text: str | None) -> str:
    return "".join(c for c in (text or "").lower().replace("&", "and") if c.isalnum())


def _trial(folder: Path, name: str) -> Trial:
    from models.training import trial

    entry = readers.in_use(folder)
    if not name and entry is None:
        there = ", ".join(readers.trained(folder)) or "none: `aislewise models train` makes one"
        raise InputError(f"the reader that comes with the program is in use; name a trained one ({there})")
    name = name or (entry.name if entry else "")
    if name not in readers.trained(folder):
        raise InputError(
            f"there is no trained reader {name} (there are: {', '.join(readers.trained(folder)) or 'none'})"
        )
    with _steps("judging") as progress:
        return trial(folder, readers.folder_of(folder, name), told=lambda done, total: progress(done, total, ""))


def _show(tried: Trial) -> None:
    if tried.warning:
        typer.echo(f"aislewise: {tried.warning}", err=True)
    verdict = tried.verdict
    typer.echo(f"{'':31}  turns  {tried.before[:10]:>10}  {tried.name[:10]:>10}  better  worse  chance")
    for turns, title in (("own", "your own turns, held back"), ("project", "the project's turns")):
        rows = [row for row in verdict.rows if row.turns == turns]
        if rows:
            typer.echo(title)
        for row in rows:
            typer.echo(_row(row))
    _show_objections(verdict)
    typer.echo(f"{tried.name} {'passes' if verdict.passed else 'does not pass'} the gate.")


def _row(row: Row) -> str:
    figures = f"{row.count:>5}  {row.before:>10.3f}  {row.after:>10.3f}"
    return f"  {row.name:<29}  {figures}  {row.gained:>+6}  {-row.lost:>5}  {row.chance:>6.3f}"


def _show_objections(verdict: Verdict) -> None:
    for objection in verdict.objections:
        typer.echo(f"- {objection}", err=True)


def _as_json(tried: Trial) -> dict[str, Any]:
    rows = [asdict(row) for row in tried.verdict.rows]
    return {
        "name": tried.name, "beside": tried.before, "passed": tried.verdict.passed,
        "objections": list(tried.verdict.objections), "warning": tried.warning, "rows": rows,
    }  # fmt: skip


@contextmanager
def _stoppable() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("Stopped; nothing was written and nothing has changed.", err=True)
        raise typer.Exit(STOPPED) from None


@contextmanager
def _steps(what: str) -> Iterator[Callable[[int, int, str], None]]:
    """A bar with the time left on standard error when a person looks at it, else a line now and then."""
    from time import monotonic

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns: tuple[Any, ...] = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        TextColumn("{task.fields[note]}"),
    )  # fmt: skip
    began = monotonic()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=None, note="")

        def step(done: int, total: int, note: str) -> None:
            bar.update(task, completed=done, total=total, note=note)
            if not console.is_terminal and note and (done % _EACH == 0 or done == total):
                left = (monotonic() - began) / done * (total - done)
                typer.echo(f"{what}: step {done} of {total}, {note}, {left:.0f} s left", err=True)

        yield step
