"""The blocking client of the engine's socket, against a server of one sentence."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk import protocol
from kiosk.engine.client import EngineAwayError, EngineClient

PATIENCE_S = 20.0
PART = protocol.PartHealth(name="llm", state="working")
WELCOME = protocol.Welcome(
    id=0, version="1", kiosk="k", place="p", store="s", languages=["en"], currency="USD", idle_s=60.0, health=[PART]
)


def test_closing_ends_a_wait_in_another_thread(tmp_path: Path) -> None:
    """Whoever only listens, without asking again, is let go at once, not after its timeout of an hour."""
    path = tmp_path / "engine.sock"
    ended = threading.Event()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(str(path))
        listener.listen()
        answering = in_thread(lambda: say_welcome(listener, ended))
        client = EngineClient(path, timeout_s=3600.0)
        listening = threading.Event()
        waiting = in_thread(lambda: wait(client, listening))
        assert listening.wait(PATIENCE_S)
        closing = in_thread(lambda: client.__exit__(None, None, None))
        closing.join(PATIENCE_S)
        still = closing.is_alive()
        ended.set()
        answering.join(PATIENCE_S)
        waiting.join(PATIENCE_S)
    assert not still, "closing waited for the other thread's wait"
    assert not waiting.is_alive()


def in_thread(work: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def say_welcome(listener: socket.socket, ended: threading.Event) -> None:
    """Greet, push something, and then say nothing until the test is over."""
    connection, _ = listener.accept()
    with connection:
        connection.recv(4096)
        connection.sendall(protocol.encode(WELCOME))
        connection.sendall(protocol.encode(protocol.HealthChanged(parts=[PART])))
        ended.wait(2 * PATIENCE_S)


def wait(client: EngineClient, listening: threading.Event) -> None:
    def never(message: protocol.Message) -> bool:
        listening.set()
        return False

    with pytest.raises(EngineAwayError):
        client.wait_for(never)
