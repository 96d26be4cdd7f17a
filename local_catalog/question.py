"""From what a shopper asks to the terms by which products are found: what counts, how much, and what else it may be."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from local_catalog.lexicon import MISHEARD, MISSPELLED, STOP_WORDS, Lexicon
from local_catalog.matches import Matches, Way, merged
from local_catalog.postings import KIND_PHRASE, NAMED, OWN, Floats, Ints, Postings
from local_catalog.text import LONGEST_QUERY, Token, measure, parts, stems, tokens

_MOST_TERMS = 16
_MOST_PUT_RIGHT = 3
"""Unknown words of a question that suggestions are made for."""
_RARE_SHARE = 0.25
"""Of its weight that a word counts which is mostly said without meaning the product ('fresh', 'box')."""
_NUMBER_SHARE = 0.7
_AMOUNT_SHARE = 0.6
_SAME_THING = 0.97
"""What a synonym counts against the word itself; so do joined and split words."""
_LIKE_AMOUNTS = 0.03
"""Share by which two amounts may differ that are as good as the same."""
_BARE = 0.5
"""What the number of an amount counts without its unit."""
_BEGUN = 0.85
_SHORTEST_BEGUN = 3
_SHORTEST_HALF = 3
_SHORTEST_DOUBTED = 4
_WORDS_THAT_TELL = 3
"""Words in a question from which on a known word that goes with none of the others is doubted."""

_CONSONANT = re.compile(r"[^\Waeiou\d_]")
_PRICE = re.compile(r"[$£€]\s*\d+(?:[.,]\d+)?|\b\d+(?:[.,]\d+)?\s*(?:dollars?|bucks|cents?|usd)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A part of the question: its word as written, its weight, and the products that have it."""

    raw: str
    weight: float
    matches: Matches


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What is looked for; `corrected` is set if words were mended."""

    terms: tuple[Term, ...]
    pairs: tuple[Ints, ...]
    """For each two neighbouring words, the rows of products that have them as a phrase."""
    hints: tuple[Matches, ...]
    """For each word of questions that products have too ('with'): it decides only between what is else alike."""
    said: tuple[tuple[str, ...], ...]
    """All words that may name a product, as they are and in other words for the whole."""
    corrected: str | None


@dataclass(frozen=True, slots=True)
class _Reading:
    """Words in a row that a word may stand for, and the share of its weight that this counts."""

    run: tuple[str, ...]
    share: float
    begun: bool = False
    """The run is only the beginning of a word."""
    spelling: str | None = None
    """The word as it should have been written."""

    def postings(self, lexicon: Lexicon) -> Postings:
        """The products that have it."""
        return lexicon.postings(self.run, begun=self.begun)

    def way(self, lexicon: Lexicon) -> Way:
        """The same as a part of the question."""
        return Way(self.postings(lexicon), self.share, phrase=len(self.run) > 1)


@dataclass(slots=True)
class _Word:
    """A token on its way to a term."""

    token: Token
    role: str
    """content, rare or dropped."""
    norm: str
    """In index form, mended if need be."""
    readings: list[_Reading] = field(default_factory=list)
    doubtful: bool = False
    """Only one of the readings can be right."""
    mended: str | None = None

    @property
    def stem(self) -> str:
        """Of `norm`; '' for what the index does not keep, such as lone signs."""
        return next(iter(stems(self.norm)), "")


def content_words(text: str) -> tuple[str, ...]:
    """The words of a text that may name a product, lower case, in order."""
    words = _words(text)
    return tuple(word.token.raw.lower() for word in words if word.role == "content")


def understand(text: str, lexicon: Lexicon) -> Question:
    """Read a question. Its terms are empty if nothing in it can name a product."""
    words = _words(text)
    beside = sum(word.role == "content" for word in words) > 1
    for place, word in enumerate(words):
        if word.role == "content" and word.token.kind in ("word", "counted"):
            _look_up(word, lexicon, last=place == len(words) - 1, beside=beside)
        elif word.role == "content":
            word.readings = [_Reading((form,), 1.0) for form in (word.token.norm, *word.token.also)]
            word.readings.extend(_like_amounts(word, lexicon))
            if word.token.bare:
                word.readings.append(_Reading((word.token.bare,), _BARE))
        elif word.role == "rare" and lexicon.knows(word.stem):
            word.readings = [_Reading((word.norm,), 1.0)]
        _as_code(word, lexicon)
    _hear_together(words, lexicon)
    _settle(words, lexicon)
    _promote(words, lexicon)
    _put_together(words, lexicon)
    return _question(words, lexicon)


def suggestions(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The text with its unknown words put right in ways that are too far off to do so unasked; best first."""
    words = _words(text)
    asked = " ".join(word.token.raw for word in words)
    strange = [
        word for word in words if word.role == "content" and word.token.kind == "word" and _strange(word, lexicon)
    ]
    ways = [[(word, known) for known in lexicon.speller.suggest(word.norm)] for word in strange[:_MOST_PUT_RIGHT]]
    found = []
    for changes in itertools.zip_longest(*ways):
        right = {id(change[0]): change[1] for change in changes if change is not None}
        found.append(" ".join(right.get(id(word), word.token.raw) for word in words))
    return tuple(text for text in dict.fromkeys(found) if text != asked)


def _like_amounts(word: _Word, lexicon: Lexicon) -> Iterator[_Reading]:
    """Amounts that are as good as the same: a quart is sold as a liter."""
    if word.token.kind != "amount":
        return
    for form in (word.norm, *word.token.also):
        measured = measure(form)
        if measured is None:
            continue
        amount, unit = measured
        known = lexicon.amounts.get(unit, [])
        at = bisect.bisect_left(known, (amount * (1 - _LIKE_AMOUNTS), ""))
        until = bisect.bisect_right(known, (amount * (1 + _LIKE_AMOUNTS), ""))
        for other, name in known[at:until]:
            if other != amount:
                yield _Reading((name,), 1 - abs(other - amount) / amount)


def _words(text: str) -> list[_Word]:
    found = tokens(_PRICE.sub(" ", text[:LONGEST_QUERY]))
    norms = [token.norm for token in found]
    dropped = _stop_phrases(norms)
    words = []
    for place, token in enumerate(found):
        role = "content"
        if place in dropped or not stems(token.norm) or token.norm in STOP_WORDS.never:
            role = "dropped"
        elif token.norm in STOP_WORDS.rarely:
            role = "rare"
        words.append(_Word(token, role, token.norm))
    counted = [word for word in words if word.token.kind == "counted" and word.role == "content"]
    if any(w.role == "content" and w.token.kind == "word" for w in words):
        for word in counted:
            word.role = "rare"
    if not any(word.role == "content" for word in words):
        for place, word in enumerate(words):
            if word.role == "rare" and place not in dropped:
                word.role = "content"
    return words


def _stop_phrases(norms: list[str]) -> set[int]:
    dropped: set[int] = set()
    for phrase in STOP_WORDS.phrases:
        size = len(phrase)
        for at in range(len(norms) - size + 1):
            if tuple(norms[at : at + size]) == phrase:
                dropped.update(range(at, at + size))
    return dropped


def _look_up(word: _Word, lexicon: Lexicon, *, last: bool, beside: bool) -> None:
    """Find what a word may be: itself, two words written as one, the beginning of one, or misspelled."""
    norm = word.norm
    word.readings = [_Reading((word.norm,), 1.0)]
    if lexicon.knows(word.stem) or (word.stem,) in lexicon.synonyms.finds:
        return
    split = parts(norm)
    if split is not None and all(lexicon.knows(stem) for half in split for stem in stems(half)):
        word.readings = [_Reading(split, _SAME_THING)]
        return
    begun = len(norm) >= _SHORTEST_BEGUN and bool(len(lexicon.postings((norm,), begun=True).having(OWN)))
    readings = [_Reading((norm,), _BEGUN, begun=True)] if begun else []
    if not (last and begun):
        mended = [_Reading((known,), sure, spelling=known) for known, sure in lexicon.meant(norm, beside=beside)]
        halves = _halves(norm, lexicon) or (None if mended or readings else _mended_halves(norm, lexicon))
        if halves is not None:
            mended.insert(0, _Reading(halves, _SAME_THING, spelling=" ".join(halves)))
        readings = mended + readings
    if readings:
        word.readings = readings
        word.doubtful = True


def _as_code(word: _Word, lexicon: Lexicon) -> None:
    """A part of a model number that some product has, if need be with a slip, stands for all of it."""
    whole = word.token.whole
    if not whole or word.role == "dropped":
        return
    if lexicon.knows(whole):
        word.readings = [*(() if word.doubtful else word.readings), _Reading((whole,), 1.0)]
        word.doubtful = False
    elif word.doubtful or not lexicon.knows(word.stem):
        word.readings.extend(_Reading((near,), MISSPELLED) for near in lexicon.speller.mend(whole, most=1))


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


def _settle(words: list[_Word], lexicon: Lexicon) -> None:
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


def _choose(word: _Word, reading: _Reading) -> None:
    word.readings = [reading]
    word.mended = reading.spelling
    word.norm = reading.run[0]


def _doubt(word: _Word, sure: Floats, lexicon: Lexicon) -> None:
    """A word that no product has beside any of the others may be a slip of one that some product has."""
    rows = _rows(word, lexicon)
    alone = lexicon.weight(len(rows))
    if len(word.norm) < _SHORTEST_DOUBTED or not len(rows) or sure[rows].max() > alone * 1.001:
        return
    near = [(cost, known) for cost, known in lexicon.speller.near(word.norm) if 0 < cost <= 1]
    readings = [_Reading((known,), MISSPELLED, spelling=known) for _, known in near]
    best = max(readings, key=lambda reading: _fit(reading, sure, lexicon), default=None)
    if best is not None and _fit(best, sure, lexicon) > best.share * alone:
        _choose(word, best)


def _rows(word: _Word, lexicon: Lexicon) -> Ints:
    found = [reading.postings(lexicon).having(OWN) for reading in word.readings]
    if len(found) == 1:
        return found[0]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)


def _fit(reading: _Reading, sure: Floats, lexicon: Lexicon) -> float:
    """How much the best product with this reading has of the question's sure words."""
    rows = reading.postings(lexicon).having(OWN)
    return reading.share * float(sure[rows].max(initial=0.0))


def _hear_together(words: list[_Word], lexicon: Lexicon) -> None:
    """Two words of which one is not known may be one that was heard as two: 'ka chup'."""
    alone = sum(word.role == "content" for word in words) == 2
    for one, other in itertools.pairwise(words):
        both = (one, other)
        if not all(
            word.token.kind == "word" and word.role != "dropped" and _CONSONANT.search(word.norm) for word in both
        ):
            continue
        joined = one.norm + other.norm
        strange = sum(_strange(word, lexicon) for word in both)
        if strange == 1 and _mended_together(one, other, lexicon):
            continue
        if strange and lexicon.knows(next(iter(stems(joined)), "")):
            meant = [(joined, _SAME_THING)]
        else:
            near = lexicon.sounds.near(joined, most=1) if strange == len(both) or (strange and alone) else ()
            meant = [(known, MISHEARD) for known in near]
        for known, sure in meant if strange else ():
            for word, spelling in ((one, known), (other, "")):
                word.readings, word.doubtful = [_Reading((known,), sure, spelling=spelling)], True
                word.role = "content"


def _mended_together(one: _Word, other: _Word, lexicon: Lexicon) -> bool:
    """Whether the misspelled one of two words stands, put right, with the other in some product: 'peanut buter'."""
    if _strange(one, lexicon):
        ways = [(known, other.norm) for known, _ in lexicon.meant(one.norm, beside=True)]
    else:
        ways = [(one.norm, known) for known, _ in lexicon.meant(other.norm, beside=True)]
    return any(_stand_together(way, lexicon) for way in ways)


def _strange(word: _Word, lexicon: Lexicon) -> bool:
    return not lexicon.knows(word.stem) and (word.stem,) not in lexicon.synonyms.finds


def _promote(words: list[_Word], lexicon: Lexicon) -> None:
    """A word of little meaning means something beside a neighbour with which products have it: 'dog food'."""
    for one, other in itertools.pairwise(words):
        if {one.role, other.role} == {"content", "rare"} and _names_a_kind(lexicon.postings((one.norm, other.norm))):
            for word in (one, other):
                word.role = "content"
                word.readings = word.readings or [_Reading((word.norm,), 1.0)]


def _names_a_kind(phrase: Postings) -> bool:
    return bool(len(phrase.having(KIND_PHRASE)))


def _put_together(words: list[_Word], lexicon: Lexicon) -> None:
    """Neighbours that are one word in the catalog, such as 'tooth paste', may stand for that word."""
    for one, other in itertools.pairwise(words):
        if one.role == other.role == "content":
            joined = one.norm + other.norm
            if all(lexicon.knows(stem) for stem in stems(joined)):
                for word in (one, other):
                    word.readings.append(_Reading((joined,), _SAME_THING))


def _question(words: list[_Word], lexicon: Lexicon) -> Question:
    runs = _synonyms(words, lexicon)
    terms: dict[str, Term] = {}
    said: list[str] = []
    for word in words:
        if word.role == "dropped" or not word.readings or word.token.raw in terms:
            continue
        ways = [reading.way(lexicon) for reading in word.readings]
        same = _SAME_THING * (word.readings[0].share if word.mended is not None else 1.0)
        ways.extend(Way(lexicon.postings(run), same, len(run) > 1) for run in runs.get(id(word), ()))
        matches = merged(ways)
        weight = _weight(word, matches, lexicon)
        if weight:
            terms[word.token.raw] = Term(word.token.raw, weight, matches)
            said.append(word.norm)
    heaviest = sorted(terms.values(), key=lambda term: term.weight, reverse=True)[:_MOST_TERMS]
    pairs = [lexicon.postings(pair).having(OWN) for pair in list(itertools.pairwise(said))[:_MOST_TERMS]]
    corrected = None
    if any(word.mended for word in words):
        said_right = (word.token.raw if word.mended is None else word.mended for word in words)
        corrected = " ".join(part for part in said_right if part)
    hinted = dict.fromkeys(word.stem for word in words if word.role == "dropped")
    hints = [merged([Way(lexicon.postings((stem,)), 1.0, phrase=False)]) for stem in list(hinted)[:_MOST_TERMS] if stem]
    return Question(tuple(heaviest), tuple(pairs), tuple(hints), _said(words, lexicon), corrected)


def _said(words: list[_Word], lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    content = [word for word in words if word.role == "content" and word.token.kind != "amount"]
    others = lexicon.synonyms.finds.get(tuple(word.stem for word in content), ())
    return (tuple(word.norm for word in content), *others)


def _weight(word: _Word, matches: Matches, lexicon: Lexicon) -> float:
    own = matches.own
    weight = lexicon.weight(own or len(matches.rows))
    if word.role == "rare":
        return weight * _RARE_SHARE
    if word.token.kind == "number":
        return weight * _NUMBER_SHARE if own else 0.0
    if word.token.kind == "amount":
        return weight * _AMOUNT_SHARE if own else _AMOUNT_SHARE / 2
    return weight


def _synonyms(words: list[_Word], lexicon: Lexicon) -> dict[int, list[tuple[str, ...]]]:
    """By word (its id), the runs of stems that mean the same as a run of words around it."""
    table = lexicon.synonyms
    found: dict[int, list[tuple[str, ...]]] = {}
    said = [word for word in words if word.stem]
    for start in range(len(said)):
        for size in range(min(table.longest, len(said) - start), 0, -1):
            run = said[start : start + size]
            finds = table.finds.get(tuple(word.stem for word in run))
            if finds is None or (size == 1 and run[0].role == "dropped"):
                continue
            for word in run:
                if word.role != "dropped" or not any(w.role == "content" for w in run):
                    word.role = "content"
                    word.readings = word.readings or [_Reading((word.norm,), 1.0)]
                    found.setdefault(id(word), []).extend(finds)
            break
    return found
