"""What is answered at once, without a model: codes, emergencies, a person, yes and no, control words, exact names.

Reflexes see words only through the word lists; all of them together take well under 5 ms. A shopper's own words are
heard by the lists of their language; what those do not know of danger and of wanting a person is also heard by the
English lists, in the English words for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.assistant.conversation import Conversation
from kiosk.assistant.text import Utterance, split_words
from kiosk.assistant.word_lists import ReflexWords, Rule, WordLists, reflex_words, spoken
from local_catalog import Catalog, Product

_CODE = re.compile(r"\d{8,14}")
_SKU = re.compile(r"(?=[a-z0-9-]*\d)[a-z0-9-]{4,20}")
_MOST_FOREIGN = 3
_SHORT = 5


@dataclass(frozen=True, slots=True)
class Reflex:
    """What to do. kind: empty, script, urgent, staff, offer, code, yes, no, control, language, talk or exact."""

    kind: str
    rule: Rule | None = None
    products: tuple[Product, ...] = ()
    value: str = ""
    """The code, the control action, or the language code."""


def reflex(utterance: Utterance, conversation: Conversation, catalog: Catalog, lists: WordLists) -> Reflex | None:
    """The reflex that an utterance sets off, if any."""
    if not utterance.words:
        if utterance.script == "other":
            return Reflex("script")
        return None if utterance.emoji_words else Reflex("empty")
    return (
        _urgent(utterance)
        or _code(utterance, catalog)
        or _reply(utterance, conversation)
        or _staff(utterance, conversation, lists)
        or _control(utterance)
        or _talk(utterance, lists)
        or _exact(utterance, catalog)
        or _foreign(utterance, lists)
    )


def _heard(utterance: Utterance) -> Iterator[tuple[ReflexWords, tuple[str, ...]]]:
    """The lists to ask, each with the words to ask it about: without courtesies and with them."""
    if utterance.language != "en" and utterance.language in spoken():
        yield _own(utterance)
    yield reflex_words("en"), _once(utterance.padded, utterance.all_padded)


def _own(utterance: Utterance) -> tuple[ReflexWords, tuple[str, ...]]:
    """As `_heard`, in the shopper's own language alone."""
    if utterance.language == "en" or utterance.language not in spoken():
        return reflex_words("en"), _once(utterance.padded, utterance.all_padded)
    words = reflex_words(utterance.language)
    return words, _once(words.courtesy.without(utterance.said_padded), utterance.said_padded)


def _once(bare: str, whole: str) -> tuple[str, ...]:
    return (bare,) if bare == whole else (bare, whole)


def _urgent(utterance: Utterance) -> Reflex | None:
    for words, forms in _heard(utterance):
        for rule in words.urgent:
            if any(map(rule.fires, forms)):
                return Reflex("urgent", rule)
    return None


def _code(utterance: Utterance, catalog: Catalog) -> Reflex | None:
    """A scanned or typed barcode, or a SKU that the catalog knows."""
    joined = re.sub(r"[\s-]", "", utterance.text)
    if _CODE.fullmatch(joined):
        product = catalog.by_code(joined)
        return Reflex("code", products=(product,) if product else (), value=joined)
    text = utterance.text.strip().lower()
    if _SKU.fullmatch(text) and (product := catalog.by_code(utterance.text.strip())):
        return Reflex("code", products=(product,), value=utterance.text.strip())
    return None


def _reply(utterance: Utterance, conversation: Conversation) -> Reflex | None:
    words, forms = _own(utterance)
    if conversation.pending is None and words.replies.isdisjoint(utterance.said[:1]):
        return None
    if any(map(words.yes.search, forms)):
        return Reflex("yes")
    if any(map(words.no.search, forms)):
        return Reflex("no")
    return None


def is_medicine(product: Product, lists: WordLists) -> bool:
    """Whether the name or the category says that it is a medicine."""
    padded = "".join(" " + w for w in split_words(f"{product.name} {product.category}", lists.text))
    return reflex_words("en").drugs.search(padded) is not None


def _applies(rule: Rule, focus: Product | None, lists: WordLists) -> bool:
    about = rule.text("about")
    if not about:
        return True
    if focus is None:
        return False
    return is_medicine(focus, lists) if about == "medicine" else bool(focus.min_age)


def _staff(utterance: Utterance, conversation: Conversation, lists: WordLists) -> Reflex | None:
    for words, forms in _heard(utterance):
        for rule in words.staff:
            if rule.flag("none"):
                if rule.fires(forms[0]):
                    return None
            elif _applies(rule, conversation.focus, lists) and any(map(rule.fires, forms)):
                return Reflex("offer" if rule.flag("offer") else "staff", rule)
    return None


def _control(utterance: Utterance) -> Reflex | None:
    words, forms = _own(utterance)
    for rule in words.control:
        if any(map(rule.fires, forms)):
            return Reflex("control", rule, value=rule.text("action"))
    if any(map(words.language_wish.search, forms)):
        name = next((w for w in utterance.said if w in words.language_names), "")
        return Reflex("language", value=words.language_names.get(name, ""))
    if any(map(words.language_other.search, forms)):
        return Reflex("language")
    return None


def _talk(utterance: Utterance, lists: WordLists) -> Reflex | None:
    forms = _once(utterance.padded, utterance.all_padded)
    for rule in lists.smalltalk:
        if (rule.flag("strong") or rule.text("intent") == "smalltalk") and any(map(rule.fires, forms)):
            return Reflex("talk", rule)
    return None


def _exact(utterance: Utterance, catalog: Catalog) -> Reflex | None:
    products = catalog.exact(utterance.text) or catalog.exact(" ".join(utterance.words))
    return Reflex("exact", products=products) if products else None


def _foreign(utterance: Utterance, lists: WordLists) -> Reflex | None:
    """A language that is not spoken, told by its small words."""
    words = utterance.said
    for code, known in lists.foreign.items():
        hits = len({w for w in words if w in known})
        if hits >= _MOST_FOREIGN or (hits >= 2 and len(words) <= _SHORT):
            return Reflex("script", value=code)
    return None
