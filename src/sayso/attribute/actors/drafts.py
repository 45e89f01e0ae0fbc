"""Actors as they take shape, mention by mention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.attribute.actors.known import figure_country
from sayso.attribute.actors.signs import Sign
from sayso.ontology.actors import actor_words
from sayso.ontology.actors.sectors import sector_told
from sayso.record.actor import ActorKind, Office
from sayso.record.annotation import MentionKind
from sayso.spans import Span


@dataclass(slots=True, eq=False)
class Draft:
    """One actor so far: its signs in the order met, each with its span, and what they tell together.

    `name` is the fullest met, `heads` are the words it went by ("ministry", "airline"), `speaks` is set once it was a
    source, `last` is where it was met last, `serves` the body that a person speaks or works for.
    """

    met: list[tuple[Span, Sign]] = field(default_factory=list)
    name: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    gender: str = ""
    told_country: str | None = None
    sector: str | None = None
    kind: ActorKind | None = None
    guess: ActorKind | None = None
    speaks: bool = False
    last: int = -1
    serves: Draft | None = None
    offices: list[Office] = field(default_factory=list)

    def add(self, span: Span, sign: Sign) -> None:
        """One more mention; what was told first stays."""
        self.met.append((span, sign))
        self.name = max(self.name, sign.name, key=len)
        self.roles |= sign.roles
        self.heads |= {sign.head, sign.described} - {""}
        self.modifiers |= sign.modifiers
        self.gender = self.gender or sign.gender * (sign.kind != MentionKind.PRONOMINAL or sign.gender in ("m", "f"))
        self.told_country = self.told_country or sign.country
        self.sector = self.sector or sign.sector
        self.kind = self.kind or sign.actor_kind
        self.guess = self.guess or sign.guess
        self.last = span.start

    def hold(self, offices: Iterable[Office]) -> None:
        """The offices that a mention tells."""
        for office in offices:
            self.offices.append(office)
            self.sector = self.sector or sector_told(["former"] * office.former + office.role.split())
            self.roles |= actor_words().roles.keys() & set(office.role.split())

    @property
    def country(self) -> str | None:
        """What the report tells, or else the country of the public figure of that name."""
        person = self.kind_or_guess in (ActorKind.PERSON, None)
        return self.told_country or (figure_country(self.name) if person else None)

    @property
    def kind_or_guess(self) -> ActorKind | None:
        """What the words tell it to be, or else what a tagger took it for."""
        return self.kind or self.guess

    def is_human(self) -> bool:
        """Whether this is a person, as far as told."""
        told = self.speaks or self.guess == ActorKind.PERSON or self.gender in ("m", "f")
        return self.kind == ActorKind.PERSON or (self.kind is None and told)
