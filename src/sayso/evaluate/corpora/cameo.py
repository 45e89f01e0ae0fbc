"""Sentences in CAMEO's classes: one of four kinds of event, or none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import CorpusMissing


@dataclass(frozen=True, slots=True)
class Classed:
    """A sentence and its class; 0 tells of no event."""

    text: str
    kind: int


def sentences(folder: Path, part: str) -> Iterator[Classed]:
    """The sentences of a part. Raises `CorpusMissing` if it is not there."""
    for line in _file(folder, part).read_text(encoding="utf-8").splitlines():
        text, kind = line.rsplit("\t", 1)
        yield Classed(text, int(kind))


def digest(folder: Path, part: str) -> str:
    """SHA-256 of the file that is read."""
    return hashlib.sha256(_file(folder, part).read_bytes()).hexdigest()


def _file(folder: Path, part: str) -> Path:
    path = folder / "cameo_class" / f"{part}.tsv"
    if not path.is_file():
        raise CorpusMissing(f"{path}: not there", uri=str(path))
    return path
