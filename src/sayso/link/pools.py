"""Report-level actors that are held to be one, so far."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.link.bodies import BodyName
from sayso.link.names import PersonName
from sayso.link.profile import Being, Profile

_SAMPLE = 4
"""Reports of a pool that stand for all when contexts are compared: the first by their ids."""


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    """What its members tell together.

    `id` is the least id of a member: the same whatever the order of joining. `members` are in no order. `gender` is ""
    where none is told, or both. `sample` are a few of the `reports`. The rest is as in `Profile`.
    """

    id: str
    members: tuple[str, ...]
    being: Being
    names: frozenset[PersonName]
    bodies: frozenset[BodyName]
    roles: frozenset[str]
    walks: frozenset[str]
    countries: frozenset[str]
    homes: frozenset[str]
    genders: frozenset[str]
    words: frozenset[str]
    reports: frozenset[str]
    sample: tuple[str, ...]
    odd: bool

    @property
    def gender(self) -> str:
        return next(iter(self.genders)) if len(self.genders) == 1 else ""

    def joined(self, other: Pool) -> Pool:
        """The two as one."""
        first, second = sorted((self, other), key=lambda pool: pool.id)
        return Pool(
            id=first.id,
            members=first.members + second.members,
            being=second.being if first.being == Being.UNTOLD else first.being,
            names=self.names | other.names,
            bodies=self.bodies | other.bodies,
            roles=self.roles | other.roles,
            walks=self.walks | other.walks,
            countries=self.countries | other.countries,
            homes=self.homes | other.homes,
            genders=self.genders | other.genders,
            words=self.words | other.words,
            reports=self.reports | other.reports,
            sample=tuple(sorted({*self.sample, *other.sample})[:_SAMPLE]),
            odd=self.odd or other.odd,
        )


def pool_of(profile: Profile) -> Pool:
    """The pool of one."""
    return Pool(
        id=profile.id,
        members=(profile.id,),
        being=profile.being,
        names=profile.names,
        bodies=profile.bodies,
        roles=profile.roles,
        walks=profile.walks,
        countries=profile.countries,
        homes=frozenset({profile.home} - {""}),
        genders=frozenset({profile.gender} - {""}),
        words=profile.words,
        reports=frozenset({profile.report_id}),
        sample=(profile.report_id,),
        odd=profile.odd,
    )


def pooled(profiles: list[Profile]) -> Pool:
    """The pool of several."""
    first, *others = map(pool_of, profiles)
    for other in others:
        first = first.joined(other)
    return first
