"""Where something is, whether the store has it, and what there is of a kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

from kiosk.assistant.answers.follow_up import follow_up
from kiosk.assistant.answers.notes import notes
from kiosk.assistant.evidence import CARRIED, NEAR, Match, best_match, look
from kiosk.assistant.wording import ENGLISH, wording
from kiosk.assistant.work import MAX_SHOWN, Answer, Work, offer_call
from local_catalog import Filters, Found, Product

_SORTED = {"price": "found_cheapest", "price_desc": "found_dearest", "unit_price": "found_value"}
_FEW = 9
_MAINLY = 0.6
"""Share of the hits in one department from which that is where such things are."""
_WHOLLY = 0.95
_PAIR = 2
"""Of 'maple cookies' the second word says what it is; of more words it is less sure."""
_PRICES: Mapping[str, Callable[[Product], int]] = {
    "price": lambda p: p.current_price.minor,
    "price_desc": lambda p: -p.current_price.minor,
    "unit_price": lambda p: p.unit_price.minor,
}


def find(work: Work) -> Answer:
    """Answer a search."""
    if work.follows in ("cheaper", "bigger", "smaller", "sizes", "more"):
        return follow_up(work)
    request = work.request
    placed = _aisle(work) or _department(work)
    if placed is not None:
        return placed
    if not request.query and not request.narrows:
        return _what(work)
    match = search(work)
    if not match.found.hits and request.narrows:
        return _relaxed(work)
    if match.cover < CARRIED and request.narrows and work.evidence.match.cover >= CARRIED:
        return _relaxed(work)
    if match.cover < NEAR or not match.found.hits:
        return not_carried(work)
    if match.cover < CARRIED:
        return _near(work, match)
    return carried(work, match)


def search(work: Work) -> Match:
    """The search that the request asks for; the reading of the query that evidence preferred is used."""
    request = work.request
    filters = request.filters()
    if not request.query:
        return look_all(work, filters)
    if work.evidence.match.query == request.query and filters == Filters():
        return work.evidence.match
    if request.sort and request.category and _names_category(request.query, request.category):
        filters = replace(filters, category=request.category)
    if request.sort:
        return _sorted(work, filters)
    return best_match(work.catalog, [request.query], filters)


def _sorted(work: Work, filters: Filters) -> Match:
    """By price among the like of what is meant most likely: the cheapest cat litter is no litter scoop."""
    request = work.request
    meant = best_match(work.catalog, [request.query], replace(filters, sort="relevance"))
    if not meant.found.hits:
        return meant
    first = meant.close[0].product
    alike = [h for h in meant.close if h.product.unit == first.unit and h.product.category == first.category]
    key = _PRICES[request.sort or "price"]
    alike.sort(key=lambda h: key(h.product))
    return Match(meant.query, Found(tuple(alike), len(alike), meant.found.corrected), meant.cover)


def _names_category(query: str, category: str) -> bool:
    """Whether the query is the name of the category and no more: the cheapest coffee is no coffee maker."""
    leaf = category.rsplit(" > ", 1)[-1].casefold()
    return all(w.rstrip("s") in leaf for w in query.casefold().split())


def look_all(work: Work, filters: Filters) -> Match:
    """Everything that passes the filters."""
    found = work.catalog.search("", filters, limit=MAX_SHOWN)
    return Match("", found, 1.0 if found.hits else 0.0)


def pick(match: Match) -> Product:
    """The best of the close hits that is in stock, else the best."""
    products = [hit.product for hit in match.close]
    return next((p for p in products if not p.sold_out), products[0])


def ordered(match: Match, first: Product) -> tuple[Product, ...]:
    """The chosen product, then the other close hits, then the rest."""
    close = [hit.product for hit in match.close]
    rest = [hit.product for hit in match.found.hits if hit.product not in close]
    kept = [first, *(p for p in close if p.sku != first.sku), *(rest if len(close) < 3 else [])]
    return tuple(kept[:MAX_SHOWN])


def carried(work: Work, match: Match) -> Answer:
    """The store has it."""
    best = pick(match)
    products = ordered(match, best)
    close = match.close
    if best.stock == 0 and work.request.aspect != "location":
        return out_of_stock(work, best, products)
    sentences = [_found(work, best, match, len(close))]
    if match.found.corrected is not None and work.request.query:
        said = work.say("found_corrected", query=match.found.corrected)
        work.facts.texts.append(said)
        sentences.insert(0, said)
    if best.stock == 0:
        sentences.append(work.say("location_out"))
    sentences += notes(work, best)
    return Answer(
        say=" ".join(sentences),
        products=products,
        show="results" if len(products) > 1 else "product",
        suggestions=work.suggest("where", "add") if len(products) == 1 else work.suggest("cheaper", "add", "more"),
        focus=best,
        wordable=True,
    )


def _found(work: Work, best: Product, match: Match, close: int) -> str:
    request = work.request
    if request.sort in _SORTED and match.found.total > 1:
        return work.product(_SORTED[request.sort], best)
    if request.aspect == "location":
        return work.product("found_where" if close == 1 else "found_where_several", best)
    if close == 1:
        return work.product("found_one", best)
    if close <= _FEW:
        work.facts.count(close)
        return work.product("found_several", best, count=close)
    return work.product("found_many", best)


def out_of_stock(work: Work, product: Product, products: tuple[Product, ...]) -> Answer:
    """Says so and offers the like that is there."""
    others = [p for p in products if not p.sold_out and p.sku != product.sku] or list(
        work.catalog.instead(product.sku, 3)
    )
    work.facts.about(product)
    if others:
        other = others[0]
        said = work.say("stock_out_instead", **{**work.of(other), "name": work.wording.name(product)},
                        other=work.wording.name(other))  # fmt: skip
        work.facts.about(other)
    else:
        said = f"{work.product('stock_out', product)} {work.say('stock_out_ask')}"
    shown = (product, *(p for p in others if p.sku != product.sku))[:MAX_SHOWN]
    return Answer(
        say=" ".join([said, *notes(work, others[0] if others else product)]),
        products=shown,
        show="results",
        suggestions=work.suggest("staff", "more"),
        focus=others[0] if others else product,
        offer_staff=not others,
        pending=offer_call(work, "stock", product.department, product.sku),
        wordable=True,
    )


def _near(work: Work, match: Match) -> Answer:
    """The like of what was named last: no maple cookies, but cookies. A word in common is not enough."""
    words = match.query.split()
    head = words[-1] if len(words) == _PAIR else ""
    alone = look(work.catalog, head)
    alike = tuple(h for h in alone.close if head.rstrip("s") in h.product.name.casefold())
    if not alike or alone.cover < CARRIED or alone.found.corrected is not None:
        return not_carried(work)
    other = look(work.catalog, words[0])
    side = {h.product.department for h in other.close} if other.cover >= CARRIED else set()
    fitting = tuple(h for h in alike if h.product.department in side)
    if not fitting:
        counts = Counter(h.product.department for h in alike)
        most, count = counts.most_common(1)[0]
        if count < _MAINLY * len(alike):
            return not_carried(work)  # 'graph paper': all kinds of paper are near
        fitting = tuple(h for h in alike if h.product.department == most)
    alike = fitting
    match = Match(match.query, Found(alike, len(alike)), match.cover)
    best = pick(match)
    work.facts.texts.append(work.said_query())
    said = work.product("not_carried_near", best, query=work.said_query())
    return Answer(
        say=" ".join([said, *notes(work, best)]),
        products=ordered(match, best),
        show="results",
        suggestions=work.suggest("staff"),
        focus=best,
        offer_staff=True,
        pending=offer_call(work, "find", best.department),
    )


def not_carried(work: Work) -> Answer:
    """Nothing like it: a person may know."""
    work.facts.texts.append(work.said_query())
    department = work.evidence.department
    return Answer(
        say=work.say("not_carried", query=work.said_query()),
        suggestions=work.suggest("yes", "no", "offers"),
        offer_staff=True,
        pending=offer_call(work, "find", department),
    )


def _relaxed(work: Work) -> Answer:
    """Nothing passes the filters: says which one is too strict and shows what comes closest."""
    request, words = work.request, work.wording
    plain = look(work.catalog, request.query) if request.query else Match()
    if plain.cover < CARRIED or not plain.found.hits:
        return _near(work, plain) if plain.cover >= NEAR else not_carried(work)
    query = work.said_query()
    work.facts.texts.append(query)
    priced = request.max_price or request.min_price
    if priced and not (request.diet or request.avoid):
        order = "price" if request.max_price else "price_desc"
        nearest = look(work.catalog, request.query, Filters(sort=order, own_brand=request.own_brand))
        best = pick(nearest) if nearest.found.hits else pick(plain)
        work.facts.amount(*(m for m in (request.max_price, request.min_price) if m))
        said = work.product("none_priced", best, query=query, range=price_range(work))
        return _shown(work, said, best, nearest if nearest.found.hits else plain)
    if request.avoid:
        said = work.say("none_avoid", query=query, allergens=words.allergens(request.avoid, either=True))
        work.facts.texts.append(said)
        return Answer(say=said, suggestions=work.suggest("yes", "no"), offer_staff=True,
                      pending=offer_call(work, "allergy", plain.close[0].product.department))  # fmt: skip
    best = pick(plain)
    attributes = [work.utterance.in_own_words(name) for name in request.attributes]
    traits = words.diets(request.diet) or words.all_of(attributes) or words.part("that")
    said = work.product("none_trait", best, query=query, traits=traits)
    work.facts.texts.append(said)
    return _shown(work, said, best, plain)


def price_range(work: Work) -> str:
    """The wished range of prices in words."""
    words, most, least = work.wording, work.request.max_price, work.request.min_price
    if most and least:
        return words.part("between", min=words.money(least), max=words.money(most))
    if most:
        return words.part("under", max=words.money(most))
    return words.part("over", min=words.money(least)) if least else ""


def _shown(work: Work, said: str, best: Product, match: Match) -> Answer:
    return Answer(
        say=said,
        products=ordered(match, best),
        show="results",
        suggestions=work.suggest("staff", "more"),
        focus=best,
        pending=offer_call(work, "product", best.department, best.sku),
    )


def _aisle(work: Work) -> Answer | None:
    """'What is in aisle 7': the departments that are there."""
    words = work.utterance.words
    number = next((b for a, b in pairwise(words) if a == wording(ENGLISH).heard["aisle"]), None)
    others = [w for w in work.parsed.content if w != number and w not in work.lists.traits.weak]
    departments = [d for d in work.catalog.departments if number in d.aisles]
    if number is None or others or not departments:
        return None
    names = [d.name for d in departments]
    work.facts.name(names)
    work.facts.count(number)
    for department in departments:
        work.facts.source("department", department.id)
    said = work.say("aisle_has", aisle=number, departments=work.wording.all_of(names))
    work.facts.texts.append(said)
    inside = work.catalog.search("", Filters(category=names[0], in_stock=True), limit=48).hits
    products = tuple(hit.product for hit in inside if hit.product.location and hit.product.location.aisle == number)[
        :MAX_SHOWN
    ]
    return Answer(said, products, "map", work.suggest("offers", "staff"), request=replace(work.request, query=""))


def _department(work: Work) -> Answer | None:
    """The words name a department and nothing more exact."""
    request = work.request
    found = work.catalog.match_department(request.query) if request.query else None
    if found is None or request.narrows:
        return None
    department = next(d for d in work.catalog.departments if d.id == found)
    bare = " ".join(w for w in request.query.split() if w not in work.lists.department_words) or request.query
    names = {department.id, department.name.casefold(), *department.name.casefold().replace(",", " &").split(" & ")}
    asked_so = bare != request.query or any(w in work.lists.department_words for w in work.utterance.words)
    is_other_name = work.catalog.match_category(bare) is None or asked_so
    if not asked_so and request.aspect != "location" and work.evidence.match.cover >= _WHOLLY:
        is_other_name = False  # 'I need light bulbs' wants to see some
    named = {bare, request.query}
    whole = {department.id, department.name.casefold()}
    if not (named & whole or (is_other_name and named & (names | set(department.words)))):
        return None
    work.facts.name([department.name])
    work.facts.source("department", department.id)
    aisles = work.wording.aisles(department.aisles)
    said = work.say("department_where", department=department.name, aisles=aisles)
    work.facts.texts.append(said)
    products = tuple(hit.product for hit in work.evidence.match.found.hits[:MAX_SHOWN])
    if not products:
        products = tuple(
            hit.product for hit in work.catalog.search("", Filters(category=department.name), limit=6).hits
        )
    return Answer(
        say=said,
        products=products,
        show="map",
        suggestions=work.suggest("offers", "staff"),
        request=replace(request, category=department.name, aspect="location"),
        wordable=True,
    )


def _what(work: Work) -> Answer:
    """'I am looking for something': asks what."""
    return Answer(
        say=work.say("unsure_product"),
        suggestions=work.suggest("find", "offers", "staff"),
        failed=True,
    )
