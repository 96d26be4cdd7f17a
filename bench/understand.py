"""Figures of understanding on this machine: `python bench/understand.py [--catalog FOLDER] [--limit N] [--seed N]`.

Asks the turns of models/training/data/held_out, which the model never saw, of the demo store and prints
1. how long one turn takes from words to answer, with the embedded model in a process of its own as the engine runs it,
   by stage and by path; CPU is that of both processes together;
2. the memory of that process afterwards;
3. what the process costs: the same texts through its pipe, with the model in this process, and llama.cpp and the heads
   with nothing around them, in turn;
4. turns a second of `aislewise ask --json -`, from its first answer to its last, and how long it takes to start.
A turn that goes on from another is asked in the session of the one before it; every other one begins a session.
--catalog FOLDER keeps the built catalog there for the next run. Needs about a minute.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.update(OMP_WAIT_POLICY="PASSIVE", GOMP_SPINCOUNT="0")  # as the engine sets them for the worker

sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np

from kiosk.assistant import Assistant
from kiosk.assistant import Turn as Answered
from kiosk.engine.model import WorkerModel
from kiosk.engine.parts import llm_worker
from kiosk.engine.worker import Worker
from kiosk.settings import Settings
from local_catalog import Catalog, build_catalog, demo_source
from models import Context
from models.embedded import EmbeddedModel
from models.heads import context_vector
from models.training.turns import DATA, Turn, read
from models.words import split
from tests.kiosk.assistant.fakes import FakeHands

SEED = 20261121
ROUNDS = 5
BLOCK = 10
"""Texts that one way gets in a row."""
PAUSED, PAUSE_S = 40, 0.02
WARM_UP = 5
TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 15, tzinfo=UTC)
STAGES = ("understand", "look_up", "answer")
START_S = 60.0


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--catalog", type=Path, metavar="FOLDER", help="where the demo catalog is kept")
    parser.add_argument("--limit", type=int, default=0, metavar="N", help="only N turns, drawn by the seed")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    sessions = in_sessions(read(DATA / "held_out"), options.limit, random.Random(options.seed))
    texts = [text for session in sessions for text in session]
    print(f"{len(texts)} turns in {len(sessions)} sessions, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as temporary:
        path = (options.catalog or Path(temporary)) / "understand_demo.db"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            build_catalog(demo_source(), path, today=TODAY)
        with working(Settings(data_dir=Path(temporary) / "data")) as worker:
            whole_turns(path, worker, sessions)
            memory(worker)
            overhead(worker, texts, random.Random(options.seed))
        from_the_command_line(Path(temporary) / "data", sessions)


def in_sessions(turns: Iterator[Turn], limit: int, draw: random.Random) -> list[list[str]]:
    """The texts, those that go on from one another together; whole sessions of about `limit` turns (0: all)."""
    sessions: list[list[str]] = []
    for turn in turns:
        if turn.after is None or not sessions:
            sessions.append([])
        sessions[-1].append(" ".join(turn.words))
    if not limit:
        return sessions
    draw.shuffle(sessions)
    kept: list[list[str]] = []
    while sessions and sum(map(len, kept)) < limit:
        kept.append(sessions.pop())
    return kept


@contextmanager
def working(settings: Settings) -> Iterator[Worker]:
    """The language model's process, ready."""
    worker = llm_worker(settings)
    began = time.perf_counter()
    worker.start()
    try:
        if not worker.wait_settled(START_S):
            raise SystemExit(f"the language model did not start: {worker.detail}")
        print(f"model {worker.info['name']} ready after {time.perf_counter() - began:.1f} s")
        yield worker
    finally:
        worker.stop()


# --- one turn ---------------------------------------------------------------------------------------------------------


def whole_turns(path: Path, worker: Worker, sessions: Sequence[Sequence[str]]) -> None:
    """Table 1."""
    catalog = Catalog.open(path, clock=lambda: TODAY)
    assistant = Assistant(catalog, WorkerModel(worker), timer=time.perf_counter)
    assistant.warm_up()
    for session in sessions[:WARM_UP]:
        for _ in asked(assistant, catalog, session):
            """The first turns read the word lists."""
    wall: list[float] = []
    cpu: list[float] = []
    turns: list[Answered] = []
    for session in sessions:
        spent, busy = time.perf_counter(), busy_ms(worker)
        for turn in asked(assistant, catalog, session):
            wall.append((time.perf_counter() - spent) * 1000)
            cpu.append(busy_ms(worker) - busy)
            turns.append(turn)
            spent, busy = time.perf_counter(), busy_ms(worker)
    catalog.close()
    print(f"\n1. one turn, words to answer (ms){'n':>9}{'p50':>9}{'p95':>9}{'p99':>9}{'longest':>9}")
    row("wall", wall, "  (target: p95 60)")
    row("CPU of both processes", cpu)
    for stage in STAGES:
        row(f"  {stage.replace('_', ' ')}", [turn.latency_ms[stage] for turn in turns])
    for way in ("reflex", "model", "fallback"):
        row(f"  by {way}, wall", [ms for ms, turn in zip(wall, turns, strict=True) if turn.path == way])


def asked(assistant: Assistant, catalog: Catalog, session: Sequence[str]) -> Iterator[Answered]:
    """The turns of one session."""
    conversation, hands = assistant.begin(), FakeHands(catalog)
    for text in session:
        yield assistant.turn(conversation, text, hands, NOW)


def busy_ms(worker: Worker) -> float:
    """Milliseconds on the processor so far, of this process and the worker's."""
    return time.process_time() * 1000 + worker_busy_ms(worker)


def worker_busy_ms(worker: Worker) -> float:
    """The kernel's own count for each thread, in nanoseconds; process times are in hundredths of a second."""
    tasks = Path(f"/proc/{worker.pid}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6


def row(name: str, ms: Sequence[float], note: str = "") -> None:
    """One line of table 1."""
    if len(ms) < 2:
        return
    cuts = statistics.quantiles(ms, n=100, method="inclusive")
    print(f"  {name:<31}{len(ms):>9}{cuts[49]:>9.2f}{cuts[94]:>9.2f}{cuts[98]:>9.2f}{max(ms):>9.2f}{note}")


# --- memory -----------------------------------------------------------------------------------------------------------


def memory(worker: Worker) -> None:
    """Table 2."""
    rows = Path(f"/proc/{worker.pid}/smaps_rollup").read_text().splitlines()
    sizes = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in rows[1:]}
    print(f"\n2. memory of the worker (MiB): RSS {sizes['Rss']:.0f}, PSS {sizes['Pss']:.0f}, "
          f"of its own {sizes['Private_Dirty'] + sizes['Private_Clean']:.0f} (target: 150)")  # fmt: skip


# --- overhead ---------------------------------------------------------------------------------------------------------


def overhead(worker: Worker, texts: Sequence[str], draw: random.Random) -> None:
    """Table 3, once with call after call and once as shoppers ask, when the processor has gone to sleep meanwhile."""
    remote, here = WorkerModel(worker), EmbeddedModel()
    context = Context()
    bare = bare_calls(here, texts)
    ways: dict[str, Callable[[int], object]] = {
        "through the pipe": lambda i: remote.understand(texts[i], context),
        "in this process": lambda i: here.understand(texts[i], context),
        "llama.cpp and heads alone": lambda i: bare[i](),
        "the pipe alone (no words)": lambda i: remote.understand("", context),
    }
    print(f"\n3. one reading (ms), median of {ROUNDS} rounds{'p50':>9}{'p95':>9}{'to in-process':>16}")
    several = min(len(texts), PAUSED)
    for pause, numbers in ((0.0, range(len(texts))), (PAUSE_S, draw.sample(range(len(texts)), several))):
        spent = in_turn(ways, [*numbers], pause, draw)
        print(
            f"  {f'{pause * 1000:.0f} ms after the one before' if pause else 'one after another'}, {len(numbers)} texts"
        )
        for name, ms in spent.items():
            ratio = statistics.median(a / b for a, b in zip(ms, spent["in this process"], strict=True))
            beside = f"{100 * (ratio - 1):>+14.1f} %" if "alone" not in name or "heads" in name else ""
            note = "  (target: +5 %)" if name == "through the pipe" else ""
            print(
                f"    {name:<37}{statistics.median(ms):>9.2f}{statistics.quantiles(ms, n=20)[-1]:>9.2f}{beside}{note}"
            )


def in_turn(
    ways: dict[str, Callable[[int], object]], numbers: Sequence[int], pause_s: float, draw: random.Random
) -> dict[str, list[float]]:
    """Milliseconds of each text in each way. The ways take turns of several texts, so that other work on the machine
    meets all of them, and none more often than another comes after itself: it finds its weights in the caches."""
    rounds: dict[str, list[list[float]]] = {name: [[] for _ in numbers] for name in ways}
    for _ in range(ROUNDS):
        for start in range(0, len(numbers), BLOCK):
            for name in draw.sample(list(ways), len(ways)):
                for place in range(start, min(start + BLOCK, len(numbers))):
                    time.sleep(pause_s) if pause_s else None
                    began = time.perf_counter()
                    ways[name](numbers[place])
                    rounds[name][place].append((time.perf_counter() - began) * 1000)
    return {name: [statistics.median(ms) for ms in spent] for name, spent in rounds.items()}


def bare_calls(model: EmbeddedModel, texts: Sequence[str]) -> list[Callable[[], object]]:
    """For each text what cannot be left out: one pass of llama.cpp and the two heads."""
    vector = context_vector(None, False)

    def call(text: str) -> Callable[[], object]:
        words, firsts = model._place(split(text))
        line = " ".join(words)

        def run() -> object:
            pieces = np.array(model._llama.embed(line), dtype=np.float32)
            return model._heads.probabilities(pieces, vector), model._heads.tags(pieces[firsts])

        return run

    return [call(text) for text in texts]


# --- the command ------------------------------------------------------------------------------------------------------


def from_the_command_line(data: Path, sessions: Sequence[Sequence[str]]) -> None:
    """Table 4."""
    lines = [
        json.dumps({"session": str(number), "text": text}) for number, session in enumerate(sessions)
        for text in session
    ]  # fmt: skip
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("AISLEWISE_")},
        "AISLEWISE_DATA_DIR": str(data),
    }
    with tempfile.TemporaryFile() as file:
        file.write("\n".join(lines).encode())
        for attempt in ("first", "second"):  # the first builds the demo store
            file.seek(0)
            began = time.perf_counter()
            with subprocess.Popen(
                [sys.executable, "-m", "kiosk.cli", "ask", "--json", "-"],
                stdin=file, stdout=subprocess.PIPE, env=environment,
            ) as process:  # fmt: skip
                assert process.stdout is not None
                times = [time.perf_counter() - began for _ in process.stdout]
            if process.returncode or len(times) != len(lines):
                raise SystemExit(f"`aislewise ask --json -` gave {len(times)} answers, code {process.returncode}")
            if attempt == "second":
                rate = (len(times) - 1) / (times[-1] - times[0])
                print(f"\n4. aislewise ask --json -: {rate:.0f} turns a second (target: 15); "
                      f"first answer after {times[0]:.1f} s")  # fmt: skip


if __name__ == "__main__":
    main()
