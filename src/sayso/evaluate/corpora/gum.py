"""GUM, the Georgetown University Multilayer corpus: attributions out of its discourse trees, entities, coreference.

The part that is used here has no official development documents, so each seventh document, in order of name, is
held back as "dev"; nothing is trained on those. "all" is every document there is, for systems that saw none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from sayso.evaluate.corpora.chains import Chain, chains
from sayso.evaluate.corpora.conllu import Parsed, parse
from sayso.evaluate.corpora.discourse import Marked, attributions
from sayso.evaluate.corpora.gold import Article, Relation, digest_of_files, need
from sayso.spans import Span

_HELD_BACK_EVERY = 7

_NOT_CONTENT = frozenset(".,;:-–—")
"""Marks at the ends of a discourse unit that no reader would call attributed."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of GUM.

    `places` are the spans of its words, which mentions count, `proper` the numbers of its proper nouns, `kinds` the
    kinds of its paragraphs. `coreference` follows OntoNotes (no singletons), `entities` GUM itself: every mention, by
    the number of its entity.
    """

    article: Article
    genre: str
    kinds: tuple[str, ...]
    places: tuple[Span, ...]
    proper: frozenset[int]
    coreference: tuple[Chain, ...]
    entities: dict[str, Chain]


def documents(folder: Path, part: str) -> Iterator[Document]:
    """The documents of a part ("train", "dev", "all") in order of name."""
    for path in _files(folder, part):
        yield read_document(path, folder / "ontogum-conll" / f"{path.stem}.conll")


def digest(folder: Path, part: str) -> str:
    """The digest of the files that `documents` reads."""
    parses = _files(folder, part)
    return digest_of_files(folder, [*parses, *(folder / "ontogum-conll" / f"{path.stem}.conll" for path in parses)])


def read_document(parse_path: Path, coreference_path: Path) -> Document:
    """The document of a CoNLL-U file and its coreference file, which have the same words."""
    parsed = parse(parse_path)
    rows = need(coreference_path).read_text(encoding="utf-8").split("\n")
    column = [row.rsplit("\t", 1)[1] for row in rows if "\t" in row]
    return Document(
        article=Article(parse_path.stem, parsed.text, _relations(parsed)),
        genre=parse_path.stem.split("_")[1],
        kinds=parsed.kinds,
        places=tuple(word.place for word in parsed.words),
        proper=frozenset(number for number, word in enumerate(parsed.words) if word.proper),
        coreference=tuple(chain for chain in chains(column).values() if len(chain) > 1),
        entities=chains([word.misc.get("Entity", "") for word in parsed.words]),
    )


def _files(folder: Path, part: str) -> list[Path]:
    every = sorted(need(folder / "dep").glob("*.conllu"))
    held_back = every[_HELD_BACK_EVERY - 1 :: _HELD_BACK_EVERY]
    return {"all": every, "dev": held_back, "train": [path for path in every if path not in held_back]}[part]


def _relations(parsed: Parsed) -> tuple[Relation, ...]:
    marked = attributions([word.misc.get("Discourse") for word in parsed.words])
    return tuple(_relation(one, parsed) for one in marked)


def _relation(marked: Marked, parsed: Parsed) -> Relation:
    runs = [_trimmed(run, parsed) for run in _runs(marked.content)]
    return Relation(
        source=tuple(_span(run, parsed) for run in _runs(marked.source)),
        cue=tuple(_span(run, parsed) for run in _runs(marked.cue)),
        content=tuple(_span(run, parsed) for run in runs if run),
    )


def _runs(numbers: frozenset[int]) -> list[list[int]]:
    """Numbers that follow each other, together."""
    ordered = enumerate(sorted(numbers))
    return [[number for _, number in run] for _, run in groupby(ordered, key=lambda pair: pair[1] - pair[0])]


def _trimmed(run: list[int], parsed: Parsed) -> list[int]:
    kept = list(run)
    while kept and parsed.words[kept[-1]].form in _NOT_CONTENT:
        kept.pop()
    while kept and parsed.words[kept[0]].form in _NOT_CONTENT:
        kept.pop(0)
    return kept


def _span(run: list[int], parsed: Parsed) -> Span:
    return Span(parsed.words[run[0]].place.start, parsed.words[run[-1]].place.end)
