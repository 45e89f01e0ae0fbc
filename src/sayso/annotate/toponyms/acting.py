"""Whether a place name is the subject of what only people and governments do."""

from __future__ import annotations

from sayso.annotate.passage import Passage
from sayso.annotate.toponyms.find import Toponym
from sayso.ontology.places import place_words

_LISTING = frozenset({"and", "or", "the", ",", "both"})
_REACH = 12
"""Tokens that may stand between a name and its verb: an aside, the other members of a list."""


def acts(passage: Passage, toponym: Toponym, *, governed: bool) -> bool | None:
    """Whether the name is that of those who act or are acted on as people are; None where its words do not tell.

    `governed` says that the place is a country, a capital or a seat of power.
    """
    if _is_object(passage, toponym, governed=governed):
        return True
    if _after_preposition(passage, toponym):
        return _that_does(passage, toponym)
    if governed and (_is_picked_out(passage, toponym) or _is_to_do(passage, toponym)):
        return True
    at = _verb_of(passage, toponym)
    return _by_verb(passage, at, governed=governed) if at is not None else None


def _before(passage: Passage, toponym: Toponym) -> int:
    """The token before the name, past "the", "both" and "only"; it may be of the sentence before."""
    at = toponym.first - 1
    return at - (at >= passage.first_of(toponym.first) and passage.low[at] in ("the", "both", "only"))


def _modifies(passage: Passage, toponym: Toponym) -> bool:
    """Whether the name only tells of which country a thing is: "get U.S. citizenship"."""
    at = toponym.last
    return at < passage.last_of(toponym.first) and passage.shape[at] == "N" and passage.low[at].isalpha()


def _is_object(passage: Passage, toponym: Toponym, *, governed: bool) -> bool:
    """Whether a verb before it governs it, one that has people for its object: "told Ankara", "accused Chad"."""
    at = _before(passage, toponym)
    if at < passage.first_of(toponym.first) or _modifies(passage, toponym):
        return False
    word = passage.low[at]
    if word in place_words()["before.verbs"]:
        return False
    told = word in place_words()["before.dealing"]
    return told or (governed and passage.shape[at] in "VEG" and word not in place_words()["before.seeing"])


def _after_preposition(passage: Passage, toponym: Toponym) -> bool:
    """Whether a preposition stands before: a verb that follows has then another subject."""
    at = _before(passage, toponym)
    return at >= passage.first_of(toponym.first) and passage.shape[at] in "pt"


def _that_does(passage: Passage, toponym: Toponym) -> bool | None:
    """Whether it is the subject of an infinitive or a relative clause: "for Chad to ratify", "Bonn, which paid"."""
    low, at, end = passage.low, toponym.last, passage.last_of(toponym.first)
    if low[_before(passage, toponym)] == "for" and at + 1 < end and low[at] == "to":
        return True
    if at + 2 < end and low[at] == "," and low[at + 1] == "which":
        verb = _next_verb(passage, at + 2, end)
        return _by_verb(passage, verb, governed=True) if verb is not None else None
    return None


def _is_picked_out(passage: Passage, toponym: Toponym) -> bool:
    """Whether it is the one of several that does it: "it was Paris that blinked"."""
    at, end = _before(passage, toponym), passage.last_of(toponym.first)
    picked = at > passage.first_of(toponym.first) and passage.shape[at] == "b" and passage.low[at - 1] == "it"
    return picked and toponym.last < end and passage.low[toponym.last] in ("that", "who", "which")


def _is_to_do(passage: Passage, toponym: Toponym) -> bool:
    """Whether a headline says what it will do: "Zagreb to buy trams"."""
    opens = toponym.first == passage.first_of(toponym.first)
    end = passage.last_of(toponym.first)
    return (
        opens
        and toponym.last + 1 < end
        and passage.low[toponym.last] == "to"
        and passage.shape[toponym.last + 1] in "NVBE"
    )


def _verb_of(passage: Passage, toponym: Toponym) -> int | None:
    """The token of its verb, past adverbs, an aside between commas, or the rest of a list; None for none."""
    at, end = toponym.last, passage.last_of(toponym.first)
    end = min(end, at + _REACH)
    if at < end and passage.low[at] == "," and not (at + 1 < end and passage.shape[at + 1] == "M"):
        close = next((stop for stop in range(at + 1, end) if passage.low[stop] == ","), None)
        aside = close is not None and "b" not in passage.shape[at + 1 : close]
        return _next_verb(passage, close + 1, end) if close is not None and aside else None
    while at < end and (passage.low[at] in _LISTING or passage.shape[at] in "M#"):
        at += 1
    return _next_verb(passage, at, end)


def _next_verb(passage: Passage, at: int, end: int) -> int | None:
    while at < end and passage.shape[at] in "anT":
        at += 1
    if at < end and (passage.shape[at] in "VEmhdBb" or _is_third_person(passage, at, end)):
        return at
    return None


def _is_third_person(passage: Passage, at: int, end: int) -> bool:
    """Whether a word that might be a plural is a verb, by what comes after it: "returns the favour"."""
    verbal = passage.shape[at] == "N" and passage.low[at].endswith("s") and not passage.low[at].endswith("ss")
    return verbal and at + 1 < end and passage.shape[at + 1] in "DPOq#"


def _by_verb(passage: Passage, at: int, *, governed: bool) -> bool | None:
    """Whether the verb at this token is done by people: not "lies", "was flooded", "has more rivers"."""
    words, end = place_words(), passage.last_of(at)
    word, letter = passage.low[at], passage.shape[at]
    then = _past_adverbs(passage, at + 1, end)
    if letter == "b":
        minded = then < end and passage.low[then] in words["after.minded"]
        doing = then < end and passage.shape[then] == "G" and passage.low[then] not in words["after.states"]
        return True if minded or (doing and governed) else None
    if letter in "mhd":
        if word in ("has", "have", "had") and (then >= end or passage.shape[then] not in "VEbNt"):
            return None
        if then < end and passage.shape[then] == "t":
            return True
        if then < end and passage.shape[then] in "bh":
            return _by_verb(passage, then, governed=governed) if passage.shape[then] == "b" else None
        return not (then < end and passage.low[then] in words["after.states"])
    return word not in words["after.states"]


def _past_adverbs(passage: Passage, at: int, end: int) -> int:
    while at < end and passage.shape[at] in "an":
        at += 1
    return at
