"""Runs a program of the store's for each ring: a bell, a lamp, a pager's own client."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from kiosk.settings import CommandSettings
from kiosk.staff import StaffError
from kiosk.staff.hooks.hook import HookError, Kind, News, as_json, facts

VARIABLE = "AISLEWISE_CALL_"
"""Before the name of each fact in the program's environment."""


class Command:
    """See `hook.Hook`. Exit code 0 means delivered. What the program prints goes nowhere; it gets the facts as JSON on
    standard input and as variables AISLEWISE_CALL_ID, AISLEWISE_CALL_PLACE and so on."""

    name = "command"
    trouble = ""
    note = ""

    def __init__(self, settings: CommandSettings) -> None:
        """Raises StaffError when there is no such program."""
        if shutil.which(settings.run[0]) is None:
            raise StaffError(
                f"{settings.run[0]}: is not there or cannot be run; give its whole path, and `chmod +x` it"
            )
        self._settings = settings
        self.try_s = settings.limit_s + 1
        """The program's own limit ends first."""

    def wants(self, news: News) -> bool:
        """Rings that are for more than one; the rest only where the store wants its lamp switched off."""
        return news.page.only is None if news.kind is Kind.RING else self._settings.calm

    async def run(self, changed: Callable[[], None]) -> None:
        """Nothing goes on between calls."""

    async def send(self, news: News) -> str:
        """See `hook.Hook`. The program ends, or is killed with its whole process group."""
        told = facts(news, words=self._settings.words)
        program = self._settings.run[0]
        try:
            process = await asyncio.create_subprocess_exec(
                *self._settings.run,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
                env={**_inherited(), **_variables(told)},
                start_new_session=True,
            )
        except OSError as error:
            raise HookError(f"{program} cannot be run ({error.strerror})") from error
        try:
            async with asyncio.timeout(self._settings.limit_s):
                await process.communicate(as_json(told) + b"\n")
        except TimeoutError as error:
            raise HookError(f"{program} took longer than {self._settings.limit_s:.0f} s") from error
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                await process.wait()
        if process.returncode != 0:
            raise HookError(f"{program} ended with code {process.returncode}")
        return ""


def _inherited() -> dict[str, str]:
    """Without this program's own settings, which may hold secrets."""
    return {name: value for name, value in os.environ.items() if not name.startswith("AISLEWISE_")}


def _variables(told: dict[str, Any]) -> dict[str, str]:
    return {VARIABLE + name.upper(): _text(value) for name, value in told.items() if not isinstance(value, dict)}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return "" if value is None else str(value)
