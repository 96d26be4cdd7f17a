"""Known words that sound like one that is not known: what a recogniser made of a word, or who writes it by ear.

Letters become sounds by the rules of English spelling, as in Philips' Metaphone, but vowels are kept, roughly. Words of
the same consonants, or with one more, less or alike, are compared sound by sound; only close ones count.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path

_SHORTEST = 3
_LONGEST = 24

_RULES: tuple[tuple[str, str], ...] = (
    # At the start and at the end of a word.
    ("\nkn", "\nn"), ("\ngn", "\nn"), ("\npn", "\nn"), ("\nwr", "\nr"), ("\nps", "\ns"), ("\nrh", "\nr"),
    ("\nwh", "\nw"), ("\nx", "\nz"), ("\nmc", "\nmak"), ("\nts", "\ns"), ("\ntz", "\ns"), ("\nsch", "\nX"),
    ("mb\n", "m\n"), ("mbs\n", "ms\n"), ("igh\n", "i\n"), ("ough\n", "o\n"), ("augh\n", "af\n"), ("eau\n", "o\n"),
    ("eaux\n", "o\n"), ("sque\n", "sk\n"), ("que\n", "k\n"), ("ques\n", "ks\n"), ("tion\n", "Xun\n"),
    ("tions\n", "Xuns\n"), ("sion\n", "Xun\n"), ("sions\n", "Xuns\n"), ("cian\n", "Xun\n"), ("cious\n", "Xus\n"),
    ("tious\n", "Xus\n"), ("ture\n", "Xur\n"), ("sure\n", "Xur\n"), ("cher\n", "Xer\n"), ("gue\n", "g\n"),
    # Anywhere.
    ("tch", "X"), ("cch", "k"), ("chl", "kl"), ("chr", "kr"), ("sch", "sk"), ("ch", "X"), ("sh", "X"), ("ph", "f"),
    ("ght", "t"), ("gh", "g"), ("dge", "J"), ("dgi", "Ji"), ("dg", "J"), ("ck", "k"), ("cqu", "kw"), ("qu", "kw"),
    ("q", "k"), ("sce", "se"), ("sci", "si"), ("xce", "kse"), ("x", "ks"), ("cce", "kse"), ("cci", "ksi"),
    ("cia", "Xa"), ("tia", "Xa"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("c", "k"), ("ge", "Je"), ("gi", "Ji"),
    ("gy", "Jy"), ("j", "J"), ("z", "s"), ("th", "T"), ("wh", "w"), ("alf", "af"), ("pb", "b"), ("tion", "Xun"),
    ("mn\n", "m\n"), ("stle", "sl"), ("sten\n", "sen\n"), ("ll", "l"),
    # Vowels: those that sound alike become one letter, as a figure first, since two of these in a row are two sounds.
    ("ay", "1"), ("ai", "1"), ("ei", "1"), ("ey", "2"), ("ea", "2"), ("ee", "2"), ("ie", "2"), ("oa", "3"),
    ("oe", "3"), ("ow", "3"), ("au", "3"), ("aw", "3"), ("ou", "4"), ("oo", "4"), ("ue", "4"), ("ui", "4"),
    ("ew", "4"), ("eu", "4"), ("oi", "2"), ("oy", "2"), ("y", "i"),
    ("le\n", "el\n"), ("les\n", "els\n"),
)  # fmt: skip
_SILENT_E = re.compile(r"(?<=[a-zA-Z1-4][b-df-hj-np-tv-zA-Z])e(?=s?\n)")
_H = re.compile(r"(?<=[a-zA-Z1-4])h")
_DOUBLED = re.compile(r"([a-zA-Z])\1+")
_FIGURES = str.maketrans("1234", "eiou")
_NO_LETTER = re.compile(r"[^a-zA-Z\n]")
_VOWELS = re.compile(r"[aeiou]+")
_HARD_CH = re.compile(r"ch(?!$)")

_CONSONANTS = "bdfgklmnprstvwhTXJ"
_ALIKE = {
    frozenset(pair): cost
    for pair, cost in {
        "gJ": 0.3, "JX": 0.5, "sX": 0.6, "fT": 0.5, "tT": 0.3, "dT": 0.6, "fv": 0.4, "kg": 0.6, "td": 0.5, "bp": 0.6,
        "mn": 0.6, "kX": 0.6, "vw": 0.6, "dJ": 0.6, "bv": 0.6,
    }.items()
}  # fmt: skip
"""What one sound costs that was heard for another; any other consonant costs 1."""
_WEAK = "hwrn"
"""Consonants that are easily dropped or added within a word."""
_WEAK_COST = 0.6
_VOWEL_CHANGED, _VOWEL_ADDED = 0.3, 0.45
_FIRST = 1.5
"""How much more the first sound counts."""
_PER_SOUND = 0.13
"""Of the cost that two words may differ, for each sound of the shorter but one; with a single vowel it is another word
if that differs ('flute' and 'flat')."""


class Sounds:
    """Over known words. Building takes about 6 microseconds a word."""

    def __init__(self, words: Iterable[str]) -> None:
        known = [word for word in dict.fromkeys(words) if _SHORTEST <= len(word) <= _LONGEST and word.isalpha()]
        self._by_bones: dict[str, list[tuple[str, str]]] = {}
        """By their consonants, known words with their sounds."""
        there = frozenset(known)
        respelled = [(said, word) for word, ways in _said().items() if word in there for said in ways]
        respelled += [(_HARD_CH.sub("k", word), word) for word in known if _HARD_CH.search(word)]
        respelled += [(word.replace("ea", "e"), word) for word in known if "ea" in word]
        spellings = known + [said for said, _ in respelled]
        owners = known + [word for _, word in respelled]
        for owner, sound in zip(owners, _sounds(spellings), strict=True):
            self._by_bones.setdefault(_bones(sound), []).append((owner, sound))

    def near(self, word: str, most: int = 3) -> tuple[str, ...]:
        """The known words, other than itself, that sound like the word, nearest first; none if none is near."""
        plain = word.lower()
        if not _SHORTEST <= len(plain) <= _LONGEST or not plain.isalpha():
            return ()
        best: dict[str, tuple[float, int]] = {}
        for sound in dict.fromkeys(_sounds([plain, _HARD_CH.sub("k", plain)])):
            for bones in _near_bones(_bones(sound)):
                for known, other in self._by_bones.get(bones, ()):
                    limit = _limit(sound, other)
                    if known == plain or abs(len(sound) - len(other)) * _VOWEL_ADDED > limit:
                        continue
                    cost = _cost(sound, other, limit)
                    if cost <= limit:
                        best[known] = min(best.get(known, (9.0, 0)), (cost, abs(len(known) - len(plain))))
        return tuple(sorted(best, key=lambda known: (best[known], known))[:most])


@cache
def _said() -> dict[str, list[str]]:
    with (Path(__file__).parent / "words" / "sounds.toml").open("rb") as file:
        said: dict[str, list[str]] = tomllib.load(file)["said"]
    return said


def _sounds(words: list[str]) -> list[str]:
    """Of each word the sounds; all at once, since replacing in one long text is fastest."""
    if not words:
        return []
    text = "\n" + "\n\n".join(words) + "\n"
    for letters, sound in _RULES:
        text = text.replace(letters, sound)
    text = _SILENT_E.sub("", text).translate(_FIGURES)
    for pattern, sound in ((_H, ""), (_NO_LETTER, ""), (_DOUBLED, r"\1")):
        text = pattern.sub(sound, text)
    return text[1:-1].split("\n\n")


def _bones(sound: str) -> str:
    """The consonants, and a mark for a vowel in front; those often taken for each other are one letter."""
    bones = _VOWELS.sub("", sound).replace("T", "t").replace("J", "g")
    return ("a" if sound[:1] in "aeiou" else "") + bones


def _near_bones(bones: str) -> list[str]:
    """The bones themselves, and those with one consonant more, less or another in its place, if enough are left."""
    ways = [bones]
    if len(bones) < 3:
        return ways
    for at in range(len(bones)):
        ways.append(bones[:at] + bones[at + 1 :])
        for pair in _ALIKE:
            if bones[at] in pair:
                ways.extend(
                    bones[:at] + other + bones[at + 1 :] for other in pair if other not in (bones[at], "T", "J")
                )
    for at in range(1, len(bones) + 1):
        ways.extend(bones[:at] + more + bones[at:] for more in _CONSONANTS if more not in "TJ")
    return list(dict.fromkeys(ways))


def _limit(one: str, other: str) -> float:
    """The most that it may cost for the words to be taken for each other."""
    shorter = min(one, other, key=len)
    vowels = sum(sound in "aeiou" for sound in shorter)
    return _PER_SOUND * (len(shorter) - 1) if vowels > 1 else min(_PER_SOUND * (len(shorter) - 1), _VOWEL_CHANGED / 2)


def _cost(one: str, other: str, limit: float) -> float:
    """What it costs to turn the sounds of one word into those of the other; more than `limit` is not worked out."""
    if not one or not other:
        return 9.0
    before = [0.0]
    for sound in other:
        before.append(before[-1] + _dropped(sound))
    for at, a in enumerate(one):
        row = [before[0] + _dropped(a)]
        for to, b in enumerate(other):
            changed = before[to] + _changed(a, b) * (_FIRST if at == to == 0 else 1.0)
            row.append(min(changed, before[to + 1] + _dropped(a), row[-1] + _dropped(b)))
        if min(row) > limit:
            return 9.0
        before = row
    return before[-1] + _swapped(one, other)


def _dropped(sound: str) -> float:
    if sound in "aeiou":
        return _VOWEL_ADDED
    return _WEAK_COST if sound in _WEAK else 1.0


def _changed(one: str, other: str) -> float:
    if one == other:
        return 0.0
    vowels = (one in "aeiou") + (other in "aeiou")
    if vowels == 2:
        return _VOWEL_CHANGED
    return 2.0 if vowels else _ALIKE.get(frozenset((one, other)), 1.0)


def _swapped(one: str, other: str) -> float:
    """Nothing where consonants keep their order; words with the same letters in another order are other words."""
    order = [other.find(sound) for sound in one if sound not in "aeiou" and other.count(sound) == 1]
    return 0.5 * sum(a > b for a, b in pairwise(order))
