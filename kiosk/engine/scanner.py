"""A barcode scanner at a serial port: reads codes for as long as it is there, and waits for it when it is not.

What arrives is bytes of a device that anybody may have unplugged and replaced: only whole lines of plain letters and
digits are codes, everything else is dropped up to the next line.
"""

from __future__ import annotations

import contextlib
import logging
import os
import select
import termios
import threading
import time
import tty
from collections.abc import Callable

from kiosk.engine.backoff import Backoff

log = logging.getLogger(__name__)

PART = "scanner"
"""Its name among the parts of a kiosk."""
SHORTEST, LONGEST = 4, 64
"""Length of a code, characters."""
_SIGNS = b"-./"
_ENDS = b"\r\n"
_CHUNK = 4096


class Codes:
    """Codes in a stream of bytes: lines of letters, digits and - . / , ended by CR, LF or both."""

    def __init__(self) -> None:
        self._line = bytearray()
        self._bad = False

    def feed(self, data: bytes) -> list[str]:
        """What the next bytes complete."""
        found = []
        for byte in data:
            if byte in _ENDS:
                if not self._bad and len(self._line) >= SHORTEST:
                    found.append(self._line.decode("ascii"))
                self._line.clear()
                self._bad = False
            elif (
                self._bad or len(self._line) == LONGEST or not (byte < 128 and (chr(byte).isalnum() or byte in _SIGNS))
            ):
                self._line.clear()
                self._bad = True
            else:
                self._line.append(byte)
        return found


class SerialScanner:
    """Reads the device on a thread of its own. `on_code(code)` and `on_state(part, state, detail)` are called there."""

    def __init__(
        self, device: str, baud: int, on_code: Callable[[str], None], on_state: Callable[[str, str, str], None]
    ) -> None:
        self._device = device
        self._speed = getattr(termios, f"B{baud}")
        self._on_code = on_code
        self._on_state = on_state
        self._stopping, self._wake = os.pipe()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="scanner", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        os.close(self._wake)
        if self._thread.is_alive():
            self._thread.join(5.0)
        os.close(self._stopping)

    def _run(self) -> None:
        backoff = Backoff()
        while not self._stopped.is_set():
            began = time.monotonic()
            try:
                self._read()
            except (OSError, termios.error) as error:
                # termios.error is no OSError, but has the same arguments.
                why = error.args[1] if len(error.args) > 1 else error
                self._on_state(PART, "down", f"{self._device}: {why}; plug it in, or see who may read it")
            self._stopped.wait(backoff.after(time.monotonic() - began))

    def _read(self) -> None:
        """Read until told to stop. Raises OSError when the device is gone."""
        device = os.open(self._device, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            self._set_up(device)
            self._on_state(PART, "working", self._device)
            codes = Codes()
            while True:
                ready, _, _ = select.select([device, self._stopping], [], [])
                if self._stopping in ready:
                    return
                data = os.read(device, _CHUNK)
                if not data:
                    raise OSError(5, "it was unplugged")
                for code in codes.feed(data):
                    self._on_code(code)
        finally:
            with contextlib.suppress(OSError):
                os.close(device)

    def _set_up(self, device: int) -> None:
        """Bytes as they come, eight bits, no echo. What was read before anybody listened is thrown away."""
        tty.setraw(device)
        manner = termios.tcgetattr(device)
        manner[4] = manner[5] = self._speed
        termios.tcsetattr(device, termios.TCSANOW, manner)
        termios.tcflush(device, termios.TCIFLUSH)
