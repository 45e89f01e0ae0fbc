"""Everything that one report supports; or why there is nothing."""

from __future__ import annotations

from msgspec import Struct

from sayso.errors import SaysoError
from sayso.record.actor import Actor, Mention
from sayso.record.event import Event
from sayso.record.place import Place
from sayso.record.report import Report
from sayso.record.statement import Statement
from sayso.record.when import Timex

FORMAT = "sayso.record/1"


class Record(Struct, frozen=True, kw_only=True, tag="record", tag_field="kind"):
    """All that one report supports, in text order.

    The same bytes, read by the same version, give the same record on any machine. Every field of every
    finding has its place from version 1 on; what a version of sayso cannot find yet is empty.
    """

    report: Report
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    places: tuple[Place, ...] = ()
    timexes: tuple[Timex, ...] = ()
    made_by: dict[str, str] = {}
    format: str = FORMAT

    def word_of(self, event: Event) -> list[Statement]:
        """The statements on whose word an event stands, innermost first; none if that is the report's own."""
        known = {statement.id: statement for statement in self.statements}
        chain: list[Statement] = []
        statement = known.get(event.attributed_to or "")
        while statement is not None and statement not in chain:
            chain.append(statement)
            statement = known.get(statement.within or "")
        return chain


class Failure(Struct, frozen=True, kw_only=True, tag="failure", tag_field="kind", omit_defaults=True):
    """One location that gave no record, and why.

    `hop` is "open", "read", "annotate" or "attribute"; `code` and `message` are the error's; `error` its
    class's name.
    """

    uri: str
    hop: str
    code: str
    error: str
    message: str
    digest: str | None = None

    @classmethod
    def of(cls, error: SaysoError, *, uri: str, hop: str, digest: str | None = None) -> Failure:
        """The failure that `error` makes of the report at `uri`."""
        message = sayable(str(error))
        return cls(
            uri=sayable(uri), hop=hop, code=error.code, error=type(error).__name__, message=message, digest=digest
        )


def sayable(name: str) -> str:
    """`name` with what is not text (half a surrogate pair, as in some file names) written out, fit for JSON."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
