"""Where and when an event took place, and by what means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from sayso.attribute.events.company import Company
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.trigger import Trigger
from sayso.ontology.plover.agents import is_human
from sayso.ontology.plover.forms import noun_lemma
from sayso.ontology.plover.frames import word_sets
from sayso.record.event import Occurrence
from sayso.record.place import Place, ToponymRole
from sayso.record.reference import TimeReference
from sayso.record.report import Report
from sayso.record.statement import Statement
from sayso.record.when import Timex, TimexType
from sayso.spans import Span

_WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "outside",
        "inside",
        "across",
        "around",
        "along",
        "from",
        "into",
        "to",
        "over",
        "off",
        "throughout",
        "north of",
        "south of",
        "east of",
        "west of",
        "through",
        "within",
        "towards",
        "toward",
        "above",
        "between",
        "beside",
    }
)
_AT_SITE = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "on",
        "off",
        "behind",
        "in front of",
        "opposite",
        "around",
        "along",
        "above",
    }
)
_FACTS = frozenset({Occurrence.HAPPENED, Occurrence.ONGOING})
_UNTIL = frozenset({"until", "till"})
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})
"""Types of what is done with words: only a place that hangs on the word itself tells where.

On the reports of the benchmark two of fifteen others were right.
"""
_UNPLACED = frozenset({"AGREE", "SANCTION"})
"""Types for which a place elsewhere in the sentence tells nothing."""


class Surroundings:
    """Looks up places and times by the words they hang on."""

    def __init__(
        self, syntax: Syntax, company: Company, timexes: tuple[Timex, ...], references: dict[str, TimeReference]
    ) -> None:
        self._syntax = syntax
        self._company = company
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

    def place_of(self, trigger: Trigger) -> Place | None:
        """The literal place nearest to the trigger in its clause, else the only one of its sentence."""
        taken = self._of_source(trigger) | {
            one.head
            for one in (*trigger.actors, *trigger.recipients)
            if one.place is not None and one.is_a("state") and one.head not in self._recipients(trigger)
        }
        if trigger.frame.type in _SPOKEN:
            return self._nearest(self._syntax.children(trigger.at, "obl", "nmod"), trigger, taken)
        for root in self._roots(trigger):
            found = self._nearest(self._clause(root), trigger, taken)
            if found is not None:
                return found
        named = [
            place
            for one in trigger.recipients
            if (place := self._company.place_at(one.head)) is not None and place.role is ToponymRole.LITERAL
        ]
        if named and trigger.frame.type in ("ASSAULT", "CONSULT"):
            return named[0]
        return None if trigger.frame.type in _UNPLACED else self._alone(trigger)

    def site_of(self, trigger: Trigger) -> Span | None:
        """What stands in the trigger's clause as where it happened, though it is no name: "outside the town hall"."""
        syntax = self._syntax
        taken = self._of_source(trigger) | {one.head for one in (*trigger.actors, *trigger.recipients)}
        for at in syntax.children(trigger.at, "obl", "nmod"):
            site = noun_lemma(syntax.low[at]) in word_sets()["sites"] and at not in taken
            if site and syntax.case(at) in _AT_SITE and not syntax.children(at, "acl:relcl"):
                return syntax.phrase(at)
        return None

    def _nearest(self, words: Iterable[int], trigger: Trigger, taken: Set[int]) -> Place | None:
        found = [at for at in words if self._is_where(at) and at not in taken]
        return self._company.place_at(min(found, key=lambda at: (abs(at - trigger.at), at))) if found else None

    def _of_source(self, trigger: Trigger) -> set[int]:
        """The words for who tells it: where they are tells nothing of where it happened."""
        source = trigger.voice.source if trigger.voice is not None else None
        return set(self._syntax.tokens_in(source.words)) if source is not None else set()

    def _alone(self, trigger: Trigger) -> Place | None:
        """The only literal place of a sentence, if it stands in the clause of the trigger or in one above that."""
        syntax, apart = self._syntax, self._of_source(trigger)
        tokens = range(*syntax.annotated.sentences[syntax.sentence[trigger.at]].tokens)
        heads = [at for at in tokens if at not in apart and self._is_where(at)]
        literal = {place.id: place for at in heads if (place := self._company.place_at(at)) is not None}
        over = {trigger.at, *syntax.above(trigger.at)}
        near = any(self._verb_over(at) in over for at in heads)
        return next(iter(literal.values())) if len(literal) == 1 and near else None

    def _verb_over(self, at: int) -> int | None:
        return next((above for above in self._syntax.above(at) if self._syntax.tag(above) == "VERB"), None)

    def _recipients(self, trigger: Trigger) -> set[int]:
        return {one.head for one in trigger.recipients}

    def _is_where(self, at: int) -> bool:
        place = self._company.place_at(at)
        if place is None or place.role is not ToponymRole.LITERAL:
            return False
        head = self._syntax.head(at)
        if self._syntax.case(at) == "of" and head is not None:
            return noun_lemma(self._syntax.low[head]) in word_sets()["places"] and self._syntax.case(head) in _WHERE
        return self._syntax.case(at) in _WHERE and not self._of_people(at)

    def _of_people(self, at: int) -> bool:
        """Whether it tells whence somebody is, or where to they are sent: "a lawyer from Galle", "envoy to Lima"."""
        head = self._syntax.head(at)
        theirs = self._syntax.case(at) in ("from", "to") and self._syntax.is_a(at, "nmod")
        return theirs and head is not None and is_human(self._syntax.low[head])

    def _roots(self, trigger: Trigger) -> Iterator[int]:
        """The trigger, then the verb of its clause."""
        yield trigger.at
        for above in self._syntax.above(trigger.at):
            yield above
            if self._syntax.tag(above) == "VERB":
                return

    def _clause(self, root: int) -> Iterator[int]:
        """What hangs on the root without another clause between."""
        waiting, met = [root], {root}
        while waiting:
            at = waiting.pop()
            yield at
            for child in self._syntax.children(at):
                if child not in met and not self._syntax.is_a(
                    child, "ccomp", "advcl", "acl:relcl", "parataxis", "conj", "nsubj", "csubj"
                ):
                    met.add(child)
                    waiting.append(child)

    def time_of(
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
        for root in self._roots(trigger):
            found = [
                self._timed[at] for at in self._clause(root) if at in self._timed and not self._when_said(at, voice)
            ]
            dated = [timex for timex in found if timex.type in (TimexType.DATE, TimexType.TIME)]
            if dated:
                return self._references[
                    min(dated, key=lambda timex: abs(timex.words.start - self._syntax.tokens[trigger.at].start)).id
                ], "clause"
        alone = self._only_time(trigger, cued)
        if alone is not None:
            return alone, "clause"
        own = self.voice_time(trigger.at, voice)
        if own is not None and occurrence in _FACTS and self._as_news(trigger.at):
            return own, "said"
        return None, ""

    def _only_time(self, trigger: Trigger, cued: Statement | None) -> TimeReference | None:
        """The one time of the sentence that is told in the same voice, for what its main clause tells."""
        syntax = self._syntax
        verb = next((one for one in (trigger.at, *syntax.above(trigger.at)) if syntax.tag(one) == "VERB"), trigger.at)
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
            and self._verb_over(at) in over
            and self._timed[at].type in (TimexType.DATE, TimexType.TIME)
            and not self._when_said(at, trigger.voice)
        }
        return self._references[found.pop()] if len(found) == 1 else None

    def voice_time(self, at: int, voice: Statement | None) -> TimeReference | None:
        """When the statement was made that tells of the event."""
        return voice.said if voice is not None and voice.said is not None else None

    def _when_said(self, at: int, voice: Statement | None) -> bool:
        """A time that tells when somebody spoke, not when it happened."""
        if voice is None:
            return False
        token = self._syntax.tokens[at]
        return not any(piece.start <= token.start < piece.end for piece in voice.content)

    def _as_news(self, at: int) -> bool:
        """Told in the perfect or the present: as of now."""
        syntax = self._syntax
        verb = next((one for one in (at, *syntax.above(at)) if syntax.tag(one) == "VERB"), at)
        return bool(
            {syntax.low[one] for one in syntax.children(verb, "aux", "aux:pass")}
            & {"has", "have", "is", "are", "'ve", "'s", "'re"}
        )

    def instruments_of(self, trigger: Trigger) -> list[int]:
        """What it was done with: "with knives", "in a drone strike", "using rockets"."""
        syntax = self._syntax
        if trigger.frame.type not in ("ASSAULT", "PROTEST", "COERCE"):
            return []
        found = [
            one
            for one in syntax.children(trigger.at, "obl", "nmod")
            if syntax.case(one) in ("with", "by", "from", "in") and _weapon(syntax.low[one])
        ]
        for verb in syntax.children(trigger.at, "advcl", "acl"):
            if syntax.low[verb] in ("using", "armed", "wielding", "brandishing"):
                found += [one for one in syntax.children(verb, "obj", "obl") if _weapon(syntax.low[one])]
        subjects = syntax.children(trigger.at, "nsubj") if not syntax.passive(trigger.at) else []
        found += [
            one for one in subjects if _weapon(syntax.low[one]) and one not in {who.head for who in trigger.actors}
        ]
        return list(dict.fromkeys(found))


def _day_of(report: Report) -> str | None:
    """The day a report was published, "2024-03-01"; None where it is not known."""
    stamp = report.furniture.first_published
    return stamp.value[:10] if stamp is not None and len(stamp.value) >= 10 else None


def _weapon(word: str) -> bool:
    lemma = noun_lemma(word)
    return any(
        lemma in word_sets()[name] for name in ("missiles", "drones", "bombs", "instruments", "warplanes", "stones")
    )
