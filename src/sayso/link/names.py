"""Names of people, compared across spellings, orders and short forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from sayso.link.letters import fold
from sayso.ontology.actors import actor_words
from sayso.ontology.names import Spelling, name_words

_WORD = re.compile(r"[^\W_]+(?:['’.\-‐][^\W_]+)*\.?")
_LEADING_PARTICLES = frozenset("al el ul von van de da do dos das der den".split())  # noqa: SIM905 - to read
_NICKNAME = re.compile(r"\s[\"“«'‘(]([^\"“”«»()]{2,30})[\"”»'’)](?=\s[A-Z])")
_ALIAS = re.compile(r"\b(?:known as|nicknamed|alias|a\.k\.a\.|aka)\s[\"“«'‘]?((?:[A-Z][\w'’\-]+ ?){1,3})")


class Likeness(IntEnum):
    """How alike two names are, from the least."""

    OTHER = 0
    """Names of two people: nothing in common, or parts that contradict each other."""
    SINGLE = 1
    """One of them is a single word, and the other has it."""
    INITIALS = 2
    """A given name against its initial."""
    PART = 3
    """One has all the words of the other, and more at an end."""
    SWAPPED = 4
    """The same words in another order."""
    MIDDLE = 5
    """The same first and last words; one has more in between."""
    FAR = 6
    """The same words, if spellings that lie far apart stand for one sound."""
    CLOSE = 7
    """The same words, as other languages or habits of transliteration write them."""
    EQUAL = 8
    """The same words, but for accents, hyphens and spelling habits."""


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a name: folded, and as close and far spellings take it; `initials` are of its parts, or itself."""

    folded: str
    close: str
    far: str
    family: str
    initials: str
    initial: bool


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name without titles, particles and nicknames; `generation` is "jr", "sr", "ii" … or "" where none is told."""

    parts: tuple[Part, ...]
    generation: str = ""

    @property
    def whole(self) -> bool:
        """Whether it has a given name and a family name, or their initials."""
        return len(self.parts) > 1

    @property
    def full(self) -> int:
        """How many words are more than initials."""
        return sum(not part.initial for part in self.parts)


@lru_cache(maxsize=100_000)
def person_name(text: str) -> PersonName:
    """The name in `text`; it has no parts if there is none."""
    words = _WORD.findall(_NICKNAME.sub(" ", text))
    generation, words = _generation(words)
    words = _without_titles(words)
    parts = [part for at, word in enumerate(words) for part in _parts(word, first=at == 0)]
    return PersonName(tuple(_joined_initials(parts)), generation)


def nicknames(text: str) -> tuple[str, ...]:
    """What stands in marks or brackets within a name, and what a report says that somebody is known as."""
    return tuple(found.strip() for pattern in (_NICKNAME, _ALIAS) for found in pattern.findall(text))


def _generation(words: list[str]) -> tuple[str, list[str]]:
    lists = name_words().lists
    for name in ("juniors", "seniors", "numbers"):
        if len(words) > 1 and (last := words[-1].casefold().rstrip(".")) in lists[f"words.{name}"]:
            return ({"juniors": "jr", "seniors": "sr"}.get(name) or last), words[:-1]
    return "", words


def without_titles(text: str) -> str:
    """A name without the ranks, titles and trades in front, otherwise as it is printed."""
    words = text.split()
    return " ".join(_without_titles(words)) if words else text


def _without_titles(words: list[str]) -> list[str]:
    """Without the ranks, titles and trades in front; what is left of a name is never empty."""
    known = actor_words()
    ranks, walks = name_words().lists["words.ranks"], name_words().walks
    at = 0
    while at < len(words) - 1:
        low = words[at].casefold()
        titled = low in known.titles or low.rstrip(".") in ranks or low in known.roles or low in walks
        if not titled or (len(low.rstrip(".")) == 1):
            break
        at += 1
    return words[at:]


def _parts(word: str, *, first: bool) -> list[Part]:
    if re.fullmatch(r"(?:[^\W\d_][.\-‐]+)+[^\W\d_]?", word):
        return [_part(letter, initial=True) for letter in re.findall(r"[^\W\d_]", word)]
    pieces = [piece for piece in re.split(r"[\-‐]", word) if piece]
    if len(pieces) > 1 and pieces[0].casefold() in name_words().lists["words.particles"]:
        pieces = pieces[1:]
    if len(pieces) == 1:
        low = pieces[0].casefold()
        dropped = _LEADING_PARTICLES if first and not pieces[0].islower() else name_words().lists["words.particles"]
        if low in dropped:
            return []
    joined = fold("".join(pieces))
    return [_part(joined, pieces, initial=len(joined) == 1)] if joined else []


def _part(word: str, pieces: Sequence[str] = (), *, initial: bool = False) -> Part:
    folded = fold(word)
    close = spelt(folded, name_words().close)
    initials = "".join(fold(piece)[:1] for piece in pieces) or folded[:1]
    given = name_words().families
    family = given.get(folded) or given.get(close) or close
    return Part(folded, close, spelt(close, name_words().far), family, initials, initial)


def _joined_initials(parts: list[Part]) -> list[Part]:
    """Initials side by side as one: "J. K." as "jk"."""
    found: list[Part] = []
    for part in parts:
        if part.initial and found and found[-1].initial:
            both = found.pop().folded + part.folded
            part = Part(both, both, both, both, both, True)
        found.append(part)
    return found


def spelt(word: str, spellings: Sequence[Spelling]) -> str:
    """A folded word as these spellings take it."""
    for written, taken in spellings:
        word = written.sub(taken, word)
    return word


class _Fit(IntEnum):
    """How well two words of names fit each other."""

    NOT = 0
    INITIAL = 1
    FAR = 2
    FAMILY = 3
    CLOSE = 4


_SHORT = 4
"""Letters below which far spellings say nothing: "Lee" and "Loo" are two names."""


def fit(left: Part, right: Part) -> _Fit:
    """How well two words fit."""
    if left.initial or right.initial:
        short, long = (left, right) if left.initial else (right, left)
        begins = long.initials.startswith(short.initials) or short.initials.startswith(long.initials)
        return _Fit.INITIAL if begins else _Fit.NOT
    if left.folded == right.folded or left.close == right.close:
        return _Fit.CLOSE
    if left.family == right.family:
        return _Fit.FAMILY
    return _Fit.FAR if left.far == right.far and min(len(left.close), len(right.close)) >= _SHORT else _Fit.NOT


@lru_cache(maxsize=500_000)
def likeness(left: PersonName, right: PersonName) -> Likeness:
    """How alike two names are; the same whichever comes first."""
    if not left.parts or not right.parts or not _one_generation(left, right):
        return Likeness.OTHER
    if len(left.parts) > len(right.parts):
        left, right = right, left
    if _joined(left) == _joined(right):
        if left.whole and right.whole:
            return Likeness.EQUAL if min(left.full, right.full) > 1 else Likeness.INITIALS
        return Likeness.SINGLE
    if not left.whole or not right.whole:
        return (
            Likeness.SINGLE if any(fit(left.parts[0], part) > _Fit.INITIAL for part in right.parts) else Likeness.OTHER
        )
    return _of_wholes(_merged(left.parts, right.parts), _merged(right.parts, left.parts))


def _one_generation(left: PersonName, right: PersonName) -> bool:
    return not left.generation or not right.generation or left.generation == right.generation


def _joined(name: PersonName) -> str:
    return "".join(part.close for part in name.parts)


def _merged(parts: tuple[Part, ...], beside: tuple[Part, ...]) -> tuple[Part, ...]:
    """Two words as one where the other name writes them so: "Abdel Fattah" beside "Abdelfattah"."""
    single = {part.close for part in beside}
    for at in range(len(parts) - 1):
        both = parts[at].folded + parts[at + 1].folded
        initials = parts[at].initials + parts[at + 1].initials
        if spelt(both, name_words().close) in single and not parts[at].initial:
            whole = _part(both)
            one = Part(whole.folded, whole.close, whole.far, whole.family, initials, False)
            return (*parts[:at], one, *parts[at + 2 :])
    return parts


def _of_wholes(left: tuple[Part, ...], right: tuple[Part, ...]) -> Likeness:
    if len(left) > len(right):
        left, right = right, left
    fits = _aligned(left, right)
    if fits is None:
        return Likeness.OTHER
    places, worst = [place for place, _ in fits], min(how for _, how in fits)
    full = sum(how > _Fit.INITIAL for _, how in fits)
    if not full or (worst == _Fit.FAR and full == sum(how == _Fit.FAR for _, how in fits)):
        return Likeness.OTHER
    spare = [part for at, part in enumerate(right) if at not in places]
    if worst == _Fit.INITIAL:
        return _with_initials(fits, right)
    if places != sorted(places):
        return Likeness.SWAPPED if not spare and worst >= _Fit.FAMILY and _turned(places) else Likeness.OTHER
    if all(part.initial for part in spare):
        return {_Fit.CLOSE: Likeness.EQUAL, _Fit.FAR: Likeness.FAR}.get(worst, Likeness.CLOSE)
    inside = places[0] == 0 and places[-1] == len(right) - 1
    return Likeness.MIDDLE if inside and worst >= _Fit.FAMILY else Likeness.PART


def _turned(places: Sequence[int]) -> bool:
    """Whether a family name was moved from one end to the other, and nothing else."""
    turn = places.index(0)
    return list(places[turn:]) + list(places[:turn]) == sorted(places) and 1 in (turn, len(places) - turn)


def _with_initials(fits: Sequence[tuple[int, _Fit]], right: tuple[Part, ...]) -> Likeness:
    """Initials may stand for given names; family names must both be there in full."""
    (*_, (last, how)) = fits
    in_order = [place for place, _ in fits] == sorted(place for place, _ in fits)
    if not in_order or how <= _Fit.INITIAL or last != len(right) - 1:
        return Likeness.OTHER
    return Likeness.INITIALS


def _aligned(left: tuple[Part, ...], right: tuple[Part, ...]) -> list[tuple[int, _Fit]] | None:
    """For each word of the shorter name its place in the longer and the fit; None if one has none."""
    free = set(range(len(right)))
    found: list[tuple[int, _Fit]] = []
    for at, part in enumerate(left):
        ways = [(fit(part, right[place]), -abs(place - at), -place) for place in free]
        how, _, place = max(ways)
        if how == _Fit.NOT:
            return None
        free.discard(-place)
        found.append((-place, how))
    return found
