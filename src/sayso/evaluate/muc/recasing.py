"""Text in capitals to text as a newspaper would have it: what is known as a common word goes to small letters.

What is common is learnt from text with both cases: a word that stands in small letters most of the time. Words
never seen are names, as they mostly are in reports from a region that the other text does not cover. Every letter
stays where it was, so that places in the one text are places in the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_OPENS = re.compile(r"(?:^|\n\s*|[.?!]\s{1,3}|TEXT\]\s|(?:^|\s)[\"\u201c])$")
_BREAK = re.compile(r"(?<=\S)[ ]?\n(?=\S)")


@dataclass(frozen=True, slots=True)
class Cases:
    """How often words were seen in small letters, with a capital and in capitals.

    Words that open a sentence do not count. `pairs` counts two words with capitals side by side, less those without.
    """

    small: Counter[str]
    capital: Counter[str]
    upper: Counter[str]
    pairs: Counter[tuple[str, str]]


def cases_of(texts: Iterable[str]) -> Cases:
    """Count the words of texts with both cases."""
    cases = Cases(Counter(), Counter(), Counter(), Counter())
    for text in texts:
        before = ""
        for found in _WORD.finditer(text):
            word = found.group()
            cases.pairs[before.lower(), word.lower()] += 1 if before[:1].isupper() and word[:1].isupper() else -1
            before = word
            if word.islower():
                cases.small[word] += 1
            elif not _OPENS.search(text[max(0, found.start() - 6) : found.start()]):
                (cases.upper if word.isupper() and len(word) > 1 else cases.capital)[word.lower()] += 1
    return cases


def recased(text: str, cases: Cases) -> str:
    """A text in capitals with the cases that its words usually have; its line ends within paragraphs become blanks."""
    text = _BREAK.sub(lambda found: " " * len(found.group()), text)
    parts: list[str] = []
    last = 0
    words = list(_WORD.finditer(text))
    for number, found in enumerate(words):
        opens = _OPENS.search(text[max(0, found.start() - 6) : found.start()]) is not None
        low = [one.group().lower() for one in words[max(number - 1, 0) : number + 2]]
        named = any(cases.pairs[pair] > 1 for pair in pairwise(low))
        parts += [text[last : found.start()], _cased(found.group(), cases, opens=opens or named)]
        last = found.end()
    return "".join(parts) + text[last:]


def _cased(word: str, cases: Cases, *, opens: bool) -> str:
    low = word.lower()
    small, capital, upper = cases.small[low], cases.capital[low], cases.upper[low]
    if upper > max(small, capital):
        return word
    if small >= max(capital, 1) or (
        low.endswith(("'s", "\u2019s")) and cases.small[low[:-2]] > cases.capital[low[:-2]]
    ):
        return low.capitalize() if opens else low
    if not small + capital and len(word) <= 4 and not any(letter in "AEIOU" for letter in word):
        return word
    return low.capitalize()
