"""Whether the words around an expression speak of what was or of what is to come."""

from __future__ import annotations

from enum import Enum

from sayso.annotate.timex.lexer import Lexed


class Tense(Enum):
    """The time a clause speaks of, counted from the report's day."""

    PAST = "past"
    FUTURE = "future"


_AHEAD = frozenset("will won shall ll would should must may might could can cannot wo".split())
"""Modals; in reported speech ("said he would resign on Monday") "would" looks ahead too."""

_PLANNED = frozenset(
    "due scheduled slated poised planned expected set plan plans planning expects expect hopes hope intends intend"
    " upcoming preparing prepares prepare aims aim wants want likely tipped".split()
)
"""Words that announce what follows; "set" and "expected" are read so only before "to", "for" or "on"."""

_TIMETABLE = frozenset(
    "opens begins starts ends expires resumes convenes meets travels leaves arrives departs closes takes votes goes"
    " heads kicks airs premieres returns visits hosts faces speaks flies becomes comes runs lasts holds marks".split()
)
"""Verbs whose simple present tells what is on the calendar: "the summit opens on Sunday"."""

_GOVERNORS = _PLANNED | frozenset(
    "agree agreed agrees vow vowed pledged pledge promised promise hoped decided decide ready wanted intended aimed"
    " prepared ordered urged asked called demanded threatened threatens offered proposed is are has have had need"
    " needs was were going invited set about scheduled".split()
)
"""Words before "to" that make what follows it lie ahead: "agreed to meet on Monday"."""

_PAST_FORMS = frozenset(
    "was were had did said told has have been wrote began broke brought built bought came caught chose cut dealt drew drove"
    " fell felt fled flew fought found gave got grew hanged heard held hit hurt kept killed knew laid led left lent let"
    " lost made meant met paid put quit ran rang read rose sank sat saw sent shook shot shut slept sold sought spent"
    " spoke stole stood stood struck swept swore taught thought threw told took tore understood upheld went withdrew woke"
    " won wore became forbade overthrew overtook undertook withstood born beat bit bled blew bore burst cast crept dug"
    " ate forgave froze hid lay lit mistook overran rode sang shone slid slung spat spread stuck stung sprang swam wept"
    " wound wrung dug done gone seen taken given known shown written spoken broken driven fallen".split()
)
"""Past tenses and participles that do not end in "ed"."""

_NOT_PAST = frozenset(
    "need speed feed breed seed exceed proceed succeed indeed hundred shed united armed wounded limited sacred naked"
    " crowded retired weed deed".split()
)
"""Words in "ed" that are no past tense, or most often stand before a noun."""

REPORTING = frozenset(
    "said says say told tells announced added wrote confirmed warned reported stated declared claimed denied insisted"
    " acknowledged tweeted posted testified revealed argued accused urged called noted explained stressed vowed".split()
)
"""Verbs of saying: the day beside them is when it was said, not when it happened."""

_LINK = frozenset("be been being not also then again only still now just reportedly first so later soon never".split())
_NO_INFINITIVE = frozenset(
    "the a an his her their its our my your this that these those at in on by end and or be which whom what some any all"
    " reporters journalists parliament lawmakers voters members one two three four five six".split()
)


def tense_at(lexed: Lexed, start: int, end: int, first: int, last: int) -> Tense | None:
    """The tense around tokens `start` to `end` of the sentence of tokens `first` to `last`; None if no verb tells."""
    return _before(lexed, start, end, first, last) or _after(lexed, end, last)


def _before(lexed: Lexed, start: int, end: int, first: int, last: int) -> Tense | None:
    """The nearest verb before tells, unless it only introduces the clause that the expression opens."""
    at = start - 1
    while at >= first:
        tense = _cue(lexed, at, first, last)
        if tense is not None:
            if lexed.words[at] in REPORTING and start - at > 2 and end < last:
                return _cue(lexed, end, first, last) or tense
            return tense
        at -= 1
    return None


def _after(lexed: Lexed, end: int, last: int) -> Tense | None:
    for at in range(end, last):
        tense = _cue(lexed, at, end, last)
        if tense is not None:
            return tense
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
        return Tense.FUTURE if not strict or following in ("to", "for", "on", "in", "at", "by", "next", "this", "later") else None
    if word in _TIMETABLE:
        return Tense.FUTURE
    if word in ("has", "have") and following in ("until", "till"):
        return Tense.FUTURE
    if _is_past(word):
        return _auxiliary(lexed, at, first) or Tense.PAST
    return None


def _is_modal(lexed: Lexed, at: int) -> bool:
    """Capital "May" and "Will" inside a sentence are a month and a man."""
    return lexed.at(at)[0].islower()


def _is_past(word: str) -> bool:
    return word in _PAST_FORMS or (len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST)


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
    if any(word in _GOVERNORS for word in nearby):
        return Tense.FUTURE
    return None if any(_is_past(lexed.words[i]) for i in range(first, at)) else Tense.FUTURE


def is_reporting(lexed: Lexed, start: int, first: int) -> bool:
    """Whether the expression at `start` says when something was said: "officials said on Saturday"."""
    return any(lexed.words[at] in REPORTING for at in range(max(first, start - 3), start))
