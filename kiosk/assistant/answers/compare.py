"""Two products side by side: price, value, size, diet, nutrition. Which is better is not for us to say."""

from __future__ import annotations

import re

from kiosk.assistant.answers.find import pick
from kiosk.assistant.answers.label import asked_nutrient, nutrient_amount
from kiosk.assistant.evidence import CARRIED, NEAR, look
from kiosk.assistant.parse import parse
from kiosk.assistant.text import Utterance
from kiosk.assistant.work import Answer, Work
from local_catalog import Catalog, Money, Product

_SPLIT = re.compile(r" (?:or|vs|versus|than|and|to|with|from|against)(?= )")
_PAIR = 2
_MORE_WANTED = frozenset({"protein", "fibre"})


def compare(work: Work) -> Answer:
    """Answer with the differences that the data has."""
    cheapest = _cheapest_shown(work)
    if cheapest is not None:
        return cheapest
    pair, missing = _pair(work)
    if len(pair) == 1 and missing:
        missing = work.utterance.in_own_words(missing)
        work.facts.texts.append(missing)
        said = work.product("compare_one_missing", pair[0], query=missing)
        return Answer(said, pair, "product", work.suggest("staff"), focus=pair[0])
    if len(pair) < 2:
        return Answer(work.say("compare_which"), suggestions=work.suggest("find", "staff"), failed=True)
    a, b = pair[0], pair[1]
    work.facts.about(a, b)
    sentences = _sentences(work, a, b)
    return Answer(
        " ".join(sentences[:3]),
        pair,
        "compare",
        work.suggest("add", "where"),
        focus=min((a, b), key=lambda p: p.current_price),
        wordable=True,
    )


def _cheapest_shown(work: Work) -> Answer | None:
    """'Which one is the cheapest' of more than two on screen."""
    shown = work.conversation.shown
    sort = work.request.sort
    if sort not in ("price", "price_desc") or work.parsed.content or len(work.pointed) > 1 or len(shown) <= _PAIR:
        return None
    pick = min if sort == "price" else max
    best = pick(shown, key=lambda p: p.current_price)
    said = work.product("found_cheapest" if sort == "price" else "found_dearest", best)
    return Answer(said, shown, "results", work.suggest("add", "where"), focus=best, wordable=True)


def _sentences(work: Work, a: Product, b: Product) -> list[str]:
    nutrient = asked_nutrient(work)
    first = []
    if nutrient:
        first = [_nutrient(work, a, b, nutrient)]
    elif set(work.utterance.words) & work.lists.traits.opinion:
        first = [work.say("compare_opinion")]
    lines = [*first, _price(work, a, b), _unit(work, a, b)]
    if a.size != b.size and not _unit(work, a, b):
        lines.append(work.say("compare_size", size_a=a.size, size_b=b.size))
    lines.append(_diet(work, a, b))
    return [line for line in lines if line]


def _price(work: Work, a: Product, b: Product) -> str:
    names = {"a": work.wording.name(a), "b": work.wording.name(b)}
    prices = {"price_a": work.wording.money(a.current_price), "price_b": work.wording.money(b.current_price)}
    if a.current_price == b.current_price:
        return work.say("compare_same_price", **names, **prices)
    cheaper = min((a, b), key=lambda p: p.current_price)
    difference = Money(abs(a.current_price.minor - b.current_price.minor), a.price.currency)
    work.facts.amount(difference)
    return work.say("compare_price", **names, **prices, cheaper=work.wording.name(cheaper),
                    difference=work.wording.money(difference))  # fmt: skip


def _unit(work: Work, a: Product, b: Product) -> str:
    if a.unit != b.unit or a.unit_price == b.unit_price or a.unit == "each":
        return ""
    better = min((a, b), key=lambda p: p.unit_price)
    return work.say("compare_unit", unit=work.wording.unit(better.unit), better=work.wording.name(better),
                    unit_price=work.wording.money(better.unit_price))  # fmt: skip


def _diet(work: Work, a: Product, b: Product) -> str:
    for one, other in ((a, b), (b, a)):
        only = [d for d in one.diet if d not in other.diet]
        if only:
            return work.say("compare_diet", name=work.wording.name(one), diet=work.wording.diets(only[:2]))
    return ""


def _nutrient(work: Work, a: Product, b: Product, nutrient: str) -> str:
    if a.nutrition is None or b.nutrition is None or a.nutrition.per != b.nutrition.per:
        return ""
    said, per = work.wording.nutrients[nutrient], a.nutrition.per
    amounts = {p.sku: getattr(p.nutrition, nutrient) for p in (a, b)}
    if amounts[a.sku] == amounts[b.sku]:
        return work.say("compare_nutrient_same", nutrient=said, per=per,
                        amount=nutrient_amount(work, a.nutrition, nutrient))  # fmt: skip
    more = nutrient in _MORE_WANTED
    chosen, other = sorted((a, b), key=lambda p: amounts[p.sku], reverse=more)
    assert chosen.nutrition is not None
    assert other.nutrition is not None
    return work.say(
        "compare_nutrient_more" if more else "compare_nutrient",
        name=work.wording.name(chosen),
        nutrient=said,
        amount=nutrient_amount(work, chosen.nutrition, nutrient),
        other=nutrient_amount(work, other.nutrition, nutrient),
        per=per,
    )


def _pair(work: Work) -> tuple[tuple[Product, ...], str]:
    """The products to compare, and what was named but not found."""
    if len(work.pointed) >= 2:
        return work.pointed[:4], ""
    sides = _sides(work) if work.parsed.content else []
    found: list[Product] = []
    missing = ""
    for number, side in enumerate(sides):
        product = _side(work.catalog, side, sides[1 - number] if len(sides) == 2 else "", found)
        if product is None:
            missing = missing or side
        else:
            found.append(product)
    if len(found) >= 2:
        return tuple(found[:4]), ""
    if work.pointed and found and found[0].sku != work.pointed[0].sku:
        return (work.pointed[0], found[0]), ""
    if found and missing:
        return (found[0],), missing
    shown = work.conversation.shown
    focus = work.pointed[0] if work.pointed else work.conversation.focus
    if focus is not None and len(shown) >= 2:
        return (focus, *(p for p in shown if p.sku != focus.sku))[:2], ""
    if len(shown) >= 2:
        return shown[:2], ""
    close = [hit.product for hit in work.evidence.match.close if not hit.product.sold_out]
    if work.evidence.match.cover >= CARRIED and len({p.brand + p.name for p in close}) >= 2:
        other = next(p for p in close if p.brand + p.name != close[0].brand + close[0].name)
        return (close[0], other), ""
    return tuple(found[:1]), missing


def _sides(work: Work) -> list[str]:
    """The names on both sides of 'or', 'than', 'and' ..."""
    parts = _SPLIT.split(work.utterance.padded)
    read = []
    for part in parts:
        words = tuple(part.split())
        piece = Utterance("", "latin", words, words)
        query = parse(piece, work.lists, work.catalog.store.currency).query
        if query:
            read.append(query)
    return read[-2:] if len(read) > 2 and look(work.catalog, read[0]).cover < CARRIED else read[:2]


def _side(catalog: Catalog, side: str, other: str, taken: list[Product]) -> Product | None:
    """One side; a lone trait borrows the noun of the other side: 'fresh or frozen spinach'."""
    candidates = [side]
    if other and len(side.split()) == 1 and len(other.split()) > 1:
        candidates.insert(0, f"{side} {other.split()[-1]}")
    for text in candidates:
        match = look(catalog, text)
        if match.cover >= (CARRIED if text == side else 0.9):
            rest = [hit.product for hit in match.close if all(hit.product.sku != p.sku for p in taken)]
            in_stock = [p for p in rest if not p.sold_out]
            return min(in_stock or rest or [pick(match)], key=lambda p: len(p.name.split()))
    match = look(catalog, side)
    return pick(match) if match.cover >= NEAR + 0.15 and match.found.hits else None
