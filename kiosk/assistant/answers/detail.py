"""One fact of one product: price, stock, place, ingredients, allergens, diet, size, nutrition, offer, age."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from kiosk.assistant.answers.find import not_carried, pick
from kiosk.assistant.answers.follow_up import sizes
from kiosk.assistant.answers.label import allergens, diet, ingredients, nutrition
from kiosk.assistant.evidence import CARRIED, Match, best_match
from kiosk.assistant.reference import texts_of
from kiosk.assistant.work import MAX_SHOWN, Answer, Work, offer_call
from local_catalog import Product

_SURE = 0.95
"""Cover from which the first words of a question are the product, and the rest is the question."""


def detail(work: Work) -> Answer:
    """Answer a question about a product that is named or pointed at."""
    products = meant(work)
    if not products:
        if work.request.query:
            return not_carried(work)
        return Answer(
            work.say("unsure_product"),
            suggestions=work.suggest("find", "offers", "staff"),
            failed=True,
            request=work.request,
        )
    handler = _BY_ASPECT.get(work.request.aspect or "about", _about)
    found = handler(work, products)
    product = found.focus or products[0]
    found.focus = product
    if not found.products:
        found.products = products[:MAX_SHOWN] if len(work.pointed) > 1 else (product,)
    if found.show == "conversation":
        found.show = "product" if len(found.products) == 1 else "results"
    if not found.suggestions:
        found.suggestions = _suggest(work)
    return found


def meant(work: Work) -> tuple[Product, ...]:
    """The products the question is about, best first: what is pointed at, what is named, or what is on screen."""
    conversation = work.conversation
    if work.pointed:
        return work.pointed
    if any(n.name.isdigit() for n in work.parsed.traits.references):
        return ()
    if work.request.query:
        match = _named(work)
        if match.cover < CARRIED or not match.found.hits:
            return (conversation.focus,) if conversation.focus and _only_trait(work) else ()
        close = tuple(hit.product for hit in match.close)
        on_screen = [p for p in (conversation.focus, *conversation.shown) if p is not None]
        best = next((p for p in on_screen if any(p.sku == c.sku for c in close)), None) or pick(match)
        return (best, *(p for p in close if p.sku != best.sku))
    if conversation.focus is not None:
        return (conversation.focus,)
    return conversation.shown[:1]


def _named(work: Work) -> Match:
    """The product in the words; a narrower reading without the words of the question may fit better."""
    match = work.evidence.match
    if match.cover >= CARRIED:
        return match
    words = work.request.query.split()
    if work.evidence.marked:
        return match
    fronts = [" ".join(words[:n]) for n in range(len(words) - 1, 0, -1)]
    narrower = best_match(work.catalog, fronts[:3])
    return narrower if narrower.cover >= _SURE else match


def _only_trait(work: Work) -> bool:
    """Whether what is named is asked of the product on screen, as in 'does it need batteries'."""
    return bool(work.parsed.traits.references)


def _suggest(work: Work) -> tuple[str, ...]:
    rest = [("location", "where"), ("price", "price"), ("ingredients", "ingredients")]
    keys = [key for aspect, key in rest if aspect != work.request.aspect][:2]
    return work.suggest(*keys, "add")


def _price(work: Work, products: tuple[Product, ...]) -> Answer:
    product = products[0]
    offer = product.offer
    if offer is None:
        said = work.product("price", product)
    else:
        work.facts.source("offer", offer.id)
        said = work.product("price_offer" if offer.price else "price_multi", product)
    if work.request.quantity and work.request.quantity > 1 and not (offer and not offer.price):
        total = replace(product.current_price, minor=product.current_price.minor * work.request.quantity)
        work.facts.amount(total)
        work.facts.count(work.request.quantity)
        said += " " + work.say("price_total", count=work.request.quantity, total=work.wording.money(total))
    elif not work.pointed and len(products) > 1 and work.conversation.focus != product:
        cheapest = min(products, key=lambda p: p.current_price)
        if cheapest.current_price < product.current_price:
            work.facts.about(cheapest)
            said += " " + work.say("price_from", price=work.wording.money(cheapest.current_price))
        return Answer(said, products[:MAX_SHOWN], "results", focus=product, wordable=True)
    return Answer(said, wordable=True)


def _unit_price(work: Work, products: tuple[Product, ...]) -> Answer:
    return Answer(work.product("unit_price", products[0]), wordable=True)


def _stock(work: Work, products: tuple[Product, ...]) -> Answer:
    product = next((p for p in products if not p.sold_out), products[0]) if not work.pointed else products[0]
    if set(work.utterance.words) & work.lists.traits.when:
        return _when(work, product)
    if product.stock is None:
        return _ask_someone(work, product, work.product("stock_unknown", product))
    if product.sold_out:
        others = work.catalog.instead(product.sku, 3)
        work.facts.about(product)
        if others:
            work.facts.about(others[0])
            names = {**work.of(others[0]), "name": work.wording.name(product)}
            said = work.say("stock_out_instead", **names, other=work.wording.name(others[0]))
        else:
            said = work.product("stock_out", product)
        return Answer(
            f"{said} {work.say('stock_out_ask')}",
            (product, *others),
            "results",
            work.suggest("yes", "no"),
            focus=product,
            offer_staff=True,
            pending=offer_call(work, "stock", product.department, product.sku),
        )
    key = "stock_last" if product.stock == 1 else "stock_in"
    return Answer(work.product(key, product, count=product.stock), focus=product, wordable=True)


def _when(work: Work, product: Product) -> Answer:
    """'When will you get more': what is there now, and someone who may know."""
    if product.stock is None:
        return _ask_someone(work, product, work.say("stock_when"))
    key = "stock_out" if product.sold_out else "stock_last" if product.stock == 1 else "stock_in"
    said = work.product(key, product, count=product.stock)
    return _ask_someone(work, product, f"{said} {work.say('stock_when')}")


def _ask_someone(work: Work, product: Product, said: str) -> Answer:
    """What the store's data does not tell, with the offer of a person who can look."""
    work.facts.about(product)
    return Answer(
        said,
        suggestions=work.suggest("yes", "no"),
        focus=product,
        offer_staff=True,
        pending=offer_call(work, "stock", product.department, product.sku),
    )


def _location(work: Work, products: tuple[Product, ...]) -> Answer:
    product = products[0]
    if product.location is None:
        return _ask_someone(work, product, work.product("location_unknown", product))
    said = work.product("location", product, shelf=work.wording.place(product, shelf=True))
    if product.sold_out:
        said += " " + work.say("location_out")
    shown = work.pointed if len(work.pointed) > 1 else (product,)
    return Answer(said, shown, "map", work.suggest("price", "add"), focus=product, wordable=True)


def _size(work: Work, products: tuple[Product, ...]) -> Answer:
    product = products[0]
    if work.catalog.sizes(product.sku):
        return sizes(work, product)
    return Answer(work.product("size", product), wordable=True)


def _offer(work: Work, products: tuple[Product, ...]) -> Answer:
    product = next((p for p in products if p.offer), products[0])
    if product.offer is None:
        return Answer(work.product("offer_no", product), focus=product, wordable=True)
    work.facts.source("offer", product.offer.id)
    return Answer(work.product("offer_yes", product), focus=product, wordable=True)


def _age(work: Work, products: tuple[Product, ...]) -> Answer:
    product = products[0]
    if product.min_age:
        return Answer(work.product("age_yes", product, age=product.min_age), focus=product)
    return Answer(work.product("age_no", product), focus=product)


def _about(work: Work, products: tuple[Product, ...]) -> Answer:
    """An attribute that the words name, or the description; what is not known is said to be so."""
    product = products[0]
    if product.brand and set(work.utterance.words) & work.lists.traits.maker:
        said = work.say("brand_is", brand=product.brand)
        work.facts.about(product)
        return Answer(said, focus=product)
    words = set(work.parsed.content)
    named = {
        name: value
        for name, value in product.attributes.items()
        if words & set(name.casefold().replace("-", " ").replace("_", " ").split())
    }
    told = set(texts_of(product).split()) | set(product.description.casefold().replace(".", " ").split())
    if named:
        listed = work.wording.all_of([f"{n.replace('_', ' ')} {v}" for n, v in named.items()])
        return Answer(work.product("attribute", product, attributes=listed), focus=product, wordable=True)
    asked = words - set(work.request.query.split()) if not work.pointed else words
    unknown = {w for w in asked if w not in told and w not in work.lists.traits.weak}
    general = work.follows == "point" or not asked or not unknown
    if general and product.description:
        return Answer(work.product("about", product, description=product.description), focus=product, wordable=True)
    if general:
        return Answer(work.product("about_plain", product), focus=product, wordable=True)
    return Answer(
        work.product("unknown_detail", product),
        focus=product,
        suggestions=work.suggest("yes", "no", "ingredients"),
        offer_staff=True,
        pending=offer_call(work, "product", product.department, product.sku),
    )


_BY_ASPECT: Mapping[str, Callable[[Work, tuple[Product, ...]], Answer]] = {
    "price": _price,
    "unit_price": _unit_price,
    "stock": _stock,
    "location": _location,
    "ingredients": ingredients,
    "allergens": allergens,
    "diet": diet,
    "size": _size,
    "nutrition": nutrition,
    "offer": _offer,
    "age": _age,
    "about": _about,
}
