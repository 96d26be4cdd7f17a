"""Messages as lines, and lines as messages."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable
from typing import Any

import msgspec

from kiosk.protocol.base import Message
from kiosk.protocol.pushes import Push
from kiosk.protocol.replies import Reply
from kiosk.protocol.requests import Request


def _any_of(*bases: type[Message]) -> Any:
    """The union of all messages of these kinds."""
    return functools.reduce(operator.or_, (kind for base in bases for kind in _leaves(base)))


def _leaves(kind: type[Message]) -> list[type[Message]]:
    under = kind.__subclasses__()
    return [leaf for sub in under for leaf in _leaves(sub)] if under else [kind]


_encode = msgspec.json.Encoder().encode
_decode_request: Callable[[bytes], Request] = msgspec.json.Decoder(_any_of(Request)).decode
_decode_from_engine: Callable[[bytes], Reply | Push] = msgspec.json.Decoder(_any_of(Reply, Push)).decode


class ProtocolError(Exception):
    """A line is not a message of this protocol: the text says where and why."""


def encode(message: Message) -> bytes:
    """A message as one line, newline included."""
    return _encode(message) + b"\n"


def decode_request(line: bytes) -> Request:
    """A line from a client. Raises ProtocolError."""
    try:
        return _decode_request(line)
    except msgspec.MsgspecError as error:
        raise ProtocolError(str(error)) from error
    except UnicodeDecodeError as error:
        raise ProtocolError("the line is not UTF-8") from error


def decode_from_engine(line: bytes) -> Reply | Push:
    """A line from the engine. Raises ProtocolError."""
    try:
        return _decode_from_engine(line)
    except msgspec.MsgspecError as error:
        raise ProtocolError(str(error)) from error
    except UnicodeDecodeError as error:
        raise ProtocolError("the line is not UTF-8") from error


def builtins(message: msgspec.Struct) -> dict[str, Any]:
    """A message as plain dicts and lists, for QML and templates."""
    value: dict[str, Any] = msgspec.to_builtins(message)
    return value
