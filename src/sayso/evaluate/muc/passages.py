"""What a message says where: its sentences in capitals, noun phrases, and the places of MUC-4's list in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sayso.evaluate.muc.learnt import Learnt, head
from sayso.evaluate.reading import Reading
from sayso.record.when import Timex
from sayso.spans import Span

COUNTRIES = {
    "EL SALVADOR": "SALVADORAN",
    "COLOMBIA": "COLOMBIAN",
    "PERU": "PERUVIAN",
    "GUATEMALA": "GUATEMALAN",
    "HONDURAS": "HONDURAN",
    "CHILE": "CHILEAN",
    "BOLIVIA": "BOLIVIAN",
    "ARGENTINA": "ARGENTINE",
    "ECUADOR": "ECUADORAN",
    "PANAMA": "PANAMANIAN",
    "NICARAGUA": "NICARAGUAN",
    "VENEZUELA": "VENEZUELAN",
    "SPAIN": "SPANISH",
    "UNITED STATES": "U.S.",
}
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_LISTED = re.compile(r"^([A-Z0-9][^(]*?)\s*\(([A-Z ]+)\)\s*$", re.MULTILINE)
_LONGEST = 6
_OF_INTEREST = 9
"""The first countries are those that the task is about."""


def listed_places(text: str) -> dict[str, str]:
    """The names of MUC-4's list of places, each with its first kind."""
    found: dict[str, str] = {}
    for name, kind in _LISTED.findall(text):
        found.setdefault(name.strip(), kind)
    return found


@dataclass(frozen=True)
class Passages:
    """A message as sayso read it, beside what was learnt of others."""

    reading: Reading
    learnt: Learnt
    listed: Mapping[str, str]
    heading: str

    @cached_property
    def upper(self) -> str:
        return self.reading.annotated.report.text.upper()

    @cached_property
    def sentences(self) -> list[Span]:
        return [Span(one.start, one.end) for one in self.reading.annotated.sentences]

    def sentence_at(self, place: int) -> int:
        """The number of the sentence at a place of the text."""
        return next(
            (n for n, one in enumerate(self.sentences) if one.start <= place < one.end), len(self.sentences) - 1
        )

    def said(self, sentence: int) -> str:
        """A sentence in capitals; empty for one that is not there."""
        return self.sentences[sentence].of(self.upper) if 0 <= sentence < len(self.sentences) else ""

    def times(self, sentences: Iterable[int]) -> Iterator[Timex]:
        """The times that sentences tell, in their order."""
        for number in sentences:
            span = self.sentences[number]
            yield from (one for one in self.reading.record.timexes if span.start <= one.words.start < span.end)

    def phrase_at(self, token: int) -> str:
        """The noun phrase that ends in a token, in capitals, without what stands before it as an article."""
        tokens, words = self.reading.annotated.tokens, self.reading.annotated.words
        first = token
        while (
            first > 0
            and words
            and words[first - 1].tag in _NOMINAL
            and tokens[first - 1].end + 1 >= tokens[first].start
        ):
            first -= 1
        return " ".join(self.upper[tokens[first].start : tokens[token].end].split())

    def phrases(self, sentence: int, slot: str, least: float) -> Iterator[str]:
        """Noun phrases of a sentence whose last word filled that slot often enough in training."""
        heads = self.learnt.heads[slot]
        span = self.sentences[sentence]
        for number, token in enumerate(self.reading.annotated.tokens):
            if span.start <= token.start < span.end and heads.rate(token.text.upper()) >= least:
                yield self.phrase_at(number)

    @cached_property
    def country(self) -> str:
        """The country that the message is most about."""
        text = f"{self.heading} {self.upper}"
        counts = {
            name: text.count(name) + text.count(people) for name, people in list(COUNTRIES.items())[:_OF_INTEREST]
        }
        for name, chains in self.learnt.places.items():
            if f" {name}" in f" {self.heading}" and len(name) > 3:
                country = chains.most_common(1)[0][0].split(":")[0]
                counts[country] = counts.get(country, 0) + 2 * (country in counts)
        return max(counts, key=counts.__getitem__)

    def places(self, text: str) -> list[str]:
        """Chains of places named in a stretch, as the LOCATION slot has them, in text order."""
        words = re.findall(r"[A-Z0-9'.-]+|[^\sA-Z0-9'.-]", text)
        found, at = [], 0
        while at < len(words):
            length = next((n for n in range(_LONGEST, 0, -1) if self._chain(" ".join(words[at : at + n]))), 0)
            if length:
                found.append(self._chain(" ".join(words[at : at + length])) or "")
            at += length or 1
        return found

    def _chain(self, name: str) -> str | None:
        chains = self.learnt.places.get(name.strip("."))
        if chains:
            own = [chain for chain, _ in chains.most_common() if chain.startswith(self.country)]
            return own[0] if own else chains.most_common(1)[0][0]
        kind = self.listed.get(name.strip("."))
        return (
            f"{self.country}: {name.strip('.')} ({kind})" if kind and len(name) > 4 and name not in COUNTRIES else None
        )

    def head(self, phrase: str) -> str:
        return head(phrase)
