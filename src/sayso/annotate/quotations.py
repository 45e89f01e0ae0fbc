"""Stretches inside quotation marks: balanced or not, nested, over several paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.annotate.single_marks import singles_in
from sayso.record.annotation import Quotation, Sentence, Token
from sayso.record.report import Report
from sayso.spans import Span, trimmed

_OPEN = frozenset({"\u201c", "\u201e", "\u00ab", "``"})
_CLOSE = frozenset({"\u201d", "\u00bb"})
_EITHER = frozenset({'"', "''"})

_SAID = frozenset({"said", "says", "told", "added", "asked", "wrote"})
_SPEAKERS = frozenset({"he", "she", "they", "the"})

MARKS = _OPEN | _CLOSE | _EITHER


@dataclass(frozen=True, slots=True)
class _Pair:
    """A quotation in tokens: `start` and `end` bound the inside, half-open."""

    start: int
    end: int
    opened: bool
    closed: bool
    depth: int = 0


def quotations_of(
    report: Report, tokens: Sequence[Token], firsts: Sequence[int], sentences: Sequence[Sentence]
) -> list[Quotation]:
    """All quotations in text order; `firsts` as `tokens_of` gives it."""
    found: list[Quotation] = []
    pending: int | None = None
    begins = [sentence.tokens[0] for sentence in sentences]
    for block in range(len(firsts) - 1):
        first, last = firsts[block], firsts[block + 1]
        goes_on = block + 2 < len(firsts) and _opens_with_mark(tokens, last, firsts[block + 2])
        pairs = _in_block(report.text, tokens, first, last, begins, goes_on)
        joined = pending if pairs and pairs[0].opened and pairs[0].start == first + 1 else None
        pending = None
        for pair in pairs:
            span = _inside(report.text, tokens, pair)
            if span is None:
                continue
            if goes_on and not pair.closed and pair.depth == 0 and pair.end == last:
                pending = len(found)
            found.append(_quotation(span, pair, joined))
            joined = None
    return found


def _quotation(span: Span, pair: _Pair, continues: int | None) -> Quotation:
    return Quotation(
        span.start, span.end, opened=pair.opened, closed=pair.closed, depth=pair.depth, continues=continues
    )


def _opens_with_mark(tokens: Sequence[Token], first: int, last: int) -> bool:
    return first < last and tokens[first].text in _OPEN | _EITHER


def _inside(text: str, tokens: Sequence[Token], pair: _Pair) -> Span | None:
    """The characters between the marks, white space at the ends left out; None if there are none."""
    if pair.start >= pair.end:
        return None
    return trimmed(Span(tokens[pair.start].start, tokens[pair.end - 1].end), text)


def _in_block(
    text: str, tokens: Sequence[Token], first: int, last: int, begins: Sequence[int], goes_on: bool
) -> list[_Pair]:
    doubles = _doubles(text, tokens, first, last, begins, goes_on)
    singles = [_Pair(start, end, True, True) for start, end in singles_in(text, tokens, first, last)]
    return _merged(doubles, singles)


def _doubles(
    text: str, tokens: Sequence[Token], first: int, last: int, begins: Sequence[int], goes_on: bool
) -> list[_Pair]:
    """Quotations in double marks; a second opening mark inside one ends it, unclosed, at its own sentence's end."""
    found: list[_Pair] = []
    opened_at: int | None = None
    ended = first
    for at in range(first, last):
        mark = tokens[at].text
        if mark not in MARKS:
            continue
        if opened_at is not None and _closes(text, tokens, at, first, last):
            found.append(_Pair(opened_at, at, True, True))
            opened_at, ended = None, at + 1
        elif _opens(text, tokens, at, first, last):
            if opened_at is not None and opened_at < at:
                end = min(at, _sentence_end(begins, opened_at, last))
                found.append(_Pair(opened_at, _spoken_end(tokens, opened_at, end), True, False))
            opened_at = at + 1
        elif opened_at is None:
            start = max(ended, begins[bisect_right(begins, at) - 1])
            found.append(_Pair(start, at, False, True))
            ended = at + 1
    if opened_at is not None:
        whole = goes_on or opened_at == first + 1
        end = last if whole else _sentence_end(begins, opened_at, last)
        found.append(_Pair(opened_at, _spoken_end(tokens, opened_at, end), True, False))
    return found


def _sentence_end(begins: Sequence[int], at: int, last: int) -> int:
    after = bisect_right(begins, at)
    return min(begins[after], last) if after < len(begins) else last


def _spoken_end(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where a quotation without its closing mark ends at the latest: after the comma before "said" or "he said"."""
    for at in range(start, end - 1):
        after = [token.text for token in tokens[at + 1 : min(at + 5, end)]] if tokens[at].text == "," else []
        if not _SAID.isdisjoint(after) and (after[0] in _SAID or after[0][0].isupper() or after[0] in _SPEAKERS):
            return at + 1
    return end


def _opens(text: str, tokens: Sequence[Token], at: int, first: int, last: int) -> bool:
    if tokens[at].text in _OPEN:
        return True
    if tokens[at].text in _CLOSE or at + 1 >= last:
        return False
    before = text[tokens[at].start - 1] if at > first else " "
    return before.isspace() or before in "([\u2014\u2013-\u2018'" or tokens[at + 1].start == tokens[at].end


def _closes(text: str, tokens: Sequence[Token], at: int, first: int, last: int) -> bool:
    if tokens[at].text in _CLOSE:
        return True
    if tokens[at].text in _OPEN:
        return False
    before = text[tokens[at].start - 1] if at > first else " "
    after = text[tokens[at].end] if at + 1 < last else " "
    return not (before.isspace() and not after.isspace() and after not in ".,;:!?)")


def _merged(doubles: list[_Pair], singles: list[_Pair]) -> list[_Pair]:
    """Both in order; singles inside doubles are one deeper, and the other way round; what crosses is dropped."""
    found = list(doubles)
    starts = [pair.start for pair in doubles]
    for single in singles:
        before = bisect_right(starts, single.start) - 1
        around = before >= 0 and doubles[before].end >= single.end
        crosses = not around and (
            (before >= 0 and doubles[before].end > single.start)
            or (before + 1 < len(doubles) and doubles[before + 1].start < single.end)
        )
        if not crosses:
            found.append(replace(single, depth=1 if around else 0))
    return sorted(found, key=lambda pair: (pair.start, -pair.end))
