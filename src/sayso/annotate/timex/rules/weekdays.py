"""Days of the week, by tense and the report's day: "said Saturday", "will meet on Saturday", "last Monday"."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.annotate.timex.ahead import Tense
from sayso.annotate.timex.grammar import Hit, Rule
from sayso.annotate.timex.lexicon import listed
from sayso.annotate.timex.quantity import quantity
from sayso.annotate.timex.reading import GUESSED, LIKELY, Reading, dated, unanchored
from sayso.annotate.timex.rules.yearless import nearest_month
from sayso.annotate.timex.scene import Scene, coming_weekday, latest_weekday
from sayso.annotate.timex.stretch import Stretch, day, month, moved, week, weekend

_WEEK = timedelta(7)


def weekday(hit: Hit, scene: Scene) -> Reading | None:
    """A bare weekday: the last one by the report's day, or the coming one where the words look ahead.

    A day to come that has the report's own weekday may be that day or a week on; both are kept.
    """
    number, anchor = hit.number("weekday"), scene.anchor.day
    if number is None or _is_name(hit):
        return None
    if anchor is None:
        return unanchored()
    if scene.tense(hit) is not Tense.FUTURE:
        return dated(day(latest_weekday(anchor, number)), anchor=scene.anchor.basis, confidence=LIKELY)
    return _ahead(coming_weekday(anchor, number), anchor, scene)


def _ahead(found: date, anchor: date, scene: Scene) -> Reading:
    if found != anchor:
        return dated(day(found), anchor=scene.anchor.basis, confidence=LIKELY)
    both = (day(found), day(found + _WEEK))
    return Reading(unanchored().type, both[0], anchor=scene.anchor.basis, alternatives=both, confidence=GUESSED)


def abbreviated_weekday(hit: Hit, scene: Scene) -> Reading | None:
    """As in "Mon." or "Tues."; "Sun" and "Sat" without a full stop are other words."""
    if hit.word("weekday") in ("sun", "sat", "wed", "mon", "tue", "thu") and not hit.has("stop"):
        return None
    if hit.has("stop") and hit.before() not in ("on", "last", "next", "this", "said", "by", "until", "since"):
        return None
    return weekday(hit, scene)


def directed_weekday(hit: Hit, scene: Scene) -> Reading | None:
    """A weekday with "last", "this", "next" or "coming" before it."""
    number, anchor = hit.number("weekday"), scene.anchor.day
    if number is None:
        return None
    if anchor is None:
        return unanchored()
    direction = hit.word("direction")
    if direction in ("last", "past"):
        return dated(day(latest_weekday(anchor - timedelta(1), number)), anchor=scene.anchor.basis, confidence=LIKELY)
    if direction == "next":
        return _next(number, anchor, scene)
    if direction == "this" and scene.tense(hit) is Tense.PAST:
        return dated(day(latest_weekday(anchor, number)), anchor=scene.anchor.basis, confidence=LIKELY)
    return _ahead(coming_weekday(anchor, number), anchor, scene)


def _next(number: int, anchor: date, scene: Scene) -> Reading:
    """The next one; where this week's is still ahead, the one after it, with this week's as a second reading."""
    coming = coming_weekday(anchor + timedelta(1), number)
    if week(coming) != week(anchor):
        return dated(day(coming), anchor=scene.anchor.basis, confidence=LIKELY)
    both = (day(coming + _WEEK), day(coming))
    return Reading(unanchored().type, both[0], anchor=scene.anchor.basis, alternatives=both, confidence=GUESSED)


_TURNS = {"last": -1, "past": -1, "this": 0, "next": 1}


def weekday_of_week(hit: Hit, scene: Scene) -> Reading | None:
    """As in "Tuesday of last week", "Monday next week"."""
    number, anchor = hit.number("weekday"), scene.anchor.day
    if number is None:
        return None
    if anchor is None:
        return unanchored()
    monday = week(anchor).first + _TURNS[hit.word("direction")] * _WEEK
    return dated(day(monday + timedelta(number - 1)), anchor=scene.anchor.basis)


def on_weekend(hit: Hit, scene: Scene) -> Reading | None:
    """A weekend: the one that is on or nearest in the direction of the words."""
    anchor = scene.anchor.day
    if anchor is None:
        return unanchored()
    return dated(weekend(_weekend_day(hit, scene, anchor)), anchor=scene.anchor.basis, confidence=LIKELY)


def _weekend_day(hit: Hit, scene: Scene, anchor: date) -> date:
    direction, this = hit.word("direction"), weekend(anchor)
    if direction in ("last", "past", "previous"):
        return anchor - _WEEK
    if direction in ("next", "following"):
        return anchor + _WEEK
    began = this.first <= anchor
    if direction == "this" or began:
        return anchor if began or scene.tense(hit) is not Tense.PAST else anchor - _WEEK
    return anchor if scene.tense(hit) is Tense.FUTURE else anchor - _WEEK


def weekday_ago(hit: Hit, scene: Scene) -> Reading | None:
    """As in "a week ago Friday": the Friday before the last."""
    anchor, number = scene.anchor.day, hit.number("weekday")
    if anchor is None or number is None:
        return unanchored()
    return dated(day(latest_weekday(anchor, number) - _WEEK), anchor=scene.anchor.basis, confidence=GUESSED)


def years_ago_today(hit: Hit, scene: Scene) -> Reading | None:
    """As in "a year ago today", "three years ago tomorrow": the day itself, so many years before."""
    many, anchor = quantity(hit, "quantity"), scene.anchor.day
    if many is None or many.number is None or many.number > 1000 or hit.value("unit") != "Y":
        return None
    found = moved(anchor, years=-int(many.number), days=hit.number("day") or 0) if anchor else None
    return dated(day(found), anchor=scene.anchor.basis) if found else unanchored()


def _before_noun(hit: Hit) -> bool:
    """Whether the word after is a noun, as far as can be told: "a Wednesday hearing", not "a Monday in May"."""
    following = hit.lexed.at(hit.end) if hit.end < len(hit.lexed.starts) else ""
    joins = following in listed("before_months") or following in listed("after_parts") or following.endswith("ing")
    return (
        following.isalpha() and following.islower() and (following in ("hearing", "meeting", "briefing") or not joins)
    )


def _is_name(hit: Hit) -> bool:
    """As in "Bloody Sunday", "the Sunday Times"; and "on a Monday", which is any."""
    following = hit.lexed.at(hit.end) if hit.end < len(hit.lexed.starts) else ""
    return (
        (hit.before() in ("a", "any") and not _before_noun(hit))
        or hit.before() in listed("weekday_names")
        or (following[:1].isupper() and following.lower() in listed("papers"))
    )


def nth_weekday(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the last Friday in August", "the first Monday of May 2021"."""
    number, anchor, weekday = hit.number("month"), scene.anchor.day, hit.number("weekday")
    if number is None or weekday is None:
        return None
    year = hit.number("year")
    if year is not None:
        whole = month(year, number)
    elif anchor is not None:
        whole = nearest_month(hit, scene, anchor, number)
    else:
        return unanchored()
    found = _nth(whole, weekday, hit.number("nth"))
    return dated(day(found), anchor=None if year else scene.anchor.basis, confidence=LIKELY) if found else None


def _nth(whole: Stretch, weekday: int, nth: int | None) -> date | None:
    """The nth such weekday of a month, the last where no number is given; None if there are not so many."""
    if nth is None:
        return latest_weekday(whole.last, weekday)
    found = coming_weekday(whole.first, weekday) + (nth - 1) * _WEEK
    return found if found <= whole.last else None


RULES = (
    Rule(
        "weekday:nth",
        "THE (?:LAST|(?P<nth>ORDINAL_WORD)) (?P<weekday>WEEKDAY) [IN OF] (?P<month>A_MONTH) MAYBE_YEAR",
        nth_weekday,
    ),
    Rule("weekday", "(?P<weekday>WEEKDAY)", weekday),
    Rule("weekday", "(?P<weekday>WEEKDAY_ABBREVIATION) (?P<stop>DOT)?", abbreviated_weekday),
    Rule(
        "weekday:directed",
        "THE? (?P<direction>[LAST PAST THIS NEXT COMING]) (?P<weekday>[WEEKDAY WEEKDAY_ABBREVIATION])",
        directed_weekday,
    ),
    Rule("weekday:week", "(?P<weekday>WEEKDAY) OF? (?P<direction>[LAST THIS NEXT]) WEEK_UNIT", weekday_of_week),
    Rule("weekday:ago", "ARTICLE WEEK_UNIT AGO ON? (?P<weekday>WEEKDAY)", weekday_ago),
    Rule("weekday:ago", "(?P<quantity>A_QUANTITY) (?P<unit>YEAR_UNIT|UNITS) AGO (?P<day>DAY_WORD)", years_ago_today),
    Rule("weekend", "[THE THIS]? (?P<direction>[LAST PAST THIS NEXT COMING PREVIOUS FOLLOWING])? WEEKEND", on_weekend),
)
