"""How often the type and the trigger of an event are right, by how likely the tagger takes its words for it."""

from __future__ import annotations

import math
from collections.abc import Iterable

from sayso.record.annotation import Word

_WEIGHT, _BIAS = 1.86, -0.52
"""Of a logistic curve, fitted by `recipe.event_confidence` to reports of the benchmark that no frame was made on."""
_UNTOLD = 0.72
"""Where no tagger tells of events: how often they are right in the same reports."""


def confidence(words: Iterable[Word], kind: str) -> float:
    """Between 0 and 1, for an event of that type whose triggers and mentions are these words."""
    likely = share(words, kind)
    return _UNTOLD if likely is None else round(1 / (1 + math.exp(-_WEIGHT * likely - _BIAS)), 2)


def share(words: Iterable[Word], kind: str) -> float | None:
    """How likely the likeliest of the words tells of an event of the type; None where the tagger was not asked."""
    told = [word.event for word in words if word.event is not None]
    return max((event.get(kind, 0.0) for event in told), default=None)
