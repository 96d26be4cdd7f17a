"""A worker process is asked, killed, hung and lost; the engine's side gets through it all."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.engine.child import command
from kiosk.engine.service import Service
from kiosk.engine.worker import Worker, WorkerError


def until(condition: Callable[[], object], seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)


@pytest.fixture
def states() -> list[tuple[str, str, str]]:
    return []


@pytest.fixture
def worker(states: list[tuple[str, str, str]]) -> Iterator[Worker]:
    events: list[object] = []
    worker = Worker(
        "toy",
        command("tests.kiosk.engine.toy_worker"),
        on_event=lambda _, event: events.append(event),
        on_state=lambda *state: states.append(state),
    )
    worker.start()
    assert worker.wait_settled(20)
    until(lambda: any(e["event"] == "hello" for e in events))  # type: ignore[index]
    yield worker
    worker.stop()


def test_a_call_is_answered_in_spite_of_noise_on_standard_output(worker: Worker) -> None:
    assert worker.call("echo", 5, text="grüß dich\n")["text"] == "grüß dich\n"


def test_errors_of_an_operation_reach_the_caller_and_the_worker_lives_on(worker: Worker) -> None:
    with pytest.raises(WorkerError, match="not now") as refused:
        worker.call("refuse", 5)
    assert refused.value.code == "busy"
    with pytest.raises(WorkerError, match="a bug"):
        worker.call("burst", 5)
    with pytest.raises(WorkerError, match="no operation"):
        worker.call("fly", 5)
    assert worker.call("echo", 5, text="x")["text"] == "x"


def test_killed_in_mid_call_it_is_back(worker: Worker, states: list[tuple[str, str, str]]) -> None:
    first = worker.call("echo", 5, text="x")["pid"]
    waiting = worker.submit("sleep", seconds=30)
    os.kill(first, signal.SIGKILL)
    with pytest.raises(WorkerError, match="stopped while it worked"):
        waiting.result(10)
    until(lambda: states[-1][1] == "working" and states[-2][1] == "starting")
    assert worker.call("echo", 5, text="x")["pid"] != first
    assert [state for _, state, _ in states] == ["working", "down", "starting", "working"]


def test_one_that_hangs_is_killed_and_started_again(worker: Worker, states: list[tuple[str, str, str]]) -> None:
    with pytest.raises(WorkerError) as slow:
        worker.call("sleep", 0.3, seconds=60)
    assert slow.value.code == "slow"
    until(lambda: len(states) >= 4 and states[-1][1] == "working")
    assert worker.call("echo", 5, text="back")["text"] == "back"


def test_one_that_cannot_work_here_says_why() -> None:
    worker = Worker("toy", command("tests.kiosk.engine.toy_worker", "--absent"))
    worker.start()
    assert not worker.wait_settled(20)
    assert (worker.state, worker.detail) == ("absent", "there is no device")
    with pytest.raises(WorkerError, match="not there"):
        worker.call("echo", 1, text="x")
    worker.stop()


@pytest.mark.parametrize(("arguments", "told"), [((), "toy"), (("--warns",), "toy: the big one is broken")])
def test_what_works_is_told_by_name_beside_any_warning(arguments: tuple[str, ...], told: str) -> None:
    worker = Worker("toy", command("tests.kiosk.engine.toy_worker", *arguments))
    worker.start()
    assert worker.wait_settled(20)
    assert (worker.state, worker.detail) == ("working", told)
    worker.stop()


def test_silence_of_one_that_must_be_heard_ends_it(states: list[tuple[str, str, str]]) -> None:
    worker = Worker(
        "toy", command("tests.kiosk.engine.toy_worker"), on_state=lambda *state: states.append(state), alive_s=1.0
    )
    worker.start()
    until(lambda: ("toy", "down", "ended with code -9, starting again") in states)
    worker.stop()


def test_children_die_with_their_parent(tmp_path: Path) -> None:
    parent = tmp_path / "parent.py"
    parent.write_text(
        "import time\nfrom kiosk.engine.child import program\nfrom kiosk.engine.service import Service\n"
        "s = Service('s', program('sleep', '60'))\ns.start()\n"
        "while s.pid is None: time.sleep(0.01)\ntime.sleep(0.5)\nprint(s.pid, flush=True)\ntime.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, str(parent)], stdout=subprocess.PIPE, cwd=Path.cwd())
    assert process.stdout is not None
    child = int(process.stdout.readline())
    process.kill()
    process.wait()
    until(lambda: not Path(f"/proc/{child}").exists() or "Z" in Path(f"/proc/{child}/stat").read_text().split()[2])


def test_a_service_is_started_again_until_it_ends_for_good(tmp_path: Path) -> None:
    flag = tmp_path / "flag"
    code = f"import pathlib,sys; p=pathlib.Path({str(flag)!r}); n=len(p.read_text()) if p.exists() else 0;"
    code += "p.write_text('x'*(n+1)); sys.exit(1 if n < 2 else 0)"
    states: list[str] = []
    service = Service(
        "s", [sys.executable, "-c", code], on_state=lambda _, state, __: states.append(state), final_codes=(0,)
    )
    service.start()
    assert service.wait(20)
    assert service.code == 0
    assert flag.read_text() == "xxx"
    assert states == ["working", "down", "working", "down", "working", "ended"]


def test_one_that_ends_as_told_is_not_taken_for_one_that_hangs(
    worker: Worker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("kiosk.engine.worker.READY_S", 0.0)
    worker.stop()
    until(lambda: not any(thread.name == "watch-toy" for thread in threading.enumerate()))
    assert not caplog.records
