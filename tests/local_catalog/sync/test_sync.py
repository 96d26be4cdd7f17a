from __future__ import annotations

import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from local_catalog import Catalog, CatalogError, schema
from local_catalog.publishing import publish, set_share
from local_catalog.sync import Outcome, check_catalog
from local_catalog.sync.decision import Held, Listing, Release, Stay, decide, in_share
from tests.local_catalog.sync.hq import NOW, Hq, Kiosk, Server, accept, edit, price


def test_the_first_catalog_comes_by_snapshot_then_patchsets_follow(hq: Hq, server: Server, kiosk: Kiosk) -> None:
    hq.publish()
    first = kiosk.sync()
    assert (first.outcome, first.version, first.before) == (Outcome.UPDATED, "v1", None)
    assert "v1 by snapshot" in first.message
    assert kiosk.version == "v1"

    again = kiosk.sync()
    assert (again.outcome, again.message) == (Outcome.UP_TO_DATE, "up to date: version v1")
    assert again.bytes < 1000

    hq.publish()
    second = kiosk.sync()
    assert (second.outcome, second.before, second.version) == (Outcome.UPDATED, "v1", "v2")
    assert "v1 -> v2 by patchset" in second.message
    assert second.bytes < 4000 < first.bytes
    assert server.asked(".db.zst") == 1
    assert kiosk.version == "v2"
    path = kiosk.folder.current()
    assert path is not None
    with closing(Catalog.open(path)) as catalog:
        product = catalog.product("100001")
        assert product is not None
        assert product.price.minor == 102


def test_a_kiosk_that_slept_takes_a_chain_of_patchsets(hq: Hq, server: Server, kiosk: Kiosk) -> None:
    hq.publish()
    kiosk.sync()
    for _ in range(4):
        hq.publish()
    report = kiosk.sync()
    assert "v1 -> v5 by patchset" in report.message
    assert server.asked(".patch") == 4
    assert kiosk.version == "v5"
    assert kiosk.folder.audit() is None


def test_a_kiosk_that_slept_too_long_takes_the_snapshot(hq: Hq, server: Server, kiosk: Kiosk) -> None:
    hq.publish()
    kiosk.sync()
    for _ in range(4):
        hq.publish(keep=2)
    assert "v1 -> v5 by snapshot" in kiosk.sync().message
    assert server.asked(".patch") == 0
    assert kiosk.folder.audit() is None


def test_both_ways_lead_to_the_same_rows(tmp_path: Path, hq: Hq, server: Server, kiosk: Kiosk) -> None:
    hq.publish()
    kiosk.sync()
    hq.publish(
        price("100002", 777),
        "DELETE FROM offer WHERE product IN (SELECT id FROM product WHERE sku = '100003')",
        "DELETE FROM product_text WHERE id IN (SELECT id FROM product WHERE sku = '100003')",
        "DELETE FROM product WHERE sku = '100003'",
        "UPDATE product_text SET description = description || ' zanzibar' WHERE id % 2 = 0",
    )
    other = Kiosk(tmp_path / "other", hq.root, server.url)
    assert "by patchset" in kiosk.sync().message
    assert "by snapshot" in other.sync().message
    one, two = kiosk.folder.status().current, other.folder.status().current
    assert one is not None
    assert two is not None
    assert one.rows == two.rows
    for folder in (kiosk.folder, other.folder):
        assert folder.audit() is None
        path = folder.current()
        assert path is not None
        with closing(Catalog.open(path)) as catalog:
            assert catalog.product("100003") is None
            assert catalog.search("zanzibar").total > 0


def test_an_open_catalog_goes_on_being_served(hq: Hq, kiosk: Kiosk) -> None:
    hq.publish()
    kiosk.sync()
    path = kiosk.folder.current()
    assert path is not None
    with closing(Catalog.open(path)) as catalog:
        for _ in range(3):
            hq.publish()
            kiosk.sync()
        assert not path.exists()
        assert catalog.search("milk").total > 0
        assert catalog.info.version == "v1"


def test_only_a_share_of_kiosks_takes_it_until_hq_widens_it(hq: Hq, kiosk: Kiosk) -> None:
    kiosk.kiosk_id = next(name for number in range(100) if not in_share(name := f"k{number}", "v2", 50))
    hq.publish()
    kiosk.sync()
    hq.publish(share=50)
    held = kiosk.sync()
    assert (held.outcome, held.version) == (Outcome.HELD_BACK, "v1")
    assert held.message == "version v2 goes to 50 % of kiosks first, not to this one yet"
    assert held.ok
    files = {path.name for path in (hq.public / "targets").iterdir()}
    set_share(hq.public, hq.keys, 100, now=hq.now)
    assert {path.name for path in (hq.public / "targets").iterdir()} == files
    assert kiosk.sync().version == "v2"


def test_a_kiosk_behind_takes_the_last_version_for_all_while_the_newest_is_held_back(hq: Hq, kiosk: Kiosk) -> None:
    kiosk.kiosk_id = next(name for number in range(100) if not in_share(name := f"k{number}", "v3", 10))
    hq.publish()
    kiosk.sync()
    hq.publish()
    hq.publish(share=10)
    assert kiosk.sync().version == "v2"
    assert kiosk.sync().outcome is Outcome.HELD_BACK


def test_a_version_that_fails_its_check_is_left_and_not_tried_again(hq: Hq, server: Server, kiosk: Kiosk) -> None:
    def strict(_: Path) -> None:
        raise CatalogError("no salmon in it")

    hq.publish()
    kiosk.sync()
    hq.publish()
    bad = kiosk.sync(self_check=strict)
    assert (bad.outcome, bad.version) == (Outcome.BAD, "v1")
    assert bad.message == "version v2 is not served: it failed its check: no salmon in it"
    before = len(server.requests)
    skipped = kiosk.sync()
    assert skipped.outcome is Outcome.SKIPPED
    assert "no salmon in it" in skipped.message
    assert not any("targets" in path and "json" not in path for path, _ in server.requests[before:])
    hq.publish()
    assert kiosk.sync().version == "v3"
    assert kiosk.folder.status().bad == {}


def test_a_check_that_breaks_is_a_check_that_failed(hq: Hq, kiosk: Kiosk) -> None:
    def broken(_: Path) -> None:
        raise ZeroDivisionError

    hq.publish()
    report = kiosk.sync(self_check=broken)
    assert (report.outcome, report.version) == (Outcome.BAD, None)
    assert "ZeroDivisionError" in report.message


def test_staff_go_back_and_the_next_version_comes_again(hq: Hq, kiosk: Kiosk) -> None:
    hq.publish()
    kiosk.sync()
    hq.publish()
    kiosk.sync()
    back = kiosk.folder.rollback("prices are wrong")
    assert (back.version, kiosk.version) == ("v1", "v1")
    skipped = kiosk.sync()
    assert (skipped.outcome, skipped.version) == (Outcome.SKIPPED, "v1")
    assert "prices are wrong" in skipped.message
    with pytest.raises(CatalogError, match="no version to go back to"):
        kiosk.folder.rollback()
    hq.publish()
    assert kiosk.sync().version == "v3"


def test_half_of_the_products_gone_is_refused_unless_hq_says_so(hq: Hq, kiosk: Kiosk) -> None:
    gone = [
        f"DELETE FROM {table} WHERE {column} NOT IN (SELECT id FROM product ORDER BY id LIMIT 10)"
        for table, column in {
            "offer": "product",
            "product_key": "product",
            "product_text": "id",
            "product": "id",
        }.items()
    ]
    hq.publish()
    with pytest.raises(CatalogError, match="if that is meant, say so"):
        hq.publish(*gone)
    hq.publish(fewer=True)
    assert kiosk.sync().version == "v3"


def test_the_kiosk_refuses_it_too(hq: Hq, kiosk: Kiosk) -> None:
    few = Release(2, "v2", "b" * 64, 2, 400, 100, False, "2.db.zst", 1, 1)
    told = decide(Listing((few,), ()), Held(1, "v1", "a" * 64, 1000), {}, kiosk_id="k", reads=2)
    assert isinstance(told, Stay)
    assert told.outcome is Outcome.REFUSED
    assert "only 400 products" in told.message


def test_hq_takes_a_bad_version_back_by_publishing_the_old_one(hq: Hq, kiosk: Kiosk, tmp_path: Path) -> None:

    hq.publish()
    old = shutil.copy(hq.catalog, tmp_path / "old.db")
    kiosk.sync()
    hq.publish()
    kiosk.sync()
    with pytest.raises(CatalogError, match="older than what is published"):
        publish(Path(old), hq.public, hq.keys, now=hq.now, self_check=accept)
    report = publish(Path(old), hq.public, hq.keys, now=hq.now, older=True, self_check=accept)
    assert report.number == 3
    assert "v2 -> v1 by patchset" in kiosk.sync().message


def test_a_factory_catalog_is_built_upon(hq: Hq, server: Server, kiosk: Kiosk) -> None:
    hq.publish()
    kiosk.folder.adopt(hq.catalog, now=NOW)
    assert kiosk.version == "v1"
    hq.publish()
    assert "v1 -> v2 by patchset" in kiosk.sync().message
    assert server.asked(".db.zst") == 0


def test_a_factory_catalog_of_another_make_is_replaced(hq: Hq, kiosk: Kiosk) -> None:
    kiosk.folder.adopt(hq.catalog, now=NOW)
    hq.publish()
    hq.publish()
    assert "by snapshot" in kiosk.sync().message


def test_a_kiosk_that_was_not_set_up(tmp_path: Path, server: Server, hq: Hq) -> None:
    hq.publish()
    report = Kiosk(tmp_path / "bare", None, server.url).sync()
    assert report.outcome is Outcome.FAILED
    assert "set it up with HQ's root.json" in report.message


def test_an_address_that_is_none(kiosk: Kiosk, hq: Hq) -> None:
    hq.publish()
    for url in ("", "ftp://hq", "/srv/catalog", "http://", "https://[::"):
        kiosk.url = url
        report = kiosk.sync()
        assert report.outcome in (Outcome.FAILED, Outcome.UNREACHABLE), url
        assert "\n" not in report.message


def test_a_newer_format_asks_for_a_newer_program(hq: Hq, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    hq.publish()
    kiosk.sync()
    newer = schema.SCHEMA_VERSION + 1
    monkeypatch.setattr(schema, "SCHEMA_VERSION", newer)
    edit(hq.catalog, f"PRAGMA user_version={newer}")
    hq.publish()
    monkeypatch.undo()
    report = kiosk.sync()
    assert (report.outcome, report.version) == (Outcome.TOO_NEW, "v1")
    assert "update the program" in report.message


def test_progress_and_the_default_check(hq: Hq, kiosk: Kiosk) -> None:
    seen: list[tuple[str, int, int]] = []
    hq.publish(self_check=check_catalog)
    report = kiosk.sync(self_check=check_catalog, progress=lambda *told: seen.append(told))
    assert report.outcome is Outcome.UPDATED
    assert {what for what, _, _ in seen} == {"load", "check"}
    assert all(0 <= done <= of for _, done, of in seen)


def test_status_tells_when_hq_was_last_seen(hq: Hq, kiosk: Kiosk) -> None:
    hq.publish()
    later = NOW + timedelta(days=1)
    kiosk.sync(now=later)
    status = kiosk.folder.status()
    assert status.checked_at == later.isoformat()
    assert status.signed_at == hq.now.isoformat()
