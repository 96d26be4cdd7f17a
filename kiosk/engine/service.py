"""A supervised child process without a pipe (screen, staff page, the engine itself): started again when it ends."""

from __future__ import annotations

import logging
import os
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence

from kiosk.engine.backoff import Backoff

log = logging.getLogger(__name__)


class Service:
    """Keeps one child process running until stopped.

    `on_state(name, state, detail)` is called on the service's own thread with working, down or ended (it ended with a
    code of `final_codes`: 0, or the codes by which it says that a restart is of no use).
    """

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        *,
        on_state: Callable[[str, str, str], None] | None = None,
        environment: Mapping[str, str] | None = None,
        final_codes: tuple[int, ...] = (),
    ) -> None:
        self.name = name
        self.code: int | None = None
        """Exit code once it has ended for good."""
        self._command = list(command)
        self._environment = dict(environment or {})
        self._on_state = on_state
        self._final_codes = final_codes
        self._process: subprocess.Popen[bytes] | None = None
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._supervise, name=f"service-{name}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    @property
    def pid(self) -> int | None:
        """Process id, None while down."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until it has ended for good; True if it has."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def restart(self) -> None:
        """End the process; its supervision starts it again."""
        process = self._process
        if process is not None and process.poll() is None:
            process.terminate()

    def stop(self) -> None:
        """Ask it to end, and kill it if it does not within 3 s."""
        self._stopping.set()
        process = self._process
        if process is not None and process.poll() is None:
            process.terminate()
            try:
                process.wait(3.0)
            except subprocess.TimeoutExpired:
                process.kill()
        if self._thread.is_alive():
            self._thread.join(5.0)

    def _tell(self, state: str, detail: str = "") -> None:
        if self._on_state is not None:
            self._on_state(self.name, state, detail)

    def _supervise(self) -> None:
        backoff = Backoff()
        while not self._stopping.is_set():
            began = time.monotonic()
            # What is typed on the machine's console is for no child.
            self._process = subprocess.Popen(
                self._command, env={**os.environ, **self._environment}, stdin=subprocess.DEVNULL
            )
            self._tell("working")
            code = self._process.wait()
            if self._stopping.is_set() or code in self._final_codes:
                self.code = code
                self._tell("ended", f"exit code {code}")
                return
            log.warning("%s ended with code %s, starting it again", self.name, code)
            self._tell("down", f"ended with code {code}, starting again")
            self._stopping.wait(backoff.after(time.monotonic() - began))
