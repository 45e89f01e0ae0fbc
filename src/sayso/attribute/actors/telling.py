"""What has become of an actor's mentions, told as the record keeps it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.attribute.actors.drafts import Draft
from sayso.ontology.actors.sectors import takes_sector
from sayso.ontology.places import country_names
from sayso.record.actor import Actor, ActorKind, Office
from sayso.record.annotation import MentionKind
from sayso.record.evidence import Evidence
from sayso.record.ids import finding_id
from sayso.record.report import Report

METHOD = "rule:actor@1"

_APOSTROPHE = re.compile(r" (['\u2019](?:s\b)?)")

_SURE = {MentionKind.NAMED: 0.9, MentionKind.NOMINAL: 0.75, MentionKind.PRONOMINAL: 0.7}
"""How often a mention of each kind is joined with the right others; measured on GUM's training documents."""


def actor_id(draft: Draft, report: Report) -> str:
    """The id of the actor that the draft became."""
    return finding_id("ac", report.id, [draft.met[0][0]])


def told(draft: Draft, report: Report) -> Actor:
    """The actor of the record."""
    spans = tuple(sorted(span for span, _ in draft.met))
    return Actor(
        id=actor_id(draft, report),
        report_id=report.id,
        name=name_of(draft, report),
        evidence=Evidence(spans=spans, method=METHOD, confidence=min(_SURE[sign.kind] for _, sign in draft.met)),
        kind=draft.kind_or_guess,
        names=tuple(dict.fromkeys(_spelled(sign.name) for _, sign in draft.met if sign.name)),
        roles=tuple(sorted(draft.roles)),
        organisation=name_of(draft.serves, report) if draft.serves else None,
        country=draft.country,
        sector=_sector(draft),
        offices=_offices(draft),
        mentions=tuple(finding_id("men", report.id, [span]) for span in spans),
    )


def name_of(draft: Draft, report: Report) -> str:
    """A government's by its country, a person's fullest; for others the longest words, without an article."""
    if draft.kind == ActorKind.GOVERNMENT and not draft.name and draft.country in country_names():
        return f"Government of {country_names()[draft.country]}"
    words = [span.of(report.text) for span, sign in draft.met if sign.kind != MentionKind.PRONOMINAL]
    bare = [plain for one in words if (plain := _bare(one))]
    if draft.name:
        name = _spelled(draft.name)
        whole = [one for one in bare if one.endswith(name)] if draft.kind == ActorKind.ORGANISATION else []
        return max(whole, key=len, default=name)
    return max(bare, key=lambda one: (one[0].isupper(), len(one))) if bare else _author(report)


def _offices(draft: Draft) -> tuple[Office, ...]:
    """A person's offices, each told once unless a date or a body comes with it."""
    if draft.kind_or_guess != ActorKind.PERSON:
        return ()
    found: dict[tuple[object, ...], Office] = {}
    for office in draft.offices:
        found.setdefault((office.role, office.organisation, office.former, office.since, office.until), office)
    told = {office.role for office in found.values() if office.organisation or office.since or office.until}
    return tuple(one for one in found.values() if one.role not in told or one.organisation or one.since or one.until)


def _sector(draft: Draft) -> str | None:
    """What its words tell; who speaks for a body or leads it is of the body's sector."""
    serves = draft.serves.sector if draft.serves else None
    return serves if serves and all(takes_sector(role) for role in draft.roles) else draft.sector


def _spelled(parts: Sequence[str]) -> str:
    """A name as it is written: "Workers' Union", with no space before the mark."""
    return _APOSTROPHE.sub(r"\1", " ".join(parts))


def _bare(words: str) -> str:
    """Words up to what only explains them, without an article."""
    core = " ".join(words.split()).partition(",")[0]
    for relative in (" who ", " which "):
        core = core.partition(relative)[0]
    first, _, rest = core.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else core


def _author(report: Report) -> str:
    return report.furniture.bylines[0] if len(report.furniture.bylines) == 1 else "the author"
