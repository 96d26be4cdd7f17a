"""The catalog as the rest of the kiosk sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from local_catalog import related, rows
from local_catalog.codes import gtin_key
from local_catalog.completion import Completer
from local_catalog.facets import facets
from local_catalog.filters import PAID
from local_catalog.lexicon import Lexicon
from local_catalog.match import NameFinder, brand_finder, category_finder, category_paths, department_finder
from local_catalog.policies import PolicyFinder
from local_catalog.reader import Reader, Row
from local_catalog.recommend import Recommender
from local_catalog.rows import PRODUCTS, day
from local_catalog.search import ending_so, matching, search
from local_catalog.sizes import price_unit, size_or_each, unit_price
from local_catalog.text import LONGEST_QUERY, key, spoken
from local_catalog.types import (
    CatalogError,
    CatalogInfo,
    Department,
    Facets,
    Filters,
    FloorPlan,
    Found,
    Hit,
    Money,
    Policy,
    PolicyHit,
    Product,
    Store,
)

_ANYTHING = Filters()
_LESS_WANTED = "CASE kind WHEN 'brand' THEN 500 WHEN 'brand_name' THEN 300 ELSE 0 END"
"""Most people name the thing and not who makes it."""
_LOOKED_AT, _OF_A_KIND = 8, 3
"""Products looked at and shown of a kind that goes with another."""
_BY_AMOUNT = ("price", "price_desc", "unit_price")
_REMEMBERED = 128
"""Searches whose outcome is kept: one turn of a conversation asks the same several times."""
_ENDING = range(4, 8)
"""How many of the last digits of a number are typed in its place."""
_SURE = 0.95
"""Share of the words of a kind that a product must cover to go with another."""


class Catalog:
    """A catalog file, open for reading. All methods may be called from several threads at once.

    Methods that return products leave out offers that ended before the day: the argument `today` where there is one,
    else what the `clock` given to `open` says; without either, offers are kept whatever their end.
    """

    def __init__(self, reader: Reader, clock: Callable[[], date] | None) -> None:
        self._reader = reader
        self._clock = clock
        try:
            self.info: CatalogInfo = rows.info(reader)
            self.store: Store = rows.store(reader)
            self.departments: tuple[Department, ...] = rows.departments(reader)
            self.policies: tuple[Policy, ...] = rows.policies(reader)
            self.floor: FloorPlan = rows.floor(reader)
        except (KeyError, ValueError) as error:
            raise CatalogError(f"{reader.path}: the catalog is damaged ({error}); sync it again") from error
        self._lexicon = Lexicon(reader, self.info.products)
        self._found = lru_cache(_REMEMBERED)(self._look_up)

    @classmethod
    def open(cls, path: Path | str, *, clock: Callable[[], date] | None = None) -> Catalog:
        """Open a catalog file. Raises CatalogError if it is missing, damaged or too new."""
        reader = Reader(Path(path))
        try:
            return cls(reader, clock)
        except BaseException:
            reader.close()
            raise

    def close(self) -> None:
        """Close the file; every later call raises CatalogError."""
        self._found.cache_clear()
        self._reader.close()

    def warm_up(self) -> None:
        """Make now what the first questions would otherwise wait for: some 20 ms for every 1,000 products and half a
        second. Safe beside other calls."""
        self._lexicon.speller.mend("warm")
        self.search("warm")
        self.complete("w")
        for find in (self.match_brand, self.match_category, self.match_department, self.match_policy):
            find("warm")
        self._recommender.warm_up()
        self._substitutes.warm_up()

    # --- finding products ---------------------------------------------------------------------------------------------

    def search(
        self,
        query: str,
        filters: Filters = _ANYTHING,
        limit: int = 10,
        offset: int = 0,
        today: date | None = None,
        *,
        language: str | None = None,
    ) -> Found:
        """Products for a query, best first; an empty query browses by popularity and name.

        The number of an article finds that article, whatever the filters; the last 4 to 7 digits of numbers find
        those behind what has the digits in its texts.
        A query that cannot name a product (only words of questions, signs, emoji) finds nothing.
        `language` (ISO 639-1) is the one in which is asked: es, fr, de or one that the store has words of. Without it
        other languages are looked into where the query finds little as it stands.
        """
        digits = query.strip()
        if digits.isascii() and digits.isdigit():
            scanned = self.by_code(digits)
            if scanned is not None:
                return Found((Hit(scanned, 1.0, (digits,)),)[max(0, offset) : max(0, offset) + max(0, limit)], 1)
            if len(digits) in _ENDING:
                return self._ending_so(digits, filters, max(0, limit), max(0, offset), today)
        return self._search(query, filters, max(0, limit), max(0, offset), today, language)

    def _search(
        self, query: str, filters: Filters, limit: int, offset: int, today: date | None, language: str | None = None
    ) -> Found:
        return self._found(query, filters, limit, offset, self._day(today), language)

    def _look_up(
        self, query: str, filters: Filters, limit: int, offset: int, today: date | None, language: str | None
    ) -> Found:
        return search(
            self._reader,
            self._lexicon,
            query,
            filters,
            self._paths(query, filters),
            limit,
            offset,
            today,
            self.store.currency,
            language,
        )

    def _ending_so(self, digits: str, filters: Filters, limit: int, offset: int, today: date | None) -> Found:
        by_text = self._search(digits, filters, offset + limit, 0, today)
        by_number = self._products(ending_so(self._reader, digits), today)
        shown = {hit.product.sku: hit for hit in by_text.hits if hit.score >= _SURE}
        for product in by_number:
            shown.setdefault(product.sku, Hit(product, 1.0, (digits,)))
        hits = tuple(shown.values())
        return Found(hits[offset : offset + limit], len(hits)) if hits else by_text

    def facets(
        self, query: str, filters: Filters = _ANYTHING, today: date | None = None, *, language: str | None = None
    ) -> Facets:
        """By what the outcome of `search`, with the same arguments, can be narrowed further."""
        day = self._day(today)

        def ids(wanted: Filters) -> list[int]:
            paths = self._paths(query, wanted)
            return matching(self._reader, self._lexicon, query, wanted, paths, day, language)

        found = ids(filters)
        browsed = filters.category is None or not query.strip()
        anywhere = found if browsed else ids(replace(filters, category=None))
        return facets(self._reader, found, anywhere, self.store.currency, day)

    def _paths(self, query: str, filters: Filters) -> list[str] | None:
        """The categories to search in, None for all."""
        wanted = filters.category
        if wanted is None and filters.of_the_kind and filters.sort in _BY_AMOUNT:
            wanted = self._category_names.whole(query)
        return None if wanted is None else category_paths(wanted, self._categories, self.departments)

    def product(self, sku: str) -> Product | None:
        """By SKU."""
        return self._first(self._reader.rows("SELECT id FROM product WHERE sku = ?", (_sane(sku),)))

    def by_code(self, code: str) -> Product | None:
        """By GTIN-8, -12, -13 or -14 as scanned or typed, with or without leading zeros, or by SKU."""
        gtin = gtin_key(code)
        if gtin is not None:
            # Of 14 digits only those of cases do not begin with 0; all others are kept as 13.
            found = self._reader.rows("SELECT id FROM product WHERE gtin = ?", (gtin.removeprefix("0"),))
            if found:
                return self._first(found)
        return self.product(code.strip())

    def exact(self, text: str) -> tuple[Product, ...]:
        """The products whose name, or brand and name, is the text, with or without size; most wanted first."""
        found = self._reader.rows(
            "SELECT p.id FROM product_key k JOIN product p ON p.id = k.product WHERE k.key = ? "
            "ORDER BY p.stock > 0 DESC, p.popularity DESC, p.price",
            (key(text[:LONGEST_QUERY]),),
        )
        return self._products([row[0] for row in found])

    def offers(self, category: str | None = None, limit: int = 24, today: date | None = None) -> tuple[Product, ...]:
        """What is on offer: things in stock first, then by the share that is saved."""
        paths = self._categories
        if category is not None:
            paths = tuple(category_paths(category, paths, self.departments))
        found = self._reader.rows(
            f"SELECT p.id, p.category FROM {PRODUCTS} WHERE o.id IS NOT NULL "  # noqa: S608
            f"ORDER BY p.stock > 0 DESC, 1.0 * {PAID} / p.price, p.popularity DESC, p.id",
            {"today": day(self._day(today))},
        )
        return self._products([row[0] for row in found if row[1] in paths][: max(0, limit)], today)

    def popular(self, limit: int = 12) -> tuple[Product, ...]:
        """What is bought most often and may be in stock, one of each kind and of each category."""
        return self._products(self._recommender.popular(max(0, limit)))

    # --- beside a product ---------------------------------------------------------------------------------------------

    def sizes(self, sku: str) -> tuple[Product, ...]:
        """The other packs of the same product."""
        return self._products(related.sizes(self._reader, _sane(sku)))

    def instead(self, sku: str, limit: int = 6) -> tuple[Product, ...]:
        """What can be taken instead, likest first: of the same kind and fit, keeping diets and allergens; else none."""
        return self._products(self._substitutes.instead(_sane(sku), max(0, limit), self._day(None)))

    def cheaper(self, sku: str, limit: int = 6) -> tuple[Product, ...]:
        """The like for less, cheapest by the unit first."""
        return self._products(self._substitutes.cheaper(_sane(sku), max(0, limit), self._day(None)))

    def unit_prices(self, products: Sequence[Product]) -> tuple[str, tuple[Money, ...]] | None:
        """What each costs now by the same unit, that of the first one, with the unit; None if they are not sold by the
        same measure."""
        sizes = [size_or_each(product.size) for product in products]
        if len({size.dimension for size in sizes}) != 1 or sizes[0].dimension == "each":
            return None
        unit = price_unit(sizes[0])
        return unit.label, tuple(
            Money(unit_price(product.current_price.minor, size, unit), product.price.currency)
            for product, size in zip(products, sizes, strict=True)
        )

    def goes_with(self, sku: str, limit: int = 6) -> tuple[Product, ...]:
        """What is bought together with it, or else with such things."""
        return self._products(self._recommender.goes_with(_sane(sku), max(0, limit)))

    def goes_with_all(self, skus: Iterable[str], limit: int = 6) -> tuple[Product, ...]:
        """What goes with the things on a list and is not on it."""
        return self._products(self._recommender.goes_with_all([_sane(sku) for sku in skus], max(0, limit)))

    # --- names in what is said ----------------------------------------------------------------------------------------

    def complete(self, prefix: str, limit: int = 6) -> tuple[str, ...]:
        """Names, categories and brands that go on from what was typed."""
        return self._completer.complete(prefix, max(0, limit))

    def match_brand(self, text: str) -> str | None:
        """The brand that the text names, as it is written on the pack."""
        return self._brands.find(text)

    def match_category(self, text: str) -> str | None:
        """The path of the category that the text names: 'Dairy & Eggs > Plant milk'."""
        return self._category_names.find(text)

    def match_department(self, text: str) -> str | None:
        """The id of the department that the text names."""
        return self._department_names.find(text)

    def match_policy(self, text: str, limit: int = 3) -> tuple[PolicyHit, ...]:
        """Policies that the text asks about, best first. Above .6 it clearly does; unrelated talk stays below .3."""
        return self._policy_finder.match(text, max(0, limit))

    def vocabulary(self, department: str | None = None) -> tuple[str, ...]:
        """Names, shoppers' other words for them, brands with names, categories, departments and titles of policies as
        plain spoken words, most wanted first; with `department`, by its id, what names its products."""
        if department is not None:
            products = self._reader.rows(
                "SELECT name, brand, category FROM product WHERE department = ? ORDER BY popularity DESC, id",
                [department],
            )
            named = (
                text
                for name, brand, path in products
                for text in (name, f"{brand or ''} {name}", brand or "", path.rpartition(" > ")[2])
            )
            texts = (spoken(text) for text in named)
        else:
            order = f"wanted - {_LESS_WANTED} DESC, text, kind"
            found = self._reader.rows(f"SELECT text FROM phrase WHERE kind <> 'said' ORDER BY {order}")  # noqa: S608
            texts = (spoken(text) for (text,) in found)
        return tuple(dict.fromkeys(text for text in texts if text))

    # ------------------------------------------------------------------------------------------------------------------

    @cached_property
    def _categories(self) -> tuple[str, ...]:
        return tuple(row[0] for row in self._reader.rows("SELECT path FROM category ORDER BY position"))

    @cached_property
    def _completer(self) -> Completer:
        return Completer(self._reader, lambda word: self._lexicon.speller.mend(word))

    @cached_property
    def _brands(self) -> NameFinder:
        found = self._reader.rows("SELECT text FROM phrase WHERE kind = 'brand' ORDER BY wanted DESC, text")
        return brand_finder(text for (text,) in found)

    @cached_property
    def _category_names(self) -> NameFinder:
        return category_finder(self._categories)

    @cached_property
    def _department_names(self) -> NameFinder:
        return department_finder(self.departments)

    @cached_property
    def _policy_finder(self) -> PolicyFinder:
        return PolicyFinder(self.policies, self._lexicon.words)

    def _day(self, today: date | None) -> date | None:
        return today or (self._clock() if self._clock else None)

    def _first(self, found: list[Row]) -> Product | None:
        return next(iter(self._products([row[0] for row in found[:1]])), None)

    def _products(self, ids: list[int], today: date | None = None) -> tuple[Product, ...]:
        found = rows.products_by_id(self._reader, ids, self.store.currency, self._day(today))
        return tuple(found[product] for product in ids)

    @cached_property
    def _substitutes(self) -> related.Substitutes:
        return related.Substitutes(self._reader)

    @cached_property
    def _recommender(self) -> Recommender:
        return Recommender(self._reader, self._skus_of_kind)

    def _skus_of_kind(self, kind: str) -> list[str]:
        found = [hit for hit in self.search(kind, limit=_LOOKED_AT).hits if hit.score >= _SURE]
        return [hit.product.sku for hit in found if hit.product.stock != 0][:_OF_A_KIND]


def _sane(sku: str) -> str:
    """No SKU is longer; lone surrogates, which SQLite cannot take, go."""
    return sku[:64].encode(errors="replace").decode()
