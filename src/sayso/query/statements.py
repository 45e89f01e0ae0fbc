"""Which statements somebody asks for: whose, what is done with the words, about what, since when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.query.days import Days, published
from sayso.query.names import Actors, names_of, names_one, tells_of
from sayso.record.record import Record
from sayso.record.statement import Act, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementQuery:
    """What is None or empty lets everything through.

    `by` and `to` are words of a name or role; `about` words that begin words of the content. `days` are those of
    the saying, or where the report does not tell them, of its publication.
    """

    by: str | None = None
    to: str | None = None
    about: str | None = None
    acts: frozenset[Act] = frozenset()
    days: Days = field(default_factory=Days)

    def of(self, record: Record) -> Iterator[Statement]:
        """The statements asked for, in text order."""
        actors = {actor.id: actor for actor in record.actors}
        for statement in record.statements:
            if self._names(statement, actors) and self._tells(statement) and self._is_then(statement, record):
                yield statement

    def _names(self, statement: Statement, actors: Actors) -> bool:
        asked = ((self.by, statement.source), (self.to, statement.addressee))
        return all(name is None or names_one(name, names_of(whom, actors)) for name, whom in asked)

    def _tells(self, statement: Statement) -> bool:
        if self.acts and statement.act not in self.acts:
            return False
        return self.about is None or tells_of(self.about, [words.text for words in statement.content])

    def _is_then(self, statement: Statement, record: Record) -> bool:
        told = statement.said.range if statement.said else None
        return self.days.may_hold(told or published(record.report))
