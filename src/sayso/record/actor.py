"""Who a report speaks of."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from sayso.record.annotation import MentionKind
from sayso.record.evidence import Evidence
from sayso.record.reference import TimeReference
from sayso.spans import Words


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    GROUP = "group"


class Mention(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words that refer; `actor` is the report-level actor they stand for, None where unresolved."""

    id: str
    words: Words
    kind: MentionKind
    actor: str | None = None


class Office(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a report says that somebody is or was: "former health minister", "the union's secretary since 2019".

    `role` is in small letters, `organisation` as the report names it, `country` ISO 3166-1 alpha-3. `former` says that
    it is over; `since` and `until` are the times that the report gives, None for none.
    """

    words: Words
    role: str
    organisation: str | None = None
    country: str | None = None
    former: bool = False
    since: TimeReference | None = None
    until: TimeReference | None = None


class Actor(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One person, organisation or group of one report.

    `name` is the fullest name the report gives; `names` all of them, `roles` what the report calls it ("president"),
    `organisation` whom a person serves, `country` ISO 3166-1 alpha-3, `sector` a PLOVER sector code. `offices` tell the
    same roles with whose they are and when; `mentions` are ids of this record.
    """

    id: str
    report_id: str
    name: str
    evidence: Evidence
    kind: ActorKind | None = None
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    organisation: str | None = None
    country: str | None = None
    sector: str | None = None
    offices: tuple[Office, ...] = ()
    mentions: tuple[str, ...] = ()
