"""What stands beside a mention, and adds to its sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.attribute.actors.kinds import sector_of
from sayso.attribute.actors.naming import OWNED, PREPOSITIONS, Phrase, split
from sayso.attribute.actors.signs import Sign
from sayso.ontology.actors import actor_words
from sayso.ontology.codebook import word_lists
from sayso.record.actor import ActorKind
from sayso.record.annotation import MentionKind, NamedSpan, Token

RELATIVE = frozenset({"who", "which", "whose"})
"""Words that begin a clause about somebody."""

_LONGEST = 12
"""Tokens of an appositive that are read."""


def described(sign: Sign, beside: Sequence[Token], names: Sequence[NamedSpan] = ()) -> Sign:
    """The sign with what an appositive adds: "head of the port" beside a name, "Suvilinja" beside "the operator".

    `names` are what a tagger took for names there.
    """
    if not beside:
        return sign
    low = [token.text.lower() for token in beside]
    roles = frozenset(word for word in low if word in actor_words().roles)
    gender = sign.gender or next((letter for word in low if (letter := actor_words().roles.get(word, ""))), "")
    if sign.name:
        head = _head_of(low) or sign.described
        if head in actor_words().body_kin and not roles and (sign.actor_kind is None or len(sign.name) == 1):
            return replace(sign, actor_kind=ActorKind.ORGANISATION, gender="n", described=head)
        kind = sign.actor_kind or (ActorKind.PERSON if roles else None)
        if sign.actor_kind == ActorKind.ORGANISATION or (kind is None and not roles):
            return replace(sign, described=head)
        sector = sign.sector or (sector_of(low, roles, sign.country) if roles else None)
        return replace(sign, roles=sign.roles | roles, gender=gender, actor_kind=kind, described=head, sector=sector)
    named = _named_beside(beside) or _person_beside(beside, names)
    if named and sign.gender != "p":
        kind = ActorKind.PERSON if roles else sign.actor_kind
        return replace(
            sign, kind=MentionKind.NAMED, name=named, roles=sign.roles | roles, gender=gender, actor_kind=kind
        )
    if sign.actor_kind in (ActorKind.ORGANISATION, ActorKind.GROUP) or not roles:
        return sign
    return replace(sign, roles=sign.roles | roles, gender=gender, actor_kind=ActorKind.PERSON)


def _named_beside(beside: Sequence[Token]) -> tuple[str, ...]:
    """The name that an appositive is, with nothing but titles and roles before it; empty for none."""
    named = split(Phrase([token.text for token in beside], [False] * len(beside)))
    words = actor_words()
    known = words.titles.keys() | words.roles.keys() | word_lists()["determiners"] | {"former"}
    whole = len(named.before) + len(named.name) == len(beside)
    plain = (token for token, word in zip(beside, named.before, strict=False) if word not in known)
    return named.name if whole and all(token.text[0].isupper() for token in plain) else ()


def _person_beside(beside: Sequence[Token], names: Sequence[NamedSpan]) -> tuple[str, ...]:
    """The person's name that an appositive is about: "retired nurse Ann Smith", "Ann Smith of Denmark"."""
    ends = {token.end for token, after in zip(beside, [*beside[1:], None], strict=True) if _ends_name(after)}
    name = next((one for one in names if one.label == "person" and one.end in ends), None)
    if name is None or name.start < beside[0].start:
        return ()
    before = [token.text.lower() for token in beside if token.start < name.start]
    called = actor_words().roles.keys() | actor_words().titles.keys()
    led = not before or (before[-1] in called and PREPOSITIONS.isdisjoint(before))
    return tuple(token.text for token in beside[len(before) :] if token.start < name.end) if led else ()


def _ends_name(after: Token | None) -> bool:
    """Whether a name may end before this token of an appositive."""
    return after is None or after.text.lower() in PREPOSITIONS


def appositive(rest: Sequence[Token]) -> Sequence[Token]:
    """The appositive after the core, empty for none."""
    if not rest or rest[0].text != ",":
        return ()
    for at in range(1, min(len(rest), _LONGEST)):
        if rest[at].text == "," or rest[at].text.lower() in RELATIVE:
            return rest[1:at]
    return rest[1:_LONGEST]


def _head_of(low: Sequence[str]) -> str:
    """The noun of a description in small letters: "beekeeper" in "a beekeeper from the hills"; "" for none."""
    if not low or low[0] not in ("a", "an", "the", "its", "his", "her", "their"):
        return ""
    end = next((at for at, word in enumerate(low) if at and (word in PREPOSITIONS or word in OWNED)), len(low))
    return low[end - 1] if end > 1 else ""
