"""The hub's door: only with the key, each kiosk for itself, and an answer as soon as there is one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from kiosk import protocol
from kiosk.engine.page_views import page_view, record
from kiosk.staff import StaffError, hub, private, signing
from kiosk.staff.link import NotLive
from kiosk.staff.signing import HEADER
from kiosk.staff.web.hub import SILENT_AFTER, HubDoor
from tests.kiosk.staff.histories import NOON, call

KEY = "a secret of the store"


class Hub:
    """The hub's engine as its door sees it, and kiosks that knock."""

    def __init__(self) -> None:
        self.now = NOON
        self.away = False
        self.asked: list[protocol.Request] = []
        self.records: list[protocol.PageRecord] = []
        self.last = 7
        self.door = HubDoor(KEY, lambda: "Office", lambda: 3, self, lambda: self.now)  # type: ignore[arg-type]
        transport = httpx.ASGITransport(Starlette(routes=self.door.routes()))
        self.client = httpx.AsyncClient(transport=transport, base_url="http://hub")

    def next_id(self) -> int:
        return len(self.asked)

    async def request(self, message: protocol.Request, _reply: type[protocol.Reply]) -> protocol.Reply:
        if self.away:
            raise NotLive("the engine is away")
        self.asked.append(message)
        if isinstance(message, protocol.TellParts):
            return protocol.Done(id=message.id)
        pages = message.pages if isinstance(message, protocol.Reconcile) else self.records
        return protocol.RecordsReply(id=message.id, pages=pages, last=self.last)

    async def knock(
        self, kiosk: str = "Kiosk 1", key: str = KEY, instance: str = "i", **fields: object
    ) -> httpx.Response:
        ask = hub.Ask(kiosk=kiosk, instance=instance, nonce="n", **fields)  # type: ignore[arg-type]
        body, headers = hub.seal(ask, key, self.now)
        return await self.client.post(hub.PATH, content=body, headers=headers)

    async def told_of(self, count: int) -> list[protocol.PartHealth]:
        """Wait until the engine was told of so many parts."""
        while True:
            parts = [p for a in self.asked if isinstance(a, protocol.TellParts) for p in a.parts]
            if len(parts) >= count:
                return parts
            await asyncio.sleep(0.01)

    def told(self, answer: httpx.Response) -> hub.Told:
        assert answer.status_code == 200, answer.text
        return hub.unseal(hub.Told, answer.content, answer.headers[HEADER], KEY, self.now)


@pytest.fixture
async def office() -> AsyncIterator[Hub]:
    office = Hub()
    yield office
    await office.client.aclose()


async def test_calls_are_taken_in_and_come_back_as_the_hub_knows_them(office: Hub) -> None:
    told = office.told(await office.knock(pages=[record(call())]))
    assert (told.nonce, told.pages, told.phones, told.on_shift) == ("n", [record(call())], 3, None)
    office.door.pushed(protocol.Staffed(phones=3, on_shift=2))
    assert office.told(await office.knock()).on_shift == 2
    assert isinstance(office.asked[0], protocol.Reconcile)


async def test_nobody_is_let_in_without_the_key_or_with_an_old_message(office: Hub) -> None:
    assert (await office.knock(key="another")).status_code == 403
    body, headers = hub.seal(hub.Ask(kiosk="Kiosk 1", instance="i", nonce="n"), KEY, NOON)
    office.now = NOON + timedelta(minutes=6)
    late = await office.client.post(hub.PATH, content=body, headers=headers)
    assert (late.status_code, "clocks" in late.text) == (403, True)
    assert (await office.client.post(hub.PATH, content=body)).status_code == 403
    assert office.asked == []


async def test_what_is_signed_but_no_message_is_refused(office: Hub) -> None:
    for body in (b"", b"[]", b"{}", b"\xff", b'{"kiosk": 1}'):
        answer = await office.client.post(hub.PATH, content=body, headers={HEADER: signing.sign(body, KEY, NOON)})
        assert answer.status_code == 409


async def test_a_kiosk_speaks_for_itself_only(office: Hub) -> None:
    assert (await office.knock("Kiosk 2", pages=[record(call())])).status_code == 409
    for name in ("Office", ""):
        answer = await office.knock(name)
        assert (answer.status_code, "name of its own" in answer.text) == (409, True)


async def test_two_machines_of_one_name_are_told_apart_until_one_is_gone(office: Hub) -> None:
    assert (await office.knock()).status_code == 200
    assert (await office.knock(instance="another")).status_code == 409
    office.now = NOON + SILENT_AFTER
    assert (await office.knock(instance="another")).status_code == 200


async def test_while_the_engine_is_away_the_kiosk_is_told_to_try_again(office: Hub) -> None:
    office.away = True
    assert (await office.knock(pages=[record(call())])).status_code == 503


async def test_a_question_is_answered_as_soon_as_something_happens(office: Hub) -> None:
    waiting = asyncio.create_task(office.knock(after=7, wait_s=20))
    other = asyncio.create_task(office.knock("Kiosk 2", after=7, wait_s=20))
    while len(office.asked) < 2:  # noqa: ASYNC110  a plain list of the test
        await asyncio.sleep(0)
    office.records = [record(call())]
    office.door.pushed(protocol.PageChanged(page=page_view(call(), None)))
    told = office.told(await waiting)
    assert (told.pages, told.last) == ([record(call())], 7)
    assert not other.done()
    other.cancel()


async def test_a_question_from_the_future_is_answered_at_once(office: Hub) -> None:
    """The hub's file was made anew: the kiosk has to know."""
    assert office.told(await office.knock(after=99, wait_s=20)).last == 7


async def test_kiosks_that_fall_silent_are_told_of(office: Hub) -> None:
    watching = asyncio.create_task(office.door.watch())
    await office.knock("Kiosk 2")
    await office.told_of(1)
    office.now = datetime.now(UTC) + SILENT_AFTER * 2
    parts = await office.told_of(2)
    watching.cancel()
    assert [(part.name, part.state) for part in parts] == [("kiosk Kiosk 2", "working"), ("kiosk Kiosk 2", "down")]


def test_a_secret_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "hub.key"
    private.make_secret(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert len(private.secret(path)) == 64
    with pytest.raises(StaffError, match="is there already"):
        private.make_secret(path)
