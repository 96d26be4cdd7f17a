"""A transcript mended towards the store's words by how it sounds: "me dough farm milk" is Meadow Farm milk.

A recogniser that knows all of English writes a name that it does not know as usual words that sound alike. Runs of up
to four words of a transcript are compared with the words and pairs of words of the catalog, phone by phone (Levenshtein
distance, https://en.wikipedia.org/wiki/Levenshtein_distance, where phones that are easily taken for each other cost
little). A run is replaced by the nearest name when that is the better reading: how near the name is, how far behind the
next one, whether it stands beside the same neighbours in the catalog, and how usual the words are as they stand and
side by side (data/usual_en.txt) are weighed, with weights fitted to right and misheard transcripts
(bench/correction.py --fit). Words that stand side by side in the catalog are right already. English only: the phones
are those of the CMU dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

from voice.carriers import carriers
from voice.phones import GONE, VOWELS, distance, signs
from voice.pronounce import Own, Pronouncer, plain_words

_LONGEST = 4
"""Words of a transcript that may be one name misheard."""
_FEWEST = 3
"""Phones of a name that is looked for at all; shorter ones sound like too much."""
_FAR = 0.32
"""Distance, relative to the longer of the two, from which on nothing sounds alike."""
_SAME = 0.06
"""Distance up to which words sound the same."""
_LINKS = frozenset(
    ("a", "an", "and", "the", "of", "for", "with", "in", "on", "or", "to", "from", "by", "at", "as", "is", "it", "no")
)
_PLACES = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")

Usual = tuple[dict[str, float], frozenset[tuple[str, str]]]
"""Words that people use when they ask for something, with how rare they are among them (0 to 1), and pairs of words
that stand side by side."""

_LEAST_GONE = min(GONE.values())
_CLASSES = str.maketrans(
    {"B": "P", "D": "T", "d": "T", "t": "T", "G": "K", "V": "F", "Z": "S", "c": "C", "J": "C", "z": "C", "N": "M",
     "g": "M", "E": "R"} | dict.fromkeys(VOWELS - {"E"}) | {"H": None}
)  # fmt: skip


_WEIGHTS = (
    -6.57,  # in general
    -12.40,  # relative distance of the sounds
    4.38,  # how much farther the next best name is
    -6.10,  # share of words that no dictionary has
    -4.32,  # share of rare words
    -2.00,  # share of small words such as "of"
    -2.84,  # share of pairs in the run that people use
    -1.62,  # neighbours that the run is used beside (0 to 2)
    4.11,  # neighbours that the name stands beside in the catalog (0 to 2)
    2.40,  # more than one word heard
    2.88,  # more words heard than the name has
    1.15,  # a name of two words
    3.62,  # how rare the words are, mean (0 to 1)
    1.90,  # the same sound, and more in its place
)
"""What speaks for a change; as --fit prints them, the first lowered so that few right transcripts are harmed."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A word or pair of words of the catalog."""

    words: tuple[str, ...]
    phones: str


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a transcript that may be a name."""

    begin: int
    end: int
    words: tuple[str, ...]
    """The name."""
    evidence: tuple[float, ...]
    """What speaks for it, in the order of `_WEIGHTS`; empty where only the parting into words was heard wrong."""

    @property
    def gain(self) -> float:
        """Above 0 the name is the better reading."""
        if not self.evidence:
            return 1.0
        return sum(weight * value for weight, value in zip(_WEIGHTS, self.evidence, strict=True))


class Corrector:
    """Mends transcripts; made once for a catalog version, about a second for two thousand products."""

    def __init__(
        self, phrases: Sequence[str], sentences: Sequence[str] = (), usual: Usual | None = None, own: Own | None = None
    ) -> None:
        """`phrases`: names of the store, most wanted first; `sentences`: what else is said; `own`: the store's
        pronunciations. Raises VoiceError."""
        self._pronouncer = Pronouncer(own)
        usual_ones, self._pairs = usual or usual_words()
        said = [tuple(plain_words(text)) for text in sentences]
        named = [tuple(plain_words(phrase)) for phrase in phrases]
        self._beside = {pair for words in named for pair in pairwise(words)}
        self._store = {word for words in named for word in words}
        self._rare = dict.fromkeys({word for words in said for word in words} | _carrier_words(), 0.5) | usual_ones
        self._names: dict[str, list[_Name]] = {}
        seen: set[tuple[str, ...]] = set()
        for name in named:
            for run in _runs(name):
                if run not in seen:
                    seen.add(run)
                    self._add(run)

    def _add(self, words: tuple[str, ...]) -> None:
        for phones in self._sounds(words):
            if len(phones) >= _FEWEST:
                self._names.setdefault(phones.translate(_CLASSES), []).append(_Name(words, phones))

    def _sounds(self, words: Sequence[str]) -> list[str]:
        """How words in a row sound; two ways of a single word."""
        ways = [[signs(way) for way in self._pronouncer.of(word)] for word in words]
        if not all(ways):
            return []
        if len(ways) == 1:
            return list(dict.fromkeys(ways[0]))[:2]
        return ["".join(way[0] for way in ways)]

    def correct(self, text: str) -> str:
        """The text with what was misheard of the store's names put right; unchanged where nothing is sure."""
        places = list(_PLACES.finditer(text))
        words = ["".join(plain_words(place.group())) for place in places]
        found = [(change.gain, change) for change in self.changes(words)]
        taken: set[int] = set()
        kept: list[Change] = []
        for gain, change in sorted(found, key=lambda one: -one[0]):
            span = set(range(change.begin, change.end))
            if gain > 0 and not span & taken:
                taken |= span
                kept.append(change)
        for change in sorted(kept, key=lambda change: -change.begin):
            begin, end = places[change.begin].start(), places[change.end - 1].end()
            text = text[:begin] + " ".join(change.words) + text[end:]
        return text

    def changes(self, words: list[str]) -> Iterator[Change]:
        """What could be changed: for each run of words the name that sounds most like it."""
        sounds = [self._sounds((word,)) if word.isalpha() or "'" in word else [] for word in words]
        fixed = self._fixed(words)
        for begin in range(len(words)):
            for end in range(begin + 1, min(begin + _LONGEST, len(words)) + 1):
                if fixed[end - 1] or not sounds[end - 1]:
                    break
                change = self._change(words, begin, end, "".join(way[0] for way in sounds[begin:end]))
                if change is not None:
                    yield change

    def _fixed(self, words: list[str]) -> list[bool]:
        """Which words are certainly right: they stand so in the catalog."""
        fixed = [False] * len(words)
        for at, pair in enumerate(pairwise(words)):
            if pair in self._beside:
                fixed[at] = fixed[at + 1] = True
        return fixed

    def _change(self, words: list[str], begin: int, end: int, heard: str) -> Change | None:
        run = words[begin:end]
        joined = "".join(run)
        if len(heard) < _FEWEST or all(word in _LINKS for word in run):
            return None
        if len(run) > 1 and joined in self._store:
            return Change(begin, end, (joined,), ())
        odd = [word for word in run if word not in self._rare and word not in self._store]
        best: _Name | None = None
        nearest = second = _FAR
        for name in self._alike(heard, bool(odd)):
            if _akin(joined, name) or set(name.words) <= set(run):
                return None
            longer = max(len(heard), len(name.phones))
            if _LEAST_GONE * abs(len(heard) - len(name.phones)) >= second * longer:
                continue
            far = distance(heard, name.phones, second * longer) / longer
            other = best is not None and not _akin("".join(best.words), name)
            if far < nearest:
                if other:
                    second = nearest
                best, nearest = name, far
            elif other:
                second = min(second, far)
        if best is None:
            return None
        left = words[begin - 1] if begin else ""
        right = words[end] if end < len(words) else ""
        unknown = sum(not self._pronouncer.knows(word) for word in odd)
        inner = list(pairwise(run))
        fits = float((left, best.words[0]) in self._beside) + float((best.words[-1], right) in self._beside)
        used = float((left, run[0]) in self._pairs) + float((run[-1], right) in self._pairs)
        evidence = (
            1.0,
            nearest,
            second - nearest,
            unknown / len(run),
            (len(odd) - unknown) / len(run),
            sum(word in _LINKS for word in run) / len(run),
            sum(pair in self._pairs for pair in inner) / max(1, len(inner)),
            used,
            fits,
            float(len(run) > 1),
            float(len(run) > len(best.words)),
            float(len(best.words) > 1),
            sum(self._rare.get(word, 1.0) for word in run) / len(run),
            float(nearest < _SAME and fits > used),
        )
        return Change(begin, end, best.words, evidence)

    def _alike(self, heard: str, odd: bool) -> Iterator[_Name]:
        """Names of which the consonants are about the same."""
        key = heard.translate(_CLASSES)
        yield from self._names.get(key, ())
        # Two consonants or fewer have too many neighbours to tell one name from another.
        if odd and len(key) > 2:
            for other in _neighbours(key):
                yield from self._names.get(other, ())


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for word in words:
        if word not in _LINKS and word.isalpha():
            yield (word,)
    for pair in pairwise(words):
        if not _LINKS & set(pair) and all(word.isalpha() for word in pair):
            yield pair


def _akin(joined: str, name: _Name) -> bool:
    """Whether the words differ from a name by an ending, or by where they are parted, only."""
    other = "".join(name.words)
    return joined.startswith(other) or other.startswith(joined)


def _neighbours(key: str) -> Iterator[str]:
    """Consonants with one left out, put in or exchanged."""
    for at in range(len(key) + 1):
        head, tail = key[:at], key[at:]
        if tail:
            yield head + tail[1:]
        for sign in "PTKFSCMLRWj":
            yield head + sign + tail
            if tail and sign != tail[0]:
                yield head + sign + tail[1:]


@cache
def usual_words() -> Usual:
    """The words of data/usual_en.txt, most usual first there, and its pairs (bench/correction.py --usual made it)."""
    lines = resources.files("voice").joinpath("data/usual_en.txt").read_text("utf-8").splitlines()
    words = [line for line in lines if " " not in line]
    pairs = (line.partition(" ") for line in lines if " " in line)
    rare = {word: at / len(words) for at, word in enumerate(words)}
    return rare, frozenset((first, second) for first, _, second in pairs)


def _carrier_words() -> frozenset[str]:
    known = carriers()
    return frozenset(word for words, _ in known.sentences for word in words) | frozenset(
        word for words in known.before for word in words
    )
