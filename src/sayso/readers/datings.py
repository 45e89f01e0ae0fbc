"""When a page says that its report was published and updated, and where its metadata disagree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

import msgspec

from sayso.readers import claims
from sayso.readers.claims import Claims
from sayso.readers.stamps import agree, stamp_of
from sayso.record.report import Warning  # noqa: A004
from sayso.record.when import Granularity, Stamp

EARLIEST, LATEST = "1995", "2050"
"""Years that a web page can have been published in: before there were none, and no clock is asked what today is."""
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[T ](?P<clock>\d\d:\d\d(?P<seconds>:\d\d)?)(?:\.\d{1,9})?\s?(?P<zone>Z|[+-]\d\d:?\d\d|[+-]\d\d)?)?\Z",
    re.IGNORECASE,
)
_SAME_S = 60
"""Clock readings nearer than this are one reading, rounded."""
_QUARTER_S = 900
_FARTHEST_ZONE_S = 14 * 3600
_LONGEST_DAY_S = 24 * 3600 + _FARTHEST_ZONE_S
"""Zones differ by quarters of an hour, fourteen hours at most; a time without one may be in any."""


def published(found: Claims) -> tuple[Stamp | None, tuple[Warning, ...]]:
    """When the report was first published, by the best place that says so."""
    return _settled(found, claims.PUBLISHED, "published")


def updated(found: Claims) -> tuple[Stamp | None, tuple[Warning, ...]]:
    """When it was last updated."""
    return _settled(found, claims.UPDATED, "updated")


def _settled(found: Claims, names: Sequence[str], what: str) -> tuple[Stamp | None, tuple[Warning, ...]]:
    stamps: list[Stamp] = []
    warnings: list[Warning] = []
    for name, value in found.of(names):
        stamp = _stamp(value, name) if isinstance(value, str) else None
        if stamp is None or (stamps and name.startswith("time:")):  # other reports' times stand on the page too
            continue
        if EARLIEST <= stamp.value[:4] < LATEST:
            stamps.append(stamp)
        else:
            message = f"{name} says the report was {what} {stamp.value[:10]}, which cannot be; left out"
            warnings.append(Warning(code="metadata.date-impossible", message=message))
    if not stamps:
        return None, tuple(warnings)
    chosen, others = stamps[0], [stamp for stamp in stamps[1:] if not same_moment(stamps[0], stamp)]
    if others:
        told = ", ".join(f"{stamp.value} ({stamp.basis})" for stamp in others)
        message = f"{chosen.basis} says {what} {chosen.value}, elsewhere the page says {told}"
        warnings.append(Warning(code="metadata.conflict", message=message))
    return msgspec.structs.replace(chosen, others=tuple(dict.fromkeys(s.value for s in others))), tuple(warnings)


def _stamp(value: str, name: str) -> Stamp | None:
    basis = cased(name)
    iso = _ISO.match(value.strip()[:60])
    if iso is None:
        return stamp_of(value.strip()[:80], basis=basis)
    text = iso["day"]
    fine = Granularity.DAY
    if iso["clock"]:
        text = f"{text}T{iso['clock']}{_zone(iso['zone'])}"
        fine = Granularity.SECOND if iso["seconds"] else Granularity.MINUTE
    return Stamp(value=text, granularity=fine, basis=basis) if _real(text) else None


def _zone(printed: str | None) -> str:
    if not printed:
        return ""
    if printed in "Zz":
        return "+00:00"
    digits = printed[1:].replace(":", "").ljust(4, "0")
    return f"{printed[0]}{digits[:2]}:{digits[2:]}"


def _real(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


_CASED = {
    "datepublished": "datePublished",
    "datemodified": "dateModified",
    "articlesection": "articleSection",
    "inlanguage": "inLanguage",
    "mainentityofpage": "mainEntityOfPage",
    "sourceorganization": "sourceOrganization",
}


def cased(name: str) -> str:
    """The name of a place as its standard writes it."""
    where, colon, what = name.partition(":")
    return name if where == "meta" else f"{where}{colon}{_CASED.get(what, what)}"


def same_moment(first: Stamp, second: Stamp) -> bool:
    """Whether two stamps can be one moment, written in two ways."""
    one, other = datetime.fromisoformat(first.value), datetime.fromisoformat(second.value)
    if Granularity.DAY not in (first.granularity, second.granularity) and one.tzinfo and other.tzinfo:
        return abs((one - other).total_seconds()) < _SAME_S
    if agree(first, second):
        return True
    apart = (one.replace(tzinfo=None) - other.replace(tzinfo=None)).total_seconds()
    if Granularity.DAY in (first.granularity, second.granularity):
        since_midnight = apart if second.granularity is Granularity.DAY else -apart
        return first.granularity != second.granularity and -_FARTHEST_ZONE_S <= since_midnight < _LONGEST_DAY_S
    if one.tzinfo is None and other.tzinfo is None:
        return abs(apart) < _SAME_S
    return abs(apart) <= _FARTHEST_ZONE_S and abs(apart) % _QUARTER_S < _SAME_S
