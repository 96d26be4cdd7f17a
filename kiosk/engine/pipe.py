"""The worker's end of the pipe to the engine: newline-delimited JSON on standard input and output.

A request is `{"id": 3, "op": "understand", ...}`; its reply `{"id": 3, "ok": {...}}` or
`{"id": 3, "error": {"code": "...", "detail": "..."}}`. Unasked, a worker sends `{"event": "ready", ...}` once and
others as its work goes on. Audio travels as base64. When standard input ends, the worker ends.
"""

from __future__ import annotations

import base64
import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """One request of the engine."""

    id: int
    op: str
    fields: Fields


class RefusedError(Exception):
    """Raised by an operation to answer with an error of its own: a code and words for a person."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class Pipe:
    """Made first thing in a worker: takes over standard output, so that nothing a native library prints gets in."""

    def __init__(self) -> None:
        self._out = os.fdopen(os.dup(1), "wb", buffering=0)
        os.dup2(2, 1)
        self._lock = threading.Lock()

    def calls(self) -> Iterator[Call]:
        """Requests as they come, until the engine goes away."""
        for line in sys.stdin.buffer:
            fields = json.loads(line)
            yield Call(fields.pop("id"), fields.pop("op"), fields)

    def reply(self, call: Call, **result: Any) -> None:
        self._send({"id": call.id, "ok": result})

    def fail(self, call: Call, code: str, detail: str) -> None:
        self._send({"id": call.id, "error": {"code": code, "detail": detail}})

    def emit(self, event: str, **fields: Any) -> None:
        """Tell the engine something it did not ask for. Safe from any thread."""
        self._send({"event": event, **fields})

    def _send(self, fields: Fields) -> None:
        line = json.dumps(fields, ensure_ascii=True).encode() + b"\n"
        with self._lock:
            view = memoryview(line)
            while view:
                view = view[self._out.write(view) :]


def serve(pipe: Pipe, operations: dict[str, Callable[..., Fields | None]]) -> None:
    """Answer requests one after another with what `operations[op](**fields)` returns; ends with standard input."""
    for call in pipe.calls():
        operation = operations.get(call.op)
        if operation is None:
            pipe.fail(call, "bad_request", f"this worker has no operation {call.op!r}")
            continue
        try:
            pipe.reply(call, **(operation(**call.fields) or {}))
        except RefusedError as refused:
            pipe.fail(call, refused.code, refused.detail)
        except Exception as error:  # noqa: BLE001  a worker answers every call; the engine logs what went wrong
            pipe.fail(call, "failed", f"{type(error).__name__}: {error}")


def pack(pcm: bytes) -> str:
    """Audio for a message."""
    return base64.b64encode(pcm).decode("ascii")


def unpack(text: str) -> bytes:
    """Audio from a message."""
    return base64.b64decode(text)
