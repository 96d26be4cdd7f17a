"""A log without a shopper's words: an error is told by its kind and where it arose, never by its text, which may quote.

For every process that handles what shoppers say or type.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import traceback
from types import TracebackType
from typing import Any

log = logging.getLogger(__name__)

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def set_up(style: str) -> None:
    """Log to standard error from INFO on in this `format` style, also what ends a thread."""
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet(style))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    # It tells of each request with its address, in which a secret may be.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    threading.excepthook = _thread_ended


def whereabouts(error: BaseException) -> list[str]:
    """Lines that tell of an error and of those that led to it: kind, files, lines and functions."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    frames = traceback.extract_tb(error.__traceback__)
    return [
        *(whereabouts(before) if before is not None else ()),
        f"  {type(error).__name__} at",
        *(f"    {frame.filename}:{frame.lineno} {frame.name}" for frame in frames),
    ]


class Discreet(logging.Formatter):
    """See the module."""

    def format(self, record: logging.LogRecord) -> str:
        # Whoever formats a record first leaves the error's text in it for all others.
        kept, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = kept

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802  a name of the library's
        return "\n".join(whereabouts(ei[1])) if ei[1] is not None else ""


def task_failed(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """An event loop's exception handler: its usual one prints the task with the error's text."""
    del loop
    log.error("%s", context["message"], exc_info=context.get("exception"))


def _thread_ended(ended: threading.ExceptHookArgs) -> None:
    if ended.exc_value is not None:
        log.error("a thread ended by an error", exc_info=ended.exc_value)
