"""The values of a record in words for people: times, manners, acts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import StrEnum

from sayso.export.visible import one_line
from sayso.record.actor import Actor
from sayso.record.event import Event, Factuality, Magnitude
from sayso.record.reference import TimeReference
from sayso.record.statement import Act, Manner, Polarity, Statement
from sayso.record.when import DateRange, Stamp

MANNERS = {Manner.DIRECT: "quoted", Manner.INDIRECT: "paraphrased", Manner.MIXED: "partly quoted"}
_UNSURE = 0.5
"""Below this confidence a statement says so."""
_STEM = 3
"""Letters by which a cue and the name of an act are taken for the same word."""
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def clock(value: str) -> str:
    """An ISO 8601 date or date-time, as fine as it is: "15 October 2022, 08:00 UTC"."""
    try:
        if len(value) > len("2022-10-15"):
            return _moment(datetime.fromisoformat(value))
        if len(value) == len("2022-10"):
            month = date.fromisoformat(f"{value}-01")
            return f"{_MONTHS[month.month - 1]} {month.year}"
        return _day(date.fromisoformat(value))
    except ValueError:
        return one_line(value)


def stamp_words(stamp: Stamp) -> str:
    """A clock reading, and what else the same report says, if it disagrees with itself."""
    if not stamp.others:
        return clock(stamp.value)
    others = "; ".join(clock(other) for other in stamp.others)
    return f"{clock(stamp.value)} (by {stamp.basis}; elsewhere {others})"


def time_words(said: TimeReference) -> str:
    """When something was said: the report's words, and the day they mean."""
    words = one_line(said.words.text)
    meant = range_words(said.range) if said.range else None
    return f"{words} ({meant})" if meant and meant != words else words


def range_words(when: DateRange) -> str | None:
    """An interval: one day, or from one to another; None where both ends are open."""
    if when.earliest is None:
        return f"until {clock(when.latest)}" if when.latest else None
    if when.latest is None:
        return f"from {clock(when.earliest)}"
    if when.earliest == when.latest:
        return clock(when.earliest)
    return _span_words(when.earliest, when.latest) or f"{clock(when.earliest)} to {clock(when.latest)}"


def _span_words(earliest: str, latest: str) -> str | None:
    """From one end to the other without saying twice what they share; None where they are not both days or hours."""
    try:
        first, last = datetime.fromisoformat(earliest), datetime.fromisoformat(latest)
    except ValueError:
        return None
    if "T" in earliest and "T" in latest:
        same_day = first.date() == last.date() and first.tzinfo == last.tzinfo
        return f"{_day(first)}, {_hour(first)} to {_hour(last)}{_zone(last)}" if same_day else None
    if "T" in earliest + latest:
        return None
    return _months_words(first, last) or _from_to(first, last, lambda day: f"{day.day} {_MONTHS[day.month - 1]}")


def _months_words(first: date, last: date) -> str | None:
    """Whole years or months as a person calls them: "2011", "July 2023", "March to May 2023"; else None."""
    after = last + timedelta(days=1) if last.year < date.max.year else last
    if first.day != 1 or after.day != 1:
        return None
    if first.month == after.month == 1:
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return _from_to(first, last, lambda day: _MONTHS[day.month - 1])


def _from_to(first: date, last: date, named: Callable[[date], str]) -> str:
    """Two days or months, the year once if it is the same."""
    if first.year != last.year:
        return f"{named(first)} {first.year} to {named(last)} {last.year}"
    return f"{named(first)} to {named(last)} {last.year}"


def features(statement: Statement) -> list[str]:
    """What is known of a statement besides its speaker and its words, most telling first."""
    cue = " … ".join(one_line(words.text) for words in statement.cue if any(map(str.isalpha, words.text)))
    found = [cue, _manner(statement), _act(statement, cue), _polarity(statement, cue)]
    if statement.said:
        found.append(time_words(statement.said))
    if statement.addressee:
        found.append(f"to {one_line(statement.addressee.words.text)}")
    if statement.venue:
        found.append(f"{_plain(statement.venue.kind)}: {one_line(statement.venue.words.text)}")
    if statement.distance:
        signs = ", ".join(one_line(distance.words.text) for distance in statement.distance)
        found.append(f"the report keeps a distance: {signs}")
    if statement.evidence.confidence < _UNSURE:
        found.append(f"unsure ({statement.evidence.confidence:.2f})")
    return [fact for fact in found if fact]


def factuality_words(event: Event) -> str:
    """How an event is told: by the report, and where that differs, by the one on whose word it stands."""
    told = [_factuality(one) for one in (event.source_factuality, event.report_factuality) if one is not None]
    if len(told) < 2 or told[0] == told[1]:
        return told[0] if told else ""
    return f"{told[0]}; by the report {told[1]}"


def _factuality(told: Factuality) -> str:
    return f"{_plain(told.certainty)}, {_plain(told.occurrence)}"


def magnitude_words(magnitude: Magnitude) -> str:
    """A number of an event: the report's words, and what is counted."""
    return f"{one_line(magnitude.words.text)} {_plain_word(magnitude.what)}"


def facts_of(actor: Actor) -> list[str]:
    """What is known of an actor: the name, other names, roles, where they belong."""
    others = ", ".join(one_line(name) for name in actor.names if name != actor.name)
    kind = _plain(actor.kind) if actor.kind else None
    about = [kind, *actor.roles, actor.organisation, actor.country, actor.sector]
    told = ", ".join(one_line(fact) for fact in about if fact)
    return [line for line in (one_line(actor.name), others and f"also {others}", told) if line]


def _manner(statement: Statement) -> str | None:
    """None where nothing was said in any manner ("declined to comment")."""
    return MANNERS[statement.manner] if statement.content else None


def _act(statement: Statement, cue: str) -> str | None:
    """None for a plain assertion, and where the cue says the same ("promised")."""
    if statement.act is None or statement.act is Act.ASSERT:
        return None
    act = _plain(statement.act)
    return None if _says(cue, act) else act


def _polarity(statement: Statement, cue: str) -> str | None:
    """None for what is plainly asserted, and where the cue says the same ("denied")."""
    if statement.polarity is None or statement.polarity is Polarity.ASSERTED:
        return None
    polarity = _plain(statement.polarity)
    return None if _says(cue, polarity) else f"put as {polarity}"


def _says(cue: str, word: str) -> bool:
    return any(other.startswith(word[:_STEM]) for other in cue.casefold().split())


def _plain(value: StrEnum) -> str:
    return _plain_word(value.value)


def _plain_word(value: str) -> str:
    return value.replace("_", " ")


def _moment(moment: datetime) -> str:
    return f"{_day(moment)}, {_hour(moment)}{_zone(moment)}"


def _hour(moment: datetime) -> str:
    return f"{moment.hour:02}:{moment.minute:02}" + (f":{moment.second:02}" if moment.second else "")


def _zone(moment: datetime) -> str:
    return f" {moment.tzinfo}" if moment.tzinfo else ""


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
