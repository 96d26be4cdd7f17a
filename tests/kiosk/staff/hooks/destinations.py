"""Real places where calls ring: a web server that can be told to fail, and an MQTT broker as a process."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import paho.mqtt.client as paho

MOSQUITTO = shutil.which("mosquitto") or "/usr/sbin/mosquitto"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(condition: Callable[[], Any], what: str, seconds: float = 30.0) -> Any:
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, f"within {seconds:g} s {what} did not happen"
        time.sleep(0.02)
    return found


@dataclass(frozen=True)
class Posted:
    path: str
    headers: dict[str, str]
    body: bytes
    at: float = field(default_factory=time.time)

    @property
    def told(self) -> dict[str, Any]:
        return json.loads(self.body)


class WebServer:
    """Takes posts. `status` and `answer` are what it answers; `hang` holds answers up until it is cleared."""

    def __init__(self, port: int = 0) -> None:
        self.posts: list[Posted] = []
        self.status = 200
        self.answer = b""
        self.headers: dict[str, str] = {}
        self.flowing = threading.Event()
        self.flowing.set()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                outer.posts.append(Posted(self.path, {k.lower(): v for k, v in self.headers.items()}, body))
                outer.flowing.wait(30)
                self.send_response(outer.status)
                for name, value in outer.headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(outer.answer)))
                self.end_headers()
                self.wfile.write(outer.answer)

            def log_message(self, *values: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_port
        threading.Thread(target=lambda: self._server.serve_forever(0.02), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/calls"

    def close(self) -> None:
        self.flowing.set()
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def web_server() -> Iterator[WebServer]:
    server = WebServer()
    try:
        yield server
    finally:
        server.close()


class Broker:
    """mosquitto, on a port of its own, that can be killed and started again. It forgets all when it is killed."""

    def __init__(self, folder: Path, *lines: str) -> None:
        self.port = free_port()
        self._config = folder / "mosquitto.conf"
        self._config.write_text(
            "\n".join([f"listener {self.port} 127.0.0.1", *(lines or ["allow_anonymous true"]), "persistence false"])
        )
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(
            [MOSQUITTO, "-c", str(self._config)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until(self._answers, "mosquitto's answering")

    def signal(self, number: int) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def _answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


@contextmanager
def broker(folder: Path, *lines: str) -> Iterator[Broker]:
    made = Broker(folder, *lines)
    made.start()
    try:
        yield made
    finally:
        made.kill()


class Subscriber:
    """Another program on the broker."""

    def __init__(self, broker: Broker, on_message: Callable[[str, bytes], None] = lambda topic, said: None) -> None:
        """`on_message` is called on a thread of its own."""
        self.heard: list[tuple[str, bytes, bool]] = []
        self._on_message = on_message
        self._client = paho.Client(paho.CallbackAPIVersion.VERSION2)
        self._client.on_connect = lambda client, *_: client.subscribe("#", 1)
        self._client.on_message = self._take
        self._ready = threading.Event()
        self._client.on_subscribe = lambda *_: self._ready.set()
        self._client.connect("127.0.0.1", broker.port)
        self._client.loop_start()
        assert self._ready.wait(10)

    def say(self, topic: str, payload: bytes | str, *, retain: bool = False) -> None:
        self._client.publish(topic, payload, qos=1, retain=retain).wait_for_publish(10)

    def on(self, topic: str) -> list[bytes]:
        return [payload for heard, payload, _ in self.heard if heard == topic]

    def last(self, topic: str) -> dict[str, Any] | None:
        """The last JSON object said there; None when nothing was, or the last was empty."""
        said = self.on(topic)
        return json.loads(said[-1]) if said and said[-1] else None

    def close(self) -> None:
        self._client.disconnect()
        self._client.loop_stop()

    def _take(self, client: object, user: object, message: paho.MQTTMessage) -> None:
        self.heard.append((message.topic, message.payload, message.retain))
        self._on_message(message.topic, message.payload)


@contextmanager
def subscriber(broker: Broker) -> Iterator[Subscriber]:
    made = Subscriber(broker)
    try:
        yield made
    finally:
        made.close()


def retained(broker: Broker) -> dict[str, bytes]:
    """What a program that connects now is told."""
    with subscriber(broker) as fresh:
        fresh.say("test/end", "end")
        until(lambda: fresh.on("test/end"), "the end of what is retained")
        return {topic: payload for topic, payload, kept in fresh.heard if kept}
