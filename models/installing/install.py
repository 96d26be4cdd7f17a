"""Puts a model into the models folder: fetched or copied, checked, then renamed into place in one step."""

from __future__ import annotations

import fcntl
import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from models import choice
from models.installing import language, speech
from models.installing.fetch import Progress, check_disk, check_url, fetch, forget
from models.installing.known import (
    FILE_NAME,
    LANGUAGE,
    OWN,
    RECOGNISER,
    SHA256,
    VOICE,
    KnownModel,
    known_models,
    read_registry,
    wanted_memory,
)
from models.installing.steps import (
    Installed,
    Kind,
    Terms,
    UnvouchedError,
    Wish,
    WrongError,
    agree,
    copy,
    fits,
    record_of,
    settle,
    sha256_of,
)
from models.machine import memory_for_models
from models.types import ModelError

_KINDS: Mapping[str, Kind] = {
    LANGUAGE: language.InstructFile(), RECOGNISER: speech.WhisperFolder(), VOICE: speech.PiperVoice(),
}  # fmt: skip
_NO_WISH = Wish()


def install(
    what: str,
    folder: Path,
    *,
    now: datetime,
    accept: Callable[[Terms], bool],
    wish: Wish = _NO_WISH,
    memory: int | None = None,
    progress: Progress = lambda what, done, total: None,
) -> list[Installed]:
    """Install a known name, an https address, a file, or a folder (a stick) of them, into `folder`. A language model is
    a GGUF file; a voice an .onnx file with its .onnx.json beside it; a recogniser a model.bin with what belongs to it.

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
    record = record_of(folder, file)
    try:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError as error:
        raise ModelError(f"{path} cannot be removed ({error.strerror})") from error
    for beside in (record, Path(f"{path}.json")):
        with suppress(OSError):
            beside.unlink()
    forget(path.with_name(f"{file}.part"))
    shutil.rmtree(path.with_name(f".{file}.part"), ignore_errors=True)
    choice.passed(path)
    if choice.chosen(folder) == file:
        choice.choose(folder, "auto")


def installed(folder: Path) -> dict[str, Installed]:
    """The records of what was installed by command, by file name; a record that cannot be read counts as none."""
    found = {}
    for path in sorted([*folder.glob("*.installed"), *folder.glob("*/installed.json")]) if folder.is_dir() else ():
        try:
            record = Installed(**json.loads(path.read_bytes()))
        except (OSError, ValueError, TypeError, RecursionError):
            continue
        if (folder / str(record.file)).exists() and path == record_of(folder, str(record.file)):
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
        yield _unknown([unquote(part) for part in urlsplit(what).path.split("/")], what, known), what
        return
    path = Path(what)
    if path.is_dir():
        yield from _folder(path, known)
    elif path.exists():
        beside = _beside(path.parent)
        yield _unknown(path.absolute().parts, what, {**known, **beside}), path
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
    """All that a stick's models.toml names, or else the only model there."""
    named = _beside(path)
    if named:
        missing = [model.file for model in named.values() if not (path / model.file).is_file()]
        if missing:
            raise ModelError(f"{path / OWN} names {missing[0]}, which is not beside it; copy it there")
        yield from ((model, path / model.file) for model in named.values())
        return
    files = [file for file in path.iterdir() if file.suffix.lower() in (".gguf", ".onnx") and file.is_file()]
    files = sorted([*files, *path.glob(speech.WEIGHTS), *path.glob(f"*/{speech.WEIGHTS}")])
    if len(files) != 1:
        found = ", ".join(str(file.relative_to(path)) for file in files[:10]) or "none"
        raise ModelError(f"{path} must hold one model or a {OWN}; found: {found}. Name the file you want")
    yield _unknown(files[0].absolute().parts, str(files[0]), known), files[0]


def _unknown(at: Sequence[str], where: str, known: Mapping[str, KnownModel]) -> KnownModel:
    """An entry for a file at this path that came without one; if a registry names this file, that one."""
    file = at[-1]
    spoken = speech.entry(at)
    if spoken is None and FILE_NAME.fullmatch(file) is None:
        raise ModelError(
            f"{where}: a model's file is named like qwen2.5-1.5b.gguf, en_US-kristin-medium.onnx or "
            f"whisper-base/{speech.WEIGHTS}; rename it"
        )
    for model in known.values():
        same = model.name == spoken.name if spoken else model.file == file
        if same or (spoken and model.kind == VOICE and model.file.endswith(f"/{file}")):
            return model
    return spoken or KnownModel(name=file[:-5].lower(), file=file)


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
    fits(model.file, wanted_memory(model), room)
    asked = bool(model.licence)
    if asked:
        agree(accept, Terms(model.title or model.name, model.licence, model.licence_url))
    kind = _KINDS[model.kind]
    file = kind.file(model)
    part = kind.part(folder, file)
    declared = commit = ""
    if isinstance(source, Path):
        copy(source, part, progress)
    else:
        if model.size:
            check_disk(folder, max(0, model.size - (part.stat().st_size if part.exists() else 0)))
        fetched = fetch(source, part, insecure=wish.insecure, expected=expected, progress=progress)
        declared, commit = fetched.sha256, fetched.commit
    try:
        about = kind.check(part, file)
        found = sha256_of(part, progress)
        for wanted, who in ((expected, "it should be"), (declared, "the hub says")):
            if wanted and found != wanted:
                raise WrongError(
                    f"{file}: its sha256 is {found}, {who} {wanted}. It was thrown away; fetch it again, and if "
                    "that does not help, do not use it"
                )
        needed = about.memory or wanted_memory(model)
        fits(file, needed, room)
    except WrongError:
        forget(part)
        raise
    if not expected and not wish.accept_unknown:
        raise UnvouchedError(file, found, declared)
    if not asked:
        agree(accept, Terms(model.title or model.name, about.licence, about.licence_url or model.licence_url))
    kind.gather(source, part, lambda beside, into: _bring(beside, into, wish))
    record = Installed(
        name=model.name,
        file=file,
        source=str(source),
        sha256=found,
        licence=model.licence or about.licence,
        format=about.format,
        memory=needed,
        commit=commit,
        at=now.isoformat(timespec="seconds"),
        kind=model.kind,
    )
    path = folder / file
    try:
        kind.place(part, path, record)
        settle(folder)
    except OSError as error:
        raise ModelError(f"{path}: cannot be written ({error.strerror or error})") from error
    forget(part)
    choice.passed(path)
    return record


def _bring(source: str | Path, into: Path, wish: Wish) -> None:
    """A small file that belongs to the one with the weights."""

    def quiet(what: str, done: int, total: int) -> None: ...

    part = into.with_name(f"{into.name}.part")
    forget(part)
    if isinstance(source, Path):
        copy(source, part, quiet)
    else:
        fetch(source, part, insecure=wish.insecure, progress=quiet)
    part.replace(into)
    forget(part)


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
