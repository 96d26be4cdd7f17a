"""From what a shopper asks to the terms by which products are found: what counts, how much, and what else it may be."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from local_catalog.asked import Reading, Word, words_of
from local_catalog.lexicon import SAME_THING, Lexicon
from local_catalog.matches import Matches, Way, merged
from local_catalog.mending import mend
from local_catalog.postings import KIND_PHRASE, OWN, Ints, Postings
from local_catalog.text import measure, stems

_MOST_TERMS = 16
_MOST_PUT_RIGHT = 3
"""Unknown words of a question that suggestions are made for."""
_RARE_SHARE = 0.25
"""Of its weight that a word counts which is mostly said without meaning the product ('fresh', 'box')."""
_NUMBER_SHARE = 0.7
_AMOUNT_SHARE = 0.6
_LIKE_AMOUNTS = 0.03
"""Share by which two amounts may differ that are as good as the same."""
_BARE = 0.5
"""What the number of an amount counts without its unit."""


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


def understand(text: str, lexicon: Lexicon) -> Question:
    """Read a question. Its terms are empty if nothing in it can name a product."""
    words = words_of(text)
    for word in words:
        if word.role == "content" and word.token.kind in ("number", "amount"):
            word.readings = [Reading((form,), 1.0) for form in (word.token.norm, *word.token.also)]
            word.readings.extend(_like_amounts(word, lexicon))
            if word.token.bare:
                word.readings.append(Reading((word.token.bare,), _BARE))
        elif word.role == "rare" and lexicon.knows(word.stem):
            word.readings = [Reading((word.norm,), 1.0)]
    mend(words, lexicon)
    _promote(words, lexicon)
    _put_together(words, lexicon)
    return _question(words, lexicon)


def suggestions(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The text with its unknown words put right in ways that are too far off to do so unasked; best first."""
    words = words_of(text)
    asked = " ".join(word.token.raw for word in words)
    strange = [w for w in words if w.role == "content" and w.token.kind == "word" and w.is_strange(lexicon)]
    ways = [[(word, known) for known in lexicon.speller.suggest(word.norm)] for word in strange[:_MOST_PUT_RIGHT]]
    found = []
    for changes in itertools.zip_longest(*ways):
        right = {id(change[0]): change[1] for change in changes if change is not None}
        found.append(" ".join(right.get(id(word), word.token.raw) for word in words))
    return tuple(text for text in dict.fromkeys(found) if text != asked)


def _like_amounts(word: Word, lexicon: Lexicon) -> Iterator[Reading]:
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
                yield Reading((name,), 1 - abs(other - amount) / amount)


def _promote(words: list[Word], lexicon: Lexicon) -> None:
    """A word of little meaning means something beside a neighbour with which products have it: 'dog food'."""
    for one, other in itertools.pairwise(words):
        if {one.role, other.role} == {"content", "rare"} and _names_a_kind(lexicon.postings((one.norm, other.norm))):
            for word in (one, other):
                word.role = "content"
                word.readings = word.readings or [Reading((word.norm,), 1.0)]


def _names_a_kind(phrase: Postings) -> bool:
    return bool(len(phrase.having(KIND_PHRASE)))


def _put_together(words: list[Word], lexicon: Lexicon) -> None:
    """Neighbours that are one word in the catalog, such as 'tooth paste', may stand for that word."""
    for one, other in itertools.pairwise(words):
        if one.role == other.role == "content":
            joined = one.norm + other.norm
            if all(lexicon.knows(stem) for stem in stems(joined)):
                for word in (one, other):
                    word.readings.append(Reading((joined,), SAME_THING))


def _question(words: list[Word], lexicon: Lexicon) -> Question:
    runs = _synonyms(words, lexicon)
    terms: dict[str, Term] = {}
    said: list[str] = []
    for word in words:
        if word.role == "dropped" or not word.readings or word.token.raw in terms:
            continue
        ways = [reading.way(lexicon) for reading in word.readings]
        same = SAME_THING * (word.readings[0].share if word.mended is not None else 1.0)
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


def _said(words: list[Word], lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    content = [word for word in words if word.role == "content" and word.token.kind != "amount"]
    others = lexicon.synonyms.finds.get(tuple(word.stem for word in content), ())
    return (tuple(word.norm for word in content), *others)


def _weight(word: Word, matches: Matches, lexicon: Lexicon) -> float:
    own = matches.own
    weight = lexicon.weight(own or len(matches.rows))
    if word.role == "rare":
        return weight * _RARE_SHARE
    if word.token.kind == "number":
        return weight * _NUMBER_SHARE if own else 0.0
    if word.token.kind == "amount":
        return weight * _AMOUNT_SHARE if own else _AMOUNT_SHARE / 2
    return weight


def _synonyms(words: list[Word], lexicon: Lexicon) -> dict[int, list[tuple[str, ...]]]:
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
                # A word of questions is a part of it too: a 'pack of cards', 'no salt butter'.
                word.role = "content"
                word.readings = word.readings or [Reading((word.norm,), 1.0)]
                found.setdefault(id(word), []).extend(finds)
            break
    return found
