"""Lines of a text, and the paragraphs they make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.readers.bylines import byline_of
from sayso.readers.stamps import timings
from sayso.spans import Span

_LINE = re.compile(r"[^\n\r\f\u2028\u2029]*")
_BREAK = re.compile(r"\r\n|[\n\r\f\u2028\u2029]")
_WIDEST = 120
"""A line longer than this was not wrapped by hand or by a mailer."""
_NARROWEST = 50
_ENOUGH = 3
"""Lines of nearly full width that it takes to call a text wrapped."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `start` and `end` in the source, without its end; `indent` counts the white space it begins with."""

    start: int
    end: int
    text: str

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def lines_of(source: str, within: Span) -> Iterator[Line]:
    """The lines of `source` in a span of it; Windows and old Mac line ends, form feeds and line separators end one."""
    at = within.start
    while at <= within.end:
        found = _LINE.match(source, at, within.end)
        assert found
        yield Line(at, found.end(), found.group())
        step = _BREAK.match(source, found.end(), within.end)
        if not step:
            return
        at = step.end()


def runs_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines between blank ones."""
    run: list[Line] = []
    for line in lines:
        if not line.blank:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def width_of(runs: Sequence[Sequence[Line]]) -> int | None:
    """The column at which the lines of a text were wrapped; None if they were not."""
    inner = sorted(len(line.text.rstrip()) for run in runs for line in run[:-1])
    if len(inner) < _ENOUGH:
        return None
    widest = inner[int(len(inner) * 0.95) - (len(inner) < 20)] if len(inner) < 20 else inner[int(len(inner) * 0.95)]
    if not _NARROWEST <= widest <= _WIDEST:
        return None
    full = sum(1 for length in inner if length >= widest - 18)
    return widest if full >= _ENOUGH and full * 2 >= len(inner) else None


def paragraphs_of(run: Sequence[Line], width: int | None) -> Iterator[list[Line]]:
    """The paragraphs of a run of lines: lines that were wrapped go together, others stand alone."""
    together = [run[0]]
    for before, line in pairwise(run):
        if goes_on(before, line, width):
            together.append(line)
        else:
            yield together
            together = [line]
    yield together


def goes_on(before: Line, line: Line, width: int | None) -> bool:
    """Whether `line` goes on what `before` had no room for: in `width` columns its first word would not have fitted."""
    if width is None or line.indent >= before.indent + 2 or _stands_alone(line, width) or _stands_alone(before, width):
        return False
    words = line.text.split(maxsplit=1)
    return len(before.text.rstrip()) + 1 + len(words[0]) > width


def _stands_alone(line: Line, width: int) -> bool:
    text = line.text.strip()
    return len(text) < width * 0.8 and (byline_of(text) is not None or bool(timings(text)))
