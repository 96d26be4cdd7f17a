"""What has to be over before somebody is told that a call is theirs: nobody is notified after a claim.

A hook says before it announces a call, and when it has. A claim waits for that, and meanwhile nothing more is announced
of the call. Once it is on disk, it waits until the other machine that has the call, its kiosk or the store's hub, has
heard of it: else that would ring on if this one died now. Both wait a moment only; a claim never hangs.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

ANNOUNCED_S = 0.5
"""Longest that a claim waits for announcements under way, seconds."""
HEARD_S = 0.3
"""Longest that it waits for the other machine, seconds."""
FOLLOWS_S = 10.0
"""A machine that has not asked for so long is not there."""
MEETS_S = 15.0
"""How long after a start nothing is announced of calls that another machine has, too, until it was heard of, seconds:
what is known of them may be old, and while the two are not in touch they ring at their kiosk."""
MET_S = 3.0
"""Longest that a claim waits for that, seconds."""


class Claims:
    """See the module. For use on one event loop."""

    def __init__(
        self, followed: Callable[[str], bool] = lambda kiosk: False, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`followed` says whether another machine has the calls of a kiosk, too."""
        self._followed = followed
        self._clock = clock
        self._began = clock()
        self._under_way: dict[str, Counter[object]] = defaultdict(Counter)
        """By call: the connections that announce it, and how often."""
        self._claimed: Counter[str] = Counter()
        """Calls that somebody is just claiming."""
        self._follows: dict[str, tuple[int, float]] = {}
        """Up to which row the history of a kiosk's calls has been followed, and when that was said."""
        self._moved = asyncio.Condition()

    async def announce(self, page: str, by: object) -> bool:
        """Whether a call may be announced now. Whoever may says `announced` in the end."""
        if self._claimed[page]:
            return False
        self._under_way[page][by] += 1
        return True

    async def announced(self, page: str, by: object) -> None:
        """It was, or could not be."""
        under_way = self._under_way.get(page)
        if under_way is None:
            return
        under_way[by] -= 1
        if under_way[by] <= 0:
            del under_way[by]
        if not under_way:
            del self._under_way[page]
        await self._notify()

    async def gone(self, by: object) -> None:
        """A connection ended: it announces nothing any more."""
        for page in [page for page, under_way in self._under_way.items() if by in under_way]:
            del self._under_way[page][by]
            if not self._under_way[page]:
                del self._under_way[page]
        await self._notify()

    async def follows(self, kiosk: str, after: int) -> None:
        """Another machine has the history of a kiosk's calls up to this row."""
        self._follows[kiosk] = after, self._clock()
        await self._notify()

    @asynccontextmanager
    async def claiming(self, page: str) -> AsyncIterator[None]:
        """Announcements of the call are over, or take too long, and none begins inside."""
        self._claimed[page] += 1
        try:
            await self._until(lambda: page not in self._under_way, ANNOUNCED_S)
            yield
        finally:
            self._claimed[page] -= 1
            if not self._claimed[page]:
                del self._claimed[page]

    def met(self, kiosk: str) -> bool:
        """What is known of this kiosk's calls is as new as can be: the other machine that has them was heard of since
        the start, or was waited for."""
        return not self._followed(kiosk) or kiosk in self._follows or self._clock() - self._began >= MEETS_S

    async def heard(self, kiosk: str, row: int) -> None:
        """Wait until who follows this kiosk's calls knows of this row, if anybody does."""
        if not self.met(kiosk):
            await self._until(lambda: kiosk in self._follows, MET_S)
        at = self._follows.get(kiosk)
        if at is not None and self._clock() - at[1] < FOLLOWS_S:
            await self._until(lambda: self._follows[kiosk][0] >= row, HEARD_S)

    async def _until(self, holds: Callable[[], bool], seconds: float) -> None:
        if holds():
            return
        try:
            async with asyncio.timeout(seconds), self._moved:
                await self._moved.wait_for(holds)
        except TimeoutError:
            return

    async def _notify(self) -> None:
        async with self._moved:
            self._moved.notify_all()
