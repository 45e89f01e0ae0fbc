"""Quoted words after a colon and a title that tells whose they are: "A statement from the ministry: '…'"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from sayso.annotate.passage import Passage, QuotedTokens
from sayso.ontology.codebook import cue_book
from sayso.record.annotation import Attribution

_FARTHEST = 14
"""Tokens of such a title, at most."""
_MOST = 100
"""Such titles in a report that are looked at."""
_FROM = frozenset({"from", "by"})
_SURE = 0.6
"""Not measured: one such title stands in PolNeAR's development part."""


def with_entitled(passage: Passage, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, and one for each such quotation that nobody has yet, in order of cues."""
    titled = (one for quote in passage.quotes if (one := _entitled(passage, quote)) is not None)
    free = [new for new in islice(titled, _MOST) if not any(_has(one, new) for one in found)]
    kept = [one for one in found if not any(_is_by_title(one, new) for new in free)]
    return tuple(sorted((*kept, *free), key=lambda one: (*one.cue, *one.content)[0])) if free else tuple(found)


def _is_by_title(one: Attribution, new: Attribution) -> bool:
    """Whether an attribution takes the whole title for a speaker's name: what the title tells stands in its stead."""
    return one.source is not None and one.source.covers(new.cue[0])


def _has(one: Attribution, new: Attribution) -> bool:
    """Whether the quoted words, or some of them, are what an attribution tells that is not made within them."""
    (quoted,) = new.content
    if _is_by_title(one, new) or any(quoted.covers(cue) for cue in one.cue):
        return False
    return any(piece.overlaps(quoted) for piece in one.content)


def _entitled(passage: Passage, quote: QuotedTokens) -> Attribution | None:
    colon = quote.first - 1
    if colon < 0 or passage.low[colon] != ":" or passage.quoted[colon] >= 0:
        return None
    first = max(passage.first_of(colon), colon - _FARTHEST)
    titles = cue_book().lists["venue.document"]
    at = next(
        (at for at in range(first, colon - 2) if passage.low[at] in titles and passage.low[at + 1] in _FROM), None
    )
    if at is None:
        return None
    return Attribution(
        source=passage.span(at + 2, colon),
        cue=(passage.span(at, at + 1),),
        content=(passage.span(quote.first, quote.last),),
        method="rule:entitled@1",
        confidence=_SURE,
    )
