"""Attributions that run from a headline into the text, or back."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.record.annotation import Attribution
from sayso.spans import Span, trimmed


def clipped(one: Attribution, headlines: Sequence[Span], text: str) -> Attribution:
    """The attribution with nothing of the text if its cue stands in a headline, with nothing of a headline if not."""
    if not one.cue:
        return one
    own = next((span for span in headlines if span.covers(one.cue[0])), None)
    pieces = (_clip(piece, own, headlines, text) for piece in one.content)
    source = _clip(one.source, own, headlines, text) if one.source else None
    return msgspec.structs.replace(one, source=source, content=tuple(piece for piece in pieces if piece))


def _clip(span: Span, own: Span | None, headlines: Sequence[Span], text: str) -> Span | None:
    """What of the span lies in its own headline, or in none; None if nothing does."""
    if own is not None:
        start, end = max(span.start, own.start), min(span.end, own.end)
    else:
        start, end = span.start, span.end
        for headline in headlines:
            start = max(start, headline.end) if headline.overlaps(span) else start
    return trimmed(Span(start, end), text) if start < end else None
