"""How much two reports speak of the same thing, by the words they share."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from sayso.link.names import fold
from sayso.ontology.codebook import word_lists
from sayso.ontology.names import name_words
from sayso.record.record import Record

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’](?=[^\W_]))*")
_COUNTRY = 1.5
"""What a country that both speak of weighs, in words."""
_FEW = 10
"""Reports below whose number all words weigh much the same: there is too little to count in."""

Vector = Mapping[str, float]


def words_of(record: Record) -> Counter[str]:
    """Each telling word of a report once, folded and without a plural's "s", and the countries it speaks of."""
    found = {_stem(word) for word in _WORD.findall(record.report.text)} - _ordinary()
    countries = {code for place in record.places for code in (place.country or "").split("/") if code}
    return Counter({word for word in found if len(word) > 2} | {f"={code}" for code in countries})


def _stem(word: str) -> str:
    low = fold(word.removesuffix("'s").removesuffix("’s"))
    return low[:-1] if len(low) > 4 and low.endswith("s") and not low.endswith("ss") else low


@cache
def _ordinary() -> frozenset[str]:
    closed = [words for name, words in word_lists().items() if name != "noun_verbs"]
    return frozenset(_stem(word) for words in [*closed, name_words().lists["words.news"]] for word in words if word)


class Contexts:
    """The words of every report of a collection, weighed by how few reports have them."""

    def __init__(self, words: Mapping[str, Counter[str]]) -> None:
        self._words = words
        self._reports = Counter(word for each in words.values() for word in each)
        self._cosines: dict[tuple[str, str], float] = {}
        self._lengths: dict[str, float] = {}

    def likeness(self, left: str, right: str, without: Iterable[str] = ()) -> float:
        """How much two reports share, 0 to 1, not counting the words `without` (a name that brought them together)."""
        key = (left, right) if left <= right else (right, left)
        if key not in self._cosines:
            shared = self._words[left].keys() & self._words[right].keys()
            self._cosines[key] = sum(self._weight(word) ** 2 for word in shared)
        less = sum(self._weight(word) ** 2 for word in set(without) & self._both(left, right))
        most = math.sqrt(self._length(left) * self._length(right))
        return max(0.0, self._cosines[key] - less) / most if most else 0.0

    def _both(self, left: str, right: str) -> set[str]:
        return self._words[left].keys() & self._words[right].keys()

    def _length(self, report: str) -> float:
        if report not in self._lengths:
            self._lengths[report] = sum(self._weight(word) ** 2 for word in self._words[report])
        return self._lengths[report]

    def _weight(self, word: str) -> float:
        total = len(self._words) + _FEW
        common = math.log(total / (self._reports[word] + 1)) / math.log(total)
        return max(0.05, common) * (_COUNTRY if word.startswith("=") else 1.0)
