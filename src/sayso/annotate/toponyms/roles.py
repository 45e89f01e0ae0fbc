"""What a place name does in its sentence: it tells where something is, or stands for those who govern there."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.annotate.passage import Passage
from sayso.annotate.toponyms.acting import acts
from sayso.annotate.toponyms.dealing import dealt_with
from sayso.annotate.toponyms.find import Toponym
from sayso.annotate.toponyms.surroundings import located
from sayso.gazetteer.file import Entry, PlaceKind
from sayso.ontology.actors import buildings, seats
from sayso.ontology.places import demonyms, place_words
from sayso.record.place import ToponymRole


@dataclass(frozen=True, slots=True)
class Judged:
    """A toponym, the place it stands for (None if unknown) and its role."""

    toponym: Toponym
    entry: Entry | None
    role: ToponymRole


def role_of(passage: Passage, toponym: Toponym, entry: Entry | None, before: Judged | None) -> ToponymRole:
    """The role of `toponym`, which stands for `entry`; `before` is the toponym before it, judged.

    Members of a list share a role: in "accused Poland, Lithuania and Latvia" all three are accused. Metonymic is said
    of what acts, speaks, owns a policy or is dealt with by others; literal of all else, and of what a preposition or
    verb of place governs.
    """
    text = toponym.span.of(passage.report.text)
    if text in demonyms():
        return ToponymRole.DEMONYM
    if toponym.beside:
        return _by_beside(toponym.beside)
    if _in_name(passage, toponym) or _of_a_band(passage, toponym, entry):
        return ToponymRole.PART_OF_NAME
    governed = text in seats() or (entry is not None and entry.kind in (PlaceKind.COUNTRY, PlaceKind.REGION))
    if before and before.role != ToponymRole.DEMONYM and _listed(passage, before, toponym, entry):
        clause = passage.low[before.toponym.last : toponym.first] == [",", "and"] and before.role == ToponymRole.LITERAL
        return ToponymRole.METONYMIC if clause and acts(passage, toponym, governed=governed) else before.role
    if before and before.role == ToponymRole.LITERAL and passage.low[before.toponym.last : toponym.first] == [","]:
        return ToponymRole.LITERAL  # what the place before lies in
    metonymic = _by_owner(passage, toponym)
    if metonymic is None:
        metonymic = dealt_with(passage, toponym, governed=governed)
    if metonymic is None and located(passage, toponym.first):
        metonymic = False
    if metonymic is None:
        metonymic = acts(passage, toponym, governed=governed)
    return ToponymRole.METONYMIC if metonymic else ToponymRole.LITERAL


def _by_beside(beside: str) -> ToponymRole:
    """By the other half of a word with a hyphen: a government in "Moscow-backed", a place in "London-based"."""
    words = place_words()
    return ToponymRole.METONYMIC if beside in words["hyphen.governments"] else ToponymRole.LITERAL


def _in_name(passage: Passage, toponym: Toponym) -> bool:
    at = toponym.last
    if at >= passage.last_of(toponym.first):
        return False
    words = place_words()["after.in_names"] | place_words()["after.in_firms"]
    return passage.tokens[at].text[0].isupper() and passage.low[at] in words


def _of_a_band(passage: Passage, toponym: Toponym, entry: Entry | None) -> bool:
    """Whether a small place only gives armed people their name: "the Lagartos gang"."""
    small = entry is not None and entry.kind > PlaceKind.ADMIN1 and entry.population < _KNOWN
    after = passage.low[toponym.last : toponym.last + 1]
    return small and bool(after) and after[0] in place_words()["after.bands"]


_KNOWN = 100_000
"""People in a town whose name one may take for the town's."""


def _listed(passage: Passage, before: Judged, toponym: Toponym, entry: Entry | None) -> bool:
    """Whether the two are members of one list; "Paris, Texas" is none, being a town and what it lies in."""
    between = passage.low[before.toponym.last : toponym.first]
    if passage.sentence[before.toponym.first] != passage.sentence[toponym.first] or not 0 < len(between) <= 3:
        return False
    alike = entry is not None and before.entry is not None and entry.kind == before.entry.kind
    joined = set(between) <= {",", "and", "or", "&"} or between[-2:] == ["and", "the"]
    return joined and (alike or between[-1] != ",")


def _by_owner(passage: Passage, toponym: Toponym) -> bool | None:
    """Whether what it owns is a government's ("Ukraine's army") or lies there ("Ukraine's border"); None if nothing.

    A seat of power owns what stands after it ("a White House statement").
    """
    end = passage.last_of(toponym.first)
    after = passage.low[toponym.last : min(toponym.last + 6, end)]
    owns = bool(after) and after[0] in ("'s", "'")
    seat = bool(after) and toponym.span.of(passage.report.text) in buildings()
    if not owns and not (seat and passage.shape[toponym.last] == "N"):
        return None
    words, owned = place_words(), _noun_phrase(passage, toponym.last + owns, min(toponym.last + 6, end))
    return not owned & words["after.parts"] and bool(owned & words["after.owned"])


def _noun_phrase(passage: Passage, first: int, last: int) -> set[str]:
    """The words up to a preposition, a verb or a mark."""
    stop = next((at for at in range(first, last) if passage.shape[at] in "pVEmhbdt,;:.\"'c"), last)
    return set(passage.low[first:stop])
