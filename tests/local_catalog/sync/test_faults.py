"""What servers, networks, disks and clocks do to a kiosk: each time a good catalog stays, and a sentence says why."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from local_catalog import CatalogError
from local_catalog.publishing import make_keys, refresh
from local_catalog.sync import CatalogFolder, Limits, Outcome, client
from local_catalog.sync.folder import file_digest
from tests.local_catalog.sync.hq import NOW, Hq, Kiosk, Server, drip, reply


@pytest.fixture
def served(hq: Hq, kiosk: Kiosk) -> Kiosk:
    """A kiosk that serves v1, and an HQ that has v2."""
    hq.publish()
    assert kiosk.sync().version == "v1"
    hq.publish()
    return kiosk


def only(part: str, answer: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda handler: part in handler.path and answer(handler)


def unharmed(kiosk: Kiosk, report: Any, outcome: Outcome, *words: str) -> None:
    """v1 is still served, whole, and the report is one clear sentence."""
    assert report.outcome is outcome, report
    assert (report.version, kiosk.version) == ("v1", "v1")
    assert kiosk.folder.audit() is None
    assert "\n" not in report.message
    for word in words:
        assert word in report.message, report.message


def recovers(kiosk: Kiosk, server: Server) -> None:
    server.answer = None
    assert kiosk.sync().version == "v2"
    assert kiosk.folder.audit() is None
    assert not list(kiosk.folder.work.iterdir())
    assert not list(kiosk.folder.partial.iterdir())


# --- the server -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["timestamp.json", ".patch"])
@pytest.mark.parametrize("status", [500, 503, 401])
def test_errors_of_the_server(served: Kiosk, server: Server, part: str, status: int) -> None:
    server.answer = only(part, lambda handler: reply(handler, status, b"no"))
    unharmed(served, served.sync(), Outcome.UNREACHABLE, str(status))
    recovers(served, server)


def test_nobody_listens(served: Kiosk, server: Server) -> None:
    server.close()
    unharmed(served, served.sync(), Outcome.UNREACHABLE, "cannot be reached")


def test_a_name_that_does_not_exist(served: Kiosk) -> None:
    served.url = "http://no-such-host.invalid/catalog"
    unharmed(served, served.sync(), Outcome.UNREACHABLE)


def test_a_missing_patchset_file(served: Kiosk, server: Server) -> None:
    server.answer = only(".patch", lambda handler: reply(handler, 404, b"gone"))
    unharmed(served, served.sync(), Outcome.UNREACHABLE, "404")
    recovers(served, server)


@pytest.mark.parametrize("part", ["timestamp.json", "2.targets.json", ".patch"])
def test_a_server_that_accepts_and_says_nothing(served: Kiosk, server: Server, part: str) -> None:
    server.answer = only(part, lambda _: time.sleep(4) or True)
    unharmed(served, served.sync(limits=Limits(silence_s=0.3, metadata_s=5)), Outcome.UNREACHABLE, "no answer in time")
    recovers(served, server)


def _headers_for_ever(handler: Any) -> bool:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    return drip(handler, b"X-Slow: 1\r\n", 0.05)


def _body_for_ever(handler: Any) -> bool:
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    return drip(handler, b" ", 0.05)


@pytest.mark.parametrize("answer", [_headers_for_ever, _body_for_ever])
@pytest.mark.parametrize("part", ["timestamp.json", ".patch"])
def test_a_server_that_drips(served: Kiosk, server: Server, part: str, answer: Callable[[Any], bool]) -> None:
    server.answer = only(part, answer)
    limits = Limits(silence_s=3, metadata_s=0.6, file_s=0.6, slowest=1)
    unharmed(served, served.sync(limits=limits), Outcome.UNREACHABLE, "took longer than 0.6 s")
    recovers(served, server)


def test_a_file_that_comes_too_slowly(served: Kiosk, server: Server) -> None:
    server.answer = only(".patch", _body_for_ever)
    limits = Limits(silence_s=3, metadata_s=0.4, file_s=60, slowest=1000)
    unharmed(served, served.sync(limits=limits), Outcome.UNREACHABLE, "too slowly")
    recovers(served, server)


def _endless(handler: Any) -> bool:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    while True:
        handler.wfile.write(b"10000\r\n" + b"x" * 65536 + b"\r\n")


@pytest.mark.parametrize("part", ["timestamp.json", "2.snapshot.json", "root.json"])
def test_endless_metadata(served: Kiosk, server: Server, part: str) -> None:
    server.answer = only(part, _endless)
    report = served.sync()
    assert report.bytes < 2_000_000
    unharmed(served, report, Outcome.UNREACHABLE)
    recovers(served, server)


def test_an_endless_patchset_is_cut_and_the_snapshot_taken(served: Kiosk, server: Server) -> None:
    server.answer = only(".patch", _endless)
    report = served.sync()
    assert report.outcome is Outcome.UPDATED
    assert "by snapshot" in report.message
    assert "longer than" in report.message
    assert report.bytes < 2_000_000


def test_an_endless_snapshot(served: Kiosk, server: Server) -> None:
    server.answer = lambda handler: (".patch" in handler.path or ".db.zst" in handler.path) and _endless(handler)
    unharmed(served, served.sync(), Outcome.REFUSED, "longer than")
    recovers(served, server)


def test_a_network_that_wants_a_login_answers_everything_with_a_page(served: Kiosk, server: Server) -> None:
    server.answer = lambda handler: reply(handler, 200, b"<html>Welcome to the guest network</html>")
    unharmed(served, served.sync(), Outcome.REFUSED, "damaged or tampered with")
    recovers(served, server)


def test_redirects_are_followed_but_not_in_circles(served: Kiosk, server: Server) -> None:
    server.answer = lambda handler: reply(handler, 302, b"", {"Location": handler.path})
    unharmed(served, served.sync(), Outcome.UNREACHABLE, "redirects")

    def elsewhere(handler: Any) -> bool:
        if handler.path.startswith("/cdn"):
            handler.path = handler.path.removeprefix("/cdn")
            return False
        return reply(handler, 307, b"", {"Location": f"/cdn{handler.path}"})

    server.answer = elsewhere
    assert served.sync().version == "v2"


def test_a_redirect_to_a_file_of_the_kiosk(served: Kiosk, server: Server) -> None:
    server.answer = lambda handler: reply(handler, 302, b"", {"Location": "file:///etc/passwd"})
    unharmed(served, served.sync(), Outcome.UNREACHABLE)


def test_proxies_of_the_environment_are_not_asked(served: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert served.sync().version == "v2"


# --- broken downloads -------------------------------------------------------------------------------------------------


def _breaks_after(share: float) -> Callable[[Any], bool]:
    def answer(handler: Any) -> bool:
        data = (handler.server_folder / handler.path.lstrip("/")).read_bytes()
        begin = int(handler.headers.get("Range", "bytes=0-").removeprefix("bytes=").rstrip("-"))
        handler.send_response(206 if begin else 200)
        if begin:
            handler.send_header("Content-Range", f"bytes {begin}-{len(data) - 1}/{len(data)}")
        handler.send_header("Content-Length", str(len(data) - begin))
        handler.end_headers()
        handler.wfile.write(data[begin : begin + int(len(data) * share)])
        handler.wfile.flush()
        handler.close_connection = True
        return True

    return answer


def test_a_broken_download_goes_on_where_it_was(hq: Hq, kiosk: Kiosk, server: Server) -> None:
    hq.publish()
    breaking = _breaks_after(0.3)

    def answer(handler: Any) -> bool:
        handler.server_folder = hq.public
        return ".db.zst" in handler.path and breaking(handler)

    server.answer = answer
    reports = [kiosk.sync() for _ in range(4)]
    assert [report.outcome for report in reports] == [Outcome.UNREACHABLE] * 3 + [Outcome.UPDATED]
    assert "the next sync goes on from there" in reports[0].message
    ranges = [wanted for path, wanted in server.requests if ".db.zst" in path]
    assert ranges[0] is None
    assert all(ranges[1:])
    size = next((hq.public / "targets").iterdir()).stat().st_size
    assert sum(report.bytes for report in reports) < size + 8 * 2000


def test_a_server_without_ranges_starts_over(hq: Hq, kiosk: Kiosk, server: Server) -> None:
    hq.publish()
    target = next((hq.public / "targets").iterdir())
    (kiosk.folder.partial / target.name.split(".")[0]).write_bytes(target.read_bytes()[:1000])
    server.answer = only(".db.zst", lambda handler: reply(handler, 200, target.read_bytes()))
    assert kiosk.sync().version == "v1"


@pytest.mark.parametrize("content", [b"wrong" * 100, b"x" * 10_000_000])
def test_a_part_from_before_that_is_wrong_is_loaded_anew(hq: Hq, kiosk: Kiosk, server: Server, content: bytes) -> None:
    hq.publish()
    target = next((hq.public / "targets").iterdir())
    (kiosk.folder.partial / target.name.split(".")[0]).write_bytes(content)
    assert kiosk.sync().version == "v1"


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("part", [".patch", ".db.zst"])
def test_files_damaged_on_the_way(hq: Hq, kiosk: Kiosk, server: Server, part: str, seed: int) -> None:
    chance = random.Random(seed)
    hq.publish()
    kiosk.sync()
    hq.publish()
    [target] = (hq.public / "targets").glob(f"*2{part}")
    good = target.read_bytes()
    place = chance.randrange(len(good))
    damaged = (
        good[:place] if seed % 2 else good[:place] + bytes([good[place] ^ 1 << chance.randrange(8)]) + good[place + 1 :]
    )
    target.write_bytes(damaged)
    if part == ".db.zst":
        next((hq.public / "targets").glob("*.patch")).unlink()
        (kiosk.folder.path / "current.json").unlink()
        shutil.rmtree(kiosk.folder.versions)
    report = kiosk.sync()
    if part == ".db.zst":
        assert report.outcome in (Outcome.REFUSED, Outcome.UNREACHABLE)
        assert kiosk.version is None
    elif seed % 2:
        assert (report.outcome, kiosk.version) == (Outcome.UNREACHABLE, "v1")
    else:
        assert "by snapshot" in report.message
    target.write_bytes(good)
    assert kiosk.sync().version == "v2"
    assert kiosk.folder.audit() is None


# --- signatures -------------------------------------------------------------------------------------------------------


def test_somebody_else_signs(served: Kiosk, hq: Hq, tmp_path: Path, small_file: Path, server: Server) -> None:
    (tmp_path / "thief").mkdir()
    thief = Hq(tmp_path / "thief", small_file)
    for _ in range(5):
        thief.publish()
    server.folder = thief.public
    unharmed(served, served.sync(), Outcome.REFUSED, "signatures")
    server.folder = hq.public
    recovers(served, server)


def test_a_thief_brings_a_root_of_his_own(served: Kiosk, hq: Hq, tmp_path: Path, server: Server) -> None:
    make_keys(tmp_path / "thief", now=NOW)
    shutil.copy(tmp_path / "thief" / "root.json", hq.public / "metadata" / "2.root.json")
    unharmed(served, served.sync(), Outcome.REFUSED)
    (hq.public / "metadata" / "2.root.json").unlink()
    recovers(served, server)


@pytest.mark.parametrize("name", ["timestamp.json", "2.snapshot.json", "2.targets.json"])
@pytest.mark.parametrize("seed", range(3))
def test_tampered_metadata(served: Kiosk, hq: Hq, server: Server, name: str, seed: int) -> None:
    path = hq.public / "metadata" / name
    good = path.read_bytes()
    chance = random.Random(seed)
    while True:
        place = chance.randrange(len(good))
        bad = good[:place] + bytes([chance.randrange(32, 127)]) + good[place + 1 :]
        if bad != good:
            break
    path.write_bytes(bad)
    report = served.sync()
    assert report.outcome in (Outcome.REFUSED, Outcome.UNREACHABLE), report
    assert served.version == "v1"
    path.write_bytes(good)
    recovers(served, server)


def test_old_metadata_is_played_again(served: Kiosk, hq: Hq, tmp_path: Path, server: Server) -> None:
    shutil.copytree(hq.public, tmp_path / "old")
    hq.publish()
    assert served.sync().version == "v3"
    server.folder = tmp_path / "old"
    report = served.sync()
    assert (report.outcome, report.version) == (Outcome.REFUSED, "v3")
    assert "older than what was seen before" in report.message


def test_old_metadata_is_noticed_by_a_kiosk_whose_trusted_metadata_is_gone(
    served: Kiosk, hq: Hq, tmp_path: Path, server: Server
) -> None:
    shutil.copytree(hq.public, tmp_path / "old")
    hq.publish()
    assert served.sync().version == "v3"
    shutil.rmtree(served.folder.metadata)
    server.folder = tmp_path / "old"
    report = served.sync()
    assert (report.outcome, report.version) == (Outcome.REFUSED, "v3")
    assert "HQ publishes the old content as a new version" in report.message


def test_metadata_mixed_from_two_publications(served: Kiosk, hq: Hq, server: Server) -> None:
    metadata = hq.public / "metadata"
    newer = (metadata / "2.targets.json").read_bytes()
    shutil.copy(metadata / "1.targets.json", metadata / "2.targets.json")
    unharmed(served, served.sync(), Outcome.REFUSED, "mixed")
    (metadata / "2.targets.json").write_bytes(newer)
    recovers(served, server)


def test_a_frozen_server_is_noticed_when_its_signature_ends(served: Kiosk, hq: Hq) -> None:
    assert served.sync().version == "v2"
    report = served.sync(now=NOW + timedelta(days=20))
    assert (report.outcome, report.version) == (Outcome.EXPIRED, "v2")
    assert "aislewise catalog refresh" in report.message
    refresh(hq.public, hq.keys, now=NOW + timedelta(days=20))
    assert served.sync(now=NOW + timedelta(days=20)).outcome is Outcome.UP_TO_DATE


def test_a_clock_that_jumps_ahead_stops_nothing_for_good(served: Kiosk, server: Server) -> None:
    unharmed(served, served.sync(now=NOW + timedelta(days=36500)), Outcome.EXPIRED, "this clock is wrong")
    recovers(served, server)


def test_a_clock_that_falls_back_does_not_bring_old_signatures_to_life(served: Kiosk, hq: Hq) -> None:
    later = NOW + timedelta(days=30)
    hq.now = later
    hq.publish()
    assert served.sync(now=later).version == "v3"
    # The battery is empty: the clock says 1970. What HQ signed last tells that it must be later.
    assert served.sync(now=NOW.replace(year=1970)).outcome is Outcome.UP_TO_DATE
    stale = (hq.public / "metadata" / "timestamp.json").read_bytes()
    assert served.folder.status().signed_at == hq.now.isoformat()
    hq.now = later + timedelta(days=60)
    hq.publish()
    assert served.sync(now=NOW.replace(year=1970)).version == "v4"
    shutil.rmtree(served.folder.metadata)
    (hq.public / "metadata" / "timestamp.json").write_bytes(stale)
    report = served.sync(now=NOW.replace(year=1970))
    assert (report.outcome, report.version) == (Outcome.EXPIRED, "v4")


def test_the_trusted_root_is_damaged(served: Kiosk) -> None:
    (served.folder.path / "trust" / "root.json").write_bytes(b"{")
    unharmed(served, served.sync(), Outcome.REFUSED, "set the kiosk up with HQ's root.json")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"current": 5}', b"\xff\xfe"])
def test_damaged_files_of_the_folder(served: Kiosk, server: Server, content: bytes) -> None:
    for path in served.folder.metadata.glob("*.json"):
        path.unlink()
        path.write_bytes(content)
    (served.folder.path / "current.json").write_bytes(content)
    assert served.version == "v1"
    recovers(served, server)


# --- the kiosk's own disk ---------------------------------------------------------------------------------------------


def test_a_catalog_that_rotted_is_not_built_upon(served: Kiosk, server: Server) -> None:
    path = served.folder.current()
    assert path is not None
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    report = served.sync()
    assert (report.outcome, report.version) == (Outcome.UPDATED, "v2")
    assert "by snapshot" in report.message
    assert "is damaged on this disk" in report.message
    assert served.folder.audit() is None


def test_a_disk_that_cannot_read_the_old_catalog_any_more(
    served: Kiosk, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(path: Path) -> str:
        if path.parent == served.folder.versions:
            raise OSError(5, "Input/output error")
        return file_digest(path)

    monkeypatch.setattr(client, "file_digest", broken)
    report = served.sync()
    assert (report.outcome, report.version) == (Outcome.UPDATED, "v2")
    assert "by snapshot" in report.message


def test_the_audit_finds_what_rotted_and_the_next_sync_mends_it(hq: Hq, kiosk: Kiosk, server: Server) -> None:
    hq.publish()
    kiosk.sync()
    path = kiosk.folder.current()
    assert path is not None
    data = bytearray(path.read_bytes())
    data[data.index(b"Whole Milk")] ^= 1
    path.write_bytes(data)
    told = kiosk.folder.audit()
    assert told is not None
    assert "damaged on this disk" in told
    assert kiosk.folder.status().damaged
    report = kiosk.sync()
    assert (report.outcome, report.version) == (Outcome.UPDATED, "v1")
    assert kiosk.folder.audit() is None
    assert not kiosk.folder.status().damaged


def test_the_audit_goes_back_to_the_version_before(served: Kiosk, server: Server) -> None:
    served.sync()
    path = served.folder.current()
    assert path is not None
    path.write_bytes(path.read_bytes()[:50_000])
    assert served.folder.audit() is not None
    assert served.version == "v1"
    recovers(served, server)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MB of its own."""
    if os.geteuid() != 0:
        pytest.skip("mounting needs root")
    mounted = tmp_path / "disk"
    mounted.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", mounted], check=False).returncode:
        pytest.skip("this machine does not mount")
    yield mounted
    subprocess.run(["umount", "-l", mounted], check=True)


def test_a_small_disk_is_seen_before_anything_is_loaded(hq: Hq, server: Server, tiny_disk: Path) -> None:
    hq.publish()
    kiosk = Kiosk(tiny_disk / "kiosk", hq.root, server.url)
    report = kiosk.sync()
    assert (report.outcome, report.version) == (Outcome.NO_SPACE, None)
    assert "are needed" in report.message
    assert server.asked(".db.zst") == 0


def test_a_disk_that_fills_up_on_the_way(
    hq: Hq, server: Server, tiny_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_SPARE", 0)
    hq.publish()
    kiosk = Kiosk(tiny_disk / "kiosk", hq.root, server.url)
    assert kiosk.sync().version == "v1"
    hq.publish()
    filler = tiny_disk / "filler"

    def fill(step: str) -> None:
        if step == "loaded":
            filler.write_bytes(b"")
            with filler.open("r+b") as file:
                try:
                    while True:
                        file.write(b"x" * 4096)
                        file.flush()
                except OSError:
                    pass

    unharmed(kiosk, kiosk.sync(step=fill), Outcome.NO_SPACE, "the disk is full")
    filler.unlink()
    assert kiosk.sync().version == "v2"


def test_files_may_not_grow(hq: Hq, kiosk: Kiosk, server: Server) -> None:
    """The same by a limit of the process, which everybody may set."""
    hq.publish()
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
        os._exit(0 if kiosk.sync().outcome is Outcome.NO_SPACE else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert kiosk.version is None
    assert kiosk.sync().version == "v1"


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (OSError(28, "No space left on device"), Outcome.NO_SPACE),
        (OSError(5, "Input/output error"), Outcome.FAILED),
        (MemoryError(), Outcome.FAILED),
    ],
)
def test_a_check_that_the_machine_could_not_do_is_done_again(
    served: Kiosk, server: Server, error: Exception, outcome: Outcome
) -> None:
    def check(_: Path) -> None:
        raise error

    unharmed(served, served.sync(self_check=check), outcome)
    assert served.folder.status().bad == {}
    recovers(served, server)


def test_two_syncs_at_once(served: Kiosk, server: Server) -> None:
    inside, go = threading.Event(), threading.Event()
    reports = []

    def wait(step: str) -> None:
        if step == "loaded":
            inside.set()
            go.wait(5)

    thread = threading.Thread(target=lambda: reports.append(served.sync(step=wait)))
    thread.start()
    assert inside.wait(5)
    other = Kiosk(served.folder.path, None, served.url)
    report = other.sync()
    go.set()
    thread.join()
    assert report.outcome is Outcome.BUSY
    assert "another sync is running" in report.message
    assert reports[0].version == "v2"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CatalogError, match="cannot be made"):
        CatalogFolder(tmp_path / "file" / "kiosk")
