"""What goes wrong with a request."""

from __future__ import annotations


class RequestError(Exception):
    """A request that is not carried out: a code of protocol.Failed and words for a person."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
