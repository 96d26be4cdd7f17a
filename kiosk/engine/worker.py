"""A supervised worker process: started, asked, watched, and started again when it dies or hangs."""

from __future__ import annotations

import itertools
import json
import logging
import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import contextmanager
from typing import Any

from kiosk.engine.backoff import Backoff
from kiosk.engine.pipe import Fields

log = logging.getLogger(__name__)

GONE_FOR_GOOD = 3
"""Exit code of a worker whose part cannot work here (no device, no model): tried again only every RETRY_ABSENT_S."""
RETRY_ABSENT_S = 20.0
READY_S = 60.0
"""A worker that is not ready after this long is killed and started again."""

_ENVIRONMENT = {"OMP_WAIT_POLICY": "PASSIVE", "GOMP_SPINCOUNT": "0", "PYTHONUNBUFFERED": "1"}
"""Idle OpenMP threads must sleep: spinning ones slow an answer by a factor of twenty on a busy machine."""


class WorkerError(Exception):
    """The worker is away, answered with an error, or took too long. `code` is the worker's own, or `away`, `slow`."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class Worker:
    """One worker process of the engine.

    `on_event(name, event)` and `on_state(name, state, detail)` are called on the worker's own thread; state is
    starting, working, down or absent. Calls may come from any thread.
    """

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        *,
        on_event: Callable[[str, Fields], None] | None = None,
        on_state: Callable[[str, str, str], None] | None = None,
        environment: Mapping[str, str] | None = None,
        alive_s: float | None = None,
    ) -> None:
        """`alive_s`: kill the worker when it has sent nothing for this long (it must then send `alive` by itself)."""
        self.name = name
        self.info: Fields = {}
        self.state = "starting"
        self.detail = ""
        self._command = list(command)
        self._environment = dict(environment or {})
        self._on_event = on_event
        self._on_state = on_state
        self._alive_s = alive_s
        self._ids = itertools.count(1)
        self._waiting: dict[int, Future[Fields]] = {}
        self._streams: dict[str, Callable[[Fields], None]] = {}
        self._lock = threading.Lock()
        self._ready = threading.Event()
        self._settled = threading.Event()
        self._stopping = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._last_heard = time.monotonic()
        self._failed_detail = ""
        self._thread = threading.Thread(target=self._supervise, name=f"worker-{name}", daemon=True)

    def start(self) -> None:
        """Start the process and its supervision; returns at once."""
        self._thread.start()

    def wait_settled(self, timeout_s: float) -> bool:
        """Wait until the worker is working or known not to; True if it works."""
        self._settled.wait(timeout_s)
        return self._ready.is_set()

    @property
    def pid(self) -> int | None:
        """Process id, None while down."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def submit(self, op: str, **fields: Any) -> Future[Fields]:
        """Send a request; the future gives the reply's fields or raises WorkerError."""
        future: Future[Fields] = Future()
        if not self._ready.is_set():
            future.set_exception(WorkerError("away", f"{self.name} is not there at the moment"))
            return future
        number = next(self._ids)
        line = json.dumps({"id": number, "op": op, **fields}).encode() + b"\n"
        with self._lock:
            process = self._process
            self._waiting[number] = future
            try:
                if process is None or process.stdin is None:
                    raise BrokenPipeError
                process.stdin.write(line)
                process.stdin.flush()
            except (OSError, ValueError):
                self._waiting.pop(number, None)
                future.set_exception(WorkerError("away", f"{self.name} is not there at the moment"))
        return future

    def call(self, op: str, timeout_s: float, **fields: Any) -> Fields:
        """Ask and wait. A worker that does not answer in time hangs: it is killed, and WorkerError raised."""
        future = self.submit(op, **fields)
        try:
            return future.result(timeout_s)
        except FutureTimeoutError:
            self.kill()
            raise WorkerError("slow", f"{self.name} did not answer within {timeout_s:g} s") from None

    @contextmanager
    def hearing(self, stream: str, take: Callable[[Fields], None]) -> Iterator[None]:
        """Meanwhile `take`, and not `on_event`, gets the events of that `stream`, on the worker's own thread."""
        self._streams[stream] = take
        try:
            yield
        finally:
            del self._streams[stream]

    def kill(self) -> None:
        """Kill the process; its supervision starts it again."""
        process = self._process
        if process is not None and process.poll() is None:
            process.kill()

    def stop(self) -> None:
        """End the process for good."""
        self._stopping.set()
        process = self._process
        if process is not None:
            if process.stdin is not None:
                try:
                    process.stdin.close()
                except OSError:
                    log.debug("%s: its pipe was closed already", self.name)
            try:
                process.wait(2.0)
            except subprocess.TimeoutExpired:
                process.kill()
        if self._thread.is_alive():
            self._thread.join(5.0)

    def _tell(self, state: str, detail: str = "") -> None:
        if state == "working":
            self._ready.set()
        else:
            self._ready.clear()
        if (state, detail) != (self.state, self.detail):
            self.state, self.detail = state, detail
            if self._on_state is not None:
                self._on_state(self.name, state, detail)
        if state != "starting":
            self._settled.set()

    def _supervise(self) -> None:
        backoff = Backoff()
        while not self._stopping.is_set():
            began = time.monotonic()
            code = self._run_once()
            if self._stopping.is_set():
                break
            if code == GONE_FOR_GOOD:
                self._tell("absent", self._failed_detail)
                self._stopping.wait(RETRY_ABSENT_S)
                continue
            self._tell("down", f"ended with code {code}, starting again")
            self._stopping.wait(backoff.after(time.monotonic() - began))

    def _run_once(self) -> int:
        self._failed_detail = ""
        if self.state != "absent":
            self._tell("starting")
        process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **_ENVIRONMENT, **self._environment},
        )
        self._process = process
        self._last_heard = time.monotonic()
        watchdog = threading.Thread(target=self._watch, args=(process,), name=f"watch-{self.name}", daemon=True)
        watchdog.start()
        assert process.stdout is not None
        for line in process.stdout:
            self._last_heard = time.monotonic()
            try:
                self._take(json.loads(line))
            except Exception:
                log.exception("%s: a message could not be handled", self.name)
        code = process.wait()
        self._ready.clear()
        with self._lock:
            self._process = None
            waiting, self._waiting = self._waiting, {}
        for future in waiting.values():
            future.set_exception(WorkerError("away", f"{self.name} stopped while it worked"))
        return code

    def _take(self, message: Fields) -> None:
        if "id" in message:
            future = self._waiting.pop(message["id"], None)
            if future is None:
                return
            if "ok" in message:
                future.set_result(message["ok"])
            else:
                future.set_exception(WorkerError(message["error"]["code"], message["error"]["detail"]))
            return
        take = self._streams.get(str(message.get("stream")))
        if take is not None:
            take(message)
            return
        event = message.get("event")
        if event == "ready":
            self.info = message
            told = (str(message.get(key) or "") for key in ("name", "warning", "detail"))
            self._tell("working", ": ".join(text for text in told if text))
        elif event == "failed":
            self._failed_detail = str(message.get("detail", ""))
        if event != "alive" and self._on_event is not None:
            self._on_event(self.name, message)

    def _watch(self, process: subprocess.Popen[bytes]) -> None:
        """Kill a process that never gets ready, or that fell silent although it must be heard."""
        began = time.monotonic()
        while process.poll() is None:
            time.sleep(0.5)
            now = time.monotonic()
            late = not self._ready.is_set() and now - began > READY_S
            silent = self._alive_s is not None and self._ready.is_set() and now - self._last_heard > self._alive_s
            ended = process.poll() is not None  # looked at last: one that has just ended is not ready either
            if (late or silent) and not ended:
                log.warning("%s: %s, killed", self.name, "never got ready" if late else "fell silent")
                process.kill()
                return
