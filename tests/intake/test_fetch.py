"""Fetching, from servers on loopback only: they are allowed by an option that is there for tests."""

import builtins
import gzip
import socket
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import pytest

from sayso.errors import CaptureNotFound, FetchFailed, MissingExtra, TooLarge
from sayso.intake.fetch import open_url
from sayso.intake.request import Network
from sayso.limits import Limits
from sayso.record.report import Capture
from webserver import Answer, Server, ok, status

LIMITS = Limits()


def fetched(url: str, limits: Limits = LIMITS, *, ignore_robots: bool = False, **options: Any) -> Capture:
    network = Network(**{"allow_loopback": True, "total_s": 5.0, **options})
    (capture,) = open_url(url, limits=limits, network=network, ignore_robots=ignore_robots)
    return capture


def test_page_is_fetched(serve: Callable[..., Server]) -> None:
    server = serve(ok(b"<p>Words</p>"))
    moment = datetime(2021, 5, 3, tzinfo=UTC)
    capture = fetched(server.url("/a b?q=é"), now=lambda: moment)
    assert (capture.content, capture.media_type) == (b"<p>Words</p>", "text/html; charset=utf-8")
    assert capture.fetched_at == moment
    assert server.requests[0].startswith(b"GET /a%20b?q=%C3%A9 HTTP/1.1\r\n")


def test_named_host_is_asked_for_at_the_pinned_address(serve: Callable[..., Server]) -> None:
    server = serve(ok(b"Words"))
    answers = iter([["127.0.0.1"]])  # a second look-up would raise
    fetched(server.url(host="news.example"), ignore_robots=True, resolve=lambda host, port: next(answers))
    assert f"Host: news.example:{server.port}".encode() in server.requests[0]


def test_redirects_are_followed(serve: Callable[..., Server]) -> None:
    server = serve(status("302 Found", "Location: /next"), ok(b"Words"))
    capture = fetched(server.url())
    assert capture.content == b"Words"
    assert capture.uri == server.url("/next")


def test_redirects_end(serve: Callable[..., Server]) -> None:
    server = serve(status("302 Found", "Location: /"))
    with pytest.raises(FetchFailed, match="more than 5 redirects"):
        fetched(server.url())
    assert len(server.requests) == 6


@pytest.mark.parametrize(
    "location", ["http://10.0.0.1/", "file:///etc/passwd", "http://[::ffff:169.254.169.254]/", "//u:p@a.example/"]
)
def test_redirect_to_a_private_address_is_refused(serve: Callable[..., Server], location: str) -> None:
    server = serve(status("302 Found", f"Location: {location}"))
    with pytest.raises(FetchFailed) as caught:
        fetched(server.url())
    assert caught.value.retryable is False


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1"])
def test_nothing_connects_to_a_private_address(serve: Callable[..., Server], host: str) -> None:
    server = serve(ok(b"secret"))
    with pytest.raises(FetchFailed):
        fetched(server.url(host=host), allow_loopback=False)
    time.sleep(0.05)
    assert server.requests == []


def test_second_answer_of_a_name_server_helps_nobody(serve: Callable[..., Server]) -> None:
    server = serve(ok(b"secret"))
    answers = iter([["192.0.2.1"], ["127.0.0.1"]])
    with pytest.raises(FetchFailed):
        fetched(server.url(host="a.example"), allow_loopback=False, resolve=lambda host, port: next(answers))
    assert server.requests == []


def test_compressed_body_is_unpacked_within_bounds(serve: Callable[..., Server]) -> None:
    server = serve(
        ok(gzip.compress(b"Words"), "Content-Encoding: gzip"),
        ok(gzip.compress(b"\0" * 60_000_000), "Content-Encoding: gzip"),
    )
    assert fetched(server.url()).content == b"Words"
    with pytest.raises(TooLarge):
        fetched(server.url())


def test_coding_that_was_not_asked_for_is_refused(serve: Callable[..., Server]) -> None:
    server = serve(ok(b"xx", "Content-Encoding: br"))
    with pytest.raises(FetchFailed, match="br"):
        fetched(server.url())


def test_large_body_is_refused(serve: Callable[..., Server]) -> None:
    server = serve(ok(b"x" * 3000))
    with pytest.raises(TooLarge):
        fetched(server.url(), Limits(capture_bytes=1000))


def endless(connection: socket.socket, request: bytes) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        connection.sendall(b"x" * 65_536)


def trickle(connection: socket.socket, request: bytes) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n")
    while True:
        connection.sendall(b"x")
        time.sleep(0.05)


def slow_headers(connection: socket.socket, request: bytes) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.sendall(b"X")
        time.sleep(0.05)


def silent(connection: socket.socket, request: bytes) -> None:
    time.sleep(5)


def many_headers(connection: socket.socket, request: bytes) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n" + b"X-Header: " + b"x" * 10_000_000 + b"\r\n\r\n")


def cut(connection: socket.socket, request: bytes) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")


def nonsense(connection: socket.socket, request: bytes) -> None:
    connection.sendall(b"SSH-2.0-nothing\r\n")


def test_endless_body_is_refused(serve: Callable[..., Server]) -> None:
    with pytest.raises(TooLarge):
        fetched(serve(endless).url())


@pytest.mark.parametrize("answer", [trickle, slow_headers, silent])
def test_slow_server_is_given_up(serve: Callable[..., Server], answer: Answer) -> None:
    start = time.monotonic()
    with pytest.raises(FetchFailed) as caught:
        fetched(serve(answer).url(), total_s=0.4)
    assert time.monotonic() - start < 2
    assert caught.value.retryable


@pytest.mark.parametrize("answer", [many_headers, cut, nonsense])
def test_broken_answer_is_told(serve: Callable[..., Server], answer: Answer) -> None:
    with pytest.raises(FetchFailed):
        fetched(serve(answer).url())


@pytest.mark.parametrize(
    ("line", "retryable"),
    [
        ("403 Forbidden", False),
        ("429 Too Many Requests", True),
        ("503 Service Unavailable", True),
        ("451 Unavailable", False),
    ],
)
def test_status_is_told_with_whether_to_try_again(serve: Callable[..., Server], line: str, retryable: bool) -> None:
    with pytest.raises(FetchFailed) as caught:
        fetched(serve(status(line, "Retry-After: 120")).url())
    assert (caught.value.status, caught.value.retryable) == (int(line[:3]), retryable)
    assert "120" in str(caught.value)


def test_missing_page_is_not_found(serve: Callable[..., Server]) -> None:
    with pytest.raises(CaptureNotFound):
        fetched(serve(status("404 Not Found")).url())


def test_nobody_listening_is_told() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(FetchFailed):
        fetched(f"http://127.0.0.1:{port}/")


def test_plain_server_spoken_to_in_tls_is_told(serve: Callable[..., Server]) -> None:
    with pytest.raises(FetchFailed):
        fetched(serve(ok(b"x")).url().replace("http://", "https://"))


def test_missing_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("httpx2"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=r"sayso\[fetch\]") as caught:
        list(open_url("http://a.example/", limits=LIMITS))
    assert caught.value.extra == "fetch"
