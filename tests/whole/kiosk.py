"""A whole kiosk as its user has it: `aislewise run` in a process of its own, with a data folder of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kiosk import protocol
from kiosk.engine.client import EngineAwayError, EngineClient

_NOT_ITS_USERS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_", "AISLEWISE_")
"""Variables of the tests' own process that a kiosk does not inherit."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(condition: Callable[[], Any], what: str, seconds: float = 30.0) -> Any:
    """Wait until a condition gives something; fails saying what did not happen."""
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, f"within {seconds:g} s {what} did not happen"
        time.sleep(0.05)
    return found


class Kiosk:
    """A running kiosk and what can be asked about it."""

    def __init__(self, data: Path, environment: Mapping[str, str]) -> None:
        self.data = data
        self.port = free_port()
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(_NOT_ITS_USERS)},
            "AISLEWISE_DATA_DIR": str(data),
            "AISLEWISE_STAFF__HOST": "127.0.0.1",
            "AISLEWISE_STAFF__PORT": str(self.port),
            **environment,
        }
        self.lines: list[str] = []
        self._process: subprocess.Popen[str] | None = None

    def start(self, *before: str) -> None:
        """Open the kiosk, by way of the command `before` if given; returns when it says it is open."""
        told = len(self.lines)
        self._process = subprocess.Popen(
            [*before, sys.executable, "-m", "kiosk.cli", "run"],
            env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        threading.Thread(target=self._read, args=(self._process,), daemon=True).start()
        until(
            lambda: any("The kiosk is open" in line for line in self.lines[told:]) or self._process.poll() is not None,
            "the kiosk's opening",
            60,
        )
        assert self._process.poll() is None, "\n".join(self.lines)

    def start_engine(self) -> None:
        """Start the engine alone, without a screen; returns when it answers."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kiosk.cli", "engine"],
            env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        threading.Thread(target=self._read, args=(self._process,), daemon=True).start()
        until(self.health, "the engine's answering", 60)

    def client(self, role: str = "command", timeout_s: float = 20.0) -> EngineClient:
        """A connection to the engine."""
        return EngineClient(self.data / "run" / "engine.sock", timeout_s, role)

    def stop(self) -> int:
        """Ctrl-C; returns the exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGINT)
        try:
            return self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise

    def said(self, words: str) -> str | None:
        """The line in which the command said something."""
        return next((line for line in self.lines if words in line), None)

    @property
    def pin(self) -> str:
        """The PIN of the first account, as told at the first start."""
        line = until(lambda: self.said("PIN"), "telling the first PIN")
        return re.search(r"PIN (\d+)", line).group(1)  # type: ignore[union-attr]

    def health(self) -> dict[str, str]:
        """State of each part by name; empty while the engine is away."""
        try:
            with self.client() as client:
                reply = client.request(protocol.Health(id=client.next_id()), protocol.HealthReply)
        except EngineAwayError:
            return {}
        return {part.name: part.state for part in reply.parts}

    def wait_working(self, *names: str, seconds: float = 60.0) -> None:
        """Wait until parts work."""
        until(lambda: all(self.health().get(name) == "working" for name in names), f"working of {names}", seconds)

    def pid(self, *words: str) -> int | None:
        """Process id of this kiosk's child whose command line has these words."""
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                line = (entry / "cmdline").read_bytes().split(b"\0")
                environment = (entry / "environ").read_bytes()
            except OSError:
                continue
            if (
                all(word.encode() in line for word in words)
                and f"AISLEWISE_DATA_DIR={self.data}".encode() in environment
            ):
                return int(entry.name)
        return None

    def command(self, *arguments: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run an `aislewise` command beside the kiosk."""
        return subprocess.run(
            [sys.executable, "-m", "kiosk.cli", *arguments],
            env=self.environment, input=text, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    def events(self, last: int = 200) -> list[dict[str, Any]]:
        done = self.command("events", "--last", str(last))
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self.lines.append(line.rstrip())


@contextmanager
def running_kiosk(data: Path, **environment: str) -> Iterator[Kiosk]:
    """A kiosk that is open until the block ends."""
    kiosk = Kiosk(data, environment)
    kiosk.start()
    try:
        yield kiosk
    finally:
        kiosk.stop()
