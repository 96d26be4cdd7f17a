"""What is answered at once, without a model: codes, emergencies, a person, yes and no, control words, exact names.

Reflexes see words only through the word lists; all of them together take well under 5 ms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.assistant.conversation import Conversation
from kiosk.assistant.text import Utterance, split_words
from kiosk.assistant.word_lists import Rule, WordLists
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
        _urgent(utterance, lists)
        or _code(utterance, catalog)
        or _reply(utterance, conversation, lists)
        or _staff(utterance, conversation, lists)
        or _control(utterance, lists)
        or _talk(utterance, lists)
        or _exact(utterance, catalog)
        or _foreign(utterance, lists)
    )


def _fires(rule: Rule, utterance: Utterance) -> bool:
    return rule.fires(utterance.padded) or (utterance.all_words != utterance.words and rule.fires(utterance.all_padded))


def _urgent(utterance: Utterance, lists: WordLists) -> Reflex | None:
    rule = next((r for r in lists.urgent if _fires(r, utterance)), None)
    return Reflex("urgent", rule) if rule else None


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


def _reply(utterance: Utterance, conversation: Conversation, lists: WordLists) -> Reflex | None:
    if conversation.pending is None and utterance.all_words[0] not in _PLAIN_REPLIES:
        return None
    if lists.yes.search(utterance.all_padded):
        return Reflex("yes")
    if lists.no.search(utterance.all_padded):
        return Reflex("no")
    return None


_PLAIN_REPLIES = ("yes", "yeah", "yep", "yup", "no", "nope", "nah")


def is_medicine(product: Product, lists: WordLists) -> bool:
    """Whether the name or the category says that it is a medicine."""
    words = split_words(f"{product.name} {product.category}", lists.text)
    return lists.drugs.search("".join(" " + w for w in words)) is not None


def _applies(rule: Rule, focus: Product | None, lists: WordLists) -> bool:
    about = rule.text("about")
    if not about:
        return True
    if focus is None:
        return False
    return is_medicine(focus, lists) if about == "medicine" else bool(focus.min_age)


def _staff(utterance: Utterance, conversation: Conversation, lists: WordLists) -> Reflex | None:
    for rule in lists.staff:
        if rule.flag("none"):
            if rule.fires(utterance.padded):
                return None
        elif _applies(rule, conversation.focus, lists) and _fires(rule, utterance):
            return Reflex("offer" if rule.flag("offer") else "staff", rule)
    return None


def _control(utterance: Utterance, lists: WordLists) -> Reflex | None:
    for rule in lists.control:
        if _fires(rule, utterance):
            return Reflex("control", rule, value=rule.text("action"))
    if lists.language_wish.search(utterance.padded):
        name = next((w for w in utterance.words if w in lists.language_names), "")
        return Reflex("language", value=lists.language_names.get(name, ""))
    if lists.language_other.search(utterance.padded):
        return Reflex("language")
    return None


def _talk(utterance: Utterance, lists: WordLists) -> Reflex | None:
    for rule in lists.smalltalk:
        if (rule.flag("strong") or rule.text("intent") == "smalltalk") and _fires(rule, utterance):
            return Reflex("talk", rule)
    return None


def _exact(utterance: Utterance, catalog: Catalog) -> Reflex | None:
    products = catalog.exact(utterance.text) or catalog.exact(" ".join(utterance.words))
    return Reflex("exact", products=products) if products else None


def _foreign(utterance: Utterance, lists: WordLists) -> Reflex | None:
    """Another language than the one that is spoken, told by its small words."""
    words = utterance.all_words
    for code, known in lists.foreign.items():
        hits = len({w for w in words if w in known})
        if hits >= _MOST_FOREIGN or (hits >= 2 and len(words) <= _SHORT):
            return Reflex("script", value=code)
    return None
