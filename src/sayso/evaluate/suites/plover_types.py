"""The PLOVER type of what is between a marked source and target, in PLV's fifteen roots.

Two figures. By the tagger's head for relations, which sees the marks, as PLV's own systems do. And end to end: of the
events that sayso finds in the sentence by itself, the one whose actors and recipients lie in the marked words best; a
sentence where it finds none counts as a miss. Part "train" is what the head was fitted on: its figure says nothing of
new sentences, for which see the recipe's cross-validation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sayso.evaluate.corpora.plover import ROOTS, Marked, marked_sentences
from sayso.evaluate.counts import Counts, matched
from sayso.evaluate.evaluation import Figure, Tally, mean_figure
from sayso.evaluate.reading import Reading, System, report_of
from sayso.evaluate.suite import Generator, Tallies
from sayso.protocols import Tagger
from sayso.record.event import Event, Role
from sayso.spans import Span

HEAD, EVENTS = "marked relation", "end to end"
_BLANK = {(table, row): Counts() for table in (HEAD, EVENTS) for row in ("all types", *ROOTS)}
_TODAY = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""What PLV calls PLOVER's types of today, where the name is another."""


def tallies(folder: Path, part: str, system: System) -> Iterator[Tally]:
    """Each sentence's counts by type, for both figures."""
    for marked in marked_sentences(folder, part):
        reading = system.read(report_of(marked.text))
        head = type_by_head(system.tagger, reading, marked)
        told = type_by_events(reading.record.events, marked)
        yield _BLANK | tally(HEAD, marked.root, head) | tally(EVENTS, marked.root, told)


def means(counted: Tallies, generator: Generator) -> list[Figure]:
    """The macro F1 of both."""
    return [_mean(table, counted, generator) for table in (HEAD, EVENTS)]


def _mean(table: str, counted: Tallies, generator: Generator) -> Figure:
    rows = [[tally.get((table, root), Counts()) for tally in counted] for root in ROOTS]
    return mean_figure("mean of types", table, [row for row in rows if any(counts.gold for counts in row)], generator)


def tally(table: str, gold: str, found: str | None) -> Tally:
    """The counts of one sentence by type, and over all types."""
    right = gold == found
    counts = {(table, "all types"): matched(right, found is not None, 1), (table, gold): matched(right, right, 1)}
    if found is not None and found != gold:
        counts[table, found] = matched(0, 1, 0)
    return counts


def type_by_head(tagger: Tagger | None, reading: Reading, marked: Marked) -> str | None:
    """The likeliest type by the tagger's head for relations; None where the tagger has none."""
    from sayso.tagger.events import relation
    from sayso.tagger.tagger import NeuralTagger

    if not isinstance(tagger, NeuralTagger) or not tagger.bundle.has("event"):
        return None
    tokens = reading.annotated.tokens
    vectors = tagger.layers(marked.text, tokens)
    source, target = (_inside(tokens, span) for span in (marked.source, marked.target))
    return _likeliest(relation(tagger.bundle, vectors, source, target))


def _likeliest(likely: Mapping[str, float]) -> str:
    """The likeliest of PLV's roots."""
    roots = dict.fromkeys(ROOTS, 0.0)
    for kind, probability in likely.items():
        roots[_TODAY.get(kind, kind)] += probability
    return max(roots, key=roots.__getitem__)


def _inside(tokens: Iterable[Span], span: Span | None) -> range:
    """The tokens that a span touches."""
    if span is None:
        return range(0)
    inside = [n for n, token in enumerate(tokens) if token.start < span.end and token.end > span.start]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def type_by_events(events: Iterable[Event], marked: Marked) -> str | None:
    """The type of the first event whose participants lie in the marked words best; None without events."""
    found = list(events)
    if not found:
        return None
    best = max(found, key=lambda event: _fit(event, marked))
    return _TODAY.get(best.type, best.type)


def _fit(event: Event, marked: Marked) -> int:
    """How many of the marks an event has in their roles."""
    pairs = ((Role.ACTOR, marked.source), (Role.RECIPIENT, marked.target))
    return sum(_has(event, role, span) for role, span in pairs if span)


def _has(event: Event, role: Role, span: Span) -> bool:
    words = (one.reference.words for one in event.participants if one.role is role)
    return any(one.start < span.end and one.end > span.start for one in words)
