"""What can go wrong in the staff room; every text is fit to be read by a person."""

from __future__ import annotations


class StaffError(Exception):
    """Something was asked of the staff room that it cannot do. `code` is one of the protocol's failure codes."""

    code = "bad_request"


class WrongStep(StaffError):  # noqa: N818  reads as what happened
    """The step does not fit the call as it is now: nothing was changed."""

    code = "busy"


class NoSuchPage(StaffError, KeyError):  # noqa: N818
    """There is no such call, or it is not this shopper's."""

    code = "not_found"
    __str__ = Exception.__str__


class StoreError(StaffError):
    """The disk did not take a call: it was not made, or not moved. The text names the file and the remedy."""

    code = "unavailable"


class AccountError(StaffError):
    """A name or PIN cannot be used, or the accounts file cannot be read: the text names the remedy."""


class DoorError(StaffError):
    """A phone or a code for one cannot be kept or found, or a certificate cannot be used: the text names the remedy."""
