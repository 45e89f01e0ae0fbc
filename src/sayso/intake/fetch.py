"""A page from the web, when asked for: never as a side effect of reading one (extra: fetch)."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace

import msgspec

from sayso.errors import CaptureNotFound, FetchFailed, MissingExtra, TooLarge
from sayso.intake.files import capture_of
from sayso.intake.request import REDIRECTS, Answer, Network, ask, follow
from sayso.intake.robots import check
from sayso.intake.unpack import inflated, unpack
from sayso.limits import Limits
from sayso.record.report import Capture

_log = logging.getLogger(__name__)
_TRY_AGAIN = (408, 425, 429, 500, 502, 503, 504)
_ACCEPT = (
    ("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"),
    ("Accept-Encoding", "gzip, deflate, identity;q=0.5"),
)
_WORLD = Network()


def open_url(url: str, *, limits: Limits, network: Network = _WORLD, ignore_robots: bool = False) -> Iterator[Capture]:
    """The capture at a web address; several if it is an archive. Redirects are followed, five at most.

    What the site's robots.txt asks programs to leave alone is left alone, unless `ignore_robots`: that is logged.
    Nothing is tried twice: `FetchFailed.retryable` says whether a later try may do. Raises `FetchFailed`,
    `CaptureNotFound`, `TooLarge`, `ArchiveDamaged`, or `MissingExtra` if httpx2 or protego is not installed.
    """
    _libraries(url)
    if ignore_robots:
        _log.warning("%s: fetched without asking robots.txt", url)
    final, answer = _page(url, limits, network, ignore_robots=ignore_robots)
    told = answer.headers.get("content-type", "application/octet-stream").strip().lower()
    moment = network.now() if network.now else None
    for member in unpack(answer.content, final, limits=limits):
        yield msgspec.structs.replace(capture_of(member.content, member.uri, told), fetched_at=moment)


def _libraries(url: str) -> None:
    try:
        import httpx2  # noqa: F401 - brings httpcore2, which is what is used
        import protego  # noqa: F401
    except ImportError as error:
        message = f"{url}: fetching needs two more packages: pip install 'sayso[fetch]'"
        raise MissingExtra(message, extra="fetch", uri=url) from error


def _page(url: str, limits: Limits, network: Network, *, ignore_robots: bool) -> tuple[str, Answer]:
    """The last address and answer of a chain of redirects; each address is checked as the first was."""
    deadline = network.clock() + network.total_s

    def ask_at(at: str) -> Answer:
        target = network.target_of(at)
        if not ignore_robots:
            check(target, deadline=deadline, network=network)
        answer = ask(target, _ACCEPT, lambda chunks, headers: _body(chunks, headers, at, limits), deadline, network)
        return replace(answer, content=_decoded(answer.content, answer.headers, at, limits))

    followed = follow(url, ask_at)
    if followed is None:
        raise FetchFailed(f"{url}: more than {REDIRECTS} redirects", uri=url, retryable=False)
    at, answer = followed
    return at, _accepted(at, answer)


def _body(chunks: Iterator[bytes], headers: dict[str, str], url: str, limits: Limits) -> bytes:
    content = bytearray()
    most = limits.capture_bytes
    for chunk in chunks:
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


def _accepted(url: str, answer: Answer) -> Answer:
    status = answer.status
    if status == 200:
        return answer
    if status in (404, 410):
        raise CaptureNotFound(f"{url}: no such page (HTTP {status})", uri=url)
    wait = answer.headers.get("retry-after", "")[:40]
    later = f"; the server asks to wait: {wait}" if wait else ""
    raise FetchFailed(f"{url}: HTTP {status}{later}", uri=url, status=status, retryable=status in _TRY_AGAIN)
