"""From the catalog's, the assistant's and the staff room's types to the messages the screen gets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from kiosk import protocol
from local_catalog import SORTS, Catalog, Facets, Filters, FloorPlan, Found, Money, Policy, Product, Store

if TYPE_CHECKING:  # a hub has no assistant
    from kiosk.assistant import FreshProduct, Turn

MOST_DIETS = 9
"""As many as there are."""


def card(product: Product) -> protocol.Card:
    """A product as a tile."""
    offer = product.offer
    place = product.location
    reduced = offer is not None and offer.price is not None
    return protocol.Card(
        sku=product.sku,
        name=product.name,
        brand=product.brand,
        size=product.size,
        category=product.category,
        department=product.department,
        price=product.current_price.minor,
        was=product.price.minor if reduced else None,
        currency=product.price.currency,
        unit_price=product.unit_price.minor,
        unit=product.unit,
        stock=product.stock,
        aisle=place.aisle if place else "",
        bay=place.bay if place else "",
        shelf=place.shelf if place else "",
        offer=offer.label if offer else None,
        offer_ends=offer.ends.isoformat() if offer else None,
        min_age=product.min_age,
    )


def cards(products: Iterable[Product]) -> list[protocol.Card]:
    return [card(product) for product in products]


_NUTRITION = (
    "energy_kj", "energy_kcal", "fat", "saturates", "carbohydrate", "sugars", "fibre", "protein", "salt",
)  # fmt: skip


def product_page(catalog: Catalog, product: Product) -> protocol.ProductPage:
    """Everything known of a product, with its other sizes, what goes with it and what could be taken instead."""
    nutrition = product.nutrition
    return protocol.ProductPage(
        card=card(product),
        gtin=product.gtin or "",
        description=product.description,
        ingredients=product.ingredients,
        allergens=list(product.allergens),
        may_contain=list(product.may_contain),
        diet=list(product.diet),
        nutrition_per=nutrition.per if nutrition else None,
        nutrition=[protocol.NutritionRow(key=key, amount=getattr(nutrition, key)) for key in _NUTRITION]
        if nutrition
        else [],
        attributes=dict(product.attributes),
        sizes=cards(catalog.sizes(product.sku)),
        goes_with=cards(catalog.goes_with(product.sku, 6)),
        instead=cards(catalog.instead(product.sku, 6)),
        cheaper=cards(catalog.cheaper(product.sku, 6)),
        synced_at=catalog.info.synced_at.isoformat(),
    )


def filters(request: protocol.Search, currency: str) -> Filters:
    """What a search is narrowed to; an order that does not exist is that of relevance."""
    return Filters(
        category=request.category,
        on_offer=request.offers,
        in_stock=request.in_stock,
        max_price=None if request.max_price is None else Money(request.max_price, currency),
        diet=tuple(request.diet[:MOST_DIETS]),
        sort=request.sort if request.sort in SORTS else "relevance",
        of_the_kind=False,
    )


def results(request: protocol.Search, found: Found, offset: int, facets: Facets | None) -> protocol.Results:
    """What a search found, from `offset` on, and by what it can be narrowed."""
    return protocol.Results(
        id=request.id,
        query=request.query,
        corrected=found.corrected,
        total=found.total,
        offset=offset,
        cards=cards(hit.product for hit in found.hits),
        suggestions=list(found.suggestions),
        facets=_facets(facets) if facets else None,
    )


def _facets(found: Facets) -> protocol.Facets:
    return protocol.Facets(
        departments=[protocol.Share(of=id_, count=count) for id_, count in found.departments.items()],
        diets=[protocol.Share(of=diet, count=count) for diet, count in found.diets.items()],
        prices=[protocol.PriceStep(price=price.minor, count=count) for price, count in found.prices],
        offers=found.on_offer,
        in_stock=found.in_stock,
    )


def comparison(number: int, catalog: Catalog, products: Sequence[Product]) -> protocol.CompareReply:
    """Products beside each other, with what each costs by the same unit."""
    unit, prices = catalog.unit_prices(products) or ("", ())
    return protocol.CompareReply(
        id=number,
        products=[product_page(catalog, product) for product in products],
        unit=unit,
        unit_prices=[price.minor for price in prices],
    )


def with_figures(reply: protocol.ProductReply, fresh: FreshProduct) -> protocol.ProductReply:
    """The page with the store's figures of the moment."""
    page = msgspec.structs.replace(reply.product, card=card(fresh.product), synced_at=fresh.as_of)
    return msgspec.structs.replace(reply, product=page)


def departments(catalog: Catalog) -> list[protocol.DepartmentView]:
    """The store's departments."""
    return [protocol.DepartmentView(id=d.id, name=d.name, aisles=list(d.aisles)) for d in catalog.departments]


def answer(number: int, session: str, turn_id: str, turn: Turn, page: protocol.PageView | None) -> protocol.Answer:
    """The assistant's turn as the screen shows it."""
    return protocol.Answer(
        id=number,
        session=session,
        turn=turn_id,
        text=turn.text,
        say=turn.say,
        intent=turn.intent,
        products=cards(turn.products),
        suggestions=list(turn.suggestions),
        show=turn.show,
        control=turn.control,
        offer_staff=turn.offer_staff,
        page=page,
        sources=[{"table": s.table, "key": s.key, "synced_at": s.synced_at} for s in turn.sources],
        path=turn.path,
    )


def floor_map(number: int, floor: FloorPlan) -> protocol.FloorMapReply:
    """The floor plan."""
    return protocol.FloorMapReply(
        id=number,
        width=floor.width,
        depth=floor.depth,
        fixtures=[
            protocol.FixtureView(
                id=f.id, kind=f.kind, label=f.label, x=f.x, y=f.y, width=f.width, height=f.height, aisle=f.aisle,
                bay=f.bay,
            )
            for f in floor.fixtures
        ],
    )  # fmt: skip


def store_info(store: Store, policies: Iterable[Policy], number: int) -> protocol.StoreInfoReply:
    """The page on the store itself."""
    return protocol.StoreInfoReply(
        id=number,
        name=store.name,
        address=store.address,
        phone=store.phone,
        hours=[
            protocol.DayHours(
                weekday=o.weekday,
                opens=None if o.opens is None or o.closes is None else _clock(o.opens),
                closes=None if o.opens is None or o.closes is None else _clock(o.closes),
            )
            for o in sorted(store.hours, key=lambda o: o.weekday)
        ],
        services=[protocol.ServiceView(topic=p.topic, title=p.title, text=p.text) for p in policies],
    )


def _clock(minute: int) -> str:
    """Minutes after midnight as HH:MM; the end of the day is 00:00."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"
