"""How fast the search field goes on from what is typed, and how often it offers anything, typed right and wrong.

    python -m bench.completion --catalog /work/shared/data/retail

The 22,074 rows of walmart_amazon_b.csv are one catalog, five times with varied words another (110,370 products). Typed
are the first letters of words of titles: 1 to 12 letters, half of them with one slip. Times are those of
Catalog.complete in CPU time, since others may use the machine; MiB is what opening the catalog and warming it up takes.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import time
from pathlib import Path

from bench.search import read, varied, write_catalog
from local_catalog import Catalog
from local_catalog.text import spoken

_SEED = 7
_ASKED = 1500
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def typed(titles: list[str], draw: random.Random) -> list[tuple[str, str, bool]]:
    """(what is typed, title meant, with a slip) for the beginnings of two words of titles."""
    made: list[tuple[str, str, bool]] = []
    while len(made) < _ASKED:
        title = draw.choice(titles)
        words = [word for word in spoken(title).split() if word.isascii()]
        if len(words) < 2:
            continue
        at = draw.randrange(len(words) - 1)
        text = f"{words[at]} {words[at + 1]}" if draw.random() < 0.6 else words[at]
        text = text[: draw.randint(1, 12)].rstrip()
        slip = len(text) > 4 and draw.random() < 0.5
        if slip:
            place = draw.randrange(1, len(text) - 1)
            text = text[:place] + draw.choice(_LETTERS) + text[place + draw.randint(0, 1) :]
        made.append((text, title, slip))
    return made


def measure(path: Path, titles: list[str]) -> str:
    """One line of the table."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    catalog = Catalog.open(path)
    catalog.warm_up()
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    asked = typed(titles, random.Random(_SEED))
    times: list[float] = []
    offered = {True: 0, False: 0}
    for text, _, slip in asked:
        start = time.process_time()
        found = catalog.complete(text)
        times.append((time.process_time() - start) * 1000)
        offered[slip] += bool(found)
    times.sort()
    slips = sum(slip for _, _, slip in asked)
    catalog.close()
    return (
        f"{len(titles):>9,}{statistics.median(times):>9.2f}{times[int(0.95 * len(times))]:>9.2f}{times[-1]:>9.2f}"
        f"{offered[False] / (len(asked) - slips):>13.3f}{offered[True] / slips:>13.3f}{grown:>10.0f}"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--catalog", type=Path, required=True, metavar="DIR", help="folder with walmart_amazon_b.csv")
    rows, _ = read(parser.parse_args().catalog)
    print(f"{'products':>9}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}{'offers right':>13}{'offers slip':>13}{'MiB':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for catalog_rows in (rows, list(varied(rows))):
            path = Path(folder) / "catalog.db"
            write_catalog(catalog_rows, path)
            print(measure(path, [row.title for row in catalog_rows]))
            path.unlink()


if __name__ == "__main__":
    main()
