"""What people marked, whatever the corpus."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import CorpusMissing
from sayso.spans import Span

Stretches = tuple[Span, ...]
"""The pieces of one role in text order, apart from each other; empty where the role is not filled."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution as spans of a text: gold, or what a system made of it."""

    source: Stretches
    cue: Stretches
    content: Stretches


@dataclass(frozen=True, slots=True)
class Article:
    """A text and its gold attributions.

    `left_out` are regions that the annotators set aside; what touches one counts neither as gold nor as found.
    """

    name: str
    text: str
    relations: tuple[Relation, ...]
    left_out: Stretches = ()


def need(path: Path) -> Path:
    """`path`, or `CorpusMissing` if nothing is there."""
    if not path.exists():
        message = f"{path}: no such corpus file (give its folder with --corpora, or set SAYSO_CORPORA)"
        raise CorpusMissing(message, uri=str(path))
    return path


def digest_of_files(root: Path, paths: Iterable[Path]) -> str:
    """SHA-256, in hexadecimal, over the names below `root` and the bytes of the files that a loader reads."""
    total = hashlib.sha256()
    for path in sorted(paths):
        inner = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{path.relative_to(root).as_posix()}\0{inner}\n".encode())
    return total.hexdigest()
