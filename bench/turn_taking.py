"""How soon the kiosk takes the word, and how often too soon: `python bench/turn_taking.py --data DIR [--limit N]`.

Everything goes frame by frame through the kiosk's own voice-activity model, recogniser and end of turn. What the
recogniser says reaches the turn after the CPU time that it took on this machine, as in the kiosk, where it is a process
of its own. Printed are the share of utterances cut off (the turn ended before their last sample of speech), and
the milliseconds from that sample to the end of the turn:

- orders: the recorded people of DIR (see bench/coffee.py), clean and in kitchen noise. `--part tune` are those that the
  waiting times were chosen by, `check` (the default) the others;
- straight: the questions of tests/voice/questions.toml by six synthetic voices, said in one breath;
- opened: the same with a pause before the words that matter ("where can I find the ... oat milk");
- inside: with a pause inside those ("oat ... milk");
- added: with a pause after the whole question and more to say ("where are the eggs ... and some flour").

The pauses are drawn log-normally, with a median of .6 s, one in twenty longer than 1.3 s: people who hesitate. The
longest inside a recorded order is .35 s. Seeds are fixed.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
import time
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.coffee import coffee_grammar, noise_of, part_of, sounds
from bench.names import demo_words
from tests.voice.made import speech
from voice import RATE, Recognizer, read_sound
from voice.recognizers.grammar import GrammarRecognizer
from voice.recognizers.pocketsphinx import PocketSphinxRecognizer
from voice.turns import Heard, Paused, Turn, TurnOptions
from voice.vad import FRAME, Vad

VOICES = ("en-us+f2", "en-us+m7", "en-us+f5", "en+m3", "en-us+Andrea", "en+f3")
MORE = ("and some flour", "please", "for four people", "or something like that", "if you have it")
OLD = TurnOptions(
    start=0.5, keep=0.35, resume_s=0.03, pause_s=99.0, silence_s=0.7, unheard_silence_s=0.7, complete_silence_s=0.45,
    open_silence_s=0.7,
)  # fmt: skip
"""As the kiosk waited before it looked at unfinished sentences."""
FRAME_S = FRAME / RATE
_AFTER_S = 2.2
"""Sound after the last word."""
_HEARD_AFTER_S = 1.0
"""What is recognised later than this changes nothing."""
_PIECE = 3
"""Frames that go to the recogniser at once."""

Samples = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Told:
    """What the recogniser said, and when, seconds from the beginning of the sound."""

    at: float
    text: str
    complete: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """An utterance as the turn meets it."""

    pcm: bytes
    probabilities: tuple[float, ...]
    end: float
    """The last sample of speech, seconds from the beginning."""
    told: tuple[Told, ...]


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="end of turn: how soon, and how often too soon")
    options.add_argument("--data", type=Path, help="the shared data, for recorded orders; without it only questions")
    options.add_argument("--part", choices=("check", "tune"), default="check")
    options.add_argument("--limit", type=int, help="utterances of each kind, at most")
    options.add_argument("--deaf", action="store_true", help="without the recogniser: silences alone")
    chosen = options.parse_args()
    header = f"{'cut off':>10}{'p50':>6}{'p95':>6}{'open':>5} "
    print(f"{'':<18}{'n':>4}  {'before':^26}{'now':^26}\n{'':<22}{header * 2}")
    traces: dict[str, list[Trace]] = {}
    for name, found in kinds(chosen.data, chosen.part, chosen.limit, chosen.deaf):
        traces[name] = of_kind = list(found)
        print(f"{name:<18}{len(of_kind):>4}  {row(of_kind, OLD)} {row(of_kind, TurnOptions())}", flush=True)
    for field, waits in (
        ("complete_silence_s", (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)),
        ("silence_s", (0.4, 0.5, 0.6, 0.7, 0.8, 1.0)),
        ("unheard_silence_s", (0.5, 0.7, 0.9, 1.1, 1.3)),
        ("open_silence_s", (0.7, 1.0, 1.2, 1.4, 1.7, 2.0)),
    ):
        print(f"\n{field}: cut off, p50, p95 (ms)\n{'':<7}" + "".join(f"{name:>20}" for name in traces))
        for wait in waits:
            results = (measured(of_kind, replace(TurnOptions(), **{field: wait})) for of_kind in traces.values())
            cells = "".join(f"{cut:>10.3f}{p50:>5.0f}{p95:>5.0f}" for cut, p50, p95, _ in results)
            print(f"{wait:<7}{cells}")


def kinds(data: Path | None, part: str, limit: int | None, deaf: bool) -> Iterator[tuple[str, Iterator[Trace]]]:
    """Traces of every kind of utterance."""
    vad = Vad()
    if data is not None:
        recognizer = None if deaf else GrammarRecognizer(coffee_grammar())
        folder = data / "speech" / "coffee"
        names = [name for name in sorted(json.loads((folder / "labels.json").read_text())) if part_of(name) == part]
        noise = noise_of(str(data / "speech" / "kitchen-noise.flac"))
        ends = {name: recorded_end(vad, read_sound(folder / name)) for name in names[:limit]}
        for level in (None, 12):
            heard = sounds(folder, list(ends), noise if level else None, level)
            found = (trace(vad, recognizer, pcm, ends[name]) for name, pcm in heard)
            yield f"orders, {'clean' if level is None else f'{level} dB'}", found
    recognizer = None if deaf else PocketSphinxRecognizer(demo_words()[0])
    for kind in ("straight", "opened", "inside", "added"):
        yield kind, (trace(vad, recognizer, pcm, end) for pcm, end in itertools.islice(questions(kind), limit))


def questions(kind: str) -> Iterator[tuple[bytes, float]]:
    """Spoken questions with a pause of a kind, and the end of their last word."""
    file = Path(__file__).parent.parent / "tests" / "voice" / "questions.toml"
    draw = np.random.default_rng(1)
    for number, question in enumerate(tomllib.loads(file.read_text("utf-8"))["question"]):
        said, matters = question["say"].split(), question["words"].split()
        plain = [word.lower() for word in said]
        at = plain.index(matters[0])
        pause = float(draw.lognormal(np.log(0.6), 0.45))
        parts = [said]
        if kind == "opened":
            parts = [said[:at], said[at:]]
        elif kind == "inside":
            parts = [said[: at + 1], said[at + 1 :]] if plain[at + 1 : at + 2] == matters[1:2] else [[], []]
        elif kind == "added":
            parts = [said, MORE[number % len(MORE)].split()]
        if all(parts):
            yield spoken([" ".join(part) for part in parts], VOICES[number % len(VOICES)], pause, draw)


def spoken(parts: Sequence[str], voice: str, pause: float, draw: np.random.Generator) -> tuple[bytes, float]:
    """A sentence with pauses between its parts, in a quiet room, and the end of its last word, seconds."""
    pieces: list[Samples] = [np.zeros(RATE // 2)]
    for part in parts:
        sound = np.frombuffer(speech(part, voice, lead_s=0.0, trail_s=0.0), "<i2").astype(float)
        heard = np.flatnonzero(np.abs(sound) > 200)
        pieces += [sound[heard[0] : heard[-1] + 1], np.zeros(round(pause * RATE))]
    whole = np.concatenate(pieces[:-1])
    room = draw.normal(0, 8, len(whole) + round(_AFTER_S * RATE))
    room[: len(whole)] += whole
    return room.clip(-32768, 32767).astype("<i2").tobytes(), len(whole) / RATE


def recorded_end(vad: Vad, pcm: bytes) -> float:
    """The last 10 ms of a clean recording that are well louder than its quiet parts, near the last frame of speech."""
    block = RATE // 100
    samples = np.frombuffer(pcm, "<i2").astype(float)
    cut = samples[: len(samples) // block * block].reshape(-1, block)
    loud = 20 * np.log10(np.sqrt((cut * cut).mean(axis=1)) + 1e-3)
    least = max(np.percentile(loud, 20) + 8, np.percentile(loud, 99) - 40)
    last = (max(np.flatnonzero(np.array(probabilities(vad, pcm)) >= 0.5)) + 1) * FRAME_S
    return float(np.flatnonzero(loud[: round(last * 100) + 1] > least)[-1] + 1) / 100


def probabilities(vad: Vad, pcm: bytes) -> tuple[float, ...]:
    """Of speech, for each frame."""
    vad.reset()
    return tuple(vad.probability(frame) for frame in frames(pcm))


def frames(pcm: bytes) -> Iterator[bytes]:
    return (pcm[at : at + 2 * FRAME] for at in range(0, len(pcm) - 2 * FRAME + 1, 2 * FRAME))


def trace(vad: Vad, recognizer: Recognizer | None, pcm: bytes, end: float) -> Trace:
    """Hear an utterance through with endless patience, since what happens does not depend on when the turn ends."""
    pcm = pcm[: round((end + _AFTER_S) * RATE) * 2]
    found = probabilities(vad, pcm)
    if recognizer is None:
        return Trace(pcm, found, end, ())
    endless = dict.fromkeys(
        ("silence_s", "unheard_silence_s", "complete_silence_s", "open_silence_s", "longest_s"), 99.0
    )
    turn = Turn(replace(TurnOptions(), **endless))
    told: list[Told] = []
    free = 0.0
    """When the recogniser has done what it was given."""
    recognizer.start()
    held = b""
    for number, (frame, probability) in enumerate(zip(frames(pcm), found, strict=True), 1):
        events = turn.feed(frame, probability)
        held += b"".join(getattr(event, "pcm", b"") for event in events)
        paused = any(isinstance(event, Paused) for event in events)
        if number * FRAME_S > end + _HEARD_AFTER_S:
            break
        if not paused and len(held) < _PIECE * 2 * FRAME:
            continue
        began = time.process_time()
        text = recognizer.accept(held)
        held = b""
        if paused:
            text = recognizer.pause()
        free = max(free, number * FRAME_S) + time.process_time() - began
        if paused or not told or (text, recognizer.complete) != (told[-1].text, told[-1].complete):
            told.append(Told(free, text, recognizer.complete))
    recognizer.finish()
    return Trace(pcm, found, end, tuple(told))


def ended(heard: Trace, options: TurnOptions) -> tuple[float, bool]:
    """When the turn ends, seconds, and whether by silence; the end of the sound if it does not."""
    turn = Turn(options)
    told = list(heard.told)
    for number, (frame, probability) in enumerate(zip(frames(heard.pcm), heard.probabilities, strict=True), 1):
        while told and told[0].at <= number * FRAME_S:
            news = told.pop(0)
            turn.recognized(news.complete, news.text)
        if any(isinstance(event, Heard) for event in turn.feed(frame, probability)):
            return number * FRAME_S, True
    return len(heard.pcm) / 2 / RATE, False


def measured(traces: Iterable[Trace], options: TurnOptions) -> tuple[float, float, float, float]:
    """Share cut off; median and 95th percentile of the delay of the others, ms; share that stayed open for 2.2 s."""
    ends = [(ended(heard, options), heard.end) for heard in traces]
    cut = [at < end - FRAME_S for (at, _), end in ends]
    delays = [1000 * (at - end) for ((at, _), end), early in zip(ends, cut, strict=True) if not early]
    p50, p95 = np.percentile(delays, [50, 95]) if delays else (0.0, 0.0)
    return sum(cut) / len(ends), p50, p95, sum(not by_silence for (_, by_silence), _ in ends) / len(ends)


def row(traces: Sequence[Trace], options: TurnOptions) -> str:
    cut, p50, p95, stayed = measured(traces, options)
    return f"{cut:>9.3f}{p50:>6.0f}{p95:>6.0f}{stayed:>5.2f}"


if __name__ == "__main__":
    main()
