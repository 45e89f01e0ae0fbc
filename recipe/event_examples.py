"""Sentences whose events are known, in four ways: for the heads that tell an event's type.

PLV marks a source and a target and gives the type between them; the CAMEO classes give one of four kinds of event, or
none, for a whole sentence; PETRARCH's tests give codes for a sentence; our own sentences name every trigger.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from recipe.corpora import Passage
from sayso.annotate.tokens import words_of
from sayso.evaluate.corpora.plover import Marked, marked, marked_sentences
from sayso.ontology.plover.frames import Frame, lexicon
from sayso.spans import Span

TYPES = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
KINDS = {"1": TYPES[:3], "2": TYPES[3:7], "3": TYPES[7:11], "4": TYPES[11:]}
"""The classes of CAMEO: words of cooperation, deeds of it, words of conflict, deeds of it."""
ROOTS = {"YIELD": ("CONCEDE", "RETREAT")}
"""What PLOVER has taken apart since PLV was made."""
_ELSEWHERE = {"03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "YIELD"}
_CAMEO = _ELSEWHERE | {
    "10": "REQUEST",
    "11": "ACCUSE",
    "12": "REJECT",
    "13": "THREATEN",
    "14": "PROTEST",
    "15": "MOBILIZE",
    "16": "SANCTION",
    "17": "COERCE",
    "18": "ASSAULT",
    "19": "ASSAULT",
    "20": "ASSAULT",
}
"""Roots of CAMEO in PLOVER; 01, 02 and 09 have no single one (statements, appeals, investigations) and are left out."""
Stretch = range
"""Words of a passage."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence; `types` are those that it may be of, none of them for a sentence that tells of no event.

    `source` and `target` are the marked words, if any are; `triggers` gives the words of every event with its type,
    None where they were not annotated. `group` is the same for sentences that are the same.
    """

    passage: Passage
    types: tuple[str, ...]
    source: Stretch = field(default=range(0))
    target: Stretch = field(default=range(0))
    triggers: list[tuple[Stretch, str]] | None = None

    @property
    def group(self) -> str:
        return plain(self.passage.text)


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
    source, target = (_inside(passage, span) for span in (one.source, one.target))
    return Example(passage, ROOTS.get(one.root, (one.root,)), source, target)


def cameo(corpora: Path) -> Iterator[Example]:
    """The CAMEO classes of sentences, the part to train on; class 0 tells of no event."""
    path = corpora / "conflibert-cameo" / "cameo_class" / "train.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        text, kind = line.rsplit("\t", 1)
        yield Example(Passage("cameo", text, words_of(text)), tuple(KINDS.get(kind, ())))


def petrarch(corpora: Path) -> Iterator[Example]:
    """PETRARCH's tests that name one of CAMEO's roots."""
    path = corpora / "petrarch-unit-tests" / "PETR.UnitTest.records.xml"
    for sentence in ElementTree.fromstring(path.read_bytes()).iter("Sentence"):
        codes = {coding.get("eventcode", "")[:2] for coding in sentence.iter("EventCoding")}
        roots = [root for code in sorted(codes) if (root := _CAMEO.get(code))]
        text = " ".join((sentence.findtext("Text") or "").split())
        if text and roots and len(roots) == len(codes):
            types = tuple(kind for root in roots for kind in ROOTS.get(root, (root,)))
            yield Example(Passage("petrarch", text, words_of(text)), types)


def own(path: Path) -> Iterator[Example]:
    """Our own sentences with their triggers, but for the third that is held back."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not held_back(row["id"]):
            passage = Passage(row["id"], row["text"], words_of(row["text"]))
            triggers = [(_found(passage, event["trigger"]), event["type"]) for event in row["events"]]
            types = tuple(event["type"] for event in row["events"])
            yield Example(passage, types, triggers=[one for one in triggers if one[0]])


def frames() -> Iterator[Example]:
    """The verbs of sayso's own list of words that tell of events, each in a bare sentence."""
    forms: dict[str, list[str]] = {}
    found: dict[str, Frame] = {}
    for form, several in lexicon().verbs.items():
        for frame in several:
            found.setdefault(frame.name, frame)
            forms.setdefault(frame.name, []).append(form)
    for name, frame in found.items():
        past = next((form for form in forms[name] if form.endswith("ed")), f"will {frame.head}")
        text = f"<s>Officials</s> {past} {' '.join(frame.beside)} <t>the others</t> on Tuesday.".replace("  ", " ")
        mark = marked(text, frame.type)
        passage = Passage("frames", mark.text, words_of(mark.text))
        yield Example(passage, (frame.type,), *(_inside(passage, span) for span in (mark.source, mark.target)))


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
