"""How the words of a sentence hang together, as a tagger parsed them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.annotate.found import Piece
from sayso.record.annotation import Sentence, Word

_DEEPEST = 40
"""Words followed upwards or downwards at most: what hangs deeper is a mistake of the parser, or a circle."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The dependency trees of a report's sentences; tokens are given by number.

    `heads` gives for each token what it hangs on, None for the root of its sentence; `children` those that hang on it,
    in text order.
    """

    words: Sequence[Word]
    heads: Sequence[int | None]
    children: Sequence[Sequence[int]]

    @classmethod
    def of(cls, words: Sequence[Word], sentences: Sequence[Sentence]) -> Tree:
        """The trees of words; a head in another sentence is no head."""
        heads: list[int | None] = [None] * len(words)
        children: list[list[int]] = [[] for _ in words]
        for sentence in sentences if words else ():
            for at in range(*sentence.tokens):
                head = words[at].head
                if head is not None and head != at and sentence.tokens[0] <= head < sentence.tokens[1]:
                    children[head].append(at)
                    heads[at] = head
        return cls(words, heads, children)

    def hanging(self, at: int, *relations: str) -> Iterator[int]:
        """What hangs on `at` by one of these relations, whatever their subtype."""
        return (child for child in self.children[at] if self.words[child].relation.partition(":")[0] in relations)

    def stretch(self, at: int) -> Piece:
        """From the first to one past the last of the words that hang on `at`, itself included."""
        level, first, last = [at], at, at
        for _ in range(_DEEPEST):
            level = [child for one in level for child in self.children[one]]
            if not level:
                break
            first, last = min(first, *level), max(last, *level)
        return first, last + 1

    def subject(self, verb: int) -> int | None:
        """The head of a verb's subject, its own or that of the verb that it is joined to; None if it has none."""
        for _ in range(_DEEPEST):
            own = next(self.hanging(verb, "nsubj"), None)
            if own is not None:
                return own
            joined_to = self.heads[verb]
            if joined_to is None or self.words[verb].relation != "conj":
                return None
            verb = joined_to
        return None

    def above(self, at: int) -> Iterator[int]:
        """What `at` hangs on, and what that hangs on, up to the root."""
        for _ in range(_DEEPEST):
            head = self.heads[at]
            if head is None:
                return
            at = head
            yield at

    def path(self, at: int, head: int) -> tuple[str, ...] | None:
        """The relations by which `at` hangs on `head`, from below; None if it does not."""
        over = list(self.above(at))
        if head not in over:
            return None
        between = (at, *over[: over.index(head)])
        return tuple(self.words[one].relation.partition(":")[0] for one in between)

    def verb_in(self, tokens: range) -> int:
        """The first verb among some tokens that is no auxiliary; else the last of them."""
        return next((at for at in tokens if self.words[at].tag == "VERB"), tokens[-1])
