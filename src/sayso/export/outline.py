"""The statements of a record as a person reads them: in text order, nested ones under the one they are in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.export.visible import one_line
from sayso.record.actor import Actor
from sayso.record.annotation import MentionKind
from sayso.record.record import Record
from sayso.record.reference import Reference
from sayso.record.statement import Statement

_PRONOUNS = frozenset(
    ["he", "she", "they", "it", "i", "we", "you", "who", "him", "her", "them", "us", "me", "himself", "herself"]
)
_WORDS = "words:"
_NAME = re.compile(r"\w+(?:-\w+)*")
NOT_NAMED = "Source not named"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks; one number is one speaker, counted from 1 in order of appearance.

    `name` is the fullest that the record knows, else the report's words. `printed` holds the words of this statement
    where they share none with the name ("he", "Minsk"), None otherwise. `actor` is None where nobody resolved them.
    """

    name: str
    number: int
    printed: str | None = None
    actor: Actor | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement in its place: `number` counts from 1 down the page, `depth` is 0 for one that is not nested."""

    statement: Statement
    number: int
    depth: int
    speaker: Speaker


def outline(record: Record) -> list[Entry]:
    """All statements of the record, in reading order."""
    known, numbers = _Known.of(record), dict[str, int]()
    entries: list[Entry] = []
    for statement, depth in _nested(record.statements):
        key = _fuller(known.speaker_key(statement), numbers)
        number = numbers.setdefault(key, len(numbers) + 1)
        entries.append(Entry(statement, len(entries) + 1, depth, known.speaker(statement.source, number)))
    return entries


def count_speakers(record: Record, entries: list[Entry]) -> int | None:
    """How many different speakers there are; None if nobody has looked which names are one person's."""
    return len({entry.speaker.number for entry in entries}) if record.actors else None


@dataclass(frozen=True, slots=True)
class _Known:
    """What the record knows of sources: the actors by id, and which mentions are pronouns."""

    actors: dict[str, Actor]
    pronouns: frozenset[str]

    @classmethod
    def of(cls, record: Record) -> _Known:
        pronouns = (mention.id for mention in record.mentions if mention.kind is MentionKind.PRONOMINAL)
        return cls({actor.id: actor for actor in record.actors}, frozenset(pronouns))

    def speaker(self, source: Reference | None, number: int) -> Speaker:
        """The speaker behind a source."""
        if source is None:
            return Speaker(NOT_NAMED, number)
        words, actor = one_line(_words(source)), self.actors.get(source.actor or "")
        if actor is None:
            return Speaker(words, number)
        return Speaker(one_line(actor.name), number, None if _shares(words, actor.name) else words, actor)

    def speaker_key(self, statement: Statement) -> str:
        """Equal for two statements that have one speaker: a pronoun that nobody resolved stands alone."""
        source = statement.source
        if source is None:
            return NOT_NAMED
        if source.actor in self.actors:
            return source.actor
        is_pronoun = source.mention in self.pronouns or _words(source).casefold() in _PRONOUNS
        return statement.id if is_pronoun else f"{_WORDS}{_words(source)}"


def _shares(words: str, name: str) -> bool:
    """Whether the words name at least a part of the name."""
    return not set(_NAME.findall(words.casefold())).isdisjoint(_NAME.findall(name.casefold()))


def _words(source: Reference) -> str:
    return " ".join(source.words.text.strip(" \n,;:").split())


def _nested(statements: tuple[Statement, ...]) -> Iterator[tuple[Statement, int]]:
    ids = {statement.id for statement in statements}
    inside: dict[str | None, list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=_place):
        inside[statement.within if statement.within in ids else None].append(statement)
    waiting = [(statement, 0) for statement in reversed(inside[None])]
    while waiting:
        statement, depth = waiting.pop()
        yield statement, depth
        waiting.extend((child, depth + 1) for child in reversed(inside[statement.id]))


def _place(statement: Statement) -> tuple[int, int, int]:
    """Where a statement begins, and of several with one source, where its own words and its cue do."""
    own = [*statement.content, *statement.cue]
    spans = [*own, *([statement.source.words] if statement.source else [])]
    begins = min((span.start for span in spans), default=0)
    return begins, max((span.start for span in own), default=0), -max((span.end for span in spans), default=0)


def _fuller(key: str, known: Iterable[str]) -> str:
    """The one earlier source that has the same words, or holds this single name ("Obi": "Mr Obi, a farmer")."""
    if not key.startswith(_WORDS):
        return key
    name = key.removeprefix(_WORDS)
    same = [other for other in known if other.casefold() == key.casefold()]
    if not same and name.isalpha() and name[0].isupper():
        same = [other for other in known if other.startswith(_WORDS) and name in _NAME.findall(other)]
    return same[0] if len(same) == 1 else key
