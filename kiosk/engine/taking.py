"""A shopping list to take along: as QR codes that hold the list itself, so that no network is needed, and on paper.

What phones do with a code that holds no web address: a `mailto:` address opens a message with the list in it, on
iPhones and on Android, and nothing is sent until the shopper does; plain text is shown by Android's camera and by every
scanner app, but passed over by the iPhone's camera. A page inside the code (`data:`) is opened by neither.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
from collections.abc import Sequence
from urllib.parse import quote

import segno

from kiosk import protocol

MOST_BYTES = 1000
"""In one code: 109 modules a side at most, which a phone reads off a screen from an arm's length."""
MOST_LINES = 250
MOST_TEXT = 120
"""Characters of a line; the rest is cut."""
PRINT_S = 10.0
"""How long the printing system may take to accept a list."""


class PrinterError(Exception):
    """The list was not accepted for printing: the text says why, for staff."""


def codes(title: str, lines: Sequence[str], *, mail: bool) -> list[protocol.Code]:
    """As many codes as the list needs, each with the title and whole lines. `mail`: as the draft of a message."""
    shown = [line[:MOST_TEXT] for line in lines[:MOST_LINES]]
    title = title[:MOST_TEXT]
    parts: list[list[str]] = [[]]
    for line in shown:
        if parts[-1] and len(_content(f"{title} 99/99", [*parts[-1], line], mail).encode()) > MOST_BYTES:
            parts.append([])
        parts[-1].append(line)
    names = [f"{title} {at}/{len(parts)}" if len(parts) > 1 else title for at in range(1, len(parts) + 1)]
    return [_drawn(_content(name, part, mail)) for name, part in zip(names, parts, strict=True)]


def _content(title: str, lines: Sequence[str], mail: bool) -> str:
    if not mail:
        return "\n".join([title, *lines])
    return f"mailto:?subject={quote(title, safe='')}&body={quote(chr(10).join(lines), safe=',')}"


def _drawn(content: str) -> protocol.Code:
    code = segno.make(content, error="l", encoding="utf-8", micro=False)
    return protocol.Code(rows=["".join("1" if cell else "0" for cell in row) for row in code.matrix])


def printer_trouble(printer: str) -> str:
    """Why a CUPS printer cannot be used, in words for staff; empty if it can."""
    try:
        asked = subprocess.run(
            ["lpstat", "-p", printer],
            capture_output=True,
            timeout=PRINT_S,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except OSError:
        return "the command lpstat is missing: install cups-client"
    except subprocess.TimeoutExpired:
        return "the printing system does not answer: is CUPS running?"
    told = (asked.stdout + asked.stderr).decode(errors="replace").strip()[:200]
    return told if asked.returncode != 0 or "disabled" in told else ""


async def print_list(printer: str, title: str, lines: Sequence[str], limit_s: float = PRINT_S) -> None:
    """Hand the list to a CUPS printer. Raises PrinterError if it is not accepted."""
    text = "\n".join([title[:MOST_TEXT], "", *(line[:MOST_TEXT] for line in lines[:MOST_LINES]), ""])
    try:
        process = await asyncio.create_subprocess_exec(
            "lp", "-d", printer, "-t", "list", "-",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
    except OSError as error:
        raise PrinterError("the command lp is missing: install cups-client") from error
    try:
        async with asyncio.timeout(limit_s):
            _, complaint = await process.communicate(text.encode())
    except TimeoutError as error:
        raise PrinterError(f"printer {printer!r} took longer than {limit_s:.0f} s to accept the list") from error
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    if process.returncode != 0:
        reason = complaint.decode(errors="replace").strip()[:200] or f"lp ended with {process.returncode}"
        raise PrinterError(f"printer {printer!r}: {reason}")
