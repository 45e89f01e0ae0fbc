"""How often: "every day", "weekly", "twice a year", "on Sundays"."""

from __future__ import annotations

from sayso.annotate.timex.grammar import Hit, Rule
from sayso.annotate.timex.lexicon import listed
from sayso.annotate.timex.quantity import Quantity, quantity
from sayso.annotate.timex.reading import LIKELY, Reading
from sayso.annotate.timex.rules.durations import value_of
from sayso.annotate.timex.scene import Scene
from sayso.record.when import TimexType


def _set(value: str, *, quant: str | None = "EVERY", freq: str | None = None) -> Reading:
    return Reading(TimexType.SET, value=value, quant=quant, freq=freq, confidence=LIKELY)


def every(hit: Hit, scene: Scene) -> Reading | None:
    """As in "every day", "every two weeks"."""
    many = quantity(hit, "quantity") or Quantity(2 if hit.has("other") else 1)
    return _set(value_of(many, str(hit.value("unit"))))


def every_weekday(hit: Hit, scene: Scene) -> Reading | None:
    """As in "every Monday", "Mondays"."""
    return _set(f"XXXX-WXX-{hit.number('weekday')}")


def every_weekend(hit: Hit, scene: Scene) -> Reading | None:
    """As in "every weekend", "on weekends"."""
    often = hit.word("weekend") == "weekends" or hit.end - hit.start > 1
    return _set("XXXX-WXX-WE") if often else None


def every_part(hit: Hit, scene: Scene) -> Reading | None:
    """As in "every night"."""
    return _set(f"XXXX-XX-XXT{hit.value('part')}")


def every_month(hit: Hit, scene: Scene) -> Reading | None:
    """As in "every May"."""
    return _set(f"XXXX-{hit.number('month'):02}")


def adverb(hit: Hit, scene: Scene) -> Reading | None:
    """As in "daily", "weekly"; "the daily said" and "the weekly La Nation" are papers."""
    following = hit.lexed.at(hit.end) if hit.end < len(hit.lexed.starts) else ""
    paper = hit.before() in ("the", "a") and (following.lower() in listed("reporting") or not following.isalpha())
    if paper or following[:1].isupper() or hit.lexed.at(hit.start)[0].isupper():
        return None
    return _set(str(hit.value("daily")))


_TIMES = {"once": "1X", "twice": "2X"}


def so_often(hit: Hit, scene: Scene) -> Reading | None:
    """As in "twice a week", "three times a year"."""
    many = quantity(hit, "quantity")
    freq = f"{many.text()}X" if many else _TIMES[hit.word("once")]
    return _set(value_of(Quantity(1), str(hit.value("unit"))), quant=None, freq=freq)


def rate(hit: Hit, scene: Scene) -> Reading | None:
    """As in "$40,000 a year", "two nights a week": after what is counted, not after a speed."""
    before = hit.before()
    counted = before in ("million", "billion", "percent", "%") or before[:1].isdigit() or _is_plural(before)
    if (
        not counted
        or before in listed("speeds")
        or hit.after() in ("ago", "before", "after", "earlier", "later", "old")
    ):
        return None
    return _set(value_of(Quantity(1), str(hit.value("unit"))))


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def every_season(hit: Hit, scene: Scene) -> Reading | None:
    """As in "every winter"."""
    return _set(f"XXXX-{hit.value('season')}")


RULES = (
    Rule("set:rate", "ARTICLE (?P<unit>[DAY_UNIT WEEK_UNIT MONTH_UNIT YEAR_UNIT])", rate),
    Rule("set:season", "EVERY (?P<season>SEASON)", every_season),
    Rule("set:every", "EVERY (?P<other>ALTERNATE)? (?P<unit>A_UNIT)", every),
    Rule("set:every", "EVERY (?P<quantity>A_QUANTITY) (?P<unit>MANY_UNITS)", every),
    Rule("set:weekday", "EVERY (?P<weekday>WEEKDAY)", every_weekday),
    Rule("set:weekday", "(?P<weekday>WEEKDAYS)", every_weekday),
    Rule("set:weekend", "EVERY? (?P<weekend>[WEEKENDS WEEKEND])", every_weekend),
    Rule("set:part", "EVERY (?P<part>PART)", every_part),
    Rule("set:month", "EVERY (?P<month>[MONTH NAME_MONTH])", every_month),
    Rule("set:adverb", "(?P<daily>DAILY)", adverb),
    Rule("set:times", "(?P<once>ONCE) [ARTICLE EVERY] (?P<unit>A_UNIT)", so_often),
    Rule("set:times", "(?P<quantity>A_FIGURE|ARTICLE? SEVERAL) TIMES [ARTICLE EVERY] (?P<unit>A_UNIT)", so_often),
)
