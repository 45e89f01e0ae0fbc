"""Interviews with "Q:" and "A:": the answers are those of whom the text before them introduced."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.found import Found, Piece
from sayso.annotate.passage import Passage
from sayso.annotate.shared import sentence_subject

_ASKED = frozenset({"q", "question"})
_ANSWERED = frozenset({"a", "answer"})


def answers_in(passage: Passage) -> list[Found]:
    """What follows "A:" at the beginning of a block, from the first question on."""
    speaker: Piece | None = None
    asked = False
    found = []
    for first, last in _blocks(passage):
        label = passage.low[first] if passage.shape[first + 1 : first + 2] == ":" else ""
        asked = asked or label in _ASKED
        if not asked:
            speaker = _better(passage, speaker, _introduced(passage, first, last))
        elif label in _ANSWERED and speaker and first + 2 < last:
            cue, content = (first, first + 2), (first + 2, last)
            found.append(Found(cue, speaker, (content,), "transcript", ":", first, direct=True))
    return found


def _better(passage: Passage, known: Piece | None, found: Piece | None) -> Piece | None:
    """Of two who may be interviewed, the one whose name the report has more often; of equals the later."""
    if known is None or found is None:
        return found or known
    names = [passage.low[_name_in(passage, piece)] for piece in (found, known)]
    return found if passage.low.count(names[0]) >= passage.low.count(names[1]) else known


def _name_in(passage: Passage, piece: Piece) -> int:
    """The last word with a capital of the first name in a phrase: "Duarte" of "Ana Duarte, mayor of Tijuana"."""
    first = passage.shape.index("M", *piece)
    while first + 1 < piece[1] and passage.shape[first + 1] == "M":
        first += 1
    return first


def _blocks(passage: Passage) -> Iterator[Piece]:
    number = 0
    while number < len(passage.sentences):
        first = passage.sentences[number].tokens[0]
        last = passage.block_last(first)
        yield first, last
        while number < len(passage.sentences) and passage.sentences[number].tokens[0] < last:
            number += 1


def _introduced(passage: Passage, first: int, last: int) -> Piece | None:
    """The first of a block's subjects that ends with a name."""
    at = first
    while at < last:
        end = min(passage.last_of(at), last)
        subject = sentence_subject(passage, at, end)
        if subject and "M" in passage.shape[slice(*subject)]:
            return subject
        at = end
    return None
