"""Reads an utterance by the word lists alone: votes for intents, prices, traits, and the words left over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kiosk.assistant.amounts import Prices, find_prices, find_quantity
from kiosk.assistant.text import Utterance
from kiosk.assistant.traits import Span, Traits, find_traits
from kiosk.assistant.unwanted import find_unwanted
from kiosk.assistant.word_lists import WordLists

_LOOKS_FOR = 0.65
"""From this vote for find on, weak words may be the product."""
_AFTER_NO = (("more",), ("less",), ("sugar",), ("name",))
"""'No more than 5 dollars' takes nothing back."""
_FOLLOW_ORDER = ("bigger", "smaller", "cheaper", "sizes", "alternative", "more", "label", "day", "whom")


@dataclass(frozen=True, slots=True)
class Parse:
    """What the rules read. `details` has aspect, op or topic of the strongest cue of each intent."""

    votes: Mapping[str, float] = field(default_factory=dict)
    details: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    prices: Prices = field(default_factory=Prices)
    quantity: int | None = None
    traits: Traits = field(default_factory=Traits)
    follow: str | None = None
    """cheaper, bigger, smaller, sizes, alternative, more or label: the shopper goes on from what was shown."""
    correction: bool = False
    also: bool = False
    content: tuple[str, ...] = ()
    """Words that no rule claimed and that are not empty words: most likely what is sought."""

    weak: bool = False
    """All of the content are words that name no product alone."""
    unwanted: tuple[str, ...] = ()
    """What it shall not be: 'not the salted one'; of several words in one text a product would have all."""

    @property
    def query(self) -> str:
        """The content as one text."""
        return " ".join(self.content)


def _strip(padded: str, words: tuple[str, ...], lists: WordLists, name: str) -> tuple[tuple[str, ...], bool]:
    match = lists.traits.follow[name].search(padded)
    if match is None or match.end() == len(padded):
        return words, False
    return words[padded.count(" ", 0, match.end()) :], True


def parse(utterance: Utterance, lists: WordLists, currency: str) -> Parse:
    """Read one utterance."""
    words, correction = _strip(utterance.padded, utterance.words, lists, "correction")
    if utterance.words[:1] == ("no",) and words[:1] in _AFTER_NO:
        words, correction = utterance.words, False
    padded = "".join(" " + w for w in words)
    words, also = _strip(padded, words, lists, "also")
    padded = "".join(" " + w for w in words)
    follow = next((n for n in _FOLLOW_ORDER if lists.traits.follow[n].search(padded)), None)

    votes: dict[str, float] = {}
    details: dict[str, dict[str, str]] = {}
    claimed: set[int] = set()
    for cue in lists.cues:
        if not cue.fires(padded):
            continue
        intent, weight = cue.text("intent"), float(cue.fields["weight"])
        if weight > votes.get(intent, 0.0):
            votes[intent] = weight
        found = {key: cue.text(key) for key in ("aspect", "op", "topic") if cue.text(key)}
        if found and (intent not in details or weight > float(details[intent]["weight"])):
            details[intent] = {**found, "weight": str(weight)}
        if not cue.flag("keep"):
            claimed.update(i for span in cue.patterns.spans(padded) for i in range(*span))

    prices = find_prices(words, lists.amounts, currency)
    traits = find_traits(words, lists.traits)
    quantity = find_quantity(words, lists.amounts, prices.spans)
    named = tuple((n.start, n.end) for n in (*traits.diet, *traits.avoid))
    unwanted, left_out = find_unwanted(words, lists.traits.stop, named)
    traits = replace(traits, other=tuple(n for n in traits.other if n.start not in _positions(left_out)))
    gone = claimed | _positions(left_out) | _positions(prices.spans) | _positions(_ages(words))
    for group in (traits.references, traits.sort, traits.own_brand, traits.diet, traits.avoid):
        gone |= {i for named in group for i in range(named.start, named.end)}
    if quantity is not None:
        gone |= set(range(quantity[1], quantity[2]))
    empty = lists.traits.stop
    content = tuple(w for i, w in enumerate(words) if i not in gone and w not in empty)
    weak = all(w in lists.traits.weak for w in content)
    if weak and votes.get("find", 0.0) < _LOOKS_FOR:
        content = ()
    return Parse(
        votes=votes,
        details=details,
        prices=prices,
        quantity=quantity[0] if quantity else None,
        traits=traits,
        follow=follow,
        correction=correction,
        also=also,
        content=content,
        weak=weak,
        unwanted=unwanted,
    )


def _ages(words: tuple[str, ...]) -> tuple[Span, ...]:
    """'10 year old' says for whom, not what."""
    return tuple(
        (max(0, at - 1), at + 2)
        for at in range(1, len(words) - 1)
        if words[at] in ("year", "years", "month", "months") and words[at + 1] in ("old", "olds")
    )


def _positions(spans: tuple[Span, ...]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}
