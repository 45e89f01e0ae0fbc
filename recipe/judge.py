"""Development figures of a net, by the protocols of the corpora."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import torch

from recipe import newswire, polnear, trees
from recipe.corpora import Passage
from recipe.labels import FLAT, ROLES, flat_labels, spans_of
from recipe.model import Net
from recipe.scoring import Counts, Linked, flat_spans, linked, name_spans, parsed
from recipe.windows import Batch, Window, collate, cut, prepare
from sayso.tagger.pieces import WordPiece

LONG = 384
_UNIVERSAL = {"Person": "PER", "Organization": "ORG", "Location": "LOC", "Facility": "LOC"}


def judge(net: Net, corpora: Path, word_piece: WordPiece, share: int = 1) -> dict[str, dict[str, float]]:
    """Every figure; with `share`, on each `share`-th passage only."""
    net.eval()
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        cofenet = list(polnear.cofenet_passages(corpora / "polnear" / "cofenet-dev.jsonl"))[::share]
        articles = list(polnear.articles(corpora / "polnear", "dev"))[::share]
        wire = list(newswire.newswire(corpora / "worldwide-newswire", "dev"))[:: share * 2 - 1]
        web = list(newswire.universal(corpora / "uner-ewt", held_back=True))[::share]
        banks = list(trees.documents(corpora / "ud-ewt" / "en_ewt-ud-dev.conllu"))[:: share * 2 - 1]
        found = {
            "cofenet": _cofenet(net, cofenet, word_piece),
            "linked": _linked(net, articles, word_piece),
            "newswire": _names(net, wire, word_piece),
            "universal": _names(net, web, word_piece, _UNIVERSAL),
            "syntax": _syntax(net, banks, word_piece),
        }
    net.train()
    return found


def _windows(passages: Iterable[Passage], word_piece: WordPiece, limit: int) -> list[Window]:
    return [w for passage in passages for w in cut(prepare(passage, word_piece), limit)]


def tagged(
    net: Net, windows: list[Window], word_piece: WordPiece, tag: Callable[[Net, Batch], list[Any]]
) -> Iterator[tuple[Window, Any]]:
    """Each window with what `tag` finds there."""
    ordered = sorted(windows, key=lambda window: window.size)
    for start in range(0, len(ordered), 16):
        batch = collate(ordered[start : start + 16], word_piece.start, word_piece.end)
        yield from zip(batch.windows, tag(net, batch), strict=True)


def _cofenet(net: Net, rows: list[tuple[Passage, list[str]]], word_piece: WordPiece) -> dict[str, float]:
    gold = {id(passage): labels for passage, labels in rows}
    windows = _windows([passage for passage, _ in rows], word_piece, 510)
    counts = Counts()
    seen: dict[int, list[tuple[str, int, int]]] = {}
    for window, spans in tagged(net, windows, word_piece, flat_spans):
        moved = [(kind, a + window.first, b + window.first) for kind, a, b in spans]
        seen.setdefault(id(window.prepared.passage), []).extend(moved)
    for number, labels in gold.items():
        _add_roles(counts, "", seen.get(number, []), spans_of(labels))
    return counts.f1()


def _add_roles(
    counts: Counts, prefix: str, found: list[tuple[str, int, int]], gold: list[tuple[str, int, int]]
) -> None:
    for role in ROLES:
        counts.add(prefix + role, (s for s in found if s[0] == role), (s for s in gold if s[0] == role))


def _linked(net: Net, articles: list[Passage], word_piece: WordPiece) -> dict[str, float]:
    seen: dict[str, list[Linked]] = {passage.name: [] for passage in articles}
    flat: dict[str, list[tuple[str, int, int]]] = {passage.name: [] for passage in articles}
    windows = _windows(articles, word_piece, LONG)
    for window, (relations, spans) in tagged(net, windows, word_piece, _both):
        seen[window.prepared.passage.name] += relations
        moved = [(kind, a + window.first, b + window.first) for kind, a, b in spans]
        flat[window.prepared.passage.name] += moved
    counts = Counts()
    for passage in articles:
        gold = [(r.source, r.cue, r.content) for r in passage.relations or []]
        keep = passage.left_out
        add_linked(
            counts,
            [r for r in seen[passage.name] if not keep.intersection(r[1])],
            [r for r in gold if not keep.intersection(r[1])],
        )
        labels = [FLAT[label] for label in flat_labels(passage, 0, len(passage.words))]
        spans = [s for s in flat[passage.name] if not keep.intersection(range(s[1], s[2]))]
        golds = [s for s in spans_of(labels) if not keep.intersection(range(s[1], s[2]))]
        _add_roles(counts, "exact ", spans, golds)
        for role in ROLES:
            words = [{w for s in side if s[0] == role for w in range(s[1], s[2])} for side in (spans, golds)]
            counts.add(f"tokens {role}", *words)
    return counts.f1()


def _both(net: Net, batch: Batch) -> list[Any]:
    return list(zip(linked(net, batch), flat_spans(net, batch), strict=True))


def add_linked(counts: Counts, found: list[Linked], gold: list[Linked]) -> None:
    """Exact; and, cue by cue (overlapping cues are matched greedily), source right and content half."""
    counts.add("exact", found, gold)
    pairs = matched(found, gold)
    same = [f for f, g in pairs if f[0] == g[0]]
    loose = [(f, g) for f, g in pairs if set(f[0]) & set(g[0]) or (not f[0] and not g[0])]
    for key, right in (
        ("cue", len(pairs)),
        ("half, source exact", sum(jaccard(f[2], g[2]) >= 0.5 for f, g in pairs if f[0] == g[0])),
        ("half, source overlapping", sum(jaccard(f[2], g[2]) >= 0.5 for f, g in loose)),
        ("source", len(same)),
        ("content", sum(f[2] == g[2] for f, g in pairs)),
    ):
        counts.right[key] += right
        counts.found[key] += len(found)
        counts.gold[key] += len(gold)


def matched(found: list[Linked], gold: list[Linked]) -> list[tuple[Linked, Linked]]:
    """Pairs whose cues overlap, the most alike first, each used once."""
    scored = sorted(
        (
            (jaccard(f[1], g[1]) + jaccard(f[2], g[2]) / 10, i, j)
            for i, f in enumerate(found)
            for j, g in enumerate(gold)
            if set(f[1]) & set(g[1])
        ),
        reverse=True,
    )
    pairs, left, right = [], set(), set()
    for _, i, j in scored:
        if i not in left and j not in right:
            pairs.append((found[i], gold[j]))
            left.add(i)
            right.add(j)
    return pairs


def jaccard(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Shared over all; 1 where both are empty."""
    union = set(one) | set(other)
    return len(set(one) & set(other)) / len(union) if union else 1.0


def _names(
    net: Net, passages: list[Passage], word_piece: WordPiece, classes: dict[str, str] | None = None
) -> dict[str, float]:
    counts = Counts()
    for window, spans in tagged(net, _windows(passages, word_piece, LONG), word_piece, name_spans):
        gold = spans_of((window.prepared.passage.names or [])[window.first : window.last])
        if classes is not None:
            spans = [(classes[kind], a, b) for kind, a, b in spans if kind in classes]
        for kind in {s[0] for s in [*spans, *gold]}:
            counts.add(kind, (s for s in spans if s[0] == kind), (s for s in gold if s[0] == kind))
        counts.add("all", spans, gold)
    return counts.f1()


def _syntax(net: Net, passages: list[Passage], word_piece: WordPiece) -> dict[str, float]:
    """Each word's best head, without a look at whether these make a tree."""
    right = [0, 0, 0, 0]
    for _, counts in tagged(net, _windows(passages, word_piece, LONG), word_piece, parsed):
        right = [sum(pair) for pair in zip(right, counts, strict=True)]
    return {
        name: round(100 * count / right[0], 2) for name, count in zip(("UAS", "LAS", "tags"), right[1:], strict=True)
    }
