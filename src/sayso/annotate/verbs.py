"""Reporting verbs with their auxiliaries, adverbs and particles: the verb groups that may be cues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sayso.annotate.passage import Passage
from sayso.ontology.codebook import CueVerb, VerbForm, cue_book, word_lists

_WINDOW = 8
"""Auxiliaries and adverbs before a verb are looked for this many tokens back."""


class Voice(StrEnum):
    """How a verb group stands to its subject."""

    FINITE = "finite"
    PASSIVE = "passive"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"


@dataclass(frozen=True, slots=True)
class CueGroup:
    """A verb group in tokens: `first` and `last` bound it half-open, `head` is the reporting verb."""

    first: int
    head: int
    last: int
    verb: CueVerb
    form: VerbForm
    voice: Voice
    negated: bool


def cue_groups(passage: Passage) -> Iterator[CueGroup]:
    """Every verb group outside quotations that may be a cue, in text order."""
    verbs = cue_book().verbs
    at = 0
    while at < len(passage.low):
        group = None
        if passage.quoted[at] < 0 and passage.shape[at] in "VEGbN" and passage.low[at] in verbs:
            group = _group_at(passage, at)
            if group:
                yield group
        at = group.last if group else at + 1


def _group_at(passage: Passage, at: int) -> CueGroup | None:
    for verb, form in cue_book().verbs[passage.low[at]]:
        last = _after_rest(passage, at, verb)
        if last and _possible(passage, at, verb, form):
            return _grown(passage, at, last, verb, form)
    return None


def _after_rest(passage: Passage, at: int, verb: CueVerb) -> int:
    """One past the verb and its further words, an adverb between them allowed; 0 if they are not there."""
    last = at + 1
    end = passage.last_of(at)
    for word in verb.rest:
        while last < end and passage.shape[last] in "an" and passage.low[last] != word:
            last += 1
        if last >= end or passage.low[last] != word:
            return 0
        last += 1
    return last


def _possible(passage: Passage, at: int, verb: CueVerb, form: VerbForm) -> bool:
    """Whether the word can be a verb there: not "the announced plan", "questions asked by", "his claims"."""
    letter = passage.shape[at]
    if letter == "N" or (letter == "b" and not verb.lemma.startswith("be ")):
        return False
    if form is VerbForm.GERUND:
        return at == 0 or passage.shape[at - 1] not in "DP"
    if passage.low[at + 1 : at + 2] == ["by"] and not by_medium(passage, at + 2) and not _was_heard(passage, at, verb):
        return False
    if verb.lemma in word_lists()["naming"] and _names(passage, at):
        return False
    left = at - 1 if at > passage.first_of(at) else -1
    if left < 0 or passage.shape[left] not in "DP'":
        return True
    shortened = passage.low[left] == "'s" and passage.shape[left - 1] in "SM" and form is not VerbForm.BASE
    return shortened or passage.low[left] in word_lists()["alone"]


def _was_heard(passage: Passage, at: int, verb: CueVerb) -> bool:
    """Whether "was told", "had been ordered" stands there, with whom it was heard from after "by"."""
    return verb.lemma in cue_book().lists["nested.heard"] and passage.shape[at - 1 : at] == "b"


def _names(passage: Passage, at: int) -> bool:
    """Whether "called" follows the object of something: "gave it to a firm called"."""
    for back in range(at - 1, max(passage.first_of(at), at - 4), -1):
        if passage.low[back] in ("a", "an"):
            return passage.shape[back - 1] in "ptVEG"
    return False


def by_medium(passage: Passage, at: int) -> bool:
    """Whether "telephone", "text message" … stands there, and not an agent."""
    return not cue_book().lists["venue.places"].isdisjoint(passage.low[at : at + 2])


def _grown(passage: Passage, at: int, last: int, verb: CueVerb, form: VerbForm) -> CueGroup | None:
    """The group with what stands before its verb; None if the verb is no cue there."""
    first = _first_of_group(passage, at)
    letters = passage.shape[first:at]
    negated = "n" in letters
    voice = _voice(letters, verb, form)
    if voice is Voice.FINITE and first > passage.first_of(at) and passage.shape[first - 1] == "t":
        first, voice = _raised(passage, first - 1), Voice.INFINITIVE
        if first < 0:
            return None
        negated = "n" in passage.shape[first:at]
    if voice is Voice.FINITE and form is VerbForm.PARTICIPLE and "h" not in letters and "'" not in letters:
        return None
    return CueGroup(first, at, last, verb, form, voice, negated)


def _voice(letters: str, verb: CueVerb, form: VerbForm) -> Voice:
    if form is VerbForm.GERUND:
        return Voice.FINITE if "b" in letters else Voice.PARTICIPLE
    passive = "b" in letters and form in (VerbForm.PAST, VerbForm.PARTICIPLE)
    return Voice.PASSIVE if passive and not verb.lemma.startswith("be ") else Voice.FINITE


def _first_of_group(passage: Passage, at: int) -> int:
    """Back over auxiliaries, negations and adverbs."""
    floor = max(passage.first_of(at), at - _WINDOW)
    first = at
    while first > floor and _belongs(passage, first - 1, at):
        first -= 1
    if first - 1 > floor and passage.low[first - 1] == "long" and passage.shape[first - 2] == "h":
        first -= 2
    while first < at and passage.low[first] in word_lists()["not_in_cue"]:
        first += 1
    return first


def _belongs(passage: Passage, at: int, head: int) -> bool:
    if passage.quoted[at] >= 0:
        return False
    letter = passage.shape[at]
    if letter == "'":
        return passage.shape[at - 1 : at] in ("S", "r", "q") and passage.low[head][-2:] != "ss"
    return letter in "mbhdn" or (letter == "a" and passage.low[at] not in word_lists()["not_in_cue"])


def _raised(passage: Passage, to: int) -> int:
    """Where the group of a verb like "went on to" begins whose infinitive this is; -1 if there is none."""
    governor = to - 1
    if governor < passage.first_of(to) or passage.low[governor] not in word_lists()["raising"]:
        return -1
    if passage.low[governor] == "on":
        governor -= 1
        if passage.low[governor] not in ("went", "goes", "go"):
            return -1
    return _first_of_group(passage, governor)
