"""Nouns of saying as cues: "his claim that", "the minister's warning that"."""

from __future__ import annotations

from sayso.annotate.contents import content_end
from sayso.annotate.found import Found, Piece
from sayso.annotate.passage import Passage
from sayso.annotate.phrases import phrase_before
from sayso.annotate.stops import stop
from sayso.ontology.codebook import cue_book

_ADJECTIVES = 3


def nouns_in(passage: Passage) -> list[Found]:
    """Attributions by a noun of saying with its owner and a "that" clause."""
    nouns = cue_book().nouns
    found = []
    for at, word in enumerate(passage.low):
        if word in nouns and passage.shape[at] in "NB" and passage.quoted[at] < 0:
            one = _at(passage, at)
            if one:
                found.append(one)
    return found


def _at(passage: Passage, at: int) -> Found | None:
    last = passage.last_of(at)
    if at + 2 >= last or passage.shape[at + 1] != "q":
        return None
    source = _owner(passage, at)
    if source is None:
        return None
    end = stop(passage, at + 1, content_end(passage, at + 1, last), "that")
    return Found((at, at + 1), source, ((at + 1, end),), "noun", passage.low[at], source[0])


def _owner(passage: Passage, noun: int) -> Piece | None:
    """The possessive pronoun or the name with 's before the noun."""
    floor = max(passage.first_of(noun), noun - _ADJECTIVES - 1)
    for at in range(noun - 1, floor - 1, -1):
        letter = passage.shape[at]
        if letter == "P":
            return at, at + 1
        if letter == "'":
            start = phrase_before(passage, at, passage.first_of(noun))
            return None if start is None else (start, at)
        if letter not in "NEaG":
            return None
    return None
