"""Where calls ring beyond the staff page: `python bench/hooks.py [--calls N]`.

Milliseconds from the tap to each place: an MQTT broker (mosquitto), a web server, a program (a shell script), a
messenger's server. Then the same while the web server takes posts and never answers: whom that holds up. And the memory
of the hooks' process. Everything runs as the programs that a store has, on loopback; needs mosquitto. Times are
wall-clock: run it on a quiet machine.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from kiosk import protocol
from tests.kiosk.staff.hooks.destinations import Broker, Subscriber, WebServer, until
from tests.whole.kiosk import Kiosk

BELL = """#!/bin/sh
date +%s.%N >> "$0.log"
"""
SETTINGS = """
[voice]
enabled = false
[staff.mqtt]
host = "127.0.0.1"
port = {mqtt}
[staff.webhook]
url = "{web}"
secret = "{folder}/secret"
[staff.command]
run = ["{folder}/bell"]
[staff.gateways]
file = "{folder}/gateways"
"""


class Store:
    """A kiosk with every kind of hook, and where they ring."""

    def __init__(self, folder: Path) -> None:
        self.mqtt = Broker(folder)
        self.mqtt.start()
        self.on_broker: list[float] = []
        self.ears = Subscriber(self.mqtt, lambda topic, said: self._heard(topic, said))
        self.web, self.messenger = WebServer(), WebServer()
        self.bell = folder / "bell.log"
        (folder / "bell").write_text(BELL)
        (folder / "bell").chmod(0o755)
        for name, text in (("secret", "hush"), ("gateways", f"json://127.0.0.1:{self.messenger.port}/")):
            (folder / name).write_text(text)
            (folder / name).chmod(0o600)
        settings = folder / "settings.toml"
        settings.write_text(SETTINGS.format(mqtt=self.mqtt.port, web=self.web.url, folder=folder))
        (folder / "data").mkdir()
        self.kiosk = Kiosk(folder / "data", {"AISLEWISE_SETTINGS": str(settings)})
        self.kiosk.start_engine()
        self.kiosk.wait_working("hook mqtt", "hook webhook", "hook command", "hook gateways")

    def arrivals(self) -> dict[str, list[float]]:
        """When something arrived at each place, seconds since 1970."""
        return {
            "broker": self.on_broker,
            "web server": [post.at for post in self.web.posts if b'"kind":"ring"' in post.body],
            "program": [float(at) for at in self.bell.read_text().split()] if self.bell.exists() else [],
            "messenger": [post.at for post in self.messenger.posts],
        }

    def call(self, without: str = "") -> dict[str, float]:
        """Milliseconds from a call to each place but one; the call is done with in the end."""
        before = {place: len(times) for place, times in self.arrivals().items() if place != without}
        with self.kiosk.client() as client:
            session = client.request(protocol.StartSession(id=client.next_id()), protocol.SessionStarted).session
            began = time.time()
            request = protocol.CallStaff(id=client.next_id(), session=session)
            page = client.request(request, protocol.PageReply).page.id
            until(lambda: all(len(self.arrivals()[place]) > n for place, n in before.items()), "ringing everywhere")
            took = {place: 1000 * (self.arrivals()[place][n] - began) for place, n in before.items()}
            for step in ("claim", "resolve"):
                request_step = protocol.StepPage(id=client.next_id(), page=page, step=step, who="Ana")
                client.request(request_step, protocol.PageReply)
        return took

    def memory_mb(self) -> float:
        """Of the hooks' process, resident."""
        status = Path(f"/proc/{self.kiosk.pid('kiosk.staff.hooks')}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024

    def close(self) -> None:
        self.web.flowing.set()
        self.kiosk.stop()
        self.ears.close()
        self.mqtt.kill()

    def _heard(self, topic: str, said: bytes) -> None:
        if "/calls/" in topic and b'"kind":"ring"' in said:
            self.on_broker.append(time.time())


def show(title: str, calls: int, call: Callable[[], dict[str, float]]) -> None:
    """Print a line for each place."""
    taken = [call() for _ in range(calls)]
    sys.stdout.write(f"{title}\n")
    for place in taken[0]:
        times = sorted(took[place] for took in taken)
        p95 = times[min(len(times) - 1, round(0.95 * len(times)))]
        sys.stdout.write(
            f"  {place:12} p50 {statistics.median(times):6.1f}   p95 {p95:6.1f}   most {times[-1]:6.1f} ms\n"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=40, metavar="N", help="of each kind")
    calls = parser.parse_args().calls
    with tempfile.TemporaryDirectory(prefix="hooks-") as folder:
        store = Store(Path(folder))
        try:
            store.call()  # what is loaded at the first call
            show("from the tap to the place", calls, store.call)
            store.web.flowing.clear()
            show("while the web server hangs", calls, lambda: store.call(without="web server"))
            sys.stdout.write(f"memory of the hooks: {store.memory_mb():.0f} MB\n")
        finally:
            store.close()


if __name__ == "__main__":
    main()
