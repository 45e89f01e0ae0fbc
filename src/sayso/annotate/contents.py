"""What a cue attributes: the clause, infinitive, phrase or quotation that hangs on it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.annotate.adjuncts import after_adjuncts, after_hearer, opens_quote
from sayso.annotate.passage import Passage
from sayso.annotate.stops import stop
from sayso.annotate.verbs import CueGroup
from sayso.ontology.codebook import cue_book, word_lists

_OBJECTS = 'DPSOMN#G"aEs'
_SHORT = 5
"""So few words are no clause if none of them is known for a verb."""
_DOCUMENT = 6
"""So many words before "shows" may belong to its subject."""
_AFTER_HE = ("V", "E", "b", "h", "m", "d", "n", '"', "'")
_VERBS = ("V", "E", "b", "h", "m", "d")
_CLAUSE_STARTS = 'DPSOMN#GET"aqs'


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a cue, in tokens; `cue_last` is where the cue ends, a preposition or colon included."""

    start: int
    end: int
    rule: str
    cue_last: int


def complement_of(passage: Passage, group: CueGroup, at: int, before: str = "") -> Complement | None:
    """The content that begins at or after `at`, within the sentence or the quotation that begins there.

    `before` is the class of the word before the source and cue: after "which" the content may lack its subject,
    after "while" it ends where the main clause begins.
    """
    last = passage.last_of(group.head)
    found = _start(passage, group, at, last)
    if found is None and before in ("r", "q") and "clause" in group.verb.takes and passage.shape[at : at + 1] in _VERBS:
        found = at, "clause", group.last  # the word before is the subject: "which he said was …"
    if found is None:
        return None
    start, rule, cue_last = found
    if start >= last and passage.quoted[start] < 0:
        return Complement(start, passage.block_last(start), rule, cue_last)
    end = content_end(passage, start, last)
    if passage.quoted[last - 1] < 0:
        end = stop(passage, start, end, rule, before == "s")
    return Complement(start, end, rule, cue_last) if start < end else None


def _start(passage: Passage, group: CueGroup, at: int, last: int) -> tuple[int, str, int] | None:
    takes = group.verb.takes
    cue_last = group.last
    at = _past_hearer(passage, group, at, last) if "hearer" in takes else at
    if at < last and passage.shape[at] == ":":
        opens = at + 1 < len(passage.tokens) and "quote" in takes
        return (at + 1, "colon", at + 1 if at == cue_last else cue_last) if opens else None
    if at == cue_last and _takes_preposition(passage, group, at, last):
        return at + 1, "preposition", at + 1
    if "hearer" in takes and at > cue_last and _takes_preposition(passage, group, at, last):
        return at + 1, "preposition", cue_last
    if "noun" in takes and (said := _after_noun(passage, at, last)):
        return said
    start = after_adjuncts(passage, at, last)
    if start is None:
        return None
    if passage.shape[start] == "," and start + 1 < last and opens_quote(passage, start + 1):
        start += 1
    rule = _rule(passage, group, start, last)
    return None if rule is None else (start, rule, cue_last)


def _past_hearer(passage: Passage, group: CueGroup, at: int, last: int) -> int:
    """Past the addressee, but not past the "against" of "warned residents against"."""
    end = after_hearer(passage, at, last)
    parts = {"against", "about"} & group.verb.takes
    return next((middle for middle in range(at + 1, end) if passage.low[middle] in parts), end)


def _takes_preposition(passage: Passage, group: CueGroup, at: int, last: int) -> bool:
    if at + 1 >= last or passage.low[at] not in group.verb.takes - {"that"}:
        return False
    return passage.shape[at + 1] in _OBJECTS


def _after_noun(passage: Passage, at: int, last: int) -> tuple[int, str, int] | None:
    """The "that" clause after "concern", "a written statement saying": all of these words belong to the cue."""
    for noun in range(at, min(at + 5, last - 2)):
        if passage.low[noun] in cue_book().nouns:
            after = noun + 1
            if passage.low[after] in cue_book().lists["nouns.saying"]:
                return after + 1, "noun", after + 1
            return (after, "noun", after) if passage.shape[after] == "q" else None
        if passage.shape[noun] not in "DPNEa#":
            break
    return None


def _rule(passage: Passage, group: CueGroup, start: int, last: int) -> str | None:
    takes, letter, word = group.verb.takes, passage.shape[start], passage.low[start]
    if opens_quote(passage, start):
        return "quote" if "quote" in takes else ("object" if "object" in takes or "clause" in takes else None)
    if letter == "q" or (word in word_lists()["clause_openers"] and not group.verb.lemma.startswith("be ")):
        return "that" if {"clause", "that"} & takes else ("object" if "object" in takes else None)
    if letter == "t" or ("hearer" in takes and passage.shape[start : start + 2] == "nt"):
        return "infinitive" if "infinitive" in takes or "hearer" in takes else None
    if letter in _CLAUSE_STARTS and not (letter == "s" and word not in word_lists()["clause_openers"]):
        if _clause_follows(passage, group, start, last):
            return "clause"
        if ("object" in takes and letter != "a") or ("document" in takes and _document(passage, group)):
            return "object"
    return None


def _clause_follows(passage: Passage, group: CueGroup, start: int, last: int) -> bool:
    """Whether a clause without "that" begins here: for some verbs any that has a verb, for others "he was" only."""
    if "clause" in group.verb.takes:
        words = passage.shape[start:last]
        if words[0] == "S" and len(words) > 1:
            return True
        return words[0] != "T" and (len(words) > _SHORT or any(letter in _VERBS for letter in words))
    return (
        "that" in group.verb.takes and passage.shape[start] == "S" and passage.shape[start + 1 : last][:1] in _AFTER_HE
    )


def _document(passage: Passage, group: CueGroup) -> bool:
    """Whether a poll, a report or the like, which shows things, stands right before the verb."""
    before = passage.low[max(passage.first_of(group.head), group.first - _DOCUMENT) : group.first]
    return not cue_book().lists["roles.document"].isdisjoint(before)


def _rounded(passage: Passage, start: int, end: int) -> bool:
    """Whether the quotation that opens at `start` is a sentence of its own: its last mark stands inside it."""
    return opens_quote(passage, start) and passage.shape[end - 1] == '"' and passage.shape[end - 2] in ",."


def content_end(passage: Passage, start: int, last: int) -> int:
    """Where content that begins at `start` ends: with its quotation, else with the sentence, its full stop left out."""
    quote = passage.quoted[start] if passage.shape[start] != "," else passage.quoted[start + 1]
    if quote >= 0 and (passage.quotes[quote].last >= last or _rounded(passage, start, passage.quotes[quote].last)):
        return passage.quotes[quote].last
    ending = passage.quoted[last - 1]
    if ending >= 0:
        return max(last, min(passage.quotes[ending].last, last + 400))
    end = last
    while end > start and (passage.low[end - 1] in (".", ";", ":", "...") or passage.shape[end - 1] == "-"):
        end -= 1
    return end
