"""What a time expression was read as, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.annotate.timex.stretch import Stretch
from sayso.record.when import TimexType

SURE, LIKELY, GUESSED = 0.97, 0.9, 0.7
"""Confidence of a date that is written out, of one counted from the report's day, and of one that leans on what
the text around seems to mean. Set by the news time list and GUM's dates; measure again when rules change."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of one expression.

    `stretch` is what it covers; `value` is set where the TIMEX3 value is not the stretch's. `anchor` is
    "dateline", "published", "narrative" or None for what needs no anchor; `alternatives` are further
    meanings. `whole` is the stretch before a mod narrowed it, for expressions that combine.
    """

    type: TimexType
    stretch: Stretch | None = None
    value: str | None = None
    mod: str | None = None
    anchor: str | None = None
    alternatives: tuple[Stretch, ...] = ()
    begin: str | None = None
    end: str | None = None
    quant: str | None = None
    freq: str | None = None
    confidence: float = SURE
    time: str | None = None
    zone: str | None = None
    counted_from: int | None = None

    @property
    def timex_value(self) -> str | None:
        return self.value or (self.stretch.value if self.stretch else None)


def dated(stretch: Stretch, *, anchor: str | None = None, mod: str | None = None, confidence: float = SURE) -> Reading:
    """A DATE that covers a stretch of the calendar."""
    return Reading(TimexType.DATE, stretch, anchor=anchor, mod=mod, confidence=confidence)


def vague(value: str) -> Reading:
    """PAST_REF, PRESENT_REF or FUTURE_REF: a time that is meant and not given."""
    return Reading(TimexType.DATE, value=value, confidence=LIKELY)


def unanchored(kind: TimexType = TimexType.DATE, value: str | None = None) -> Reading:
    """An expression that was found and cannot be placed: the report has no date to count from."""
    return Reading(kind, value=value, confidence=LIKELY)
