"""Attributions inside quotations: who quoted speakers say said what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

import msgspec

from sayso.annotate.found import Found
from sayso.annotate.passage import Passage
from sayso.annotate.rules import attributions_in
from sayso.ontology.codebook import cue_book
from sayso.record.annotation import Attribution, Sentence

_SHORTEST = 4
"""Fewer tokens in marks hold no attribution."""
_FAMILIES = frozenset({"clause", "that", "infinitive", "asked", "colon", "object"})


def insides_of(passage: Passage) -> Passage:
    """Nothing but what stands in quotation marks, as if it stood in none: each sentence, or part of one, by itself."""
    sentences: list[Sentence] = []
    numbers: list[int] = []
    for first, last in _insides(passage):
        end = _sentence_end(passage, sentences, first, last, len(numbers))
        numbers.extend(range(first, end))
    return Passage(
        report=passage.report,
        tokens=[passage.tokens[at] for at in numbers],
        low=[passage.low[at] for at in numbers],
        shape="".join(passage.shape[at] for at in numbers),
        sentences=sentences,
        sentence=[number for number, one in enumerate(sentences) for _ in range(*one.tokens)],
        quotes=(),
        quoted=[-1] * len(numbers),
    )


def inner_in(insides: Passage) -> list[Found]:
    """Attributions in what `insides_of` gave: of verbs that tell of words, and that have something told."""
    found = attributions_in(insides)
    return [one for one in found if one.content and _tells(insides, one)]


def claimed(found: Iterable[Attribution], inner: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Without those of `inner` in words that are nobody's: a quotation has a speaker before it has a teller."""
    found, cues = tuple(found), {one.cue for one in inner}
    said = sorted((piece.start, piece.end) for one in found if one.cue not in cues for piece in one.content)
    starts, reach = [start for start, _ in said], list(accumulate((end for _, end in said), max))

    def is_said(one: Attribution) -> bool:
        before = bisect_right(starts, one.cue[0].start)
        return before > 0 and reach[before - 1] >= one.cue[0].end

    return tuple(one for one in found if one.cue not in cues or is_said(one))


def _tells(insides: Passage, one: Found) -> bool:
    """Whether it tells of words: with a thing for its object, only for verbs of what can be promised or denied."""
    family, lists = one.rule.partition(".")[0], cue_book().lists
    if family == "object" and one.lemma not in lists["nested.of_things"]:
        words = (insides.low[at] for first, last in one.content for at in range(first, last))
        return one.lemma in lists["nested.to_somebody"] and not lists["nested.openers"].isdisjoint(words)
    return family in _FAMILIES and one.lemma in lists["nested.verbs"]


def _insides(passage: Passage) -> Iterator[tuple[int, int]]:
    """The tokens between the marks of each quotation that is long enough."""
    for quote in passage.quotes:
        first, last = quote.first + quote.opened, quote.last - quote.closed
        if last - first >= _SHORTEST:
            yield first, last


def _sentence_end(passage: Passage, sentences: list[Sentence], first: int, last: int, start: int) -> int:
    """Adds the sentences from `first` to `last`, numbered from `start` on; gives where they end."""
    at = first
    while at < last:
        end = min(passage.last_of(at), last)
        whole = passage.sentences[passage.sentence[at]]
        tokens = (start + at - first, start + end - first)
        span = passage.span(at, end)
        sentences.append(msgspec.structs.replace(whole, start=span.start, end=span.end, tokens=tokens))
        at = end
    return last
