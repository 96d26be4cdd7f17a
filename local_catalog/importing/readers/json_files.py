"""JSON (a list of objects, also deep inside) and JSON Lines. Numbers are exact: 0.1 stays 0.1."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from local_catalog.importing.readers.encodings import open_text
from local_catalog.importing.readers.options import SourceOptions
from local_catalog.importing.readers.table import MIB, Record, SourceError, Table

SAMPLE = 1000
"""Records from which the columns are told."""
_BLOCK = MIB
_LONGEST_RECORD = 16 * MIB
MOST_AT_ONCE = 200 * MIB
"""Characters of a file that has to be read whole."""
_SPACE = " \t\r\n"
_DECODER = json.JSONDecoder(parse_float=Decimal)
_NESTED_TOO_DEEP = "is nested too deep"


@contextmanager
def open_json(path: Path, options: SourceOptions) -> Iterator[Table]:
    """A list at the top is read piece by piece; one inside (`rows`) with the whole file, of at most 200 MiB."""
    with open_text(path, options.encoding) as (text, note):
        items = _inside(path, text, options.rows) if options.rows is not None else _top(path, text)
        yield sampled(str(path), items, 1, notes=(note,) if note else ())


@contextmanager
def open_json_lines(path: Path, options: SourceOptions) -> Iterator[Table]:
    """One object a line; a line that is none is a row with a problem."""
    with open_text(path, options.encoding) as (text, note):
        lines = ((number, line) for number, line in enumerate(_bounded(path, text), start=1) if line.strip())
        records = (_line(number, line) for number, line in lines)
        yield table_of(str(path), records, notes=(note,) if note else ())


def sampled(name: str, items: Iterable[object], first: int, *, notes: tuple[str, ...] = ()) -> Table:
    """A table of items that should be objects, counted from `first`."""
    records = (_record(number, item) for number, item in enumerate(items, start=first))
    return table_of(name, records, notes=notes)


def table_of(name: str, records: Iterator[Record], *, notes: tuple[str, ...] = ()) -> Table:
    """With the columns that the first records have."""
    head = list(islice(records, SAMPLE))
    if not head:
        raise SourceError(f"{name}: holds no products; export it again")
    columns = dict.fromkeys(path for record in head for path in _paths(record.values))
    return Table(name, tuple(columns), chain(head, records), complete=len(head) < SAMPLE, notes=notes)


def _paths(values: Any, before: str = "") -> Iterator[str]:
    for name, value in values.items():
        yield f"{before}{name}"
        if isinstance(value, dict) and before.count(".") < 4:
            yield from _paths(value, f"{before}{name}.")


def _record(number: int, item: object) -> Record:
    if isinstance(item, dict):
        return Record(number, item)
    return Record(number, {"value": item}, "is not an object with named fields")


def _line(number: int, line: str) -> Record:
    try:
        return _record(number, _DECODER.decode(line))
    except (json.JSONDecodeError, RecursionError) as error:
        told = error.msg if isinstance(error, json.JSONDecodeError) else _NESTED_TOO_DEEP
        return Record(number, {"line": line[:2000]}, f"is not valid JSON ({told})")


def _bounded(path: Path, text: IO[str]) -> Iterator[str]:
    for number, line in enumerate(iter(lambda: text.readline(_LONGEST_RECORD), ""), start=1):
        if len(line) >= _LONGEST_RECORD:
            raise SourceError(f"{path}: line {number} is longer than {_LONGEST_RECORD // MIB} MiB; is it JSON Lines?")
        yield line


def _inside(path: Path, text: IO[str], where: str) -> list[object]:
    content = text.read(MOST_AT_ONCE + 1)
    if len(content) > MOST_AT_ONCE:
        raise SourceError(
            f"{path}: is longer than {MOST_AT_ONCE // MIB} MiB, too much for a list inside a file; "
            "export the list itself, or JSON Lines"
        )
    try:
        found: object = _DECODER.decode(content)
    except (json.JSONDecodeError, RecursionError) as error:
        raise _invalid(path, error) from error
    return inside(path, found, where)


def inside(path: Path, found: object, where: str) -> list[object]:
    """The list at a dotted path in what a file holds. Raises SourceError."""
    for name in filter(None, where.split(".")):
        if not isinstance(found, dict) or name not in found:
            there = ", ".join(map(str, found)) if isinstance(found, dict) else "no named fields"
            raise SourceError(f"{path}: `rows` says {where!r}, but there is no {name!r}; there is: {there[:200]}")
        found = found[name]
    if isinstance(found, dict) and where:
        found = list(found.values())
    if not isinstance(found, list):
        told = f"what `rows` names ({where!r})" if where else "the file"
        raise SourceError(f"{path}: {told} is not a list of products; set `rows` in [source] to where that is")
    return found


def _top(path: Path, text: IO[str]) -> Iterator[object]:
    """The items of the list that the file is."""
    buffer, at, number = text.read(_BLOCK), 0, 0
    at = _skip(buffer, at)
    if buffer[at : at + 1] != "[":
        lists = _lists(buffer)
        hint = f'set `rows = "{lists[0]}"` in [source]' if lists else "set `rows` in [source] to the name of the list"
        raise SourceError(
            f"{path}: is not a list of products; {hint}, or name the file .jsonl if it has one object a line"
        )
    at += 1
    while True:
        at = _skip(buffer, at, also=",")
        if buffer[at : at + 1] == "]":
            return
        try:
            item, end = _DECODER.raw_decode(buffer, at)
            error = _UNFINISHED if end == len(buffer) else None
        except RecursionError as deep:
            raise _invalid(path, deep, number) from deep
        except json.JSONDecodeError as found:
            error = found
        if error is None:
            number += 1
            yield item
            at = end
            continue
        more = text.read(_BLOCK) if _may_go_on(error, buffer) else ""
        if not more:
            raise _invalid(path, error, number) from error
        buffer, at = buffer[at:] + more, 0
        if len(buffer) > _LONGEST_RECORD:
            raise SourceError(f"{path}: product {number + 1} is longer than {_LONGEST_RECORD // MIB} MiB; is it one?")


_UNFINISHED = json.JSONDecodeError("the list has no end", "", 0)
_NEAR_THE_END = 16


def _may_go_on(error: json.JSONDecodeError, buffer: str) -> bool:
    """Whether what is missing may come with the next block."""
    unfinished = error is _UNFINISHED or error.msg.startswith("Unterminated string")
    return unfinished or error.pos > len(buffer) - _NEAR_THE_END


def _skip(buffer: str, at: int, also: str = "") -> int:
    while at < len(buffer) and buffer[at] in _SPACE + also:
        at += 1
    return at


def _lists(head: str) -> list[str]:
    """Names of lists near the begin of an object: 'products' in '{"total": 3, "products": [...'."""
    names: list[str] = []
    at = head.find('": [')
    while at > 0 and len(names) < 3:
        begin = head.rfind('"', 0, at)
        names.append(head[begin + 1 : at])
        at = head.find('": [', at + 1)
    return names


def _invalid(path: Path, error: Exception, number: int | None = None) -> SourceError:
    told = f"{error.msg}, line {error.lineno}" if isinstance(error, json.JSONDecodeError) else _NESTED_TOO_DEEP
    where = "" if number is None else f" after {number} products"
    return SourceError(f"{path}: is not valid JSON{where} ({told}); is it cut off? Export or fetch it again")
