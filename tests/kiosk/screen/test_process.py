"""The screen as a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import protocol as p
from tests.kiosk.screen.fake_engine import FakeEngine
from tests.kiosk.screen.hand import until

COMMAND = [sys.executable, "-m", "kiosk.screen"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, timeout=30, check=False)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "--socket"),
        (["--socket", "/tmp/x", "--size", "big"], "'big' is not WIDTHxHEIGHT"),
        (["--socket", "/tmp/x", "--size", "10x10"], "320 to 8192"),
        (["--socket", "/tmp/x", "--idle-s", "soon"], "'soon' is not a number of seconds"),
        (["--socket", "/tmp/x", "--idle-s", "0"], "1 to 3600"),
        (["--socket", "/" + "x" * 200], "longer than 107 bytes"),
    ],
)
def test_wrong_arguments_are_named(arguments: list[str], complaint: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr


def test_it_says_hello_and_ends_when_told_to(engine: FakeEngine, qapp: object) -> None:
    process = subprocess.Popen(
        [*COMMAND, "--socket", str(engine.path), "--windowed", "--size", "800x1280"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        until(lambda: len(engine.asked(p.Home)) == 1, lambda: f"exit code {process.poll()}")
        assert engine.asked(p.Hello)[0].role == "screen"
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=15)
        assert process.returncode == 0, errors
        assert "Traceback" not in errors
        assert "kiosk/screen" not in errors
    finally:
        process.kill()


def test_a_damaged_installation_is_named(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; import kiosk.screen.app as app; import kiosk.screen.__main__ as main;"
        f"app.QML = Path({str(tmp_path)!r}); sys.argv = ['x', '--socket', '/tmp/none.sock', '--windowed'];"
        "sys.exit(main.main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == 1
    assert "could not be loaded: the installation is damaged" in done.stderr
    assert "Traceback" not in done.stderr
