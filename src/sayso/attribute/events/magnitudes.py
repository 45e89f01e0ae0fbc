"""How many dead, injured, held, sent … an event has, by the words beside its trigger."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso.attribute.events.amounts import Amount, amount_at
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.trigger import Trigger
from sayso.ontology.plover.files import entries
from sayso.ontology.plover.forms import noun_lemma, verb_forms
from sayso.record.event import Magnitude
from sayso.record.report import Report
from sayso.record.statement import Statement
from sayso.spans import Span

_NEAR = 2
"""Words between a number and what it counts, at most."""

_PARTS = frozenset({"among", "including"})

_MEANWHILE = frozenset({"when", "while"})
_BARE = frozenset({"million", "billion"})
"""What counts money where nothing else is told: "displaced more than a million"."""

_TOLL = frozenset({"dead", "killed", "injured", "wounded", "hurt", "missing"})
"""What is told of a number right after it: "12 dead and 31 injured"."""

_TYPES = {
    "ASSAULT",
    "COERCE",
    "PROTEST",
    "MOBILIZE",
    "AID",
    "RETREAT",
    "SANCTION",
    "AGREE",
    "COOPERATE",
    "REQUEST",
    "CONCEDE",
}


def magnitudes_of(trigger: Trigger, syntax: Syntax, report: Report, voice: Statement | None) -> tuple[Magnitude, ...]:
    """The numbers of the event that stand in its clause, in text order; each once."""
    found: dict[tuple[int, int], Magnitude] = {}
    if trigger.frame.type not in _TYPES:
        return ()
    for at in _counts(trigger, syntax):
        if any(first <= at < last for first, last in found):
            continue
        amount = amount_at(syntax, at, syntax.bounds(at))
        what = _what(at, amount, trigger, syntax) if amount else None
        if amount and what and amount.tokens not in found:
            first, last = amount.tokens
            words = report.words(Span(syntax.tokens[first].start, syntax.tokens[last - 1].end))
            found[amount.tokens] = Magnitude(
                what=what, words=words, low=amount.low, high=amount.high, attributed_to=voice.id if voice else None
            )
    return tuple(found[key] for key in sorted(found))


def _counts(trigger: Trigger, syntax: Syntax) -> Iterator[int]:
    """Numbers in the clause: below the trigger, or below the verb that lends itself to it."""
    root = trigger.at
    head = syntax.head(root)
    if trigger.frame.noun and head is not None and syntax.tag(head) == "VERB":
        root = head
    for at in sorted(syntax.below(root)):
        if _digit(syntax, at) and not (_of_time(syntax, at) or _of_others(syntax, at, root, trigger)):
            yield at


def _digit(syntax: Syntax, at: int) -> bool:
    return (
        syntax.tag(at) == "NUM"
        or syntax.low[at] in entries("numbers")["vague"]
        or (syntax.low[at] in ("dozen", "hundred", "thousand") and syntax.tag(at) == "NOUN")
    )


def _of_others(syntax: Syntax, at: int, root: int, trigger: Trigger) -> bool:
    """A number of some who are counted already, or of those whom another deed met.

    "Among them two journalists"; "were attacked and shot three", "suspended aid and evacuated 90", "after it shot 19".
    """
    for one in (at, *syntax.above(at)):
        if one == root:
            return False
        if syntax.case(one) in _PARTS or syntax.low[one] in _PARTS:
            return True
        if syntax.told_apart(one) or any(syntax.low[mark] in _MEANWHILE for mark in syntax.children(one, "mark")):
            return True
        if syntax.is_a(one, "conj") and syntax.tag(one) == "VERB" and syntax.head(one) == root:
            peaceful = trigger.frame.type not in ("ASSAULT", "COERCE")
            return peaceful or trigger.frame.noun or syntax.passive(one) != syntax.passive(root)
    return False


def _of_time(syntax: Syntax, at: int) -> bool:
    """A number in a date or clock time, or an age."""
    token = syntax.tokens[at]
    timed = any(timex.words.start <= token.start < timex.words.end for timex in syntax.annotated.timexes)
    after = syntax.low[at + 1] if at + 1 < len(syntax.low) else ""
    return timed or after in (
        "year-old",
        "years",
        "year",
        "percent",
        "%",
        "per",
        "km",
        "miles",
        "hours",
        "days",
        "weeks",
        "months",
        "-year-old",
    )


def _what(at: int, amount: Amount | None, trigger: Trigger, syntax: Syntax) -> str | None:
    """What is counted: by the deed where people are, else by the word that the number stands with."""
    if amount is None:
        return None
    head = _counted(at, amount, syntax)
    by_noun = _by_noun().get(noun_lemma(syntax.low[head])) or _by_noun().get(syntax.low[head])
    money = any(syntax.tokens[one].text in "$€£¥" for one in range(max(amount.tokens[0] - 1, 0), amount.tokens[1]))
    deed = None if money else _deed(head, at, trigger, syntax)
    if money or (by_noun == "money" and not (deed and syntax.low[head] in _BARE)):
        return "money"
    if deed:
        return deed
    if by_noun == "houses" and trigger.frame.type not in ("ASSAULT", "COERCE"):
        return None
    people = {one.head for one in (*trigger.actors, *trigger.recipients)}
    if by_noun:
        return by_noun
    if trigger.frame.type == "PROTEST" and (head in people or at in people):
        return "protesters"
    return None


def _counted(at: int, amount: Amount, syntax: Syntax) -> int:
    head = syntax.head(at)
    if syntax.is_a(at, "nummod") and head is not None:
        return head
    inner = next((one for one in syntax.children(at, "nmod") if syntax.case(one) == "of"), None)
    if inner is not None:
        return inner
    after = amount.tokens[1]
    if syntax.tag(at) == "NUM" and after < len(syntax.tokens) and syntax.tag(after) == "NOUN" and head == after:
        return after
    return at


def _deed(head: int, number: int, trigger: Trigger, syntax: Syntax) -> str | None:
    """What was done to those counted, by the verb that they are the object of or a word after them ("12 dead")."""
    after = syntax.low[number + 1 : number + 2]
    if syntax.tag(number) == "NUM" and after and after[0] in _TOLL:
        return _deeds().get(after[0])
    for one in dict.fromkeys((head, number)):
        for child in syntax.children(one, "amod", "acl", "advmod", "xcomp"):
            if child > number and syntax.low[child] in _deeds():
                return _deeds()[syntax.low[child]]
        above = syntax.head(one)
        if above is not None and not _downs(syntax, above):
            own = _deeds().get(syntax.low[above])
            if own and syntax.is_a(one, "obj", "nsubj:pass", "nsubj", "nmod", "conj", "compound", "nummod", "obl"):
                if (
                    syntax.is_a(one, "nsubj")
                    and not syntax.passive(above)
                    and syntax.tag(above) == "VERB"
                    and own not in ("displaced",)
                    and syntax.low[above] not in ("died", "die", "dies")
                ):
                    continue
                return own
            side = [
                _deeds().get(syntax.low[child])
                for child in syntax.children(above, "xcomp", "obj", "amod")
                if child != one and syntax.low[above] in ("left", "leaves", "leaving", "leave")
            ]
            if any(side):
                return next(filter(None, side))
            if syntax.is_a(one, "conj"):
                continue
    people = {one.head for one in trigger.recipients}
    own = None if _downs(syntax, trigger.at) else _deeds().get(syntax.low[trigger.at])
    return own if own and (head in people or number in people) else None


def _downs(syntax: Syntax, verb: int) -> bool:
    """Whether it brings down what flies, and kills nobody: "shot down three"."""
    return any(syntax.low[more] == "down" for more in syntax.children(verb))


@cache
def _by_noun() -> dict[str, str]:
    return {word: what for what, words in entries("numbers")["what"].items() for word in words.split()}


@cache
def _deeds() -> dict[str, str]:
    table: dict[str, str] = {}
    for what, words in entries("numbers")["deeds"].items():
        for word in words.split():
            for form in {word, *verb_forms(word.partition("-")[0] if "-" in word else word)}:
                table.setdefault(form, what)
    return table
