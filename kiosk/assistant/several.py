"""Cuts one turn into the requests it is made of, and leaves out what the shopper took back in the same breath.

A cut is made only where both sides stand as requests of their own: by the vote of a cue, by words that the catalog
covers well, or by a policy. What merely lists products stays one request (see `things`).
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.assistant.conversation import Conversation
from kiosk.assistant.follow import is_trait_only
from kiosk.assistant.parse import parse
from kiosk.assistant.segments import Segment, Token, is_mark, segments, starts, tokens
from kiosk.assistant.several_words import SeveralWords, several_words
from kiosk.assistant.standing import CALLS, Own, Standing
from kiosk.assistant.text import Utterance, take_apart
from kiosk.assistant.word_lists import WordLists
from local_catalog import Catalog

MOST_PARTS = 3
"""Requests of one turn that are answered; the shopper is told that there were more."""
_MOST_SEGMENTS = 12
_WHOLE = ("urgent", "code", "exact", "empty", "script", "language")
"""Reflexes that leave no room for another request."""
_PLAIN = ("find", "thing", "list", "offers", "policy")
_PLAIN_ASPECTS = ("price", "unit_price", "location", "stock", "size")
_ANSWERED_BY_FIND = ("location", "price")
"""What is told of a product that is found, asked or not."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The texts of the requests in one turn, in order. `left_out`: there were more than are answered."""

    texts: tuple[str, ...]
    left_out: bool = False


def parts_of(utterance: Utterance, conversation: Conversation, lists: WordLists, catalog: Catalog) -> Parts:
    """The requests in one turn; the whole text alone if it is one. Raises CatalogError.

    In danger nothing else is answered. Where a person is wanted, the whole text goes to staff first, and then the
    other requests are answered.
    """
    whole = Parts((utterance.text,))
    several = several_words()
    found = segments(utterance, several)
    marker = _last_marker(utterance.text, tokens(utterance), several)
    if not utterance.words or (marker is None and len(found) < 2) or len(found) > _MOST_SEGMENTS:
        return whole
    standing = Standing(conversation, utterance.language, lists, catalog)
    kind = standing.kind(utterance.text)
    if kind in _WHOLE:
        return whole
    if kind in CALLS:
        rest = _without_calls(_cut(utterance.text, found, standing), standing)
        return Parts((utterance.text, *rest)) if rest else whole
    if marker is not None:
        utterance = standing.said(_put_right(utterance, marker, lists, catalog))
        found = segments(utterance, several)
    parts = _cut(utterance.text, found, standing)
    if len(parts.texts) == 1:
        return parts
    kinds = {text: standing.kind(text) for text in parts.texts}
    danger = next((text for text, kind in kinds.items() if kind == "urgent"), None)
    if danger is not None:
        return Parts((danger,))
    return Parts(tuple(sorted(kinds, key=lambda text: kinds[text] not in CALLS)), parts.left_out)


def _cut(text: str, found: tuple[Segment, ...], standing: Standing) -> Parts:
    """Joins what belongs together of the segments of a text."""
    if len(found) < 2:
        return Parts((text,))
    said = [(found[0].start, found[0].end)]
    own = standing.own(text[slice(*said[0])])
    for segment in found[1:]:
        mine = standing.own(text[segment.start : segment.end])
        if own is not None and mine is not None and _apart(own, mine):
            said.append((segment.start, segment.end))
            own = mine
            continue
        if own is not None and mine is not None and _answered(own, mine):
            continue
        said[-1] = (said[-1][0], segment.end)
        if own is None or mine is None or mine.intent != "thing":
            own = standing.own(text[slice(*said[-1])]) or own
    if len(said) == 1 and said[0] == (found[0].start, found[-1].end):
        return Parts((text,))
    return Parts(tuple(text[start:end] for start, end in said[:MOST_PARTS]), len(said) > MOST_PARTS)


def _answered(before: Own, after: Own) -> bool:
    """Whether the second is told anyway: 'do you have oat milk and how much is it'."""
    return before.intent == "find" and before.asks and _told_of_found(before, after)


def _told_of_found(before: Own, after: Own) -> bool:
    return before.aspect in (None, "location") and after.bare and after.aspect in _ANSWERED_BY_FIND


def _apart(before: Own, after: Own) -> bool:
    """Whether the second is another request than the first."""
    if "complaint" in (before.intent, after.intent) or (before.intent == "recommend" and not before.asks):
        return False
    if after.intent == "thing":
        return before.intent == "policy" and before.sells
    if not after.asks and after.intent != "staff":
        return after.intent == "policy" and before.intent in ("thing", "find")
    if before.intent in ("thing", "find") and _told_of_found(before, after):
        return False
    if before.intent == after.intent == "policy":
        return before.topic != after.topic
    if before.intent in ("thing", after.intent) and after.intent in ("find", "list", "detail"):
        alike = before.covered and after.covered and (before.intent == "thing" or before.aspect == after.aspect)
        return not alike
    return before.intent != after.intent or after.intent in ("detail", "find")


def _without_calls(parts: Parts, standing: Standing) -> tuple[str, ...]:
    """The requests beside the one for a person; none if it takes the whole text to see that a person is wanted."""
    rest = tuple(text for text in parts.texts if standing.kind(text) not in CALLS)
    if len(rest) == len(parts.texts):
        return ()
    return tuple(text for text in rest if _beside_a_call(standing.own(text)))[: MOST_PARTS - 1]


def _beside_a_call(own: Own | None) -> bool:
    """What may be answered while a person comes: no advice, and nothing that was to be asked of the person."""
    if own is None:
        return False
    return own.intent in _PLAIN or (own.intent == "detail" and own.aspect in _PLAIN_ASPECTS)


def _put_right(utterance: Utterance, marker: tuple[int, int], lists: WordLists, catalog: Catalog) -> str:
    """The text without what was taken back: 'where is the cola, no wait, the sprite' is 'where is the sprite'."""
    words = tokens(utterance)
    place, length = marker
    before, after = words[:place], words[place + length :]
    said = take_apart(utterance.text[after[0].start :], lists.text, utterance.language)
    parsed = parse(said, lists, catalog.store.currency)
    if parsed.content and (parsed.votes or several_words().asks.search(said.padded)):
        return said.text
    first = take_apart(utterance.text[: before[-1].end], lists.text, utterance.language)
    known = parse(first, lists, catalog.store.currency)
    if not parsed.content or is_trait_only(parsed):
        return f"{first.text} {said.text}"  # only a trait is put right: 'a cola, no wait, sugar free'
    counted = frozenset(lists.amounts.numbers) if known.quantity and parsed.quantity else frozenset()
    gone = {*known.content, *counted, *several_words().packs}
    frame = [utterance.text[token.start : token.end] for token in before if token.word not in gone]
    return " ".join([*frame, said.text])


def _last_marker(text: str, words: tuple[Token, ...], lists: SeveralWords) -> tuple[int, int] | None:
    """The last words that take back something said before them, with something after them: place and length."""
    found = None
    at = 1
    while at < len(words):
        length = starts(words, at, lists.takes_back)
        if not length and is_mark(text, words[at - 1], words[at]):
            length = starts(words, at, lists.takes_back_after_mark)
        if length and at + length < len(words):
            goes_on = found is not None and sum(found) == at  # 'no wait, I meant'
            found = (found[0], found[1] + length) if found is not None and goes_on else (at, length)
        at += length or 1
    return found
