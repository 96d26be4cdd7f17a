"""Several products in one answer: where each is, or what each costs."""

from __future__ import annotations

from dataclasses import replace

from kiosk.assistant.answers.find import pick
from kiosk.assistant.fresh import of_products
from kiosk.assistant.work import MAX_SHOWN, MOST_NAMED, Answer, Work, offer_call
from local_catalog import Product

_TOLD = (None, "location", "price", "stock", "about")


def each(work: Work) -> Answer | None:
    """The answer about each of several things; None if the request is not about several, or needs more than a place
    or a price."""
    request = work.request
    if not work.things or work.pointed or work.follows is not None:
        return None
    if request.intent not in ("find", "detail") or request.aspect not in _TOLD:
        return None
    picks = [pick(thing.match) for thing in work.things if thing.carried]
    missing = [work.utterance.in_own_words(thing.said) for thing in work.things if not thing.carried]
    products = of_products(work, work.hands, tuple({p.sku: p for p in picks}.values()))
    sentences = [_told(work, products[:MOST_NAMED])]
    if len(products) > MOST_NAMED:
        sentences.append(work.say("several_more"))
    sentences += [work.product("stock_out", p) for p in products[:MOST_NAMED] if p.sold_out]
    ages = [p.min_age for p in products if p.min_age]
    if ages:
        sentences.append(work.say("found_age_some", age=max(ages)))
    if missing:
        work.facts.texts.extend(missing)
        sentences.append(work.say("list_missing", query=work.wording.any_of(missing[:MOST_NAMED])))
    return Answer(
        say=" ".join(sentences),
        products=_shown(work, products),
        show="results",
        suggestions=work.suggest("add_all", "staff"),
        offer_staff=bool(missing),
        pending=offer_call(work, "find") if missing else None,
        request=replace(request, query=", ".join(t.said for t in work.things), brand=None, category=None),
        each=products,
    )


def _told(work: Work, products: tuple[Product, ...]) -> str:
    work.facts.about(*products)
    if work.request.aspect == "price":
        return work.say("several_prices", names=work.names(products))
    part = work.wording.part
    return work.say("several_where", names=work.wording.all_of([part("placed", **work.of(p)) for p in products]))


def _shown(work: Work, products: tuple[Product, ...]) -> tuple[Product, ...]:
    """The chosen ones first, then in turn what else there is of each."""
    others = [[hit.product for hit in thing.match.close] for thing in work.things if thing.carried]
    rest = [row[at] for at in range(MAX_SHOWN) for row in others if at < len(row)]
    return tuple({p.sku: p for p in (*products, *rest)}.values())[:MAX_SHOWN]
