"""What the words of a mention tell of whom they mean."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from sayso.attribute.actors.joint import is_joint
from sayso.attribute.actors.naming import OWNED, PREPOSITIONS, Named, Phrase, split
from sayso.ontology.actors import actor_words, country_codes, given_names, governed_names, seats
from sayso.ontology.actors.sectors import sector_told
from sayso.ontology.codebook import word_lists
from sayso.ontology.places import demonyms
from sayso.ontology.plover.frames import bodies
from sayso.record.actor import ActorKind
from sayso.record.annotation import MentionKind, NamedSpan, Token

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

_UNBOUND = frozenset({"i", "we", "you", "me", "us", "who", "which", "that", "himself", "herself", "nobody", "none"})
_OURS = frozenset({"my", "our", "your", "mine", "ours", "yours", "us", "myself", "ourselves", "whose"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_EXPLAINING = frozenset({",", "(", "\u2014", "--", "\u2013"})
_RELATIVE = frozenset({"who", "which", "whose"})
_BODILY = frozenset(
    {"department", "ministry", "university", "court", "center", "centre", "council", "committee", "institute"}
)
_LONGEST_BESIDE = 12
"""Tokens of an appositive that are read."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What a mention tells. Everything is in small letters but `name`.

    `name` is the proper name without titles and roles, empty for none. `roles` are what the words say the bearer is.
    `head` is the last word of a mention without a personal name ("ministry"), `modifiers` what stands before it, and
    `described` the last word of what stands beside it ("airline" in "Norlift, the regional airline"). `gender` is "m",
    "f", "n" (a thing or body), "p" (several) or "" for unknown. `definite` says that somebody known is meant ("the
    ministry"). `guess` is the kind of actor that a tagger takes a single name for, which the words may yet overrule.
    """

    kind: MentionKind
    name: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    head: str = ""
    modifiers: frozenset[str] = frozenset()
    described: str = ""
    gender: str = ""
    definite: bool = False
    actor_kind: ActorKind | None = None
    guess: ActorKind | None = None
    country: str | None = None
    sector: str | None = None


def read_sign(
    tokens: Sequence[Token],
    country: str | None,
    *,
    placed: Collection[int] = (),
    names: Sequence[NamedSpan] = (),
) -> Sign | None:
    """The sign of a mention given by its tokens; None for what stands for nobody in particular ("we", "which").

    `country` (ISO alpha-3) is told by a place name or demonym inside it, `placed` holds where tokens of place names
    within it start, `names` what a tagger took for names within it.
    """
    core = core_of(tokens)
    words = [token.text for token in core]
    low = [word.lower() for word in words]
    if not words or is_unbound(words[0]) or low[:2] == ["no", "one"] or (len(words) == 1 and low[0] in _OURS):
        return None  # the caller knows who speaks and what stands before
    if len(words) == 1 and low[0] in PRONOUNS:
        return Sign(MentionKind.PRONOMINAL, gender=PRONOUNS[low[0]])
    if bare(words) in seats():
        return place_sign(bare(words), country, national=False)
    if is_joint(core, placed, names):
        return Sign(MentionKind.NAMED, gender="p", actor_kind=ActorKind.GROUP)
    start = 1 if low[0] in word_lists()["determiners"] | word_lists()["possessives"] else 0
    phrase = _phrase(core[start:], placed, names)
    sign = _core_sign(phrase, core[start:], start, low, country)
    return described(sign, _beside(tokens[len(core) :]))


def core_of(tokens: Sequence[Token]) -> Sequence[Token]:
    """The mention up to what only explains it: an appositive, a relative clause."""
    for at, token in enumerate(tokens):
        if at and (token.text in _EXPLAINING or token.text.lower() in _RELATIVE):
            return tokens[:at] if token.text != "WHO" else tokens
    return tokens


def is_unbound(word: str) -> bool:
    """Whether a word points without telling at whom: "I", "we", "who"; "WHO" and "US" are names."""
    return word.lower() in _UNBOUND and (len(word) == 1 or not word.isupper())


def bare(words: Sequence[str]) -> str:
    """The words without an article in front."""
    return " ".join(words[1:] if words[0].lower() == "the" else words)


def _phrase(core: Sequence[Token], placed: Collection[int], names: Sequence[NamedSpan]) -> Phrase:
    ranges = [(name.label, _range(core, name)) for name in names]
    people = [_without_titles(core, found) for label, found in ranges if label == "person" and found]
    people = [found for found in people if _ends_phrase(core, found) and not _is_of_body(core, found)]
    bodies = [found for label, found in ranges if label == "organisation" and found and found[1] == len(core)]
    return Phrase(
        [token.text for token in core],
        [token.start in placed for token in core],
        person=people[-1] if people else None,
        body=bodies[-1] if bodies else None,
    )


def _without_titles(core: Sequence[Token], found: tuple[int, int]) -> tuple[int, int]:
    """A name without the titles and roles that a tagger took for part of it: "Obama" of "Mr. Obama"."""
    first, last = found
    known = actor_words().titles.keys() | actor_words().roles.keys()
    while first < last - 1 and core[first].text.lower() in known:
        first += 1
    return first, last


def _is_of_body(core: Sequence[Token], found: tuple[int, int]) -> bool:
    """Whether the words of a name are a body's, whatever a tagger took it for."""
    return any(token.text.lower() in _BODILY for token in core[slice(*found)])


def _range(core: Sequence[Token], name: NamedSpan) -> tuple[int, int] | None:
    inside = [at for at, token in enumerate(core) if token.start >= name.start and token.end <= name.end]
    return (inside[0], inside[-1] + 1) if inside else None


def _ends_phrase(core: Sequence[Token], found: tuple[int, int]) -> bool:
    """Whether a name is whom the phrase is about: it ends it, or a preposition follows."""
    first, last = found
    before = core[first - 1].text.lower() if first else ""
    return before not in PREPOSITIONS and (last == len(core) or core[last].text.lower() in PREPOSITIONS)


def _core_sign(phrase: Phrase, core: Sequence[Token], start: int, low: Sequence[str], country: str | None) -> Sign:
    definite = bool(low[0] in _DEFINITE) or any(word in OWNED for word in low[1:4])
    named = split(phrase)
    if named.name:
        return _named(named, phrase, country, alone=low[0] != "the")
    known = [placed or token.text in demonyms() for placed, token in zip(phrase.placed, core, strict=True)]
    proper = any(token.text[0].isupper() and not one for token, one in zip(core, known, strict=True))
    return _nominal(low[start:], definite, country, proper=proper and (start == 0 or definite))


def described(sign: Sign, beside: Sequence[Token]) -> Sign:
    """The sign with what an appositive adds: "head of the port" beside a name, "Suvilinja" beside "the operator"."""
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
        sector = sign.sector or (_sector(low, roles, sign.country) if roles else None)
        return replace(sign, roles=sign.roles | roles, gender=gender, actor_kind=kind, described=head, sector=sector)
    named = _named_beside(beside)
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


def _beside(rest: Sequence[Token]) -> Sequence[Token]:
    """The appositive after the core, empty for none."""
    if not rest or rest[0].text != ",":
        return ()
    for at in range(1, min(len(rest), _LONGEST_BESIDE)):
        if rest[at].text == "," or rest[at].text.lower() in _RELATIVE:
            return rest[1:at]
    return rest[1:_LONGEST_BESIDE]


def _head_of(low: Sequence[str]) -> str:
    """The noun of a description in small letters: "beekeeper" in "a beekeeper from the hills"; "" for none."""
    if not low or low[0] not in ("a", "an", "the", "its", "his", "her", "their"):
        return ""
    end = next((at for at, word in enumerate(low) if at and (word in PREPOSITIONS or word in OWNED)), len(low))
    return low[end - 1] if end > 1 else ""


def place_sign(name: str, country: str | None, *, national: bool) -> Sign:
    """A country's government by the name of the country, its capital or a palace; or who governs a town or state.

    `national` says that the place is a country.
    """
    sector = "GOV"
    if name in seats():
        country, sector = seats()[name]
    government = Sign(MentionKind.NAMED, head="government", gender="n", country=country, sector=sector)
    if sector == "GOV" and (national or name in governed_names()):
        return replace(government, actor_kind=ActorKind.GOVERNMENT)
    kind = ActorKind.GOVERNMENT if sector == "GOV" else ActorKind.ORGANISATION
    return replace(government, head="", name=tuple(name.split()), actor_kind=kind)


def _named(named: Named, phrase: Phrase, country: str | None, *, alone: bool) -> Sign:
    words, name, roles = actor_words(), named.name, named.roles
    folded = [part.lower() for part in name]
    titles = [words.titles[word] for word in phrase.low if word in words.titles]
    letters = len(name) == 1 and len(name[0]) > 1 and name[0].isupper()
    body = any(part in words.in_bodies for part in folded) or not alone or phrase.body is not None or letters
    if body and not phrase.person and not titles and not roles:
        return _body(name, folded, country)
    gender = next((letter for letter in (*titles, *(words.roles[role] for role in roles)) if letter), "")
    told = bool(titles or roles or (phrase.person and len(name) > 1))
    person = told or (len(name) > 1 and not any(part.isupper() and len(part) > 2 for part in name))
    if person and len(name) > 1:
        gender = gender or given_names().get(folded[0], "")
    sign = Sign(MentionKind.NAMED, name, roles, modifiers=_field(named.before), gender=gender, country=country)
    sector = _sector(named.before, roles, country)
    kind, guess = (ActorKind.PERSON if told else None for told in (person, phrase.person))
    return replace(sign, actor_kind=kind, guess=guess, sector=sector)


def _field(words: Sequence[str]) -> frozenset[str]:
    """What an office is for: "transport" of "transport minister"."""
    known = actor_words()
    plain = (word for word in words if word.isalpha() and word not in known.roles and word not in known.titles)
    return frozenset(plain) - _countries() - PREPOSITIONS - word_lists()["determiners"]


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.lower() for name in country_codes())


def _sector(words: Sequence[str], roles: Collection[str], country: str | None) -> str | None:
    """What a description tells; the leader of a country governs it."""
    return sector_told(words) or ("GOV" if country and "leader" in roles else None)


def _body(name: tuple[str, ...], folded: Sequence[str], country: str | None) -> Sign:
    words = actor_words()
    end = next((at for at, part in enumerate(folded) if at and part in PREPOSITIONS), len(folded))
    head = next((part for part in reversed(folded[:end]) if part in words.sectors), folded[end - 1])
    known = bodies().get(" ".join(name))
    return Sign(
        MentionKind.NAMED,
        name,
        head=head,
        modifiers=frozenset(folded) - {head, "of", "the", "and", "for"},
        gender="n",
        actor_kind=ActorKind.ORGANISATION,
        country=country or _country_in(name) or (known.country if known else None),
        sector=(known.sector if known else None) or sector_told(folded) or words.sectors.get(head),
    )


def _country_in(name: Sequence[str]) -> str | None:
    """The country that a body is named after: "Bank of Chile", "U.S. Congress"; None for none or several."""
    parts = [*name, *(" ".join(pair) for pair in pairwise(name))]
    found = {country_codes()[part] for part in parts if part in country_codes()}
    return found.pop() if len(found) == 1 else None


def _nominal(low: Sequence[str], definite: bool, country: str | None, *, proper: bool) -> Sign:
    words = actor_words()
    if len(low) > 2 and low[:2] == ["one", "of"]:
        low, definite = [word.removesuffix("s") for word in low[2:] if word not in _DEFINITE], False
    end = next((at for at, word in enumerate(low) if at and word in PREPOSITIONS), len(low))
    head = low[end - 1] if end else ""
    fielded = low[end : end + 1] == ["of"] and (head in words.sectors or head in words.roles)
    modifiers = _field([*low[: end - 1], *(low[end + 1 :] if fielded else ())])
    sign = Sign(MentionKind.NOMINAL, head=head, modifiers=modifiers, definite=definite, country=country)
    if head in words.sectors and head not in words.groups:
        kind = MentionKind.NAMED if proper else MentionKind.NOMINAL
        of_body = sector_told(low) or words.sectors[head]
        return replace(sign, kind=kind, gender="n", actor_kind=ActorKind.ORGANISATION, sector=of_body)
    several = head in words.groups or (head.endswith("s") and head not in words.roles and not head.endswith("ss"))
    if several:
        return replace(sign, gender="p", actor_kind=ActorKind.GROUP, sector=sector_told(low))
    if head not in words.roles:
        return sign
    sector = _sector(low, {head}, country)
    return replace(sign, roles=frozenset({head}), gender=words.roles[head], actor_kind=ActorKind.PERSON, sector=sector)
