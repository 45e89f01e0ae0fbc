"""CoNLL-U as GUM writes it: the running text with its paragraphs, and the place of each word in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sayso.spans import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word, its place in the text and its last column; words of one contraction share no characters.

    `proper` says that it is a proper noun.
    """

    form: str
    place: Span
    proper: bool
    misc: dict[str, str]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document: paragraphs are parted by two newlines, sentences within one by a space.

    `kinds` names the kind of each paragraph as the corpus does ("p", "head", "sp" …).
    """

    text: str
    words: tuple[Word, ...]
    kinds: tuple[str, ...]


def parse(path: Path) -> Parsed:
    """The document in a file of CoNLL-U."""
    writer = _Writer()
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newpar_block"):
            writer.name_paragraph(line.partition("=")[2].split()[0])
        elif line.startswith("# newpar"):
            writer.open_paragraph()
        elif "\t" in line:
            writer.add(line.split("\t"))
    return Parsed(writer.text, tuple(writer.words), tuple(writer.kinds))


class _Writer:
    """Text as it grows; `gap` is what stands before the next word."""

    def __init__(self) -> None:
        self.text = ""
        self.words: list[Word] = []
        self.kinds: list[str] = []
        self.gap = ""
        self.joined_until, self.contraction_gap = 0, ""

    def open_paragraph(self) -> None:
        self.kinds.append("p")
        self.gap = "\n\n" if self.text else ""

    def name_paragraph(self, kind: str) -> None:
        """Several names may follow one opening: the last is the innermost."""
        self.kinds[-1:] = [kind]

    def add(self, fields: list[str]) -> None:
        """One row: a word, or the range of words that a contraction stands for; an empty node is passed over."""
        number, form, misc = fields[0], fields[1], _features(fields[9])
        after = "" if misc.get("SpaceAfter") == "No" else " "
        if "-" in number:
            self.joined_until, self.contraction_gap = int(number.partition("-")[2]), after
        elif number.isdigit():
            self._write(form, misc, proper=fields[3] == "PROPN")
            self.gap = self._gap_after(int(number), after)

    def _write(self, form: str, misc: dict[str, str], *, proper: bool) -> None:
        if not self.kinds:
            self.open_paragraph()
        start = len(self.text) + len(self.gap)
        self.text += self.gap + form
        self.words.append(Word(form, Span(start, len(self.text)), proper, misc))

    def _gap_after(self, number: int, after: str) -> str:
        if number < self.joined_until:
            return ""
        if number == self.joined_until:
            self.joined_until = 0
            return self.contraction_gap
        return after


def _features(column: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in column.split("|"))
    return {name: value for name, _, value in pairs}
