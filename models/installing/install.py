"""Puts a model file into the models folder: fetched or copied, checked, then renamed into place in one step."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from models import choice
from models.formats import prompt_format
from models.header import Header, HeaderError, read_header
from models.installing.fetch import PIECE, Progress, check_disk, check_url, fetch, forget
from models.installing.known import FILE_NAME, OWN, SHA256, KnownModel, known_models, read_registry, wanted_memory
from models.machine import in_words, memory_for_models, memory_needed
from models.types import ModelError

HUB = "https://huggingface.co"


class UnvouchedError(ModelError):
    """The file is whole, but nobody said which hash it must have. It is kept; `sha256` is what was found."""

    def __init__(self, file: str, sha256: str, declared: str) -> None:
        same = ", which the hub says too" if declared else ""
        super().__init__(
            f"{file} has the sha256 {sha256}{same}. Compare it with what its maker publishes, then run the same "
            f"command again with --sha256 {sha256}, or with --accept-unknown"
        )
        self.sha256 = sha256


@dataclass(frozen=True, slots=True)
class Terms:
    """What staff accept before a model comes onto the kiosk."""

    model: str
    licence: str
    """'' if neither the registry nor the file names one."""
    licence_url: str


@dataclass(frozen=True, slots=True)
class Installed:
    """The record beside an installed file."""

    name: str
    file: str
    source: str
    sha256: str
    licence: str
    format: str
    memory: int
    """Bytes it needs while it runs."""
    commit: str
    at: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What the operator allowed."""

    sha256: str = ""
    accept_unknown: bool = False
    insecure: bool = False
    hub: str = HUB


def install(
    what: str,
    folder: Path,
    *,
    now: datetime,
    accept: Callable[[Terms], bool],
    wish: Wish = Wish(),
    memory: int | None = None,
    progress: Progress = lambda what, done, total: None,
) -> list[Installed]:
    """Install a known name, an https address, a GGUF file, or a folder (a stick) of them, into `folder`.

    `accept` is asked once for each model whether its licence is accepted. `memory`: bytes a model may need; default:
    what this machine has to give. Raises ModelError; what is installed already stays as it was.
    """
    wish = replace(wish, sha256=wish.sha256.strip().lower())
    if wish.sha256 and SHA256.fullmatch(wish.sha256) is None:
        raise ModelError("--sha256 must be 64 digits from 0 to 9 and a to f")
    room = memory_for_models() if memory is None else memory
    with _alone(folder):
        jobs = list(_jobs(what, folder, wish))
        if wish.sha256 and len(jobs) > 1:
            raise ModelError(f"{what} holds several models: name one file, since --sha256 fits one alone")
        return [
            _install(model, source, folder, wish, now=now, accept=accept, room=room, progress=progress)
            for model, source in jobs
        ]


def remove(folder: Path, file: str) -> None:
    """Take an installed model away. A kiosk that runs on it takes up another. Raises ModelError."""
    path = folder / file
    try:
        path.unlink()
    except OSError as error:
        raise ModelError(f"{path} cannot be removed ({error.strerror})") from error
    with suppress(OSError):
        _record(path).unlink()
    forget(_part(folder, file))
    choice.passed(path)
    if choice.chosen(folder) == file:
        choice.choose(folder, "auto")


def installed(folder: Path) -> dict[str, Installed]:
    """The records of what was installed by command, by file name; a record that cannot be read counts as none."""
    found = {}
    for path in sorted(folder.glob("*.gguf.installed")) if folder.is_dir() else ():
        try:
            record = Installed(**json.loads(path.read_bytes()))
        except (OSError, ValueError, TypeError, RecursionError):
            continue
        if (folder / record.file).is_file() and path == _record(folder / record.file):
            found[record.file] = record
    return found


def _jobs(what: str, folder: Path, wish: Wish) -> Iterator[tuple[KnownModel, str | Path]]:
    """Each model that is meant, and where it comes from."""
    known = known_models(folder)
    if what in known:
        model = known[what]
        yield model, _address(model, wish.hub)
        return
    if "://" in what:
        check_url(what, insecure=wish.insecure)
        file = unquote(urlsplit(what).path.rpartition("/")[2])
        yield _unknown(file, what, known), what
        return
    path = Path(what)
    if path.is_dir():
        yield from _folder(path, known)
    elif path.exists():
        beside = _beside(path.parent)
        yield _unknown(path.name, what, {**known, **beside}), path
    else:
        names = ", ".join(known)
        raise ModelError(f"{what} is neither a file nor a folder nor a known model; known are {names}")


def _address(model: KnownModel, hub: str) -> str:
    if model.url:
        return model.url
    if not model.repository:
        raise ModelError(f"{model.name} is published nowhere that is known; install it from a file or an address")
    from huggingface_hub import hf_hub_url

    return hf_hub_url(model.repository, model.file, revision=model.revision, endpoint=hub.rstrip("/"))


def _beside(folder: Path) -> dict[str, KnownModel]:
    path = folder / OWN
    return read_registry(path) if path.exists() else {}


def _folder(path: Path, known: Mapping[str, KnownModel]) -> Iterator[tuple[KnownModel, Path]]:
    """All that a stick's models.toml names, or else the only GGUF file there."""
    named = _beside(path)
    if named:
        missing = [model.file for model in named.values() if not (path / model.file).is_file()]
        if missing:
            raise ModelError(f"{path / OWN} names {missing[0]}, which is not beside it; copy it there")
        yield from ((model, path / model.file) for model in named.values())
        return
    files = sorted(file for file in path.iterdir() if file.suffix.lower() == ".gguf" and file.is_file())
    if len(files) != 1:
        found = ", ".join(file.name for file in files[:10]) or "none"
        raise ModelError(f"{path} must hold one GGUF file or a {OWN}; found: {found}. Name the file you want")
    yield _unknown(files[0].name, str(files[0]), known), files[0]


def _unknown(file: str, where: str, known: Mapping[str, KnownModel]) -> KnownModel:
    """An entry for a file that came without one; if a registry names this file, that one."""
    if FILE_NAME.fullmatch(file) is None:
        raise ModelError(f"{where}: a model's file is named like qwen2.5-1.5b.gguf; rename it")
    for model in known.values():
        if model.file == file:
            return model
    return KnownModel(name=file[:-5].lower(), file=file)


def _install(
    model: KnownModel,
    source: str | Path,
    folder: Path,
    wish: Wish,
    *,
    now: datetime,
    accept: Callable[[Terms], bool],
    room: int,
    progress: Progress,
) -> Installed:
    expected = wish.sha256 or model.sha256
    if wish.insecure and not expected:
        raise ModelError("--insecure goes with --sha256 only: without both anybody on the way could change the file")
    _fits(model.file, wanted_memory(model), room)
    asked = bool(model.licence)
    if asked:
        _agree(accept, Terms(model.title or model.name, model.licence, model.licence_url))
    part = _part(folder, model.file)
    declared = commit = ""
    if isinstance(source, Path):
        _copy(source, part, progress)
    else:
        if model.size:
            check_disk(folder, max(0, model.size - (part.stat().st_size if part.exists() else 0)))
        fetched = fetch(source, part, insecure=wish.insecure, expected=expected, progress=progress)
        declared, commit = fetched.sha256, fetched.commit
    try:
        header = _whole_header(part, model.file)
        found = _sha256(part, progress)
        for wanted, who in ((expected, "it should be"), (declared, "the hub says")):
            if wanted and found != wanted:
                raise _WrongError(
                    f"{model.file}: its sha256 is {found}, {who} {wanted}. It was thrown away; fetch it again, and if "
                    "that does not help, do not use it"
                )
        needed = memory_needed(header, part.stat().st_size)
        _fits(model.file, needed, room)
    except _WrongError:
        forget(part)
        raise
    if not expected and not wish.accept_unknown:
        raise UnvouchedError(model.file, found, declared)
    if not asked:
        _agree(accept, Terms(model.title or model.name, *_licence(header)))
    record = Installed(
        name=model.name,
        file=model.file,
        source=str(source),
        sha256=found,
        licence=model.licence or _licence(header)[0],
        format=prompt_format(header.text("tokenizer.chat_template")),
        memory=needed,
        commit=commit,
        at=now.isoformat(timespec="seconds"),
    )
    _place(part, folder / model.file, record)
    return record


class _WrongError(ModelError):
    """The file is not what it should be, and more of the same would not mend it."""


def _whole_header(part: Path, name: str) -> Header:
    try:
        header = read_header(part)
    except HeaderError as error:
        raise _WrongError(f"{name} cannot be used, {error}: get the file again") from error
    if int(header.values.get("split.count", 1) or 1) > 1:
        raise _WrongError(f"{name} is one part of several: join them first with llama-gguf-split --merge")
    if "tokenizer.chat_template" not in header.values:
        raise _WrongError(f"{name} has no chat template: use an instruct model")
    return header


def _licence(header: Header) -> tuple[str, str]:
    """Name and address of the licence as the file gives them; they are foreign text for a terminal."""
    named = header.text("general.license.name") or header.text("general.license")
    parts = (named, header.text("general.license.link"))
    name, link = ("".join(c for c in text if c.isprintable())[:200] for text in parts)
    return name, link


def _agree(accept: Callable[[Terms], bool], terms: Terms) -> None:
    if not accept(terms):
        raise ModelError(f"{terms.model} was not installed: its licence was not accepted")


def _fits(file: str, needed: int, room: int) -> None:
    if needed > room:
        raise _WrongError(
            f"{file} needs {in_words(needed)} of memory, and this machine has {in_words(room)} for a model: "
            "use a smaller one (`aislewise models list`)"
        )


def _copy(source: Path, part: Path, progress: Progress) -> None:
    """From a stick; what a broken copy left is not gone on with."""
    forget(part)
    try:
        total = source.stat().st_size
        check_disk(part.parent, total)
        done = 0
        with source.open("rb") as file, part.open("wb") as into:
            while piece := file.read(PIECE):
                into.write(piece)
                done += len(piece)
                progress("copying", done, total)
            into.flush()
            os.fsync(into.fileno())
    except OSError as error:
        forget(part)
        raise ModelError(f"{source}: cannot be copied ({error.strerror or error}); is the stick in?") from error


def _sha256(path: Path, progress: Progress) -> str:
    digest, done, total = hashlib.sha256(), 0, path.stat().st_size
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
            done += len(piece)
            progress("checking", done, total)
    return digest.hexdigest()


def _place(part: Path, path: Path, record: Installed) -> None:
    """The record first: a file without one is only nameless, a record without its file is not looked at."""
    try:
        fresh = _record(path).with_suffix(".new")
        fresh.write_text(json.dumps(asdict(record), ensure_ascii=False, indent=1), "utf-8")
        fresh.replace(_record(path))
        part.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise ModelError(f"{path}: cannot be written ({error.strerror or error})") from error
    forget(part)
    choice.passed(path)


def _part(folder: Path, file: str) -> Path:
    return folder / f"{file}.part"


def _record(path: Path) -> Path:
    return path.with_name(path.name + ".installed")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One install at a time, so that two do not write into one part."""
    lock = folder / ".install.lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = lock.open("w")
    except OSError as error:
        raise ModelError(f"{folder} cannot be written ({error.strerror}): run this as the kiosk's own user") from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise ModelError("another install is running; wait until it has ended") from error
        yield
