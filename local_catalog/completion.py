"""Goes on from what was typed: names, categories and brands that begin so, with a mistyped beginning mended."""

from __future__ import annotations

import bisect
from collections.abc import Iterable

from local_catalog.speller import Speller, common_start
from local_catalog.text import spoken

_LONGEST = 80
_LATER_WORD_LOSS = 200
"""What a phrase loses, of popularity's 1000, when the match is not at its start."""
_KINDS = {"category": 150, "name": 100, "brand": 0, "brand_name": -600}
"""Which phrases are shown, and what each kind gains in popularity."""


class Completer:
    """Over the phrases of a catalog: (text, kind, how much wanted)."""

    def __init__(self, phrases: Iterable[tuple[str, str, int]]) -> None:
        starts: list[tuple[str, int, str]] = []
        counted: dict[str, int] = {}
        for text, kind, wanted in phrases:
            gain = _KINDS.get(kind)
            words = spoken(text).split()
            if gain is None:
                continue
            starts.extend(
                (" ".join(words[place:]), wanted + gain - _LATER_WORD_LOSS * (place > 0), text)
                for place in range(len(words) if kind != "brand_name" else 1)
            )
            for word in words:
                counted[word] = counted.get(word, 0) + 1
        self._starts = sorted(starts)
        self._keys = [start for start, _, _ in self._starts]
        self._words = sorted(counted)
        self._speller = Speller(counted)
        self._known = frozenset(counted)

    def complete(self, prefix: str, limit: int) -> tuple[str, ...]:
        """At most `limit` phrases, most wanted first; none for an empty prefix."""
        typed = spoken(prefix[:_LONGEST])
        if not typed:
            return ()
        found = self._beginning(typed, limit)
        if not found:
            for mended in self._mended(typed):
                found += [text for text in self._beginning(mended, limit) if text not in found]
        return tuple(found[:limit])

    def _beginning(self, typed: str, limit: int) -> list[str]:
        best: dict[str, tuple[int, str]] = {}
        for at in range(bisect.bisect_left(self._keys, typed), len(self._starts)):
            start, wanted, text = self._starts[at]
            if not start.startswith(typed):
                break
            said = spoken(text)
            if said not in best or wanted > best[said][0]:
                best[said] = (wanted, text)
        ranked = sorted(best.values(), key=lambda rated: (-rated[0], len(rated[1]), rated[1]))
        return [text for _, text in ranked[:limit]]

    def _mended(self, typed: str) -> list[str]:
        """What may have been meant: whole words misspelled, the last one perhaps unfinished."""
        *whole, last = typed.split()
        front = [word if word in self._known else next(iter(self._speller.mend(word, most=1)), word) for word in whole]
        ways = [last]
        if last not in self._known:
            at = bisect.bisect_left(self._words, last[0])
            until = bisect.bisect_right(self._words, last[0] + "\uffff")
            near = common_start(last, self._words[at:until]) if len(last) > 2 else []
            ways = [*self._speller.mend(last), *near, last]
        return [" ".join((*front, way)) for way in dict.fromkeys(ways)]
