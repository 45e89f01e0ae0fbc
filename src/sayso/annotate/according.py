"""Cues that are prepositions: "according to", "in the words of"."""

from __future__ import annotations

from sayso.annotate.apposition import with_apposition_after
from sayso.annotate.contents import content_end
from sayso.annotate.found import Found
from sayso.annotate.passage import Passage
from sayso.annotate.phrases import phrase_after
from sayso.annotate.stops import clause_at
from sayso.ontology.codebook import cue_book

_HANGER = 10
"""So many words may hang on a source before the comma."""


def according_in(passage: Passage) -> list[Found]:
    """Every attribution by such a phrase, in text order."""
    firsts = {phrase[0] for phrase in cue_book().according}
    found = []
    for at, word in enumerate(passage.low):
        if word in firsts and passage.quoted[at] < 0:
            one = _at(passage, at)
            if one:
                found.append(one)
    return found


def _at(passage: Passage, at: int) -> Found | None:
    last = passage.last_of(at)
    for phrase in cue_book().according:
        end = at + len(phrase)
        if tuple(passage.low[at:end]) == phrase and end < last:
            source_end = phrase_after(passage, end, last)
            if source_end is not None:
                return _joined(passage, at, end, source_end, last)
    return None


def _joined(passage: Passage, at: int, cue_end: int, source_end: int, last: int) -> Found | None:
    floor = passage.first_of(at)
    source_end = with_apposition_after(passage, source_end, last) if at > floor else source_end
    pieces = [piece for piece in (_left(passage, at, floor), _right(passage, at, source_end, floor, last)) if piece]
    if not pieces:
        return None
    return Found(
        (at, cue_end), (cue_end, source_end), tuple(pieces), "according", " ".join(passage.low[at:cue_end]), at
    )


def _left(passage: Passage, at: int, floor: int) -> tuple[int, int] | None:
    end = at
    while end > floor and passage.shape[end - 1] in ",-":
        end -= 1
    start = floor
    while start < end and passage.shape[start] in "c":
        start += 1
    if end > floor and passage.quoted[end - 1] >= 0:
        start = min(start, passage.quotes[passage.quoted[end - 1]].first)
    return (start, end) if start < end else None


def _leaves(passage: Passage, at: int, last: int) -> bool:
    """Whether what follows the comma is no longer attributed."""
    letter = passage.shape[at:last][:1]
    goes_on = letter == "c" and (passage.shape[at + 1 : last][:1] in ("V", "E") or clause_at(passage, at + 1, last))
    return letter in ("G", "r", "c", "s", "") and not goes_on


def _source_comma(passage: Passage, end: int, last: int) -> int:
    """The comma after a source that something more hangs on ("two people briefed on the talks,")."""
    ceiling = min(last, end + _HANGER)
    while end < ceiling and passage.shape[end] in "EpDNM#'rb":
        end += 1
    return end


def _right(passage: Passage, at: int, source_end: int, floor: int, last: int) -> tuple[int, int] | None:
    """What follows the source: everything, if the cue begins the sentence; else what goes on after a comma."""
    comma = source_end
    if at > floor + 1:
        comma = _source_comma(passage, source_end, last)
        if comma >= last or passage.shape[comma] != "," or _leaves(passage, comma + 1, last):
            return None
    else:
        comma = passage.shape.find(",", source_end, last)
        if comma < 0:
            return None
    end = content_end(passage, comma + 1, last)
    return (comma + 1, end) if comma + 1 < end else None
