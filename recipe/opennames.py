"""Names in openly licensed corpora, in our classes as far as these have them: GUM, re3d, CrossNER politics."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from recipe import ontogum
from recipe.corpora import Passage, from_tokens
from recipe.newswire import two_marks
from recipe.trees import Bank, banks
from sayso.annotate.tokens import words_of
from sayso.spans import Span
from sayso.tagger.matching import PRONOUNS

_OF_GUM = {"person": "Person", "organization": "Organization", "place": "Location"}
_OF_RE3D = {
    "Person": "Person",
    "Organisation": "Organization",
    "Location": "Location",
    "Nationality": "NORP",
    "Temporal": "Date",
    "Money": "Money",
}
_OF_CROSSNER = {
    "person": "Person",
    "politician": "Person",
    "organisation": "Organization",
    "politicalparty": "Organization",
    "country": "Location",
    "location": "Location",
    "election": "Misc",
    "event": "Misc",
    "misc": "Misc",
}
_WITHIN = frozenset(("of", "the", "and", "for", "'s", "&", "-"))
_SURE = 0.5
"""re3d's own confidence; what has less is a candidate that was turned down."""
_NOT_COMMERCIAL = "BBC_Online"

Named = tuple[str, int, int]
"""A class, and the half-open range of its words, or of characters."""


def gum(folder: Path, part: str) -> Iterator[Passage]:
    """GUM's documents, in the treebank's words."""
    for path in ontogum.files(folder, part):
        (bank,) = banks(path)
        names = [name for one in ontogum.entities(bank) if (name := _name(bank, one))]
        words = [leaf.span for leaf in bank.leaves]
        yield Passage(path.stem, bank.text, words, names=_labels(len(words), names))


def _name(bank: Bank, entity: tuple[str, int, int]) -> Named | None:
    """The proper nouns around the head of a mention; None if that is no proper noun."""
    kind, first, last = entity
    heads = [n for n in range(first, last + 1) if (up := bank.leaves[n].head) is None or not first <= up <= last]
    if kind not in _OF_GUM or not heads or bank.leaves[heads[0]].tag != "PROPN":
        return None
    start = end = heads[0]
    while start > first and _goes_on(bank, start - 1, start - 2, first, last):
        start -= 1
    while end < last and _goes_on(bank, end + 1, end + 2, first, last):
        end += 1
    return _OF_GUM[kind], start, end + 1


def _goes_on(bank: Bank, place: int, beyond: int, first: int, last: int) -> bool:
    """Whether the word belongs to a name beside it: a proper noun, or a little word with one behind it."""
    leaf = bank.leaves[place]
    small = leaf.span.of(bank.text) in _WITHIN and first <= beyond <= last
    return leaf.tag == "PROPN" or (small and bank.leaves[beyond].tag == "PROPN")


def re3d(folder: Path) -> Iterator[Passage]:
    """The documents of every source that may be shipped."""
    for path in sorted(folder.glob("*/documents.json")):
        if path.parent.name == _NOT_COMMERCIAL:
            continue
        found: dict[str, list[Named]] = {}
        for row in _rows(path.with_name("entities.json")):
            if row["confidence"] >= _SURE and row["type"] in _OF_RE3D:
                found.setdefault(row["documentId"], []).append((_OF_RE3D[row["type"]], row["begin"], row["end"]))
        for row in _rows(path):
            words = words_of(row["text"])
            names = [name for one in found.get(row["_id"], []) if (name := _in_words(row["text"], words, one))]
            yield Passage(row["_id"], row["text"], words, names=_labels(len(words), names))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8-sig").split("\n"):
        if line.strip():
            yield json.loads(line)


def _in_words(text: str, words: list[Span], name: Named) -> Named | None:
    """Without its article; None for a mention that is no name: a pronoun, or one that ends in a small letter."""
    inside = [n for n, word in enumerate(words) if name[1] <= word.start and word.end <= name[2]]
    inside = inside[1:] if inside and words[inside[0]].of(text).lower() == "the" else inside
    if not inside or (len(inside) == 1 and words[inside[0]].of(text).lower() in PRONOUNS):
        return None
    last = words[inside[-1]].of(text)
    return (name[0], inside[0], inside[-1] + 1) if not last[0].islower() else None


def crossner(path: Path) -> Iterator[Passage]:
    """The sentences of a file of CrossNER."""
    for number, block in enumerate(path.read_text(encoding="utf-8").strip().split("\n\n")):
        rows = [line.split("\t") for line in block.split("\n")]
        text, words = from_tokens([row[0] for row in rows])
        labels = [row[1] if row[1] == "O" else row[1][:2] + _OF_CROSSNER[row[1][2:]] for row in rows]
        yield Passage(f"{path.stem} {number}", text, words, names=two_marks(labels))


def _labels(words: int, names: Iterable[Named]) -> list[str]:
    """BIO; of names that overlap, the longest."""
    labels = ["O"] * words
    for kind, start, end in sorted(names, key=lambda name: name[1] - name[2]):
        if all(label == "O" for label in labels[start:end]):
            labels[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return labels
