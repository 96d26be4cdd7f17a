"""Builds a catalog file from a store's source files. `python -m local_catalog.build --to FILE` does the demo store."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, get_args

import sqlite_utils

from local_catalog import schema, sizes
from local_catalog.codes import demo_gtin
from local_catalog.kinds import head_words, is_kind, last_words, name_words, single, traits
from local_catalog.sources.toml_folder import StoreSource, read_store
from local_catalog.sources.toml_models import Day, FamilyEntry
from local_catalog.text import indexed, indexed_size, key, spoken, stems, tokens
from local_catalog.types import CatalogError, CatalogInfo
from local_catalog.units import UNITS

Row = dict[str, Any]

_LONGEST_FACT = 40
"""Attributes longer than this are sentences (warnings), which nobody searches for."""
_MANY = 5
"""Minor units: things cheaper than this each are priced by the hundred."""
_SMALL = {"mass": UNITS["lb"].factor, "volume": UNITS["qt"].factor}
"""Where the usual pack holds less, the unit price is by the ounce."""


def demo_source() -> Path:
    """The folder of the demo store's source files."""
    return Path(__file__).parent / "demo"


def build_catalog(source: Path, target: Path, *, today: date) -> CatalogInfo:
    """Build the catalog of the store described in the folder `source` into the file `target`, in one step.

    Offers end their number of days after `today`. Raises CatalogError; a file that is there already is kept then.
    """
    store = read_store(source)
    rows = _Rows(store, today)
    digest = hashlib.sha256(f"{schema.SCHEMA_VERSION} {store.digest}".encode()).hexdigest()
    info = CatalogInfo(
        version=f"{today:%Y%m%d}-{digest[:10]}",
        synced_at=datetime.combine(today, time(), UTC),
        products=len(rows.tables["product"]),
        schema=schema.SCHEMA_VERSION,
    )
    rows.tables["meta"] = [
        {"key": "version", "value": info.version},
        {"key": "synced_at", "value": info.synced_at.isoformat()},
        {"key": "products", "value": str(info.products)},
    ]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        os.close(descriptor)
    except OSError as error:
        raise CatalogError(f"{target}: cannot be written ({error.strerror}); choose a folder that can") from error
    unfinished = Path(name)
    try:
        _write(unfinished, rows.tables)
        unfinished.chmod(0o644)
        _sync_to_disk(unfinished)
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise CatalogError(f"{target}: cannot be written ({error}); free some space or choose another place") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return info


def _write(path: Path, tables: dict[str, list[Row]]) -> None:
    connection = sqlite3.connect(path)
    try:
        database = sqlite_utils.Database(connection)
        # The file is not seen by anyone before it is whole, so no journal is needed.
        for pragma in ("journal_mode=OFF", "synchronous=OFF", f"application_id={schema.APPLICATION_ID}"):
            database.execute(f"PRAGMA {pragma}")
        for name, table in schema.TABLES.items():
            made = database.table(name).create(
                table.columns,
                pk=table.key,
                not_null=set(table.columns) - table.optional,
                foreign_keys=table.refers,
                strict=True,
            )
            made.insert_all(tables[name])
            for columns in table.indexes:
                made.create_index(columns, unique=(name, columns) in schema.UNIQUE)
        with connection:
            for statement in (schema.CREATE_INDEX, schema.FILL_INDEX, schema.PACK_INDEX):
                database.execute(statement)
        database.execute(f"PRAGMA user_version={schema.SCHEMA_VERSION}")
        database.execute("ANALYZE")
        connection.commit()
        database.vacuum()
    finally:
        connection.close()


def _sync_to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


class _Rows:
    """The rows of all tables but meta."""

    def __init__(self, source: StoreSource, today: date) -> None:
        self.tables: dict[str, list[Row]] = {name: [] for name in schema.TABLES}
        self._source = source
        self._today = today
        self._departments = {entry.id: entry for entry in source.departments.department}
        self._staples = [stems(indexed(kind)) for kind in source.staples]
        self._own_brand = _own_brand(source)
        self._systems = _unit_systems(source)
        self._usual_words = _usual_words(source)
        self._words: Counter[str] = Counter()
        self._phrases: dict[tuple[str, str], int] = {}
        self._categories: dict[str, Row] = {}
        self._store()
        self._floor()
        for number, (department, family) in enumerate(source.families()):
            self._family(f"f{number:05d}", department, family)
        self.tables["category"] = list(self._categories.values())
        self._policies()
        self._word_lists()

    def _store(self) -> None:
        store, floor = self._source.store, self._source.floor
        self.tables["store"].append(
            {
                "id": 1, "name": store.name, "address": store.address, "phone": store.phone, "currency": store.currency,
                "languages": _json(store.languages), "assistant_name": store.assistant_name,
                "floor_width": floor.width, "floor_depth": floor.depth,
            }
        )  # fmt: skip
        hours = {day: entry for entry in store.hours for day in entry.days}
        for weekday, day in enumerate(get_args(Day)):
            entry = hours.get(day)
            times = {"opens": entry.opens, "closes": entry.closes} if entry else {"opens": None, "closes": None}
            self.tables["opening"].append({"weekday": weekday, **times})
        for position, department in enumerate(self._source.departments.department):
            self.tables["department"].append(
                {
                    "id": department.id, "position": position, "name": department.name,
                    "aisles": _json(department.aisles), "words": _json(department.words),
                }
            )  # fmt: skip
            self._phrase(department.name, "department", 0)
            for words in department.words:
                self._phrase(words, "word", 0)

    def _floor(self) -> None:
        rows = [
            {
                "id": fixture.id, "kind": fixture.kind, "label": fixture.label, "x": fixture.x, "y": fixture.y,
                "width": fixture.width, "height": fixture.height, "aisle": fixture.aisle, "bay": fixture.bay,
            }
            for fixture in self._source.floor.fixture
        ]  # fmt: skip
        rows.extend(
            {
                "id": f"{aisle.id}-{bay}", "kind": "shelf", "label": aisle.id, "x": aisle.x,
                "y": round(aisle.y + (bay - 1) * aisle.bay_depth, 3), "width": aisle.bay_width,
                "height": aisle.bay_depth, "aisle": aisle.id, "bay": str(bay),
            }
            for aisle in self._source.floor.aisle
            for bay in range(1, aisle.bays + 1)
        )  # fmt: skip
        self.tables["fixture"] = [{"position": position, **row} for position, row in enumerate(rows)]

    def _family(self, identity: str, department_id: str, family: FamilyEntry) -> None:
        department = self._departments[department_id]
        path = " > ".join((department.name, *family.category))
        leaf = family.category[-1]
        self._categories.setdefault(
            path, {"path": path, "position": len(self._categories), "department": department_id, "leaf": leaf}
        )
        aisle, bay, shelf = family.place.split("-")
        groups = (department.name, *family.category[:-1])
        heads = head_words(family.name, leaf, family.words, self._usual_words[path])
        diet = family.diet + (("vegetarian",) if "vegan" in family.diet and "vegetarian" not in family.diet else ())
        shared: Row = {
            "family": identity, "name": family.name, "brand": family.brand,
            "own_brand": int(family.brand == self._own_brand), "department": department_id, "category": path,
            "aisle": aisle, "bay": bay, "shelf": shelf, "description": family.description,
            "ingredients": family.ingredients, "allergens": _json(family.allergens),
            "may_contain": _json(family.may_contain), "diet": _json(diet),
            "nutrition": _json(family.nutrition.model_dump()) if family.nutrition else None, "min_age": family.min_age,
            "attributes": _json(family.attributes),
        }  # fmt: skip
        text: Row = {
            "name": indexed(family.name), "head": " ".join(dict.fromkeys([*heads, *last_words(family.words)])),
            "leaf": indexed(" ".join(single(leaf))),
            "words": indexed(" / ".join(family.words)), "brand": indexed(family.brand),
            "category": indexed(" / ".join(name for title in groups for name in single(title))),
            "facts": indexed(" / ".join(_facts(family, diet))), "description": indexed(family.description),
            "around": indexed(" / ".join((*family.category, department.name, *department.words))),
        }  # fmt: skip
        wanted = self._popularity(heads, text)
        own = " ".join(text[column] for column in schema.OWN_COLUMNS if column != "size")
        for pack in range(len(family.packs)):
            self._pack(family, pack, shared, text, max(0, wanted - pack))
            self._words.update(set(own.split()))
        brand_first = "" if _starts_with(family.name, family.brand) else f"{family.brand} "
        self._phrase(family.name, "name", wanted)
        self._phrase(brand_first + family.name, "brand_name", wanted)
        self._phrase(leaf, "category", wanted)
        self._phrase(family.brand, "brand", wanted)
        for words in family.words:
            self._phrase(words, "word", wanted)

    def _pack(self, family: FamilyEntry, number: int, shared: Row, text: Row, wanted: int) -> None:
        pack = family.packs[number]
        identity = int(pack.sku)
        size = sizes.parse_size(pack.size)
        category = str(shared["category"])
        unit = sizes.price_unit(size, self._systems.get((category, size.dimension)))
        self.tables["product"].append(
            {
                "id": identity, "sku": pack.sku, "gtin": demo_gtin(pack.sku), "pack": number, **shared,
                "size": pack.size, "price": pack.price, "unit_price": sizes.unit_price(pack.price, size, unit),
                "unit": unit.label, "dimension": size.dimension, "base_price": sizes.base_price(pack.price, size),
                "stock": pack.stock, "popularity": wanted,
            }
        )  # fmt: skip
        self.tables["product_text"].append({"id": identity, **text, "size": indexed_size(pack.size)})
        names = (family.name, f"{family.brand} {family.name}")
        keys = {key(name + tail) for name in names for tail in ("", f" {pack.size}")}
        self.tables["product_key"].extend({"key": found, "product": identity} for found in sorted(keys) if found)
        if pack.offer:
            ends = self._today + timedelta(days=pack.offer.days)
            self.tables["offer"].append(
                {
                    "id": f"offer-{pack.sku}", "product": identity, "label": pack.offer.label,
                    "price": pack.offer.price, "ends": ends.isoformat(),
                    "unit_price": pack.offer.price and sizes.unit_price(pack.offer.price, size, unit),
                }
            )  # fmt: skip

    def _popularity(self, heads: list[str], text: Row) -> int:
        found = traits(heads, text["name"], text["leaf"])
        fitting = [(-len(kind), rank) for rank, kind in enumerate(self._staples) if is_kind(kind, found)]
        return 1000 - min(fitting)[1] * 1000 // (len(self._staples) + 1) if fitting else 0

    def _policies(self) -> None:
        for position, policy in enumerate(self._source.policies.policy):
            self.tables["policy"].append(
                {
                    "topic": policy.topic, "position": position, "title": policy.title, "text": policy.text,
                    "phrases": _json(policy.phrases), "department": policy.department,
                }
            )  # fmt: skip
            self._phrase(policy.title, "policy", 0)

    def _phrase(self, text: str, kind: str, wanted: int) -> None:
        self._phrases[text, kind] = max(wanted, self._phrases.get((text, kind), 0))

    def _word_lists(self) -> None:
        self.tables["word"] = [{"word": word, "products": times} for word, times in sorted(self._words.items())]
        self.tables["phrase"] = [
            {"text": text, "kind": kind, "wanted": wanted} for (text, kind), wanted in sorted(self._phrases.items())
        ]
        self.tables["synonym"] = [
            {"id": number, "says": _json(says), "finds": _json(finds)}
            for number, (says, finds) in enumerate(
                (entry.same + entry.says, entry.same + entry.finds) for entry in self._source.synonyms
            )
        ]
        self.tables["pair"] = [
            {"id": number, "kind": kind, "goes_with": _json(entry.goes_with)}
            for number, (kind, entry) in enumerate((kind, entry) for entry in self._source.pairs for kind in entry.buys)
        ]


def _own_brand(source: StoreSource) -> str | None:
    """The store's own brand: as its file says, else the brand whose name the store's name begins with."""
    if source.store.own_brand:
        return source.store.own_brand
    brands = {family.brand for _, family in source.families() if _starts_with(source.store.name, family.brand)}
    return max(brands, key=len, default=None)


def _starts_with(text: str, start: str) -> bool:
    return f"{spoken(text)} ".startswith(f"{spoken(start)} ")


def _unit_systems(source: StoreSource) -> dict[tuple[str, str], str]:
    """Of each category and dimension, the kind of unit to price in, so that its unit prices can be compared."""
    packs: dict[tuple[str, str], list[tuple[sizes.Size, int]]] = {}
    for path, family in _with_paths(source):
        for pack in family.packs:
            size = sizes.parse_size(pack.size)
            packs.setdefault((path, size.dimension), []).append((size, pack.price))
    return {group: _system(group[1], members) for group, members in packs.items()}


def _usual_words(source: StoreSource) -> dict[str, dict[str, float]]:
    """Of each category, the stems in the names of its families with the share of families that have them."""
    names: dict[str, list[set[str]]] = {}
    for path, family in _with_paths(source):
        names.setdefault(path, []).append({stem for word in name_words(family.name) for stem in stems(word)})
    return {
        path: {stem: times / len(of_families) for stem, times in Counter(s for f in of_families for s in f).items()}
        for path, of_families in names.items()
    }


def _with_paths(source: StoreSource) -> Iterator[tuple[str, FamilyEntry]]:
    names = {entry.id: entry.name for entry in source.departments.department}
    for department, family in source.families():
        yield " > ".join((names[department], *family.category)), family


def _system(dimension: str, packs: list[tuple[sizes.Size, int]]) -> str:
    if dimension == "count" and min(price / size.amount for size, price in packs) < _MANY:
        return "hundred"
    system = Counter(size.system for size, _ in packs).most_common(1)[0][0]
    middle = sorted(size.amount for size, _ in packs)[len(packs) // 2]
    if system == "us" and middle < _SMALL.get(dimension, 0):
        return "us small"
    return system


def _facts(family: FamilyEntry, diet: Iterable[str]) -> Iterator[str]:
    """What else a product is searched by: 'E26', 'lemon', 'alcohol free'."""
    yield from diet
    for name, value in family.attributes.items():
        if value == "yes":
            yield name.replace("_", " ")
        elif value != "no" and len(value) <= _LONGEST_FACT:
            yield value
            if all(token.kind == "number" for token in tokens(value)):
                yield f"{name.replace('_', ' ')} {value}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main() -> int:
    """Build from the command line; 1 with a message on standard error if the sources are not right."""
    parser = argparse.ArgumentParser(prog="python -m local_catalog.build", description="Build a catalog file.")
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help="the catalog file to write")
    parser.add_argument(
        "--source",
        type=Path,
        default=demo_source(),
        metavar="FOLDER",
        help="the store's files (default: the demo store)",
    )
    given = parser.parse_args()
    try:
        info = build_catalog(given.source, given.to, today=datetime.now().astimezone().date())
    except CatalogError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{given.to}: {info.products} products, version {info.version}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
