"""Lines that say when a report was published or updated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from sayso.record.when import Granularity, Stamp

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)"
    r"?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"\b(?P<iso_y>{_YEAR})[-/.](?P<iso_m>\d\d)[-/.](?P<iso_d>\d\d)(?=\D|\b)"
    rf"|\b(?P<mdy_m>{_MONTH})\s{{0,3}}(?P<mdy_d>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<mdy_y>{_YEAR})\b"
    rf"|\b(?P<dmy_d>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?[\s.-]{{1,3}}(?P<dmy_m>{_MONTH})"
    rf",?[\s-]{{1,3}}(?P<dmy_y>{_YEAR})\b"
    rf"|\b(?P<num_a>\d{{1,2}})[/.-](?P<num_b>\d{{1,2}})[/.-](?P<num_y>{_YEAR})\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b(?P<h>[01]?\d|2[0-3])[:.h](?P<m>[0-5]\d)(?:[:.](?P<s>[0-5]\d)(?:\.\d{1,6})?)"
    r"?(?:\s{0,2}(?P<half>[ap])\.?m\b\.?)?"
    r"|\b(?P<h2>1[0-2]|[1-9])\s{0,2}(?P<half2>[ap])\.?m\b\.?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\A\s{0,2}\(?(?:(?P<zero>\bGMT\b|\bUTC\b|Z\b|\bZulu\b)|(?P<name>\bGMT|\bUTC)?\s?(?P<offset>[+\u2212-](?:[01]\d:?[0-5]\d|"
    r"(?<=[TC][+\u2212-])\d{1,2}|(?<=[TC]\s[+\u2212-])\d{1,2})(?!\d)))"
)
_SIGN = re.compile(r"\s?[+\u2212-]\d")
_SIGNED = re.compile(r"(?P<sign>[+\u2212-])(?P<hours>\d{1,2}):?(?P<minutes>[0-5]\d)?(?!\d)")
_OFFSET = re.compile(r"[+\u2212-]\s?[01]?\d:?(?:[0-5]\d)?(?!\d)|\b(?:GMT|UTC|Zulu)\b|(?<=\d)Z\b")
_DIGIT = re.compile(r"(?<![\w])0(?!\w)")
_ISO_T = re.compile(r"(?<=\d)T(?=\d\d:)")
_FILLER = re.compile(
    r"\bby\s(?:admin|administrator|webmaster|editor|staff|newsroom)\b|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|\b(?:on|at|by|the|hrs?|hours|local|time|T|noon|midnight|IST|EST|EDT|PST|PDT|"
    r"CST|CDT|MST|MDT|ET|PT|CET|CEST|EET|EEST|BST|MSK|JST|HKT|SGT"
    r"|AEST|AEDT|PKT|WAT|EAT|SAST|NPT|WIB|KST|PHT|ICT|GST|EAT|EEDT|WEST|WET)\b|(?<=\d)T(?=\d)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?P<updated>(?:last\s{1,3})?(?:updated|modified|revised|edited)(?:\s{1,3}(?:on|"
    r"at|date))?|update(?:d)?\s{1,3}(?:time|date))\b\s{0,3}:?"
    r"|\b(?P<published>(?:first\s{1,3}|originally\s{1,3})?(?:published|posted|issued|"
    r"released|created|filed|uploaded|added)(?:\s{1,3}(?:on|at|date|time))?"
    r"|(?:publication|publish|release|pub)\s{1,3}date|date(?:\s{1,3}published)?|pubdate|sent|published_at)\b\s{0,3}:?",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\A\W{0,3}(?:(?:updated|published|posted)\W{1,3})?(?:about\s)?(?:\d{1,3}|an?)\s(?:second|"
    r"minute|min|hour|hr|day|week|month)s?\sago\W{0,3}\Z",
    re.IGNORECASE,
)
_PUNCTUATION = re.compile(r"[\s,|•·–—:;()/.\[\]*-]*")
_LONGEST = 160


class Role(StrEnum):
    """What a time in the furniture is the time of."""

    PUBLISHED = "published"
    UPDATED = "updated"


@dataclass(frozen=True, slots=True)
class Timing:
    """A time in a line, and of what: `role` is None where the line does not say, `stamp` where it cannot be known."""

    role: Role | None
    stamp: Stamp | None


def timings(line: str, *, basis: str = "text:line") -> tuple[Timing, ...]:
    """The times in a line that says nothing else ("Published 15 Oct 2022, 08:12 GMT | Updated 16 Oct 2022"); else none.

    A numeric date that could be read two ways (10/11/2022) gives a timing without a stamp.
    """
    if len(line) > _LONGEST:
        return ()
    line = _ISO_T.sub(" ", line)
    if _AGO.match(line):
        return (Timing(None, None),)
    dates = list(_DATE.finditer(line))
    if not dates or not _nothing_else(line):
        return ()
    return tuple(
        _timing(
            line, found, dates[at + 1].start() if at + 1 < len(dates) else len(line), at and dates[at - 1].end(), basis
        )
        for at, found in enumerate(dates)
    )


def first_date(text: str) -> re.Match[str] | None:
    """The first full date in a short text."""
    return _DATE.search(text[:_LONGEST])


def stamp_of(text: str, *, basis: str) -> Stamp | None:
    """The one time in a value ("2022-10-15T08:12:00Z", "Sat, 15 Oct 2022 08:12 +0000"); None if none is sure."""
    found = timings(text, basis=basis)
    return found[0].stamp if len(found) == 1 else None


def agree(first: Stamp, second: Stamp) -> bool:
    """Whether two stamps can both be true: the coarser one is the beginning of the finer one."""
    length = min(len(first.value), len(second.value))
    if length <= 10 or ("+" in first.value[10:]) == ("+" in second.value[10:]):
        return first.value[: min(length, 16)] == second.value[: min(length, 16)]
    return first.value[:10] == second.value[:10]


def _nothing_else(line: str) -> bool:
    bare = _DATE.sub(" ", line)
    bare = _CLOCK.sub(" ", _OFFSET.sub(" ", _CLOCK.sub("0", bare, count=1)))
    bare = _DIGIT.sub(" ", bare)
    bare = _FILLER.sub(" ", _ROLE.sub(" ", bare))
    return _PUNCTUATION.fullmatch(bare) is not None


def _timing(line: str, found: re.Match[str], end: int, begin: int, basis: str) -> Timing:
    before = list(_ROLE.finditer(line, begin, found.start()))
    role = (Role.UPDATED if before[-1].group("updated") else Role.PUBLISHED) if before else None
    day = _day(found)
    if day is None:
        return Timing(role, None)
    led = _CLOCK.search(line, before[-1].end() if before else begin, found.start())
    later = _ROLE.search(line, found.end(), end)  # "Published: 14:05, 12 March 2026 | Updated: 16:30, …"
    clock = (led if before else None) or _CLOCK.search(line, found.end(), later.start() if later else end) or led
    if clock is None:
        return Timing(role, Stamp(value=day.isoformat(), granularity=Granularity.DAY, basis=basis))
    fine = Granularity.SECOND if clock.group("s") else Granularity.MINUTE
    value = (
        datetime.combine(day, _time(clock)).isoformat(timespec="seconds")
        if fine is Granularity.SECOND
        else datetime.combine(day, _time(clock)).isoformat(timespec="minutes")
    )
    return Timing(role, Stamp(value=value + _offset(line[clock.end() : end]), granularity=fine, basis=basis))


def _day(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    if parts["iso_y"]:
        return _real(int(parts["iso_y"]), int(parts["iso_m"]), int(parts["iso_d"]))
    for form in ("mdy", "dmy"):
        if parts[f"{form}_y"]:
            return _real(int(parts[f"{form}_y"]), _month(parts[f"{form}_m"]), int(parts[f"{form}_d"]))
    first, second, year = int(parts["num_a"]), int(parts["num_b"]), int(parts["num_y"])
    readings = {_real(year, first, second), _real(year, second, first)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _month(name: str) -> int:
    return next(at for at, month in enumerate(_MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(clock: re.Match[str]) -> time:
    hour, half = int(clock.group("h") or clock.group("h2")), (clock.group("half") or clock.group("half2") or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, int(clock.group("m") or 0), int(clock.group("s") or 0))


def _offset(rest: str) -> str:
    """The offset printed after a clock time, as ISO 8601 writes it; empty if none is printed."""
    found = _ZONE.match(rest)
    if not found:
        return ""
    if found.group("zero") and not _SIGN.match(rest, found.end()):
        return "+00:00"
    found = _SIGNED.search(rest, 0, 16)
    if not found:
        return ""
    hours, minutes = int(found.group("hours")), found.group("minutes") or "00"
    return f"{'+' if found.group('sign') == '+' else '-'}{hours:02d}:{minutes}" if hours <= 14 else ""
