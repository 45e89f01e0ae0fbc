"""Does a sentence tell of an event: sayso finds one, or none, against CAMEO's classes of sentences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sayso.evaluate.corpora import cameo
from sayso.evaluate.counts import Counts, matched
from sayso.evaluate.evaluation import Tally
from sayso.evaluate.reading import System, report_of

_KINDS = {1: "words of cooperation", 2: "deeds of cooperation", 3: "words of conflict", 4: "deeds of conflict"}


def tallies(folder: Path, part: str, system: System) -> Iterator[Tally]:
    """Each sentence's counts: of events, of none, and how many of each class are found."""
    for sentence in cameo.sentences(folder, part):
        yield tally(sentence.kind, bool(system.read(report_of(sentence.text)).record.events))


def tally(kind: int, found: bool) -> Tally:
    """The counts of one sentence of a class, with an event found in it or none."""
    counts = {("sentence", "event"): _counts(kind > 0, found), ("sentence", "no event"): _counts(kind == 0, not found)}
    if kind:
        counts["sentence", _KINDS[kind]] = matched(found, found, 1)
    return counts


def _counts(gold: bool, found: bool) -> Counts:
    return matched(gold and found, found, gold)
