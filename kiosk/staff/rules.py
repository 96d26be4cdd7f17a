"""How calls ring, reason by reason: when each rung of the ladder is reached, where it begins, whom it is for."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from kiosk.staff.errors import StaffError
from kiosk.staff.reasons import ALWAYS_URGENT, REASONS

AGAIN, LEAD, EVERYONE = 1, 2, 3
"""The rungs above the first one (0, the department at once)."""
LONGEST_S = 4 * 3600.0
"""No rung may be reached later than a call expires."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How calls for one reason ring.

    after: seconds of ringing at which each of the four rungs is reached: department, again, lead, everyone; grows.
    start: the rung it begins on; those above it are reached as much sooner.
    department: for whom it rings, whatever department the shopper stands in; None: that one.
    urgent: whether it is urgent however it was called.
    claim_silent_s, coming_silent_s: seconds without a sign from who took it, or is on the way, after which it rings
    anew.

    Raises StaffError when the times do not grow or a rung does not exist.
    """

    after: tuple[float, float, float, float] = (0, 45, 90, 180)
    start: int = 0
    department: str | None = None
    urgent: bool = False
    claim_silent_s: float = 180
    coming_silent_s: float = 600

    def __post_init__(self) -> None:
        if not 0 <= self.start <= EVERYONE:
            raise StaffError(f"A call begins on one of the rungs 0 to {EVERYONE}, not {self.start}.")
        if self.after[0] != 0 or any(a >= b for a, b in itertools.pairwise(self.after)):
            raise StaffError("The times of a call begin with 0 and grow from rung to rung.")
        if self.after[-1] > LONGEST_S:
            raise StaffError(f"Everyone is rung after {LONGEST_S:.0f} seconds at the latest.")
        if min(self.claim_silent_s, self.coming_silent_s) <= 0:
            raise StaffError("Who took a call gives a sign after more than 0 seconds.")

    def begins(self, urgent: bool) -> int:
        """The rung a call begins on; an urgent one begins on the last."""
        return EVERYONE if urgent or self.urgent else self.start

    def reached(self, ringing_s: float) -> int:
        """The highest rung a call has reached after ringing that long, at least the one it begins on."""
        head_start = self.after[self.start]
        rungs = range(self.start + 1, EVERYONE + 1)
        return max((i for i in rungs if self.after[i] - head_start <= ringing_s), default=self.start)

    def next_s(self, step: int) -> float | None:
        """Seconds of ringing at which a call on this rung goes one up; None on the last."""
        return None if step >= EVERYONE else self.after[step + 1] - self.after[self.start]

    def first_s(self, urgent: bool) -> float:
        """Seconds for which a call rings on the rung it begins on."""
        begins = self.begins(urgent)
        return self.after[AGAIN] if begins == EVERYONE else self.after[begins + 1] - self.after[begins]

    def late_s(self, urgent: bool) -> float:
        """Seconds after which a call that nobody took is late: everyone is rung by then."""
        begins = self.begins(urgent)
        return self.after[AGAIN] if begins == EVERYONE else self.after[EVERYONE] - self.after[begins]


_USUAL = MappingProxyType(
    {
        **dict.fromkeys(ALWAYS_URGENT, Rule(urgent=True)),
        "manager": Rule(start=LEAD),
        "complaint": Rule(start=LEAD),
    }
)
"""Where a reason's meaning asks for more than the usual ladder: a lead or manager is wanted at once."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rule of each reason. `special` holds those that differ from `usual`."""

    usual: Rule = Rule()
    special: Mapping[str, Rule] = field(default_factory=lambda: _USUAL)

    def of(self, reason: str) -> Rule:
        return self.special.get(reason, self.usual)

    @staticmethod
    def by_default(usual: Rule) -> Rules:
        """Those of a store whose usual rule has other times: what a reason means by itself stays."""
        special = {r: replace(usual, start=rule.start, urgent=rule.urgent) for r, rule in _USUAL.items()}
        return Rules(usual, MappingProxyType(special))

    def changed(self, reason: str, rule: Rule) -> Rules:
        """These with another rule for one reason. What is always urgent stays so; raises StaffError."""
        if reason not in REASONS:
            raise StaffError(f"There is no reason {reason!r}. Use one of: {', '.join(REASONS)}.")
        if reason in ALWAYS_URGENT and not rule.urgent:
            raise StaffError(f"{reason!r} is always urgent.")
        return Rules(self.usual, MappingProxyType({**self.special, reason: rule}))
