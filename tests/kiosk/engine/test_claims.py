"""A claim is told when what was just being announced is over, and when the other machine knows; and never hangs."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from kiosk.engine import claims
from kiosk.engine.claims import Claims


async def settled(*tasks: asyncio.Task[Any]) -> list[bool]:
    """Which of them are done once nothing more happens by itself."""
    for _ in range(20):
        await asyncio.sleep(0)
    return [task.done() for task in tasks]


async def claim(claims_: Claims, page: str = "a") -> None:
    async with claims_.claiming(page):
        pass


def begun(work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
    return asyncio.get_running_loop().create_task(work)


async def test_a_claim_waits_for_the_announcements_of_its_call() -> None:
    order = Claims()
    assert await order.announce("a", "mqtt")
    assert await order.announce("a", "webhook")
    waiting, other = begun(claim(order)), begun(claim(order, "b"))
    assert await settled(waiting, other) == [False, True]
    await order.announced("a", "mqtt")
    assert await settled(waiting) == [False]
    await order.announced("a", "webhook")
    await waiting


async def test_while_somebody_claims_a_call_nothing_of_it_is_announced() -> None:
    order = Claims()
    async with order.claiming("a"):
        assert not await order.announce("a", "mqtt")
        assert await order.announce("b", "mqtt")
    assert await order.announce("a", "mqtt")


async def test_a_hook_that_ends_holds_up_no_claim() -> None:
    order = Claims()
    await order.announce("a", "mqtt")
    await order.announce("a", "mqtt")
    waiting = begun(claim(order))
    assert await settled(waiting) == [False]
    await order.gone("mqtt")
    await waiting
    await order.announced("a", "mqtt")


async def test_a_hook_that_hangs_holds_a_claim_up_for_a_moment_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "ANNOUNCED_S", 0.01)
    order = Claims()
    await order.announce("a", "mqtt")
    await claim(order)


async def test_a_claim_is_told_once_the_other_machine_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    order = Claims(clock=lambda: now[0])
    await order.heard("Kiosk 2", 7)
    await order.follows("Kiosk 2", 5)
    waiting = begun(order.heard("Kiosk 2", 7))
    assert await settled(waiting) == [False]
    await order.follows("Kiosk 2", 7)
    await waiting
    monkeypatch.setattr(claims, "HEARD_S", 0.01)
    await order.heard("Kiosk 2", 9)
    monkeypatch.setattr(claims, "HEARD_S", 1000)
    now[0] = claims.FOLLOWS_S
    await order.heard("Kiosk 2", 9)


async def test_after_a_start_the_other_machine_is_waited_for_as_what_is_known_may_be_old() -> None:
    now = [0.0]
    order = Claims(lambda kiosk: kiosk == "Kiosk 2", lambda: now[0])
    assert order.met("Kiosk 1")
    assert not order.met("Kiosk 2")
    waiting = begun(order.heard("Kiosk 2", 7))
    assert await settled(waiting) == [False]
    await order.follows("Kiosk 2", 9)
    await waiting
    assert order.met("Kiosk 2")
    late = Claims(lambda kiosk: True, lambda: now[0])
    now[0] = claims.MEETS_S
    assert late.met("Kiosk 2")
    await late.heard("Kiosk 2", 7)
