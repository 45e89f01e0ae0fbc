"""What is told beside statements: to whom, where and when, and how far the reporter goes along."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.attribute.addressees import addressee_of, is_heard, lacks_hearer
from sayso.attribute.distance import distances_in
from sayso.attribute.nearby import Nearby
from sayso.attribute.neighbourhoods import Neighbourhoods
from sayso.attribute.phrases import low
from sayso.attribute.said import said_at
from sayso.attribute.venues import venue_of
from sayso.record.reference import Reference, TimeReference
from sayso.record.report import Report
from sayso.record.statement import Act, Distance, Statement, Venue
from sayso.spans import Span

_NO_CLAIM = frozenset(
    {Act.DECLINE_TO_COMMENT, Act.NOT_VERIFIED, Act.NOT_SAID, Act.ASK, Act.ORDER, Act.DEMAND, Act.REQUEST}
)
"""Acts in which nothing is claimed that could be verified."""


def told_beside(hoods: Neighbourhoods, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, one for each attribution of `hoods`, with what the words around them tell."""
    nearest = [hoods.near(number) for number in range(len(statements))]
    distances = distances_in(hoods, nearest)
    return tuple(
        _turned(hoods, number, near, _told(hoods, near, one, distance))
        for number, (one, near, distance) in enumerate(zip(statements, nearest, distances, strict=True))
    )


def _told(hoods: Neighbourhoods, near: Nearby, statement: Statement, distance: tuple[Distance, ...]) -> Statement:
    report = hoods.annotated.report
    said = said_at(near, report.text, hoods.annotated.timexes)
    return msgspec.structs.replace(
        statement,
        addressee=_reference(report, addressee_of(near)),
        venue=_venue(hoods, near),
        said=TimeReference(words=report.words(said)) if said else None,
        distance=tuple(one for one in distance if one.kind != "unverified" or statement.act not in _NO_CLAIM),
    )


def _reference(report: Report, span: Span | None) -> Reference | None:
    return Reference(words=report.words(span)) if span else None


def _venue(hoods: Neighbourhoods, near: Nearby) -> Venue | None:
    found = venue_of(near, hoods.annotated.places)
    return Venue(words=hoods.annotated.report.words(found[0]), kind=found[1]) if found else None


def _turned(hoods: Neighbourhoods, number: int, near: Nearby, statement: Statement) -> Statement:
    """The statement with who "was told" as its addressee and not as its source."""
    cue = hoods.attributions[number].cue
    words = [low(token.text) for span in cue for token in hoods.tokens_in(span)]
    if not is_heard(words) and not (statement.addressee is None and lacks_hearer(near)):
        return statement
    source = statement.source
    if source and source.words.start < cue[0].start:
        return msgspec.structs.replace(statement, source=None, addressee=source)
    return msgspec.structs.replace(statement, addressee=_reference(hoods.annotated.report, hoods.subject_of(number)))
