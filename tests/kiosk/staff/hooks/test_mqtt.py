"""Calls on a real broker: what is retained, who may claim, what a press does, and what outlives the broker's death."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from kiosk.engine import page_views
from kiosk.settings import ButtonSettings, MqttSettings
from kiosk.staff import Page, StaffError
from kiosk.staff.hooks import mqtt as module
from kiosk.staff.hooks.hook import HookError, Kind, News
from kiosk.staff.hooks.mqtt import Mqtt
from tests.kiosk.staff.hooks.destinations import Broker, Subscriber, broker, free_port, retained, subscriber
from tests.kiosk.staff.hooks.fakes import FakeEngine

pytestmark = pytest.mark.whole

FREEZER = ButtonSettings(name="freezer", place="the freezers", reason="locked_case", department="frozen")


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "pause_s", lambda tries, chance: 0.05)


@pytest.fixture
def mqtt(tmp_path: Path) -> Iterator[Broker]:
    with broker(tmp_path) as made:
        yield made


@pytest.fixture
def ears(mqtt: Broker) -> Iterator[Subscriber]:
    with subscriber(mqtt) as made:
        yield made


def hook(engine: FakeEngine, port: int, **more: Any) -> Mqtt:
    return Mqtt(MqttSettings(host="127.0.0.1", port=port, **more), (FREEZER,), "Kiosk 1", engine)


@asynccontextmanager
async def connected(made: Mqtt) -> AsyncIterator[Mqtt]:
    task = asyncio.create_task(made.run(lambda: None))
    try:
        await until(lambda: not made.trouble)
        yield made
    finally:
        task.cancel()
        await asyncio.wait({task})


def news(engine: FakeEngine, page: Page) -> News:
    now = engine.store.page(page.id)
    kind = Kind.RING if now.state == "called" else Kind.CALM
    return News("key", kind, page_views.page_view(now, None), now.round, now.step)


async def until(done: Callable[[], Any]) -> None:
    async with asyncio.timeout(15):
        while not done():  # noqa: ASYNC110  watches plain values of the test
            await asyncio.sleep(0.01)


async def off(work: Callable[..., Any], *values: Any, **named: Any) -> Any:
    return await asyncio.to_thread(work, *values, **named)


async def test_an_open_call_is_retained_and_a_closed_one_is_not(
    engine: FakeEngine, mqtt: Broker, ears: Subscriber
) -> None:
    page = engine.call(words="mi secreto")
    topic = f"aislewise/calls/{page.id}"
    async with connected(hook(engine, mqtt.port)) as made:
        await made.send(news(engine, page))
        told = json.loads((await off(retained, mqtt))[topic])
        assert (told["state"], told["place"], told["key"]) == ("called", "place s", "key")
        assert "secreto" not in str(told)
        engine.step(page.id, "claim")
        await made.send(news(engine, page))
        assert json.loads((await off(retained, mqtt))[topic])["claimed_by"] == "Ana"
        engine.step(page.id, "resolve")
        await made.send(news(engine, page))
        assert topic not in await off(retained, mqtt)


async def test_it_is_online_until_it_stops_or_dies(engine: FakeEngine, mqtt: Broker, ears: Subscriber) -> None:
    status = "aislewise/kiosks/Kiosk-1/status"
    async with connected(hook(engine, mqtt.port)):
        await until(lambda: ears.on(status) == [b"online"])
    await until(lambda: ears.on(status) == [b"online", b"offline"])
    task = asyncio.create_task((made := hook(engine, mqtt.port)).run(lambda: None))
    await until(lambda: ears.on(status)[2:] == [b"online"])
    assert made._client is not None
    made._client._client.socket().shutdown(2)  # as when the machine loses its power
    await until(lambda: b"offline" in ears.on(status)[3:])
    task.cancel()
    await asyncio.wait({task})


async def test_after_the_brokers_death_what_is_open_is_there_again(
    engine: FakeEngine, mqtt: Broker, ears: Subscriber
) -> None:
    page = engine.call()
    async with connected(hook(engine, mqtt.port)) as made:
        await off(mqtt.kill)
        await until(lambda: made.trouble)
        with pytest.raises(HookError):
            await made.send(news(engine, page))
        await off(mqtt.start)
        await until(lambda: not made.trouble)
        assert f"aislewise/calls/{page.id}" in await off(retained, mqtt)


async def test_what_was_left_of_a_call_that_is_over_is_taken_back(
    engine: FakeEngine, mqtt: Broker, ears: Subscriber
) -> None:
    mine, theirs = engine.call(), "aislewise/calls/other"
    for page, kiosk in ((mine.id, "Kiosk 2"), ("gone", "Kiosk 1"), ("other", "Kiosk 2")):
        await off(ears.say, f"aislewise/calls/{page}", json.dumps({"kiosk": kiosk}), retain=True)
    engine.step(mine.id, "claim")
    engine.step(mine.id, "resolve")
    async with connected(hook(engine, mqtt.port)):
        await until(lambda: b"" in ears.on("aislewise/calls/gone") and b"" in ears.on(f"aislewise/calls/{mine.id}"))
        assert [name for name in await off(retained, mqtt) if "/calls/" in name] == [theirs]


async def test_a_claim_is_answered(engine: FakeEngine, mqtt: Broker, ears: Subscriber) -> None:
    page = engine.call()
    topic = f"aislewise/calls/{page.id}"
    async with connected(hook(engine, mqtt.port)):
        for payload, told in (
            ("{}", "Say who takes it"),
            ("Ana", "Say who takes it"),
            ('{"who": "Mallory"}', "account"),
        ):
            await off(ears.say, f"{topic}/claim", payload)
            await until(lambda told=told: told in (ears.last(f"{topic}/answer") or {}).get("error", ""))
        assert engine.store.page(page.id).claimed_by is None
        await off(ears.say, f"{topic}/claim", '{"who": "ANA"}')
        await until(lambda: (ears.last(f"{topic}/answer") or {}).get("ok"))
        assert ears.last(f"{topic}/answer") == {"ok": True, "state": "claimed", "claimed_by": "Ana"}
        await off(ears.say, f"{topic}/claim", '{"who": "Bo"}')
        await until(lambda: "Ana already" in (ears.last(f"{topic}/answer") or {}).get("error", ""))
        assert engine.store.page(page.id).claimed_by == "Ana"


async def test_anything_else_does_no_harm(engine: FakeEngine, mqtt: Broker, ears: Subscriber) -> None:
    page = engine.call()
    topic = f"aislewise/calls/{page.id}/claim"
    await off(ears.say, topic, '{"who": "Ana"}', retain=True)
    async with connected(hook(engine, mqtt.port)) as made:
        for payload in (b"\xff\xfe", b"[" * 4000, b'{"who": "Ana"}' + b" " * 5000, b'{"who": 7}', b""):
            await off(ears.say, topic, payload)
        await off(ears.say, "aislewise/calls/nothing/claim", '{"who": "Ana"}')
        await off(ears.say, f"aislewise/calls/{page.id}", "nonsense")
        await off(ears.say, "aislewise/buttons/freezer", b"\xff")
        await until(lambda: ears.last("aislewise/buttons/freezer/answer"))
        assert not made.trouble
        assert ears.on("aislewise/calls/nothing/answer") == []
        assert engine.store.page(page.id).claimed_by is None


async def test_a_press_that_comes_while_the_engine_is_away_is_not_lost(
    engine: FakeEngine, mqtt: Broker, ears: Subscriber
) -> None:
    async with connected(hook(engine, mqtt.port)):
        engine.away = True
        for _ in range(5):
            await off(ears.say, "aislewise/buttons/freezer", "")
        engine.away = False
        await until(lambda: ears.last("aislewise/buttons/freezer/answer"))
        [page] = engine.store.open_pages()
        assert (page.place, page.reason) == ("the freezers", "locked_case")


async def test_presses_that_were_retained_and_buttons_nobody_knows_call_nobody(
    engine: FakeEngine, mqtt: Broker, ears: Subscriber
) -> None:
    await off(ears.say, "aislewise/buttons/freezer", "stuck", retain=True)
    async with connected(hook(engine, mqtt.port)) as made:
        await off(ears.say, "aislewise/buttons/door", "")
        await until(lambda: "'door'" in made.note)
        assert engine.store.open_pages() == ()


async def test_a_broker_that_hangs_is_no_answer_and_then_a_loss(
    engine: FakeEngine, mqtt: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_KEEPALIVE_S", 1)
    page = engine.call()
    async with connected(hook(engine, mqtt.port)) as made:
        mqtt.signal(signal.SIGSTOP)
        try:
            with pytest.raises((TimeoutError, HookError)):
                async with asyncio.timeout(0.3):
                    await made.send(news(engine, page))
            await until(lambda: made.trouble)
        finally:
            mqtt.signal(signal.SIGCONT)
        await until(lambda: not made.trouble)
        await made.send(news(engine, page))


@pytest.fixture
def passwords(tmp_path: Path) -> Path:
    """A file of mosquitto's in which the kiosk has the password "right"."""
    path = tmp_path / "passwords"
    subprocess.run(["mosquitto_passwd", "-b", "-c", str(path), "kiosk", "right"], check=True)
    return path


async def test_who_may_not_connect_is_told_why(engine: FakeEngine, tmp_path: Path, passwords: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("wrong")
    secret.chmod(0o600)
    with broker(tmp_path, "allow_anonymous false", f"password_file {passwords}", "user root") as mqtt:
        made = hook(engine, mqtt.port, user="kiosk", password=secret)
        task = asyncio.create_task(made.run(lambda: None))
        await until(lambda: "authori" in made.trouble)
        task.cancel()
        await asyncio.wait({task})
        assert "wrong" not in made.trouble
        secret.write_text("right")
        async with connected(hook(engine, mqtt.port, user="kiosk", password=secret)):
            pass


async def test_a_broker_that_is_not_there_is_told_in_words(engine: FakeEngine) -> None:
    made = hook(engine, free_port())
    task = asyncio.create_task(made.run(lambda: None))
    await until(lambda: made.trouble == "connection refused")
    task.cancel()
    await asyncio.wait({task})


@pytest.fixture
def certificates(tmp_path: Path) -> Path:
    """A folder with two that sign themselves for this machine."""
    for name in ("good", "other"):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
             "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
             f"{tmp_path}/{name}.key", "-out", f"{tmp_path}/{name}.pem"],
            check=True, capture_output=True,
        )  # fmt: skip
    return tmp_path


async def test_a_broker_with_a_certificate_of_the_stores_own(
    engine: FakeEngine, tmp_path: Path, certificates: Path
) -> None:
    lines = (
        "allow_anonymous true",
        f"certfile {certificates}/good.pem",
        f"keyfile {certificates}/good.key",
        "user root",
    )
    with broker(tmp_path, *lines) as mqtt:
        async with connected(hook(engine, mqtt.port, ca=certificates / "good.pem")):
            pass
        made = hook(engine, mqtt.port, ca=certificates / "other.pem")
        task = asyncio.create_task(made.run(lambda: None))
        await until(lambda: "not trusted" in made.trouble)
        task.cancel()
        await asyncio.wait({task})
    with pytest.raises(StaffError, match=r"missing\.pem"):
        hook(engine, 1, ca=tmp_path / "missing.pem")
