"""`aislewise models`: which models there are to understand, to hear and to speak, and how one gets onto this kiosk."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kiosk import settings as settings_module
from kiosk.commands import speech_models, training
from kiosk.commands.common import InputError, Json, print_json, told
from models import ModelFile, choose, chosen, find_models, gave_up, in_words, memory_for_models, readers

if TYPE_CHECKING:
    from models.installing import KnownModel, Progress, Terms

app = typer.Typer(
    help="What understands, hears and speaks: known models, installed ones, and those in use.", no_args_is_help=True
)


@app.command("list")
def list_(as_json: Json = False) -> None:
    """Which models are known and installed, which is in use, and whether this machine's memory is enough."""
    from models.installing import LANGUAGE, RECOGNISER, VOICE, installed, known_models

    headings = {LANGUAGE: "To understand:", RECOGNISER: "To hear:", VOICE: "To speak:"}
    with told():
        folder = _folder()
        files = {file.path.name: file for file in find_models(folder)}
        known = known_models(folder)
        records = installed(folder)
        names = {model.file: name for name, model in known.items() if model.kind == LANGUAGE}
        names |= {record.file: record.name for record in records.values()}
        room, choice = memory_for_models(), _wanted()
        used = _used(files.values(), choice)
        rows = [_embedded(used), *_readers(folder)]
        rows += [_file(names.get(name, ""), file, room, used) for name, file in files.items()]
        for row in rows:
            row["sha256"] = records[row["file"]].sha256 if row["file"] in records else ""
            row["licence"] = records[row["file"]].licence if row["file"] in records else row.get("licence", "")
        there = {row["name"] for row in rows} | files.keys()
        rows += [_known(m, room) for m in known.values() if m.kind == LANGUAGE and not {m.name, m.file} & there]
        spoken = speech_models.rows(folder, room)
        there = {row["name"] for row in spoken}
        spoken += [_known(m, room) for m in known.values() if m.kind != LANGUAGE and m.name not in there]
        rows = [{"kind": LANGUAGE, **row} for row in rows] + spoken
        if as_json:
            for row in rows:
                print_json(row)
            return
        typer.echo(f"Chosen: {choice}; * is what a kiosk here uses. Memory for a model: {in_words(room)}.")
        for kind, heading in headings.items():
            typer.echo(heading)
            for row in rows:
                if row["kind"] == kind:
                    typer.echo(_line(row))


@app.command("install")
def install_(
    what: Annotated[str, typer.Argument(help="A known name, an https address, a file, or a folder on a stick.")],
    sha256: Annotated[str, typer.Option(help="The hash that the file must have, as its maker publishes it.")] = "",
    accept_unknown: Annotated[
        bool, typer.Option("--accept-unknown", help="Take a file whose hash nobody vouches for.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="The licence is accepted.")] = False,
    insecure: Annotated[
        bool, typer.Option("--insecure", help="Allow http without encryption; goes with --sha256.")
    ] = False,
    hub: Annotated[str, typer.Option(help="A mirror of your own in the place of https://huggingface.co.")] = "",
) -> None:
    """Bring a model onto this kiosk. What was broken off goes on when the command is run again."""
    from models.installing import HUB, Wish, install

    with told(), _bar() as progress:
        done = install(
            what,
            _folder(),
            now=datetime.now(UTC),
            accept=lambda terms: yes or _accepts(terms),
            wish=Wish(sha256=sha256, accept_unknown=accept_unknown, insecure=insecure, hub=hub or HUB),
            progress=progress,
        )
    for model in done:
        memory = f"{in_words(model.memory)} of memory, " if model.memory else ""
        typer.echo(f"{model.name} is installed ({memory}sha256 {model.sha256}).")
        typer.echo(f"Use it: aislewise models use {model.name}")


@app.command("use")
def use(
    name: Annotated[str, typer.Argument(help="A name as listed, embedded, pocketsphinx, espeak, or auto.")],
    hear: Annotated[bool, typer.Option("--hear", help="With auto: choose the recogniser by itself again.")] = False,
    speak: Annotated[str, typer.Option(help="With espeak or auto: for this language alone, such as en.")] = "",
) -> None:
    """Choose a model; a running kiosk takes it up within seconds."""
    with told():
        folder = _folder()
        if speech_models.use(folder, name, hear=hear, speak=speak):
            typer.echo(f"Chosen: {name}. A running kiosk takes it up within seconds; see `aislewise doctor`.")
            return
        if name in ("auto", "embedded"):
            choose(folder, name)
        else:
            file = _find(name)
            if file.problem or not file.instruct:
                why = file.problem or "it has no chat template"
                raise InputError(f"{file.path} cannot be used, {why}; install another one")
            choose(folder, file.path.name)
        typer.echo(f"Chosen: {name}. A running kiosk takes it up within seconds; see `aislewise doctor`.")
        fixed = settings_module.load().model.wanted
        if fixed != "auto":
            typer.echo(f"But the settings say model.wanted = {fixed!r}, which goes first; remove it there.", err=True)


@app.command("remove")
def remove_(name: Annotated[str, typer.Argument(help="A name as listed.")]) -> None:
    """Delete an installed model, or a reader that was trained here."""
    from models.installing import remove

    with told():
        if name in readers.trained(_folder()):
            readers.remove(_folder(), name)
            typer.echo(f"{name} is gone.")
            return
        if spoken := speech_models.find(_folder(), name):
            remove(_folder(), spoken.name)
            typer.echo(f"{spoken.name} is gone.")
            return
        file = _find(name)
        remove(_folder(), file.path.name)
        typer.echo(f"{file.path.name} is gone; {in_words(file.size_bytes)} of the disk are free again.")


app.command("train")(training.train)
app.command("evaluate")(training.evaluate)
app.command("promote")(training.promote)
app.command("back")(training.back)


def _used(files: Iterable[ModelFile], choice: str) -> str:
    """The file that is used under this choice, as `load_model` finds it; "embedded" if none of these can be."""
    for file in files:
        if choice in ("auto", file.path.name) and not _problem(file):
            return file.path.name
    return "embedded"


def _problem(file: ModelFile) -> str:
    return file.problem or ("" if file.instruct else "it has no chat template") or gave_up(file.path)


def _embedded(used: str) -> dict[str, Any]:
    return {
        "name": "embedded", "file": "", "state": "built in", "used": used == "embedded",
        "size": 0, "memory": 0, "fits": True, "format": "", "languages": ["de", "en", "es", "fr"], "problem": "",
    }  # fmt: skip


def _readers(folder: Path) -> Iterator[dict[str, Any]]:
    """Those trained here, and the one that comes with the program where another is in use."""
    entry, before = readers.in_use(folder), {entry.name for entry in readers.promoted(folder)}
    there = readers.trained(folder)
    for name in there if entry is None or entry.name in there else (*there, entry.name):
        path = readers.folder_of(folder, name)
        used = entry is not None and entry.name == name
        state = "in use" if used else "in use before" if name in before else "trained"
        problem = "" if name in there else f"{path} is gone: `aislewise models back`"
        yield {
            "name": name, "file": str(path.relative_to(folder)), "state": state, "used": used,
            "size": 0, "memory": 0, "fits": True, "format": "reader", "languages": [], "problem": problem,
        }  # fmt: skip


def _file(name: str, file: ModelFile, room: int, used: str) -> dict[str, Any]:
    return {
        "name": name or file.path.stem, "file": file.path.name, "state": "installed",
        "used": used == file.path.name, "size": file.size_bytes, "memory": file.memory,
        "fits": file.memory <= room, "format": file.format, "languages": [], "problem": _problem(file),
    }  # fmt: skip


def _known(model: KnownModel, room: int) -> dict[str, Any]:
    from models.installing import wanted_memory

    memory = wanted_memory(model)
    return {
        "kind": model.kind, "name": model.name, "file": model.file, "state": "known", "used": False, "size": model.size,
        "memory": memory, "fits": memory <= room, "format": model.format, "languages": list(model.languages),
        "problem": "", "sha256": model.sha256, "licence": model.licence, "repository": model.repository,
        "revision": model.revision,
    }  # fmt: skip


def _line(row: dict[str, Any]) -> str:
    mark = "*" if row["used"] else " "
    size = f"{in_words(row['size']):>7}" if row["size"] else " " * 7
    memory = f"needs {in_words(row['memory']):>7}" if row["memory"] else " " * 13
    notes = [row["problem"] or ("" if row["fits"] else "too big for this machine"), row["licence"]]
    if row["languages"]:
        notes.append(" ".join(row["languages"]))
    if row["state"] == "known" and not row["sha256"]:
        notes.append("hash not known")
    return f"{mark} {row['name']:<16} {row['state']:<10} {size}  {memory}  {'; '.join(n for n in notes if n)}".rstrip()


def _folder() -> Path:
    return settings_module.load().models_dir


def _wanted() -> str:
    settings = settings_module.load()
    return chosen(settings.models_dir) if settings.model.wanted == "auto" else settings.model.wanted


def _find(name: str) -> ModelFile:
    """The installed file that a name means: a name of the registry, of a record, or of the file. Raises InputError."""
    from models.installing import installed, known_models

    folder = _folder()
    files = {file.path.name: file for file in find_models(folder)}
    means = {record.name: file for file, record in installed(folder).items()}
    known = known_models(folder)
    file = means.get(name) or (known[name].file if name in known else name)
    for candidate in (file, f"{file}.gguf"):
        if candidate in files:
            return files[candidate]
    there = ", ".join(files) or "none"
    hint = f"; `aislewise models install {name}` brings it" if name in known else ""
    raise InputError(f"{name} is not installed (installed: {there}){hint}")


def _accepts(terms: Terms) -> bool:
    licence = terms.licence or "not named: look at where the file comes from"
    where = f" ({terms.licence_url})" if terms.licence_url else ""
    typer.echo(f"{terms.model}: licence {licence}{where}", err=True)
    if not sys.stdin.isatty():
        typer.echo("Run the same command again with --yes if you accept it.", err=True)
        return False
    return typer.confirm("Do you accept it?", err=True)


@contextmanager
def _bar() -> Iterator[Progress]:
    """A bar on standard error while bytes come, when a person looks at it."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    console = Console(stderr=True)
    columns: tuple[Any, ...] = (
        TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    steps: dict[str, Any] = {}

    def progress(what: str, done: int, total: int) -> None:
        """Starts with the first byte, so that the question about the licence is not written over."""
        if what not in steps:
            for step in steps.values():
                bar.update(step, visible=False)
            bar.start()
            steps[what] = bar.add_task(what, total=total or None)
        bar.update(steps[what], completed=done, total=total or None)
        if total and done >= total:
            bar.stop()
            steps.clear()

    try:
        yield progress
    finally:
        bar.stop()
