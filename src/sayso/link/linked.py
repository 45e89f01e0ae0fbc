"""Actors across reports, as they are shown: one for each cluster, with all that its reports tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from msgspec import Struct

from sayso.link.actors import link_actors
from sayso.link.clusters import Cluster, clusters_of, standing
from sayso.link.lists.listed import ListedActor
from sayso.link.lists.match import Register, in_force
from sayso.link.names import without_titles
from sayso.link.pools import pooled
from sayso.link.profile import Being, Profile
from sayso.link.profiles import profiles_of
from sayso.record.actor import Actor
from sayso.record.annotation import MentionKind
from sayso.record.judgement import Decision, Judgement, Verdict
from sayso.record.record import Record

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_REST = re.compile(r"\s{0,3}[,;(].*$|\s(?:who|which)\s.*$", re.DOTALL)


class Member(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One report-level actor of a cluster; `location` is where its report lay, if that was asked for."""

    actor: str
    report: str
    name: str
    location: str | None = None


class Reason(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A judgement that concerns a cluster.

    `judgement` is its id, None for a rule's that is kept nowhere yet; `other` the cluster of whichever of the two is
    not in this one, None where both are.
    """

    judgement: str | None
    verdict: Verdict
    left: str
    right: str
    by: str
    why: str = ""
    score: float | None = None
    other: str | None = None


class Listing(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where an actor stands in an actor list.

    `id` and `name` are the list's, `codes` and `offices` those in force on the days the reports were published.
    """

    id: str
    name: str
    codes: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()


class LinkedActor(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One actor of several reports.

    `id` stays as long as the member with the least id does. `being` is "person", "body", "government", or "untold" for
    a single word that may be either; `names` all that the reports call it, the most used first, and `name` the fullest
    of these that is used most. `countries` are ISO 3166-1 alpha-3. `reports` counts reports, `listings` is where it
    stands in an actor list.
    """

    id: str
    name: str
    being: str
    reports: int
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
    reasons: tuple[Reason, ...] = ()
    listings: tuple[Listing, ...] = ()


class Links(Struct, frozen=True, kw_only=True):
    """The actors of some records, and what the rules judged anew to find them."""

    actors: tuple[LinkedActor, ...]
    judgements: tuple[Judgement, ...]


def linked(
    records: Iterable[Record],
    decisions: Iterable[Decision] = (),
    *,
    when: datetime,
    listed: Iterable[ListedActor] = (),
) -> Links:
    """Who is who in these records, by the decisions given and by rule; those in most reports first.

    `when` is the time of judging, UTC, and `listed` the entries of actor lists. Actors that nothing could make known
    again, such as groups, are left out.
    """
    kept = {record.report.id: record for record in records}
    given = tuple(decisions)
    made = tuple(link_actors(kept.values(), given, when=when))
    shown = {profile.id: profile for record in kept.values() for profile in profiles_of(record)}
    known = {actor.id: (actor, record) for record in kept.values() for actor in record.actors if actor.id in shown}
    clusters = clusters_of(known, (*given, *made))
    of = {member: cluster.id for cluster in clusters for member in cluster.members}
    reasons = _reasons(standing((*given, *made)).held.values(), of, {decision.id for decision in given})
    register = Register(listed)
    found = [
        _linked(cluster, known, shown, tuple(reasons.get(cluster.id, ())), register)
        for cluster in clusters
        if any(member in known for member in cluster.members)
    ]
    return Links(actors=tuple(sorted(found, key=lambda one: (-one.reports, one.name, one.id))), judgements=made)


def _reasons(held: Iterable[Judgement], of: Mapping[str, str], kept: Collection[str]) -> dict[str, list[Reason]]:
    found: dict[str, list[Reason]] = {}
    for one in sorted(held, key=lambda one: (one.verdict, -(one.score or 0.0), one.id)):
        left, right = of.get(one.left), of.get(one.right)
        for cluster, other in ((left, right), (right, left)) if left != right else ((left, None),):
            if cluster is not None:
                found.setdefault(cluster, []).append(_reason(one, other, kept))
    return found


def _reason(one: Judgement, other: str | None, kept: Collection[str]) -> Reason:
    return Reason(
        judgement=one.id if one.id in kept else None,
        verdict=one.verdict,
        left=one.left,
        right=one.right,
        by=one.by,
        why=one.why,
        score=one.score,
        other=other,
    )


def _linked(
    cluster: Cluster,
    known: Mapping[str, tuple[Actor, Record]],
    profiles: Mapping[str, Profile],
    reasons: tuple[Reason, ...],
    register: Register,
) -> LinkedActor:
    members = [known[member] for member in cluster.members if member in known]
    pool = pooled([profiles[actor.id] for actor, _ in members])
    days = [_day(record) for _, record in members]
    beings = Counter(profiles[actor.id].being for actor, _ in members)
    beings.pop(Being.UNTOLD, None)
    being = max(sorted(beings), key=lambda one: beings[one], default=Being.UNTOLD)
    names = Counter(name for actor, record in members for name in set(_called(actor, record, being)))
    ranked = tuple(sorted(names, key=lambda name: (-names[name], -len(name), name)))
    return LinkedActor(
        id=cluster.id,
        name=_best(ranked, names) if ranked else members[0][0].name,
        being=being,
        reports=len({record.report.id for _, record in members}),
        names=ranked,
        roles=tuple(sorted(pool.roles)),
        countries=tuple(sorted(pool.countries)),
        sectors=tuple(sorted({actor.sector for actor, _ in members if actor.sector})),
        members=tuple(Member(actor=actor.id, report=record.report.id, name=actor.name) for actor, record in members),
        reasons=reasons,
        listings=tuple(_listing(entry, days) for entry in register.of(pool)),
    )


def _listing(entry: ListedActor, days: Iterable[date | None]) -> Listing:
    codes, offices = in_force(entry, days)
    return Listing(id=entry.id, name=entry.names[0], codes=codes, offices=offices)


def _day(record: Record) -> date | None:
    """The day on which a report was published, if it says so."""
    stamp = record.report.furniture.first_published or record.report.furniture.last_updated
    try:
        return date.fromisoformat(stamp.value[:10]) if stamp else None
    except ValueError:
        return None


def _called(actor: Actor, record: Record, being: Being) -> Iterable[str]:
    """What a report calls an actor by name."""
    if being == Being.PERSON or being == Being.UNTOLD:
        yield from (without_titles(name) for name in actor.names if name[:1].isupper())
        return
    mentions = {mention.id: mention for mention in record.mentions}
    for each in actor.mentions:
        mention = mentions.get(each)
        if mention and (mention.kind == MentionKind.NAMED or being == Being.BODY):
            bare = _ARTICLE.sub("", _REST.sub("", " ".join(mention.words.text.split())))
            if (mention.kind != MentionKind.PRONOMINAL and " " in bare) or bare.isupper() or bare[:1].isupper():
                yield bare
    yield from (actor.name,) if being == Being.GOVERNMENT else ()


def _best(ranked: tuple[str, ...], names: Mapping[str, int]) -> str:
    """Of the names used at least half as often as the commonest, the one with most words."""
    often = [name for name in ranked if 2 * names[name] >= names[ranked[0]]]
    return max(often, key=lambda name: (min(len(name.split()), 4), names[name], name))
