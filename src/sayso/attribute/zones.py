"""The zones of a sentence around one attribution, in numbers of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.attribute.nearby import Nearby, Tokens
from sayso.ontology.codebook import cue_book, word_lists
from sayso.record.annotation import Attribution, Token
from sayso.spans import Span

if TYPE_CHECKING:
    from sayso.attribute.neighbourhoods import Neighbourhoods

_LEAD = 14
"""Tokens at the beginning of a content in which an addressee, a venue or a time may still stand."""
_NO_CUE = frozenset({"be", "have", "do"})


class Zones:
    """The zones of one attribution, in numbers of tokens."""

    def __init__(self, hoods: Neighbourhoods, number: int) -> None:
        self._tokens = hoods.annotated.tokens
        self._touching = hoods.touching
        self._number = number
        one = hoods.attributions[number]
        self._one = one
        self._family = {number, *hoods.around(number)}
        self._cue = hoods.range_of(one.cue[0])
        self._own = {at for span in (*one.cue, *one.content, *self._sources(one)) for at in hoods.range_of(span)}
        self._content = {at for span in one.content for at in hoods.range_of(span)}
        self._source = hoods.range_of(one.source) if one.source else range(0)
        sentence = hoods.annotated.sentences[hoods.sentence_of(one.cue[0].start)]
        self._first, self._last = self._bounds(hoods, *sentence.tokens)
        self._hoods = hoods

    @staticmethod
    def _sources(one: Attribution) -> list[Span]:
        return [one.source] if one.source else []

    def _bounds(self, hoods: Neighbourhoods, first: int, last: int) -> tuple[int, int]:
        """The sentence, or as much of it as the attribution around this one holds."""
        outer = hoods.outer[self._number]
        if outer is None:
            return first, last
        piece = next(
            piece
            for piece in hoods.attributions[outer].content
            if piece.covers(hoods.attributions[self._number].cue[0])
        )
        inside = hoods.range_of(piece)
        return max(first, inside.start), min(last, inside.stop)

    def nearby(self) -> Nearby:
        head = _head(self._tokens, self._cue)
        after = self._after(head + 1)
        lead, opener = self._inside(after[-1] + 1 if after else max(head + 1, self._cue.stop))
        return Nearby(
            verb=self._tokens[head],
            after=self._given(after),
            inside=lead,
            opener=opener,
            end=self._given(self._end()),
            before=self._given(self._before()),
            lead=self._given(self._lead()),
            between=self._given(self._between()),
            early=self._given(range(self._cue.start, head)),
            source=tuple(self._tokens[at] for at in self._source),
            postposed=bool(self._content) and max(self._content) < self._cue.start,
        )

    def _given(self, numbers: Sequence[int]) -> Tokens:
        return tuple(self._tokens[at] for at in numbers if at not in self._source)

    def _free(self, at: int) -> bool:
        """Whether no other attribution has the token, but those around this one."""
        return all(number in self._family for number in self._touching[at])

    def _after(self, at: int) -> list[int]:
        found: list[int] = []
        while at < self._last and at not in self._content and self._free(at) and not self._is_relative(at):
            found.append(at)
            at += 1
        return found

    def _is_relative(self, at: int) -> bool:
        word = self._tokens[at].text.lower()
        return at not in self._source and (word in word_lists()["relatives"] or word in ("where", "when"))

    def _inside(self, at: int) -> tuple[Tokens, str]:
        """The beginning of a content that follows at once, and what ends it."""
        found: list[Token] = []
        while at in self._content and at < self._last:
            word = self._tokens[at].text.lower()
            if self._opens_clause(at) and not (word == "to" and not found):
                return tuple(found), self._opener(at)
            if len(found) == _LEAD:
                return tuple(found), ""
            found.append(self._tokens[at])
            at += 1
        return tuple(found), "."

    def _opener(self, at: int) -> str:
        """The word that opens the clause; "to be" for what is to be done, and by nobody who is named."""
        words = [token.text.lower() for token in self._tokens[at : at + 2]]
        return "to be" if words == ["to", "be"] else words[0]

    def _opens_clause(self, at: int) -> bool:
        word = self._tokens[at].text.lower()
        mark = not (word[0].isalnum() or word in ("'s", "\u2019s", "-"))
        return mark or (word in _openers() and not (word == "of" and self._of_noun(at)))

    def _of_noun(self, at: int) -> bool:
        """Whether "of" goes on with a phrase ("members of"), and is not what one is accused of."""
        doing = at + 1 < len(self._tokens) and self._tokens[at + 1].text.lower().endswith("ing")
        pointed = self._tokens[at - 1].text.lower() in word_lists()["objects"]
        return at - 1 in self._content and not doing and not pointed

    def _end(self) -> list[int]:
        later = [at for at in self._content if self._cue.stop <= at < self._last]
        return self._until_joined(self._after_own(max(later) + 1)) if later else []

    def _after_own(self, at: int) -> list[int]:
        found = []
        while at < self._last and at not in self._own and self._free(at):
            found.append(at)
            at += 1
        return found

    def _until_joined(self, numbers: list[int]) -> list[int]:
        """Up to the next clause."""
        for place, at in enumerate(numbers):
            word = self._tokens[at].text.lower()
            if word == ";" or word in word_lists()["conjunctions"] or word in word_lists()["relatives"]:
                return numbers[:place]
        return numbers

    def _before(self) -> list[int]:
        first = self._after_semicolon()
        if not self._opens(first):
            return []
        at = first
        while at < self._last and at not in self._own and self._free(at):
            at += 1
        joined = at > first and self._tokens[at - 1].text.lower() in _joining()
        return [] if joined else list(range(first, at))

    def _after_semicolon(self) -> int:
        """Where the clause of source and cue begins, as far as semicolons tell."""
        before = range(self._first, min(self._own, default=self._first))
        return next((at + 1 for at in reversed(before) if self._tokens[at].text == ";"), self._first)

    def _opens(self, first: int) -> bool:
        """Whether no other source speaks before this one in its clause, which begins at `first`."""
        before = {number for at in range(first, self._cue.start) for number in self._touching[at]} - self._family
        others = (self._hoods.attributions[number] for number in before)
        mine = self._one
        return all(one.source == mine.source or not one.cue or one.cue[0].start > mine.cue[0].start for one in others)

    def _lead(self) -> list[int]:
        """What stands right before source or cue, back to a comma or a conjunction."""
        start = self._cue.start
        if self._source and self._source.stop <= start and self._adjoins(self._source.stop, start):
            start = self._source.start
        at = start - 1
        if at >= self._first and self._tokens[at].text == ",":
            at -= 1
        stop = at
        while at >= self._first and at not in self._own and self._free(at) and self._is_plain(at):
            at -= 1
        return list(range(at + 1, stop + 1))

    def _adjoins(self, first: int, last: int) -> bool:
        return all(at not in self._content and self._free(at) for at in range(first, last))

    def _is_plain(self, at: int) -> bool:
        word = self._tokens[at].text.lower()
        return (word[0].isalnum() or word in ("'s", "\u2019s", "-")) and word not in word_lists()["conjunctions"]

    def _between(self) -> list[int]:
        """From the source to the cue, where nothing but an aside or a time stands between them."""
        if not self._source or self._source.stop > self._cue.start:
            return []
        numbers = self._past_relative(range(self._source.stop, self._cue.start))
        words = {self._tokens[at].text.lower() for at in numbers}
        plain = self._adjoins(self._source.stop, self._cue.start)
        return list(numbers) if plain and not words & word_lists()["conjunctions"] else []

    def _past_relative(self, numbers: range) -> range:
        """What is left after a clause about the source: "on Sunday" of "Lind, who left in May, on Sunday said"."""
        words = [self._tokens[at].text.lower() for at in numbers]
        if word_lists()["relatives"].isdisjoint(words):
            return numbers
        closes = max((at for at, word in enumerate(words) if word == ","), default=0)
        return numbers[closes + 1 :] if closes > 1 else numbers[:0]


@cache
def _joining() -> frozenset[str]:
    """Words after which a clause begins that has nothing to do with the one before."""
    lists = word_lists()
    return lists["conjunctions"] | lists["relatives"] | lists["subordinators"] | {"that"}


@cache
def _openers() -> frozenset[str]:
    return word_lists()["clause_openers"] | word_lists()["subjects"] | {"that", "to", "against", "about", "of"}


def _head(tokens: Sequence[Token], cue: range) -> int:
    """The first verb of a cue that is no auxiliary; else its last token."""
    for at in cue:
        verbs = cue_book().verbs.get(tokens[at].text.lower(), ())
        if any(verb.lemma.split()[0] not in _NO_CUE for verb, _ in verbs):
            return at
    return cue[-1] if cue else 0
