"""The mentions of one report: where they stand, and what each of them tells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from sayso.attribute.actors.beside import beside as described_beside
from sayso.attribute.actors.described import RELATIVE, described
from sayso.attribute.actors.kinds import place_sign
from sayso.attribute.actors.mentions import read_sign
from sayso.attribute.actors.names import name_mentions
from sayso.attribute.actors.signs import Sign
from sayso.ontology.actors import governed_names
from sayso.ontology.places import of_backers
from sayso.ontology.plover.bodies import bodies
from sayso.ontology.plover.frames import is_seated, word_sets
from sayso.record.annotation import AnnotatedReport, Token
from sayso.record.place import Place, PlaceKind, ToponymRole
from sayso.spans import Span

_OF_MANY = frozenset({"IGO", "NGO"})
"""Sectors of bodies of many countries."""
_LEADING = frozenset({"det", "amod", "nummod", "compound"})


class Occurrences:
    """Where mentions occur in a report and how each reads; `sources` are where its statements' sources stand."""

    def __init__(self, annotated: AnnotatedReport, sources: Iterable[Span]) -> None:
        self._report = annotated.report
        self._annotated = annotated
        self._sources = tuple(sources)
        self._starts = [token.start for token in annotated.tokens]
        self._place_starts = [place.words.start for place in annotated.places]
        self._name_starts = [name.start for name in annotated.names]
        self._sentences = [sentence.tokens[0] for sentence in annotated.sentences]

    def in_order(self) -> list[Span]:
        """Sources, and names that stand in none of them and are no place where something is."""
        places = [place.words for place in self._annotated.places if place.role == ToponymRole.LITERAL]
        longer = [place for place in places if not self._in_body(place)]
        free = _free([*self._sources, *longer], self._names)
        met = [*self._sources, *free]
        related = _free(met, filter(None, map(self._before_relative, self._sources)))
        return sorted({*met, *related, *_free([*met, *related], self._governments)})

    def _before_relative(self, source: Span) -> Span | None:
        """The noun with what stands before it that a relative pronoun takes up: "two nurses who said"."""
        words, tokens = self._annotated.words, self._annotated.tokens
        at = bisect_left(self._starts, source.start)
        if not words or source.of(self._report.text).lower() not in RELATIVE:
            return None
        noun = at - 1 - (tokens[at - 1].text == ",")
        if noun < 0 or words[noun].tag != "NOUN":
            return None
        first = noun
        while first > 0 and words[first - 1].head == noun and words[first - 1].relation in _LEADING:
            first -= 1
        return Span(tokens[first].start, tokens[noun].end)

    @cached_property
    def _names(self) -> tuple[Span, ...]:
        tokens = self._annotated.tokens
        return tuple(Span(tokens[first].start, tokens[last - 1].end) for first, last in name_mentions(self._annotated))

    def names_in(self, span: Span) -> Iterator[Span]:
        """The names that stand within a mention, those in brackets ("(R-Ohio)") left out."""
        at = bisect_left(self._names, span.start, key=lambda name: name.start)
        while at < len(self._names) and self._names[at].end <= span.end:
            if self._report.text[self._names[at].start - 1 : self._names[at].start] != "(":
                yield self._names[at]
            at += 1

    @cached_property
    def _governments(self) -> tuple[Span, ...]:
        """Place names that stand for those who govern there, in text order."""
        return tuple(
            plain(place.words)
            for place in self._annotated.places
            if place.role == ToponymRole.METONYMIC
            and (place.words.text in governed_names() or place.kind == PlaceKind.COUNTRY)
        )

    def governments_in(self, span: Span) -> list[Span]:
        first = bisect_left(self._governments, span.start, key=lambda one: one.start)
        last = bisect_left(self._governments, span.end, key=lambda one: one.start)
        return [one for one in self._governments[first:last] if one != span]

    def is_served(self, place: Span) -> bool:
        """Whether somebody is said to be there for it: "a spokesman for Armenia"."""
        at = bisect_left(self._starts, place.start)
        return at > 0 and self._annotated.tokens[at - 1].text == "for"

    def _in_body(self, place: Span) -> bool:
        """Whether a place name is part of a longer name: "Bergen" in "University of Bergen"."""
        before = bisect_right(self._names, place.start, key=lambda name: name.start)
        return before > 0 and self._names[before - 1].start < place.start and self._names[before - 1].covers(place)

    def sign(self, span: Span) -> Sign | None:
        first, last = bisect_left(self._place_starts, span.start), bisect_left(self._place_starts, span.end)
        inside = [place for place in self._annotated.places[first:last] if span.covers(place.words)]
        country = next((place.country for place in inside if self._tells_country(span, place)), None)
        alone = next((place for place in inside if plain(place.words) == span), None)
        if alone and alone.role != ToponymRole.DEMONYM:
            return place_sign(alone.words.text, country, national=alone.kind == PlaceKind.COUNTRY)
        placed = {token.start for place in inside for token in self.tokens_in(place.words)}
        first, last = bisect_left(self._name_starts, span.start), bisect_left(self._name_starts, span.end)
        names = [name for name in self._annotated.names[first:last] if name.end <= span.end]
        sign = read_sign(self.tokens_in(span), country, placed=placed, names=names)
        return described(sign, self.beside(span)) if sign and sign.name else sign

    def beside(self, span: Span) -> Sequence[Token]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        sentence = self._annotated.sentences[bisect_right(self._sentences, first) - 1]
        return described_beside(self._annotated.tokens, first, last, sentence.tokens)

    def _tells_country(self, span: Span, place: Place) -> bool:
        """Whether a place inside a mention says whose they are: "Finland's ministry", but not "a plant in Finland"."""
        before = [token.text.lower() for token in self.tokens_in(Span(span.start, place.words.end))]
        if any(of_backers(token.text) for token in self.tokens_in(place.words)) or self._sent(span, place):
            return False
        whose = place.country and "/" not in place.country and place.role != ToponymRole.PART_OF_NAME
        elsewhere = set(before) & {"in", "at", "from", "near", ",", "who", "which"}
        return bool(whose) and not elsewhere and not self._sits(span, place)

    def _sent(self, span: Span, place: Place) -> bool:
        """Whether a body of many countries sends them there: "the U.N. coordinator for Lebanon"."""
        before = self.tokens_in(Span(span.start, place.words.start)) if span.start < place.words.start else ()
        found = (bodies().get(token.text) for token in before)
        return any(body is not None and body.sector in _OF_MANY and body.country is None for body in found)

    def _sits(self, span: Span, place: Place) -> bool:
        """Whether it is a body that sits in a town without being of its country: "the Geneva tribunal"."""
        if place.words.text.split()[-1].lower() not in word_sets()["seats"]:
            return False
        after = self.tokens_in(Span(place.words.end, span.end)) if place.words.end < span.end else ()
        return any(is_seated(token.text.lower()) for token in after)

    def tokens_in(self, span: Span) -> Sequence[Token]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self._annotated.tokens[first:last]


def _free(taken: Iterable[Span], spans: Iterable[Span]) -> list[Span]:
    """Those of the spans that overlap none of those taken."""
    ordered = sorted(taken)
    starts = [span.start for span in ordered]
    reach = list(accumulate((span.end for span in ordered), max))
    return [span for span in spans if not (at := bisect_left(starts, span.end)) or reach[at - 1] <= span.start]


def plain(span: Span) -> Span:
    """The span by itself, without what comes with it."""
    return Span(span.start, span.end)
