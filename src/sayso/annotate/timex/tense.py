"""Whether the words around an expression speak of what was or of what is to come."""

from __future__ import annotations

from sayso.annotate.timex.ahead import Clue, Tense, told_before
from sayso.annotate.timex.lexer import Lexed
from sayso.annotate.timex.lexicon import listed

_FURTHEST_VERB = 60
"""Tokens between an expression and a verb that may tell its tense, at most; no sentence of a reporter is longer."""


def clue_at(lexed: Lexed, start: int, end: int, first: int, last: int) -> Clue | None:
    """The tense around tokens `start` to `end` of the sentence of tokens `first` to `last`; None if no verb tells.

    The nearest verb before tells, and where there is none, or the expression opens a clause, the next verb after.
    """
    if (told := told_before(lexed, start, end, first)) is not None:
        return told
    first, last = max(first, start - _FURTHEST_VERB), min(last, end + _FURTHEST_VERB)
    before = _before(lexed, start, end, first, last)
    after = _after(lexed, end, last) if before is None or _opens_clause(lexed, start, end, first, last) else None
    return after or before


def _opens_clause(lexed: Lexed, start: int, end: int, first: int, last: int) -> bool:
    """As in "…, but on Thursday the party …", "…, and on Friday, the court …"."""
    before = start - 2 if start - 1 >= first and lexed.words[start - 1] in listed("clause_prepositions") else start - 1
    if before < first:
        return False
    comma_after = end < last and lexed.words[end] == ","
    opener = lexed.words[before]
    led = before == start - 2
    return opener in listed("clause_openers") or (comma_after and (opener == "," or (opener == "and" and led)))


def _before(lexed: Lexed, start: int, end: int, first: int, last: int) -> Clue | None:
    """The nearest verb before tells, unless it only introduces the clause that the expression opens."""
    for at in range(start - 1, first - 1, -1):
        tense = _cue(lexed, at, first, last)
        if tense is not None:
            inner = (
                _cue(lexed, end, first, last)
                if end < last and lexed.words[at] in listed("reporting") and start - at > 2
                else None
            )
            return Clue(inner or tense, start - at)
    return None


def _after(lexed: Lexed, end: int, last: int) -> Clue | None:
    """The next verb; "Tuesday's outcome is unlikely to …" says nothing of when Tuesday is."""
    owner = end < last and lexed.words[end] in ("'s", "’s")
    for at in range(end, last):
        if owner and lexed.words[at] == "to":
            continue
        tense = _cue(lexed, at, end, last)
        if tense is not None:
            return Clue(tense, at - end + 1)
    return None


def _cue(lexed: Lexed, at: int, first: int, last: int) -> Tense | None:
    word = lexed.words[at]
    if word == "would" and _looked_back(lexed, at, first):
        return Tense.PAST
    if word in listed("ahead") or (word == "won" and at + 1 < last and lexed.words[at + 1] in ("'", "’")):
        return Tense.FUTURE if _is_modal(lexed, at) else None
    if word == "to":
        return _infinitive(lexed, at, first, last)
    following = lexed.words[at + 1] if at + 1 < last else ""
    if word in listed("planned"):
        plain = at > first and lexed.words[at - 1] in ("is", "are")
        if word in ("plan", "plans", "hope", "hopes") and at > first and lexed.words[at - 1] in _DETERMINERS:
            return Tense.FUTURE if following in ("to", "for") else None
        strict = not plain and word in ("set", "expected", "planned", "due", "scheduled")
        return (
            Tense.FUTURE
            if not strict or following in ("to", "for", "on", "in", "at", "by", "next", "this", "later")
            else None
        )
    if word in listed("timetable") or (word in listed("timetables") and not _follows_auxiliary(lexed, at, first)):
        return Tense.FUTURE
    if word in ("has", "have") and following in ("until", "till"):
        return Tense.FUTURE
    if _is_past(lexed, at):
        return _auxiliary(lexed, at, first) or Tense.PAST
    return None


def _follows_auxiliary(lexed: Lexed, at: int, first: int) -> bool:
    """Whether a bare verb is an infinitive, or another word: "did not resume", "was open"."""
    return at > first and lexed.words[at - 1] in listed("no_timetable")


def _looked_back(lexed: Lexed, at: int, first: int) -> bool:
    """Whether what "would" be had been said before what is told: "She had told them she would be back on Thursday"."""
    said = (i for i in range(first, at - 1) if lexed.words[i] == "had" and lexed.words[i + 1] in listed("reporting"))
    return next(said, None) is not None


_DETERMINERS = frozenset({"the", "a", "his", "her", "its", "their", "this", "that", "peace"})


def _is_named(lexed: Lexed, at: int) -> bool:
    """Whether a word has a capital as names do; a text all in capitals names nothing by them."""
    word = lexed.at(at)
    return word[0].isupper() and not (len(word) > 1 and word.isupper())


def _is_modal(lexed: Lexed, at: int) -> bool:
    """Capital "May" and "Will" inside a sentence are a month and a man."""
    return not _is_named(lexed, at)


def _is_past(lexed: Lexed, at: int) -> bool:
    """A word in "ed" with a capital is a name: Ahmed, Mohamed, United."""
    word = lexed.words[at]
    if word in listed("past_forms"):
        return True
    return len(word) > 3 and word.endswith("ed") and word not in listed("not_past") and not _is_named(lexed, at)


def _auxiliary(lexed: Lexed, at: int, first: int) -> Tense | None:
    """FUTURE where a modal or "to" stands before the verb: "will be held", "is to be held"."""
    before = at - 1
    while before >= first and lexed.words[before] in listed("links"):
        before -= 1
    if before < first:
        return None
    if lexed.words[before] in listed("ahead") and _is_modal(lexed, before):
        return Tense.FUTURE
    if lexed.words[before] == "to":
        return _infinitive(lexed, before, first, at + 1)
    return None


_FURTHEST_GOVERNOR = 4
"""Tokens between "to" and the word that takes it, at most: "agreed with them to meet"."""


def _infinitive(lexed: Lexed, at: int, first: int, last: int) -> Tense | None:
    """FUTURE for "to" and a verb after a word that looks ahead, or with no verb before at all, as in a headline."""
    verb = lexed.at(at + 1) if at + 1 < last else ""
    if not verb.isalpha() or _is_named(lexed, at + 1):
        return None
    verb = verb.lower()
    if verb in listed("no_infinitive") or verb.endswith("ing"):
        return None
    nearby = [lexed.words[i] for i in range(max(first, at - _FURTHEST_GOVERNOR), at)]
    if verb == "be" and not listed("raising").intersection(nearby):
        return Tense.FUTURE
    if any(word in listed("governors") for word in nearby) or (nearby and nearby[-1] in listed("is_to")):
        return Tense.FUTURE
    return None if any(_is_past(lexed, i) for i in range(first, at)) else Tense.FUTURE


def is_reporting(lexed: Lexed, start: int, first: int) -> bool:
    """Whether the expression at `start` says when something was said: "officials said on Saturday"."""
    return any(lexed.words[at] in listed("reporting") for at in range(max(first, start - 3), start))
