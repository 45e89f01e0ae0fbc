"""How two mentions look beside each other: what coreference scores besides their vectors."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np

from sayso.tagger.encode import Bools, Ints

MATCHES: Final = 8
GAPS: Final = 12

_PERSONS: Final = (
    "i me my mine myself",
    "we us our ours ourselves",
    "you your yours yourself yourselves",
    "he him his himself",
    "she her hers herself",
    "it its itself",
    "they them their theirs themselves",
    "this that these those",
    "who whom whose which",
)
_PERSON_OF: Final = {word: number for number, words in enumerate(_PERSONS) for word in words.split()}
PRONOUNS: Final = frozenset(_PERSON_OF)
_LATER: Final = "of in on at for from to by with , who whom whose which that where"
_AFTER_A_HEAD: Final = frozenset(_LATER.split())
_FUNCTION_WORDS: Final = "the a an of and in on for to 's ’s mr mrs ms mr. mrs. ms. dr. this that"
_SMALL: Final = frozenset(_FUNCTION_WORDS.split())


def matches(mentions: Sequence[Sequence[str]]) -> Ints:
    """Kind of likeness of every mention (row) with every other (column). Shape: (mentions, mentions).

    0 pronouns of one person, 1 of different ones, 2 one pronoun, 3 nothing shared, 4 a word shared, 5 the word that
    heads them shared, 6 the same words, 7 the same pronoun.
    """
    folded = [tuple(word.lower() for word in words) for words in mentions]
    pronoun = np.array([len(words) == 1 and words[0] in PRONOUNS for words in folded], dtype=bool)
    trimmed = [_trimmed(words) for words in folded]
    same = _alike(trimmed)
    kinds = np.where(_share(folded), np.int8(4), np.int8(3))
    np.putmask(kinds, _alike([_head(words) for words in trimmed]), 5)
    kinds[pronoun] = kinds[:, pronoun] = 2
    person = np.array([_PERSON_OF[words[0]] for words, alone in zip(folded, pronoun, strict=True) if alone])
    kinds[np.ix_(pronoun, pronoun)] = np.where(person[:, None] == person, 0, 1)
    np.putmask(kinds, same, np.where(pronoun, np.int8(7), np.int8(6))[:, None].repeat(len(kinds), 1))
    return kinds.astype(np.int64)


def gaps(places: Ints) -> Ints:
    """Bucket of how many words lie between two places, by powers of two. Shape: (n, n)."""
    apart = np.minimum(np.abs(places[:, None] - places[None]), 1 << GAPS)
    buckets: Ints = _buckets().take(apart)
    return buckets


@cache
def _buckets() -> Ints:
    """The bucket of each number of words. Shape: (2 ** GAPS + 1,)."""
    buckets = np.ceil(np.log2(np.arange(1, (1 << GAPS) + 2)))
    return np.minimum(buckets, GAPS - 1).astype(np.int64)


def _share(mentions: Sequence[tuple[str, ...]]) -> Bools:
    """Whether two mentions have a word in common that says something. Shape: (mentions, mentions)."""
    numbers = {word: number for number, word in enumerate({word for words in mentions for word in words} - _SMALL)}
    told = [(row, numbers[word]) for row, words in enumerate(mentions) for word in words if word in numbers]
    has = np.zeros((len(mentions), len(numbers)), np.float32)
    has[tuple(np.array(told, np.int64).reshape(-1, 2).T)] = 1
    shared: Bools = has @ has.T > 0
    return shared


def _alike(traits: Sequence[tuple[str, ...]]) -> Bools:
    """Whether two of the traits are the same. Shape: (traits, traits)."""
    numbers: dict[tuple[str, ...], int] = {}
    ids = np.array([numbers.setdefault(trait, len(numbers)) for trait in traits])
    alike: Bools = ids[:, None] == ids[None]
    return alike


def _head(words: tuple[str, ...]) -> tuple[str, ...]:
    """The word that heads a mention, by its looks: the last before "of", a comma, "who" …"""
    end = next((place for place, word in enumerate(words) if place and word in _AFTER_A_HEAD), len(words))
    return words[end - 1 : end]


def _trimmed(words: tuple[str, ...]) -> tuple[str, ...]:
    kept = words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words
    return kept[:-1] if len(kept) > 1 and kept[-1] in ("'s", "’s", "'", "’") else kept
