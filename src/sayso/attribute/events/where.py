"""Where an event took place."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass

from sayso.attribute.events.company import Company
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.trigger import Trigger
from sayso.ontology.plover.agents import is_human
from sayso.ontology.plover.forms import noun_lemma
from sayso.ontology.plover.frames import word_sets
from sayso.record.place import Place, ToponymRole
from sayso.spans import Span

_WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "outside",
        "inside",
        "across",
        "around",
        "along",
        "from",
        "into",
        "to",
        "over",
        "off",
        "throughout",
        "north of",
        "south of",
        "east of",
        "west of",
        "through",
        "within",
        "towards",
        "toward",
        "above",
        "between",
        "beside",
    }
)
_AT_SITE = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "on",
        "off",
        "behind",
        "in front of",
        "opposite",
        "around",
        "along",
        "above",
    }
)
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})
"""Types of what is done with words: only a place that hangs on the word itself tells where.

On the reports of the benchmark two of fifteen others were right.
"""
_UNPLACED = frozenset({"AGREE", "SANCTION"})
"""Types for which a place elsewhere in the sentence tells nothing."""


@dataclass(frozen=True, slots=True)
class Where:
    """Looks up places by the words they hang on."""

    _syntax: Syntax
    _company: Company

    def of(self, trigger: Trigger) -> Place | None:
        """The literal place nearest to the trigger in its clause, else the only one of its sentence."""
        recipients = {one.head for one in trigger.recipients}
        taken = self._of_source(trigger) | {
            one.head
            for one in trigger.actors
            if one.place is not None and one.is_a("state") and one.head not in recipients
        }
        beside = next((at for at in self._syntax.children(trigger.at) if self._company.tells_where(at)), None)
        if beside is not None:
            return self._company.place_at(beside)
        if trigger.frame.type in _SPOKEN:
            return self._nearest(self._syntax.children(trigger.at, "obl", "nmod"), trigger, taken)
        for root in self._syntax.clause_of(trigger.at):
            found = self._nearest(self._syntax.within_clause(root), trigger, taken)
            if found is not None:
                return found
        named = [
            place
            for one in trigger.recipients
            if (place := self._company.place_at(one.head)) is not None and place.role is ToponymRole.LITERAL
        ]
        if named and trigger.frame.type in ("ASSAULT", "CONSULT"):
            return named[0]
        return None if trigger.frame.type in _UNPLACED else self._alone(trigger)

    def site(self, trigger: Trigger) -> Span | None:
        """What stands in the trigger's clause as where it happened, though it is no name: "outside the town hall"."""
        syntax = self._syntax
        taken = self._of_source(trigger) | {one.head for one in (*trigger.actors, *trigger.recipients)}
        for at in syntax.children(trigger.at, "obl", "nmod"):
            site = noun_lemma(syntax.low[at]) in word_sets()["sites"] and at not in taken
            if site and syntax.case(at) in _AT_SITE and not syntax.children(at, "acl:relcl"):
                return syntax.phrase(at)
        return None

    def _nearest(self, words: Iterable[int], trigger: Trigger, taken: Set[int]) -> Place | None:
        found = [at for at in words if self._is_where(at) and at not in taken]
        return self._company.place_at(min(found, key=lambda at: (abs(at - trigger.at), at))) if found else None

    def _of_source(self, trigger: Trigger) -> set[int]:
        """The words for who tells it: where they are tells nothing of where it happened."""
        source = trigger.voice.source if trigger.voice is not None else None
        return set(self._syntax.tokens_in(source.words)) if source is not None else set()

    def _alone(self, trigger: Trigger) -> Place | None:
        """The only literal place of a sentence, if it stands in the clause of the trigger or in one above that."""
        syntax, apart = self._syntax, self._of_source(trigger)
        tokens = range(*syntax.annotated.sentences[syntax.sentence[trigger.at]].tokens)
        heads = [at for at in tokens if at not in apart and self._is_where(at)]
        literal = {place.id: place for at in heads if (place := self._company.place_at(at)) is not None}
        over = {trigger.at, *syntax.above(trigger.at)}
        near = any(syntax.verb_over(at) in over for at in heads)
        return next(iter(literal.values())) if len(literal) == 1 and near else None

    def _is_where(self, at: int) -> bool:
        place = self._company.place_at(at)
        if place is None or place.role is not ToponymRole.LITERAL:
            return False
        head = self._syntax.head(at)
        if self._syntax.case(at) == "of" and head is not None:
            return noun_lemma(self._syntax.low[head]) in word_sets()["places"] and self._syntax.case(head) in _WHERE
        return self._syntax.case(at) in _WHERE and not self._of_people(at)

    def _of_people(self, at: int) -> bool:
        """Whether it tells whence somebody is, or where to they are sent: "a lawyer from Galle", "envoy to Lima"."""
        head = self._syntax.head(at)
        theirs = self._syntax.case(at) in ("from", "to") and self._syntax.is_a(at, "nmod")
        return theirs and head is not None and is_human(self._syntax.low[head])
