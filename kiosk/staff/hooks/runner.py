"""Takes up what happens to calls for one hook, and announces it there, however long that hook is away."""

from __future__ import annotations

import asyncio
import json
import logging
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import datetime, timedelta

from kiosk.protocol import PageView, PartHealth
from kiosk.staff.errors import NoSuchPage, StaffError, StoreError
from kiosk.staff.hooks.engine import Engine, announcing
from kiosk.staff.hooks.hook import NOT_YET, Gone, Hook, HookError, Kind, News
from kiosk.staff.link import NotLive, Refused
from kiosk.staff.outbox import Entry, Letter, Outbox, pause_s
from kiosk.staff.states import State

log = logging.getLogger(__name__)

RING_LASTS = timedelta(minutes=10)
"""A ring that could not be announced for this long is of no use any more."""
CALM_LASTS = timedelta(days=1)
_KEYS_KEPT = timedelta(days=2)
"""No step of the log is taken up later than this after it was announced."""
_LOOKS_AGAIN_S = 1.0
"""A call that rings at the hub is looked at again after so many seconds: the hub may be gone."""
_RETRY_S = 1.0
"""Between tries to use the outbox or to reach the engine, seconds."""


class Runner:
    """One hook, its outbox and its place in the log of calls."""

    def __init__(
        self,
        hook: Hook,
        open_outbox: Callable[[], Outbox],
        engine: Engine,
        clock: Callable[[], datetime],
        tell: Callable[[PartHealth], None],
        elsewhere: Callable[[str, int, int], Awaitable[bool]] | None = None,
    ) -> None:
        """`clock` gives aware times; `tell` gets how the hook is, each time it may have changed; `elsewhere` says
        whether the store's hub has a call in this ring, so that it rings there and not here."""
        self._hook = hook
        self._open = open_outbox
        self._engine = engine
        self._clock = clock
        self._tell = tell
        self._elsewhere = elsewhere
        self._happened = asyncio.Event()
        self._due = asyncio.Event()
        self._trouble = ""
        """Why the last try did not succeed."""
        self._tried_at: datetime | None = None
        self._file_trouble = ""
        self._note = ""
        self._late = 0
        self._gone = False
        self._delivered = ""
        """The key that was delivered last, kept for a disk that does not take that it was."""

    def wake(self) -> None:
        """Something happened to a call, or the engine is there (again)."""
        self._happened.set()
        self._due.set()

    async def run(self) -> None:
        """Announce until cancelled."""
        outbox = await self._opened()
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._hook.run(lambda: self._changed(outbox)))
                tasks.create_task(self._follow(outbox))
                tasks.create_task(self._announce(outbox))
        finally:
            outbox.close()

    async def _opened(self) -> Outbox:
        while True:
            try:
                return self._open()
            except StoreError as error:
                self._tell(PartHealth(name=self._hook.name, state="down", detail=str(error)))
                await asyncio.sleep(_RETRY_S)

    def _changed(self, outbox: Outbox) -> None:
        """The hook is connected or lost: once it is there again, what waits goes now."""
        if not self._hook.trouble:
            self._trouble = ""
            with suppress(StoreError):
                outbox.hurry(self._clock())
        self._due.set()

    # --- taking up --------------------------------------------------------------------------------------------------

    async def _follow(self, outbox: Outbox) -> None:
        while True:
            self._happened.clear()
            try:
                await self._engine.until_live()
                await self._catch_up(outbox)
            except StoreError as error:
                self._file_failed(error)
                await asyncio.sleep(_RETRY_S)
                continue
            except (NotLive, Refused):
                await asyncio.sleep(_RETRY_S)
                continue
            self._due.set()
            await self._happened.wait()

    async def _catch_up(self, outbox: Outbox) -> None:
        cursor = outbox.cursor
        while True:
            if cursor is None:
                cursor = await self._begin(outbox)
            reply = await self._engine.steps(cursor)
            if reply.last < cursor:
                # Another log than the one that was followed: the state file was made anew or brought back.
                cursor = None
                continue
            if not reply.steps:
                return
            cursor = reply.steps[-1].seq
            entries = [
                entry
                for step in reply.steps
                for entry in _entries(step.page, step.round, step.step, step.state, datetime.fromisoformat(step.at))
            ]
            outbox.take(entries, cursor, self._clock())

    async def _begin(self, outbox: Outbox) -> int:
        """Start with what is open now, not with history."""
        cursor = (await self._engine.steps(-1)).last
        now = self._clock()
        entries = [
            entry
            for page in await self._engine.open_pages()
            if page.state == State.CALLED
            for entry in _entries(page, page.round, page.step, page.state, now)
        ]
        outbox.take(entries, cursor, now)
        return cursor

    # --- announcing -------------------------------------------------------------------------------------------------

    async def _announce(self, outbox: Outbox) -> None:
        while True:
            self._due.clear()
            try:
                wait_s = await self._next(outbox)
                self._file_trouble = ""
            except StoreError as error:
                self._file_failed(error)
                wait_s = _RETRY_S
            except (NotLive, Refused):
                # Nothing is announced blindly; while the engine is away nobody can claim a call either.
                wait_s = _RETRY_S
            try:
                async with asyncio.timeout(wait_s):
                    await self._due.wait()
            except TimeoutError:
                continue

    async def _next(self, outbox: Outbox) -> float | None:
        """Try the letter whose turn it is; returns the seconds until there may be another, None: not before news."""
        now = self._clock()
        self._count_late(outbox.late(now))
        letter = outbox.due(now)
        self._report(outbox)
        if letter is not None:
            await self._try(outbox, letter)
            return 0
        outbox.forget(now - _KEYS_KEPT)
        return outbox.wait_s(now)

    async def _try(self, outbox: Outbox, letter: Letter) -> None:
        """Announce one letter, if it still holds: nobody is notified after a claim."""
        if letter.key == self._delivered:
            outbox.sent(letter, self._clock())
            return
        if await self._rings_elsewhere(outbox, letter):
            outbox.failed(letter, self._clock(), _LOOKS_AGAIN_S)
            return
        async with self._as_it_is(letter) as news:
            if news is None or self._gone or not self._hook.wants(news):
                outbox.drop(letter, self._clock())
                return
            if letter.deadline is not None and letter.deadline <= self._clock():
                return
            outcome = await self._send(news)
        if isinstance(outcome, HookError):
            self._failed(str(outcome))
            pause = pause_s(letter.tries + 1, random.random())  # noqa: S311  spreads the load, keeps no secret
            outbox.failed(letter, self._clock(), max(pause, outcome.wait_s))
            return
        if outcome and news.kind is Kind.RING:
            # Not before the announcement is over, for which claims wait; and not after it counts as told, so that a
            # claim is not lost when the engine or this process ends.
            await self._claim(news.page.id, outcome)
        self._delivered = letter.key
        outbox.sent(letter, self._clock())
        self._late = 0
        if self._trouble:
            log.info("%s works again", self._hook.name)
            self._trouble = ""
            outbox.hurry(self._clock())

    async def _send(self, news: News) -> str | HookError:
        """Who claims the call, empty if nobody does; or why it was not delivered."""
        try:
            async with asyncio.timeout(self._hook.try_s):
                return await self._hook.send(news)
        except TimeoutError:
            return HookError(f"no answer in {self._hook.try_s:.0f} s")
        except HookError as error:
            self._gone = isinstance(error, Gone)
            return error
        except Exception:
            log.exception("%s failed", self._hook.name)
            return HookError("an error in this program; it is in the log")

    async def _claim(self, page: str, who: str) -> None:
        """Somebody takes a call by way of the hook. Raises NotLive: then it is told, and may be claimed, once more."""
        self._note = ""
        try:
            await self._engine.claim(page, who)
        except (StaffError, Refused) as error:
            self._note = f"a claim by its answer was refused: {error}"

    async def _rings_elsewhere(self, outbox: Outbox, letter: Letter) -> bool:
        """Whether this is the hub's to announce: a ring it has, or the end of one that never rang here."""
        about = json.loads(letter.payload)
        if self._elsewhere is None or (_kind(about["state"]) is Kind.CALM and outbox.was_sent(f"{about['page']}.")):
            return False
        return await self._elsewhere(about["page"], about["round"], about["step"])

    @asynccontextmanager
    async def _as_it_is(self, letter: Letter) -> AsyncIterator[News | None]:
        """What a letter has to say, unless the call has moved on since."""
        about = json.loads(letter.payload)
        async with AsyncExitStack() as stack:
            try:
                if _kind(about["state"]) is Kind.RING:
                    page = await stack.enter_async_context(announcing(self._engine, about["page"]))
                else:
                    page = await self._engine.page(about["page"])
            except NoSuchPage:
                page = None
            same = page and (page.round, page.step, page.state) == (about["round"], about["step"], about["state"])
            yield News(letter.key, _kind(page.state), page, page.round, page.step) if page and same else None

    # --- how it is --------------------------------------------------------------------------------------------------

    def _failed(self, why: str) -> None:
        if why != self._trouble:
            log.warning("%s: %s", self._hook.name, why)
        self._trouble = why
        self._tried_at = self._clock()

    def _file_failed(self, error: StoreError) -> None:
        if str(error) != self._file_trouble:
            log.error("%s: %s", self._hook.name, error)
            self._file_trouble = str(error)
            self._tell(PartHealth(name=self._hook.name, state="down", detail=self._file_trouble))

    def _count_late(self, letters: tuple[Letter, ...]) -> None:
        if letters:
            self._late += len(letters)
            log.error("%s: %d announcements were given up, they came too late", self._hook.name, len(letters))

    def _report(self, outbox: Outbox) -> None:
        waiting = outbox.waiting()
        trouble = self._hook.trouble or self._trouble
        parts = [f"{self._late} given up"] if self._late else []
        if trouble and waiting.since is not None:
            parts.append(f"{waiting.count} waiting since {_time(waiting.since)}")
        elif trouble == self._trouble and self._tried_at is not None:
            parts.append(f"last tried at {_time(self._tried_at)}")
        detail = ": ".join(part for part in (", ".join(parts), trouble) if part) if trouble or self._late else ""
        state = "starting" if trouble == NOT_YET else "down" if trouble or self._late else "working"
        self._tell(PartHealth(name=self._hook.name, state=state, detail=detail or self._note or self._hook.note))


def _entries(page: PageView, round_: int, step: int, state: str, at: datetime) -> Iterator[Entry]:
    """What a step with this outcome has to say, unless the call has moved on since. A step that leaves a call in the
    same ring has the key of the one that began it, so it says nothing new."""
    if (page.round, page.step, page.state) != (round_, step, state):
        return
    about = {"page": page.id, "round": round_, "step": step, "state": state}
    if _kind(state) is Kind.RING:
        yield Entry(f"{page.id}.{round_}.{step}", json.dumps(about), at + RING_LASTS)
    else:
        yield Entry(f"{page.id}.{round_}.{step}.{state}", json.dumps(about), at + CALM_LASTS)


def _kind(state: str) -> Kind:
    return Kind.RING if state == State.CALLED else Kind.CALM


def _time(at: datetime) -> str:
    """As a clock on the wall shows it."""
    return f"{at.astimezone():%H:%M}"
