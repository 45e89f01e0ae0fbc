"""What is right in the reports of speakers.jsonl and the sentences of metonymy.jsonl, by hand, and how far it is met.

In both files a third is held back: int(sha256(id), 16) % 3 == 0. Rules and lists were made on the others.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.attribute.attributor import attribute
from sayso.protocols import Tagger
from sayso.record.record import Record
from sayso.record.report import Report
from sayso.spans import Span

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Score:
    """How many there are, how many of them were found, and how many of those are right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found

    def __add__(self, other: Score) -> Score:
        return Score(self.gold + other.gold, self.found + other.found, self.right + other.right)


def is_held_back(identity: str) -> bool:
    return int(hashlib.sha256(identity.encode()).hexdigest(), 16) % 3 == 0


def rows(name: str, *, held_back: bool) -> Iterator[dict]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "id" in row and is_held_back(row["id"]) == held_back:
            yield row


def speakers(tagger: Tagger | None, *, held_back: bool) -> Score:
    """Sources that are found, and those whose actor has the name by which the report tells best who it is."""
    return sum((_of_report(row, tagger) for row in rows("speakers.jsonl", held_back=held_back)), Score())


def _of_report(row: dict, tagger: Tagger | None) -> Score:
    record = _read(report_of(*row["paragraphs"], headline=row.get("headline")), tagger)
    names = {actor.id: _plain(actor.name) for actor in record.actors}
    total = Score()
    for source in row["sources"]:
        span = Span(source["start"], source["start"] + len(source["words"]))
        found = [names.get(actor or "") for actor in _actors_at(record, span)]
        right = bool(found) and all(name in map(_plain, source["who"]) for name in found)
        total += Score(1, bool(found), right)
    return total


def _actors_at(record: Record, span: Span) -> list[str | None]:
    """The actors of the statements whose source is there; those that begin or end with it, if there are any."""
    near = [one.source for one in record.statements if one.source and span.overlaps(one.source.words)]
    exact = [one for one in near if one.words.start == span.start or one.words.end == span.end]
    return [one.actor for one in exact or near]


def _plain(name: str) -> str:
    words = name.lower().split()
    return " ".join(words[1:] if words[0] in ("the", "a", "an") else words)


def metonymy(tagger: Tagger | None, *, held_back: bool) -> Score:
    """Names that are read as a place where they are one, and else as the government or body they stand for."""
    return sum((_of_sentence(row, tagger) for row in rows("metonymy.jsonl", held_back=held_back)), Score())


def _of_sentence(row: dict, tagger: Tagger | None) -> Score:
    record = _read(report_of(row["text"]), tagger)
    country, sector = _stands_for(record, Span(row["start"], row["start"] + len(row["words"])))
    return Score(1, 1, (country, sector) == (row.get("country"), row.get("sector")))


def _stands_for(record: Record, span: Span) -> tuple[str | None, str | None]:
    """Country and sector of the actor whose mention is this name; None for none: it is a place."""
    actors = {actor.id: actor for actor in record.actors}
    for mention in record.mentions:
        if mention.words.end == span.end and span.start - mention.words.start in (0, len("the ")) and mention.actor:
            return actors[mention.actor].country, actors[mention.actor].sector
    return None, None


def _read(report: Report, tagger: Tagger | None) -> Record:
    return attribute(annotate(report, tagger=tagger))
