"""By which names and addresses phones on the store's network reach this machine. Nothing is sent to find them."""

from __future__ import annotations

import fcntl
import ipaddress
import socket
import struct
from contextlib import suppress
from pathlib import Path

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

ANYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104  that is: listening on every address
_SIOCGIFADDR = 0x8915
"""Linux's request for the IPv4 address of an interface, from <linux/sockios.h>; see netdevice(7)."""
_IF_INET6 = Path("/proc/net/if_inet6")
_UNSTEADY = 0x01 | 0x20 | 0x40
"""Flags of IPv6 addresses that are temporary, deprecated or tentative, from <linux/if_addr.h>."""


def own_names() -> frozenset[str]:
    """The names by which this machine may be called on its network, in small letters."""
    name = socket.gethostname().lower()
    short = name.partition(".")[0]
    return frozenset({"localhost", name, short, f"{short}.local", socket.getfqdn().lower()})


def served(host: str) -> list[Address]:
    """Addresses at which phones find who listens on `host`: those of this machine, the one others are most likely to
    use first, or `host` itself. None for a host name."""
    if host not in ANYWHERE:
        with suppress(ValueError):
            return [ipaddress.ip_address(host)]
        return []
    first = _outward()
    found: list[Address] = [*_ipv4(), *(_ipv6() if host == "::" else ())]
    return sorted(dict.fromkeys(found), key=lambda address: address != first)


def _outward() -> Address | None:
    """The address that traffic to other networks would leave from."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        return ipaddress.ip_address(probe.getsockname()[0])


def _ipv4() -> list[ipaddress.IPv4Address]:
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            with suppress(OSError):
                reply = fcntl.ioctl(probe, _SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
                address = ipaddress.IPv4Address(reply[20:24])
                if not address.is_loopback:
                    found.append(address)
    return found


def _ipv6() -> list[ipaddress.IPv6Address]:
    found = []
    with suppress(OSError):
        for line in _IF_INET6.read_text("ascii").splitlines():
            digits, _, _, _, flags, *_ = line.split()
            address = ipaddress.IPv6Address(bytes.fromhex(digits))
            if not (address.is_loopback or address.is_link_local or int(flags, 16) & _UNSTEADY):
                found.append(address)
    return found
