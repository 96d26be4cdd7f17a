"""Runs a module, or with --program another program, as a child process that dies with its parent.

A killed engine must leave no worker, no screen and no web server behind that holds a device or a port.
"""

from __future__ import annotations

import ctypes
import os
import runpy
import signal
import sys

_PR_SET_PDEATHSIG = 1


def command(module: str, *arguments: str) -> list[str]:
    """The command line that runs a module of this program as such a child."""
    return [sys.executable, "-m", "kiosk.engine.child", module, *arguments]


def program(*line: str) -> list[str]:
    """The command line that runs another program as such a child."""
    return [sys.executable, "-m", "kiosk.engine.child", "--program", *line]


def main() -> None:
    """Tie this process to its parent's life, then become the module or program."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if sys.argv[1] == "--program":
        os.execvp(sys.argv[2], sys.argv[2:])  # noqa: S606  the caller names the program, no shell is involved
    module = sys.argv[1]
    sys.argv = sys.argv[1:]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
