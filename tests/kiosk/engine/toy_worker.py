"""A worker for tests of the supervision: echoes, sleeps, prints noise, dies."""

import os
import sys
import time

from kiosk.engine.pipe import Pipe, RefusedError, serve


def echo(text: str) -> dict[str, object]:
    os.write(1, b"noise of a native library\n")
    return {"text": text, "pid": os.getpid()}


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def refuse() -> None:
    raise RefusedError("busy", "not now")


def crash() -> None:
    os._exit(7)


def burst() -> None:
    raise ValueError("a bug")


if __name__ == "__main__":
    pipe = Pipe()
    if "--absent" in sys.argv:
        pipe.emit("failed", detail="there is no device")
        sys.exit(3)
    pipe.emit("ready", name="toy", warning="the big one is broken" if "--warns" in sys.argv else "")
    pipe.emit("hello", number=1)
    serve(pipe, {"echo": echo, "sleep": sleep, "refuse": refuse, "crash": crash, "burst": burst})
