"""Quarters, halves and seasons of a year: "the third quarter of 2021", "last winter"."""

from __future__ import annotations

from sayso.annotate.timex.ahead import Tense
from sayso.annotate.timex.grammar import Hit, Rule
from sayso.annotate.timex.lexicon import listed
from sayso.annotate.timex.reading import GUESSED, LIKELY, Reading, dated, unanchored
from sayso.annotate.timex.rules.years import TURNS, year_of
from sayso.annotate.timex.scene import Scene
from sayso.annotate.timex.stretch import half, quarter, season


def in_quarter(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the third quarter of 2021"; without a year, the last that has begun, or the next by tense."""
    number = hit.number("number")
    if number is None or not 1 <= number <= 4 or hit.after() == "of" or hit.after() in ("final", "finals"):
        return None
    year = year_of(hit, "year", scene)
    if year is not None:
        return dated(quarter(year, number))
    anchor = scene.anchor.day
    if anchor is None:
        return unanchored(value=f"XXXX-Q{number}")
    found = quarter(anchor.year, number)
    if scene.tense(hit) is Tense.FUTURE:
        found = found if found.last >= anchor else quarter(anchor.year + 1, number)
    else:
        found = found if found.first <= anchor else quarter(anchor.year - 1, number)
    return dated(found, anchor=scene.anchor.basis, confidence=GUESSED)


def relative_quarter(hit: Hit, scene: Scene) -> Reading | None:
    """As in "last quarter"."""
    anchor = scene.anchor.day
    if anchor is None:
        return unanchored()
    turned = anchor.year * 4 + (anchor.month - 1) // 3 + TURNS.get(hit.word("direction"), 0)
    return dated(quarter(turned // 4, turned % 4 + 1), anchor=scene.anchor.basis, confidence=LIKELY)


def in_half(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the first half of 2022"."""
    number, year = hit.number("number"), year_of(hit, "year", scene)
    if number not in (1, 2):
        return None
    return dated(half(year, number)) if year is not None else unanchored(value=f"XXXX-H{number}")


def in_season(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the summer of 2014"."""
    year, code = year_of(hit, "year", scene), str(hit.value("season"))
    if year is None:
        return unanchored(value=f"XXXX-{code}")
    return dated(season(year, code, southern=scene.anchor.southern))


_BEFORE_THE_SEASON = ("in", "during", "over", "by", "since", "until", "throughout", "of", "for", "before", "after")


def relative_season(hit: Hit, scene: Scene) -> Reading | None:
    """A season counted from the report's day; "the winter" by tense."""
    anchor, code = scene.anchor.day, str(hit.value("season"))
    direction = hit.word("direction")
    if direction == "the" and (hit.before() not in _BEFORE_THE_SEASON or hit.after() == "of"):
        return None
    if hit.word("season") == "fall" and direction == "the" and hit.before() not in ("in", "by", "during", "this"):
        return None
    if not direction and hit.before() not in listed("before_seasons"):
        return None
    if anchor is None:
        return unanchored(value=f"XXXX-{code}")
    ways = [season(anchor.year + turn, code, southern=scene.anchor.southern) for turn in (-2, -1, 0, 1)]
    if direction in ("last", "past"):
        found = [one for one in ways if one.last < anchor][-1]
    elif direction in ("next", "coming", "upcoming"):
        found = next(one for one in ways if one.first > anchor)
    elif direction == "this" and not (code == "WI" and anchor.month <= 3):
        found = ways[2]
    elif scene.tense(hit) is Tense.PAST:
        found = [one for one in ways if one.first <= anchor][-1]
    else:
        found = next(one for one in ways if one.last >= anchor)
    return dated(found, anchor=scene.anchor.basis, confidence=LIKELY)


def two_digit_season(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the winter of 2021-22"."""
    reading, first = in_season(hit, scene), hit.number("year")
    second = hit.number("second")
    return reading if first and second == (first + 1) % 100 else None


RULES = (
    Rule(
        "quarter", "THE? (?P<number>[ORDINAL_WORD ORDINAL_DAY]) HYPHEN? QUARTER (?:OF? (?P<year>A_YEAR))?", in_quarter
    ),
    Rule("quarter", "(?P<letter>QUARTER_LETTER) (?P<number>DAY_NUMBER) (?:OF? (?P<year>YEAR_NUMBER))?", in_quarter),
    Rule("half", "HALF_LETTER (?P<number>DAY_NUMBER) (?:OF? (?P<year>YEAR_NUMBER))", in_half),
    Rule("quarter:relative", "THE? (?P<direction>A_DIRECTION) QUARTER", relative_quarter),
    Rule("half", "THE? (?P<number>ORDINAL_WORD) HALF OF (?P<year>A_YEAR)", in_half),
    Rule("season", "THE? (?P<season>SEASON) (?:OF|COMMA)? (?P<year>A_YEAR)", in_season),
    Rule(
        "season",
        "THE? (?P<season>SEASON) OF? (?P<year>YEAR_NUMBER) [HYPHEN SLASH] (?P<second>[DAY_NUMBER INTEGER])",
        two_digit_season,
    ),
    Rule("season:relative", "(?P<direction>[LAST PAST THIS NEXT COMING THE])? (?P<season>SEASON)", relative_season),
)
