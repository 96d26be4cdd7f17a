"""Arrays of postings against plain Python over the same texts; the speller against plain edit distance."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from local_catalog import schema
from local_catalog.index import create, fill
from local_catalog.matches import Way, merged
from local_catalog.postings import NAME, OWN, Shelves
from local_catalog.reader import Reader
from local_catalog.speller import Speller, distance

WORDS = ("oat", "rye", "gin", "fig")
TEXT = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


@contextlib.contextmanager
def shelves(texts: list[tuple[str, str, str]]) -> Iterator[Shelves]:
    """Products with ids 3, 10, 17 ... that have (name, brand, description)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalog.db"
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("CREATE TABLE product (id INTEGER PRIMARY KEY, popularity INTEGER, stock INTEGER)")
        columns = ", ".join(f"{name} TEXT DEFAULT ''" for name in schema.TEXT_COLUMNS)
        connection.execute(f"CREATE TABLE product_text (id INTEGER PRIMARY KEY, {columns})")
        for number, text in enumerate(texts):
            connection.execute("INSERT INTO product VALUES (?, 500, ?)", (7 * number + 3, (None, 0, 2)[number % 3]))
            connection.execute(
                "INSERT INTO product_text (id, name, brand, description) VALUES (?, ?, ?, ?)", (7 * number + 3, *text)
            )
        create(connection)
        fill(connection)
        connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={schema.SCHEMA_VERSION}")
        connection.commit()
        connection.close()
        reader = Reader(path)
        yield Shelves(reader)
        reader.close()


def runs(text: str, words: tuple[str, ...]) -> int:
    said = text.split()
    return sum(tuple(said[at : at + len(words)]) == words for at in range(len(said)))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=6), st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_words_and_phrases_are_where_they_stand(texts: list[tuple[str, str, str]], one: str, other: str) -> None:
    with shelves(texts) as here:
        first, second = here.of_stem(one), here.of_stem(other)
        assert here.popularity.tolist() == [0.5] * len(texts)
        assert here.sold_out.tolist() == [row % 3 == 1 for row in range(len(texts))]
    for words, posted in (((one,), first), ((one, other), here.phrase([first, second]))):
        times = [[runs(text, words) for text in texts_of] for texts_of in texts]
        assert posted.rows.tolist() == [row for row, found in enumerate(times) if any(found)]
        assert posted.having(NAME).tolist() == [row for row, found in enumerate(times) if found[0]]
        assert posted.having(OWN).tolist() == [row for row, found in enumerate(times) if found[0] or found[1]]
        assert len(posted.places) == sum(map(sum, times))
    either = here.any_of([first, second])
    assert set(either.rows.tolist()) == {*first.rows.tolist(), *second.rows.tolist()}


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=6))
def test_of_several_ways_the_best_counts(texts: list[tuple[str, str, str]]) -> None:
    shares = {"oat": 1.0, "rye": 0.9, "gin": 0.4}
    with shelves(texts) as here:
        matches = merged([Way(here.of_stem(word), share, phrase=False) for word, share in shares.items()])
    for row, (name, brand, description) in enumerate(texts):
        own = set(f"{name} {brand}".split())
        best = max(
            (
                share * (1.0 if word in own else 0.5)
                for word, share in shares.items()
                if word in own | {*description.split()}
            ),
            default=0.0,
        )
        at = np.flatnonzero(matches.rows == row)
        assert (row in matches) == (best > 0)
        assert not len(at) or abs(float(matches.share[at[0]]) - best) < 1e-6
    assert merged([]).own == 0


LETTERS = st.text("abcdeiou", min_size=4, max_size=9)


@given(LETTERS, st.lists(LETTERS, max_size=20), st.integers(0, 3), st.integers(0, 8), st.sampled_from("abcdeiou"))
def test_one_slip_is_always_mended(word: str, others: list[str], kind: int, at: int, letter: str) -> None:
    at %= len(word) - 1
    ways = (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    speller = Speller(dict.fromkeys([*others, word], 1))
    found = {known: cost for cost, known in speller.near(ways[kind], beside=True)}
    assert word in found
    assert all(distance(known, ways[kind]) <= 4 for known in found)
    assert list(found.values()) == sorted(found.values())


def test_a_short_word_is_not_taken_for_another() -> None:
    speller = Speller(dict.fromkeys(("beans", "box", "loose", "paint", "drain"), 9))
    for word in ("jeans", "xbox", "goose", "piano", "durian"):
        assert speller.mend(word) == ()
    assert [known for _, known in speller.near("jeans", beside=True)] == ["beans"]
