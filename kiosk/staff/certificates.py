"""Certificates of the staff page: one that the store brings, or its own, signed by an authority of its own in DIR/tls.

The authority's key never leaves this machine, and the authority is bound (RFC 5280, name constraints) to this machine's
names and to private networks: a phone that trusts it trusts it for nothing on the internet, even if the key is stolen.
"""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.staff import private
from kiosk.staff.addresses import ANYWHERE, Address, own_names, served
from kiosk.staff.errors import DoorError

FOLDER = "tls"
LASTS = timedelta(days=397)
"""The longest that every browser takes from a server."""
AUTHORITY_LASTS = timedelta(days=3650)
RENEWED_BEFORE = timedelta(days=30)
_EARLIER = timedelta(days=1)
"""A phone's clock may be slow by as much."""
_PRIVATE = tuple(
    ipaddress.ip_network(text)
    for text in (
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "127.0.0.0/8",
        "fc00::/7",
        "::1/128",
    )
)
_LOOPBACK = (ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("::1"))


@dataclass(frozen=True, slots=True)
class Files:
    """`authority` is that of the store's own certificate; None where the store brought one."""

    certificate: Path
    key: Path
    authority: Path | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a server's certificate is good for. `fingerprint`: SHA-256 of the store's own authority, else empty."""

    names: tuple[str, ...]
    addresses: tuple[Address, ...]
    begins: datetime
    ends: datetime
    fingerprint: str


def own_files(folder: Path) -> Files:
    """Where the store's own certificate lies, or would lie; `folder` is that of all data."""
    tls = folder / FOLDER
    return Files(tls / "server.pem", tls / "server.key", tls / "ca.pem")


def chosen(folder: Path, certificate: Path | None, key: Path | None) -> Files | None:
    """The files the store brought, else its own, None when there are none."""
    if certificate is not None and key is not None:
        return Files(certificate, key)
    own = own_files(folder)
    return own if own.certificate.exists() else None


def read(files: Files) -> Certificate:
    """What the files say. Raises DoorError when they cannot be read."""
    found = _load(files.certificate)
    names, addresses = _names(found)
    fingerprint = "" if files.authority is None else fingerprint_of(_load(files.authority))
    return Certificate(names, addresses, found.not_valid_before_utc, found.not_valid_after_utc, fingerprint)


def context(files: Files, now: datetime) -> ssl.SSLContext:
    """What serves TLS with these files. Raises DoorError when they do not fit each other, or not this day."""
    found = read(files)
    if now >= found.ends:
        raise DoorError(f"{files.certificate}: ended on {found.ends:%Y-%m-%d}; put a new one there.")
    if now < found.begins:
        raise DoorError(f"{files.certificate}: begins on {found.begins:%Y-%m-%d}; set this machine's clock.")
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    made.set_alpn_protocols(["http/1.1"])
    _text(files.key)
    try:
        made.load_cert_chain(files.certificate, files.key, password=lambda: "")
    except ssl.SSLError as error:
        if error.reason == "KEY_VALUES_MISMATCH":
            raise DoorError(f"{files.key}: is not the key of {files.certificate}; put the right one there.") from error
        raise DoorError(f"{files.key}: is no key in PEM form without a password; put such a one there.") from error
    return made


def make(folder: Path, host: str, names: Iterable[str], now: datetime, *, anew: bool = False) -> Certificate:
    """A new certificate for whoever listens on `host`, and for further host `names`; those of the one before are kept.

    The authority is made the first time, and again when `anew`: then phones have to trust it anew. Raises DoorError
    for a name that the authority was not made for, and when files cannot be read or written.
    """
    files = own_files(folder)
    wanted = tuple(dict.fromkeys(_checked(name) for name in names))
    kept = () if anew or not files.certificate.exists() else read(files).names
    addresses = (*served(host), *_LOOPBACK)
    try:
        with private.alone(files.certificate):
            if anew or not _authority(files).exists():
                _make_authority(files, (*wanted, *kept, *own_names()), addresses, now)
            authority = _load(_authority(files))
            missing = [name for name in wanted if not _allows(authority, name)]
            if missing:
                raise DoorError(
                    f"{_authority(files)}: was not made for {', '.join(missing)}; `aislewise staff certificate --new`"
                    " makes another one, which every phone has to trust anew."
                )
            every = dict.fromkeys((*wanted, *kept, *sorted(own_names())))
            _make_server(files, authority, [name for name in every if _allows(authority, name)], addresses, now)
    except OSError as error:
        raise DoorError(f"{files.certificate.parent}: cannot be written ({error.strerror or error}).") from error
    return read(files)


def renew(folder: Path, host: str, now: datetime) -> Certificate | None:
    """A new one of the store's own, if that is due: it ends soon, or this machine has another address now.

    None when it is not due, or there is none. Raises DoorError.
    """
    files = own_files(folder)
    if not files.certificate.exists():
        return None
    old, authority = read(files), _load(_authority(files))
    if not authority.not_valid_before_utc <= now < authority.not_valid_after_utc:
        return None
    addresses = {address for address in served(host) if _allows_address(authority, address)}
    due = not old.begins <= now < old.ends - RENEWED_BEFORE or not addresses <= set(old.addresses)
    return make(folder, host, (), now) if due else None


def page_address(host: str, port: int, certificate: Certificate | None) -> str:
    """Where phones find the staff page of whoever listens on `host`: an address that its certificate is for, if any."""
    found = served(host)
    shown = str(found[0]) if found else host if host not in ANYWHERE else "localhost"
    if certificate is not None:
        good = [str(address) for address in found if address in certificate.addresses]
        plain = [name for name in certificate.names if not name.startswith("*.")]
        shown = next(iter((*good, *plain)), shown)
    return f"{'http' if certificate is None else 'https'}://{f'[{shown}]' if ':' in shown else shown}:{port}/"


def fingerprint_of(certificate: x509.Certificate) -> str:
    """SHA-256, as phones show it: pairs of digits."""
    return certificate.fingerprint(hashes.SHA256()).hex(":").upper()


# --- making -----------------------------------------------------------------------------------------------------------


def _make_authority(files: Files, names: Iterable[str], addresses: Iterable[Address], now: datetime) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Aislewise staff page, made {now:%Y-%m-%d}")])
    names = dict.fromkeys((*(name.removeprefix("*.") for name in names), "local"))
    single = (ipaddress.ip_network(address) for address in addresses if not any(address in net for net in _PRIVATE))
    allowed: list[x509.GeneralName] = [x509.DNSName(name) for name in names]
    allowed += [x509.IPAddress(net) for net in dict.fromkeys((*_PRIVATE, *single))]
    usage = dict.fromkeys(
        ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
         "encipher_only", "decipher_only"), False,
    )  # fmt: skip
    made = (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(called)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLIER)
        .not_valid_after(now + AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.KeyUsage(key_cert_sign=True, crl_sign=True, **usage), critical=True)
        .add_extension(x509.NameConstraints(permitted_subtrees=allowed, excluded_subtrees=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    private.write(_authority_key(files), _key_text(key))
    private.write(_authority(files), _certificate_text(made))


def _make_server(
    files: Files, authority: x509.Certificate, names: list[str], addresses: Iterable[Address], now: datetime
) -> None:
    signing = serialization.load_pem_private_key(_text(_authority_key(files)).encode(), None)
    if not isinstance(signing, ec.EllipticCurvePrivateKey) or signing.public_key() != authority.public_key():
        raise DoorError(f"{_authority_key(files)}: is not the key of {_authority(files)}; use --new to make both anew.")
    key = ec.generate_private_key(ec.SECP256R1())
    allowed = [address for address in addresses if _allows_address(authority, address)]
    alternatives = [*map(x509.DNSName, names), *map(x509.IPAddress, dict.fromkeys(allowed))]
    identifier = authority.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    made = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Aislewise staff page")]))
        .issuer_name(authority.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLIER)
        .not_valid_after(min(now - _EARLIER + LASTS, authority.not_valid_after_utc))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(alternatives), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier), critical=False)
        .sign(signing, hashes.SHA256())
    )
    # One after the other: whoever reads in between finds that they do not fit and looks again.
    private.write(files.key, _key_text(key))
    private.write(files.certificate, _certificate_text(made))


def _allows(authority: x509.Certificate, name: str) -> bool:
    wanted = name.removeprefix("*.")
    return any(
        isinstance(tree, x509.DNSName) and (wanted == tree.value or wanted.endswith(f".{tree.value}"))
        for tree in _permitted(authority)
    )


def _allows_address(authority: x509.Certificate, address: Address) -> bool:
    return any(
        isinstance(tree, x509.IPAddress)
        and isinstance(tree.value, ipaddress.IPv4Network | ipaddress.IPv6Network)
        and address in tree.value
        for tree in _permitted(authority)
    )


def _permitted(authority: x509.Certificate) -> list[x509.GeneralName]:
    return authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []


def _checked(name: str) -> str:
    plain = name.strip().rstrip(".").lower()
    labels = plain.removeprefix("*.").split(".")
    if not plain.isascii() or len(plain) > 250 or not all(_label(label) for label in labels) or labels[-1].isdigit():
        raise DoorError(f"{name[:60]!r} is no host name; give one such as staff.store.example.")
    return plain


def _label(label: str) -> bool:
    inner = label.replace("-", "")
    return 0 < len(label) <= 63 and inner.isalnum() and label[0] != "-" != label[-1]


def _authority(files: Files) -> Path:
    return files.certificate.with_name("ca.pem")


def _authority_key(files: Files) -> Path:
    return files.certificate.with_name("ca.key")


def _key_text(key: ec.EllipticCurvePrivateKey) -> str:
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return key.private_bytes(*form).decode("ascii")


def _certificate_text(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(serialization.Encoding.PEM).decode("ascii")


# --- reading ----------------------------------------------------------------------------------------------------------


def _load(path: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(_text(path).encode())
    except ValueError as error:
        raise DoorError(f"{path}: is no certificate in PEM form; put such a one there.") from error


def _text(path: Path) -> str:
    try:
        return path.read_text("ascii")
    except OSError as error:
        raise DoorError(
            f"{path}: cannot be read ({error.strerror or error}); check its place, owner and mode."
        ) from error
    except ValueError as error:
        raise DoorError(f"{path}: is not in PEM form; put such a file there.") from error


def _names(certificate: x509.Certificate) -> tuple[tuple[str, ...], tuple[Address, ...]]:
    try:
        found = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return (), ()
    addresses = found.get_values_for_type(x509.IPAddress)
    plain = tuple(a for a in addresses if isinstance(a, ipaddress.IPv4Address | ipaddress.IPv6Address))
    return tuple(name.lower() for name in found.get_values_for_type(x509.DNSName)), plain
