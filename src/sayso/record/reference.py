"""Words of a report that point at someone, somewhere or some time."""

from __future__ import annotations

from msgspec import Struct

from sayso.record.when import DateRange
from sayso.spans import Words


class Reference(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words that point at someone or something: a speaker, an addressee, a participant.

    `mention` and `actor` are ids within the same record, None where it was not resolved.
    """

    words: Words
    mention: str | None = None
    actor: str | None = None


class TimeReference(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """When something was said or happened.

    `timex` is the id of the words' timex in the same record, None where they are none; `range` what it means, None
    where that is not known.
    """

    words: Words
    timex: str | None = None
    range: DateRange | None = None


class PlaceReference(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where something was said or happened; `place` is the id of the words' place in the same record, None for none."""

    words: Words
    place: str | None = None
