"""Where, on what occasion or by what means something was said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence

from sayso.attribute.addressees import is_occasion
from sayso.attribute.nearby import Nearby, Tokens, takes_hearer
from sayso.attribute.phrases import begins_phrase, head_of, low, phrase_end
from sayso.ontology.codebook import cue_book, word_lists
from sayso.record.place import Place, ToponymRole
from sayso.record.statement import VenueKind
from sayso.spans import Span

Found = tuple[Span, VenueKind]

_PREPOSITIONS = frozenset(
    ["in", "at", "on", "during", "via", "by", "over", "through", "aboard", "outside", "inside", "from", "near"]
)
_STANDING = frozenset({"in", "at", "aboard", "outside", "inside", "from", "near"})
_LINKS = frozenset({"to", "with", "for", "on", "by", "in", "at"})
_SPEAKING = frozenset({"speaking", "talking", "appearing", "testifying", "interviewed"})
_PAGES = frozenset({"media", "network", "networks", "page", "pages", "account", "accounts", "feed", "profile"})
_HEADS = (
    (VenueKind.INTERVIEW, "venue.interview"),
    (VenueKind.PRESS_CONFERENCE, "venue.press_conference"),
    (VenueKind.SOCIAL_MEDIA, "venue.social_media"),
    (VenueKind.BROADCAST, "venue.broadcast"),
    (VenueKind.DOCUMENT, "venue.document"),
    (VenueKind.OTHER, "venue.other"),
    (VenueKind.MEETING, "venue.meeting"),
)


def venue_of(near: Nearby, places: Sequence[Place]) -> Found | None:
    """The venue that the words around a cue give, those that name an occasion or a means before those of a place.

    `places` are the toponyms of the report.
    """
    if near.verb is None:
        return None
    zones = (near.after, near.beside, near.end, near.between, near.before)
    written = "write" in {verb.lemma for verb, _ in cue_book().verbs.get(low(near.verb.text), ())}
    found = [
        (one, zone in (near.end, near.between) or _is_of_content(near, zone))
        for zone in zones
        for one in _in_zone(zone, places, opening=zone is near.before)
    ]
    found = [
        *((one, False) for one in (*_told(near), *(_published(near.after) if written else ()), *_writing(near.before))),
        *found,
        *((one, False) for one in _in_source(near)),
    ]
    named = [one for one, _ in found if one[1] is not VenueKind.PLACE]
    standing = [one for one, aside in found if one[1] is VenueKind.PLACE and not aside]
    return next(iter((*named, *standing)), None)


def _is_of_content(near: Nearby, zone: Tokens) -> bool:
    """Whether a place in this zone belongs to what is told: before a content before the cue, or behind an object."""
    if zone is near.before:
        return near.postposed and low(zone[0].text) not in _SPEAKING if zone else False
    return zone is near.beside and near.verb is not None and not takes_hearer(near.verb) and not near.leads_adjunct


def _told(near: Nearby) -> Iterator[Found]:
    """The occasion that was "told": "told a rally in Leeds"."""
    assert near.verb is not None
    told = {verb.lemma for verb, _ in cue_book().verbs.get(low(near.verb.text), ())} & {"tell", "address"}
    words = [token.text for token in near.after]
    end = phrase_end(words, 0)
    if told and end and is_occasion(words, 0, end):
        yield _span(near.after, 0, _extended(words, end)), kind_of(words[:end], "at") or VenueKind.MEETING


def _published(tokens: Tokens) -> Iterator[Found]:
    """What somebody "wrote in": "the Daily Mercury"."""
    words = [token.text for token in tokens]
    last = phrase_end(words, 1) if [low(word) for word in words[:1]] == ["in"] else 0
    if last > 1 and words[last - 1][0].isupper():
        yield _span(tokens, 1, last), VenueKind.DOCUMENT


def _writing(before: Tokens) -> Iterator[Found]:
    """What somebody tells "writing in" it."""
    return _published(before[1:]) if before and low(before[0].text) == "writing" else iter(())


def _in_source(near: Nearby) -> Iterator[Found]:
    """What reports were spread by: "reports on social media"."""
    media = (VenueKind.SOCIAL_MEDIA, VenueKind.BROADCAST)
    return (one for one in _in_zone(near.source, ()) if one[1] in media)


def _in_zone(tokens: Tokens, places: Sequence[Place], *, opening: bool = False) -> Iterator[Found]:
    """The venues of a zone; a place that opens a sentence must do so with its first words, or after "speaking"."""
    words = [token.text for token in tokens]
    for at, word in enumerate(words):
        if low(word) not in _PREPOSITIONS:
            continue
        first = at + 1
        last = phrase_end(words, first + (low(words[first]) == "her" if first < len(words) else 0))
        if last == first:
            continue
        end = _extended(words, last)
        kind = kind_of(words[first:last], low(word), words[last:end])
        led = not opening or at == 0 or low(words[at - 1]) in ("but", "and") or low(words[0]) in _SPEAKING
        if kind is None and led and low(word) in _STANDING and _is_place(tokens, first, last, low(word), places):
            kind, end = VenueKind.PLACE, last
        if kind:
            yield _span(tokens, first, end), kind


def kind_of(phrase: Sequence[str], preposition: str, rest: Sequence[str] = ()) -> VenueKind | None:
    """The kind of venue that a phrase names after a preposition, `rest` being told of it; None if it is none."""
    lists = cue_book().lists
    core = [low(word) for word in phrase]
    head = core[head_of(phrase, 0, len(phrase))]
    if preposition == "over" and head in lists["venue.meals"]:
        return VenueKind.MEETING
    if preposition in ("by", "over", "via"):
        return _means(core, head)
    if core == ["march"] and phrase[0][0].isupper():
        return None  # the month
    if {"news", "press"} & set(core) and head in ("conference", "briefing", "call"):
        return VenueKind.PRESS_CONFERENCE
    if head in ("visit", "trip", "tour"):
        return VenueKind.PLACE if preposition in ("during", "on") else None
    if preposition == "on" and lists["venue.platforms"] & set(core) - {"x"}:
        return VenueKind.SOCIAL_MEDIA
    if core[-2:] == ["town", "hall"] and preposition in ("at", "in", "during"):
        return VenueKind.MEETING
    if preposition == "on" and (core == ["air"] or _on_air(phrase, core)):
        return VenueKind.BROADCAST
    for kind, name in _HEADS:
        if head in lists[name] and _fits(kind, preposition, head, phrase):
            return _refined(kind, core, head, [low(word) for word in rest])
    if preposition == "in" and head in lists["venue.chambers"]:
        return VenueKind.MEETING
    return _by_modifier(core, preposition)


def _means(core: Sequence[str], head: str) -> VenueKind | None:
    """What one speaks by: "e-mail", "satellite phone", "text message", "Telegram"."""
    lists = cue_book().lists
    if head not in lists["venue.means"]:
        return None
    if head in lists["venue.platforms"]:
        return VenueKind.SOCIAL_MEDIA
    return VenueKind.DOCUMENT if head in lists["venue.document"] else VenueKind.OTHER


def _on_air(phrase: Sequence[str], core: Sequence[str]) -> bool:
    lists = cue_book().lists
    if any(word in lists["venue.broadcasters"] for word in core):
        return True
    named = any(word[0].isupper() for word in phrase)
    return any(word in lists["venue.channels"] for word in core) and (named or core[-1] in lists["venue.broadcast"])


def _fits(kind: VenueKind, preposition: str, head: str, phrase: Sequence[str]) -> bool:
    """Whether one says something so: "on Telegram" and "in a post", but not "in the show" of a "cattle show"."""
    if kind is VenueKind.BROADCAST:
        return preposition in ("on", "in", "during")
    if head == "x":
        return phrase[-1] == "X" and preposition in ("on", "via")
    if kind in (VenueKind.DOCUMENT, VenueKind.OTHER, VenueKind.INTERVIEW, VenueKind.SOCIAL_MEDIA):
        return preposition in ("in", "on", "through", "during", "from", "at")
    return preposition in ("at", "in", "during", "on", "from", "outside", "inside")


def _refined(kind: VenueKind, core: Sequence[str], head: str, rest: Sequence[str]) -> VenueKind:
    """The kind with regard to the other words: "televised address", "statement on Telegram"."""
    lists = cue_book().lists
    if head in ("address", "speech", "message", "debate", "statement", "remarks") and lists["venue.on_air"] & set(core):
        return VenueKind.BROADCAST
    written = kind in (VenueKind.DOCUMENT, VenueKind.OTHER)
    return VenueKind.SOCIAL_MEDIA if written and lists["venue.platforms"] & {*core, *rest} else kind


def _by_modifier(core: Sequence[str], preposition: str) -> VenueKind | None:
    """The kind of "the talk show Duel": a noun with a name after it."""
    lists = cue_book().lists
    if preposition == "on" and any(word in lists["venue.broadcast"] for word in core):
        return VenueKind.BROADCAST
    if preposition in ("on", "in") and lists["venue.platforms"] & set(core) - {"x"}:
        return VenueKind.SOCIAL_MEDIA
    return VenueKind.SOCIAL_MEDIA if preposition == "on" and core[-1] in _PAGES else None


def _extended(words: Sequence[str], end: int) -> int:
    """One past what else is told of the venue: "to NBC", "posted on Telegram", "dated 3 March"."""
    for _ in range(3):
        word = low(words[end]) if end < len(words) else ""
        if word in cue_book().lists["venue.dated"]:
            end = _past(words, end + 1, lambda at: _is_time(words, at) or low(words[at]) in _LINKS)
        elif word in _LINKS and _is_told(words, end + 1):
            end = phrase_end(words, end + 1)
        else:
            return end
    return end


def _is_told(words: Sequence[str], at: int) -> bool:
    return begins_phrase(words, at) and not _is_time(words, at) and phrase_end(words, at) > at


def _past(words: Sequence[str], at: int, goes_on: Callable[[int], bool]) -> int:
    """On over links and times, and at the end over the phrase that a link brings."""
    while at < len(words) and goes_on(at):
        at += 1
    linked = low(words[at - 1]) in _LINKS
    return phrase_end(words, at) if linked and at < len(words) else at


def _is_time(words: Sequence[str], at: int) -> bool:
    lists = word_lists()
    word = low(words[at])
    return word[0].isdigit() or any(word in lists[name] for name in ("times", "time_nouns", "time_leads"))


def _is_place(tokens: Tokens, first: int, last: int, preposition: str, places: Sequence[Place]) -> bool:
    words = [token.text for token in tokens[first:last]]
    head = low(words[head_of(words, 0, len(words))])
    if preposition in ("aboard", "outside", "inside") or head in cue_book().lists["venue.place"]:
        return head not in word_lists()["time_nouns"]
    span = _span(tokens, first, last)
    return preposition in ("in", "at", "from") and any(
        span.overlaps(place.words) for place in _literal(places, span) if not _is_time([*words], 0)
    )


def _literal(places: Sequence[Place], span: Span) -> Collection[Place]:
    first = bisect_left(places, span.start, key=lambda place: place.words.start)
    last = bisect_left(places, span.end, key=lambda place: place.words.start)
    return [place for place in places[first:last] if place.role is ToponymRole.LITERAL]


def _span(tokens: Tokens, first: int, last: int) -> Span:
    return Span(tokens[first].start, tokens[last - 1].end)
