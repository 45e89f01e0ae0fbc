"""The times of twenty sample reports, annotated by hand after TimeML's guidelines (tests/data/sample-times.jsonl).

Found is what overlaps; strict is the same extent; a value counts where the annotation gives one, and any of several
that the guidelines allow will do. As in TempEval-3, each is an F1 over all expressions.
"""

from pathlib import Path

import msgspec
import pytest

from golden.cases import cases, read
from sayso.record.record import Record
from sayso.spans import Span

ANNOTATIONS = Path(__file__).parents[2] / "data" / "sample-times.jsonl"
FLOORS = {"relaxed": 0.92, "strict": 0.85, "value": 0.85}


class Time(msgspec.Struct):
    text: str
    types: list[str]
    values: list[str]


class Annotated(msgspec.Struct):
    case: str
    times: list[Time]


def annotated() -> list[Annotated]:
    return [msgspec.json.decode(line, type=Annotated) for line in ANNOTATIONS.read_bytes().splitlines()]


def located(record: Record, times: list[Time]) -> list[tuple[Span, Time]]:
    """Where each annotated expression stands; they are listed in text order."""
    found, at = [], 0
    for time in times:
        start = record.report.text.find(time.text, at)
        assert start >= 0, f"{time.text!r} is not in the text after {at}"
        at = start + len(time.text)
        found.append((Span(start, at), time))
    return found


def agreement(record: Record, times: list[Time]) -> dict[str, int]:
    counts = {"gold": len(times), "found": len(record.timexes), "relaxed": 0, "strict": 0, "value": 0}
    free = list(record.timexes)
    for span, time in located(record, times):
        met = next((timex for timex in free if timex.words.overlaps(span)), None)
        if met is None:
            continue
        free.remove(met)
        counts["relaxed"] += 1
        counts["strict"] += (met.words.start, met.words.end) == (span.start, span.end)
        counts["value"] += not time.values or met.value in time.values
    return counts


@pytest.fixture(scope="module")
def figures():
    records = {case.name: read(case) for case in cases()}
    counts = [agreement(records[one.case], one.times) for one in annotated()]
    total = {name: sum(count[name] for count in counts) for name in counts[0]}
    return {name: 2 * total[name] / (total["gold"] + total["found"]) for name in FLOORS}


def test_twenty_reports_are_annotated():
    assert len(annotated()) == 20
    assert sum(len(one.times) for one in annotated()) > 150


@pytest.mark.parametrize("score", FLOORS)
def test_times_are_found_and_valued(figures, score):
    assert figures[score] >= FLOORS[score]
