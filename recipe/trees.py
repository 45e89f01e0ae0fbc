"""Universal Dependencies treebanks (CoNLL-U), their words cut as ours are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from recipe.corpora import Passage
from sayso.annotate.tokens import words_of
from sayso.record.annotation import Word
from sayso.spans import Span


@dataclass(frozen=True, slots=True)
class Leaf:
    """A word of a treebank; `head` is its place in the list of leaves, None for the root; `notes`: the last column."""

    span: Span
    tag: str
    head: int | None
    relation: str
    notes: str


@dataclass(slots=True)
class Bank:
    """A document of a treebank.

    `sentences` are half-open ranges of leaves; `places` finds a leaf by its sentence's id and its number there.
    """

    name: str
    text: str = ""
    leaves: list[Leaf] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    places: dict[tuple[str, int], int] = field(default_factory=dict)


def documents(path: Path) -> Iterator[Passage]:
    """The documents of a CoNLL-U file with their trees."""
    return (passage_of(bank) for bank in banks(path))


def banks(path: Path) -> Iterator[Bank]:
    """The documents of a CoNLL-U file as annotated."""
    bank: Bank | None = None
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.split("\n")
        opening = _comment(lines, "newdoc id")
        if opening is not None:
            if bank is not None:
                yield bank
            bank = Bank(opening)
        if bank is not None and any(line[:1].isdigit() for line in lines):
            _add_sentence(bank, lines)
    if bank is not None:
        yield bank


def _comment(lines: list[str], key: str) -> str | None:
    return next((line.partition("=")[2].strip() for line in lines if line.startswith(f"# {key}")), None)


def _add_sentence(bank: Bank, lines: list[str]) -> None:
    base = len(bank.leaves)
    if any(line.startswith("# newpar") for line in lines) and bank.text:
        bank.text = bank.text.rstrip() + "\n"
    name = _comment(lines, "sent_id") or ""
    rows = [line.split("\t") for line in lines if line[:1].isdigit() and "." not in line.split("\t")[0]]
    spans = _spans(bank, rows)
    for fields in rows:
        if "-" not in fields[0]:
            head = base + int(fields[6]) - 1 if fields[6] != "0" else None
            bank.places[name, int(fields[0])] = len(bank.leaves)
            bank.leaves.append(Leaf(spans[int(fields[0])], fields[3], head, fields[7], fields[9]))
    bank.sentences.append((base, len(bank.leaves)))


def _spans(bank: Bank, rows: list[list[str]]) -> dict[int, Span]:
    """Where each word of a sentence stands; those that are written as one have their own part of it, if it shows."""
    spans: dict[int, Span] = {}
    forms = {int(fields[0]): fields[1] for fields in rows if "-" not in fields[0]}
    for fields in rows:
        first, _, last = fields[0].partition("-")
        if int(first) in spans:
            continue
        whole = _grown(bank, fields)
        inside = range(int(first), int(last or first) + 1)
        start = whole.start
        apart = "".join(forms[number] for number in inside) == fields[1]
        for number in inside:
            end = start + len(forms[number])
            spans[number] = Span(start, end) if apart else whole
            start = end
    return spans


def _grown(bank: Bank, fields: list[str]) -> Span:
    """The text with one more word of the surface; where that stands."""
    start = len(bank.text)
    bank.text += fields[1] + ("" if "SpaceAfter=No" in fields[9] else " ")
    return Span(start, start + len(fields[1]))


def passage_of(bank: Bank) -> Passage:
    """The document with one `Word` for each of our words; sentences whose trees do not survive have no words.

    A word of ours that spans several leaves takes the part of the one that governs the others; of several words that
    share a leaf, the first takes its part and the others lean on it ("goeswith").
    """
    words = words_of(bank.text)
    starts = [words.start for words in words]
    owners = [lies_in(leaf, words, starts) for leaf in bank.leaves]
    sentences, syntax = [], [Word(tag="X", head=None, relation="")] * len(words)
    for first, last in bank.sentences:
        own = range(owners[first][0], owners[last - 1][-1] + 1)
        sentences.append((own.start, own.stop))
        for number, word in _sentence(bank.leaves, range(first, last), owners):
            syntax[number] = word
    return Passage(bank.name, bank.text, words, sentences=sentences, syntax=syntax)


def lies_in(leaf: Leaf, words: list[Span], starts: list[int]) -> range:
    """The numbers of our words that a leaf lies in."""
    first = max(bisect_right(starts, leaf.span.start) - 1, 0)
    last = max(bisect_right(starts, leaf.span.end - 1) - 1, first)
    return range(first, last + 1)


def _sentence(leaves: list[Leaf], numbers: range, owners: list[range]) -> Iterator[tuple[int, Word]]:
    """Our words of one sentence with their heads, or none if these make no tree."""
    found: dict[int, Word] = {}
    for number in numbers:
        leaf, own = leaves[number], owners[number]
        head = None if leaf.head is None else owners[leaf.head][0]
        if head != own[0] and (own[0] not in found or found[own[0]].relation == "goeswith"):
            found[own[0]] = Word(tag=leaf.tag, head=head, relation=leaf.relation)
        for other in own[1:]:
            found.setdefault(other, Word(tag=leaf.tag, head=own[0], relation="goeswith"))
    if is_tree({number: word.head for number, word in found.items()}):
        yield from found.items()


def is_tree(heads: dict[int, int | None]) -> bool:
    """Whether every word reaches one and the same root."""
    if sum(head is None for head in heads.values()) != 1:
        return False
    for start in heads:
        seen: set[int] = set()
        place: int | None = start
        while place is not None:
            if place in seen or place not in heads:
                return False
            seen.add(place)
            place = heads[place]
    return True
