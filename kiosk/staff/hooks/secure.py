"""Whose certificates are believed."""

from __future__ import annotations

import ssl
from pathlib import Path

from kiosk.staff.errors import StaffError


def context(ca: Path | None) -> ssl.SSLContext:
    """For connections to a server with a certificate by a public authority, or by the one in this file. Raises
    StaffError."""
    try:
        return ssl.create_default_context(cafile=ca)
    except (OSError, ssl.SSLError) as error:
        why = error.strerror if not isinstance(error, ssl.SSLError) else "it holds no certificate"
        raise StaffError(f"{ca}: cannot be used ({why}); give a file with certificates in PEM form") from error
