"""Writes the first draft of a mapping file by looking at the names and the values of the columns."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import create_engine, inspect
from sqlalchemy.exc import SQLAlchemyError

from local_catalog.codes import gtin_key
from local_catalog.importing.columns import Values, taker
from local_catalog.importing.guess_words import NAMES, attribute_of, likeness, unit_of
from local_catalog.importing.mapping import TextSpec, parse_mapping
from local_catalog.importing.readers import SourceError, SourceOptions, open_source
from local_catalog.importing.readers.database import is_database, url_of
from local_catalog.importing.values.labels import stock_word
from local_catalog.importing.values.texts import as_text

_SAMPLE = 1000
_LONGEST_NAME = 120
_LEAST_LIKE = 0.3
_PRICE = re.compile(r"[^\d]{0,6}\d[\d.,' \u00a0]*(?:[.,]-)?[^\d]{0,6}")
_DECIMAL_COMMA = re.compile(r"\d,\d{1,2}(?!\d)")
_DECIMAL_POINT = re.compile(r"\d\.\d{1,2}(?!\d)")
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_SLUG = re.compile(r"[a-z\d]+(?:[-_ ][a-z\d]+)*")
_PLACE = re.compile(r"[A-Za-z]{0,3}\d{1,3}[-/.]\d{1,3}(?:[-/.]\d{1,3})?")
_CURRENCIES = {"€": "EUR", "£": "GBP", "$": "USD", "₹": "INR", "SR": "SAR", "CHF": "CHF", "zł": "PLN"}
_SEPARATORS = (">", "|", " / ", "/", ";")
_LISTED = ("sku", "gtin", "price", "name", "brand", "category", "stock", "description", "size", "place", "aisle", "bay",
           "shelf", "ingredients", "allergens", "diet", "words", "min_age", "sold", "offer_price", "offer_ends",
           "subcategory", "currency", "width", "depth", "height")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Column:
    """What the sample shows of a column."""

    name: str
    values: tuple[object, ...]
    """Those that are there."""
    texts: tuple[str, ...]
    many: int
    """Rows of the sample."""

    @property
    def filled(self) -> float:
        return len(self.values) / max(1, self.many)

    @property
    def distinct(self) -> float:
        return len(set(self.texts)) / max(1, len(self.texts))

    @property
    def is_list(self) -> bool:
        return bool(self.values) and isinstance(self.values[0], (list, tuple))

    def share(self, pattern: re.Pattern[str]) -> float:
        return sum(bool(pattern.fullmatch(text)) for text in self.texts) / max(1, len(self.texts))

    def example(self) -> str:
        text = " ".join(next(iter(self.texts), "").split())
        return "".join(c for c in text if c.isprintable())[:60]


def guess_mapping(source: str) -> str:
    """The text of a mapping file for a source, with remarks on what to check. Raises SourceError."""
    options = _options(source)
    with open_source(source, options) as table:
        records = [record.values for record in islice(table.records, _SAMPLE) if not record.problem]
        if not records:
            raise SourceError(f"{table.name}: holds no rows to guess from")
        columns = {name: column for name in table.columns if (column := _column(name, records)) is not None}
        shown = table.name
    chosen = _choose(columns)
    content = "\n".join(_lines(shown, options, columns, chosen, records)) + "\n"
    parse_mapping(content, "the mapping guessed")
    return content


def _options(source: str) -> SourceOptions:
    """What has to be said for the source to be read at all."""
    if is_database(source):
        return SourceOptions(table=_best_table(source))
    name = source.lower().removesuffix(".gz")
    if Path(source).is_file() and name.endswith((".json", ".yaml", ".yml")):
        for rows in ("", "products", "items", "data", "data.products", "data.items", "results", "articles", "catalog"):
            tried = SourceOptions(rows=rows or None)
            try:
                with open_source(source, tried) as table:
                    next(table.records, None)
                return tried
            except SourceError as error:
                if "is not a list" not in str(error) and "there is no" not in str(error):
                    raise
    return SourceOptions()


def _best_table(source: str) -> str:
    """The table whose columns look most like products."""
    url = url_of(source)
    shown = url.render_as_string(hide_password=True)
    engine = create_engine(url)
    try:
        seen = inspect(engine)
        rated = {
            table: sum(max(likeness(field, column["name"]) for field in NAMES) for column in seen.get_columns(table))
            for table in seen.get_table_names()
        }
    except SQLAlchemyError as error:
        raise SourceError(f"{shown}: cannot be reached; check the address and the rights") from error
    finally:
        engine.dispose()
    if not rated:
        raise SourceError(f"{shown}: has no tables; check the name of the database")
    return max(sorted(rated), key=rated.__getitem__)


def _column(name: str, records: list[Values]) -> _Column | None:
    if len(name) > _LONGEST_NAME or not name.strip():
        return None
    take = taker(TextSpec.model_validate({"from": (name,)}))
    values = tuple(found for record in records if (found := take(record)) is not None)
    if not values or isinstance(values[0], dict):
        return None
    if isinstance(values[0], (list, tuple)) and values[0] and isinstance(values[0][0], dict):
        return None
    return _Column(name, values, tuple(as_text(value) for value in values), len(records))


def _choose(columns: dict[str, _Column]) -> dict[str, _Column]:
    """For each field the column whose name and values fit best; a column is used once."""
    rated = [
        (likeness(field, name) * _fit(field, column), -place, -_LISTED.index(field), field, name)
        for place, (name, column) in enumerate(columns.items())
        for field in NAMES
    ]
    chosen: dict[str, _Column] = {}
    used: set[str] = set()
    for score, _, _, field, name in sorted(rated, reverse=True):
        if score >= _LEAST_LIKE and field not in chosen and name not in used:
            chosen[field] = columns[name]
            used.add(name)
    if "name" not in chosen:
        named = [c for c in columns.values() if c.name not in used and not c.is_list and c.share(_NUMBER) < 0.1]
        best = max(named, key=lambda c: (c.distinct > 0.5, c.filled, -len("".join(c.texts))), default=None)
        if best is not None:
            chosen["name"] = best
    return chosen


def _fit(field: str, column: _Column) -> float:
    """0 to 1: how much the values are such as the field has."""
    texts = column.texts
    if field in ("price", "offer_price"):
        return column.share(_PRICE) if not column.is_list else 0.0
    if field in ("width", "depth", "height"):
        return column.share(_NUMBER)
    if field == "sku":
        # A date or a flag is no number of an article.
        return 0.0 if column.is_list else 0.3 + 0.7 * column.distinct * column.filled
    if field == "gtin":
        digits = sum(text.replace("-", "").replace(" ", "").isdigit() and len(text) >= 8 for text in texts) / len(texts)
        valid = sum(gtin_key(text) is not None for text in texts) / len(texts)
        return max(0.6 * digits, valid)
    if field == "stock":
        whole = column.share(re.compile(r"-?\d+(?:\.0+)?\+?"))
        return max(whole, sum(not isinstance(stock_word(text), str) for text in texts) / len(texts))
    if field == "sold":
        return column.share(_NUMBER)
    if field == "place":
        return column.share(_PLACE)
    if field == "name":
        return 0.0 if column.is_list else 1.0 - column.share(_NUMBER)
    if field in ("brand", "description", "ingredients"):
        return 1.0 - column.share(_NUMBER)
    return 1.0


def _lines(
    source: str, options: SourceOptions, columns: dict[str, _Column], chosen: dict[str, _Column], records: list[Values]
) -> Iterator[str]:
    yield f"# Guessed from {_remark(source)}; docs/import.md explains every word. Check what is marked with (?)."
    yield _currency(chosen)
    yield ""
    told = [(key, value) for key, value in options if value is not None and key in ("rows", "table")]
    if told:
        yield "[source]"
        yield from (f"{key} = {_toml(str(value))}" for key, value in told)
        yield ""
    yield "[fields]"
    yield _sku(chosen, columns)
    yield from _name(chosen, columns)
    for field in ("brand", "gtin", "description", "ingredients", "min_age", "sold", "family"):
        if field in chosen:
            yield _plain(field, chosen[field])
    yield _price("price", chosen) if "price" in chosen else '# (?) no column looks like a price\nprice = "price"'
    if "offer_price" in chosen and "offer_ends" in chosen:
        yield _price("offer_price", chosen)
        yield _plain("offer_ends", chosen["offer_ends"])
    yield from _category(chosen)
    yield from _size(chosen)
    yield from _stock(chosen)
    yield from (_plain(field, chosen[field]) for field in ("place", "aisle", "bay", "shelf") if field in chosen)
    for field in ("allergens", "diet", "words"):
        if field in chosen:
            yield f"{field} = {_list_spec(chosen[field])}{_said(chosen[field])}"
    yield from _rest(columns, chosen)


def _rest(columns: dict[str, _Column], chosen: dict[str, _Column]) -> Iterator[str]:
    used = {column.name for column in chosen.values()}
    facts = {}
    for name in columns:
        fact = attribute_of(name)
        if fact is not None and fact not in facts and name not in used:
            facts[fact] = columns[name]
    if facts:
        yield ""
        yield "[attributes]"
        yield from (f"{fact} = {_toml(column.name)}{_said(column)}" for fact, column in facts.items())
    left = [c for c in columns.values() if c.name not in used and c not in facts.values()]
    if left:
        yield ""
        yield "# Not used:"
        yield from (f"#   {_remark(column.name)}{_said(column)}" for column in left[:60])


def _sku(chosen: dict[str, _Column], columns: dict[str, _Column]) -> str:
    column = chosen.get("sku")
    if column is not None:
        return _plain("sku", column)
    names = [chosen[field].name for field in ("name", "brand") if field in chosen]
    # What makes products of the same name differ: a picture, a page, a model.
    others = sorted((c for c in columns.values() if not c.is_list), key=lambda c: -c.distinct * c.filled)
    names += [c.name for c in others[:1] if c.name not in names and c.distinct > 0.9]
    return f"# There is no SKU: one is made from what should never change.\nsku = {{ hash = {_toml_list(names)} }}"


def _name(chosen: dict[str, _Column], columns: dict[str, _Column]) -> Iterator[str]:
    column = chosen.get("name")
    if column is None:
        yield '# (?) no column looks like a name\nname = "name"'
        return
    told = next(
        (c for c in columns.values() if likeness("description", c.name) > 0.5 and "short" in c.name.lower()), None
    )
    if column.distinct < 0.6 and told is not None:
        yield "# (?) many products have the same name, so what tells them apart stands behind it"
        yield f"name = {_toml('{' + column.name + '} {' + told.name + '}')}{_said(column)}"
    else:
        yield _plain("name", column)


def _price(field: str, chosen: dict[str, _Column]) -> str:
    column = chosen[field]
    texts = [text for value, text in zip(column.values, column.texts, strict=True) if isinstance(value, str)]
    commas = sum(bool(_DECIMAL_COMMA.search(text)) for text in texts)
    points = sum(bool(_DECIMAL_POINT.search(text)) for text in texts)
    if commas > points:
        return f'{field} = {{ from = {_toml(column.name)}, decimal = "," }}{_said(column)}'
    if "cent" in column.name.lower() or "minor" in column.name.lower():
        return f"{field} = {{ from = {_toml(column.name)}, minor = true }}{_said(column)}"
    return _plain(field, column)


def _category(chosen: dict[str, _Column]) -> Iterator[str]:
    column, below = chosen.get("category"), chosen.get("subcategory")
    if column is None and below is None:
        yield "# (?) no column looks like a category; all products will be under 'Other'"
        return
    first = column or below
    assert first is not None
    style = ', style = "title"' if not first.is_list and first.share(_SLUG) > 0.8 else ""
    if column is not None and below is not None and not column.is_list:
        both = _toml_list([column.name, below.name])
        yield f'category = {{ from = {both}, join = ">", separator = ">"{style} }}{_said(column)}'
    else:
        yield f"category = {_list_spec(first, style)}{_said(first)}"


def _list_spec(column: _Column, style: str = "") -> str:
    if column.is_list:
        return f"{{ from = {_toml(column.name)}{style} }}" if style else _toml(column.name)
    counted = {sign: sum(sign in text for text in column.texts) for sign in (*_SEPARATORS, ",")}
    best = max(counted, key=lambda sign: counted[sign])
    several = counted[best] > 0.2 * len(column.texts)
    if several and (best != "," or likeness("category", column.name) < 0.5):
        return f"{{ from = {_toml(column.name)}, separator = {_toml(best.strip())}{style} }}"
    return f"{{ from = {_toml(column.name)}{style} }}" if style else _toml(column.name)


def _size(chosen: dict[str, _Column]) -> Iterator[str]:
    column = chosen.get("size")
    sides = [chosen[side] for side in ("width", "depth", "height") if side in chosen]
    if column is not None and (column.share(_NUMBER) < 0.5 or unit_of(column.name)):
        unit = unit_of(column.name)
        if unit and column.share(_NUMBER) >= 0.5:
            yield f'size = {{ from = {_toml(column.name)}, unit = "{unit}" }}{_said(column)}'
        else:
            yield _plain("size", column)
    elif len(sides) > 1:
        unit = unit_of(sides[0].name) or "cm"
        sure = "" if unit_of(sides[0].name) else " (?) or another unit"
        names = _toml_list([side.name for side in sides])
        yield f'size = {{ from = {names}, join = " x ", unit = "{unit}" }}{_said(sides[0])}{sure}'


def _stock(chosen: dict[str, _Column]) -> Iterator[str]:
    column = chosen.get("stock")
    if column is None:
        return
    words = [w for w, _ in Counter(t for t in column.texts if not _NUMBER.fullmatch(t)).most_common(6)]
    unclear = [word[:40] for word in words if stock_word(word) != 0]
    if unclear:
        told = ", ".join(f'{_toml(word)} = "unknown"' for word in unclear)
        yield "# (?) how many these words stand for, if that is known"
        yield f"stock = {{ from = {_toml(column.name)}, words = {{ {told} }} }}"
    else:
        yield _plain("stock", column)


def _currency(chosen: dict[str, _Column]) -> str:
    column = chosen.get("currency")
    if column is not None:
        code = Counter(text.strip().upper() for text in column.texts).most_common(1)[0][0]
        if re.fullmatch("[A-Z]{3}", code):
            return f'currency = "{code}"'
    texts = " ".join(chosen["price"].texts[:200]) if "price" in chosen else ""
    for sign, code in _CURRENCIES.items():
        if sign in texts:
            return f'currency = "{code}"'
    return 'currency = "USD"  # (?)'


def _plain(field: str, column: _Column) -> str:
    return f"{field} = {_toml(column.name)}{_said(column)}"


def _said(column: _Column) -> str:
    some = "" if column.filled > 0.99 else f", in {column.filled:.0%} of the rows"
    return f"  # {_remark(column.example())}{some}"


def _remark(text: str) -> str:
    return "".join(c for c in text if c.isprintable())


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _toml_list(texts: list[str]) -> str:
    return f"[{', '.join(map(_toml, texts))}]"
