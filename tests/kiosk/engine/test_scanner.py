"""A serial scanner, on a pseudo-terminal."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import protocol
from kiosk.engine.client import EngineClient
from kiosk.engine.scanner import LONGEST, SHORTEST, Codes, SerialScanner
from tests.kiosk.engine.test_server import EngineProcess

GTIN = "9520000100012"


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"9520000100012\r\n", [GTIN]),
        (b"9520000100012\r", [GTIN]),
        (b"9520000100012\n12345678\n", [GTIN, "12345678"]),
        (b"\r\n\n\r", []),
        (b"123\n", []),
        (b"A-1.2/3\n", ["A-1.2/3"]),
        (b"\x1b]0;rm -rf\x079520000100012\n12345678\n", ["12345678"]),
        (b"9520 000100012\n", []),
        ("٩٥٢٠٠٠\n".encode(), []),
        (b"1" * (LONGEST + 1) + b"\n" + b"2" * LONGEST + b"\n", ["2" * LONGEST]),
        (b"\xff\xfe\x00" * 100_000 + b"\n12345678\n", ["12345678"]),
    ],
)
def test_whole_plain_lines_are_codes(data: bytes, codes: list[str]) -> None:
    assert Codes().feed(data) == codes


@given(st.binary(max_size=300), st.lists(st.integers(0, 300), max_size=5))
def test_pieces_give_the_same_as_the_whole_and_only_plain_codes(data: bytes, cuts: list[int]) -> None:
    codes, found, last = Codes(), [], 0
    for cut in [*sorted(cuts), len(data)]:
        found += codes.feed(data[last:cut])
        last = max(last, min(cut, len(data)))
    assert found == Codes().feed(data)
    for code in found:
        assert SHORTEST <= len(code) <= LONGEST
        assert all(c.isascii() and (c.isalnum() or c in "-./") for c in code)


class Port:
    """A path that is a serial device as long as it is plugged in."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.ours = -1
        self._theirs = -1

    def plug(self) -> None:
        self.ours, self._theirs = os.openpty()
        self.path.symlink_to(os.ttyname(self._theirs))

    def unplug(self) -> None:
        self.path.unlink()
        os.close(self._theirs)
        os.close(self.ours)


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture
def port(tmp_path: Path) -> Port:
    return Port(tmp_path / "scanner")


@pytest.fixture
def told() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def codes(port: Port, told: list[tuple[str, str]]) -> Iterator[list[str]]:
    read: list[str] = []
    scanner = SerialScanner(str(port.path), 9600, read.append, lambda part, state, detail: told.append((state, detail)))
    scanner.start()
    yield read
    scanner.stop()


def test_it_is_waited_for_read_and_taken_up_again(port: Port, told: list[tuple[str, str]], codes: list[str]) -> None:
    until(lambda: bool(told))
    assert told[0][0] == "down"
    assert str(port.path) in told[0][1]
    for number in range(2):
        port.plug()
        until(lambda: told[-1][0] == "working")
        os.write(port.ours, f"{number}520000100012\r\n".encode())
        until(lambda number=number: codes[-1:] == [f"{number}520000100012"])
        port.unplug()
        until(lambda: told[-1][0] == "down")


def test_bytes_are_not_echoed_and_signals_are_none(port: Port, told: list[tuple[str, str]], codes: list[str]) -> None:
    port.plug()
    until(lambda: bool(told) and told[-1][0] == "working")
    os.write(port.ours, b"\x03\x04\x1a\n9520000100012\r")
    until(lambda: codes == [GTIN])
    os.set_blocking(port.ours, False)
    with pytest.raises(BlockingIOError):
        os.read(port.ours, 10)
    port.unplug()


def test_a_file_that_is_no_device_is_told(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_text("9520000100012\n")
    told: list[tuple[str, str]] = []
    read: list[str] = []
    scanner = SerialScanner(str(plain), 9600, read.append, lambda part, state, detail: told.append((state, detail)))
    scanner.start()
    until(lambda: bool(told))
    scanner.stop()
    assert told[0][0] == "down"
    assert "nappropriate ioctl" in told[0][1]
    assert read == []


def test_the_engine_tells_the_screen(port: Port, tmp_path: Path) -> None:
    port.plug()
    engine = EngineProcess(tmp_path / "data")
    engine.start(AISLEWISE_SCANNER__DEVICE=str(port.path))
    try:
        with engine.client("screen") as client:
            until(lambda: {"scanner": "working"}.items() <= states(client).items())
            os.write(port.ours, b"9520000100012\r\n")
            pushed = client.wait_for(lambda m: isinstance(m, protocol.Scanned))
            assert pushed == protocol.Scanned(code=GTIN)
    finally:
        engine.stop()
        port.unplug()


def states(client: EngineClient) -> dict[str, str]:
    reply = client.request(protocol.Health(id=client.next_id()), protocol.HealthReply)
    return {part.name: part.state for part in reply.parts}
