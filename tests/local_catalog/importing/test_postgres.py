"""A real PostgreSQL server, where Debian's is installed."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from local_catalog import CatalogError
from tests.local_catalog.importing.conftest import FULL, Shop

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(not BINARIES, reason="PostgreSQL is not installed (apt install postgresql)"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a database of its own; the server refuses to run as root, so it runs as postgres then."""
    user = "postgres" if os.geteuid() == 0 else None
    # The folder of the tests is closed to other users.
    folder = tmp_path_factory.mktemp("pg") if user is None else Path(tempfile.mkdtemp(prefix="pg-"))
    if user is not None:
        shutil.chown(folder, user, pwd.getpwnam(user).pw_gid)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    binaries = BINARIES[-1].parent
    (password := folder / "password").write_text("s3cret")
    password.chmod(0o644)

    def run(*command: str) -> None:
        subprocess.run(command, user=user, check=True, capture_output=True, timeout=60, cwd=folder)

    run(
        f"{binaries}/initdb",
        "-D",
        f"{folder}/data",
        "-U",
        "shop",
        "--pwfile",
        str(password),
        "-A",
        "scram-sha-256",
        "-E",
        "UTF8",
    )
    options = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c fsync=off"
    run(f"{binaries}/pg_ctl", "-D", f"{folder}/data", "-l", f"{folder}/log", "-o", options, "-w", "start")
    try:
        yield f"postgresql://shop:s3cret@127.0.0.1:{port}/postgres"
    finally:
        run(f"{binaries}/pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def goods(server: str) -> str:
    with psycopg.connect(server) as connection:
        connection.execute(
            "CREATE TABLE goods (sku text, name text, brand text, category text, size text, price numeric(10, 2), "
            "ean bigint, stock integer, place text)"
        )
        connection.execute(
            "INSERT INTO goods SELECT 'S' || n, 'Thing ' || n, 'Maker', 'Home > Things', '1 kg', n / 100.0, NULL, "
            "n % 9, (n % 20) || '-1-1' FROM generate_series(1, 5000) n"
        )
        connection.execute("UPDATE goods SET name = 'Café crème', ean = 4006381333931 WHERE sku = 'S7'")
    return server


def test_a_table_is_streamed(shop: Shop, goods: str) -> None:
    seen: list[int] = []
    report = shop.take_from(goods, FULL + '[source]\ntable = "goods"\n', progress=lambda done, _: seen.append(done))
    assert (report.rows, report.products, report.rejected) == (5000, 5000, 0)
    assert seen == sorted(seen)
    coffee = shop.product("S7")
    assert (coffee.name, coffee.gtin, coffee.price.minor, coffee.stock) == ("Café crème", "4006381333931", 7, 7)
    assert "s3cret" not in report.text() + report.html()


def test_a_query(shop: Shop, goods: str) -> None:
    query = (
        "SELECT sku, upper(name) AS name, brand, category, size, price, ean, stock, place FROM goods WHERE price > 49"
    )
    report = shop.take_from(goods, FULL + f'[source]\nquery = "{query}"\n')
    assert report.products == 100
    assert shop.product("S5000").name == "THING 5000"


def test_a_store_is_only_read(shop: Shop, goods: str) -> None:
    for query in ("DELETE FROM goods RETURNING *", "SELECT nothing FROM goods"):
        with pytest.raises(CatalogError, match="cannot be read") as error:
            shop.take_from(goods, FULL + f'[source]\nquery = "{query}"\n')
        assert "s3cret" not in str(error.value)
    with psycopg.connect(goods) as connection:
        assert connection.execute("SELECT COUNT(*) FROM goods").fetchone() == (5000,)


def test_a_wrong_password_is_told_without_it(shop: Shop, goods: str) -> None:
    with pytest.raises(CatalogError, match="password authentication failed") as error:
        shop.take_from(goods.replace("s3cret", "wr0ng"), FULL + '[source]\ntable = "goods"\n')
    assert "wr0ng" not in str(error.value)
