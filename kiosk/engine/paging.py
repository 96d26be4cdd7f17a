"""Requests about calls for staff: the same wherever calls are kept."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from kiosk import protocol
from kiosk.engine.calls import Calls
from kiosk.engine.health import Health
from kiosk.engine.sockets import Handlers

log = logging.getLogger(__name__)


TIDY_S = 1.0
"""Longest time between two looks at what time brings, seconds."""
_LEAST_TIDY_S = 0.05


async def tidy(thread: ThreadPoolExecutor, work: Callable[[], float | None]) -> None:
    """Do what time brings, on the thread of the calls, until cancelled: each second, and when a call's next step is
    due. `work` returns the seconds until then."""
    wait_s = TIDY_S
    while True:
        await asyncio.sleep(wait_s)
        wait_s = TIDY_S
        try:
            due_s = await asyncio.get_running_loop().run_in_executor(thread, work)
        except Exception:
            log.exception("tidying failed; it is tried again")
            continue
        if due_s is not None:
            wait_s = min(max(due_s, _LEAST_TIDY_S), TIDY_S)


def handlers(calls: Calls, thread: ThreadPoolExecutor, health: Health) -> Handlers:
    """What is done for each request: on the thread of the calls, or with the record of the parts' health."""

    def on_thread(work: Callable[[Any], protocol.Reply]) -> Callable[[Any], Any]:
        async def handle(request: Any) -> protocol.Reply:
            return await asyncio.get_running_loop().run_in_executor(thread, work, request)

        return handle

    async def tell_parts(request: protocol.TellParts) -> protocol.Reply:
        for part in request.parts:
            health.tell(part.name, part.state, part.detail)
        return protocol.Done(id=request.id)

    async def tell_health(request: protocol.Health) -> protocol.Reply:
        return protocol.HealthReply(id=request.id, parts=health.health())

    return {
        protocol.TellParts: tell_parts,
        protocol.Health: tell_health,
        protocol.AddWords: on_thread(calls.add_words),
        protocol.CancelPage: on_thread(calls.cancel),
        protocol.Pages: on_thread(calls.pages),
        protocol.StepPage: on_thread(calls.step),
        protocol.MessagePage: on_thread(calls.message),
        protocol.CallButton: on_thread(calls.button),
        protocol.StepsSince: on_thread(calls.steps),
        protocol.Records: on_thread(calls.records),
        protocol.Reconcile: on_thread(calls.reconcile),
    }
