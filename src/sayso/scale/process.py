"""One reading process, as its parent sees it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from queue import SimpleQueue
from typing import BinaryIO, cast

import msgspec

from sayso.scale.frames import Begun, Frame, Kind, Order, received, send
from sayso.scale.worker import OUT_OF_MEMORY

Inbox = SimpleQueue[tuple["Process", Frame]]

_END_S = 5.0
"""How long a child that has hung up may take to end."""
_START = "from sayso.scale.worker import main; main()"


class Process:
    """A child that reads reports; what it says arrives in the `inbox` it was given, its end as `Kind.GONE`.

    `ready` says that it has started and waits for an order, `begun` which capture it has open; `deadline` is the time
    (of the parent's monotonic clock, in seconds) by which it must be heard of again.
    """

    def __init__(self, steps: str, inbox: Inbox, *, deadline: float, noisy: bool) -> None:
        self.ready = False
        self.begun: Begun | None = None
        self.deadline = deadline
        self._overdue: str | None = None
        self._child = _started(steps, noisy)
        self._listener = threading.Thread(target=self._listen, args=(inbox,), daemon=True)
        self._listener.start()

    def give(self, order: Order, *, deadline: float) -> None:
        """Set the child to work; if it is gone by then, its end will say so."""
        self.ready, self.begun, self.deadline = False, None, deadline
        try:
            send(self._orders, Frame(Kind.ORDER, msgspec.msgpack.encode(order)))
        except OSError:
            return

    def kill(self, why: str | None = None) -> None:
        """End the child at once; `why` is told by `ending`."""
        self._overdue = why
        self._child.kill()

    def close(self) -> None:
        """End the child and wait until nothing of it is left."""
        self._child.kill()
        self._child.wait()
        self._listener.join()
        try:
            self._orders.close()
        except OSError:  # what was not yet sent to a child that is gone
            return

    def ending(self) -> str:
        """How a child that is gone came to its end, for people: "crashed (SIGSEGV)"."""
        status = self._status()
        if self._overdue:
            return self._overdue
        if status == OUT_OF_MEMORY:
            return "ran out of memory"
        if status < 0:
            return _SIGNALS.get(-status) or f"crashed ({_signal_name(-status)})"
        return f"ended with status {status}"

    def _status(self) -> int:
        """The exit status; a child that hung up but does not end is ended."""
        try:
            return self._child.wait(timeout=_END_S)
        except subprocess.TimeoutExpired:
            self._child.kill()
            return self._child.wait()

    @property
    def _orders(self) -> BinaryIO:
        return cast(BinaryIO, self._child.stdin)

    def _listen(self, inbox: Inbox) -> None:
        with cast(BinaryIO, self._child.stdout) as answers:
            for frame in received(answers):
                inbox.put((self, frame))
        inbox.put((self, Frame(Kind.GONE)))


_SIGNALS = {getattr(signal, "SIGXCPU", 0): "used up its processor time"}


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _started(steps: str, noisy: bool) -> subprocess.Popen[bytes]:
    """A fresh interpreter, out of reach of the terminal's Ctrl-C, that finds modules where this one does."""
    return subprocess.Popen(  # noqa: S603 - our own interpreter and our own module
        [sys.executable, "-P", "-c", _START, steps],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if noisy else subprocess.DEVNULL,
        env=_environment(),
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


def _environment() -> dict[str, str]:
    """Ours, with one thread a process: two processes beat two threads."""
    path = os.pathsep.join(folder or os.getcwd() for folder in sys.path)
    return {**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
