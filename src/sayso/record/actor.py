"""Who a report speaks of."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from sayso.record.annotation import MentionKind
from sayso.record.evidence import Evidence
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


class Actor(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One person, organisation or group of one report.

    `name` is the fullest name the report gives; `names` all of them, `roles` what the report calls it
    ("president"), `country` ISO 3166-1 alpha-3, `sector` a PLOVER sector code. `mentions` are ids of this
    record.
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
    mentions: tuple[str, ...] = ()
