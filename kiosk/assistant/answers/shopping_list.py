"""The shopper's list: put on, take off, how many, show, empty, take along. 'Done' is said when it is on disk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.assistant.answers.find import pick
from kiosk.assistant.conversation import Pending
from kiosk.assistant.evidence import CARRIED, but_not, look
from kiosk.assistant.parse import parse
from kiosk.assistant.reference import texts_of
from kiosk.assistant.text import take_apart
from kiosk.assistant.types import HandsError, ListLine
from kiosk.assistant.work import Answer, Work
from local_catalog import Money, Product

_PIECES = re.compile(r",|;|\band\b|\bplus\b|&", re.IGNORECASE)
_WHOLE = 0.9
_MOST = 99


@dataclass(frozen=True, slots=True)
class Wanted:
    """A thing for the list: what was said, what it was found to be, and how many."""

    said: str
    product: Product | None
    quantity: int


def shopping_list(work: Work) -> Answer:
    """Do what is asked of the list."""
    try:
        op = work.request.op or "add"
        if op == "add":
            return _add(work)
        if op == "remove":
            return _remove(work)
        if op == "set":
            return _set(work)
        if op == "clear":
            return _clear(work)
        return show(work)
    except HandsError:
        return Answer(work.say("list_failed"), suggestions=work.suggest("staff"), offer_staff=True)


def show(work: Work) -> Answer:
    """What is on it and what that costs."""
    lines = work.hands.list_lines()
    if not lines:
        return Answer(work.say("list_empty"), show="list", suggestions=work.suggest("offers"))
    if work.request.op == "send":
        work.facts.count(len(lines))
        return Answer(work.say("list_send", count=len(lines)), _products(lines), "list")
    total = Money(sum(line.product.current_price.minor * line.quantity for line in lines), work.catalog.store.currency)
    work.facts.about(*(line.product for line in lines))
    work.facts.amount(total)
    work.facts.count(*(line.quantity for line in lines))
    texts = [_line(work, line) for line in lines[:6]]
    if len(lines) > len(texts):
        work.facts.count(len(lines) - len(texts))
        texts.append(work.wording.part("more_lines", count=len(lines) - len(texts)))
    said = work.say("list_shown", names=work.wording.all_of(texts), total=work.wording.money(total))
    return Answer(said, _products(lines), "list", work.suggest("offers"))


def _line(work: Work, line: ListLine) -> str:
    name = work.wording.name(line.product)
    return name if line.quantity == 1 else f"{line.quantity} × {name}"


def _products(lines: Sequence[ListLine]) -> tuple[Product, ...]:
    return tuple(line.product for line in lines)


def _wanted(work: Work) -> list[Wanted]:
    quantity = work.request.quantity or 1
    trail = tuple({p.sku: p for p in work.conversation.trail}.values())
    if len(trail) > 1 and any(n.name == "group" for n in work.parsed.traits.references):
        return [Wanted("", product, 1) for product in trail]
    if work.pointed:
        return [Wanted("", product, quantity) for product in work.pointed]
    if not work.parsed.content:
        focus = work.conversation.focus
        return [Wanted("", focus, quantity)] if focus else []
    match = work.evidence.match
    pieces = [piece for piece in _PIECES.split(work.utterance.english) if piece.strip()]
    whole = look(work.catalog, work.parsed.query)
    if len(pieces) < 2 or whole.cover >= _WHOLE:
        best = whole if whole.cover >= match.cover else match
        return [Wanted(work.parsed.query, _on_screen_or(work, best.query), quantity)]
    wanted = []
    for piece in pieces:
        parsed = parse(take_apart(piece, work.lists.text), work.lists, work.catalog.store.currency)
        if parsed.content:
            wanted.append(Wanted(parsed.query, _on_screen_or(work, parsed.query), parsed.quantity or 1))
    return wanted


def _on_screen_or(work: Work, query: str) -> Product | None:
    """The product on screen that the words fit, else the best one found."""
    match = but_not(look(work.catalog, query), work.parsed.unwanted)
    if match.cover < CARRIED or not match.found.hits:
        return None
    close = {hit.product.sku for hit in match.close}
    on_screen = (work.conversation.focus, *work.conversation.shown)
    return next((p for p in on_screen if p is not None and p.sku in close), None) or pick(match)


def _add(work: Work) -> Answer:
    wanted = _wanted(work)
    if not wanted:
        return Answer(work.say("list_what"), show="list", suggestions=work.suggest("list"))
    have = {line.product.sku: line.quantity for line in work.hands.list_lines()}
    added: list[Wanted] = []
    for want in wanted:
        if want.product is not None:
            work.hands.list_set(want.product.sku, min(_MOST, have.get(want.product.sku, 0) + want.quantity))
            work.facts.receipt("added")
            added.append(want)
    missing = [work.utterance.in_own_words(want.said) for want in wanted if want.product is None]
    work.facts.texts.extend(missing)
    products = tuple(want.product for want in added if want.product is not None)
    work.facts.about(*products)
    sentences = []
    if len(products) == 1:
        quantity = added[0].quantity
        work.facts.count(quantity)
        key = "list_added" if quantity == 1 else "list_added_many"
        sentences.append(work.product(key, products[0], count=quantity))
        if products[0].stock == 0:
            sentences.append(work.say("list_out"))
        elif added[0].said and len(look(work.catalog, added[0].said).close) > 1:
            sentences.append(work.say("list_added_unsure"))
    elif products:
        sentences.append(work.say("list_added_several", names=work.names(products, prices=False, most=8)))
    if missing:
        sentences.append(work.say("list_missing", query=work.wording.any_of(missing)))
    if not products:
        return Answer(" ".join(sentences), show="list", suggestions=work.suggest("staff", "list"), offer_staff=True)
    close = [hit.product for hit in work.evidence.match.close][:6] if len(products) == 1 and added[0].said else []
    shown = (*products, *(p for p in close if p.sku != products[0].sku))
    request = replace(work.request, op="add", query=work.request.query)
    return Answer(" ".join(sentences), shown, "list", work.suggest("list", "with"), focus=products[0], request=request)


def _on_list(work: Work) -> tuple[ListLine, ...]:
    """The lines that the words mean."""
    lines = work.hands.list_lines()
    words = [w for w in work.parsed.content if w not in work.lists.traits.weak]
    last = any(n.name == "last" for n in work.parsed.traits.references)
    if last:
        return lines[-1:]
    if work.pointed:
        skus = {p.sku for p in work.pointed}
        return tuple(line for line in lines if line.product.sku in skus)
    if words:
        exact = tuple(line for line in lines if all(_stem(w) in texts_of(line.product) for w in words))
        if exact:
            return exact[:1]
        found = {hit.product.sku for hit in look(work.catalog, " ".join(words)).close}
        return tuple(line for line in lines if line.product.sku in found)[:1]
    focus = work.conversation.focus
    return tuple(line for line in lines if focus is not None and line.product.sku == focus.sku)


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _remove(work: Work) -> Answer:
    lines = _on_list(work)
    if not lines:
        if not work.parsed.content and not work.pointed:
            return Answer(work.say("list_what_off"), show="list", suggestions=work.suggest("list"))
        query = work.said_query() if work.parsed.content else work.wording.part("that")
        work.facts.texts.append(query)
        return Answer(work.say("list_not_on", query=query), show="list", suggestions=work.suggest("list"))
    for line in lines:
        work.hands.list_set(line.product.sku, 0)
        work.facts.receipt("removed")
    names = work.names(_products(lines), prices=False, most=4)
    key = "list_removed" if len(lines) == 1 else "list_removed_many"
    request = replace(work.request, op="remove")
    return Answer(work.say(key, name=names), _products(lines), "list", work.suggest("list"), focus=lines[0].product,
                  request=request)  # fmt: skip


def _set(work: Work) -> Answer:
    quantity = work.request.quantity or 1
    lines = _on_list(work) or work.hands.list_lines()[-1:]
    if not lines:
        return _add(work)
    product = lines[0].product
    work.hands.list_set(product.sku, min(_MOST, quantity))
    work.facts.receipt("added")
    work.facts.count(quantity)
    key = "list_added" if quantity == 1 else "list_added_many"
    return Answer(work.product(key, product, count=quantity), (product,), "list", work.suggest("list"), focus=product,
                  request=replace(work.request, op="set"))  # fmt: skip


def _clear(work: Work) -> Answer:
    lines = work.hands.list_lines()
    if not lines:
        return Answer(work.say("list_empty"), show="list", suggestions=work.suggest("offers"))
    if len(lines) > 1 and not (work.conversation.pending and work.conversation.pending.kind == "clear"):
        work.facts.count(len(lines))
        return Answer(work.say("list_clear_ask", count=len(lines)), _products(lines), "list",
                      work.suggest("yes", "no"), pending=Pending("clear"))  # fmt: skip
    return clear(work)


def clear(work: Work) -> Answer:
    """Empty the list. Raises HandsError."""
    work.hands.list_clear()
    work.facts.receipt("cleared")
    return Answer(work.say("list_cleared"), show="list", suggestions=work.suggest("offers"))
