"""Share of everyday questions answered sensibly, by kind, on the demo store, and those that are not.

python -m tests.local_catalog.everyday [kind ...]
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

from local_catalog import Catalog, build_catalog, demo_source
from tests.local_catalog.everyday.questions import asked, kinds

_DAY = date(2026, 11, 21)


def main(wanted: list[str]) -> None:
    """Print a table, then what was not right."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalog.db"
        build_catalog(demo_source(), path, today=_DAY)
        catalog = Catalog.open(path, clock=lambda: _DAY)
        results = {kind: asked(catalog, kind) for kind in wanted or kinds()}
        catalog.close()
    print(f"{'kind':<16}{'questions':>10}{'right':>8}{'share':>8}")
    for kind, answers in [*results.items(), ("all", [a for found in results.values() for a in found])]:
        right = sum(answer.right for answer in answers)
        print(f"{kind:<16}{len(answers):>10}{right:>8}{right / len(answers):>8.3f}")
    for kind, answers in results.items():
        for answer in answers:
            if not answer.right:
                print(f"{kind}: {answer}")


if __name__ == "__main__":
    main(sys.argv[1:])
