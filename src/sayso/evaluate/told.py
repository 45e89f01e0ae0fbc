"""Events of two sides held against each other: the deed, who did it, and on whose word it stands.

An event answers one of gold if the trigger of either shares a token with the trigger or a mention of the other. Each
answers at most one; where several could, one of the same type goes first, then one told in the same kind of voice.

A voice is right if both are the report's own; or if both are somebody's, and the sources share a token, or are both
unnamed, or are mentions of one actor of gold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.evaluate.assignment import assign
from sayso.evaluate.corpora.attributed_events import Given, MarkedEvent, MarkedParticipant, MarkedReport
from sayso.evaluate.corpora.given import located
from sayso.evaluate.stretches import inside
from sayso.record.event import Factuality
from sayso.spans import Span

Tokens = frozenset[int]

_SAME_TYPE, _SAME_TRIGGER, _SAME_KIND_OF_VOICE = 8.0, 2.0, 1.0
"""What decides which of several events is held against a gold one, first things first."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event as token numbers; `source` is None for the report's own voice, empty for a source without a name."""

    event: MarkedEvent
    trigger: Tokens
    anywhere: Tokens
    source: Tokens | None
    actor: Tokens
    recipient: Tokens
    place: Tokens
    time: Tokens

    @property
    def own_voice(self) -> bool:
        """Whether the report tells it on its own word."""
        return self.source is None

    @property
    def countries(self) -> tuple[frozenset[str], frozenset[str]]:
        """Those of the actors, and those of the recipients."""
        return _countries(self.event.actor), _countries(self.event.recipient)

    @property
    def by_report(self) -> Factuality | None:
        """What the report believes of it; None where it leaves that open."""
        if self.own_voice:
            return Factuality(certainty=self.event.certainty, occurrence=self.event.occurrence)
        return self.event.report_factuality


def told(report: MarkedReport, text: str, tokens: Sequence[Span]) -> list[Told]:
    """The events of one side."""
    sources = {one.id: _tokens((one.source,), text, tokens) for one in report.statements}
    return [_told(event, sources, text, tokens) for event in report.events]


def casts(report: MarkedReport, text: str, tokens: Sequence[Span]) -> list[Tokens]:
    """For each actor, the tokens of its mentions."""
    return [_tokens(actor.mentions, text, tokens) for actor in report.actors]


def answering(gold: Sequence[Told], found: Sequence[Told]) -> list[tuple[Told, Told]]:
    """The pairs of a gold event and the one that answers it."""
    worths = np.array([[_worth(one, other) for other in found] for one in gold]).reshape(len(gold), len(found))
    return [(gold[row], found[column]) for row, column in assign(worths)]


def same_voice(gold: Told, found: Told, actors: Iterable[Tokens]) -> bool:
    """Whether both stand on the same word."""
    if gold.source is None or found.source is None:
        return gold.source is found.source
    if not gold.source or not found.source:
        return gold.source == found.source
    return bool(gold.source & found.source) or any(one & gold.source and one & found.source for one in actors)


def _told(event: MarkedEvent, sources: dict[str, Tokens], text: str, tokens: Sequence[Span]) -> Told:
    return Told(
        event=event,
        trigger=_tokens((event.trigger,), text, tokens),
        anywhere=_tokens((event.trigger, *event.mentions), text, tokens),
        source=sources.get(event.attributed_to, frozenset()) if event.attributed_to else None,
        actor=_tokens((one.words for one in event.actor), text, tokens),
        recipient=_tokens((one.words for one in event.recipient), text, tokens),
        place=_tokens((event.place,), text, tokens),
        time=_tokens((event.time,), text, tokens),
    )


def _worth(gold: Told, found: Told) -> float:
    if not (gold.trigger & found.anywhere or gold.anywhere & found.trigger):
        return 0.0
    same_type = _SAME_TYPE * (gold.event.type == found.event.type)
    same_trigger = _SAME_TRIGGER * bool(gold.trigger & found.trigger)
    return 1 + same_type + same_trigger + _SAME_KIND_OF_VOICE * (gold.own_voice == found.own_voice)


def _tokens(given: Iterable[Given | None], text: str, tokens: Sequence[Span]) -> Tokens:
    return inside(tokens, [located(one, text) for one in given if one is not None])


def _countries(participants: Iterable[MarkedParticipant]) -> frozenset[str]:
    return frozenset(one.country for one in participants if one.country)
