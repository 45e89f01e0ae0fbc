"""What a place name does in its sentence: it tells where something is, or stands for those who govern there."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.annotate.passage import Passage
from sayso.annotate.toponyms.find import Toponym, located
from sayso.gazetteer.file import Entry, PlaceKind
from sayso.ontology.places import demonyms, place_words
from sayso.record.place import ToponymRole

_COPULAS = frozenset({"was", "were", "is", "are", "been", "being", "be"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A toponym, the place it stands for (None if unknown) and its role."""

    toponym: Toponym
    entry: Entry | None
    role: ToponymRole


def role_of(passage: Passage, toponym: Toponym, entry: Entry | None, before: Judged | None) -> ToponymRole:
    """The role of `toponym`, which stands for `entry`; `before` is the toponym before it, judged.

    Members of a list share a role: in "accused Poland, Lithuania and Latvia" all three are accused. Literal is said
    of what
    a preposition or verb of place governs, and of towns by default; of countries otherwise only where nothing acts.
    """
    if toponym.span.of(passage.report.text) in demonyms():
        return ToponymRole.DEMONYM
    if _in_name(passage, toponym):
        return ToponymRole.PART_OF_NAME
    if before and before.role != ToponymRole.DEMONYM and _listed(passage, before, toponym, entry):
        return before.role
    if located(passage, toponym.first):
        return ToponymRole.LITERAL
    for judge in (_by_owner, _by_word_before, _by_verb_after):
        role = judge(passage, toponym, entry)
        if role is not None:
            return role
    return ToponymRole.LITERAL


def _in_name(passage: Passage, toponym: Toponym) -> bool:
    at = toponym.last
    if at >= passage.last_of(toponym.first):
        return False
    return passage.tokens[at].text[0].isupper() and passage.low[at] in place_words()["after.in_names"]


def _listed(passage: Passage, before: Judged, toponym: Toponym, entry: Entry | None) -> bool:
    """Whether the two are members of one list; "Paris, Texas" is none, being a town and what it lies in."""
    between = passage.low[before.toponym.last : toponym.first]
    if passage.sentence[before.toponym.first] != passage.sentence[toponym.first] or not 0 < len(between) <= 2:
        return False
    alike = entry is not None and before.entry is not None and entry.kind == before.entry.kind
    return set(between) <= {",", "and", "or", "&"} and (alike or between[-1] != ",")


def _by_owner(passage: Passage, toponym: Toponym, entry: Entry | None) -> ToponymRole | None:
    """A place in "Ukraine's border", a government in "Ukraine's army"."""
    end = passage.last_of(toponym.first)
    after = passage.low[toponym.last : min(toponym.last + 4, end)]
    if not after or after[0] not in ("'s", "'"):
        return None
    return ToponymRole.LITERAL if set(after[1:]) & place_words()["after.parts"] else ToponymRole.METONYMIC


def _by_word_before(passage: Passage, toponym: Toponym, entry: Entry | None) -> ToponymRole | None:
    at = toponym.first - 1
    if at < passage.first_of(toponym.first):
        return None
    word, letter = passage.low[at], passage.shape[at]
    if word in place_words()["before.associative"]:
        return ToponymRole.METONYMIC
    if word in place_words()["before.verbs"]:
        return ToponymRole.LITERAL
    acted_on = letter in "VEG" and _governed(entry)
    return ToponymRole.METONYMIC if acted_on or word == "not" else None


def _by_verb_after(passage: Passage, toponym: Toponym, entry: Entry | None) -> ToponymRole | None:
    at, end = toponym.last, passage.last_of(toponym.first)
    if at >= end:
        return None
    if passage.low[at] in place_words()["after.roles"]:
        return ToponymRole.METONYMIC
    if passage.low[at] in _COPULAS:
        return ToponymRole.METONYMIC if _governed(entry) and at + 1 < end and passage.shape[at + 1] in "GEn" else None
    return ToponymRole.METONYMIC if passage.shape[at] in "VEmhdB" else None


def _governed(entry: Entry | None) -> bool:
    return entry is not None and entry.kind in (PlaceKind.COUNTRY, PlaceKind.REGION)
