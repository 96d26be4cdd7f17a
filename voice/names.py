"""The names of things as shoppers say them: whole and in part, one and many, written as the catalog writes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from voice.carriers import Words
from voice.pronounce import Pronouncer, plain_words

_HALF_WANTED = 2_000
"""Rank at which a name is half as likely to be said as the first."""
_WHOLE = 0.5
"""How often a name of several words is said whole; the parts of it share the rest."""
_OTHER_NUMBER = 0.1
"""How often "breads" is said for "bread", or "egg" for "eggs"."""
_LONGEST_PART = 5
_LINKS = frozenset("a an and at by de for from in of on or the to with without plus per percent".split())  # noqa: SIM905
"""Words with which no part of a name begins or ends."""


def spoken_names(phrases: Sequence[str], pronouncer: Pronouncer) -> dict[Words, float]:
    """What may be said for the names, with probabilities that add up to 1. `phrases`: most wanted first."""
    ranked: dict[Words, float] = {}
    for rank, phrase in enumerate(phrases):
        words = tuple(word for word in plain_words(phrase) if pronouncer.of(word))
        if words:
            ranked.setdefault(words, 1 / (1 + rank / _HALF_WANTED))
    joined = _compounds(ranked, pronouncer)
    said: dict[Words, float] = defaultdict(float)
    for words, weight in ranked.items():
        parted = tuple(part for word in words for part in joined.get(word, (word,)))
        _add(said, parted, weight)
        if other := other_number(parted[-1], pronouncer):
            _add(said, (*parted[:-1], other), weight * _OTHER_NUMBER)
    total = sum(said.values())
    return {words: weight / total for words, weight in said.items()}


def _add(said: dict[Words, float], words: Words, weight: float) -> None:
    """A name and its parts: "liquid laundry detergent" is also asked for as "laundry detergent"."""
    parts = [
        words[a:b]
        for a in range(len(words))
        for b in range(a + 1, min(a + _LONGEST_PART, len(words)) + 1)
        if b - a < len(words) and words[a] not in _LINKS and words[b - 1] not in _LINKS
    ]
    said[words] += weight * (_WHOLE if parts else 1.0)
    for part in parts:
        said[part] += weight * (1 - _WHOLE) / len(parts)


def _compounds(ranked: Mapping[Words, float], pronouncer: Pronouncer) -> dict[str, Words]:
    """Words that sound like two others of the names, which are written apart at least as often: oatmilk, oat milk."""
    alone: dict[str, float] = defaultdict(float)
    pairs: dict[Words, float] = defaultdict(float)
    for words, weight in ranked.items():
        for word in set(words):
            alone[word] += weight
        for pair in set(pairwise(words)):
            if not _LINKS.intersection(pair):
                pairs[pair] += weight
    sounds: dict[str, Words] = {}
    for pair in sorted(pairs, key=lambda pair: pairs[pair]):
        sounds[pair[0] + pair[1]] = pair
        for first in pronouncer.of(pair[0]):
            for second in pronouncer.of(pair[1]):
                sounds[f"{first} {second}"] = pair
    found: dict[str, Words] = {}
    for word, weight in alone.items():
        for sound in (word, *pronouncer.of(word)):
            same = sounds.get(sound)
            if same is not None and pairs[same] >= weight:
                found[word] = same
    return found


def other_number(word: str, pronouncer: Pronouncer) -> str | None:
    """The plural of a singular and the other way round, if the dictionary has it."""
    tries: list[str] = []
    if word.endswith("ies"):
        tries.append(word[:-3] + "y")
    if word.endswith("es"):
        tries.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        tries.append(word[:-1])
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        tries.append(word[:-1] + "ies")
    elif word.endswith(("s", "x", "ch", "sh")):
        tries.append(word + "es")
    else:
        tries += [word + "s", word + "es"]
    return next((other for other in tries if len(other) > 2 and pronouncer.knows(other)), None)
