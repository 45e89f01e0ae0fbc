"""The nouns next to a word in the order of words, where the parse has nothing in a slot."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribute.events.syntax import Syntax

_IN_RUN = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_REACH = 9
"""Words after a trigger in which a preposition is looked for that the parse hangs elsewhere."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Looks up what stands before or after a token."""

    _syntax: Syntax

    def noun_after(self, verb: int) -> list[int]:
        """The last noun of the run of words that follows an active verb."""
        syntax = self._syntax
        _, last = syntax.bounds(verb)
        at, noun = verb + 1, None
        while at < last and syntax.tag(at) in _IN_RUN and (syntax.tag(at) != "PRON" or noun is None):
            if syntax.tag(at) in _NOUNS and not self._in_time(at):
                noun = at
            elif syntax.tag(at) in _NOUNS:
                break
            at += 1
        follows = noun is not None and at < last and syntax.low[at] in ("'s", "'")
        return [] if noun is None or follows or syntax.is_a(noun, "nsubj:pass") else [noun]

    def noun_under(self, at: int, preposition: str) -> list[int]:
        """The noun of the first such preposition after the word and its object, before any other verb."""
        syntax = self._syntax
        _, last = syntax.bounds(at)
        for where in range(at + 1, min(last, at + _REACH)):
            if syntax.low[where] == preposition and syntax.tag(where) in ("ADP", "PART", "SCONJ"):
                return self.noun_after(where)
            if syntax.tag(where) == "ADP" and syntax.tag(at) == "NOUN":
                return []
            if syntax.tag(where) in ("VERB", "AUX", "SCONJ", "PUNCT", "CCONJ"):
                return []
        return []

    def noun_before(self, verb: int) -> list[int]:
        """The noun before a verb and its auxiliaries, "police" in "police in Rome said"."""
        syntax = self._syntax
        first, _ = syntax.bounds(verb)
        at = verb - 1
        while at >= first and syntax.tag(at) in ("AUX", "ADV", "PART"):
            at -= 1
        at = self._past_apposition(at, first)
        for _ in range(3):
            if at < first or syntax.tag(at) not in _NOUNS or self._in_time(at):
                return []
            noun = at
            while at >= first and syntax.tag(at) in _IN_RUN:
                at -= 1
            if at < first or syntax.tag(at) != "ADP":
                return [noun]
            at -= 1
        return []

    def _past_apposition(self, at: int, first: int) -> int:
        """From the comma after a name that is set beside a noun, to the name: "the governor, Radim Havelka, was …"."""
        syntax = self._syntax
        if at <= first or syntax.low[at] != "," or syntax.tag(at - 1) != "PROPN":
            return at
        before = at - 1
        while before > first and syntax.tag(before) == "PROPN":
            before -= 1
        return at - 1 if syntax.low[before] == "," else at

    def _in_time(self, at: int) -> bool:
        return at in self._syntax.timed
