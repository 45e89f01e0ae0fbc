"""Who a source is: does the record's actor name the entity that GUM means?

Counted over attributions whose cue and source are found. A mention, sayso's or the source itself, stands for the entity
of the gold mention that it coincides with best. The actor is right if most of its named mentions stand for the source's
entity; or, where the report gives that entity no name, if most of its mentions do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluate.corpora import gum
from sayso.evaluate.corpora.gold import Relation, Stretches
from sayso.evaluate.corpora.gum import Document
from sayso.evaluate.counts import Counts
from sayso.evaluate.evaluation import Tally
from sayso.evaluate.linked import paired
from sayso.evaluate.reading import System, relation_of, report_of
from sayso.evaluate.stretches import inside, jaccard, touches
from sayso.record.annotation import MentionKind
from sayso.record.record import Record
from sayso.record.statement import Statement
from sayso.spans import Span


@dataclass(frozen=True, slots=True)
class _Entities:
    """The gold entities of a document: each mention's words and entity, and which entities have a name."""

    mentions: tuple[tuple[frozenset[int], str], ...]
    named: frozenset[str]
    places: Sequence[Span]

    def of(self, spans: Iterable[Span]) -> str | None:
        """The entity that words stand for; None if they touch no mention."""
        words = inside(self.places, spans)
        likeness = [
            (jaccard(words, mention), -len(mention), entity) for mention, entity in self.mentions if words & mention
        ]
        return max(likeness)[2] if likeness else None


def gum_tallies(folder: Path, part: str, system: System) -> Iterator[Tally]:
    """Each document's counts: precision over the sources found, recall over all that gold gives."""
    for document in gum.documents(folder, part):
        record = system.read(report_of(document.article.text, headline=document.kinds[0] == "head")).record
        yield {("source", "all genres"): (counts := tally(document, record)), ("source", document.genre): counts}


def tally(document: Document, record: Record) -> Counts:
    """One document's counts of sources whose actor is right."""
    entities = _entities(document)
    gold = [relation for relation in document.article.relations if entities.of(relation.source)]
    outer = [statement for statement in record.statements if statement.within is None]
    pairs = paired(document.article.text, gold, [relation_of(statement) for statement in outer])
    met = [(gold[one], outer[other]) for one, other in pairs if _same_source(gold[one], outer[other])]
    right = sum(_is_right(relation.source, statement, record, entities) for relation, statement in met)
    return Counts(right, len(met), right, len(gold))


def _entities(document: Document) -> _Entities:
    mentions = tuple(
        (frozenset(range(first, last + 1)), entity)
        for entity, chain in document.entities.items()
        for first, last in sorted(chain)
    )
    named = frozenset(entity for words, entity in mentions if words & document.proper)
    return _Entities(mentions, named, document.places)


def _same_source(relation: Relation, statement: Statement) -> bool:
    return statement.source is not None and touches(relation.source, (statement.source.words,))


def _is_right(source: Stretches, statement: Statement, record: Record, entities: _Entities) -> bool:
    wanted = entities.of(source)
    actor = statement.source.actor if statement.source else None
    kinds = [MentionKind.NAMED] if wanted in entities.named else list(MentionKind)
    mentions = [
        mention.words for mention in record.mentions if actor and mention.actor == actor and mention.kind in kinds
    ]
    votes = Counter(entities.of((words,)) for words in mentions)
    return bool(votes) and votes.most_common(1)[0][0] == wanted
