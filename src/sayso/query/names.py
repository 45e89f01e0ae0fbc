"""Words that somebody types, against words of a report."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.gazetteer.fold import fold
from sayso.record.actor import Actor
from sayso.record.reference import Reference

Actors = dict[str, Actor]
"""The actors of one record, by id."""


def names_one(asked: str, names: Iterable[str]) -> bool:
    """Whether every word of `asked` is a word of one of the names, whatever the case and the accents."""
    words = set(fold(asked).split())
    return bool(words) and any(words <= set(fold(name).split()) for name in names)


def tells_of(asked: str, texts: Iterable[str]) -> bool:
    """Whether each word of `asked` begins a word of the texts: "attack" also finds "attackers"."""
    told = [word for text in texts for word in fold(text).split()]
    return all(any(word.startswith(start) for word in told) for start in fold(asked).split())


def names_of(reference: Reference | None, actors: Actors) -> list[str]:
    """All that a record calls whom the reference points at: the words, and the actor's names and roles."""
    if reference is None:
        return []
    actor = actors.get(reference.actor or "")
    if actor is None:
        return [reference.words.text]
    offices = [f"{actor.country or ''} {role} {actor.organisation or ''}" for role in actor.roles]
    return [reference.words.text, actor.name, *actor.names, *offices, *filter(None, [actor.organisation])]
