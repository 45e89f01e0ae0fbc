"""The actors of a report as they are met, mention by mention."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from sayso.attribute.actors.signs import Sign
from sayso.ontology.actors import actor_words
from sayso.record.actor import ActorKind
from sayso.record.annotation import MentionKind
from sayso.spans import Span

_LOOK_BACK = 200
"""Actors that a mention is compared with, at most: keeps the time in proportion to the text."""

_FAR = 700
"""Characters back in which a pronoun may find whom it means: some three paragraphs."""


@dataclass(slots=True, eq=False)
class Draft:
    """One actor so far: its signs in the order met, each with its span, and what they tell together.

    `name` is the fullest met, `speaks` is set once it was a source, `last` is where it was met last.
    """

    met: list[tuple[Span, Sign]] = field(default_factory=list)
    name: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    gender: str = ""
    country: str | None = None
    sector: str | None = None
    kind: ActorKind | None = None
    speaks: bool = False
    last: int = -1

    def add(self, span: Span, sign: Sign) -> None:
        """One more mention; what was told first stays."""
        self.met.append((span, sign))
        self.name = max(self.name, sign.name, key=len)
        self.roles |= sign.roles
        self.heads |= {sign.head} - {""}
        self.modifiers |= sign.modifiers
        self.gender = self.gender or sign.gender
        self.country = self.country or sign.country
        self.sector = self.sector or sign.sector
        self.kind = self.kind or sign.actor_kind
        self.last = span.start


class Cast:
    """The actors of one report; `meet` each mention in text order."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._recent: dict[int, Draft] = {}
        self._by_key: dict[str, list[Draft]] = {}

    def meet(
        self, span: Span, sign: Sign, *, speaking: Draft | None = None, chained: Draft | None = None
    ) -> Draft | None:
        """The actor that a mention means, new if it was not met before; None for a pronoun that finds nobody.

        `speaking` is whose statement came last, `chained` whom a tagger's chain joins the mention with; what the words
        themselves say counts first, where they say enough.
        """
        draft = self._known(span, sign, speaking, chained)
        if draft is None and sign.kind != MentionKind.PRONOMINAL:
            draft = self.add()
        if draft is not None:
            draft.add(span, sign)
            self._remember(draft, sign)
        return draft

    def add(self) -> Draft:
        """A new actor."""
        self.drafts.append(Draft())
        return self.drafts[-1]

    def _remember(self, draft: Draft, sign: Sign) -> None:
        self._recent.pop(id(draft), None)
        self._recent[id(draft)] = draft
        for key in _keys(sign):
            known = self._by_key.setdefault(key, [])
            if draft not in known[-_LOOK_BACK:]:
                known.append(draft)

    def _known(self, span: Span, sign: Sign, speaking: Draft | None, chained: Draft | None) -> Draft | None:
        if sign.kind == MentionKind.PRONOMINAL:
            return chained if chained and _agree(chained, sign) else self._of_pronoun(span, sign, speaking)
        if sign.kind == MentionKind.NAMED and sign.name and sign.head not in actor_words().sectors:
            return self._of_keys(sign, _same_name)
        if sign.head in actor_words().sectors or sign.actor_kind == ActorKind.GOVERNMENT:
            return self._of_keys(sign, _same_body) or (chained if sign.definite else None)
        if not sign.definite:
            return None
        return chained or next((draft for draft in self._latest() if _same_role(draft, sign)), None)

    def _of_keys(self, sign: Sign, fits: Callable[[Draft, Sign], bool]) -> Draft | None:
        """The actor met last of those that share a key with the sign and fit it."""
        drafts = [draft for key in _keys(sign) for draft in self._by_key.get(key, ())[-_LOOK_BACK:]]
        return max((draft for draft in drafts if fits(draft, sign)), key=lambda draft: draft.last, default=None)

    def _latest(self) -> Iterator[Draft]:
        """Actors, the one met last first."""
        return islice(reversed(self._recent.values()), _LOOK_BACK)

    def _of_pronoun(self, span: Span, sign: Sign, speaking: Draft | None) -> Draft | None:
        near = [draft for draft in self._latest() if span.start - draft.last <= _FAR and _agree(draft, sign)]
        if speaking and any(draft is speaking for draft in near):
            return speaking
        return near[0] if near else None


def _keys(sign: Sign) -> set[str]:
    """What actors are looked up by: ends and initials of names, last words of bodies."""
    low = [part.lower() for part in sign.name]
    keys = {low[0], low[-1], _initials(low), "".join(low)} if low else set()
    return keys | ({f"head {sign.head}"} if sign.head else set())


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
