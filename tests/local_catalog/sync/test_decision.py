"""Random histories of an HQ and its kiosks, over the part that decides."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule

from local_catalog.sync.decision import (
    ROWS_SHOWN,
    Held,
    Link,
    Listing,
    Outcome,
    Release,
    Stay,
    Take,
    decide,
    in_share,
)

READS = 2
SNAPSHOT = 1000


@dataclass
class Kiosk:
    name: str
    held: Held | None = None
    previous: Held | None = None
    bad: dict[int, str] = field(default_factory=dict)
    left: set[int] = field(default_factory=set)
    """Numbers that it must never take again."""


def rows(number: int) -> str:
    return f"{number:016x}".ljust(64, "0")


def release(number: int, **told: object) -> Release:
    usual = Release(number, f"v{number}", rows(number), READS, 1000, 100, False, f"{number}.db.zst", SNAPSHOT, 5000)
    return replace(usual, **told)  # type: ignore[arg-type]


class Fleet(RuleBasedStateMachine):
    kiosks: Bundle[Kiosk] = Bundle("kiosks")

    def __init__(self) -> None:
        super().__init__()
        self.releases: list[Release] = []
        """All that were ever published."""
        self.listed: list[Release] = []
        self.links: list[Link] = []
        self.all: list[Kiosk] = []

    @initialize(target=kiosks, many=st.integers(1, 4))
    def opens(self, many: int) -> object:
        self.all = [Kiosk(f"kiosk-{number}") for number in range(many)]
        return multiple(*self.all)

    @rule(
        share=st.sampled_from([0, 10, 50, 100, 100]),
        newer=st.booleans(),
        length=st.integers(1, 1500),
        linked=st.booleans(),
        products=st.sampled_from([1000, 900, 400]),
    )
    def publish(self, share: int, newer: bool, length: int, linked: bool, products: int) -> None:
        before = self.releases[-1] if self.releases else None
        number = before.number + 1 if before else 1
        fewer = before is not None and products * 2 < before.products
        new = release(number, share=share, format=READS + (newer and number % 7 == 0), products=products, fewer=fewer)
        self.releases.append(new)
        for_all = [old for old in self.listed if old.share == 100][-1:]
        self.listed = [new] if share == 100 else [*for_all, new]
        if before and linked:
            link = Link(before.rows[:ROWS_SHOWN], new.rows[:ROWS_SHOWN], f"{number - 1}-{number}.patch", length)
            self.links = [*self.links, link][-4:]

    @rule(share=st.integers(0, 100))
    def widen(self, share: int) -> None:
        if self.listed:
            newest = replace(self.listed[-1], share=share)
            self.listed[-1] = self.releases[-1] = newest

    @rule(kiosk=kiosks, fit=st.sampled_from([True, True, True, False]), patchable=st.booleans())
    def sync(self, kiosk: Kiosk, fit: bool, patchable: bool) -> None:
        listing = Listing(tuple(self.listed), tuple(self.links))
        told = decide(listing, kiosk.held, kiosk.bad, kiosk_id=kiosk.name, reads=READS, patchable=patchable)
        if isinstance(told, Stay):
            self._stays_rightly(kiosk, told)
            return
        self._takes_rightly(kiosk, told, patchable)
        taken = told.release
        if not fit:
            kiosk.bad[taken.number] = "it failed"
            kiosk.left.add(taken.number)
            return
        kiosk.previous, kiosk.held = kiosk.held, Held(taken.number, taken.version, taken.rows, taken.products)
        kiosk.bad = {number: why for number, why in kiosk.bad.items() if number > taken.number}

    @rule(kiosk=kiosks)
    def go_back(self, kiosk: Kiosk) -> None:
        if kiosk.held and kiosk.previous:
            kiosk.bad[kiosk.held.number] = "staff went back"
            kiosk.left.add(kiosk.held.number)
            kiosk.held, kiosk.previous = kiosk.previous, None

    def _takes_rightly(self, kiosk: Kiosk, told: Take, patchable: bool) -> None:
        taken = told.release
        assert taken in self.listed
        assert kiosk.held is None or taken.number > kiosk.held.number
        assert taken.number not in kiosk.left
        assert in_share(kiosk.name, taken.version, taken.share)
        assert taken.format <= READS
        for other in self.listed:
            if other.number > taken.number:
                assert other.number in kiosk.bad or other.format > READS or not in_share(
                    kiosk.name, other.version, other.share
                ) or (kiosk.held and other.products * 2 < kiosk.held.products)  # fmt: skip
        if told.links:
            assert patchable
            assert kiosk.held is not None
            way = [kiosk.held.rows[:ROWS_SHOWN], *(link.after for link in told.links)]
            assert [link.before for link in told.links] == way[:-1]
            assert way[-1] == taken.rows[:ROWS_SHOWN]
            assert sum(link.length for link in told.links) < taken.length

    def _stays_rightly(self, kiosk: Kiosk, told: Stay) -> None:
        assert told.message
        newest = self.listed[-1] if self.listed else None
        match told.outcome:
            case Outcome.UP_TO_DATE:
                assert newest is None or (kiosk.held and kiosk.held.number == newest.number)
            case Outcome.SKIPPED:
                assert newest is not None
                assert newest.number in kiosk.bad
            case Outcome.HELD_BACK:
                assert newest is not None
                assert newest.share < 100
            case Outcome.TOO_NEW:
                assert newest is not None
                assert newest.format > READS
            case _:
                assert told.outcome is Outcome.REFUSED

    @invariant()
    def a_share_is_of_kiosks(self) -> None:
        for kiosk in self.all:
            for number in (1, 2, 3):
                assert not in_share(kiosk.name, f"v{number}", 0)
                assert in_share(kiosk.name, f"v{number}", 100)


TestFleet = Fleet.TestCase
TestFleet.settings = settings(max_examples=120, stateful_step_count=25, deadline=None)


def test_the_cheapest_chain_is_taken() -> None:
    def link(before: int, after: int, length: int) -> Link:
        return Link(rows(before)[:ROWS_SHOWN], rows(after)[:ROWS_SHOWN], f"{before}-{after}", length)

    links = (link(1, 2, 100), link(2, 3, 100), link(3, 4, 100), link(1, 4, 350), link(2, 4, 150), link(4, 1, 1))
    told = decide(Listing((release(4),), links), Held(1, "v1", rows(1), 1000), {}, kiosk_id="k", reads=READS)
    assert isinstance(told, Take)
    assert [found.target for found in told.links] == ["1-2", "2-4"]
    dear = tuple(replace(found, length=found.length * 10) for found in links)
    told = decide(Listing((release(4),), dear), Held(1, "v1", rows(1), 1000), {}, kiosk_id="k", reads=READS)
    assert isinstance(told, Take)
    assert told.links == ()


def test_a_share_grows_and_never_loses_a_kiosk() -> None:
    names = [f"kiosk-{number}" for number in range(2000)]
    taken: set[str] = set()
    for share in (0, 1, 10, 50, 99, 100):
        now = {name for name in names if in_share(name, "v7", share)}
        assert taken <= now
        assert abs(len(now) / len(names) - share / 100) < 0.04
        taken = now
    assert {name for name in names if in_share(name, "v8", 10)} != {name for name in names if in_share(name, "v7", 10)}
