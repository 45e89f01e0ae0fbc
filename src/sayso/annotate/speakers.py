"""Who a verb group has for its subject."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotate.adjuncts import before_time
from sayso.annotate.apposition import apposed, with_apposition_after
from sayso.annotate.passage import Passage
from sayso.annotate.phrases import phrase_after, phrase_before
from sayso.annotate.shared import participle_speaker, shared_speaker
from sayso.annotate.speaker import Speaker, Way
from sayso.annotate.verbs import CueGroup, Voice


def speaker_of(passage: Passage, group: CueGroup, earlier: Sequence[Speaker]) -> Speaker | None:
    """The source of a group; `earlier` are the speakers before it in its sentence. None if there is none."""
    if group.voice is Voice.PARTICIPLE:
        return participle_speaker(passage, group, earlier)
    floor = passage.first_of(group.head)
    left = before_time(passage, group.first, floor)
    if left <= floor:
        return _inverted(passage, group)
    letter = passage.shape[left - 1]
    if letter == "r" or (letter == "q" and left - 1 > floor and passage.shape[left - 2] in "NM#"):
        return Speaker(left - 1, left, Way.RELATIVE, left - 1, group.last)
    if letter in ',"-' or passage.quoted[left - 1] >= 0:
        return _after_comma(passage, group, left, floor, earlier)
    if letter in "ca":
        return shared_speaker(passage, group, earlier, left - 1)
    return _subject(passage, group, left, floor)


def _subject(passage: Passage, group: CueGroup, end: int, floor: int) -> Speaker | None:
    start = phrase_before(passage, end, floor)
    if start is None:
        return None
    if start - 1 > floor and passage.shape[start - 1] in "pt" and passage.shape[start - 2] in "VEGN":
        start = _described(passage, start - 2, floor)
        return None if start is None else Speaker(start, end, Way.SUBJECT, start, group.last)
    if start > floor and passage.shape[start - 1] in "VEbhmd":
        antecedent = _antecedent(passage, start, floor)
        start = start if antecedent is None else antecedent
    return Speaker(start, end, Way.SUBJECT, start, group.last)


def _described(passage: Passage, at: int, floor: int) -> int | None:
    """The start of "residents reached by telephone" when `at` is at "reached"; None if no clause begins there."""
    start = phrase_before(passage, at + (passage.shape[at] == "N"), floor)
    begins = start is not None and (start == floor or passage.shape[start - 1] in ",;:.sqcaT-")
    return start if begins else None


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
        return None if closes_quote else shared_speaker(passage, group, earlier, left - 1)
    apart = apposed(passage, group, left - 1, floor)
    if apart:
        return apart
    return _inverted(passage, group) or shared_speaker(passage, group, earlier, left - 1)


def _inverted(passage: Passage, group: CueGroup) -> Speaker | None:
    """A source after its verb: "said the minister, who …"."""
    if not {"quote", "postposed"} & group.verb.takes or group.voice is not Voice.FINITE:
        return None
    ceiling = passage.last_of(group.head)
    start = group.last
    end = phrase_after(passage, start, ceiling)
    if end is None or passage.shape[start] == "O" or passage.shape[end - 1] in "D":
        return None
    if end < ceiling and (
        passage.shape[end] in "mVbhdn" or ("hearer" in group.verb.takes and passage.shape[end] == "t")
    ):
        return None
    end = with_apposition_after(passage, end, ceiling)
    return Speaker(start, end, Way.INVERTED, group.first, end)
