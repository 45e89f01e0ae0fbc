"""Many reports on one machine: a reading process per core, supervised.

A process that hangs, crashes or runs out of memory costs one report. It is replaced, the report is tried once more with
nothing else running, and then it is a `Failure` (`ReadingAborted`). Findings come in the order of the locations,
whatever the number of processes.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue

import msgspec

from sayso.errors import ReadingAborted
from sayso.pipeline import Options
from sayso.record.codec import decode, encode
from sayso.record.record import Failure, Record, sayable
from sayso.scale.frames import Begun, Frame, Kind, Order
from sayso.scale.process import Inbox, Process

_WINDOW = 32
"""Orders given out ahead of the oldest unfinished one, per process: bounds what waits for its turn."""
_START_S = 60.0
"""A process that has not started by then never will."""
_TICK_S = 0.25
"""How long the parent sleeps at most: a request to stop is heard within it."""
_PATIENCE = 3
"""Captures of one location that may abort before the rest of it is left."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one capture gave: a line of JSON, and the uri it was found at ("a.zip#2" in an archive)."""

    uri: str
    line: bytes

    def finding(self) -> Record | Failure:
        """The record or failure in the line."""
        return decode(self.line)


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


@dataclass(slots=True, eq=False)
class _Task:
    """A location on its way: how many of its captures are read, and what was found but not yet told."""

    location: str
    content: bytes | None
    read: int = 0
    aborted: int = 0
    suspect: bool = False
    finished: bool = False
    found: deque[Found] = field(default_factory=deque)


class Reading:
    """One run over some locations: iterate it for the findings, in order, as they come.

    The processes start at once, so that a caller can get ready meanwhile. Close it (or use `with`) and nothing of
    them is left. Raises `RuntimeError`, with the child's traceback, if a process met a bug.
    """

    def __init__(self, locations: Iterable[str], crew: Crew) -> None:
        self._locations = iter(locations)
        self._crew = crew
        self._inbox: Inbox = SimpleQueue()
        self._processes: dict[Process, _Task | None] = {}
        self._in_order: deque[_Task] = deque()
        self._suspects: deque[_Task] = deque()
        self._exhausted = False
        self._options = msgspec.msgpack.encode(crew.options)
        for _ in range(crew.jobs):
            self._staff()

    def __enter__(self) -> Reading:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[Found]:
        while True:
            self._hand_out()
            yield from self._told()
            if not self._in_order and (self._exhausted or self._crew.stop()):
                return
            self._hear()
            self._kill_overdue()

    def close(self) -> None:
        """End all processes."""
        for process in self._processes:
            process.close()
        self._processes.clear()

    # giving

    def _hand_out(self) -> None:
        for process in [process for process, task in self._processes.items() if process.ready and task is None]:
            task = self._next_task()
            if task is None:
                return
            self._processes[process] = task
            order = Order(
                location=os.fsencode(task.location), content=task.content, skip=task.read, options=self._options
            )
            process.give(order, deadline=self._deadline())

    def _next_task(self) -> _Task | None:
        if any(task and task.suspect for task in self._processes.values()):
            return None
        if self._suspects:
            return None if any(self._processes.values()) else self._suspects.popleft()
        if self._crew.stop() or len(self._in_order) >= _WINDOW * self._crew.jobs:
            return None
        for location in self._locations:
            task = _Task(location, self._crew.stdin() if location == "-" else None)
            self._in_order.append(task)
            return task
        self._exhausted = True
        return None

    def _told(self) -> Iterator[Found]:
        while self._in_order:
            task = self._in_order[0]
            while task.found:
                yield task.found.popleft()
            if not task.finished:
                return
            self._in_order.popleft()

    # hearing

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
            case Kind.FOUND, _Task():
                task.found.append(Found(_uri(process, task), frame.payload))
                process.begun = None
                task.read += 1
                task.suspect = False
            case ((Kind.DONE | Kind.RETIRING), _Task()):
                task.finished = True
                self._processes[process] = None
                process.ready = frame.kind is Kind.DONE
                if frame.kind is Kind.RETIRING:
                    self._replace(process)
            case Kind.BUG, _:
                raise _bug(process, task, frame.payload)
            case Kind.GONE, None if process.ready:
                self._replace(process)
            case Kind.GONE, None:
                raise RuntimeError(f"a reading process could not start: it {process.ending()}")
            case Kind.GONE, _Task():
                self._lose(process, task)

    def _lose(self, process: Process, task: _Task) -> None:
        """Replace a process that ended over a task; try the task once more alone, then tell what it met."""
        self._replace(process)
        if not task.suspect:
            task.suspect = True
            self._suspects.append(task)
            return
        task.suspect = False
        task.aborted += 1
        task.found.append(Found(_uri(process, task), encode(_aborted(process, task))))
        task.read += 1
        if process.begun is None or task.aborted == _PATIENCE:
            task.finished = True
        else:
            self._suspects.append(task)

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


def _aborted(process: Process, task: _Task) -> Failure:
    """Why there is no record of the capture that this process had open."""
    rest = ", and the rest of the archive is left out" if task.aborted == _PATIENCE else ""
    why = f"the process that read it {process.ending()}, twice; left out{rest} (please report the file)"
    uri, begun = _uri(process, task), process.begun
    error = ReadingAborted(f"{uri}: {why}", uri=uri)
    return Failure.of(error, uri=uri, hop="read" if begun else "open", digest=begun.digest if begun else None)


def _uri(process: Process, task: _Task) -> str:
    return process.begun.uri if process.begun else sayable(task.location)


def _bug(process: Process, task: _Task | None, traceback: bytes) -> RuntimeError:
    where = _uri(process, task) if task else "a process that just started"
    told = traceback.decode(errors="replace")
    error = RuntimeError(f"a bug in sayso, met in {where}: {told.strip().splitlines()[-1]}")
    error.add_note(told)
    return error
