"""Who wrote a report: names in a line that holds nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.readers.agencies import agencies, agency
from sayso.readers.publishers import is_paper
from sayso.readers.stamps import Timing, first_date, timings

_LONGEST = 240
_BY = re.compile(
    r"\A\W{0,3}(?:by|written by|words by|story by|reported by|report by|text by|compiled by|"
    r"posted by|published by|authors?|byline|interview:|from our (?:own |special )?correspondents?)"
    r"(?:\s{0,2}:\s{0,2}|\s{1,3})",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"\s{0,3}(?:[|•·●\n\t]|\s[-–—]{1,2}\s)\s{0,3}")
_AND = re.compile(r",?\s(?:and|&|AND|with|WITH|und|y)\s|,\s|\s?/\s?|;\s")
_WHERE = re.compile(r"\s(?:in|at|near|reporting from|IN)\s(?=[A-Z])")
_FOR = re.compile(r",?\s(?:for|of|from|FOR)\s(?:the\s)?(?=[A-Z])|\s?\((?=[A-Z])")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s\Z|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[.,]\s\Z")
_INTRODUCED = re.compile(
    r",?\s(?:is\s(?:an?|the|our)\b|covers\b|writes\b|reports\b|joined\b|has\s(?:covered|"
    r"worked|written|reported)\b|can\sbe\sreached\b)"
)
_OF = re.compile(r"\A(?:for|of|from)\s(?:the\s)?(?=[A-Z])")
_WORD = re.compile(r"[^\W\d_][\w.'’`-]{0,30}")
_PARTICLES_WORDS = """
de da do dos das del della di du la le van von der den ter ten al el bin ibn ben bint abu af zu e y the
"""
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
_ROLES_WORDS = """
editor editors correspondent correspondents reporter reporters writer writers staff bureau chief desk
contributor analyst columnist producer photographer journalist special senior political foreign deputy
assistant agency agencies agence associate guest web news online team reporting wire services service newsroom
editorial anchor host freelance data business sports world diplomatic health science
"""
_ROLES = frozenset(_ROLES_WORDS.split())
_NOT_NAMES_WORDS = """
news world politics business sports sport opinion middle east west north south images press times post europe
asia africa america americas national local latest home top stories story video live breaking analysis feature
features culture economy markets technology science health related read more share print email comments photo
photos editor report reports special monday tuesday wednesday thursday friday saturday sunday january february
march april may june july august september october november december international war conflict government
gazette herald tribune chronicle journal courier mercury telegraph guardian observer standard ledger review
magazine radio television minister president prime police army council ministry court party
"""
_NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says: `names` of people as printed, `agencies` by their short names, `timings` if it is dated."""

    names: tuple[str, ...]
    agencies: tuple[str, ...]
    timings: tuple[Timing, ...] = ()


def byline_of(line: str) -> Byline | None:
    """What a line that begins with "By" says; None if it is not a byline ("By Monday the rain had stopped")."""
    if len(line) > _LONGEST:
        return None
    found = _BY.match(line)
    if found:
        return _signed(line[found.end() :])
    section, _, rest = line.partition(" · ") if " · " in line else line.partition(" | ")
    found = _BY.match(rest)
    dated = timings(section)
    signed = _signed(rest[found.end() :]) if found and (dated or len(section.split()) <= 3) else None
    return replace(signed, timings=(*dated, *signed.timings)) if signed else None


def bare_byline_of(line: str) -> Byline | None:
    """The same for a line without "By" that can hardly be anything else: "Ada Obi in Kyiv", "Ada Obi, Reuters"."""
    if len(line) > 120 or line.endswith((".", "?", "!", ":")):
        return None
    signed = _signed(line)
    if signed is None or (not signed.names and not signed.agencies):
        return None
    marked = bool(_WHERE.search(line)) or bool(signed.agencies) or bool(signed.timings)
    return signed if marked and all(is_name(name) and not is_paper(name) for name in signed.names) else None


def introduces(paragraph: str, names: Sequence[str]) -> bool:
    """Whether a paragraph introduces one of the report's own writers, by name and by what they do."""
    name = next((name for name in names if paragraph.startswith(name)), None)
    return name is not None and len(paragraph) <= 400 and _INTRODUCED.match(paragraph, len(name)) is not None


def names_in(line: str) -> tuple[str, ...]:
    """The people in a line of nothing but names ("Ada Obi and Ben Roe"); empty if it may be anything else."""
    if len(line) > 120:
        return ()
    found = [part.strip() for part in _AND.split(line.strip())]
    return tuple(found) if found and all(is_name(part) for part in found) else ()


def is_name(words: str) -> bool:
    """Whether `words` look like the name of a person: two to five words, capitalised, none of which says otherwise."""
    parts = words.split()
    if not 2 <= len(parts) <= 5 or any(part.casefold().strip(".") in _NOT_NAMES | _ROLES for part in parts):
        return False
    capital = [part for part in parts if part[0].isupper()]
    if not parts[0][0].isupper() or not parts[-1][0].isupper() or len(capital) < 2:
        return False
    return all(_WORD.fullmatch(part) and (part[0].isupper() or part in _PARTICLES) for part in parts)


def _signed(rest: str) -> Byline | None:
    segments = [segment.strip(" ,") for segment in _SEGMENT.split(rest.strip()) if segment.strip(" ,")]
    segments.sort(key=lambda segment: bool(timings(segment)))  # "3 May 2022, 19:05 · Ada Obi in Accra"
    if not segments:
        return None
    lead, dated = _undated(segments[0])
    first = _who(lead)
    if first is None:
        return None
    names, wires = first
    times = [dated] if dated else []
    for segment in segments[1:]:
        if timings(segment):
            times.append(timings(segment))
            continue
        more = _who(segment)
        if more is None and not is_role(segment):
            return None
        wires = (*wires, *(more[1] if more else ()))
    return Byline(names, tuple(dict.fromkeys(wires)), tuple(one for group in times for one in group))


def _undated(segment: str) -> tuple[str, tuple[Timing, ...]]:
    """A segment without the date that ends it ("Ada Obi, October 15, 2022"), and the date."""
    found = first_date(segment)
    if not found:
        return segment, ()
    weekday = _WEEKDAY.search(segment, 0, found.start())
    comma = segment.rfind(",", 0, found.start())
    for start in (weekday.start() if weekday else found.start(), *((comma,) if comma > 0 else ())):
        when = timings(segment[start:].strip(" ,"))
        if when:
            return segment[:start].rstrip(" ,"), when
    return segment, ()


def _who(segment: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Names and agencies in a segment; None if it holds something else."""
    wires = agencies(segment)
    if wires:
        return (), wires
    names: list[str] = []
    signed: list[str] = []
    for part in _AND.split(segment):
        who, wire = _apart(part.strip(" ,."))
        if wire:
            signed.append(wire)
        if agency(who):
            signed.append(agency(who) or "")
        elif names and is_paper(who) and segment.endswith(f", {part.strip()}"):
            continue
        elif is_name(_unranked(who)):
            names.append(_unranked(who))
        elif not (names or signed or is_role(who)) or not (is_role(who) or _is_place(who)):
            return None
    return tuple(names), tuple(signed)


def _apart(part: str) -> tuple[str, str | None]:
    """A name without the place and the house that follow it, and the agency if that is the house."""
    part = _OF.sub("", _WHERE.split(part)[0])
    words = part.split()
    if len(words) == 2 and words[1].casefold() in _ROLES:
        part = words[0] if agency(words[0]) else part
    who, *house = _FOR.split(part, maxsplit=1)
    return who.strip(), agency(house[0].strip(" )")) if house else None


def _unranked(who: str) -> str:
    """A name without the role before it: "Crime Reporter Ada Obi"."""
    words = who.split()
    last = next((at for at in reversed(range(len(words))) if words[at].casefold() in _ROLES), -1)
    return who if is_name(who) else " ".join(words[last + 1 :])


def is_role(words: str) -> bool:
    """Whether a few words say what a writer is ("Political Editor", "staff and agencies")."""
    parts = words.casefold().split()
    return 0 < len(parts) <= 7 and any(part.strip(".,'’") in _ROLES for part in parts) and not words.endswith(".")


def _is_place(words: str) -> bool:
    return len(words.split()) <= 3 and words[:1].isupper()
