"""A tagger's coreference chains, joined with the actors that their mentions turn out to be."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.attribute.actors.drafts import Draft
from sayso.ontology.codebook import word_lists
from sayso.record.annotation import CorefChain, MentionKind
from sayso.spans import Span

_OF_ANOTHER = re.compile(r"['\u2019]|\s{1,3}(?:and|or|&)\s")
"""What follows a mention that opens a longer one about somebody else: "the port's head", "Ng and her deputy"."""


class Chains:
    """Which actor a chain stands for, as far as its mentions were met."""

    def __init__(self, chains: Sequence[CorefChain], text: str) -> None:
        self._text = text
        self._mentions = sorted(
            (mention.start, mention.end, number) for number, chain in enumerate(chains) for mention in chain.mentions
        )
        self._nouns = {
            number: [
                mention
                for mention, kind in zip(chain.mentions, chain.kinds, strict=True)
                if kind is not MentionKind.PRONOMINAL
            ]
            for number, chain in enumerate(chains)
        }
        self._drafts: dict[int, Draft] = {}

    def known(self, span: Span) -> Draft | None:
        """The actor of the chain that has a mention at `span`, or one that begins with it; None if none was met."""
        inside = self._inside(span)
        exact = [number for start, end, number in inside if (start, end) == (span.start, span.end)]
        begins = [number for start, _, number in inside if start == span.start]
        return next((self._drafts[number] for number in (*exact, *begins) if number in self._drafts), None)

    def of_stranger(self, span: Span) -> bool:
        """Whether the mention is chained to a noun before it that is nobody met: "an attacker … he"."""
        numbers = [number for start, end, number in self._inside(span) if (start, end) == (span.start, span.end)]
        return any(
            number not in self._drafts and any(noun.end <= span.start for noun in self._nouns[number])
            for number in numbers
        )

    def note(self, span: Span, draft: Draft) -> None:
        """The mention at `span` means `draft`, and so do the others of its chain."""
        for start, _, number in self._inside(span):
            if start == span.start:
                self._drafts[number] = draft

    def _inside(self, span: Span) -> list[tuple[int, int, int]]:
        first = bisect_left(self._mentions, (span.start,))
        last = bisect_left(self._mentions, (span.end,))
        inside = [mention for mention in self._mentions[first:last] if mention[1] <= span.end]
        return [one for one in inside if one[1] == span.end or not self._is_of_another(*one[:2], span.end)]

    def _is_of_another(self, start: int, end: int, last: int) -> bool:
        """Whether a mention only opens a longer one: "the port" in "the port's head", "his" in "his wife"."""
        owns = self._text[start:end].lower() in word_lists()["possessives"]
        return owns or _OF_ANOTHER.match(self._text, end, last) is not None
