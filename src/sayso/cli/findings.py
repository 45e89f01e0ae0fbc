"""The findings at some locations, in their order: reports read by processes, records as they were saved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Self

from sayso.pipeline import holds_records, records_at
from sayso.record.codec import encode
from sayso.record.record import Failure, Record
from sayso.scale.local import Crew, Found, Reading

Finding = tuple[Found, Record | Failure]


class Findings:
    """Iterate it for the findings, as they come; `with` it, and no process is left.

    Locations that are side by side and alike go together. The processes for the first of them start at once, so that a
    caller can get ready meanwhile; for records that were saved there are none.
    """

    def __init__(self, locations: Iterable[str], crew: Crew) -> None:
        self._crew = crew
        self._groups = groupby(locations, key=holds_records)
        self._group: Iterable[str] | None = None
        self._reading: Reading | None = None
        self._begin()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[Finding]:
        while self._group is not None:
            yield from _read(self._reading) if self._reading else self._saved(self._group)
            self.close()
            if self._crew.stop():
                return
            self._begin()

    def close(self) -> None:
        """End all processes."""
        if self._reading:
            self._reading.close()

    def _begin(self) -> None:
        saved, self._group = next(self._groups, (True, None))
        self._reading = None if saved or self._group is None else Reading(self._group, self._crew)

    def _saved(self, locations: Iterable[str]) -> Iterator[Finding]:
        for location in locations:
            for saved in records_at(location, options=self._crew.options):
                yield Found(saved.uri, encode(saved.finding)), saved.finding
                if self._crew.stop():
                    return


def _read(reading: Reading) -> Iterator[Finding]:
    return ((found, found.finding()) for found in reading)
