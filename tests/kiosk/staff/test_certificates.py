"""The store's own certificates, those it brings, and what is told of ones that cannot be used."""

import ipaddress
import ssl
import stat
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff import addresses, certificates
from kiosk.staff.certificates import Files
from kiosk.staff.errors import DoorError
from kiosk.staff.web.tls import Tls

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def machine(monkeypatch):
    """A machine with these addresses and this name."""
    known = [ipaddress.ip_address("192.168.1.5"), ipaddress.ip_address("203.0.113.7")]
    for module in (addresses, certificates):
        monkeypatch.setattr(module, "served", lambda host: list(known) if host in addresses.ANYWHERE else [])
        monkeypatch.setattr(module, "own_names", lambda: frozenset({"localhost", "kiosk-3", "kiosk-3.local"}))
    return known


def make(folder, names=(), now=NOW, **options):
    return certificates.make(folder, "0.0.0.0", names, now, **options)


def handshake(folder, name, *, now=NOW):
    """Raises ssl.SSLError unless a client that trusts the store's authority takes the certificate for this name."""
    files = certificates.own_files(folder)
    server_context = certificates.context(files, now)
    client_context = ssl.create_default_context(cafile=files.authority)
    client_context.verify_flags |= ssl.VERIFY_X509_STRICT
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = client_context.wrap_bio(to_client, to_server, server_hostname=name)
    server = server_context.wrap_bio(to_server, to_client, server_side=True)
    done = set()
    for _ in range(10):
        for side in (client, server):
            try:
                side.do_handshake()
                done.add(side)
            except ssl.SSLWantReadError:
                continue
    assert done == {client, server}


def test_it_is_for_this_machines_names_and_addresses_and_lasts_a_year(tmp_path):
    made = make(tmp_path, ["Staff.Store.example."])
    assert set(made.names) == {"staff.store.example", "localhost", "kiosk-3", "kiosk-3.local"}
    assert [str(a) for a in made.addresses] == ["192.168.1.5", "203.0.113.7", "127.0.0.1", "::1"]
    assert made.ends - made.begins == timedelta(days=397)
    assert certificates.read(certificates.own_files(tmp_path)) == made


@pytest.mark.parametrize("name", ["192.168.1.5", "203.0.113.7", "kiosk-3.local", "staff.store.example", "127.0.0.1"])
def test_a_phone_that_trusts_the_authority_takes_it(tmp_path, name, monkeypatch):
    real = datetime.now(UTC)
    make(tmp_path, ["staff.store.example"], real)
    handshake(tmp_path, name, now=real)


def test_for_another_name_it_is_refused(tmp_path):
    real = datetime.now(UTC)
    make(tmp_path, now=real)
    with pytest.raises(ssl.SSLCertVerificationError):
        handshake(tmp_path, "shop.example", now=real)


def test_the_authority_can_vouch_for_nothing_on_the_internet(tmp_path):
    """A certificate that somebody with the authority's key makes for a bank is refused by its name constraints."""
    real = datetime.now(UTC)
    make(tmp_path, now=real)
    files = certificates.own_files(tmp_path)
    authority = x509.load_pem_x509_certificate(files.authority.read_bytes())
    certificates._make_server(files, authority, ["bank.example"], [], real)
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree"):
        handshake(tmp_path, "bank.example", now=real)


def test_keys_are_for_this_user_alone(tmp_path):
    make(tmp_path)
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in (tmp_path / "tls").glob("*.key"))
    assert stat.S_IMODE((tmp_path / "tls").stat().st_mode) == 0o700


def test_making_it_again_keeps_the_authority_and_the_names(tmp_path):
    first = make(tmp_path, ["staff.store.example"])
    again = make(tmp_path, now=NOW + DAY)
    assert again.fingerprint == first.fingerprint
    assert set(again.names) == set(first.names)
    assert again.ends > first.ends


def test_a_name_the_authority_is_not_for_is_told_and_changes_nothing(tmp_path):
    make(tmp_path)
    before = {path: path.read_bytes() for path in (tmp_path / "tls").iterdir()}
    with pytest.raises(DoorError, match=r"was not made for staff\.store\.example"):
        make(tmp_path, ["staff.store.example"])
    assert {path: path.read_bytes() for path in (tmp_path / "tls").iterdir()} == before
    fresh = make(tmp_path, ["staff.store.example"], anew=True)
    assert "staff.store.example" in fresh.names


def test_it_is_renewed_in_time_and_not_before(tmp_path):
    made = make(tmp_path)
    early = made.ends - certificates.RENEWED_BEFORE - timedelta(seconds=1)
    assert certificates.renew(tmp_path, "0.0.0.0", early) is None
    fresh = certificates.renew(tmp_path, "0.0.0.0", early + timedelta(seconds=2))
    assert fresh.ends > made.ends
    assert fresh.fingerprint == made.fingerprint
    late = certificates.renew(tmp_path, "0.0.0.0", fresh.ends + DAY)
    assert late.ends > fresh.ends


def test_it_is_renewed_when_the_machine_has_another_address(tmp_path, machine):
    make(tmp_path, ["staff.store.example"])
    machine[0] = ipaddress.ip_address("10.1.2.3")
    fresh = certificates.renew(tmp_path, "0.0.0.0", NOW)
    assert ipaddress.ip_address("10.1.2.3") in fresh.addresses
    assert "staff.store.example" in fresh.names
    assert certificates.renew(tmp_path, "0.0.0.0", NOW) is None


def test_a_public_address_the_authority_is_not_for_is_left_out(tmp_path, machine):
    make(tmp_path)
    machine[1] = ipaddress.ip_address("198.51.100.9")
    assert certificates.renew(tmp_path, "0.0.0.0", NOW) is None


def test_without_the_authoritys_key_no_other_authority_takes_its_place(tmp_path):
    made = make(tmp_path)
    (tmp_path / "tls" / "ca.key").unlink()
    for renewing in (lambda: make(tmp_path), lambda: certificates.renew(tmp_path, "0.0.0.0", made.ends)):
        with pytest.raises(DoorError, match=r"ca\.key: cannot be read"):
            renewing()
    assert certificates.read(certificates.own_files(tmp_path)) == made


def test_a_page_that_cannot_renew_serves_what_it_has(tmp_path, caplog):
    made = make(tmp_path)
    (tmp_path / "tls" / "ca.key").unlink()
    tls = Tls(tmp_path, "0.0.0.0", None, None, lambda: made.ends - DAY)
    assert tls.context is not None
    assert tls.certificate == made
    assert "ca.key: cannot be read" in caplog.text


def test_without_one_nothing_is_renewed(tmp_path):
    assert certificates.renew(tmp_path, "0.0.0.0", NOW) is None
    assert certificates.chosen(tmp_path, None, None) is None


def test_the_last_one_ends_with_the_authority(tmp_path):
    made = make(tmp_path)
    now = NOW + certificates.AUTHORITY_LASTS - 5 * DAY
    assert certificates.renew(tmp_path, "0.0.0.0", now).ends == NOW + certificates.AUTHORITY_LASTS
    assert certificates.renew(tmp_path, "0.0.0.0", NOW + certificates.AUTHORITY_LASTS + DAY) is None
    assert made.fingerprint == certificates.read(certificates.own_files(tmp_path)).fingerprint


# --- what cannot be used --------------------------------------------------------------------------------------------


@pytest.fixture
def brought(tmp_path):
    """A certificate that the store brings."""
    make(tmp_path)
    own = certificates.own_files(tmp_path)
    files = Files(tmp_path / "cert.pem", tmp_path / "key.pem")
    files.certificate.write_bytes(own.certificate.read_bytes())
    files.key.write_bytes(own.key.read_bytes())
    return files


def text_of(key, password=None):
    wrapping = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, wrapping)


def test_one_that_the_store_brings_is_served_and_has_no_fingerprint(tmp_path, brought):
    assert certificates.chosen(tmp_path, brought.certificate, brought.key) == brought
    certificates.context(brought, NOW)
    assert certificates.read(brought).fingerprint == ""


def test_a_key_of_another_certificate(brought):
    brought.key.write_bytes(text_of(ec.generate_private_key(ec.SECP256R1())))
    with pytest.raises(DoorError, match=r"key\.pem: is not the key of .*cert\.pem"):
        certificates.context(brought, NOW)
    brought.key.write_bytes(text_of(rsa.generate_private_key(65537, 2048)))
    with pytest.raises(DoorError, match=r"key\.pem"):
        certificates.context(brought, NOW)


def test_a_key_with_a_password_asks_nobody(brought):
    key = serialization.load_pem_private_key(brought.key.read_bytes(), None)
    brought.key.write_bytes(text_of(key, b"secret"))
    with pytest.raises(DoorError, match=r"key\.pem: is no key in PEM form without a password"):
        certificates.context(brought, NOW)


def test_one_that_has_ended_or_not_begun(brought):
    found = certificates.read(brought)
    with pytest.raises(DoorError, match=r"cert\.pem: ended on 2027-12-22"):
        certificates.context(brought, found.ends)
    with pytest.raises(DoorError, match=r"cert\.pem: begins on 2026-11-20"):
        certificates.context(brought, found.begins - DAY)


@pytest.mark.parametrize("which", ["certificate", "key"])
@pytest.mark.parametrize(
    "content", [b"", b"hello", b"\xff\xfe", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"]
)
def test_files_that_are_something_else(brought, which, content):
    path = getattr(brought, which)
    path.write_bytes(content)
    with pytest.raises(DoorError) as told:
        certificates.context(brought, NOW)
    assert str(told.value).startswith(f"{path}: ")
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("which", ["certificate", "key"])
def test_files_that_are_not_there(brought, which):
    path = getattr(brought, which)
    path.unlink()
    with pytest.raises(DoorError, match="cannot be read"):
        certificates.context(brought, NOW)


# --- names and addresses --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["", " ", "a b", "-a", "a-", "x" * 64, "a..b", "ü.example", "192.168.1.5", "a/b", "*"])
def test_what_is_no_host_name_is_told(tmp_path, name):
    with pytest.raises(DoorError, match="no host name"):
        make(tmp_path, [name])


@given(st.text(max_size=80))
def test_any_name_is_one_or_is_told(name):
    try:
        kept = certificates._checked(name)
    except DoorError as error:
        assert "\n" not in str(error)  # noqa: PT017  either is right
    else:
        x509.DNSName(kept)
        assert certificates._checked(kept) == kept


@pytest.mark.parametrize(
    ("host", "names", "covered", "shown"),
    [("0.0.0.0", None, [], "http://192.168.1.5:8765/"),
     ("0.0.0.0", [], ["192.168.1.5"], "https://192.168.1.5:8765/"),
     ("0.0.0.0", [], ["203.0.113.7"], "https://203.0.113.7:8765/"),
     ("0.0.0.0", ["*.store.example", "staff.store.example"], [], "https://staff.store.example:8765/"),
     ("0.0.0.0", ["*.store.example"], [], "https://192.168.1.5:8765/"),
     ("kiosk.store.example", None, [], "http://kiosk.store.example:8765/")],
)  # fmt: skip
def test_phones_are_led_to_what_the_certificate_is_for(host, names, covered, shown):
    found = tuple(ipaddress.ip_address(text) for text in covered)
    given_ = None if names is None else certificates.Certificate(tuple(names), found, NOW, NOW + DAY, "")
    assert certificates.page_address(host, 8765, given_) == shown
