"""Whether the words around an expression speak of what was or of what is to come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sayso.annotate.timex.lexer import Lexed


class Tense(Enum):
    """The time a clause speaks of, counted from the report's day."""

    PAST = "past"
    FUTURE = "future"


_AHEAD = frozenset(
    ["will", "won", "shall", "ll", "would", "should", "must", "may", "might", "could", "can", "cannot", "wo"]
)
"""Modals; in reported speech ("said he would resign on Monday") "would" looks ahead too."""

_PLANNED = frozenset(
    [
        "due",
        "scheduled",
        "slated",
        "poised",
        "planned",
        "expected",
        "set",
        "plan",
        "plans",
        "planning",
        "expects",
        "expect",
        "hopes",
        "hope",
        "intends",
        "intend",
        "upcoming",
        "preparing",
        "prepares",
        "prepare",
        "aims",
        "aim",
        "wants",
        "want",
        "likely",
        "tipped",
    ]
)
"""Words that announce what follows; "set" and "expected" are read so only before "to", "for" or "on"."""

_TIMETABLE = frozenset(
    [
        "opens",
        "begins",
        "starts",
        "ends",
        "expires",
        "resumes",
        "convenes",
        "meets",
        "travels",
        "leaves",
        "arrives",
        "departs",
        "closes",
        "takes",
        "votes",
        "goes",
        "heads",
        "kicks",
        "airs",
        "premieres",
        "returns",
        "visits",
        "hosts",
        "faces",
        "speaks",
        "flies",
        "becomes",
        "comes",
        "runs",
        "lasts",
        "holds",
        "marks",
    ]
)
"""Verbs whose simple present tells what is on the calendar: "the summit opens on Sunday"."""

_GOVERNORS = _PLANNED | frozenset(
    [
        "agree",
        "agreed",
        "agrees",
        "vow",
        "vowed",
        "pledged",
        "pledge",
        "promised",
        "promise",
        "hoped",
        "decided",
        "decide",
        "ready",
        "wanted",
        "intended",
        "aimed",
        "prepared",
        "ordered",
        "urged",
        "asked",
        "called",
        "demanded",
        "threatened",
        "threatens",
        "offered",
        "proposed",
        "need",
        "needs",
        "going",
        "invited",
        "about",
    ]
)
"""Words a little before "to" that make what follows it lie ahead: "agreed to meet on Monday"."""

_IS_TO = frozenset(["is", "are", "was", "were", "has", "have"])
"""Words right before "to" that do so: "is to meet on Monday"."""

_PAST_FORMS = frozenset(
    [
        "was",
        "were",
        "had",
        "did",
        "said",
        "told",
        "has",
        "have",
        "been",
        "wrote",
        "began",
        "broke",
        "brought",
        "built",
        "bought",
        "came",
        "caught",
        "chose",
        "cut",
        "dealt",
        "drew",
        "drove",
        "fell",
        "felt",
        "fled",
        "flew",
        "fought",
        "found",
        "gave",
        "got",
        "grew",
        "hanged",
        "heard",
        "held",
        "hit",
        "hurt",
        "kept",
        "killed",
        "knew",
        "laid",
        "led",
        "left",
        "lent",
        "let",
        "lost",
        "made",
        "meant",
        "met",
        "paid",
        "put",
        "quit",
        "ran",
        "rang",
        "read",
        "rose",
        "sank",
        "sat",
        "saw",
        "sent",
        "shook",
        "shot",
        "shut",
        "slept",
        "sold",
        "sought",
        "spent",
        "spoke",
        "stole",
        "stood",
        "stood",
        "struck",
        "swept",
        "swore",
        "taught",
        "thought",
        "threw",
        "told",
        "took",
        "tore",
        "understood",
        "upheld",
        "went",
        "withdrew",
        "woke",
        "won",
        "wore",
        "became",
        "forbade",
        "overthrew",
        "overtook",
        "undertook",
        "withstood",
        "born",
        "beat",
        "bit",
        "bled",
        "blew",
        "bore",
        "burst",
        "cast",
        "crept",
        "dug",
        "ate",
        "forgave",
        "froze",
        "hid",
        "lay",
        "lit",
        "mistook",
        "overran",
        "rode",
        "sang",
        "shone",
        "slid",
        "slung",
        "spat",
        "spread",
        "stuck",
        "stung",
        "sprang",
        "swam",
        "wept",
        "wound",
        "wrung",
        "dug",
        "done",
        "gone",
        "seen",
        "taken",
        "given",
        "known",
        "shown",
        "written",
        "spoken",
        "broken",
        "driven",
        "fallen",
    ]
)
"""Past tenses and participles that do not end in "ed"."""

_NOT_PAST = frozenset(
    [
        "need",
        "speed",
        "feed",
        "breed",
        "seed",
        "exceed",
        "proceed",
        "succeed",
        "indeed",
        "hundred",
        "shed",
        "united",
        "armed",
        "wounded",
        "limited",
        "sacred",
        "naked",
        "crowded",
        "retired",
        "weed",
        "deed",
    ]
)
"""Words in "ed" that are no past tense, or most often stand before a noun."""

REPORTING = frozenset(
    [
        "said",
        "says",
        "say",
        "told",
        "tells",
        "announced",
        "added",
        "wrote",
        "confirmed",
        "warned",
        "reported",
        "stated",
        "declared",
        "claimed",
        "denied",
        "insisted",
        "acknowledged",
        "tweeted",
        "posted",
        "testified",
        "revealed",
        "argued",
        "accused",
        "urged",
        "called",
        "noted",
        "explained",
        "stressed",
        "vowed",
    ]
)
"""Verbs of saying: the day beside them is when it was said, not when it happened."""

_LINK = frozenset(
    [
        "be",
        "been",
        "being",
        "not",
        "also",
        "then",
        "again",
        "only",
        "still",
        "now",
        "just",
        "reportedly",
        "first",
        "so",
        "later",
        "soon",
        "never",
    ]
)
_NO_INFINITIVE = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "our",
        "my",
        "your",
        "this",
        "that",
        "these",
        "those",
        "at",
        "in",
        "on",
        "by",
        "end",
        "and",
        "or",
        "be",
        "which",
        "whom",
        "what",
        "some",
        "any",
        "all",
        "reporters",
        "journalists",
        "parliament",
        "lawmakers",
        "voters",
        "members",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
    ]
)


@dataclass(frozen=True, slots=True)
class Clue:
    """A tense, and how many tokens away the verb is that tells it."""

    tense: Tense
    distance: int


def clue_at(lexed: Lexed, start: int, end: int, first: int, last: int) -> Clue | None:
    """The tense around tokens `start` to `end` of the sentence of tokens `first` to `last`; None if no verb tells.

    The nearest verb before tells, and where there is none, or the expression opens a clause, the next verb after.
    """
    before = _before(lexed, start, end, first, last)
    after = _after(lexed, end, last) if before is None or _opens_clause(lexed, start, end, first, last) else None
    return after or before


_PREPOSITIONS = frozenset(["on", "in", "at", "by", "since", "until", "from", "during", "before", "after"])
_OPENERS = frozenset(["but", "that", "while", "when", "where", "because", "although", "though", ";", ":", "—", "–"])


def _opens_clause(lexed: Lexed, start: int, end: int, first: int, last: int) -> bool:
    """ "…, but on Thursday the party …", "…, and on Friday, the court …"."""
    before = start - 2 if start - 1 >= first and lexed.words[start - 1] in _PREPOSITIONS else start - 1
    if before < first:
        return False
    comma_after = end < last and lexed.words[end] == ","
    return lexed.words[before] in _OPENERS or (comma_after and lexed.words[before] in (",", "and"))


def _before(lexed: Lexed, start: int, end: int, first: int, last: int) -> Clue | None:
    """The nearest verb before tells, unless it only introduces the clause that the expression opens."""
    for at in range(start - 1, first - 1, -1):
        tense = _cue(lexed, at, first, last)
        if tense is not None:
            inner = (
                _cue(lexed, end, first, last)
                if end < last and lexed.words[at] in REPORTING and start - at > 2
                else None
            )
            return Clue(inner or tense, start - at)
    return None


def _after(lexed: Lexed, end: int, last: int) -> Clue | None:
    for at in range(end, last):
        tense = _cue(lexed, at, end, last)
        if tense is not None:
            return Clue(tense, at - end + 1)
    return None


def _cue(lexed: Lexed, at: int, first: int, last: int) -> Tense | None:
    word = lexed.words[at]
    if word in _AHEAD:
        return Tense.FUTURE if _is_modal(lexed, at) else None
    if word == "to":
        return _infinitive(lexed, at, first, last)
    following = lexed.words[at + 1] if at + 1 < last else ""
    if word in _PLANNED:
        strict = word in ("set", "expected", "planned", "due", "scheduled")
        return (
            Tense.FUTURE
            if not strict or following in ("to", "for", "on", "in", "at", "by", "next", "this", "later")
            else None
        )
    if word in _TIMETABLE:
        return Tense.FUTURE
    if word in ("has", "have") and following in ("until", "till"):
        return Tense.FUTURE
    if _is_past(lexed, at):
        return _auxiliary(lexed, at, first) or Tense.PAST
    return None


def _is_modal(lexed: Lexed, at: int) -> bool:
    """Capital "May" and "Will" inside a sentence are a month and a man."""
    return lexed.at(at)[0].islower()


def _is_past(lexed: Lexed, at: int) -> bool:
    """A word in "ed" with a capital is a name: Ahmed, Mohamed, United."""
    word = lexed.words[at]
    if word in _PAST_FORMS:
        return True
    return len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST and lexed.at(at)[0].islower()


def _auxiliary(lexed: Lexed, at: int, first: int) -> Tense | None:
    """FUTURE where a modal or "to" stands before the verb: "will be held", "is to be held"."""
    before = at - 1
    while before >= first and lexed.words[before] in _LINK:
        before -= 1
    if before < first:
        return None
    if lexed.words[before] in _AHEAD and _is_modal(lexed, before):
        return Tense.FUTURE
    if lexed.words[before] == "to":
        return _infinitive(lexed, before, first, at + 1)
    return None


def _infinitive(lexed: Lexed, at: int, first: int, last: int) -> Tense | None:
    """FUTURE for "to" and a verb after a word that looks ahead, or with no verb before at all, as in a headline."""
    verb = lexed.at(at + 1) if at + 1 < last else ""
    if not (verb.isalpha() and verb.islower()) or verb in _NO_INFINITIVE - {"be"} or verb.endswith("ing"):
        return None
    nearby = [lexed.words[i] for i in range(max(first, at - 4), at)]
    if any(word in _GOVERNORS for word in nearby) or (nearby and nearby[-1] in _IS_TO):
        return Tense.FUTURE
    return None if any(_is_past(lexed, i) for i in range(first, at)) else Tense.FUTURE


def is_reporting(lexed: Lexed, start: int, first: int) -> bool:
    """Whether the expression at `start` says when something was said: "officials said on Saturday"."""
    return any(lexed.words[at] in REPORTING for at in range(max(first, start - 3), start))
