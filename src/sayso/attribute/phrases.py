"""Noun phrases, as far as closed word classes and capitals tell; words are given as they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.ontology.codebook import VerbForm, cue_book, word_lists

_STOPPING = """
prepositions conjunctions subordinators relatives modals be have do negations subjects times clause_openers verbs
adverbs
"""
_LINKS = ("of", "'s", "\u2019s", "'", "\u2019", "-")


def low(word: str) -> str:
    """The word in small letters, with a straight apostrophe."""
    return word.lower().replace("\u2019", "'")


def phrase_end(words: Sequence[str], at: int) -> int:
    """One past the noun phrase that begins at `at`, with what "of" adds to it; `at` if none begins there."""
    if at < len(words) and _is_pronoun(words, at):
        return at + 1
    end = at
    while end < len(words) and _goes_on(words, at, end):
        end += 1
    full = end
    while end > at and _is_loose(low(words[end - 1])):
        end -= 1
    return full if end == at and full - at > 1 and low(words[full - 1]) in ("other", "others", "two", "both") else end


def _is_loose(word: str) -> bool:
    """Whether no phrase ends with the word."""
    return word in _LINKS or word in _determiners()


def head_of(words: Sequence[str], first: int, last: int) -> int:
    """Where the head of a phrase stands: its last word before "of"."""
    return next((at - 1 for at in range(first + 1, last) if low(words[at]) == "of"), last - 1)


def begins_phrase(words: Sequence[str], at: int) -> bool:
    """Whether the word at `at` shows that a noun phrase begins there, and no infinitive."""
    if at >= len(words) or not words[at][0].isalnum():
        return False
    word, lists = low(words[at]), word_lists()
    known = word in _determiners() or any(word in lists[name] for name in ("objects", "numbers", "hearers"))
    return known or words[at][0].isupper() or word in cue_book().lists["addressee.people"]


def _is_pronoun(words: Sequence[str], at: int) -> bool:
    word = low(words[at])
    if word == "her":
        following = words[at + 1] if at + 1 < len(words) else ""
        return not following or following[0].isupper() or low(following) in _stops() or low(following) in _determiners()
    return word in word_lists()["objects"] or word in ("you", "it")


def _goes_on(words: Sequence[str], first: int, at: int) -> bool:
    word = low(words[at])
    if at == first:
        return words[at][0].isalnum() and (word not in _stops() or word in _openings())
    before = low(words[at - 1])
    if word in _LINKS:
        return word != "of" or (at + 1 < len(words) and low(words[at + 1]) not in _stops())
    counted = word in word_lists()["adverbs"] and before in _determiners()
    if not words[at][0].isalnum() or (word in _stops() and not counted and not _possessed(words, at)):
        return False
    if word in _determiners() or word in word_lists()["objects"]:
        return before in ("of", "all", "both", "half") or before in _determiners()
    if _leads_time(words, at):
        return False
    return not (_is_adverb(word, before) or _is_told(words, at) or _is_dated(words, at) or _another(words, first, at))


def _possessed(words: Sequence[str], at: int) -> bool:
    """Whether a time stands there as in "Tuesday's council meeting"."""
    return low(words[at]) in word_lists()["times"] and words[at + 1 : at + 2] in (["'s"], ["\u2019s"])


def _is_adverb(word: str, before: str) -> bool:
    return word.endswith("ly") and word not in word_lists()["not_adverbs"] and before not in _determiners()


def _leads_time(words: Sequence[str], at: int) -> bool:
    """Whether "late on Monday", "last November", "two days earlier" begins after the phrase."""
    lists = word_lists()
    following = low(words[at + 1]) if at + 1 < len(words) else ""
    named = following in lists["times"] or following in lists["time_nouns"]
    counted = low(words[at]) in lists["numbers"] or words[at].isdigit()
    if counted and low(words[at - 1]) not in _determiners():
        return named
    return (named or following in ("on", "in", "at")) and low(words[at]) in lists["time_leads"]


def _is_told(words: Sequence[str], at: int) -> bool:
    """Whether a verb of saying begins the clause after the phrase."""
    forms = cue_book().verbs.get(words[at], ())
    past = any(form is VerbForm.PAST for _, form in forms)
    before = low(words[at - 1])
    return (
        past
        and before not in _determiners()
        and not before.endswith("ly")
        and at + 1 < len(words)
        and words[at][-1] == "d"
    )


def _is_dated(words: Sequence[str], at: int) -> bool:
    """Whether a participle begins what is told of the phrase ("a letter dated 3 March")."""
    participle = words[at].endswith("ed") or words[at] in cue_book().lists["venue.dated"]
    if not participle or low(words[at - 1]) in _determiners():
        return False
    following = low(words[at + 1]) if at + 1 < len(words) else ""
    return (
        not following[:1].isalnum()
        or following[0].isdigit()
        or following in _stops()
        or following in word_lists()["time_leads"]
    )


def _another(words: Sequence[str], first: int, at: int) -> bool:
    """Whether the phrase ended with hearers in the plural, and another noun begins."""
    hearers = low(words[at - 1]) in cue_book().lists["addressee.people"]
    return hearers and at - 1 - first < 2 and words[at][0].islower()


@cache
def _stops() -> frozenset[str]:
    lists = word_lists()
    return frozenset().union(*(lists[name] for name in _STOPPING.split())) | {"to", "that", "than"}


@cache
def _openings() -> frozenset[str]:
    """Words that end a phrase but may begin one: "Tuesday's meeting", "that rally", "all sides"."""
    return word_lists()["times"] | {"that", "no"}


@cache
def _determiners() -> frozenset[str]:
    return word_lists()["determiners"] | word_lists()["possessives"]
