"""Attributions of the tagger and of the rules, brought together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from sayso.record.annotation import Attribution
from sayso.spans import Span

_KEPT = ("rule:quote-before", "rule:headline", "rule:speaker-colon", "rule:transcript", "rule:silence")
"""Rules that stand beside a tagger: what layout and quotation marks show is seen over more text than a tagger reads."""


def merged(tagged: Sequence[Attribution], ruled: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """What the tagger found, and what only those rules found that it does not replace; in order of the cues."""
    taken = sorted((span for one in tagged for span in one.cue), key=lambda span: span.start)
    added = [one for one in ruled if one.method.startswith(_KEPT) and not _touch(one.cue, taken)]
    return tuple(sorted(chain(tagged, added), key=_place))


def _place(one: Attribution) -> tuple[int, int]:
    first = (*one.cue, *one.content)[0]
    return first.start, first.end


def _touch(cue: Sequence[Span], taken: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for span in cue for other in taken)
