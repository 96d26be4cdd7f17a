"""What words may be that the catalog does not know: misspelled, misheard, run together, torn apart, unfinished."""

from __future__ import annotations

import itertools
import re

import numpy as np

from local_catalog.asked import Reading, Word
from local_catalog.lexicon import MISHEARD, MISSPELLED, SAME_THING, Lexicon
from local_catalog.postings import NAMED, OWN, Floats, Ints
from local_catalog.stopwords import STOP_WORDS
from local_catalog.text import parts, stems

_BEGUN = 0.85
"""What a word counts of which only the beginning is there."""
_SHORTEST_BEGUN = 3
_SHORTEST_HALF = 3
_SHORTEST_DOUBTED = 4
_WORDS_THAT_TELL = 3
"""Words in a question from which on a known word that goes with none of the others is doubted."""
_MOST_MENDED = 12
"""Unknown words of a question that are looked for; who says more of them asks for nothing that a shop has."""

_CONSONANT = re.compile(r"[^\Waeiou\d_]")


def mend(words: list[Word], lexicon: Lexicon) -> None:
    """Give each word that may name a product its readings, and of those that are in doubt one."""
    beside = sum(word.role == "content" for word in words) > 1
    left = _MOST_MENDED
    for place, word in enumerate(words):
        if word.role == "content" and word.token.kind in ("word", "counted"):
            word.readings = [Reading((word.norm,), 1.0)]
            if left and word.is_strange(lexicon):
                left -= 1
                _look_up(word, lexicon, last=place == len(words) - 1, beside=beside)
        _as_code(word, lexicon)
    if left:
        _hear_together(words, lexicon)
    _settle(words, lexicon)


def _look_up(word: Word, lexicon: Lexicon, *, last: bool, beside: bool) -> None:
    """Find what an unknown word may be: two words written as one, the beginning of one, or misspelled."""
    norm = word.norm
    split = parts(norm)
    if split is not None and all(lexicon.knows(stem) for half in split for stem in stems(half)):
        word.readings = [Reading(split, SAME_THING)]
        return
    begun = len(norm) >= _SHORTEST_BEGUN and bool(len(lexicon.postings((norm,), begun=True).having(OWN)))
    readings = [Reading((norm,), _BEGUN, begun=True)] if begun else []
    if not (last and begun):
        mended = [Reading((known,), sure, spelling=known) for known, sure in lexicon.meant(norm, beside=beside)]
        halves = _halves(norm, lexicon) or (None if mended or readings else _mended_halves(norm, lexicon))
        if halves is not None:
            mended.insert(0, Reading(halves, SAME_THING, spelling=" ".join(halves)))
        readings = mended + readings
    if readings:
        word.readings = readings
        word.doubtful = True


def _as_code(word: Word, lexicon: Lexicon) -> None:
    """A part of a model number that some product has, if need be with a slip, stands for all of it."""
    whole = word.token.whole
    if not whole or word.role == "dropped":
        return
    if lexicon.knows(whole):
        word.readings = [*(() if word.doubtful else word.readings), Reading((whole,), 1.0)]
        word.doubtful = False
    elif word.doubtful or not lexicon.knows(word.stem):
        word.readings.extend(Reading((near,), MISSPELLED) for near in lexicon.speller.mend(whole, most=1))


def _halves(norm: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Two words in a row of some product that were written as one; of several ways the most even."""
    ways = []
    for at in range(1, len(norm)):
        halves = norm[:at], norm[at:]
        if len(max(halves, key=len)) >= _SHORTEST_HALF and _stand_together(halves, lexicon):
            ways.append((abs(len(norm) - 2 * at), halves))
    return min(ways)[1] if ways else None


def _mended_halves(norm: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """The same where one of the halves is misspelled: 'papertowl'."""
    for at in range(_SHORTEST_HALF, len(norm) - _SHORTEST_HALF + 1):
        halves = norm[:at], norm[at:]
        for right, wrong in (halves, halves[::-1]):
            if len(right) <= _SHORTEST_HALF or not all(lexicon.knows(stem) for stem in stems(right)):
                continue
            for known in lexicon.speller.mend(wrong):
                mended = (right, known) if right == halves[0] else (known, right)
                if _stand_together(mended, lexicon):
                    return mended
    return None


def _stand_together(halves: tuple[str, str], lexicon: Lexicon) -> bool:
    known = all(lexicon.knows(stem) for half in halves for stem in stems(half))
    return known and bool(len(lexicon.postings(halves).having(NAMED)))


def _settle(words: list[Word], lexicon: Lexicon) -> None:
    """Of several readings take the one that goes best with the other words; a word of questions is dropped."""
    content = [word for word in words if word.role == "content"]
    sure = np.zeros(len(lexicon.shelves), np.float32)
    for word in content:
        if not word.doubtful or len(word.readings) == 1:
            rows = _rows(word, lexicon)
            sure[rows] += lexicon.weight(len(rows))
    for word in content:
        if word.doubtful:
            _choose(word, max(word.readings, key=lambda reading: _fit(reading, sure, lexicon)))
        elif len(content) >= _WORDS_THAT_TELL and word.token.kind == "word":
            _doubt(word, sure, lexicon)
    for word in words:
        if word.mended in STOP_WORDS.never:
            word.role, word.mended, word.readings = "dropped", None, []


def _choose(word: Word, reading: Reading) -> None:
    word.readings = [reading]
    word.mended = reading.spelling
    word.norm = reading.run[0]


def _doubt(word: Word, sure: Floats, lexicon: Lexicon) -> None:
    """A word that no product has beside any of the others may be a slip of one that some product has."""
    rows = _rows(word, lexicon)
    alone = lexicon.weight(len(rows))
    if len(word.norm) < _SHORTEST_DOUBTED or not len(rows) or sure[rows].max() > alone * 1.001:
        return
    near = [(cost, known) for cost, known in lexicon.speller.near(word.norm) if 0 < cost <= 1]
    readings = [Reading((known,), MISSPELLED, spelling=known) for _, known in near]
    best = max(readings, key=lambda reading: _fit(reading, sure, lexicon), default=None)
    if best is not None and _fit(best, sure, lexicon) > best.share * alone:
        _choose(word, best)


def _rows(word: Word, lexicon: Lexicon) -> Ints:
    found = [reading.postings(lexicon).having(OWN) for reading in word.readings]
    if len(found) == 1:
        return found[0]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)


def _fit(reading: Reading, sure: Floats, lexicon: Lexicon) -> float:
    """How much the best product with this reading has of the question's sure words."""
    rows = reading.postings(lexicon).having(OWN)
    return reading.share * float(sure[rows].max(initial=0.0))


def _hear_together(words: list[Word], lexicon: Lexicon) -> None:
    """Two words of which one is not known may be one that was heard as two: 'ka chup'."""
    alone = sum(word.role == "content" for word in words) == 2
    for one, other in itertools.pairwise(words):
        both = (one, other)
        if not all(
            word.token.kind == "word" and word.role != "dropped" and _CONSONANT.search(word.norm) for word in both
        ):
            continue
        joined = one.norm + other.norm
        strange = sum(word.is_strange(lexicon) for word in both)
        if strange == 1 and _mended_together(one, other, lexicon):
            continue
        if strange and lexicon.knows(next(iter(stems(joined)), "")):
            meant = [(joined, SAME_THING)]
        else:
            near = lexicon.sounds.near(joined, most=1) if strange == len(both) or (strange and alone) else ()
            meant = [(known, MISHEARD) for known in near]
        for known, sure in meant if strange else ():
            for word, spelling in ((one, known), (other, "")):
                word.readings, word.doubtful = [Reading((known,), sure, spelling=spelling)], True
                word.role = "content"


def _mended_together(one: Word, other: Word, lexicon: Lexicon) -> bool:
    """Whether the misspelled one of two words stands, put right, with the other in some product: 'peanut buter'."""
    if one.is_strange(lexicon):
        ways = [(known, other.norm) for known, _ in lexicon.meant(one.norm, beside=True)]
    else:
        ways = [(one.norm, known) for known, _ in lexicon.meant(other.norm, beside=True)]
    return any(_stand_together(way, lexicon) for way in ways)
