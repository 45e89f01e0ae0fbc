"""Signs that the reporter keeps a distance from what is reported."""

from __future__ import annotations

import re
from functools import cache

from sayso.ontology.codebook import CueVerb
from sayso.record.annotation import Attribution
from sayso.record.report import Report
from sayso.record.statement import Distance
from sayso.spans import Span

_WINDOW = 200
"""Characters after the last part of an attribution in which "without evidence" is looked for."""


@cache
def _no_evidence() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:without (?:any )?(?:(?:providing|offering|giving|citing|presenting|producing) )?(?:any )?"
        r"(?:evidence|proof|details)|falsely|baselessly|so-called|supposedly|allegedly|purportedly)\b"
    )


def distance_of(report: Report, attribution: Attribution, verb: CueVerb | None) -> tuple[Distance, ...]:
    """The distancing verb itself, then the words around cue and content that do the same."""
    found = []
    if verb and verb.distance:
        found.append(Distance(words=report.words(attribution.cue[0]), kind="verb"))
    for span in _signs(report, attribution):
        kind = "no_evidence" if report.text[span.start : span.end].startswith("without") else "word"
        found.append(Distance(words=report.words(span), kind=kind))
    return tuple(found)


def _signs(report: Report, attribution: Attribution) -> list[Span]:
    """Where such words stand: in the cue, or between it and the end of its sentence."""
    if not attribution.cue:
        return []
    start = attribution.cue[0].start
    line = report.text.find("\n", start)
    end = min(max([attribution.cue[-1].end, *(span.end for span in attribution.content)]) + _WINDOW, len(report.text))
    end = min(end, line) if line >= 0 else end
    stop = report.text.find(". ", max([attribution.cue[-1].end, *(s.end for s in attribution.content)]), end)
    matches = _no_evidence().finditer(report.text, start, stop if stop > 0 else end)
    return [Span(*match.span()) for match in matches if not _quoted(attribution, match.start())]


def _quoted(attribution: Attribution, at: int) -> bool:
    return any(span.start <= at < span.end for span in attribution.content)
