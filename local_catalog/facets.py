"""By what the products of a result can be narrowed: counted in SQL over their ids."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from local_catalog.filters import PAID
from local_catalog.reader import Reader
from local_catalog.rows import PRODUCTS, day
from local_catalog.types import Facets, Money

_ROUND = (100, 200, 300, 500, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000, 20_000, 50_000, 100_000)
"""Prices that people think in, minor units."""
_STEPS = 3
_LEAST_SHARE, _MOST_SHARE = 0.1, 0.9
"""A price is offered that this share of the products does not exceed."""
_NEXT = 1.4
"""Times as many products cost at most the next price that is offered."""

_IN = f"FROM {PRODUCTS} WHERE p.id IN (SELECT value FROM json_each(:ids))"  # noqa: S608


def facets(reader: Reader, ids: Sequence[int], anywhere: Sequence[int], currency: str, today: date | None) -> Facets:
    """Of the products `ids`; departments are counted over `anywhere`, what is found in all of them."""
    values: dict[str, object] = {"ids": json.dumps(list(ids)), "today": day(today)}
    everywhere = values if ids is anywhere else values | {"ids": json.dumps(list(anywhere))}
    offers, stock = reader.rows(f"SELECT count(o.id), sum(p.stock > 0) {_IN}", values)[0]
    return Facets(
        departments=dict(
            reader.rows(f"SELECT p.department, count(*) AS n {_IN} GROUP BY 1 ORDER BY n DESC, 1", everywhere)
        ),
        diets=dict(
            reader.rows(
                "SELECT d.value, count(*) AS n FROM product p, json_each(p.diet) d "
                "WHERE p.id IN (SELECT value FROM json_each(:ids)) GROUP BY 1 ORDER BY n DESC, 1",
                {"ids": values["ids"]},
            )
        ),
        prices=tuple(
            (Money(price, currency), count)
            for price, count in price_steps([row[0] for row in reader.rows(f"SELECT {PAID} {_IN}", values)])
        ),
        on_offer=offers,
        in_stock=stock or 0,
    )


def price_steps(prices: Sequence[int]) -> list[tuple[int, int]]:
    """At most three round prices in minor units that part the products well, each with how many cost no more."""
    steps: list[tuple[int, int]] = []
    for price in _ROUND:
        count = sum(paid <= price for paid in prices)
        within = _LEAST_SHARE * len(prices) <= count <= _MOST_SHARE * len(prices)
        if within and count > 0 and (not steps or count >= _NEXT * steps[-1][1]):
            steps.append((price, count))
    return steps[-_STEPS:]
