"""Sentences with ratings of whether what a word tells of took place, from -3 (it did not) to 3 (it did)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import msgspec

from sayso.errors import CorpusMissing
from sayso.spans import Span

FILES = {
    "uds-dev": "factuality-uds-ih2/dev.jsonl",
    "uds-train": "factuality-uds-ih2/train.jsonl",
    "meantime-dev": "meantime/factuality-en/dev.jsonl",
    "meantime-train": "meantime/factuality-en/train.jsonl",
}
"""The parts by name, below the folder of corpora: UDS-IH2 (web text) and MEANTIME (news of business)."""
_MARKS = {"``": "\u201c", "''": "\u201d"}


@dataclass(frozen=True, slots=True)
class Rated:
    """A sentence, and the words of it that were rated."""

    text: str
    ratings: tuple[tuple[Span, float], ...]


class _Target(msgspec.Struct):
    span1: tuple[int, int]
    label: float


class _Line(msgspec.Struct):
    text: str
    targets: list[_Target]


def sentences(corpora: Path, part: str) -> Iterator[Rated]:
    """The sentences of a part; of a rated stretch the last word is the one. Raises `CorpusMissing` without the file."""
    for line in _file(corpora, part).read_bytes().splitlines():
        row = msgspec.json.decode(line, type=_Line)
        tokens = [_MARKS.get(token, token) for token in row.text.split(" ")]
        starts = list(accumulate((len(token) + 1 for token in tokens), initial=0))
        places = [target.span1[1] - 1 for target in row.targets]
        spans = [Span(starts[n], starts[n] + len(tokens[n])) if n < len(tokens) else None for n in places]
        pairs = zip(spans, row.targets, strict=True)
        yield Rated(" ".join(tokens), tuple((span, target.label) for span, target in pairs if span))


def digest(corpora: Path, part: str) -> str:
    """SHA-256 of the file that is read."""
    return hashlib.sha256(_file(corpora, part).read_bytes()).hexdigest()


def _file(corpora: Path, part: str) -> Path:
    path = corpora / FILES[part]
    if not path.is_file():
        raise CorpusMissing(f"{path}: not there", uri=str(path))
    return path
