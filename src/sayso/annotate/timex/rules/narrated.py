"""Times counted from what is being told, not from the report's day: "the previous day", "two days earlier"."""

from __future__ import annotations

from sayso.annotate.timex.clock import part_of
from sayso.annotate.timex.grammar import Hit, Rule
from sayso.annotate.timex.lexicon import listed
from sayso.annotate.timex.modifier import MODIFIER
from sayso.annotate.timex.quantity import quantity
from sayso.annotate.timex.reading import GUESSED, LIKELY, Reading, dated, unanchored, vague
from sayso.annotate.timex.rules.durations import value_of
from sayso.annotate.timex.rules.relative import turned
from sayso.annotate.timex.scene import Scene, Told
from sayso.annotate.timex.stretch import Stretch, day
from sayso.record.when import Granularity, TimexType

_AS_FINE = {
    "D": {Granularity.DAY, Granularity.DAY_PART, Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND},
    "W": {Granularity.WEEK, Granularity.WEEKEND},
    "M": {Granularity.MONTH},
    "Y": {Granularity.QUARTER, Granularity.HALF, Granularity.SEASON, Granularity.YEAR},
}
_FINER = {"D": "D", "W": "DW", "2W": "DW", "M": "DWM"}


def _fine_enough(stretch: Stretch, unit: str) -> bool:
    """Whether a stretch says where to count units of this size from; "3 to 5 May" has no one day."""
    if unit == "D" and stretch.first != stretch.last:
        return False
    return any(stretch.granularity in _AS_FINE[size] for size in _FINER.get(unit, "DWMY"))


def _from_told(hit: Hit, scene: Scene, unit: str, by: int) -> Reading | None:
    """So many units from the time that is being told.

    Without one, what lies back is counted from the report's day, less surely; what comes after is not known.
    """
    told = scene.narrated(hit.start, lambda stretch: _fine_enough(stretch, unit))
    if told is not None:
        return _counted(turned(told.stretch.first, unit, by), told)
    if scene.anchor.day is None or by >= 0:
        return unanchored()
    found = turned(scene.anchor.day, unit, by)
    return dated(found, anchor=scene.anchor.basis, confidence=GUESSED) if found else None


def _counted(found: Stretch | None, told: Told) -> Reading | None:
    if found is None:
        return None
    return Reading(TimexType.DATE, found, anchor="narrative", confidence=LIKELY, counted_from=told.index)


def neighbour(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the previous day", "the following year", "the same month"."""
    unit = str(hit.value("unit"))
    if hit.after() in ("of", "as", "that", "when"):
        return None
    by = {"previous": -1, "preceding": -1, "prior": -1, "following": 1, "ensuing": 1, "next": 1}.get(
        hit.word("direction"), 0
    )
    return _from_told(hit, scene, unit, by)


def day_beside(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the day before", "a year after", unless a noun follows that it is counted from."""
    if hit.after() not in listed("after_the_day_before") or hit.after() in ("that", "which"):
        return None
    many = quantity(hit, "quantity")
    if many is not None and (many.number is None or many.scaled):
        return None
    number = int(many.number or 1) if many else 1
    return _from_told(hit, scene, str(hit.value("unit")), number if hit.word("way") == "after" else -number)


def earlier(hit: Hit, scene: Scene) -> Reading | None:
    """As in "two days earlier", "a week later"; "several years later" has no value."""
    many, unit = quantity(hit, "quantity"), str(hit.value("unit"))
    if many is not None and hit.after() == "than":
        return Reading(TimexType.DURATION, value=value_of(many, unit))
    sign = 1 if hit.word("way") == "later" else -1
    if many is None or many.number is None or many.scaled or many.number != int(many.number) or unit.startswith("T"):
        return (
            vague("PAST_REF" if sign < 0 else "FUTURE_REF")
            if scene.anchor.day is None
            else Reading(TimexType.DATE, confidence=LIKELY)
        )
    return _from_told(hit, scene, unit, sign * int(many.number))


def part_then(hit: Hit, scene: Scene) -> Reading | None:
    """As in "that night", "the next morning", "the same evening"."""
    told = scene.narrated(hit.start, lambda stretch: _fine_enough(stretch, "D"))
    by = {"previous": -1, "following": 1, "next": 1}.get(hit.word("direction"), 0)
    if told is None:
        return unanchored(TimexType.TIME)
    found = turned(told.stretch.first, "D", by)
    if found is None:
        return None
    stretch = part_of(found.first, str(hit.value("part")))
    return Reading(TimexType.TIME, stretch, anchor="narrative", confidence=LIKELY, counted_from=told.index)


def then(hit: Hit, scene: Scene) -> Reading | None:
    """As in "since then", "by then": the time that was last told."""
    if hit.before() not in ("since", "until", "till", "by", "back") or hit.after() in ("-", "–", "‑"):
        return None
    told = scene.narrated(hit.start, lambda stretch: stretch.last != scene.anchor.day)
    if told is None:
        return vague("PAST_REF") if hit.before() == "since" else unanchored()
    return Reading(TimexType.DATE, told.stretch, anchor="narrative", confidence=GUESSED, counted_from=told.index)


def that_stretch(hit: Hit, scene: Scene) -> Reading | None:
    """As in "that day", "that year": the one last told; None without one."""
    unit = str(hit.value("unit"))
    told = scene.narrated(hit.start, lambda stretch: _fine_enough(stretch, unit))
    if told is None:
        return unanchored()
    found = day(told.stretch.first) if unit == "D" else turned(told.stretch.first, unit, 0)
    return _counted(found, told)


def later_that(hit: Hit, scene: Scene) -> Reading | None:
    """As in "later that day", "earlier the same month"."""
    reading = that_stretch(hit, scene)
    return reading and Reading(
        reading.type,
        reading.stretch,
        mod="END" if hit.word("way") == "later" else "START",
        anchor=reading.anchor,
        confidence=LIKELY,
        counted_from=reading.counted_from,
    )


_UNIT = "(?P<unit>[DAY_UNIT WEEK_UNIT MONTH_UNIT YEAR_UNIT])"
_UNITS = "(?P<unit>A_UNIT|MANY_UNITS)"

RULES = (
    Rule("narrated:next", f"THE (?P<direction>[PREVIOUS FOLLOWING NEXT SAME]) {_UNIT}", neighbour),
    Rule("narrated:that", f"THAT SAME? {_UNIT}", that_stretch),
    Rule("narrated:that", f"(?P<way>[LATER EARLIER]) (?:THAT|THE) SAME? {_UNIT}", later_that),
    Rule("narrated:beside", f"THE {_UNIT} (?P<way>[BEFORE AFTER])", day_beside),
    Rule("narrated:earlier", f"{MODIFIER} (?P<quantity>A_QUANTITY) {_UNITS} (?P<way>[EARLIER LATER])", earlier),
    Rule("narrated:earlier", f"(?P<quantity>A_QUANTITY) {_UNITS} (?P<way>[BEFORE])", day_beside),
    Rule("narrated:part", "THE (?P<direction>[PREVIOUS FOLLOWING NEXT SAME]) (?P<part>PART)", part_then),
    Rule("narrated:part", "THAT (?P<direction>SAME)? (?P<part>PART)", part_then),
    Rule("narrated:then", "THEN", then),
)
