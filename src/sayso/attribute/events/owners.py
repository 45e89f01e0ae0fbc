"""Whose a noun is, by possessor or adjective, and the nouns that pronouns and joined nouns stand for."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribute.events.syntax import Syntax
from sayso.ontology.places import demonyms
from sayso.ontology.plover.agents import sector_of

_KINDS = frozenset({"terrorist", "criminal"})
"""Adjectives that tell what kind of deed it is, and of nobody who did it."""
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def is_relative(word: str) -> bool:
    """Whether a word in small letters may be a relative pronoun."""
    return word in _RELATIVE


@dataclass(frozen=True, slots=True)
class Owners:
    """Looks up owners by the index of a noun."""

    _syntax: Syntax

    def possessors(self, noun: int) -> list[int]:
        """Whose it is: "Moscow" of "Moscow's troops"."""
        owners = self._syntax.children(noun, "nmod:poss")
        return self.everyone([one for one in owners if one not in self._syntax.timed])

    def peoples(self, noun: int) -> list[int]:
        """Adjectives and nouns that tell who: "Russian" of "Russian troops", "police" of "police raid"."""
        before = self._syntax.children(noun, "amod", "compound", "nmod:unmarked")
        return self.everyone([one for one in before if self._tells_who(one)])

    def everyone(self, heads: list[int]) -> list[int]:
        """The nouns that the words stand for, each with those that are joined with it."""
        return self.joined([self.antecedent(head) for head in heads])

    def joined(self, heads: list[int]) -> list[int]:
        return list(
            dict.fromkeys(
                one
                for head in heads
                for one in self._syntax.coordinated(head)
                if self._syntax.tag(one) not in ("VERB", "AUX", "PUNCT")
            )
        )

    def antecedent(self, head: int) -> int:
        """The noun that a relative pronoun stands for."""
        syntax = self._syntax
        if syntax.low[head] not in _RELATIVE or syntax.tag(head) not in ("PRON", "SCONJ", "DET"):
            return head
        for above in syntax.above(head):
            if syntax.is_a(above, "acl:relcl", "acl"):
                noun = syntax.head(above)
                return noun if noun is not None else head
        return head

    def _tells_who(self, at: int) -> bool:
        text = self._syntax.tokens[at].text
        if text in demonyms():
            return True
        if self._syntax.tag(at) == "ADJ" and self._syntax.low[at] in _KINDS:
            return False
        return text[0].isupper() or sector_of(self._syntax.low[at]) is not None
