"""A store written down as a folder of TOML files: read, checked field by field and against each other."""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

from pydantic import ValidationError

from local_catalog.sources.toml_models import (
    DepartmentsFile,
    Entry,
    FamilyEntry,
    FloorFile,
    PairEntry,
    PairsFile,
    PoliciesFile,
    ProductsFile,
    StaplesFile,
    StoreFile,
    SynonymEntry,
    SynonymsFile,
    TongueFile,
)
from local_catalog.types import CatalogError

_MOST_PROBLEMS = 20
_LATEST = 6 * 60
"""Until when a store may go on after midnight, minutes."""
_WORDS = Path(__file__).parent.parent / "words"
_File = TypeVar("_File", bound=Entry)


@dataclass(frozen=True, slots=True)
class StoreSource:
    """A whole store as its folder describes it."""

    store: StoreFile
    departments: DepartmentsFile
    policies: PoliciesFile
    floor: FloorFile
    products: tuple[tuple[str, ProductsFile], ...]
    """(file name, content) in the order of the names."""
    synonyms: tuple[SynonymEntry, ...]
    pairs: tuple[PairEntry, ...]
    staples: tuple[str, ...]
    tongues: dict[str, TongueFile]
    """By ISO 639-1 code."""
    digest: str
    """SHA-256 in hexadecimal of all the files read."""

    def families(self) -> Iterator[tuple[str, FamilyEntry]]:
        """(department, family) for all."""
        for _, file in self.products:
            for family in file.family:
                yield file.department, family


class _Reader:
    """Reads the files and keeps what is wrong with them and a digest of their bytes."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.digest = hashlib.sha256()

    def read(self, path: Path, model: type[_File]) -> _File:
        """One file; with a problem noted, an empty one that nobody looks into since `stop_on_problems` comes next."""
        name = f"{path.parent.name}/{path.name}"
        try:
            content = path.read_bytes()
            raw = tomllib.loads(content.decode())
            self.digest.update(name.encode() + b"\0" + content + b"\0")
            checked: _File = model.model_validate(raw)
            return checked
        except OSError as error:
            self.problems.append(f"{name}: cannot be read ({error.strerror}); put the file there")
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            self.problems.append(f"{name}: is not valid TOML ({error}); correct that line")
        except ValidationError as error:
            self.problems.extend(explained(name, raw, error))
        return cast(_File, model.model_construct())

    def stop_on_problems(self, folder: Path) -> None:
        """Raise CatalogError with all the problems, if there are any."""
        if self.problems:
            more = len(self.problems) - _MOST_PROBLEMS
            tail = [f"... and {more} more"] if more > 0 else []
            listed = "\n  ".join(self.problems[:_MOST_PROBLEMS] + tail)
            raise CatalogError(f"{folder}: the catalog cannot be built:\n  {listed}")


def read_store(folder: Path, *, products: bool = True) -> StoreSource:
    """Read and check a store's folder. Raises CatalogError listing each problem with file, entry and remedy.

    Without `products` that folder is not looked into: they come from elsewhere.
    """
    if not folder.is_dir():
        wanted = "store.toml and products/" if products else "store.toml"
        raise CatalogError(f"{folder}: there is no such folder; name one with {wanted} in it")
    reader = _Reader()
    store = reader.read(folder / "store.toml", StoreFile)
    departments = reader.read(folder / "departments.toml", DepartmentsFile)
    policies = reader.read(folder / "policies.toml", PoliciesFile)
    floor = reader.read(folder / "floor.toml", FloorFile)
    files = sorted((folder / "products").glob("*.toml")) if products else []
    if products and not files:
        reader.problems.append(f"{folder.name}/products: holds no .toml file; put the products there")
    read = [(f"products/{path.name}", reader.read(path, ProductsFile)) for path in files]
    synonyms, pairs, staples = _word_lists(reader)
    own = folder / "synonyms.toml", folder / "pairs.toml"
    own_synonyms = reader.read(own[0], SynonymsFile).synonym if own[0].exists() else ()
    own_pairs = reader.read(own[1], PairsFile).pair if own[1].exists() else ()
    tongues = {path.stem: reader.read(path, TongueFile) for path in sorted(folder.glob("[a-z][a-z].toml"))}
    reader.stop_on_problems(folder)
    source = StoreSource(
        store=store,
        departments=departments,
        policies=policies,
        floor=floor,
        products=tuple(read),
        synonyms=own_synonyms + synonyms,
        pairs=own_pairs + pairs,
        staples=staples,
        tongues=tongues,
        digest=reader.digest.hexdigest(),
    )
    reader.problems.extend(_contradictions(source))
    reader.stop_on_problems(folder)
    return source


def read_word_lists() -> tuple[tuple[SynonymEntry, ...], tuple[PairEntry, ...], tuple[str, ...]]:
    """The lists that come with the program: what things are called, what goes with what, what is bought most."""
    reader = _Reader()
    lists = _word_lists(reader)
    reader.stop_on_problems(_WORDS)
    return lists


def _word_lists(reader: _Reader) -> tuple[tuple[SynonymEntry, ...], tuple[PairEntry, ...], tuple[str, ...]]:
    synonyms = reader.read(_WORDS / "synonyms.toml", SynonymsFile)
    occasions = reader.read(_WORDS / "occasions.toml", SynonymsFile)
    pairs = reader.read(_WORDS / "pairs.toml", PairsFile)
    staples = reader.read(_WORDS / "staples.toml", StaplesFile)
    if reader.problems:
        return (), (), ()
    return synonyms.synonym + occasions.synonym, pairs.pair, staples.kinds


def explained(name: str, raw: dict[str, object], error: ValidationError) -> Iterator[str]:
    """What is wrong with a file, for a person: where, what, and what to do."""
    for problem in error.errors():
        path = problem["loc"]
        field = ".".join(str(part) for part in path)
        if problem["type"] == "extra_forbidden":
            told = "unknown key; take it out or correct its spelling"
        elif problem["type"] == "missing":
            told = "is missing; add it"
        else:
            message = problem["msg"].removeprefix("Value error, ")
            told = f"{message[:1].lower()}{message[1:]}; found {_short(problem['input'])}"
        yield f"{name}: {_entry(raw, path)}{field}: {told}"


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _entry(raw: object, path: tuple[int | str, ...]) -> str:
    """The names of the entries that the path leads through: "'Oat Drink' 130101: "."""
    names: list[str] = []
    at = raw
    for part in path:
        try:
            at = at[part]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(at, dict):
            label = at.get("name") or at.get("sku") or at.get("topic") or at.get("id")
            if isinstance(label, str):
                names.append(repr(label))
    return " ".join(names) + ": " if names else ""


def _contradictions(source: StoreSource) -> Iterator[str]:
    """What each file alone cannot show."""
    departments = {entry.id for entry in source.departments.department}
    places = set(_places(source.floor))
    aisles = {aisle for aisle, _ in places}
    yield from _doubles("departments.toml", "department", (d.id for d in source.departments.department))
    yield from _doubles("policies.toml", "policy", (p.topic for p in source.policies.policy))
    fixtures = [f.id for f in source.floor.fixture]
    fixtures += [f"{aisle.id}-{bay}" for aisle in source.floor.aisle for bay in range(1, aisle.bays + 1)]
    yield from _doubles("floor.toml", "fixture", fixtures)
    for entry in source.departments.department:
        for aisle in entry.aisles:
            if aisle not in aisles:
                yield f"departments.toml: {entry.id!r}: aisle {aisle!r} is not in floor.toml; correct one of them"
    for policy in source.policies.policy:
        if policy.department is not None and policy.department not in departments:
            yield f"policies.toml: {policy.topic!r}: no department {policy.department!r}; add it or correct it"
    days = Counter(day for hours in source.store.hours for day in hours.days)
    for day, times in days.items():
        if times > 1:
            yield f"store.toml: hours: {day} is given {times} times; keep one"
    for hours in source.store.hours:
        # What closes before it opens closes on the next day; later in the morning it is likely a slip for the evening.
        if hours.closes == hours.opens or _LATEST < hours.closes < hours.opens:
            yield (
                f"store.toml: hours: {'/'.join(hours.days)} close before they open; correct the times. "
                "After midnight the latest is 06:00, and all day long is 00:00 to 24:00"
            )
    yield from _product_contradictions(source, departments, places)


def _product_contradictions(source: StoreSource, departments: set[str], places: set[tuple[str, str]]) -> Iterator[str]:
    skus: dict[str, str] = {}
    names: set[tuple[str, str]] = set()
    for name, file in source.products:
        if file.department not in departments:
            yield f"{name}: no department {file.department!r}; add it to departments.toml or correct it"
        for family in file.family:
            where = f"{name}: {family.name!r}"
            aisle, bay, _ = family.place.split("-")
            if (aisle, bay) not in places:
                yield f"{where}: no aisle {aisle} bay {bay} on the floor plan; correct the place or floor.toml"
            title = (family.brand.casefold(), family.name.casefold())
            if title in names:
                yield f"{where}: {family.brand} has a product of this name already; make it another pack or rename it"
            names.add(title)
            for pack in family.packs:
                if pack.sku in skus:
                    yield f"{where}: SKU {pack.sku} is also that of {skus[pack.sku]}; give it its own"
                skus.setdefault(pack.sku, where)
                if pack.offer and pack.offer.price is not None and pack.offer.price >= pack.price:
                    yield f"{where} {pack.sku}: the offer is not below the price; lower it or leave its price out"


def _places(floor: FloorFile) -> Iterator[tuple[str, str]]:
    for fixture in floor.fixture:
        if fixture.aisle is not None and fixture.bay is not None:
            yield fixture.aisle, fixture.bay
    for aisle in floor.aisle:
        for bay in range(1, aisle.bays + 1):
            yield aisle.id, str(bay)


def _doubles(file: str, what: str, keys: Iterable[str]) -> Iterator[str]:
    for key, times in Counter(keys).items():
        if times > 1:
            yield f"{file}: {what} {key!r} is given {times} times; keep one"
