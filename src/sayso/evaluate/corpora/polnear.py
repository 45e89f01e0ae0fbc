"""PolNeAR: articles with linked attributions, as brat standoff.

An article that several people annotated is taken as the first of them, by name, saw it. The bounds of its files
count code points of the text as it lies on disk, so lines end as they do there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluate.corpora.gold import Article, Relation, Stretches, digest_of_files, need
from sayso.spans import Span

_BOUND = re.compile(r"(?P<label>\S+) (?P<pieces>\d+ \d+(?:;\d+ \d+)*)")
_SET_ASIDE = ("Discard", "Discuss")


@dataclass(frozen=True, slots=True)
class _Standoff:
    """Text bounds by id, as (label, pieces), and events as (role, id of a bound) pairs."""

    bounds: dict[str, tuple[str, Stretches]]
    events: list[list[tuple[str, str]]]


def articles(folder: Path, part: str) -> Iterator[Article]:
    """The articles of a part ("dev", "train") in order of name, one annotator each."""
    for files in by_article(folder, part).values():
        yield read_article(folder, part, files[0])


def digest(folder: Path, part: str) -> str:
    """The digest of the files that `articles` reads."""
    texts = need(folder / part / "text").glob("*.txt")
    return digest_of_files(folder, [*texts, *need(folder / part / "attributions").glob("*.ann")])


def by_article(folder: Path, part: str) -> dict[str, list[Path]]:
    """Annotation files by the article they annotate: "<article>_<annotator>.ann", sorted."""
    found: dict[str, list[Path]] = {}
    for path in sorted(need(folder / part / "attributions").glob("*.ann")):
        found.setdefault(path.stem.rpartition("_")[0], []).append(path)
    return found


def read_article(folder: Path, part: str, annotation: Path) -> Article:
    """The article as one annotator saw it."""
    path = need(folder / part / "text" / f"{annotation.stem.rpartition('_')[0]}.txt")
    text = path.read_bytes().decode("utf-8")
    standoff = _parse(annotation.read_bytes().decode("utf-8"))
    relations = tuple(_relation(standoff, event) for event in standoff.events)
    aside = [pieces for label, pieces in standoff.bounds.values() if label in _SET_ASIDE]
    left_out = tuple(sorted(span for pieces in aside for span in pieces))
    return Article(annotation.stem, text, tuple(relation for relation in relations if relation.cue), left_out)


def _parse(lines: str) -> _Standoff:
    standoff = _Standoff({}, [])
    for key, _, rest in (line.partition("\t") for line in lines.split("\n")):
        bound = _BOUND.match(rest)
        if key.startswith("T") and bound:
            standoff.bounds[key] = bound["label"], _pieces(bound["pieces"])
        elif key.startswith("E"):
            standoff.events.append([_role(word) for word in rest.split()])
    return standoff


def _pieces(bounds: str) -> Stretches:
    """Spans of bounds like "1 5;7 9"; pieces that only white space parts stay apart."""
    pairs = [pair.split() for pair in bounds.split(";")]
    return tuple(sorted(Span(int(start), int(end)) for start, end in pairs))


def _role(word: str) -> tuple[str, str]:
    """Role and bound: "Content2:T17" gives ("Content", "T17")."""
    role, _, key = word.partition(":")
    return role.rstrip("0123456789"), key


def _relation(standoff: _Standoff, event: list[tuple[str, str]]) -> Relation:
    def filler(wanted: str) -> Stretches:
        return tuple(sorted({span for role, key in event if role == wanted for span in standoff.bounds[key][1]}))

    return Relation(filler("Source"), filler("Cue"), filler("Content"))
