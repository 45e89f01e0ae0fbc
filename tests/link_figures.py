"""How well actors of the sample reports are linked: pairs of report-level actors against pairs of gold."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from sayso.link.actors import link_actors
from sayso.link.clusters import clusters_of
from sayso.pipeline import read_capture
from sayso.record.ids import digest_of
from sayso.record.record import Record
from sayso.record.report import Capture
from sayso.spans import Words
from told import WHEN

REPORTS = Path(__file__).parent / "link" / "reports"
_OF_ANOTHER = re.compile(r"\b(?:for|of|at|from|with|by|in|to)\b")
_EXPLAINED = re.compile(r"\s*(?:[,(—]|(?:who|of|in|for)\b|['’])")
_REST_OF_NAME = re.compile(r"\s*(?:(?:of|for|in)\b|,|\)|\([^)]*\)$|['’]s$|\.$)")


@dataclass(frozen=True)
class Figures:
    """Pairs of actors of two reports each.

    `right` and `wrong` were joined, `missed` were not; `other` were joined with an actor that is not in the gold. Of
    `gold` pairs of reports that tell of one identity, `joined` were joined, and `unfound` lack the actor in a report.
    """

    right: int
    wrong: int
    missed: int
    other: int
    gold: int
    joined: int
    unfound: int
    mistakes: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    def __str__(self) -> str:
        joined, unfound = self.joined / self.gold, self.unfound / self.gold
        return (
            f"pairs of actors: precision {self.precision:.3f} ({self.wrong} of {self.right + self.wrong} wrong), "
            f"recall {self.recall:.3f} ({self.missed} missed); joined with actors outside the gold: {self.other}; "
            f"of {self.gold} gold pairs {joined:.3f} joined, {unfound:.3f} lack an actor"
        )


def samples(*, held_back: bool = False) -> list[dict]:
    """The sample reports, without those that are held back, or only these."""
    paths = [path for path in sorted(REPORTS.glob("*.jsonl")) if (path.stem == "held-back") == held_back]
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def read(sample: dict) -> Record:
    """The record that the pipeline makes of a sample."""
    content = sample["text"].encode()
    uri = f"{sample['id']}.txt"
    record = read_capture(Capture(content=content, uri=uri, media_type="text/plain", digest=digest_of(content)))
    assert isinstance(record, Record)
    return record


def measure(told: Sequence[tuple[dict, Record]]) -> Figures:
    """The figures for samples with the records made of them."""
    actors = [(actor.id, sample["id"], actor.name) for sample, record in told for actor in record.actors]
    made = link_actors([record for _, record in told], when=WHEN)
    clusters = clusters_of([actor for actor, _, _ in actors], made)
    of = {member: cluster.id for cluster in clusters for member in cluster.members}
    gold = {actor: who for sample, record in told for actor, who in _identities(sample, record)}
    counts: Counter[str] = Counter()
    mistakes = []
    for (one, left, name), (other, right, called) in combinations(actors, 2):
        kind = _kind(one, other, of, gold) if left != right else ""
        counts[kind] += 1
        if kind in ("wrong", "missed"):
            mistakes.append(f"{kind}: {left} {name} = {gold[one]}, {right} {called} = {gold[other]}")
    return Figures(
        right=counts["right"],
        wrong=counts["wrong"],
        missed=counts["missed"],
        other=counts["other"],
        **_of_gold([sample for sample, _ in told], actors, gold, of),
        mistakes=tuple(mistakes),
    )


def _kind(one: str, other: str, of: dict[str, str], gold: dict[str, str]) -> str:
    joined = of[one] == of[other]
    if one not in gold or other not in gold:
        return "other" if joined else ""
    if gold[one] == gold[other]:
        return "right" if joined else "missed"
    return "wrong" if joined else ""


def _identities(sample: dict, record: Record) -> Iterator[tuple[str, str]]:
    """For each actor of a record the identity that most of its mentions stand for, where any stands for one."""
    mentions = {mention.id: mention.words for mention in record.mentions}
    for actor in record.actors:
        votes = Counter(
            gold["identity"]
            for mention in actor.mentions
            for gold in sample["actors"]
            if _stands_for(mentions[mention], gold, sample["text"])
        )
        if votes:
            yield actor.id, votes.most_common(1)[0][0]


def _stands_for(words: Words, gold: dict, text: str) -> bool:
    """Whether a mention has the same head as a mention of gold: "a spokesman for the ministry" is not the ministry."""
    start, end = gold["start"], gold["start"] + len(gold["words"])
    if not (start < words.end and words.start < end):
        return False
    before, behind = text[words.start : max(start, words.start)], text[end : max(end, words.end)]
    rest = text[words.end : max(end, words.end)]
    if _OF_ANOTHER.search(before) or (behind.strip() and not _EXPLAINED.match(behind)):
        return False
    return not rest or bool(_REST_OF_NAME.match(rest))


def _of_gold(
    samples: Sequence[dict], actors: Sequence[tuple[str, str, str]], gold: dict[str, str], of: dict[str, str]
) -> dict[str, int]:
    """Pairs of reports that tell of one identity: how many there are, are joined, and lack the actor in one."""
    told: dict[str, set[str]] = defaultdict(set)
    for sample in samples:
        for mention in sample["actors"]:
            told[mention["identity"]].add(sample["id"])
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for actor, report, _ in actors:
        if actor in gold:
            found[gold[actor], report].add(of[actor])
    pairs = [(who, one, other) for who, reports in told.items() for one, other in combinations(sorted(reports), 2)]
    return {
        "gold": len(pairs),
        "joined": sum(bool(found[who, one] & found[who, other]) for who, one, other in pairs),
        "unfound": sum(not found[who, one] or not found[who, other] for who, one, other in pairs),
    }
