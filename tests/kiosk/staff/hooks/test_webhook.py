"""The webhook: what it sends, signed, and what it makes of any answer."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.settings import WebhookSettings
from kiosk.staff import StaffError
from kiosk.staff.hooks.hook import Gone, HookError
from kiosk.staff.hooks.webhook import Webhook
from kiosk.staff.signing import verify
from tests.kiosk.staff.hooks.destinations import WebServer, free_port, web_server
from tests.kiosk.staff.hooks.fakes import NOON
from tests.kiosk.staff.hooks.telling import ring

SECRET = "hush"


@pytest.fixture
def server() -> Iterator[WebServer]:
    with web_server() as server:
        yield server


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret"
    path.write_text(SECRET + "\n")
    path.chmod(0o600)
    return path


def hook(secret: Path, url: str, **more: Any) -> Webhook:
    return Webhook(WebhookSettings(url=url, secret=secret, **more), lambda: NOON)


async def test_it_posts_what_is_needed_and_no_words(secret: Path, server: WebServer) -> None:
    await hook(secret, server.url).send(ring())
    [post] = server.posts
    assert post.path == "/calls"
    assert post.told == {
        "key": "abc234.0.0", "kind": "ring", "id": "abc234", "state": "called", "round": 0, "step": 0,
        "kiosk": "Kiosk 1", "place": "by the bakery", "reason": "stock", "department": "grocery", "urgent": False,
        "callers": 1, "language": "en", "since": NOON.isoformat(), "claimed_by": None, "only": None,
    }  # fmt: skip
    assert post.headers["idempotency-key"] == "abc234.0.0"
    verify(post.headers["aislewise-signature"], post.body, SECRET, NOON)


async def test_words_and_product_only_where_the_store_wants_them(secret: Path, server: WebServer) -> None:
    await hook(secret, server.url, words=True).send(ring())
    assert server.posts[0].told["words"] == "mi secreto"
    assert server.posts[0].told["product"] == {"sku": "7", "name": "Olive Oil"}


async def test_its_answer_may_claim(secret: Path, server: WebServer) -> None:
    assert await hook(secret, server.url).send(ring()) == ""
    server.answer = b'{"claim": "ana"}'
    assert await hook(secret, server.url).send(ring()) == "ana"


@pytest.mark.parametrize(
    "answer",
    [b"", b"ok", b"[]", b'{"claim": 7}', b'{"claim": ""}', b"\xff", b"[" * 4000, b'{"claim": "A' + b"a" * 9000],
)
async def test_any_other_answer_claims_nothing(secret: Path, server: WebServer, answer: bytes) -> None:
    server.answer = answer
    assert await hook(secret, server.url).send(ring()) == ""


@pytest.mark.parametrize("status", [301, 307, 400, 404, 429, 500, 503])
async def test_other_answers_mean_that_it_was_not_delivered(secret: Path, server: WebServer, status: int) -> None:
    server.status = status
    server.headers = {"location": "http://127.0.0.1:1/", "retry-after": "7"}
    with pytest.raises(HookError, match=str(status)) as error:
        await hook(secret, server.url).send(ring())
    assert error.value.wait_s == 7
    assert not isinstance(error.value, Gone)


async def test_one_that_is_gone_is_told_nothing_more(secret: Path, server: WebServer) -> None:
    server.status = 410
    with pytest.raises(Gone):
        await hook(secret, server.url).send(ring())


async def test_one_that_cannot_be_reached_is_told_without_its_address(secret: Path, server: WebServer) -> None:
    with pytest.raises(HookError, match=r"^connection refused$"):
        await hook(secret, f"http://127.0.0.1:{free_port()}/?token=abc").send(ring())
    with pytest.raises(HookError) as error:
        await hook(secret, "http://no-such-host.invalid/?token=abc").send(ring())
    assert "abc" not in str(error.value)
    with pytest.raises(HookError, match="secure"):
        await hook(secret, server.url.replace("http:", "https:")).send(ring())


async def test_one_that_hangs_can_be_left(secret: Path, server: WebServer) -> None:
    server.flowing.clear()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await hook(secret, server.url).send(ring())


def test_files_that_cannot_be_used_are_named(secret: Path, tmp_path: Path) -> None:
    secret.chmod(0o644)
    with pytest.raises(StaffError, match="chmod 600"):
        hook(secret, "https://x/")
    secret.chmod(0o600)
    (tmp_path / "ca.pem").write_text("no certificate")
    for name in ("ca.pem", "missing.pem"):
        with pytest.raises(StaffError, match=name):
            hook(secret, "https://x/", ca=tmp_path / name)
