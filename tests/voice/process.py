"""A worker as a real process, spoken to as the engine does."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self

Message = dict[str, Any]
_PATIENCE_S = 60.0


class WorkerProcess:
    """`python -m kiosk.engine.workers.NAME ARGUMENTS`; ended when the block is left."""

    def __init__(self, name: str, *arguments: str, env: Mapping[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", f"kiosk.engine.workers.{name}", *arguments],
            env={**os.environ, **(env or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.messages: list[Message] = []
        self._news = threading.Condition()
        self._numbers = itertools.count(1)
        threading.Thread(target=self._read, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.close()
            self._process.wait(20)
        finally:
            self._process.kill()
            self._process.wait()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with self._news:
                self.messages.append(json.loads(line))
                self._news.notify_all()
        with self._news:
            self._news.notify_all()

    def wait_for(self, wanted: Callable[[Message], Any], what: str, after: int = 0) -> Message:
        """The first message from number `after` on that is wanted."""
        deadline = time.monotonic() + _PATIENCE_S
        with self._news:
            while True:
                for message in self.messages[after:]:
                    if wanted(message):
                        return message
                left = deadline - time.monotonic()
                assert left > 0, f"{what} did not come; there came {self.summary()}"
                self._news.wait(min(left, 1.0))

    def event(self, name: str, after: int = 0, **fields: Any) -> Message:
        """The first event of that name, with those fields, from message number `after` on."""

        def wanted(message: Message) -> bool:
            return message.get("event") == name and all(message.get(key) == value for key, value in fields.items())

        return self.wait_for(wanted, name, after)

    def events(self, name: str, after: int = 0) -> list[Message]:
        return [message for message in self.messages[after:] if message.get("event") == name]

    def submit(self, op: str, **fields: Any) -> int:
        """Send a request; returns its number."""
        number = next(self._numbers)
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"id": number, "op": op, **fields}).encode() + b"\n")
        self._process.stdin.flush()
        return number

    def answer(self, number: int) -> Message:
        """The reply to a request, whole."""
        return self.wait_for(lambda message: message.get("id") == number, f"the reply to {number}")

    def call(self, op: str, **fields: Any) -> Message:
        """Send a request and wait for its result."""
        reply = self.answer(self.submit(op, **fields))
        assert "ok" in reply, reply
        result: Message = reply["ok"]
        return result

    def exit_code(self) -> int:
        return self._process.wait(_PATIENCE_S)

    def summary(self) -> list[Message]:
        """The messages without their sound and the many of a kind."""
        return [
            {key: value for key, value in message.items() if key != "pcm"}
            for message in self.messages
            if message.get("event") not in ("alive", "level")
        ][-20:]
