"""GUM: chains under the OntoNotes scheme (OntoGUM, CoNLL columns), every other mention of anything, and names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from recipe.corpora import Passage
from recipe.trees import Bank, banks

_HELD_BACK_EVERY = 7
"""The corpora folder holds training documents only: of these, sorted by name, each seventh is held back."""

Chains = dict[str, list[tuple[int, int]]]


def files(folder: Path, part: str) -> list[Path]:
    """The treebank's files of a part."""
    paths = sorted((folder / "dep").glob("*.conllu"))
    return [path for number, path in enumerate(paths) if (number % _HELD_BACK_EVERY == 6) == (part == "dev")]


def documents(folder: Path, part: str) -> Iterator[Passage]:
    """The documents of a part, in the treebank's words, with their chains of mentions."""
    for path in files(folder, part):
        (bank,) = banks(path)
        cells = _column(folder / "ontogum-conll" / f"{path.stem}.conll")
        if len(cells) == len(bank.leaves):
            yield _document(path.stem, bank, list(_chains(cells).values()))


def _document(name: str, bank: Bank, chains: list[list[tuple[int, int]]]) -> Passage:
    chained = {mention for chain in chains for mention in chain}
    alone = [(first, last) for _, first, last in entities(bank) if (first, last) not in chained]
    return Passage(name, bank.text, [leaf.span for leaf in bank.leaves], chains=chains, alone=alone)


def entities(bank: Bank) -> list[tuple[str, int, int]]:
    """Type, first and last leaf of every mention of anything, events that are told by a clause included."""
    open_at: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    found: list[tuple[str, int, int]] = []
    for number, leaf in enumerate(bank.leaves):
        noted = re.search(r"Entity=([^|]+)", leaf.notes)
        for opens, kind, closed, closes in re.findall(r"\((\d+)-(\w+)-[^()]*(\))?|(\d+)\)", noted[1] if noted else ""):
            if opens:
                open_at[opens].append((kind, number))
            if (closed or closes) and open_at[opens or closes]:
                kind, first = open_at[opens or closes].pop()
                found.append((kind, first, number))
    return sorted(found, key=lambda one: one[1:])


def _column(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[-1] for line in lines if "\t" in line]


def _chains(column: list[str]) -> Chains:
    open_at: defaultdict[str, list[int]] = defaultdict(list)
    chains: Chains = defaultdict(list)
    for number, cell in enumerate(column):
        for opens, chain, closes in re.findall(r"(\()?(\d+)(\))?", cell):
            if opens:
                open_at[chain].append(number)
            if closes:
                chains[chain].append((open_at[chain].pop(), number))
    return {name: sorted(mentions) for name, mentions in chains.items()}
