from __future__ import annotations

import fcntl
import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from models import ModelError, choose, chosen
from models.installing import Installed, Terms, UnvouchedError, Wish, install, installed, remove
from models.machine import in_words, memory_for_models
from tests.models.installing.shelf import Shelf, serving
from tests.models.tiny import write_tiny_model

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return write_tiny_model(tmp_path_factory.mktemp("model") / "tiny.gguf").read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "models"


@pytest.fixture
def shelf(whole: bytes) -> Iterator[Shelf]:
    with serving() as shelf:
        shelf.files["/tiny.gguf"] = whole
        yield shelf


class Staff:
    """Answers the question about the licence and remembers it."""

    def __init__(self, *, accepts: bool = True) -> None:
        self.accepts = accepts
        self.asked: list[Terms] = []

    def __call__(self, terms: Terms) -> bool:
        self.asked.append(terms)
        return self.accepts


def bring(what: object, folder: Path, staff: Staff | None = None, memory: int = 10**10, **wish: Any) -> list[Installed]:
    return install(str(what), folder, now=NOW, accept=staff or Staff(), wish=Wish(**wish), memory=memory)


def hashed(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {".install.lock"} if folder.exists() else set()


def test_from_an_address(shelf: Shelf, folder: Path, whole: bytes) -> None:
    (record,) = bring(f"{shelf.address}/tiny.gguf", folder, sha256=hashed(whole).upper())
    assert (folder / "tiny.gguf").read_bytes() == whole
    assert left(folder) == {"tiny.gguf", "tiny.gguf.installed"}
    assert installed(folder) == {"tiny.gguf": record}
    assert (record.sha256, record.at, record.format) == (hashed(whole), "2026-11-21T06:00:00+00:00", "chatml")


def test_without_a_hash_it_is_shown_and_kept(shelf: Shelf, folder: Path, whole: bytes) -> None:
    with pytest.raises(UnvouchedError, match=hashed(whole)):
        bring(f"{shelf.address}/tiny.gguf", folder)
    assert not (folder / "tiny.gguf").exists()
    asked = len(shelf.requests)
    bring(f"{shelf.address}/tiny.gguf", folder, sha256=hashed(whole))
    assert (folder / "tiny.gguf").read_bytes() == whole
    assert len(shelf.requests) == asked
    remove(folder, "tiny.gguf")
    bring(f"{shelf.address}/tiny.gguf", folder, accept_unknown=True)


def test_another_hash_is_thrown_away_and_what_was_there_stays(shelf: Shelf, folder: Path, whole: bytes) -> None:
    bring(f"{shelf.address}/tiny.gguf", folder, sha256=hashed(whole))
    before = installed(folder)
    with pytest.raises(ModelError, match="it should be 0000"):
        bring(f"{shelf.address}/tiny.gguf", folder, sha256="0" * 64)
    shelf.moved["/tiny.gguf"] = "/other.gguf"
    shelf.files["/other.gguf"] = whole[:-1] + bytes([whole[-1] ^ 1])
    shelf.headers = {"X-Linked-ETag": hashed(whole)}
    with pytest.raises(ModelError, match="the hub says"):
        bring(f"{shelf.address}/tiny.gguf", folder, accept_unknown=True)
    assert (folder / "tiny.gguf").read_bytes() == whole
    assert (installed(folder), left(folder)) == (before, {"tiny.gguf", "tiny.gguf.installed"})


def test_a_known_name_comes_from_the_hub(shelf: Shelf, folder: Path, whole: bytes) -> None:
    folder.mkdir()
    (folder / "models.toml").write_text(
        '[[model]]\nname = "ours"\ntitle = "Ours"\nrepository = "shop/ours-GGUF"\nrevision = "v1.0"\n'
        f'file = "ours-q8.gguf"\nlicence = "MIT"\nlicence_url = "https://shop.example/"\nsha256 = "{hashed(whole)}"\n'
    )
    shelf.files["/shop/ours-GGUF/resolve/v1.0/ours-q8.gguf"] = whole
    staff = Staff()
    (record,) = bring("ours", folder, staff, hub=shelf.address + "/")
    assert staff.asked == [Terms("Ours", "MIT", "https://shop.example/")]
    assert (record.name, record.licence, record.file) == ("ours", "MIT", "ours-q8.gguf")


def test_a_licence_that_is_not_accepted(shelf: Shelf, folder: Path, whole: bytes) -> None:
    with pytest.raises(ModelError, match="licence was not accepted"):
        bring("smollm2-360m", folder, Staff(accepts=False), hub=shelf.address)
    assert shelf.requests == []
    staff = Staff(accepts=False)
    with pytest.raises(ModelError, match="licence was not accepted"):
        bring(f"{shelf.address}/tiny.gguf", folder, staff, sha256=hashed(whole))
    assert staff.asked == [Terms("tiny", "", "")]
    assert not (folder / "tiny.gguf").exists()


def test_from_a_stick(tmp_path: Path, folder: Path, whole: bytes) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with pytest.raises(ModelError, match="found: none"):
        bring(stick, folder)
    (stick / "a.gguf").write_bytes(whole)
    with pytest.raises(UnvouchedError):
        bring(stick, folder)
    assert [record.file for record in bring(stick, folder, accept_unknown=True)] == ["a.gguf"]
    (stick / "b.gguf").write_bytes(whole)
    with pytest.raises(ModelError, match=r"found: a\.gguf, b\.gguf"):
        bring(stick, folder)
    (stick / "models.toml").write_text(
        "".join(f'[[model]]\nname = "{n}"\nfile = "{n}.gguf"\nsha256 = "{hashed(whole)}"\n' for n in ("a", "b"))
    )
    assert [record.file for record in bring(stick, folder)] == ["a.gguf", "b.gguf"]
    assert [record.file for record in bring(stick / "b.gguf", folder)] == ["b.gguf"]
    with pytest.raises(ModelError, match="several models"):
        bring(stick, folder, sha256=hashed(whole))
    (stick / "b.gguf").write_bytes(whole[:-3])
    with pytest.raises(ModelError, match=r"b\.gguf cannot be used, it is cut short"):
        bring(stick, folder)
    (stick / "b.gguf").unlink()
    with pytest.raises(ModelError, match=r"names b\.gguf, which is not beside it"):
        bring(stick, folder)
    assert (folder / "b.gguf").read_bytes() == whole


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"<html>Sign in", "not a GGUF file"), (b"GGUF", "cut short"), ("template", "no chat template")],
)
def test_what_is_no_model_for_a_kiosk(tmp_path: Path, folder: Path, data: bytes | str, why: str) -> None:
    path = tmp_path / "x.gguf"
    if isinstance(data, bytes):
        path.write_bytes(data)
    else:
        write_tiny_model(path, template=None)
    with pytest.raises(ModelError, match=why):
        bring(path, folder, accept_unknown=True)
    assert left(folder) == set()


def test_what_does_not_fit_into_memory(shelf: Shelf, folder: Path, whole: bytes) -> None:
    with pytest.raises(ModelError, match=r"needs 4\.4 GB of memory, and this machine has 2\.0 GB"):
        bring("phi-3.5-mini", folder, hub=shelf.address, memory=2 * 10**9)
    assert shelf.requests == []
    with pytest.raises(ModelError, match=r"needs 351 MB of memory, and this machine has 100 MB"):
        bring(f"{shelf.address}/tiny.gguf", folder, sha256=hashed(whole), memory=10**8)
    assert left(folder) == set()


@pytest.mark.parametrize(
    ("what", "wish", "why"),
    [
        ("no-such-model", {}, "neither a file nor a folder nor a known model"),
        ("http://a.example/x.gguf", {}, "not encrypted"),
        ("http://a.example/x.gguf", {"insecure": True}, "--insecure goes with --sha256"),
        ("https://a.example/x.bin", {}, "rename it"),
        ("https://a.example/..%2F..%2Fx.gguf", {}, "rename it"),
        ("https://a.example/x.gguf", {"sha256": "12"}, "64 digits"),
    ],
)
def test_what_is_refused_at_once(folder: Path, what: str, wish: dict[str, Any], why: str) -> None:
    with pytest.raises(ModelError, match=why):
        bring(what, folder, **wish)


def test_two_at_once_wait_for_each_other(folder: Path) -> None:
    folder.mkdir()
    with (folder / ".install.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(ModelError, match="another install is running"):
            bring("smollm2-360m", folder)


def test_a_killed_install_leaves_nothing_half_and_goes_on(shelf: Shelf, folder: Path, whole: bytes) -> None:
    """kill -9 in the middle of the file, on a connection that hangs."""
    path = folder / "tiny.gguf.part"
    shelf.codes = []
    shelf.cut_after = [50_000] + [0] * 100
    script = (
        "import sys; from datetime import datetime, UTC; from pathlib import Path; from models.installing import *\n"
        "install(sys.argv[1], Path(sys.argv[2]), now=datetime.now(UTC), accept=lambda t: True, memory=10**10)"
    )
    with subprocess.Popen([sys.executable, "-c", script, f"{shelf.address}/tiny.gguf", str(folder)]) as process:
        until = time.monotonic() + 30
        while not (path.exists() and path.stat().st_size == 50_000) and time.monotonic() < until:
            time.sleep(0.01)
        process.kill()
    assert not (folder / "tiny.gguf").exists()
    shelf.cut_after, shelf.requests = [], []
    bring(f"{shelf.address}/tiny.gguf", folder, accept_unknown=True)
    assert (folder / "tiny.gguf").read_bytes() == whole
    assert shelf.requests[0][1] == "bytes=50000-"


def test_removing(tmp_path: Path, folder: Path, whole: bytes) -> None:
    (tmp_path / "a.gguf").write_bytes(whole)
    bring(tmp_path / "a.gguf", folder, accept_unknown=True)
    choose(folder, "a.gguf")
    remove(folder, "a.gguf")
    assert (chosen(folder), installed(folder)) == ("auto", {})
    assert left(folder) == {"chosen.txt"}
    with pytest.raises(ModelError, match=r"a\.gguf cannot be removed"):
        remove(folder, "a.gguf")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"name": 1}', json.dumps({"file": "x"})])
def test_a_damaged_record_counts_as_none(folder: Path, text: str) -> None:
    folder.mkdir()
    (folder / "a.gguf").write_bytes(b"x")
    (folder / "a.gguf.installed").write_text(text)
    assert installed(folder) == {}


def test_the_memory_of_a_container_counts(tmp_path: Path) -> None:
    free = memory_for_models(tmp_path / "none")
    (tmp_path / "max").write_text("max\n")
    assert memory_for_models(tmp_path / "max") == free > 0
    (tmp_path / "max").write_text("2000000000\n")
    assert memory_for_models(tmp_path / "max") == min(free, 800_000_000)
    assert [in_words(n) for n in (10, 142_112, 386_000_000, 1_120_000_000)] == ["1 kB", "142 kB", "386 MB", "1.1 GB"]
