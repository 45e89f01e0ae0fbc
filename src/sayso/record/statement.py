"""Statements: one attribution as kept."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from sayso.record.evidence import Evidence
from sayso.record.reference import Reference, TimeReference
from sayso.spans import Words


class Manner(StrEnum):
    """Whose words: the source's, the reporter's, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What is done with words. The list grows only with the format's version."""

    ASSERT = "assert"
    CONFIRM = "confirm"
    DENY = "deny"
    ACCUSE = "accuse"
    PROMISE = "promise"
    THREATEN = "threaten"
    WARN = "warn"
    DEMAND = "demand"
    REQUEST = "request"
    PROPOSE = "propose"
    AGREE = "agree"
    REFUSE = "refuse"
    PRAISE = "praise"
    CONDEMN = "condemn"
    APOLOGISE = "apologise"
    PREDICT = "predict"
    BELIEVE = "believe"
    FEAR = "fear"
    HOPE = "hope"
    ORDER = "order"
    ASK = "ask"
    ANNOUNCE = "announce"
    DECLINE_TO_COMMENT = "decline_to_comment"
    NOT_VERIFIED = "not_verified"
    NOT_SAID = "not_said"


class Polarity(StrEnum):
    """How the content is put, whatever is done with the words."""

    ASSERTED = "asserted"
    DENIED = "denied"
    POSSIBLE = "possible"
    PLANNED = "planned"


class SourceKind(StrEnum):
    """What kind of source speaks."""

    PERSON = "person"
    OFFICIAL_BODY = "official_body"
    UNNAMED_OFFICIAL = "unnamed_official"
    WITNESS = "witness"
    DOCUMENT = "document"
    MEDIUM = "medium"
    PUBLIC = "public"
    UNSTATED = "unstated"


class VenueKind(StrEnum):
    """Where words were said, or through what."""

    MEETING = "meeting"
    INTERVIEW = "interview"
    BROADCAST = "broadcast"
    SOCIAL_MEDIA = "social_media"
    PRESS_CONFERENCE = "press_conference"
    DOCUMENT = "document"
    PLACE = "place"
    OTHER = "other"


class Venue(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where something was said: the words and the kind.

    `actor` is the id of the medium behind them, `place` that of the place, both of the same record; None for none.
    """

    words: Words
    kind: VenueKind
    actor: str | None = None
    place: str | None = None


class Distance(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A sign that the reporter keeps a distance: "claimed", scare quotes, "without providing evidence".

    `kind` is "verb", "word", "marks", "no_evidence", "unverified" or "condition". `covers` are the words that are kept
    at a distance: from the first to the last of a statement's content, or less; None where they do not show.
    """

    words: Words
    kind: str
    covers: Words | None = None


class Statement(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One attribution: a source, a cue and the content that is theirs.

    `source` is None where the report gives none ("it is understood that"). `cue` may be empty for a
    quotation whose speaker is given by layout alone. `content` lists the stretches that are attributed, in
    text order; `quoted` those parts of it that stand inside quotation marks. `within` names the statement
    this one is nested in, by id: in "Mr Obi said the minister had promised a review" the promise is within Mr
    Obi's statement. `said` is when. `act`, `polarity` and the rest are None where nothing was found.
    """

    id: str
    report_id: str
    manner: Manner
    content: tuple[Words, ...]
    cue: tuple[Words, ...]
    source: Reference | None
    evidence: Evidence
    quoted: tuple[Words, ...] = ()
    source_kind: SourceKind | None = None
    act: Act | None = None
    polarity: Polarity | None = None
    addressee: Reference | None = None
    venue: Venue | None = None
    said: TimeReference | None = None
    distance: tuple[Distance, ...] = ()
    within: str | None = None
