"""A server on loopback that answers as a test wants it to."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress

Answer = Callable[[socket.socket, bytes], None]


class Server:
    """Answers each connection with the next of `answers`, the last for ever, and keeps the requests.

    What is asked of robots.txt is kept and answered apart: `robots` is the answer, and by default there is none.
    """

    def __init__(self, *answers: bytes | Answer, robots: bytes | Answer | None = None) -> None:
        self.answers, self.requests = list(answers), list[bytes]()
        self.robots, self.asked = robots or status("404 Not Found"), list[bytes]()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def close(self) -> None:
        self._socket.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:
            request = connection.recv(65_536)
            answer = self._answer(request)
            if callable(answer):
                answer(connection, request)
            else:
                connection.sendall(answer)

    def _answer(self, request: bytes) -> bytes | Answer:
        if request.startswith(b"GET /robots.txt "):
            self.asked.append(request)
            return self.robots
        self.requests.append(request)
        return self.answers[min(len(self.requests), len(self.answers)) - 1]


def ok(body: bytes, *headers: str) -> bytes:
    lines = ["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def status(line: str, *headers: str) -> bytes:
    return "\r\n".join([f"HTTP/1.1 {line}", "Content-Length: 0", *headers]).encode() + b"\r\n\r\n"
