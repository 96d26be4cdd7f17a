from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from local_catalog import Catalog, CatalogError


@pytest.fixture
def copy(tmp_path: Path, small_file: Path) -> Path:
    return Path(shutil.copy(small_file, tmp_path / "catalog.db"))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"nowhere\.db: there is no catalog; sync it again or build one"):
        Catalog.open(tmp_path / "nowhere.db")
    with pytest.raises(CatalogError, match="there is no catalog"):
        Catalog.open(tmp_path)


@pytest.mark.parametrize(
    "content", [b"", b"no database at all, only words" * 100, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_what_is_no_catalog(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "catalog.db"
    path.write_bytes(content)
    with pytest.raises(CatalogError) as error:
        Catalog.open(path)
    assert str(path) in str(error.value)
    assert "sync it again" in str(error.value)
    assert "\n" not in str(error.value)


def test_another_database(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE thing (id)")
    with pytest.raises(CatalogError, match="is not a catalog file"):
        Catalog.open(path)


@pytest.mark.parametrize(
    ("version", "told"), [(99, "newer than the 2 that this program reads; update"), (0, "no longer read")]
)
def test_another_format(copy: Path, version: int, told: str) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute(f"PRAGMA user_version={version}")
    with pytest.raises(CatalogError, match=told):
        Catalog.open(copy)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_cut_short(copy: Path, share: float) -> None:
    content = copy.read_bytes()
    copy.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(CatalogError, match="sync it again"):
        Catalog.open(copy)


def test_a_file_overwritten_in_the_middle_never_ends_in_a_traceback(copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 40_000] = b"\x5a" * 40_000
    copy.write_bytes(content)
    with pytest.raises(CatalogError, match="sync it again"):
        Catalog.open(copy)


def test_a_file_without_its_facts(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("DELETE FROM meta WHERE key = 'version'")
    with pytest.raises(CatalogError, match="damaged"):
        Catalog.open(copy)


def test_a_file_without_a_table(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("DROP TABLE store")
    with pytest.raises(CatalogError, match="cannot be read"):
        Catalog.open(copy)


def test_a_closed_catalog_says_so(copy: Path) -> None:
    catalog = Catalog.open(copy)
    catalog.search("milk")
    catalog.close()
    catalog.close()
    with pytest.raises(CatalogError, match="is closed"):
        catalog.search("milk")


def test_reading_leaves_no_trace(copy: Path) -> None:
    before = copy.read_bytes()
    copy.chmod(0o444)
    catalog = Catalog.open(copy)
    catalog.warm_up()
    assert catalog.search("milk").total > 0
    assert list(copy.parent.iterdir()) == [copy]
    assert copy.read_bytes() == before


def test_several_threads_at_once(small_file: Path) -> None:
    catalog = Catalog.open(small_file)
    queries = ["oat milk", "aa batteries", "papertowels", "led bulb", "chedar", "trash bags", "milk"]
    expected = {query: [hit.product.sku for hit in catalog.search(query).hits] for query in queries}
    wrong: list[object] = []
    start = threading.Barrier(6)

    def ask(shift: int) -> None:
        start.wait()
        for turn in range(40):
            query = queries[(turn + shift) % len(queries)]
            try:
                found = [hit.product.sku for hit in catalog.search(query).hits]
                if found != expected[query] or catalog.match_policy("where can I park")[0].policy.topic != "parking":
                    wrong.append((query, found))
                catalog.complete("oat")
                catalog.goes_with("100001")
            except Exception as error:
                wrong.append(error)
                raise

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    catalog.close()
