"""Records made by hand, each of a report that tells of some actors."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from builders import report_of
from sayso.record.actor import Actor, ActorKind, Mention
from sayso.record.annotation import MentionKind
from sayso.record.evidence import Evidence
from sayso.record.ids import finding_id
from sayso.record.record import Record
from sayso.spans import Span

WHEN = datetime(2024, 5, 1, 12, tzinfo=UTC)


def told(text: str, *names: str, kind: ActorKind | None = ActorKind.PERSON, **more) -> Record:
    """The record of a report with these actors, each named once by words of the text."""
    report = report_of(text)
    actors, mentions = [], []
    for name in names:
        start = text.index(name)
        span = Span(start, start + len(name))
        mention = finding_id("men", report.id, [span])
        mentions.append(Mention(id=mention, words=report.words(span), kind=MentionKind.NAMED))
        proper = name.removeprefix("the ").removeprefix("The ")
        actors.append(
            Actor(
                id=finding_id("ac", report.id, [span]),
                report_id=report.id,
                name=proper,
                names=(proper,),
                kind=kind,
                evidence=Evidence(spans=(span,), method="test", confidence=1.0),
                mentions=(mention,),
                **more,
            )
        )
    return Record(report=report, actors=tuple(actors), mentions=tuple(mentions))


def only(record: Record) -> str:
    """The id of the one actor of a record."""
    (actor,) = record.actors
    return actor.id


def groups(clusters: Iterable) -> set[frozenset[str]]:
    """Clusters as sets of actors, those of one actor left out."""
    return {frozenset(cluster.members) for cluster in clusters if len(cluster.members) > 1}
