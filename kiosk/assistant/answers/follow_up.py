"""Going on from a product or search: cheaper, bigger, smaller, other sizes, more of them."""

from __future__ import annotations

from dataclasses import replace

from kiosk.assistant.answers.notes import notes
from kiosk.assistant.evidence import Match, but_not, has, look
from kiosk.assistant.work import MAX_SHOWN, Answer, Work, offer_call
from local_catalog import Money, Product

_SAME = 0.8


def follow_up(work: Work) -> Answer:
    """Answer by what the words ask of the product that is meant."""
    conversation = work.conversation
    product = (*work.pointed, *((conversation.focus,) if conversation.focus else ()), *conversation.shown)[0]
    if work.follows == "cheaper":
        return _cheaper(work, product)
    if work.follows in ("bigger", "smaller"):
        return _size(work, product, work.follows == "bigger")
    if work.follows == "sizes":
        return sizes(work, product)
    return _more(work)


def _cheaper(work: Work, product: Product) -> Answer:
    shown = [p for p in work.conversation.shown if p.current_price < product.current_price and not p.sold_out]
    same_kind = [p for p in shown if p.category == product.category]
    found = [p for p in work.catalog.cheaper(product.sku, MAX_SHOWN) if p.current_price < product.current_price]
    last = work.conversation.last_request
    unwanted = last.unwanted if last else ()
    found = [p for p in found if not any(has(p, text) for text in unwanted)]
    choices = found or sorted(same_kind, key=lambda p: p.current_price)
    if not choices:
        said = work.product("cheaper_none", product)
        return Answer(said, (product,), "product", work.suggest("sizes", "offers", "staff"), focus=product)
    best = choices[0]
    difference = Money(product.current_price.minor - best.current_price.minor, best.price.currency)
    work.facts.amount(difference)
    work.facts.about(product)
    said = work.product("cheaper_one", best, difference=work.wording.money(difference))
    return Answer(
        say=" ".join([said, *notes(work, best)]),
        products=tuple(choices[:MAX_SHOWN]),
        show="results" if len(choices) > 1 else "product",
        suggestions=work.suggest("add", "where", "more"),
        focus=best,
        wordable=True,
    )


def content(product: Product) -> float:
    """How much is in a pack, in an unknown unit that is the same for packs of one product."""
    return product.price.minor / max(1, product.unit_price.minor)


def _size(work: Work, product: Product, bigger: bool) -> Answer:
    packs = sorted((p for p in work.catalog.sizes(product.sku) if not p.sold_out), key=content)
    others = [p for p in packs if (content(p) > content(product)) == bigger and p.size != product.size]
    if not others:
        work.facts.about(product)
        alone = not work.catalog.sizes(product.sku)
        key = "size_only" if alone else "size_none_bigger" if bigger else "size_none_smaller"
        return Answer(
            work.say(key, size=product.size),
            (product,),
            "product",
            work.suggest("cheaper", "staff"),
            focus=product,
            pending=offer_call(work, "product", product.department, product.sku),
        )
    best = others[0] if bigger else others[-1]
    said = work.product("size_bigger", best)
    shown = (best, *(p for p in others if p.sku != best.sku))
    return Answer(said, shown, "results" if len(shown) > 1 else "product", work.suggest("add", "where"), focus=best)


def sizes(work: Work, product: Product) -> Answer:
    """All sizes of a product with their prices."""
    packs = sorted((product, *work.catalog.sizes(product.sku)), key=content)
    if len(packs) == 1:
        work.facts.about(product)
        return Answer(work.say("size_only", size=product.size), (product,), "product", work.suggest("add"),
                      focus=product)  # fmt: skip
    work.facts.about(*packs)
    work.facts.count(len(packs))
    wording = work.wording
    listed = wording.all_of([wording.part("priced", name=p.size, price=wording.money(p.current_price)) for p in packs])
    said = work.say("sizes", name=wording.name(product, size=False), count=len(packs), sizes=listed)
    return Answer(said, tuple(packs), "results", work.suggest("add", "where"), focus=product, wordable=True)


def _more(work: Work) -> Answer:
    conversation = work.conversation
    last = conversation.last_request
    seen = {p.sku for p in conversation.shown}
    query = last.query if last else ""
    match = look(work.catalog, query, last.filters(), limit=48) if last and query else Match()
    found = but_not(match, last.unwanted).found.hits if last else ()
    best = max((hit.score for hit in found), default=0.0)
    rest = [hit.product for hit in found if hit.product.sku not in seen and hit.score >= _SAME * best]
    if not rest and conversation.focus is not None:
        others = work.catalog.instead(conversation.focus.sku, MAX_SHOWN)
        unwanted = last.unwanted if last else ()
        rest = [p for p in others if p.sku not in seen and not any(has(p, text) for text in unwanted)]
    if not rest:
        said = work.say("none_else", query=query or work.wording.part("that"))
        work.facts.texts.append(said)
        return Answer(said, conversation.shown, "results", work.suggest("yes", "no"), offer_staff=True,
                      pending=offer_call(work, "find"))  # fmt: skip
    shown = tuple(rest[:MAX_SHOWN])
    request = replace(last, aspect=None) if last else None
    return Answer(work.say("more_found", names=work.names(shown)), shown, "results",
                  work.suggest("cheaper", "more", "staff"), request=request)  # fmt: skip
