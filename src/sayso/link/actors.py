"""Which actors of several reports are one, judged by rule."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime

from sayso.link.blocking import pairs
from sayso.link.clues import Comparison
from sayso.link.clusters import Standing, standing
from sayso.link.compare import DOUBTFUL, ENOUGH, MARGIN, compare
from sayso.link.context import Contexts, words_of
from sayso.link.pools import Pool, pool_of
from sayso.link.profiles import Being, Profile, profiles_of
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
        self._pools = {profile.id: pool_of([profile]) for profile in profiles}
        self._pool_of = {actor: actor for actor in self._pools}
        self._beside: dict[str, set[str]] = defaultdict(set)
        self._compared: dict[tuple[str, str], Comparison] = {}
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
        for left, right in sorted(pairs(self._pools.values(), self._topic)):
            self._meet(left, right)
        while self._queue:
            self._next()
        self._made += self._leftovers()
        self._made += self._outdated({one.pair for one in self._made})
        return sorted((one for one in self._made if self._is_new(one)), key=lambda one: one.id)

    def _topic(self, pool: Pool) -> str:
        return self._contexts.topic(pool.members[0].report_id)

    def _decided(self) -> Iterator[tuple[str, str]]:
        for pair, judgement in sorted(self._now.held.items()):
            if judgement.verdict == Verdict.SAME and not judgement.by_rule and set(pair) <= self._pools.keys():
                yield pair

    def _try(self, one: str, other: str) -> None:
        """Join two at once if they are sure to be one."""
        left, right = self._pool_of[one], self._pool_of[other]
        if left == right or self._is_barred(left, right):
            return
        comparison = compare(self._pools[left], self._pools[right], self._contexts)
        if comparison and comparison.secure and not comparison.barred and comparison.score >= ENOUGH:
            self._judge(left, right, Verdict.SAME, comparison)
            self._join(left, right)

    def _meet(self, left: str, right: str) -> None:
        comparison = compare(self._pools[left], self._pools[right], self._contexts)
        if comparison is None:
            return
        pair = (min(left, right), max(left, right))
        self._beside[left].add(right)
        self._beside[right].add(left)
        self._compared[pair] = comparison
        if comparison.score >= ENOUGH and not comparison.barred:
            heapq.heappush(self._queue, (not comparison.secure, -comparison.score, *pair))

    def _next(self) -> None:
        insecure, score, left, right = heapq.heappop(self._queue)
        comparison = self._compared.get((left, right))
        if comparison is None or -comparison.score != score or comparison.secure == insecure:
            return
        if self._is_barred(left, right) or (insecure and self._has_rival(left, right, comparison)):
            return
        self._judge(left, right, Verdict.SAME, comparison)
        self._rejoin(left, right)

    def _rejoin(self, left: str, right: str) -> None:
        """Join two pools, and compare the one with all that stood beside either."""
        near = (self._beside.pop(left, set()) | self._beside.pop(right, set())) - {left, right}
        for other in near:
            self._beside[other] -= {left, right}
            for gone in (left, right):
                self._compared.pop((min(gone, other), max(gone, other)), None)
        self._compared.pop((left, right), None)
        whole = self._join(left, right)
        for other in sorted(near):
            self._meet(whole, other)

    def _join(self, left: str, right: str) -> str:
        left, right = self._pool_of[left], self._pool_of[right]
        if left == right:
            return left
        whole = self._pools.pop(left).joined(self._pools.pop(right))
        self._pools[whole.id] = whole
        self._pool_of.update({member.id: whole.id for member in whole.members})
        return whole.id

    def _is_barred(self, left: str, right: str) -> bool:
        others = {member.id for member in self._pools[right].members}
        return any(self._apart[member.id] & others for member in self._pools[left].members if member.id in self._apart)

    def _has_rival(self, left: str, right: str, comparison: Comparison) -> bool:
        """Whether somebody else might be meant by the name that says less."""
        says = {one: _specific(self._pools[one]) for one in (left, right)}
        vague = [one for one in (left, right) if says[one] == min(says.values())]
        for one in vague:
            for other in self._beside[one] - {left, right}:
                rival = self._compared[min(one, other), max(one, other)]
                close = not rival.barred and rival.score > comparison.score - MARGIN
                if close and _specific(self._pools[other]) > says[one]:
                    return True
        return False

    def _judge(self, left: str, right: str, verdict: Verdict, comparison: Comparison) -> None:
        score = round(comparison.score, 1)
        self._made.append(judged(left, right, verdict, by=METHOD, when=self._when, why=comparison.why, score=score))

    def _leftovers(self) -> list[Judgement]:
        """Of each that stays apart, whom it looks most like, and of whom nobody can tell whether it is they."""
        made, self._made = self._made, []
        for verdict in (Verdict.UNSURE, Verdict.DIFFERENT):
            best: dict[str, tuple[float, tuple[str, str]]] = {}
            for pair, comparison in self._compared.items():
                if self._stays_apart(pair, comparison) == verdict:
                    for one in pair:
                        best[one] = max(best.get(one, (float("-inf"), pair)), (comparison.score, pair))
            for pair in sorted({pair for _, pair in best.values()}):
                self._judge(*pair, verdict, self._compared[pair])
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
            if not one.by_rule or (left, right) in judged_now or not {left, right} <= self._pool_of.keys():
                continue
            together = self._pool_of[left] == self._pool_of[right]
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
