"""GAP: passages with a pronoun and two names, and which of them it means."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from recipe.corpora import Choice, Passage
from sayso.annotate.tokens import words_of
from sayso.spans import Span


def passages(path: Path) -> Iterator[Passage]:
    """GAP's passages, as far as their names fall on words."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            words = words_of(row["Text"])
            spans = [_words(words, int(row[f"{key}-offset"]), row[key]) for key in ("Pronoun", "A", "B")]
            if None not in spans:
                pronoun, *names = [span for span in spans if span is not None]
                answer = 0 if row["A-coref"] == "TRUE" else 1 if row["B-coref"] == "TRUE" else 2
                yield Passage(row["ID"], row["Text"], words, choice=Choice(pronoun[0], (names[0], names[1]), answer))


def _words(words: list[Span], start: int, text: str) -> tuple[int, int] | None:
    inside = [n for n, word in enumerate(words) if start <= word.start and word.end <= start + len(text)]
    return (inside[0], inside[-1]) if inside else None
