"""What a word's own clause makes of the event it tells of: auxiliaries, negation, tense, condition."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.telling import Telling, affected, signatures
from sayso.record.event import Certainty, Occurrence

NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "none", "nobody"})
_MIGHT = {"may": Certainty.POSSIBLE, "might": Certainty.POSSIBLE, "could": Certainty.POSSIBLE}
_WILL = frozenset({"will", "'ll", "shall", "wo"})
_WOULD = frozenset({"would", "'d"})
_IS = frozenset({"is", "are", "'s", "'re", "am", "'m"})
_SHOULD = frozenset({"must", "should", "ought"})
_IF = frozenset({"if", "unless", "whether", "lest", "provided"})
_FACTS = frozenset({Occurrence.HAPPENED, Occurrence.ONGOING})
_AUX = ("aux", "aux:pass")


@dataclass(frozen=True, slots=True)
class Clause:
    """Looks up clauses by the word that heads them; `_said` tells that they stand on somebody's word."""

    _syntax: Syntax
    _said: bool

    def own(self, at: int, told: Telling) -> Telling:
        """What the word's own clause makes of it: auxiliaries, negation, tense, condition."""
        told = self._of_noun(at, told) if self._syntax.tag(at) in ("NOUN", "PROPN") else self._of_verb(at, told)
        return self._hedged(at, told)

    def _of_verb(self, at: int, told: Telling) -> Telling:
        syntax = self._syntax
        auxiliaries = self._auxiliaries(at)
        told = self._modal(at, auxiliaries, told)
        clause = self._clause(at)
        marks = {syntax.low[one] for one in syntax.children(clause, "mark")}
        if "to" in marks and {"is", "are", "was", "were"} & set(auxiliaries):
            told = replace(told, occurrence=Occurrence.PLANNED)
        if marks & _IF or (syntax.is_a(at, "advcl") and "in" in marks and "case" in marks):
            told = replace(told, occurrence=Occurrence.HYPOTHETICAL)
        elif "to" in marks and told.occurrence is Occurrence.HAPPENED and self._to_come(clause):
            told = replace(told, occurrence=Occurrence.PLANNED)
        if self._of_anybody(at) or ("until" in marks and self._awaited(at)):
            return replace(told, occurrence=Occurrence.HYPOTHETICAL)
        if told.occurrence is not Occurrence.HYPOTHETICAL and self._negated(at):
            return replace(told, occurrence=Occurrence.DID_NOT_HAPPEN)
        return told

    def _awaited(self, at: int) -> bool:
        """Whether what lasts until then is still to come: "will stay until the guards are charged"."""
        head = self._syntax.head(at) if self._syntax.is_a(at, "advcl") else None
        if head is None:
            return False
        meant = any(self._syntax.low[one] == "to" for one in self._syntax.children(head, "mark"))
        return meant or self.own(head, Telling()).occurrence not in _FACTS

    def _auxiliaries(self, at: int) -> list[str]:
        """The auxiliaries of a verb, or those that it shares with the one it is joined to."""
        syntax = self._syntax
        own, head = syntax.children(at, *_AUX), syntax.head(at)
        if not own and head is not None and syntax.is_a(at, "conj") and not syntax.children(at, "nsubj"):
            own = syntax.children(head, *_AUX)
        return [syntax.low[one] for one in own]

    def _to_come(self, at: int) -> bool:
        """Whether a clause with "to" tells what is meant to be done, not a fact."""
        aim = self._syntax.is_a(at, "advcl", "acl") or self._joined_to_noun(at)
        return aim and not self._to_fact(at)

    def _clause(self, at: int) -> int:
        """The verb whose "to" and place in the sentence a verb shares: "to seize the port and (to) burn the boats"."""
        syntax = self._syntax
        head = syntax.head(at)
        own = [one for one in syntax.children(at, "nsubj", "mark", "aux") if syntax.low[one] != "to"]
        shared = syntax.is_a(at, "conj") and not own and head is not None and syntax.tag(head) == "VERB"
        plain = not syntax.low[at].endswith(("ed", "ing", "s"))
        return head if shared and plain and head is not None else at

    def _joined_to_noun(self, at: int) -> bool:
        """Whether a clause stands in a row of nouns: "for sabotage and to burn the depot"."""
        head = self._syntax.head(at)
        return self._syntax.is_a(at, "conj") and head is not None and self._syntax.tag(head) == "NOUN"

    def _of_anybody(self, at: int) -> bool:
        """Told of whoever does it: "anybody who blocks a road"."""
        syntax = self._syntax
        head = syntax.head(at) if syntax.is_a(at, "acl:relcl") else None
        doers = [*syntax.children(at, "nsubj"), *([head] if head is not None else [])]
        return any(syntax.low[one] in ("anybody", "anyone", "whoever") for one in doers)

    def _to_fact(self, at: int) -> bool:
        """Whether "to" leads to a fact: "the first to arrive", what something has been used for."""
        head = self._syntax.head(at)
        if head is None:
            return False
        ranked = (head, *self._syntax.children(head, "amod"))
        if any(self._syntax.low[one] in ("first", "last", "only") for one in ranked):
            return True
        used = self._syntax.is_a(at, "advcl") and self._syntax.low[head] in ("used", "using", "uses", "use")
        return used and self.own(head, Telling()).occurrence is Occurrence.HAPPENED

    def _modal(self, at: int, auxiliaries: list[str], told: Telling) -> Telling:
        for word in auxiliaries:
            if word in _MIGHT:
                have = "have" in auxiliaries
                told = Telling(_MIGHT[word], told.occurrence if have else Occurrence.HYPOTHETICAL)
            elif word == "can" and not self._negated(at):
                told = Telling(Certainty.POSSIBLE, Occurrence.HYPOTHETICAL)
            elif word in _WILL or (word in _WOULD and self._said):
                told = replace(told, occurrence=Occurrence.PLANNED)
            elif word in _WOULD:
                told = replace(told, occurrence=Occurrence.HYPOTHETICAL)
            elif word in _SHOULD:
                told = replace(told, occurrence=Occurrence.DEMANDED)
        going = told.occurrence is Occurrence.HAPPENED and self._going_on(at, set(auxiliaries))
        return replace(told, occurrence=Occurrence.ONGOING) if going else told

    def _going_on(self, at: int, auxiliaries: set[str]) -> bool:
        perfect = "been" in auxiliaries and auxiliaries & {"has", "have", "'ve"}
        return self._syntax.low[at].endswith("ing") and bool(auxiliaries & _IS or perfect)

    def _negated(self, at: int) -> bool:
        syntax = self._syntax
        for one in syntax.children(at):
            if syntax.low[one] in NEGATIONS and syntax.is_a(one, "advmod", "det", "cc", "case", "mark", "aux"):
                return True
            if syntax.is_a(one, "nsubj", "obj") and self._nobody(one):
                return True
        head = syntax.head(at)
        if head is None or not syntax.is_a(at, "conj") or syntax.children(at, "nsubj", "aux"):
            return False
        return any(syntax.low[one] == "or" for one in syntax.children(at, "cc")) and self._negated(head)

    def _nobody(self, noun: int) -> bool:
        """Whether a noun stands for nobody or nothing: "no one", "none of them", "neither side"."""
        syntax = self._syntax
        return (
            syntax.low[noun] in ("nobody", "none", "neither", "nothing")
            or (noun > 0 and syntax.low[noun - 1 : noun + 1] == ["no", "one"])
            or any(syntax.low[one] in ("no", "neither") for one in syntax.children(noun, "det", "advmod"))
        )

    def _of_noun(self, at: int, told: Telling) -> Telling:
        """What stands beside a noun: "no attack", "a planned march", "the alleged shelling"."""
        syntax = self._syntax
        beside = [syntax.low[one] for one in syntax.children(at, "det", "amod", "advmod", "compound")]
        if {"no", "without", "neither"} & {*beside, syntax.case(at)}:
            told = replace(told, occurrence=Occurrence.DID_NOT_HAPPEN)
        for word in beside:
            told = affected(told, signatures().get(f"a:{word}", ""))
        if syntax.is_a(at, "root") or syntax.children(at, "cop"):
            told = self._of_verb(at, told)
        return affected(told, "supposes") if self._warded(at) else told

    def _warded(self, at: int) -> bool:
        """Whether somebody is guarded against it: "shields the town from attacks"."""
        if self._syntax.case(at) not in ("against", "from"):
            return False
        above = islice(self._syntax.above(at), 2)
        return any(signatures().get(self._syntax.low[one]) == "wards" for one in above)

    def _hedged(self, at: int, told: Telling) -> Telling:
        adverbs = [self._syntax.low[one] for one in self._syntax.children(at, "advmod")]
        for word in adverbs:
            told = affected(told, signatures().get(f"a:{word}", ""))
        return told
