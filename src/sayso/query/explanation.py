"""What a finding rests on: each field, its words, and what gave it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

import msgspec
from msgspec import Struct

from sayso.record.actor import Actor, Mention
from sayso.record.event import Event
from sayso.record.evidence import Evidence
from sayso.record.place import Place
from sayso.record.record import Record
from sayso.record.statement import Statement
from sayso.record.when import Timex
from sayso.spans import Words, words_in

Finding = Statement | Event | Actor | Mention | Place | Timex
_NOT_TOLD = frozenset(["id", "report_id", "evidence", "mentions"])


class Field(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One field of a finding: its value in words, the words of the report it stands on, and the method that gave it."""

    name: str
    value: str
    words: tuple[Words, ...] = ()
    method: str | None = None


class Explanation(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A finding, field by field; `rests_on` are the words of its evidence, in text order."""

    id: str
    kind: str
    report_id: str | None = None
    method: str | None = None
    confidence: float | None = None
    made_by: dict[str, str] = {}
    fields: tuple[Field, ...] = ()
    rests_on: tuple[Words, ...] = ()


def explanations(identity: str, record: Record) -> Iterator[Explanation]:
    """The findings of a record whose id begins with `identity`."""
    explainer = _Explainer(record)
    for finding in findings_of(record):
        if finding.id.startswith(identity):
            yield explainer.explanation(finding)


def findings_of(record: Record) -> Iterator[Finding]:
    """Everything of a record that has an id."""
    for findings in (record.statements, record.events, record.actors, record.mentions, record.places, record.timexes):
        yield from findings


@dataclass(frozen=True, slots=True)
class _Explainer:
    record: Record

    def explanation(self, finding: Finding) -> Explanation:
        evidence: Evidence | None = getattr(finding, "evidence", None)
        given = evidence.fields if evidence else {}
        whole = evidence.method if evidence else None
        return Explanation(
            id=finding.id,
            kind=type(finding).__name__.lower(),
            report_id=getattr(finding, "report_id", None),
            method=whole,
            confidence=evidence.confidence if evidence else None,
            made_by=self.record.made_by,
            fields=tuple(self._fields(finding, given, whole)),
            rests_on=tuple(self.record.report.words(span) for span in sorted(evidence.spans)) if evidence else (),
        )

    def _fields(self, finding: Finding, given: dict[str, str], whole: str | None) -> Iterator[Field]:
        for field in msgspec.structs.fields(finding):
            value = getattr(finding, field.name)
            if field.name not in _NOT_TOLD and value is not None and value != ():
                words = tuple(words_in(value))
                methods = (given.get(field.name, whole), given.get(f"{field.name}.actor"))
                method = ", actor by ".join(one for one in methods if one) or None
                yield Field(name=field.name, value=self._told(value), words=words, method=method)

    def _told(self, value: Any) -> str:
        """A value on one line: names for ids, the words of spans."""
        match value:
            case Words():
                return f"“{value.text}”"
            case Enum():
                return str(value.value).replace("_", " ")
            case tuple() | list():
                return "; ".join(map(self._told, value))
            case Struct():
                parts = ((name, getattr(value, name)) for name in value.__struct_fields__)
                return ", ".join(self._part(name, part) for name, part in parts if part not in (None, ()))
            case str():
                return self._name(value)
        return str(value)

    def _part(self, name: str, part: Any) -> str:
        told = self._told(part)
        return told if isinstance(part, Words) else f"{name.replace('_', ' ')} {told}"

    def _name(self, value: str) -> str:
        """The name of what an id of this record stands for, with the id."""
        named: tuple[Actor | Place, ...] = (*self.record.actors, *self.record.places)
        return next((f"{one.name} ({value})" for one in named if one.id == value and one.name), value)
