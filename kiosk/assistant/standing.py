"""What some words of a turn ask for if they stand alone: the ground on which a turn is cut."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.assistant.conversation import Conversation
from kiosk.assistant.evidence import look
from kiosk.assistant.follow import is_trait_only
from kiosk.assistant.parse import Parse, parse
from kiosk.assistant.reflexes import reflex
from kiosk.assistant.several_words import SeveralWords, several_words
from kiosk.assistant.text import Utterance, take_apart
from kiosk.assistant.word_lists import WordLists
from local_catalog import Catalog

CALLS = ("staff", "offer")
"""Reflexes by which a person is wanted."""
_ALONE = ("urgent", *CALLS, "yes", "control")
"""Reflexes that are a request of their own beside others."""
_CUED = 0.6
"""Vote from which a cue asks for something."""
_THING = 0.9
"""Cover from which bare words are a product."""
_POLICY = 0.8
"""Score from which bare words are a policy's."""
_ASKED_POLICY = 0.5


@dataclass(frozen=True, slots=True)
class Own:
    """What some words ask for if they stand alone. intent 'thing': bare words that name a product."""

    intent: str
    aspect: str | None
    """Of a product, or what is done to the list."""
    asks: bool
    bare: bool
    """They name nothing themselves: 'where is it'."""
    covered: bool
    topic: str | None = None
    sells: bool = False
    """The question is whether there is such a thing: a product may follow."""


class Standing:
    """Looks at pieces of one turn, at each text once. Raises CatalogError."""

    def __init__(self, conversation: Conversation, language: str, lists: WordLists, catalog: Catalog) -> None:
        self._conversation = conversation
        self._language = language
        self._lists = lists
        self._catalog = catalog
        self._words: SeveralWords = several_words()
        self._kinds: dict[str, str] = {}
        self._owned: dict[str, Own | None] = {}

    def kind(self, text: str) -> str:
        """The kind of reflex that the text sets off, '' for none."""
        if text not in self._kinds:
            set_off = reflex(self.said(text), self._conversation, self._catalog, self._lists)
            # 'excuse me' and 'what' are heard as 'repeat' too
            self._kinds[text] = "" if set_off is None or set_off.value == "repeat" else set_off.kind
        return self._kinds[text]

    def said(self, text: str) -> Utterance:
        """The text taken apart."""
        return take_apart(text, self._lists.text, self._language)

    def own(self, text: str) -> Own | None:
        """What the text asks for alone, None if it does not stand alone."""
        if text not in self._owned:
            self._owned[text] = self._own(text)
        return self._owned[text]

    def _own(self, text: str) -> Own | None:
        lists, catalog = self._lists, self._catalog
        said = self.said(text)
        if not said.words:
            return None
        parsed = parse(said, lists, catalog.store.currency)
        asks = self._words.asks.search(said.padded) is not None
        kind = self.kind(text)
        if kind in _ALONE:
            return Own("control" if kind in ("control", "yes") else "staff", None, True, False, False)
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
                return Own("thing", None, False, False, True)
            return Own("policy", None, False, False, False, topic, sells) if policy >= _POLICY else None
        if vote < _CUED or not _complete(intent, parsed, policy):
            return None
        covered = bool(parsed.content) and look(catalog, _without_packs(parsed, self._words)).cover >= _THING
        if intent == "find" and policy >= _POLICY and not covered:
            intent = "policy"
        detail = parsed.details.get(intent, {})
        topic = detail.get("topic") or topic
        return Own(intent, detail.get("aspect") or detail.get("op"), asks, not parsed.content, covered, topic, sells)


def _without_packs(parsed: Parse, lists: SeveralWords) -> str:
    return " ".join(word for word in parsed.content if word not in lists.packs) or parsed.query


def _complete(intent: str, parsed: Parse, policy: float) -> bool:
    """Whether a cue has what it asks for."""
    if intent in ("find", "detail"):
        return bool(parsed.content or parsed.traits.references)
    if intent == "policy":
        return policy >= _ASKED_POLICY or "topic" in parsed.details.get("policy", {})
    return intent not in ("smalltalk", "other")
