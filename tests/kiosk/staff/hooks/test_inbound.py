"""Claims by the store's own server: signed, fresh, once, and no way in for anybody else."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from kiosk.staff import accounts
from kiosk.staff.link import EngineLink
from kiosk.staff.signing import HEADER, LASTS, sign
from kiosk.staff.web.app import StaffPage
from kiosk.staff.web.board import Board
from kiosk.staff.web.inbound import PATH, ClaimDoor
from tests.kiosk.staff.hooks.fakes import NOON, FakeEngine

SECRET = "hush"


class Time:
    now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret"
    path.write_text(SECRET)
    path.chmod(0o600)
    return path


@pytest.fixture
async def web(tmp_path: Path, engine: FakeEngine, time: Time, secret: Path) -> AsyncIterator[httpx.AsyncClient]:
    link = EngineLink(tmp_path / "no.sock", on_push=lambda push: None)
    door = ClaimDoor(secret, tmp_path, link, time)
    door._engine = engine  # type: ignore[assignment]
    app = StaffPage(tmp_path, Board("Store", time), link, time, claims=door).app()
    async with client(app) as made:
        yield made


def client(app: Starlette) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app, client=("10.0.0.9", 4000))
    return httpx.AsyncClient(transport=transport, base_url="https://192.168.1.5:8765")


async def send(
    web: httpx.AsyncClient, fields: object, at: datetime = NOON, *, secret: str = SECRET, **headers: str
) -> httpx.Response:
    body = fields if isinstance(fields, bytes) else json.dumps(fields).encode()
    return await web.post(PATH, content=body, headers={HEADER: sign(body, secret, at), **headers})


async def test_a_signed_claim_is_carried_out(web: httpx.AsyncClient, engine: FakeEngine) -> None:
    page = engine.call()
    answer = await send(web, {"page": page.id, "who": "ana"})
    assert (answer.status_code, answer.json()) == (200, {"state": "claimed", "claimed_by": "Ana"})
    answer = await send(web, {"page": page.id, "who": "Bo"})
    assert answer.status_code == 409
    assert "Ana already" in answer.json()["error"]


async def test_the_same_message_again_is_answered_and_does_nothing(
    web: httpx.AsyncClient, engine: FakeEngine, time: Time
) -> None:
    page = engine.call()
    first = await send(web, {"page": page.id, "who": "Ana"})
    engine.step(page.id, "release")
    time.now += LASTS
    again = await send(web, {"page": page.id, "who": "Ana"})
    assert (again.status_code, again.json()) == (200, first.json())
    respelt = sign(json.dumps({"page": page.id, "who": "Ana"}).encode(), SECRET, NOON).replace(",", " , x=1,")
    body = json.dumps({"page": page.id, "who": "Ana"})
    assert (await web.post(PATH, content=body, headers={HEADER: respelt})).status_code == 200
    assert engine.store.page(page.id).claimed_by is None
    time.now += timedelta(seconds=1)
    assert (await send(web, {"page": page.id, "who": "Ana"})).status_code == 401
    assert (await send(web, {"page": page.id, "who": "Ana"}, time.now)).status_code == 200


async def test_nothing_else_gets_in(web: httpx.AsyncClient, engine: FakeEngine) -> None:
    page = engine.call()
    claim = {"page": page.id, "who": "Ana"}
    assert (await send(web, claim, secret="guess")).status_code == 401
    assert (await web.post(PATH, content=b"{}")).status_code == 401
    assert (await send(web, claim, origin="https://evil.example")).status_code == 403
    assert (await send(web, claim, host="evil.example")).status_code == 421
    assert (await send(web, b" " * 5000)).status_code == 413
    assert (await web.get(PATH)).status_code in (303, 401, 404, 405)
    assert engine.store.page(page.id).claimed_by is None


@pytest.mark.parametrize("body", [b"", b"[]", b"\xff", b"[" * 3000, b'{"page": 1, "who": "Ana"}', b'{"page": "x"}'])
async def test_a_message_that_claims_nothing_is_told_so(web: httpx.AsyncClient, body: bytes) -> None:
    answer = await send(web, body)
    assert answer.status_code == 400
    assert '"page"' in answer.json()["error"]


async def test_unknown_calls_and_people_are_told(web: httpx.AsyncClient, engine: FakeEngine) -> None:
    page = engine.call()
    assert (await send(web, {"page": "nothing", "who": "Ana"})).status_code == 404
    answer = await send(web, {"page": page.id, "who": "Mallory"})
    assert (answer.status_code, answer.json()["error"]) == (409, "Nobody of that name has an account on this kiosk.")


async def test_while_the_engine_is_away_the_same_message_may_come_again(
    web: httpx.AsyncClient, engine: FakeEngine
) -> None:
    page = engine.call()
    engine.away = True
    assert (await send(web, {"page": page.id, "who": "Ana"})).status_code == 503
    engine.away = False
    assert (await send(web, {"page": page.id, "who": "Ana"})).status_code == 200


async def test_guessing_is_slowed_down(web: httpx.AsyncClient, engine: FakeEngine, time: Time) -> None:
    page = engine.call()
    codes = [(await send(web, {}, secret=f"guess {n}")).status_code for n in range(9)]
    assert codes[:6] == [401] * 6
    assert codes[-1] == 429
    assert (await send(web, {"page": page.id, "who": "Ana"})).status_code == 429
    time.now += timedelta(minutes=1)
    assert (await send(web, {"page": page.id, "who": "Ana"}, time.now)).status_code == 200


async def test_a_secret_that_cannot_be_read_lets_nobody_in(
    web: httpx.AsyncClient, engine: FakeEngine, secret: Path
) -> None:
    page = engine.call()
    os.chmod(secret, 0o644)
    assert (await send(web, {"page": page.id, "who": "Ana"})).status_code == 503
    assert engine.store.page(page.id).claimed_by is None


async def test_without_a_webhook_there_is_no_such_door(tmp_path: Path, time: Time) -> None:
    accounts.add(tmp_path, "Ana")
    link = EngineLink(tmp_path / "no.sock", on_push=lambda push: None)
    async with client(StaffPage(tmp_path, Board("Store", time), link, time).app()) as web:
        assert (await send(web, {"page": "x", "who": "Ana"})).status_code in (401, 403, 404, 405)
