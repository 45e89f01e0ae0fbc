"""Events: what someone did, or is said to have done, and on whose word."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from sayso.record.evidence import Evidence
from sayso.record.reference import PlaceReference, Reference, TimeReference
from sayso.spans import Words


class Role(StrEnum):
    """PLOVER's roles, and what else a report may state of an event."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    INSTRUMENT = "instrument"
    TARGET = "target"


DONE_TO = (Role.RECIPIENT, Role.TARGET)
"""The roles of those to whom it was done, and of what: "struck three nuclear sites"."""


class Participant(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Someone or something in a role of an event; `country` is ISO 3166-1 alpha-3, `sector` a PLOVER sector code."""

    role: Role
    reference: Reference
    country: str | None = None
    sector: str | None = None


class Certainty(StrEnum):
    """How sure the teller is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Occurrence(StrEnum):
    """What is told of the event's happening."""

    HAPPENED = "happened"
    DID_NOT_HAPPEN = "did_not_happen"
    ONGOING = "ongoing"
    PLANNED = "planned"
    DEMANDED = "demanded"
    HYPOTHETICAL = "hypothetical"


class Factuality(Struct, frozen=True, kw_only=True):
    """How an event is told, on one teller's belief."""

    certainty: Certainty
    occurrence: Occurrence


class Magnitude(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A number of an event: `what` is "dead", "injured", "displaced", "detained", "troops", "money" …

    `low` and `high` bound it, equal where it is exact; None where open ("at least 40" has no `high`). `attributed_to`
    is the id of the statement on whose word the number stands; None is the report's own voice.
    """

    what: str
    words: Words
    low: float | None = None
    high: float | None = None
    attributed_to: str | None = None


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What someone did, or is said to have done.

    `type`, `mode` and `contexts` are PLOVER codes in capitals ("PROTEST") and lower case ("riot").
    `attributed_to` is the id of the statement on whose word the event stands; None is the report's own
    voice. `source_factuality` is how that statement's source puts it, `report_factuality` how the report
    does. `mentions` are further places of the report that tell the same event. `within` is the id of the event whose
    words tell of this one: of the accusation, of what is alleged in it. `same_as` is the id of the first event
    of the report that tells the same deed, where another teller, or another belief in it, makes this one of its own.
    """

    id: str
    report_id: str
    type: str
    trigger: tuple[Words, ...]
    evidence: Evidence
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    place: PlaceReference | None = None
    time: TimeReference | None = None
    magnitudes: tuple[Magnitude, ...] = ()
    report_factuality: Factuality | None = None
    source_factuality: Factuality | None = None
    attributed_to: str | None = None
    mentions: tuple[Words, ...] = ()
    within: str | None = None
    same_as: str | None = None
