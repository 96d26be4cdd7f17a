from __future__ import annotations

from tests.local_catalog.sync.conftest import _no_waiting_for_the_disk, hq, kiosk, server

__all__ = ["_no_waiting_for_the_disk", "hq", "kiosk", "server"]
