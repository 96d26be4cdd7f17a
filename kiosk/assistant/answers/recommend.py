"""Suggestions: what goes with something, what to take instead, what fits an occasion; all from the shelf, in stock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.assistant.answers.find import not_carried, pick, price_range
from kiosk.assistant.answers.notes import notes
from kiosk.assistant.evidence import CARRIED, Match, look
from kiosk.assistant.word_lists import Occasion
from kiosk.assistant.work import MAX_SHOWN, Answer, Work, offer_call
from local_catalog import Filters, Product

_SURE = 0.9
_SHOWN = 8
_YOUNG = 20
"""What is sold below the age for alcohol may be suggested unasked."""
_ANY = 200


def recommend(work: Work) -> Answer:
    """Answer with products in stock."""
    padded = work.utterance.padded
    lists = work.lists
    if work.follows == "alternative" or lists.traits.follow["alternative"].search(padded):
        product = _anchor(work)
        if product is not None:
            return _instead(work, product)
    goes_with = lists.traits.follow["with"].search(padded)
    if goes_with is not None and (kind := _kind_before(work, goes_with.start())):
        return _kind(work, kind)
    if goes_with is not None:
        product = _anchor(work) or _named(work)
        if product is not None:
            return _with(work, product)
    occasion = occasion_of(work, padded)
    bare = not work.parsed.content and work.follows is None and not work.request.narrows
    if bare and occasion is None and _anchor(work) is not None:
        return _choice(work)
    if occasion is not None and not _is_thing(work, occasion):
        return for_occasion(work, occasion)
    if work.request.query and work.evidence.match.cover >= CARRIED:
        return _kind(work, work.evidence.match)
    if occasion is not None:
        return for_occasion(work, occasion)
    if work.request.query and work.parsed.votes.get("find", 0.0) > 0:
        return not_carried(work)
    if work.parsed.content:
        return Answer(work.say("recommend_none"), suggestions=work.suggest("yes", "offers"), offer_staff=True,
                      pending=offer_call(work, "product", work.evidence.department))  # fmt: skip
    return _popular(work)


def _anchor(work: Work) -> Product | None:
    if work.pointed:
        return work.pointed[0]
    return work.conversation.focus if not work.parsed.content else None


def _named(work: Work) -> Product | None:
    """The product in the words; of several, the one whose name says little else."""
    match = work.evidence.match
    if match.cover < CARRIED or not match.found.hits:
        return None
    return min((hit.product for hit in match.close), key=lambda p: len(p.name.split()))


def occasion_of(work: Work, padded: str) -> Occasion | None:
    """The occasion that the words name; a gift, a child and a baby come before the rest."""
    last = work.conversation.last_request
    goes_on = last is not None and last.intent == "recommend" and not work.parsed.votes.get("find")
    texts = (padded, work.conversation.last_words + padded) if goes_on else (padded,)
    for text in texts:
        for occasion in work.lists.occasions:
            if occasion.patterns.search(text):
                return occasion
    if work.follows and last is not None and last.intent == "recommend" and last.topic:
        return next((o for o in work.lists.occasions if o.name == last.topic), None)
    return None


def _is_thing(work: Work, occasion: Occasion) -> bool:
    """Whether the words name a kind of product rather than the occasion: 'a good dog food', 'wine for steak'."""
    words = work.utterance.words
    taken = {w for start, end in occasion.patterns.spans(work.utterance.padded) for w in words[start:end]}
    rest = [w for w in work.parsed.content if w not in taken]
    if all(w in work.lists.traits.weak or w.isdigit() for w in rest):
        return False
    match = look(work.catalog, " ".join(rest))
    return match.cover >= CARRIED and match.found.corrected is None


def _offerable(work: Work, products: Sequence[Product], oldest: int = _YOUNG) -> list[Product]:
    """In stock, within the wished price, fit for the wished diet, and with no age limit above `oldest`."""
    request = work.request
    return [
        p
        for p in products
        if not p.sold_out
        and (p.min_age or 0) <= oldest
        and (request.max_price is None or p.current_price <= request.max_price)
        and (request.min_price is None or p.current_price >= request.min_price)
        and all(d in p.diet for d in request.diet)
        and not any(a in p.allergens or a in p.may_contain for a in request.avoid)
    ]


def for_occasion(work: Work, occasion: Occasion) -> Answer:
    """One product for each search of the occasion."""
    picks: list[Product] = []
    filters = Filters(
        max_price=work.request.max_price,
        min_price=work.request.min_price,
        diet=work.request.diet,
        without_allergens=work.request.avoid,
        in_stock=True,
    )
    for query in occasion.searches:
        match = look(work.catalog, query, filters)
        if match.cover < _SURE:
            continue
        oldest = 0 if occasion.child else _ANY if occasion.adult else _YOUNG
        close = _offerable(work, [hit.product for hit in match.close], oldest)
        fresh = [p for p in close if all(p.category != k.category for k in picks)]
        picks += fresh[:1]
    picks = _turned(work, picks)[:_SHOWN]
    if not picks:
        return _nothing(work)
    key = "recommend_medicine" if occasion.medicine else "recommend_occasion"
    said = work.say(key, names=work.names(picks), occasion=work.wording.occasion(occasion.name))
    if work.request.max_price or work.request.min_price:
        work.facts.amount(*(m for m in (work.request.max_price, work.request.min_price) if m))
        said += " " + work.say("recommend_priced", range=price_range(work))
    extra = notes(work, picks[0]) if work.request.avoid else []
    ages = [p.min_age for p in picks[:3] if p.min_age]
    if ages:
        extra.append(work.say("found_age_some", age=max(ages)))
    return Answer(
        " ".join([said, *extra]),
        tuple(picks),
        "results",
        work.suggest("cheaper", "more", "staff") if not occasion.medicine else work.suggest("staff", "where"),
        offer_staff=occasion.medicine,
        pending=offer_call(work, "medicine" if occasion.medicine else "product", picks[0].department),
        request=replace(work.request, topic=occasion.name),
        wordable=not occasion.medicine,
    )


def _turned(work: Work, picks: list[Product]) -> list[Product]:
    """Other ones first if some were just shown for the same."""
    seen = {p.sku for p in work.conversation.shown} if work.follows else set()
    return [p for p in picks if p.sku not in seen] + [p for p in picks if p.sku in seen]


def _nothing(work: Work) -> Answer:
    return Answer(
        work.say("recommend_none"),
        suggestions=work.suggest("yes", "offers"),
        offer_staff=True,
        pending=offer_call(work, "product"),
    )


def _kind_before(work: Work, at: int) -> Match | None:
    """The kind asked for in 'what wine goes with steak'."""
    before = work.utterance.padded[:at].split()
    words = [w for w in before if w in work.parsed.content and w not in work.lists.traits.weak]
    match = look(work.catalog, " ".join(words))
    return match if match.cover >= _SURE else None


def _kind(work: Work, match: Match) -> Answer:
    """Some of a kind that was named."""
    if work.request.narrows:
        filters = work.request.filters(in_stock=True)
        narrowed = look(work.catalog, work.request.query, filters)
        match = narrowed if narrowed.found.hits else Match()
    if not match.found.hits:
        return _nothing(work)
    products = _offerable(work, [hit.product for hit in match.close], _ANY) or [pick(match)]
    best = products[0]
    said = work.product("recommend_one", best)
    medicine = any(o.medicine and o.patterns.search(work.utterance.padded) for o in work.lists.occasions)
    if medicine:
        said = work.say("recommend_medicine", names=work.names(products))
    return Answer(
        " ".join([said, *notes(work, best)]),
        tuple(products[:MAX_SHOWN]),
        "results" if len(products) > 1 else "product",
        work.suggest("cheaper", "add", "more"),
        focus=best,
        offer_staff=medicine,
        pending=offer_call(work, "medicine" if medicine else "product", best.department),
        wordable=not medicine,
    )


def _with(work: Work, product: Product) -> Answer:
    found = _offerable(work, work.catalog.goes_with(product.sku, _SHOWN))
    work.facts.about(product)
    name = work.wording.name(product, size=False)
    if not found:
        return Answer(work.say("recommend_none_with", name=name), (product,), "product", work.suggest("yes", "no"),
                      focus=product, offer_staff=True,
                      pending=offer_call(work, "product", product.department, product.sku))  # fmt: skip
    said = work.say("recommend_with", name=name, names=work.names(found))
    return Answer(said, tuple(found), "results", work.suggest("add", "more"), wordable=True,
                  pending=offer_call(work, "product", product.department, product.sku))  # fmt: skip


def _instead(work: Work, product: Product) -> Answer:
    found = _offerable(work, work.catalog.instead(product.sku, _SHOWN))
    work.facts.about(product)
    if not found:
        return _nothing(work)
    best = found[0]
    said = work.say("recommend_instead", **{**work.of(best), "name": work.wording.name(product)},
                    other=work.wording.name(best))  # fmt: skip
    work.facts.about(best)
    return Answer(said, tuple(found), "results", work.suggest("add", "cheaper"), focus=best, wordable=True)


def _choice(work: Work) -> Answer:
    """'Which would you take': no taste, but the price is known."""
    shown = tuple(p for p in (work.pointed or work.conversation.shown) if not p.sold_out) or work.conversation.shown
    cheapest = min(shown, key=lambda p: p.current_price)
    work.facts.about(*shown)
    said = work.say("recommend_choice", cheapest=work.wording.name(cheapest),
                    price=work.wording.money(cheapest.current_price))  # fmt: skip
    return Answer(said, tuple(shown), "results", work.suggest("compare", "add"), focus=cheapest)


def _popular(work: Work) -> Answer:
    found = _offerable(work, work.catalog.popular(_SHOWN * 2))[:_SHOWN]
    if not found:
        return _nothing(work)
    said = work.say("recommend_popular", names=work.names(found))
    return Answer(said, tuple(found), "results", work.suggest("offers", "more"), wordable=True)
