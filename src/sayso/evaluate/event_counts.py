"""The counts of one report: what is found of its events, and how well it is understood.

Everything below "events" is counted over events whose trigger and type are right; "type and countries" and "type and
voice" put both together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.evaluate.corpora.attributed_events import MarkedReport
from sayso.evaluate.counts import Counts, matched
from sayso.evaluate.evaluation import Tally
from sayso.evaluate.mark_counts import place_counts, statement_counts, time_counts
from sayso.evaluate.stretches import tokens_of
from sayso.evaluate.told import Tokens, Told, answering, casts, same_voice, told

VOICES = (("voice", "own voice"), ("voice", "attributed, and to whom"))


def tally(gold: MarkedReport, found: MarkedReport, text: str) -> Tally:
    """The counts of one report."""
    tokens = tokens_of(text)
    sides = told(gold, text, tokens), told(found, text, tokens)
    pairs = answering(*sides)
    typed = [pair for pair in pairs if pair[0].event.type == pair[1].event.type]
    actors = casts(gold, text, tokens)
    heard = [same_voice(*pair, actors) for pair in typed]
    reached = {
        "found": len(pairs),
        "type too": len(typed),
        "type and countries": sum(one.countries == other.countries for one, other in typed),
        "type and voice": sum(heard),
    }
    counts: Tally = {("events", row): matched(right, len(sides[1]), len(sides[0])) for row, right in reached.items()}
    return (
        counts
        | _voices(typed, heard)
        | _factuality(typed)
        | _circumstances(typed)
        | statement_counts(gold, found, text)
        | time_counts(gold, found, text)
        | place_counts(gold, found, text)
    )


def _voices(typed: Sequence[tuple[Told, Told]], heard: Sequence[bool]) -> Tally:
    """Each kind of voice as a class: right where it stands on the right word, too."""
    return {
        key: matched(
            sum(right for (one, _), right in zip(typed, heard, strict=True) if one.own_voice == own),
            sum(other.own_voice == own for _, other in typed),
            sum(one.own_voice == own for one, _ in typed),
        )
        for key, own in zip(VOICES, (True, False), strict=True)
    }


def _factuality(typed: Sequence[tuple[Told, Told]]) -> Tally:
    rights = {
        "occurrence": [one.event.occurrence == other.event.occurrence for one, other in typed],
        "certainty": [one.event.certainty == other.event.certainty for one, other in typed],
        "as the report has it": [one.by_report == other.by_report for one, other in typed],
    }
    return {("factuality", row): matched(sum(right), len(typed), len(typed)) for row, right in rights.items()}


def _circumstances(typed: Sequence[tuple[Told, Told]]) -> Tally:
    rows = {
        "actor": [(one.actor, other.actor) for one, other in typed],
        "recipient": [(one.recipient, other.recipient) for one, other in typed],
        "place": [(one.place, other.place) for one, other in typed],
        "time": [(one.time, other.time) for one, other in typed],
    }
    return {("of an event", row): _shared(sides) for row, sides in rows.items()}


def _shared(sides: Iterable[tuple[Tokens, Tokens]]) -> Counts:
    known = list(sides)
    return matched(
        sum(bool(one & other) for one, other in known),
        sum(bool(other) for _, other in known),
        sum(bool(one) for one, _ in known),
    )
