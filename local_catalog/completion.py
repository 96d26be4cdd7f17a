"""Goes on from what was typed: names, categories, brands and shoppers' words, mended where the typing went wrong.

The index over the table `phrase` is part of the catalog file and kept right by triggers. A phrase's id says how much it
is wanted, so the index gives the most wanted first and need not be read to its end.
"""

from __future__ import annotations

import bisect
import hashlib
import heapq
import json
import string
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Protocol

from local_catalog.asked import content_words
from local_catalog.reader import Reader
from local_catalog.schema import OWN_COLUMNS
from local_catalog.stopwords import STOP_WORDS
from local_catalog.text import indexed, spoken, stems

_GAINS = {"said": 350, "name": 100, "category": 50, "brand": 0, "word": -50, "brand_name": -600}
"""The kinds of phrases that are shown, and what each gains on how much it is wanted (0 to 1000)."""
_SAID = 50
"""How much another word is taken to be wanted for something that is not often bought."""
_FEW = 4
"""Of more kinds of things a word ('picnic') is an occasion, and asked for less than any of them."""
_LESS_USUAL = 70
"""Percent of how much a thing is wanted that other words for it are."""
_USUAL_WORDS = 3
_LONG_LOSS = 70
"""What a phrase loses for each word more than usual."""
_HIGHEST, _LOWEST = 1400, -1000
_HASH_BITS = 32
_READ = 64
"""Characters of a phrase that are read; nobody types on to the end of a long title."""

_LONGEST = 80
_MOST_WORDS = 8
_FETCHED = 40
_LATER_WORD_LOSS = 300
"""What a phrase loses when the first typed word is not its first."""
_SHORTEST_MENDED = 3
_MOST_MENDED = 12
"""Ways to mend one word that are looked for."""
_LONGEST_START = 3
"""Letters of a beginning that the index has lists for; for longer ones it is asked for the words."""
_MOST_WORDS_BEGUN = 40
_LAST = chr(0x10FFFF)


def _plain(text: str) -> str:
    """SQL for the text in plain spoken words, as far as the tokenizer of the index does not see to it."""
    text = f"substr({text}, 1, {_READ})"
    for sign, word in (("''", ""), ("’", ""), ("&", " and "), ("%", " percent "), ("+", " plus ")):
        text = f"replace({text}, '{sign}', '{word}')"
    return text


_SHOWN = "kind IN ({})".format(", ".join(f"'{kind}'" for kind in _GAINS))
_ENTER = f"INSERT INTO phrase_fts(rowid, said) SELECT new.id, {_plain('new.text')} WHERE new.{_SHOWN};"
_LEAVE = (
    f"INSERT INTO phrase_fts(phrase_fts, rowid, said) SELECT 'delete', old.id, {_plain('old.text')} WHERE old.{_SHOWN};"
)
_CREATE = (
    f"CREATE VIEW phrase_said AS SELECT id, {_plain('text')} AS said FROM phrase WHERE {_SHOWN}",  # noqa: S608
    "CREATE VIRTUAL TABLE phrase_fts USING fts5(said, content='phrase_said', content_rowid='id', detail=none, "
    "columnsize=0, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')",
    f"CREATE TRIGGER phrase_added AFTER INSERT ON phrase BEGIN {_ENTER} END",
    f"CREATE TRIGGER phrase_removed AFTER DELETE ON phrase BEGIN {_LEAVE} END",
    "CREATE TRIGGER phrase_changed AFTER UPDATE ON phrase WHEN old.id <> new.id OR old.text <> new.text "
    f"OR old.kind <> new.kind BEGIN {_LEAVE} {_ENTER} END",
)


class Connection(Protocol):
    """What sqlite3 and apsw connections have in common."""

    def execute(self, statement: str, values: Sequence[Any] = ..., /) -> Any:
        """Run one statement."""
        ...

    def executemany(self, statement: str, values: Iterable[Sequence[Any]], /) -> Any:
        """Run it for each row of values."""
        ...


def phrase_id(text: str, kind: str, wanted: int) -> int:
    """The id of a phrase: the more wanted, the lower; the same in every build. For two with the same see `numbered`."""
    rank = max(_LOWEST, min(_HIGHEST, _rank(text, kind, wanted)))
    digest = hashlib.blake2b(f"{kind}\0{text}".encode(), digest_size=_HASH_BITS // 8).digest()
    return (_HIGHEST - rank) << _HASH_BITS | int.from_bytes(digest)


def numbered(rows: Iterable[tuple[int, str, str, int]]) -> Iterator[tuple[int, str, str, int]]:
    """Rows of `phrase` in the order of their ids; of those with the same id, the later ones get the next."""
    last = -1
    for identity, text, kind, wanted in rows:
        last = max(identity, last + 1)
        yield last, text, kind, wanted


def _rank(text: str, kind: str, wanted: int) -> int:
    return wanted + _GAINS.get(kind, _LOWEST) - _LONG_LOSS * max(0, text.count(" ") + 1 - _USUAL_WORDS)


def say(connection: Connection, staples: Sequence[str]) -> None:
    """Add to `phrase` the words of `synonym` that lead to something, and the `staples` (kinds of things, most often
    bought first) that there are. Call it when the search index is filled."""
    wanted: dict[str, int] = {}
    ranks: dict[tuple[str, ...], int] = {}
    for place, kind in enumerate(staples):
        if _found(connection, kind):
            wanted[kind] = 1000 - place * (1000 - _SAID) // len(staples)
            ranks.setdefault(stems(indexed(kind)), wanted[kind])
    for says, finds, brands in connection.execute("SELECT says, finds, brands FROM synonym ORDER BY id").fetchall():
        found = [kind for kind in json.loads(finds) if _found(connection, kind)]
        if found:
            most = max(ranks.get(stems(indexed(kind)), 0) for kind in found) * _LESS_USUAL // 100
            most *= len(found) <= _FEW
            for said in sorted(set(json.loads(says)).difference(json.loads(brands))):
                wanted[said] = max(_SAID, most, wanted.get(said, 0))
    connection.executemany(
        "INSERT OR IGNORE INTO phrase VALUES (?, ?, 'said', ?)",
        sorted((phrase_id(said, "said", rank), said, rank) for said, rank in wanted.items()),
    )


def _found(connection: Connection, kind: str) -> bool:
    """Whether some product's own texts have the words in a row."""
    words = f'{{{" ".join(OWN_COLUMNS)}}} : "{indexed(kind)}"'
    return bool(connection.execute("SELECT 1 FROM product_fts WHERE product_fts MATCH ? LIMIT 1", (words,)).fetchone())


def create(connection: Connection) -> None:
    """Make the empty index and its triggers. Call it after the tables."""
    for statement in _CREATE:
        connection.execute(statement)


def fill(connection: Connection) -> None:
    """Make the index again from what `phrase` holds, and pack it."""
    connection.execute("INSERT INTO phrase_fts(phrase_fts) VALUES('rebuild')")
    connection.execute("INSERT INTO phrase_fts(phrase_fts) VALUES('optimize')")


def check(connection: Connection) -> None:
    """Compare the index with `phrase`; the library's own error (SQLITE_CORRUPT_VTAB) if they differ."""
    connection.execute("INSERT INTO phrase_fts(phrase_fts, rank) VALUES('integrity-check', 1)")


class Completer:
    """Over the phrases of a catalog. `mend` gives known spellings of a word with several letters wrong, best first."""

    def __init__(self, reader: Reader, mend: Callable[[str], Iterable[str]]) -> None:
        self._reader = reader
        self._mend = mend

    def complete(self, prefix: str, limit: int) -> tuple[str, ...]:
        """At most `limit` phrases that have all words typed, in any order, the last perhaps unfinished.

        Most wanted first; nothing for an empty prefix. Phrases that differ only in number, case or a space are shown
        once.
        """
        typed = spoken(prefix[:_LONGEST]).split()[:_MOST_WORDS]
        if not typed or limit < 1:
            return ()
        finished = prefix[-1:].isspace()
        found: list[tuple[str, str, int]] = []
        for ways in self._readings(typed, finished):
            found = self._having(ways)
            if found:
                return _best(found, ways[0][0].rstrip("*"), limit)
        return ()

    def _readings(self, typed: list[str], finished: bool) -> Iterator[list[list[str]]]:
        """For each word the ways it may be meant, an unfinished one with a star; likelier readings first."""
        *whole, last = typed
        if finished:
            yield [[word] for word in typed]
        yield [*([word] for word in whole), [f"{last}*"]]
        if whole:
            yield [*([word] for word in whole[:-1]), [f"{whole[-1]}{last}*"]]
            yield [[f"{word}*"] for word in typed]
        for head, tail in self._halves(last):
            yield [*([word] for word in whole), [head], [f"{tail}*"]]
        front = [self._meant(word) for word in whole]
        mended = self._unfinished(last)
        if all(front):
            yield [*front, [f"{last}*"]]
            yield [*front, mended]

    def _having(self, ways: list[list[str]]) -> list[tuple[str, str, int]]:
        """The most wanted phrases with one of the ways of each word."""
        groups = [[term for way in group for term in self._terms(way)] for group in ways]
        if not all(groups):
            return []
        return [
            (text, kind, wanted)
            for text, kind, wanted in self._reader.rows(
                "SELECT p.text, p.kind, p.wanted FROM phrase_fts f JOIN phrase p ON p.id = f.rowid "
                "WHERE phrase_fts MATCH ? ORDER BY f.rowid LIMIT ?",
                (" AND ".join(f"({' OR '.join(group)})" for group in groups), _FETCHED),
            )
        ]

    def _terms(self, way: str) -> list[str]:
        """What the index is asked for. Of several words it gives the first phrases at once; for a beginning that it has
        no list of it would read all phrases first."""
        if not way.endswith("*"):
            return [f'"{way}"'] if self._knows(way) else []
        start = way[:-1]
        at, until = self._range(start)
        if len(start) <= _LONGEST_START:
            return [f'"{start}" *'] if until > at else []
        places = heapq.nlargest(_MOST_WORDS_BEGUN, range(at, until), key=self._spread.__getitem__)
        return [f'"{self._words[place]}"' for place in places]

    @cached_property
    def _known(self) -> tuple[list[str], array[int]]:
        """All words of the phrases in order, and in how many phrases each is."""
        known = sorted(
            (str(term), int(times)) for term, times in self._reader.rows("SELECT term, doc FROM temp.phrase_word")
        )
        return [term for term, _ in known], array("L", (times for _, times in known))

    @property
    def _words(self) -> list[str]:
        return self._known[0]

    @property
    def _spread(self) -> array[int]:
        return self._known[1]

    def _range(self, start: str) -> tuple[int, int]:
        """Where the words that begin so are."""
        return bisect.bisect_left(self._words, start), bisect.bisect_left(self._words, start + _LAST)

    def _begins(self, start: str) -> bool:
        words = self._known[0]
        at = bisect.bisect_left(words, start)
        return at < len(words) and words[at].startswith(start)

    def _knows(self, word: str) -> bool:
        at = bisect.bisect_left(self._words, word)
        return at < len(self._words) and self._words[at] == word

    def _halves(self, word: str) -> list[tuple[str, str]]:
        """A known word and the beginning of another, written as one."""
        return [
            (word[:at], word[at:])
            for at in range(len(word) - 1, _SHORTEST_MENDED - 1, -1)
            if self._knows(word[:at]) and self._begins(word[at:])
        ][:2]

    def _meant(self, word: str) -> list[str]:
        """What a word is that others follow: known, shortened ('choc milk'), or misspelled."""
        if self._knows(word):
            return [word]
        if len(word) < _SHORTEST_MENDED:
            return []
        if self._begins(word):
            return [f"{word}*"]
        near = [way for way in _one_off(word) if self._knows(way)]
        return near[:_MOST_MENDED] or [way for way in self._mend(word) if self._knows(way)][:_MOST_MENDED]

    def _unfinished(self, word: str) -> list[str]:
        """What the beginning of a word may be if there is a slip in it."""
        if len(word) < _SHORTEST_MENDED:
            return []
        ways = [way for way in _one_off(word) if len(way) > 1 and self._begins(way)]
        same_start = [way for way in ways if way[0] == word[0]] or ways
        spelled = [] if same_start else [way for way in self._mend(word) if self._knows(way)]
        return [f"{way}*" for way in dict.fromkeys((*spelled[:2], *same_start))][:_MOST_MENDED]


def _best(found: list[tuple[str, str, int]], first: str, limit: int) -> tuple[str, ...]:
    """Those to show of the phrases found; `first` is the first word typed."""
    rated = []
    for text, kind, wanted in found:
        said = spoken(text)
        rank = _rank(text, kind, wanted) - _LATER_WORD_LOSS * (not said.startswith(first))
        rated.append((-rank, len(text), text, said, kind))
    shown: list[str] = []
    seen: set[str] = set()
    for _, _, text, said, kind in sorted(rated):
        same = "".join(stems(said))
        # A name that is shown already says nothing new with its brand in front.
        branded = kind == "brand_name" and any(said.endswith(f" {spoken(other)}") for other in shown)
        if same not in seen and not branded and _means_something(text, said):
            seen.add(same)
            shown.append(text)
            if len(shown) == limit:
                break
    return tuple(shown)


def _means_something(text: str, said: str) -> bool:
    """Whether it can be searched for; 'Great Stuff' has words of questions only."""
    return not STOP_WORDS.never.issuperset(said.split()) or bool(content_words(text))


def _one_off(word: str) -> Iterator[str]:
    """All that is one slip away: neighbours swapped, a letter forgotten, doubled or too many, another letter."""
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at in range(len(word) + 1):
        for letter in string.ascii_lowercase:
            yield word[:at] + letter + word[at:]
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
    for at in range(len(word)):
        for letter in string.ascii_lowercase:
            yield word[:at] + letter + word[at + 1 :]
