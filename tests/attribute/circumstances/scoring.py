"""What of the gold was found, and what was found besides.

A statement of the record is that of the gold whose cue it shares a character with. A finding is right if its kind is
one of those of the gold and its words and the gold's share half of their words (Dice), articles left out, or, for
a venue, if one's words are part of the other's; a sign of distance must also cover the same, a nested statement lie
within the right one. What belongs to a statement that was not found is missed; what is told of a statement that is
none, found wrongly. Continued speech is right if the statement around the words has a source with the speaker's name,
by its words or by its actor.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from attribute.circumstances.passages import GoldDistance, GoldStatement, Passage, located
from sayso.record.record import Record
from sayso.record.statement import Statement
from sayso.spans import Span

FIELDS = ("nesting", "addressee", "venue", "distance", "kind", "said", "speaker")
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(slots=True)
class Tally:
    """Findings: right, wrong and missed, with those that were not right told in words."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


Tallies = dict[str, Tally]


def tallied(pairs: Iterator[tuple[Passage, Record]]) -> Tallies:
    """One tally a field over passages with what was made of them."""
    tallies: Tallies = defaultdict(Tally)
    for passage, record in pairs:
        _Passage(passage, record, tallies).tally()
    return tallies


class _Passage:
    def __init__(self, passage: Passage, record: Record, tallies: Tallies) -> None:
        self._passage = passage
        self._record = record
        self._text = record.report.text
        self._tallies = tallies
        self._gold = [(gold, located(gold.key, self._text)) for gold in passage.statements]
        self._of_gold = self._aligned()
        self._by_id = {statement.id: statement for statement in record.statements}

    def _aligned(self) -> dict[str, Statement]:
        """The record's statements by the keys of those of the gold."""
        found: dict[str, Statement] = {}
        free = list(self._record.statements)
        for gold, span in self._gold:
            touching = [one for one in free if gold.cue and any(span.overlaps(cue) for cue in one.cue)]
            if touching:
                found[gold.key] = max(touching, key=lambda one: sum(_shared(span, cue) for cue in one.cue))
                free.remove(found[gold.key])
        return found

    def tally(self) -> None:
        for gold, span in self._gold:
            found = self._of_gold.get(gold.key)
            if not gold.optional and gold.cue:
                self._fields(gold, found)
            if gold.speaker and not gold.optional:
                self._speaker(gold, span)
        known = {one.id for one in self._of_gold.values()}
        anchors = [span for gold, span in self._gold if gold.at]
        for extra in self._record.statements:
            over = any(piece.overlaps(anchor) for piece in extra.content for anchor in anchors)
            if extra.id not in known and not over:
                self._fields(None, extra)

    def _fields(self, gold: GoldStatement | None, found: Statement | None) -> None:
        self._one("nesting", gold and gold.within, found and found.within, self._nested)
        self._one("addressee", gold and gold.to, found and found.addressee and found.addressee.words.text, _alike)
        self._one("said", gold and gold.said, found and found.said and found.said.words.text, _alike)
        venue = found and found.venue
        self._one(
            "venue",
            gold and gold.venue,
            venue,
            lambda options, one: any(
                one.kind in option.kind.split("|") and _same_phrase(option.words, one.words.text) for option in options
            ),
        )
        kind = found and found.source_kind
        self._one("kind", gold and gold.kind, kind, lambda kinds, one: one in kinds.split("|"))
        self._distances(gold, found)

    def _one(self, name, gold, found, right) -> None:
        tally = self._tallies[name]
        if gold and found and right(gold, found):
            tally.right += 1
            return
        tally.missed += bool(gold)
        tally.wrong += bool(found)
        if gold or found:
            tally.told.append(f"{self._passage.id}: {_shown(gold)} <> {self._named(_shown(found))}")

    def _named(self, shown: str) -> str:
        one = self._by_id.get(shown)
        return f"in {'/'.join(cue.text for cue in one.cue) or one.content[0].text[:30]!r}" if one else shown

    def _nested(self, key: str, within: str) -> bool:
        outer = self._by_id[within]
        if not key.startswith("@"):
            return self._of_gold.get(key) is outer
        return any(piece.covers(located(key, self._text)) for piece in outer.content)

    def _distances(self, gold: GoldStatement | None, found: Statement | None) -> None:
        left = list(found.distance) if found else []
        for sign in gold.distance if gold else ():
            match = next((one for one in left if one.kind == sign.kind and self._covers(sign, one, found)), None)
            self._one("distance", sign, match, lambda *_: True)
            if match:
                left.remove(match)
        for one in left:
            self._one("distance", None, one, lambda *_: True)

    def _covers(self, sign: GoldDistance, one, found: Statement) -> bool:
        if not _alike(sign.words, one.words.text) or one.covers is None:
            return False
        if sign.covers == "content":
            hull = Span(found.content[0].start, found.content[-1].end)
            return 2 * 2 * _shared(hull, one.covers) >= len(hull) + len(one.covers)
        return _alike(sign.covers, one.covers.text)

    def _speaker(self, gold: GoldStatement, span: Span) -> None:
        around = [one for one in self._record.statements if any(piece.covers(span) for piece in one.content)]
        around = [self._of_gold[gold.key]] if gold.key in self._of_gold else around
        widest = max(around, key=lambda one: sum(len(piece) for piece in one.content), default=None)
        source = widest and widest.source
        names = {actor.id: " ".join((actor.name, *actor.names)) for actor in self._record.actors}
        said_by = f"{source.words.text} = {names.get(source.actor or '', '?')}" if source else None
        self._one("speaker", gold.speaker, said_by, lambda name, told: name.lower() in told.lower())


def _shared(one: Span, other: Span) -> int:
    """Characters that both have."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _alike(gold: str, found: str) -> bool:
    """Whether two stretches share half of their words."""
    one, other = _words(gold), _words(found)
    return 2 * 2 * len(one & other) >= len(one) + len(other)


def _same_phrase(gold: str, found: str) -> bool:
    """Whether one of two ways to say it is part of the other: "an e-mail", "an e-mail sent to the ministry"."""
    one, other = _words(gold), _words(found)
    return one <= other or other <= one or _alike(gold, found)


def _words(text: str) -> set[str]:
    words = {word.strip(".,;:!?“”‘’\"'").lower() for word in text.split()}
    return words - _ARTICLES or words


def _shown(finding: object) -> str:
    if isinstance(finding, tuple):
        return " | ".join(map(_shown, finding))
    words = getattr(finding, "words", None)
    if words is None:
        return str(finding)
    covers = getattr(finding, "covers", None)
    about = f" > {getattr(covers, 'text', covers)}" if covers else ""
    return f"{getattr(words, 'text', words)} ({getattr(finding, 'kind', '')}){about}"
