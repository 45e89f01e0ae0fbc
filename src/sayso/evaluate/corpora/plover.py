"""PLV: sentences with a marked source and target and the PLOVER type of what is between them."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import CorpusMissing
from sayso.spans import Span

ROOTS = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "YIELD",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
"""PLV's types; YIELD is what PLOVER calls CONCEDE and RETREAT today."""
_MARK = re.compile(r"</?[st]>")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its marks, where they were, and the type; None for a source or target that is not marked."""

    text: str
    source: Span | None
    target: Span | None
    root: str


def marked_sentences(folder: Path, part: str) -> Iterator[Marked]:
    """The sentences of a part. Raises `CorpusMissing` if it is not there."""
    with _file(folder, part).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield marked(row["marked_sentence"], row["gold_root"])


def marked(sentence: str, root: str) -> Marked:
    """Take the marks <s>, </s>, <t>, </t> out of a sentence."""
    text, last = "", 0
    bounds: dict[str, int] = {}
    for mark in _MARK.finditer(sentence):
        text += sentence[last : mark.start()]
        last = mark.end()
        bounds[mark.group()] = len(text)
    source, target = (_between(bounds, name) for name in "st")
    return Marked(text + sentence[last:], source, target, root)


def _between(bounds: dict[str, int], name: str) -> Span | None:
    start, end = bounds.get(f"<{name}>"), bounds.get(f"</{name}>")
    return None if start is None or end is None else Span(start, end)


def digest(folder: Path, part: str) -> str:
    """SHA-256 of the file that is read."""
    return hashlib.sha256(_file(folder, part).read_bytes()).hexdigest()


def _file(folder: Path, part: str) -> Path:
    path = folder / f"PLV_{part}.tsv"
    if not path.is_file():
        raise CorpusMissing(f"{path}: not there", uri=str(path))
    return path
