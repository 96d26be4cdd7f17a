"""A store's shoppers heard: networks of sentences that follow the dialogue, and a trigram model beside them.

The things on screen and the answers to what was just asked make one small network, the department that the talk is
about another, the whole store the largest. The small ones are searched first. Their probabilities are those of fewer
sentences, so that they win by themselves over a larger one that explains the sound as well; where they explain it
nearly as well as the trigram model, which takes any words in any order, the larger one is not searched at all.
"""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from voice.agreement import likeness
from voice.carriers import THING, Words, carriers
from voice.cleaning import Sound
from voice.decoding import NARROW, Along, Heard, add_network, hear, make_decoder, other_texts, write_dictionary
from voice.grammar import Flow, Fsg
from voice.nearest import Nearest
from voice.phrasing import Carried, Weighted, carried, questions, sentences, things
from voice.pronounce import Pronouncer, plain_words
from voice.trigrams import write_arpa
from voice.types import ANYTHING, Expected, Vocabulary, VoiceError

_QUESTIONS, _NEAR_BY, _FOUND = "questions", "near", "found"
_IN_STORE, _IN_TRIGRAMS = 25_000, 120_000
"""Runs of words in the whole store's network and in the trigram model, those of the most wanted phrases first; what is
left out is heard in its department and on screen. More take time and memory: all 36,000 of the demo store's 6,800
phrases 6 s and 114 MB in the network, and hear no better."""
_LONGEST = 7
"""Words of a phrase that count; see `phrasing.things`."""
_ON_SCREEN = 0.6
"""How often what is said is about something on screen, where it is about something in the department."""
_GUESSES, _NAMES = 10, 40
"""Texts of the trigram model, and names that sound like a part of one of them. Of 60 names 43 are right with 30 names
of 10 texts, 41 with 100, 40 with 100 of the best text alone."""
_SHOWN = 60
"""Things on screen that are listened for, the most likely first."""
_NEAR = 0.5
"""How much worse than the trigrams, in log probability for each hundredth of a second, what is near may explain the
sound and still be believed, if it explains it better than the whole store does. Of names in the department nine of ten
are within."""
_FAR = 0.5
"""How much worse, when no more than `_UNLIKE` of the text is the same, no sentence of the networks was said."""
_UNLIKE = 0.2
"""Likeness of the two texts (0 to 1) under which the freer decoder may be believed."""
_SURE = 0.95
"""Likeness of the two texts above which nothing more is tried."""
_AGREED, _DIFFERED, _DIFFERED_IN_SMALL = 0.92, 0.2, 0.8
"""Share of texts with the right name when the two decoders hear the same, and when they share no word: of the store's
network, and of a small one that fits (32 of 36 then, whatever the trigrams hear)."""
_OTHERS = 3
"""Alternatives given at most."""

_FILLERS = frozenset({"um", "uh", "oh", "so", "well", "and"})
_NOTHING = (Fsg(1, 0, (), ()), Flow({}, {}))
"""No questions, for a screen that awaits answers alone."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said."""

    text: str
    confidence: float
    others: tuple[str, ...] = ()
    """Alternatives, best first."""
    whole: bool = False
    """Whether the text is a sentence of a network."""


class Shop:
    """The decoders for one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, pronouncer: Pronouncer | None = None) -> None:
        """Build them, some seconds for a few thousand products. Raises VoiceError when the vocabulary has no words."""
        self._pronouncer = pronouncer = pronouncer or Pronouncer()
        phrases = first_runs(vocabulary.phrases, _IN_TRIGRAMS)
        named = things(phrases, pronouncer)
        if not named:
            raise VoiceError("the catalog gives the recogniser no words; build it again")
        asked = questions(vocabulary.sentences, pronouncer)
        self._departments = dict(vocabulary.departments)
        self._around_things: Carried = carried(only_things(asked))
        self._nearest = Nearest(phrases, pronouncer, _LONGEST)
        self._known = {word for words in (*named, *asked) for word in words if word != THING}
        self._known |= {word for words in (*carriers().before, *carriers().after) for word in words}
        with tempfile.TemporaryDirectory() as folder:
            dictionary = write_dictionary(Path(folder) / "words.dict", self._known, pronouncer)
            model = write_arpa(Path(folder) / "words.arpa", asked, named)
            self._strict = make_decoder(dictionary, bestpath=False)
            self._free = make_decoder(dictionary, lm=str(model), **NARROW)
        add_network(self._strict, _QUESTIONS, sentences(carried(without_things(asked)), {}))
        self._strict.activate_search(_QUESTIONS)
        self._ways: dict[str, Weighted] = {}
        """To name the things of a department."""
        self._near = False
        """Whether something is expected."""
        self.expected = ANYTHING
        self._along: Along | None = None

    def expect(self, expected: Expected = ANYTHING) -> None:
        """Listen for this, too; some 20 ms for a screen, a tenth of a second for a department."""
        self.drop()
        if expected != self.expected:
            self.expected = expected
            seen = self._sayable(things(without_brands(expected.things[:_SHOWN]), self._pronouncer))
            around = self._sayable(self._of_department(expected.department))
            answers = self._sayable({tuple(plain_words(text)): 1.0 for text in expected.answers})
            named = weighed_together(seen, around)
            self._near = bool(named or answers)
            if self._near:
                carried_things = self._around_things if named else Carried(_NOTHING, _NOTHING)
                add_network(self._strict, _NEAR_BY, sentences(carried_things, named, answers))
        self._strict.activate_search(_NEAR_BY if self._near else _QUESTIONS)

    # --- hearing ------------------------------------------------------------------------------------------------------

    def begin(self, first: bytes) -> None:
        """Hear an utterance as it comes in: its first second or more, without noise."""
        self.drop()
        self._along = Along((self._free, self._strict), first)

    def feed(self, pcm: bytes) -> None:
        """Hear on."""
        assert self._along is not None
        self._along.feed(pcm)

    def so_far(self) -> str:
        """What was said up to now, as far as is known."""
        return self._along.so_far() if self._along is not None else ""

    def finish(self, sound: Callable[[], Sound | None]) -> Judged:
        """What was said, all of it; `sound` is all of it, made when it has to be heard again."""
        assert self._along is not None
        (free, strict), self._along = self._along.finish(), None
        return self._judge(free, strict, sound)

    def drop(self) -> None:
        """What is being heard is not wanted."""
        if self._along is not None:
            self._along.drop()
            self._along = None

    def hear(self, sound: Sound) -> Judged:
        """What was said in a sound, all of it there."""
        self.drop()
        return self._judge(hear(self._free, sound), hear(self._strict, sound), lambda: sound)

    def _judge(self, free: Heard, strict: Heard, sound: Callable[[], Sound | None]) -> Judged:
        small = self._near and strict.whole and strict.fit >= free.fit - _NEAR
        found = [strict]
        if not small:
            found += self._hear_nearest(free, sound())
        found.sort(key=lambda one: -one.fit)
        return judged(found[0], free, found, small=small)

    def _hear_nearest(self, free: Heard, sound: Sound | None) -> list[Heard]:
        """What was said if it was one of the names that sound most like what the trigrams heard, or a question."""
        named = self._nearest.of((free.text, *other_texts(self._free, _GUESSES)), _NAMES) if free.text else []
        if sound is None or not named:
            return []
        ways = self._sayable(things(named, self._pronouncer))
        add_network(self._strict, _FOUND, sentences(self._around_things, ways))
        self._strict.activate_search(_FOUND)
        found = [hear(self._strict, sound)]
        if self._near:
            self._strict.activate_search(_QUESTIONS)
            found.append(hear(self._strict, sound))
        self._strict.activate_search(_NEAR_BY if self._near else _QUESTIONS)
        return found

    def _of_department(self, key: str) -> Weighted:
        """The ways to name its things, kept for the next time."""
        if key not in self._departments:
            return {}
        if key not in self._ways:
            self._ways[key] = things(self._departments[key], self._pronouncer)
        return self._ways[key]

    def _sayable(self, ways: Weighted) -> dict[Words, float]:
        """Those of which every word can be heard; new words are added to the dictionary."""
        for word in {word for words in ways for word in words} - self._known:
            for number, phones in enumerate(self._pronouncer.heard(word), 1):
                self._strict.add_word(f"{word}({number})" if number > 1 else word, phones, False)
                self._known.add(word)
        return {words: weight for words, weight in ways.items() if words and self._known.issuperset(words)}


def first_runs(phrases: Sequence[str], most: int) -> Sequence[str]:
    """The first phrases, as many as have no more than so many runs of words."""
    runs = itertools.accumulate(
        count * (count + 1) // 2 for count in (min(len(phrase.split()), _LONGEST) for phrase in phrases)
    )
    return phrases[: sum(1 for _ in itertools.takewhile(lambda total: total <= most, runs))] or phrases[:1]


def weighed_together(seen: Weighted, around: Weighted) -> dict[Words, float]:
    """The ways to name what is on screen, and what is in the department, as likely as is said."""
    share = _ON_SCREEN if around else 1.0
    both = {words: weight * (1 - share if seen else 1.0) for words, weight in around.items()}
    for words, weight in seen.items():
        both[words] = both.get(words, 0.0) + weight * share
    return both


def without_brands(names: Sequence[str]) -> list[str]:
    """Names, and what is left of them without one or two words that may be a brand."""
    split = [name.split() for name in names]
    return list(dict.fromkeys(" ".join(words[cut:]) for cut in (0, 1, 2) for words in split if len(words) > cut))


def only_things(asked: Weighted) -> dict[Words, float]:
    """The questions that name a thing, their probabilities adding up to 1."""
    found = {words: weight for words, weight in asked.items() if THING in words}
    total = sum(found.values())
    return {words: weight / total for words, weight in found.items()}


def without_things(asked: Weighted) -> dict[Words, float]:
    """The questions that name nothing, their probabilities adding up to 1."""
    found = {words: weight for words, weight in asked.items() if THING not in words}
    total = sum(found.values())
    return {words: weight / total for words, weight in found.items()}


def judged(best: Heard, free: Heard, found: Sequence[Heard], *, small: bool) -> Judged:
    """The text to take of the best network's and the trigrams', its confidence, and the alternatives.

    `small`: the best network is a small one that explains the sound well.
    """
    if not best.whole:
        return Judged(free.text, _DIFFERED if free.text else 0.0)
    alike = likeness(best.text, free.text)
    believe_free = bool(free.text) and alike < _UNLIKE and best.fit < free.fit - _FAR
    chosen = free if believe_free else best
    least = _DIFFERED_IN_SMALL if small else _DIFFERED
    others = [without_fillers(heard.text) for heard in (best, *found, free) if heard.whole]
    others = [other for other in dict.fromkeys(others) if other not in ("", chosen.text, without_fillers(chosen.text))]
    return Judged(chosen.text, least + (_AGREED - least) * alike**2, tuple(others[:_OTHERS]), chosen is best)


def without_fillers(text: str) -> str:
    """A text without what people say while they think."""
    words = text.split()
    while words and words[0] in _FILLERS:
        del words[0]
    return " ".join(words)
