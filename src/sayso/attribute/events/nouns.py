"""What the noun for somebody tells by itself: what they are, whether people, which sector, which known body."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribute.events.marked import Marked
from sayso.attribute.events.nationality import demonym_at
from sayso.attribute.events.syntax import Syntax
from sayso.ontology.plover.agents import is_human, sector_of
from sayso.ontology.plover.bodies import Body, bodies
from sayso.ontology.plover.forms import noun_lemma
from sayso.record.actor import Actor, ActorKind
from sayso.record.place import Place, PlaceKind, ToponymRole

FIRST_PERSON = frozenset({"we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself"})
_HUMAN = frozenset(
    [
        "he",
        "she",
        "they",
        "him",
        "her",
        "them",
        "who",
        "whom",
        "those",
        "others",
        "many",
        "some",
        "several",
        "hundreds",
        "thousands",
        "dozens",
        "scores",
        "both",
        "all",
        "anyone",
        "everyone",
        "nobody",
        "someone",
        "one",
        "another",
        "two",
    ]
)
_MEMBERS = frozenset({"group", "movement", "militia", "rebels", "fighters", "militants"})
"""Words that follow the name of an armed group: "Wagner group", "M23 rebels"."""
_COUNTING = frozenset(
    [
        "dozens",
        "hundreds",
        "thousands",
        "scores",
        "number",
        "group",
        "groups",
        "majority",
        "series",
        "one",
        "some",
        "many",
        "company",
        "companies",
        "unit",
        "units",
        "tens",
        "last",
        "rest",
        "most",
        "half",
        "remainder",
        "first",
        "dozen",
        "pair",
        "couple",
        "part",
        "crowd",
        "team",
        "lot",
        "millions",
    ]
)
"""Words that only count others."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """Looks up nouns by the index of their token."""

    _syntax: Syntax
    _marked: Marked

    def content_word(self, head: int) -> str:
        """The noun that tells what they are: "people" in "dozens of people"."""
        low = self._syntax.low[head]
        inner = self.counted(head) if low != "crowd" else None
        return self.content_word(inner) if inner is not None else low

    def counted(self, head: int) -> int | None:
        """Those whom a number or a word of number counts: "teachers" of "hundreds of teachers"."""
        if self._syntax.tag(head) != "NUM" and self._syntax.low[head] not in _COUNTING:
            return None
        below = self._syntax.children(head, "nmod")
        return next((child for child in below if self._syntax.case(child) == "of"), None)

    def is_human(self, head: int, word: str, *, person: bool) -> bool:
        told = (
            word in _HUMAN or self.content_word(head) in _HUMAN or word in FIRST_PERSON or self._counted(head) or person
        )
        human = is_human(self.content_word(head)) and not self._is_used(head)
        return told or demonym_at(self._syntax, head) is not None or human

    def _counted(self, head: int) -> bool:
        """A number that stands for people: "three were killed"."""
        return self._syntax.tag(head) == "NUM" and not self._syntax.children(head, "nmod")

    def body(self, head: int) -> Body | None:
        """A body known by its name: the whole name the word is in, or the phrase."""
        syntax = self._syntax
        text = self._syntax.annotated.report.text
        spans = self._marked.names.get(head, ())
        names = [span.of(text) for span in spans] + [self._syntax.phrase(head).of(text)]
        if not spans and not syntax.children(head, "compound", "flat", "amod"):
            names.append(syntax.tokens[head].text)
        if before := [one for one in syntax.children(head, "compound", "flat") if one < head]:
            names.append(" ".join(syntax.tokens[one].text for one in (*before, head)))
        for name in names:
            bare = name.removeprefix("the ").removeprefix("The ")
            first, _, last = bare.rpartition(" ")
            if found := bodies().get(bare) or (bodies().get(first) if last in _MEMBERS else None):
                return found
        return None

    def _is_used(self, head: int) -> bool:
        """Whether it is "force" that somebody uses, and nobody."""
        told = self._syntax.children(head, "det", "amod", "compound", "nmod:poss")
        return self._syntax.low[head] == "force" and not told

    def sector(self, head: int, place: Place | None, actor: Actor | None) -> str | None:
        syntax = self._syntax
        if self._is_used(head):
            return None
        if place is not None and place.role != ToponymRole.DEMONYM and place.kind in (PlaceKind.COUNTRY, None):
            return "GOV" if place.role == ToponymRole.METONYMIC else None
        if place is not None and place.role == ToponymRole.METONYMIC:
            return "GOV"
        told = sector_of(self.content_word(head))
        if told == "CVL" and any(syntax.low[one] in ("armed", "masked") for one in syntax.children(head, "amod")):
            return "UAF"
        if (
            told == "COP"
            and noun_lemma(syntax.low[head]) in ("guard", "officer")
            and any(
                syntax.low[one] in ("army", "military", "navy") for one in syntax.children(head, "compound", "amod")
            )
        ):
            return "MIL"
        if told is None and syntax.tag(head) == "PROPN":
            for child in syntax.children(head, "compound", "flat", "amod", "nmod"):
                found = sector_of(syntax.low[child])
                if found:
                    return found
        if told is None and syntax.tag(head) == "PROPN":
            told = self.role_before(head)
        if told is None and actor is not None and actor.kind is ActorKind.PERSON:
            return next((sector for role in actor.roles if (sector := sector_of(role))), None)
        return told

    def role_before(self, head: int) -> str | None:
        """The sector of the office before a name, wherever the parse hangs it: "president Hamid Karzai"."""
        syntax = self._syntax
        first, _ = syntax.bounds(head)
        for at in range(head - 1, max(first, head - 5) - 1, -1):
            if syntax.tag(at) not in ("ADJ", "NOUN", "PROPN"):
                return None
            if sector_of(syntax.low[at]):
                return sector_of(syntax.low[at])
        return None
