from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata

from local_catalog import CatalogError
from local_catalog.publishing import make_keys, publish, refresh, renew_root, rotate
from local_catalog.sync import Outcome, check_root
from tests.local_catalog.sync.hq import NOW, Hq, Kiosk, Server, accept


def roles(folder: Path) -> list[str]:
    return sorted(path.name.split("-")[0] for path in folder.glob("*.pem"))


def test_keys_are_for_their_owner_alone(tmp_path: Path) -> None:
    root = make_keys(tmp_path / "keys", now=NOW, roots=3, threshold=2)
    assert roles(tmp_path / "keys") == ["online", "root", "root", "root", "targets"]
    for path in (tmp_path / "keys").glob("*.pem"):
        assert path.stat().st_mode & 0o777 == 0o600
    check_root(root.read_bytes())
    signed = Metadata.from_bytes(root.read_bytes())
    assert signed.signed.roles["root"].threshold == 2
    assert len(signed.signatures) == 3
    assert signed.signed.roles["targets"].keyids != signed.signed.roles["timestamp"].keyids


def test_keys_are_not_overwritten(tmp_path: Path) -> None:
    make_keys(tmp_path, now=NOW)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(CatalogError, match="holds keys already"):
        make_keys(tmp_path, now=NOW)
    (tmp_path / "root.json").unlink()
    with pytest.raises(CatalogError, match="holds keys already"):
        make_keys(tmp_path, now=NOW)
    assert {path.name for path in tmp_path.iterdir()} == before.keys() - {"root.json"}


@pytest.mark.parametrize(("count", "threshold"), [(1, 2), (0, 0), (3, 0)])
def test_a_threshold_that_cannot_be(tmp_path: Path, count: int, threshold: int) -> None:
    with pytest.raises(CatalogError, match="cannot be required"):
        make_keys(tmp_path, now=NOW, roots=count, threshold=threshold)


def test_a_passphrase(hq: Hq, tmp_path: Path) -> None:
    keys = tmp_path / "locked"
    make_keys(keys, now=NOW, passphrase="correct horse")
    assert all(b"ENCRYPTED" in path.read_bytes() for path in keys.glob("*.pem"))
    public = tmp_path / "locked-public"
    for passphrase, told in ((None, "give its passphrase"), ("wrong", "is the passphrase right")):
        with pytest.raises(CatalogError, match=told):
            publish(hq.catalog, public, keys, now=NOW, passphrase=passphrase, self_check=accept)
    publish(hq.catalog, public, keys, now=NOW, passphrase="correct horse", self_check=accept)
    rotate(public, keys, "online", now=NOW, passphrase="correct horse")
    assert all(b"ENCRYPTED" in path.read_bytes() for path in keys.glob("*.pem"))


def test_a_passphrase_that_is_not_needed(hq: Hq) -> None:
    with pytest.raises(CatalogError, match="give no passphrase"):
        hq.publish(passphrase="something")


def test_a_key_that_others_can_read(hq: Hq) -> None:
    path = next(hq.keys.glob("targets-*.pem"))
    path.chmod(0o644)
    with pytest.raises(CatalogError, match=f"chmod 600 {path}"):
        hq.publish()


@pytest.mark.parametrize("content", [b"", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_a_key_file_that_is_damaged(hq: Hq, content: bytes) -> None:
    path = next(hq.keys.glob("online-*.pem"))
    path.write_bytes(content)
    with pytest.raises(CatalogError, match="the key cannot be read"):
        hq.publish()


def test_a_key_file_with_the_key_of_another(hq: Hq, tmp_path: Path) -> None:
    make_keys(tmp_path / "other", now=NOW)
    path = next(hq.keys.glob("online-*.pem"))
    shutil.copy(next((tmp_path / "other").glob("online-*.pem")), path)
    with pytest.raises(CatalogError, match="0 of the 1 keys needed of the role online"):
        hq.publish()


@pytest.mark.parametrize("role", ["root", "targets", "online"])
def test_kiosks_follow_a_change_of_keys(hq: Hq, kiosk: Kiosk, server: Server, tmp_path: Path, role: str) -> None:
    hq.publish()
    kiosk.sync()
    old = {path.name for path in hq.keys.glob(f"{role}-*.pem")}
    new_root = rotate(hq.public, hq.keys, role, now=hq.now)  # type: ignore[arg-type]
    assert kiosk.sync().outcome is Outcome.UP_TO_DATE
    assert {path.name for path in (hq.keys / "retired").iterdir()} == old
    hq.publish()
    assert kiosk.sync().version == "v2"
    # A kiosk set up by either root comes there too.
    for number, root in enumerate((hq.root, new_root.read_bytes())):
        assert Kiosk(tmp_path / f"new{number}", root, server.url).sync().version == "v2"
    for _ in range(3):
        rotate(hq.public, hq.keys, role, now=hq.now)  # type: ignore[arg-type]
    hq.publish()
    assert kiosk.sync().version == "v3"


def test_a_stolen_online_key_is_worth_nothing_after_the_change(
    hq: Hq, kiosk: Kiosk, server: Server, tmp_path: Path
) -> None:
    hq.publish()
    kiosk.sync()
    shutil.copytree(hq.keys, tmp_path / "stolen")
    shutil.copytree(hq.public, tmp_path / "forged")
    rotate(hq.public, hq.keys, "online", now=hq.now)
    kiosk.sync()
    for _ in range(4):
        refresh(tmp_path / "forged", tmp_path / "stolen", now=hq.now)
    server.folder = tmp_path / "forged"
    report = kiosk.sync()
    assert (report.outcome, report.version) == (Outcome.REFUSED, "v1")
    assert "signatures" in report.message


def test_root_keys_kept_in_several_places(hq: Hq, tmp_path: Path, server: Server) -> None:
    keys, public = tmp_path / "keys", tmp_path / "public"
    make_keys(keys, now=NOW, roots=3, threshold=2)
    safes = []
    for number, path in enumerate(sorted(keys.glob("root-*.pem"))):
        safe = tmp_path / f"safe{number}"
        safe.mkdir()
        shutil.move(path, safe)
        safes.append(safe)
    publish(hq.catalog, public, keys, now=NOW, self_check=accept)
    server.folder = public
    kiosk = Kiosk(tmp_path / "kiosk", (keys / "root.json").read_bytes(), server.url)
    kiosk.sync()
    with pytest.raises(CatalogError, match="1 of the 2 keys needed of the role root"):
        rotate(public, keys, "targets", now=NOW, roots=safes[:1])
    rotate(public, keys, "targets", now=NOW, roots=safes[1:])
    assert kiosk.sync().outcome is Outcome.UP_TO_DATE
    rotate(public, keys, "root", now=NOW, roots=safes[:2])
    assert kiosk.sync().outcome is Outcome.UP_TO_DATE
    assert roles(keys).count("root") == 3
    assert sum(len(list((safe / "retired").glob("*.pem"))) for safe in safes[:2]) == 2


def test_the_root_is_renewed_before_it_ends(hq: Hq, kiosk: Kiosk) -> None:
    hq.publish()
    kiosk.sync()
    late = NOW + timedelta(days=3 * 365)
    refresh(hq.public, hq.keys, now=late)
    assert kiosk.sync(now=late).outcome is Outcome.EXPIRED
    assert renew_root(hq.public, hq.keys, now=late) > late
    assert kiosk.sync(now=late).outcome is Outcome.UP_TO_DATE


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b'{"signed": {"_type": "root"}, "signatures": []}'])
def test_what_is_no_root(content: bytes) -> None:
    with pytest.raises(CatalogError, match="is no root of trust"):
        check_root(content)


def test_other_metadata_is_no_root(hq: Hq) -> None:
    hq.publish()
    with pytest.raises(CatalogError, match="is no root of trust"):
        check_root((hq.public / "metadata" / "timestamp.json").read_bytes())
    changed = hq.root.replace(b'"version":1', b'"version":2')
    assert changed != hq.root
    with pytest.raises(CatalogError, match="is no root of trust"):
        check_root(changed)
