"""How well time expressions are valued: GUM's dates against the timexes of a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.annotate.timex import Anchor, find_times
from sayso.evaluate.corpora.gum_dates import DatedDocument, GoldDate, dated_documents
from sayso.evaluate.counts import Counts, matched
from sayso.record.when import Timex


def tallies(folder: Path) -> Iterator[dict[tuple[str, str], Counts]]:
    """Each document's counts.

    "found": gold dates that a timex overlaps, of all gold dates. "value": those whose value agrees, of those found.
    """
    for document in dated_documents(folder):
        yield tally(document, times_of(document))


def times_of(document: DatedDocument) -> tuple[Timex, ...]:
    """The time expressions of a document, counted from the day it was made."""
    return find_times(document.text, document.sentences, Anchor(document.created), report_id=document.name)


def tally(document: DatedDocument, times: Sequence[Timex]) -> dict[tuple[str, str], Counts]:
    """The counts of one document."""
    found = [
        (gold, near) for gold in document.dates if (near := [one for one in times if one.words.overlaps(gold.span)])
    ]
    right = sum(any(agrees(gold, timex) for timex in near) for gold, near in found)
    return {
        ("dates", "found"): Counts(len(found), len(found), len(found), len(document.dates)),
        ("dates", "value"): matched(right, len(found), len(found)),
    }


def agrees(gold: GoldDate, timex: Timex) -> bool:
    """Whether a timex means what the gold date says.

    A point has the same value; a range the same ends; an interval within open bounds agrees with them, and so
    does a vague value on the right side of one.
    """
    if gold.when is not None:
        return _same_point(gold.when, timex)
    if gold.first is not None or gold.last is not None:
        return _same_ends(gold, timex)
    return _within(gold, timex)


def _same_point(when: str, timex: Timex) -> bool:
    values = [timex.value or ""]
    if when.startswith("--"):
        return any(value[5:].startswith(when[2:]) for value in values)
    if "T" not in when and ":" in when:
        return any(value[10:16] == f"T{_clock(when)[:5]}" for value in values)
    if "T" in when:
        return any(value[:16] == when[:16] for value in values)
    return any(value == when or (value[:10] == when and timex.type == "TIME") for value in values)


def _clock(when: str) -> str:
    return "24:00" if when.startswith("00:00") else when


def _same_ends(gold: GoldDate, timex: Timex) -> bool:
    if timex.range is None:
        return False
    ends = ((gold.first, timex.range.earliest), (gold.last, timex.range.latest))
    return all(want is None or (got or "").startswith(want) for want, got in ends)


def _within(gold: GoldDate, timex: Timex) -> bool:
    if timex.range is None:
        vague = "PAST_REF" if gold.not_after else "FUTURE_REF"
        return timex.value == vague
    late = gold.not_after is None or (timex.range.latest or "9999")[: len(gold.not_after)] <= gold.not_after
    early = gold.not_before is None or (timex.range.earliest or "0")[: len(gold.not_before)] >= gold.not_before
    return late and early
