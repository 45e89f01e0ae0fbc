"""Whom a headline means by a role alone: "Minister: no talks before spring"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from sayso.attribute.phrases import low
from sayso.record.actor import Actor
from sayso.record.report import BlockKind, Report
from sayso.record.statement import Statement


def with_headline_sources(
    report: Report, statements: Sequence[Statement], actors: Sequence[Actor]
) -> tuple[Statement, ...]:
    """The statements with a role in the headline joined to the one who speaks in the text, has it and is named."""
    headlines = [block.span for block in report.blocks if block.kind is BlockKind.HEADLINE]
    spoken = {one.source.actor for one in statements if one.source}
    named = [actor for actor in actors if actor.id in spoken and any(name[:1].isupper() for name in actor.names)]
    called: dict[str, set[str]] = {actor.id: _words(*actor.roles, *actor.names) for actor in named}
    for one in statements:
        if one.source and one.source.actor in called:
            called[one.source.actor] |= _words(one.source.words.text)
    return tuple(
        _joined(one, called) if one.source and any(span.covers(one.source.words) for span in headlines) else one
        for one in statements
    )


def _words(*texts: str) -> set[str]:
    return {low(word).strip(",.") for text in texts for word in text.split()}


def _joined(statement: Statement, called: Mapping[str, set[str]]) -> Statement:
    """The statement with the one actor who is called what its source is, if there is just one.

    `called` has for each actor with a name the words of its names and roles, and of what it is called as a source.
    """
    assert statement.source is not None
    role = low(statement.source.words.text.split()[-1])
    holders = [actor for actor, words in called.items() if role in words]
    if len(holders) != 1 or statement.source.actor == holders[0]:
        return statement
    source = msgspec.structs.replace(statement.source, mention=None, actor=holders[0])
    return msgspec.structs.replace(statement, source=source)
