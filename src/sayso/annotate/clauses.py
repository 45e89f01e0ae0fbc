"""Attributions within the content of others, as the dependency tree has them: "said a manager had admitted that …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from sayso.annotate.bounds import with_bounds
from sayso.annotate.found import Piece
from sayso.annotate.passage import Passage
from sayso.annotate.sayers import can_speak
from sayso.annotate.tree import Tree
from sayso.annotate.verbs import CueGroup, Voice, cue_groups
from sayso.ontology.codebook import cue_book
from sayso.record.annotation import Attribution
from sayso.spans import Span

METHOD = "rule:tree@1"
_SURE = 0.7
"""Of an attribution that tree and verb show together; not measured, and as that of like rules."""
_BORROWED = (".shared", ".participle")


def with_clauses(passage: Passage, tree: Tree, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, in order of cues, with those that the tree shows inside the content of others."""
    if not tree.words:
        return tuple(found)
    reader = _Reader(passage, tree)
    mended = [reader.mended(one) for one in found]
    taken = {at for one in found for cue in one.cue for at in passage.tokens_in(cue)}
    said = {at for one in mended for piece in one.content for at in passage.tokens_in(piece)}
    groups = [group for group in cue_groups(passage) if group.head in said and taken.isdisjoint(_cue(group))]
    added = [one for group in groups if (one := reader.attribution(group))]
    return tuple(with_bounds(passage, tree, sorted((*mended, *added), key=lambda one: (*one.cue, *one.content)[0])))


def _cue(group: CueGroup) -> range:
    return range(group.first, group.last)


@dataclass(frozen=True, slots=True)
class _Reader:
    passage: Passage
    tree: Tree

    def attribution(self, group: CueGroup) -> Attribution | None:
        """What a verb of words says by the tree; None if nothing hangs on it, or nobody is there to say it."""
        if group.verb.lemma not in cue_book().lists["nested.parsed"]:
            return None
        content = self._content(group)
        subject = None if group.voice is Voice.PASSIVE else self._subject(group.head)
        told = content is not None or self._is_heard(group)
        if not told or (subject is None and group.voice is not Voice.PASSIVE):
            return None
        return Attribution(
            cue=(self.passage.span(group.first, group.last),),
            source=self.passage.span(*subject) if subject else None,
            content=(self.passage.span(*content),) if content else (),
            method=METHOD,
            confidence=_SURE,
        )

    def mended(self, one: Attribution) -> Attribution:
        """What a rule found, with subject and content as the tree has them, where the rule went beyond."""
        if not one.method.startswith("rule:") or not one.cue:
            return one
        verb = self.tree.verb_in(self.passage.tokens_in(one.cue[0]))
        content = tuple(piece for piece in (self._clause(one, verb, piece) for piece in one.content) if piece)
        source = self._source(one, verb)
        return msgspec.structs.replace(one, source=source, content=content) if content or not one.content else one

    def _source(self, one: Attribution, verb: int) -> Span | None:
        """The tree's subject, in place of that of another verb, or of one that takes in another verb."""
        subject = self._subject(verb) if one.source else None
        if one.source is None or subject is None:
            return one.source
        span = self.passage.span(*subject)
        if not can_speak(span.of(self.passage.report.text)):
            return one.source
        borrowed = one.method.partition("@")[0].endswith(_BORROWED) and not span.overlaps(one.source)
        beyond = one.source.covers(span) and not set(self.tree.above(verb)).isdisjoint(
            self.passage.tokens_in(one.source)
        )
        return span if borrowed or beyond else one.source

    def _clause(self, one: Attribution, verb: int, piece: Span) -> Span | None:
        """A piece of content after the verb without the clause that the verb hangs on, and without a bare "that"."""
        tokens = self.passage.tokens_in(piece)
        if len(tokens) == 1 and self.tree.words[tokens[0]].relation == "mark":
            return None
        that = one.method.startswith("rule:object") and self._that_clause(verb)
        if that and tokens[0] < that[0] < that[1] <= tokens[-1] + 1:
            return self.passage.span(*that)
        over = [at for at in self.tree.above(verb) if at in tokens]
        if tokens[0] < verb or not over:
            return piece
        first, last = self._plain((tokens[0], min(tokens[-1] + 1, self.tree.stretch(verb)[1])))
        return self.passage.span(first, last) if first < last <= min(over) else piece

    def _that_clause(self, verb: int) -> Piece | None:
        """The clause with "that" of a verb that tells of words."""
        pieces = (self._plain(self.tree.stretch(at)) for at in self.tree.hanging(verb, "ccomp"))
        return next((piece for piece in pieces if piece[0] > verb and self.passage.low[piece[0]] == "that"), None)

    def _subject(self, verb: int) -> Piece | None:
        """The subject's phrase, before the verb."""
        at = self.tree.subject(verb)
        if at is None or at > verb:
            return None
        first, last = self._plain(self.tree.stretch(at))
        return (first, min(last, verb)) if first < last else None

    def _content(self, group: CueGroup) -> Piece | None:
        """The clause that hangs on the verb and follows it."""
        for at in self.tree.hanging(group.head, "ccomp", "xcomp", "advcl"):
            first, last = self._plain(self.tree.stretch(at))
            if first >= group.last and at < self.passage.last_of(group.head) and self._is_told(group, at, first):
                return first, last
        return None

    def _is_heard(self, group: CueGroup) -> bool:
        """Whether the verb tells that somebody was spoken to, and needs not tell what was said: "warned the board"."""
        if group.verb.lemma not in cue_book().lists["nested.hearer"]:
            return False
        hearers = (at for at in self.tree.hanging(group.head, "obj", "iobj", "obl") if at > group.head)
        cases = {at: {self.passage.low[one] for one in self.tree.hanging(at, "case")} for at in hearers}
        return any(not case or case == {"to"} for case in cases.values())

    def _is_told(self, group: CueGroup, at: int, first: int) -> bool:
        """Whether a clause tells what is said: one with "that", or, after verbs that take it, a bare one or "to"."""
        relation, opener = self.tree.words[at].relation, self.passage.low[first]
        if opener in ("that", "whether"):
            return True
        if relation == "ccomp":
            takes = not {"clause", "that", "quote"}.isdisjoint(group.verb.takes)
            return takes and next(self.tree.hanging(at, "nsubj"), None) is not None
        passive = group.voice is Voice.PASSIVE
        hangs = (relation == "xcomp" and "infinitive" in group.verb.takes) or passive
        return hangs and opener == "to"

    def _plain(self, piece: Piece) -> Piece:
        """The piece without marks at its ends."""
        first, last = piece
        while first < last and not self.passage.low[first][0].isalnum():
            first += 1
        while first < last and not self.passage.low[last - 1][-1].isalnum():
            last -= 1
        return first, last
