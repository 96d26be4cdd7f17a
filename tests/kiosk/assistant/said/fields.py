"""Fills the wordings of false.toml, more_false.toml and true.toml with products of the store, by a fixed seed."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from kiosk.assistant.facts import Facts
from kiosk.assistant.wording import amount, wording
from local_catalog import Catalog, Filters, Money, Product

HERE = Path(__file__).parent
SYNCED = "2026-11-20T00:00:00+00:00"
EACH = 4
"""Products that each text is filled with."""
_EN = wording("en")
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_DIETS = {
    "gluten-free": "gluten free",
    "vegan": "vegan",
    "lactose-free": "lactose free",
    "organic": "organic",
    "sugar-free": "sugar free",
    "halal": "halal",
    "kosher": "kosher",
    "nut-free": "nut free",
    "vegetarian": "vegetarian",
}
_ALLERGENS = ("milk", "gluten", "eggs", "soy", "peanuts", "sesame", "mustard", "celery")


@dataclass(frozen=True, slots=True)
class Said:
    """One wording with the facts and the template answer that it is checked against."""

    kind: str
    text: str
    facts: Facts
    draft: str


def number_words(number: int) -> str:
    """0 to 999 in words."""
    if number >= 100:
        rest = number_words(number % 100) if number % 100 else ""
        return f"{_ONES[number // 100]} hundred {rest}".strip()
    if number < 20:
        return _ONES[number]
    return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")


def spoken(minor: int) -> str:
    """'three forty-nine' for 349."""
    whole, cents = divmod(minor, 100)
    if not cents:
        return f"{number_words(whole)} dollars"
    return f"{number_words(whole)} {'oh ' if cents < 10 else ''}{number_words(cents)}"


def in_dollars(minor: int) -> str:
    """'three dollars and forty-nine cents' for 349."""
    whole, cents = divmod(minor, 100)
    said = f"{number_words(whole)} dollar{'s' * (whole != 1)}"
    return f"{said} and {number_words(cents)} cent{'s' * (cents != 1)}" if cents else said


def _money(minor: int) -> str:
    return _EN.money(Money(minor))


def _other_number(number: str, step: int = 1) -> str:
    return str(int(number) + step) if number.isdigit() else f"{number}{step}"


class Store:
    """The products from which the wordings are made."""

    def __init__(self, catalog: Catalog, seed: int = 7) -> None:
        self.catalog = catalog
        self.random = random.Random(seed)
        found = {
            hit.product.sku: hit.product
            for department in catalog.departments
            for hit in catalog.search("", Filters(category=department.name), limit=48).hits
        }
        placed = [p for _, p in sorted(found.items()) if p.location and p.stock is not None]
        self.plain = [p for p in placed if _ordinary(p) and not p.offer]
        self.offers = [p for p in placed if _ordinary(p) and p.offer]
        self.gone = [replace(p, stock=0) for p in self.plain]
        self.by_topic = {policy.topic: policy for policy in catalog.policies}

    def said(self, name: str, each: int = EACH) -> list[Said]:
        """All wordings of a file, filled in; a wording that turns up twice counts once."""
        table = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
        made = {
            (s.text, s.draft): s
            for kind in table["kind"]
            for text in kind["texts"]
            for s in self._filled(kind, text, each)
        }
        return list(made.values())

    def _filled(self, kind: dict[str, Any], text: str, each: int) -> Iterator[Said]:
        scene = kind["scene"]
        if scene in ("hours", "policy"):
            facts, draft, fields = self._told(scene, kind.get("topic", ""))
            yield Said(kind["name"], _fill(text, fields), facts, draft)
            return
        for product, other in self._products(kind, each):
            facts, draft = self._scene(scene, kind, product, other)
            fields = self._fields(product, other)
            yield Said(kind["name"], _fill(text, fields), facts, draft)

    def _products(self, kind: dict[str, Any], each: int) -> Iterator[tuple[Product, Product]]:
        fitting = {"gone": self.gone, "offer": self.offers}.get(kind["scene"], self.plain)
        tests = [test for name, test in _TRAITS.items() if kind.get(name) or kind["scene"] == name]
        fit = [p for p in fitting if all(test(p) for test in tests)]
        for product in self.random.sample(fit, min(each, len(fit))):
            others = [o for o in self.plain if _unlike(product, o)]
            yield product, self.random.choice(others)

    def _scene(self, scene: str, kind: dict[str, Any], product: Product, other: Product) -> tuple[Facts, str]:
        facts = Facts(SYNCED)
        facts.about(product)
        of: dict[str, Any] = {
            "name": _EN.name(product),
            "price": _money(product.current_price.minor),
            "place": _EN.place(product),
        }
        if scene == "gone":
            return facts, _EN.say("stock_out", **of)
        if scene == "pair":
            facts.about(other)
            cheap, dear = sorted((product, other), key=lambda p: p.current_price)
            facts.amount(Money(dear.current_price.minor - cheap.current_price.minor))
            return facts, _EN.say(
                "compare_price",
                a=of["name"],
                b=_EN.name(other),
                price_a=of["price"],
                price_b=_money(other.current_price.minor),
                cheaper=_EN.name(cheap),
                difference=_EN.money(facts.amounts[0]),
            )
        if scene == "offer" and product.offer:
            key = "price_offer" if product.offer.price else "price_multi"
            return facts, _EN.say(
                key, **of, was=_EN.money(product.price), offer=product.offer.label, ends=_EN.date(product.offer.ends)
            )
        if scene == "food" and self.random.random() < 0.5:
            said = _EN.say("allergens_has", **of, allergens=_EN.allergens(product.allergens))
            facts.text(said, "product", product.sku)
            return facts, said
        if scene == "nutrition" and (table := product.nutrition):
            named = ("energy_kcal", "fat", "sugars", "protein", "salt")
            amounts: dict[str, Any] = {k: amount(getattr(table, k)) for k in named}
            return facts, _EN.say(
                "nutrition",
                **of,
                per=table.per,
                **amounts,
            )
        return facts, _EN.say("found_one", self.random.randrange(2), **of)

    def _told(self, scene: str, topic: str) -> tuple[Facts, str, dict[str, str]]:
        facts = Facts(SYNCED)
        if scene == "policy":
            text = self.by_topic[topic].text
            facts.text(text, "policy", topic)
            return facts, text, {}
        text = _EN.say("open_now", closes=_EN.clock_today(22 * 60))
        facts.text(text, "store", "hours")
        return (
            facts,
            text,
            {
                "closes": "10",
                "closes_off": "11",
                "closes_off_word": "nine",
                "closes_am": "10 in the morning",
                "opens_off": "6",
            },
        )

    def _fields(self, p: Product, q: Product) -> dict[str, str]:
        price, other = p.current_price.minor, q.current_price.minor
        cent = price + self.random.choice((-1, 1))
        made = {
            "name": _EN.name(p),
            "plain": p.name,
            "brand": p.brand,
            "price": _money(price),
            "size": p.size,
            "price_cent": _money(cent),
            "price_swap": _money(_swapped(price)),
            "price_up": _money(price + 100),
            "price_round": _money(_rounded(price)),
            "price_other": _money(other),
            "spoken": spoken(price),
            "spoken_off": spoken(_cents_off(price)),
            "dollars": in_dollars(price),
            "dollars_off": in_dollars(_cents_off(price)),
            "whole_dollars": f"${price // 100}",
            "whole_words": number_words(price // 100),
            "major": f"{price / 100:.2f}",
            "minor": str(price),
            "stock": str(p.stock),
            "stock_off": str((p.stock or 0) + 3),
            "stock_off_word": number_words((p.stock or 0) + 2),
            "stock_few_word": number_words(2 if p.stock != 2 else 3),
            "other": _EN.name(q),
            "other_plain": q.name,
            "other_brand": q.brand,
            "unit": p.unit,
            "unit_word": p.unit,
            "unit_price": _money(p.unit_price.minor),
            "unit_price_off": _money(p.unit_price.minor + 1),
            "unit_off": {"100 g": "kg", "oz": "lb", "lb": "oz"}.get(p.unit, "gallon"),
            "size_off": _size_off(p.size),
            "size_unit_off": _unit_off(p.size),
            "tab_escape": "\x1b",
        }
        return {**made, **_places(p, q), **_labels(p), **_scripts(price, made["price"]), **_pair(p, q), **_offer(p)}


def _ordinary(p: Product) -> bool:
    place = p.location
    return bool(
        place
        and place.shelf not in ("1", "5", "6")
        and place.aisle.isdigit()
        and (p.stock or 0) > 3
        and not p.min_age
        and not p.own_brand
        and p.current_price.minor % 100 > 10
        and p.current_price.minor % 50
        and _swapped(p.current_price.minor) != p.current_price.minor
        and p.current_price.minor < 9900
        and not re.search(r"\d", p.name)
        and p.name.casefold() not in p.brand.casefold()
    )


def _tabled(p: Product) -> bool:
    table = p.nutrition
    values = (table.fat, table.sugars, table.carbohydrate, table.protein, table.salt) if table else ()
    return len(set(values)) == 5 and all(values)


_TRAITS: dict[str, Callable[[Product], bool]] = {
    "food": lambda p: bool(p.allergens and p.diet and p.ingredients),
    "nutrition": _tabled,
    "allergen": lambda p: bool(p.allergens) and p.allergens[0] in _ALLERGENS,
    "may": lambda p: bool(p.may_contain) and p.may_contain[0] in _ALLERGENS,
    "unit": lambda p: p.unit not in ("each", p.size) and p.unit_price != p.price,
    "sized": lambda p: p.size != "each",
    "reduced": lambda p: p.offer is not None and p.offer.price is not None,
}
"""What a product must have for a scene or for the fields of a kind."""


def _unlike(p: Product, q: Product) -> bool:
    """Nothing of the one holds for the other."""
    assert p.location
    assert q.location
    return (
        p.category.partition(" > ")[0] != q.category.partition(" > ")[0]
        and p.location.aisle != q.location.aisle
        and p.brand != q.brand
        and q.current_price not in (p.current_price, p.price, p.unit_price)
        and not set(p.name.casefold().split()) & set(q.name.casefold().split())
    )


def _swapped(minor: int) -> int:
    digits = f"{minor:03d}"
    return int(digits[:-2] + digits[-1] + digits[-2])


def _rounded(minor: int) -> int:
    return (minor + 49) // 50 * 50


def _cents_off(minor: int) -> int:
    return minor - 10 if minor % 100 >= 50 else minor + 10


def _size_off(size: str) -> str:
    return re.sub(r"\d+", lambda m: str(int(m[0]) + 1), size, count=1) if re.search(r"\d", size) else "12 pack"


def _unit_off(size: str) -> str:
    number = re.search(r"\d+(?:\.\d+)?", size)
    return f"{number[0] if number else '1'} {'kg' if 'lb' in size or 'oz' in size else 'lb'}"


def _places(p: Product, q: Product) -> dict[str, str]:
    here, there = p.location, q.location
    assert here
    assert there
    return {
        "aisle": here.aisle,
        "bay": here.bay,
        "shelf": here.shelf,
        "aisle_word": number_words(int(here.aisle)),
        "bay_word": number_words(int(here.bay)),
        "shelf_ordinal": _ORDINALS[int(here.shelf)],
        "aisle_other": there.aisle,
        "aisle_other_word": number_words(int(there.aisle)),
        "bay_off": _other_number(here.bay, 7),
        "shelf_off": _other_number(here.shelf, 5),
        "shelf_off_ordinal": _ORDINALS[int(here.shelf) + 1],
        "aisle_off_ordinal": _ORDINALS[int(here.aisle) % 9 + 1],
    }


def _labels(p: Product) -> dict[str, str]:
    told = f"{p.name} {p.description} {p.ingredients} {p.allergens} {p.may_contain}".casefold()
    off = next(d for d in _DIETS if d not in p.diet and _DIETS[d].split()[0] not in told)
    has = next((d for d in p.diet), "vegan")
    allergen_off = next((a for a in _ALLERGENS if a.rstrip("s") not in told), "lupin")
    made = {
        "diet": has,
        "diet_said": _DIETS[has],
        "diet_off": off,
        "diet_off_said": _DIETS[off],
        "allergen": p.allergens[0] if p.allergens else "gluten",
        "allergen_off": allergen_off,
        "may": p.may_contain[0] if p.may_contain else "nuts",
    }
    if table := p.nutrition:
        made |= {
            "per": table.per,
            "fat": amount(table.fat),
            "sugars": amount(table.sugars),
            "protein": amount(table.protein),
            "kcal": amount(table.energy_kcal),
            "carbs": amount(table.carbohydrate),
            "fat_off": amount(table.fat + 0.7),
            "sugars_off": amount(table.sugars + 7),
            "kcal_off": amount(table.energy_kcal + 10),
            "salt_off": amount(table.salt + 1.3),
            "protein_off": amount(table.protein + 2.5),
            "protein_x": amount(table.protein),
        }
    return made


def _scripts(minor: int, price: str) -> dict[str, str]:
    def other(zero: int, text: str) -> str:
        return "".join(chr(zero + int(c)) if c.isdigit() else c for c in text)

    off = _money(minor + 7)
    return {
        "price_arabic": other(0x660, off[1:]),
        "price_fullwidth": other(0xFF10, off),
        "price_devanagari": other(0x966, off[1:]),
        "price_bold": other(0x1D7CE, off),
        "aisle_off_arabic": chr(0x668),
        "aisle_off_circled": "\u2468",
    }


def _pair(p: Product, q: Product) -> dict[str, str]:
    cheap, dear = sorted((p, q), key=lambda x: x.current_price)
    least, most = cheap.current_price.minor, dear.current_price.minor
    assert p.location
    assert q.location
    return {
        "a": _EN.name(p),
        "b": _EN.name(q),
        "price_a": _money(p.current_price.minor),
        "price_b": _money(q.current_price.minor),
        "aisle_a": p.location.aisle,
        "aisle_b": q.location.aisle,
        "cheaper": _EN.name(cheap),
        "dearer": _EN.name(dear),
        "cheaper_price": _money(least),
        "dearer_price": _money(most),
        "difference": _money(most - least),
        "difference_off": _money(most - least + 10),
        "total_off": _money(most + least + 5),
    }


def _offer(p: Product) -> dict[str, str]:
    if not p.offer:
        return {}
    ends = p.offer.ends
    return {
        "offer": p.offer.label,
        "ends": _EN.date(ends),
        "was": _EN.money(p.price),
        "ends_off": _EN.date(ends + timedelta(1)),
        "ends_month_off": _EN.date(ends.replace(month=ends.month % 12 + 1, day=min(ends.day, 28))),
        "save_off": _money(p.price.minor - p.current_price.minor + 25),
        "percent_off": "35",
    }


def _fill(text: str, fields: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda m: fields[m[1]], text)
