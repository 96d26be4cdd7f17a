from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from local_catalog import Catalog, CatalogError, schema
from local_catalog.migrate import migrated
from local_catalog.sync import CatalogFolder, Outcome, check_catalog
from tests.local_catalog.sync.hq import Hq, Kiosk, edit


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A catalog of format 1."""
    path = tmp_path / "old.db"
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute((Path(__file__).parent / "format1.sql").read_text())
    return path


def layout(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Tables with their columns, indexes and triggers, in whatever words they were made."""
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
        found = {
            name: sorted(
                connection.execute('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', (name,)).fetchall()
            )
            for (name,) in connection.execute(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual', 'view') "
                "AND name NOT LIKE 'sqlite%'"
            )
        }
        found["indexes"] = connection.execute(
            "SELECT tbl_name, (SELECT group_concat(name) FROM pragma_index_info(s.name)) FROM sqlite_schema s "
            "WHERE type = 'index' ORDER BY 1, 2"
        ).fetchall()
        found["triggers"] = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY 1"
        ).fetchall()
    return found


def test_an_old_catalog_comes_to_the_format_that_is_built_now(old: Path, small_file: Path, tmp_path: Path) -> None:
    before = old.read_bytes()
    new = migrated(old, into=tmp_path / "cache")
    assert layout(new) == layout(small_file)
    assert old.read_bytes() == before
    check_catalog(new)
    with closing(Catalog.open(new)) as catalog:
        assert catalog.info.schema == schema.SCHEMA_VERSION
        product = catalog.product("100001")
        assert product is not None
        assert product.name == "Whole Milk"
        assert catalog.search("whole milk").hits[0].product.sku == "100001"
        assert "Whole Milk" in catalog.complete("whole")
        assert catalog.offers() or catalog.popular()


def test_a_copy_is_made_once(old: Path, tmp_path: Path) -> None:
    new = migrated(old, into=tmp_path / "cache")
    made = new.stat().st_mtime_ns
    assert migrated(old, into=tmp_path / "cache") == new
    assert new.stat().st_mtime_ns == made
    edit(old, "UPDATE product SET price = 4711 WHERE sku = '100001'")
    newer = migrated(old, into=tmp_path / "cache")
    assert newer != new
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [newer.name]


def test_what_needs_no_migration_stays_where_it_is(small_file: Path, tmp_path: Path) -> None:
    assert migrated(small_file, into=tmp_path / "cache") == small_file
    assert not (tmp_path / "cache").exists()


def test_a_newer_catalog_is_refused_with_the_remedy(small_file: Path, tmp_path: Path) -> None:
    newer = Path(shutil.copy(small_file, tmp_path / "newer.db"))
    edit(newer, "PRAGMA user_version = 99")
    with pytest.raises(CatalogError, match=r"newer than the .* update the program"):
        Catalog.open(migrated(newer, into=tmp_path / "cache"))


def test_what_is_no_catalog_is_told_by_opening_it(tmp_path: Path) -> None:
    words = tmp_path / "words.db"
    words.write_bytes(b"only words " * 1000)
    with pytest.raises(CatalogError, match="sync it again"):
        Catalog.open(migrated(words, into=tmp_path / "cache"))


def test_a_missing_or_damaged_one(old: Path, tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="cannot be brought to the current format"):
        migrated(tmp_path / "nowhere.db", into=tmp_path / "cache")
    old.write_bytes(old.read_bytes()[:20_000])
    with pytest.raises(CatalogError):
        Catalog.open(migrated(old, into=tmp_path / "cache"))
    assert not list(tmp_path.glob("cache/*"))


def test_a_full_disk_leaves_nothing_behind(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CatalogError, match="No space left"):
        migrated(old, into=tmp_path / "cache")
    assert not list((tmp_path / "cache").iterdir())


def test_a_kiosk_newer_than_its_hq_goes_on_by_patchset(
    old: Path, hq: Hq, kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file stays as HQ made it, so that patchsets fit; what is opened is a migrated copy."""
    shutil.copy(old, hq.catalog)
    monkeypatch.setattr(schema, "SCHEMA_VERSION", 1)
    hq.publish()
    monkeypatch.undo()
    assert kiosk.sync(self_check=check_catalog).version == "v1"
    monkeypatch.setattr(schema, "SCHEMA_VERSION", 1)
    hq.publish("UPDATE product SET price = 4711 WHERE sku = '100001'")
    monkeypatch.undo()
    report = kiosk.sync(self_check=check_catalog)
    assert report.outcome is Outcome.UPDATED
    assert "v1 -> v2 by patchset" in report.message
    path = CatalogFolder(kiosk.folder.path).current()
    assert path is not None
    with closing(Catalog.open(migrated(path, into=tmp_path / "cache"))) as catalog:
        product = catalog.product("100001")
        assert product is not None
        assert product.price.minor == 4711
