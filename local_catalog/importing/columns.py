"""Takes values out of records as a mapping says."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from local_catalog.importing.mapping import ListSpec, Skip, TextSpec
from local_catalog.importing.mapping import Mapping as MappingFile
from local_catalog.importing.readers import SourceError, Table
from local_catalog.importing.values.texts import as_text, styled

Values = Mapping[str, object]
Take = Callable[[Values], object]
"""What a record has for a field; None if nothing."""

_NOTHING = frozenset(("", "-", "--", "null", "none", "nan", "n/a", "#n/a", "nil", "undefined"))
_TEMPLATE = re.compile(r"\{([^{}]+)\}")
_LOOSE_ENDS = re.compile(r"^[\s,;/|>-]+|[\s,;/|>-]+$")
_MOST_SHOWN = 40
_LONGEST_MATCHED = 2000


def taker(spec: TextSpec) -> Take:
    """A function that takes what the specification says out of a record."""
    if spec.from_ is None:
        return lambda _: spec.value
    nothing = _NOTHING | {text.casefold() for text in spec.empty}
    sources = [_source(told, nothing) for told in spec.from_]
    steps = list(_steps(spec))
    if len(sources) == 1 and not steps and spec.default is None:
        return sources[0]
    joined = spec.join

    def take(values: Values) -> object:
        if joined is not None:
            texts = [as_text(found) for found in (source(values) for source in sources) if found is not None]
            found: object = joined.join(texts) if texts else None
        else:
            found = next((found for source in sources if (found := source(values)) is not None), None)
        for step in steps:
            if found is not None:
                found = step(found)
        return spec.default if found is None else found

    return take


def _source(told: str, nothing: frozenset[str]) -> Take:
    names = _TEMPLATE.findall(told)
    if not names:
        return _column(told, nothing)
    columns = {name: _column(name, nothing) for name in names}

    def fill(values: Values) -> object:
        found = {name: column(values) for name, column in columns.items()}
        if all(value is None for value in found.values()):
            return None
        text = _TEMPLATE.sub(lambda match: as_text(found[match[1]]), told)
        return _LOOSE_ENDS.sub("", " ".join(text.split())) or None

    return fill


def _column(name: str, nothing: frozenset[str]) -> Take:
    path = name.split(".")

    def look(values: Values) -> object:
        found = values.get(name)
        if found is None and len(path) > 1:
            found = _inner(values, path)
        if isinstance(found, str):
            stripped = found.strip()
            return None if len(stripped) < 40 and stripped.casefold() in nothing else stripped
        return None if found is None or found != found or found in ([], {}, ()) else found

    return look


def _inner(values: Values, path: list[str]) -> object:
    found: object = values
    for part in path:
        if isinstance(found, Mapping):
            found = found.get(part)
        elif isinstance(found, list) and part.isascii() and part.isdigit() and int(part) < len(found):
            found = found[int(part)]
        else:
            return None
    return found


def _steps(spec: TextSpec) -> Iterator[Callable[[object], object]]:
    if spec.pattern is not None:
        yield _matcher(re.compile(spec.pattern))
    if isinstance(spec, ListSpec) and spec.separator:
        return
    yield from item_steps(spec)


def item_steps(spec: TextSpec) -> Iterator[Callable[[object], object]]:
    """What is done with each item of a list, or the one text."""
    if spec.replace:
        instead = {text.casefold(): other for text, other in spec.replace.items()}
        yield lambda found: _each(found, lambda text: instead.get(text.casefold(), text))
    if spec.style is not None:
        style = spec.style
        yield lambda found: _each(found, lambda text: styled(text, style))


def _matcher(pattern: re.Pattern[str]) -> Callable[[object], object]:
    named = bool(pattern.groupindex)

    def match(found: object) -> object:
        hit = pattern.search(as_text(found)[:_LONGEST_MATCHED])
        if hit is None:
            return None
        return hit.groupdict() if named else (hit[1] if pattern.groups else hit[0]) or None

    return match


def _each(found: object, change: Callable[[str], str]) -> object:
    if isinstance(found, (list, tuple)):
        return [change(as_text(item)) for item in found]
    return change(as_text(found)) or None


def skipper(rules: Iterable[Skip]) -> Callable[[Values], bool]:
    """Whether a record is to be left out."""
    tests = [_test(rule) for rule in rules]
    return lambda values: any(test(values) for test in tests)


def _test(rule: Skip) -> Callable[[Values], bool]:
    column = _column(rule.column, frozenset(("",)))
    if rule.is_:
        wanted = {text.casefold() for text in rule.is_}
        return lambda values: as_text(column(values)).casefold() in wanted
    if rule.matches is not None:
        pattern = re.compile(rule.matches)
        return lambda values: pattern.search(as_text(column(values))[:_LONGEST_MATCHED]) is not None
    if rule.below is not None:
        limit = rule.below
        return lambda values: _is_below(as_text(column(values)), limit)
    return lambda values: (column(values) is None) == rule.empty


def _is_below(text: str, limit: float) -> bool:
    try:
        return float(text.replace(",", ".")) < limit
    except ValueError:
        return False


def check_columns(mapping: MappingFile, table: Table) -> None:
    """Raise SourceError for columns of the mapping that the source does not have, with the nearest names."""
    wanted = {column: where for where, spec in mapping.specs().items() for column in spec.columns()}
    wanted |= {rule.column: "skip" for rule in mapping.skip}
    there = set(table.columns)
    missing = [name for name in wanted if name not in there and not _is_within(name, there)]
    if not table.complete:
        needed = ("fields.name", "fields.price", "fields.sku")
        missing = [name for name in missing if wanted[name] in needed and not _has_fallback(mapping, wanted[name])]
    if not missing:
        return
    lines = []
    for name in missing:
        near = difflib.get_close_matches(name.casefold(), [c.casefold() for c in there], 1, 0.5)
        meant = next((c for c in table.columns if near and c.casefold() == near[0]), None)
        lines.append(f"{wanted[name]}: there is no column {name!r}" + (f"; did you mean {meant!r}?" if meant else ""))
    shown = ", ".join(repr(name) for name in table.columns[:_MOST_SHOWN])
    raise SourceError(
        f"{table.name}: the mapping names columns that are not there:\n  "
        + "\n  ".join(lines)
        + f"\n  There are: {shown}"
    )


def _is_within(name: str, there: set[str]) -> bool:
    """Whether the path leads into a column whose inner names are not known: a list, or a column of structures."""
    first, _, rest = name.partition(".")
    return bool(rest) and first in there and not any(column.startswith(f"{first}.") for column in there)


def _has_fallback(mapping: MappingFile, where: str) -> bool:
    spec = mapping.specs()[where]
    return spec.default is not None or len(spec.from_ or ()) > 1 or bool(getattr(spec, "hash", ()))
