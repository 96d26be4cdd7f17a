"""Figures of the main job on this machine: `python bench/main_job.py`.

Opens a kiosk with a data folder of its own (with a virtual speaker if PulseAudio is installed) and prints how long it
takes to open, how long a question takes by path, how long from the words to the first sound, and the memory of each
process. All times are wall-clock on whatever else the machine is doing; run it on a quiet one.
"""

from __future__ import annotations

import contextlib
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from kiosk import protocol
from kiosk.engine.client import EngineClient
from tests.voice.pulse import VirtualAudio
from tests.whole.kiosk import Kiosk, until

QUESTIONS = (
    "do you guys carry oat milk?", "and where is it", "how much is the cheapest paper towels", "stop",
    "130011", "any offers on snacks", "what time do you close", "do you have gluten free pasta", "anything cheaper",
    "is there milk in it", "I need batteries for a remote", "louder", "where are the restrooms", "light bulb 60w",
    "add it to my list", "whats on my list", "can I bring this back without a receipt", "something for breakfast",
    "who are you", "what's the meaning of life", "start over", "dog food for puppies", "olive oil under 10 dollars",
)  # fmt: skip


def main() -> None:
    """Run everything and print the figures."""
    with tempfile.TemporaryDirectory() as folder, _sound() as environment:
        kiosk = Kiosk(Path(folder), {**environment, "AISLEWISE_KIOSK__IDLE_S": "600"})
        for name in ("first", "second"):
            began = time.monotonic()
            kiosk.start()
            opened = time.monotonic() - began
            kiosk.wait_working("llm", "stt", "tts", "staff")
            print(f"{name} start: open after {opened:.1f} s, every part working after {time.monotonic() - began:.1f} s")
            if name == "first":
                kiosk.stop()
        try:
            _questions(kiosk)
            _first_sound(kiosk)
            _memory(kiosk)
        finally:
            kiosk.stop()


@contextlib.contextmanager
def _sound() -> Iterator[dict[str, str]]:
    try:
        with VirtualAudio() as audio:
            yield dict(audio.env)
    except FileNotFoundError:
        print("no PulseAudio here: without sound")
        yield {}


def _questions(kiosk: Kiosk) -> None:
    times: dict[str, list[float]] = {}
    with EngineClient(kiosk.data / "run" / "engine.sock") as client:
        for _ in range(5):
            for text in QUESTIONS:
                began = time.perf_counter()
                reply = client.request(
                    protocol.AskWhole(id=client.next_id(), session="bench", text=text), protocol.WholeTurn
                )
                times.setdefault(str(reply.turn["path"]), []).append((time.perf_counter() - began) * 1000)
    print("\none question, words in to answer out (ms):  path        n     p50     p95")
    for path, spent in sorted(times.items()):
        spent.sort()
        print(f"{'':44}{path:<10}{len(spent):>3}{statistics.median(spent):>8.1f}{spent[int(len(spent) * 0.95)]:>8.1f}")


def _first_sound(kiosk: Kiosk) -> None:
    if kiosk.health().get("speaker") != "working":
        print("\nwords to first sound: no speaker")
        return
    spent = []
    with EngineClient(kiosk.data / "run" / "engine.sock", role="screen") as client:
        started = client.request(protocol.StartSession(id=client.next_id()), protocol.SessionStarted)
        for text in QUESTIONS[:8]:
            began = time.perf_counter()
            client.send(protocol.Ask(id=client.next_id(), session=started.session, text=text, speak=True))
            client.wait_for(lambda m: isinstance(m, protocol.Speaking) and m.on)
            spent.append((time.perf_counter() - began) * 1000)
            client.wait_for(lambda m: isinstance(m, protocol.Speaking) and not m.on)
    spent.sort()
    print(f"\nwords to first sound: p50 {statistics.median(spent):.0f} ms, longest {spent[-1]:.0f} ms of {len(spent)}")


def _memory(kiosk: Kiosk) -> None:
    print("\nmemory (proportional set size, MB):")
    total = 0.0
    for name, words in (
        ("run", ("kiosk.cli", "run")), ("engine", ("kiosk.cli", "engine")), ("screen", ("kiosk.screen",)),
        ("llm", ("kiosk.engine.workers.llm",)), ("stt", ("kiosk.engine.workers.stt",)),
        ("recogniser", ("voice.recognizers.apart_process",)),
        ("tts", ("kiosk.engine.workers.tts",)),
        ("audio", ("kiosk.engine.workers.audio",)), ("staff page", ("kiosk.staff.web",)),
    ):  # fmt: skip
        pid = until(lambda words=words: kiosk.pid(*words), f"finding {name}")
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        size = next(int(row.split()[1]) for row in rows if row.startswith("Pss:")) / 1024
        total += size
        print(f"  {name:<12}{size:>7.1f}")
    print(f"  {'together':<12}{total:>7.1f}")


if __name__ == "__main__":
    main()
