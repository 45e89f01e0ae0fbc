"""A connection to one checked address, with one deadline for all that goes over it."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable
from typing import Any

import httpcore2

Monotonic = Callable[[], float]


class Pinned(httpcore2.NetworkBackend):
    """Connects to `address`, whatever host is asked for: names are not resolved again, so a second answer helps nobody.

    Host header, SNI and certificate are the named host's. `deadline` is by `clock`, in seconds.
    """

    def __init__(self, address: str, *, deadline: float, clock: Monotonic, connect_s: float) -> None:
        self._address, self._deadline, self._clock, self._connect_s = address, deadline, clock, connect_s
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        left = min(self._connect_s, _left(self._deadline, self._clock))
        options = socket_options or []
        stream = self._inner.connect_tcp(self._address, port, left, local_address, options)
        return _Timed(stream, self._deadline, self._clock)


class _Timed(httpcore2.NetworkStream):
    """A stream on which no wait is longer than what is left until the deadline."""

    def __init__(self, inner: httpcore2.NetworkStream, deadline: float, clock: Monotonic) -> None:
        self._inner, self._deadline, self._clock = inner, deadline, clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(self._deadline, self._clock))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(self._deadline, self._clock))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        left = _left(self._deadline, self._clock)
        return _Timed(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline, self._clock)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _left(deadline: float, clock: Monotonic) -> float:
    left = deadline - clock()
    if left <= 0:
        raise httpcore2.ReadTimeout("it took too long")
    return left
