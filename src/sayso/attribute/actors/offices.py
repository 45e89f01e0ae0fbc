"""Offices that a report gives its people, with the bodies they are of and the dates it gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.attribute.actors.naming import OWNED, PREPOSITIONS
from sayso.ontology.actors import actor_words, country_codes
from sayso.ontology.codebook import word_lists
from sayso.record.actor import Office
from sayso.record.annotation import Token
from sayso.record.reference import TimeReference
from sayso.record.report import Report
from sayso.record.when import Timex
from sayso.spans import Span

_FORMER = frozenset({"former", "ex", "onetime", "one-time", "retired", "ousted", "deposed"})
_OF = frozenset({"of", "for", "at", "with"})
_THEN = frozenset(
    {"since", "from", "until", "till", "between", "in", "during", "who", "which", "when", "after", "before"}
)
_NO_OFFICE = frozenset(
    """man woman boy girl husband wife widow father mother son daughter brother sister witness victim resident player
    fisherman businessman businesswoman""".split()  # noqa: SIM905 - words, not a list of strings, to read
)
_HELD = {"is": False, "was": True, "became": False, "served": True}
_REACH = 25
"""Tokens of a mention among which an office is looked for."""


@dataclass(frozen=True, slots=True)
class Offices:
    """Reads the offices in a mention's words; `timexes` and `placed` are the report's times and place names."""

    report: Report
    timexes: Sequence[Timex]
    placed: frozenset[Span]

    def told_in(self, tokens: Sequence[Token], country: str | None) -> Iterator[Office]:
        """The offices that these words give: "former health minister", "secretary of the union since 2019"."""
        for first, last, former in _descriptions(tokens[:_REACH]):
            office = self._office(tokens[first:last], country, former=former)
            if office:
                yield office

    def _office(self, tokens: Sequence[Token], country: str | None, *, former: bool) -> Office | None:
        low = [token.text.lower() for token in tokens]
        then = next((at for at, word in enumerate(low) if word in _THEN), len(low))
        held = next((at for at in range(then) if low[at] in actor_words().roles), then)
        owner = max((at + 1 for at in range(held) if low[at] in OWNED), default=0)
        start = next((at for at in range(owner, then) if not _is_leading(tokens[at])), then)
        end = next((at for at in range(start, then) if low[at] in PREPOSITIONS), then)
        role = _role(low[start:end])
        if role and low[end : end + 2] == ["of", "state"]:
            role, end = f"{role} of state", end + 2
        if role is None:
            return None
        span = Span(tokens[0].start, tokens[-1].end)
        since, until = self._dates(span)
        return Office(
            words=self.report.words(span),
            role=role,
            organisation=self._body(tokens[end:then], low[end:then]) or self._owner(tokens[: max(0, owner - 1)]),
            country=country,
            former=former or not _FORMER.isdisjoint(low) or until is not None,
            since=since,
            until=until,
        )

    def _body(self, tokens: Sequence[Token], low: Sequence[str]) -> str | None:
        """What the office is of: "the dockers' union" after "secretary of"; no country, and nothing after "in"."""
        if len(tokens) < 2 or low[0] not in _OF:
            return None
        end = next((at for at in range(1, len(low)) if _ends_body(tokens, low, at)), len(low))
        return self._named(tokens[1:end])

    def _owner(self, tokens: Sequence[Token]) -> str | None:
        return self._named(tokens) if tokens else None

    def _named(self, tokens: Sequence[Token]) -> str | None:
        if not tokens or tokens[0].text.lower() in word_lists()["possessives"]:
            return None
        first = 1 if tokens[0].text.lower() in ("the", "a", "an") and len(tokens) > 1 else 0
        span = Span(tokens[first].start, tokens[-1].end)
        body = any(token.text[0].isupper() for token in tokens) or tokens[-1].text.lower() in actor_words().sectors
        place = span in self.placed or span.of(self.report.text) in country_codes()
        return span.of(self.report.text) if body and not place else None

    def _dates(self, span: Span) -> tuple[TimeReference | None, TimeReference | None]:
        """Since when and until when, by the times that stand within the words."""
        inside = [one for one in self.timexes if span.covers(one.words)]
        since = next((_time(one) for one in inside if one.signal in ("since", "from", "between")), None)
        until = next((_time(one) for one in inside if one.signal in ("until", "till", "to")), None)
        return since, until


def _descriptions(tokens: Sequence[Token]) -> Iterator[tuple[int, int, bool]]:
    """Ranges of a mention's tokens that may tell an office, and whether the verb puts it into the past.

    What comes before the first comma up to the name, each stretch between commas, and "who was …".
    """
    marks = [at for at, token in enumerate(tokens) if token.text in (",", "(", ")")]
    bounds = [-1, *marks, len(tokens)]
    for before, after in pairwise(bounds):
        first = before + 1
        past = False
        if first < after and tokens[first].text.lower() == "who":
            verb = tokens[first + 1].text.lower() if first + 1 < after else ""
            if verb not in _HELD:
                continue
            past, first = _HELD[verb], first + 2
            first += first < after and tokens[first].text.lower() == "as"
        if first < after:
            yield first, after, past


def _ends_body(tokens: Sequence[Token], low: Sequence[str], at: int) -> bool:
    """Whether a body's name ends before this token: a preposition of place, or "and" with no name after it."""
    small = at + 1 == len(low) or tokens[at + 1].text[0].islower()
    return low[at] in ("in", "at", ",", "by", "on") or (low[at] == "and" and small)


def _is_leading(token: Token) -> bool:
    low = token.text.lower()
    lists = word_lists()
    known = low in lists["determiners"] or low in lists["possessives"] or low in _FORMER
    return known or token.text in country_codes()


def _role(low: Sequence[str]) -> str | None:
    """The words of an office, without the name after them; None if no word of office is among them."""
    last = max((at for at, word in enumerate(low) if word in actor_words().roles), default=None)
    if last is None:
        return None
    words = [word for word in low[: last + 1] if word.replace("-", "").rstrip(".").isalpha()]
    return None if words[-1] in _NO_OFFICE else " ".join(words)


def _time(timex: Timex) -> TimeReference:
    return TimeReference(words=timex.words, timex=timex.id, range=timex.range)
