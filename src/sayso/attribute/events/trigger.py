"""A word that tells of an event, with its frame and those who stand in its slots."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribute.events.someone import Someone
from sayso.ontology.plover.frames import Frame
from sayso.record.statement import Statement

VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE", "CONSULT"})
"""Types of what is done with words: their recipients are people and bodies, not things."""

DONE_TO = frozenset({"arrest", "abduct", "targeted", "convict"})
"""Modes of deeds that a participle tells of the one they were done to."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event: the token `at`, with those `beside` it that belong to it.

    One that only `recalls` is no event of its own: it counts if the report told of such a one before. One that is
    `private` counts in a report that is known to be of politics. `seen` are the fields of the event that are as the
    tagger has them, not its frame.
    """

    at: int
    beside: tuple[int, ...]
    frame: Frame
    actors: tuple[Someone, ...]
    recipients: tuple[Someone, ...]
    voice: Statement | None
    recalls: bool = False
    private: bool = False
    seen: frozenset[str] = frozenset()

    @property
    def words(self) -> tuple[int, ...]:
        """All its tokens, in text order."""
        return tuple(sorted((self.at, *self.beside)))
