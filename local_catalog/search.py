"""Ranks the products for a question: first how much of it they cover, then how well, then stock and popularity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from local_catalog import schema
from local_catalog.filters import PAID, PAID_PER_UNIT, conditions
from local_catalog.lexicon import Lexicon
from local_catalog.question import Question, Term, understand
from local_catalog.reader import Reader
from local_catalog.rows import PRODUCTS, day, products_by_id
from local_catalog.types import Filters, Found, Hit

_WEAKEST = 0.55
"""Hits that cover less than this share of what the best one covers are no answer."""
_COMPARABLE = 0.8
"""The same where an order by price would otherwise bring up things that were not asked for."""
_WHOLE = 0.99
_LEAST_WEIGHT = 0.6
"""Of a whole question; one that is only a number or a word of little meaning is never covered in full."""

_KIND_GAIN = 0.30
_NAME_GAIN = 0.12
_NEAR_GAIN = 0.08
_PHRASE_GAIN = 0.18
_TEXT_GAIN = 0.15
_POPULAR_GAIN = 0.10
_SOLD_OUT_LOSS = 0.12
"""What makes a difference between products that cover the same: that it is of this kind, is called so, stands among
such things, has the words as a phrase, ranks high by BM25, is often bought, is not there."""

_BM25 = f"bm25(product_fts, {', '.join(str(schema.WEIGHTS[column]) for column in schema.TEXT_COLUMNS)})"
_ORDERS = {
    "price": f"{PAID}, p.base_price",
    "price_desc": f"{PAID} DESC, p.base_price",
    "unit_price": f"{PAID_PER_UNIT}, {PAID}",
}


_Shown = tuple[int, float, tuple[str, ...]]
"""Row id, score, words matched."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    product: int
    stock: int
    popularity: int
    bm25: float
    place: int
    """In the wanted order."""


@dataclass(frozen=True, slots=True)
class _Rated:
    product: int
    covered: float
    relevance: float
    place: int


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
) -> Found:
    """The products for a query, or all that pass the filters if it is empty. `categories` are paths to search in."""
    if not query.strip():
        ids = _browse(reader, filters, categories, today)
        shown: list[_Shown] = [(product, 1.0, ()) for product in ids[offset : offset + limit]]
        return _page(reader, shown, len(ids), None, currency, today)
    question = understand(query, lexicon)
    if not question.expression:
        return Found((), 0)
    rated = _rate(question, _candidates(reader, question, filters, categories, today))
    rated = _ordered(rated, filters.sort)
    hits = [(r.product, r.covered, _matched(question.terms, r.product)) for r in rated[offset : offset + limit]]
    return _page(reader, hits, len(rated), question.corrected, currency, today)


def _browse(reader: Reader, filters: Filters, categories: list[str] | None, today: date | None) -> list[int]:
    where, values = conditions(filters, categories)
    order = _ORDERS.get(filters.sort, "p.stock > 0 DESC, p.popularity DESC")
    rows = reader.rows(
        f"SELECT p.id FROM {PRODUCTS} WHERE {where} ORDER BY {order}, p.name, p.id",  # noqa: S608
        values | {"today": day(today)},
    )
    return [row[0] for row in rows]


def _candidates(
    reader: Reader, question: Question, filters: Filters, categories: list[str] | None, today: date | None
) -> list[_Candidate]:
    where, values = conditions(filters, categories)
    order = _ORDERS.get(filters.sort, "p.id")
    statement = (
        f"SELECT p.id, p.stock, p.popularity, {_BM25} FROM product_fts JOIN product p ON p.id = product_fts.rowid "  # noqa: S608
        f"LEFT JOIN offer o ON o.product = p.id AND o.ends >= :today WHERE product_fts MATCH :words AND {where} "
        f"ORDER BY {order}, p.id"
    )
    rows = reader.rows(statement, values | {"today": day(today), "words": question.expression})
    return [
        _Candidate(product, stock, popularity, bm25, place)
        for place, (product, stock, popularity, bm25) in enumerate(rows)
    ]


def _rate(question: Question, candidates: list[_Candidate]) -> list[_Rated]:
    """Cover and relevance of each candidate; those far behind the best are left out."""
    if not candidates or not question.terms:
        return []
    total = max(_LEAST_WEIGHT, sum(term.weight for term in question.terms))
    best_text = min(candidate.bm25 for candidate in candidates) or -1.0
    rated = []
    for candidate in candidates:
        product = candidate.product
        covered = sum(term.weight * term.shares.get(product, 0.0) for term in question.terms) / total
        kind = sum(term.weight for term in question.terms if product in term.kind) / total
        name = sum(term.weight for term in question.terms if product in term.name) / total
        near = sum(term.weight for term in question.terms if product in term.near) / total
        phrases = sum(product in pair for pair in question.pairs) / max(1, len(question.pairs))
        relevance = (
            covered
            + _KIND_GAIN * kind
            + _NAME_GAIN * name
            + _NEAR_GAIN * near
            + _PHRASE_GAIN * phrases
            + _TEXT_GAIN * candidate.bm25 / best_text
            + _POPULAR_GAIN * candidate.popularity / 1000
            - _SOLD_OUT_LOSS * (candidate.stock == 0)
        )
        rated.append(_Rated(product, covered, relevance, candidate.place))
    least = _WEAKEST * max(r.covered for r in rated)
    return [r for r in rated if r.covered >= least and r.covered > 0]


def _ordered(rated: list[_Rated], sort: str) -> list[_Rated]:
    if not rated:
        return []
    best = max(r.covered for r in rated)
    if sort in _ORDERS:
        return sorted((r for r in rated if r.covered >= _COMPARABLE * best), key=lambda r: r.place)
    return sorted(rated, key=lambda r: (r.covered < _WHOLE * best, -r.relevance, r.product))


def _matched(terms: tuple[Term, ...], product: int) -> tuple[str, ...]:
    return tuple(word for term in terms if product in term.shares for word in term.raw)


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
