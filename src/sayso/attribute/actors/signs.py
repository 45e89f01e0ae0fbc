"""What the words of a mention tell of whom they mean."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sayso.ontology.actors import actor_words, seats
from sayso.ontology.codebook import word_lists
from sayso.ontology.places import demonyms
from sayso.record.actor import ActorKind
from sayso.record.annotation import MentionKind, Token

PRONOUNS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "she": "f",
    "her": "f",
    "it": "n",
    "its": "n",
    "they": "p",
    "them": "p",
    "their": "p",
}
"""Pronouns that mean somebody told of before, with gender, "n" for a thing or body, "p" for several."""

_UNBOUND = frozenset({"i", "we", "you", "me", "us", "who", "which", "that", "himself", "herself"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "der",
        "den",
        "van",
        "von",
        "bin",
        "ibn",
        "al",
        "el",
        "la",
        "le",
        "da",
        "dos",
        "du",
        "ter",
        "ten",
        "y",
        "e",
        "abu",
    ]
)
_PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "in",
        "at",
        "from",
        "on",
        "with",
        "to",
        "against",
        "by",
        "near",
        "behind",
        "under",
        "between",
        "about",
    ]
)


@dataclass(frozen=True, slots=True)
class Sign:
    """What a mention tells. Everything is in small letters but `name`.

    `name` is the proper name without titles and roles, empty for none. `roles` are what the words say the bearer
    is. `head` is the last
    word of a mention without a personal name ("ministry"), `modifiers` what stands before it. `gender` is "m", "f",
    "n" (a thing
    or body), "p" (several) or "" for unknown. `definite` says that somebody known is meant ("the ministry").
    """

    kind: MentionKind
    name: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    head: str = ""
    modifiers: frozenset[str] = frozenset()
    gender: str = ""
    definite: bool = False
    actor_kind: ActorKind | None = None
    country: str | None = None
    sector: str | None = None


def read_sign(
    tokens: Sequence[Token], country: str | None, *, place: bool = False, placed: Collection[int] = ()
) -> Sign | None:
    """The sign of a mention given by its tokens; None for what stands for nobody in particular ("we", "which").

    `country` (ISO alpha-3) is told by a place name or demonym inside it; `place` says that the mention is a place
    name, `placed` holds
    where tokens of place names within it start.
    """
    core = _core(tokens)
    words = [token.text for token in core]
    low = [word.lower() for word in words]
    if not words or low[0] in _UNBOUND:
        return None  # the caller knows who speaks and what stands before
    if len(words) == 1 and low[0] in PRONOUNS:
        return Sign(MentionKind.PRONOMINAL, gender=PRONOUNS[low[0]])
    if place or " ".join(words).removeprefix("The ").removeprefix("the ") in seats():
        return _of_place(words, country)
    definite = low[0] in _DEFINITE or (len(words) > 1 and words[1] in ("'s", "\u2019s"))
    start = 1 if low[0] in word_lists()["determiners"] | word_lists()["possessives"] else 0
    roles, name = _split(words[start:], low[start:], [token.start in placed for token in core][start:])
    beside = _beside(tokens, len(words))
    apposed = frozenset(token.text.lower() for token in beside if token.text.lower() in actor_words().roles)
    if name:
        return _named(name, low[start:], roles | apposed, country, alone=low[0] != "the")
    plain = [token.start in placed or token.text in demonyms() for token in core]
    proper = any(
        token.text[0].isupper() and not known for token, known in zip(core[start:], plain[start:], strict=True)
    )
    sign = _nominal(low[start:], definite, apposed, country, proper=proper and (start == 0 or definite))
    named = tuple(token.text for token in beside)
    if named and sign.gender != "p" and all(word[0].isupper() for word in named) and not apposed:
        return replace(sign, kind=MentionKind.NAMED, name=named)
    return sign


def _core(tokens: Sequence[Token]) -> Sequence[Token]:
    """The mention up to what only explains it: an appositive, a relative clause."""
    for at, token in enumerate(tokens):
        if at and (token.text in (",", "(", "\u2014", "--") or token.text.lower() in ("who", "which")):
            return tokens[:at]
    return tokens


def _beside(tokens: Sequence[Token], core: int) -> Sequence[Token]:
    """The appositive after the core.

    "head of the port" in "Karin Toft, head of the port", "Suvilinja" in "the operator, Suvilinja".
    """
    if core >= len(tokens) or tokens[core].text != ",":
        return ()
    for at in range(core + 1, min(core + 12, len(tokens))):
        if tokens[at].text == "," or tokens[at].text.lower() in ("who", "which", "whose"):
            return tokens[core + 1 : at]
    return tokens[core + 1 : core + 12]


def _of_place(words: Sequence[str], country: str | None) -> Sign:
    name = " ".join(words[1:] if words[0].lower() == "the" else words)
    if name in seats():
        country, sector = seats()[name]
        if sector == "GOV":
            return Sign(
                MentionKind.NAMED,
                head="government",
                actor_kind=ActorKind.GOVERNMENT,
                gender="n",
                country=country,
                sector="GOV",
            )
        return Sign(
            MentionKind.NAMED,
            tuple(name.split()),
            actor_kind=ActorKind.ORGANISATION,
            gender="n",
            country=country,
            sector=sector,
        )
    return Sign(
        MentionKind.NAMED, head="government", actor_kind=ActorKind.GOVERNMENT, gender="n", country=country, sector="GOV"
    )


def _split(words: Sequence[str], low: Sequence[str], placed: Sequence[bool]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Roles and titles in front, and the proper name at the end of the noun phrase, empty for none."""
    end = next((at for at, word in enumerate(low) if at and word in _PREPOSITIONS), len(words))
    name = _name_at(words, low, end)
    roles = frozenset(word for word in low[: end - len(name)] if word in actor_words().roles)
    if not name and roles and end < len(words):
        name = _name_after(words, low, placed, end)
    return roles, name


def _name_after(words: Sequence[str], low: Sequence[str], placed: Sequence[bool], end: int) -> tuple[str, ...]:
    """The name that follows what a role is of: "the leader of Belarus Alexander Lukashenko"."""
    belongs = [at for at in range(end + 1, len(words)) if placed[at] or low[at] in actor_words().in_bodies]
    after = (belongs[-1] if belongs else end + 1) + 1
    tail = _name_at(words[after:], low[after:], len(words) - after)
    return tail if len(tail) > 1 and len(tail) == len(words) - after else ()


def _name_at(words: Sequence[str], low: Sequence[str], end: int) -> tuple[str, ...]:
    """The run of capitalised words that ends at `end`, back to a title, role, demonym or small letter."""
    at = end
    while at > 0:
        word = words[at - 1]
        if low[at - 1] in actor_words().titles or word in demonyms():
            break
        if low[at - 1] in actor_words().roles and at < end:
            break
        if not (word[0].isupper() or (low[at - 1] in _PARTICLES and 1 < at < end)):
            break
        at -= 1
    found = tuple(words[at:end])
    return () if not found or found[-1].lower() in actor_words().roles or found[-1].lower() in _PARTICLES else found


def _named(
    name: tuple[str, ...], low: Sequence[str], roles: frozenset[str], country: str | None, *, alone: bool
) -> Sign:
    words = actor_words()
    folded = [part.lower() for part in name]
    titles = [words.titles[word] for word in low if word in words.titles]
    body = (any(part in words.in_bodies for part in folded) or not alone) and not titles and not roles
    if body:
        head = next((part for part in reversed(folded) if part in words.sectors), folded[-1])
        return Sign(
            MentionKind.NAMED,
            name,
            head=head,
            modifiers=frozenset(folded) - {head, "of", "the", "and"},
            gender="n",
            actor_kind=ActorKind.ORGANISATION,
            country=country,
            sector=words.sectors.get(head),
        )
    gender = next((letter for letter in (*titles, *(words.roles[role] for role in roles)) if letter), "")
    person = bool(titles or roles) or (len(name) > 1 and not any(part.isupper() and len(part) > 2 for part in name))
    kind = ActorKind.PERSON if person else None
    return Sign(MentionKind.NAMED, name, roles, gender=gender, actor_kind=kind, country=country)


def _nominal(low: Sequence[str], definite: bool, apposed: frozenset[str], country: str | None, *, proper: bool) -> Sign:
    words = actor_words()
    if len(low) > 2 and low[:2] == ["one", "of"]:
        low, definite = [word.removesuffix("s") for word in low[2:] if word not in _DEFINITE], False
    end = next((at for at, word in enumerate(low) if at and word in _PREPOSITIONS), len(low))
    head = low[end - 1] if end else ""
    modifiers = frozenset(word for word in low[: end - 1] if word.isalpha() and word.title() not in demonyms())
    if head in words.sectors and head not in words.groups:
        return Sign(
            MentionKind.NAMED if proper else MentionKind.NOMINAL,
            head=head,
            modifiers=modifiers,
            gender="n",
            definite=definite,
            actor_kind=ActorKind.ORGANISATION,
            country=country,
            sector=words.sectors[head],
        )
    several = head in words.groups or (head.endswith("s") and head not in words.roles and not head.endswith("ss"))
    if several:
        return Sign(
            MentionKind.NOMINAL,
            head=head,
            modifiers=modifiers,
            gender="p",
            definite=definite,
            actor_kind=ActorKind.GROUP,
            country=country,
        )
    roles = frozenset({head} if head in words.roles else ()) | apposed
    kind = ActorKind.PERSON if head in words.roles else None
    return Sign(
        MentionKind.NOMINAL,
        roles=roles,
        head=head,
        modifiers=modifiers,
        gender=words.roles.get(head, ""),
        definite=definite,
        actor_kind=kind,
        country=country,
    )
