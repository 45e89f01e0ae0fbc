"""Whether a mention may mean an actor met before."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribute.actors.drafts import Draft
from sayso.attribute.actors.signs import Sign
from sayso.ontology.actors import actor_words
from sayso.ontology.actors.sectors import takes_sector
from sayso.record.actor import ActorKind
from sayso.record.annotation import MentionKind

_GOVERNED = frozenset({"GOV", "ELI", "LEG", "PTY", "OPP"})
"""Sectors between which one person may stand: a minister who sits in parliament, and was in opposition."""

_FIELDED = frozenset({"minister", "secretary", "commissioner"})
_RANKS = frozenset(
    {"deputy", "former", "senior", "junior", "first", "acting", "new", "then", "outgoing", "vice", "state"}
)

_PARTIES = frozenset(
    ["republican", "democratic", "conservative", "labour", "labor", "liberal", "green", "independent", "libertarian",
     "socialist", "communist", "nationalist"]
)  # fmt: skip
"""Of two nominees called by these, one is not the other."""

_SMALL = frozenset({"of", "the", "and", "for"})


def agree(draft: Draft, sign: Sign) -> bool:
    """Whether a pronoun may mean this actor."""
    if sign.gender in ("m", "f"):
        return draft.is_human() and draft.gender in (sign.gender, "")
    if sign.gender == "p":
        return draft.kind in (ActorKind.GROUP, ActorKind.ORGANISATION)
    return draft.kind in (ActorKind.ORGANISATION, ActorKind.GOVERNMENT)


_LETTERS_OF_ANOTHER = 3
"""Letters that stand alone for one body and begin the names of others: "UN", "EU", "SPD"."""


def conflict(draft: Draft, sign: Sign) -> bool:
    """Whether a description says of its bearer what this actor is not: another kind, gender or country."""
    if draft.kind and sign.actor_kind and draft.kind != sign.actor_kind:
        return True
    if sign.actor_kind == ActorKind.GROUP and draft.name:
        return True
    parties = (draft.modifiers & _PARTIES, sign.modifiers & _PARTIES)
    if all(parties) and parties[0].isdisjoint(parties[1]):
        return True
    if sign.head in _FIELDED and _two_fields(draft, sign):
        return True
    if sign.modifiers and sign.sector and draft.sector and sign.sector != draft.sector:
        return not {sign.sector, draft.sector} <= _GOVERNED
    return not _compatible(draft, sign)


def same_name(draft: Draft, sign: Sign) -> bool:
    """One name: the same, a part of it that people go by, or its initials."""
    mine, other = [part.lower() for part in draft.name], [part.lower() for part in sign.name]
    if mine == other and len(mine) > 1 and {draft.gender, sign.gender} != {"m", "f"}:
        return True
    if not mine or not _compatible(draft, sign) or _two_kinds(draft, sign):
        return False
    if mine == other or _abbreviates(draft.name, sign.name) or _abbreviates(sign.name, draft.name):
        return True
    if draft.kind == ActorKind.ORGANISATION or sign.actor_kind == ActorKind.ORGANISATION:
        named_person = ActorKind.PERSON in (draft.kind, sign.actor_kind, sign.guess)
        return not named_person and _one_body(mine, other)
    if len(mine) == 1 or len(other) == 1:
        return mine[-1] == other[-1] or (len(other) == 1 and mine[0] == other[0] and len(mine) == 2)
    if _ends(mine, other) or _ends(other, mine):
        return True
    return mine[-1] == other[-1] and _one_given(mine[0], other[0])


def _abbreviates(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether one is the initials of the other; the "US" of "US Navy" are some already."""
    some = any(len(part) > 1 and part.isupper() for part in long)
    return not some and initials([part.lower() for part in long]) == "".join(short).lower()


def _two_kinds(draft: Draft, sign: Sign) -> bool:
    """Whether one is a government and the other is not: "Houston" the city and Ms Houston."""
    kinds = {draft.kind, sign.actor_kind} - {None}
    return len(kinds) > 1 and ActorKind.GOVERNMENT in kinds


def _one_given(mine: str, other: str) -> bool:
    """One first name, or one the other's initial."""
    return mine == other or (mine[0] == other[0] and min(len(mine.rstrip(".")), len(other.rstrip("."))) == 1)


def _ends(long: Sequence[str], short: Sequence[str]) -> bool:
    return len(short) < len(long) and list(long[-len(short) :]) == list(short)


def _one_body(mine: Sequence[str], other: Sequence[str]) -> bool:
    """A body by the first words of its name: "Norlift" for "Norlift Airways", but no "UN" for "UN Women"."""
    short, long = sorted((mine, other), key=len)
    if len(short) == 1 and len(short[0]) <= _LETTERS_OF_ANOTHER:
        return False
    return list(long[: len(short)]) == list(short) and short[-1] not in actor_words().in_bodies


def same_body(draft: Draft, sign: Sign) -> bool:
    """One institution: the same last word, nothing that tells them apart, and no two countries."""
    if draft.country and sign.country and draft.country != sign.country:
        return False
    if sign.actor_kind == ActorKind.GOVERNMENT or draft.kind == ActorKind.GOVERNMENT:
        alike = draft.country == sign.country or sign.country is None
        return "government" in draft.heads and sign.head == "government" and alike
    if sign.head not in draft.heads or draft.kind == ActorKind.PERSON:
        return False
    return sign.modifiers <= draft.modifiers or draft.modifiers <= sign.modifiers


def same_family(draft: Draft, sign: Sign) -> bool:
    """Whether a word for a body ("the company") fits one met by name, or by a word much like it ("the airline")."""
    if draft.kind not in (ActorKind.ORGANISATION, None) or not draft.name or conflict(draft, sign):
        return False
    told = draft.heads & actor_words().body_kin.keys()
    if not told:
        unknown = draft.heads.isdisjoint(actor_words().sectors)
        return unknown and draft.kind == ActorKind.ORGANISATION and sign.head in actor_words().any_body
    return any(sign.head in actor_words().body_kin[head] for head in told)


def one_kind(draft: Draft, sign: Sign) -> bool:
    """Whether who goes by the words of the draft may go by those of the sign, too: no airline is an army.

    By general words ("the company", "the man") anybody may be meant.
    """
    words = actor_words()
    if sign.head in words.any_body or same_role(draft, sign):
        return True
    bodies = draft.heads & words.sectors.keys() - words.any_body
    if sign.head in words.sectors and bodies:
        return any(sign.head in words.body_kin.get(head, frozenset()) for head in (*bodies, sign.head))
    return not (sign.roles and draft.roles)


def same_role(draft: Draft, sign: Sign) -> bool:
    """Whether a description fits: "the Belarusian leader" who was called president, "the official" an official."""
    if conflict(draft, sign):
        return False
    if sign.head in draft.heads:
        return True
    if sign.modifiers and sign.sector and sign.sector == draft.sector and sign.sector not in _GOVERNED:
        return takes_sector(sign.head) and draft.kind == ActorKind.PERSON
    kin = actor_words().kin.get(sign.head, frozenset())
    told = sign.country is None or sign.country == draft.country or sign.head in draft.roles
    return told and bool(kin & draft.roles)


def _two_fields(draft: Draft, sign: Sign) -> bool:
    """Whether two ministers are for two things; the prime minister is never called "the minister"."""
    mine, other = draft.modifiers - _RANKS, sign.modifiers - _RANKS
    return bool(mine and other and mine.isdisjoint(other)) or ("prime" in mine) != ("prime" in other)


def initials(parts: Sequence[str]) -> str:
    """The first letters of a name, small words left out; "?" for a name of one word."""
    return "".join(part[0] for part in parts if part not in _SMALL) if len(parts) > 1 else "?"


def _compatible(draft: Draft, sign: Sign) -> bool:
    genders = {draft.gender, sign.gender} - {""}
    if len(genders) > 1 and (sign.kind != MentionKind.NOMINAL or genders & {"m", "f", "n"}):
        return False
    return draft.country is None or sign.country is None or draft.country == sign.country
