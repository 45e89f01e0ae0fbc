"""How long: "three days", "more than two weeks", "a 10-year sentence"; and spans that end or begin with the report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.annotate.timex.grammar import Hit, Rule
from sayso.annotate.timex.lexicon import listed
from sayso.annotate.timex.modifier import MODIFIER, mod_of
from sayso.annotate.timex.quantity import Quantity, quantity
from sayso.annotate.timex.reading import LIKELY, SURE, Reading, vague
from sayso.annotate.timex.rules.years import year_of
from sayso.annotate.timex.scene import Scene
from sayso.annotate.timex.stretch import Stretch, days, month, moved
from sayso.record.when import TimexType


def value_of(many: Quantity, unit: str) -> str:
    """A TIMEX3 duration: P3D, PT24H, P20Y for two decades, PX0Y for some decades."""
    if unit.startswith("T"):
        return f"PT{many.text()}{unit[1:]}"
    factor, letter = int(unit[:-1] or 1), unit[-1]
    if many.number is None:
        return f"PX{'0' * (len(str(factor)) - 1)}{letter}"
    if many.number != int(many.number) and unit == "Y":
        return f"P{many.number * 12:g}M"
    return f"P{Quantity(many.number * factor).text()}{letter}"


def _is_age(hit: Hit) -> bool:
    """As in "34 years old", "a 34-year-old", "aged 34", "34 years of age"."""
    following = (hit.after(), hit.after(1))
    return (
        bool(listed("ages") & set(following))
        or hit.before() in ("aged", "age")
        or (following[0] == "of" and following[1] == "age")
    )


def lasting(hit: Hit, scene: Scene) -> Reading | None:
    """An amount of time: "three days", "more than two weeks"."""
    many = quantity(hit, "quantity")
    unit = str(hit.value("unit"))
    as_many = hit.before() == "as" and hit.word("quantity") == "many"  # "the third in as many weeks"
    if many is None or as_many or _is_age(hit) or _is_idiom(hit, many, unit) or _is_year(hit, many):
        return None
    mod = mod_of(tuple(hit.lexed.words[at] for at in hit.tokens("mod")))
    return Reading(TimexType.DURATION, value=value_of(many, unit), mod=mod, confidence=SURE)


def _is_idiom(hit: Hit, many: Quantity, unit: str) -> bool:
    """Rates ("$5 a year", "two nights a week"), "one day" that is some day, and "a month-" that goes on."""
    if hit.after() in ("-", "–", "‑") and hit.lexed.adjacent(hit.end - 1):
        return True
    lone = hit.word("quantity") in ("a", "an") and len(hit.tokens("quantity")) == 1
    if lone and not hit.has("mod"):
        return (
            hit.start > 0
            and hit.before() not in listed("before_a_unit")
            and hit.after() not in ("before", "after", "away", "apart")
        )
    return hit.word("quantity") == "one" and unit == "D" and hit.before() not in listed("before_a_unit")


def _is_year(hit: Hit, many: Quantity) -> bool:
    """Whether the number is a year's: so many need a plural."""
    return many.number is not None and many.number > 1000 and hit.first("one") is not None


def within(hit: Hit, scene: Scene) -> Reading | None:
    """As in "within the hour"."""
    one = value_of(Quantity(1), str(hit.value("unit")))
    return Reading(TimexType.DURATION, value=one) if hit.before() == "within" else None


def and_a_half(hit: Hit, scene: Scene) -> Reading | None:
    """As in "a year and a half"."""
    return Reading(TimexType.DURATION, value=value_of(Quantity(1.5), str(hit.value("unit"))))


def unit_long(hit: Hit, scene: Scene) -> Reading | None:
    """As in "a month-long strike"."""
    return Reading(TimexType.DURATION, value=value_of(Quantity(1), str(hit.value("unit"))))


def quarter_century(hit: Hit, scene: Scene) -> Reading | None:
    """As in "a quarter of a century"."""
    return Reading(TimexType.DURATION, value="P25Y")


def hyphenated(hit: Hit, scene: Scene) -> Reading | None:
    """As in "a 10-year sentence", "the three-day visit"."""
    many = quantity(hit, "quantity")
    if many is None or hit.after() in ("-", "–", "‑") or _is_age(hit):
        return None
    return Reading(TimexType.DURATION, value=value_of(many, str(hit.value("unit"))))


def bare_units(hit: Hit, scene: Scene) -> Reading | None:
    """As in "for decades", "in years": some of them."""
    if hit.before() not in ("for", "in", "after", "within", "take", "takes", "took", "lasted", "spent", "last"):
        return None
    if hit.before() == "after" and hit.after().isalpha() and hit.after() not in ("of", "as", "in", "when", "and"):
        return None
    if hit.before() == "in" and hit.after() in ("past", "ahead", "gone"):
        return None
    return Reading(TimexType.DURATION, value=value_of(Quantity(None), str(hit.value("unit"))), confidence=LIKELY)


_BEFORE_VERBS = frozenset({"to", "not", "did", "does", "do", "t"})


def up_to_report(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the last two weeks", "the past decade": up to the report's day; "the next three days": from it."""
    if hit.lexed.words[hit.start] == "last" and (hit.before() in listed("ahead") | _BEFORE_VERBS):
        return None  # "the strike will last two days"
    many, unit = quantity(hit, "quantity") or Quantity(None if hit.has("many") else 1), str(hit.value("unit"))
    sign = 1 if hit.word("direction") in ("next", "coming", "upcoming") else -1
    reading = Reading(TimexType.DURATION, value=value_of(many, unit), confidence=LIKELY)
    anchor = scene.anchor.day
    if anchor is None:
        return reading
    if many.number is None or many.scaled:
        begin, end = (anchor.isoformat(), None) if sign > 0 else (None, anchor.isoformat())
        return replace(reading, anchor=scene.anchor.basis, begin=begin, end=end)
    other = _off(anchor, many.number * sign, unit)
    if other is None:
        return reading
    covered = days(min(anchor, other), max(anchor, other))
    return replace(
        reading,
        stretch=covered,
        begin=covered.first.isoformat(),
        end=covered.last.isoformat(),
        anchor=scene.anchor.basis,
    )


def _off(anchor: date, number: float, unit: str) -> date | None:
    if unit.startswith("T"):
        hours = {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}[unit] * number
        whole = int(abs(hours) + 23) // 24
        return moved(anchor, days=whole if number > 0 else -whole)
    factor, letter = int(unit[:-1] or 1), unit[-1]
    by = round(number * factor * {"D": 1, "W": 7, "M": 1, "Y": 12}[letter])
    return moved(anchor, days=by) if letter in "DW" else moved(anchor, months=by)


def units_ahead(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the months ahead", "the year ahead"."""
    many = Quantity(None if hit.has("many") else 1)
    anchor = scene.anchor.day
    reading = Reading(TimexType.DURATION, value=value_of(many, str(hit.value("unit"))), confidence=LIKELY)
    return replace(reading, begin=anchor.isoformat(), anchor=scene.anchor.basis) if anchor else reading


def part_of_year(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the first nine months of the year", "the first three months of 2022"."""
    many, year = quantity(hit, "quantity"), year_of(hit, "year", scene)
    if many is None or many.number is None or not 1 <= many.number <= 12 or many.number != int(many.number):
        return None
    reading = Reading(TimexType.DURATION, value=value_of(many, "M"), confidence=LIKELY)
    if year is None:
        return reading
    number = int(many.number)
    first, last = (
        (month(year, 1), month(year, number))
        if hit.value("order") == 1
        else (month(year, 13 - number), month(year, 12))
    )
    covered: Stretch = days(first.first, last.last)
    return replace(reading, stretch=covered, begin=covered.first.isoformat(), end=covered.last.isoformat())


def recent(hit: Hit, scene: Scene) -> Reading | None:
    """As in "recent weeks"."""
    return vague("PAST_REF")


_UNITS = "(?P<unit>(?P<one>A_UNIT)|MANY_UNITS)"

RULES = (
    Rule("duration", f"{MODIFIER} (?P<quantity>A_QUANTITY) MORE? {_UNITS}", lasting),
    Rule("duration:within", "THE (?P<unit>TIME_UNIT)", within),
    Rule("duration:long", "(?P<unit>A_UNIT) HYPHEN LONG", unit_long),
    Rule("duration:half", "ARTICLE QUARTER OF ARTICLE CENTURY_UNIT", quarter_century),
    Rule("duration:half", "ARTICLE (?P<unit>A_UNIT) AND ARTICLE HALF", and_a_half),
    Rule(
        "duration:hyphen",
        f"{MODIFIER} (?P<quantity>A_FIGURE|TENS|ARTICLE? SEVERAL) HYPHEN {_UNITS} (?:HYPHEN LONG)?",
        hyphenated,
    ),
    Rule("duration:bare", "(?P<unit>[UNITS TIME_UNITS])", bare_units),
    Rule(
        "duration:anchored",
        f"[THE THIS] (?P<direction>[LAST PAST NEXT COMING PREVIOUS]) (?P<quantity>A_QUANTITY) {_UNITS}",
        up_to_report,
    ),
    Rule(
        "duration:anchored", f"(?P<direction>[LAST PAST NEXT COMING]) (?P<quantity>A_QUANTITY) {_UNITS}", up_to_report
    ),
    Rule(
        "duration:anchored",
        "[THE THESE] (?P<direction>[PAST COMING NEXT LAST]) (?P<many>(?P<unit>[UNITS TIME_UNITS]))",
        up_to_report,
    ),
    Rule(
        "duration:anchored",
        "THE (?P<direction>[PAST LAST]) (?P<unit>A_UNIT)",
        up_to_report,
    ),
    Rule(
        "duration:of-year",
        "THE (?P<order>[ORDINAL_WORD LAST]) (?P<quantity>A_FIGURE) UNITS OF (?P<year>A_YEAR)",
        part_of_year,
    ),
    Rule("duration:ahead", "THE (?P<unit>(?P<many>UNITS)|[WEEK_UNIT MONTH_UNIT YEAR_UNIT]) AHEAD", units_ahead),
    Rule("recent", "THE? RECENT [UNITS TIME_UNITS]", recent),
)
