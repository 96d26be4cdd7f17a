from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy

from local_catalog.live import Article, LiveError, LiveOptions, Reading, SqlSettings, SqlSource
from tests.local_catalog.live.conftest import SYNCED_AT, Clock, live, synced

QUERY = "SELECT sku, on_hand AS stock, price FROM stock WHERE sku = :sku"
MANY = "SELECT sku, on_hand AS stock, price FROM stock WHERE sku IN :skus"


async def ask(settings: SqlSettings, *skus: str) -> dict[str, Reading | LiveError]:
    source = SqlSource(settings)
    try:
        return dict(await source.ask([Article(sku, "4006381333931") for sku in skus]))
    finally:
        await source.close()


@pytest.fixture(scope="module")
def filled(postgres: str) -> Iterator[str]:
    engine = sqlalchemy.create_engine(postgres)
    with engine.begin() as connection:
        connection.execute(
            sqlalchemy.text("CREATE TABLE stock (sku text PRIMARY KEY, on_hand int, price numeric(8, 2))")
        )
        connection.execute(sqlalchemy.text("INSERT INTO stock VALUES ('a', 3, 2.49), ('b', 0, 10), ('c', -2, 1)"))
    yield postgres
    engine.dispose()


@pytest.fixture
def sqlite_file(tmp_path: Path) -> str:
    path = tmp_path / "till.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE stock (sku TEXT PRIMARY KEY, on_hand INTEGER, price REAL)")
    connection.execute("INSERT INTO stock VALUES ('a', 3, 2.49), ('b', 0, 10), ('c', -2, 1)")
    connection.commit()
    connection.close()
    return f"sqlite:///{path}"


@pytest.mark.parametrize("query", [QUERY, MANY])
@pytest.mark.parametrize("database", ["postgres", "sqlite"])
async def test_stock_and_price(database: str, query: str, request: pytest.FixtureRequest) -> None:
    url = request.getfixturevalue("filled" if database == "postgres" else "sqlite_file")
    found = await ask(SqlSettings(url, query), "a", "b", "c", "none", "x' OR '1'='1")
    assert found.keys() == {"a", "b", "c"}
    assert (found["a"], found["b"]) == (Reading(3, 249), Reading(0, 1000))
    assert isinstance(found["c"], LiveError)


async def test_by_barcode_and_in_minor_units(sqlite_file: str) -> None:
    query = "SELECT 5 AS stock, 115 AS price WHERE :gtin = '4006381333931'"
    assert await ask(SqlSettings(sqlite_file, query, price_in="minor"), "a") == {"a": Reading(5, 115)}


async def test_nothing_can_be_changed(filled: str, sqlite_file: str) -> None:
    with pytest.raises(LiveError, match="only a SELECT"):
        SqlSource(SqlSettings(filled, "DELETE FROM stock WHERE sku = :sku"))
    sneaky = "WITH gone AS (DELETE FROM stock WHERE sku = :sku RETURNING 1) SELECT 1 AS stock FROM gone"
    with pytest.raises(LiveError, match="ReadOnlySqlTransaction"):
        await ask(SqlSettings(filled, sneaky), "a")
    assert (await ask(SqlSettings(filled, QUERY), "a"))["a"] == Reading(3, 249)


@pytest.mark.parametrize(
    "settings",
    [
        SqlSettings("sqlite://", "SELECT 1 AS stock"), SqlSettings("sqlite://", "SELECT :sku, :password"),
        SqlSettings("no address", QUERY),
        SqlSettings("nodb://u:hunter2@h/d", QUERY), SqlSettings("sqlite://", QUERY, most=0),
        SqlSettings("oracle+cx_oracle://u:hunter2@h/d", QUERY),
    ],
)  # fmt: skip
def test_wrong_settings_are_refused(settings: SqlSettings) -> None:
    with pytest.raises(LiveError, match="live") as refused:
        SqlSource(settings)
    assert "hunter2" not in str(refused.value)


async def test_errors_name_the_database_and_no_password(tmp_path: Path, postgres: str) -> None:
    wrong = postgres.replace("postgres@", "nobody:hunter2@")
    for url, query in (
        (wrong, QUERY),
        (f"sqlite:///{tmp_path}/none/x.db", QUERY),
        ("sqlite://", "SELECT 1 WHERE :sku ~ 1"),
    ):
        with pytest.raises(LiveError, match="cannot be asked") as refused:
            await ask(SqlSettings(url, query), "a")
        assert "hunter2" not in str(refused.value)
    with pytest.raises(LiveError, match="neither stock nor price"):
        await ask(SqlSettings("sqlite://", "SELECT 1 AS pieces WHERE :sku = 'a'"), "a")


async def test_a_database_that_hangs_holds_nobody(filled: str, clock: Clock) -> None:
    query = "SELECT 1 AS stock FROM pg_sleep(5) WHERE :sku <> ''"
    figures = live(SqlSource(SqlSettings(filled, query)), clock, LiveOptions(deadline=0.05, give_up=0.3))
    before = threading.active_count()
    for _ in range(12):
        found = await asyncio.gather(*(figures.figure(synced(f"s{number}")) for number in range(5)))
        assert all(figure.as_of == SYNCED_AT and not figure.live for figure in found)
        clock.ahead += 31
        await asyncio.sleep(0.02)
        assert threading.active_count() - before <= 4
    while figures.state()[0] != "down":  # noqa: ASYNC110 - its threads tell nobody
        await asyncio.sleep(0.01)
    await figures.close()


async def test_a_connection_that_broke_is_made_anew(filled: str) -> None:
    source = SqlSource(SqlSettings(filled, QUERY))
    assert (await source.ask([Article("a")]))["a"] == Reading(3, 249)
    engine = sqlalchemy.create_engine(filled)
    with engine.connect() as connection:
        others = "pg_stat_activity WHERE pid <> pg_backend_pid() AND usename IS NOT NULL"
        connection.execute(sqlalchemy.text(f"SELECT pg_terminate_backend(pid) FROM {others}"))
    engine.dispose()
    assert (await source.ask([Article("a")]))["a"] == Reading(3, 249)
    await source.close()
