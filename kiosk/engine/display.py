"""A virtual screen for a machine without a display, to be looked at and touched over VNC on loopback only."""

from __future__ import annotations

import shutil
import socket
import time
from pathlib import Path

from kiosk.engine.child import command, program
from kiosk.engine.service import Service
from kiosk.settings import Settings
from kiosk.theme import read_logo, read_theme

READY_S = 10.0


class DisplayError(Exception):
    """No screen can be had: the text says what is missing."""


class VirtualDisplay:
    """Xvfb with x11vnc beside it."""

    def __init__(self, size: str, vnc_port: int) -> None:
        """`size` is WIDTHxHEIGHT in pixels. Raises DisplayError when a program is missing or no port is free."""
        for name, package in (("Xvfb", "xvfb"), ("x11vnc", "x11vnc")):
            if shutil.which(name) is None:
                raise DisplayError(f"there is no display and {name} is not installed; run: apt install {package}")
        self.name = f":{_free_display()}"
        self.vnc_port = _free_port(vnc_port)
        xvfb = ("Xvfb", self.name, "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset")
        self._xvfb = Service("xvfb", program(*xvfb))
        vnc = ("x11vnc", "-display", self.name, "-localhost", "-rfbport", str(self.vnc_port), "-forever", "-shared")
        self._vnc = Service("vnc", program(*vnc, "-nopw", "-quiet", "-o", "/dev/null"))

    def start(self) -> None:
        """Start both; returns when the screen is there. Raises DisplayError if it does not come."""
        self._xvfb.start()
        deadline = time.monotonic() + READY_S
        while not _socket_of(self.name).exists():
            if time.monotonic() > deadline:
                self._xvfb.stop()
                raise DisplayError("the virtual screen did not start; try `Xvfb :99` by hand to see why")
            time.sleep(0.05)
        self._vnc.start()

    def stop(self) -> None:
        self._vnc.stop()
        self._xvfb.stop()


def _socket_of(display: str) -> Path:
    return Path(f"/tmp/.X11-unix/X{display[1:]}")  # noqa: S108  where X servers put their sockets


def _free_display() -> int:
    for number in range(90, 200):
        if not _socket_of(f":{number}").exists() and not Path(f"/tmp/.X{number}-lock").exists():  # noqa: S108
            return number
    raise DisplayError("no number is free for a virtual screen; end some X servers")


def _free_port(wanted: int) -> int:
    port: int
    for port in (wanted, *range(wanted + 1, min(wanted + 50, 65536))):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise DisplayError(
        f"no port from {wanted} on is free to look at the virtual screen; set AISLEWISE_SCREEN__VNC_PORT"
    )


def screen_command(settings: Settings, *, windowed: bool = False) -> list[str]:
    """The command of the screen process. Raises ThemeError when the theme or the logo cannot be used."""
    screen = settings.screen
    read_theme(screen.theme, screen.colour)
    arguments = ["--socket", str(settings.socket), "--size", screen.size, "--idle-s", f"{settings.kiosk.idle_s:g}"]
    arguments += ["--look", screen.look]
    if screen.scan_s:
        arguments += ["--scan-s", f"{screen.scan_s:g}"]
    if screen.theme:
        arguments += ["--theme", str(screen.theme)]
    if screen.colour:
        arguments += ["--colour", screen.colour]
    if screen.logo:
        arguments += ["--logo", str(read_logo(screen.logo))]
    flags = {"--windowed": windowed or screen.windowed, "--still": screen.still, "--reach": screen.reach}
    return command("kiosk.screen", *arguments, *(flag for flag, on in flags.items() if on))
