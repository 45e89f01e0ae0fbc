"""Clusters of actors, computed from judgements: nothing else makes two actors one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.record.judgement import Decision, Judgement, Retraction, Verdict

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds of a set of decisions, whatever the order they came in.

    `held` has for each pair the judgement that counts: a person's before a rule's, of each the latest. `withdrawn` are
    pairs of which a person took back what a rule had joined: no rule may join them again. `holding` are the ids of all
    decisions that were not taken back.
    """

    held: Mapping[Pair, Judgement]
    withdrawn: frozenset[Pair]
    holding: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Actors of reports that are one; `id` is made from the least of `members`, which are in order."""

    id: str
    members: tuple[str, ...]


def standing(decisions: Iterable[Decision]) -> Standing:
    """What holds: a retraction takes back what it names, unless it is itself taken back."""
    known = {decision.id: decision for decision in decisions}
    holding = _holding(known)
    judgements = [one for one in known.values() if isinstance(one, Judgement) and one.id in holding]
    held: dict[Pair, Judgement] = {}
    for judgement in sorted(judgements, key=_rank):
        held[judgement.pair] = judgement
    return Standing(held, frozenset(_withdrawn(known, holding)), frozenset(holding))


def _holding(known: Mapping[str, Decision]) -> set[str]:
    """Ids of what was not taken back; of two that take each other back, neither holds."""
    takers: dict[str, list[str]] = defaultdict(list)
    for decision in known.values():
        if isinstance(decision, Retraction):
            takers[decision.retracts].append(decision.id)
    holds: dict[str, bool] = {}
    for start in sorted(known):
        path = [start]
        while path:
            one = path[-1]
            waiting = [taker for taker in takers[one] if taker not in holds and taker not in path]
            if waiting:
                path.append(waiting[0])
                continue
            holds[one] = not any(holds.get(taker, True) for taker in takers[one])
            path.pop()
    return {one for one, does in holds.items() if does}


def _rank(judgement: Judgement) -> tuple[bool, str, str]:
    return not judgement.by_rule, judgement.when.isoformat(), judgement.id


def _withdrawn(known: Mapping[str, Decision], holding: set[str]) -> Iterable[Pair]:
    for decision in known.values():
        if isinstance(decision, Retraction) and decision.id in holding:
            taken = known.get(decision.retracts)
            if isinstance(taken, Judgement) and taken.by_rule and taken.verdict == Verdict.SAME:
                yield taken.pair


def clusters_of(actors: Iterable[str], decisions: Iterable[Decision]) -> tuple[Cluster, ...]:
    """Every actor in one cluster, in the order of their least members.

    Persons' judgements come first, the earlier before the later, then rules', the surest first. Whom a judgement keeps
    apart no chain of others joins; only a person's may overrule a rule's.
    """
    now = standing(decisions)
    groups = _Groups(actors)
    persons = [judgement for judgement in now.held.values() if not judgement.by_rule]
    rules = [judgement for judgement in now.held.values() if judgement.by_rule]
    groups.keep_apart(judgement.pair for judgement in persons if judgement.verdict == Verdict.DIFFERENT)
    groups.join(_in_turn(persons, key=_rank))
    groups.keep_apart(judgement.pair for judgement in rules if judgement.verdict == Verdict.DIFFERENT)
    groups.keep_apart(pair for pair in now.withdrawn if pair not in now.held or now.held[pair].by_rule)
    groups.join(_in_turn(rules, key=lambda judgement: (-(judgement.score or 0.0), judgement.pair)))
    return groups.clusters()


def _in_turn(judgements: list[Judgement], *, key: Callable[[Judgement], Any]) -> list[Pair]:
    return [judgement.pair for judgement in sorted(judgements, key=key) if judgement.verdict == Verdict.SAME]


class _Groups:
    """Sets of actors that grow together, except where that would join two that are kept apart."""

    def __init__(self, actors: Iterable[str]) -> None:
        self._group = {actor: {actor} for actor in actors}
        self._apart: dict[str, set[str]] = defaultdict(set)

    def keep_apart(self, pairs: Iterable[Pair]) -> None:
        """From now on these are not joined; what is joined stays so."""
        for left, right in pairs:
            self._apart[left].add(right)
            self._apart[right].add(left)

    def join(self, pairs: Iterable[Pair]) -> None:
        """Join these in turn."""
        for left, right in pairs:
            ones, others = self._of(left), self._of(right)
            if ones is others or any(self._apart[one] & others for one in ones if one in self._apart):
                continue
            less, more = sorted((ones, others), key=len)
            more |= less
            self._group.update(dict.fromkeys(less, more))

    def _of(self, actor: str) -> set[str]:
        return self._group.setdefault(actor, {actor})

    def clusters(self) -> tuple[Cluster, ...]:
        """All groups."""
        found = {min(group): tuple(sorted(group)) for group in self._group.values()}
        return tuple(Cluster(cluster_id(least), members) for least, members in sorted(found.items()))


def cluster_id(least: str) -> str:
    """The id of the cluster whose least member this is."""
    return f"who-{least.removeprefix('ac-')}"
