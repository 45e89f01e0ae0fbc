"""PolNeAR: articles with linked attributions (brat standoff), and the CofeNet passages."""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path

from recipe.corpora import Passage, Relation, from_tokens
from sayso.annotate.tokens import words_of
from sayso.spans import Span

Stretches = list[Span]

_TOKENS = {
    "``": "\u201c",
    "''": "\u201d",
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
}


def articles(folder: Path, part: str, *, all_annotators: bool = False) -> Iterator[Passage]:
    """The articles of a part; of several annotators the first by name, or all of them."""
    done: set[str] = set()
    for path in sorted((folder / part / "attributions").glob("*.ann")):
        article = path.stem.rsplit("_", 1)[0]
        if article in done and not all_annotators:
            continue
        done.add(article)
        text = (folder / part / "text" / f"{article}.txt").read_text(encoding="utf-8")
        yield _article(path, text)


def without_left_out(passage: Passage) -> Passage:
    """The passage as if what the annotators left out (Discard, Discuss) were not there."""
    kept = [number for number in range(len(passage.words)) if number not in passage.left_out]
    place = {number: at for at, number in enumerate(kept)}

    def moved(numbers: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(place[number] for number in numbers if number in place)

    relations = [Relation(moved(r.source), moved(r.cue), moved(r.content)) for r in passage.relations or []]
    words = [passage.words[number] for number in kept]
    return Passage(passage.name, passage.text, words, relations=[r for r in relations if r.cue])


def cofenet_passages(path: Path) -> Iterator[tuple[Passage, list[str]]]:
    """Each passage and its BIO labels, one a token."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, words = from_tokens([_TOKENS.get(token, token) for token in row["tokens"]])
        yield Passage(row["id"], text, words), row["labels"]


def _article(path: Path, text: str) -> Passage:
    stretches, events = _standoff(path.read_text(encoding="utf-8"))
    words = words_of(text)
    relations = [_relation(roles, stretches, words) for roles in events]
    left_out = {
        number
        for kind, spans in stretches.values()
        if kind in ("Discard", "Discuss")
        for number in inside(words, spans)
    }
    kept = [relation for relation in relations if relation.cue]
    return Passage(path.stem, text, words, relations=kept, left_out=frozenset(left_out))


def _standoff(lines: str) -> tuple[dict[str, tuple[str, Stretches]], list[list[tuple[str, str]]]]:
    stretches: dict[str, tuple[str, Stretches]] = {}
    events: list[list[tuple[str, str]]] = []
    for line in lines.split("\n"):
        fields = line.split("\t")
        found = re.fullmatch(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)", fields[1]) if len(fields) > 1 else None
        if line.startswith("T") and found:
            spans = [tuple(map(int, pair.split())) for pair in found[2].split(";")]
            stretches[fields[0]] = (found[1], [Span(start, end) for start, end in spans])
        elif line.startswith("E") and len(fields) > 1:
            pairs = [role.split(":") for role in fields[1].split()]
            events.append([(re.sub(r"\d", "", role), name) for role, name in pairs])
    return stretches, events


def _relation(
    roles: list[tuple[str, str]],
    stretches: dict[str, tuple[str, Stretches]],
    words: list[Span],
) -> Relation:
    def role(name: str) -> tuple[int, ...]:
        found = [inside(words, stretches[key][1]) for kind, key in roles if kind == name]
        return tuple(sorted({number for numbers in found for number in numbers}))

    return Relation(role("Source"), role("Cue"), role("Content"))


def inside(words: list[Span], spans: Iterable[Span]) -> list[int]:
    """Numbers of the words that overlap any of the spans."""
    numbers: list[int] = []
    for span in spans:
        first = bisect_right(words, span.start, key=lambda word: word.end)
        last = bisect_left(words, span.end, key=lambda word: word.start)
        numbers.extend(range(first, last))
    return numbers
