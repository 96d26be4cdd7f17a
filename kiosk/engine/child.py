"""Runs a module as a child process that dies with its parent: `python -m kiosk.engine.child MODULE ARGUMENT...`.

A killed engine must leave no worker, no screen and no web server behind that holds a device or a port.
"""

from __future__ import annotations

import ctypes
import runpy
import signal
import sys

_PR_SET_PDEATHSIG = 1


def command(module: str, *arguments: str) -> list[str]:
    """The command line that runs a module of this program as such a child."""
    return [sys.executable, "-m", "kiosk.engine.child", module, *arguments]


def main() -> None:
    """Tie this process to its parent's life, then become the module."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    module = sys.argv[1]
    sys.argv = sys.argv[1:]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
