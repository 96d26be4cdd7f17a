"""How loud a piece of sound is."""

from __future__ import annotations

import numpy as np
import pytest

from voice.level import QUIETEST_DB, decibels, level


def test_level() -> None:
    assert level(b"") == 0.0
    assert level(b"\x00\x40" * 512) == 0.5
    assert level(np.full(512, -32768, "<i2")) == 1.0
    assert level(np.full(512, 16384.0, np.float32)) == 0.5


def test_decibels() -> None:
    assert decibels(1.0) == 0.0
    assert decibels(0.1) == pytest.approx(-20)
    assert decibels(0.0) == decibels(1e-9) == QUIETEST_DB
