"""Reports with parses made by hand: events without a tagger's weights."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.attribute.attributor import attribute
from sayso.record.annotation import AnnotatedReport, Word
from sayso.record.event import Event, Role
from sayso.record.record import Record


def parsed(*sentences: tuple[str, str]) -> AnnotatedReport:
    """A report of sentences, one a paragraph, each with its parse.

    A parse has "tag/head/relation" for each token, `head` counted from 1 within the sentence, 0 for the root.
    """
    annotated = annotate(report_of(*(text for text, _ in sentences)))
    words: list[Word] = []
    for _, parse in sentences:
        words += _words(parse, len(words))
    assert len(words) == len(annotated.tokens), [token.text for token in annotated.tokens]
    return msgspec.structs.replace(annotated, words=tuple(words))


def _words(parse: str, first: int) -> list[Word]:
    rows = [row.split("/") for row in parse.split()]
    return [
        Word(tag=tag, head=first + int(head) - 1 if head != "0" else None, relation=relation)
        for tag, head, relation in rows
    ]


def record_of(*sentences: tuple[str, str]) -> Record:
    return attribute(parsed(*sentences))


def events_in(text: str, parse: str) -> tuple[Event, ...]:
    return record_of((text, parse)).events


def only(text: str, parse: str) -> Event:
    (event,) = events_in(text, parse)
    return event


def countries(event: Event, role: Role) -> Sequence[str | None]:
    return [one.country for one in event.participants if one.role is role]
