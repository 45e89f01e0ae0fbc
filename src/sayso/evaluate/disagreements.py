"""Where findings and gold differ, one by one and by kind: to be counted, and to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from sayso.evaluate.corpora import polnear
from sayso.evaluate.corpora.gold import Article, Relation, Stretches
from sayso.evaluate.linked import kept, paired
from sayso.evaluate.reading import System, relations_of, report_of
from sayso.evaluate.roles import ROLES
from sayso.evaluate.stretches import inside, tokens_of
from sayso.spans import Span, hull


class Parts(Struct, frozen=True):
    """The words of an attribution; pieces of a role are joined by " … ", and a role that is not filled is None."""

    source: str | None
    cue: str | None
    content: str | None


class Disagreement(Struct, frozen=True, kw_only=True):
    """An attribution that only one side has, or that the sides have differently.

    `kinds` says how: "missed", "spurious", or for each role that differs "source missing", "source added", "cue
    other", "content short", "content long", "content shifted" … `passage` is the paragraphs around it.
    """

    article: str
    kinds: tuple[str, ...]
    gold: Parts | None
    found: Parts | None
    passage: str


def polnear_disagreements(folder: Path, part: str, system: System) -> Iterator[Disagreement]:
    """All of them in a part of PolNeAR, in order."""
    for article in polnear.articles(folder, part):
        report = report_of(article.text, headline=True)
        yield from disagreements(article, relations_of(system.read(report).record))


def disagreements(article: Article, found: Sequence[Relation]) -> list[Disagreement]:
    """Those of one article, in text order; what touches a region set aside is left out on both sides."""
    gold_side, found_side = kept(article, article.relations), kept(article, found)
    pairs = paired(article.text, gold_side, found_side)
    met, used = {one for one, _ in pairs}, {other for _, other in pairs}
    both: list[tuple[Relation | None, Relation | None]] = [(gold_side[one], found_side[other]) for one, other in pairs]
    both += [(gold, None) for number, gold in enumerate(gold_side) if number not in met]
    both += [(None, other) for number, other in enumerate(found_side) if number not in used]
    ordered = sorted(both, key=lambda pair: _around(*pair).start)
    return [made for pair in ordered if (made := _disagreement(article, *pair))]


def _disagreement(article: Article, gold: Relation | None, found: Relation | None) -> Disagreement | None:
    kinds = _kinds(article.text, gold, found)
    if not kinds:
        return None
    around = _around(gold, found)
    start = article.text.rfind("\n", 0, around.start) + 1
    end = article.text.find("\n", around.end)
    passage = article.text[start : end if end >= 0 else None]
    sides = [_parts(article.text, side) if side else None for side in (gold, found)]
    return Disagreement(article=article.name, kinds=kinds, gold=sides[0], found=sides[1], passage=passage)


def _kinds(text: str, gold: Relation | None, found: Relation | None) -> tuple[str, ...]:
    if gold is None or found is None:
        return ("missed",) if gold else ("spurious",)
    tokens = tokens_of(text)
    differ = [(role, _difference(tokens, getattr(gold, role), getattr(found, role))) for role in ROLES]
    return tuple(f"{role} {difference}" for role, difference in differ if difference)


def _difference(tokens: Sequence[Span], gold: Stretches, found: Stretches) -> str | None:
    """How one role differs; None if it covers the same tokens."""
    wanted, marked = inside(tokens, gold), inside(tokens, found)
    if wanted == marked:
        return None
    if not (wanted and marked):
        return "missing" if wanted else "added"
    if not wanted & marked:
        return "other"
    return "short" if marked < wanted else "long" if wanted < marked else "shifted"


def _around(*relations: Relation | None) -> Span:
    return hull(span for one in relations if one for span in (*one.source, *one.cue, *one.content))


def _parts(text: str, relation: Relation) -> Parts:
    words = [" … ".join(span.of(text) for span in getattr(relation, role)) or None for role in ROLES]
    return Parts(*words)
