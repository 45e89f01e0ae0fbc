"""How far two pools of actors speak for being one: clues, each with what it weighs."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.link.clues import Clue, Comparison, first
from sayso.link.compare_bodies import WORLD, compare_bodies
from sayso.link.context import Contexts
from sayso.link.names import Likeness, likeness
from sayso.link.pools import Pool
from sayso.link.profile import Being
from sayso.ontology.actors import actor_words
from sayso.ontology.names import name_words

# Weights are in the manner of log-odds (natural, rounded to halves) and were set on the two thirds of
# tests/link/reports that are not held back; tests/link/test_reports.py must be run again if one moves.
ENOUGH = 3.0
"""The score from which two are one."""
_CERTAIN = 5.0
"""What a name alone must weigh for two actors of one report to be one."""
_SUGGESTED = 2.0
"""The best score of what no rule may join."""
DOUBTFUL = 0.0
"""The score from which two may be one: a person should look."""
_NAMES = {
    Likeness.EQUAL: ("the same name", 3.0),
    Likeness.CLOSE: ("the same name, spelt in another way", 2.5),
    Likeness.FAR: ("names that may be one", 1.0),
    Likeness.MIDDLE: ("the same name, once with a middle name", 1.5),
    Likeness.SWAPPED: ("the same words of a name in another order", 1.5),
    Likeness.PART: ("part of the name", 0.5),
    Likeness.INITIALS: ("an initial that fits", 0.5),
    Likeness.SINGLE: ("one word of the name", 0.5),
}
_SECURE = Likeness.SWAPPED
"""From this likeness on a name may be joined with the best that fits; below, only with the only one that fits."""
_CONTEXT = (
    (0.20, "reports of the same matter", 2.5),
    (0.12, "reports of kindred matters", 1.5),
    (0.085, "reports that share some words", 0.5),
    (0.05, "reports that share few words", -1.0),
)
_STRANGE = ("reports of different matters", -2.0)
MARGIN = 1.0
"""How much better the best of several candidates must be than the next, where only one may fit."""
_LONG = 3
"""Words of a name that leave little doubt, even if another name has more of them."""


def compare(left: Pool, right: Pool, contexts: Contexts) -> Comparison | None:
    """The comparison of two pools, the same whichever comes first; None where nothing brings them together."""
    if left.id > right.id:
        left, right = right, left
    kinds = {left.being, right.being} - {Being.UNTOLD}
    if len(kinds) > 1:
        return None
    if kinds == {Being.GOVERNMENT}:
        return _governments(left, right)
    named = compare_bodies(left, right) if Being.BODY in kinds else _persons(left, right)
    if named is None or named.barred or named.score >= WORLD:
        return named
    shared = left.reports & right.reports
    if shared:
        return _in_one_report(named)
    clues = (*named.clues, *_circumstances(left, right), *_context(left, right, contexts))
    found = Comparison(clues, named.barred, named.secure)
    return _only_suggested(found) if left.odd or right.odd else found


def _only_suggested(found: Comparison) -> Comparison:
    """A name with letters that do not show, or look like others, is for a person to judge."""
    over = max(0.0, found.score - _SUGGESTED)
    return Comparison((*found.clues, Clue("letters that look like others, or do not show", -over)), secure=found.secure)


def _governments(left: Pool, right: Pool) -> Comparison | None:
    if left.countries != right.countries:
        return None
    return Comparison((Clue("the government of one country", 6.0),))


def _in_one_report(named: Comparison) -> Comparison | None:
    """Two actors of one report: whoever is called by the full name and by a part of it, if only one has it.

    Two people may bear one name, but a report names no two bodies alike.
    """
    if named.score >= _CERTAIN:
        return named
    if named.secure:
        return Comparison((Clue("two of one report", -6.0),), barred=True)
    return Comparison((Clue("one report calls them so", 4.0),), secure=False)


def _persons(left: Pool, right: Pool) -> Comparison | None:
    if not left.names or not right.names:
        return _by_office(left, right)
    ways = [(likeness(one, other), one, other) for one in left.names for other in right.names]
    best = max((how for how, _, _ in ways), default=Likeness.OTHER)
    if best == Likeness.OTHER:
        return None
    if any(how == Likeness.OTHER and one.whole and other.whole for how, one, other in ways):
        return Comparison((Clue("names of two people", -6.0),), barred=True)
    what, weight = _NAMES[best]
    if best == Likeness.PART and _most(left) >= _LONG and _most(right) >= _LONG:
        weight += 1.0
    clues = [Clue(what, weight), *_generations(left, right)]
    return Comparison(tuple(clues), secure=best >= _SECURE)


def _by_office(left: Pool, right: Pool) -> Comparison | None:
    """Who is called by an office alone, and whoever is said to hold it."""
    if left.countries != right.countries or not _kin(left.roles, right.roles):
        return None
    return Comparison((Clue("called by the office alone", 0.5),), secure=False)


def _most(pool: Pool) -> int:
    return max(name.full for name in pool.names)


def _generations(left: Pool, right: Pool) -> Iterable[Clue]:
    told = [{name.generation for name in pool.names if name.generation} for pool in (left, right)]
    if told[0] & told[1]:
        yield Clue(f"both {first(told[0])}.", 1.0)
    if bool(told[0]) != bool(told[1]):
        yield Clue("father or son, told of one only", -1.5)


def _circumstances(left: Pool, right: Pool) -> Iterable[Clue]:
    """Country, office, walk of life and sex."""
    countries = left.countries & right.countries
    apart = bool(left.countries and right.countries and not countries)
    near = not apart and (left.countries or left.homes) & (right.countries or right.homes)
    if countries:
        yield Clue(f"both of {'/'.join(sorted(countries))}", 1.0)
    elif apart:
        yield Clue("of different countries", -3.0)
    elif near:
        yield Clue(f"in reports of {'/'.join(sorted(near))}", 0.5)
    yield from _offices(left, right, apart=apart, one_country=bool(near))
    if left.walks and right.walks and not left.walks & right.walks:
        yield Clue(f"{first(left.walks)} and {first(right.walks)} are different walks of life", -3.0)
    if {left.gender, right.gender} == {"m", "f"}:
        yield Clue("a man and a woman", -3.0)


def _offices(left: Pool, right: Pool, *, apart: bool, one_country: bool) -> Iterable[Clue]:
    shared = _kin(left.roles, right.roles) | _kin(right.roles, left.roles)
    if shared & name_words().lists["words.offices"] and not apart:
        yield Clue(f"both {first(shared)}", 3.0 if one_country else 1.5)
    elif shared:
        yield Clue(f"both {first(shared)}", 0.5)


def _kin(ones: Iterable[str], others: Iterable[str]) -> set[str]:
    """Roles that one of the others stands for too: "leader" for "president"."""
    kin = actor_words().kin
    return {one for one in ones if any(one in kin.get(other, {other}) for other in others)}


def _context(left: Pool, right: Pool, contexts: Contexts) -> Iterable[Clue]:
    ones, others = left.sample, right.sample
    without = (left.words & right.words) | (left.roles & right.roles)
    most = max(contexts.likeness(one, other, without) for one in ones for other in others)
    what, weight = next(((what, weight) for least, what, weight in _CONTEXT if most >= least), _STRANGE)
    yield Clue(what, weight)
    if all(contexts.apart(one, other) for one in ones for other in others):
        yield Clue("reports of different places", -1.0)
