"""How many requests are understood: `python bench/requests.py [--model FOLDER] [--turns FOLDER ...] [--wrong N]`.

Asks the kept turns (held_out: voices that were never trained on; test: written after training) of the demo store, each
in the context it was written for, and compares what the assistant made of it with the marks of the turn:

- intent: the request is of the marked kind. Asking back counts as wrong and is also counted alone.
- fully right: also the same product is found as by the marked words (or none, if the store has none), what is not
  wanted is not offered, price bounds and quantity are as marked, and what a pointing word means is found.
- staff caught: a person was called or offered; false calls: one was called who was not wanted (complaints apart).

Ways: rules (no model), model (its marks alone, looked up), joined (the kiosk as it is).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np

from kiosk.assistant import Assistant
from kiosk.assistant import Turn as Answered
from kiosk.assistant.amounts import find_prices, find_quantity, number_at
from kiosk.assistant.evidence import Match, best_match
from kiosk.assistant.fit import talk_before
from kiosk.assistant.text import split_words
from kiosk.assistant.word_lists import word_lists
from local_catalog import Catalog, build_catalog, demo_source
from models import LanguageModel
from models.embedded import SHIPPED, EmbeddedModel
from models.gloss import LANGUAGES
from models.heads import ON_SCREEN
from models.training.turns import DATA, Turn, in_english, read
from tests.kiosk.assistant.fakes import FakeHands

TODAY = date(2026, 11, 20)
BINS = (0.0, 0.45, 0.6, 0.75, 0.9, 0.97, 1.01)
NOW = datetime(2026, 11, 20, 15, tzinfo=UTC)
LISTS = word_lists("en")
_LOOKED_UP = ("find", "detail", "recommend", "list")
_KNOWN = 0.9
"""Cover from which the store has what the marked words name."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--turns", nargs="+", default=["held_out", "test"], help="folders under models/training/data")
    parser.add_argument("--ways", nargs="+", default=["rules", "joined"], choices=["rules", "joined"])
    parser.add_argument("--wrong", type=int, default=0, metavar="N", help="list so many that were not fully right")
    parser.add_argument("--voices", nargs="+", help="only these voices")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.db"
        build_catalog(demo_source(), path, today=TODAY)
        catalog = Catalog.open(path, clock=lambda: TODAY)
        catalog.warm_up()
        for name in options.turns:
            turns = [t for t in read(DATA / name) if not options.voices or t.voice in options.voices]
            for way in options.ways:
                model = None if way == "rules" else EmbeddedModel(options.model)
                print(f"\n== {name}, {way}")
                report(judged(turns, catalog, model), options.wrong)


@dataclass
class Judged:
    """One turn and what was made of it."""

    turn: Turn
    answered: Answered
    asked_back: bool
    faults: list[str] = field(default_factory=list)

    @property
    def caught(self) -> bool:
        """A person was called or offered."""
        return self.answered.intent == "staff" or self.answered.page is not None


def judged(turns: Sequence[Turn], catalog: Catalog, model: LanguageModel | None) -> list[Judged]:
    """Every turn asked in its own context."""
    assistant = Assistant(catalog, model, timer=time.perf_counter)
    outcome = []
    for turn in turns:
        conversation = talk_before(turn.after, turn.language, catalog)
        answered = assistant.turn(conversation, turn_text(turn), FakeHands(catalog), NOW)
        asked_back = conversation.failures > 0
        found = Judged(turn, answered, asked_back)
        found.faults = list(faults(found, catalog))
        outcome.append(found)
    return outcome


def turn_text(turn: Turn) -> str:
    return " ".join(turn.words)


def faults(found: Judged, catalog: Catalog) -> Iterator[str]:
    """What is wrong with what was made of a turn."""
    turn, answered = in_english(found.turn), found.answered
    if found.asked_back or answered.intent != turn.intent:
        if not (turn.intent == "staff" and found.caught):
            yield "asked back" if found.asked_back else f"intent {answered.intent}"
        return
    marked = {tag: [s.words for s in turn.spans if s.tag == tag] for tag in {s.tag for s in turn.spans}}
    adds = turn.intent != "list" or answered.request.get("op") == "add"  # the list is empty: nothing can come off it
    if turn.intent in _LOOKED_UP and adds and "query" in marked and "reference" not in marked:
        yield from _wrong_product(turn, answered, catalog)
    for tag, key in (("max_price", "max_price"), ("min_price", "min_price")):
        bound = answered.request.get(key)
        if tag in marked and not (
            isinstance(bound, float | int) and abs(bound - (_number(marked[tag][0]) or -1)) < 0.006
        ):
            yield f"{tag} {bound}"
    if turn.intent == "list" and "quantity" in marked and len(marked["quantity"]) == 1:
        wanted = _quantity(marked["quantity"][0])
        if wanted is not None and answered.request.get("quantity", 1) != wanted:
            yield f"quantity {answered.request.get('quantity')}"
    if turn.intent == "detail" and "reference" in marked and turn.after in ON_SCREEN and not answered.products:
        yield "reference"


def _wrong_product(turn: Turn, answered: Answered, catalog: Catalog) -> Iterator[str]:
    """The product by the marked words, where the store has one, is among the first that are shown."""
    wide = " ".join(w for s in turn.spans if s.tag in ("query", "brand", "attribute") for w in s.words)
    narrow = " ".join(w for s in turn.spans if s.tag in ("query", "brand") for w in s.words)
    things = [" ".join(s.words) for s in turn.spans if s.tag == "query"]
    sought = best_match(catalog, [" ".join(split_words(t, LISTS.text)) for t in (wide, narrow)])
    matches = [sought] if len(things) == 1 else [best_match(catalog, [t]) for t in things]
    shown = answered.products[:6]
    avoid = {w for s in turn.spans if s.tag == "avoid" for w in split_words(" ".join(s.words), LISTS.text)}
    first = set(split_words(answered.products[0].name, LISTS.text)) if shown else set()
    if avoid & first and len(things) == 1 and not avoid & set(split_words(things[0], LISTS.text)):
        yield f"offers {answered.products[0].name}"
    for match in matches:
        if match.cover >= _KNOWN and match.close and not _shares(match, answered):
            yield f"product {[p.name for p in shown[:2]]} not {match.close[0].product.name}"
            return


def _shares(match: Match, answered: Answered) -> bool:
    """Whether what is shown has one of the products that fit the words as well as the best, or one of its kind."""
    shown = answered.products[:12]
    skus = {p.sku for p in shown}
    if any(hit.product.sku in skus for hit in match.close):
        return True
    return bool(shown) and shown[0].category == match.close[0].product.category


def _number(words: Sequence[str]) -> float | None:
    lowered = split_words(" ".join(words), LISTS.text)
    prices = find_prices(("under", *lowered), LISTS.amounts, "USD")
    if prices.most is not None:
        return float(prices.most.amount)
    number = number_at(lowered, 0, LISTS.amounts) if lowered else None
    return float(number.value) if number else None


def _quantity(words: Sequence[str]) -> int | None:
    lowered = split_words(" ".join(words), LISTS.text)
    found = find_quantity(lowered, LISTS.amounts, ())
    if found is not None:
        return found[0]
    number = number_at(lowered, 0, LISTS.amounts) if lowered else None
    return int(number.value) if number else None


def report(outcome: Sequence[Judged], wrong: int) -> None:
    """The table by language, then what was taken for what."""
    print(f"{'':10}{'turns':>6}{'intent':>9}{'fully':>9}{'asked':>9}{'staff':>9}{'false':>9}{'other':>9}{'lost':>9}")
    print(f"{'':10}{'':>6}{'right':>9}{'right':>9}{'back':>9}{'caught':>9}{'calls':>9}{'recall':>9}{'in-scope':>9}")
    for language in ("en", *LANGUAGES):
        row = [j for j in outcome if j.turn.language == language]
        if row:
            print(f"{language:10}{len(row):6}" + "".join(f"{_share(part):>9}" for part in _figures(row)))
    confused = Counter(
        (j.turn.intent, "asked back" if j.asked_back else j.answered.intent)
        for j in outcome
        if any(f.startswith(("intent", "asked")) for f in j.faults)
    )
    print("most taken for another: " + ", ".join(f"{a} for {b} {n}" for (a, b), n in confused.most_common(12)))
    reliability(outcome)
    shown = [j for j in outcome if j.faults][:wrong]
    for j in shown:
        said = f"{turn_text(j.turn)!r}: {'; '.join(j.faults)} ({j.answered.confidence:.2f})"
        print(f"  {j.turn.language} {j.turn.intent:9} {said}")


def reliability(outcome: Sequence[Judged]) -> None:
    """Confidence against hits, of the turns that no reflex answered."""
    weighed = [j for j in outcome if j.answered.path != "reflex"]
    sure = np.array([j.answered.confidence for j in weighed])
    right = np.array([not any(f.startswith("intent") for f in j.faults) for j in weighed])
    error = 0.0
    for low, high in pairwise(BINS):
        inside = (sure >= low) & (sure < high)
        if inside.any():
            mean, part = sure[inside].mean(), right[inside].mean()
            error += inside.mean() * abs(mean - part)
            print(f"  confidence {mean:.3f}: {part:.3f} right of {inside.sum()}")
    print(f"  expected calibration error {error:.3f}")


def _figures(row: Sequence[Judged]) -> list[list[bool]]:
    return [
        [not any(f.startswith(("intent", "asked")) for f in j.faults) for j in row],
        [not j.faults for j in row],
        [j.asked_back for j in row],
        [j.caught or j.answered.offer_staff for j in row if j.turn.intent == "staff"],
        [j.answered.page is not None for j in row if j.turn.intent not in ("staff", "complaint")],
        [j.answered.intent == "other" for j in row if j.turn.intent == "other"],
        [j.answered.intent == "other" for j in row if j.turn.intent not in ("other", "smalltalk")],
    ]


def _share(part: Sequence[bool]) -> str:
    return f"{sum(part) / len(part):.3f}" if part else "-"


if __name__ == "__main__":
    main()
