"""Sentences whose events are known, in three ways: for the heads that tell an event's type.

PLV marks a source and a target and gives the type between them; the CAMEO classes give one of four kinds of event, or
none, for a whole sentence; our own sentences and reports name every trigger.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from recipe.corpora import Passage
from sayso.annotate.annotator import annotate
from sayso.annotate.tokens import words_of
from sayso.evaluate.corpora.attributed_events import Given, MarkedEvent, marked_reports
from sayso.evaluate.corpora.cameo import sentences
from sayso.evaluate.corpora.given import located
from sayso.evaluate.corpora.plover import Marked, marked_sentences
from sayso.evaluate.reading import report_of
from sayso.ontology.plover.codebook import codebook
from sayso.record.event import Role
from sayso.spans import Span

SENTENCES = Path(__file__).parents[1] / "tests" / "events" / "sentences.jsonl"
FRESH = SENTENCES.with_name("fresh.jsonl")
"""Never learnt from."""
REPORTS = Path(__file__).parents[1] / "benchmarks" / "attributed-events"
LAST_LEARNT = 30
"""Reports up to this number are learnt from, the others are for measuring alone."""
WRITTEN = Path(__file__).with_name("event_sentences.txt")
ROOTS = {"YIELD": ("CONCEDE", "RETREAT")}
"""What PLOVER has taken apart since PLV was made."""
_FIRST_ROOTS = ("", "01", "06", "09", "14", "21")
"""The first root of each of CAMEO's classes, and what follows the last; class 0 is of no root."""
_BRACKETS = re.compile(r"\[(?P<words>[^|\]]+)\|(?P<tags>[^\]]+)\]")
_TAG = re.compile(r"(?P<type>[A-Z]+):(?P<event>[0-9]+)|(?P<role>[ar])(?P<of>[0-9]+)")
_ROLES = {"a": Role.ACTOR, "r": Role.RECIPIENT}
Stretch = range
"""Words of a passage."""


Participants = list[tuple[Role, Stretch]]
Told = tuple[tuple[Stretch, str], Participants | None]
"""A trigger with its type, and who takes part in it; None where that is told with another of its mentions."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence; `types` are those that it may be of, none of them for a sentence that tells of no event.

    `source` and `target` are the marked words, if any are. `group` is the same for sentences that are the same.
    """

    passage: Passage
    types: tuple[str, ...]
    source: Stretch = field(default=range(0))
    target: Stretch = field(default=range(0))

    @property
    def group(self) -> str:
        return plain(self.passage.text)


@cache
def plover_types() -> tuple[str, ...]:
    """What the head for events tells apart, in the order of its scores."""
    return tuple(codebook().types)


def column(code: str) -> int:
    """Where a type stands among the scores of a word; 0 is no event."""
    return 1 + plover_types().index(code)


def plain(text: str) -> str:
    """The letters of a sentence, to know it again."""
    return re.sub(r"\W", "", text.lower())


def plv(corpora: Path) -> Iterator[Example]:
    """PLV's training part: a marked relation a sentence."""
    for one in marked_sentences(corpora / "plv-plover-relations", "train"):
        yield of_marked(one)


def of_marked(one: Marked) -> Example:
    """A marked sentence with its words."""
    passage = Passage("plv", one.text, words_of(one.text))
    types = ROOTS.get(one.root, (one.root,))
    return Example(passage, types, _inside(passage, one.source), _inside(passage, one.target))


def cameo(corpora: Path) -> Iterator[Example]:
    """The CAMEO classes of sentences, the part to train on; class 0 tells of no event."""
    for one in sentences(corpora / "conflibert-cameo", "train"):
        yield Example(Passage("cameo", one.text, words_of(one.text)), of_class(one.kind))


def of_class(kind: int) -> tuple[str, ...]:
    """The types in a class of CAMEO's, by its roots: words (1) and deeds of cooperation, words and deeds of conflict.

    CONCEDE is among the deeds: CAMEO has one root for it and RETREAT. A type with roots in two classes is of the later.
    """
    first, after = _FIRST_ROOTS[kind : kind + 2]
    return tuple(code for code, one in codebook().types.items() if first <= max(one.cameo) < after)


def ours() -> Iterator[Example]:
    """All that we wrote ourselves and do not hold back, with every trigger."""
    yield from own(SENTENCES)
    yield from bracketed(WRITTEN)
    yield from reports(REPORTS)


def own(path: Path) -> Iterator[Example]:
    """Our own sentences with their events, but for the third that is held back."""
    return (one for one in listed(path) if not held_back(one.passage.name))


def listed(path: Path) -> Iterator[Example]:
    """All sentences of a list in `tests/events`."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        passage = Passage(row["id"], row["text"], words_of(row["text"]))
        yield _told(passage, [_listed(passage, event) for event in row["events"]])


def _listed(passage: Passage, event: dict[str, Any]) -> Told:
    people = [(role, _found(passage, one["words"])) for role in _ROLES.values() for one in event[role]]
    return (_found(passage, event["trigger"]), event["type"]), people


def _told(passage: Passage, told: list[Told]) -> Example:
    """The passage with its events; participants who stand elsewhere are left out."""
    known = {n: [one for one in people if one[1]] for n, (_, people) in enumerate(told) if people is not None}
    triggers = [trigger for trigger, _ in told]
    types = tuple(dict.fromkeys(kind for _, kind in triggers))
    return Example(replace(passage, triggers=triggers, participants=known), types)


def bracketed(path: Path) -> Iterator[Example]:
    """Sentences with their events written into them, one a line; "#" begins a remark.

    "[Gunmen|a1] [shelled|ASSAULT:1] the [port|r1]": a trigger with its type and number, and the actor and the recipient
    of that number.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if not line.startswith("#"):
            yield _read_brackets(f"written{number}", line)


def _read_brackets(name: str, line: str) -> Example:
    text, marks, last = "", [], 0
    for match in _BRACKETS.finditer(line):
        text += line[last : match.start()]
        span = Span(len(text), len(text) + len(match["words"]))
        marks += [(span, tag) for tag in _TAG.finditer(match["tags"])]
        text += match["words"]
        last = match.end()
    text += line[last:]
    passage = Passage(name, text, words_of(text))
    return _told(
        passage,
        [
            (
                (_inside(passage, span), tag["type"]),
                [(_ROLES[one["role"]], _inside(passage, words)) for words, one in marks if one["of"] == tag["event"]],
            )
            for span, tag in marks
            if tag["type"]
        ],
    )


def reports(folder: Path, last: int = LAST_LEARNT) -> Iterator[Example]:
    """The sentences of our own reports with their events, up to number `last`."""
    for number, (one, text, gold) in enumerate(marked_reports(folder, "gold"), 1):
        if number <= last:
            for sentence in annotate(report_of(text, headline=True)).sentences:
                yield _sentence(one.report, text, sentence, gold.events)


def _sentence(name: str, text: str, sentence: Span, events: Sequence[MarkedEvent]) -> Example:
    passage = Passage(name, sentence.of(text), words_of(sentence.of(text)))

    def words(given: Given) -> Stretch:
        span = located(given, text)
        within = sentence.start <= span.start < sentence.end
        return _inside(passage, Span(span.start - sentence.start, span.end - sentence.start)) if within else range(0)

    told: list[Told] = []
    for event in events:
        cast = ((Role.ACTOR, event.actor), (Role.RECIPIENT, event.recipient))
        people = [(role, words(one.words)) for role, those in cast for one in those]
        told.append(((words(event.trigger), event.type), people))
        told += [((words(mention), event.type), None) for mention in event.mentions]
    return _told(passage, [one for one in told if one[0][0]])


def held_back(name: str) -> bool:
    """Whether a sentence of ours is one that nothing is made on."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def _found(passage: Passage, trigger: str) -> Stretch:
    """The words of a trigger; "#2" after it says which time it stands there."""
    words, _, number = trigger.partition("#")
    start = -1
    for _ in range(int(number or 1)):
        start = passage.text.find(words.strip(), start + 1)
    return _inside(passage, Span(start, start + len(words.strip()))) if start >= 0 else range(0)


def _inside(passage: Passage, span: Span | None) -> Stretch:
    """The words that a span touches."""
    if span is None:
        return range(0)
    inside = [n for n, word in enumerate(passage.words) if word.start < span.end and word.end > span.start]
    return range(inside[0], inside[-1] + 1) if inside else range(0)
