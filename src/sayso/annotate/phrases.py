"""Noun phrases, found leftwards from a verb or rightwards from one."""

from __future__ import annotations

from sayso.annotate.passage import Passage

WINDOW = 60
"""A noun phrase is looked for within this many tokens."""

_ENDS = ("", ",", ".", "p", "q", ":")
_BRACKET = 12
"""Tokens within which a bracket must close."""
_LINKS = frozenset({"of", "for", "in", "at", "from", "with", "on", "to", "against", "by", "near", "behind", "inside"})


def phrase_before(passage: Passage, end: int, floor: int) -> int | None:
    """The first token of the noun phrase that ends just before `end`, not before `floor`; None if there is none."""
    floor = max(floor, end - WINDOW)
    at = end - 1
    if at < floor:
        return None
    letter = passage.shape[at]
    if letter in "SO" and passage.low[at] not in ("him", "me", "us", "them"):
        return at
    if letter not in "NM#DE)" and not (letter == "G" and at > floor and passage.shape[at - 1] in "DNM'P"):
        return None
    start = _simple_before(passage, end, floor)
    return None if start is None else _joined(passage, start, floor)


def _simple_before(passage: Passage, end: int, floor: int) -> int | None:
    """The noun phrase and the prepositional phrases within it."""
    start = None
    at = end - 1
    while at >= floor and passage.quoted[at] < 0:
        letter = passage.shape[at]
        if letter == ")":
            at = _opening(passage, at, floor)
            if at < 0:
                break
        elif letter in "NM#" or (letter in "'&E" and at > floor) or (letter == "G" and _modifies(passage, at, floor)):
            start = at
        elif letter in "DP":
            start = at
            if not _attached(passage, at, floor):
                break
            at -= 1
        elif letter == "p" and start == at + 1 and passage.low[at] in _LINKS and _noun(passage, at - 1, floor):
            pass
        else:
            break
        at -= 1
    return start


def _opening(passage: Passage, at: int, floor: int) -> int:
    """The token of the bracket that opens what `at` closes; -1 if it is not near."""
    for back in range(at - 1, max(floor, at - _BRACKET) - 1, -1):
        if passage.shape[back] == "(":
            return back
    return -1


def _modifies(passage: Passage, at: int, floor: int) -> bool:
    return at > floor and passage.shape[at - 1] in "DP'NM"


def _noun(passage: Passage, at: int, floor: int) -> bool:
    return at >= floor and passage.shape[at] in "NM#)D" and passage.quoted[at] < 0


def _attached(passage: Passage, at: int, floor: int) -> bool:
    """Whether the phrase that begins at `at` hangs on a preposition after a noun ("the head of the council")."""
    if at - 1 >= floor and passage.shape[at - 1] == "D":
        return False
    return at - 2 >= floor and passage.low[at - 1] in _LINKS and _noun(passage, at - 2, floor)


def _joined(passage: Passage, start: int, floor: int) -> int:
    """The phrase with determiners before it and with what "and" or "or" joins to it."""
    while start > floor and passage.shape[start - 1] in "D#" and passage.quoted[start - 1] < 0:
        start -= 1
    start = _past_adjectives(passage, start, floor)
    if start - 2 >= floor and passage.low[start - 1] in ("and", "or", "&") and passage.shape[start - 2] in "NM":
        other = _simple_before(passage, start - 1, floor)
        if other is not None and _clause_begins(passage, other, floor):
            return other
    return start


def _past_adjectives(passage: Passage, start: int, floor: int) -> int:
    """The determiner of "the lean, 71-year-old diplomat", when `start` is behind the comma; else `start`."""
    if start - 3 < floor or passage.shape[start - 1] != "," or passage.shape[start] not in "N#E":
        return start
    at = start - 2
    while at > max(floor, start - 5) and passage.shape[at] in "NE":
        at -= 1
    return at if passage.shape[at] in "DP" else start


def _clause_begins(passage: Passage, at: int, floor: int) -> bool:
    return at <= floor or passage.shape[at - 1] in ",;:.sqc-"


def phrase_after(passage: Passage, start: int, ceiling: int) -> int | None:
    """One past the last token of the noun phrase that begins at `start`; None if none begins there."""
    ceiling = min(ceiling, start + WINDOW)
    if start >= ceiling or passage.quoted[start] >= 0:
        return None
    if passage.shape[start] in "SO" or (
        passage.low[start] == "her" and passage.shape[start + 1 : ceiling][:1] in _ENDS
    ):
        return start + 1
    if passage.shape[start] not in "DPNM#GEa":
        return None
    end = _simple_after(passage, start, ceiling)
    return end if end > start else None


def _simple_after(passage: Passage, start: int, ceiling: int) -> int:
    end = start
    at = start
    while at < ceiling and passage.quoted[at] < 0:
        letter = passage.shape[at]
        if letter in "NM#'":
            end = at + 1
        elif letter == "(":
            end = _closing(passage, at, ceiling)
            if end < 0:
                return at
            at = end - 1
        elif letter in "DP" and (at == start or passage.shape[at - 1] in "pDc"):
            end = at + 1 if letter == "D" else end
        elif not _leads_on(passage, at, start, ceiling):
            break
        at += 1
    return end


def _closing(passage: Passage, at: int, ceiling: int) -> int:
    """One past the bracket that closes what `at` opens; -1 if it is not near."""
    return passage.shape.find(")", at, min(ceiling, at + _BRACKET)) + 1 or -1


def _leads_on(passage: Passage, at: int, start: int, ceiling: int) -> bool:
    """Whether a preposition, conjunction, adjective or time stands within the phrase and not after it."""
    letter = passage.shape[at]
    if letter in "pc":
        links = passage.low[at] in _LINKS or passage.low[at] in ("and", "or")
        return links and at > start and _phrase_follows(passage, at + 1, ceiling)
    before = passage.shape[at - 1] if at > start else "D"
    following = passage.shape[at + 1] if at + 1 < ceiling else "."
    if letter == "T":
        return at > start and before in "D'" and following in "NM"
    return letter in "GEa" and following in "NMGE" and before in "DP'NM#pa"


def _phrase_follows(passage: Passage, at: int, ceiling: int) -> bool:
    return at < ceiling and passage.shape[at] in "DPNM#" and passage.quoted[at] < 0
