"""One request to one checked address: no redirect is followed here, and nothing is tried twice."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from sayso.errors import FetchFailed
from sayso.intake import guard

if TYPE_CHECKING:
    import httpcore2
    from protego import Protego

PRODUCT = "sayso"
"""What sites know us by."""
REDIRECTS = 5
_CONNECT_S = 10.0
_TOTAL_S = 30.0
_MOVED = (301, 302, 303, 307, 308)
_AGENT = ("User-Agent", f"{PRODUCT} (reads one page, when asked to)")

Headers = tuple[tuple[str, str], ...]
Keep = Callable[[Iterator[bytes], dict[str, str]], bytes]
"""What to keep of a body, which comes in pieces; the headers of the answer have small letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """What a fetch may use of the world: a resolver, a clock for its deadline, and one to say when it fetched.

    `now` is None where that is not to be recorded. `total_s` bounds one page with its redirects and what is asked of
    robots.txt first. `allow_loopback` lets tests talk to a server of their own. `sites` is filled with what sites' own
    robots.txt say, by origin, and by `clock` when that was asked; None where there is none to go by.
    """

    resolve: guard.Resolver = guard.system_resolver
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] | None = None
    connect_s: float = _CONNECT_S
    total_s: float = _TOTAL_S
    allow_loopback: bool = False
    sites: dict[str, tuple[float, Protego | None]] = field(default_factory=dict, compare=False, repr=False)

    def target_of(self, url: str) -> guard.Target:
        """Where a request for `url` goes; raises `FetchFailed` if it may go nowhere."""
        return guard.target_of(url, resolve=self.resolve, allow_loopback=self.allow_loopback)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: `content` is empty unless the status is 200."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def location(self) -> str | None:
        """Where else to ask; None if this is the answer."""
        return self.headers.get("location") if self.status in _MOVED else None


def follow(url: str, ask: Callable[[str], Answer]) -> tuple[str, Answer] | None:
    """The last address and answer of a chain of redirects; None if there are more than `REDIRECTS`."""
    at = url
    for _ in range(REDIRECTS + 1):
        answer = ask(at)
        if answer.location is None:
            return at, answer
        at = urljoin(at, answer.location)
    return None


def ask(target: guard.Target, accept: Headers, keep: Keep, deadline: float, network: Network) -> Answer:
    """One answer; `deadline` is by the network's clock, in seconds. Raises `FetchFailed`, and what `keep` raises."""
    import httpcore2

    from sayso.intake.wire import Pinned

    backend = Pinned(target.address, deadline=deadline, clock=network.clock, connect_s=network.connect_s)
    try:
        with (
            httpcore2.ConnectionPool(ssl_context=_tls(target), network_backend=backend) as pool,
            pool.stream("GET", _request_url(target), headers=[_AGENT, *accept]) as response,
        ):
            headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            content = keep(response.iter_stream(), headers) if response.status == 200 else b""
    except (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError, OSError, ValueError) as error:
        url = target.url.geturl()
        raise FetchFailed(f"{url}: could not be fetched ({_why(error)})", uri=url, retryable=True) from error
    return Answer(response.status, headers, content)


def _tls(target: guard.Target) -> ssl.SSLContext | None:
    if target.url.scheme.lower() != "https":
        return None
    import httpx2

    return httpx2.create_ssl_context(trust_env=False)


def _request_url(target: guard.Target) -> httpcore2.URL:
    import httpcore2

    path = target.url.path or "/"
    query = f"?{target.url.query}" if target.url.query else ""
    plain = "".join(char if 33 <= ord(char) < 127 else _escaped(char) for char in path + query)
    host = f"[{target.host}]" if ":" in target.host else target.host
    return httpcore2.URL(
        scheme=target.url.scheme.lower().encode(), host=host.encode(), port=target.url.port, target=plain.encode()
    )


def _escaped(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))


def _why(error: Exception) -> str:
    return str(error) or type(error).__name__
