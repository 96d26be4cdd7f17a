"""Answers a question: understands it, finds what covers it, keeps what passes the filters, and ranks that."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from local_catalog.filters import PAID, PAID_PER_UNIT, conditions
from local_catalog.lexicon import Lexicon
from local_catalog.postings import KIND, Ints, Shelves
from local_catalog.question import Question, Term, suggestions, understand
from local_catalog.ranking import Cover, cover, rate
from local_catalog.reader import Reader
from local_catalog.rows import PRODUCTS, day, products_by_id
from local_catalog.tongues import readings
from local_catalog.types import Filters, Found, Hit

_ORDERS = {
    "price": f"{PAID}, p.base_price",
    "price_desc": f"{PAID} DESC, p.base_price",
    "unit_price": f"{PAID_PER_UNIT}, {PAID}",
    "name": f"p.name COLLATE NOCASE, {PAID}",
}


_Shown = tuple[int, float, tuple[str, ...]]
"""Product id, score, words matched."""
_ANYTHING = conditions(Filters(), None)
_MOST_ENDING_SO = 200
_LITTLE = 0.6
"""Cover below which other spellings are suggested."""
_WELL = 0.8
"""Cover from which on a question is taken to be in the language of the catalog."""
_MOST_READINGS = 2
_MORE = 0.001
"""By which a reading must cover more to be taken instead of another."""
_HALF_KNOWN = 0.5
"""Share of its words that must be known for a question to be read in a language."""


def search(
    reader: Reader,
    lexicon: Lexicon,
    query: str,
    filters: Filters,
    categories: list[str] | None,
    limit: int,
    offset: int,
    today: date | None,
    currency: str,
    language: str | None,
) -> Found:
    """The products for a query, or all that pass the filters if it is empty. `categories` are paths to search in;
    `language` is the one asked in, None if that is not known."""
    if not query.strip():
        ids = _browse(reader, filters, categories, today)
        shown: list[_Shown] = [(product, 1.0, ()) for product in ids[offset : offset + limit]]
        return _page(reader, shown, len(ids), None, currency, today)
    outcome = _outcome(reader, lexicon, query, filters, categories, today, language)
    if outcome is None:
        return Found((), 0, suggestions=suggestions(query, lexicon))
    shown = [
        (int(lexicon.shelves.ids[row]), float(outcome.covered.share[row]), _matched(outcome.question.terms, row))
        for row in outcome.rows[offset : offset + limit].tolist()
    ]
    found = _page(reader, shown, len(outcome.rows), outcome.question.corrected, currency, today)
    if outcome.most < _LITTLE:
        found = replace(found, suggestions=suggestions(query, lexicon))
    return found


def matching(
    reader: Reader,
    lexicon: Lexicon,
    query: str,
    filters: Filters,
    categories: list[str] | None,
    today: date | None,
    language: str | None,
) -> list[int]:
    """The ids of all that `search` finds, in its order."""
    if not query.strip():
        return _browse(reader, filters, categories, today)
    outcome = _outcome(reader, lexicon, query, filters, categories, today, language)
    return lexicon.shelves.ids[outcome.rows].tolist() if outcome is not None else []


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a question finds: `rows` in the order wanted; `most` is the share of it that the best of them cover."""

    question: Question
    covered: Cover
    rows: Ints
    most: float


def _outcome(
    reader: Reader,
    lexicon: Lexicon,
    query: str,
    filters: Filters,
    categories: list[str] | None,
    today: date | None,
    language: str | None,
) -> _Outcome | None:
    """None for a question that can name nothing."""
    question, covered = _understood(query, lexicon, language)
    if not question.terms:
        return None
    narrow = _Narrow(reader, lexicon.shelves, *conditions(filters, categories), day(today))
    rated = rate(covered, narrow.best(covered), lexicon.shelves, lexicon.titles.fit(question.said))
    if filters.sort in _ORDERS:
        rows = narrow.kept(rated.comparable().rows, _ORDERS[filters.sort])
    else:
        rows = rated.best_first().rows
    return _Outcome(question, covered, rows, float(rated.covered.max(initial=0.0)))


def _understood(query: str, lexicon: Lexicon, language: str | None) -> tuple[Question, Cover]:
    """The question and what it covers: as it stands, or read in another language if that covers more.

    With a `language` its reading comes first, if it finds anything that may be meant.
    """
    question = understand(query, lexicon)
    covered = cover(question, lexicon.shelves)
    most = float(covered.share.max(initial=0.0))
    # A couch is known from blankets for it; that makes it no thing that is sold.
    sold = len(question.terms) != 1 or bool(np.any(question.terms[0].matches.fields & KIND))
    if language is None and most >= _WELL and question.corrected is None and sold:
        return question, covered
    least = _LITTLE if language is not None else most if not sold else most + _MORE
    for reading in readings(query, language, lexicon.tongues)[:_MOST_READINGS]:
        if reading.known < _HALF_KNOWN:
            continue
        other = understand(reading.text, lexicon)
        other_covered = cover(other, lexicon.shelves)
        covers = float(other_covered.share.max(initial=0.0))
        if covers >= least:
            least, question, covered = covers + _MORE, other, other_covered
    return question, covered


@dataclass(frozen=True, slots=True)
class _Narrow:
    """The filters of a search."""

    reader: Reader
    shelves: Shelves
    where: str
    values: dict[str, object]
    today: str

    def best(self, covered: Cover) -> Ints:
        """Of the rows that pass, those that cover most and all that may be worth showing beside them."""
        found: list[Ints] = []
        for tier in covered.tiers():
            # What is worth showing reaches from the tier of the best into the next one.
            done = bool(found)
            passed = tier if (self.where, self.values) == _ANYTHING else self.kept(tier)
            if len(passed):
                found.append(passed)
            if done:
                break
        return np.concatenate(found) if found else np.zeros(0, np.int64)

    def kept(self, rows: Ints, order: str = "p.id") -> Ints:
        """Those of the rows that pass, in the order of SQL."""
        found = self.reader.rows(
            f"SELECT p.id FROM {PRODUCTS} WHERE p.id IN (SELECT value FROM json_each(:ids)) AND {self.where} "  # noqa: S608
            f"ORDER BY {order}, p.id",
            self.values | {"today": self.today, "ids": json.dumps(self.shelves.ids[rows].tolist())},
        )
        return self.shelves.rows_of([row[0] for row in found])


def _browse(reader: Reader, filters: Filters, categories: list[str] | None, today: date | None) -> list[int]:
    where, values = conditions(filters, categories)
    order = _ORDERS.get(filters.sort, "p.stock > 0 DESC, p.popularity DESC")
    rows = reader.rows(
        f"SELECT p.id FROM {PRODUCTS} WHERE {where} ORDER BY {order}, p.name, p.id",  # noqa: S608
        values | {"today": day(today)},
    )
    return [row[0] for row in rows]


def _matched(terms: tuple[Term, ...], row: int) -> tuple[str, ...]:
    return tuple(term.raw for term in terms if row in term.matches)


def _page(
    reader: Reader,
    hits: list[_Shown],
    total: int,
    corrected: str | None,
    currency: str,
    today: date | None,
) -> Found:
    products = products_by_id(reader, [product for product, _, _ in hits], currency, today)
    found = tuple(Hit(products[product], round(min(1.0, score), 4), matched) for product, score, matched in hits)
    return Found(found, total, corrected)


def ending_so(reader: Reader, digits: str) -> list[int]:
    """The ids of products whose barcode or SKU ends in these digits, most wanted first."""
    rows = reader.rows(
        "SELECT id FROM product WHERE substr(gtin, :many) = :digits OR substr(sku, :many) = :digits "
        "ORDER BY popularity DESC, id LIMIT :most",
        {"many": -len(digits), "digits": digits, "most": _MOST_ENDING_SO},
    )
    return [identity for (identity,) in rows]
