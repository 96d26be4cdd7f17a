"""What the readers of single values say of them."""

from __future__ import annotations

from collections.abc import Callable


class BadValueError(ValueError):
    """A value that cannot be used; the text says why."""


Mended = Callable[[str, str], None]
"""Told of a value that was used other than it was written: name of the check, what was done."""
