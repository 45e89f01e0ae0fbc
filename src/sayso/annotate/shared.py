"""Sources that a verb has in common with another: "he smiled and said", "…, adding that"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.apposition import past_apposition
from sayso.annotate.passage import Passage
from sayso.annotate.phrases import phrase_after, phrase_before
from sayso.annotate.speaker import Speaker, Way
from sayso.annotate.verbs import CueGroup

_QUOTING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
_QUOTED = 20
"""So many words may stand between "quoted" and "as saying"."""
_WINDOW = 60
"""The subject of the sentence is looked for over this many tokens."""


def participle_speaker(passage: Passage, group: CueGroup, earlier: Sequence[Speaker]) -> Speaker | None:
    """The source of an -ing form: the cue's before it, or that of "with officials saying"."""
    floor = passage.first_of(group.head)
    left = group.first - 1
    if left < floor:
        return None
    letter = passage.shape[left]
    if passage.low[left] == "as":
        return _quoted_speaker(passage, group, left, floor)
    if letter in "NM":
        start = phrase_before(passage, group.first, floor)
        if start is not None and start > floor and passage.low[start - 1] == "with":
            return Speaker(start, group.first, Way.WITH, start - 1, group.last)
        return None
    if letter in ',c-"' or passage.low[left] in ("while", "by"):
        shared = shared_speaker(passage, group, earlier, left)
        return shared and replace(shared, way=Way.PARTICIPLE)
    return None


def _quoted_speaker(passage: Passage, group: CueGroup, left: int, floor: int) -> Speaker | None:
    """The source of "quoted the minister as saying", or of "the minister was quoted by Delo as saying"."""
    for at in range(left - 1, max(floor, left - _QUOTED) - 1, -1):
        if passage.low[at] not in _QUOTING:
            continue
        passive = at > floor and passage.shape[at - 1] == "b"
        end = at - 1 if passive else left - (passage.shape[left - 1] == ",")
        while passive and end > floor and passage.shape[end - 1] in "bhma":
            end -= 1
        start = phrase_before(passage, end, floor) if passive else at + 1
        if start is None or start >= end or passage.shape[start] not in "DPNMGS#E":
            return None
        return Speaker(start, end, Way.PARTICIPLE, left, group.last)
    return None


def shared_speaker(passage: Passage, group: CueGroup, earlier: Sequence[Speaker], left: int) -> Speaker | None:
    """The source of the cue before in the sentence, or the subject of the sentence."""
    for before in reversed(earlier):
        if before.way is not Way.RELATIVE:
            return Speaker(before.start, before.end, Way.SHARED, left, group.last)
    found = sentence_subject(passage, passage.first_of(group.head), group.first)
    return Speaker(*found, Way.SHARED, left, group.last) if found else None


def sentence_subject(passage: Passage, floor: int, before: int) -> tuple[int, int] | None:
    """The first noun phrase of the sentence that a verb follows, introductory phrases passed over."""
    at = floor
    ceiling = min(before, floor + _WINDOW)
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
        last = past_apposition(passage, end, before)
        if _verb_at(passage, last, before):
            return at, last
        at = end
    return None


def _verb_at(passage: Passage, at: int, before: int) -> bool:
    while at < before and passage.shape[at] in "an":
        at += 1
    return at < before and passage.shape[at] in "VEbhmd"
