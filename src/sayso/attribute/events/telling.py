"""How an event is told so far, and what the words around it make of that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from sayso.ontology.plover.files import entries
from sayso.ontology.plover.forms import verb_forms
from sayso.record.event import Certainty, Factuality, Occurrence


@dataclass(frozen=True, slots=True)
class Telling:
    """How an event is told so far, from the inside out."""

    certainty: Certainty = Certainty.CERTAIN
    occurrence: Occurrence = Occurrence.HAPPENED

    def factuality(self) -> Factuality:
        return Factuality(certainty=self.certainty, occurrence=self.occurrence)


@cache
def signatures() -> dict[str, str]:
    """Forms of verbs, nouns and adjectives that others stand under, to what they make of those: "negates", "plans" …"""
    table: dict[str, str] = {}
    for effect, words in entries("signatures")["verbs"].items():
        for lemma in words.split():
            for form in verb_forms(lemma):
                table.setdefault(form, effect)
    for effect, words in entries("signatures")["nouns"].items():
        for noun in words.split():
            table.setdefault(f"n:{noun}", effect)
            table.setdefault(f"n:{noun}s", effect)
    for effect, words in entries("signatures")["adjectives"].items():
        for word in words.split():
            table.setdefault(f"a:{word}", effect)
    return table


def affected(told: Telling, effect: str) -> Telling:
    """What an effect of a signature makes of it; unchanged where that is none."""
    change = _EFFECTS.get(effect)
    return change(told) if change else told


def _negate(told: Telling) -> Telling:
    return replace(
        told,
        occurrence=Occurrence.HAPPENED if told.occurrence is Occurrence.DID_NOT_HAPPEN else Occurrence.DID_NOT_HAPPEN,
    )


def _if_told(occurrence: Occurrence) -> Callable[[Telling], Telling]:
    """What becomes of what would else have happened or been going on."""
    return lambda told: (
        replace(told, occurrence=occurrence)
        if told.occurrence in (Occurrence.HAPPENED, Occurrence.ONGOING, Occurrence.PLANNED)
        else told
    )


_EFFECTS: dict[str, Callable[[Telling], Telling]] = {
    "negates": _negate,
    "plans": _if_told(Occurrence.PLANNED),
    "offers": _if_told(Occurrence.PLANNED),
    "demands": _if_told(Occurrence.DEMANDED),
    "supposes": _if_told(Occurrence.HYPOTHETICAL),
    "goes_on": lambda told: (
        replace(told, occurrence=Occurrence.ONGOING) if told.occurrence is Occurrence.HAPPENED else told
    ),
    "probable": lambda told: (
        replace(told, certainty=Certainty.PROBABLE) if told.certainty is Certainty.CERTAIN else told
    ),
    "possible": lambda told: replace(told, certainty=Certainty.POSSIBLE),
    "cancels": lambda told: replace(told, occurrence=Occurrence.DID_NOT_HAPPEN),
}
