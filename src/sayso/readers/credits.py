"""Lines that say whose copy a report is: who reported, who edited, from whom it was taken."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.readers.agencies import agencies, agency
from sayso.readers.bylines import is_name, names_in

_LONGEST = 400
_REPORTING = re.compile(
    r"\A\W{0,3}(?:(?:additional\s|further\s|with\s)?reporting(?:\sand\s(?:writing|editing)"
    r")?\sby|writing\sand\sediting\sby|with\sagency\sinputs?|(?:writing|editing|edited|"
    r"compiled|written|production|graphics|translated|translation|"
    r"fact-checked|fact-checking|reviewed|filming|copy-edited|proofread)\sby|with\s(?:additional\s)"
    r"?(?:inputs?|reporting|contributions?|information|files|material)\s(?:by|from)"
    r"|"
    r"(?:inputs?|information)\sfrom)\b[\s:]{0,3}(?P<who>[^\"“”]{0,360})\Z",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"\A\W{0,5}(?P<who>[A-Z][^\"“”.]{1,200}?)\s(?:in\s[A-Z][\w\s,]{1,60}\s)?(?:also\s)?"
    r"(?:contributed\sto\s(?:this|the)\s(?:report|story|article)|contributed\sreporting)"
    r"(?:\sfrom\s[^.\"“”]{1,60})?\W{0,3}\Z"
)
_STAFF = re.compile(
    r"\A[\W_]{0,6}(?P<who>(?:The\s)?[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20}){0,3})\s(?:[a-z]{2,12}\s)"
    r"{0,2}(?:writers?|reporters?|journalists?|correspondents?|producers?)"
    r"\s(?P<names>[A-Z][^.!?\"“”]{2,160}?)\s(?:also\s)?(?:reported|contributed)(?:\sto\sthis\s(?:report|"
    r"story|article))?(?:\sfrom\s[^.!?\"“”]{2,80})?\.?\Z"
)
_TAKEN = re.compile(
    r"\A\W{0,3}(?:sources?|credits?|via|agenc(?:y|ies)|copyright|wire|newswire|feed|"
    r"from|©|\(c\))\s{0,2}[:|]?\s{0,2}(?:(?:copyright|©|\(c\)|by|the|of)\s{0,2}){0,3}"
    r"(?:(?:19|20)\d\d\s{0,2}[,-]?\s{0,2})?(?P<who>[^.:\"“”]{2,80}?)(?:\s(?:19|20)\d\d)"
    r"?(?:[.,]\s{0,2}(?:all\srights\sreserved|this\smaterial)[^\"“”]{0,200})?\W{0,2}\Z",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\A[\s(\[—–-]{0,4}(?P<who>[A-Za-z][\w\s./&’'-]{1,60}?)[\s)\]]{0,3}\Z")
_ENDING = re.compile(r"(?P<cut>\s{1,2}(?:[—–-]{1,2}\s?|[(\[])(?P<who>[A-Za-z][\w./& -]{1,40}?)[)\]]?)\Z")
_PARTS = re.compile(
    r"\s{0,2};\s{0,2}|\.\s(?=[A-Z])|,\s(?=(?:writing|editing)\sby)|\s(?=(?:editing|edited|"
    r"graphics)\sby)",
    re.IGNORECASE,
)
_WRITERS = re.compile(r"\A\W{0,3}(?:reporting(?:\sand\swriting|\sand\sediting)?|written|writing)\sby\s", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|from)\s", re.IGNORECASE)
_DESK = re.compile(r"\b(?:staff|desk|newsroom|bureau|agency|agencies|team|inputs?)\W{0,2}\Z", re.IGNORECASE)
_WHERE = re.compile(r"\s(?:in|at|from)\s(?=[A-Z])[^,;]{1,60}?(?=,|\sand\s|;|\Z)")


@dataclass(frozen=True, slots=True)
class Credit:
    """What a credit line says: `writers` only where it names who reported or wrote."""

    line: str
    agencies: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()


def credit_line_of(line: str) -> Credit | None:
    """What a line that only credits says ("Reporting by Ada Obi; editing by Ben Roe", "Source: AFP"); else None."""
    if not 2 < len(line) <= _LONGEST:
        return None
    if _REPORTING.match(line) and _only_credits(line):
        return Credit(line, agencies=_wires(line), writers=_writers(line))
    staff = _STAFF.match(line)
    if staff and agency(staff.group("who")):
        return Credit(line, agencies=_wires(staff.group("who")), writers=_people(staff.group("names")))
    contributed = _CONTRIBUTED.match(line)
    if contributed and (_wires(contributed.group("who")) or _people(contributed.group("who"))):
        return Credit(line, agencies=_wires(contributed.group("who")))
    for form in (_SIGNED, _TAKEN):
        found = form.match(line)
        wires = agencies(found.group("who")) if found else ()
        if wires:
            return Credit(line, agencies=wires)
    return None


def closing_credit_of(paragraph: str) -> tuple[int, Credit] | None:
    """The agency that signs a paragraph at its end ("… since May. — AFP"), and where the paragraph ends without it."""
    found = _ENDING.search(paragraph[-60:])
    if not found:
        return None
    wires = agencies(found.group("who"))
    end = len(paragraph) - len(paragraph[-60:]) + found.start("cut")
    before = paragraph[:end].rstrip()
    if not wires or not before.endswith((".", "!", "?", '"', "”", "'", "’")):
        return None
    return end, Credit(found.group("cut").strip(), agencies=wires)


def _only_credits(line: str) -> bool:
    """Whether what follows "by" is a name, an agency or a desk ("Reporting by the army showed …" is not)."""
    if line.startswith(("(", "[")) and line.rstrip(" .").endswith((")", "]")):
        return True
    parts = [_BY.split(part, maxsplit=1)[-1].strip(" .") for part in _PARTS.split(line)]
    return all(_people(part) or _wires(part) or _DESK.search(part) for part in parts if part)


def _wires(words: str) -> tuple[str, ...]:
    """Agencies named in a longer line."""
    bare = re.sub(
        r"\b(?:reporting|inputs?|information|files|material|contributions?|with|additional|by|from|the)\b|[()]",
        " ",
        words,
        flags=re.IGNORECASE,
    )
    named = [agency(part) for part in re.split(r"[,;/&]|\band\b|\s{2,}|\.\s", bare) if part.strip()]
    return tuple(dict.fromkeys(name for name in named if name))


def _writers(line: str) -> tuple[str, ...]:
    names: list[str] = []
    for part in _PARTS.split(line.strip(" ()[].")):
        found = _WRITERS.match(part)
        if found:
            names += _people(part[found.end() :])
    return tuple(dict.fromkeys(names))


def _people(words: str) -> tuple[str, ...]:
    bare = _WHERE.sub("", words).strip(" .")
    return names_in(bare) or ((bare,) if is_name(bare) else ())
