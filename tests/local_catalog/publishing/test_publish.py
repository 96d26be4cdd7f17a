from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from local_catalog import CatalogError
from local_catalog.publishing import publish, refresh, set_share
from local_catalog.sync import Outcome, check_catalog
from tests.local_catalog.sync.hq import Hq, Kiosk, accept, edit, price


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_what_is_published_are_static_files_that_anybody_may_read(hq: Hq) -> None:
    report = hq.publish(self_check=check_catalog)
    assert (report.number, report.new, report.patchset_bytes) == (1, True, None)
    assert "no patchset: the first one" in report.message
    names = set(everything(hq.public))
    assert {
        "metadata/1.root.json",
        "metadata/1.targets.json",
        "metadata/1.snapshot.json",
        "metadata/timestamp.json",
    } < names
    for path in hq.public.rglob("*"):
        if path.is_file() and path.name != "lock":
            assert path.stat().st_mode & 0o777 == 0o644, path
    report = hq.publish()
    assert report.patchset_bytes is not None
    assert report.patchset_bytes < report.snapshot_bytes
    assert "PRIVATE" not in str(everything(hq.public))


def test_the_same_again_changes_nothing(hq: Hq) -> None:
    hq.publish()
    before = everything(hq.public)
    again = publish(hq.catalog, hq.public, hq.keys, now=hq.now, self_check=accept)
    assert (again.new, again.number) == (False, 1)
    assert "published already" in again.message
    assert everything(hq.public) == before


def test_another_content_under_the_same_name_is_refused(hq: Hq) -> None:
    hq.publish()
    before = everything(hq.public)
    edit(hq.catalog, price("100001", 4711))
    with pytest.raises(CatalogError, match="a different catalog was published as version v1"):
        publish(hq.catalog, hq.public, hq.keys, now=hq.now, self_check=accept)
    assert everything(hq.public) == before


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE meta SET value = '../../etc/passwd' WHERE key = 'version'", "no name of a version"),
        ("UPDATE meta SET value = '' WHERE key = 'version'", "no name of a version"),
        ("PRAGMA user_version = 1", "format"),
        ("PRAGMA application_id = 5", "is not a catalog file"),
        ("DELETE FROM meta WHERE key = 'synced_at'", "synced_at"),
        ("UPDATE meta SET value = 'yesterday' WHERE key = 'synced_at'", "synced_at"),
        ("INSERT INTO product_fts(product_fts) VALUES('delete-all')", "cannot be read"),
        ("DELETE FROM product_text", "search finds none"),
    ],
)
def test_a_catalog_that_is_not_fit_is_refused_and_nothing_changes(
    hq: Hq, tmp_path: Path, statement: str, told: str
) -> None:
    hq.publish()
    before = everything(hq.public)
    bad = Path(shutil.copy(hq.catalog, tmp_path / "bad.db"))
    edit(bad, "UPDATE meta SET value = 'v9' WHERE key = 'version'", statement)
    with pytest.raises(CatalogError, match=told) as error:
        publish(bad, hq.public, hq.keys, now=hq.now, self_check=check_catalog if "text" in statement else accept)
    assert "bad.db" in str(error.value)
    assert {name: data for name, data in everything(hq.public).items() if not name.startswith(".work")} == {
        name: data for name, data in before.items() if not name.startswith(".work")
    }


def test_a_file_that_is_no_catalog(hq: Hq, tmp_path: Path) -> None:
    bad = tmp_path / "words.db"
    bad.write_bytes(b"only words" * 1000)
    for path in (bad, tmp_path / "nowhere.db"):
        with pytest.raises(CatalogError, match=str(path)):
            publish(path, hq.public, hq.keys, now=hq.now)


@pytest.mark.parametrize("share", [-1, 101])
def test_a_share_that_cannot_be(hq: Hq, share: int) -> None:
    with pytest.raises(CatalogError, match="0 to 100"):
        hq.publish(share=share)
    with pytest.raises(CatalogError, match="0 to 100"):
        set_share(hq.public, hq.keys, share, now=hq.now)


def test_nothing_to_sign_anew(hq: Hq) -> None:
    for work in (lambda: refresh(hq.public, hq.keys, now=hq.now), lambda: set_share(hq.public, hq.keys, 5, now=hq.now)):
        with pytest.raises(CatalogError, match="nothing is published yet"):
            work()


def test_only_the_last_steps_and_the_newest_snapshot_are_listed(hq: Hq) -> None:
    for _ in range(6):
        hq.publish(keep=3)
    [newest] = sorted((hq.public / "metadata").glob("*.targets.json"), key=lambda path: -int(path.name.split(".")[0]))[
        :1
    ]
    listed = json.loads(newest.read_bytes())["signed"]["targets"]
    assert set(listed) == {"6.db.zst", "3-4.patch", "4-5.patch", "5-6.patch"}
    # Kiosks in the middle of a sync find what the last publications named.
    assert {path.name.split(".", 1)[1] for path in (hq.public / "targets").glob("*.db.zst")} == {
        "4.db.zst", "5.db.zst", "6.db.zst",
    }  # fmt: skip


def test_signing_anew_needs_the_online_key_only(hq: Hq, kiosk: Kiosk) -> None:
    hq.publish()
    kiosk.sync()
    for path in [*hq.keys.glob("root-*.pem"), *hq.keys.glob("targets-*.pem")]:
        path.unlink()
    later = hq.now + timedelta(days=10)
    fresh = refresh(hq.public, hq.keys, now=later)
    assert fresh.timestamp_until > later
    assert kiosk.sync(now=later + timedelta(days=10)).outcome is Outcome.UP_TO_DATE
    with pytest.raises(CatalogError, match="0 of the 1 keys needed of the role targets"):
        hq.publish()
    assert "publish again before" in refresh(hq.public, hq.keys, now=hq.now + timedelta(days=330)).message
    assert "renew the root before" in refresh(hq.public, hq.keys, now=hq.now + timedelta(days=700)).message


def test_the_published_folder_of_another_hq_is_left_alone(hq: Hq, tmp_path: Path, small_file: Path) -> None:
    hq.publish()
    before = everything(hq.public)
    (tmp_path / "other").mkdir()
    other = Hq(tmp_path / "other", small_file)
    other.publish()
    with pytest.raises(CatalogError, match="keys needed"):
        publish(hq.catalog, hq.public, other.keys, now=hq.now, self_check=accept)
    assert everything(hq.public) == before


def test_a_published_snapshot_that_rotted_is_not_built_upon(hq: Hq) -> None:
    hq.publish()
    [snapshot] = (hq.public / "targets").iterdir()
    snapshot.write_bytes(snapshot.read_bytes()[:-1])
    with pytest.raises(CatalogError, match="missing or damaged"):
        hq.publish()


@pytest.mark.parametrize("name", ["timestamp.json", "1.snapshot.json", "1.targets.json", "1.root.json"])
def test_damaged_metadata_is_not_signed_over(hq: Hq, name: str) -> None:
    hq.publish()
    (hq.public / "metadata" / name).write_bytes(b"{}")
    with pytest.raises(CatalogError, match="not what was published with these keys"):
        hq.publish()


def test_two_who_publish_at_once(hq: Hq) -> None:
    hq.publish()
    inside, go = threading.Event(), threading.Event()

    def wait(step: str) -> None:
        if step == "checked":
            inside.set()
            go.wait(5)

    thread = threading.Thread(target=lambda: hq.publish(step=wait))
    thread.start()
    assert inside.wait(5)
    with pytest.raises(CatalogError, match="somebody else is publishing"):
        publish(hq.catalog, hq.public, hq.keys, now=hq.now, self_check=accept)
    go.set()
    thread.join()
    assert set_share(hq.public, hq.keys, 100, now=hq.now).number == 2


def test_a_change_that_no_patchset_can_tell_is_published_by_snapshot(hq: Hq, kiosk: Kiosk) -> None:
    hq.publish()
    kiosk.sync()
    report = hq.publish("CREATE INDEX by_price ON product (price)")
    assert report.patchset_bytes is None
    assert "no patchset: the tables are not the same" in report.message
    assert "v1 -> v2 by snapshot" in kiosk.sync().message


def test_swapped_barcodes_are_published_by_snapshot(hq: Hq, kiosk: Kiosk) -> None:
    hq.publish()
    kiosk.sync()
    report = hq.publish(
        "UPDATE product SET gtin = '0' || gtin",
        "UPDATE product SET gtin = substr(gtin, 2) WHERE sku NOT IN ('100001', '100002')",
        "UPDATE product SET gtin = (SELECT substr(gtin, 2) FROM product WHERE sku = '100002') WHERE sku = '100001'",
        "UPDATE product SET gtin = '9520001000010' WHERE sku = '100002'",
    )
    assert "no patchset" in report.message
    assert "v1 -> v2 by snapshot" in kiosk.sync().message
    assert kiosk.folder.audit() is None


def test_a_disk_that_is_full_leaves_what_was_published(hq: Hq, kiosk: Kiosk) -> None:
    hq.publish()
    kiosk.sync()
    before = everything(hq.public / "metadata")
    code = """
import resource, signal, sys
from datetime import datetime
from pathlib import Path
from local_catalog import CatalogError
from local_catalog.publishing import publish
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]),) * 2)
try:
    publish(*map(Path, sys.argv[1:4]), now=datetime.fromisoformat(sys.argv[5]), self_check=lambda _: None)
except CatalogError as error:
    print(error)
    sys.exit(7)
"""
    edit(hq.catalog, "UPDATE meta SET value = 'v2' WHERE key = 'version'", price("100001", 5))
    for limit in (500, 60_000):
        done = subprocess.run(
            [sys.executable, "-c", code, hq.catalog, hq.public, hq.keys, str(limit), hq.now.isoformat()],
            capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3],
        )  # fmt: skip
        assert done.returncode == 7, done.stderr
        assert "what was published stays as it was" in done.stdout
    assert everything(hq.public / "metadata") == before
    assert kiosk.sync().outcome is Outcome.UP_TO_DATE


def test_a_folder_that_cannot_be_written(hq: Hq, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CatalogError, match="choose a folder that can"):
        publish(hq.catalog, tmp_path / "file", hq.keys, now=hq.now, self_check=accept)
    with pytest.raises(CatalogError, match="make keys with"):
        publish(hq.catalog, hq.public, tmp_path / "nokeys", now=hq.now, self_check=accept)


def test_a_patchset_is_the_same_whoever_makes_it(hq: Hq, tmp_path: Path) -> None:
    """No time, no chance and no place of memory goes into what is published."""
    names = []
    for number in range(2):
        public = tmp_path / f"public{number}"
        catalog = Path(shutil.copy(hq.catalog, tmp_path / "again.db"))
        edit(catalog, "UPDATE meta SET value = 'v1' WHERE key = 'version'")
        publish(catalog, public, hq.keys, now=hq.now, self_check=accept)
        edit(catalog, "UPDATE meta SET value = 'v2' WHERE key = 'version'", price("100004", 77))
        publish(catalog, public, hq.keys, now=hq.now, self_check=accept)
        names.append({path.name for path in (public / "targets").glob("*.patch")})
    assert names[0] == names[1]
    assert os.listdir(tmp_path / "public0" / "targets")
