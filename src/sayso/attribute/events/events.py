"""The events of a report, each with its participants, circumstances, factuality and the word it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.attribute.events.company import Company
from sayso.attribute.events.confidence import confidence
from sayso.attribute.events.coreference import Draft, folded
from sayso.attribute.events.factuality import Told, factuality_of
from sayso.attribute.events.homes import Homes, met_there
from sayso.attribute.events.magnitudes import magnitudes_of
from sayso.attribute.events.means import instruments_of
from sayso.attribute.events.resolve import resolved
from sayso.attribute.events.someone import Someone
from sayso.attribute.events.speech import Speech
from sayso.attribute.events.syntax import Syntax
from sayso.attribute.events.trigger import Trigger
from sayso.attribute.events.triggers import Finder
from sayso.attribute.events.voice import Voices
from sayso.attribute.events.when import When
from sayso.attribute.events.where import Where
from sayso.record.annotation import AnnotatedReport, Word
from sayso.record.event import Event, Factuality, Magnitude, Occurrence, Participant, Role
from sayso.record.evidence import Evidence
from sayso.record.ids import finding_id
from sayso.record.record import Record
from sayso.record.reference import PlaceReference, Reference, TimeReference
from sayso.record.report import BlockKind
from sayso.record.statement import Act
from sayso.record.when import DateRange, Timex
from sayso.spans import Span, Words

VERSION = 1
_BY_TAGGER = f"rule:events.tagger@{VERSION}"
"""How a field was found that is as the tagger has it."""

_POLITICAL = 3
_THICK = 6
"""Events that make a report one of politics, in which the weak words of people without office count too.

Three, and in a long report one in six sentences. Chosen on ninety articles of local papers, which tell a lot of asking
and visiting.
"""

_FUTURE_IS_AGREE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})


def events_of(annotated: AnnotatedReport, record: Record) -> tuple[Event, ...]:
    """The events that an annotated report tells of, in text order; none where it was not parsed.

    `record` has the statements, actors, mentions and places of the same report.
    """
    if len(annotated.words) != len(annotated.tokens) or not annotated.words:
        return ()
    return _Teller(annotated, record).events()


class _Teller:
    def __init__(self, annotated: AnnotatedReport, record: Record) -> None:
        self._annotated = annotated
        self._record = record
        self._report = annotated.report
        self._syntax = Syntax(annotated)
        self._voices = Voices(self._syntax, record.statements)
        self._company = Company(self._syntax, record)
        references = {timex.id: _when(timex) for timex in record.timexes}
        self._where = Where(self._syntax, self._company)
        self._when = When(self._syntax, record.timexes, references)
        self._homes = Homes(self._syntax, self._company)
        self._acts: dict[str, str] = {}
        self._finder = Finder.of(self._syntax, self._company, self._voices)

    def events(self) -> tuple[Event, ...]:
        """Every event once, in text order."""
        found = list(self._finder.triggers())
        if len(found) >= max(_POLITICAL, len(self._annotated.sentences) // _THICK):
            found = list(self._finder.triggers(political=True))
        speech = Speech(self._syntax, self._company, self._voices)
        found = list(map(speech.completed, [*found, *speech.triggers(self._record.statements, found)]))
        found = list(map(self._finder.casting.of, found))
        found.sort(key=lambda trigger: trigger.words)
        drafts = [self._draft(trigger) for trigger in found]
        kept = folded([draft for draft in drafts if draft is not None], self._syntax)
        ids = {id(draft): self._id(draft) for draft in kept}
        self._acts = self._by_statement(kept, ids)
        return tuple(self._event(draft, ids) for draft in kept)

    def _by_statement(self, drafts: Sequence[Draft], ids: dict[int, str]) -> dict[str, str]:
        """For each statement that is itself an event, the event's id."""
        acts = {}
        for draft in drafts:
            for one in (draft, *draft.more):
                cued = self._voices.cued_at(one.trigger.at)
                if cued is not None:
                    acts[cued.id] = ids[id(draft)]
        return acts

    def _draft(self, trigger: Trigger) -> Draft | None:
        told = factuality_of(self._annotated, trigger.at, syntax=self._syntax, voice=trigger.voice)
        if trigger.frame.type in _DONE_AT_ONCE and trigger.frame.mode != "investigate":
            told = _as_done(told)
        if "no" in trigger.frame.beside:
            told = _as_said(told)
        if not self._within_speech(trigger):
            trigger, told = resolved(trigger, told, self._syntax, self._company)
        put = told.source or told.report
        occurrence = put.occurrence if put else Occurrence.HAPPENED
        trigger, told = self._announced(self._as_planned(self._homes.of(trigger), occurrence), told)
        time, basis = self._when.of(trigger, trigger.voice, self._voices.cued_at(trigger.at), occurrence)
        place = self._where.of(trigger)
        trigger = met_there(trigger, place)
        site = self._where.site(trigger) if place is None else None
        return Draft(trigger, told, place, time, basis, site, headline=self._in_headline(trigger.at))

    def _in_headline(self, at: int) -> bool:
        block = self._annotated.sentences[self._syntax.sentence[at]].block
        return self._report.blocks[block].kind is BlockKind.HEADLINE

    def _as_planned(self, trigger: Trigger, occurrence: Occurrence) -> Trigger:
        """Cooperation to come is AGREE, a withdrawal to come CONCEDE, unless a speech act has told that already."""
        if occurrence is not Occurrence.PLANNED or self._within_speech(trigger):
            return trigger
        if trigger.frame.type in _FUTURE_IS_AGREE:
            return replace(trigger, frame=replace(trigger.frame, type="AGREE", mode=None))
        if trigger.frame.type == "RETREAT" and trigger.frame.mode == "withdraw":
            return replace(trigger, frame=replace(trigger.frame, type="CONCEDE", mode=None))
        return trigger

    def _announced(self, trigger: Trigger, told: Told) -> tuple[Trigger, Told]:
        """What is agreed on by announcing it: the one who announces is an actor of it, and the report tells it."""
        voice = trigger.voice
        if voice is None or voice.act is not Act.ANNOUNCE or voice.source is None or not trigger.frame.noun:
            return trigger, told
        if trigger.frame.type not in ("AGREE", "COOPERATE") or told.source is None or not _to_come(told.source):
            return trigger, told
        head = self._syntax.head_in(voice.source.words)
        source = self._company.at(head, None) if head is not None else None
        if source is None or source.country is None:
            return trigger, told
        others = tuple(one for one in trigger.actors if one.country != source.country)
        planned = Factuality(certainty=told.source.certainty, occurrence=Occurrence.PLANNED)
        frame = replace(trigger.frame, type="AGREE", mode=None)
        outer = self._voices.around(voice)
        agreed = replace(trigger, frame=frame, actors=(source, *others), voice=outer)
        return agreed, Told(source=planned, report=None) if outer else Told(source=None, report=planned)

    def _within_speech(self, trigger: Trigger) -> bool:
        """Whether a verb above is a trigger of its own that promises, demands or refuses it."""
        return any(self._speech(above) for above in self._syntax.above(trigger.at))

    def _speech(self, at: int) -> bool:
        from sayso.ontology.plover.frames import lexicon

        frames = (
            lexicon().verbs.get(self._syntax.low[at], ())
            if self._syntax.tag(at) == "VERB"
            else lexicon().nouns.get(self._syntax.low[at], ())
        )
        return any(frame.type in _SPEECH and not frame.beside for frame in frames)

    def _id(self, draft: Draft) -> str:
        return finding_id("ev", self._report.id, self._spans(draft.trigger), draft.trigger.frame.type)

    def _spans(self, trigger: Trigger) -> tuple[Span, ...]:
        """The trigger's words, those that touch joined."""
        spans: list[Span] = []
        for at in trigger.words:
            token = self._syntax.tokens[at]
            if spans and at - 1 in trigger.words:
                spans[-1] = Span(spans[-1].start, token.end)
            else:
                spans.append(Span(token.start, token.end))
        return tuple(spans)

    def _event(self, draft: Draft, ids: dict[int, str]) -> Event:
        trigger, frame = draft.trigger, draft.trigger.frame
        everyone = (draft, *draft.more)
        time = next(((one.time, one.time_basis) for one in everyone if one.time), None)
        spans = self._spans(trigger)
        method = f"rule:events.{frame.name}@{VERSION}"
        voice = self._voice(draft)
        return Event(
            id=ids[id(draft)],
            report_id=self._report.id,
            type=frame.type,
            mode=next((one.trigger.frame.mode for one in everyone if one.trigger.frame.mode), None)
            if frame.mode is None
            else frame.mode,
            contexts=tuple(dict.fromkeys(frame.contexts)),
            trigger=tuple(self._report.words(span) for span in spans),
            participants=tuple(self._participants(draft)),
            place=self._place(everyone),
            time=time[0] if time else None,
            magnitudes=self._magnitudes(draft),
            report_factuality=voice.told.report,
            source_factuality=voice.told.source,
            attributed_to=voice.trigger.voice.id if voice.trigger.voice else None,
            mentions=tuple(self._words(one) for one in draft.more),
            within=self._acts.get(voice.trigger.voice.id) if voice.trigger.voice else None,
            same_as=ids.get(id(draft.same_as)) if draft.same_as else None,
            evidence=Evidence(
                spans=spans,
                method=method,
                confidence=confidence(self._told_by(everyone), frame.type),
                fields=dict.fromkeys(sorted(trigger.seen), _BY_TAGGER)
                | ({"time": f"rule:events.time.{time[1]}@1"} if time and time[1] == "said" else {}),
            ),
        )

    def _place(self, drafts: Sequence[Draft]) -> PlaceReference | None:
        """The first place of the mentions, or else the first words for a site."""
        place = next((one.place for one in drafts if one.place is not None), None)
        if place is not None:
            return PlaceReference(words=place.words, place=place.id)
        site = next((one.site for one in drafts if one.site is not None), None)
        return PlaceReference(words=self._report.words(site)) if site is not None else None

    def _told_by(self, drafts: Iterable[Draft]) -> Iterator[Word]:
        return (self._syntax.words[at] for draft in drafts for at in draft.trigger.words)

    def _voice(self, draft: Draft) -> Draft:
        """The mention in the report's own voice where there is one outside the headline, else the first outside it."""
        told = [one for one in (draft, *draft.more) if not one.headline] or [draft]
        return next((one for one in told if one.trigger.voice is None and one.occurrence is draft.occurrence), told[0])

    def _words(self, draft: Draft) -> Words:
        spans = self._spans(draft.trigger)
        return self._report.words(Span(spans[0].start, spans[-1].end))

    def _participants(self, draft: Draft) -> Iterator[Participant]:
        for role, people in ((Role.ACTOR, draft.actors()), (Role.RECIPIENT, draft.recipients())):
            yield from (self._participant(role, one) for one in people)
        for one in (draft, *draft.more):
            for head in instruments_of(one.trigger, self._syntax):
                yield Participant(
                    role=Role.INSTRUMENT, reference=Reference(words=self._report.words(self._syntax.phrase(head)))
                )

    def _participant(self, role: Role, one: Someone) -> Participant:
        target = role is Role.RECIPIENT and not one.is_a("who")
        return Participant(
            role=Role.TARGET if target else role, reference=one.reference, country=one.country, sector=one.sector
        )

    def _magnitudes(self, draft: Draft) -> tuple[Magnitude, ...]:
        found: dict[Words, Magnitude] = {}
        for one in (draft, *draft.more):
            for magnitude in magnitudes_of(one.trigger, self._syntax, self._report, one.trigger.voice):
                found.setdefault(magnitude.words, magnitude)
        return tuple(found.values())


def _as_done(told: Told) -> Told:
    """What is done with words is done, however long it takes: "is threatening" is a threat."""
    return Told(*(_done(one) for one in (told.source, told.report)))


def _as_said(told: Told) -> Told:
    """Saying no is saying something."""
    return Told(
        *(
            one and Factuality(certainty=one.certainty, occurrence=Occurrence.HAPPENED)
            for one in (told.source, told.report)
        )
    )


def _done(told: Factuality | None) -> Factuality | None:
    if told is None or told.occurrence is not Occurrence.ONGOING:
        return told
    return Factuality(certainty=told.certainty, occurrence=Occurrence.HAPPENED)


_DONE_AT_ONCE = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"})


def _to_come(told: Factuality) -> bool:
    return told.occurrence in (Occurrence.HAPPENED, Occurrence.PLANNED)


_SPEECH = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})


def _when(timex: Timex) -> TimeReference:
    return TimeReference(words=timex.words, timex=timex.id, range=_under(timex))


def _under(timex: Timex) -> DateRange | None:
    """The interval with its preposition: "since March" is open to the end, "until Monday" to the front."""
    told = timex.range
    if told is None or timex.begin or timex.end:
        return told
    if timex.signal in ("since", "from"):
        return DateRange.between(told.earliest, None, told.granularity, told.basis)
    if timex.signal in ("until", "till", "by", "through"):
        return DateRange.between(None, told.latest, told.granularity, told.basis)
    return told


def own_words(words: Sequence[Words]) -> str:
    """The words joined, as a reader sees them."""
    return " … ".join(one.text for one in words)
