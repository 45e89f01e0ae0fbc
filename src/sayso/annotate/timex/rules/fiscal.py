"""Fiscal years: "fiscal 2021", "the fiscal year to March".

When one begins is the country's affair; without a month to go by, the interval is not known.
"""

from __future__ import annotations

from datetime import date, timedelta

from sayso.annotate.timex.ahead import Tense
from sayso.annotate.timex.grammar import Hit, Rule
from sayso.annotate.timex.reading import LIKELY, Reading, dated, unanchored, vague
from sayso.annotate.timex.scene import Scene
from sayso.annotate.timex.stretch import add_months, days, month, valid_day
from sayso.record.when import TimexType

_CODES = {"school": "SY", "academic": "AY"}


def numbered(hit: Hit, scene: Scene) -> Reading | None:
    """As in "fiscal 2021", "the 2020-21 fiscal year": named for the year it ends in."""
    first, second = hit.number("year"), hit.number("second")
    if first is None:
        return None
    first = 2000 + first if first < 100 else first
    code = _CODES.get(hit.word("fiscal"))
    if second is not None:
        if (second if second < 100 else second % 100) != (first + 1) % 100:
            return None
        first = first if code else first + 1
    return Reading(TimexType.DATE, value=f"{code or 'FY'}{first}", confidence=LIKELY)


def up_to_month(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the fiscal year to March": the twelve months that end with it."""
    anchor, number = scene.anchor.day, hit.number("month")
    if number is None or anchor is None:
        return unanchored()
    given = hit.number("year")
    if given is None:
        last = _last_end(anchor, number, ahead=scene.tense(hit) is Tense.FUTURE)
    else:
        last = month(given, number).last
    day_number = hit.number("day")
    if day_number is not None:
        last = valid_day(last.year, last.month, day_number) or last
    first = month(*add_months(last.year, last.month, -12)).last + timedelta(1)
    if day_number is not None and last != month(last.year, last.month).last:
        first = (valid_day(last.year - 1, last.month, last.day) or last) + timedelta(1)
    return dated(days(first, last), anchor=None if given else scene.anchor.basis, confidence=LIKELY)


def _last_end(anchor: date, number: int, *, ahead: bool) -> date:
    ends = [month(anchor.year + by, number).last for by in (-1, 0, 1)]
    if ahead:
        return next(end for end in ends if end >= anchor)
    return [end for end in ends if end < anchor or (end.year, end.month) == (anchor.year, anchor.month)][-1]


_DIRECTIONS = {
    "last": "PAST_REF",
    "past": "PAST_REF",
    "previous": "PAST_REF",
    "this": "PRESENT_REF",
    "current": "PRESENT_REF",
}


def directed(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the current fiscal year"."""
    return vague(_DIRECTIONS.get(hit.word("direction"), "FUTURE_REF"))


RULES = (
    Rule("fiscal", "THE? (?P<fiscal>[FISCAL FY]) YEAR_UNIT? (?P<year>YEAR_NUMBER)", numbered),
    Rule(
        "fiscal",
        "THE? (?P<year>YEAR_NUMBER) [HYPHEN SLASH] (?P<second>A_FIGURE) (?P<fiscal>FISCAL) YEAR_UNIT",
        numbered,
    ),
    Rule("fiscal", "FY (?P<year>[DAY_NUMBER INTEGER])", numbered),
    Rule("fiscal", "(?P<fiscal>FY) (?P<year>YEAR_NUMBER) [HYPHEN SLASH] (?P<second>[DAY_NUMBER INTEGER])", numbered),
    Rule("fiscal", "THE? (?P<year>YEAR_NUMBER) (?P<fiscal>FISCAL) YEAR_UNIT", numbered),
    Rule(
        "fiscal:to",
        "THE? FISCAL? YEAR_UNIT [TO ENDED] (?:IN)? (?P<month>A_MONTH) (?P<day>A_DAY)? MAYBE_YEAR",
        up_to_month,
    ),
    Rule(
        "fiscal:directed",
        "THE? (?P<direction>[LAST PAST PREVIOUS THIS CURRENT NEXT COMING]) FISCAL YEAR_UNIT",
        directed,
    ),
)
