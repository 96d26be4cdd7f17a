"""Figures of calling staff: `python bench/paging.py [phones|steps|kill|memory] [--pages N] [--seed N]`.

- phones: from the tap to each of 50 signed-in phones, 20 calls a second, each taken and done a second later.
- steps: how late each rung of the ladder is announced to a web server of the store's.
- kill: a kiosk and a hub, whose web server claims what rings; engine, hub and hooks are killed (-9) at random moments.
  Lost: acknowledged, and neither announced nor known to both sides in the end. After a claim: announced later than
  somebody's claim of it had been acknowledged; a claim that goes silent for 3 min rings anew, in another round.
  Doubled: announced twice under one idempotency key.
- memory: of a hub alone with 50 phones and 200 open calls.

Everything runs as the programs that a store has, on loopback. Times are wall-clock: run it on a quiet machine.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import secrets
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from kiosk import protocol
from kiosk.staff import accounts, devices
from kiosk.staff.link import EngineLink, NotLive, Refused
from kiosk.staff.web.door import COOKIE, DEVICE_COOKIE
from kiosk.staff.web.sessions import Sessions

PHONES = 50
RATE = 20.0
"""Calls a second."""


Claimed = dict[str, tuple[float, int]]
"""When the first claim of each call was acknowledged, and in which round."""


def now() -> datetime:
    return datetime.now(UTC)


class Link:
    """A connection to a machine's engine that comes back by itself."""

    def __init__(self, socket: Path, on_push: Callable[[protocol.Push], None] = lambda push: None) -> None:
        self._link = EngineLink(socket, on_push=on_push, role="staff")
        self.live = asyncio.Event()

    async def __aenter__(self) -> Link:
        run = self._link.run(lambda *_: self.live.set(), self.live.clear, lambda parts: None)
        self._task = asyncio.create_task(run)
        await self.live.wait()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task

    async def call(self, place: str) -> str:
        """A call from a place of its own; returns its number once it is on disk. Raises NotLive."""
        request = protocol.CallButton(id=self._link.next_id(), place=place, reason="help")
        return (await self._link.request(request, protocol.PageReply)).page.id

    async def step(self, page: str, step: str, who: str) -> int:
        """Returns the round in which the call is."""
        return (await self._link.step(page, step, who)).round

    async def open(self) -> list[protocol.PageView]:
        return (await self._link.request(protocol.Pages(id=self._link.next_id()), protocol.PagesReply)).pages

    async def page(self, page: str) -> protocol.PageView | None:
        request = protocol.Pages(id=self._link.next_id(), page=page)
        try:
            return (await self._link.request(request, protocol.PagesReply)).pages[0]
        except Refused:
            return None

    async def health(self) -> dict[str, str]:
        reply = await self._link.request(protocol.Health(id=self._link.next_id()), protocol.HealthReply)
        return {part.name: part.state for part in reply.parts}


class Machine:
    """A kiosk's engine or a hub with a data folder of its own, started again when it was killed."""

    def __init__(self, folder: Path, program: str, port: int, **settings: str) -> None:
        self.folder = folder
        self.socket = folder / "run" / "engine.sock"
        self.port = port
        self._program = program
        self._settings = {
            "AISLEWISE_DATA_DIR": str(folder),
            "AISLEWISE_VOICE__ENABLED": "false",
            "AISLEWISE_STAFF__HOST": "127.0.0.1",
            "AISLEWISE_STAFF__PORT": str(port),
            **settings,
        }
        folder.mkdir(parents=True, exist_ok=True)
        if not accounts.associates(folder):
            for name in ("Ana", "Ben", "Cem"):
                accounts.add(folder, name)

    def start(self) -> None:
        line = ["-m", "kiosk.engine.hub"] if self._program == "hub" else ["-m", "kiosk.cli", self._program]
        self._process = subprocess.Popen(
            [sys.executable, *line],
            env={**os.environ, **self._settings}, stdout=subprocess.DEVNULL, stderr=(self.folder / "log").open("ab"),
        )  # fmt: skip

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()

    def processes(self, of: str = "") -> list[int]:
        """Its processes, or those of its children whose command line has this word."""
        found = [] if of else [self._process.pid]
        for path in Path("/proc").glob("[0-9]*"):
            with suppress(OSError, ValueError):
                parent = int((path / "stat").read_text().rpartition(")")[2].split()[1])
                line = (path / "cmdline").read_bytes().decode(errors="replace")
                if of and parent == self._process.pid and of in line:
                    found.append(int(path.name))
        return found

    def cookies(self, count: int) -> list[str]:
        """Sign so many phones in; before it is started."""
        sessions = Sessions(self.folder, now)
        people = accounts.associates(self.folder)
        made = []
        for number in range(count):
            device, token = devices.add(self.folder, "Mozilla/5.0 (Linux; Android 14) Chrome/120", now())
            session = sessions.begin(people[number % len(people)], device)
            made.append(f"{COOKIE}={session}; {DEVICE_COOKIE}={token}")
        return made


def free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def phone(port: int, cookie: str, seen: Callable[[str, float], None], ready: asyncio.Event) -> None:
    """One phone that follows the board; tells of each call it shows."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 24)
    head = f"GET /events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\nAccept: text/event-stream\r\n\r\n"
    writer.write(head.encode())
    known: set[str] = set()
    try:
        status = await reader.readline()
        if b" 200 " not in status:
            raise SystemExit(f"a phone was not let in: {status!r}")
        async for line in reader:
            if not line.startswith(b"data: "):
                continue
            at = time.monotonic()
            news = json.loads(line[6:])
            for call in news.get("calls", ()):
                if call["id"] not in known:
                    known.add(call["id"])
                    seen(call["id"], at)
            ready.set()
    finally:
        writer.close()


def _signed_in_many(folder: Path) -> None:
    """Accounts for fifty phones: at most twenty each."""
    for number in range(3, 6):
        accounts.add(folder, ["Dea", "Eve", "Fay"][number - 3])


async def phones(options: argparse.Namespace, folder: Path) -> None:
    """See the module."""
    port = free_port()
    kiosk = Machine(folder / "kiosk", "engine", port)
    _signed_in_many(kiosk.folder)
    cookies = kiosk.cookies(PHONES)
    kiosk.start()
    seconds = 30.0
    began: dict[str, float] = {}
    seen: dict[str, list[float]] = defaultdict(list)
    try:
        async with Link(kiosk.socket) as link:
            ready = [asyncio.Event() for _ in cookies]
            await _until(lambda: _listens(port))
            watching = [
                asyncio.create_task(phone(port, cookie, lambda page, at: seen[page].append(at), is_ready))
                for cookie, is_ready in zip(cookies, ready, strict=True)
            ]
            await asyncio.gather(*(is_ready.wait() for is_ready in ready))
            await asyncio.sleep(3)
            tasks = []
            cpu = _cpu(kiosk)
            start = time.monotonic()
            for number in range(int(seconds * RATE)):
                await asyncio.sleep(max(0.0, start + number / RATE - time.monotonic()))
                tasks.append(asyncio.create_task(_one(link, f"bay {number}", began)))
            took = time.monotonic() - start
            cpu = {name: (after - cpu[name]) / took for name, after in _cpu(kiosk).items() if name in cpu}
            await asyncio.gather(*tasks)
            await asyncio.sleep(0.5)
            for task in watching:
                task.cancel()
    finally:
        kiosk.stop()
    late = [(at - began[page]) * 1000 for page, times in seen.items() if page in began for at in times]
    missed = sum(PHONES - len(seen[page]) for page in began)
    print(f"phones: {len(began)} calls at {RATE:.0f} a second to {PHONES} phones, tap to phone, ms")
    print(f"  p50 {_quantile(late, 50):.0f}  p95 {_quantile(late, 95):.0f}  p99 {_quantile(late, 99):.0f}", end="  ")
    print(f"most {max(late):.0f}   shown {len(late)} of {PHONES * len(began)}, missing {missed}")
    print("  of a core: " + ", ".join(f"{name} {share:.0%}" for name, share in cpu.items()))


async def _one(link: Link, place: str, began: dict[str, float]) -> None:
    at = time.monotonic()
    page = await link.call(place)
    began[page] = at
    await asyncio.sleep(1)
    await link.step(page, "claim", "Ana")
    await link.step(page, "resolve", "Ana")


class Receiver:
    """The store's web server: takes what is announced, and notes when."""

    def __init__(self, on_ring: Callable[[dict[str, object]], None] = lambda told: None) -> None:
        self.port = free_port()
        self.rings: dict[str, list[float]] = defaultdict(list)
        """When each ring came, by its key."""
        self._on_ring = on_ring
        self._serving: set[asyncio.Future[None]] = set()

    async def __aenter__(self) -> Receiver:
        self._server = await asyncio.start_server(self._accepted, "127.0.0.1", self.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in self._serving:
            task.cancel()
        await asyncio.gather(*self._serving, return_exceptions=True)

    async def _accepted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._serving.add(task := asyncio.ensure_future(self._serve(reader, writer)))
        await asyncio.wait([task])

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(
                    int(line.split(b":")[1])
                    for line in head.lower().split(b"\r\n")
                    if line.startswith(b"content-length")
                )
                told = json.loads(await reader.readexactly(length))
                if told["kind"] == "ring":
                    self.rings[told["key"]].append(time.time())
                    self._on_ring(told)
                writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
                await writer.drain()
        writer.close()


def _webhook(folder: Path, receiver: Receiver) -> dict[str, str]:
    return {
        "AISLEWISE_STAFF__WEBHOOK__URL": f"http://127.0.0.1:{receiver.port}/calls",
        "AISLEWISE_STAFF__WEBHOOK__SECRET": str(_secret(folder / "webhook.secret")),
    }


def _secret(path: Path) -> Path:
    if not path.exists():
        path.touch(0o600)
        path.write_text(secrets.token_hex(16))
    return path


async def steps(options: argparse.Namespace, folder: Path) -> None:
    """See the module."""
    async with Receiver() as receiver:
        kiosk = Machine(folder / "kiosk", "engine", free_port(), **_webhook(folder, receiver))
        ladder = {"again_s": 5, "lead_s": 9, "everyone_s": 14}
        roster = "[steps]\n" + "".join(f"{name} = {value}\n" for name, value in ladder.items())
        (kiosk.folder / "roster.toml").write_text(roster)
        kiosk.start()
        chance = random.Random(options.seed)
        called: dict[str, float] = {}
        try:
            async with Link(kiosk.socket) as link:
                await _until(lambda: _works(link, "hook webhook"))
                for number in range(200):
                    at = time.time()
                    called[await link.call(f"bay {number}")] = at
                    await asyncio.sleep(chance.uniform(0, 0.1))
                await asyncio.sleep(max(ladder.values()) + 2)
        finally:
            kiosk.stop()
    due = dict(enumerate((0, *ladder.values())))
    print("steps: how late each rung is announced, 200 calls over 10 s, ms")
    for step, after in due.items():
        late = [
            (times[0] - called[page] - after) * 1000
            for page in called
            if (times := receiver.rings.get(f"{page}.0.{step}"))
        ]
        print(
            f"  rung {step}: p50 {_quantile(late, 50):.0f}  p95 {_quantile(late, 95):.0f}  most {max(late):.0f}",
            end="  ",
        )
        print(f"announced {len(late)} of {len(called)}")


async def kill(options: argparse.Namespace, folder: Path) -> None:
    """See the module."""
    chance = random.Random(options.seed)
    claimed: Claimed = {}
    ringing: asyncio.Queue[str] = asyncio.Queue()
    key = _secret(folder / "hub.key")
    async with Receiver(lambda told: ringing.put_nowait(str(told["id"]))) as receiver:
        hub_port = free_port()
        common = {"AISLEWISE_STAFF__HUB__KEY": str(key), **_webhook(folder, receiver)}
        hub = Machine(folder / "hub", "hub", hub_port, AISLEWISE_KIOSK__NAME="Office", **common)
        kiosk = Machine(
            folder / "kiosk", "engine", free_port(), AISLEWISE_KIOSK__NAME="Kiosk 2",
            AISLEWISE_STAFF__HUB__URL=f"http://127.0.0.1:{hub_port}", **common,
        )  # fmt: skip
        hub.start()
        kiosk.start()
        called: dict[str, float] = {}
        killed: Counter[str] = Counter()
        async with Link(hub.socket) as at_hub, Link(kiosk.socket) as at_kiosk:
            await _until(lambda: _works(at_kiosk, "hook hub"))
            calling = asyncio.create_task(_call_all(at_kiosk, options.pages, called))
            answering = [asyncio.create_task(_answer(ringing, at_hub, at_kiosk, claimed, chance)) for _ in range(8)]
            eager = asyncio.create_task(_claim_early(at_hub, claimed, chance))
            began = time.monotonic()
            while not calling.done():
                await asyncio.sleep(chance.uniform(2, 8))
                what = chance.choice(["engine", "hub", "hooks", "hub's hooks"])
                killed[what] += 1
                if what in ("engine", "hub"):
                    machine = kiosk if what == "engine" else hub
                    machine.kill()
                    await asyncio.sleep(chance.uniform(0, 1))
                    machine.start()
                else:
                    for pid in (kiosk if what == "hooks" else hub).processes("kiosk.staff.hooks"):
                        os.kill(pid, signal.SIGKILL)
                _progress(f"{len(called)} calls, {len(claimed)} claimed, {sum(killed.values())} times killed")
            await calling
            eager.cancel()
            took = time.monotonic() - began
            await _until(lambda: _quiet(at_hub, at_kiosk, ringing, called, claimed), 300)
            for task in answering:
                task.cancel()
            lost = apart = 0
            announced = {name.partition(".")[0] for name in receiver.rings}
            for page in called:
                ours, theirs = await at_kiosk.page(page), await at_hub.page(page)
                known = ours is not None and theirs is not None
                if not known or not (page in announced or page in claimed or ours.claimed_by):
                    lost += 1
                elif (ours.state, ours.claimed_by) != (theirs.state, theirs.claimed_by):
                    apart += 1
        hub.stop()
        kiosk.stop()
    after = []
    for name, times in receiver.rings.items():
        page, in_round = name.split(".")[0], int(name.split(".")[1])
        if page in claimed and in_round <= claimed[page][1]:
            after += [(at - claimed[page][0]) * 1000 for at in times if at > claimed[page][0]]
    twice = sum(len(times) - 1 for times in receiver.rings.values())
    print(
        f"\nkill: {len(called)} acknowledged calls in {took:.0f} s, {len(claimed)} claimed, {len(announced)} announced;"
    )
    print(f"  killed -9: {', '.join(f'{name} {times} times' for name, times in sorted(killed.items()))}")
    print(f"  lost {lost}   the two sides apart in the end {apart}")
    print(f"  announced after a claim {len(after)}" + (f" (ms: {sorted(map(round, after))})" if after else ""))
    print(f"  sent again under the same idempotency key {twice}; doubled for a receiver that minds it 0")


async def _call_all(link: Link, pages: int, called: dict[str, float]) -> None:
    """Calls one after another; what is not acknowledged is called again from the same place."""
    number = 0
    while len(called) < pages:
        await link.live.wait()
        with suppress(NotLive, Refused):
            page = await link.call(f"bay {number}")
            called[page] = time.time()
            number += 1
        await asyncio.sleep(0.02)


async def _answer(
    ringing: asyncio.Queue[str],
    at_hub: Link,
    at_kiosk: Link,
    claimed: Claimed,
    chance: random.Random,
) -> None:
    """Somebody whose phone rings takes the call, at the hub, or at the kiosk where the hub is away."""
    while True:
        page = await ringing.get()
        await asyncio.sleep(chance.uniform(0, 0.1))
        while page not in claimed:
            link = at_hub if at_hub.live.is_set() else at_kiosk
            try:
                in_round = await link.step(page, "claim", "Ana")
            except NotLive:
                await asyncio.sleep(0.1)
                continue
            except Refused:
                break
            claimed.setdefault(page, (time.time(), in_round))
        with suppress(NotLive, Refused):
            await link.step(page, "resolve", "Ana")


async def _claim_early(link: Link, claimed: Claimed, chance: random.Random) -> None:
    """Somebody looks at the board at times, and takes what is there before it rang."""
    while True:
        await asyncio.sleep(chance.uniform(0, 0.3))
        with suppress(NotLive, Refused):
            for page in await link.open():
                if page.state == "called" and chance.random() < 0.3:
                    in_round = await link.step(page.id, "claim", "Ben")
                    claimed.setdefault(page.id, (time.time(), in_round))
                    await link.step(page.id, "resolve", "Ben")


async def _quiet(
    at_hub: Link,
    at_kiosk: Link,
    ringing: asyncio.Queue[str],
    called: dict[str, float],
    claimed: Claimed,
) -> bool:
    """Everything has been answered, and both sides know."""
    with suppress(NotLive, Refused):
        for page in [page for link in (at_hub, at_kiosk) for page in await link.open()]:
            if page.state in ("claimed", "coming"):
                with suppress(Refused):
                    await at_hub.step(page.id, "resolve", page.claimed_by or "")
        ours, theirs = await at_kiosk.open(), await at_hub.open()
        return not ours and not theirs and ringing.empty()
    return False


async def memory(options: argparse.Namespace, folder: Path) -> None:
    """See the module."""
    key = _secret(folder / "hub.key")
    port = free_port()
    hub = Machine(folder / "hub", "hub", port, AISLEWISE_STAFF__HUB__KEY=str(key))
    _signed_in_many(hub.folder)
    cookies = hub.cookies(PHONES)
    hub.start()
    try:
        async with Link(hub.socket) as link:
            await _until(lambda: _listens(port))
            ready = [asyncio.Event() for _ in cookies]
            watching = [
                asyncio.create_task(phone(port, cookie, lambda page, at: None, is_ready))
                for cookie, is_ready in zip(cookies, ready, strict=True)
            ]
            await asyncio.gather(*(is_ready.wait() for is_ready in ready))
            for number in range(200):
                await link.call(f"bay {number}")
            await asyncio.sleep(2)
            print(f"memory: a hub with {PHONES} phones and 200 open calls, MB (PSS; RSS)")
            total = 0.0
            for pid in hub.processes():
                pss, rss = _memory(pid)
                total += pss
                print(f"  {_name(pid):12} {pss:6.1f} {rss:6.1f}")
            for pid in hub.processes("kiosk."):
                pss, rss = _memory(pid)
                total += pss
                print(f"  {_name(pid):12} {pss:6.1f} {rss:6.1f}")
            print(f"  together     {total:6.1f}")
            for task in watching:
                task.cancel()
    finally:
        hub.stop()


def _memory(pid: int) -> tuple[float, float]:
    sizes = {
        line.split(":")[0]: line.split()[1] for line in Path(f"/proc/{pid}/smaps_rollup").read_text().split("\n")[1:-1]
    }
    return int(sizes["Pss"]) / 1024, int(sizes["Rss"]) / 1024


def _name(pid: int) -> str:
    line = Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
    return next((word.removeprefix("kiosk.staff.") for word in line if word.startswith("kiosk.staff.")), "engine")


def _cpu(machine: Machine) -> dict[str, float]:
    """Seconds of CPU of its processes so far."""
    ticks = os.sysconf("SC_CLK_TCK")
    used = {}
    for pid in (*machine.processes(), *machine.processes("kiosk.staff")):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        used[_name(pid)] = (int(fields[11]) + int(fields[12])) / ticks
    return used


async def _works(link: Link, part: str) -> bool:
    with suppress(NotLive, Refused):
        return (await link.health()).get(part) == "working"
    return False


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


async def _until(holds: Callable[[], object], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not await holds():  # type: ignore[misc]
        if time.monotonic() > deadline:
            print("it did not come to that in time")
            return
        await asyncio.sleep(0.1)


def _quantile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]


def _progress(words: str) -> None:
    sys.stderr.write(f"\r{words}   ")
    sys.stderr.flush()


@asynccontextmanager
async def _folder() -> AsyncIterator[Path]:
    with tempfile.TemporaryDirectory(prefix="paging-") as folder:
        yield Path(folder)


async def main() -> None:
    """Run what is wanted and print the figures."""
    parts = {"phones": phones, "steps": steps, "memory": memory, "kill": kill}
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("part", nargs="?", choices=list(parts))
    parser.add_argument("--pages", type=int, default=10_000, help="calls of `kill`")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    for name, run in parts.items():
        if options.part in (None, name):
            async with _folder() as folder:
                await run(options, folder)


if __name__ == "__main__":
    asyncio.run(main())
