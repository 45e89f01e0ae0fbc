"""The counts of one report's statements, times and places."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.evaluate.corpora.attributed_events import Given, MarkedPlace, MarkedReport, MarkedStatement
from sayso.evaluate.corpora.given import located
from sayso.evaluate.corpora.gold import Article, Relation
from sayso.evaluate.counts import matched
from sayso.evaluate.evaluation import Tally
from sayso.evaluate.linked import linked, paired
from sayso.gazetteer.distance import distance_km
from sayso.spans import Span

_MARK = re.compile(r"[^\w\s]")

NEAR_KM = 161.0
"""100 miles, the measure of the geoparsing literature."""


def statement_counts(gold: MarkedReport, found: MarkedReport, text: str) -> Tally:
    """As whole attributions are counted elsewhere, nested ones included, marks left out; and the act."""
    words = _MARK.sub(" ", text)
    wanted, got = ([_relation(one, text) for one in side.statements] for side in (gold, found))
    levels = linked(Article(gold.report, words, tuple(wanted)), got)
    acts = [(gold.statements[row].act, found.statements[column].act) for row, column in paired(words, wanted, got)]
    right = sum(one == other for one, other in acts)
    return {("statements", row): counts for row, counts in levels.items()} | {
        ("statements", "act, where the cue is found"): matched(right, len(acts), len(acts))
    }


def _relation(statement: MarkedStatement, text: str) -> Relation:
    source = [] if statement.source is None else [statement.source]
    return Relation(
        *(tuple(sorted(located(one, text) for one in given)) for given in (source, statement.cue, statement.content))
    )


def time_counts(gold: MarkedReport, found: MarkedReport, text: str) -> Tally:
    """Expressions that touch, and those of them that have the same value."""
    met = _met([one.words for one in gold.times], [one.words for one in found.times], text)
    right = sum(gold.times[row].value == found.times[column].value for row, column in met)
    return {
        ("times", "found"): matched(len(met), len(found.times), len(gold.times)),
        ("times", "value too"): matched(right, len(found.times), len(gold.times)),
    }


def place_counts(gold: MarkedReport, found: MarkedReport, text: str) -> Tally:
    """Toponyms that touch, and of those with a point on both sides the ones that lie near each other."""
    met = _met([one.words for one in gold.places], [one.words for one in found.places], text)
    near = [near for row, column in met if (near := _near(gold.places[row], found.places[column])) is not None]
    return {
        ("places", "found"): matched(len(met), len(found.places), len(gold.places)),
        ("places", "within 161 km, of towns found"): matched(sum(near), len(near), len(near)),
    }


def _near(gold: MarkedPlace, found: MarkedPlace) -> bool | None:
    """None where a point is missing."""
    if gold.latitude is None or gold.longitude is None or found.latitude is None or found.longitude is None:
        return None
    return distance_km((gold.latitude, gold.longitude), (found.latitude, found.longitude)) <= NEAR_KM


def _met(gold: Iterable[Given], found: Iterable[Given], text: str) -> list[tuple[int, int]]:
    """Numbers of the gold words and the found ones that touch them, each once."""
    left = {column: located(words, text) for column, words in enumerate(found)}
    pairs: list[tuple[int, int]] = []
    for row, words in enumerate(gold):
        span: Span = located(words, text)
        column = next((number for number, other in left.items() if other.overlaps(span)), None)
        if column is not None:
            pairs.append((row, column))
            del left[column]
    return pairs
