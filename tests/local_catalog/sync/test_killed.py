"""kill -9 at every step of a sync and of a publication, and what is there afterwards."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from local_catalog.publishing import refresh, rotate
from local_catalog.sync import Outcome
from tests.local_catalog.sync.hq import Hq, Kiosk, Server, accept


def killed_at(wanted: str, work: Callable[[Callable[[str], None]], object]) -> bool:
    """Do the work in a child that is ended at the step; whether it came there."""

    def step(name: str) -> None:
        if name == wanted:
            os.kill(os.getpid(), signal.SIGKILL)

    pid = os.fork()
    if pid == 0:
        try:
            work(step)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL


def steps_of(work: Callable[[Callable[[str], None]], object]) -> list[str]:
    seen: list[str] = []
    work(seen.append)
    return seen


PATCH = ["metadata", "loaded", "copied", "applied", "checked", "placed", "swapped", "tidied"]
SNAPSHOT = ["metadata", "loaded", "unpacked", "checked", "placed", "swapped", "tidied"]


@pytest.mark.parametrize("step", PATCH)
def test_a_sync_by_patchset(hq: Hq, server: Server, kiosk: Kiosk, step: str) -> None:
    hq.publish()
    kiosk.sync()
    hq.publish()
    assert killed_at(step, lambda told: kiosk.sync(step=told))
    assert kiosk.version == ("v2" if step in ("swapped", "tidied") else "v1")
    assert kiosk.folder.audit() is None
    report = kiosk.sync()
    assert report.version == kiosk.version == "v2"
    assert kiosk.folder.audit() is None
    assert sorted(path.suffix for path in kiosk.folder.versions.iterdir()) == [".db", ".db", ".json", ".json"]
    assert not list(kiosk.folder.work.iterdir())
    kiosk.folder.rollback()
    assert kiosk.version == "v1"
    assert kiosk.folder.audit() is None


@pytest.mark.parametrize("step", SNAPSHOT)
def test_a_sync_by_snapshot(hq: Hq, server: Server, kiosk: Kiosk, step: str) -> None:
    hq.publish()
    assert killed_at(step, lambda told: kiosk.sync(step=told))
    assert kiosk.version == ("v1" if step in ("swapped", "tidied") else None)
    report = kiosk.sync()
    assert report.version == kiosk.version == "v1"
    assert kiosk.folder.audit() is None
    if step not in ("metadata",):
        assert server.asked(".db.zst") == 1


def test_the_steps_are_all_there_are(hq: Hq, kiosk: Kiosk) -> None:
    hq.publish()
    assert steps_of(lambda told: kiosk.sync(step=told)) == SNAPSHOT
    hq.publish()
    assert steps_of(lambda told: kiosk.sync(step=told)) == PATCH


PUBLISH = ["checked", "patchset", "packed", "targets", "snapshot", "timestamp"]


@pytest.mark.parametrize("step", PUBLISH)
def test_a_publication(hq: Hq, kiosk: Kiosk, step: str) -> None:
    hq.publish()
    kiosk.sync()
    assert killed_at(step, lambda told: hq.publish(step=told))
    seen = kiosk.sync()
    assert seen.outcome in (Outcome.UP_TO_DATE, Outcome.UPDATED)
    assert kiosk.version == ("v2" if step == "timestamp" else "v1")
    assert kiosk.folder.audit() is None
    # The same again: the child's copy of the catalog is gone, so it is made and published as before.
    report = hq.publish()
    assert (report.version, report.number) == ("v2", 2)
    assert report.new == (step != "timestamp")
    assert kiosk.sync().version == "v2"
    assert {path.name for path in (hq.public / ".work").iterdir()} == {"lock"}
    assert len(list((hq.public / "targets").iterdir())) == 3


def test_the_steps_of_a_publication_are_all_there_are(hq: Hq) -> None:
    hq.publish()
    assert steps_of(lambda told: hq.publish(step=told)) == PUBLISH


@pytest.mark.parametrize("step", ["snapshot", "timestamp"])
def test_signing_anew(hq: Hq, kiosk: Kiosk, step: str) -> None:
    hq.publish()
    kiosk.sync()
    assert killed_at(step, lambda told: refresh(hq.public, hq.keys, now=hq.now, step=told))
    assert kiosk.sync().outcome is Outcome.UP_TO_DATE
    refresh(hq.public, hq.keys, now=hq.now)
    assert kiosk.sync().outcome is Outcome.UP_TO_DATE


@pytest.mark.parametrize("step", ["keys", "targets", "snapshot", "timestamp", "root"])
@pytest.mark.parametrize("role", ["targets", "online"])
def test_a_change_of_keys(hq: Hq, kiosk: Kiosk, role: str, step: str) -> None:
    hq.publish()
    kiosk.sync()
    assert killed_at(step, lambda told: rotate(hq.public, hq.keys, role, now=hq.now, step=told))  # type: ignore[arg-type]
    assert kiosk.sync().outcome is Outcome.UP_TO_DATE
    rotate(hq.public, hq.keys, role, now=hq.now)  # type: ignore[arg-type]
    hq.publish()
    assert kiosk.sync().version == "v2"


def test_a_copy_of_the_folder_taken_at_any_step_is_good(hq: Hq, server: Server, kiosk: Kiosk, tmp_path: Path) -> None:
    """What a loss of power leaves, as far as names and contents go."""
    hq.publish()
    kiosk.sync()
    hq.publish()
    copies: list[Kiosk] = []

    def keep(step: str) -> None:
        copy = tmp_path / f"copy-{step}"
        shutil.copytree(kiosk.folder.path, copy, symlinks=True)
        copies.append(Kiosk(copy, None, server.url))

    kiosk.sync(step=keep)
    assert len(copies) == len(PATCH)
    for copy in copies:
        assert copy.version in ("v1", "v2")
        assert copy.folder.audit() is None
        assert copy.sync(self_check=accept).version == "v2"
