"""Names: worldwide-newswire (token TAB label) and UNER-EWT (IOB2)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from recipe.corpora import Passage, from_tokens
from sayso.evaluate.corpora.uner import is_held_back


def newswire(folder: Path, part: str) -> Iterator[Passage]:
    """The articles of worldwide-newswire; each line break of the corpus opens a sentence."""
    rows = (folder / "split.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for name, of_part in (row.split("\t") for row in rows):
        if of_part == part:
            path = folder / "processed_annotated" / name
            lines = path.read_text(encoding="utf-8").split("\n")
            yield _passage(name, [line.split("\t") for line in lines])


def universal(folder: Path, *, held_back: bool) -> Iterator[Passage]:
    """The documents of UNER-EWT's development part that are held back, or those that are learnt from: PER, ORG, LOC."""
    text = (folder / "en_ewt-ud-dev.iob2").read_text(encoding="utf-8")
    for document in text.split("# newdoc id = ")[1:]:
        name, _, rest = document.partition("\n")
        if is_held_back(name) == held_back:
            rows = [line.split("\t")[1:3] for line in rest.split("\n") if not line.startswith("# ")]
            yield _passage(name, rows)


def _passage(name: str, lines: list[list[str]]) -> Passage:
    """A blank line lies between sentences, each of which is laid out as a paragraph."""
    tokens: list[str] = []
    labels: list[str] = []
    breaks: set[int] = set()
    for fields in lines:
        if len(fields) > 1 and fields[0].strip():
            tokens.append(fields[0].strip())
            labels.append(fields[1].strip())
        else:
            breaks.add(len(tokens))
    text, words = from_tokens(tokens, frozenset(breaks))
    return Passage(name, text, words, names=two_marks(labels))


def two_marks(labels: list[str]) -> list[str]:
    """BIOES or loose BIO to strict BIO."""
    strict: list[str] = []
    before = "O"
    for label in labels:
        mark, _, kind = label.partition("-")
        if mark in "IE" and before[2:] == kind:
            strict.append(f"I-{kind}")
        else:
            strict.append("O" if label == "O" else f"B-{kind}")
        before = strict[-1]
    return strict
