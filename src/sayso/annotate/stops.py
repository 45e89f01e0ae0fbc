"""Where content ends before its sentence does: what follows belongs to the reporter again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sayso.annotate.passage import Passage
from sayso.annotate.phrases import phrase_after
from sayso.ontology.codebook import cue_book, word_lists

Test = Callable[[Passage, int, int], bool]
"""Whether content that runs on to the third argument stops at the token of the second."""


def stop(passage: Passage, start: int, end: int, rule: str, subordinate: bool = False) -> int:
    """Where content from `start`, found by `rule`, ends; `end` at the latest. Quotations are not cut.

    `subordinate` says that source and cue stand in a clause that a main clause follows ("while he said …, it was …").
    """
    tests = (*_STOPS.get(rule, ()), *([_main_clause] if subordinate else []))
    aside = passage.shape[start + 1 : end][:1] == ","  # "that, while it rained, …"
    for at in range(start + 1 + 2 * aside, end):
        if passage.quoted[at] >= 0 and passage.quoted[at] == passage.quoted[at - 1]:
            continue
        if any(test(passage, at, end) for test in tests):
            return at - 1 if passage.shape[at - 1] in ",-" and at - 1 > start else at
    return end


def _participle(passage: Passage, at: int, end: int) -> bool:
    """A comma and an -ing form: "…, leaving"."""
    return passage.shape[at] == "," and passage.shape[at + 1 : end][:1] == "G"


def _next_verb(passage: Passage, at: int, end: int) -> bool:
    """A comma and a verb: "his rivals, talked over them"."""
    if passage.shape[at] != "," or passage.shape[at + 1 : end][:1] != "V":
        return False
    return passage.low[at + 2 : at + 3] != ["by"] and passage.shape[at + 2 : end][:1] != "p"


def _joined_verb(passage: Passage, at: int, end: int) -> bool:
    """A conjunction and a verb: "the plan and left"."""
    return passage.shape[at] == "c" and _verb(passage, at + 1, end)


def _joined_clause(passage: Passage, at: int, end: int) -> bool:
    """A comma, a conjunction and a clause of its own: ", and the court agreed"."""
    if passage.shape[at] != "c" or passage.shape[at - 1] not in ",-" or passage.low[at] == "or":
        return False
    return clause_at(passage, at + 1, end)


def _main_clause(passage: Passage, at: int, end: int) -> bool:
    return passage.shape[at] == "," and clause_at(passage, at + 1, end)


def clause_at(passage: Passage, at: int, end: int) -> bool:
    """Whether a noun phrase and its verb begin there, an adverb or a time before them."""
    while at < end and passage.shape[at] in "aT":
        at += 1
    after = phrase_after(passage, at, end)
    return after is not None and _verb(passage, after, end)


def _verb(passage: Passage, at: int, end: int) -> bool:
    while at < end and passage.shape[at] in "an":
        at += 1
    return at < end and passage.shape[at] in "VEbhmd"


def _but(passage: Passage, at: int, end: int) -> bool:
    return passage.low[at] == "but" and passage.shape[at - 1] == ","


def _relative(passage: Passage, at: int, end: int) -> bool:
    return passage.shape[at] == "r" and passage.shape[at - 1] == ","


def _contrast(passage: Passage, at: int, end: int) -> bool:
    """Whether "while …" or "a day after …" follows a comma."""
    if passage.shape[at - 1] != ",":
        return False
    if passage.low[at] in ("while", "although", "though", "whereas"):
        return True
    ahead = passage.low[at + 1 : min(at + 4, end)]
    return passage.shape[at] in "D#N" and not {"after", "before"}.isdisjoint(ahead) and not _times().isdisjoint(ahead)


def _times() -> frozenset[str]:
    return word_lists()["time_nouns"]


def _circumstance(passage: Passage, at: int, end: int) -> bool:
    """A clause of time or reason, or a clause with "as"."""
    word = passage.low[at]
    if word == "as":
        after = phrase_after(passage, at + 1, end)
        return after is not None and _verb(passage, after, end)
    return word in ("while", "although", "though", "when", "after", "before", "because", "since")


def _venue(passage: Passage, at: int, end: int) -> bool:
    """A phrase like "in an interview", "at a rally"."""
    if passage.low[at] not in ("in", "during", "at", "on") or passage.shape[at + 1 : end][:1] not in ("D", "P"):
        return False
    return any(word in cue_book().lists["venue.places"] for word in passage.low[at + 1 : min(at + 5, end)])


def _aside(passage: Passage, at: int, end: int) -> bool:
    """A dash, a semicolon, or a comma and a preposition."""
    if passage.shape[at] == "p":
        return passage.shape[at - 1] == "," and passage.low[at] != "including"
    dash = passage.shape[at] == "-" and passage.tokens[at].start > passage.tokens[at - 1].end
    return dash or passage.shape[at] == ";"


def _semicolon(passage: Passage, at: int, end: int) -> bool:
    return passage.shape[at] == ";"


# Which tests stop which rule's content was settled one by one on 420 train articles of PolNeAR: a test is listed where
# more contents then overlapped their gold by half. Run that again for every rule if a test changes.
_STOPS: Mapping[str, tuple[Test, ...]] = {
    "clause": (_next_verb, _joined_clause, _contrast, _semicolon),
    "that": (_next_verb, _joined_clause, _contrast, _semicolon),
    "infinitive": (_participle, _joined_clause, _but, _contrast, _circumstance, _semicolon),
    "preposition": (_joined_clause, _but, _semicolon),
    "object": (
        _participle,
        _next_verb,
        _joined_verb,
        _joined_clause,
        _but,
        _relative,
        _contrast,
        _circumstance,
        _venue,
        _aside,
    ),
}
