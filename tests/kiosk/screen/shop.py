"""A handful of products and a small shop floor, as the engine would send them."""

from __future__ import annotations

from collections import Counter

from kiosk import protocol as p


def card(sku: str, name: str, **values: object) -> p.Card:
    fields: dict[str, object] = {
        "brand": "Fernbrook", "size": "1 L", "category": "Dairy & Eggs > Plant drinks", "department": "dairy",
        "price": 349, "was": None, "currency": "USD", "unit_price": 35, "unit": "100 ml", "stock": 12, "aisle": "3",
        "bay": "2", "shelf": "4",
    }  # fmt: skip
    return p.Card(sku=sku, name=name, **{**fields, **values})  # type: ignore[arg-type]


OAT = card("100001", "Oat drink, barista style", price=279, was=349, offer="Save 70¢", offer_ends="2026-11-29")
OAT_SMALL = card("100002", "Oat drink, barista style", size="250 ml", price=129, unit_price=52, stock=3)
ALMOND = card("100003", "Almond drink, unsweetened", brand="Hazel & Co", price=389, stock=0)
MILK = card("100004", "Whole milk", brand="Larkfield", price=189, category="Dairy & Eggs > Milk", bay="5")
CHEDDAR = card("100005", "Mature cheddar cheese", brand="Stonegate", size="350 g", price=549, unit="100 g",
               unit_price=157, category="Dairy & Eggs > Cheese", bay="7")  # fmt: skip
BREAD = card("200001", "Seeded sourdough bread", brand="Millhand", size="500 g", department="bakery", aisle="2",
             category="Bakery > Bread", price=425, was=499, offer="15% off", offer_ends="2026-11-30")  # fmt: skip
COFFEE = card("300001", "Ground coffee, dark roast", brand="Copperleaf", size="250 g", department="drinks",
              aisle="9", category="Drinks > Coffee", price=699, was=899, offer="$2 off")  # fmt: skip
WINE = card("300002", "Red wine, Valley blend", brand="Ravenhill", size="750 ml", department="drinks", aisle="10",
            category="Drinks > Beer & wine > Red wine", price=1199, min_age=21)  # fmt: skip
BULB = card("400001", "LED bulb, warm white, 60 W equivalent, dimmable", brand="Halden", size="2 pack", unit="each",
            department="lighting", aisle="17", category="Light Bulbs & Lighting > LED bulbs", price=899,
            unit_price=450, stock=41)  # fmt: skip
BATTERY = card("400002", "AA alkaline batteries", brand="Voltra", size="8 pack", unit="each", unit_price=100,
               department="electronics", aisle="16", category="Electronics & Batteries > Batteries", price=799,
               was=999, offer="Save $2", stock=64)  # fmt: skip
SHAMPOO = card("500001", "Gentle shampoo, chamomile", brand="Willowmere", size="400 ml", department="beauty",
               aisle="12", category="Health & Beauty > Hair care > Shampoo", price=459)  # fmt: skip
DOG = card("600001", "Dry dog food, chicken & rice", brand="Barkwell", size="3 kg", unit="100 g", unit_price=46,
           department="pets", aisle="15", category="Pets > Dog food", price=1399, was=1599,
           offer="Save $2")  # fmt: skip

CARDS = [OAT, OAT_SMALL, ALMOND, MILK, CHEDDAR, BREAD, COFFEE, WINE, BULB, BATTERY, SHAMPOO, DOG]
BY_SKU = {c.sku: c for c in CARDS}
GTINS = {"9520000100012": OAT.sku, "9520000400013": BULB.sku}

CODES = [p.Code(rows=["".join("01"[(x * y + x) % 3 == n] for x in range(21)) for y in range(21)]) for n in (0, 1)]
"""What a list's QR codes could be."""

DEPARTMENTS = [
    p.DepartmentView(id=id_, name=name, aisles=aisles)
    for id_, name, aisles in (
        ("produce", "Fruit & Vegetables", ["1"]),
        ("bakery", "Bakery", ["2"]),
        ("dairy", "Dairy & Eggs", ["3"]),
        ("meat", "Meat, Fish & Deli", ["4"]),
        ("frozen", "Frozen", ["5"]),
        ("pantry", "Food Cupboard", ["6", "7"]),
        ("snacks", "Snacks & Sweets", ["8"]),
        ("drinks", "Drinks", ["9", "10"]),
        ("household", "Household & Cleaning", ["11"]),
        ("beauty", "Health & Beauty", ["12", "13"]),
        ("baby", "Baby", ["14"]),
        ("pets", "Pets", ["15"]),
        ("electronics", "Electronics & Batteries", ["16"]),
        ("lighting", "Light Bulbs & Lighting", ["17"]),
        ("hardware", "Hardware & DIY", ["18"]),
        ("kitchen", "Kitchen & Home", ["19"]),
        ("stationery", "Stationery & Gifts", ["20"]),
        ("garden", "Garden", ["21"]),
    )
]


def floor() -> p.FloorMapReply:
    """21 aisles of 8 bays, checkouts and services at the front, the kiosk inside the entrance."""
    fixtures = [
        _fixture("entrance", "entrance", "Entrance", 5.0, 0.0, 5.0, 1.0),
        _fixture("desk", "service", "Service desk", 0.6, 2.0, 3.2, 4.6),
        _fixture("kiosk-1", "kiosk", "Kiosk", 11.6, 3.0, 0.9, 0.6),
        _fixture("cafe", "service", "Café", 47.6, 0.6, 5.0, 6.0),
        _fixture("restrooms", "restroom", "Restrooms", 54.6, 0.4, 5.0, 6.2),
        _fixture("wall", "wall", "Wall", 0.0, 35.8, 60.0, 0.2),
    ]
    fixtures += [_fixture(f"c{n}", "checkout", f"Checkout {n}", 13.0 + 3 * n, 2.6, 1.2, 4.0) for n in range(1, 9)]
    for number in range(1, 22):
        x = 2.02 + 2.75 * (number - 1)
        for bay in range(1, 9):
            fixtures.append(
                p.FixtureView(
                    id=f"a{number}-{bay}",
                    kind="shelf",
                    label=str(number),
                    x=x,
                    y=10.6 + 2.6 * (bay - 1),
                    width=0.95,
                    height=2.6,
                    aisle=str(number),
                    bay=str(bay),
                )
            )
    return p.FloorMapReply(id=0, width=60.0, depth=36.0, fixtures=fixtures)


def info() -> p.StoreInfoReply:
    """A store that is open each day but Sunday."""
    return p.StoreInfoReply(
        id=0,
        name="Larkfield Market",
        address="120 Mill Street, Larkfield",
        phone="(201) 555-0142",
        hours=[
            *(p.DayHours(weekday=day, opens="07:00", closes="22:00") for day in range(6)),
            p.DayHours(weekday=6, opens=None, closes=None),
        ],
        services=[
            p.ServiceView(topic="returns", title="Returns and refunds", text="Within 30 days, with the receipt."),
            p.ServiceView(topic="restrooms", title="Restrooms", text="At the front, to the right of the entrance."),
        ],
    )


def _fixture(id_: str, kind: str, label: str, x: float, y: float, width: float, height: float) -> p.FixtureView:
    return p.FixtureView(id=id_, kind=kind, label=label, x=x, y=y, width=width, height=height, aisle=None, bay=None)


def product(found: p.Card) -> p.ProductPage:
    """A product's page, rich in facts if it is food."""
    food = found.department in ("dairy", "bakery", "drinks")
    return p.ProductPage(
        card=found,
        gtin="9520000100012",
        description="Smooth and creamy, made to foam. Good hot in coffee and cold with cereal. Shake well before use.",
        ingredients="Water, oats (11%), rapeseed oil, calcium carbonate, sea salt, vitamins (D2, riboflavin, B12)."
        if food
        else "",
        allergens=["oats", "gluten"] if food else [],
        may_contain=["almonds", "hazelnuts"] if food else [],
        diet=["vegan", "lactose-free"] if food else [],
        nutrition_per="100 ml" if food else None,
        nutrition=[
            p.NutritionRow(key=key, amount=amount)
            for key, amount in (
                ("energy_kj", 247), ("energy_kcal", 59), ("fat", 3.0), ("saturates", 0.3), ("carbohydrate", 6.6),
                ("sugars", 3.4), ("fibre", 0.8), ("protein", 1.1), ("salt", 0.1),
            )
        ]
        if food
        else [],
        attributes={"storage": "Keep cool once opened", "origin": "Made in Larkfield"},
        sizes=[c for c in (OAT_SMALL,) if c.sku != found.sku],
        goes_with=[COFFEE, BREAD],
        instead=[c for c in (OAT, MILK, ALMOND) if c.sku != found.sku],
        synced_at="2026-11-21T06:30:00+00:00",
    )  # fmt: skip


def facets(found: list[p.Card]) -> p.Facets:
    """By what cards can be narrowed."""
    departments = Counter(c.department for c in found)
    diets = Counter(diet for c in found for diet in product(c).diet)
    return p.Facets(
        departments=[p.Share(of=id_, count=count) for id_, count in departments.most_common()],
        diets=[p.Share(of=diet, count=count) for diet, count in diets.most_common()],
        prices=[p.PriceStep(price=300, count=sum(c.price <= 300 for c in found))],
        offers=sum(bool(c.offer) for c in found),
        in_stock=sum(bool(c.stock) for c in found),
    )


def comparison(skus: list[str]) -> p.CompareReply | p.Failed:
    """The products beside each other, by 100 ml if all are sold so."""
    found = [BY_SKU[sku] for sku in skus if sku in BY_SKU]
    if len(found) < 2:
        return p.Failed(id=0, code="not_found")
    same = {c.unit for c in found} == {"100 ml"}
    return p.CompareReply(
        id=0,
        products=[product(c) for c in found],
        unit="100 ml" if same else "",
        unit_prices=[c.unit_price for c in found] if same else [],
    )
