"""What an import noticed: each kind of thing with what was done about it, how often, and some examples."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

_MOST_EXAMPLES = 5
_LONGEST_EXAMPLE = 200
_MOST_KINDS = 500


class Outcome(StrEnum):
    """What became of the value or the row."""

    REJECTED = "rejected"
    """The row is not in the catalog but in the file of rejected rows."""
    MENDED = "mended"
    """The value was put right."""
    KEPT = "kept"
    """The product is in the catalog, without the value or with it as it is."""


@dataclass(frozen=True, slots=True)
class Example:
    """One case: the row as a person would count it, and what was there."""

    row: int | str
    text: str


@dataclass(slots=True)
class Finding:
    """All cases of one kind."""

    check: str
    outcome: Outcome
    count: int = 0
    examples: list[Example] = field(default_factory=list)


class Findings:
    """Collects them."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, Outcome], Finding] = {}

    def add(self, check: str, outcome: Outcome, row: int | str, text: str) -> None:
        """One more case."""
        known = self._found.get((check, outcome))
        if known is None:
            if len(self._found) >= _MOST_KINDS:
                return
            known = self._found[check, outcome] = Finding(check, outcome)
        known.count += 1
        if len(known.examples) < _MOST_EXAMPLES:
            known.examples.append(Example(row, text[:_LONGEST_EXAMPLE]))

    def count(self, check: str, outcome: Outcome, many: int, examples: list[Example]) -> None:
        """Many cases at once."""
        if many:
            self._found[check, outcome] = Finding(check, outcome, many, examples[:_MOST_EXAMPLES])

    def listed(self) -> tuple[Finding, ...]:
        """Rejected first, then mended, then kept; most frequent first."""
        order = list(Outcome)
        return tuple(sorted(self._found.values(), key=lambda f: (order.index(f.outcome), -f.count, f.check)))
