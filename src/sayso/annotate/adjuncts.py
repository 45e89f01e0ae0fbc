"""What may stand between a cue and its content: an addressee, a time, a place or medium."""

from __future__ import annotations

from sayso.annotate.passage import Passage
from sayso.annotate.phrases import phrase_after
from sayso.ontology.codebook import word_lists

_WINDOW = 20
"""Content is looked for behind so many words."""
_TIME_WORDS = 5
"""A time between subject and verb has no more words."""
_ASIDE = 9
"""So many words may stand between two commas there."""
_APPROXIMATE = frozenset({"about", "around", "over", "under"})


def opens_quote(passage: Passage, at: int) -> bool:
    """Whether an outer quotation opens at the token."""
    number = passage.quoted[at] if at < len(passage.quoted) else -1
    return number >= 0 and passage.quotes[number].first == at and passage.quotes[number].opened


def after_hearer(passage: Passage, at: int, last: int) -> int:
    """Past the addressee: a pronoun, a name or a short noun phrase."""
    if at >= last or passage.shape[at] in 'qt",:s':
        return at
    if passage.shape[at] == "P" and passage.shape[at + 1 : last][:1] in ("t", "q", "s", "S", ",", ":", '"'):
        return at + 1
    end = phrase_after(passage, at, last)
    if end is None:
        return at
    for middle in range(at + 1, end):
        if passage.shape[middle] == "D" and passage.shape[middle - 1] not in "pc":
            return middle
    return end


def after_adjuncts(passage: Passage, at: int, last: int) -> int | None:
    """Past "on Saturday", "in a statement", "to reporters", where a complement follows; None if none does."""
    start = at
    while start < last and passage.shape[start] in "a":
        start += 1
    if start >= last:
        return None
    if passage.shape[start] == "," and not opens_quote(passage, start + 1):
        return _past_aside(passage, start, last)
    return _beyond(passage, start, last) if _begins_adjunct(passage, start, last) else start


def _past_aside(passage: Passage, comma: int, last: int) -> int:
    """Past something between commas ("claimed, without giving evidence, that"), if content follows it."""
    closing = passage.shape.find(",", comma + 1, min(last, comma + _ASIDE))
    after = closing + 1
    follows = closing > 0 and after < last and (passage.shape[after] in 'q"' or opens_quote(passage, after))
    return after if follows else comma


def _begins_adjunct(passage: Passage, at: int, last: int) -> bool:
    """Whether "to reporters", "last week", "on Monday" begins here and not "to resign", "this plan"."""
    if passage.low[at] in _APPROXIMATE and passage.shape[at + 1 : at + 2] in ("#", "N", "D"):
        return passage.shape[at + 1] == "D" and passage.low[at + 1] != "half"
    if passage.shape[at] in "pT":
        return True
    if (
        passage.shape[at] in "D#"
        and passage.low[at + 1 : at + 2] != []
        and passage.low[at + 1] in word_lists()["time_nouns"]
    ):
        return True
    following = passage.low[at + 1 : min(at + 4, last)]
    if passage.low[at] == "to":
        named = passage.shape[at + 1 : at + 2] in ("D", "M", "O")
        return named or any(word in word_lists()["hearers"] for word in following[:1])
    leads = passage.low[at] in word_lists()["time_leads"]
    times = word_lists()["time_nouns"] | word_lists()["times"]
    return leads and any(word in times for word in following)


def _beyond(passage: Passage, start: int, last: int) -> int | None:
    """The "that", quotation or colon after adjuncts; or the clause right after a time."""
    time = None
    for at in range(start, min(last, start + _WINDOW)):
        letter = passage.shape[at]
        if letter in 'q"' or (letter == "," and at + 1 < last and opens_quote(passage, at + 1)):
            return at
        if letter == ":":
            return at + 1 if at + 1 < last else None
        if letter in "SP" and at > start and passage.shape[at - 1] in "TNM#":
            return at
        if (letter == "T" and passage.shape[at - 1] != "D") or passage.low[at] in word_lists()["time_nouns"]:
            time = at
        if not _in_adjunct(passage, at, start):
            break
    return None if time is None else _clause_after(passage, time + 1, last)


def _in_adjunct(passage: Passage, at: int, start: int) -> bool:
    participle = at > start and (passage.low[at].endswith("ed") or passage.low[at] in ("before", "after"))
    return passage.quoted[at] < 0 and (participle or passage.shape[at] in "pDNM#T'aPtE")


def _clause_after(passage: Passage, at: int, last: int) -> int | None:
    return at if at < last and passage.shape[at] in "DMNq" else None


def before_time(passage: Passage, first: int, floor: int) -> int:
    """Back over a time between subject and verb ("the minister on Saturday said")."""
    at = first
    while at > floor and at > first - _TIME_WORDS and passage.shape[at - 1] in "T#":
        if passage.shape[at - 1] == "#" and (at < 2 or passage.shape[at - 2] != "T"):
            break
        at -= 1
    lists = word_lists()
    if at == first and at - 1 > floor and passage.low[at - 1] in lists["time_nouns"]:
        at -= passage.low[at - 2] in lists["time_leads"]
    if at < first and at > floor and passage.low[at - 1] in lists["time_leads"]:
        at -= 1
    if at < first and at > floor and passage.shape[at - 1] == "p":
        at -= 1
    if at < first and at > floor and passage.shape[at - 1] == "V" and passage.low[at - 1].endswith("ed"):
        at -= 1  # "a report published Wednesday said"
    return at
