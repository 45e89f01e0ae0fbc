"""Attributions that are none: words that attribute nothing, and what somebody says of their own saying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.annotate.passage import Passage
from sayso.ontology.codebook import VerbForm, cue_book
from sayso.record.annotation import Attribution

_PLAIN = 0.3
"""From this confidence on a tagger is believed that a cue is one, though no word of it is known as such: at a
bar of 0.42 half of those left out were none (PolNeAR's development part), and it cost more there than it gained."""
_DEED = 0.9
"""The same where a word of it tells of a deed: "sentenced", "arrested"."""
_ASKING = frozenset({"what", "who", "how", "why", "where", "when"})
_HELD = frozenset({"had", "have", "has", "'ve", "did", "'d"})
_SELF = frozenset({"i", "we"})


def without_rejected(passage: Passage, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions but those that attribute nothing."""
    inside = _within(found)
    return tuple(one for number, one in enumerate(found) if not _is_none(passage, one, nested=number in inside))


def _within(found: Sequence[Attribution]) -> set[int]:
    """The numbers of those whose cue lies in the content of another."""
    pieces = sorted((piece.start, piece.end) for one in found for piece in one.content)
    reach, inside = 0, set()
    queue = sorted((one.cue[0].start, one.cue[0].end, number) for number, one in enumerate(found) if one.cue)
    at = 0
    for start, end, number in queue:
        while at < len(pieces) and pieces[at][0] <= start:
            reach = max(reach, pieces[at][1])
            at += 1
        if reach >= end:
            inside.add(number)
    return inside


def _is_none(passage: Passage, one: Attribution, *, nested: bool) -> bool:
    source = [passage.low[at] for at in passage.tokens_in(one.source)] if one.source else []
    if nested and (source[:1] == ["nobody"] or source[:2] == ["no", "one"]):
        return True
    if nested and len(source) == 1 and source[0] in _SELF and _is_now(passage, one):
        return True
    content = [passage.low[at] for piece in one.content for at in passage.tokens_in(piece)]
    if len(content) == 1 and content[0] in _ASKING:
        return True
    lists = cue_book().lists
    recalling = not lists["rejected.calling_back"].isdisjoint(_cue(passage, one))
    if recalling and not lists["rejected.called_back"].isdisjoint(content):
        return True
    return one.method.startswith("tagger") and one.confidence < _bar(passage, one)


def _is_now(passage: Passage, one: Attribution) -> bool:
    """Whether somebody says what they do in saying it: "I believe", "we demand", but not "I told them"."""
    words = [passage.low[at] for at in passage.tokens_in(one.cue[0])] if one.cue else []
    forms = {form for word in words for _, form in cue_book().verbs.get(word, ())}
    return bool(forms) and _HELD.isdisjoint(words) and not forms & {VerbForm.PAST, VerbForm.PARTICIPLE}


def _cue(passage: Passage, one: Attribution) -> set[str]:
    return {passage.low[at] for cue in one.cue for at in passage.tokens_in(cue)}


def _bar(passage: Passage, one: Attribution) -> float:
    """How sure a tagger must be of the cue."""
    if not cue_book().lists["rejected.deeds"].isdisjoint(_cue(passage, one)):
        return _DEED
    return 0.0 if any(_known(passage, one)) else _PLAIN


def _known(passage: Passage, one: Attribution) -> Iterator[bool]:
    """Of each word of the cue, whether it is known to attribute."""
    book = cue_book()
    for cue in one.cue:
        for at in passage.tokens_in(cue):
            word = passage.low[at]
            yield word in book.verbs or word in book.nouns or word == "according" or not word[0].isalnum()
    yield not one.cue
