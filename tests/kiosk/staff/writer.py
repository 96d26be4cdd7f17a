"""A process of its own that calls staff and steps, telling each written step on standard output, until it is killed."""

import itertools
import sys
from datetime import UTC, datetime
from pathlib import Path

import apsw

from kiosk.staff import PageStore


def main() -> None:
    db = apsw.Connection(str(Path(sys.argv[1])))
    db.pragma("journal_mode", "wal")
    db.pragma("synchronous", "full")
    store = PageStore(db, "Kiosk 1")
    for number in itertools.count():
        now = datetime.now(UTC)
        page, _ = store.create(place=f"p{number}", reason="help", session=f"s{number}", words="é" * 60, now=now)
        sys.stdout.write(f"{page.id} {page.state}\n")
        sys.stdout.flush()
        for step in ("claim", "coming", "release", "claim", "resolve"):
            page = store.step(page.id, step, "Sam", datetime.now(UTC))
            sys.stdout.write(f"{page.id} {page.state}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
