from collections.abc import Callable, Iterator

import pytest

from webserver import Answer, Server


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def start(*answers: bytes | Answer, robots: bytes | Answer | None = None) -> Server:
        servers.append(Server(*answers, robots=robots))
        return servers[-1]

    yield start
    for server in servers:
        server.close()
