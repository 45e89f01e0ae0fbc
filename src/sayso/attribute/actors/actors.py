"""The actors of a report, and which of them each statement's source is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import msgspec

from sayso.attribute.actors.cast import Cast, Draft
from sayso.attribute.actors.chains import Chains
from sayso.attribute.actors.names import name_mentions
from sayso.attribute.actors.signs import Sign, read_sign
from sayso.ontology.places import country_names
from sayso.record.actor import Actor, ActorKind, Mention
from sayso.record.annotation import AnnotatedReport, MentionKind, Token
from sayso.record.evidence import Evidence
from sayso.record.ids import finding_id
from sayso.record.place import Place, ToponymRole
from sayso.record.reference import Reference
from sayso.record.report import Report
from sayso.record.statement import Statement
from sayso.spans import Span

METHOD = "rule:actor@1"

_LOOK_BACK = 40
"""Contents that are looked at for the one an "I" lies in, in order of their beginnings."""

_RELATIVE = frozenset({"who", "which", "that"})

_SURE = {MentionKind.NAMED: 0.9, MentionKind.NOMINAL: 0.75, MentionKind.PRONOMINAL: 0.7}
"""How often a mention of each kind is joined with the right others; measured on GUM's training documents."""


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
        self._starts = [token.start for token in annotated.tokens]
        self._place_starts = [place.words.start for place in annotated.places]
        self._pieces = sorted(
            (piece.start, piece.end, one) for one, each in enumerate(statements) for piece in each.content
        )
        self._cast = Cast()
        self._drafts: dict[Span, Draft] = {}
        self._kinds: dict[Span, MentionKind] = {}
        self._ends: dict[int, Draft] = {}
        self._chains = Chains(annotated.chains)

    def company(self) -> Company:
        """Meet every mention in text order, then tell the result."""
        sources = {_plain(one.source.words) for one in self._statements if one.source}
        speaking: Draft | None = None
        pointing: list[Span] = []
        for span in self._in_order(sources):
            sign = self._sign(span)
            if sign is None:
                pointing.append(span)
                continue
            draft = self._cast.meet(span, sign, speaking=speaking, chained=self._chains.known(span))
            if draft and span in sources:
                draft.speaks, speaking = True, draft
            self._note(span, draft, sign.kind)
        for span in sorted(pointing):
            self._note(span, self._pointed(span), MentionKind.PRONOMINAL)
        kept = [draft for draft in self._cast.drafts if draft.kind or draft.speaks]
        ids = {id(draft): self._actor_id(draft) for draft in kept}
        return Company(
            tuple(self._actor(draft, ids[id(draft)]) for draft in kept),
            tuple(self._mention(span, ids[id(draft)]) for span, draft in self._in_text() if id(draft) in ids),
            tuple(self._resolved(statement, ids) for statement in self._statements),
        )

    def _in_text(self) -> list[tuple[Span, Draft]]:
        return sorted(self._drafts.items(), key=lambda each: each[0])

    def _in_order(self, sources: set[Span]) -> list[Span]:
        """Sources, and names that stand in none of them and are no place where something is."""
        tokens = self._annotated.tokens
        places = [place.words for place in self._annotated.places if place.role == ToponymRole.LITERAL]
        taken = sorted([*sources, *places])
        starts = [span.start for span in taken]
        reach = list(accumulate((span.end for span in taken), max))
        names = (Span(tokens[first].start, tokens[last - 1].end) for first, last in name_mentions(self._annotated))
        free = (
            name for name in names if not (before := bisect_left(starts, name.end)) or reach[before - 1] <= name.start
        )
        return sorted({*sources, *free})

    def _note(self, span: Span, draft: Draft | None, kind: MentionKind) -> None:
        if draft:
            self._drafts[span], self._kinds[span], self._ends[span.end] = draft, kind, draft
            self._chains.note(span, draft)

    def _pointed(self, span: Span) -> Draft | None:
        """Whom "I", "we" and a relative pronoun point at: who says it, what a chain tells, what stands just before."""
        word = span.of(self._report.text).lower()
        around = self._around(span)
        if word in _RELATIVE:
            draft = next((self._ends[at] for at in range(span.start, span.start - 3, -1) if at in self._ends), None)
        elif word == "i" and around:
            draft = self._speaker(around)
        else:
            draft = self._chains.known(span) or (self._author if word == "i" else None)
        if draft:
            draft.speaks = True
            draft.met.append((span, Sign(MentionKind.PRONOMINAL)))
        return draft

    def _around(self, span: Span) -> Statement | None:
        """The statement in whose content the span lies, the tightest if there are several."""
        before = bisect_right(self._pieces, span.start, key=lambda piece: piece[0])
        near = self._pieces[max(0, before - _LOOK_BACK) : before]
        inside = [(end - start, one) for start, end, one in near if end >= span.end]
        return self._statements[min(inside)[1]] if inside else None

    def _speaker(self, statement: Statement) -> Draft | None:
        return self._drafts.get(_plain(statement.source.words)) if statement.source else None

    @cached_property
    def _author(self) -> Draft:
        """Who says "I" in the report's own voice."""
        return self._cast.add()

    def _sign(self, span: Span) -> Sign | None:
        first, last = bisect_left(self._place_starts, span.start), bisect_left(self._place_starts, span.end)
        inside = [place for place in self._annotated.places[first:last] if span.covers(place.words)]
        country = next((place.country for place in inside if self._tells_country(span, place)), None)
        alone = any(
            (place.words.start, place.words.end) == (span.start, span.end) and place.role != ToponymRole.DEMONYM
            for place in inside
        )
        placed = {token.start for place in inside for token in self._tokens_in(place.words)}
        return read_sign(self._tokens_in(span), country, place=alone, placed=placed)

    def _tells_country(self, span: Span, place: Place) -> bool:
        """Whether a place inside a mention says whose they are: "Finland's ministry", but not "a plant in Finland"."""
        before = [token.text.lower() for token in self._tokens_in(Span(span.start, place.words.end))]
        whose = place.country and "/" not in place.country and place.role != ToponymRole.PART_OF_NAME
        return bool(whose) and not set(before) & {"in", "at", "from", "near", ",", "who", "which"}

    def _tokens_in(self, span: Span) -> Sequence[Token]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self._annotated.tokens[first:last]

    def _actor_id(self, draft: Draft) -> str:
        return finding_id("ac", self._report.id, [draft.met[0][0]])

    def _actor(self, draft: Draft, identity: str) -> Actor:
        spans = tuple(sorted(span for span, _ in draft.met))
        return Actor(
            id=identity,
            report_id=self._report.id,
            name=_name(draft, self._report),
            evidence=Evidence(spans=spans, method=METHOD, confidence=min(_SURE[sign.kind] for _, sign in draft.met)),
            kind=draft.kind,
            names=tuple(dict.fromkeys(" ".join(sign.name) for _, sign in draft.met if sign.name)),
            roles=tuple(sorted(draft.roles)),
            country=draft.country,
            sector=draft.sector,
            mentions=tuple(finding_id("men", self._report.id, [span]) for span in spans),
        )

    def _mention(self, span: Span, actor: str) -> Mention:
        identity = finding_id("men", self._report.id, [span])
        return Mention(id=identity, words=self._report.words(span), kind=self._kinds[span], actor=actor)

    def _resolved(self, statement: Statement, ids: dict[int, str]) -> Statement:
        if statement.source is None:
            return statement
        span = _plain(statement.source.words)
        draft = self._drafts.get(span)
        if draft is None:
            return statement
        mention = finding_id("men", self._report.id, [span])
        source = Reference(words=statement.source.words, mention=mention, actor=ids[id(draft)])
        return msgspec.structs.replace(statement, source=source)


def _plain(span: Span) -> Span:
    return Span(span.start, span.end)


def _name(draft: Draft, report: Report) -> str:
    """A government's by its country, a person's fullest; for others the longest words, without an article."""
    if draft.kind == ActorKind.GOVERNMENT and draft.country in country_names():
        return f"Government of {country_names()[draft.country]}"
    words = [span.of(report.text) for span, sign in draft.met if sign.kind != MentionKind.PRONOMINAL]
    bare = [" ".join(one.split()).partition(",")[0].removeprefix("the ").removeprefix("The ") for one in words]
    if draft.name:
        name = " ".join(draft.name)
        whole = [one for one in bare if one.endswith(name)] if draft.kind == ActorKind.ORGANISATION else []
        return max(whole, key=len, default=name)
    return max(bare, key=lambda one: (one[0].isupper(), len(one))) if bare else _author(report)


def _author(report: Report) -> str:
    return report.furniture.bylines[0] if len(report.furniture.bylines) == 1 else "the author"
