"""The certificate that the staff page serves with: taken anew whenever its files change, the store's own renewed."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kiosk.staff import certificates
from kiosk.staff.addresses import own_names
from kiosk.staff.certificates import Certificate
from kiosk.staff.errors import DoorError

log = logging.getLogger(__name__)

_LOOK_S = 2.0
_LOOKS_PER_RENEWAL = 30


class Tls:
    """How connections are secured at this moment."""

    def __init__(
        self, folder: Path, host: str, certificate: Path | None, key: Path | None, clock: Callable[[], datetime]
    ) -> None:
        """`host` is what is listened on. Raises DoorError when there is a certificate that cannot be used."""
        self._folder = folder
        self._host = host
        self._brought = certificate, key
        self._clock = clock
        self._stamp: tuple[int, ...] = ()
        self._told: set[str] = set()
        self.context: ssl.SSLContext | None = None
        self.certificate: Certificate | None = None
        """What it is good for; None without one."""
        self._renew()
        self._take()

    def names(self) -> frozenset[str]:
        """The host names by which phones may come."""
        return own_names() | frozenset(self.certificate.names if self.certificate else ())

    def authority(self) -> bytes | None:
        """The certificate of the store's own authority, PEM; None when it has none or uses another certificate."""
        files = certificates.chosen(self._folder, *self._brought)
        return None if files is None or files.authority is None else files.authority.read_bytes()

    async def keep(self) -> None:
        """Until cancelled: take up what has changed. What cannot be used leaves things as they are."""
        looks = 0
        while True:
            await asyncio.sleep(_LOOK_S)
            looks += 1
            if looks % _LOOKS_PER_RENEWAL == 0:
                self._renew()
            try:
                self._take()
            except DoorError as error:
                self._complain(error)

    def _renew(self) -> None:
        """What hinders it is only told: the one there is may still be good for weeks."""
        try:
            fresh = None if self._brought[0] else certificates.renew(self._folder, self._host, self._clock())
        except DoorError as error:
            self._complain(error)
            return
        if fresh is not None:
            log.warning("the staff page's certificate was renewed: it lasts until %s", f"{fresh.ends:%Y-%m-%d}")

    def _complain(self, error: DoorError) -> None:
        """Once of each trouble, not with each look."""
        if str(error) not in self._told:
            self._told.add(str(error))
            log.error("%s", error)

    def _take(self) -> None:
        files = certificates.chosen(self._folder, *self._brought)
        stamp = () if files is None else _stamp(files)
        if stamp == self._stamp:
            return
        if files is None:
            self.context = self.certificate = None
        else:
            context, certificate = certificates.context(files, self._clock()), certificates.read(files)
            self.context, self.certificate = context, certificate
            log.info("the staff page is served with %s", files.certificate)
        self._stamp = stamp


def _stamp(files: certificates.Files) -> tuple[int, ...]:
    found = []
    for path in (files.certificate, files.key):
        try:
            state = path.stat()
        except OSError as error:
            raise DoorError(f"{path}: cannot be read ({error.strerror or error}); check its owner.") from error
        found += [state.st_mtime_ns, state.st_ino, state.st_size]
    return tuple(found)
