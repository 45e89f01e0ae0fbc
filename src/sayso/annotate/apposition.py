"""What is set beside a source between commas or dashes: "Jo Birk, the mayor of Arlen, said"."""

from __future__ import annotations

from sayso.annotate.passage import Passage
from sayso.annotate.phrases import phrase_before
from sayso.annotate.speaker import Speaker, Way
from sayso.annotate.verbs import CueGroup

_WINDOW = 45
"""It is looked for over this many tokens."""


def apposed(passage: Passage, group: CueGroup, comma: int, floor: int) -> Speaker | None:
    """The subject before something between commas: an appositive belongs to the source, a time or place does not."""
    found = None
    for at in range(comma - 1, max(floor, comma - _WINDOW), -1):
        if passage.quoted[at] >= 0:
            break
        if passage.shape[at] != passage.shape[comma]:
            continue
        start = phrase_before(passage, at, floor)
        if start is None or (start - 1 == floor and passage.shape[floor] in "ps"):
            break
        if start > floor and passage.shape[start - 1] in "pVEGbhmdc":
            continue
        found = _with_appositive(passage, group, start, at, comma) or found
        if start == floor or passage.shape[start - 1] != ",":
            break
    return found


def _with_appositive(passage: Passage, group: CueGroup, start: int, at: int, comma: int) -> Speaker | None:
    inside = passage.shape[at + 1 : comma]
    relative = inside[:1] == "r"
    if not relative and any(letter in "Vbhmd" for letter in inside.partition("r")[0].partition("q")[0]):
        return None
    belongs = relative or inside[:1] in ("D", "N", "M", "#", "P")
    return Speaker(start, comma + 1 if belongs else at, Way.SUBJECT, start, group.last)


def with_apposition_after(passage: Passage, end: int, ceiling: int) -> int:
    """The end of the source with the appositive or relative clause that follows it up to the next comma or stop."""
    if end + 1 >= ceiling or passage.shape[end] not in ",r":
        return end
    at = end + (passage.shape[end] == ",")
    if passage.shape[at] not in "DNM#Pr" or passage.quoted[at] >= 0:
        return end
    relative = passage.shape[at] == "r"
    while at < ceiling and passage.shape[at] not in ',.;:"-' and passage.quoted[at] < 0:
        letter = passage.shape[at]
        if not relative and letter in "Vbhmdr":
            relative = letter == "r"
            if not relative:
                return end
        if not relative and (letter == "s" or (letter == "G" and passage.shape[at + 1 : at + 2] not in ("N", "M"))):
            break
        at += 1
    return at


def past_apposition(passage: Passage, end: int, before: int) -> int:
    """The end of a noun phrase, what is set beside it included."""
    if end < before and passage.shape[end] == "," and passage.shape[end + 1 : end + 2] in ("D", "N", "M", "#", "r"):
        comma = passage.shape.find(",", end + 1, before)
        return comma + 1 if comma > 0 else end
    return end
