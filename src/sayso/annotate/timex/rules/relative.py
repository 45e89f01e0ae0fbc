"""Days, weeks and months counted from the report's day: "yesterday", "last week", "three days ago", "overnight"."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.annotate.timex.ahead import Tense
from sayso.annotate.timex.clock import part_of
from sayso.annotate.timex.grammar import Hit, Rule
from sayso.annotate.timex.lexicon import listed
from sayso.annotate.timex.modifier import MODIFIER, mod_of
from sayso.annotate.timex.quantity import Quantity, quantity
from sayso.annotate.timex.reading import LIKELY, Reading, dated, unanchored, vague
from sayso.annotate.timex.scene import Scene
from sayso.annotate.timex.stretch import FIRST_YEAR, LAST_YEAR, Stretch, add_months, day, month, moved, week, whole_year
from sayso.record.when import TimexType

_TURNS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}


def named_day(hit: Hit, scene: Scene) -> Reading | None:
    """As in "yesterday"."""
    anchor, by = scene.anchor.day, hit.number("day")
    if by is None or hit.before() == "usa":
        return None
    return dated(day(anchor + timedelta(by)), anchor=scene.anchor.basis) if anchor else unanchored()


def two_days_off(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the day before yesterday", "the day after tomorrow"."""
    anchor, by = scene.anchor.day, hit.number("day")
    if anchor is None:
        return unanchored()
    if (by, hit.has("before")) not in ((-1, True), (1, False)):
        return None
    return dated(day(anchor + timedelta(2 * (by or 0))), anchor=scene.anchor.basis)


def part_of_today(hit: Hit, scene: Scene) -> Reading | None:
    """As in "this morning", "last night", "tonight"; "this day" is the day itself."""
    anchor = scene.anchor.day
    part = "NI" if hit.word("direction") == "tonight" else str(hit.value("part"))
    if anchor is None:
        return unanchored(TimexType.TIME)
    by = {"last": -1, "next": 1}.get(hit.word("direction"), 0)
    at = anchor + timedelta(by)
    return Reading(TimexType.TIME, part_of(at, part), anchor=scene.anchor.basis)


def overnight(hit: Hit, scene: Scene) -> Reading | None:
    """The night before the report's day, or the one that begins on it where the words look ahead."""
    anchor = scene.anchor.day
    if hit.has("flight") or hit.after() in listed("overnight_goods"):
        return None
    if anchor is None:
        return unanchored(TimexType.TIME)
    at = anchor if scene.tense(hit) is Tense.FUTURE else anchor - timedelta(1)
    return Reading(TimexType.TIME, part_of(at, "NI"), anchor=scene.anchor.basis, confidence=LIKELY)


def relative_unit(hit: Hit, scene: Scene) -> Reading | None:
    """As in "last week", "this month", "next year" and the like."""
    anchor = scene.anchor.day
    if anchor is None:
        return unanchored()
    turn = _TURNS[hit.word("direction")]
    if hit.has("past"):
        turn -= _just_begun(anchor, str(hit.value("unit")))
    found = turned(anchor, str(hit.value("unit")), turn)
    return dated(found, anchor=scene.anchor.basis, confidence=LIKELY) if found else None


def _just_begun(anchor: date, unit: str) -> bool:
    """Whether "this past week" must be the one before: this one has not half gone by."""
    return {"W": anchor.isoweekday() <= 3, "M": anchor.day <= 15, "Y": anchor.month <= 6}.get(unit, False)


def turned(at: date, unit: str, by: int) -> Stretch | None:
    """The day, week, month, year or decade `by` such units from the one `at` lies in; None beyond the calendar."""
    if unit == "D":
        found = moved(at, days=by)
        return day(found) if found else None
    if unit in ("W", "2W"):
        found = moved(at, days=7 * by * (2 if unit == "2W" else 1))
        return week(found) if found else None
    if unit == "M":
        year, number = add_months(at.year, at.month, by)
        return month(year, number) if FIRST_YEAR <= year <= LAST_YEAR else None
    years = {"Y": 1, "10Y": 10, "100Y": 100, "1000Y": 1000}.get(unit)
    if years is None or not FIRST_YEAR <= at.year + by * years <= LAST_YEAR:
        return None
    return whole_year(at.year + by * years)


def ago(hit: Hit, scene: Scene) -> Reading | None:
    """So many units before the report's day, as fine as the unit: "two years ago" is a year."""
    many, unit = quantity(hit, "quantity"), str(hit.value("unit"))
    if many is None or many.number is None or many.scaled:
        return vague("PAST_REF")
    if unit.startswith("T"):
        many, unit = _in_days(many, unit), "D"
        if many is None:
            return vague("PAST_REF")
    mod = mod_of(tuple(hit.lexed.words[at] for at in hit.tokens("mod")))
    return counted(scene, many, unit, -1, mod=POINT_MODS.get(mod or "", mod))


POINT_MODS = {
    "MORE_THAN": "BEFORE",
    "LESS_THAN": "AFTER",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}
"""More than a year ago is before the day a year ago."""


def _in_days(many: Quantity, unit: str) -> Quantity | None:
    """Whole days of 24 hours; None for other times, which take an hour to count from."""
    days, rest = divmod(many.number or 0, 24)
    return Quantity(days) if unit == "TH" and days and not rest else None


def counted(scene: Scene, many: Quantity, unit: str, sign: int, *, mod: str | None) -> Reading:
    """The stretch that lies so many units before or after the report's day."""
    anchor = scene.anchor.day
    if anchor is None:
        return unanchored()
    number = many.number or 0
    if number != int(number):
        number, unit = _smaller(number, unit)
    found = turned(anchor, unit, sign * int(number)) if abs(number) < 10**6 else None
    if found is None:
        return vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    return dated(found, anchor=scene.anchor.basis, mod=mod, confidence=LIKELY)


def _smaller(number: float, unit: str) -> tuple[float, str]:
    """A half in whole units of the next size down: a year and a half is 18 months."""
    factor, smaller = {"Y": (12, "M"), "10Y": (10, "Y"), "100Y": (100, "Y"), "M": (30, "D"), "W": (7, "D")}.get(
        unit, (1, unit)
    )
    return round(number * factor), smaller


def years_ago_this(hit: Hit, scene: Scene) -> Reading | None:
    """As in "eight years ago this month"."""
    many, anchor = quantity(hit, "quantity"), scene.anchor.day
    if many is None or many.number is None or many.number > 1000 or hit.value("years") != "Y":
        return None
    then = moved(anchor, years=-int(many.number)) if anchor else None
    found = turned(then, str(hit.value("unit")), _TURNS[hit.word("direction")]) if then else None
    return dated(found, anchor=scene.anchor.basis) if found else unanchored()


def years_ago(hit: Hit, scene: Scene) -> Reading | None:
    """As in "years ago", "long ago"."""
    return vague("PAST_REF")


def from_now(hit: Hit, scene: Scene) -> Reading | None:
    """As in "30 years from now"."""
    many, unit = quantity(hit, "quantity"), str(hit.value("unit"))
    if many is None or many.number is None or unit.startswith("T"):
        return vague("FUTURE_REF")
    return counted(scene, many, unit, 1, mod=None)


_ANY_UNIT = "(?P<unit>A_UNIT|MANY_UNITS)"

RULES = (
    Rule("day", "(?P<day>DAY_WORD)", named_day),
    Rule("day:two-off", "THE? DAY_UNIT (?:(?P<before>BEFORE)|AFTER) (?P<day>DAY_WORD)", two_days_off),
    Rule("part", "(?P<direction>[THIS LAST]) (?P<part>PART)", part_of_today),
    Rule("part", "(?P<direction>TONIGHT)", part_of_today),
    Rule("overnight", "OVERNIGHT (?P<flight>HYPHEN)?", overnight),
    Rule("unit", "(?P<direction>[LAST THIS NEXT]) (?P<unit>[WEEK_UNIT MONTH_UNIT YEAR_UNIT])", relative_unit),
    Rule("unit", "(?P<direction>THIS) (?P<unit>DAY_UNIT)", relative_unit),
    Rule("unit", "(?P<direction>THIS) (?P<past>PAST) (?P<unit>[WEEK_UNIT MONTH_UNIT YEAR_UNIT])", relative_unit),
    Rule("unit", "THE? (?P<direction>[CURRENT COMING]) (?P<unit>[WEEK_UNIT MONTH_UNIT YEAR_UNIT])", relative_unit),
    Rule("ago", f"{MODIFIER} (?P<quantity>A_QUANTITY) {_ANY_UNIT} [AGO BACK]", ago),
    Rule(
        "ago:this",
        "(?P<quantity>A_QUANTITY) (?P<years>YEAR_UNIT|UNITS) AGO"
        " (?P<direction>[THIS LAST NEXT]) (?P<unit>[WEEK_UNIT MONTH_UNIT])",
        years_ago_this,
    ),
    Rule("ago", "LONG? (?P<unit>MANY_UNITS) AGO", years_ago),
    Rule("ago", "LONG AGO", years_ago),
    Rule("from-now", f"(?P<quantity>A_QUANTITY) {_ANY_UNIT} FROM (?:DAY_WORD|VAGUE)", from_now),
)
