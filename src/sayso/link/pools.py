"""Report-level actors that are held to be one, so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sayso.link.bodies import BodyName
from sayso.link.names import PersonName
from sayso.link.profiles import Being, Profile


@dataclass(frozen=True, eq=False)
class Pool:
    """What the members, in order of their ids, tell together."""

    members: tuple[Profile, ...]

    @property
    def id(self) -> str:
        """The least id of a member: the same whatever the order of joining."""
        return self.members[0].id

    @cached_property
    def being(self) -> Being:
        """What it is; one member that tells is enough."""
        told = [member.being for member in self.members if member.being != Being.UNTOLD]
        return told[0] if told else Being.UNTOLD

    @cached_property
    def names(self) -> frozenset[PersonName]:
        return frozenset(name for member in self.members for name in member.names)

    @cached_property
    def bodies(self) -> frozenset[BodyName]:
        return frozenset(name for member in self.members for name in member.bodies)

    @cached_property
    def roles(self) -> frozenset[str]:
        return frozenset(role for member in self.members for role in member.roles)

    @cached_property
    def walks(self) -> frozenset[str]:
        return frozenset(walk for member in self.members for walk in member.walks)

    @cached_property
    def countries(self) -> frozenset[str]:
        return frozenset(code for member in self.members for code in member.countries)

    @cached_property
    def homes(self) -> frozenset[str]:
        return frozenset(member.home for member in self.members if member.home)

    @cached_property
    def gender(self) -> str:
        told = {member.gender for member in self.members if member.gender}
        return told.pop() if len(told) == 1 else ""

    @cached_property
    def odd(self) -> bool:
        return any(member.odd for member in self.members)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(word for member in self.members for word in member.words)

    @cached_property
    def reports(self) -> frozenset[str]:
        return frozenset(member.report_id for member in self.members)

    def joined(self, other: Pool) -> Pool:
        """The two as one."""
        return pool_of((*self.members, *other.members))


def pool_of(members: Iterable[Profile]) -> Pool:
    """A pool of these members."""
    return Pool(tuple(sorted(members, key=lambda member: member.id)))
