"""Nothing is said that the facts of the turn do not hold.

A wording passes if each part of it stands in one statement of the turn (a rule of the store, the hours, a sentence of
the label), or if each of its words and numbers is told by the facts of the product it is about. A word that is not in
the facts, nor in the template answer, nor among those that state nothing (words/<language>/said.toml) stops it: what
the guard cannot follow is not said. `check` returns what could not be traced; an empty list means that it may be
said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.assistant.facts import Facts
from kiosk.assistant.guarding.claims import Claims, Told
from kiosk.assistant.guarding.figures import Figures
from kiosk.assistant.guarding.mentions import Mentions
from kiosk.assistant.guarding.rules import Rules, cuts
from kiosk.assistant.guarding.tokens import Token, is_link, tokens_of
from kiosk.assistant.guarding.words import said_words
from kiosk.assistant.types import money_json
from kiosk.assistant.word_lists import WordLists

_SIGNS = frozenset(" .,;:!?'’‘\"“”()-–—…%$€£")
_IN_NAMES = frozenset("&/+°®™²³½¼¾×*#=")
"""Signs that may be said if a fact has them; those of markup never."""
_LONGEST = 1_000
"""Characters of a wording that are looked at; a longer one is not said."""
_CURRENCIES = {"EUR": "€", "GBP": "£"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What the facts do not hold. kind: form, language, number, place, word, label, stock, claim, action."""

    kind: str
    text: str


def check(wording: str, facts: Facts, lists: WordLists, draft: str = "") -> list[Fault]:
    """All faults of a wording. `draft` is the template answer, which is true."""
    words = said_words(lists.language)
    if words is None:
        return [Fault("language", lists.language)]
    faults = list(_form(wording, facts, draft))
    if faults:
        return faults
    sign = _sign(facts, draft)
    tokens = tokens_of(wording, words, sign)
    drafted = tokens_of(draft, words, sign)
    mentions = Mentions(tokens, facts.products, words)
    tokens = mentions.joined()
    told = Told([draft, *facts.texts, *facts.names], facts.products, words, sign)
    rules = Rules([*facts.texts, *([] if facts.products else [draft])], words, sign)
    claims = Claims(tokens, mentions, facts, words, lists.traits, told)
    figures = Figures(tokens, mentions, facts, words, drafted, sign)
    for start, end in cuts(tokens, words):
        chunk = tokens[start:end]
        if rules.hold(chunk) or rules.quotes([t for t in tokens if t.sentence == chunk[0].sentence]):
            continue
        if not facts.products and not _says_nothing(chunk, rules):
            faults.append(Fault("claim", " ".join(t.text for t in chunk)))
            continue
        faults += [Fault(kind, text) for kind, text in claims.faults(start, end)]
        faults += [
            Fault("number", tokens[at].text)
            for at in range(start, end)
            if tokens[at].is_number and at not in mentions.covered and not figures.holds(at)
        ]
    faults += [Fault("label", brand) for brand in claims.brands()]
    return faults


def _sign(facts: Facts, draft: str) -> str:
    """The sign of the store's currency."""
    if facts.products:
        return _CURRENCIES.get(facts.products[0].price.currency, "$")
    return next((c for c in " ".join([*facts.texts, draft]) if c in "$€£"), "$")


def _form(wording: str, facts: Facts, draft: str) -> Iterator[Fault]:
    """Characters that have no business in a short answer: marks, other scripts, what cannot be seen, links."""
    if len(wording) > _LONGEST:
        yield Fault("form", "too long")
        return
    known = {c for text in (draft, *facts.texts, *facts.names, *_product_texts(facts)) for c in text}
    for character in dict.fromkeys(wording):
        if (character.isascii() and character.isalnum()) or character in _SIGNS:
            continue
        if character not in known or not (character.isalnum() or character in _IN_NAMES):
            yield Fault("form", f"U+{ord(character):04X}")
    if is_link(wording) and not is_link(draft):
        yield Fault("form", "link")


def _product_texts(facts: Facts) -> Iterator[str]:
    for p in facts.products:
        yield from (p.name, p.brand, p.size, p.category, *p.attributes.values())


def _says_nothing(chunk: Sequence[Token], rules: Rules) -> bool:
    """Whether a part of a wording has neither a number nor a word that states something."""
    row = tuple(t.text for t in chunk)
    words = rules.words
    return (
        row in words.interjections
        or row in words.phrases
        or not (any(t.is_number for t in chunk) or rules.content(chunk))
    )


def fact_lines(facts: Facts) -> list[str]:
    """The facts as short lines for a model that words answers."""
    lines = list(facts.texts)
    for p in facts.products[:6]:
        line = f"{p.brand} {p.name}, {p.size}: {money_json(p.current_price):.2f} {p.price.currency}"
        if p.location:
            line += f", aisle {p.location.aisle}, bay {p.location.bay}"
        if p.stock is not None:
            line += f", {p.stock} in stock"
        if p.offer:
            line += f", offer: {p.offer.label}"
        if p.diet:
            line += f", marked {', '.join(p.diet)}"
        lines.append(line)
    return lines
