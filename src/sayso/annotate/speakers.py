"""Who a verb group has for its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sayso.annotate.passage import Passage
from sayso.annotate.phrases import phrase_after, phrase_before
from sayso.annotate.verbs import CueGroup, Voice
from sayso.ontology.codebook import word_lists

_APPOSITIVE = 45
"""An appositive between commas is looked for over this many tokens."""
_TIME_ADJUNCT = 5
_SUBJECT_WINDOW = 60


class Way(StrEnum):
    """How the source stands to the cue."""

    SUBJECT = "subject"
    RELATIVE = "relative"
    INVERTED = "inverted"
    SHARED = "shared"
    WITH = "with"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source in tokens, and where the clause of source and cue begins and ends (`first`, `last`, half-open)."""

    start: int
    end: int
    way: Way
    first: int
    last: int


def speaker_of(passage: Passage, group: CueGroup, earlier: Sequence[Speaker]) -> Speaker | None:
    """The source of a group; `earlier` are the speakers before it in its sentence. None if there is none."""
    if group.voice is Voice.PARTICIPLE:
        return _of_participle(passage, group, earlier)
    floor = passage.first_of(group.head)
    left = _before_time(passage, group.first, floor)
    if left <= floor:
        return _inverted(passage, group)
    letter = passage.shape[left - 1]
    if letter == "r" or (letter == "q" and left - 1 > floor and passage.shape[left - 2] in "NM#"):
        return Speaker(left - 1, left, Way.RELATIVE, left - 1, group.last)
    if letter in ',"-' or passage.quoted[left - 1] >= 0:
        return _after_comma(passage, group, left, floor, earlier)
    if letter in "ca":
        return _shared(passage, group, earlier, left - 1)
    return _subject(passage, group, left, floor)


def _before_time(passage: Passage, first: int, floor: int) -> int:
    """Back over a time between subject and verb ("the minister on Saturday said")."""
    at = first
    while at > floor and at > first - _TIME_ADJUNCT and passage.shape[at - 1] in "T#":
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


def _subject(passage: Passage, group: CueGroup, end: int, floor: int) -> Speaker | None:
    start = phrase_before(passage, end, floor)
    if start is None:
        return None
    if start > floor and passage.shape[start - 1] in "VEbhmd":
        antecedent = _antecedent(passage, start, floor)
        start = start if antecedent is None else antecedent
    return Speaker(start, end, Way.SUBJECT, start, group.last)


def _antecedent(passage: Passage, end: int, floor: int) -> int | None:
    """The start of "the man who shot the king" when `end` is at "the king"; None if it is no such phrase."""
    for at in range(end - 1, max(floor, end - 15), -1):
        if passage.shape[at] in ',;:"c':
            return None
        if passage.shape[at] == "r":
            return phrase_before(passage, at, floor)
    return None


def _after_comma(
    passage: Passage, group: CueGroup, left: int, floor: int, earlier: Sequence[Speaker]
) -> Speaker | None:
    closes_quote = passage.quoted[left - 1] >= 0 or (left - 2 >= floor and passage.quoted[left - 2] >= 0)
    if closes_quote:
        inverted = _inverted(passage, group)
        if inverted:
            return inverted
    if passage.shape[left - 1] not in ",-":
        return None if closes_quote else _shared(passage, group, earlier, left - 1)
    apart = _appositive(passage, group, left - 1, floor)
    if apart:
        return apart
    return _inverted(passage, group) or _shared(passage, group, earlier, left - 1)


def _appositive(passage: Passage, group: CueGroup, comma: int, floor: int) -> Speaker | None:
    """The subject before something between commas: an appositive belongs to the source, a time or place does not."""
    found = None
    for at in range(comma - 1, max(floor, comma - _APPOSITIVE), -1):
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


def _inverted(passage: Passage, group: CueGroup) -> Speaker | None:
    """A source after its verb: "said the minister, who …"."""
    if not {"quote", "postposed"} & group.verb.takes or group.voice is not Voice.FINITE:
        return None
    ceiling = passage.last_of(group.head)
    start = group.last
    end = phrase_after(passage, start, ceiling)
    if end is None or passage.shape[start] == "O" or passage.shape[end - 1] in "D":
        return None
    if end < ceiling and passage.shape[end] in "mVbhdn":
        return None
    end = with_apposition_after(passage, end, ceiling)
    return Speaker(start, end, Way.INVERTED, group.first, end)


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


def _of_participle(passage: Passage, group: CueGroup, earlier: Sequence[Speaker]) -> Speaker | None:
    floor = passage.first_of(group.head)
    left = group.first - 1
    if left < floor:
        return None
    letter = passage.shape[left]
    if letter in "NM":
        start = phrase_before(passage, group.first, floor)
        if start is not None and start > floor and passage.low[start - 1] == "with":
            return Speaker(start, group.first, Way.WITH, start - 1, group.last)
        return None
    if letter in ',c-"' or passage.low[left] in ("while", "by"):
        shared = _shared(passage, group, earlier, left)
        return shared and replace(shared, way=Way.PARTICIPLE)
    return None


def _shared(passage: Passage, group: CueGroup, earlier: Sequence[Speaker], left: int) -> Speaker | None:
    """The source of the cue before in the sentence, or the subject of the sentence."""
    for before in reversed(earlier):
        if before.way is not Way.RELATIVE:
            return Speaker(before.start, before.end, Way.SHARED, left, group.last)
    found = _sentence_subject(passage, passage.first_of(group.head), group.first)
    return Speaker(*found, Way.SHARED, left, group.last) if found else None


def _sentence_subject(passage: Passage, floor: int, before: int) -> tuple[int, int] | None:
    """The first noun phrase of the sentence that a verb follows, introductory phrases passed over."""
    at = floor
    ceiling = min(before, floor + _SUBJECT_WINDOW)
    while at < ceiling:
        if passage.quoted[at] >= 0 or passage.shape[at] == "s":
            comma = passage.shape.find(",", at, ceiling)
            if comma < 0:
                return None
            at = comma
        end = None if at > floor and passage.shape[at - 1] in "pG" else phrase_after(passage, at, before)
        if end is None:
            at += 1
            continue
        last = _past_apposition(passage, end, before)
        if _verb_at(passage, last, before):
            return at, last
        at = end
    return None


def _verb_at(passage: Passage, at: int, before: int) -> bool:
    while at < before and passage.shape[at] in "an":
        at += 1
    return at < before and passage.shape[at] in "VEbhmd"


def _past_apposition(passage: Passage, end: int, before: int) -> int:
    if end < before and passage.shape[end] == "," and passage.shape[end + 1 : end + 2] in ("D", "N", "M", "#", "r"):
        comma = passage.shape.find(",", end + 1, before)
        return comma + 1 if comma > 0 else end
    return end
