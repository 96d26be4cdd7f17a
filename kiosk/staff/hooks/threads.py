"""Work of libraries that block, each with a time limit: a thread that hangs is left behind, but not without end."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from kiosk.staff.hooks.hook import HookError

T = TypeVar("T")

MOST_LEFT = 2
"""So many threads may hang at once; until one of them ends nothing more is tried."""


class Threads:
    """Threads that do not hold up the end of the process either."""

    def __init__(self) -> None:
        self._left = 0

    async def run(self, work: Callable[[], T]) -> T:
        """What `work` returns or raises. When this is cancelled the thread goes on by itself. Raises HookError when
        too many do."""
        if self._left >= MOST_LEFT:
            raise HookError(f"{self._left} earlier tries hang")
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()

        def ended(result: T | None, error: BaseException | None) -> None:
            self._left -= 1
            if done.done():
                return
            if error is not None:
                done.set_exception(error)
            else:
                done.set_result(result)  # type: ignore[arg-type]

        def run() -> None:
            result, error = None, None
            try:
                result = work()
            except Exception as failure:  # noqa: BLE001  it is raised where it is waited for
                error = failure
            with suppress(RuntimeError):  # the loop has ended: nobody waits
                loop.call_soon_threadsafe(ended, result, error)

        self._left += 1
        threading.Thread(target=run, daemon=True).start()
        return await done
