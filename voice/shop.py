"""A store's shoppers heard: networks of sentences that follow the dialogue, and a trigram model beside them.

The things on screen, the department that the talk is about and the answers to what was just asked make one small
network. While the shopper speaks it is searched, and beside it the trigram model of the whole store, which takes any
words in any order and so seldom hears all of a name. Where the two do not agree, or nothing is near, the names that
sound most like what the trigrams heard make another network, and the sound is searched again with that: the second of
two passes, as in Schwartz & Austin 1991, "A comparison of several approximate algorithms for finding multiple (N-best)
sentence hypotheses".
"""

from __future__ import annotations

import itertools
import math
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from voice.agreement import likeness
from voice.carriers import THING, Words, carriers, without_carrier
from voice.cleaning import Sound
from voice.decoding import NARROW, Along, Heard, add_network, hear, make_decoder, other_texts, write_dictionary
from voice.grammar import Flow, Fsg
from voice.nearest import Nearest
from voice.phrasing import Carried, Weighted, carried, questions, sentences, things
from voice.pronounce import Pronouncer, plain_words
from voice.trigrams import write_arpa
from voice.types import ANYTHING, Expected, Vocabulary, VoiceError

_QUESTIONS, _POINTING, _NEAR_BY, _FOUND = "questions", "pointing", "near", "found"
_IN_TRIGRAMS = 120_000
"""Runs of words in the trigram model, those of the most wanted phrases first; what is left out is heard in its
department and on screen."""
_LONGEST = 7
"""Words of a phrase that count; see `phrasing.things`."""
_ON_SCREEN = 0.6
"""How often what is said is about something on screen, where it is about something in the department."""
_GUESSES, _NAMES = 10, 60
"""Texts of the trigram model, and names that sound like a part of one of them. Of 90 names 71 are right with 40 names
of 10 texts, 72 with 80."""
_BY_SOUND = 1.5
"""How much likelier a name is, as an exponent, for each phone by which it is nearer to the trigrams' text: of 60 names
49 are right with 2, 48 with 1.5, 46 with 0."""
_SHOWN = 60
"""Things on screen that are listened for, the most likely first."""
_ENOUGH, _NEAR = 0.7, 0.3
"""Likeness to the trigrams' text (0 to 1), and how much worse than theirs, in log probability for each hundredth of a
second, what is near may explain the sound, to be believed at once."""
_SAME = 0.95
"""The same likeness for a question when nothing is near."""
_ELSEWHERE, _NO_THING = 0.3, 3.2
"""How much better, in the same unit, a name from anywhere must explain the sound than what is near; and a question that
names nothing, which takes the rest of a sentence for noise, for each part of it that sounds other than the trigrams'
text (0 to 1). With both 0, of 60 names in their department 43 are right, not 56."""
_FAR = 0.5
"""How much worse, when no more than `_UNLIKE` of the text is the same, no sentence of the networks was said."""
_UNLIKE = 0.2
"""Likeness of the two texts (0 to 1) under which the freer decoder may be believed."""
_BIAS, _BY_LIKENESS, _BY_FIT, _BY_NEARNESS = -1.5, 3.2, 1.7, 1.9
"""Weights of a logistic regression over 270 hearings: is the name right, given how like the trigrams' text it is, how
much better it explains the sound, and whether it is near (area under the curve .83)?"""
_SUREST = 0.97
_GUESSED = 0.2
"""Confidence of a text of the trigrams that no network knows."""
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


@dataclass(frozen=True, slots=True)
class _Found:
    """What a network heard."""

    heard: Heard
    handicap: float
    """Taken from its fit."""
    near: bool = False
    """Whether it is the network of what is expected."""


class Shop:
    """The decoders for one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Build them, some seconds for a few thousand products. Raises VoiceError when the vocabulary has no words."""
        self._pronouncer = pronouncer = Pronouncer(vocabulary.pronunciations)
        phrases = first_runs(vocabulary.phrases, _IN_TRIGRAMS)
        named = things(phrases, pronouncer)
        if not named:
            raise VoiceError("the catalog gives the recogniser no words; build it again")
        asked = questions(vocabulary.sentences, pronouncer)
        self._departments = dict(vocabulary.departments)
        self._around_things: Carried = carried(only(asked, lambda words: THING in words))
        self._nearest = Nearest(phrases, pronouncer, _LONGEST)
        self._known = {word for words in (*named, *asked) for word in words if word != THING}
        self._known |= {word for words in (*carriers().before, *carriers().after) for word in words}
        with tempfile.TemporaryDirectory() as folder:
            dictionary = write_dictionary(Path(folder) / "words.dict", self._known, pronouncer)
            model = write_arpa(Path(folder) / "words.arpa", asked, named)
            self._strict = make_decoder(dictionary, bestpath=False)
            self._free = make_decoder(dictionary, lm=str(model), **NARROW)
        alone = only(asked, lambda words: THING not in words)
        unpointed = only(alone, lambda words: words not in carriers().pointing)
        add_network(self._strict, _QUESTIONS, sentences(carried(unpointed), {}))
        add_network(self._strict, _POINTING, sentences(carried(alone), {}))
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
        first = _Found(strict, 0.0 if self._near else self._unlike(strict, free), self._near)
        fits = strict.whole and strict.fit >= free.fit - _NEAR
        if fits and likeness(strict.text, free.text) >= (_ENOUGH if self._near else _SAME):
            return judged([first], free)
        return judged([first, *self._hear_nearest(free, sound())], free)

    def _hear_nearest(self, free: Heard, sound: Sound | None) -> list[_Found]:
        """What was said if it was one of the names that sound most like what the trigrams heard, or a question."""
        texts = (free.text, *other_texts(self._free, _GUESSES)) if free.text else ()
        named = self._nearest.of(map(without_carrier, texts), _NAMES)
        if sound is None or not named:
            return []
        likely = [math.exp(-_BY_SOUND * (cost - named[0][1])) for _, cost in named]
        ways = self._sayable(things([name for name, _ in named], self._pronouncer, likely))
        add_network(self._strict, _FOUND, sentences(self._around_things, ways))
        self._strict.activate_search(_FOUND)
        elsewhere = _ELSEWHERE if self._near else 0.0
        found = [_Found(hear(self._strict, sound), elsewhere)]
        if self._near:
            self._strict.activate_search(_POINTING)
            asked = hear(self._strict, sound)
            found.append(_Found(asked, elsewhere + self._unlike(asked, free)))
        self._strict.activate_search(_NEAR_BY if self._near else _QUESTIONS)
        return found

    def _unlike(self, asked: Heard, free: Heard) -> float:
        """The handicap of a question that names nothing."""
        return _NO_THING * self._nearest.unlike(asked.text, free.text)

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


def only(asked: Weighted, wanted: Callable[[Words], bool]) -> dict[Words, float]:
    """The questions that are wanted, their probabilities adding up to 1."""
    found = {words: weight for words, weight in asked.items() if wanted(words)}
    total = sum(found.values())
    return {words: weight / total for words, weight in found.items()}


def judged(found: Sequence[_Found], free: Heard) -> Judged:
    """The text to take of what the networks and the trigrams heard, its confidence, and the alternatives."""
    ranked = sorted((one for one in found if one.heard.whole), key=lambda one: one.handicap - one.heard.fit)
    if not ranked:
        return Judged(free.text, _GUESSED if free.text else 0.0)
    best = ranked[0].heard
    alike = likeness(best.text, free.text)
    believe_free = bool(free.text) and alike < _UNLIKE and best.fit < free.fit - _FAR
    chosen = free if believe_free else best
    better = min(max(best.fit - free.fit, -1.0), 1.0)
    sign = _BIAS + _BY_LIKENESS * alike + _BY_FIT * better + _BY_NEARNESS * ranked[0].near
    confidence = _GUESSED if believe_free else min(_SUREST, 1 / (1 + math.exp(-sign)))
    others = [without_fillers(heard.text) for heard in (*(one.heard for one in ranked), free) if heard.whole]
    others = [other for other in dict.fromkeys(others) if other not in ("", chosen.text, without_fillers(chosen.text))]
    return Judged(chosen.text, confidence, tuple(others[:_OTHERS]), chosen is best)


def without_fillers(text: str) -> str:
    """A text without what people say while they think."""
    words = text.split()
    while words and words[0] in _FILLERS:
        del words[0]
    return " ".join(words)
