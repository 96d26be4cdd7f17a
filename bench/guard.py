"""What of false and true wordings the guard lets through: `python bench/guard.py [--show] [--catalog FOLDER]`.

Takes the wordings of tests/kiosk/assistant/said (false.toml, more_false.toml, true.toml, more_true.toml), fills each in
with products of the demo store by a fixed seed, and prints for each kind how many got through and were stopped.
Of the false none should get through, of the true at most 2 % be stopped. With --show the wordings that went wrong are
printed. --catalog FOLDER keeps the built catalog there for the next run.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from kiosk.assistant.guard import check
from kiosk.assistant.word_lists import word_lists
from local_catalog import Catalog, build_catalog, demo_source
from tests.kiosk.assistant.said.fields import HERE, Said, Store

TODAY = date(2026, 11, 20)
FILES = ("false", "more_false", "true", "more_true")


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--catalog", type=Path, metavar="FOLDER", help="where the demo catalog is kept")
    options.add_argument("--show", action="store_true", help="print the wordings that went wrong")
    options.add_argument("--files", nargs="*", default=FILES, choices=FILES)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = (chosen.catalog or Path(folder)) / "guard_demo.db"
        if not path.exists():
            build_catalog(demo_source(), path, today=TODAY)
        catalog = Catalog.open(path, clock=lambda: TODAY)
        store = Store(catalog)
        for name in chosen.files:
            if (HERE / f"{name}.toml").exists():
                table(name, store.said(name, 8 if "true" in name else 4), chosen.show)
        catalog.close()


def table(name: str, wordings: list[Said], show: bool) -> None:
    """One file by kind."""
    lists = word_lists("en")
    counts: dict[str, list[int]] = {}
    wrong = []
    spent = []
    for said in wordings:
        began = time.perf_counter()
        faults = check(said.text, said.facts, lists, said.draft)
        spent.append((time.perf_counter() - began) * 1000)
        count = counts.setdefault(said.kind, [0, 0, 0])
        count[0] += 1
        count[2 if faults else 1] += 1
        if bool(faults) != ("false" in name):
            wrong.append((said, faults))
    print(f"\n{name}: {'kind':<50}wordings  got through  stopped")
    for kind, (all_of, through, stopped) in counts.items():
        print(f"  {kind:<55}{all_of:>8}{through:>13}{stopped:>9}")
    all_of, through, stopped = (sum(c[i] for c in counts.values()) for i in range(3))
    print(f"  {f'together, {len(counts)} kinds':<55}{all_of:>8}{through:>13}{stopped:>9}")
    share = 100 * len(wrong) / max(1, all_of)
    print(f"  wrong: {len(wrong)} of {all_of} = {share:.2f} %; one check: median {statistics.median(spent):.2f} ms, "
          f"longest {max(spent):.1f} ms")  # fmt: skip
    if show:
        for said, faults in wrong:
            print(f"    [{said.kind}] {said.text!r}\n        draft: {said.draft!r} {faults}")


if __name__ == "__main__":
    main()
