"""Where the words of a catalog stand, read from the search index once for each word and kept as arrays.

Products are numbered by their place in the order of their ids ('rows'). A place in a text is one number: the row times
65,536, plus the column times 4,096, plus the word's offset in the column. So the places of a phrase are those places of
its first word that have the next word one further.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from local_catalog import schema
from local_catalog.reader import Reader
from local_catalog.stopwords import STOP_WORDS

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

_COLUMN_BITS, _OFFSET_BITS = 4, 12
_LAST_OFFSET = (1 << _OFFSET_BITS) - 1
"""Words further on in a text count as if they all stood here; no phrase is found there."""
_ROW_SHIFT = _COLUMN_BITS + _OFFSET_BITS
_LENGTH_SHARE = 0.75
"""BM25's b for names: how much a word counts less in a long name."""

_NAMES = " " + " ".join(schema.TEXT_COLUMNS)
_STARTS = np.zeros(len(_NAMES) + 1, dtype=np.int64)
for _number, _column in enumerate(schema.TEXT_COLUMNS):
    _STARTS[_NAMES.index(f" {_column}") + 2] = _number
"""From where SQL's instr() finds a column's name to the column's number."""
_WEIGHTS = np.array([schema.WEIGHTS[column] for column in schema.TEXT_COLUMNS], dtype=np.float32)
_NAME = schema.TEXT_COLUMNS.index("name")

_READ = (
    f"SELECT group_concat(doc * 1048576 + instr('{_NAMES}', col) * 4096 + min(offset, {_LAST_OFFSET})) "  # noqa: S608
    "FROM temp.place WHERE term = ?"
)


def _mask(columns: Sequence[str]) -> int:
    return sum(1 << schema.TEXT_COLUMNS.index(column) for column in columns)


OWN, NAME, BRAND = _mask(schema.OWN_COLUMNS), _mask(("name",)), _mask(("brand",))
KIND, KIND_PHRASE = _mask(schema.KIND_COLUMNS), _mask(schema.KIND_PHRASE_COLUMNS)
HEAD = _mask(("head",))
NAMED = _mask((*schema.KIND_PHRASE_COLUMNS, "brand", "facts"))
"""Where words that stand together are one name."""
NEAR = _mask(("around",))


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """The products that have a word or phrase."""

    rows: Ints
    """Ascending, each once."""
    fields: Ints
    """Of each row the columns that have it, as bits."""
    amount: Floats
    """Of each row how much of it there is: BM25F's weighted and normalized frequency."""
    places: Ints
    """Ascending."""

    def having(self, mask: int) -> Ints:
        """The rows that have it in one of these columns."""
        found: Ints = self.rows[(self.fields & mask) != 0]
        return found


class Shelves:
    """The products of a catalog as arrays, and the postings of its words."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.ids = _numbers(reader, "SELECT group_concat(id) FROM (SELECT id FROM product ORDER BY id)")
        lengths = _numbers(
            reader,
            "SELECT group_concat(id * 4096 + min(4095, 1 + length(name) - length(replace(name, ' ', ''))))"
            " FROM product_text",
        )
        self.name_length = np.ones(len(self.ids), dtype=np.float32)
        """Words in the name of each product, 1 for as many as usual."""
        if len(lengths):
            rows, known = self._rows(lengths >> 12)
            length = (lengths & 4095)[known].astype(np.float32)
            self.name_length[rows] = np.maximum(1, length) / max(1.0, float(length.mean()))
        self._name_norm = 1 / (1 - _LENGTH_SHARE + _LENGTH_SHARE * self.name_length)

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def popularity(self) -> Floats:
        """0 to 1, by row."""
        found = _numbers(
            self._reader, "SELECT group_concat(popularity) FROM (SELECT popularity FROM product ORDER BY id)"
        )
        return (found / 1000).astype(np.float32)

    @cached_property
    def sold_out(self) -> Flags:
        """By row; what is not known to be sold out is not."""
        found = _numbers(
            self._reader, "SELECT group_concat(ifnull(stock, 1) <= 0) FROM (SELECT stock FROM product ORDER BY id)"
        )
        return found.astype(np.bool_)

    @cached_property
    def special(self) -> Flags:
        """By row, whether its name says that it is a special one of its kind, such as a decaf coffee."""
        found = np.zeros(len(self), np.bool_)
        for stem in STOP_WORDS.special:
            found[self.of_stem(stem).having(NAME)] = True
        return found

    @cached_property
    def department(self) -> Ints:
        """Its position, by row."""
        return _numbers(
            self._reader,
            "SELECT group_concat(position) FROM (SELECT d.position FROM product p "
            "JOIN department d ON d.id = p.department ORDER BY p.id)",
        )

    def rows_of(self, ids: Sequence[int]) -> Ints:
        """The rows of products by their ids; those that are not there are left out."""
        rows, _ = self._rows(np.array(ids, dtype=np.int64))
        return rows

    def of_stem(self, stem: str) -> Postings:
        """The products with a word of this stem."""
        return self._posted(self._places(stem))

    def any_of(self, words: Sequence[Postings]) -> Postings:
        """The products with any of these words."""
        found = [word.places for word in words if len(word.places)]
        return self._posted(np.sort(np.concatenate(found))) if found else EMPTY

    def phrase(self, words: Sequence[Postings]) -> Postings:
        """The products with these words one behind the other in a column."""
        places = words[0].places
        for further, word in enumerate(words[1:], start=1):
            places = places[_isin(places + further, word.places)]
        return self._posted(places)

    def _places(self, stem: str) -> Ints:
        found = _numbers(self._reader, _READ, (stem,))
        if not len(found):
            return found
        rows, known = self._rows(found >> 20)
        found = found[known]
        column = _STARTS[(found >> 12) & 255]
        places: Ints = (rows << _ROW_SHIFT) | (column << _OFFSET_BITS) | (found & _LAST_OFFSET)
        return places

    def _rows(self, ids: Ints) -> tuple[Ints, Flags]:
        """The rows of those that are products, and which of them are."""
        if not len(self.ids):
            return np.zeros(0, np.int64), np.zeros(len(ids), np.bool_)
        rows = np.searchsorted(self.ids, ids)
        rows[rows == len(self.ids)] = 0
        known = self.ids[rows] == ids
        return rows[known], known

    def _posted(self, places: Ints) -> Postings:
        if not len(places):
            return EMPTY
        row = places >> _ROW_SHIFT
        column = (places >> _OFFSET_BITS) & ((1 << _COLUMN_BITS) - 1)
        starts = np.flatnonzero(np.concatenate(([True], row[1:] != row[:-1])))
        amount = _WEIGHTS[column]
        amount = np.where(column == _NAME, amount * self._name_norm[row], amount)
        return Postings(
            row[starts], np.bitwise_or.reduceat(1 << column, starts), np.add.reduceat(amount, starts), places
        )


EMPTY = Postings(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32), np.zeros(0, np.int64))


def _numbers(reader: Reader, statement: str, values: tuple[str, ...] = ()) -> Ints:
    [(text,)] = reader.rows(statement, values)
    return np.fromstring(text, dtype=np.int64, sep=",") if text else np.zeros(0, np.int64)


def _isin(wanted: Ints, known: Ints) -> Flags:
    """Which of `wanted` are in `known`, which is ascending."""
    if not len(known):
        return np.zeros(len(wanted), np.bool_)
    at = np.searchsorted(known, wanted)
    at[at == len(known)] = 0
    there: Flags = known[at] == wanted
    return there
