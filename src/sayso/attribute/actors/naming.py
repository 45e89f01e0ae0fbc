"""The proper name in a noun phrase, and what stands before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ontology.actors import actor_words
from sayso.ontology.places import demonyms
from sayso.ontology.plover.agents import sector_of

PREPOSITIONS = frozenset(
    "of for in at from on with to against by near behind under between about since until during".split()  # noqa: SIM905 - words to read
)
PARTICLES = frozenset(
    "de del della der den van von bin ibn al el la le da dos du ter ten y e abu".split()  # noqa: SIM905 - words to read
)
OWNED = frozenset({"'s", "\u2019s", "'", "\u2019"})
_JOINING = frozenset({"of", "for", "the", "and", "&", "de", "del", "des", "du", "on", "to", "in"})
_OPENING = frozenset({"of", "for"})
_NAMES = frozenset({"Reuters"})
_DOERS = ("ers", "ors", "ists", "icians", "orians", "ants", "ents")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase up to what only explains it.

    `placed` tells of each word whether it stands in a place name; `person` and `body` are the half-open ranges of words
    that a tagger took for the name of a person and of an organisation, None for none.
    """

    words: Sequence[str]
    placed: Sequence[bool]
    person: tuple[int, int] | None = None
    body: tuple[int, int] | None = None

    @property
    def low(self) -> list[str]:
        """The words in small letters."""
        return [word.lower() for word in self.words]


@dataclass(frozen=True, slots=True)
class Named:
    """What a noun phrase says before its proper name, its roles, and the name, empty for none."""

    before: Sequence[str]
    roles: frozenset[str]
    name: tuple[str, ...]


def split(phrase: Phrase) -> Named:
    """Roles in front, and the proper name of the phrase."""
    low = phrase.low
    end = next((at for at, word in enumerate(low) if at and word in PREPOSITIONS), len(low))
    first, last = phrase.person if phrase.person else _name_at(phrase.words, low, end)
    if phrase.body and not phrase.person and _is_proper(phrase.words, phrase.body):
        first, last = min(first, phrase.body[0]), phrase.body[1]
    alone = (first, last) == (0, 1) and last in (end, len(low)) and not phrase.body
    if alone and (_is_plural(low[0]) or (not phrase.person and _are_doers(phrase.words[0]))):
        first = last = 0
    first = max((at + 1 for at in range(first, last - 1) if low[at] in OWNED), default=first)
    before = first if last > first else end
    owned = max((at + 1 for at in range(before) if low[at] in OWNED), default=0)
    roles = frozenset(word for word in low[owned:before] if word in actor_words().roles)
    if last - first and not phrase.person:
        last = _body_end(phrase.words, low, first, last)
    if first == last and roles and end < len(low):
        first, last = _name_after(phrase, low, end)
    return Named(low[:before] if first == last else low[:first], roles, tuple(phrase.words[first:last]))


def _is_proper(words: Sequence[str], found: tuple[int, int]) -> bool:
    """Whether what a tagger took for a body's name begins and ends like one."""
    opening, closing = words[found[0]], words[found[1] - 1]
    called = opening.lower() in actor_words().roles or opening.lower() in actor_words().titles
    return opening[0].isupper() and closing[0].isupper() and opening not in demonyms() and not called


def _is_plural(word: str) -> bool:
    """Whether a word with a capital at the beginning of a sentence means people of some kind: "Traders"."""
    return word in actor_words().groups or (word.endswith("s") and sector_of(word) is not None)


def _are_doers(word: str) -> bool:
    """Whether a word means people by what they do: "Retailers", "Historians"."""
    return word.lower().endswith(_DOERS) and word[:1].isupper() and word[1:].islower() and word not in _NAMES


def _body_end(words: Sequence[str], low: Sequence[str], first: int, end: int) -> int:
    """Where the name of a body ends that began as "Ministry" and goes on "of Transport and Ports"."""
    body = low[end - 1] in actor_words().sectors or low[end - 1] in actor_words().in_bodies
    if not body or end >= len(low) or low[end] not in _OPENING:
        return end
    at = last = end
    while at < len(low) and (low[at] in _JOINING or words[at][0].isupper()):
        at += 1
        last = at if words[at - 1][0].isupper() else last
    return last


def _name_after(phrase: Phrase, low: Sequence[str], end: int) -> tuple[int, int]:
    """The name that follows what a role is of: "the leader of Belarus Alexander Lukashenko"."""
    belongs = [at for at in range(end + 1, len(low)) if phrase.placed[at] or low[at] in actor_words().in_bodies]
    after = (belongs[-1] if belongs else end + 1) + 1
    first, last = _name_at(phrase.words[after:], low[after:], len(low) - after)
    return (after, len(low)) if first == 0 and last > 1 else (0, 0)


def _name_at(words: Sequence[str], low: Sequence[str], end: int) -> tuple[int, int]:
    """The run of capitalised words that ends at `end`, back to a title, role, demonym or small letter."""
    at = end
    while at > 0 and not _stops(words[at - 1], low[at - 1], inside=at < end):
        particle = low[at - 1] in PARTICLES and 1 < at < end
        if not (words[at - 1][0].isupper() or particle):
            break
        at -= 1
    empty = at == end or low[end - 1] in actor_words().roles or low[end - 1] in PARTICLES
    return (0, 0) if empty else (at, end)


def _stops(word: str, low: str, *, inside: bool) -> bool:
    return low in actor_words().titles or word in demonyms() or (inside and low in actor_words().roles)
