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

    The words, the timex of the same record, and what it means where that is known.
    """

    words: Words
    timex: str | None = None
    range: DateRange | None = None


class PlaceReference(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where something was said or happened: the words, and the place of the same record they stand for."""

    words: Words
    place: str | None = None
