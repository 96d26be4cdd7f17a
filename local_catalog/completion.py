"""Goes on from what was typed: names, categories, brands and shoppers' words, mended where the typing went wrong.

The index over the table `phrase` is part of the catalog file and kept right by triggers. A phrase's id says how much it is
wanted, so the index gives the most wanted first and need not be read to its end.
"""

from __future__ import annotations

import bisect
import hashlib
import json
import string
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from local_catalog.index import Connection
from local_catalog.reader import Reader
from local_catalog.text import indexed, spoken, stems

_GAINS = {"category": 150, "word": 120, "name": 100, "brand": 0, "said": 0, "brand_name": -600}
"""The kinds of phrases that are shown, and what each gains on how much it is wanted (0 to 1000)."""
_SAID = 300
"""How much another word for something is taken to be wanted."""
_MOST_WANTED, _LEAST_WANTED = 1250, -700
_HASH_BITS = 48

_LONGEST = 80
_MOST_WORDS = 8
_FETCHED = 80
_LATER_WORD_LOSS = 200
"""What a phrase loses when the first typed word is not its first."""
_SHORTEST_MENDED = 3
_MOST_MENDED = 12
"""Ways to mend one word that are looked for."""

_PLAIN = "new.text"
for _sign, _word in (("''", ""), ("’", ""), ("&", " and "), ("%", " percent "), ("+", " plus ")):
    _PLAIN = f"replace({_PLAIN}, '{_sign}', '{_word}')"
_SHOWN = "new.kind IN ({})".format(", ".join(f"'{kind}'" for kind in _GAINS))
_CREATE = (
    f"CREATE VIEW phrase_said AS SELECT new.id AS id, {_PLAIN} AS said FROM phrase new WHERE {_SHOWN}",  # noqa: S608
    "CREATE VIRTUAL TABLE phrase_fts USING fts5(said, content='phrase_said', content_rowid='id', detail=none, "
    "columnsize=0, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')",
    f"CREATE TRIGGER phrase_added AFTER INSERT ON phrase WHEN {_SHOWN} "  # noqa: S608
    f"BEGIN INSERT INTO phrase_fts(rowid, said) VALUES (new.id, {_PLAIN}); END",
    f"CREATE TRIGGER phrase_removed AFTER DELETE ON phrase WHEN {_SHOWN} "  # noqa: S608
    f"BEGIN INSERT INTO phrase_fts(phrase_fts, rowid, said) VALUES ('delete', new.id, {_PLAIN}); END".replace(
        "new.", "old."
    ),
)


def phrase_id(text: str, kind: str, wanted: int) -> int:
    """The id of a phrase: the more wanted, the lower; the same in every build."""
    shown = max(_LEAST_WANTED, min(_MOST_WANTED, wanted + _GAINS.get(kind, _LEAST_WANTED)))
    digest = hashlib.blake2b(f"{kind}\0{text}".encode(), digest_size=_HASH_BITS // 8).digest()
    return (_MOST_WANTED - shown) << _HASH_BITS | int.from_bytes(digest)


def said_phrases(synonyms: Iterable[Sequence[object]], words: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """Rows of `phrase` without id for other words that lead to something in a store.

    `synonyms` are rows of that table; `words` are all of the products, in index form.
    """
    known = {stem for word in words for stem in stems(word)}
    for _, says, finds in synonyms:
        if any(known.issuperset(stems(indexed(found))) for found in json.loads(str(finds))):
            for said in json.loads(str(says)):
                yield said, "said", _SAID


def create(connection: Connection) -> None:
    """Make the empty index and its triggers. Call it after the tables."""
    for statement in _CREATE:
        connection.execute(statement)


def fill(connection: Connection) -> None:
    """Make the index again from what `phrase` holds, and pack it."""
    connection.execute("INSERT INTO phrase_fts(phrase_fts) VALUES('rebuild')")
    connection.execute("INSERT INTO phrase_fts(phrase_fts) VALUES('optimize')")


class Completer:
    """Over the phrases of a catalog. `mend` gives known spellings of a word with several letters wrong, best first."""

    def __init__(self, reader: Reader, mend: Callable[[str], Iterable[str]]) -> None:
        self._reader = reader
        self._mend = mend

    def complete(self, prefix: str, limit: int) -> tuple[str, ...]:
        """At most `limit` phrases that have all words typed, in any order, the last perhaps unfinished; most wanted first.

        Nothing for an empty prefix. Phrases that differ only in number, case or a space are shown once.
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
            *front, before = whole
            yield [*([word] for word in front), [f"{before}{last}*"]]
        for head, tail in self._halves(last):
            yield [*([word] for word in whole), [head], [f"{tail}*"]]
        front_ways = [[word] if self._knows(word) else self._whole(word) for word in whole]
        last_ways = [f"{last}*"] if self._begins(last) else self._unfinished(last)
        if all(front_ways) and last_ways:
            yield [*front_ways, last_ways]
            yield [*front_ways, [*last_ways, *self._unfinished(last)]]

    def _having(self, ways: list[list[str]]) -> list[tuple[str, str, int]]:
        groups = [" OR ".join(f'"{way.rstrip("*")}"{" *" * way.endswith("*")}' for way in group) for group in ways]
        return [
            (text, kind, wanted)
            for text, kind, wanted in self._reader.rows(
                "SELECT p.text, p.kind, p.wanted FROM phrase_fts f JOIN phrase p ON p.id = f.rowid "
                "WHERE phrase_fts MATCH ? ORDER BY f.rowid LIMIT ?",
                (" AND ".join(f"({group})" for group in groups), _FETCHED),
            )
        ]

    @cached_property
    def _words(self) -> list[str]:
        """All words of the phrases, in order."""
        with self._reader.lend() as connection:
            connection.execute("CREATE VIRTUAL TABLE temp.phrase_word USING fts5vocab(main, phrase_fts, row)")
            words = [str(row[0]) for row in connection.execute("SELECT term FROM temp.phrase_word")]
            connection.execute("DROP TABLE temp.phrase_word")
        return sorted(words)

    def _begins(self, start: str) -> bool:
        at = bisect.bisect_left(self._words, start)
        return at < len(self._words) and self._words[at].startswith(start)

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

    def _whole(self, word: str) -> list[str]:
        if len(word) < _SHORTEST_MENDED:
            return []
        near = [way for way in _one_off(word) if self._knows(way)]
        return near[:_MOST_MENDED] or [way for way in self._mend(word) if self._knows(way)][:_MOST_MENDED]

    def _unfinished(self, word: str) -> list[str]:
        if len(word) < _SHORTEST_MENDED:
            return []
        ways = [way for way in _one_off(word) if len(way) > 1 and self._begins(way)]
        same_start = [way for way in ways if way[0] == word[0]] or ways
        spelled = [way for way in self._mend(word) if self._knows(way)]
        return [f"{way}*" for way in dict.fromkeys((*spelled[:2], *same_start))][:_MOST_MENDED]


def _best(found: list[tuple[str, str, int]], first: str, limit: int) -> tuple[str, ...]:
    """Those to show of the phrases found; `first` is the first word typed."""
    rated = []
    for text, kind, wanted in found:
        said = spoken(text)
        rank = wanted + _GAINS[kind] - _LATER_WORD_LOSS * (not said.startswith(first))
        rated.append((-rank, len(text), text, said))
    shown: list[str] = []
    seen: set[str] = set()
    for _, _, text, said in sorted(rated):
        same = "".join(stems(said))
        # A name with its brand in front says nothing new.
        if same not in seen and not any(said.endswith(f" {spoken(other)}") for other in shown if len(other) < len(text)):
            seen.add(same)
            shown.append(text)
            if len(shown) == limit:
                break
    return tuple(shown)


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
