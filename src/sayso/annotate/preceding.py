"""Content that stands before its source and cue: a quotation, or plain words and a comma."""

from __future__ import annotations

from sayso.annotate.contents import content_end
from sayso.annotate.found import Piece
from sayso.annotate.passage import Passage
from sayso.annotate.speaker import Speaker, Way
from sayso.annotate.stops import clause_at
from sayso.annotate.verbs import CueGroup

_ADJUNCT = 9
"""So many words of addressee, time and place may follow a cue."""
_SHORT = 2
"""So few words before a comma are a name or a time, not a clause."""


def preceding(passage: Passage, group: CueGroup, speaker: Speaker, has_right: bool) -> tuple[Piece, str] | None:
    """That content and the name of its rule; None if there is none.

    `has_right` says that a clause hangs on the cue already, so that plain words before it are not content.
    """
    if speaker.way not in (Way.SUBJECT, Way.INVERTED):
        return None
    edge = min(speaker.first, group.first)
    floor = passage.first_of(group.head)
    if edge == 0:
        return None
    if passage.low[edge - 1] == "as" and "postposed" in group.verb.takes and not has_right:
        return _as_said(passage, edge - 1, floor, group)
    quote = passage.quoted[edge - 1]
    if quote < 0 and edge - 1 > floor and passage.shape[edge - 1] in ",-":
        quote = passage.quoted[edge - 2]
    if quote >= 0:
        return _quotation_before(passage, quote, edge, floor, has_right) if "quote" in group.verb.takes else None
    if "postposed" not in group.verb.takes or has_right or edge - 1 <= floor or passage.shape[edge - 1] != ",":
        return None
    start = _plain_start(passage, floor, edge - 1)
    medial = plain_after(passage, group, speaker) is not None
    return ((start, edge - 1), "postposed") if _is_clause(passage, start, edge - 1, medial) else None


def _as_said(passage: Passage, at: int, floor: int, group: CueGroup) -> tuple[Piece, str] | None:
    """What "as the bank noted" goes with: the clause before its comma, or the one after it at the beginning."""
    if at > floor and passage.shape[at - 1] in ",-":
        start = _plain_start(passage, floor, at - 1)
        return ((start, at - 1), "as") if _is_clause(passage, start, at - 1, False) else None
    last = passage.last_of(group.head)
    comma = passage.shape.find(",", group.last, last)
    opens = at == floor or (at == floor + 1 and passage.shape[floor] == "c")
    if not opens or comma < 0 or not clause_at(passage, comma + 1, last):
        return None
    return (comma + 1, content_end(passage, comma + 1, last)), "as"


def _quotation_before(passage: Passage, quote: int, edge: int, floor: int, has_right: bool) -> tuple[Piece, str] | None:
    """The quotation, with the words before it in its sentence if it does not begin one."""
    first, last = passage.quotes[quote].first, passage.quotes[quote].last
    if passage.sentences[passage.sentence[edge]].block != passage.sentences[passage.sentence[first]].block:
        return None
    if last <= floor and (has_right or (last, edge) != (floor, floor)):
        return None
    if last > floor and has_right and last == edge:
        return None
    end = edge - 1 if passage.shape[edge - 1] == "," and passage.quoted[edge - 1] < 0 else edge
    start = _plain_start(passage, passage.first_of(first), first)
    return (min(start, first), end), "quote-before"


def plain_after(passage: Passage, group: CueGroup, speaker: Speaker) -> Piece | None:
    """The rest of the sentence after a cue that stands between two commas ("the talks, he said, will go on")."""
    last = passage.last_of(group.head)
    at = _comma(passage, max(group.last, speaker.end if speaker.way is Way.INVERTED else 0), last)
    if at + 1 >= last or passage.shape[at] != "," or passage.shape[at + 1] in "Grs":
        return None
    if passage.shape[at + 1] == "c" and not (
        passage.shape[at + 2 : last][:1] == '"' or clause_at(passage, at + 2, last)
    ):
        return None
    end = content_end(passage, at + 1, last)
    return (at + 1, end) if at + 1 < end else None


def _comma(passage: Passage, at: int, last: int) -> int:
    """The comma after "told the council in February", or `at` itself."""
    end = min(last, at + _ADJUNCT)
    while at < end and passage.shape[at] in "pDNM#T'P":
        at += 1
    return at


def _is_clause(passage: Passage, start: int, end: int, medial: bool) -> bool:
    """Whether the words before ", he said" can be what was said, and not just a time or a condition."""
    if start >= end:
        return False
    if medial:
        return True
    if passage.shape[start] == "s":
        comma = passage.shape.find(",", start, end)
        return comma > 0 and _is_clause(passage, comma + 1, end, medial)
    phrase_first = passage.shape[start] in "DMNSP#" and end - start > _SHORT
    return phrase_first or any(letter in "VEbhmd" for letter in passage.shape[start:end])


def _plain_start(passage: Passage, floor: int, end: int) -> int:
    at = floor
    while at < end and passage.shape[at] in "c":
        at += 1
    return at
