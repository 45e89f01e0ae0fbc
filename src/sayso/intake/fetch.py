"""A page from the web, when asked for: never as a side effect of reading one (extra: fetch)."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import msgspec

from sayso.errors import CaptureNotFound, FetchFailed, MissingExtra, TooLarge
from sayso.intake import guard
from sayso.intake.files import capture_of
from sayso.intake.unpack import inflated, unpack
from sayso.limits import Limits
from sayso.record.report import Capture

if TYPE_CHECKING:
    import httpcore2

_REDIRECTS = 5
_CONNECT_S = 10.0
_TOTAL_S = 30.0
_MOVED = (301, 302, 303, 307, 308)
_TRY_AGAIN = (408, 425, 429, 500, 502, 503, 504)
_HEADERS = (
    ("User-Agent", "sayso (reads one page, when asked to)"),
    ("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"),
    ("Accept-Encoding", "gzip, deflate, identity;q=0.5"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """What a fetch may use of the world: a resolver, a clock for its deadline, and one to say when it fetched.

    `now` is None where that is not to be recorded. `total_s` bounds one request with its redirects.
    `allow_loopback` lets tests talk to a server of their own.
    """

    resolve: guard.Resolver = guard.system_resolver
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] | None = None
    connect_s: float = _CONNECT_S
    total_s: float = _TOTAL_S
    allow_loopback: bool = False


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a server said: `content` is empty unless the status is 200."""

    status: int
    headers: dict[str, str]
    content: bytes


_WORLD = Network()


def open_url(url: str, *, limits: Limits, network: Network = _WORLD) -> Iterator[Capture]:
    """The capture at a web address; several if it is an archive. Redirects are followed, five at most.

    Nothing is tried twice: `FetchFailed.retryable` says whether a later try may do. Raises `FetchFailed`,
    `CaptureNotFound`, `TooLarge`, `ArchiveDamaged`, or `MissingExtra` if httpx2 is not installed.
    """
    _library(url)
    final, answer = _followed(url, limits, network)
    told = answer.headers.get("content-type", "application/octet-stream").strip().lower()
    moment = network.now() if network.now else None
    for member in unpack(answer.content, final, limits=limits):
        yield msgspec.structs.replace(capture_of(member.content, member.uri, told), fetched_at=moment)


def _library(url: str) -> None:
    try:
        import httpx2  # noqa: F401 - brings httpcore2, which is what is used
    except ImportError as error:
        message = f"{url}: fetching needs one more package: pip install 'sayso[fetch]'"
        raise MissingExtra(message, extra="fetch", uri=url) from error


def _followed(url: str, limits: Limits, network: Network) -> tuple[str, _Answer]:
    """The last address and answer of a chain of redirects; each address is checked as the first was."""
    deadline = network.clock() + network.total_s
    at = url
    for _ in range(_REDIRECTS + 1):
        target = guard.target_of(at, resolve=network.resolve, allow_loopback=network.allow_loopback)
        answer = _asked(target, at, deadline, limits, network)
        if answer.status not in _MOVED or "location" not in answer.headers:
            return at, _accepted(at, answer)
        at = urljoin(at, answer.headers["location"])
    raise FetchFailed(f"{url}: more than {_REDIRECTS} redirects", uri=url, retryable=False)


def _asked(target: guard.Target, url: str, deadline: float, limits: Limits, network: Network) -> _Answer:
    import httpcore2

    from sayso.intake.wire import Pinned

    backend = Pinned(target.address, deadline=deadline, clock=network.clock, connect_s=network.connect_s)
    try:
        with (
            httpcore2.ConnectionPool(ssl_context=_tls(target), network_backend=backend) as pool,
            pool.stream("GET", _request_url(target), headers=list(_HEADERS)) as response,
        ):
            headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            content = _body(response, headers, url, limits) if response.status == 200 else b""
    except (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError, OSError, ValueError) as error:
        raise FetchFailed(f"{url}: could not be fetched ({_why(error)})", uri=url, retryable=True) from error
    return _Answer(response.status, headers, _decoded(content, headers, url, limits))


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


def _body(response: httpcore2.Response, headers: dict[str, str], url: str, limits: Limits) -> bytes:
    content = bytearray()
    most = limits.capture_bytes
    for chunk in response.iter_stream():
        content += chunk
        if content.startswith(b"%PDF-"):
            most = limits.pdf_bytes
        told = headers.get("content-length", "")
        size = max(len(content), int(told) if told.isdecimal() and len(told) < 16 else 0)
        if size > most:
            message = f"{url}: {size:,} bytes or more, where {most:,} are read at most"
            raise TooLarge(message, uri=url, size_bytes=size, limit_bytes=most)
    return bytes(content)


def _decoded(content: bytes, headers: dict[str, str], url: str, limits: Limits) -> bytes:
    coding = headers.get("content-encoding", "identity").strip().lower()
    if not content or coding in ("identity", ""):
        return content
    if coding in ("gzip", "x-gzip", "deflate"):
        return inflated(content, url, limits=limits)
    raise FetchFailed(f"{url}: sent as {coding}, which was not asked for", uri=url, retryable=False)


def _accepted(url: str, answer: _Answer) -> _Answer:
    status = answer.status
    if status == 200:
        return answer
    if status in (404, 410):
        raise CaptureNotFound(f"{url}: no such page (HTTP {status})", uri=url)
    wait = answer.headers.get("retry-after", "")[:40]
    later = f"; the server asks to wait: {wait}" if wait else ""
    raise FetchFailed(f"{url}: HTTP {status}{later}", uri=url, status=status, retryable=status in _TRY_AGAIN)


def _why(error: Exception) -> str:
    return str(error) or type(error).__name__
