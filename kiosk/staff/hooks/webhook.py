"""Tells a web server of the store's, signed; the server may claim the call in its answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import httpx

from kiosk.settings import WebhookSettings
from kiosk.staff import private
from kiosk.staff.hooks.hook import TRY_S, Gone, HookError, News, as_json, facts
from kiosk.staff.hooks.secure import context
from kiosk.staff.hooks.trouble import trouble
from kiosk.staff.outbox import LONGEST_WAIT_S
from kiosk.staff.signing import HEADER, sign

KEY_HEADER = "Idempotency-Key"
_MOST_ANSWER = 4096
"""Most that is read of an answer, bytes."""
_GONE = 410


class Webhook:
    """See `hook.Hook`. An answer 2xx means delivered; `{"claim": "Ana"}` in it, that she takes the call; 410, that
    nothing more is wanted. Redirects are not followed: the message would go where it was not meant to."""

    name = "webhook"
    try_s = TRY_S
    trouble = ""
    note = ""

    def __init__(self, settings: WebhookSettings, clock: Callable[[], datetime]) -> None:
        """Raises StaffError when the secret or the certificate cannot be read."""
        assert settings.secret is not None
        self._settings = settings
        self._secret = private.secret(settings.secret)
        self._clock = clock
        self._client = httpx.AsyncClient(
            verify=context(settings.ca), timeout=self.try_s, trust_env=False, follow_redirects=False
        )

    def wants(self, news: News) -> bool:
        """Everything: the server sees which calls still stand."""
        del news
        return True

    async def run(self, changed: Callable[[], None]) -> None:
        """Nothing goes on between messages."""

    async def send(self, news: News) -> str:
        """See `hook.Hook`."""
        body = as_json(facts(news, words=self._settings.words))
        headers = {
            "content-type": "application/json",
            KEY_HEADER: news.key,
            HEADER: sign(body, self._secret, self._clock()),
        }
        try:
            request = self._client.stream("POST", self._settings.url, content=body, headers=headers)
            async with request as answer:
                said = await _start(answer)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise HookError(trouble(error)) from error
        if answer.status_code == _GONE:
            raise Gone("the server answered 410: it wants no more calls, until the kiosk is started again")
        if not answer.is_success:
            raise HookError(f"the server answered {answer.status_code}", _retry_after(answer))
        return _claims(said)


async def _start(answer: httpx.Response) -> bytes:
    said = b""
    async for chunk in answer.aiter_bytes(_MOST_ANSWER):
        said += chunk
        if len(said) >= _MOST_ANSWER:
            break
    return said


def _claims(said: bytes) -> str:
    """Who claims by an answer; empty if nobody does."""
    try:
        fields: Any = json.loads(said)
    except (ValueError, RecursionError):
        return ""
    who = fields.get("claim") if isinstance(fields, dict) else None
    return who if isinstance(who, str) else ""


def _retry_after(answer: httpx.Response) -> float:
    given = answer.headers.get("retry-after", "")
    return min(float(given), LONGEST_WAIT_S) if given.isascii() and given.isdigit() and len(given) < 9 else 0.0
