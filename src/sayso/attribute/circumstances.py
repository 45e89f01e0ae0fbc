"""To whom, where and when something was said, as far as the words beside the cue tell."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribute.nearby import Nearby
from sayso.ontology.codebook import CueVerb, cue_book, word_lists
from sayso.record.annotation import Token
from sayso.record.reference import Reference, TimeReference
from sayso.record.report import Report
from sayso.record.statement import Venue, VenueKind
from sayso.spans import Span

_ADDRESSEE_TOKENS = 8
_VENUE_TOKENS = 12
_KINDS = {
    VenueKind.MEETING: "meeting summit session council",
    VenueKind.INTERVIEW: "interview podcast",
    VenueKind.BROADCAST: "broadcast television radio show program programme",
    VenueKind.SOCIAL_MEDIA: "tweet post telegram twitter facebook instagram x blog video",
    VenueKind.PRESS_CONFERENCE: "briefing",
    VenueKind.DOCUMENT: "statement letter report memo email e-mail op-ed column article text message testimony release",
}


def addressee_of(report: Report, near: Nearby, verb: CueVerb | None) -> Reference | None:
    """Whom the words were said to: the object of "told", or what follows "to"."""
    tokens = near.after
    if tokens and tokens[0].text.lower() == "to":
        if verb and verb.lemma in cue_book().lists["addressee.none"]:
            return None
        tokens = tokens[1:]
    elif verb is None or not ("hearer" in verb.takes or verb.lemma == "tell"):
        return None
    stopped = _until(tokens, word_lists()["after_addressee"] | word_lists()["times"])[:_ADDRESSEE_TOKENS]
    return Reference(words=report.words(_hull(stopped))) if stopped else None


def said_at(report: Report, near: Nearby) -> TimeReference | None:
    """When it was said: a time beside the cue, at the beginning of the sentence or at its end."""
    for tokens in (near.after, near.before, near.end):
        found = _time(tokens)
        if found:
            return TimeReference(words=report.words(_hull(found)))
    return None


def venue_of(report: Report, near: Nearby) -> Venue | None:
    """Where, or through what, it was said."""
    for tokens in (near.after, near.before, near.end):
        found = _venue(tokens)
        if found:
            return Venue(words=report.words(_hull(found[0])), kind=found[1])
    return None


def _until(tokens: Sequence[Token], stops: frozenset[str]) -> Sequence[Token]:
    for at, token in enumerate(tokens):
        if token.text.lower() in stops or not token.text[0].isalnum():
            return tokens[:at]
    return tokens


def _time(tokens: Sequence[Token]) -> Sequence[Token]:
    """The first time among the tokens, with the words that belong to it ("last", "night", a number)."""
    times, nouns, leads = (word_lists()[name] for name in ("times", "time_nouns", "time_leads"))
    words = [token.text.lower() for token in tokens]
    for at, word in enumerate(words):
        lead = at > 0 and words[at - 1] in leads
        if word not in times and not (word in nouns and lead):
            continue
        first = at - 1 if lead else at
        last = at + 1
        while last < len(words) and (words[last] in nouns | times or words[last].isdigit()):
            last += 1
        return tokens[first:last]
    return ()


def _venue(tokens: Sequence[Token]) -> tuple[Sequence[Token], VenueKind] | None:
    words = [token.text.lower() for token in tokens]
    places = cue_book().lists["venue.places"]
    for at, word in enumerate(words):
        if word not in ("in", "at", "on", "during", "via"):
            continue
        for noun in range(at + 1, min(at + 6, len(words))):
            if words[noun] in places and words[noun + 1 : noun + 2] not in (["conference"], ["release"], ["call"]):
                return _venue_phrase(tokens, at + 1, noun), _kind(words[at + 1 : noun + 1])
            if not words[noun][0].isalnum():
                break
    return None


def _venue_phrase(tokens: Sequence[Token], first: int, noun: int) -> Sequence[Token]:
    """The phrase with "to NBC", "with the BBC" after its noun."""
    last = noun + 1
    if last + 1 < len(tokens) and tokens[last].text.lower() in ("to", "with", "on", "of"):
        name = last + 1
        while name < min(len(tokens), last + _VENUE_TOKENS) and _named(tokens[name].text):
            name += 1
        if name > last + 1 and tokens[name - 1].text[0].isupper():
            last = name
    return tokens[first:last]


def _named(text: str) -> bool:
    return (text[0].isupper() and text.lower() not in word_lists()["times"]) or text.lower() == "the"


def _kind(words: Sequence[str]) -> VenueKind:
    if words[-1] == "conference" and words[-2:-1] in (["news"], ["press"]):
        return VenueKind.PRESS_CONFERENCE
    for kind, nouns in _KINDS.items():
        if words[-1] in nouns.split():
            return kind
    return VenueKind.OTHER


def _hull(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].start, tokens[-1].end)
