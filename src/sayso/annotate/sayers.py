"""Whether words name somebody, or something, that can say what is attributed to it."""

from __future__ import annotations

from functools import cache

from sayso.ontology.actors import actor_words
from sayso.ontology.codebook import cue_book, word_lists

_MARKS = ".,;:\"'“”‘’()"


def can_speak(words: str) -> bool:
    """Whether a source is named, or called by a word for people, bodies, papers, documents: not "the deployment"."""
    parts = words.split()
    low = [part.lower().strip(_MARKS) for part in parts]
    if not _speakers().isdisjoint(low) or any(part[0].isupper() for part in parts[1:]):
        return True
    return parts[0][0].isupper() and low[0] not in word_lists()["determiners"] | word_lists()["possessives"]


@cache
def _speakers() -> frozenset[str]:
    words, lists = actor_words(), cue_book().lists
    known = {*words.roles, *words.sectors, *words.in_bodies, *words.groups, *words.titles, *word_lists()["subjects"]}
    known |= {f"{role}s" for role in words.roles} | word_lists()["relatives"] | {"that"}
    return frozenset(known.union(*(lists[name] for name in lists if name.startswith("roles."))))
