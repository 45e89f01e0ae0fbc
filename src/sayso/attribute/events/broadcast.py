"""The voices of a broadcast's own people: who presents it, and who reports for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from sayso.attribute.events.syntax import Syntax
from sayso.ontology.codebook import cue_book
from sayso.record.statement import Statement

_REPORTERS = frozenset({"correspondent", "reporter"})
_REPORTS = frozenset({"reports", "reporting", "reported"})


class Broadcast:
    """Tells the turns of a broadcast's own people from those of its guests."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax

    def speaks(self, statement: Statement) -> bool:
        """Whether a statement is a turn of one of them, and so the report's own voice."""
        if statement.source is None or [cue.text for cue in statement.cue] != [":"]:
            return False
        label = statement.source.words.text.split()[-1].lower()
        return label in cue_book().lists["layout.labels"] or label in self._correspondents

    @cached_property
    def _correspondents(self) -> frozenset[str]:
        """Last names, in small letters."""
        return frozenset(self._introduced())

    def _introduced(self) -> Iterator[str]:
        syntax = self._syntax
        for name in syntax.annotated.names:
            at = syntax.tokens_in(name)
            if name.label == "person" and at and (self._ours(at[0]) or self._on_the_spot(at[-1] + 1)):
                yield syntax.low[at[-1]]

    def _ours(self, first: int) -> bool:
        """After "our correspondent"."""
        before = self._syntax.low[max(0, first - 4) : first]
        return "our" in before and bool(_REPORTERS & set(before))

    def _on_the_spot(self, after: int) -> bool:
        """Before "reports", or "is in Taftan" in the turn of one who presents."""
        low = self._syntax.low
        if low[after : after + 2] == ["is", "in"]:
            return self._presented(after)
        return low[after : after + 1] != [] and low[after] in _REPORTS and low[after + 1 : after + 2] == ["."]

    def _presented(self, at: int) -> bool:
        sentences = self._syntax.annotated.sentences
        block = sentences[self._syntax.sentence[at]].block
        first = next(one.tokens[0] for one in sentences if one.block == block)
        label, colon = (*self._syntax.low[first : first + 2], "", "")[:2]
        return colon == ":" and label in cue_book().lists["layout.labels"]
