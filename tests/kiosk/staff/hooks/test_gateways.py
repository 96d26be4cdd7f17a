"""Messengers: the store's file, the words in five languages, and a library that blocks."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from kiosk.settings import GatewaySettings
from kiosk.staff import REASONS, StaffError
from kiosk.staff.hooks import wording
from kiosk.staff.hooks.gateways import Gateway, addresses
from kiosk.staff.hooks.hook import HookError
from kiosk.staff.hooks.threads import MOST_LEFT, Threads
from kiosk.staff.web.texts import LANGUAGES
from tests.kiosk.staff.hooks.destinations import free_port, web_server
from tests.kiosk.staff.hooks.telling import calm, ring


def settings(folder: Path, text: str, **more: bool) -> GatewaySettings:
    path = folder / "gateways"
    path.write_text(text)
    path.chmod(0o600)
    return GatewaySettings(file=path, **more)


def gateway(folder: Path, line: str, language: str = "en", **more: bool) -> Gateway:
    given = settings(folder, line, **more)
    [address] = addresses(given)
    return Gateway(address, given, language)


def test_the_file_says_where_and_for_which_departments(tmp_path: Path) -> None:
    text = "# the team\n\njson://host/a?x=y=z\ndairy, Bakery = json://host/b\n  pharmacy=jsons://host/c  \n"
    found = addresses(settings(tmp_path, text))
    assert [(a.url, a.departments) for a in found] == [
        ("json://host/a?x=y=z", frozenset()),
        ("json://host/b", frozenset({"dairy", "bakery"})),
        ("jsons://host/c", frozenset({"pharmacy"})),
    ]
    assert [a.name for a in found] == ["gateway 1 json", "gateway 2 json", "gateway 3 jsons"]


@pytest.mark.parametrize(
    ("text", "told"),
    [("json://a/b\nsecret-word\n", "line 2"), ("json://a json://b", "line 1"), ("json://a\n" * 2, "once")],
)
def test_what_is_wrong_in_the_file_is_told_without_its_text(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(StaffError, match=told) as error:
        addresses(settings(tmp_path, text))
    assert "secret-word" not in str(error.value)


def test_an_address_that_the_library_does_not_know_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StaffError, match="no such address"):
        gateway(tmp_path, "carrierpigeon://roof/loft")


def test_departments_hear_their_own_calls_and_those_for_everyone(tmp_path: Path) -> None:
    mine = gateway(tmp_path, "grocery = json://host/")
    other = gateway(tmp_path, "bakery = json://host/")
    every = gateway(tmp_path, "json://host/")
    assert [hook.wants(ring()) for hook in (mine, other, every)] == [True, False, True]
    assert other.wants(ring(department=None))
    assert other.wants(ring(step=3))
    assert not mine.wants(ring(only="Ana"))
    assert not every.wants(calm())


async def test_a_message_arrives_without_words(tmp_path: Path) -> None:
    with web_server() as server:
        await gateway(tmp_path, f"json://127.0.0.1:{server.port}/team").send(ring())
        told = server.posts[0].told
        assert told["title"] == "Asks about stock: by the bakery"
        assert told["message"].startswith("by the bakery (Kiosk 1)\nDepartment: grocery\nWaiting since ")
        assert "secreto" not in server.posts[0].body.decode()
        assert "Olive" not in server.posts[0].body.decode()
        await gateway(tmp_path, f"json://127.0.0.1:{server.port}/team", words=True).send(ring())
        assert "mi secreto" in server.posts[1].told["message"]
        assert "Olive Oil" in server.posts[1].told["message"]


async def test_how_it_fails_is_told_without_the_address(tmp_path: Path) -> None:
    with web_server() as server:
        server.status = 500
        with pytest.raises(HookError, match=r"^the service answered 500$"):
            await gateway(tmp_path, f"json://user:pass@127.0.0.1:{server.port}/").send(ring())
    with pytest.raises(HookError, match=r"^the service cannot be reached$"):
        await gateway(tmp_path, f"json://127.0.0.1:{free_port()}/").send(ring())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_every_call(language: str) -> None:
    for reason in REASONS:
        said = wording.title(ring(reason=reason, priority="urgent"), language)
        assert "by the bakery" in said
        assert "{" not in said
        assert language == "en" or REASONS[reason] not in said
    said = wording.text(ring(step=1, callers=3), language, words=True)
    assert len(said.splitlines()) == 7
    assert "{" not in said


def test_a_language_without_texts_is_told_in_english() -> None:
    assert wording.title(ring(), "nl") == wording.title(ring(), "en")


async def test_threads_that_hang_are_left_and_counted() -> None:
    threads, go = Threads(), threading.Event()
    for _ in range(MOST_LEFT):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.02):
                await threads.run(lambda: go.wait(10))
    with pytest.raises(HookError, match="earlier tries hang"):
        await threads.run(lambda: 1)
    go.set()
    async with asyncio.timeout(10):
        while True:
            try:
                assert await threads.run(lambda: 1) == 1
                return
            except HookError:
                await asyncio.sleep(0.01)


async def test_what_a_thread_raises_is_raised_where_it_is_waited_for() -> None:
    with pytest.raises(ZeroDivisionError):
        await Threads().run(lambda: 1 // 0)
