"""HQ's signing keys, and the root of trust that names them.

A folder of keys holds `root.json` (public: every kiosk is set up with it) and private keys, one a file, named by role
and by the beginning of their id. Three roles: `root` says who may sign, and is wanted only to change that, so its files
are kept elsewhere (offline); `targets` signs what is published; `online` signs that it is fresh.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, TypeVar

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner  # type: ignore[attr-defined]  # its __all__ is computed
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp  # type: ignore[attr-defined]  # no __all__

from local_catalog.sync import files
from local_catalog.types import CatalogError

Role = Literal["root", "targets", "online"]
Payload = TypeVar("Payload", Root, Targets, Snapshot, Timestamp)

ROOT_LASTS = timedelta(days=2 * 365)
_TUF_ROLES: dict[Role, tuple[str, ...]] = {
    "root": ("root",),
    "targets": ("targets",),
    "online": ("snapshot", "timestamp"),
}


def make_keys(
    folder: Path, *, now: datetime, roots: int = 1, threshold: int = 1, passphrase: str | None = None
) -> Path:
    """Make the keys of a new HQ in `folder` and return the path of its root.json.

    roots: how many root keys there are; threshold: how many of them it takes to change who may sign.
    Raises CatalogError if there are keys already.
    """
    if not 1 <= threshold <= roots:
        raise CatalogError(f"of {roots} root keys {threshold} cannot be required; require between 1 and {roots}")
    target = folder / "root.json"
    if target.exists() or any(folder.glob("*.pem")):
        raise CatalogError(f"{folder}: holds keys already; choose another folder, or rotate them")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        root = Root(1, expires=expiry(now, ROOT_LASTS), consistent_snapshot=True)
        signers = new_keys(root, folder, "root", roots, threshold, passphrase)
        new_keys(root, folder, "targets", 1, 1, passphrase)
        new_keys(root, folder, "online", 1, 1, passphrase)
        files.write(target, signed(root, signers))
    except OSError as error:
        raise CatalogError(f"{folder}: cannot be written ({error.strerror}); choose a folder that can") from error
    return target


def new_keys(
    root: Root, folder: Path, role: Role, count: int, threshold: int, passphrase: str | None
) -> list[CryptoSigner]:
    """Make keys for a role in place of those it had, in `root` (not signed yet) and as files."""
    made = [CryptoSigner.generate_ed25519() for _ in range(count)]
    encryption = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    for signer in made:
        key = load_pem_private_key(signer.private_bytes, None)
        files.write(
            folder / _file_name(role, signer.public_key.keyid),
            key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption),
            0o600,
        )
    for name in _TUF_ROLES[role]:
        for keyid in list(root.roles[name].keyids):
            root.revoke_key(keyid, name)
        for signer in made:
            root.add_key(signer.public_key, name)
        root.roles[name].threshold = threshold
    return made


def load_signers(
    root: Root, role: Role, folders: Sequence[Path], passphrase: str | None, *, least: int | None = None
) -> list[CryptoSigner]:
    """The keys of a role that are in the folders. Raises CatalogError if there are fewer than the role requires."""
    rule = root.roles[_TUF_ROLES[role][0]]
    found = [
        _load(path, passphrase)
        for keyid in rule.keyids
        if (path := next((p for f in folders if (p := f / _file_name(role, keyid)).is_file()), None))
    ]
    signers = [signer for signer in found if signer.public_key.keyid in rule.keyids]
    needed = rule.threshold if least is None else least
    if len(signers) < needed:
        named = ", ".join(str(folder) for folder in folders)
        raise CatalogError(
            f"{named}: {len(signers)} of the {needed} keys needed of the role {role} are here; "
            f"bring the files {', '.join(sorted(_file_name(role, keyid) for keyid in rule.keyids))}"
        )
    return signers


def retire(folders: Iterable[Path], role: Role, root: Root) -> None:
    """Put aside the key files of a role that `root` no longer names."""
    kept = {_file_name(role, keyid) for keyid in root.roles[_TUF_ROLES[role][0]].keyids}
    for folder in folders:
        for path in folder.glob(f"{role}-*.pem"):
            if path.name not in kept:
                (folder / "retired").mkdir(exist_ok=True, mode=0o700)
                path.rename(folder / "retired" / path.name)


def signed(payload: Payload, signers: Iterable[CryptoSigner]) -> bytes:
    """Metadata with the signatures of all signers."""
    metadata: Metadata[Payload] = Metadata(payload)
    for signer in signers:
        metadata.sign(signer, append=True)
    return bytes(metadata.to_bytes())


def expiry(now: datetime, lasts: timedelta) -> datetime:
    """When metadata made now expires: TUF wants UTC and whole seconds."""
    return now.astimezone(UTC).replace(microsecond=0) + lasts


def _file_name(role: str, keyid: str) -> str:
    return f"{role}-{keyid[:16]}.pem"


def _load(path: Path, passphrase: str | None) -> CryptoSigner:
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise CatalogError(f"{path}: others can read this private key; `chmod 600 {path}`")
    try:
        key = load_pem_private_key(path.read_bytes(), passphrase.encode() if passphrase else None)
    except TypeError as error:
        remedy = "give its passphrase" if passphrase is None else "give no passphrase"
        raise CatalogError(f"{path}: {str(error).rstrip('.').lower()}; {remedy}") from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise CatalogError(f"{path}: the key cannot be read; is the passphrase right?") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise CatalogError(f"{path}: is no Ed25519 key; take the one that `aislewise catalog keys` made")
    return CryptoSigner(key)
