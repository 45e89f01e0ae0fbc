"""When an event took place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.trigger import Trigger
from sayso.record.event import Occurrence
from sayso.record.reference import TimeReference
from sayso.record.report import Report
from sayso.record.statement import Statement
from sayso.record.when import Timex, TimexType

_FACTS = frozenset({Occurrence.HAPPENED, Occurrence.ONGOING})
_UNTIL = frozenset({"until", "till"})


class When:
    """Looks up times by the words they hang on; `references` has what each timex means, by its id."""

    def __init__(self, syntax: Syntax, timexes: Sequence[Timex], references: Mapping[str, TimeReference]) -> None:
        self._syntax = syntax
        self._references = references
        self._timed: dict[int, Timex] = {
            at: timex
            for timex in timexes
            for at in syntax.tokens_in(timex.words)
            if not syntax.is_a(at, "nmod:poss")
            and timex.type is not TimexType.SET
            and not (timex.value or "").endswith("_REF")
            and syntax.case(at) not in _UNTIL
        }
        self._published = _day_of(syntax.annotated.report)

    def of(
        self, trigger: Trigger, voice: Statement | None, cued: Statement | None, occurrence: Occurrence
    ) -> tuple[TimeReference | None, str]:
        """When, and how that was found: by the clause, or by when the statement was made that tells it as news.

        `cued` is the statement that the trigger itself makes ("accused"). What has happened did so before the report.
        """
        found, basis = self._when(trigger, voice, cued, occurrence)
        to_come = found is not None and occurrence in _FACTS and self._is_to_come(found)
        return (None, "") if to_come else (found, basis)

    def _is_to_come(self, time: TimeReference) -> bool:
        begins = time.range.earliest if time.range is not None else None
        return begins is not None and self._published is not None and begins[:10] > self._published

    def _when(
        self, trigger: Trigger, voice: Statement | None, cued: Statement | None, occurrence: Occurrence
    ) -> tuple[TimeReference | None, str]:
        if cued is not None and cued.said is not None:
            return cued.said, "said"
        start = self._syntax.tokens[trigger.at].start
        for root in self._syntax.clause_of(trigger.at):
            words = (
                at for at in self._syntax.within_clause(root) if at in self._timed and not self._of_noun(at, trigger)
            )
            found = [self._timed[at] for at in words if not self._when_said(at, voice)]
            dated = [timex for timex in found if timex.type in (TimexType.DATE, TimexType.TIME)]
            if dated:
                return self._references[min(dated, key=lambda timex: abs(timex.words.start - start)).id], "clause"
        alone = self._only_time(trigger, cued)
        if alone is not None:
            return alone, "clause"
        own = voice.said if voice is not None else None
        if own is not None and occurrence in _FACTS and self._as_news(trigger.at):
            return own, "said"
        return None, ""

    def _of_noun(self, at: int, trigger: Trigger) -> bool:
        """Whether a time tells which of several something is, not when this happened: "since a November truce"."""
        head = self._syntax.head(at)
        beside = head is not None and head not in self._timed and head not in trigger.words
        return beside and self._syntax.is_a(at, "compound", "amod") and self._syntax.tag(head or 0) == "NOUN"

    def _only_time(self, trigger: Trigger, cued: Statement | None) -> TimeReference | None:
        """The one time of the sentence that is told in the same voice, for what its main clause tells."""
        syntax = self._syntax
        verb = syntax.verb_of(trigger.at)
        joined = syntax.is_a(verb, "conj", "ccomp") and syntax.head(syntax.head(verb) or 0) is None
        if cued is None and syntax.head(verb) is not None and not joined:
            return None
        inside = {at for piece in cued.content for at in syntax.tokens_in(piece)} if cued else set()
        first, last = syntax.bounds(trigger.at)
        over = {trigger.at, *syntax.above(trigger.at)}
        found = {
            self._timed[at].id
            for at in range(first, last)
            if at in self._timed
            and at not in inside
            and syntax.verb_over(at) in over
            and self._timed[at].type in (TimexType.DATE, TimexType.TIME)
            and not self._when_said(at, trigger.voice)
        }
        return self._references[found.pop()] if len(found) == 1 else None

    def _when_said(self, at: int, voice: Statement | None) -> bool:
        """A time that tells when somebody spoke, not when it happened."""
        if voice is None:
            return False
        token = self._syntax.tokens[at]
        return not any(piece.start <= token.start < piece.end for piece in voice.content)

    def _as_news(self, at: int) -> bool:
        """Told in the perfect or the present: as of now."""
        syntax = self._syntax
        return bool(
            {syntax.low[one] for one in syntax.children(syntax.verb_of(at), "aux", "aux:pass")}
            & {"has", "have", "is", "are", "'ve", "'s", "'re"}
        )


def _day_of(report: Report) -> str | None:
    """The day a report was published, "2024-03-01"; None where it is not known."""
    stamp = report.furniture.first_published
    return stamp.value[:10] if stamp is not None and len(stamp.value) >= 10 else None
