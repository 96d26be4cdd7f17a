"""What PulseAudio, or PipeWire in its place, has for devices; asked through its own library, libpulse.

PortAudio knows a sound server as one device, "pulse", whatever is plugged in behind it. Without this a kiosk whose
microphone was pulled out would listen to its own speaker's monitor, and no microphone could be chosen by its name.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable
from ctypes import POINTER, Structure, c_char_p, c_int, c_uint8, c_uint32, c_void_p
from dataclasses import dataclass, field
from functools import cache
from typing import Any

_PATIENCE_S = 1.0
"""Longest time for an answer."""
_NO_AUTOSPAWN = 1
_READY, _FAILED = 4, 5
"""States of a connection, pa_context_state_t; what comes after FAILED is the end too."""
_NONE = 0xFFFFFFFF
_CHANNELS = 32


@dataclass(frozen=True, slots=True)
class Device:
    """A source (microphone) or a sink (speaker)."""

    name: str
    """As the server calls it."""
    description: str
    """As people call it."""
    monitor: bool = False
    """A source that hears what a speaker plays: no microphone."""


@dataclass(slots=True)
class Server:
    """What the server has at the moment; the defaults are names, '' if there is none."""

    inputs: list[Device] = field(default_factory=list)
    outputs: list[Device] = field(default_factory=list)
    default_input: str = ""
    default_output: str = ""

    def devices(self, kind: str) -> list[Device]:
        """kind: input or output."""
        return self.inputs if kind == "input" else self.outputs

    def default(self, kind: str) -> str:
        return self.default_input if kind == "input" else self.default_output


class _Spec(Structure):
    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class _Map(Structure):
    _fields_ = (("channels", c_uint8), ("map", c_int * _CHANNELS))


class _Volume(Structure):
    _fields_ = (("channels", c_uint8), ("values", c_uint32 * _CHANNELS))


class _About(Structure):
    """The beginning of pa_source_info and of pa_sink_info, which are alike so far."""

    _fields_ = (
        ("name", c_char_p), ("index", c_uint32), ("description", c_char_p), ("spec", _Spec), ("map", _Map),
        ("module", c_uint32), ("volume", _Volume), ("mute", c_int), ("monitor", c_uint32),
    )  # fmt: skip


class _ServerInfo(Structure):
    """The beginning of pa_server_info."""

    _fields_ = (
        ("user", c_char_p), ("host", c_char_p), ("version", c_char_p), ("name", c_char_p), ("spec", _Spec),
        ("sink", c_char_p), ("source", c_char_p),
    )  # fmt: skip


_OnDevice = ctypes.CFUNCTYPE(None, c_void_p, POINTER(_About), c_int, c_void_p)
_OnServer = ctypes.CFUNCTYPE(None, c_void_p, POINTER(_ServerInfo), c_void_p)


def ask() -> Server | None:
    """What the server has; None without a server, without its library, or when it does not answer in a second."""
    library = _library()
    if library is None:
        return None
    loop = library.pa_mainloop_new()
    context = library.pa_context_new(library.pa_mainloop_get_api(loop), b"aislewise")
    try:
        return _ask(library, loop, context)
    finally:
        library.pa_context_disconnect(context)
        library.pa_context_unref(context)
        library.pa_mainloop_free(loop)


def _ask(library: Any, loop: int, context: int) -> Server | None:
    deadline = time.monotonic() + _PATIENCE_S

    def until(done: Callable[[], bool]) -> bool:
        while not done():
            left = deadline - time.monotonic()
            if left <= 0 or library.pa_context_get_state(context) >= _FAILED:
                return False
            library.pa_mainloop_prepare(loop, max(1, int(left * 1e6)))
            library.pa_mainloop_poll(loop)
            library.pa_mainloop_dispatch(loop)
        return True

    if library.pa_context_connect(context, None, _NO_AUTOSPAWN, None) < 0:
        return None
    if not until(lambda: library.pa_context_get_state(context) == _READY):
        return None
    server, ended = Server(), []

    def defaults(_context: int, info: Any, _user: int) -> None:
        if info:
            server.default_input, server.default_output = _text(info[0].source), _text(info[0].sink)
        ended.append("server")

    def lists(into: list[Device], is_source: bool) -> Any:
        def came(_context: int, info: Any, end: int, _user: int) -> None:
            if end or not info:
                ended.append("list")
                return
            about = info[0]
            name = _text(about.name)
            monitor = is_source and about.monitor != _NONE
            into.append(Device(name, _text(about.description) or name, monitor))

        return _OnDevice(came)

    calls = _OnServer(defaults), lists(server.inputs, True), lists(server.outputs, False)
    for operation in (
        library.pa_context_get_server_info(context, calls[0], None),
        library.pa_context_get_source_info_list(context, calls[1], None),
        library.pa_context_get_sink_info_list(context, calls[2], None),
    ):
        if not operation:  # the server has just gone
            return None
        library.pa_operation_unref(operation)
    return server if until(lambda: len(ended) == len(calls)) else None


def _text(raw: bytes | None) -> str:
    return (raw or b"").decode("utf-8", "replace")


@cache
def _library() -> Any:
    try:
        library = ctypes.CDLL("libpulse.so.0")
    except OSError:
        return None
    pointers = "pa_mainloop_new pa_mainloop_get_api pa_context_new pa_context_get_server_info"
    for name in (*pointers.split(), "pa_context_get_source_info_list", "pa_context_get_sink_info_list"):
        getattr(library, name).restype = c_void_p
    for name, arguments in {
        "pa_mainloop_get_api": [c_void_p],
        "pa_mainloop_free": [c_void_p],
        "pa_mainloop_prepare": [c_void_p, c_int],
        "pa_mainloop_poll": [c_void_p],
        "pa_mainloop_dispatch": [c_void_p],
        "pa_context_new": [c_void_p, c_char_p],
        "pa_context_connect": [c_void_p, c_char_p, c_int, c_void_p],
        "pa_context_get_state": [c_void_p],
        "pa_context_disconnect": [c_void_p],
        "pa_context_unref": [c_void_p],
        "pa_context_get_server_info": [c_void_p, _OnServer, c_void_p],
        "pa_context_get_source_info_list": [c_void_p, _OnDevice, c_void_p],
        "pa_context_get_sink_info_list": [c_void_p, _OnDevice, c_void_p],
        "pa_operation_unref": [c_void_p],
    }.items():
        getattr(library, name).argtypes = arguments
    return library
