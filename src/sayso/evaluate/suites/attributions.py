"""Attributions on PolNeAR's articles, on CofeNet's passages of them, and on GUM."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from sayso.evaluate.calibration import Judged
from sayso.evaluate.corpora import cofenet, gum, polnear
from sayso.evaluate.corpora.gold import Article, Relation
from sayso.evaluate.corpora.passages import Passage, runs
from sayso.evaluate.counts import Counts, matched, total
from sayso.evaluate.evaluation import Tally
from sayso.evaluate.linked import LEVELS, kept, linked, reached
from sayso.evaluate.reading import System, relation_of, relations_of, report_of, scored
from sayso.evaluate.roles import ROLES, WAYS, roles
from sayso.evaluate.stretches import inside
from sayso.record.record import Record

_NEWS = ("news", "interview")


def polnear_read(folder: Path, part: str, system: System) -> Iterator[tuple[Article, Record]]:
    """Each article with what the system makes of it."""
    for article in polnear.articles(folder, part):
        yield article, system.read(report_of(article.text, headline=True)).record


def judged(article: Article, record: Record) -> list[Judged]:
    """The article's findings: right is one whose source is right and whose content overlaps by half."""
    pairs = [(relation_of(one), one.evidence.confidence) for one in scored(record)]
    counted = [(relation, confidence) for relation, confidence in pairs if kept(article, [relation])]
    levels = reached(article, [relation for relation, _ in counted])
    return [
        Judged(confidence, level > LEVELS.index("content half"))
        for (_, confidence), level in zip(counted, levels, strict=True)
    ]


def polnear_people(folder: Path) -> Tally:
    """One annotator against another: the first of an article, by name, as gold and each further one as system."""
    tallies: list[Tally] = []
    for part in ("train", "dev"):
        for first, *others in polnear.by_article(folder, part).values():
            for other in others:
                found = polnear.read_article(folder, part, other).relations
                tallies.append(tally(polnear.read_article(folder, part, first), found))
    return {key: total(one[key] for one in tallies) for key in tallies[0]} if tallies else {}


def gum_tallies(folder: Path, part: str, system: System) -> Iterator[Tally]:
    """Each document's counts, news and interviews first and in tables of their own."""
    for document in sorted(gum.documents(folder, part), key=lambda one: one.genre not in _NEWS):
        reading = system.read(report_of(document.article.text, headline=document.kinds[0] == "head"))
        counts = tally(document.article, relations_of(reading.record))
        genres = "news, interview" if document.genre in _NEWS else "other genres"
        yield {(f"{genres}: {table}", row): value for (table, row), value in counts.items()}


def tally(article: Article, found: Sequence[Relation]) -> Tally:
    """One article's counts, whole attributions first."""
    counts: Tally = {("attributions", level): value for level, value in linked(article, found).items()}
    by_role = roles(article, found)
    return counts | {(way, role): by_role[role, way] for way in WAYS for role in ROLES}


def cofenet_tallies(folder: Path, system: System) -> Iterator[Tally]:
    """Each article's counts of exact spans by role, over its passages."""
    for _, passages in groupby(cofenet.passages(folder), key=lambda passage: passage.name):
        counts = [bio_tally(one, relations_of(system.read(report_of(one.text)).record)) for one in passages]
        yield {key: total(one[key] for one in counts) for key in counts[0]}


def bio_tally(passage: Passage, found: Sequence[Relation]) -> Tally:
    """One passage's exact spans: each piece of a content is a span of its own, and a token has one label."""
    wanted, marked = runs(passage.labels), runs(painted(passage, found))
    counts = {("exact", role): _of_role(role, wanted, marked) for role in ROLES}
    return counts | {("exact", "all roles"): total(counts.values())}


def painted(passage: Passage, found: Sequence[Relation]) -> list[str]:
    """BIO labels of the relations found; where roles meet, the cue wins over the source and that over the content."""
    labels = ["O"] * len(passage.labels)
    for role in ("content", "source", "cue"):
        for span in (span for relation in found for span in getattr(relation, role)):
            for number, token in enumerate(sorted(inside(passage.places, (span,)))):
                labels[token] = f"{'I' if number else 'B'}-{role}"
    return labels


def _of_role(role: str, wanted: frozenset[tuple[str, int, int]], marked: frozenset[tuple[str, int, int]]) -> Counts:
    gold = {run for run in wanted if run[0] == role}
    got = {run for run in marked if run[0] == role}
    return matched(len(gold & got), len(got), len(gold))
