"""Which actors of several reports are one, judged by rule."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property

from sayso.link.blocking import pairs
from sayso.link.clues import Comparison
from sayso.link.clusters import Standing, standing
from sayso.link.compare import DOUBTFUL, ENOUGH, MARGIN, compare
from sayso.link.context import Contexts, words_of
from sayso.link.pools import Pool, pool_of
from sayso.link.profile import Being, Profile
from sayso.link.profiles import profiles_of
from sayso.record.judgement import Decision, Judgement, Verdict, judged
from sayso.record.record import Record

METHOD = "rule:link.actors@1"


def link_actors(records: Iterable[Record], decisions: Iterable[Decision] = (), *, when: datetime) -> list[Judgement]:
    """What the rules judge of the actors of these records that is not among `decisions` already, in order of ids.

    Whom a person judged different, or took back from a rule, no rule joins; whom a person joined count as one. The same
    records and decisions give the same judgements, in whatever order they come.
    """
    kept = {record.report.id: record for record in records}
    now = standing(decisions)
    contexts = Contexts({report: words_of(record) for report, record in kept.items()})
    profiles = [profile for report in sorted(kept) for profile in profiles_of(kept[report])]
    linking = _Linking(profiles, contexts, now, when)
    return linking.judgements()


class _Linking:
    """Pools that are joined, the surest first, until nothing more is sure enough."""

    def __init__(self, profiles: Iterable[Profile], contexts: Contexts, now: Standing, when: datetime) -> None:
        self._contexts, self._now, self._when = contexts, now, when
        self._pools = {profile.id: pool_of(profile) for profile in profiles}
        self._parent = {actor: actor for actor in self._pools}
        self._near: set[tuple[str, str]] = set()
        self._compared: dict[tuple[str, str], tuple[int, Comparison | None]] = {}
        self._queue: list[tuple[bool, float, str, str]] = []
        self._apart = _kept_apart(now)
        self._made: list[Judgement] = []

    def judgements(self) -> list[Judgement]:
        """Join what can be joined, then tell what is new."""
        for left, right in self._decided():
            self._join(left, right)
        for group in _plainly_one(self._pools.values()):
            for other in group[1:]:
                self._try(group[0], other)
        self._near = set(pairs(self._pools.values(), self._topic))
        while self._round():
            continue
        self._made += self._leftovers()
        self._made += self._outdated({one.pair for one in self._made})
        return sorted((one for one in self._made if self._is_new(one)), key=lambda one: one.id)

    def _round(self) -> bool:
        """Compare all pools that are near each other, and join the surest first; whether any were joined.

        Pools that have grown tell more, and may be joined in the next round with what they could not be in this one.
        """
        self._near = {self._now_called(*pair) for pair in self._near if self._find(pair[0]) != self._find(pair[1])}
        for pair in sorted(self._near):
            self._offer(*pair)
        before = len(self._pools)
        while self._queue:
            self._next()
        return len(self._pools) < before

    def _now_called(self, left: str, right: str) -> tuple[str, str]:
        one, other = sorted((self._find(left), self._find(right)))
        return one, other

    def _find(self, actor: str) -> str:
        """The id of the pool that an actor is in."""
        while self._parent[actor] != actor:
            self._parent[actor] = self._parent[self._parent[actor]]
            actor = self._parent[actor]
        return actor

    def _compare(self, left: str, right: str) -> Comparison | None:
        """The comparison of two pools; done again only if one has grown."""
        ones, others = self._pools[left], self._pools[right]
        size = len(ones.members) + len(others.members)
        pair = (min(left, right), max(left, right))
        known = self._compared.get(pair)
        if known is None or known[0] != size:
            known = self._compared[pair] = size, compare(ones, others, self._contexts)
        return known[1]

    @cached_property
    def _neighbours(self) -> Mapping[str, set[str]]:
        """For each pool that there was at first, those near to it."""
        found: dict[str, set[str]] = defaultdict(set)
        for left, right in self._near:
            found[left].add(right)
            found[right].add(left)
        return found

    def _topic(self, pool: Pool) -> str:
        return self._contexts.topic(pool.sample[0])

    def _decided(self) -> Iterator[tuple[str, str]]:
        for pair, judgement in sorted(self._now.held.items()):
            if judgement.verdict == Verdict.SAME and not judgement.by_rule and set(pair) <= self._parent.keys():
                yield pair

    def _try(self, one: str, other: str) -> None:
        """Join two at once if they are sure to be one."""
        left, right = self._now_called(one, other)
        comparison = None if left == right or self._is_barred(left, right) else self._compare(left, right)
        if comparison and comparison.secure and not comparison.barred and comparison.score >= ENOUGH:
            self._judge(left, right, Verdict.SAME, comparison)
            self._join(left, right)

    def _offer(self, left: str, right: str) -> None:
        comparison = self._compare(left, right)
        if comparison and comparison.score >= ENOUGH and not comparison.barred:
            heapq.heappush(self._queue, (not comparison.secure, -comparison.score, left, right))

    def _next(self) -> None:
        """Join the surest two, unless they have become less sure since they were compared."""
        insecure, score, *pair = heapq.heappop(self._queue)
        left, right = self._now_called(*pair)
        comparison = None if left == right or self._is_barred(left, right) else self._compare(left, right)
        if comparison is None or comparison.barred or comparison.score < ENOUGH:
            return
        if (not comparison.secure, -comparison.score) > (insecure, score):
            heapq.heappush(self._queue, (not comparison.secure, -comparison.score, left, right))
        elif comparison.secure or not self._has_rival(left, right, comparison):
            self._judge(left, right, Verdict.SAME, comparison)
            self._join(left, right)

    def _join(self, left: str, right: str) -> None:
        left, right = self._now_called(left, right)
        if left != right:
            self._pools[left] = self._pools[left].joined(self._pools.pop(right))
            self._parent[right] = left

    def _is_barred(self, left: str, right: str) -> bool:
        if not self._apart:
            return False
        others = set(self._pools[right].members)
        return any(self._apart[one] & others for one in self._pools[left].members if one in self._apart)

    def _has_rival(self, left: str, right: str, comparison: Comparison) -> bool:
        """Whether somebody else might be meant by the name that says less."""
        says = {one: _specific(self._pools[one]) for one in (left, right)}
        for vague in (one for one in (left, right) if says[one] == min(says.values())):
            for other in self._beside(vague) - {left, right}:
                if _specific(self._pools[other]) > says[vague]:
                    rival = self._compare(vague, other)
                    if rival and not rival.barred and rival.score > comparison.score - MARGIN:
                        return True
        return False

    def _beside(self, one: str) -> set[str]:
        """The pools that are near to one, as they are now."""
        return {self._find(other) for member in self._pools[one].members for other in self._neighbours[member]}

    def _judge(self, left: str, right: str, verdict: Verdict, comparison: Comparison) -> None:
        score = round(comparison.score, 1)
        self._made.append(judged(left, right, verdict, by=METHOD, when=self._when, why=comparison.why, score=score))

    def _leftovers(self) -> list[Judgement]:
        """Of each that stays apart, whom it looks most like, and of whom nobody can tell whether it is they."""
        made, self._made = self._made, []
        compared = {pair: found for pair in sorted(self._near) if (found := self._compare(*pair))}
        for verdict in (Verdict.UNSURE, Verdict.DIFFERENT):
            best: dict[str, tuple[float, tuple[str, str]]] = {}
            for pair, comparison in compared.items():
                if self._stays_apart(pair, comparison) == verdict:
                    for one in pair:
                        best[one] = max(best.get(one, (float("-inf"), pair)), (comparison.score, pair))
            for pair in sorted({pair for _, pair in best.values()}):
                self._judge(*pair, verdict, compared[pair])
        made, self._made = self._made, made
        return made

    def _stays_apart(self, pair: tuple[str, str], comparison: Comparison) -> Verdict | None:
        if comparison.barred or self._is_barred(*pair):
            return None
        if comparison.score >= DOUBTFUL:
            return Verdict.UNSURE
        return Verdict.DIFFERENT if comparison.secure else None

    def _outdated(self, judged_now: Collection[tuple[str, str]]) -> list[Judgement]:
        """What rules joined once and would not now, and what they kept apart and would not now."""
        found = []
        for (left, right), one in sorted(self._now.held.items()):
            if not one.by_rule or (left, right) in judged_now or not {left, right} <= self._parent.keys():
                continue
            together = self._find(left) == self._find(right)
            if one.verdict == Verdict.SAME and not together:
                found.append(self._changed(left, right, Verdict.UNSURE, "joined before"))
            elif one.verdict == Verdict.DIFFERENT and together:
                found.append(self._changed(left, right, Verdict.SAME, "kept apart before", ENOUGH))
        return found

    def _changed(self, left: str, right: str, verdict: Verdict, before: str, score: float | None = None) -> Judgement:
        why = f"{before}, but not by all that is known now"
        return judged(left, right, verdict, by=METHOD, when=self._when, why=why, score=score)

    def _is_new(self, judgement: Judgement) -> bool:
        known = self._now.held.get(judgement.pair)
        if judgement.pair in self._now.withdrawn:
            return False
        return known is None or (known.by_rule and known.verdict != judgement.verdict)


def _kept_apart(now: Standing) -> Mapping[str, set[str]]:
    apart: dict[str, set[str]] = defaultdict(set)
    told = [pair for pair, one in now.held.items() if not one.by_rule and one.verdict != Verdict.SAME]
    for left, right in [*told, *now.withdrawn]:
        apart[left].add(right)
        apart[right].add(left)
    return apart


def _plainly_one(pools: Iterable[Pool]) -> list[list[str]]:
    """Ids of pools whose names and circumstances are the same to the letter: no need to compare each with each."""
    groups: dict[object, list[str]] = defaultdict(list)
    for pool in pools:
        if pool.countries and pool.being != Being.UNTOLD:
            names = frozenset((tuple(part.close for part in name.parts), name.generation) for name in pool.names)
            words = frozenset(frozenset(body.words) for body in pool.bodies)
            groups[pool.being, names, words, pool.countries, pool.roles].append(pool.id)
    return [sorted(group) for _, group in sorted(groups.items(), key=lambda each: min(each[1])) if len(group) > 1]


def _specific(pool: Pool) -> tuple[int, int]:
    """How much its names say: words written out, and whether it is told of which country it is."""
    words = [name.full for name in pool.names] + [len(set(body.words)) for body in pool.bodies if not body.acronym]
    return max(words, default=0), bool(pool.countries)
