"""Worldwide newswire: articles of local newspapers with names in nine classes, a token and its label a line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from sayso.evaluate.corpora.gold import digest_of_files, need
from sayso.evaluate.corpora.passages import Passage, passage


def articles(folder: Path, part: str) -> Iterator[Passage]:
    """The articles of a part, in the order of `split.tsv`; a blank line ends a sentence."""
    for path in _files(folder, part):
        lines = path.read_text(encoding="utf-8").split("\n")
        rows = [[field.strip() for field in line.split("\t")] for line in lines]
        yield from_rows(path.name.removesuffix(".txt.tsv"), [row if len(row) > 1 else [] for row in rows])


def digest(folder: Path, part: str) -> str:
    """The digest of the files that `articles` reads."""
    return digest_of_files(folder, [folder / "split.tsv", *_files(folder, part)])


def from_rows(name: str, rows: list[list[str]]) -> Passage:
    """The passage of (token, label) rows; an empty row ends a sentence."""
    sentences = [list(group) for filled, group in groupby(rows, key=bool) if filled]
    labels = [row[1] for sentence in sentences for row in sentence]
    return passage(name, [[row[0] for row in sentence] for sentence in sentences], labels)


def _files(folder: Path, part: str) -> list[Path]:
    rows = need(folder / "split.tsv").read_text(encoding="utf-8").splitlines()[1:]
    named = [name for name, of_part in (row.split("\t") for row in rows) if of_part == part]
    return [need(folder / "processed_annotated" / name) for name in named]
