"""What a catalog holds beside its products: the store, its departments, floor, policies and word lists, as rows."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args
from urllib.parse import quote

from local_catalog import schema, tongues
from local_catalog.sources.toml_folder import StoreSource, read_word_lists
from local_catalog.sources.toml_models import Day, FloorFile, PairEntry, StoreFile, SynonymEntry, TongueFile
from local_catalog.types import CatalogError

Row = tuple[Any, ...]

_REMEDY = "name another file, or move this one away"
TABLES = ("store", "opening", "department", "fixture", "policy", "synonym", "tongue", "pair")


@dataclass(frozen=True, slots=True)
class StoreData:
    """Rows of the store's own tables, each in the order of the table's columns."""

    tables: dict[str, list[Row]]
    own_brand: str | None
    """None: the brand with whose name the store's name begins."""
    staples: tuple[str, ...]
    """Kinds of things, most often bought first."""
    positions: dict[str, int] = field(default_factory=dict)
    """Of the categories known before, by path."""

    @property
    def name(self) -> str:
        """Of the store."""
        return str(self.tables["store"][0][1])

    @property
    def currency(self) -> str:
        """ISO 4217."""
        return str(self.tables["store"][0][4])

    def digest(self) -> str:
        """SHA-256 in hexadecimal of all of it."""
        content = (self.tables, self.own_brand, self.staples)
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def of_folder(folder: StoreSource) -> StoreData:
    """As a folder of TOML files tells it."""
    departments = [
        (entry.id, position, entry.name, to_json(entry.aisles), to_json(entry.words))
        for position, entry in enumerate(folder.departments.department)
    ]
    policies = [
        (entry.topic, position, entry.title, entry.text, to_json(entry.phrases), entry.department)
        for position, entry in enumerate(folder.policies.policy)
    ]
    tables = {
        **_store_rows(folder.store, folder.floor.width, folder.floor.depth),
        "department": departments,
        "fixture": _fixtures(folder.floor),
        "policy": policies,
        **_word_rows(folder.synonyms, folder.pairs),
        "tongue": [row for language, tongue in folder.tongues.items() for row in _tongue_rows(language, tongue)],
    }
    return StoreData(tables, folder.store.own_brand, folder.staples)


def bare(name: str, currency: str, languages: Sequence[str]) -> StoreData:
    """A store of which only this is known; the word lists are those that come with the program."""
    synonyms, pairs, staples = read_word_lists()
    store = StoreFile(name=name, address="-", phone="-", currency=currency, languages=tuple(languages), hours=())
    tables: dict[str, list[Row]] = {
        **_store_rows(store, 0.0, 0.0), "department": [], "fixture": [], "policy": [], "tongue": [],
        **_word_rows(synonyms, pairs),
    }  # fmt: skip
    identity, named, _, _, *rest = tables["store"][0]
    tables["store"] = [(identity, named, "", "", *rest)]
    return StoreData(tables, None, staples)


def of_catalog(path: Path) -> StoreData:
    """As the catalog `path` holds it. Raises CatalogError if that is no catalog of this format.

    Departments that came with the products of that catalog (they have no words and no policies) are left out.
    """
    try:
        with closing(open_read_only(path)) as connection:
            _check(path, connection)
            if connection.execute("PRAGMA user_version").fetchone()[0] < schema.SCHEMA_VERSION:
                raise CatalogError(
                    f"{path}: is of an older format; name the store's folder, from which it can be made anew"
                )
            tables = {name: _rows(connection, name) for name in TABLES}
            own = connection.execute("SELECT brand FROM product WHERE own_brand = 1 LIMIT 1").fetchone()
            positions = dict(connection.execute("SELECT path, position FROM category"))
    except sqlite3.Error as error:
        raise CatalogError(f"{path}: the catalog there cannot be read ({error}); {_REMEDY}") from error
    if not tables["store"]:
        raise CatalogError(f"{path}: the catalog there is not whole (it names no store); {_REMEDY}")
    named = {row[5] for row in tables["policy"]}
    tables["department"] = [row for row in tables["department"] if row[4] != "[]" or row[0] in named]
    return StoreData(tables, own[0] if own else None, read_word_lists()[2], positions)


def category_positions(path: Path) -> dict[str, int]:
    """Those of the catalog `path`. Raises CatalogError if that is no catalog."""
    try:
        with closing(open_read_only(path)) as connection:
            _check(path, connection)
            return dict(connection.execute("SELECT path, position FROM category"))
    except sqlite3.Error as error:
        raise CatalogError(f"{path}: the catalog there cannot be read ({error}); {_REMEDY}") from error


def _check(path: Path, connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise CatalogError(f"{path}: is not a catalog file, so it is not written over; {_REMEDY}")
    if connection.execute("PRAGMA user_version").fetchone()[0] > schema.SCHEMA_VERSION:
        raise CatalogError(f"{path}: is of a newer format than this program writes; update the program")


def open_read_only(path: Path) -> sqlite3.Connection:
    """A published file never changes, so it is read without locks: other readers of this process are not disturbed."""
    return sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1", uri=True)


def to_json(value: object) -> str:
    """Compact; the same value gives the same text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _rows(connection: sqlite3.Connection, name: str) -> list[Row]:
    table = schema.TABLES[name]
    key = table.key if isinstance(table.key, str) else ", ".join(table.key)
    return list(connection.execute(f"SELECT {', '.join(table.columns)} FROM {name} ORDER BY {key}"))  # noqa: S608


def _store_rows(store: StoreFile, width: float, depth: float) -> dict[str, list[Row]]:
    hours = {day: entry for entry in store.hours for day in entry.days}
    times = [hours.get(day) for day in get_args(Day)]
    return {
        "store": [
            (
                1, store.name, store.address, store.phone, store.currency, to_json(store.languages),
                store.assistant_name, width, depth,
            )
        ],
        "opening": [
            (weekday, entry and entry.opens, entry and entry.closes) for weekday, entry in enumerate(times)
        ],
    }  # fmt: skip


def _fixtures(floor: FloorFile) -> list[Row]:
    rows: list[Row] = [
        (f.id, f.kind, f.label, f.x, f.y, f.width, f.height, f.aisle, f.bay) for f in floor.fixture
    ]  # fmt: skip
    rows.extend(
        (
            f"{aisle.id}-{bay}", "shelf", aisle.id, aisle.x, round(aisle.y + (bay - 1) * aisle.bay_depth, 3),
            aisle.bay_width, aisle.bay_depth, aisle.id, str(bay),
        )
        for aisle in floor.aisle
        for bay in range(1, aisle.bays + 1)
    )  # fmt: skip
    return [(identity, position, *rest) for position, (identity, *rest) in enumerate(rows)]


def _tongue_rows(language: str, tongue: TongueFile) -> Iterator[Row]:
    """Words of questions and links find nothing: their rows begin with a sign that no word has."""
    said = {tongues.LINKS: tongue.links, tongues.ASKING: tongue.asking, **tongue.words}
    for position, (finds, phrases) in enumerate(said.items()):
        yield language, finds, to_json(phrases), position


def _word_rows(synonyms: Iterable[SynonymEntry], pairs: Iterable[PairEntry]) -> dict[str, list[Row]]:
    said = [
        (
            to_json(entry.same + entry.says + entry.brands),
            to_json(entry.same + (entry.brands if entry.same else ()) + entry.finds),
            to_json(entry.brands),
        )
        for entry in synonyms
    ]
    bought = [(kind, to_json(entry.goes_with)) for entry in pairs for kind in entry.buys]
    return {
        "synonym": [(number, *row) for number, row in enumerate(said)],
        "pair": [(number, *row) for number, row in enumerate(bought)],
    }
