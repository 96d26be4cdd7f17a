from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_catalog import CatalogError, index
from local_catalog.sync import fingerprint, patchset, wordcount
from local_catalog.sync.coding import Numbers, Writer, pack_texts, unpack_texts
from local_catalog.sync.fingerprint import Fingerprint

Db = apsw.Connection
Change = Callable[[Db], object]


@pytest.fixture(scope="module")
def base(small_file: Path) -> bytes:
    with closing(Db(str(small_file), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
        return connection.serialize("main")


def opened(content: bytes) -> Db:
    connection = Db(":memory:")
    connection.deserialize("main", content)
    return connection


def made(base: bytes, *changes: Change) -> tuple[bytes, Db]:
    """A patchset for the changes, and the catalog that it leads to."""
    connection = opened(base)
    for change in changes:
        change(connection)
    connection.execute("ATTACH ':memory:' AS old")
    connection.deserialize("old", base)
    return patchset.make(connection), connection


def applied(base: bytes, data: bytes) -> tuple[Db, str]:
    connection = opened(base)
    rows = Fingerprint(fingerprint.of_catalog(connection))
    with connection:
        patchset.apply(connection, data, rows)
    return connection, str(rows)


def leads_there(base: bytes, *changes: Change) -> bytes:
    data, wanted = made(base, *changes)
    connection, followed = applied(base, data)
    assert followed == fingerprint.of_catalog(connection) == fingerprint.of_catalog(wanted)
    index.check(connection)
    return data


def sql(statement: str, *values: object) -> Change:
    return lambda connection: connection.execute(statement, values)


# --- any change -------------------------------------------------------------------------------------------------------

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=20)
numbers = st.one_of(st.integers(-5, 5000), st.integers(-(1 << 63), (1 << 63) - 1))
places = st.integers(0, 21)


@st.composite
def change(draw: st.DrawFn) -> Change:
    which, text, number = draw(places), draw(texts), draw(numbers)
    nth = f"(SELECT id FROM product ORDER BY id LIMIT 1 OFFSET {which})"
    kind = draw(st.sampled_from(["price", "stock", "text", "gone", "new", "key", "place", "word", "meta", "score"]))
    match kind:
        case "price":
            return sql(f"UPDATE product SET price = ?, base_price = ? WHERE id = {nth}", number, draw(numbers))
        case "stock":
            return sql(f"UPDATE product SET stock = ? WHERE id = {nth}", draw(st.none() | numbers))
        case "text":
            column = draw(st.sampled_from(["name", "words", "description"]))
            return sql(f"UPDATE product_text SET {column} = ? WHERE id = {nth}", text)
        case "gone":
            return lambda c: [
                c.execute(f"DELETE FROM {table} WHERE {column} = ?", (c.execute(f"SELECT {nth}").get,))
                for table, column in (("product_text", "id"), ("offer", "product"), ("product", "id"))
            ]
        case "new":
            columns = [name for (name,) in _columns if name not in ("id", "sku", "gtin", "name")]
            told = ", ".join(columns)
            statement = (
                f"INSERT INTO product (id, sku, gtin, name, {told}) SELECT (SELECT max(id) + 7 FROM product), "
                f"'n' || (SELECT max(id) FROM product), NULL, ?, {told} FROM product WHERE id = {nth}"
            )
            return sql(statement, text)
        case "key":
            return sql(f"INSERT OR IGNORE INTO product_key SELECT ?, id FROM product WHERE id = {nth}", text)
        case "place":
            return sql(f"UPDATE product SET aisle = ?, bay = NULL WHERE id = {nth}", draw(st.none() | texts))
        case "word":
            return sql("INSERT OR REPLACE INTO word VALUES (?, ?)", text, number)
        case "meta":
            return sql("INSERT OR REPLACE INTO meta VALUES (?, ?)", draw(texts), text)
        case _:
            score = draw(st.floats(allow_nan=False, allow_infinity=False))
            return sql(f"INSERT OR REPLACE INTO companion SELECT id, 0, id, ? FROM product WHERE id = {nth}", score)


_columns: list[tuple[str]] = []


@pytest.fixture(autouse=True)
def _know_columns(base: bytes) -> None:
    if not _columns:
        _columns.extend(opened(base).execute("SELECT name FROM pragma_table_info('product')").fetchall())


@given(changes=st.lists(change(), max_size=12))
@settings(max_examples=60, deadline=None)
def test_any_change_leads_to_the_same_rows(base: bytes, changes: list[Change]) -> None:
    leads_there(base, *changes)


def test_no_change_is_next_to_nothing(base: bytes) -> None:
    assert len(leads_there(base)) < 40


def test_a_price_is_a_few_bytes_and_unit_prices_follow_it(base: bytes) -> None:
    def dearer(connection: Db) -> None:
        connection.execute(
            "UPDATE product SET price = price * 2, unit_price = unit_price * 2, base_price = base_price * 2"
        )

    # Ids and prices of 22 products, and nearly nothing for 44 prices by the unit.
    assert len(leads_there(base, dearer)) < 130


def test_a_text_is_told_by_its_difference(base: bytes) -> None:
    long = "a spare part for what nobody has at home any more, in all sizes " * 3

    def longer(connection: Db) -> None:
        connection.execute("UPDATE product_text SET description = ? || id || description", (long,))

    first, second = opened(base), opened(base)
    longer(first)
    changed = first.serialize("main")
    assert len(
        leads_there(changed, sql("UPDATE product_text SET description = description || '!' WHERE id % 2 = 0"))
    ) < (len(leads_there(base, longer)) * 0.8)
    second.close()


def test_counts_of_words_are_left_out_where_the_texts_explain_them(base: bytes) -> None:
    where = wordcount.places(
        tuple(name for (name,) in opened(base).execute("SELECT name FROM pragma_table_info('product_text')"))
    )

    def renamed(connection: Db) -> None:
        before = connection.execute("SELECT * FROM product_text WHERE id % 3 = 0").fetchall()
        connection.execute("UPDATE product_text SET name = name || ' quokka numbat' WHERE id % 3 = 0")
        after = connection.execute("SELECT * FROM product_text WHERE id % 3 = 0").fetchall()
        found = wordcount.changes(connection, "main", where, before, after)
        wordcount.enter(connection, found, Fingerprint())

    explained = leads_there(base, renamed)
    other = leads_there(base, renamed, sql("UPDATE word SET products = products + 1 WHERE word = 'quokka'"))
    assert len(explained) < len(other)


# --- barcodes that change hands ---------------------------------------------------------------------------------------


def _swap(connection: Db) -> None:
    first, second = connection.execute("SELECT id, gtin FROM product WHERE gtin IS NOT NULL LIMIT 2").fetchall()
    connection.execute("UPDATE product SET gtin = NULL WHERE id = ?", (first[0],))
    connection.execute("UPDATE product SET gtin = ? WHERE id = ?", (first[1], second[0]))
    connection.execute("UPDATE product SET gtin = ? WHERE id = ?", (second[1], first[0]))


def test_a_barcode_may_move_to_a_product_that_is_told_earlier(base: bytes) -> None:
    def move(connection: Db) -> None:
        first, second = connection.execute("SELECT id, gtin FROM product WHERE gtin IS NOT NULL LIMIT 2").fetchall()
        connection.execute("UPDATE product SET gtin = NULL, price = 5 WHERE id = ?", (second[0],))
        connection.execute("UPDATE product SET gtin = ? WHERE id = ?", (second[1], first[0]))

    leads_there(base, move)


def test_two_products_that_swap_barcodes_are_told_by_no_patchset(base: bytes) -> None:
    data, _ = made(base, _swap)
    with pytest.raises(CatalogError, match="two rows claim the same value"):
        applied(base, data)


# --- what cannot be ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (sql("CREATE TABLE more (id INTEGER PRIMARY KEY)"), "tables are not the same"),
        (sql("DROP TRIGGER product_text_added"), "tables are not the same"),
        (sql("PRAGMA user_version = 99"), "tables are not the same"),
        (sql("UPDATE product SET description = 'a' || char(0) || 'b' WHERE id % 2"), "NUL"),
    ],
)
def test_what_no_patchset_can_tell(base: bytes, change: Change, told: str) -> None:
    with pytest.raises(CatalogError, match=told):
        made(base, change)


def test_too_many_changes(base: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patchset, "MOST_ROWS", 5)
    with pytest.raises(CatalogError, match="more than 5 rows differ"):
        made(base, sql("UPDATE product SET price = price + 1"))


@pytest.fixture(scope="module")
def rich(base: bytes) -> tuple[bytes, str]:
    """A patchset with all kinds of changes, and the fingerprint that it leads to."""
    data, wanted = made(
        base,
        sql("UPDATE product SET price = price + 30 WHERE id % 2"),
        sql("UPDATE product_text SET description = description || ' and more' WHERE id % 3 = 0"),
        sql("DELETE FROM word WHERE products = 1"),
        sql("INSERT INTO product_key SELECT 'another key', id FROM product"),
        sql("UPDATE meta SET value = 'v2' WHERE key = 'version'"),
    )
    return data, fingerprint.of_catalog(wanted)


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_damaged_patchsets_are_refused_or_noticed(base: bytes, rich: tuple[bytes, str], data: st.DataObject) -> None:
    good, wanted = rich
    bad = bytearray(good)
    for _ in range(data.draw(st.integers(1, 3))):
        bad[data.draw(st.integers(0, len(bad) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    cut = bytes(bad[: data.draw(st.one_of(st.just(len(bad)), st.integers(0, len(bad))))])
    try:
        copy, followed = applied(base, cut)
    except (CatalogError, apsw.Error):
        return
    # Some bits of the packing say nothing; what passes for good has to be good.
    assert followed != wanted or fingerprint.of_catalog(copy) == wanted


@given(st.binary(max_size=200))
def test_noise_is_no_patchset(base: bytes, noise: bytes) -> None:
    for data in (noise, b"AWP1" + noise, b"AWP1" + len(noise).to_bytes(4, "big") + noise):
        with pytest.raises(CatalogError, match="damaged"):
            applied(base, data)


def test_a_patchset_for_other_rows_is_noticed(base: bytes, rich: tuple[bytes, str]) -> None:
    connection = opened(base)
    connection.execute("UPDATE product SET stock = stock + 1 WHERE id % 2")
    other = connection.serialize("main")
    assert applied(other, rich[0])[1] != rich[1]
    connection.execute("DELETE FROM product WHERE id % 2")
    with pytest.raises(CatalogError, match="does not fit"):
        applied(connection.serialize("main"), rich[0])


# --- parts ------------------------------------------------------------------------------------------------------------


@given(st.lists(st.one_of(st.integers(-300, 300), st.integers(-(1 << 64), 1 << 64))), st.lists(st.floats()))
def test_numbers_come_back(integers: list[int], reals: list[float]) -> None:
    writer = Writer()
    for integer in integers:
        writer.integer(integer)
    for real in reals:
        writer.real(real)
    read = Numbers(writer.packed())
    assert [read.integer() for _ in integers] == integers
    assert [repr(read.real()) for _ in reals] == [repr(real) for real in reals]
    read.end()


@given(st.lists(texts), st.binary(max_size=100))
def test_texts_come_back(given_texts: list[str], known: bytes) -> None:
    assert unpack_texts(pack_texts(given_texts, known), known) == given_texts


def test_a_fingerprint_knows_no_order_and_follows_changes(base: bytes) -> None:
    rows = [(number, f"text {number}", None, number / 7, b"\xff") for number in range(50)]
    shuffled = random.Random(1).sample(rows, len(rows))
    one, two = Fingerprint(), Fingerprint()
    one.add("t", rows)
    two.add("t", shuffled[:30])
    two.add("t", shuffled[20:])
    assert str(one) != str(two)
    two.take("t", shuffled[20:30])
    assert str(one) == str(two)


@pytest.mark.parametrize(
    ("first", "second"),
    [((1, "2"), (1, 2)), (("a", "b"), ("ab", "")), ((None,), ("None",)), ((1.0,), (1,)), (("é",), ("e\u0301",))],
)
def test_a_fingerprint_tells_rows_apart(first: tuple[object, ...], second: tuple[object, ...]) -> None:
    one, two, three = Fingerprint(), Fingerprint(), Fingerprint()
    one.add("t", [first])
    two.add("t", [second])
    three.add("u", [first])
    assert len({str(one), str(two), str(three)}) == 3


def test_a_fingerprint_does_not_see_how_the_file_is_laid_out(base: bytes) -> None:
    connection = opened(base)
    before = fingerprint.of_catalog(connection)
    connection.execute("CREATE TABLE filler (id INTEGER PRIMARY KEY, text TEXT)")
    connection.execute("INSERT INTO filler SELECT id, description FROM product_text")
    connection.execute("DROP TABLE filler")
    connection.execute("INSERT INTO product_fts(product_fts) VALUES('optimize')")
    connection.execute("ANALYZE")
    assert fingerprint.of_catalog(connection) == before
    connection.execute("CREATE INDEX another ON product (price)")
    assert fingerprint.of_catalog(connection) != before
