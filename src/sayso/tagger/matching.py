"""How two mentions look beside each other: what coreference scores besides their vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from sayso.tagger.encode import Ints

MATCHES: Final = 8
GAPS: Final = 12

_PRONOUNS: Final = """
i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
it its itself they them their theirs themselves this that these those who whom whose which
"""
PRONOUNS: Final = frozenset(_PRONOUNS.split())
_FUNCTION_WORDS: Final = "the a an of and in on for to 's ’s mr mrs ms mr. mrs. ms. dr. this that"
_SMALL: Final = frozenset(_FUNCTION_WORDS.split())


def matches(mentions: Sequence[Sequence[str]]) -> Ints:
    """Kind of likeness of every mention (row) with every other (column). Shape: (mentions, mentions).

    1 different pronouns, 2 one pronoun, 3 nothing shared, 4 a word shared, 5 the last word shared,
    6 the same words, 7 the same pronoun.
    """
    folded = [tuple(word.lower() for word in words) for words in mentions]
    pronoun = np.array([len(words) == 1 and words[0] in PRONOUNS for words in folded], dtype=bool)
    kinds = np.where(pronoun[:, None] | pronoun[None], 2, 3)
    kinds[pronoun[:, None] & pronoun[None]] = 1
    _mark(kinds, [frozenset(words) - _SMALL for words in folded], 4)
    _mark(kinds, [frozenset(_last(words)) for words in folded], 5)
    _mark(kinds, [frozenset([" ".join(_trimmed(words))]) for words in folded], 6)
    same = kinds == 6
    kinds[same & pronoun[:, None]] = 7
    return kinds.astype(np.int64)


def gaps(places: Ints) -> Ints:
    """Bucket of how many words lie between two places, by powers of two. Shape: (n, n)."""
    apart = np.abs(places[:, None] - places[None])
    buckets: Ints = np.minimum(np.ceil(np.log2(apart + 1)), GAPS - 1).astype(np.int64)
    return buckets


def _mark(kinds: np.ndarray[tuple[int, int], np.dtype[np.int64]], traits: list[frozenset[str]], kind: int) -> None:
    owners: dict[str, list[int]] = {}
    for number, words in enumerate(traits):
        for word in words:
            owners.setdefault(word, []).append(number)
    for numbers in owners.values():
        block = np.ix_(numbers, numbers)
        blocked = kinds[block]
        kinds[block] = np.where(blocked >= 3, kind, blocked) if kind < 6 else kind


def _trimmed(words: tuple[str, ...]) -> tuple[str, ...]:
    kept = words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words
    return kept[:-1] if len(kept) > 1 and kept[-1] in ("'s", "’s", "'", "’") else kept


def _last(words: tuple[str, ...]) -> tuple[str, ...]:
    return _trimmed(words)[-1:]
