"""Attributions put right where they go beyond what block and sentence allow."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.annotate.passage import Passage
from sayso.annotate.tree import Tree
from sayso.record.annotation import Attribution
from sayso.record.report import BlockKind
from sayso.spans import Span, trimmed

_YEAR = 4
"""Digits."""
_SPANS = frozenset({"days", "weeks", "months", "years", "hours"})
_LATELY = frozenset({"recent", "past", "last", "few", "several"})
_INSIDE = frozenset({"within", "among", "amongst"})
"""Spans of time and what stands before them, and prepositions: words that a source does not begin with."""
_BEARING = {"blamed": ("on", "for"), "accused": ("of",), "suspected": ("of",), "charged": ("with",)}
"""Participles that are passive where one of these words follows, since they have no object then."""
_ARTICLES = frozenset({"the", "a", "an"})
_DETERMINERS = frozenset({"the", "a", "an", "both", "its", "his", "her", "their", "several", "some"})


def repaired(passage: Passage, tree: Tree, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, sources and contents without what is not theirs, in their sentence, heading or paragraph."""
    own = (_without_accused(passage, _own_source(passage, tree, _named_source(passage, tree, one))) for one in found)
    whole = (_bare_source(passage, one) for one in own)
    told = (_told_before(passage, _clause_before(passage, tree, one)) for one in whole)
    return [_within_block(passage, _without_source(passage, one)) for one in told]


def _without_accused(passage: Passage, one: Attribution) -> Attribution:
    """Without a source that bears the accusation: "blasts blamed on Pyongyang", "the guards, accused of fraud"."""
    cue = passage.tokens_in(one.cue[-1]) if one.cue else range(0)
    if one.source is None or not cue or one.source.start > one.cue[-1].start:
        return one
    verb = next((at for at in cue if passage.low[at] in _BEARING and at + 1 < len(passage.low)), None)
    if verb is None or passage.low[verb + 1] not in _BEARING[passage.low[verb]]:
        return one
    return msgspec.structs.replace(one, source=None)


def _bare_source(passage: Passage, one: Attribution) -> Attribution:
    """Without a time or a preposition before a source: "In 2009 [the two states] agreed", "within [the party]"."""
    at = passage.tokens_in(one.source) if one.source is not None else range(0)
    if one.source is None or len(at) < 2:
        return one
    year = len(passage.low[at[0]]) == _YEAR and passage.low[at[0]].isdecimal()
    inside = passage.low[at[0]] in _INSIDE
    lately = at[0] > 0 and passage.low[at[0]] in _SPANS and passage.low[at[0] - 1] in _LATELY
    if not inside and not lately and not (year and passage.low[at[1]] in _DETERMINERS):
        return one
    return msgspec.structs.replace(one, source=Span(passage.tokens[at[1]].start, one.source.end))


def _named_source(passage: Passage, tree: Tree, one: Attribution) -> Attribution:
    """With the noun taken for part of the cue, where an article is all of the source: "the", "Kremlin said"."""
    at = passage.tokens_in(one.source) if one.source is not None else range(0)
    cue = passage.tokens_in(one.cue[0]) if one.cue else range(0)
    if one.source is None or len(at) != 1 or passage.low[at[0]] not in _ARTICLES or not cue or not tree.words:
        return one
    verb = next((each for each in cue if tree.words[each].tag in ("VERB", "AUX")), None)
    if cue[0] != at[0] + 1 or verb is None or verb == cue[0]:
        return one
    source = Span(one.source.start, passage.tokens[verb - 1].end)
    said = Span(passage.tokens[verb].start, one.cue[0].end)
    return msgspec.structs.replace(one, source=source, cue=(said, *one.cue[1:]))


def _own_source(passage: Passage, tree: Tree, one: Attribution) -> Attribution:
    """With the subject of its own sentence, where a source of a later sentence was taken for a cue with a content."""
    if one.source is None or not one.cue or not one.content or not tree.words:
        return one
    verb = tree.verb_in(passage.tokens_in(one.cue[0]))
    beyond = passage.tokens[passage.last_of(verb) - 1].end
    if one.source.start < beyond or one.content[0].start >= beyond:
        return one
    subjects = (tree.subject(at) for at in (verb, *tree.above(verb)))
    subject = next((at for at in subjects if at is not None and at < verb), None)
    source = passage.span(*tree.stretch(subject)) if subject is not None else None
    return msgspec.structs.replace(one, source=source)


def _told_before(passage: Passage, one: Attribution) -> Attribution:
    """With the sentence up to a source that was taken for the content, too: "…, the ministers announced"."""
    if one.source is None or not one.cue or one.content != (one.source,):
        return one
    first = passage.first_of(passage.tokens_in(one.source)[0])
    start = passage.tokens[first].start
    if one.source.start <= start or one.cue[0].start < one.source.end:
        return one
    told = trimmed(Span(start, one.source.start), passage.report.text, " ,\n")
    return msgspec.structs.replace(one, content=(told,)) if told else one


def _clause_before(passage: Passage, tree: Tree, one: Attribution) -> Attribution:
    """With the clause that the content only explains a noun of: "Troops took Sudzha, [the largest town], [it] said"."""
    if len(one.content) != 1 or one.source is None or not one.cue or not tree.words:
        return one
    (piece,) = one.content
    inside, after = passage.tokens_in(piece), min(one.source.start, one.cue[0].start)
    if not inside or piece.end > after or passage.report.text[piece.end : after].strip() != ",":
        return one
    first = passage.first_of(inside[0])
    before = range(first, inside[0])
    parted = len(before) > 1 and passage.low[before[-1]] == "," and all(passage.quoted[at] < 0 for at in before)
    if not parted or _has_subject(tree, inside) or not _has_subject(tree, before):
        return one
    return msgspec.structs.replace(one, content=(Span(passage.tokens[first].start, piece.end),))


def _has_subject(tree: Tree, tokens: range) -> bool:
    """Whether any verb there has one."""
    verbs = (at for at in tokens if tree.words[at].tag in ("VERB", "AUX"))
    return any(True for at in verbs for _ in tree.hanging(at, "nsubj"))


def _without_source(passage: Passage, one: Attribution) -> Attribution:
    """Without the source at the head of a further piece of the content: "[Nobody agrees], says [its founder]"."""
    source = one.source
    if source is None or len(one.content) < 2 or not any(piece.start == source.start for piece in one.content):
        return one
    beyond = (piece for piece in one.content if piece.start != source.start or piece.end > source.end)
    cut = (Span(source.end, piece.end) if piece.start == source.start else piece for piece in beyond)
    kept = (trimmed(piece, passage.report.text, " ,\n") for piece in cut)
    return msgspec.structs.replace(one, content=tuple(piece for piece in kept if piece))


def _within_block(passage: Passage, one: Attribution) -> Attribution:
    """Without what a heading's content goes on with in the next block, or what is not quoted of another paragraph."""
    if not one.cue or not passage.tokens_in(one.cue[0]):
        return one
    at = passage.tokens_in(one.cue[0])[0]
    kind, last = passage.block_kind(at), passage.block_last(at)
    end = passage.tokens[last - 1].end
    if kind in (BlockKind.HEADLINE, BlockKind.HEADING):
        kept = [Span(piece.start, min(piece.end, end)) for piece in one.content if piece.start < end]
    else:
        kept = _within_paragraph(passage, one.content, passage.block_first(at), last)
    return one if kept == list(one.content) else msgspec.structs.replace(one, content=tuple(kept))


def _within_paragraph(passage: Passage, content: Sequence[Span], first: int, last: int) -> list[Span]:
    """The parts of a content in the cue's paragraph, whose tokens are given, and what is quoted of others.

    All of it where nothing is left.
    """
    start, end = passage.tokens[first].start, passage.tokens[last - 1].end
    kept = []
    for piece in content:
        tokens = passage.tokens_in(piece)
        outside = piece.end <= start or piece.start >= end
        if outside and tokens and passage.quoted[tokens[0]] < 0:
            continue
        begins = piece.start < start < piece.end and passage.quoted[first] < 0 and passage.quoted[first - 1] < 0
        stops = piece.start < end < piece.end and passage.quoted[last] < 0 and passage.quoted[last - 1] < 0
        kept.append(Span(start if begins else piece.start, end if stops else piece.end))
    return kept or list(content)
