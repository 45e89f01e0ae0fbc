"""GUM under the OntoNotes scheme of coreference (OntoGUM, CoNLL columns)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from recipe.corpora import Passage, from_tokens

_HELD_BACK_EVERY = 7
"""The corpora folder holds training documents only: of these, sorted by name, each seventh is held back."""


def documents(folder: Path, part: str) -> Iterator[Passage]:
    """The documents of a part, with their chains of mentions."""
    for number, path in enumerate(sorted((folder / "ontogum-conll").glob("*.conll"))):
        held_back = number % _HELD_BACK_EVERY == _HELD_BACK_EVERY - 1
        if held_back == (part == "dev"):
            yield _document(path)


def _document(path: Path) -> Passage:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
    text, words = from_tokens([row[1] for row in rows])
    return Passage(path.stem, text, words, chains=_chains([row[-1] for row in rows]))


def _chains(column: list[str]) -> list[list[tuple[int, int]]]:
    open_at: defaultdict[str, list[int]] = defaultdict(list)
    chains: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, cell in enumerate(column):
        for opens, chain, closes in re.findall(r"(\()?(\d+)(\))?", cell):
            if opens:
                open_at[chain].append(number)
            if closes:
                chains[chain].append((open_at[chain].pop(), number))
    return [sorted(mentions) for mentions in chains.values()]
