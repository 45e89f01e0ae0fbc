"""What is said of a report that a process died of, and of a bug."""

from __future__ import annotations

from sayso.errors import ReadingAborted
from sayso.record.record import Failure, sayable
from sayso.scale.docket import Task
from sayso.scale.process import Process


def aborted(process: Process, task: Task) -> Failure:
    """Why there is no record of the capture that this process had open."""
    rest = ", and the rest of the archive is left out" if task.is_hopeless else ""
    why = f"the process that read it {process.ending()}, twice; left out{rest} (please report the file)"
    uri, begun = uri_of(process, task), process.begun
    error = ReadingAborted(f"{uri}: {why}", uri=uri)
    return Failure.of(error, uri=uri, hop="read" if begun else "open", digest=begun.digest if begun else None)


def bug(process: Process, task: Task | None, traceback: bytes) -> RuntimeError:
    """The exception that a process met, with its traceback as a note."""
    where = uri_of(process, task) if task else "a process that just started"
    told = traceback.decode(errors="replace")
    error = RuntimeError(f"a bug in sayso, met in {where}: {told.strip().splitlines()[-1]}")
    error.add_note(told)
    return error


def uri_of(process: Process, task: Task) -> str:
    """What the process is reading."""
    return process.begun.uri if process.begun else sayable(task.location)
