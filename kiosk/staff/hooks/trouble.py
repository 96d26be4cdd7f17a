"""Why a connection failed, in a few words for staff: libraries' own texts may hold addresses with tokens."""

from __future__ import annotations

import os
import socket
import ssl


def trouble(error: BaseException) -> str:
    """The cause that lies deepest, if it is one that is known; else the kind of the error."""
    known = ""
    cause: BaseException | None = error
    while cause is not None:
        known = _known(cause) or known
        cause = cause.__cause__ or cause.__context__
    return known or f"failed ({type(error).__name__})"


def _known(error: BaseException) -> str:
    match error:
        case ssl.SSLCertVerificationError():
            return f"its certificate is not trusted ({error.verify_message})"
        case ssl.SSLError():
            return f"no secure connection ({error.reason})"
        case socket.gaierror():
            return "its name is not known on this network"
        case TimeoutError():
            return "no answer"
        case OSError() if error.errno:
            return os.strerror(error.errno).lower()
    return ""
