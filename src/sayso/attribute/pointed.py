"""Who hears a statement and where it was first published, as actors and places of the same record."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from sayso.attribute.phrases import low
from sayso.record.actor import Mention
from sayso.record.annotation import AnnotatedReport
from sayso.record.place import Place, ToponymRole
from sayso.record.reference import Reference
from sayso.record.statement import Statement, Venue, VenueKind
from sayso.spans import Words

_PLACED = frozenset({VenueKind.PLACE, VenueKind.MEETING, VenueKind.PRESS_CONFERENCE, VenueKind.OTHER})


def with_references(
    annotated: AnnotatedReport, statements: Sequence[Statement], mentions: Sequence[Mention]
) -> tuple[Statement, ...]:
    """The statements with addressees and venues joined to the mentions and places that stand in their words."""
    pointing = _Pointing(annotated, mentions)
    return tuple(
        msgspec.structs.replace(one, addressee=pointing.addressee(one), venue=pointing.venue(one.venue))
        if one.addressee or one.venue
        else one
        for one in statements
    )


class _Pointing:
    """Looks up what words of one report stand for."""

    def __init__(self, annotated: AnnotatedReport, mentions: Sequence[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda one: one.words.start)
        self._starts = [one.words.start for one in self._mentions]
        self._by_words: dict[str, Mention] = {}
        for mention in self._mentions:
            self._by_words.setdefault(_plain(mention.words.text), mention)
        self._chain_of = {
            (span.start, span.end): number for number, chain in enumerate(annotated.chains) for span in chain.mentions
        }
        self._by_chain: dict[int, Mention] = {}
        for mention in self._mentions:
            number = self._chain_of.get((mention.words.start, mention.words.end))
            if number is not None and mention.actor:
                self._by_chain.setdefault(number, mention)
        self._places = annotated.places
        self._place_starts = [place.words.start for place in annotated.places]

    def addressee(self, statement: Statement) -> Reference | None:
        """The addressee with who it is: by a mention there, by a chain, or by the same words elsewhere."""
        told = statement.addressee
        if told is None or told.actor is not None:
            return told
        mention = self._there(told.words) or self._chained(told.words) or self._by_words.get(_plain(told.words.text))
        if mention is None or mention.actor is None or self._speaks(statement, mention):
            return told
        there = mention.words.start == told.words.start and mention.words.end == told.words.end
        return msgspec.structs.replace(told, mention=mention.id if there else None, actor=mention.actor)

    def venue(self, venue: Venue | None) -> Venue | None:
        """The venue with the medium whose name stands in its words, and the place."""
        if venue is None:
            return None
        inside = [mention for mention in self._inside(venue.words) if mention.actor]
        actor = inside[-1].actor if inside and venue.kind is not VenueKind.PLACE else None
        place = self._place(venue.words) if venue.kind in _PLACED else None
        return msgspec.structs.replace(venue, actor=actor, place=place.id if place else None)

    def _inside(self, words: Words) -> list[Mention]:
        first, last = bisect_left(self._starts, words.start), bisect_left(self._starts, words.end)
        return [mention for mention in self._mentions[first:last] if mention.words.end <= words.end]

    def _there(self, words: Words) -> Mention | None:
        """The mention that the words are, or that ends them as their head or name."""
        return next((one for one in self._inside(words) if one.words.end == words.end), None)

    def _chained(self, words: Words) -> Mention | None:
        """The first mention that a tagger's chain joins with the words."""
        number = self._chain_of.get((words.start, words.end))
        return None if number is None else self._by_chain.get(number)

    def _place(self, words: Words) -> Place | None:
        first = bisect_left(self._place_starts, words.start)
        last = bisect_left(self._place_starts, words.end)
        return next((one for one in self._places[first:last] if one.role is ToponymRole.LITERAL), None)

    @staticmethod
    def _speaks(statement: Statement, mention: Mention) -> bool:
        return statement.source is not None and statement.source.actor == mention.actor


def _plain(text: str) -> str:
    return low(text).removeprefix("the ")
