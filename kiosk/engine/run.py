"""`aislewise run`: starts and supervises the engine and the screen, on a virtual display where there is none."""

from __future__ import annotations

import signal
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kiosk.engine.child import command
from kiosk.engine.display import VirtualDisplay, screen_command
from kiosk.engine.service import Service
from kiosk.engine.staff_door import staff_page
from kiosk.settings import Settings, display_present
from kiosk.staff import StaffError

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
        with suppress(StaffError):
            say(f"Staff answer calls at {staff_page(settings).address}; `aislewise staff invite` lets a phone in.")
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
