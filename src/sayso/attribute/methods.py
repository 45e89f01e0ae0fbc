"""What gave each field of a statement that the attribution itself does not have."""

from __future__ import annotations

import msgspec

from sayso.attribute.actors.telling import METHOD as ACTOR
from sayso.record.statement import Statement

_OF_FIELDS = {
    "manner": "rule:manner@1",
    "quoted": "rule:manner@1",
    "source_kind": "rule:source-kind@2",
    "act": "rule:act@2",
    "polarity": "rule:act@2",
    "addressee": "rule:addressee@2",
    "venue": "rule:venue@2",
    "said": "rule:said@2",
    "distance": "rule:distance@2",
    "within": "rule:nesting@1",
}


def with_methods(statement: Statement) -> Statement:
    """The statement, its evidence naming the rule of every field that is filled.

    "source.actor" is who the source was found to be; the words of the source come with the attribution.
    """
    fields = {name: rule for name, rule in _OF_FIELDS.items() if getattr(statement, name) not in (None, ())}
    if statement.source and statement.source.actor:
        fields["source.actor"] = ACTOR
    evidence = msgspec.structs.replace(statement.evidence, fields=fields)
    return msgspec.structs.replace(statement, evidence=evidence)
