"""The phrases of the store that may be inside a text that was misheard: those that sound most like a part of it.

Each phrase is laid against every part of the text, phone by phone (Sellers 1980, "The theory and computation of
evolutionary distances": Levenshtein's distance with free ends), with the costs of voice/phones.py. All phrases are
reckoned at once, the longest first, so that the rows of the table grow shorter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from voice.phones import CHANGE, GONE, SIGNS, distance, signs
from voice.pronounce import Pronouncer, plain_words

_UNIT = 100
"""Costs are whole numbers of this part of 1, so that they fit into 16 bits."""
_HEARD = 0.65
"""What of a phrase must be in a text: of 60 names 52 are then among the first hundred, 49 with .5, 44 with .8."""
_FEW = 8_000
"""Phrases that the further texts are compared with, the nearest of the first one. Of 60 names 49 are then right, with
1,000 phrases 48."""
_FEWEST = 3
"""Phones of a phrase that is looked for; shorter ones are in everything."""

Costs = npt.NDArray[np.int16]

_ORDER = {sign: number for number, sign in enumerate(SIGNS.values())}
_CHANGES: Costs = np.array([[round(CHANGE[a][b] * _UNIT) for b in _ORDER] for a in _ORDER], np.int16)
_GONES: Costs = np.array([round(GONE[sign] * _UNIT) for sign in _ORDER], np.int16)


class Nearest:
    """Made once for a catalog version."""

    def __init__(self, phrases: Sequence[str], pronouncer: Pronouncer, longest: int) -> None:
        """`phrases`: most wanted first; `longest`: words of a phrase that count."""
        self._pronouncer = pronouncer
        sounds = [(self._sound(plain_words(phrase)[:longest]), phrase) for phrase in phrases]
        found = sorted((one for one in sounds if len(one[0]) >= _FEWEST), key=lambda one: -len(one[0]))
        self._phrases = [phrase for _, phrase in found]
        self._codes = [np.array([_ORDER[sign] for sign in sound], np.uint8) for sound, _ in found]

    def of(self, texts: Iterable[str], most: int) -> list[tuple[str, float]]:
        """The phrases nearest to one of some texts, the likeliest of which is the first; best first.

        Each with what it costs to find it in the text, in phones of another kind; less is better, also below 0.
        """
        heard = list(dict.fromkeys(self._sound(plain_words(text)) for text in texts))
        if not heard or not self._codes:
            return []
        kept = np.arange(len(self._codes))
        table = _Table(self._codes)
        score = table.worst(heard[0])
        if len(heard) > 1:
            kept = np.sort(np.argsort(score, kind="stable")[:_FEW])
            score = score[kept]
            table = _Table([self._codes[at] for at in kept])
            for sound in heard[1:]:
                np.minimum(score, table.worst(sound), out=score)
        best = np.argsort(score, kind="stable")[:most]
        return [(self._phrases[kept[at]], float(score[at]) / _UNIT) for at in best]

    def unlike(self, text: str, other: str) -> float:
        """How different two texts sound, 0 to 1: the distance of their phones for each phone of the longer one."""
        one, two = self._sound(plain_words(text)), self._sound(plain_words(other))
        return min(1.0, distance(one, two) / max(len(one), len(two), 1))

    def _sound(self, words: Iterable[str]) -> str:
        return "".join(signs(ways[0]) for word in words if (ways := self._pronouncer.of(word)))


class _Table:
    """Phrases of codes, the longest first, to lay texts against."""

    def __init__(self, codes: Sequence[npt.NDArray[np.uint8]]) -> None:
        sizes = np.array([len(code) for code in codes])
        self._rows = [np.array([code[at] for code in codes[: int((sizes > at).sum())]]) for at in range(int(sizes[0]))]
        self._gone = [_GONES[row] for row in self._rows]
        self._ends = [int((sizes > at + 1).sum()) for at in range(int(sizes[0]))]
        """Of each row, where the phrases begin that end with it."""
        self._whole = np.array([_GONES[code].sum() for code in codes], np.int32)

    def worst(self, sound: str) -> npt.NDArray[np.float64]:
        """What it costs to find each phrase somewhere in a text, less what of it must be there; less is better."""
        first = np.zeros(len(self._whole), np.int16)
        before: list[Costs] = [first]
        for row, gone in zip(self._rows, self._gone, strict=True):
            before.append(before[-1][: len(row)] + gone)
        best = np.concatenate([row[end:] for row, end in zip(before[1:], self._ends, strict=True)][::-1])
        changes: dict[int, list[Costs]] = {}
        for sign in sound:
            code = _ORDER[sign]
            if code not in changes:
                changes[code] = [_CHANGES[code][row] for row in self._rows]
            added = _GONES[code]
            now = [first]
            ended = []
            for at, change in enumerate(changes[code]):
                size = len(change)
                cell = before[at][:size] + change
                np.minimum(cell, before[at + 1] + added, out=cell)
                np.minimum(cell, now[at][:size] + self._gone[at], out=cell)
                now.append(cell)
                ended.append(cell[self._ends[at] :])
            np.minimum(best, np.concatenate(ended[::-1]), out=best)
            before = now
        return best - _HEARD * self._whole
