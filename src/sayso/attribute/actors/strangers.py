"""People told of by a word alone, whom a pronoun right after means rather than somebody named before."""

from __future__ import annotations

from bisect import bisect_left

from sayso.ontology.actors import actor_words
from sayso.ontology.plover.agents import is_human
from sayso.ontology.plover.forms import noun_lemma
from sayso.record.annotation import AnnotatedReport
from sayso.spans import Span

AFAR = 200
"""Characters before a subject from which on even a chain does not lead past it."""


class Strangers:
    """Looks up subjects that are one person ("a student"), by a parse; there are none without one."""

    def __init__(self, annotated: AnnotatedReport) -> None:
        self._found = [
            (token.start, sentence.block)
            for sentence in annotated.sentences
            for token, word in zip(
                annotated.tokens[slice(*sentence.tokens)], annotated.words[slice(*sentence.tokens)], strict=False
            )
            if word.tag == "NOUN" and word.relation.startswith("nsubj") and _one_person(token.text.lower())
        ]
        self._starts = [start for start, _ in self._found]
        self._blocks = [(sentence.start, sentence.block) for sentence in annotated.sentences]

    def before(self, span: Span) -> int | None:
        """Where the last of them stands before the span in its paragraph."""
        at = bisect_left(self._starts, span.start) - 1
        sentence = bisect_left(self._blocks, (span.end,)) - 1
        if at < 0 or sentence < 0 or self._found[at][1] != self._blocks[sentence][1]:
            return None
        return self._starts[at]


def _one_person(word: str) -> bool:
    return noun_lemma(word) == word and (word in actor_words().roles or is_human(word))
