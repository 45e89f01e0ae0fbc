"""Which words of a report may head a frame, and which of their frames the words around them allow."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from sayso.attribute.events.syntax import Syntax
from sayso.ontology.plover.forms import noun_lemma
from sayso.ontology.plover.frames import Frame, lexicon, verbs_beside

_WORDS = 20_000
"""Words that are remembered with what they stand for."""


@dataclass(frozen=True, slots=True)
class Possible:
    """Leaves out, before any frame is fitted, what cannot fit: most of it."""

    _syntax: Syntax
    _stand: dict[int, frozenset[str]] = field(default_factory=dict)

    def heads(self) -> list[int]:
        """The words that some frame has for its head, but for sentences in which the tagger sees no event at all."""
        syntax, verbs, nouns = self._syntax, lexicon().verbs, lexicon().nouns
        told = {syntax.sentence[at] for at, word in enumerate(syntax.words) if word.event != {}}
        return [
            at for at, low in enumerate(syntax.low) if (low in verbs or low in nouns) and syntax.sentence[at] in told
        ]

    def frames(self, at: int, frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
        """Those frames of a word whose words beside it all stand in its sentence, in whatever form."""
        sentence = self._syntax.sentence[at]
        if sentence not in self._stand:
            self._stand[sentence] = self._words(at)
        stand = self._stand[sentence]
        return tuple(frame for frame in frames if stand.issuperset(frame.beside))

    def _words(self, at: int) -> frozenset[str]:
        """The words of a sentence as they stand, as singulars and as verbs."""
        return frozenset().union(*map(_as, self._syntax.low[slice(*self._syntax.bounds(at))]))


@lru_cache(maxsize=_WORDS)
def _as(word: str) -> tuple[str, ...]:
    """What a word in small letters stands for: itself, its singular, the verbs it may be a form of."""
    return (word, noun_lemma(word), *verbs_beside().get(word, ()))
