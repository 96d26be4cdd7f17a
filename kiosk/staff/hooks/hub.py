"""The way to the store's hub: this kiosk's calls go there as soon as they are on disk here, and what becomes of them
there comes back. While the hub has a call it rings there and not by this kiosk's own hooks."""

from __future__ import annotations

import asyncio
import json
import logging
import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import httpx

from kiosk import protocol
from kiosk.protocol import PageRecord, PartHealth
from kiosk.settings import HubSettings
from kiosk.staff import StaffError, State, hub, private
from kiosk.staff.hooks import secure
from kiosk.staff.hooks.engine import LinkedEngine
from kiosk.staff.link import EngineLink, NotLive, Refused
from kiosk.staff.outbox import pause_s
from kiosk.staff.signing import HEADER

log = logging.getLogger(__name__)

WAIT_S = 5.0
"""How long the hub keeps a question open that it has no answer to, seconds: as long it may be gone unnoticed while
nothing happens."""
CONNECT_S = 1.0
TRY_S = 3.0
MOST_OPEN = 200
"""So many open calls are told of at once."""
TAKES_S = 1.0
"""How long a ring waits for the hub to take it, seconds."""
_LONGEST_PAUSE_S = 1.0
"""Between tries to reach a hub that is away, seconds: it is in the same store."""


class HubAway(Exception):  # noqa: N818  reads as what happened
    """The hub could not be reached or said no; the text says why, without secrets."""


class HubLink:
    """See the module. For use on one event loop."""

    name = "hub"

    def __init__(
        self,
        settings: HubSettings,
        kiosk: str,
        folder: Path,
        link: EngineLink,
        engine: LinkedEngine,
        clock: Callable[[], datetime],
        tell: Callable[[PartHealth], None],
    ) -> None:
        """`folder` is the data folder; `tell` gets how the way is."""
        self._url = settings.url.rstrip("/") + hub.PATH
        self._settings = settings
        self._kiosk = kiosk
        self._folder = folder
        self._instance = ""
        self._places = _Places(folder / "outbox" / "hub.json")
        self._link = link
        self._engine = engine
        self._clock = clock
        self._tell = tell
        self._happened = asyncio.Event()
        self._turned = asyncio.Condition()
        """Notified when the hub took something, came or went."""
        self._has: dict[str, tuple[int, int]] = {}
        """The ring in which the hub has each call that rings."""
        self._live: bool | None = None
        """Whether the hub answered the last question; None before there was one."""
        self._met = False
        """The hub and this kiosk know the same of the calls that are open."""

    def wake(self) -> None:
        """Something happened to a call, or the engine is there (again)."""
        self._happened.set()

    async def has(self, page: str, round_: int, step: int) -> bool:
        """Whether the hub has a call in this ring, and is there: waits for it a moment."""

        def known() -> bool:
            return self._live is False or self._has.get(page, (-1, 0)) >= (round_, step)

        try:
            async with asyncio.timeout(TAKES_S if self._live is not None else TRY_S), self._turned:
                await self._turned.wait_for(known)
        except TimeoutError:
            return False
        return bool(self._live)

    async def run(self) -> None:
        """Keep both sides in touch until cancelled. Raises StaffError when key or certificate cannot be used."""
        assert self._settings.key is not None
        self._instance = _instance(self._folder / "outbox" / "hub-instance")
        key, verify = private.secret(self._settings.key), secure.context(self._settings.ca)
        timeout = httpx.Timeout(TRY_S, connect=CONNECT_S)
        async with httpx.AsyncClient(verify=verify, timeout=timeout, trust_env=False) as client:
            asked = _Asked(client, self._url, key, self._clock)
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._forever(lambda: self._send(asked)))
                tasks.create_task(self._forever(lambda: self._fetch(asked)))

    async def _forever(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do this again and again; after a failure with a pause that grows."""
        tries = 0
        while True:
            try:
                await self._engine.until_live()
                await work()
                tries = 0
                continue
            except HubAway as error:
                self._met = False
                self._happened.set()
                await self._turn(False, str(error))
                with suppress(NotLive, Refused):
                    await self._tell_staffed(None, None)
            except (NotLive, Refused) as error:
                log.info("%s", error)
            tries += 1
            pause = min(pause_s(tries, random.random()), _LONGEST_PAUSE_S)  # noqa: S311  spreads the load
            await asyncio.sleep(pause)

    async def _send(self, asked: _Asked) -> None:
        """What happened here goes to the hub; then waits until something more does."""
        self._happened.clear()
        if not self._met:
            request = protocol.Records(id=self._link.next_id(), after=-1, kiosk=self._kiosk, limit=MOST_OPEN)
            if open_now := (await self._link.request(request, protocol.RecordsReply)).pages:
                await self._tell_hub(asked, open_now)
            self._met = True
        while True:
            request = protocol.Records(id=self._link.next_id(), after=self._places.sent, kiosk=self._kiosk)
            news = await self._link.request(request, protocol.RecordsReply)
            if news.last < self._places.sent:
                self._places.put(sent=0)  # the state file was made anew or brought back
                continue
            if not news.pages:
                self._places.put(sent=news.last)
                break
            await self._tell_hub(asked, news.pages)
            self._places.put(sent=news.last)
        await self._happened.wait()

    async def _tell_hub(self, asked: _Asked, pages: list[PageRecord]) -> None:
        """The hub learns of these calls, and this kiosk what the hub knows of them."""
        told = await asked.ask(self._ask(pages=pages))
        await self._learn(told.pages)
        async with self._turned:
            for page in pages:
                if page.state == State.CALLED:
                    self._has[page.id] = (page.round, page.step)
                else:
                    self._has.pop(page.id, None)
            self._turned.notify_all()
        await self._turn(True, "")

    async def _fetch(self, asked: _Asked) -> None:
        """What happened at the hub comes here."""
        told = await asked.ask(self._ask(after=self._places.fetched, wait_s=WAIT_S if self._live else 0.0))
        await self._turn(True, "")
        if told.last < self._places.fetched:
            # The hub's file was made anew: it has to learn everything once more.
            self._places.put(fetched=0, sent=0)
            self._happened.set()
            return
        await self._learn(told.pages)
        self._places.put(fetched=told.last)
        await self._tell_staffed(told.phones, told.on_shift)

    async def _tell_staffed(self, phones: int | None, on_shift: int | None) -> None:
        request = protocol.TellStaffed(id=self._link.next_id(), phones=phones, on_shift=on_shift)
        await self._link.request(request, protocol.Done)

    async def _learn(self, pages: list[PageRecord]) -> None:
        if pages:
            request = protocol.Reconcile(id=self._link.next_id(), pages=pages)
            await self._link.request(request, protocol.RecordsReply)

    def _ask(self, *, pages: list[PageRecord] | None = None, after: int = 0, wait_s: float = 0.0) -> hub.Ask:
        return hub.Ask(
            kiosk=self._kiosk, instance=self._instance, nonce=hub.new_nonce(), pages=pages or [], after=after,
            wait_s=wait_s,
        )  # fmt: skip

    async def _turn(self, live: bool, why: str) -> None:
        if live != self._live:
            log.info("the hub is %s", "there" if live else f"away: {why}")
        async with self._turned:
            self._live = live
            self._turned.notify_all()
        self._tell(PartHealth(name=self.name, state="working" if live else "down", detail=why))


class _Asked:
    """Asks the hub, and believes only what is signed."""

    def __init__(self, client: httpx.AsyncClient, url: str, key: str, clock: Callable[[], datetime]) -> None:
        self._client = client
        self._url = url
        self._key = key
        self._clock = clock

    async def ask(self, ask: hub.Ask) -> hub.Told:
        """Raises HubAway."""
        body, headers = hub.seal(ask, self._key, self._clock())
        try:
            async with asyncio.timeout(TRY_S + ask.wait_s):
                answer = await self._client.post(
                    self._url,
                    content=body,
                    headers=headers,
                    timeout=httpx.Timeout(TRY_S + ask.wait_s, connect=CONNECT_S),
                )
        except TimeoutError as error:
            raise HubAway("it did not answer in time") from error
        except httpx.HTTPError as error:
            raise HubAway(f"it cannot be reached ({type(error).__name__})") from error
        if answer.status_code != httpx.codes.OK:
            words = answer.text[:200] if answer.headers.get("content-type", "").startswith("text/plain") else ""
            raise HubAway(f"it answers {answer.status_code}: {words}" if words else f"it answers {answer.status_code}")
        try:
            told = hub.unseal(hub.Told, answer.content, answer.headers.get(HEADER, ""), self._key, self._clock())
        except StaffError as error:
            raise HubAway(f"its answer cannot be believed: {error}") from error
        if told.nonce != ask.nonce:
            raise HubAway("its answer belongs to another question")
        return told


class _Places:
    """How far either history was followed, on disk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.sent = self.fetched = 0
        try:
            places = json.loads(path.read_text("utf-8"))
            self.sent, self.fetched = int(places["sent"]), int(places["fetched"])
        except FileNotFoundError:
            return
        except (OSError, ValueError, KeyError, TypeError):
            log.warning("%s: cannot be used; everything is told once more", path)

    def put(self, *, sent: int | None = None, fetched: int | None = None) -> None:
        """Followed up to here. Told twice does no harm, so a disk that does not take it is no error."""
        before = self.sent, self.fetched
        self.sent = self.sent if sent is None else sent
        self.fetched = self.fetched if fetched is None else fetched
        if before == (self.sent, self.fetched):
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            private.write(self._path, json.dumps({"sent": self.sent, "fetched": self.fetched}))
        except OSError as error:
            log.warning("%s: cannot be written (%s)", self._path, error.strerror)


def _instance(path: Path) -> str:
    """What tells this machine from another of the same name: random, made once. Raises StaffError."""
    if not path.exists():
        private.make_secret(path)
    return private.secret(path)
