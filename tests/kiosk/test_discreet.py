"""What is logged of an error holds nothing that a shopper said."""

from __future__ import annotations

import asyncio
import gc
import io
import logging
import subprocess
import sys
from collections.abc import Iterator

import pytest

from kiosk.discreet import Discreet, task_failed
from kiosk.engine.logs import Recent

WORDS = "zanzibar pickaxe"


@pytest.fixture
def logged() -> Iterator[tuple[io.StringIO, Recent]]:
    """What goes to the log, and what an operator takes away."""
    stream, recent = io.StringIO(), Recent()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Discreet("%(levelname)s %(message)s"))
    for each in (handler, recent):
        logging.getLogger().addHandler(each)
    yield stream, recent
    for each in (handler, recent):
        logging.getLogger().removeHandler(each)


def fail() -> None:
    try:
        {}[WORDS]  # type: ignore[index]
    except KeyError as error:
        raise ValueError(f"cannot read {WORDS!r}") from error


def test_an_error_is_told_by_kind_and_place(logged: tuple[io.StringIO, Recent]) -> None:
    try:
        fail()
    except ValueError:
        logging.getLogger("x").exception("a request failed")
    for text in (logged[0].getvalue(), "\n".join(logged[1].lines())):
        assert "a request failed" in text
        assert "KeyError at" in text
        assert "ValueError at" in text
        assert f"{__file__}:" in text
        assert "zanzibar" not in text


def test_a_task_that_nobody_waited_for(logged: tuple[io.StringIO, Recent]) -> None:
    async def work() -> None:
        fail()

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(task_failed)
        task = asyncio.create_task(work())
        await asyncio.wait([task])
        del task
        gc.collect()

    asyncio.run(main())
    for text in (logged[0].getvalue(), "\n".join(logged[1].lines())):
        assert "never retrieved" in text
        assert "ValueError at" in text
        assert "zanzibar" not in text


def test_a_thread_that_ended_by_an_error() -> None:
    program = (
        "import threading\nfrom kiosk import discreet\nfrom tests.kiosk.test_discreet import fail\n"
        "discreet.set_up('%(levelname)s %(message)s')\n"
        "thread = threading.Thread(target=fail)\nthread.start()\nthread.join()\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stderr
    assert "ERROR a thread ended" in said
    assert "ValueError at" in said
    assert "zanzibar" not in said
