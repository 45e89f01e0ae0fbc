"""The actors of a report, and which of them each statement's source is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from sayso.attribute.actors.cast import Cast
from sayso.attribute.actors.chains import Chains
from sayso.attribute.actors.drafts import Draft
from sayso.attribute.actors.inside import bodies_inside
from sayso.attribute.actors.mentions import PRONOUNS, core_of
from sayso.attribute.actors.occurrences import Occurrences, plain
from sayso.attribute.actors.offices import Offices
from sayso.attribute.actors.pointing import Pointing
from sayso.attribute.actors.signs import Sign
from sayso.attribute.actors.strangers import AFAR, Strangers
from sayso.attribute.actors.telling import actor_id, told
from sayso.attribute.actors.turns import Turns
from sayso.record.actor import Actor, ActorKind, Mention
from sayso.record.annotation import AnnotatedReport, MentionKind
from sayso.record.ids import finding_id
from sayso.record.reference import Reference
from sayso.record.statement import Statement
from sayso.spans import Span

_OF_STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP"})
"""Sectors of bodies that a country has, and whose it is tells them apart."""
_GENDERS = {"he": "m", "she": "f", "his": "m", "her": "f"}


@dataclass(frozen=True, slots=True)
class Company:
    """Actors and mentions of a report in text order, and its statements with their sources resolved."""

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]


def company_of(annotated: AnnotatedReport, statements: Sequence[Statement]) -> Company:
    """Who is who in the report: by names, roles, descriptions, pronouns, and a tagger's chains if there are any."""
    gathering = _Gathering(annotated, statements)
    return gathering.company()


class _Gathering:
    def __init__(self, annotated: AnnotatedReport, statements: Sequence[Statement]) -> None:
        self._report = annotated.report
        self._annotated = annotated
        self._statements = statements
        self._said = {plain(one.source.words): one for one in reversed(statements) if one.source}
        self._occurrences = Occurrences(annotated, self._said)
        self._cast = Cast()
        self._drafts: dict[Span, Draft] = {}
        self._kinds: dict[Span, MentionKind] = {}
        self._ends: dict[int, Draft] = {}
        self._chains = Chains(annotated.chains, annotated.report.text)
        self._pointing = pointing = Pointing(annotated, statements, self._cast, self._chains, self._drafts, self._ends)
        self._strangers = Strangers(annotated)
        self._turns = Turns(annotated, lambda span: pointing.around(span) is not None)
        self._offices = Offices(
            self._report, annotated.timexes, frozenset(plain(place.words) for place in annotated.places)
        )

    def company(self) -> Company:
        """Meet every mention in text order, then tell the result."""
        pointing: list[Span] = []
        for span in self._occurrences.in_order():
            sign = self._occurrences.sign(span)
            if sign is None:
                pointing.append(span)
                continue
            draft = self._met(span, sign, speaks=span in self._said)
            if draft and span in self._said:
                draft.speaks = True
                self._learn_gender(draft, self._said[span])
            if draft:
                self._turns.met(span, sign, draft, speaks=span in self._said)
            self._meet_inside(span, draft)
        for span in sorted(pointing):
            self._note(span, self._pointing.whom(span), MentionKind.PRONOMINAL)
        return self._told()

    def _told(self) -> Company:
        kept = [draft for draft in self._cast.drafts if draft.kind_or_guess or draft.speaks]
        ids = {id(draft): actor_id(draft, self._report) for draft in kept}
        in_text = sorted(self._drafts.items(), key=lambda each: each[0])
        return Company(
            tuple(told(draft, self._report) for draft in kept),
            tuple(self._mention(span, ids[id(draft)]) for span, draft in in_text if id(draft) in ids),
            tuple(self._resolved(statement, ids) for statement in self._statements),
        )

    def _met(self, span: Span, sign: Sign, *, speaks: bool = False) -> Draft | None:
        sign = self._owned(span, sign)
        chained = (self._turns.continuing(span, sign) if speaks else None) or self._turns.near_enough(
            span, sign, self._chains.known(span)
        )
        if self._is_stranger(span, sign, chained):
            return None
        draft = self._cast.meet(span, sign, speaking=self._turns.speaking, chained=chained)
        if draft and sign.actor_kind == ActorKind.PERSON:
            for tokens in (self._occurrences.tokens_in(span), self._occurrences.beside(span)):
                draft.hold(self._offices.told_in(tokens, sign.country))
        self._note(span, draft, sign.kind)
        return draft

    def _is_stranger(self, span: Span, sign: Sign, chained: Draft | None) -> bool:
        """Whether a pronoun means one who is told of by a word alone, by a chain or as the last subject before it."""
        if sign.kind != MentionKind.PRONOMINAL:
            return False
        if chained is None and self._chains.of_stranger(span):
            return True
        nearer = self._strangers.before(span) if sign.gender in ("m", "f") else None
        if nearer is None or self._pointing.around(Span(nearer, nearer + 1)) is not None:
            return False
        meant = chained or self._cast.meant(span, sign, self._turns.speaking)
        reach = nearer if chained is None else nearer - AFAR
        return meant is not None and meant.last < reach

    def _owned(self, span: Span, sign: Sign) -> Sign:
        """The sign of a country's body with the country of whom "its" or "his" before it means."""
        tokens = self._occurrences.tokens_in(span)
        word = tokens[0].text.lower() if len(tokens) > 1 else ""
        if sign.country or sign.sector not in _OF_STATE or word not in PRONOUNS:
            return sign
        pronoun = plain(tokens[0])
        pointing = Sign(MentionKind.PRONOMINAL, gender=PRONOUNS[word])
        owner = self._chains.known(pronoun) or self._cast.meant(pronoun, pointing, self._turns.speaking)
        return replace(sign, country=owner.country) if owner else sign

    def _meet_inside(self, span: Span, outer: Draft | None) -> None:
        """Meet the bodies and names that stand within a mention; a person there serves the first of them."""
        tokens = self._occurrences.tokens_in(span)
        if not tokens:
            return  # half of a word with a hyphen
        joint = outer is not None and not outer.name and outer.kind == ActorKind.GROUP
        person = outer is not None and outer.kind == ActorKind.PERSON
        end = span.start - 1 if joint else core_of(tokens)[-1].end
        served = [one for one in self._occurrences.governments_in(span) if joint or self._occurrences.is_served(one)]
        names = [
            *(
                one
                for one in self._occurrences.names_in(span)
                if one != span and (one.start > end or (person and one.end < end))
            ),
            *served,
        ]
        bodies = [Span(tokens[first].start, tokens[last - 1].end) for first, last in bodies_inside(tokens)]
        free = [body for body in bodies if not any(body.overlaps(name) for name in names)]
        for inner in sorted({*names, *free} - self._drafts.keys()):
            sign = self._occurrences.sign(inner)
            draft = self._met(inner, sign) if sign else None
            if draft and outer and person and (inner in served or draft.kind == ActorKind.ORGANISATION):
                outer.serves = outer.serves or draft

    def _learn_gender(self, draft: Draft, statement: Statement) -> None:
        """Who "said he was sorry" is a man, unless he may mean another."""
        if draft.gender or not draft.is_human() or not statement.content:
            return
        first = self._occurrences.tokens_in(plain(statement.content[0]))[:1]
        gender = _GENDERS.get(first[0].text, "") if first else ""
        if gender and self._is_meant(draft, plain(first[0]), gender):
            draft.gender = gender

    def _is_meant(self, draft: Draft, pronoun: Span, gender: str) -> bool:
        """Whether "he" in what somebody says means the speaker: by a chain, or as no other man was met near."""
        chained = self._chains.known(pronoun)
        return chained is draft if chained else not self._cast.has_other(draft, pronoun, gender)

    def _note(self, span: Span, draft: Draft | None, kind: MentionKind) -> None:
        if draft:
            self._drafts[span], self._kinds[span], self._ends[span.end] = draft, kind, draft
            self._chains.note(span, draft)

    def _mention(self, span: Span, actor: str) -> Mention:
        identity = finding_id("men", self._report.id, [span])
        return Mention(id=identity, words=self._report.words(span), kind=self._kinds[span], actor=actor)

    def _resolved(self, statement: Statement, ids: dict[int, str]) -> Statement:
        if statement.source is None:
            return statement
        span = plain(statement.source.words)
        draft = self._drafts.get(span)
        if draft is None:
            return statement
        mention = finding_id("men", self._report.id, [span])
        source = Reference(words=statement.source.words, mention=mention, actor=ids[id(draft)])
        return msgspec.structs.replace(statement, source=source)
