"""What sites ask of programs, from servers on loopback."""

import logging
import socket
import time
from collections.abc import Callable
from typing import Any

import pytest

from sayso.errors import FetchFailed
from sayso.intake.fetch import open_url
from sayso.intake.request import PRODUCT, Network
from sayso.intake.robots import parsed
from sayso.limits import Limits
from webserver import Answer, Server, ok, status

Serve = Callable[..., Server]
ALL = b"User-agent: *\nDisallow: /\n"


def network(**options: Any) -> Network:
    return Network(**{"allow_loopback": True, "total_s": 5.0, **options})


def fetch(url: str, over: Network | None = None, **options: Any) -> bytes:
    (capture,) = open_url(url, limits=Limits(), network=over or network(), **options)
    return capture.content


def test_page_that_is_to_be_left_alone_is_not_asked_for(serve: Serve) -> None:
    server = serve(ok(b"Words"), robots=ok(b"User-agent: *\nDisallow: /inside/\n"))
    assert fetch(server.url("/outside/1")) == b"Words"
    with pytest.raises(FetchFailed, match=r"robots\.txt") as caught:
        fetch(server.url("/inside/1"))
    assert not caught.value.retryable
    assert len(server.requests) == 1


def test_rules_for_us_go_before_rules_for_all(serve: Serve) -> None:
    server = serve(ok(b"Words"), robots=ok(ALL + b"User-agent: Sayso\nAllow: /\n"))
    assert fetch(server.url()) == b"Words"


def test_redirect_leads_nowhere_that_is_to_be_left_alone(serve: Serve) -> None:
    closed = serve(ok(b"Words"), robots=ok(ALL))
    server = serve(status("302 Found", f"Location: {closed.url()}"))
    with pytest.raises(FetchFailed, match=r"robots\.txt"):
        fetch(server.url())
    assert closed.requests == []


@pytest.mark.parametrize("line", ["404 Not Found", "403 Forbidden", "410 Gone", "204 No Content"])
def test_site_without_rules_lets_programs_have_all(serve: Serve, line: str) -> None:
    assert fetch(serve(ok(b"Words"), robots=status(line)).url()) == b"Words"


def test_rules_that_move_on_and_on_are_none(serve: Serve) -> None:
    server = serve(ok(b"Words"), robots=status("301 Moved", "Location: /robots.txt"))
    assert fetch(server.url()) == b"Words"
    assert len(server.asked) == 6


def silent(connection: socket.socket, request: bytes) -> None:
    time.sleep(5)


def cut(connection: socket.socket, request: bytes) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nUser-agent: *")


@pytest.mark.parametrize("robots", [status("500 Oops"), status("503 Later"), status("429 Slow"), cut, silent])
def test_site_that_cannot_tell_is_left_alone_until_it_can(serve: Serve, robots: bytes | Answer) -> None:
    server, over = serve(ok(b"Words"), robots=robots), network(total_s=0.4)
    with pytest.raises(FetchFailed, match="cannot be told") as caught:
        fetch(server.url(), over)
    assert caught.value.retryable
    assert server.requests == []
    server.robots = ok(b"")
    assert fetch(server.url(), over) == b"Words"


def test_rules_packed_unasked_are_not_guessed(serve: Serve) -> None:
    with pytest.raises(FetchFailed, match="gzip"):
        fetch(serve(ok(b"Words"), robots=ok(b"\x1f\x8b", "Content-Encoding: gzip")).url())


def test_rules_elsewhere_are_asked_of_the_open_internet_only(serve: Serve) -> None:
    server = serve(ok(b"Words"), robots=status("301 Moved", "Location: http://10.0.0.1/robots.txt"))
    with pytest.raises(FetchFailed, match=r"10\.0\.0\.1"):
        fetch(server.url())
    assert server.requests == []


def test_site_is_asked_once_a_day(serve: Serve) -> None:
    times = [0.0]
    server, over = serve(ok(b"Words"), robots=ok(b"")), network(clock=lambda: times[0])
    for _ in range(3):
        fetch(server.url(), over)
    assert len(server.asked) == 1
    times[0] = 25 * 3600.0
    fetch(server.url(), over)
    assert len(server.asked) == 2


def test_rules_can_be_passed_over_and_that_is_logged(serve: Serve, caplog: pytest.LogCaptureFixture) -> None:
    server = serve(ok(b"Words"), robots=ok(ALL))
    with caplog.at_level(logging.WARNING):
        assert fetch(server.url(), ignore_robots=True) == b"Words"
    assert server.url() in caplog.text
    assert server.asked == []


def test_large_rules_are_read_as_far_as_half_a_megabyte(serve: Serve) -> None:
    far = b"User-agent: *\n" + b"# words\n" * 625_000 + b"Disallow: /\n"
    assert fetch(serve(ok(b"Words"), robots=ok(far)).url()) == b"Words"


def test_mark_of_byte_order_hides_no_rule() -> None:
    assert not parsed(b"\xef\xbb\xbf" + ALL).can_fetch("http://a.example/", PRODUCT)


@pytest.mark.parametrize("agent", ["User-agent: n{}", "user agent n{}", "USERAGENT:n{} # one"])
def test_rules_for_many_programs_cost_no_more_than_their_lines(agent: str) -> None:
    lines = [agent.format(n) for n in range(15_000)] + [f"Disallow: /{n}" for n in range(15_000)]
    start = time.process_time()
    assert parsed("\n".join([*lines, "User-agent: *", "Disallow: /x"]).encode()).can_fetch(
        "http://a.example/1", PRODUCT
    )
    assert time.process_time() - start < 5


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\0\0", b"<html>Not found</html>", b"Disallow", b":\n:::"])
def test_any_bytes_are_taken(content: bytes) -> None:
    assert parsed(content).can_fetch("http://a.example/", PRODUCT)
