"""Cuts one turn into the requests it is made of, and leaves out what the shopper took back in the same breath.

A cut is made only where both sides stand as requests of their own: by the vote of a cue, by words that the catalog
covers well, or by a policy. What merely lists products stays one request (see `things`).
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.assistant.conversation import Conversation
from kiosk.assistant.evidence import look
from kiosk.assistant.follow import is_trait_only
from kiosk.assistant.parse import Parse, parse
from kiosk.assistant.reflexes import reflex
from kiosk.assistant.segments import Segment, Token, is_mark, segments, starts, tokens
from kiosk.assistant.several_words import SeveralWords, several_words
from kiosk.assistant.text import Utterance, take_apart
from kiosk.assistant.word_lists import WordLists
from local_catalog import Catalog

MOST_PARTS = 3
"""Requests of one turn that are answered; the shopper is told what was left out."""
_MOST_SEGMENTS = 12
_CUED = 0.6
"""Vote from which a cue asks for something."""
_THING = 0.9
"""Cover from which bare words are a product."""
_POLICY = 0.8
"""Score from which bare words are a policy's."""
_ASKED_POLICY = 0.5
_WHOLE = ("urgent", "code", "exact", "empty", "script", "language")
"""Reflexes that leave no room for another request."""
_CALLS = ("staff", "offer")
_ALONE = ("urgent", *_CALLS, "yes", "control")
"""Reflexes that are a request of their own beside others."""
_ANSWERED_BY_FIND = ("location", "price")
"""What is told of a product that is found, asked or not."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The texts of the requests in one turn, in order. `left_out`: there were more than are answered."""

    texts: tuple[str, ...]
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class _Own:
    """What some words ask for if they stand alone. intent 'thing': bare words that name a product."""

    intent: str
    aspect: str | None
    asks: bool
    bare: bool
    """They name nothing themselves: 'where is it'."""
    covered: bool
    topic: str | None = None
    sells: bool = False
    """The question is whether there is such a thing: a product may follow."""


class _Cutter:
    def __init__(self, utterance: Utterance, conversation: Conversation, lists: WordLists, catalog: Catalog) -> None:
        self._utterance = utterance
        self._conversation = conversation
        self._lists = lists
        self._catalog = catalog
        self._words: SeveralWords = several_words()

    def parts(self, found: tuple[Segment, ...]) -> Parts:
        """Joins what belongs together of the segments of the utterance."""
        text = self._utterance.text
        if len(found) < 2:
            return Parts((text,))
        spans = [found[0]]
        own = self._own(self._said(found[0]))
        for segment in found[1:]:
            mine = self._own(self._said(segment))
            if own is not None and mine is not None and _apart(own, mine):
                spans.append(segment)
                own = mine
                continue
            spans[-1] = Segment(spans[-1].start, segment.end, spans[-1].joint)
            if own is None or mine is None or mine.intent != "thing":
                own = self._own(self._said(spans[-1])) or own
        if len(spans) == 1:
            return Parts((text,))
        return Parts(tuple(self._said(span) for span in spans[:MOST_PARTS]), len(spans) > MOST_PARTS)

    def _said(self, segment: Segment) -> str:
        return self._utterance.text[segment.start : segment.end]

    def _own(self, text: str) -> _Own | None:
        """What the words ask for alone, None if they do not stand alone."""
        lists, catalog = self._lists, self._catalog
        said = take_apart(text, lists.text, self._utterance.language)
        if not said.words:
            return None
        parsed = parse(said, lists, catalog.store.currency)
        asks = self._words.asks.search(said.padded) is not None
        kind = _kind(said, self._conversation, lists, catalog)
        if kind in _ALONE:
            return _Own("control" if kind in ("control", "yes") else "staff", None, True, False, False)
        policies = catalog.match_policy(" ".join(said.words), 1)
        policy, topic = (policies[0].score, policies[0].policy.topic) if policies else (0.0, None)
        intent = max(parsed.votes, key=lambda name: parsed.votes[name], default="")
        vote = parsed.votes.get(intent, 0.0)
        sells = parsed.votes.get("find", 0.0) >= _CUED
        only_pack = intent == "find" and not asks
        if not vote or only_pack:
            if is_trait_only(parsed) or all(word.isdigit() for word in parsed.content):
                return None
            if look(catalog, _without_packs(parsed, self._words)).cover >= _THING:
                return _Own("thing", None, False, False, True)
            return _Own("policy", None, False, False, False, topic, sells) if policy >= _POLICY else None
        if vote < _CUED or not _complete(intent, parsed, policy):
            return None
        covered = bool(parsed.content) and look(catalog, _without_packs(parsed, self._words)).cover >= _THING
        if intent == "find" and policy >= _POLICY and not covered:
            intent = "policy"
        detail = parsed.details.get(intent, {})
        topic = detail.get("topic") or topic
        return _Own(intent, detail.get("aspect"), asks, not parsed.content, covered, topic, sells)


def _without_packs(parsed: Parse, lists: SeveralWords) -> str:
    return " ".join(word for word in parsed.content if word not in lists.packs) or parsed.query


def _complete(intent: str, parsed: Parse, policy: float) -> bool:
    """Whether a cue has what it asks for."""
    if intent in ("find", "detail"):
        return bool(parsed.content or parsed.traits.references)
    if intent == "policy":
        return policy >= _ASKED_POLICY or "topic" in parsed.details.get("policy", {})
    return intent not in ("smalltalk", "other")


def _apart(before: _Own, after: _Own) -> bool:
    """Whether the second is another request than the first."""
    if "complaint" in (before.intent, after.intent) or (before.intent == "recommend" and not before.asks):
        return False
    if after.intent == "thing":
        return before.intent == "policy" and before.sells
    if not after.asks and after.intent != "staff":
        return after.intent == "policy" and before.intent in ("thing", "find")
    if before.intent in ("thing", "find") and before.aspect in (None, "location") and after.bare:
        return after.aspect not in _ANSWERED_BY_FIND
    if before.intent == after.intent == "policy":
        return before.topic != after.topic
    if before.intent in ("thing", after.intent) and after.intent in ("find", "list", "detail"):
        alike = before.covered and after.covered and (before.intent == "thing" or before.aspect == after.aspect)
        return not alike
    return before.intent != after.intent or after.intent in ("detail", "find")


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
    kind = _kind(utterance, conversation, lists, catalog)
    if kind in _WHOLE:
        return whole
    cutter = _Cutter(utterance, conversation, lists, catalog)
    if kind in _CALLS:
        rest = _without_calls(cutter.parts(found), conversation, lists, catalog, utterance.language)
        return Parts((utterance.text, *rest)) if rest else whole
    if marker is not None:
        text = _put_right(utterance, marker, lists, catalog)
        utterance = take_apart(text, lists.text, utterance.language)
        cutter = _Cutter(utterance, conversation, lists, catalog)
        found = segments(utterance, several)
    parts = cutter.parts(found)
    kinds = {text: _kind(take_apart(text, lists.text, utterance.language), conversation, lists, catalog)
             for text in parts.texts}  # fmt: skip
    if "urgent" in kinds.values():
        return Parts(tuple(text for text, kind in kinds.items() if kind == "urgent")[:1])
    return Parts(tuple(sorted(kinds, key=lambda text: kinds[text] not in _CALLS)), parts.left_out)


def _kind(utterance: Utterance, conversation: Conversation, lists: WordLists, catalog: Catalog) -> str:
    set_off = reflex(utterance, conversation, catalog, lists)
    if set_off is None or set_off.value == "repeat":  # 'excuse me' and 'what' are heard as that too
        return ""
    return set_off.kind


def _without_calls(
    parts: Parts, conversation: Conversation, lists: WordLists, catalog: Catalog, language: str
) -> tuple[str, ...]:
    """The requests beside the one for a person; none if it takes the whole text to see that a person is wanted."""
    texts = {text: _kind(take_apart(text, lists.text, language), conversation, lists, catalog) for text in parts.texts}
    rest = tuple(text for text, kind in texts.items() if kind not in _CALLS)
    return rest[: MOST_PARTS - 1] if len(rest) < len(texts) else ()


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
            found = (at, length)
        at += length or 1
    return found
