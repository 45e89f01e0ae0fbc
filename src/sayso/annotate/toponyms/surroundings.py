"""What stands around a name: a preposition of place, a verb that goes somewhere, the rest of a longer name."""

from __future__ import annotations

import re

from sayso.annotate.passage import Passage
from sayso.ontology.places import demonyms, place_words

COMPASS = re.compile(r"(?:(?:north|south)(?:[- ]?(?:east|west))?|east|west|central)(?:ern)?", re.IGNORECASE)

_PASSED = frozenset({"the", "neighbouring", "neighboring", "nearby", "rural", "downtown", "mainland"})
"""Words that may stand between a preposition and a place."""


def in_longer_name(passage: Passage, first: int, last: int) -> bool:
    """Whether more names stand beside the run in the same breath, so that it may be half of someone's name."""
    before = first > passage.first_of(first) and passage.shape[first - 1] == "M" and not opens_name(passage, first - 1)
    after = last < passage.last_of(first) and passage.shape[last] == "M"
    if after and passage.low[last] in place_words()["after.roles"] | place_words()["after.in_names"]:
        after = False
    demonym = passage.span(first, last).of(passage.report.text) in demonyms()
    return not demonym and (before or after)


def opens_name(passage: Passage, at: int) -> bool:
    """Whether the token may stand before a place's name and be none of it: "northern", "Turkish"."""
    return bool(COMPASS.fullmatch(passage.tokens[at].text)) or passage.tokens[at].text in demonyms()


def located(passage: Passage, first: int) -> bool:
    """Whether a preposition of place stands before the token: "in", "near", "the town of"."""
    back = first - 1
    while back > passage.first_of(first) and (passage.low[back] in _PASSED or COMPASS.fullmatch(passage.low[back])):
        back -= 1
    if back < passage.first_of(first):
        return False
    if passage.low[back] == "of" and back > passage.first_of(first):
        return passage.low[back - 1] in place_words()["before.kinds"] or bool(COMPASS.fullmatch(passage.low[back - 1]))
    return passage.low[back] in place_words()["before.locative"]


def after_preposition(passage: Passage, first: int) -> bool:
    """Whether a preposition governs the name, which then ends before the next.

    "the leader of Belarus Alexander Lukashenko".
    """
    return first > passage.first_of(first) and passage.shape[first - 1] == "p"


def gone_to(passage: Passage, first: int) -> bool:
    """Whether a preposition of place or direction stands before the token."""
    return located(passage, first) or passage.low[first - 1 : first] == ["to"]


def acted_on(passage: Passage, first: int) -> bool:
    """Whether a verb that takes places stands right before: "visited"."""
    return first > passage.first_of(first) and passage.low[first - 1] in place_words()["before.verbs"]


def contained(passage: Passage, last: int) -> bool:
    """Whether what it lies in follows the token before `last`: "Paris, Texas"."""
    end = passage.last_of(last - 1)
    return last + 1 < end and passage.low[last] == "," and passage.shape[last + 1] == "M"
