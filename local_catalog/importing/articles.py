"""From a record of a source to an article of the catalog, checked and mended field by field."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from local_catalog.building import Article, OfferTerms
from local_catalog.importing.columns import Take, Values, item_steps, skipper, taker
from local_catalog.importing.findings import Findings, Outcome
from local_catalog.importing.mapping import ListSpec, Mapping, TextFormSpec
from local_catalog.importing.readers import Record
from local_catalog.importing.values import labels
from local_catalog.importing.values.amounts import amount_of, size_text, stock_level
from local_catalog.importing.values.barcodes import barcode
from local_catalog.importing.values.prices import minor_units
from local_catalog.importing.values.problem import BadValueError, Mended
from local_catalog.importing.values.texts import as_text, clean
from local_catalog.types import Location, Nutrition

LONGEST = {"sku": 64, "name": 200, "brand": 80, "title": 80, "description": 2000, "ingredients": 2000, "word": 80}
"""Characters."""
_MOST_TITLES = 8
_MOST_LISTED = 30
_OTHER = "Other"
_HASH_DIGITS = 12
_OFFER = "Special offer"
_PLACE = re.compile(r"([^\s\-/.:]+)(?:\s?[\-/.:]\s?([^\s\-/.:]+))?(?:\s?[\-/.:]\s?([^\s\-/.:]+))?")
_KILOJOULES = 4.184
"""In a kilocalorie."""
_YES = frozenset(("yes", "true", "1", "y", "x", "si", "sí", "oui", "ja", "wahr", "vrai"))


class RejectedError(Exception):
    """A row that cannot become a product; `check` is the kind of reason."""

    def __init__(self, check: str, reason: str) -> None:
        super().__init__(reason)
        self.check = check


class ArticleMaker:
    """Makes articles by one mapping."""

    def __init__(
        self, mapping: Mapping, currency: str, findings: Findings, today: date, known_titles: Iterable[str]
    ) -> None:
        """`known_titles` are those of departments and categories as the catalog spells them."""
        self._mapping = mapping
        self._currency = currency
        self._findings = findings
        self._today = today
        self._take: dict[str, Take] = {where: taker(spec) for where, spec in mapping.specs().items()}
        self._attributes = {name: self._take[f"attributes.{name}"] for name in mapping.attributes}
        lists = {name: spec for name, spec in mapping.fields if isinstance(spec, ListSpec)}
        self._steps = {name: list(item_steps(spec)) for name, spec in lists.items()}
        hashed = mapping.fields.sku.hash
        self._hashed: list[Take] = [taker(type(mapping.fields.name)(**{"from": (name,)})) for name in hashed]
        self._titles = {title.casefold(): title for title in known_titles}
        self._row: int | str = 0
        self.skips: Callable[[Values], bool] = skipper(mapping.skip)
        """Whether a record is left out by the rules of the mapping."""

    def article(self, record: Record) -> Article:
        """Raises RejectedError if it cannot be a product."""
        self._row = record.row
        if record.problem:
            raise RejectedError("row not whole", record.problem)
        values = record.values
        sku, name = self._sku(values), self._text("name", values)
        if not name:
            raise RejectedError("no name", "there is no name")
        price = self._price(values)
        return Article(
            sku=sku, name=name, price=price, category=self._category(values), brand=self._text("brand", values),
            size=self._size(values), family=self._text("family", values)[: LONGEST["sku"]] or None,
            gtin=self._gtin(values), stock=self._stock(values), place=self._place(values),
            description=self._text("description", values), words=self._list("words", values),
            ingredients=self._text("ingredients", values), allergens=self._allergens("allergens", values),
            may_contain=self._allergens("may_contain", values), diet=self._diet(values),
            nutrition=self._nutrition(values), min_age=self._number("min_age", values, 1, 99),
            attributes=dict(self._facts(values)), offer=self._offer(values, price),
            sold=self._number("sold", values, 0, 10**12),
        )  # fmt: skip

    # --- one field each -----------------------------------------------------------------------------------------------

    def _sku(self, values: Values) -> str:
        found = self._raw("sku", values)
        sku = clean(found, LONGEST["sku"] + 1, self._ignored)
        if not sku and self._hashed:
            told = "\x1f".join(as_text(take(values)).casefold() for take in self._hashed)
            if not told.strip("\x1f"):
                raise RejectedError("no SKU", "there is nothing to make a SKU from")
            return f"H{hashlib.sha256(told.encode(errors='replace')).hexdigest()[:_HASH_DIGITS].upper()}"
        if not sku:
            raise RejectedError("no SKU", "there is no SKU")
        if len(sku) > LONGEST["sku"]:
            raise RejectedError("SKU too long", f"the SKU has more than {LONGEST['sku']} characters")
        if isinstance(found, str) and re.fullmatch(r"\d[.,]\d+[eE]\+?\d+", sku):
            raise RejectedError("damaged SKU", f"{sku}: the spreadsheet has cut digits off; format the column as text")
        return sku

    def _price(self, values: Values) -> int:
        found = self._raw("price", values)
        if found is None:
            raise RejectedError("no price", "there is no price")
        spec = self._mapping.fields.price
        try:
            return minor_units(
                found, currency=self._currency, decimal=spec.decimal, minor=spec.minor, mended=self._mended
            )
        except BadValueError as error:
            raise RejectedError("bad price", str(error)) from error

    def _category(self, values: Values) -> tuple[str, ...]:
        spec = self._mapping.fields.category
        titles = [clean(item, LONGEST["title"], self._mended) for item in self._items("category", spec, values)]
        # The sign that paths are joined by may not stand in a title.
        kept = [title.replace(" > ", " / ") for title in titles if title.strip(" >")][:_MOST_TITLES]
        if not kept:
            if spec is not None:
                self._findings.add("no category", Outcome.KEPT, self._row, f"put under {_OTHER!r}")
            return (_OTHER,)
        return tuple(self._titles.setdefault(title.casefold(), title) for title in kept)

    def _size(self, values: Values) -> str:
        found, spec = self._raw("size", values), self._mapping.fields.size
        if found is None or spec is None:
            return "each"
        text = size_text(clean(found, LONGEST["word"], self._mended), spec.unit, spec.decimal)
        if text and amount_of(text) is None:
            self._findings.add("unknown size", Outcome.KEPT, self._row, f"{text!r} is shown, and priced by the piece")
        return text or "each"

    def _gtin(self, values: Values) -> str | None:
        found = self._raw("gtin", values)
        if found is None:
            return None
        try:
            return barcode(found, self._mended)
        except BadValueError as error:
            self._findings.add("bad barcode", Outcome.KEPT, self._row, f"without it: {error}")
            return None

    def _stock(self, values: Values) -> int | None:
        found, spec = self._raw("stock", values), self._mapping.fields.stock
        if found is None or spec is None:
            return None
        try:
            return stock_level(found, spec.words, self._mended)
        except BadValueError as error:
            self._findings.add("unknown stock", Outcome.KEPT, self._row, f"without it: {error}")
            return None

    def _place(self, values: Values) -> Location | None:
        found = self._raw("place", values)
        if isinstance(found, dict):
            parts = [found.get(name) for name in ("aisle", "bay", "shelf")]
        elif found is not None:
            match = _PLACE.fullmatch(as_text(found)[:60])
            if match is None:
                self._findings.add("unknown place", Outcome.KEPT, self._row, f"without it: {as_text(found)[:60]!r}")
                return None
            parts = list(match.groups())
        else:
            parts = [self._raw(name, values) for name in ("aisle", "bay", "shelf")]
        aisle, bay, shelf = (clean(part, 20, self._mended) if part is not None else "" for part in parts)
        return Location(aisle, bay, shelf) if aisle else None

    def _allergens(self, name: str, values: Values) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for item in self._items(name, getattr(self._mapping.fields, name), values):
            found.update(dict.fromkeys(labels.allergens(clean(item, LONGEST["word"], self._mended))))
        return tuple(found)[:_MOST_LISTED]

    def _diet(self, values: Values) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for item in self._items("diet", self._mapping.fields.diet, values):
            text = clean(item, LONGEST["word"], self._mended)
            known = labels.diet(text)
            if known is not None:
                found[known] = None
            elif text:
                self._findings.add("unknown diet", Outcome.KEPT, self._row, f"without it: {text!r}")
        if "vegan" in found:
            found["vegetarian"] = None
        return tuple(found)

    def _nutrition(self, values: Values) -> Nutrition | None:
        fields = self._mapping.nutrition
        if fields is None:
            return None
        found: dict[str, float] = {}
        for name in fields.specs():
            raw = self._take[f"nutrition.{name}"](values)
            try:
                amount = float(as_text(raw).replace(",", ".")) if raw is not None else None
            except ValueError:
                amount = None
            if amount is not None and 0 <= amount <= 10_000:
                found[name] = amount
        if "energy_kj" not in found and "energy_kcal" in found:
            found["energy_kj"] = round(found["energy_kcal"] * _KILOJOULES)
        if "energy_kcal" not in found and "energy_kj" in found:
            found["energy_kcal"] = round(found["energy_kj"] / _KILOJOULES)
        if len(found) < 9:
            if found:
                self._findings.add("nutrition not whole", Outcome.KEPT, self._row, "without it")
            return None
        return Nutrition(per=fields.per, **found)

    def _offer(self, values: Values, price: int) -> OfferTerms | None:
        fields = self._mapping.fields
        ends, reduced = self._raw("offer_ends", values), self._raw("offer_price", values)
        label = self._text("offer_label", values)
        if ends is None or (reduced is None and not label):
            return None
        try:
            last = _day(ends)
            minor = None
            if reduced is not None and fields.offer_price is not None:
                spec = fields.offer_price
                minor = minor_units(
                    reduced, currency=self._currency, decimal=spec.decimal, minor=spec.minor, mended=self._mended
                )
        except BadValueError as error:
            self._findings.add("bad offer", Outcome.KEPT, self._row, f"without it: {error}")
            return None
        if minor is not None and minor >= price:
            if minor > price:
                self._findings.add("bad offer", Outcome.KEPT, self._row, "without it: it is above the price")
            return None
        return OfferTerms(label or _OFFER, minor, last) if last >= self._today else None

    def _facts(self, values: Values) -> Iterator[tuple[str, str]]:
        for name, take in self._attributes.items():
            found = take(values)
            text = clean(found, 300, self._mended) if found is not None else ""
            if text:
                yield name, text

    # ------------------------------------------------------------------------------------------------------------------

    def _raw(self, name: str, values: Values) -> Any:
        take = self._take.get(f"fields.{name}")
        return None if take is None else take(values)

    def _text(self, name: str, values: Values) -> str:
        found = self._raw(name, values)
        if found is None:
            return ""
        spec = getattr(self._mapping.fields, name)
        markdown = isinstance(spec, TextFormSpec) and spec.markdown
        return clean(found, LONGEST.get(name, LONGEST["word"]), self._mended, markdown=markdown)

    def _list(self, name: str, values: Values) -> tuple[str, ...]:
        spec = getattr(self._mapping.fields, name)
        found = (clean(item, LONGEST["word"], self._mended) for item in self._items(name, spec, values))
        return tuple(dict.fromkeys(item for item in found if item))[:_MOST_LISTED]

    def _items(self, name: str, spec: ListSpec | None, values: Values) -> Iterator[object]:
        if spec is None:
            return
        for item, column in spec.flags.items():
            if as_text(_column_value(values, column)).strip().casefold() in _YES:
                yield item
        found = self._raw(name, values)
        if isinstance(found, (list, tuple)):
            # A list of lists has several paths, of which the first counts.
            inner = found[0] if found and isinstance(found[0], (list, tuple)) else found
            yield from (item.get("name") if isinstance(item, dict) else item for item in inner[:100])
        elif found is not None:
            text = as_text(found)[:5000]
            if spec.alternatives:
                text = text.split(spec.alternatives, 1)[0]
            if not spec.separator:
                yield text
                return
            for part in text.split(spec.separator):
                changed: object = part.strip()
                for step in self._steps[name]:
                    changed = step(changed)
                yield changed

    def _number(self, name: str, values: Values, least: int, most: int) -> int | None:
        found = self._raw(name, values)
        if found is None:
            return None
        try:
            number = int(float(as_text(found).replace(",", ".")))
        except (ValueError, OverflowError):
            number = least - 1
        if least <= number <= most:
            return number
        label = name.replace("_", " ")
        self._findings.add(f"bad {label}", Outcome.KEPT, self._row, f"without it: {as_text(found)[:40]!r}")
        return None

    @property
    def _mended(self) -> Mended:
        return self._note

    def _note(self, check: str, text: str) -> None:
        self._findings.add(check, Outcome.MENDED, self._row, text)

    def _ignored(self, check: str, text: str) -> None:
        """A SKU that is too long is told as such."""


def _column_value(values: Values, column: str) -> object:
    return values.get(column)


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(as_text(value).strip()[:10])
    except ValueError as error:
        raise BadValueError(f"{as_text(value)[:40]!r} is no day like 2026-11-30") from error
