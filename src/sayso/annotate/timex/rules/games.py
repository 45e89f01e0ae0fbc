"""Seasons of a sport, as such: "the 2021-22 season"; when one begins is the sport's affair."""

from __future__ import annotations

from sayso.annotate.timex.grammar import Hit, Rule
from sayso.annotate.timex.reading import Reading, dated, vague
from sayso.annotate.timex.scene import Scene
from sayso.annotate.timex.stretch import whole_year


def games_season(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the 2021-22 season": two years that follow each other."""
    first, second = hit.number("first"), hit.number("second")
    if first is None or second is None:
        return None
    last = first // 100 * 100 + second if second < 100 else second
    last += 100 if last < first else 0
    if last != first + 1:
        return None
    return _two_years(first, last)


def _two_years(first: int, last: int) -> Reading:
    stretch = whole_year(first)
    covered = type(stretch)(f"{first}/{last}", stretch.first, whole_year(last).last, stretch.granularity)
    return dated(covered)


def relative_games_season(hit: Hit, scene: Scene) -> Reading | None:
    """As in "last season"."""
    words = {
        "last": "PAST_REF",
        "past": "PAST_REF",
        "this": "PRESENT_REF",
        "current": "PRESENT_REF",
        "next": "FUTURE_REF",
    }
    value = words.get(hit.word("direction"))
    return vague(value) if value and hit.before() not in ("rainy", "dry") else None


RULES = (
    Rule(
        "games-season",
        "THE? (?P<first>YEAR_NUMBER) [HYPHEN SLASH] (?P<second>[DAY_NUMBER INTEGER]) (?:GAMES_SEASON)?",
        games_season,
    ),
    Rule("games-season:relative", "(?P<direction>[LAST PAST THIS CURRENT NEXT]) GAMES_SEASON", relative_games_season),
)
