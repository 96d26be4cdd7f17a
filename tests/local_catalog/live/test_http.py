from __future__ import annotations

from pathlib import Path

import pytest

from local_catalog.live import Article, HttpSettings, HttpSource, LiveError, Reading
from tests.local_catalog.live.conftest import Shop

ONE = Article("4711", "4006381333931")


async def ask(settings: HttpSettings, *articles: Article) -> dict[str, Reading | LiveError]:
    source = HttpSource(settings)
    try:
        return dict(await source.ask(articles or (ONE,)))
    finally:
        await source.close()


async def test_one_article_by_sku_and_gtin(shop: Shop) -> None:
    shop.answer = lambda handler: handler.send(b'{"data": {"on": [{"hand": 7}]}, "cost": "3.49"}')
    settings = HttpSettings(shop.url + "/s/{sku}?g={gtin}", stock="data.on[0].hand", price="cost")
    assert await ask(settings) == {"4711": Reading(7, 349)}
    assert shop.asked == ["/s/4711?g=4006381333931"]


async def test_prices_are_exact(shop: Shop) -> None:
    shop.answer = lambda handler: handler.send(b'{"stock": 1, "price": 1.15}')
    assert await ask(HttpSettings(shop.url + "/{sku}", stock="stock", price="price")) == {"4711": Reading(1, 115)}
    shop.answer = lambda handler: handler.send(b'{"stock": 1, "price": 115}')
    minor = HttpSettings(shop.url + "/{sku}", stock=None, price="price", price_in="minor")
    assert await ask(minor) == {"4711": Reading(None, 115)}


async def test_many_articles_in_one_request(shop: Shop) -> None:
    shop.answer = lambda handler: handler.send(
        b'{"items": [{"id": 4711, "q": 2}, {"id": "b/2", "q": "5.0"}, {"id": "other", "q": 1}, {"q": 1}, 7]}'
    )
    settings = HttpSettings(shop.url + "/?s={skus}", stock="q", each="items", sku="id")
    assert await ask(settings, ONE, Article("b/2")) == {"4711": Reading(2, None), "b/2": Reading(5, None)}
    assert shop.asked == ["/?s=4711,b%2F2"]
    shop.answer = lambda handler: handler.send(b'{"4711": {"q": 9}}')
    assert await ask(HttpSettings(shop.url + "/{skus}", stock="q"), ONE, Article("x")) == {"4711": Reading(9, None)}


async def test_an_unknown_article_is_left_out(shop: Shop) -> None:
    shop.answer = lambda handler: handler.send(b"no such thing", 404)
    assert await ask(HttpSettings(shop.url + "/{sku}", stock="stock")) == {}
    assert await ask(HttpSettings(shop.url + "/{gtin}", stock="stock"), Article("own")) == {}
    assert len(shop.asked) == 1


@pytest.mark.parametrize(
    "sku", ["../../admin", "..", ".", "a?b#c", "a b", "{gtin}", "é\n\r", "%2e%2e", "@evil.example/"]
)
async def test_a_sku_stays_where_it_belongs(shop: Shop, sku: str) -> None:
    await ask(HttpSettings(shop.url + "/stock/{sku}/now", stock="stock"), Article(sku))
    assert all(path.startswith("/stock/") and path.endswith("/now") and path.count("/") == 3 for path in shop.asked)
    assert ".." not in "".join(shop.asked)


async def test_the_secret_goes_into_the_header(shop: Shop, tmp_path: Path) -> None:
    secret = tmp_path / "token"
    secret.write_text("t0ken\n")
    secret.chmod(0o600)
    await ask(HttpSettings(shop.url + "/{sku}", stock="stock", secret=secret))
    await ask(HttpSettings(shop.url + "/{sku}", stock="stock", secret=secret, header="X-Api-Key", scheme=""))
    assert shop.headers[0]["Authorization"] == "Bearer t0ken"
    assert shop.headers[1]["X-Api-Key"] == "t0ken"


@pytest.mark.parametrize(
    ("text", "mode"), [("t0ken", 0o644), ("", 0o600), ("a\nb", 0o600), ("ü", 0o600), ("x" * 5000, 0o600)]
)
def test_a_secret_must_be_private_and_one_line(tmp_path: Path, text: str, mode: int) -> None:
    secret = tmp_path / "token"
    secret.write_text(text)
    secret.chmod(mode)
    with pytest.raises(LiveError, match="token"):
        HttpSource(HttpSettings("http://erp.local/{sku}", stock="stock", secret=secret))
    with pytest.raises(LiveError, match="cannot be read"):
        HttpSource(HttpSettings("http://erp.local/{sku}", stock="stock", secret=tmp_path / "none"))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://erp.local/{sku}", "erp.local/{sku}", "http:///{sku}", "http://{sku}/", "http://erp.{sku}/x",
        "http://erp.local/", "http://erp.local/{price}", "http://erp.local/{skus}/{sku}",
        "http://user:hunter2@erp.local/{sku}",
    ],
)  # fmt: skip
def test_wrong_addresses_are_refused(url: str) -> None:
    with pytest.raises(LiveError, match="live url") as refused:
        HttpSource(HttpSettings(url, stock="stock"))
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    "body",
    [b'{"stock": -1}', b'{"stock": 1.5}', b'{"stock": true}', b'{"stock": "many"}', b'{"stock": [1]}',
     b'{"stock": NaN}', b'{"stock": 1e99}', b'{"stock": 1e999999999}', b'{"stock": null}', b"{}", b"[]", b"7", b'"x"'],
)  # fmt: skip
async def test_values_that_cannot_be_read_are_told(shop: Shop, body: bytes) -> None:
    shop.answer = lambda handler: handler.send(body)
    found = await ask(HttpSettings(shop.url + "/{sku}", stock="stock"))
    assert isinstance(found["4711"], LiveError)


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"<html>", 200), (b'{"stock": ', 200), (b"[" * 100_000, 200), (b"\xff\xfe", 200), (b" " * 1_100_000, 200),
     (b"{}", 500), (b"{}", 302), (b"{}", 401), (b"", 204)],
)  # fmt: skip
async def test_answers_that_are_none(shop: Shop, body: bytes, status: int) -> None:
    shop.answer = lambda handler: handler.send(body, status, {"Location": "/elsewhere"})
    with pytest.raises(LiveError, match=r"127\.0\.0\.1 "):
        await ask(HttpSettings(shop.url + "/{sku}", stock="stock"))
    assert len(shop.asked) == 1
