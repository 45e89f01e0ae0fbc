"""Attributed events: is the deed found, its parties, the word it stands on, and what is told of its happening?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from sayso.evaluate.agreement import kappa
from sayso.evaluate.corpora.attributed_events import Listed, MarkedReport, marked_reports
from sayso.evaluate.counts import Counts
from sayso.evaluate.evaluation import Figure, Tally, figures, mean_figure
from sayso.evaluate.event_counts import VOICES, tally
from sayso.evaluate.marks import marks_of
from sayso.evaluate.reading import System, report_of
from sayso.evaluate.stretches import tokens_of
from sayso.evaluate.suite import Generator, Measured
from sayso.evaluate.told import Told, answering, told
from sayso.record.report import Report
from sayso.record.when import Granularity, Stamp

GOLD, SECOND = "gold", "second-pass"


def measure(folder: Path, part: str, system: System, generator: Generator) -> Measured:
    """The figures of a system; the column for people is the second pass, where there is one."""
    tallies = [tally(gold, found_by(system, one, text), text) for one, text, gold in marked_reports(folder, part)]
    second = list(second_tallies(folder, part))
    return Measured(len(tallies), all_figures(tallies, generator, _summed(second) if second else None))


def all_figures(tallies: Sequence[Tally], generator: Generator, people: Tally | None = None) -> list[Figure]:
    """The sums over all reports, and the macro average of the voice."""
    macro = mean_figure("voice", "macro", [[one[key] for one in tallies] for key in VOICES], generator)
    return [*figures(tallies, generator, people), macro]


def second_tallies(folder: Path, part: str) -> Iterator[Tally]:
    """The second annotator's marks, counted as if a system had made them."""
    first = {one.report: gold for one, _, gold in marked_reports(folder, part)}
    for one, text, second in marked_reports(folder, SECOND):
        if one.report in first:
            yield tally(first[one.report], second, text)


def found_by(system: System, listed: Listed, text: str) -> MarkedReport:
    """What the system finds in a report, read as of its day."""
    return marks_of(system.read(as_of_its_day(text, listed)).record, listed.report)


def as_of_its_day(text: str, listed: Listed) -> Report:
    """A text of the benchmark as a report that was published when the list says."""
    report = report_of(text, headline=True)
    stamp = Stamp(value=listed.published, granularity=Granularity.DAY, basis="benchmark")
    return replace(report, furniture=replace(report.furniture, first_published=stamp))


def agreement(folder: Path, part: str = GOLD) -> dict[str, float | None]:
    """Cohen's kappa of both passes over the events that both found, whatever type they gave them."""
    first = {one.report: gold for one, _, gold in marked_reports(folder, part)}
    pairs = [
        pair
        for one, text, second in marked_reports(folder, SECOND)
        if one.report in first
        for pair in _both(first[one.report], second, text)
    ]
    return {
        "type": kappa([(one.event.type, other.event.type) for one, other in pairs]),
        "own voice or attributed": kappa([(one.own_voice, other.own_voice) for one, other in pairs]),
        "occurrence": kappa([(one.event.occurrence, other.event.occurrence) for one, other in pairs]),
        "certainty": kappa([(one.event.certainty, other.event.certainty) for one, other in pairs]),
    }


def _both(first: MarkedReport, second: MarkedReport, text: str) -> list[tuple[Told, Told]]:
    tokens = tokens_of(text)
    return answering(told(first, text, tokens), told(second, text, tokens))


def _summed(tallies: Sequence[Tally]) -> Tally:
    keys = dict.fromkeys(key for one in tallies for key in one)
    return {key: sum((one.get(key, Counts()) for one in tallies), Counts()) for key in keys}
