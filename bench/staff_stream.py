"""How fast a call reaches the phones: `OMP_NUM_THREADS=1 python bench/staff_stream.py [--phones 50] [--rate 20]`.

The staff page runs as the program it is. Another process holds the phones' streams and notes when each change arrives;
this one is the engine and pushes the changes over the engine's socket. Printed: milliseconds from the push to a phone's
having read it, and what the staff page needs for it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import random
import statistics
import sys
import tempfile
import time
from asyncio.subprocess import DEVNULL, PIPE
from contextlib import suppress
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from kiosk import protocol
from kiosk.staff import accounts, devices
from kiosk.staff.web.door import COOKIE, DEVICE_COOKIE
from kiosk.staff.web.sessions import Sessions
from tests.kiosk.staff.serving import command

OPEN = 20
"""Calls that are open at any time."""


def main() -> None:
    """Run it and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--phones", type=int, default=50)
    parser.add_argument("--rate", type=float, default=20, help="changes a second")
    parser.add_argument("--seconds", type=float, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_measure(Path(folder), options.phones, options.rate, options.seconds))


async def _measure(folder: Path, phones: int, rate: float, seconds: float) -> None:
    engine = _Engine(folder / "engine.sock")
    await engine.start()
    cookies = [_signed_in(folder, number) for number in range(phones)]
    page = await asyncio.create_subprocess_exec(*command(folder), stdout=PIPE, stderr=DEVNULL)
    here, there = multiprocessing.Pipe()
    try:
        assert page.stdout is not None
        url = (await page.stdout.readline()).decode().split()[-1]
        client = multiprocessing.get_context("spawn").Process(target=_phones, args=(there, url, cookies), daemon=True)
        client.start()
        await asyncio.to_thread(here.recv)
        before = _used(page.pid)
        await engine.change(rate, seconds)
        after = _used(page.pid)
        await asyncio.sleep(1)
        here.send("end")
        heard: dict[str, list[float]] = await asyncio.to_thread(here.recv)
        _print(engine.pushed, heard, phones, (after[0] - before[0]) / seconds, after[1])
    finally:
        page.terminate()
        await page.wait()


def _print(pushed: dict[str, float], heard: dict[str, list[float]], phones: int, cpu: float, memory: float) -> None:
    late = sorted((at - pushed[mark]) * 1000 for mark, times in heard.items() for at in times)
    wanted = len(pushed) * phones
    p = statistics.quantiles(late, n=100)
    print(
        f"{len(pushed)} changes to {phones} phones: {len(late)} of {wanted} heard one by one, the rest in a later state"
    )
    print(f"push to phone, ms   p50 {p[49]:.0f}   p95 {p[94]:.0f}   p99 {p[98]:.0f}   most {late[-1]:.0f}")
    print(f"staff page          {100 * cpu:.0f} % of a core, {memory:.0f} MB")


class _Engine:
    """The engine's end of the socket, with OPEN calls that go from hand to hand."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._writer: asyncio.StreamWriter | None = None
        self._pages = [_page(number) for number in range(OPEN)]
        self.pushed: dict[str, float] = {}
        """When each change was pushed, by the words it carries."""

    async def start(self) -> None:
        await asyncio.start_unix_server(self._serve, self._socket, limit=protocol.MAX_LINE)

    async def change(self, rate: float, seconds: float) -> None:
        """Push so many changes a second, at random calls and random moments."""
        assert self._writer is not None
        chance = random.Random(7)
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            await asyncio.sleep(chance.expovariate(rate))
            mark = f"change {len(self.pushed)}"
            page = _page(chance.randrange(OPEN), words=mark, state=chance.choice(("called", "claimed", "coming")))
            self._writer.write(protocol.encode(protocol.PageChanged(page=page)))
            self.pushed[mark] = time.monotonic()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        with suppress(asyncio.CancelledError):
            await self._answer(reader, writer)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.readline():
            writer.write(protocol.encode(self._reply(protocol.decode_request(line))))

    def _reply(self, request: protocol.Request) -> protocol.Reply:
        if isinstance(request, protocol.Hello):
            return protocol.Welcome(
                id=request.id, version="1", kiosk="Kiosk 1", place="Entrance", store="Store", languages=["en"],
                currency="USD", idle_s=60, health=[],
            )  # fmt: skip
        if isinstance(request, protocol.Pages):
            return protocol.PagesReply(id=request.id, pages=self._pages)
        return protocol.HealthReply(id=request.id, parts=[])


def _page(number: int, words: str = "Where is the oat milk?", state: str = "called") -> protocol.PageView:
    now = datetime.now(UTC).isoformat()
    return protocol.PageView(
        id=f"call{number}", kiosk=f"Kiosk {number}", place="Aisle 7", reason="find", department="dairy",
        priority="normal", state=state, words=words, product=None, created_at=now, changed_at=now,
        claimed_by=None if state == "called" else "Ann 1", session=f"s{number}", said="It is in aisle 7, bay 3.",
    )  # fmt: skip


def _signed_in(folder: Path, number: int) -> str:
    """The cookies of a phone on which somebody is signed in."""
    associate, _ = accounts.add(folder, f"Ann {number}", departments=["dairy"] if number % 2 else [])
    device, key = devices.add(folder, "Android Chrome", datetime.now(UTC))
    token = Sessions(folder, lambda: datetime.now(UTC)).begin(associate, device)
    return f"{COOKIE}={token}; {DEVICE_COOKIE}={key}"


def _phones(pipe: Connection, url: str, cookies: list[str]) -> None:
    asyncio.run(_listen(pipe, url, cookies))


async def _listen(pipe: Connection, url: str, cookies: list[str]) -> None:
    heard: dict[str, list[float]] = {}
    host, port = url.removeprefix("http://").rstrip("/").split(":")
    ready = [asyncio.Event() for _ in cookies]
    streams = []
    for cookie, event in zip(cookies, ready, strict=True):
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(f"GET /events HTTP/1.1\r\nHost: {host}:{port}\r\nCookie: {cookie}\r\n\r\n".encode())
        streams.append((asyncio.create_task(_follow(reader, event, heard)), writer))
    await asyncio.wait_for(asyncio.gather(*(event.wait() for event in ready)), 30)
    pipe.send("ready")
    await asyncio.to_thread(pipe.recv)
    pipe.send(heard)
    for stream, writer in streams:
        stream.cancel()
        writer.close()


async def _follow(reader: asyncio.StreamReader, ready: asyncio.Event, heard: dict[str, list[float]]) -> None:
    status = await reader.readline()
    assert b" 200 " in status, status
    while line := await reader.readline():
        if not line.startswith(b"data: "):
            continue
        at = time.monotonic()
        ready.set()
        for call in json.loads(line.removeprefix(b"data: ")).get("calls", ()):
            if call["words"].startswith("change"):
                heard.setdefault(call["words"], []).append(at)


def _used(pid: int) -> tuple[float, float]:
    """Processor seconds and resident megabytes of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
