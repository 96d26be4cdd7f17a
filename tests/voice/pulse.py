"""Real audio without hardware: a private PulseAudio server whose microphone is fed and whose speaker is recorded.

with VirtualAudio() as audio:
    process = subprocess.Popen([...], env={**os.environ, **audio.env})
    audio.speak_into_mic("question.wav")
    heard = audio.record_speaker(3.0)
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

_NEEDED = ("pulseaudio", "pactl", "paplay", "parec")
_START_S = 10.0
ECHO_CANCEL = Path(__file__).parents[2] / "packaging" / "echo-cancel" / "pulseaudio.pa"


def missing() -> list[str]:
    """The programs that are not installed (Debian packages pulseaudio and pulseaudio-utils)."""
    return [name for name in _NEEDED if shutil.which(name) is None]


class VirtualAudio:
    """A PulseAudio server of its own, with its own runtime folder, gone at the end."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="aislewise-pulse-"))
        self._server: subprocess.Popen[bytes] | None = None
        home = self._folder / "home"
        home.mkdir()
        runtime = self._folder / "run"
        runtime.mkdir(mode=0o700)
        self.env = {
            "PULSE_RUNTIME_PATH": str(runtime),
            "PULSE_STATE_PATH": str(self._folder / "state"),
            "PULSE_SERVER": f"unix:{runtime}/native",
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_CONFIG_HOME": str(home),
            "PULSE_COOKIE": str(self._folder / "cookie"),
        }
        """What a process needs in its environment to use this server's microphone and speaker."""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Start the server (again, after `stop`) and its devices: speaker `spk`, microphone `mic`."""
        script = self._folder / "devices.pa"
        script.write_text(
            f"load-module module-native-protocol-unix socket={self.env['PULSE_RUNTIME_PATH']}/native auth-anonymous=1\n"
            "load-module module-null-sink sink_name=spk rate=48000 channels=1 norewinds=1"
            " sink_properties=device.description=spk\n"
            "load-module module-null-sink sink_name=micbus rate=48000 channels=1 norewinds=1\n"
            "load-module module-remap-source source_name=mic master=micbus.monitor"
            " source_properties=device.description=mic\n"
            "set-default-sink spk\n"
            "set-default-source mic\n"
        )
        self._server = subprocess.Popen(
            [
                "pulseaudio", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--disallow-exit",
                "--disable-shm=yes", "--realtime=no", "--high-priority=no", "-n", "-F", str(script),
                "--log-target=stderr",
            ],
            env={**os.environ, **self.env},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )  # fmt: skip
        deadline = time.monotonic() + _START_S
        while self._ask("info").returncode != 0 or "mic" not in self._ask("list", "short", "sources").stdout:
            if self._server.poll() is not None or time.monotonic() > deadline:
                self._server.kill()
                said = self._server.communicate()[1].decode(errors="replace")
                raise RuntimeError(f"PulseAudio did not start: {said[-2000:]}")
            time.sleep(0.05)

    def stop(self) -> None:
        """End the server, as if the sound devices were pulled out."""
        if self._server is not None:
            self._server.kill()
            self._server.communicate()
            self._server = None

    def speak_into_mic(self, wav: str | Path, wait: bool = True) -> subprocess.Popen[bytes]:
        """Play a WAV file into the microphone, to its end if `wait`."""
        playing = subprocess.Popen(["paplay", "--device=micbus", str(wav)], env={**os.environ, **self.env})
        if wait:
            playing.wait(timeout=60)
        return playing

    def plug_in(self, name: str, rate: int = 48_000) -> None:
        """Another microphone, fed by `speak_into_mic` as all are, which gives so many samples a second."""
        self._load("module-remap-source", f"source_name={name}", "master=micbus.monitor", f"rate={rate}",
                   f"source_properties=device.description={name}")  # fmt: skip

    def pull_out(self, name: str) -> None:
        """Unplug a microphone of that name, whatever listens to it."""
        for line in self._ask("list", "short", "modules").stdout.splitlines():
            number, _, what = line.partition("\t")
            if f"source_name={name} " in f"{what} ":
                self._ask("unload-module", number)

    def cancel_echo(self) -> None:
        """From now on there are a microphone and a speaker without echo, as packaging sets them up."""
        packaged = next(line for line in ECHO_CANCEL.read_text("utf-8").splitlines() if line.startswith("load-module"))
        self._load(*shlex.split(packaged, posix=False)[1:], "source_master=mic", "sink_master=spk")

    def echo(self, decibels: int = 0) -> None:
        """From now on the microphone hears the speaker, so much louder than it is: less than 0 in a real room."""
        self._ask("unload-module", "module-loopback")
        made = self._ask("load-module", "module-loopback", "source=spk.monitor", "sink=micbus", "latency_msec=40")
        assert made.returncode == 0, made.stderr
        for number in [line.split()[0] for line in self._ask("list", "short", "sink-inputs").stdout.splitlines()]:
            self._ask("set-sink-input-volume", number, f"{decibels}dB")

    def record_speaker(self, seconds: float) -> bytes:
        """What comes out of the speaker during the next `seconds`: 16 kHz 16-bit mono PCM."""
        with self.recording() as recorder:
            time.sleep(seconds)
            return recorder.heard()

    def recording(self, device: str = "spk") -> Recording:
        """Record the speaker (`spk`), what goes into the microphone (`micbus`) or a microphone while a block runs."""
        source = f"{device}.monitor" if device in ("spk", "micbus") else device
        return Recording({**os.environ, **self.env}, source)

    def _load(self, *words: str) -> None:
        made = self._ask("load-module", *words)
        assert made.returncode == 0, made.stderr

    def _ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["pactl", *words], env={**os.environ, **self.env}, capture_output=True, text=True, timeout=10
        )


class Recording:
    """A recorder on a virtual device."""

    def __init__(self, env: dict[str, str], source: str) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  closed with the recorder
        self._recorder = subprocess.Popen(
            [
                "parec", f"--device={source}", "--rate=16000", "--channels=1", "--format=s16le",
                "--latency-msec=30",
            ],
            env=env,
            stdout=self._file,
        )  # fmt: skip

    def __enter__(self) -> Self:
        # The null sink is never silent on its monitor, so the first bytes say that recording runs.
        deadline = time.monotonic() + _START_S
        while os.fstat(self._file.fileno()).st_size == 0 and time.monotonic() < deadline:
            time.sleep(0.01)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()
        self._file.close()

    def heard(self) -> bytes:
        """End the recording; everything heard since it began, 16 kHz 16-bit mono PCM."""
        self._stop()
        self._file.seek(0)
        data = self._file.read()
        return data[: len(data) // 2 * 2]

    def _stop(self) -> None:
        if self._recorder.poll() is None:
            self._recorder.terminate()
            self._recorder.wait(timeout=10)
