"""Sentences of a language and the way facts are put into them; the only place that makes words for the shopper."""

from __future__ import annotations

import re
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
_OF_THE_STORE = ("emergency_number", "crisis_line")
"""Depend on where the store stands, not on what is spoken there: in every language those of the English file."""
_DAY = 24 * 60
_RIGHT_TO_LEFT = frozenset(("ar",))

_APART = "\N{LEFT-TO-RIGHT ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"
_NOT_APART = re.compile("[\N{LEFT-TO-RIGHT ISOLATE}\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}]")
"""A text with its own letters or with pieces set apart within; see `Wording._fact`."""

ENGLISH = "en"
"""What rules read, whatever is spoken; the language of a kiosk whose own has no sentences."""


class WordingError(Exception):
    """The sentences of a language cannot be read: the text names the file and the fault."""


def amount(value: float) -> str:
    """A number without needless zeros."""
    return f"{value:g}"


class Wording:
    """The sentences of one language; `english` is the wording that another language takes the store's numbers from."""

    def __init__(self, language: str, table: Mapping[str, Any], english: Wording | None = None) -> None:
        self.language = language
        self.language_name: str = table["language"]
        of_the_store = {key: (english._parts if english else table["parts"])[key] for key in _OF_THE_STORE}
        self._parts: Mapping[str, Any] = {**table["parts"], **of_the_store}
        self._say: Mapping[str, Sequence[str]] = table["say"]
        self._suggest: Mapping[str, str] = table["suggest"]
        self.nutrients: Mapping[str, str] = table["nutrients"]
        self.nutrient_words: Mapping[str, Sequence[str]] = table["nutrient_words"]
        self.heard: Mapping[str, str] = table.get("heard", {})
        self._allergens: Mapping[str, str] = table["allergens"]
        self._diets: Mapping[str, str] = table["diets"]
        self._units: Mapping[str, str] = table["units"]
        self._occasions: Mapping[str, str] = table["occasions"]
        self._marks = str.maketrans({".": self._parts["decimal"], ",": self._parts["thousands"]})

    # --- sentences

    def say(self, key: str, turn: int = 0, **facts: object) -> str:
        """The sentence with its facts; `turn` chooses the variant."""
        variants = self._say[key]
        return start_upper(self._filled(variants[turn % len(variants)], facts))

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
        return self._filled(str(self._parts[key]), facts)

    def _filled(self, text: str, facts: Mapping[str, object]) -> str:
        return text.format(**{name: self._fact(fact) for name, fact in facts.items()})

    def _fact(self, fact: object) -> object:
        """A fact as it stands in a sentence. In one that runs from right to left, names and prices in Latin letters are
        set apart by marks that nobody sees or hears: else "Milk (1 gal)" would lose its bracket to the words behind."""
        text = str(fact)
        bare = self.language not in _RIGHT_TO_LEFT or not text or text.isdecimal() or _NOT_APART.search(text)
        return fact if bare else _APART.format(text)

    # --- facts

    def all_of(self, texts: Sequence[str]) -> str:
        """'a, b and c'."""
        return self._listed(texts, "and")

    def any_of(self, texts: Sequence[str]) -> str:
        """'a, b or c'."""
        return self._listed(texts, "or")

    def _listed(self, texts: Sequence[str], last: str) -> str:
        if len(texts) <= 1:
            return "".join(texts)
        first = f"{self._parts['comma']} ".join(str(self._fact(text)) for text in texts[:-1])
        return self.part(last, all=first, last=texts[-1])

    def number(self, value: float) -> str:
        """A number without needless zeros: '4.5', or '4,5'."""
        return amount(value).translate(self._marks)

    def money(self, money: Money) -> str:
        """'$3.49', or '3,49 $'."""
        sign = _SIGNS.get(money.currency)
        value = f"{money_json(money):,.2f}".translate(self._marks)
        written = self._parts["money" if sign else "money_code"]  # one fact: its digits and its sign stay together
        return str(written).format(sign=sign, value=value, code=money.currency)

    def unit(self, unit: str) -> str:
        """The unit of a unit price, as said after 'per'."""
        return self._units.get(unit, unit)

    def unit_price(self, product: Product) -> str:
        """'$0.42 per 100 g'."""
        if product.unit == "each":
            return self.part("each", price=self.money(product.unit_price))
        return self.part("per", price=self.money(product.unit_price), unit=self.unit(product.unit))

    def offer(self, product: Product) -> str:
        """What makes an offer one: 'Save $2'. Of a multi-buy, and of none, the label as the catalog has it."""
        offer = product.offer
        if offer is None or offer.price is None or offer.price >= product.price:
            return offer.label if offer else ""
        difference = Money(product.price.minor - offer.price.minor, product.price.currency)
        return self.part("saving", label=offer.label, difference=self.money(difference))

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

    def diets(self, names: Sequence[str]) -> str:
        """Diets as said: 'vegan and gluten-free'."""
        return self.all_of([self._diets.get(n, n) for n in names])

    def occasion(self, name: str) -> str:
        """An occasion of the word lists as said after 'for': 'a picnic'."""
        return self._occasions.get(name, name)

    def day(self, day: date) -> str:
        """The name of the weekday."""
        return str(self._parts["weekdays"][day.weekday()])

    def on_day(self, day: date) -> str:
        """When that is, by the weekday: 'Monday', where a language needs it with 'on'."""
        return self.part("on_day", day=self.day(day))

    @property
    def weekdays(self) -> Sequence[str]:
        """Their names, Monday first."""
        return tuple(self._parts["weekdays"])

    def date(self, day: date) -> str:
        """'March 4'."""
        return self.part("date_first" if day.day == 1 else "date", month=self._parts["months"][day.month - 1],
                         day=day.day)  # fmt: skip

    def clock(self, minutes: int) -> str:
        """A time of day given in minutes after midnight, as said: '10 at night', '7 in the morning', '22 Uhr'."""
        minutes %= _DAY
        if minutes == 0:
            return self.part("midnight")
        if minutes == 12 * 60:
            return self.part("noon")
        hour = minutes // 60
        half = "one" if hour == 1 else "morning" if hour < 12 else "afternoon" if hour < 18 else "night"
        return self.part(half, time=self._hour(minutes))

    def clock_today(self, minutes: int) -> str:
        """As `clock`, said of the coming evening: '10 tonight'."""
        if minutes % _DAY >= 18 * 60:
            return self.part("evening", time=self._hour(minutes % _DAY))
        return self.clock(minutes)

    def _hour(self, minutes: int) -> str:
        """'10', '10:30' or '22:30', by the clock of the language."""
        hour, minute = divmod(minutes, 60)
        if self._parts["clock_hours"] == 12:
            hour = (hour - 1) % 12 + 1
        return self.part("hour_minute" if minute else "hour", hour=hour, minute=f"{minute:02d}")

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
    english = None if language == ENGLISH else wording(ENGLISH)
    try:
        return Wording(language, tomllib.loads(path.read_text(encoding="utf-8")), english)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError) as error:
        raise WordingError(f"sentences {path}: {error}; restore the file from the package") from error


def languages() -> frozenset[str]:
    """The languages that the assistant speaks."""
    return frozenset(
        entry.name.removesuffix(".toml")
        for entry in (files("kiosk.assistant") / "wording").iterdir()
        if entry.name.endswith(".toml")
    )


def language_names() -> Sequence[str]:
    """What the languages call themselves."""
    return [wording(language).language_name for language in sorted(languages())]
