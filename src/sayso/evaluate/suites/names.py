"""Names, in the classes of each corpus: exact span and class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sayso.evaluate.corpora import newswire, uner
from sayso.evaluate.corpora.passages import Passage, run_of, runs
from sayso.evaluate.counts import Counts, matched, total
from sayso.evaluate.evaluation import Tally
from sayso.evaluate.reading import System, report_of
from sayso.record.annotation import NamedSpan

_PLACES = ("gpe", "location")

NEWSWIRE_CLASSES = {
    "person": "Person",
    "organisation": "Organization",
    **dict.fromkeys(_PLACES, "Location"),
    "facility": "Facility",
    "norp": "NORP",
    "date": "Date",
    "money": "Money",
    "product": "Product",
    "misc": "Misc",
}
"""sayso's class of a name, and the corpus's; it does not tell countries and cities from other places."""

UNER_CLASSES = {"person": "PER", "organisation": "ORG", **dict.fromkeys((*_PLACES, "facility"), "LOC")}


def newswire_tallies(folder: Path, part: str, system: System) -> Iterator[Tally]:
    """Each article's counts by class."""
    return _tallies(newswire.articles(folder, part), NEWSWIRE_CLASSES, system)


def uner_tallies(folder: Path, part: str, system: System) -> Iterator[Tally]:
    """Each document's counts by class."""
    return _tallies(uner.documents(folder, part), UNER_CLASSES, system)


def tally(passage: Passage, found: Sequence[NamedSpan], classes: Mapping[str, str]) -> Tally:
    """One document's counts by class; names of classes that the corpus lacks are left out."""
    wanted = runs(passage.labels)
    got = {run_of(name, classes[name.label], passage.places) for name in found if name.label in classes}
    counts = {("names", label): _of_class(label, wanted, got) for label in dict.fromkeys(classes.values())}
    return {("names", "all classes"): total(counts.values()), **counts}


def _tallies(passages: Iterable[Passage], classes: Mapping[str, str], system: System) -> Iterator[Tally]:
    for passage in passages:
        yield tally(passage, system.annotate(report_of(passage.text)).names, classes)


def _of_class(label: str, wanted: Iterable[tuple[str, int, int]], got: Iterable[tuple[str, int, int] | None]) -> Counts:
    gold = {run for run in wanted if run[0] == label}
    found = {run for run in got if run and run[0] == label}
    return matched(len(gold & found), len(found), len(gold))
