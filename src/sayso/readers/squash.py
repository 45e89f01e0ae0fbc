"""Text without its white space, and the way back from there to the source.

Extractors disagree about white space and about nothing else, so that is how their text is found again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.readers.webpage import Run

_BLANK = re.compile("[\\s\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff\x00-\x1f\x7f-\x9f]+")
"""White space and what extractors strip with it: soft hyphens, zero-width characters, controls."""


def squashed(text: str) -> str:
    """`text` without white space and invisible characters."""
    return _BLANK.sub("", text)


class Squashed:
    """The text of `runs`, squashed; places in `text` belong to runs, `starts[i]` is where that of `runs[i]` begins."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = runs
        self.starts: list[int] = []
        parts: list[str] = []
        at = 0
        for run in runs:
            self.starts.append(at)
            parts.append(squashed(run.text))
            at += len(parts[-1])
        self.starts.append(at)
        self.text = "".join(parts)

    def run_at(self, place: int) -> int:
        """The index of the run that the character at `place` belongs to; 0 <= place < len(text)."""
        return bisect_right(self.starts, place) - 1

    def place_of(self, offset: int) -> int:
        """The place of the first run that begins at `offset` in the source or after it."""
        return self.starts[bisect_left(self.runs, offset, key=lambda run: run.start)]

    def fitting(self, place: tuple[int, int], room: int) -> tuple[tuple[int, int], int]:
        """As much of the stretch at `place` as makes at most `room` characters of text, and how many it makes."""
        start, end = place
        taken = 0
        for index in range(self.run_at(start), self.run_at(end - 1) + 1):
            text = self.runs[index].text
            if taken + len(text) > room:
                within = squashed(text[: room - taken].rpartition(" ")[0])
                return (start, min(end, max(start, self.starts[index] + len(within)))), room
            taken += len(text)
        return place, taken

    def ranges(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where `text[start:end]` stands in the source, a stretch for each run; start < end.

        The first stretch begins with the first character and the last ends with the last; white space between is in.
        """
        first, last = self.run_at(start), self.run_at(end - 1)
        found = []
        for index in range(first, last + 1):
            run = self.runs[index]
            begin = self._offset(run, start - self.starts[index]) if index == first else run.start
            stop = self._offset(run, end - 1 - self.starts[index]) + 1 if index == last else run.end
            found.append((begin, max(stop, run.end if _is_reference(run) else stop)))
        return found

    @staticmethod
    def _offset(run: Run, count: int) -> int:
        """Where the character of `run` with `count` others before it, blanks not counted, stands in the source."""
        if _is_reference(run):
            return run.start
        at = 0
        for blank in _BLANK.finditer(run.text):
            if count < blank.start() - at:
                break
            count -= blank.start() - at
            at = blank.end()
        return run.start + at + count


def _is_reference(run: Run) -> bool:
    return run.end - run.start != len(run.text)
