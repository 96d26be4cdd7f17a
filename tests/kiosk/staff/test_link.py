"""The staff page's connection to the engine: steps, loss, silence, damage, return."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from kiosk import protocol
from kiosk.staff import link as module
from kiosk.staff.link import EngineLink, NotLive, Refused
from tests.kiosk.staff.fake_engine import FakeEngine


@pytest.fixture
def engine(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "REPLY_S", 0.3)
    monkeypatch.setattr(module, "HEARTBEAT_S", 0.1)
    monkeypatch.setattr(module, "RETRY_S", (0.02,))
    engine = FakeEngine(tmp_path / "engine.sock").start()
    yield engine
    engine.stop()


class Heard:
    """What the link told, and a way to wait for it."""

    def __init__(self):
        self.pushes = []
        self.lives = 0
        self.losses = 0
        self.open = []
        self.health = []

    def live(self, welcome, pages):
        self.lives += 1
        self.open = pages
        self.store = welcome.store

    def lost(self):
        self.losses += 1

    async def until(self, done):
        async with asyncio.timeout(10):
            while not done():  # noqa: ASYNC110  watches plain values of the test
                await asyncio.sleep(0.01)


@asynccontextmanager
async def linked(engine):
    heard = Heard()
    link = EngineLink(engine.socket, on_push=heard.pushes.append)
    running = asyncio.create_task(link.run(heard.live, heard.lost, lambda parts: setattr(heard, "health", parts)))
    try:
        yield link, heard
    finally:
        running.cancel()
        await asyncio.wait({running})


async def off(work, *arguments):
    return await asyncio.to_thread(work, *arguments)


async def test_it_learns_the_open_calls_and_follows_what_changes(engine):
    first = engine.call(words="hello")
    async with linked(engine) as (link, heard):
        await heard.until(lambda: heard.lives == 1)
        assert [page.id for page in heard.open] == [first.id]
        await heard.until(lambda: heard.health)
        second = await off(engine.call, "s2")
        page = await link.step(second.id, "claim", "Sam")
        assert (page.state, page.claimed_by) == ("claimed", "Sam")
        await heard.until(lambda: len(heard.pushes) == 2)
        assert [push.page.state for push in heard.pushes] == ["called", "claimed"]


async def test_a_refused_step_has_the_engines_words(engine):
    page = engine.call()
    engine.step(page.id, "claim", "Alex")
    async with linked(engine) as (link, heard):
        await heard.until(lambda: heard.lives == 1)
        with pytest.raises(Refused, match="Alex already took this call") as refused:
            await link.step(page.id, "claim", "Sam")
        assert refused.value.code == "busy"
        with pytest.raises(Refused) as refused:
            await link.step("nothing", "claim", "Sam")
        assert refused.value.code == "not_found"


async def test_it_comes_back_when_the_engine_does(engine):
    async with linked(engine) as (link, heard):
        await heard.until(lambda: heard.lives == 1)
        await off(engine.stop)
        await heard.until(lambda: heard.losses == 1)
        with pytest.raises(NotLive):
            await link.step("x", "claim", "Sam")
        await off(engine.start)
        await off(engine.call)
        await heard.until(lambda: heard.lives == 2 and (heard.open or heard.pushes))


async def test_an_engine_that_is_not_there_yet_is_waited_for(engine):
    engine.stop()
    async with linked(engine) as (_link, heard):
        await asyncio.sleep(0.1)
        assert (heard.lives, heard.losses) == (0, 0)
        await off(engine.start)
        await heard.until(lambda: heard.lives == 1)


async def test_a_hung_engine_is_noticed(engine):
    page = engine.call()
    async with linked(engine) as (link, heard):
        await heard.until(lambda: heard.lives == 1)
        engine.silent = True
        with pytest.raises(NotLive):
            await link.step(page.id, "claim", "Sam")
        await heard.until(lambda: heard.losses == 1)
        engine.silent = False
        await heard.until(lambda: heard.lives == 2)


@pytest.mark.parametrize(
    "damage",
    [
        b"{}\n", b"nonsense\n", b"\xff\xfe\n", b'{"type":"done","id":"x"}\n', b"x" * (protocol.MAX_LINE + 10) + b"\n",
        b'{"type":"page_changed","page":{}}\n',
    ],
)  # fmt: skip
async def test_a_damaged_line_means_connecting_anew(engine, damage):
    async with linked(engine) as (_link, heard):
        await heard.until(lambda: heard.lives == 1)
        await off(engine.push, damage)
        await heard.until(lambda: heard.losses == 1 and heard.lives == 2)


async def test_a_push_the_board_cannot_take_means_connecting_anew(engine):
    def choke(push):
        raise ValueError("'dance' is not a state")

    async with linked(engine) as (link, heard):
        link._on_push = choke
        await heard.until(lambda: heard.lives == 1)
        await off(engine.call)
        await heard.until(lambda: heard.losses == 1 and heard.lives == 2)


async def test_replies_nobody_asked_for_are_passed_over(engine):
    async with linked(engine) as (link, heard):
        await heard.until(lambda: heard.lives == 1)
        await off(engine.push, protocol.encode(protocol.Done(id=999_999)))
        page = await off(engine.call)
        assert (await link.step(page.id, "claim", "Sam")).state == "claimed"
        assert heard.losses == 0


async def test_a_reply_of_the_wrong_kind_does_not_pass(engine):
    async with linked(engine) as (link, heard):
        await heard.until(lambda: heard.lives == 1)
        page = await off(engine.call)
        engine.lies = lambda number: protocol.encode(protocol.Done(id=number))
        with pytest.raises(NotLive, match="does not belong"):
            await link.step(page.id, "claim", "Sam")
        await heard.until(lambda: heard.losses == 1)
        engine.lies = None
        await heard.until(lambda: heard.lives == 2)


async def test_it_tells_on_how_many_phones_the_page_is_open(engine):
    told = []
    link = EngineLink(engine.socket, on_push=lambda push: None, phones=lambda: 3)
    engine.asked = told.append
    running = asyncio.create_task(link.run(lambda welcome, pages: None, lambda: None, lambda parts: None))
    async with asyncio.timeout(10):
        while not any(isinstance(request, protocol.Health) and request.phones == 3 for request in told):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.wait({running})
