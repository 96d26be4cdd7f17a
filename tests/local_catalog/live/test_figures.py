from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest

from local_catalog.live import (
    Article,
    Figure,
    HttpSettings,
    HttpSource,
    LiveError,
    LiveFigures,
    LiveOptions,
    Reading,
    Readings,
)
from tests.local_catalog.live.conftest import NOW, SYNCED_AT, Clock, Handler, Shop, live, synced

BEHIND = Figure(8, 299, SYNCED_AT, live=False)
LIVE = Figure(3, 249, NOW, live=True)
# Long enough for two busy cores, and far below what is waited for.
PATIENT = LiveOptions(deadline=1.0)
HURRIED = LiveOptions(deadline=0.05, give_up=0.4)


@pytest.fixture
async def patient(shop: Shop, clock: Clock) -> AsyncIterator[LiveFigures]:
    figures = live(HttpSource(HttpSettings(shop.url + "/{sku}", stock="stock", price="price")), clock, PATIENT)
    yield figures
    await figures.close()


@pytest.fixture
async def hurried(shop: Shop, clock: Clock) -> AsyncIterator[LiveFigures]:
    figures = live(HttpSource(HttpSettings(shop.url + "/{sku}", stock="stock", price="price")), clock, HURRIED)
    yield figures
    await figures.close()


async def until(done: object) -> None:
    """Wait until a condition holds; the test's own time limit ends it."""
    assert callable(done)
    while not done():  # noqa: ASYNC110 - there is no event for what a thread or a task counts
        await asyncio.sleep(0.01)


async def test_live_and_remembered(patient: LiveFigures, shop: Shop, clock: Clock) -> None:
    assert patient.state() == ("working", "127.0.0.1: not asked yet")
    assert await patient.figure(synced()) == LIVE
    shop.answer = lambda handler: handler.send(b'{"stock": 2, "price": 2.49}')
    clock.ahead += 19
    assert (await patient.figure(synced())).stock == 3
    clock.ahead += 2
    assert (await patient.figure(synced())).stock == 2
    assert shop.asked == ["/4711", "/4711"]
    level, detail = patient.state()
    assert level == "working"
    assert "answers in" in detail


async def test_what_the_source_does_not_know_is_as_synced(patient: LiveFigures, shop: Shop) -> None:
    shop.answer = lambda handler: handler.send(b"", 404)
    assert await patient.figure(synced()) == BEHIND
    assert await patient.figure(synced()) == BEHIND
    assert len(shop.asked) == 1
    assert patient.state()[0] == "working"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b'{"stock": 3, "price": 0.14}', "price 14"), (b'{"stock": 3, "price": 59.81}', "price 5981"),
        (b'{"stock": 3, "price": 0}', "no amount of money"), (b'{"stock": -3, "price": 2.49}', "stock -3"),
        (b'{"stock": 3, "price": 2.495}', "no amount of money"), (b'{"stock": 3}', "nothing at 'price'"),
    ],
)  # fmt: skip
async def test_what_cannot_be_right_is_not_believed(patient: LiveFigures, shop: Shop, body: bytes, told: str) -> None:
    shop.answer = lambda handler: handler.send(body)
    assert await patient.figure(synced()) == BEHIND
    assert told in patient.state()[1]


@pytest.mark.parametrize("price", [b"0.15", b"59.80"])
async def test_prices_within_twenty_times_are_believed(patient: LiveFigures, shop: Shop, price: bytes) -> None:
    shop.answer = lambda handler: handler.send(b'{"stock": 3, "price": ' + price + b"}")
    assert (await patient.figure(synced())).live


async def test_one_bad_article_does_not_stop_the_others(shop: Shop, clock: Clock) -> None:
    shop.answer = lambda handler: handler.send(b'{"a": {"q": "?"}, "b": {"q": 4}}')
    figures = live(HttpSource(HttpSettings(shop.url + "/{skus}", stock="q")), clock, PATIENT)
    for _ in range(5):
        found = await figures.figures([synced("a"), synced("b"), synced("c")])
        assert found == {"a": BEHIND, "b": Figure(4, 299, NOW, live=True), "c": BEHIND}
        clock.ahead += 30
    assert len(shop.asked) == 5
    assert figures.state()[0] == "working"
    await figures.close()


async def test_a_slow_answer_is_not_waited_for_but_used_later(hurried: LiveFigures, shop: Shop) -> None:
    def slow(handler: Handler) -> None:
        shop.wait(0.2)
        handler.send(b'{"stock": 3, "price": 2.49}')

    shop.answer = slow
    assert await hurried.figure(synced()) == BEHIND
    await until(lambda: "later than 50 ms" in hurried.state()[1])
    assert hurried.state()[0] == "slow"
    assert await hurried.figure(synced()) == LIVE
    assert len(shop.asked) == 1


def hanging(shop: Shop) -> None:
    shop.answer = lambda handler: shop.wait(60)


def dripping(shop: Shop) -> None:
    def drip(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        while not shop.closing.wait(0.02):
            handler.wfile.write(b" ")

    shop.answer = drip


def failing(shop: Shop) -> None:
    shop.answer = lambda handler: handler.send(b"{}", 500)


def talking_nonsense(shop: Shop) -> None:
    shop.answer = lambda handler: handler.send(b"<html>sign in</html>")


def telling_nothing(shop: Shop) -> None:
    shop.answer = lambda handler: handler.send(b'{"error": "unknown key"}')


def gone(shop: Shop) -> None:
    shop.socket.close()


@pytest.mark.parametrize("broken", [hanging, dripping, failing, talking_nonsense, telling_nothing, gone])
async def test_a_broken_source_is_left_alone_and_found_again(
    hurried: LiveFigures, shop: Shop, clock: Clock, broken: object
) -> None:
    assert callable(broken)
    good = shop.answer
    broken(shop)
    for number in range(3):
        assert await hurried.figure(synced(f"a{number}")) == BEHIND
    await until(lambda: hurried.state()[0] == "down")
    assert "stock and prices are those of the last sync" in hurried.state()[1]
    # Nobody waits now, and nothing is asked.
    asked = len(shop.asked)
    for number in range(20):
        assert await hurried.figure(synced(f"b{number}")) == BEHIND
    assert len(shop.asked) == asked
    if broken is gone:
        return
    clock.ahead += 31
    assert await hurried.figure(synced("c")) == BEHIND
    await until(lambda: len(shop.asked) == asked + 1)
    shop.answer = good
    for _ in range(100):
        if hurried.state()[0] == "working":
            break
        clock.ahead += 31
        await hurried.figure(synced("d"))
        await asyncio.sleep(0.05)
    clock.ahead += 31
    await until(lambda: hurried.state()[0] == "working")


async def test_never_more_requests_than_allowed(shop: Shop, clock: Clock) -> None:
    def slow(handler: Handler) -> None:
        shop.wait(0.02)
        handler.send(b'{"stock": 3, "price": 2.49}')

    shop.answer = slow
    options = LiveOptions(deadline=5.0, at_once=2)
    figures = live(HttpSource(HttpSettings(shop.url + "/{sku}", stock="stock")), clock, options)
    products = [synced(f"p{number}") for number in range(40)]
    found = await figures.figures(products)
    assert shop.most_under_way == 2
    # What would have had to wait behind ten others was not asked at all.
    assert sum(figure.live for figure in found.values()) == len(shop.asked) == 10
    await figures.close()


async def test_who_asks_for_the_same_waits_for_the_same_request(patient: LiveFigures, shop: Shop) -> None:
    assert set(await asyncio.gather(*(patient.figure(synced()) for _ in range(20)))) == {LIVE}
    assert len(shop.asked) == 1


async def test_a_shopper_who_leaves_does_not_break_it_for_others(patient: LiveFigures, shop: Shop) -> None:
    leaving = asyncio.create_task(patient.figure(synced()))
    await asyncio.sleep(0)
    leaving.cancel()
    assert await patient.figure(synced()) == LIVE


async def test_closing_ends_what_is_under_way(shop: Shop, clock: Clock) -> None:
    hanging(shop)
    figures = live(HttpSource(HttpSettings(shop.url + "/{sku}", stock="stock")), clock, HURRIED)
    await figures.figure(synced())
    await figures.close()
    assert not [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]


async def test_the_price_may_be_all_that_is_live(shop: Shop, clock: Clock) -> None:
    figures = live(HttpSource(HttpSettings(shop.url + "/{sku}", stock=None, price="price")), clock, PATIENT)
    assert await figures.figure(synced(stock=None)) == Figure(None, 249, NOW, live=True)
    await figures.close()


class Odd:
    """A source by somebody else."""

    name, most = "odd", 1

    def __init__(self, reading: object) -> None:
        self.reading = reading

    async def ask(self, articles: Sequence[Article]) -> Readings:
        if isinstance(self.reading, Exception):
            raise self.reading
        return {article.sku: self.reading for article in articles}  # type: ignore[misc]

    async def close(self) -> None:
        """Nothing."""


@pytest.mark.parametrize(
    "reading",
    [Reading(-1, 249), Reading(True, None), Reading(2.0, None), Reading(1, -5), Reading(None, None), "3",  # type: ignore[arg-type]
     LiveError("no"), KeyError("stock"), RuntimeError()],
)  # fmt: skip
async def test_no_source_can_break_the_answer(clock: Clock, reading: object) -> None:
    figures = live(Odd(reading), clock, PATIENT)
    for number in range(4):
        assert await figures.figure(synced(str(number))) == BEHIND
    assert figures.state()[0] == "down"
    await figures.close()


async def test_memory_is_bounded(clock: Clock) -> None:
    figures = live(Odd(Reading(1, None)), clock, LiveOptions(deadline=5.0, at_once=1000))
    for start in range(0, 12_000, 4000):
        await figures.figures(synced(str(number)) for number in range(start, start + 4000))
    assert len(figures._remembered) == 10_000
    assert (await figures.figure(synced("11999"))).live
    await figures.close()


async def test_time_of_day_may_jump(shop: Shop, clock: Clock) -> None:
    days = iter([NOW, NOW.replace(year=2001)])
    source = HttpSource(HttpSettings(shop.url + "/{sku}", stock="stock"))
    figures = LiveFigures(source, clock=clock, now=lambda: next(days), options=PATIENT)
    assert (await figures.figure(synced())).as_of == NOW
    clock.ahead += 21
    assert (await figures.figure(synced())).as_of.year == 2001
    await figures.close()
