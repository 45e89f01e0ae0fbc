"""Somebody who takes part in an event, and the classes of participants that frames ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.ontology.actors import actor_words
from sayso.ontology.plover.agents import armed_sectors, civic_sectors, public_sectors
from sayso.ontology.plover.forms import noun_lemma
from sayso.ontology.plover.frames import word_sets
from sayso.record.actor import ActorKind
from sayso.record.place import Place, ToponymRole
from sayso.record.reference import Reference

_FOLK = frozenset(
    {"CVL", "LAB", "AGR", "REF", "EDU", "JRN", "MED", "REL", "OPP", "PTY", "NGO", "SOC", "ELI", "CRM", "UAF"}
)
_STATE = frozenset({"GOV", "LEG", "JUD", "IGO"})
_ANYBODY = frozenset({"it", "they", "who", "which"})


@dataclass(frozen=True, slots=True)
class Someone:
    """What a noun (the token at index `head`) stands for; `label` is the class of its name, "" for none."""

    head: int
    word: str
    country: str | None
    sector: str | None
    reference: Reference
    label: str = ""
    place: Place | None = None
    kind: ActorKind | None = None
    human: bool = False
    told: bool = False
    """Whether the country is told of them, and not that of where the sentence or the report is set."""
    rootless: bool = False
    """Whether they are of a body of no country, or from elsewhere, so that where they act tells nothing."""

    def is_a(self, want: str) -> bool:
        """Whether this is of a class of the frames, or its word in one of their sets."""
        check: Callable[[Someone], bool] | None = _CLASSES.get(want)
        return check(self) if check else noun_lemma(self.word) in word_sets()[want]

    @property
    def unresolved(self) -> bool:
        """Whether it is a pronoun of which nobody knows whom it means."""
        return self.sector is None and self.reference.actor is None and self.word in _ANYBODY


def _who(one: Someone) -> bool:
    return (
        one.human
        or one.sector is not None
        or one.kind is not None
        or one.label in ("person", "organisation", "norp")
        or _is_state(one)
    )


def _is_state(one: Someone) -> bool:
    country = one.place is not None and one.place.country is not None and one.place.role != ToponymRole.DEMONYM
    return country or one.kind is ActorKind.GOVERNMENT or (one.sector == "GOV" and one.country is not None)


def _public(one: Someone) -> bool:
    return (
        one.sector in public_sectors()
        or _is_state(one)
        or (one.country is not None and _who(one) and one.sector not in _FOLK)
    )


def _armed(one: Someone) -> bool:
    return one.sector in armed_sectors() or _is_state(one)


def _folk(one: Someone) -> bool:
    body = one.sector in _STATE and noun_lemma(one.word) not in actor_words().roles
    if body and one.kind is not ActorKind.PERSON and one.label != "person":
        return False
    return one.human or one.sector in _FOLK or one.label == "norp" or one.kind in (ActorKind.PERSON, ActorKind.GROUP)


def _place(one: Someone) -> bool:
    return (one.place is not None and one.place.role != ToponymRole.DEMONYM) or noun_lemma(one.word) in word_sets()[
        "targets"
    ]


def _officials(one: Someone) -> bool:
    return one.sector in ("GOV", "LEG", "IGO", "JUD") or (one.kind is ActorKind.PERSON and one.country is not None)


_CLASSES: dict[str, Callable[[Someone], bool]] = {
    "who": _who,
    "state": _is_state,
    "public": _public,
    "armed": _armed,
    "folk": _folk,
    "place": _place,
    "harm": lambda one: _who(one) or _place(one),
    "thing": lambda one: not _who(one),
    "officials": _officials,
    "civic": lambda one: one.sector in civic_sectors(),
    "any": lambda one: True,
}
