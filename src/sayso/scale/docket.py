"""The reports of a run: which is next, and what has been found, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

from sayso.record.codec import decode
from sayso.record.record import Failure, Record

PATIENCE = 3
"""Captures of one location that may abort before the rest of it is left."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one capture gave: a line of JSON, and the uri it was found at ("a.zip#2" in an archive)."""

    uri: str
    line: bytes

    def finding(self) -> Record | Failure:
        """The record or failure in the line."""
        return decode(self.line)


@dataclass(slots=True, eq=False)
class Task:
    """A location on its way.

    `content` is what standard input held, if that is the location. `read` counts its captures that are done with,
    `aborted` those that a process died of; a `suspect` has just cost one, and is tried again alone. `found` holds what
    is not yet told.
    """

    location: str
    content: bytes | None
    read: int = 0
    aborted: int = 0
    suspect: bool = False
    finished: bool = False
    found: deque[Found] = field(default_factory=deque)

    @property
    def is_hopeless(self) -> bool:
        """Whether so many of its captures aborted that the rest is left."""
        return self.aborted >= PATIENCE


class Docket:
    """All locations of a run, taken in order and told in order, whoever finishes first.

    `window` bounds how many may be taken ahead of the oldest unfinished one. `stdin` gives what "-" stands for.
    """

    def __init__(self, locations: Iterable[str], *, window: int, stdin: Callable[[], bytes]) -> None:
        self._locations = iter(locations)
        self._window = window
        self._stdin = stdin
        self._taken: deque[Task] = deque()
        self._again: deque[Task] = deque()
        self._exhausted = False

    def next(self, running: Collection[Task], *, begin: bool) -> Task | None:
        """What an idle process should read, if anything; a location not begun yet only if `begin`.

        What a process died of runs alone.
        """
        if any(task.suspect for task in running):
            return None
        if self._again:
            return None if running else self._again.popleft()
        return self._new() if begin and len(self._taken) < self._window else None

    def again(self, task: Task) -> None:
        """Give this task out once more, when nothing else runs."""
        self._again.append(task)

    def told(self) -> Iterator[Found]:
        """What can be told now, each once."""
        while self._taken:
            task = self._taken[0]
            while task.found:
                yield task.found.popleft()
            if not task.finished:
                return
            self._taken.popleft()

    def is_done(self, *, begin: bool) -> bool:
        """Whether nothing is under way, and nothing will be begun."""
        return not self._taken and (self._exhausted or not begin)

    def _new(self) -> Task | None:
        for location in self._locations:
            task = Task(location, self._stdin() if location == "-" else None)
            self._taken.append(task)
            return task
        self._exhausted = True
        return None
