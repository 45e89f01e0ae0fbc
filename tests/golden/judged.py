"""How many of the attributions that a person found does sayso find, and is what it finds there?

A statement answers a gold attribution if their cues share a word (or one of them is the layout's: a colon, a dash, no
word at all), their sources share a word or both say there is none, and at least half of the words of both contents
together are shared. Marks are no words. Each answers at most one. A statement whose cue is that of an optional
attribution is not counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from golden.gold import Gold, Located, locate
from sayso.evaluate.assignment import assign
from sayso.evaluate.counts import Counts, matched
from sayso.evaluate.stretches import inside, jaccard, tokens_of
from sayso.record.record import Record
from sayso.record.statement import Statement
from sayso.spans import Span

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Side:
    """An attribution as word numbers; `wordless` if its cue is a mark or nothing."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    wordless: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one case: the counts, what was missed and what is not there."""

    counts: Counts
    missed: tuple[Located, ...]
    wrong: tuple[Statement, ...]


def judge(gold: Gold, record: Record) -> Verdict:
    """Compare the statements of a record with its gold."""
    text = record.report.text
    tokens = words_of(text)
    wanted = [locate(attribution, text) for attribution in gold.attributions]
    sides = [_gold_side(located, text, tokens) for located in wanted]
    found = [_found_side(statement, tokens) for statement in record.statements]
    pairs = assign(_worths(sides, found))
    answered = {column for _, column in pairs}
    excused = _excused(gold, record, tokens) - answered
    wrong = [number for number in range(len(found)) if number not in answered | excused]
    met = {row for row, _ in pairs}
    return Verdict(
        matched(len(pairs), len(pairs) + len(wrong), len(sides)),
        tuple(located for row, located in enumerate(wanted) if row not in met),
        tuple(record.statements[number] for number in wrong),
    )


def words_of(text: str) -> list[Span]:
    """The words of a text, in order, without its marks."""
    return [token for token in tokens_of(text) if token.of(text)[0].isalnum()]


def _worths(sides: Sequence[Side], found: Sequence[Side]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    worths = np.zeros((len(sides), len(found)))
    for row, gold in enumerate(sides):
        for column, other in enumerate(found):
            if _answers(gold, other):
                worths[row, column] = 1 + jaccard(gold.content, other.content) + jaccard(gold.cue, other.cue)
    return worths


def _answers(gold: Side, found: Side) -> bool:
    cue = bool(gold.cue & found.cue) or gold.wordless or (found.wordless and not found.cue)
    source = bool(gold.source & found.source) or not (gold.source or found.source)
    return cue and source and jaccard(gold.content, found.content) >= _HALF


def _gold_side(located: Located, text: str, tokens: Sequence[Span]) -> Side:
    source = [located.source] if located.source else []
    wordless = not any(map(str.isalpha, located.cue.of(text)))
    return Side(inside(tokens, source), inside(tokens, [located.cue]), inside(tokens, located.content), wordless)


def _found_side(statement: Statement, tokens: Sequence[Span]) -> Side:
    source = [statement.source.words] if statement.source else []
    wordless = not any(map(str.isalpha, "".join(words.text for words in statement.cue)))
    return Side(inside(tokens, source), inside(tokens, statement.cue), inside(tokens, statement.content), wordless)


def _excused(gold: Gold, record: Record, words: Sequence[Span]) -> set[int]:
    """Numbers of the statements that answer an optional attribution: by its cue; if that is a mark, by its content."""
    text = record.report.text
    optional = [_gold_side(locate(attribution, text), text, words) for attribution in gold.optional]
    found = [_found_side(statement, words) for statement in record.statements]
    return {
        number
        for number, side in enumerate(found)
        if any(side.cue & other.cue or (other.wordless and _answers(other, side)) for other in optional)
    }
