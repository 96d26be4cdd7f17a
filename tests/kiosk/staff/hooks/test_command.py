"""A program that is run for a call: what it is told, how it fails, and that nothing of it stays when it hangs."""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path
from typing import Any

import pytest

from kiosk.settings import CommandSettings
from kiosk.staff import StaffError
from kiosk.staff.hooks.command import Command
from kiosk.staff.hooks.hook import HookError
from tests.kiosk.staff.hooks.telling import calm, ring


def program(folder: Path, text: str) -> str:
    path = folder / "bell"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return str(path)


def hook(*run: str, **more: Any) -> Command:
    return Command(CommandSettings(run=run, **more))


async def test_it_is_told_on_standard_input_and_in_variables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AISLEWISE_STAFF__WEBHOOK__SECRET", "hush")
    bell = program(tmp_path, f'cat > {tmp_path}/in; env > {tmp_path}/env; echo "$1" > {tmp_path}/argument')
    await hook(bell, "$(touch x); rm").send(ring(place='a "place"; $(touch y)'))
    assert json.loads((tmp_path / "in").read_text())["place"] == 'a "place"; $(touch y)'
    variables = dict(line.partition("=")[::2] for line in (tmp_path / "env").read_text().splitlines())
    assert variables["AISLEWISE_CALL_PLACE"] == 'a "place"; $(touch y)'
    assert (variables["AISLEWISE_CALL_URGENT"], variables["AISLEWISE_CALL_CLAIMED_BY"]) == ("0", "")
    assert not any("hush" in value or "secreto" in value for value in variables.values())
    assert (tmp_path / "argument").read_text() == "$(touch x); rm\n"


async def test_it_runs_for_the_end_only_where_the_store_wants_that() -> None:
    assert hook("true").wants(ring())
    assert not hook("true").wants(calm())
    assert not hook("true").wants(ring(only="Ana"))
    assert hook("true", calm=True).wants(calm())


async def test_how_it_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(HookError, match="ended with code 3"):
        await hook(program(tmp_path, "exit 3")).send(ring())
    made = hook(str(tmp_path / "bell"))
    (tmp_path / "bell").unlink()
    with pytest.raises(HookError, match=r"bell cannot be run \(No such file"):
        await made.send(ring())


def test_one_that_is_not_there_is_told_before_anybody_calls(tmp_path: Path) -> None:
    (tmp_path / "bell").write_text("")
    for name in ("bell", "missing"):
        with pytest.raises(StaffError, match=f"{name}: is not there or cannot be run"):
            hook(str(tmp_path / name))


async def test_one_that_reads_nothing_and_prints_much_is_no_trouble(tmp_path: Path) -> None:
    await hook(program(tmp_path, "exec <&-; head -c 1000000 /dev/zero; exit 0")).send(ring())


async def test_one_that_hangs_is_killed_with_all_it_started(tmp_path: Path) -> None:
    bell = program(tmp_path, f"sleep 60 & echo $! > {tmp_path}/child; trap '' TERM; wait")
    with pytest.raises(HookError, match="longer than 1 s"):
        await hook(bell, limit_s=1).send(ring())
    await gone(int((tmp_path / "child").read_text()))


async def test_one_that_is_left_is_killed_too(tmp_path: Path) -> None:
    bell = program(tmp_path, f"echo $$ > {tmp_path}/own; sleep 60")
    task = asyncio.create_task(hook(bell).send(ring()))
    async with asyncio.timeout(10):
        while not (tmp_path / "own").exists() or not (tmp_path / "own").read_text():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait({task})
    await gone(int((tmp_path / "own").read_text()))


async def gone(pid: int) -> None:
    """Wait until a process has ended; one that nobody has waited for yet has ended, too."""
    async with asyncio.timeout(10):
        while os.path.exists(f"/proc/{pid}"):  # noqa: ASYNC240
            if " Z " in Path(f"/proc/{pid}/stat").read_text():  # noqa: ASYNC240
                return
            await asyncio.sleep(0.01)
