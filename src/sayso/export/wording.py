"""The values of a record in words for people: times, manners, acts."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from sayso.export.visible import one_line
from sayso.record.actor import Actor
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
    whole = _whole_period(when.earliest or "", when.latest or "")
    if whole:
        return whole
    ends = [clock(end) if end else None for end in (when.earliest, when.latest)]
    match ends:
        case [None, None]:
            return None
        case [earliest, None]:
            return f"from {earliest}"
        case [None, latest]:
            return f"until {latest}"
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def _whole_period(earliest: str, latest: str) -> str | None:
    """What a person calls it: "2011" or "July 2023"; None for an interval that is neither."""
    try:
        first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
    except ValueError:
        return None
    after = last + timedelta(days=1) if last < date.max else last
    if first.day != 1 or after.day != 1:
        return None
    if (first.month, after.month, after.year - first.year) == (1, 1, 1):
        return str(first.year)
    months = (after.year - first.year) * 12 + after.month - first.month
    return f"{_MONTHS[first.month - 1]} {first.year}" if months == 1 else None


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
    return value.value.replace("_", " ")


def _moment(moment: datetime) -> str:
    seconds = f":{moment.second:02}" if moment.second else ""
    zone = f" {moment.tzinfo}" if moment.tzinfo else ""
    return f"{_day(moment)}, {moment.hour:02}:{moment.minute:02}{seconds}{zone}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
