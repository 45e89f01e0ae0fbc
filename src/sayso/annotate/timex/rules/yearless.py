"""Days and months without a year: which one is meant, by the verb, the distance, and what they are known for."""

from __future__ import annotations

from datetime import date
from functools import cache

from sayso.annotate.timex.ahead import Tense
from sayso.annotate.timex.grammar import Hit
from sayso.annotate.timex.lexicon import calendar_table
from sayso.annotate.timex.scene import Scene
from sayso.annotate.timex.stretch import Stretch, add_months, month, valid_day
from sayso.record.when import Granularity

_NEAR_TOKENS = 5
"""A verb further off than this gives way where what it tells is far away and the other way is near."""

_FAR_MONTHS, _FAR_BEHIND_DAYS, _FAR_AHEAD_DAYS, _JUST_AHEAD_DAYS = 8, 240, 240, 21
"""How far is far, in another calendar year than the report's: "the party's convention in July", read in April, is not
last July's; and a day further ahead than that is given with its year. What lies just ahead is not of last year,
whatever the verb. Chosen by eye on the training parts of PolNeAR and worldwide-newswire; read such texts again when
these move."""


def nearest_day(hit: Hit, scene: Scene, anchor: date, number: int, day_number: int) -> date | None:
    """That day of that month in the year that is meant; None if there is no such day."""
    if known := _known_for(hit, anchor, number, day_number):
        return known
    years = range(anchor.year - 4, anchor.year + 5)
    every = [found for year in years if (found := valid_day(year, number, day_number))]
    if weekday := hit.number("weekday"):
        near = [one for one in every if one.isoweekday() == weekday and abs(one.year - anchor.year) <= 1]
        every = near or every
    if after := _end_of_range(hit, scene, every):
        return after
    ahead = min((one for one in every if one >= anchor), default=None)
    behind = max((one for one in every if one <= anchor), default=None)
    if ahead is None or behind is None:
        return behind or ahead
    tense = _day_tense(hit, scene, anchor, behind, ahead)
    if tense is None:
        return behind if anchor - behind <= ahead - anchor else ahead
    return behind if tense is Tense.PAST else ahead


_LONGEST_RANGE_DAYS = 240


def _end_of_range(hit: Hit, scene: Scene, every: list[date]) -> date | None:
    """The day that ends what an earlier one begins: "from November 20 to January 11"."""
    if hit.before() not in ("to", "through", "until", "and", "-", "–", "—"):
        return None
    began = next((told.stretch for told in scene.recent_here(hit.start)), None)
    if began is None or began.granularity is not Granularity.DAY:
        return None
    ends = [one for one in every if 0 < (one - began.first).days <= _LONGEST_RANGE_DAYS]
    return min(ends, default=None)


def _day_tense(hit: Hit, scene: Scene, anchor: date, behind: date, ahead: date) -> Tense | None:
    """The tense that a day stands in; None where the nearer one is meant whatever the verb."""
    if hit.number("weekday") or _is_attribute(hit):
        return None
    clue = scene.clue(hit)
    if clue is None:
        return scene.tense(hit)
    if clue.tense is Tense.FUTURE:
        far = (ahead - anchor).days > _FAR_AHEAD_DAYS and ahead.year > anchor.year
        return None if far else Tense.FUTURE
    far = clue.distance > _NEAR_TOKENS and (anchor - behind).days > _FAR_BEHIND_DAYS and behind.year < anchor.year
    return None if far or 0 < (ahead - anchor).days <= _JUST_AHEAD_DAYS else Tense.PAST


def _is_attribute(hit: Hit) -> bool:
    """Whether it stands before a noun: "the July meeting", "the 19 March vote"."""
    following = hit.after()
    return hit.before() in ("the", "a", "an", "'s", "’s", "its", "their", "his", "her") and following.isalpha()


def nearest_month(hit: Hit, scene: Scene, anchor: date, number: int) -> Stretch:
    """That month in the year that is meant."""
    back, ahead = (anchor.month - number) % 12, (number - anchor.month) % 12
    direction = hit.word("direction")
    if direction in ("last", "past"):
        by = -(back or 12)
    elif direction in ("next", "coming", "upcoming"):
        by = ahead or 12
    elif direction == "this":
        return month(anchor.year, number)
    else:
        by = _months_off(_month_tense(hit, scene, anchor, back, ahead), back, ahead)
    return month(*add_months(anchor.year, anchor.month, by))


def _months_off(tense: Tense | None, back: int, ahead: int) -> int:
    if tense is None:
        return -back if back <= ahead else ahead
    return ahead if tense is Tense.FUTURE else -back


def _month_tense(hit: Hit, scene: Scene, anchor: date, back: int, ahead: int) -> Tense | None:
    """The tense that a month stands in; None where the nearer one is meant whatever the verb."""
    if _is_attribute(hit):
        return None
    clue = scene.clue(hit)
    if clue is None:
        return scene.tense(hit)
    if clue.tense is Tense.PAST and ahead == 1:
        return None
    past = clue.tense is Tense.PAST
    other_year = back >= anchor.month if past else anchor.month + ahead > 12
    far = clue.distance > _NEAR_TOKENS and (back if past else ahead) > _FAR_MONTHS and other_year
    return None if far else clue.tense


@cache
def _events() -> dict[str, list[str]]:
    return dict(calendar_table("holidays")["known_for"])


def _known_for(hit: Hit, anchor: date, number: int, day_number: int) -> date | None:
    """The day that is known for an event named after it: "the Sept. 11 attacks"; not before it happened."""
    year, *words = _events().get(f"{number:02}-{day_number:02}", ["0"])
    if hit.after() not in words:
        return None
    found = valid_day(int(year), number, day_number)
    return found if found and found <= anchor else None
