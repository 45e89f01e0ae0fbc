"""When something was said, by the report's calendar."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.record.reference import TimeReference
from sayso.record.statement import Statement
from sayso.record.when import Timex


def dated(statement: Statement, timexes: Sequence[Timex]) -> Statement:
    """`statement` with the words that date it joined to the time expression they are part of, if one was found."""
    if statement.said is None:
        return statement
    words = statement.said.words
    for timex in timexes:
        if timex.words.overlaps(words):
            said = TimeReference(words=timex.words, timex=timex.id, range=timex.range)
            return msgspec.structs.replace(statement, said=said)
    return statement
