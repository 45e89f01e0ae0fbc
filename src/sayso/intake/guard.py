"""Which addresses may be connected to: the open internet's, by whatever spelling, and no others."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

from sayso.errors import FetchFailed

Address = IPv4Address | IPv6Address
Resolver = Callable[[str, int], "list[str]"]
"""Host and port to addresses in digits; raises `OSError`."""

_TRANSLATING = tuple(
    IPv6Network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16", "fec0::/10", "::/96")
)
_HOST = re.compile(r"[0-9a-zA-Z_:-]{1,255}(?:\.[0-9a-zA-Z_-]{1,63}){0,126}")
_LOCAL_NAMES = (".localhost", ".local", ".internal", ".home.arpa", ".onion")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: the address is resolved and checked, and nothing resolves it again."""

    url: SplitResult
    host: str
    port: int
    address: str


def system_resolver(host: str, port: int) -> list[str]:
    """What the system's resolver says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def target_of(url: str, *, resolve: Resolver = system_resolver, allow_loopback: bool = False) -> Target:
    """The one address that a request for `url` may connect to.

    Raises `FetchFailed` for another scheme than http and https, for a name with a user in front, and if any of the
    host's addresses is not a public one. `allow_loopback` is for tests.
    """
    parts = _split(url)
    host, port = _host(parts, url), _port(parts, url)
    try:
        addresses = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise FetchFailed(f"{url}: no address for {host} ({error})", uri=url, retryable=True) from error
    for address in addresses:
        if not is_public(address) and not (allow_loopback and ip_address(address).is_loopback):
            message = f"{url}: {host} is at {address}, which is not on the open internet; sayso does not go there"
            raise FetchFailed(message, uri=url, retryable=False)
    if not addresses:
        raise FetchFailed(f"{url}: no address for {host}", uri=url, retryable=True)
    return Target(parts, host, port, addresses[0])


def is_public(address: str) -> bool:
    """Whether an address in digits is one of the open internet's; addresses that stand for another are not."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            found = found.ipv4_mapped
        elif any(found in net for net in _TRANSLATING):
            return False
    return found.is_global and not (
        found.is_multicast or found.is_reserved or found.is_unspecified or found.is_loopback
    )


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise FetchFailed(f"{url}: not a web address ({error})", uri=url, retryable=False) from error
    if parts.scheme.lower() not in ("http", "https"):
        raise FetchFailed(f"{url}: only http and https addresses are fetched", uri=url, retryable=False)
    if "@" in parts.netloc:
        raise FetchFailed(
            f"{url}: an address with a user name or password in it is not fetched", uri=url, retryable=False
        )
    return parts


def _host(parts: SplitResult, url: str) -> str:
    host = (parts.hostname or "").rstrip(".")
    if not host or any(char.isspace() or ord(char) < 33 or char in "\\%" for char in host):
        raise FetchFailed(f"{url}: no host in this address", uri=url, retryable=False)
    try:
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise FetchFailed(f"{url}: {host} is not a host name", uri=url, retryable=False) from error
    if not _HOST.fullmatch(host):
        raise FetchFailed(f"{url}: {host} is not a host name", uri=url, retryable=False)
    if host.endswith(_LOCAL_NAMES):
        raise FetchFailed(f"{url}: {host} is a local name; sayso does not go there", uri=url, retryable=False)
    return host


def _port(parts: SplitResult, url: str) -> int:
    try:
        port = parts.port
    except ValueError as error:
        raise FetchFailed(f"{url}: {error}", uri=url, retryable=False) from error
    return port or (443 if parts.scheme.lower() == "https" else 80)
