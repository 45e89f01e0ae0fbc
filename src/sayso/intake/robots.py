"""What a site asks of programs in its robots.txt, by RFC 9309."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.errors import FetchFailed
from sayso.intake.guard import Target
from sayso.intake.request import PRODUCT, Answer, Network, ask, follow

if TYPE_CHECKING:
    from protego import Protego

_MOST_BYTES = 512_000
"""What is read of a robots.txt; RFC 9309 asks for 500 KiB at least."""
_KNOWN_S = 24 * 3600.0
"""For how long an answer is gone by; RFC 9309 asks for a day at most."""
_BUSY = 429
_ACCEPT = (("Accept", "text/plain,*/*;q=0.5"), ("Accept-Encoding", "identity"))
_AGENT = re.compile(r"\s{0,80}(?:user-agent|useragent|user\s{1,9}agent)(?:\s{0,9}:|\s)([^#]*)", re.IGNORECASE)


def check(target: Target, *, deadline: float, network: Network) -> None:
    """That a site lets programs have a page of it. Raises `FetchFailed` if not, and if nobody can tell.

    A site without a robots.txt lets them have all; so does one whose robots.txt moves on and on. One that has trouble
    giving it (a 5xx, a 429, no answer) is left alone until it can. Sites are asked once a day.
    """
    url = target.url.geturl().encode("utf-8", "replace").decode()
    rules = _rules_of(target, deadline, network)
    if rules is not None and not rules.can_fetch(url, PRODUCT):
        message = f"{url}: the site's robots.txt asks programs to leave this page alone (--ignore-robots fetches it)"
        raise FetchFailed(message, uri=url, retryable=False)


def _rules_of(target: Target, deadline: float, network: Network) -> Protego | None:
    """The rules of a page's site; None if it has none."""
    site = f"{target.url.scheme.lower()}://{target.host}:{target.port}"
    known = network.sites.get(site)
    if known is None or network.clock() - known[0] > _KNOWN_S:
        known = network.sites[site] = network.clock(), _asked(target, deadline, network)
    return known[1]


def _asked(target: Target, deadline: float, network: Network) -> Protego | None:
    url = target.url._replace(path="/robots.txt", query="", fragment="").geturl()

    def ask_at(at: str) -> Answer:
        return ask(network.target_of(at), _ACCEPT, _first, deadline, network)

    try:
        followed = follow(url, ask_at)
    except FetchFailed as error:
        raise _unreachable(target, str(error), retryable=error.retryable) from error
    if followed is None:
        return None
    _, answer = followed
    if answer.status == _BUSY or answer.status >= 500:
        raise _unreachable(target, f"{url}: HTTP {answer.status}", retryable=True)
    return parsed(answer.content) if answer.status == 200 else None


def _first(chunks: Iterator[bytes], headers: dict[str, str]) -> bytes:
    coding = headers.get("content-encoding", "identity")
    if coding.strip().lower() not in ("identity", ""):
        raise FetchFailed(f"robots.txt is sent as {coding}, which was not asked for", retryable=False)
    content = bytearray()
    for chunk in chunks:
        content += chunk
        if len(content) >= _MOST_BYTES:
            break
    return bytes(content[:_MOST_BYTES])


def parsed(content: bytes) -> Protego:
    """The rules in a robots.txt; what is none is passed over, and any bytes are taken."""
    from protego import Protego

    lines = content.decode("utf-8-sig", "replace").splitlines()
    return Protego.parse("\n".join(map(_without_others, lines)))


def _without_others(line: str) -> str:
    """The line; if it names another program, that is one and the same for all.

    Protego's time grows with names times rules: 3,000 of each take it a minute.
    """
    named = _AGENT.match(line)
    if named is None or PRODUCT.startswith(named[1].strip().lower().replace("*", "")):
        return line
    return "User-agent: another"


def _unreachable(target: Target, why: str, *, retryable: bool) -> FetchFailed:
    url = target.url.geturl()
    message = f"{url}: whether the site lets programs have this page cannot be told ({why})"
    return FetchFailed(message, uri=url, retryable=retryable)
