"""Common nouns for people and bodies, and their PLOVER sectors."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sayso.ontology.plover.files import entries
from sayso.ontology.plover.forms import noun_lemma


@cache
def sectors() -> Mapping[str, str]:
    """Last words of phrases, in small letters, to sector codes; of two that claim a word, the first in the file."""
    table: dict[str, str] = {}
    for sector, words in entries("agents").items():
        if sector != "notes":
            for word in words.split():
                table.setdefault(word, sector)
    return table


def sector_of(word: str) -> str | None:
    """The sector that the noun `word` (small letters, singular or plural) tells; None for what is nobody."""
    return sectors().get(word) or sectors().get(noun_lemma(word))


@cache
def armed_sectors() -> frozenset[str]:
    """Sectors whose members bear arms."""
    return frozenset(entries("agents")["notes"]["armed"])


@cache
def civic_sectors() -> frozenset[str]:
    """Sectors of people who stand together for a cause: unions, churches, movements."""
    return frozenset(entries("agents")["notes"]["civic"])


@cache
def public_sectors() -> frozenset[str]:
    """Sectors whose deeds are politics even where no country is told."""
    return frozenset(entries("agents")["notes"]["public"])


@cache
def is_human(word: str) -> bool:
    """Whether a noun in small letters means people by its sector, or by how it ends ("strangers", "postwoman")."""
    if sector_of(word):
        return True
    lemma = noun_lemma(word)
    notes = entries("agents")["notes"]
    return len(lemma) > 4 and lemma.endswith(tuple(notes["endings"])) and lemma not in _inanimate()


@cache
def _inanimate() -> frozenset[str]:
    return frozenset(entries("agents")["notes"]["inanimate"].split())
