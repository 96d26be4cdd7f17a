"""Everything the kiosk can say comes out as words, in each language that it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import apsw
import pytest

from kiosk.assistant.wording import Wording, languages, wording
from local_catalog import Catalog, Money, build_catalog, demo_source
from voice import spoken_text

UNSPOKEN = frozenset('0123456789$€£%&+/()°²×½¼¾#"=*<>[]{}|_')
DIGITS = frozenset("0123456789")
"""The Arabic voice reads them itself."""
TODAY = date(2026, 11, 21)


def unspoken(language: str) -> frozenset[str]:
    """Signs that no voice of the language is given."""
    return UNSPOKEN - DIGITS if language == "ar" else UNSPOKEN


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "catalog.db"
    build_catalog(demo_source(), path, today=TODAY)
    return path


@pytest.fixture(scope="module")
def catalog(store: Path) -> Iterator[Catalog]:
    catalog = Catalog.open(store)
    yield catalog
    catalog.close()


def facts(words: Wording, catalog: Catalog) -> dict[str, object]:
    """A value for every placeholder, as the assistant makes them."""
    products = catalog.popular(12)
    product = products[3]
    names = [words.name(each) for each in products]
    money = [words.money(Money(minor, "USD")) for minor in (349, 80, 1_299, 129_999, 500)]
    return {
        "name": names[3], "other": names[4], "a": names[5], "b": names[6], "cheaper": names[5], "better": names[6],
        "cheapest": names[2], "price": money[0], "price_a": money[0], "price_b": money[2], "was": money[2],
        "difference": money[1], "total": money[3], "max": money[4], "min": money[1],
        "names": words.all_of([
            words.part("counted", count=3, name=names[7]), words.part("priced", name=names[8], price=money[0]),
            words.part("placed", name=names[9], place=words.place(product, shelf=True)),
            words.part("more_lines", count=4),
        ]),
        "range": words.part("between", min=money[1], max=money[4]), "place": words.place(product, shelf=True),
        "unit": words.unit(product.unit), "unit_price": words.unit_price(product), "count": 21, "size": "6 x 330 ml",
        "size_a": "1/2 gal", "size_b": "0.5 gal", "sizes": words.all_of(["1 gal", "12 fl oz", "12 pack", "1-1/4 in"]),
        "ends": words.date(date(2026, 12, 1)), "closes": words.clock_today(22 * 60 + 30),
        "opens": words.clock(7 * 60),
        "day": words.day(TODAY), "date": words.date(TODAY),
        "time": words.time(datetime(2026, 11, 21, 13, 5, tzinfo=UTC)),
        "age": 21, "aisle": "12", "aisles": words.aisles(["6", "7"]), "store": catalog.store.name,
        "address": catalog.store.address, "phone": catalog.store.phone, "code": "9521234567890", "offer": "2 for $5",
        "number": "911", "crisis": "988", "per": "100 g", "energy_kcal": words.number(250), "fat": words.number(3.2),
        "sugars": words.number(0.5), "protein": 12, "salt": words.number(1.25), "amount": "3.2 g", "text": "{text}",
        "attributes": "abv 4.5%, SPF 50, 60 W, 10,000 mAh",
    }  # fmt: skip


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_sentence(catalog: Catalog, language: str) -> None:
    words = wording(language)
    known = facts(words, catalog)
    for key in words.keys():  # noqa: SIM118  no dict
        filled = {place: known.get(place, "Larkfield") for place in words.places(key)}
        texts = [policy.text for policy in catalog.policies] if "text" in filled else [""]
        for turn in range(4):
            for text in texts:
                shown = words.say(key, turn, **{**filled, **({"text": text} if text else {})})
                said = spoken_text(shown, language)
                assert not unspoken(language) & set(said), (key, shown, said)
                assert len(said) >= len(shown) / 2, (key, shown, said)


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_product_of_the_demo_store(store: Path, language: str) -> None:
    rows = apsw.Connection(str(store)).execute("SELECT name, size, brand, description, attributes FROM product")
    for name, size, brand, description, attributes in rows:
        for shown in (f"{brand} {name} ({size})", description or "x", attributes.strip("{}") or "x"):
            said = spoken_text(shown, language)
            assert said
            assert not unspoken(language) & set(said), (shown, said)
