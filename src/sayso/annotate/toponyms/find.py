"""Which stretches of a report are place names, and what each does in its sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.annotate.passage import Passage
from sayso.gazetteer.file import Gazetteer, PlaceKind
from sayso.gazetteer.fold import fold, key_of
from sayso.ontology.places import demonyms, state_abbreviations
from sayso.record.annotation import NamedSpan
from sayso.record.place import ToponymRole
from sayso.spans import Span

_LONGEST = 6
"""Tokens in the longest place name looked for."""

_WELL_KNOWN = 100_000
"""A town of fewer people needs a preposition or its country beside it to be believed, where no tagger vouches for it."""

_COUNTRY = 10**9
"""What a country, region or continent counts as, in people."""

_PLACE_LABELS = frozenset({"gpe", "location", "loc", "facility"})
_COMPASS = re.compile(r"(?:(?:north|south)(?:[- ]?(?:east|west))?|east|west|central)(?:ern)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name, the tokens it stands on, and what it does there."""

    span: Span
    first: int
    last: int
    role: ToponymRole


@cache
def _words() -> Mapping[str, frozenset[str]]:
    path = files("sayso.ontology.places") / "words.toml"
    sections = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        f"{part}.{name}": frozenset(words.split()) for part, lists in sections.items() for name, words in lists.items()
    }


def find_toponyms(passage: Passage, gazetteer: Gazetteer, names: Sequence[NamedSpan] = ()) -> list[Toponym]:
    """The toponyms of a report, in text order and without overlaps.

    Where a tagger gave `names`, those of places are taken, and others hide what stands inside them; without, the
    gazetteer's names are believed where the words around them allow it.
    """
    known = _known(passage, gazetteer)
    tagged = _tagged(passage, names)
    found: list[Toponym] = []
    taken = -1
    surnames = _surnames(passage, known)
    for match in sorted({**known, **tagged}.values(), key=lambda one: (one[0], -one[1])):
        first, last, _ = match
        if first < taken or _hidden(passage, first, last, names):
            continue
        if (first, last) not in tagged and not _believable(passage, match, surnames, tagger=bool(names)):
            continue
        found.append(Toponym(passage.span(first, last), first, last, role_of(passage, first, last)))
        taken = last
    return found


_Match = tuple[int, int, int]


def _known(passage: Passage, gazetteer: Gazetteer) -> dict[tuple[int, int], _Match]:
    """Runs of tokens that the gazetteer knows, longest first at each token, with how many people live there."""
    runs = list(_runs(passage))
    folded = [fold(passage.span(first, last).of(passage.report.text)) for first, last in runs]
    rows = gazetteer.rows_of_keys([key_of(name) for name in folded])
    found: dict[tuple[int, int], _Match] = {}
    for (first, last), there in zip(runs, rows, strict=True):
        text = passage.span(first, last).of(passage.report.text)
        if text in demonyms() or text in state_abbreviations():
            found[first, last] = (first, last, _WELL_KNOWN)
        elif there:
            entries = gazetteer.entries(there)
            vast = any(entry.kind <= PlaceKind.COUNTRY for entry in entries)
            found[first, last] = (first, last, _COUNTRY if vast else max(entry.population for entry in entries))
    return found


def _runs(passage: Passage) -> Iterator[tuple[int, int]]:
    tokens = passage.tokens
    for first, token in enumerate(tokens):
        if not token.text[0].isupper():
            continue
        end = passage.last_of(first)
        for last in range(min(end, first + _LONGEST), first, -1):
            if tokens[last - 1].text[0].isupper() or (last == first + 1):
                yield first, last


def _tagged(passage: Passage, names: Iterable[NamedSpan]) -> dict[tuple[int, int], _Match]:
    starts = {token.start: number for number, token in enumerate(passage.tokens)}
    ends = {token.end: number + 1 for number, token in enumerate(passage.tokens)}
    places = (name for name in names if name.label in _PLACE_LABELS and name.start in starts and name.end in ends)
    pairs = ((starts[name.start], ends[name.end]) for name in places)
    return {(first, last): (first, last, 0) for first, last in pairs}


def _hidden(passage: Passage, first: int, last: int, names: Sequence[NamedSpan]) -> bool:
    span = passage.span(first, last)
    return any(name.label not in _PLACE_LABELS | {"norp"} and name.overlaps(span) for name in names)


def _surnames(passage: Passage, known: Iterable[tuple[int, int]]) -> set[str]:
    """Last words of longer names that are no places: "Obi" of "Maryam Obi"."""
    places = set(known)
    ends = [at for at in range(1, len(passage.shape)) if passage.shape[at - 1 : at + 1] == "MM"]
    return {
        passage.tokens[at].text
        for at in ends
        if (at - 1, at + 1) not in places and passage.shape[at + 1 : at + 2] != "M" and not _opens(passage, at - 1)
    }


def _believable(passage: Passage, match: _Match, surnames: set[str], *, tagger: bool) -> bool:
    """Whether a run that the gazetteer knows is likely to be a place here."""
    first, last, people = match
    text = passage.span(first, last).of(passage.report.text)
    if tagger:
        return text in demonyms()
    if _in_longer_name(passage, first, last) or passage.shape[first] != "M" or passage.shape[last - 1] != "M":
        return text in demonyms()
    if last == first + 1 and people < _COUNTRY and text in surnames:
        return False
    if fold(text) in _words()["names.doubtful"] and not _located(passage, first):
        return False
    return people >= _WELL_KNOWN or _located(passage, first) or _contained(passage, last)


def _in_longer_name(passage: Passage, first: int, last: int) -> bool:
    """Whether more names stand beside the run in the same breath, so that it may be half of someone's name."""
    before = first > passage.first_of(first) and passage.shape[first - 1] == "M" and not _opens(passage, first - 1)
    after = last < passage.last_of(first) and passage.shape[last] == "M"
    if after and passage.low[last] in _words()["after.roles"]:
        after = False
    demonym = passage.span(first, last).of(passage.report.text) in demonyms()
    return not demonym and (before or after)


def _opens(passage: Passage, at: int) -> bool:
    return bool(_COMPASS.fullmatch(passage.tokens[at].text)) or passage.tokens[at].text in demonyms()


def _located(passage: Passage, first: int) -> bool:
    back = first - 1
    while back > passage.first_of(first) and (passage.low[back] == "the" or _COMPASS.fullmatch(passage.low[back])):
        back -= 1
    if back < passage.first_of(first):
        return False
    if passage.low[back] == "of" and back > passage.first_of(first):
        return passage.low[back - 1] in _words()["before.kinds"] or bool(_COMPASS.fullmatch(passage.low[back - 1]))
    return passage.low[back] in _words()["before.locative"]


def _contained(passage: Passage, last: int) -> bool:
    end = passage.last_of(last - 1)
    return last + 1 < end and passage.low[last] == "," and passage.shape[last + 1] == "M"


def role_of(passage: Passage, first: int, last: int) -> ToponymRole:
    """What a place name does in its sentence: names where something is, or stands for those who govern there."""
    text = passage.span(first, last).of(passage.report.text)
    if text in demonyms():
        return ToponymRole.DEMONYM
    end = passage.last_of(first)
    following = passage.low[last] if last < end else ""
    if following in _words()["after.in_names"] and passage.tokens[last].text[0].isupper():
        return ToponymRole.PART_OF_NAME
    if _located(passage, first):
        return ToponymRole.LITERAL
    before = passage.low[first - 1] if first > passage.first_of(first) else ""
    if before in _words()["before.associative"] or following in _words()["after.roles"]:
        return ToponymRole.METONYMIC
    if following == "'s" or following == "'":
        owned = passage.low[last + 1 : min(last + 4, end)]
        return ToponymRole.LITERAL if set(owned) & _words()["after.parts"] else ToponymRole.METONYMIC
    if last < end and passage.shape[last] in "VEmhdB" and passage.low[last] not in ("was", "were", "is", "are"):
        return ToponymRole.METONYMIC
    return ToponymRole.LITERAL
