"""The actors of a report as they are met, mention by mention."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sayso.attribute.actors.signs import Sign
from sayso.ontology.actors import actor_words
from sayso.record.actor import ActorKind
from sayso.record.annotation import MentionKind
from sayso.spans import Span

_FAR = 700
"""Characters back in which a pronoun may find whom it means: some three paragraphs."""


@dataclass(slots=True)
class Draft:
    """One actor so far: its signs in the order met, each with its span; `speaks` once it was a source."""

    speaks: bool = False
    met: list[tuple[Span, Sign]] = field(default_factory=list)

    @property
    def name(self) -> tuple[str, ...]:
        """The fullest name met."""
        return max((sign.name for _, sign in self.met), key=len, default=())

    @property
    def roles(self) -> frozenset[str]:
        return frozenset().union(*(sign.roles for _, sign in self.met))

    @property
    def heads(self) -> frozenset[str]:
        return frozenset(sign.head for _, sign in self.met if sign.head)

    @property
    def modifiers(self) -> frozenset[str]:
        return frozenset().union(*(sign.modifiers for _, sign in self.met))

    @property
    def gender(self) -> str:
        return next((sign.gender for _, sign in self.met if sign.gender), "")

    @property
    def country(self) -> str | None:
        return next((sign.country for _, sign in self.met if sign.country), None)

    @property
    def sector(self) -> str | None:
        return next((sign.sector for _, sign in self.met if sign.sector), None)

    @property
    def kind(self) -> ActorKind | None:
        return next((sign.actor_kind for _, sign in self.met if sign.actor_kind), None)

    @property
    def last(self) -> int:
        """Where it was met last."""
        return self.met[-1][0].start


class Cast:
    """The actors of one report; `meet` each mention in text order."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []

    def meet(
        self, span: Span, sign: Sign, *, speaking: Draft | None = None, chained: Draft | None = None
    ) -> Draft | None:
        """The actor that a mention means, new if it was not met before; None for a pronoun that finds nobody.

        `speaking` is whose statement came last, `chained` whom a tagger's chain joins the mention with; what the
        words themselves say
        counts first, where they say enough.
        """
        draft = self._known(span, sign, speaking, chained)
        if draft is None:
            if sign.kind == MentionKind.PRONOMINAL:
                return None
            draft = Draft()
            self.drafts.append(draft)
        draft.met.append((span, sign))
        return draft

    def _known(self, span: Span, sign: Sign, speaking: Draft | None, chained: Draft | None) -> Draft | None:
        if sign.kind == MentionKind.PRONOMINAL:
            if chained and _agree(chained, sign):
                return chained
            return self._of_pronoun(span, sign, speaking)
        if sign.kind == MentionKind.NAMED and sign.name and not sign.head:
            return self._first(lambda draft: _same_name(draft, sign))
        if sign.head in actor_words().sectors or sign.actor_kind == ActorKind.GOVERNMENT:
            return self._first(lambda draft: _same_body(draft, sign)) or (chained if sign.definite else None)
        if not sign.definite:
            return None
        return chained or self._first(lambda draft: _same_role(draft, sign))

    def _first(self, fits: Callable[[Draft], bool]) -> Draft | None:
        """The actor met last of those that fit."""
        return next((draft for draft in self._latest() if fits(draft)), None)

    def _latest(self) -> Iterator[Draft]:
        yield from sorted(self.drafts, key=lambda draft: -draft.last)

    def _of_pronoun(self, span: Span, sign: Sign, speaking: Draft | None) -> Draft | None:
        near = [draft for draft in self._latest() if span.start - draft.last <= _FAR and _agree(draft, sign)]
        if speaking in near:
            return speaking
        return near[0] if near else None


def _agree(draft: Draft, sign: Sign) -> bool:
    """Whether a pronoun may mean this actor."""
    if sign.gender in ("m", "f"):
        human = draft.kind == ActorKind.PERSON or (draft.kind is None and (draft.speaks or bool(draft.gender)))
        return human and draft.gender in (sign.gender, "")
    if sign.gender == "p":
        return draft.kind in (ActorKind.GROUP, ActorKind.ORGANISATION)
    return draft.kind in (ActorKind.ORGANISATION, ActorKind.GOVERNMENT)


def _same_name(draft: Draft, sign: Sign) -> bool:
    mine, other = [part.lower() for part in draft.name], [part.lower() for part in sign.name]
    if not mine or not _compatible(draft, sign):
        return False
    if mine == other or _initials(mine) == "".join(other) or _initials(other) == "".join(mine):
        return True
    if draft.kind == ActorKind.ORGANISATION:
        return False
    if len(mine) == 1 or len(other) == 1:
        return mine[-1] == other[-1] or (len(other) == 1 and mine[0] == other[0] and len(mine) == 2)
    return mine[-1] == other[-1] and mine[0][0] == other[0][0]


def _initials(parts: list[str]) -> str:
    return "".join(part[0] for part in parts if part not in ("of", "the", "and", "for")) if len(parts) > 1 else "?"


def _compatible(draft: Draft, sign: Sign) -> bool:
    genders = {draft.gender, sign.gender} - {""}
    return len(genders) < 2 and (draft.country is None or sign.country is None or draft.country == sign.country)


def _same_body(draft: Draft, sign: Sign) -> bool:
    """One institution: the same last word, nothing that tells them apart, and no two countries."""
    if draft.country and sign.country and draft.country != sign.country:
        return False
    if sign.actor_kind == ActorKind.GOVERNMENT or draft.kind == ActorKind.GOVERNMENT:
        return (
            "government" in draft.heads
            and sign.head == "government"
            and (draft.country == sign.country or sign.country is None)
        )
    if sign.head not in draft.heads:
        return False
    apart = sign.modifiers ^ draft.modifiers
    return sign.modifiers <= draft.modifiers or draft.modifiers <= sign.modifiers or not apart


def _same_role(draft: Draft, sign: Sign) -> bool:
    """Whether a description fits: "the Belarusian leader" who was called president, "the official" an official."""
    if draft.country and sign.country and draft.country != sign.country:
        return False
    if sign.gender and draft.gender and sign.gender != draft.gender:
        return False
    if sign.head in draft.heads:
        return True
    kin = actor_words().kin.get(sign.head, frozenset())
    return bool(kin & draft.roles) and (sign.country is None or draft.country in (sign.country, None))
