"""Days and months with a name or a number: "October 3, 2019", "the 30th of September", "in February"."""

from __future__ import annotations

from datetime import date

from sayso.annotate.timex.ahead import Tense
from sayso.annotate.timex.grammar import Hit, Rule
from sayso.annotate.timex.lexicon import listed
from sayso.annotate.timex.reading import LIKELY, Reading, dated, unanchored
from sayso.annotate.timex.rules.yearless import nearest_day, nearest_month
from sayso.annotate.timex.rules.years import year_of
from sayso.annotate.timex.scene import Scene
from sayso.annotate.timex.stretch import add_months, day, days, month, valid_day
from sayso.record.when import Granularity, TimexType


def _placed_day(hit: Hit, scene: Scene, month_number: int, day_number: int) -> Reading | None:
    """A day of a month in the year that is given, told of, or nearest."""
    if hit.has("year"):
        year = year_of(hit, "year", scene)
        found = valid_day(year, month_number, day_number) if year else None
        return dated(day(found)) if found else None
    if valid_day(2000, month_number, day_number) is None:
        return None
    if (year := _year_around(hit, scene)) and (found := valid_day(year, month_number, day_number)):
        return dated(day(found), confidence=LIKELY)
    anchor = scene.anchor.day
    if anchor is None:
        return unanchored(value=f"XXXX-{month_number:02}-{day_number:02}")
    found = nearest_day(hit, scene, anchor, month_number, day_number)
    return dated(day(found), anchor=scene.anchor.basis, confidence=LIKELY) if found else None


def _year_around(hit: Hit, scene: Scene) -> int | None:
    """The year of "and May 5, 2019" after "March 3", or of "In 2014," before "on March 18"."""
    if year := hit.number("later_year"):
        return year
    years = [
        told for told in scene.recent_here(hit.start) if told.leads and told.stretch.granularity is Granularity.YEAR
    ]
    if not years or scene.anchor.day is None or scene.reporting(hit.start):
        return None
    year = years[0].stretch.first.year
    return year if year < scene.anchor.day.year and scene.tense(hit) is not Tense.FUTURE else None


def month_and_day(hit: Hit, scene: Scene) -> Reading | None:
    """A month and a day of it, with or without a year."""
    month_number, day_number = hit.number("month"), hit.number("day")
    if month_number is None or day_number is None or hit.after() in ("%", "percent"):
        return None
    return _placed_day(hit, scene, month_number, day_number)


def day_of_pair(hit: Hit, scene: Scene) -> Reading | None:
    """The first of two days whose month is told with the second: "on 21 and 22 March"."""
    return month_and_day(hit, scene) if hit.before() in ("on", "for") else None


def month_and_days(hit: Hit, scene: Scene) -> Reading | None:
    """Several days of one month: "May 3-5", "November 3 to 5"."""
    first = month_and_day(hit, scene)
    last_number = hit.number("last")
    if first is None or first.stretch is None or last_number is None:
        return None
    if hit.has("conjunction") and hit.before() != "between":
        return None
    start = first.stretch.first
    last = valid_day(start.year, start.month, last_number)
    if last is None or last <= start:
        return None
    return dated(days(start, last), anchor=first.anchor, confidence=first.confidence)


def that_year(hit: Hit, scene: Scene) -> Reading | None:
    """As in "in June that same year", "on June 20 of that year": of the year that is being told."""
    told = scene.narrated(hit.start, lambda stretch: stretch.granularity is not Granularity.DECADE)
    number, day_number = hit.number("month"), hit.number("day")
    if number is None:
        return None
    if told is None:
        return unanchored(value=f"XXXX-{number:02}")
    year = told.stretch.first.year
    if day_number is None:
        return Reading(TimexType.DATE, month(year, number), anchor="narrative", counted_from=told.index)
    found = valid_day(year, number, day_number)
    return Reading(TimexType.DATE, day(found), anchor="narrative", counted_from=told.index) if found else None


def short_year(hit: Hit, scene: Scene) -> Reading | None:
    """As in "3 JAN 90": a year of two digits, as agencies once wrote it."""
    month_number, day_number, year = hit.number("month"), hit.number("day"), hit.number("short")
    at = hit.first("month")
    capitals = at is not None and hit.lexed.at(at).isupper()
    if month_number is None or day_number is None or year is None or len(hit.word("short")) != 2 or not capitals:
        return None
    full = _full_year(year, 2, scene)
    found = valid_day(full, month_number, day_number) if full else None
    return dated(day(found)) if found else unanchored()


def day_of_month(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the 14th of this month"."""
    anchor, number = scene.anchor.day, hit.number("day")
    if anchor is None or number is None:
        return unanchored()
    by = {"last": -1, "this": 0, "next": 1}[hit.word("direction")]
    found = valid_day(*add_months(anchor.year, anchor.month, by), number)
    return dated(day(found), anchor=scene.anchor.basis) if found else None


def month_of_year(hit: Hit, scene: Scene) -> Reading | None:
    """As in "August 2020", "September of last year"."""
    year, number = year_of(hit, "year", scene), hit.number("month")
    if year is None or number is None:
        return unanchored(value=f"XXXX-{number:02}")
    return dated(month(year, number), anchor=None if hit.number("year") else scene.anchor.basis)


def _is_month(hit: Hit) -> bool:
    """Whether "May", "March" or "August" is the month: never before a name, after a preposition or with a modifier."""
    at = hit.match.start("month")
    lexed = hit.lexed
    before = lexed.words[at - 1] if at else ""
    following = lexed.at(hit.end) if hit.end < len(lexed.starts) else ""
    if following[:1].isupper() and following.lower() not in ("and", "or"):
        return False
    if before in ("the", "a", "an"):
        return (
            following.isalpha()
            and following.islower()
            and following not in ("on", "for", "of", "to", "against", "in", "and")
        )
    return before in listed("before_months") or before in listed("month_modifiers")


_NAMES = frozenset((3, 4, 5, 6, 8))


def bare_month(hit: Hit, scene: Scene) -> Reading | None:
    """A month alone, where its name is not some other word."""
    number = hit.number("month")
    if number is None:
        return None
    whole_word = hit.lexed.words[hit.match.start("month")]
    if (number in _NAMES or len(whole_word) < 5) and not _is_month(hit):
        return None
    return placed_month(hit, scene, number)


def placed_month(hit: Hit, scene: Scene, number: int) -> Reading:
    """A month of the year that tense, direction and context give."""
    anchor = scene.anchor.day
    if (year := _year_around(hit, scene)) is not None:
        return dated(month(year, number), confidence=LIKELY)
    if anchor is None:
        return unanchored(value=f"XXXX-{number:02}")
    return dated(nearest_month(hit, scene, anchor, number), anchor=scene.anchor.basis, confidence=LIKELY)


def numeric(hit: Hit, scene: Scene) -> Reading | None:
    """As in "25/09/2022", "2022-09-25"; both readings where the order of day and month is not known."""
    piece = hit.word("numeric")
    mark = next(sign for sign in piece if not sign.isdigit())
    first, second, third = (int(part) for part in piece.split(mark))
    widths = [len(part) for part in piece.split(mark)]
    if widths[0] == 4:
        found = valid_day(first, second, third)
        return dated(day(found)) if found and widths[2] <= 2 else None
    if widths[0] > 2 or widths[2] == 3 or (mark != "/" and widths[2] != 4):
        return None
    year, order = _full_year(third, widths[2], scene), True if mark == "." else scene.day_first
    if year is None:
        return unanchored()
    return _either_order(valid_day(year, second, first), valid_day(year, first, second), order, hit.number("weekday"))


def _full_year(number: int, width: int, scene: Scene) -> int | None:
    """A year of two digits is of the century at most 20 years ahead of the report; None without one."""
    if width == 4:
        return number
    if scene.anchor.day is None:
        return None
    ahead = scene.anchor.day.year + 20
    return ahead - (ahead - number) % 100


def _either_order(
    day_first: date | None, month_first: date | None, order: bool | None, weekday: int | None
) -> Reading | None:
    """The reading that the weekday beside it, the calendar or the known order allows; both if they allow both."""
    both = sorted({one for one in (day_first, month_first) if one})
    fitting = [one for one in both if one.isoweekday() == weekday] or both
    if len(fitting) == 1:
        return dated(day(fitting[0]))
    if not fitting:
        return None
    if order is None:
        return Reading(TimexType.DATE, alternatives=tuple(day(one) for one in fitting), confidence=LIKELY)
    chosen = day_first if order else month_first
    return dated(day(chosen)) if chosen else None


_LATER_YEAR = "(?=[TO AND HYPHEN UNTIL DASH] A_MONTH? A_DAY COMMA? (?P<later_year>YEAR_NUMBER))"
_WEEKDAY = "(?:(?P<weekday>[WEEKDAY WEEKDAY_ABBREVIATION]) DOT? COMMA? THE?)?"

RULES = (
    # of equals the first wins: a year that follows further on is better than none
    Rule("date:month-day", f"{_WEEKDAY} (?P<month>A_MONTH) (?P<day>A_DAY) {_LATER_YEAR}", month_and_day),
    Rule("date:day-month", f"{_WEEKDAY} (?P<day>DAY_NUMBER) (?P<month>A_MONTH) {_LATER_YEAR}", month_and_day),
    Rule(
        "date:numeric",
        f"{_WEEKDAY} (?P<numeric>NUMERIC_DATE)",
        numeric,
    ),
    Rule(
        "date:month-day",
        f"{_WEEKDAY} (?P<month>A_MONTH) THE? (?P<day>A_DAY) MAYBE_YEAR",
        month_and_day,
    ),
    Rule(
        "date:month-day",
        f"{_WEEKDAY} (?P<month>A_MONTH) (?P<day>A_DAY) COMMA? OF? (?P<year>[LAST NEXT THIS] YEAR_UNIT)",
        month_and_day,
    ),
    Rule(
        "date:day-month",
        f"{_WEEKDAY} (?P<day>DAY_NUMBER) (?P<month>A_MONTH) MAYBE_YEAR",
        month_and_day,
    ),
    Rule(
        "date:day-month",
        f"{_WEEKDAY} (?P<day>DAY_NUMBER) (?P<month>A_MONTH) OF? (?P<year>[LAST NEXT THIS] YEAR_UNIT)",
        month_and_day,
    ),
    Rule(
        "date:day-month",
        f"{_WEEKDAY} THE? (?P<day>ORDINAL_DAY) OF? (?P<month>A_MONTH) MAYBE_YEAR",
        month_and_day,
    ),
    Rule(
        "date:days",
        "(?P<month>A_MONTH) (?P<day>A_DAY) (?:HYPHEN|DASH|TO|(?P<conjunction>AND)) (?P<last>A_DAY) MAYBE_YEAR",
        month_and_days,
    ),
    Rule(
        "date:days",
        "(?P<day>A_DAY) (?:HYPHEN|DASH|TO|(?P<conjunction>AND)) (?P<last>A_DAY) OF? (?P<month>A_MONTH) MAYBE_YEAR",
        month_and_days,
    ),
    Rule("date:of-pair", "(?P<day>A_DAY) (?=[AND OR] A_DAY (?P<month>A_MONTH))", day_of_pair),
    Rule("date:that-year", "(?P<month>A_MONTH) (?P<day>A_DAY)? OF? THAT SAME? YEAR_UNIT", that_year),
    Rule("date:that-year", "(?P<day>DAY_NUMBER) (?P<month>A_MONTH) OF? THAT SAME? YEAR_UNIT", that_year),
    Rule("date:short-year", "(?P<day>DAY_NUMBER) (?P<month>A_MONTH) (?P<short>[INTEGER DAY_NUMBER])", short_year),
    Rule(
        "date:month-year",
        "(?P<month>A_MONTH) (?=[TO AND HYPHEN UNTIL DASH] A_MONTH OF? (?P<year>YEAR_NUMBER))",
        month_of_year,
    ),
    Rule("date:day-of-month", "THE (?P<day>ORDINAL_DAY) OF (?P<direction>[LAST THIS NEXT]) MONTH_UNIT", day_of_month),
    Rule("date:month-year", "(?P<month>A_MONTH) (?:COMMA|OF|IN)? (?P<year>A_YEAR)", month_of_year),
    Rule(
        "date:bracketed", "(?P<weekday>WEEKDAY) LEFT (?P<month>A_MONTH) (?P<day>A_DAY) MAYBE_YEAR RIGHT", month_and_day
    ),
    Rule(
        "date:bracketed", "(?P<weekday>WEEKDAY) LEFT (?P<day>A_DAY) (?P<month>A_MONTH) MAYBE_YEAR RIGHT", month_and_day
    ),
    Rule("date:month", "(?:[THE THIS]? (?P<direction>A_DIRECTION))? (?P<month>A_MONTH)", bare_month),
)
