from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from models import ModelError
from models.installing import fetch as fetch_module
from models.installing.fetch import TRIES, check_url, fetch
from tests.models.installing.shelf import Shelf, serving

DATA = bytes(range(256)) * 4000


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with serving() as shelf:
        shelf.files["/a.gguf"] = DATA
        yield shelf


def take(shelf: Shelf, part: Path, **options: Any) -> bytes:
    return fetch(f"{shelf.address}/a.gguf", part, pause=lambda s: None, **options).path.read_bytes()


def test_a_file_comes_whole(shelf: Shelf, tmp_path: Path) -> None:
    seen = []
    assert take(shelf, tmp_path / "p", progress=lambda what, done, total: seen.append((what, done, total))) == DATA
    assert seen[-1] == ("fetching", len(DATA), len(DATA))


def test_a_lost_connection_is_taken_up_where_it_broke(shelf: Shelf, tmp_path: Path) -> None:
    shelf.cut_after = [300_000, 200_000]
    assert take(shelf, tmp_path / "p") == DATA
    assert [asked for _, asked in shelf.requests] == ["", "bytes=300000-", "bytes=500000-"]


def test_the_next_run_goes_on(shelf: Shelf, tmp_path: Path) -> None:
    shelf.cut_after = [300_000] + [0] * TRIES
    with pytest.raises(ModelError, match=r"300 kB are kept, run the same command again"):
        take(shelf, tmp_path / "p")
    shelf.cut_after, shelf.requests = [], []
    assert take(shelf, tmp_path / "p") == DATA
    assert [asked for _, asked in shelf.requests] == ["bytes=300000-"]
    shelf.requests = []
    assert take(shelf, tmp_path / "p") == DATA
    assert shelf.requests == []


def broken_off(shelf: Shelf, part: Path) -> None:
    shelf.cut_after = [300_000] + [0] * TRIES
    with pytest.raises(ModelError):
        take(shelf, part)
    shelf.cut_after, shelf.requests = [], []


def test_another_file_under_the_same_address_is_begun_anew(shelf: Shelf, tmp_path: Path) -> None:
    broken_off(shelf, tmp_path / "p")
    shelf.files["/a.gguf"], shelf.mark = DATA[::-1], '"two"'
    assert take(shelf, tmp_path / "p") == DATA[::-1]


def test_a_shorter_file_of_today_is_begun_anew(shelf: Shelf, tmp_path: Path) -> None:
    broken_off(shelf, tmp_path / "p")
    shelf.files["/a.gguf"] = DATA[:1000]
    assert take(shelf, tmp_path / "p") == DATA[:1000]


@pytest.mark.parametrize(("expected", "asked"), [("", ""), ("0" * 64, "bytes=300000-")])
def test_without_a_mark_only_a_known_hash_lets_it_go_on(
    shelf: Shelf, tmp_path: Path, expected: str, asked: str
) -> None:
    shelf.mark = 'W/"weak"'
    broken_off(shelf, tmp_path / "p")
    assert take(shelf, tmp_path / "p", expected=expected) == DATA
    assert shelf.requests[0][1] == asked


def test_a_part_of_another_address_is_not_used(shelf: Shelf, tmp_path: Path) -> None:
    broken_off(shelf, tmp_path / "p")
    shelf.files["/b.gguf"] = DATA[::-1]
    assert fetch(f"{shelf.address}/b.gguf", tmp_path / "p").path.read_bytes() == DATA[::-1]


def test_a_damaged_note_begins_anew(shelf: Shelf, tmp_path: Path) -> None:
    broken_off(shelf, tmp_path / "p")
    (tmp_path / "p.json").write_text('{"url": [')
    assert take(shelf, tmp_path / "p") == DATA


def test_a_server_without_ranges_or_lengths(shelf: Shelf, tmp_path: Path) -> None:
    shelf.ranges = False
    broken_off(shelf, tmp_path / "p")
    assert take(shelf, tmp_path / "p") == DATA
    shelf.lengths = False
    assert take(shelf, tmp_path / "q") == DATA


def test_a_busy_server_is_asked_again_and_a_missing_file_is_not(shelf: Shelf, tmp_path: Path) -> None:
    shelf.codes = [503, 429]
    assert take(shelf, tmp_path / "p") == DATA
    shelf.requests = []
    with pytest.raises(ModelError, match=r"/none\.gguf: the server answers 404; check the address"):
        fetch(f"{shelf.address}/none.gguf", tmp_path / "q", pause=lambda s: None)
    shelf.codes = [403]
    with pytest.raises(ModelError, match="without an account"):
        take(shelf, tmp_path / "q")
    assert len(shelf.requests) == 2


def test_redirects_and_what_the_hub_says(shelf: Shelf, tmp_path: Path) -> None:
    shelf.moved["/m"] = "/a.gguf"
    shelf.headers = {"X-Linked-ETag": f'"{"a" * 64}"', "X-Repo-Commit": "b" * 40}
    found = fetch(f"{shelf.address}/m", tmp_path / "p")
    assert (found.path.read_bytes(), found.sha256, found.commit) == (DATA, "a" * 64, "b" * 40)
    assert fetch(f"{shelf.address}/m", tmp_path / "p").sha256 == "a" * 64
    shelf.moved["/m"] = "/m"
    with pytest.raises(ModelError, match="circles"):
        fetch(f"{shelf.address}/m", tmp_path / "q")
    shelf.moved["/m"] = "http://192.0.2.1/a.gguf"
    with pytest.raises(ModelError, match=r"192\.0\.2\.1.*not encrypted"):
        fetch(f"{shelf.address}/m", tmp_path / "q")


@pytest.mark.parametrize(
    ("url", "insecure", "good"),
    [
        ("https://a.example/x.gguf", False, True),
        ("http://a.example/x.gguf", False, False),
        ("http://a.example/x.gguf", True, True),
        ("http://127.0.0.1:8/x.gguf", False, True),
        ("http://127.0.0.1.a.example/x.gguf", False, False),
        ("http://localhost@a.example/x.gguf", False, False),
        ("ftp://a.example/x.gguf", True, False),
        ("file:///etc/passwd", True, False),
        ("https:///x.gguf", True, False),
    ],
)
def test_addresses(url: str, insecure: bool, good: bool) -> None:
    if good:
        check_url(url, insecure=insecure)
        return
    with pytest.raises(ModelError):
        check_url(url, insecure=insecure)


class Usage(NamedTuple):
    free: int


def test_a_disk_that_would_be_full_is_left_alone(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(fetch_module.SPARE_DISK + len(DATA) - 1))
    with pytest.raises(ModelError, match=r"1\.0 MB|1 MB more are needed"):
        take(shelf, tmp_path / "p")
    assert not (tmp_path / "p").exists()
