"""How much two reports speak of the same thing, by the words they share."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping
from functools import cache

from sayso.link.letters import fold
from sayso.ontology.codebook import word_lists
from sayso.ontology.names import name_words
from sayso.record.record import Record

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’](?=[^\W_]))*")
_PLACES = {"=": 1.0, "@": 0.6}
"""What a country ("=") and a place ("@") that both speak of weigh, in words: much happens in one place."""
CHANCE = 0.05
"""How alike two reports are at most that have one word in common."""
_FEW = 10
"""Reports below whose number all words weigh much the same: there is too little to count in."""


def words_of(record: Record) -> Counter[str]:
    """Each telling word of a report once, folded and without a plural's "s", and the countries it speaks of."""
    found = stems(record.report.text) - _ordinary()
    placed = stems(" ".join(place.words.text for place in record.places)) & found
    countries = {code for place in record.places for code in (place.country or "").split("/") if code}
    telling = {f"@{word}" if word in placed else word for word in found if len(word) > 2}
    return Counter(telling | {f"={code}" for code in countries})


def stems(text: str) -> frozenset[str]:
    """The words of a text as reports are compared by."""
    return frozenset(map(stem, _WORD.findall(text)))


def stem(word: str) -> str:
    """A word as reports are compared by: folded, without the ending of a plural or of a possessor."""
    low = fold(word.removesuffix("'s").removesuffix("’s"))
    return low[:-1] if len(low) > 4 and low.endswith("s") and not low.endswith("ss") else low


@cache
def _ordinary() -> frozenset[str]:
    closed = [words for name, words in word_lists().items() if name != "noun_verbs"]
    return frozenset(stem(word) for words in [*closed, name_words().lists["words.news"]] for word in words if word)


class Contexts:
    """The words of every report of a collection, weighed by how few reports have them."""

    def __init__(self, words: Mapping[str, Counter[str]]) -> None:
        self._words = words
        self._reports = Counter(word for each in words.values() for word in each)
        self._weights: dict[str, float] = {}
        self._shared: dict[tuple[str, str], frozenset[str]] = {}
        self._lengths: dict[str, float] = {}

    def likeness(self, left: str, right: str, without: Collection[str] = ()) -> float:
        """How much two reports share, 0 to 1, not counting the words `without` (a name that brought them together).

        One word in common may be chance: it counts for no more than `CHANCE`.
        """
        key = (left, right) if left <= right else (right, left)
        if key not in self._shared:
            self._shared[key] = frozenset(self._words[left].keys() & self._words[right].keys())
        telling = [word for word in self._shared[key] if word not in without]
        most = math.sqrt(self._length(left) * self._length(right))
        likeness = sum(map(self._weight, telling)) / most if most else 0.0
        return likeness if len(telling) > 1 else min(likeness, CHANCE)

    def apart(self, left: str, right: str) -> bool:
        """Whether two reports both speak of places, and of none in common."""
        ones, others = ({word for word in self._words[report] if word[0] in _PLACES} for report in (left, right))
        return bool(ones and others and not ones & others)

    def topic(self, report: str) -> str:
        """The rarest word that a report shares with another: reports of one matter often have the same."""
        shared = [(self._reports[word], word) for word in self._words[report] if self._reports[word] > 1]
        return min(shared, default=(0, ""))[1]

    def _length(self, report: str) -> float:
        if report not in self._lengths:
            self._lengths[report] = sum(map(self._weight, self._words[report]))
        return self._lengths[report]

    def _weight(self, word: str) -> float:
        """What sharing a word counts: the square of how rare it is."""
        if word not in self._weights:
            total = len(self._words) + _FEW
            rare = max(0.05, math.log(total / (self._reports[word] + 1)) / math.log(total))
            self._weights[word] = (rare * _PLACES.get(word[0], 1.0)) ** 2
        return self._weights[word]
