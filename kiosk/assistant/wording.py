"""Sentences of a language and the way facts are put into them; the only place that makes words for the shopper."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from kiosk.assistant.types import money_json
from local_catalog import Money, Product

_SIGNS = {"USD": "$", "CAD": "$", "AUD": "$", "EUR": "€", "GBP": "£"}


class WordingError(Exception):
    """The sentences of a language cannot be read: the text names the file and the fault."""


def listed(texts: Sequence[str], last: str) -> str:
    """'a, b and c', with `last` before the last one."""
    if len(texts) <= 1:
        return "".join(texts)
    return ", ".join(texts[:-1]) + f" {last} {texts[-1]}"


def amount(value: float) -> str:
    """A number without needless zeros."""
    return f"{value:g}"


class Wording:
    """The sentences of one language."""

    def __init__(self, language: str, table: Mapping[str, Any]) -> None:
        self.language = language
        self.language_name: str = table["language"]
        self._parts: Mapping[str, Any] = table["parts"]
        self._say: Mapping[str, Sequence[str]] = table["say"]
        self._suggest: Mapping[str, str] = table["suggest"]
        self.nutrients: Mapping[str, str] = table["nutrients"]
        self.nutrient_words: Mapping[str, Sequence[str]] = table["nutrient_words"]
        self._allergens: Mapping[str, str] = table["allergens"]

    # --- sentences

    def say(self, key: str, turn: int = 0, **facts: object) -> str:
        """The sentence with its facts; `turn` chooses the variant."""
        variants = self._say[key]
        return start_upper(variants[turn % len(variants)].format(**facts))

    def keys(self) -> Sequence[str]:
        """The names of all sentences."""
        return tuple(self._say)

    def places(self, key: str) -> frozenset[str]:
        """The placeholders of a sentence."""
        return frozenset(
            name for variant in self._say[key] for _, name, _, _ in string.Formatter().parse(variant) if name
        )

    def suggestion(self, key: str) -> str:
        """A short text to tap."""
        return self._suggest[key]

    def part(self, key: str, **facts: object) -> str:
        """A piece of a sentence."""
        return str(self._parts[key]).format(**facts)

    # --- facts

    def all_of(self, texts: Sequence[str]) -> str:
        """'a, b and c'."""
        return listed(texts, self._parts["and"])

    def any_of(self, texts: Sequence[str]) -> str:
        """'a, b or c'."""
        return listed(texts, self._parts["or"])

    def money(self, money: Money) -> str:
        """'$3.49'."""
        sign = _SIGNS.get(money.currency)
        value = f"{money_json(money):,.2f}"
        return f"{sign}{value}" if sign else f"{value} {money.currency}"

    def unit_price(self, product: Product) -> str:
        """'$0.42 per 100 g'."""
        if product.unit == "each":
            return self.part("each", price=self.money(product.unit_price))
        return self.part("per", price=self.money(product.unit_price), unit=product.unit)

    def place(self, product: Product, shelf: bool = False) -> str:
        """'aisle 3, bay 4', with `shelf` also that; the department where the store's data tells no more."""
        place = product.location
        if place is None:
            return self.part("place_department", department=product.category.partition(" > ")[0])
        known = "place_shelf" if shelf and place.bay and place.shelf else "place" if place.bay else "place_aisle"
        return self.part(known, aisle=place.aisle, bay=place.bay, shelf=place.shelf)

    def aisles(self, aisles: Sequence[str]) -> str:
        """'aisle 3' or 'aisles 6 and 7'."""
        return self.part("aisle_one" if len(aisles) == 1 else "aisle_many", aisles=self.all_of(aisles))

    def name(self, product: Product, size: bool = True) -> str:
        """Brand, name and size as on the pack: 'Larkfield Whole Milk (1 gal)'; the brand only once."""
        name = product.name
        if product.brand and product.brand.casefold() not in name.casefold():
            name = f"{product.brand} {name}"
        plain = product.size in ("", "each") or product.size.casefold() in name.casefold()
        return name if plain or not size else f"{name} ({product.size})"

    def allergens(self, names: Sequence[str], either: bool = False) -> str:
        """Allergens as said: 'milk and tree nuts', or with 'or'."""
        said = [self._allergens.get(n, n) for n in names]
        return self.any_of(said) if either else self.all_of(said)

    def day(self, day: date) -> str:
        """The name of the weekday."""
        return str(self._parts["weekdays"][day.weekday()])

    def weekday(self, number: int) -> str:
        """The name of a weekday, 0 is Monday."""
        return str(self._parts["weekdays"][number])

    @property
    def weekdays(self) -> Sequence[str]:
        """Their names, Monday first."""
        return tuple(self._parts["weekdays"])

    def date(self, day: date) -> str:
        """'March 4'."""
        return self.part("date", month=self._parts["months"][day.month - 1], day=day.day)

    def clock(self, minutes: int) -> str:
        """A time of day given in minutes after midnight, as said: '10 tonight', '7 in the morning'."""
        minutes %= 24 * 60
        if minutes == 0:
            return self.part("midnight")
        if minutes == 12 * 60:
            return self.part("noon")
        hour, minute = divmod(minutes, 60)
        time = f"{(hour - 1) % 12 + 1}" + (f":{minute:02d}" if minute else "")
        half = "morning" if hour < 12 else "afternoon" if hour < 18 else "night"
        return self.part(half, time=time)

    def clock_today(self, minutes: int) -> str:
        """As `clock`, said of the coming evening: '10 tonight'."""
        if minutes % (24 * 60) >= 18 * 60:
            hour, minute = divmod(minutes % (24 * 60), 60)
            return self.part("evening", time=f"{hour - 12}" + (f":{minute:02d}" if minute else ""))
        return self.clock(minutes)

    def time(self, now: datetime) -> str:
        """The time of day to the minute."""
        return self.clock(now.hour * 60 + now.minute)


def start_upper(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


@cache
def wording(language: str) -> Wording:
    """The sentences of a language (ISO 639-1), read once. Raises WordingError."""
    path = files("kiosk.assistant") / "wording" / f"{language}.toml"
    try:
        return Wording(language, tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError) as error:
        raise WordingError(f"sentences {path}: {error}; restore the file from the package") from error


def languages() -> frozenset[str]:
    """The languages that the assistant speaks."""
    return frozenset(
        entry.name.removesuffix(".toml")
        for entry in (files("kiosk.assistant") / "wording").iterdir()
        if entry.name.endswith(".toml")
    )
