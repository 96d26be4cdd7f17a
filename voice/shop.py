"""A store's shoppers heard: networks of sentences that follow the dialogue, and a trigram model beside them.

The things on screen and the answers to what was just asked make one small network, the department that the talk is
about another, the whole store the largest. The small ones are searched first. Their probabilities are those of fewer
sentences, so that they win by themselves over a larger one that explains the sound as well; where they explain it
nearly as well as the trigram model, which takes any words in any order, the larger one is not searched at all.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import soxr

from voice.agreement import likeness, middle
from voice.carriers import THING, Words, carriers
from voice.cleaning import Sound
from voice.decoding import NARROW, Heard, add_network, hear, make_decoder, write_dictionary
from voice.grammar import Flow, Fsg
from voice.phrasing import Carried, Weighted, carried, questions, sentences, things
from voice.pronounce import Pronouncer, plain_words
from voice.trigrams import write_arpa
from voice.types import ANYTHING, RATE, Expected, Vocabulary, VoiceError

_STORE, _SCREEN = "store", "screen"
_IN_STORE = 7_000
"""Phrases in the whole store's network, the most wanted first; others are heard by the trigram model and in their
department. The time to build it grows faster than its size: 3,400 phrases 2 s, 6,800 6 s."""
_IN_TRIGRAMS = 30_000
_KEPT = 3
"""Departments' networks kept, some 15 MB and a tenth of a second each."""
_SHOWN = 60
"""Things on screen that are listened for, the most likely first."""
_NEAR = 0.25
"""How much worse than the trigrams, in log probability for each hundredth of a second, a small network may explain the
sound and still be believed without a search of the whole store. Of names in the department three quarters are within,
of names from elsewhere one of twenty."""
_FAR = 0.5
"""How much worse, when no more than `_UNLIKE` of the text is the same, no sentence of the networks was said."""
_UNLIKE = 0.2
"""Likeness of the two texts (0 to 1) under which the freer decoder may be believed."""
_SURE = 0.95
"""Likeness of the two texts above which nothing more is tried."""
_SLOWER = (1.07, 1.14)
"""The sound made so much longer and lower is heard, too, when the texts differ, and the text in the middle is taken: a
high or fast voice is heard better so. Of 48 names the sound as it came gives 40, these 41 and 38, together 42."""
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
        named = things(vocabulary.phrases[:_IN_TRIGRAMS], pronouncer)
        if not named:
            raise VoiceError("the catalog gives the recogniser no words; build it again")
        asked = questions(vocabulary.sentences, pronouncer)
        self._departments = dict(vocabulary.departments)
        self._around_things: Carried = carried(only_things(asked))
        self._known = {word for words in (*named, *asked) for word in words if word != THING}
        self._known |= {word for words in (*carriers().before, *carriers().after) for word in words}
        with tempfile.TemporaryDirectory() as folder:
            dictionary = write_dictionary(Path(folder) / "words.dict", self._known, pronouncer)
            model = write_arpa(Path(folder) / "words.arpa", asked, named)
            self._strict = make_decoder(dictionary, bestpath=False)
            self._free = make_decoder(dictionary, lm=str(model), **NARROW)
            # Wide beams over so many sentences take twice the time.
            self._large = make_decoder(dictionary, bestpath=False, **NARROW)
        if len(vocabulary.phrases) > _IN_STORE:
            named = things(vocabulary.phrases[:_IN_STORE], pronouncer)
        add_network(self._large, _STORE, sentences(carried(asked), named))
        self._large.activate_search(_STORE)
        self._made: list[str] = []
        """Departments whose networks are kept, the last used last."""
        self._first: tuple[str, ...] = ()

    def expect(self, expected: Expected = ANYTHING) -> None:
        """Listen for this first."""
        first = []
        named = self._sayable(things(without_brands(expected.things[:_SHOWN]), self._pronouncer))
        answers = self._sayable({tuple(plain_words(text)): 1.0 for text in expected.answers})
        if named or answers:
            around = self._around_things if named else Carried(_NOTHING, _NOTHING)
            add_network(self._strict, _SCREEN, sentences(around, named, answers))
            first.append(_SCREEN)
        if expected.department in self._departments:
            first.append(self._department(expected.department))
        self._first = tuple(first)

    def hear(self, sound: Sound) -> Judged:
        """What was said."""
        free = hear(self._free, sound)
        found = {name: self._search(name, sound) for name in self._first}
        small = bool(found) and max(heard.fit for heard in found.values()) >= free.fit - _NEAR
        if not small:
            found[_STORE] = self._search(_STORE, sound)
        network = max(found, key=lambda name: found[name].fit)
        best = found[network]
        others = [found[name] for name in sorted(found, key=lambda name: -found[name].fit)]
        if best.whole and likeness(best.text, free.text) < _SURE:
            slower = [self._search(network, stretched(sound, factor)) for factor in _SLOWER]
            best = replace(best, text=middle([heard.text for heard in (best, *slower) if heard.whole]))
            others += slower
        return judged(best, free, others, small=small)

    def glance(self, sound: Sound) -> str:
        """What an unfinished utterance sounds like so far."""
        return hear(self._free, sound).text

    def _search(self, network: str, sound: Sound) -> Heard:
        if network == _STORE:
            return hear(self._large, sound)
        self._strict.activate_search(network)
        return hear(self._strict, sound)

    def _department(self, key: str) -> str:
        """The name of its network, made if it is not there."""
        name = f"department {key}"
        if name in self._made:
            self._made.remove(name)
        else:
            named = self._sayable(things(self._departments[key], self._pronouncer))
            add_network(self._strict, name, sentences(self._around_things, named))
        self._made.append(name)
        if len(self._made) > _KEPT:
            self._strict.activate_search(name)
            self._strict.remove_search(self._made.pop(0))
        return name

    def _sayable(self, ways: Weighted) -> dict[Words, float]:
        """Those of which every word can be heard; new words are added to the dictionary."""
        for word in {word for words in ways for word in words} - self._known:
            for number, phones in enumerate(self._pronouncer.of(word), 1):
                self._strict.add_word(f"{word}({number})" if number > 1 else word, phones, False)
                self._known.add(word)
        return {words: weight for words, weight in ways.items() if words and self._known.issuperset(words)}


def without_brands(names: Sequence[str]) -> list[str]:
    """Names, and what is left of them without one or two words that may be a brand."""
    split = [name.split() for name in names]
    return list(dict.fromkeys(" ".join(words[cut:]) for cut in (0, 1, 2) for words in split if len(words) > cut))


def only_things(asked: Weighted) -> dict[Words, float]:
    """The questions that name a thing, their probabilities adding up to 1."""
    found = {words: weight for words, weight in asked.items() if THING in words}
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


def stretched(sound: Sound, factor: float) -> Sound:
    """A sound made longer and lower."""
    samples = np.frombuffer(sound.pcm, "<i2").astype(np.float32)
    longer: np.ndarray = soxr.resample(samples, RATE, RATE * factor)
    return Sound(bytes(longer.clip(-32768, 32767).astype("<i2").tobytes()), sound.warp)


def without_fillers(text: str) -> str:
    """A text without what people say while they think."""
    words = text.split()
    while words and words[0] in _FILLERS:
        del words[0]
    return " ".join(words)
