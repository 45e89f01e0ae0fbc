"""How much two reports speak of the same thing, by the words they share."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from sayso.link.letters import fold
from sayso.ontology.codebook import word_lists
from sayso.ontology.names import name_words
from sayso.record.record import Record

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’](?=[^\W_]))*")
_PLACES = {"=": 1.0, "@": 0.6}
"""What a country ("=") and a place ("@") that both speak of weigh, in words: much happens in one place."""
_FEW = 10
"""Reports below whose number all words weigh much the same: there is too little to count in."""

Vector = Mapping[str, float]


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
        self._shared: dict[tuple[str, str], float] = {}
        self._lengths: dict[str, float] = {}

    def likeness(self, left: str, right: str, without: Iterable[str] = ()) -> float:
        """How much two reports share, 0 to 1, not counting the words `without` (a name that brought them together)."""
        key = (left, right) if left <= right else (right, left)
        ones, others = self._words[left], self._words[right]
        if key not in self._shared:
            self._shared[key] = sum(map(self._weight, ones.keys() & others.keys()))
        less = sum(self._weight(word) for word in without if word in ones and word in others)
        most = math.sqrt(self._length(left) * self._length(right))
        return max(0.0, self._shared[key] - less) / most if most else 0.0

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
