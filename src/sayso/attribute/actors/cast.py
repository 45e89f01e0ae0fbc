"""The actors of a report as they are met, mention by mention."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from sayso.attribute.actors.agreement import (
    agree,
    conflict,
    initials,
    one_kind,
    same_body,
    same_family,
    same_name,
    same_role,
)
from sayso.attribute.actors.drafts import Draft
from sayso.attribute.actors.signs import Sign
from sayso.ontology.actors import actor_words
from sayso.record.actor import ActorKind
from sayso.record.annotation import MentionKind
from sayso.spans import Span

_LOOK_BACK = 200
"""Actors that a mention is compared with, at most: keeps the time in proportion to the text."""

_FAR = 700
"""Characters back in which a pronoun may find whom it means: some three paragraphs."""


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
            return chained if chained and agree(chained, sign) else self.meant(span, sign, speaking)
        if sign.name and (sign.head not in actor_words().sectors or sign.actor_kind == ActorKind.PERSON):
            return self._of_keys(sign, same_name)
        joined = chained if chained and sign.definite and not conflict(chained, sign) else None
        joined = joined if joined and one_kind(joined, sign) else None
        if sign.head in actor_words().sectors or sign.actor_kind == ActorKind.GOVERNMENT:
            return self._of_keys(sign, same_body) or joined or self._of_family(sign)
        if not sign.definite:
            return None
        fitting = next((draft for draft in self._latest() if same_role(draft, sign)), None)
        if joined and (same_role(joined, sign) or (fitting is None and not (joined.name and sign.roles))):
            return joined
        aged = speaking if speaking and sign.head.endswith("year-old") and speaking.is_human() else None
        return fitting or aged or self._of_family(sign)

    def _of_keys(self, sign: Sign, fits: Callable[[Draft, Sign], bool]) -> Draft | None:
        """The actor met last of those that share a key with the sign and fit it."""
        drafts = [draft for key in _keys(sign) for draft in self._by_key.get(key, ())[-_LOOK_BACK:]]
        return max((draft for draft in drafts if fits(draft, sign)), key=lambda draft: draft.last, default=None)

    def _of_family(self, sign: Sign) -> Draft | None:
        """The body that "the company" means where none was called so: one that goes by a word of its kind."""
        plain = sign.definite and not sign.name and sign.head in actor_words().body_kin
        if not plain or any(word not in _DEFINITE for word in sign.modifiers):
            return None
        fitting = [draft for draft in self._latest() if same_family(draft, sign)]
        return next((draft for draft in fitting if draft.speaks), fitting[0] if fitting else None)

    def _latest(self) -> Iterator[Draft]:
        """Actors, the one met last first."""
        return islice(reversed(self._recent.values()), _LOOK_BACK)

    def has_other(self, draft: Draft, span: Span, gender: str) -> bool:
        """Whether anybody else met near before the span is known to be of that gender."""
        near = (one for one in self._latest() if one is not draft and span.start - one.last <= _FAR)
        return any(one.gender == gender for one in near)

    def meant(self, span: Span, sign: Sign, speaking: Draft | None) -> Draft | None:
        """Whom a pronoun means by what was met: the speaker if it may, else the last that fits; None for nobody."""
        near = [draft for draft in self._latest() if span.start - draft.last <= _FAR and agree(draft, sign)]
        groups = [draft for draft in near if draft.kind == ActorKind.GROUP and draft.speaks]
        if sign.gender == "p" and groups:
            return groups[0]
        if speaking and any(draft is speaking for draft in near):
            return speaking
        return near[0] if near else None


_DEFINITE = frozenset({"the", "this", "that"})


def _keys(sign: Sign) -> set[str]:
    """What actors are looked up by: ends and initials of names, last words of bodies."""
    low = [part.lower() for part in sign.name]
    keys = {low[0], low[-1], initials(low), "".join(low)} if low else set()
    return keys | {f"head {word}" for word in (sign.head, sign.described) if word}
