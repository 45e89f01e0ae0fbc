"""Lines that say where and when a report appeared: "The Sample Gazette, 12 January 2015"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.readers.publishers import is_paper
from sayso.readers.stamps import Timing, first_date, timings

_LONGEST = 140
_SEPARATOR = re.compile(r"\s{0,3}[|•·]\s{0,3}|\s[-–—]\s|,\s")
_BETWEEN = " ,|•·–—-"
_PLACE = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.'’-]{1,30}(?:\s[A-ZÀ-ÖØ-Þ(][\w.'’)-]{1,30}){0,3}")
_LABEL = re.compile(r"[\"“]?[A-ZÀ-ÖØ-Þ][\w.'’&-]{0,20}(?:\s[\w.'’&-]{1,20}){0,5}[\"”]?")


@dataclass(frozen=True, slots=True)
class Masthead:
    """A line with a date: who published on it, if it says so; `label` tells that the line holds nothing else."""

    publisher: str | None
    timings: tuple[Timing, ...]


def masthead_of(line: str) -> Masthead | None:
    """What a line of a paper's or a place's name and a date says; None if it holds anything else."""
    found = first_date(line) if len(line) <= _LONGEST and not line.endswith((".", "?", "!")) else None
    if not found:
        return None
    before, dated = line[: found.start()].rstrip(_BETWEEN), line[found.start() :].strip()
    if not before:  # "3 March 2019, Aarhus"
        before, dated = line[found.end() :].strip(_BETWEEN), found.group()
    when = timings(dated)
    names = [part.strip() for part in _SEPARATOR.split(before) if part.strip()]
    if not when or not names or not all(_LABEL.fullmatch(name) for name in names):
        return None
    publisher = next((name for name in names if is_paper(name)), None)
    if publisher is None and (len(names) > 2 or not all(_PLACE.fullmatch(name) for name in names)):
        return None
    return Masthead(publisher, when)
