"""`aislewise run`: starts and supervises the engine and the screen, on a virtual display where there is none."""

from __future__ import annotations

import signal
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.engine.child import command
from kiosk.engine.display import VirtualDisplay, screen_command
from kiosk.engine.service import Service
from kiosk.settings import Settings, display_present

ENGINE_READY_S = 30.0
CANNOT_START = 2
"""Exit code of an engine that says in one line why it cannot serve; starting it again would not help."""


def run(settings: Settings, say: Callable[[str], None]) -> int:
    """Run the kiosk until it is told to stop or the screen is closed; returns the exit code. `say` gets lines for the
    person at the terminal. Raises DisplayError when no screen can be had, ThemeError."""
    stop = threading.Event()
    for signal_ in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(signal_, lambda *_: stop.set())
    line = screen_command(settings)
    began = time.monotonic()
    engine = Service("engine", command("kiosk.cli", "engine"), final_codes=(CANNOT_START,))
    engine.start()
    display = None
    environment = {}
    if not display_present():
        display = VirtualDisplay(settings.screen.size, settings.screen.vnc_port)
        display.start()
        environment["DISPLAY"] = display.name
    screen = Service(
        "screen",
        line,
        environment=environment,
        final_codes=(0,),
    )
    try:
        if not _answers(settings.socket, engine, stop):
            return CANNOT_START if engine.code is not None else 1
        screen.start()
        say(f"The kiosk is open after {time.monotonic() - began:.1f} s.")
        if display is not None:
            say(f"No display here: look at it and touch it with a VNC viewer at 127.0.0.1:{display.vnc_port}")
            say(f"  (from another machine: ssh -L {display.vnc_port}:127.0.0.1:{display.vnc_port} THIS-MACHINE first).")
        say(f"Staff answer calls at http://{_staff_address(settings)}:{settings.staff.port}/")
        say("Stop it with Ctrl-C.")
        while not stop.wait(0.2):
            if screen.code is not None or engine.code is not None:
                break
        return engine.code or 0
    finally:
        screen.stop()
        engine.stop()
        if display is not None:
            display.stop()


def _answers(path: Path, engine: Service, stop: threading.Event) -> bool:
    """Wait for the engine's socket."""
    deadline = time.monotonic() + ENGINE_READY_S
    while time.monotonic() < deadline and not stop.wait(0.05):
        if engine.code is not None:
            return False
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(path))
            except OSError:
                continue
            return True
    return False


def _staff_address(settings: Settings) -> str:
    """Where phones reach the staff page: this machine's address on the store's network. Nothing is sent to find it."""
    if settings.staff.host not in ("0.0.0.0", "::"):  # noqa: S104  that is: on every address
        return settings.staff.host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
