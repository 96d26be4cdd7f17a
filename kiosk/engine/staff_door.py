"""The way to the staff page: its address, its certificate, and codes that let a phone in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import segno

from kiosk import protocol
from kiosk.settings import Settings
from kiosk.staff import certificates, invites
from kiosk.staff.certificates import Certificate


@dataclass(frozen=True, slots=True)
class StaffPage:
    """Where phones reach it, and the certificate that it serves with; None without one."""

    address: str
    certificate: Certificate | None


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code for a phone: `drawn` leads to the staff page with it, or it is typed at `address`; `fingerprint` is
    that of the store's own authority, empty if it has none."""

    drawn: segno.QRCode
    address: str
    typed: str
    until: datetime
    fingerprint: str


def staff_page(settings: Settings) -> StaffPage:
    """As the settings and files have it now. Raises StaffError when the certificate cannot be read."""
    staff = settings.staff
    files = certificates.chosen(settings.data_dir, staff.certificate, staff.key)
    found = None if files is None else certificates.read(files)
    return StaffPage(certificates.page_address(staff.host, staff.port, found), found)


def invite(settings: Settings, now: datetime) -> Invitation:
    """A new code, which ends the one before. Raises StaffError when it cannot be kept."""
    page = staff_page(settings)
    address = f"{page.address}join"
    made = invites.make(settings.data_dir, now)
    fingerprint = page.certificate.fingerprint if page.certificate else ""
    return Invitation(drawn(address, made.code), address, made.code, made.until, fingerprint)


def drawn(address: str, code: str) -> segno.QRCode:
    """What leads a phone to this address with this code. The fragment is sent to no server and logged by none."""
    return segno.make(f"{address}#{code}", error="m", micro=False)


def operators_invite(settings: Settings, request: int, now: datetime) -> protocol.OperatorInvited:
    """A new code for the kiosk's screen, in answer to a request of this id. Raises StaffError."""
    made = invite(settings, now)
    return protocol.OperatorInvited(
        id=request,
        code=rows(made.drawn),
        address=made.address,
        typed=made.typed,
        lasts_s=round((made.until - now).total_seconds()),
        fingerprint=made.fingerprint,
    )


def rows(code: segno.QRCode) -> protocol.Code:
    """A QR code as the screen draws it."""
    return protocol.Code(rows=["".join("1" if cell else "0" for cell in row) for row in code.matrix])
