"""How far two pools of institutions speak for being one, by what they are called."""

from __future__ import annotations

from sayso.link.bodies import BodyName
from sayso.link.clues import Clue, Comparison, first
from sayso.link.pools import Pool
from sayso.ontology.names import name_words

WORLD = 6.0
"""What the name of a body that is known all over the world weighs: it needs no other clue."""


def compare_bodies(left: Pool, right: Pool) -> Comparison | None:
    """The comparison by names alone, the best of all; None where no name of one has to do with one of the other."""
    ways = [_named(one, other, left, right) for one in left.bodies for other in right.bodies]
    found = [way for way in ways if way]
    worded = [[name for name in pool.bodies if not name.acronym] for pool in (left, right)]
    if not found:
        return None
    if all(worded) and not any(_related(one, other) for one in worded[0] for other in worded[1]):
        return Comparison((Clue("names of two bodies", -6.0),), barred=True)
    return max(found, key=lambda way: (way.secure, way.score, way.why))


def _related(one: BodyName, other: BodyName) -> bool:
    ones, others = set(one.words), set(other.words)
    return one.known == other.known and (ones <= others or others <= ones)


def _named(one: BodyName, other: BodyName, left: Pool, right: Pool) -> Comparison | None:
    if one.known or other.known:
        return Comparison((Clue("one body of the world", WORLD),)) if one.known == other.known else None
    if one.acronym and other.acronym:
        return Comparison((Clue("the same acronym", 1.5),), secure=False) if one.words == other.words else None
    if one.acronym or other.acronym:
        short, long = (one, other) if one.acronym else (other, one)
        fits = short.words[0] in long.letters
        return Comparison((Clue("an acronym of the name", 1.0),), secure=False) if fits else None
    if set(one.words) == set(other.words):
        if one.plain and one.proper and other.proper and not (left.countries and right.countries):
            return Comparison((Clue("the same name, of ordinary words", 2.0),), secure=False)
        return _of_country(left, right) if one.plain else Comparison((Clue("the same name", _own_name(one)),))
    return _longer(one, other, left, right)


def _own_name(name: BodyName) -> float:
    """A name of several words is seldom borne twice."""
    return 5.0 if len(set(name.words)) > 1 else 3.0


def _of_country(left: Pool, right: Pool) -> Comparison:
    """Every country has such a body."""
    if left.countries and right.countries:
        if left.countries == right.countries:
            return Comparison((Clue(f"the same body of {first(left.countries)}", 5.0),))
        return Comparison((Clue("such bodies of two countries", -6.0),), barred=True)
    hinted = (left.countries or left.homes) & (right.countries or right.homes)
    if hinted:
        return Comparison((Clue(f"the same kind of body, in reports of {first(hinted)}", 2.0),), secure=False)
    return Comparison((Clue("the same kind of body", 0.5),), secure=False)


def _party(left: Pool, right: Pool) -> Comparison | None:
    """A party with and without that word: "Labour" and "the Labour Party"."""
    if left.countries and right.countries:
        one = left.countries == right.countries
        return Comparison((Clue("a party of one country", 3.0),), secure=False) if one else None
    return Comparison((Clue("a party with and without the word", 0.5),), secure=False)


def _longer(one: BodyName, other: BodyName, left: Pool, right: Pool) -> Comparison | None:
    """One name has all the words of the other, among them some of its own."""
    short, long = sorted((one, other), key=lambda name: (len(set(name.words)), name.words))
    more = set(long.words) - set(short.words)
    if not set(short.words) < set(long.words):
        return None
    if short.plain:
        return _party(left, right) if more == {"party"} else None
    lists = name_words().lists
    if set(short.words) & lists["bodies.many"] and more <= lists["bodies.many"]:
        return Comparison((Clue("the same name, once with more about what it is", 2.0),), secure=False)
    if more & lists["bodies.many"] or short.plain:
        return None
    return Comparison((Clue("part of the name", 1.0 if more <= lists["things.bodies"] else 0.0),), secure=False)
