"""Many reports on one machine: a reading process per core, supervised.

A process that hangs, crashes or runs out of memory costs one report. It is replaced, the report is tried once more with
nothing else running, and then it is a `Failure` (`ReadingAborted`). Findings come in the order of the locations,
whatever the number of processes.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue

import msgspec

from sayso.pipeline import Options
from sayso.record.codec import encode
from sayso.scale.docket import Docket, Found, Task
from sayso.scale.frames import Begun, Frame, Kind, Order
from sayso.scale.mishaps import aborted, bug, uri_of
from sayso.scale.process import Inbox, Process

__all__ = ["Crew", "Found", "Reading", "cores"]

_WINDOW = 32
"""Locations given out ahead of the oldest unfinished one, per process: bounds what waits for its turn."""
_START_S = 60.0
"""A process that has not started by then never will."""
_TICK_S = 0.25
"""How long the parent sleeps at most: a request to stop is heard within it."""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """How a run is staffed.

    `jobs` is the number of processes. `steps` names the module that opens and reads. `stdin` gives what "-" stands
    for. `stop` is asked between reports: once it says yes, the reports in hand are finished and no more are begun.
    `noisy` lets the processes write to standard error.
    """

    options: Options = field(default_factory=Options)
    jobs: int = 1
    steps: str = "sayso.pipeline"
    stdin: Callable[[], bytes] = lambda: b""
    stop: Callable[[], bool] = lambda: False
    noisy: bool = False


class Reading:
    """One run over some locations: iterate it for the findings, in order, as they come.

    The processes start at once, so that a caller can get ready meanwhile. Close it (or use `with`) and nothing of
    them is left. Raises `RuntimeError`, with the child's traceback, if a process met a bug.
    """

    def __init__(self, locations: Iterable[str], crew: Crew) -> None:
        self._crew = crew
        self._docket = Docket(locations, window=_WINDOW * crew.jobs, stdin=crew.stdin)
        self._options = msgspec.msgpack.encode(crew.options)
        self._inbox: Inbox = SimpleQueue()
        self._processes: dict[Process, Task | None] = {}
        for _ in range(crew.jobs):
            self._staff()

    def __enter__(self) -> Reading:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[Found]:
        while True:
            self._hand_out()
            yield from self._docket.told()
            if self._docket.is_done(begin=not self._crew.stop()):
                return
            self._hear()
            self._kill_overdue()

    def close(self) -> None:
        """End all processes."""
        for process in self._processes:
            process.close()
        self._processes.clear()

    def _hand_out(self) -> None:
        for process in [process for process, task in self._processes.items() if process.ready and task is None]:
            running = [task for task in self._processes.values() if task]
            task = self._docket.next(running, begin=not self._crew.stop())
            if task is None:
                return
            self._processes[process] = task
            location = os.fsencode(task.location)
            order = Order(location=location, content=task.content, skip=task.read, options=self._options)
            process.give(order, deadline=self._deadline())

    def _hear(self) -> None:
        try:
            process, frame = self._inbox.get(timeout=_TICK_S)
        except Empty:
            return
        if process in self._processes:
            self._take(process, frame)

    def _take(self, process: Process, frame: Frame) -> None:
        task = self._processes[process]
        process.deadline = self._deadline()
        match frame.kind, task:
            case Kind.READY, _:
                process.ready = True
            case Kind.BEGUN, _:
                process.begun = msgspec.msgpack.decode(frame.payload, type=Begun)
            case Kind.FOUND, Task():
                self._keep(process, task, frame.payload)
                task.suspect = False
            case ((Kind.DONE | Kind.RETIRING), Task()):
                task.finished = True
                self._free(process, retiring=frame.kind is Kind.RETIRING)
            case Kind.BUG, _:
                raise bug(process, task, frame.payload)
            case Kind.GONE, Task():
                self._lose(process, task)
            case Kind.GONE, _ if not process.ready:
                raise RuntimeError(f"a reading process could not start: it {process.ending()}")
            case Kind.GONE, _:
                self._replace(process)

    def _keep(self, process: Process, task: Task, line: bytes) -> None:
        """Note what was found of the capture in hand, and go on to the next."""
        task.found.append(Found(uri_of(process, task), line))
        task.read += 1
        process.begun = None

    def _lose(self, process: Process, task: Task) -> None:
        """A process ended over a task: try the task once more alone, then tell what it met and go on behind it."""
        if not task.suspect:
            task.suspect = True
            self._docket.again(task)
        else:
            task.suspect = False
            task.aborted += 1
            task.finished = process.begun is None or task.is_hopeless
            self._keep(process, task, encode(aborted(process, task)))
            if not task.finished:
                self._docket.again(task)
        self._replace(process)

    def _free(self, process: Process, *, retiring: bool) -> None:
        self._processes[process] = None
        process.ready = True
        if retiring:
            self._replace(process)

    def _replace(self, process: Process) -> None:
        del self._processes[process]
        process.close()
        self._staff()

    def _staff(self) -> None:
        process = Process(self._crew.steps, self._inbox, deadline=time.monotonic() + _START_S, noisy=self._crew.noisy)
        self._processes[process] = None

    def _kill_overdue(self) -> None:
        now = time.monotonic()
        for process, task in self._processes.items():
            if now > process.deadline and not process.ready:
                allowed_s = self._crew.options.limits.wall_s if task else _START_S
                process.kill(f"took longer than {allowed_s:g} s")

    def _deadline(self) -> float:
        return time.monotonic() + self._crew.options.limits.wall_s
