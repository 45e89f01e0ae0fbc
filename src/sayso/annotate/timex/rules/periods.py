"""Parts of the week, month or year that is running: "the end of the year", "later in the day"."""

from __future__ import annotations

from sayso.annotate.timex.grammar import Hit, Rule
from sayso.annotate.timex.reading import LIKELY, Reading, dated, unanchored
from sayso.annotate.timex.rules.relative import turned
from sayso.annotate.timex.scene import Scene
from sayso.annotate.timex.stretch import decade, narrowed

MODS = {
    "early": "START",
    "earlier": "START",
    "start": "START",
    "beginning": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "later": "END",
    "end": "END",
    "close": "END",
}


def running(hit: Hit, scene: Scene) -> Reading | None:
    """A part of the day, week, month, year or decade that the report stands in."""
    mod, unit, anchor = MODS[hit.word("mod")], str(hit.value("unit")), scene.anchor.day
    if anchor is None or hit.after() in ("before", "after", "-"):
        return unanchored() if anchor is None else None
    whole = decade(anchor.year // 10) if unit == "10Y" else turned(anchor, unit, 0)
    if whole is None or unit == "100Y":
        return None
    part = whole if hit.word("mod") in ("earlier", "later") else narrowed(whole, mod)
    return dated(part, anchor=scene.anchor.basis, mod=mod, confidence=LIKELY)


RULES = (
    Rule(
        "period",
        "THE? (?P<mod>[BEGINNING MIDDLE ENDING]) OF THE (?P<unit>[DAY_UNIT WEEK_UNIT MONTH_UNIT YEAR_UNIT UNIT])",
        running,
    ),
    Rule(
        "period",
        "(?P<mod>[EARLIER LATER EARLY LATE]) IN THE (?P<unit>[DAY_UNIT WEEK_UNIT MONTH_UNIT YEAR_UNIT])",
        running,
    ),
    Rule("period", "(?P<unit>[YEAR_UNIT MONTH_UNIT]) HYPHEN? (?P<mod>ENDING)", running),
)
