"""The kiosk on a machine with no network, no display and no sound."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from tests.whole.kiosk import Kiosk, until
from tests.whole.screen import Screen

pytestmark = [pytest.mark.whole, pytest.mark.timeout(300)]


LOOPBACK = {"0100007F", "00000000000000000000000001000000"}
"""127.0.0.1 and ::1, as the kernel prints them."""


def listening(port: int) -> set[str]:
    """Local addresses (hexadecimal, as the kernel prints them) on which someone listens on a TCP port."""
    found = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for row in Path(table).read_text().splitlines()[1:]:
            address, state = row.split()[1], row.split()[3]
            host, _, number = address.rpartition(":")
            if state == "0A" and int(number, 16) == port:
                found.add(host)
    return found


def test_without_a_display_it_runs_on_a_virtual_one_seen_from_loopback_only(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path, {"AISLEWISE_VOICE__MICROPHONE": "no such device", "PULSE_SERVER": "/nonexistent"})
    kiosk.start()
    try:
        line = until(lambda: kiosk.said("127.0.0.1:"), "saying how to look at it")
        port = int(re.search(r"127\.0\.0\.1:(\d+)", line).group(1))  # type: ignore[union-attr]
        assert until(lambda: listening(port), "listening of the VNC server") <= LOOPBACK
        environment = until(lambda: kiosk.pid("kiosk.screen"), "the screen's start")
        display = re.search(rb"DISPLAY=(:\d+)", Path(f"/proc/{environment}/environ").read_bytes())
        assert display
        screen = Screen(display.group(1).decode())
        screen.tap("every shelf")
        screen.wait_for("works by touch")
    finally:
        assert kiosk.stop() == 0
    assert kiosk.pid("kiosk.screen") is None
    assert kiosk.pid("Xvfb") is None


def test_with_the_network_cut_off_a_question_is_answered(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path, {})
    kiosk.start(*cut_off())
    try:
        kiosk.wait_working("llm", "staff")
        assert "aisle" in kiosk.command("ask", "where is the oat milk").stdout
    finally:
        assert kiosk.stop() == 0


_LOOPBACK_UP = (
    "import fcntl, os, socket, struct, sys;"
    "fcntl.ioctl(socket.socket(), 0x8914, struct.pack('16sh14x', b'lo', 0x41));"
    "os.execvp(sys.argv[1], sys.argv[1:])"
)


def cut_off() -> tuple[str, ...]:
    """The command that runs another without any network; loopback alone is up."""
    names = () if os.geteuid() == 0 else ("--map-root-user",)
    return ("unshare", "--net", *names, sys.executable, "-c", _LOOPBACK_UP)
