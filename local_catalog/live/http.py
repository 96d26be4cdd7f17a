"""A live source behind HTTP: one JSON answer an article, or one for many."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx

from local_catalog.live.source import Article, LiveError, PriceIn, Reading, Readings, as_price, as_stock, read_secret

_LARGEST_ANSWER = 1_000_000
"""Bytes."""
_FIELD = re.compile(r"\{([^{}]*)\}")
_STEP = re.compile(r"([^.\[\]]+)|\[(\d{1,4})\]")


@dataclass(frozen=True, slots=True)
class HttpSettings:
    """How to ask. Paths lead through the JSON answer: 'data.stock', 'items[0].qty'."""

    url: str
    """With {sku} or {gtin} for one article, or {skus} for many, separated by commas."""
    stock: str | None
    """Path to the pieces in stock; None if the source does not tell."""
    price: str | None = None
    """Path to the price; None likewise."""
    price_in: PriceIn = "major"
    each: str = ""
    """With {skus}: path to the list of articles, or to an object that has them by SKU; '' for the whole answer."""
    sku: str = "sku"
    """With {skus} and a list: path to the SKU of an article."""
    most: int = 50
    """With {skus}: articles in one request."""
    secret: Path | None = None
    """File of mode 600 with a token or API key."""
    header: str = "Authorization"
    scheme: str = "Bearer"
    """What stands before the secret in the header; '' for the secret alone (X-Api-Key)."""


class HttpSource:
    """Asks by GET. Follows no redirects and uses no proxies of the environment."""

    def __init__(self, settings: HttpSettings) -> None:
        """Raises LiveError if the settings are wrong or the secret's file is not private."""
        self._settings = settings
        host = _checked(settings)
        headers = {"Accept": "application/json"}
        if settings.secret is not None:
            headers[settings.header] = f"{settings.scheme} {read_secret(settings.secret)}".strip()
        self._many = "{skus}" in settings.url
        self._host = host
        # Whoever asks sets the deadline of the whole; these only keep a dead connection from living on. Certificates
        # take a while to load, and plain http, from which no redirect leads away, needs none.
        secure = urlsplit(settings.url).scheme == "https"
        self._client = httpx.AsyncClient(
            headers=headers, timeout=10.0, follow_redirects=False, trust_env=False, verify=secure
        )

    @property
    def name(self) -> str:
        return self._host

    @property
    def most(self) -> int:
        return self._settings.most if self._many else 1

    async def ask(self, articles: Sequence[Article]) -> Readings:
        """See LiveSource."""
        articles = [article for article in articles if _harmless(article.sku)]
        if not articles:
            return {}
        if self._many:
            answer = await self._get(skus=",".join(quote(article.sku, safe="") for article in articles))
            found = self._entries(answer)
            asked = {article.sku for article in articles}
            return {sku: self._reading(entry) for sku, entry in found.items() if sku in asked}
        readings: dict[str, Reading | LiveError] = {}
        for article in articles:
            if "{gtin}" in self._settings.url and article.gtin is None:
                continue
            answer = await self._get(sku=quote(article.sku, safe=""), gtin=quote(article.gtin or "", safe=""))
            if answer is not None:
                readings[article.sku] = self._reading(answer)
        return readings

    async def close(self) -> None:
        """See LiveSource."""
        await self._client.aclose()

    async def _get(self, **fields: str) -> object:
        """The answer; None for 404."""
        url = _FIELD.sub(lambda field: fields[field[1]], self._settings.url)
        try:
            async with self._client.stream("GET", url) as response:
                if response.status_code == httpx.codes.NOT_FOUND:
                    return None
                if response.status_code != httpx.codes.OK:
                    raise LiveError(f"{self._host} answers with status {response.status_code}")
                body = bytearray()
                async for piece in response.aiter_bytes():
                    body += piece
                    if len(body) > _LARGEST_ANSWER:
                        raise LiveError(f"{self._host} answers with more than {_LARGEST_ANSWER:,} bytes")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise LiveError(f"{self._host} cannot be asked ({type(error).__name__})") from error
        try:
            # Decimal keeps 3.49 what it is.
            return json.loads(body, parse_float=Decimal)
        except (ValueError, RecursionError) as error:
            raise LiveError(f"{self._host} answers with something that is not JSON") from error

    def _entries(self, answer: object) -> dict[str, object]:
        each = _at(answer, self._settings.each) if self._settings.each else answer
        if isinstance(each, dict):
            return each
        if not isinstance(each, list):
            raise LiveError(f"{self._host}: there are no articles at {self._settings.each or 'the top'!r}")
        found: dict[str, object] = {}
        for entry in each:
            sku = _at(entry, self._settings.sku)
            if isinstance(sku, str | int) and not isinstance(sku, bool):
                found[str(sku)] = entry
        return found

    def _reading(self, entry: object) -> Reading | LiveError:
        settings = self._settings
        try:
            stock = None if settings.stock is None else as_stock(self._value(entry, settings.stock))
            price = None if settings.price is None else as_price(self._value(entry, settings.price), settings.price_in)
        except LiveError as error:
            return error
        return Reading(stock, price)

    def _value(self, entry: object, path: str) -> object:
        value = _at(entry, path)
        if value is None:
            raise LiveError(f"the answer has nothing at {path!r}")
        return value


def _harmless(sku: str) -> bool:
    """Whether a SKU leads nowhere else in the URL even where %2F is read as a slash."""
    return sku.isprintable() and not {".", ".."} & set(re.split(r"[/\\]", sku))


def _at(value: object, path: str) -> object:
    """What stands at a path; None if nothing does."""
    for name, place in _STEP.findall(path):
        if isinstance(value, dict) and name:
            value = value.get(name)
        elif isinstance(value, list) and place and int(place) < len(value):
            value = value[int(place)]
        else:
            return None
    return value


def _checked(settings: HttpSettings) -> str:
    """The host of the URL. Raises LiveError."""
    fields = set(_FIELD.findall(settings.url))
    parts = urlsplit(_FIELD.sub("0", settings.url))
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise LiveError("live url: is no http or https address; write it like 'https://erp.local/stock/{sku}'")
    if _FIELD.search(urlsplit(settings.url).netloc):
        raise LiveError(f"live url of {parts.hostname}: a field cannot be part of the host")
    if parts.username or parts.password:
        raise LiveError(f"live url of {parts.hostname}: holds a password; put it into a file and name that as `secret`")
    if not fields or fields - {"sku", "gtin", "skus"} or ("skus" in fields and len(fields) > 1):
        raise LiveError(f"live url of {parts.hostname}: needs {{sku}} or {{gtin}}, or else {{skus}} alone")
    if settings.stock is None and settings.price is None:
        raise LiveError(f"live source {parts.hostname}: name the path of stock, of price, or of both")
    if settings.most < 1:
        raise LiveError(f"live source {parts.hostname}: `most` must be 1 or more")
    return parts.hostname
