"""Which triggers of a report tell of the same event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.attribute.events.factuality import Told
from sayso.attribute.events.pronouns import PRONOUNS
from sayso.attribute.events.someone import Someone
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.trigger import Trigger
from sayso.record.event import Occurrence
from sayso.record.place import Place
from sayso.record.reference import TimeReference
from sayso.spans import Span

_LOOK_BACK = 60
"""Events before a trigger that it is compared with."""

_HARM = frozenset({"kill", "wound", "injure", "maim", "hurt", "behead", "shoot", "stab"})
"""What a deed did to those it met: "killed three and wounded five" is one deed."""

_TOLL = _HARM - {"behead", "shoot", "stab"}
"""What is no more than the effect of a deed before it: "attacked a market and killed five"."""

_VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"})
"""Types of what is done with words: said twice, it was done twice."""

_NEAR = 2
"""Sentences over which a pronoun alone may tell of those of another mention."""

_REAL = frozenset({Occurrence.HAPPENED, Occurrence.ONGOING})


@dataclass(slots=True, eq=False)
class Draft:
    """One event so far: its first trigger with what is told of it, and further triggers that tell the same."""

    trigger: Trigger
    told: Told
    place: Place | None
    time: TimeReference | None
    time_basis: str
    site: Span | None = None
    headline: bool = False
    more: list[Draft] = field(default_factory=list)
    same_as: Draft | None = None

    @property
    def occurrence(self) -> Occurrence | None:
        told = self.told.source or self.told.report
        return told.occurrence if told else None

    def actors(self) -> tuple[Someone, ...]:
        """Those of the first mention that has any; none to whom another mention tells that it was done."""
        told = (self, *self.more)
        met = {one.head for draft in told for one in draft.trigger.recipients}
        doers = (tuple(one for one in draft.trigger.actors if one.head not in met) for draft in told)
        return next((people for people in doers if people), ())

    def recipients(self) -> tuple[Someone, ...]:
        return next((one.trigger.recipients for one in (self, *self.more) if one.trigger.recipients), ())


def folded(drafts: Sequence[Draft], syntax: Syntax) -> list[Draft]:
    """The events of a report in text order, each with its further mentions."""
    events: list[Draft] = []
    for draft in drafts:
        same = next((one for one in reversed(events[-_LOOK_BACK:]) if _same(one, draft, syntax)), None)
        if same is None:
            if not draft.trigger.recalls:
                events.append(draft)
        elif same.headline and not draft.headline and same.trigger.frame.type == draft.trigger.frame.type:
            events[events.index(same)] = draft
            draft.more = [same, *same.more]
        elif draft.trigger.recalls or _one_voice(same, draft):
            same.more.append(draft)
        else:
            draft.same_as = same.same_as or same
            events.append(draft)
    return sorted(events, key=lambda draft: draft.trigger.words)


def _one_voice(first: Draft, second: Draft) -> bool:
    """Whether the two are told on the same word, with the same belief in them."""
    if second.headline or first.headline:
        return True
    if (first.occurrence in _REAL) != (second.occurrence in _REAL):
        return False
    one, other = first.trigger.voice, second.trigger.voice
    if one is None or other is None:
        return one is None
    if one.id == other.id:
        return True
    mine, theirs = one.source, other.source
    return mine is not None and theirs is not None and mine.actor is not None and mine.actor == theirs.actor


def _same(first: Draft, second: Draft, syntax: Syntax) -> bool:
    """Whether two triggers may tell of one event: the same type, and nothing told of the two that differs."""
    one, other = first.trigger, second.trigger
    if one.frame.type != other.frame.type:
        return False
    if syntax.sentence[one.at] == syntax.sentence[other.at]:
        if _is_effect(one, other, syntax):
            return _alike(first.actors(), second.actors())
        return _one_clause(one, other, syntax) and _agree(first, second, one_clause=True)
    near = abs(syntax.sentence[one.at] - syntax.sentence[other.at]) <= _NEAR
    if not _agree(first, second, near=near):
        return False
    recalls = other.frame.noun and _definite(other, syntax)
    if one.frame.type in _VERBAL and not (first.headline or second.headline or recalls):
        return False
    if (
        (first.occurrence in _REAL) != (second.occurrence in _REAL)
        and first.occurrence is not Occurrence.DID_NOT_HAPPEN
        and second.occurrence is not Occurrence.DID_NOT_HAPPEN
    ):
        return False
    if recalls:
        return True
    shared = (
        bool(first.actors() and second.actors())
        + bool(first.recipients() and second.recipients())
        + bool(first.place and second.place)
    )
    kindred = one.frame.head == other.frame.head or bool(one.frame.mode and one.frame.mode == other.frame.mode)
    if shared >= 2 and (kindred or first.headline or second.headline):
        return True
    headed = one.frame.head == other.frame.head or (bool(one.frame.mode) and (first.headline or second.headline))
    return shared == 1 and one.frame.mode == other.frame.mode and headed


def _one_clause(one: Trigger, other: Trigger, syntax: Syntax) -> bool:
    """Whether one tells what the other did: "killed in an attack", "attacked the town, killing six"."""
    first, second = (one.at, other.at) if one.at < other.at else (other.at, one.at)
    if one.frame.head in _HARM and other.frame.head in _HARM and syntax.head(second) == first:
        return syntax.is_a(second, "conj", "advcl")
    if one.frame.type not in ("ASSAULT", "COERCE", "CONSULT", "MOBILIZE", "PROTEST", "AID", "SANCTION"):
        return False
    if first in syntax.above(second):
        chain = _chain(second, first, syntax)
        if not {one.frame.head, other.frame.head} & _HARM and any(map(syntax.told_apart, chain)):
            return False
        return all(syntax.is_a(at, "obl", "nmod", "advcl", "xcomp", "obj", "acl", "nsubj") for at in chain)
    if second in syntax.above(first):
        chain = _chain(first, second, syntax)
        return all(syntax.is_a(at, "obl", "nmod", "nsubj", "advcl", "obj") for at in chain)
    return False


def _is_effect(deed: Trigger, other: Trigger, syntax: Syntax) -> bool:
    """Whether one tells whom the other hurt, whatever it met: "hit the depot, killing two", "died when it was hit"."""
    if syntax.is_a(other.at, "conj") and syntax.head(other.at) == deed.at and other.frame.head in _TOLL:
        told_of_things = all(one.is_a("targets") for one in deed.recipients)
        return told_of_things and not (syntax.children(other.at, "nsubj") or syntax.passive(deed.at))
    if not syntax.is_a(other.at, "advcl", "parataxis") or deed.at >= other.at:
        return False
    if deed.frame.head in _HARM and syntax.passive(deed.at):
        return any(syntax.low[one] == "when" for one in syntax.children(other.at, "advmod", "mark"))
    participle = syntax.low[other.at].endswith("ing") and other.frame.head in _HARM
    return participle and deed.at in syntax.above(other.at)


def _chain(below: int, above: int, syntax: Syntax) -> list[int]:
    found = [below]
    for at in syntax.above(below):
        if at == above:
            break
        found.append(at)
    return found


def _definite(trigger: Trigger, syntax: Syntax) -> bool:
    return syntax.definite(trigger.at) or bool(syntax.children(trigger.at, "nmod:poss"))


def _agree(first: Draft, second: Draft, *, one_clause: bool = False, near: bool = True) -> bool:
    """Whether participants, place and time of the two do not differ where both are told."""
    sides = ((first.actors(), second.actors()), (first.recipients(), second.recipients()))
    if not all(_alike(mine, theirs, near=near) for mine, theirs in sides):
        return False
    mode, other = first.trigger.frame.mode, second.trigger.frame.mode
    if mode and other and mode != other and first.trigger.frame.type != "ASSAULT" and not one_clause:
        return False
    return _near(first.place, second.place) and _one_time(first.time, second.time)


def _alike(mine: Sequence[Someone], theirs: Sequence[Someone], *, near: bool = True) -> bool:
    """Whether two sides of a deed may be one; pronouns may be anybody where they stand `near`."""
    if not mine or not theirs:
        return True
    actors = {one.reference.actor for one in mine if one.reference.actor} & {
        one.reference.actor for one in theirs if one.reference.actor
    }
    if actors:
        return True
    words = {one.word for one in mine}, {one.word for one in theirs}
    pronouns = any(side <= PRONOUNS for side in words)
    if pronouns and not near:
        return False
    countries = {one.country for one in mine if one.country}, {one.country for one in theirs if one.country}
    told = all(one.told for one in (*mine, *theirs) if one.country)
    if all(countries) and (told or countries[0] & countries[1]):
        return bool(countries[0] & countries[1]) and _kin(mine, theirs)
    return bool(words[0] & words[1]) or (pronouns and _sectors(mine) == _sectors(theirs) != {None})


def _kin(mine: Sequence[Someone], theirs: Sequence[Someone]) -> bool:
    """Of one country: not the people on one side and the police on the other."""
    sectors = _sectors(mine), _sectors(theirs)
    if None in sectors[0] | sectors[1] or sectors[0] & sectors[1]:
        return True
    return {"GOV", "MIL"} >= sectors[0] | sectors[1]


def _sectors(people: Sequence[Someone]) -> set[str | None]:
    return {one.sector for one in people}


def _near(mine: Place | None, other: Place | None) -> bool:
    if mine is None or other is None or mine.gazetteer_id == other.gazetteer_id:
        return True
    wide = mine.kind == "country" or other.kind == "country"
    return wide and mine.country == other.country


def _one_time(mine: TimeReference | None, other: TimeReference | None) -> bool:
    if mine is None or other is None or mine.range is None or other.range is None:
        return True
    one, two = mine.range, other.range
    begins = max(one.earliest or "", two.earliest or "")
    ends = min(one.latest or "9999", two.latest or "9999")
    return begins[:10] <= ends[:10]
