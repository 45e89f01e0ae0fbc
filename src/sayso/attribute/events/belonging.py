"""The country that the words around a noun tell: an adjective, a possessor, where it is from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.attribute.actors.known import figure_country
from sayso.attribute.events.marked import Marked
from sayso.attribute.events.nationality import alone, body_country, demonym_at, is_seat, named_country, only
from sayso.attribute.events.syntax import Syntax
from sayso.ontology.plover.bodies import bodies
from sayso.ontology.plover.forms import noun_lemma
from sayso.ontology.plover.frames import is_seated
from sayso.record.place import ToponymRole
from sayso.record.statement import Statement

_AT = frozenset({"in", "at", "near"})
OF = frozenset({"of", "from", "in", "at", "near"})

_POPES = frozenset({"pope", "pontiff"})

_OTHERS = frozenset(
    [
        "captor",
        "kidnapper",
        "abductor",
        "attacker",
        "assailant",
        "killer",
        "tormentor",
        "rival",
        "opponent",
        "enemy",
        "foe",
        "counterpart",
        "host",
        "neighbour",
        "neighbor",
        "adversary",
        "persecutor",
    ]
)
"""People who are not of those whose they are: "her captors"."""


@dataclass(frozen=True, slots=True)
class Belonging:
    """Looks up countries by the head of a noun phrase; `_country_of` gives that of a possessor of a noun."""

    _syntax: Syntax
    _marked: Marked
    _country_of: Callable[[int, int, Statement | None], str | None]

    def modifying(self, head: int, voice: Statement | None) -> str | None:
        """The country that a modifier tells: "Russian", "Minsk's", "of Belarus", "in Almaty", "his (country)"."""
        syntax = self._syntax
        children = syntax.children(head, "amod", "compound", "nmod", "flat", "appos", "det")
        for child in sorted(children, key=lambda one: syntax.is_a(one, "nmod", "appos")):
            if syntax.is_a(child, "appos"):
                if child in self._marked.places:
                    continue
                found = self.modifying(child, voice) if syntax.tag(child) in ("NOUN", "PROPN") else None
            elif syntax.is_a(child, "nmod") and not syntax.is_a(child, "nmod:poss") and syntax.case(child) not in OF:
                continue
            else:
                found = self.telling(child, head, voice)
            if found:
                return found
        described = self._described(head, voice) or self._papal(head)
        return described or self._to_the_left(head, voice) or self._to_the_right(head) or self._there(head)

    def _described(self, head: int, voice: Statement | None) -> str | None:
        """Of a name, what the words for its bearer tell: "Peru's minister, Ana Ruiz", "the Peruvian, Ana Ruiz"."""
        syntax = self._syntax
        if syntax.tag(head) != "PROPN":
            return None
        first = head
        while syntax.is_a(first, "flat") and (above := syntax.head(first)) is not None:
            first = above
        above = syntax.head(first) if syntax.is_a(first, "appos") else None
        words = [*([above] if above is not None else []), *self._before_name(first)]
        told = (self.telling(one, word, voice) for word in words for one in syntax.children(word, "amod", "nmod:poss"))
        return next((country for country in told if country), None)

    def _papal(self, head: int) -> str | None:
        """The Vatican for the pope, by name or as "the pope"."""
        syntax = self._syntax
        before = [one for one in syntax.children(head, "nmod:desc", "compound", "amod") if one < head]
        alone = syntax.low[head] in _POPES and any(syntax.low[one] == "the" for one in syntax.children(head, "det"))
        return "VAT" if alone or any(syntax.low[one] in _POPES for one in before) else None

    def _before_name(self, name: int) -> list[int]:
        """Nouns that the parse hangs on a name before it to tell what its bearer is."""
        syntax = self._syntax
        return [one for one in syntax.children(name, "nmod:desc") if one < name and syntax.tag(one) == "NOUN"]

    def _there(self, head: int) -> str | None:
        """Of those "there", the country of the place that was named last."""
        syntax = self._syntax
        told = syntax.low[head + 1 : head + 2] == ["there"] and syntax.tag(head) == "NOUN"
        before = [at for at in self._marked.places if at < head] if told else []
        place = self._marked.place_at(max(before)) if before else None
        return alone(place) if place is not None and place.role is ToponymRole.LITERAL else None

    def called(self, head: int) -> str | None:
        """The one country that the adjectives before it tell: "the Vietnamese boat"."""
        before = self._syntax.children(head, "amod", "compound")
        return only({told for one in before if (told := demonym_at(self._syntax, one))})

    def telling_before(self, head: int) -> bool:
        """Whether an adjective or a noun before it tells the country: "Indian soldiers"."""
        before = self._syntax.children(head, "amod", "compound")
        return any(demonym_at(self._syntax, one) for one in before)

    def telling(self, child: int, head: int, voice: Statement | None) -> str | None:
        place = self._marked.places.get(child)
        if place and is_seat(place) and (self._syntax.case(child) in _AT or is_seated(self._syntax.low[head])):
            return None
        if place and alone(place):
            return alone(place)
        told = demonym_at(self._syntax, child) or self._led(child)
        if told:
            return told
        if self._syntax.is_a(child, "nmod:poss"):
            return self._owner(child, head, voice)
        if self._syntax.is_a(child, "nmod") or self._syntax.is_a(child, "compound"):
            found = self.modifying(child, voice) or self._named_after(child)
            body = self._marked.labels.get(child) == "organisation" and self._syntax.is_a(child, "nmod")
            return found or (self._country_of(child, head, voice) if body else None)
        return None

    def _led(self, child: int) -> str | None:
        """The country of a public figure or a known body before a noun: "the Macron government", "a Houthi missile"."""
        if not self._syntax.is_a(child, "compound", "amod") or self._syntax.tag(child) not in ("PROPN", "ADJ"):
            return None
        name = self._syntax.tokens[child].text
        body = bodies().get(name)
        return figure_country((name,)) or (body.home if body is not None else None)

    def _named_after(self, head: int) -> str | None:
        """The one country, by itself or its capital, that the name of a body has in it: "the University of Dhaka"."""
        if self._marked.labels.get(head) != "organisation":
            return None
        parts = {at for name in self._marked.names.get(head, ()) for at in self._syntax.tokens_in(name)}
        return only({told for at in parts if (told := body_country(self._syntax.tokens[at].text))})

    def _to_the_right(self, head: int) -> str | None:
        """The country of a place that follows with its preposition: "authorities in Honiara", "embassy of Canada"."""
        syntax = self._syntax
        _, last = syntax.bounds(head)
        end = max([head, *syntax.children(head, "flat")])
        if end + 2 >= last or syntax.low[end + 1] not in OF or syntax.tag(head) not in ("NOUN", "PROPN"):
            return None
        if self._marked.is_person(head) and syntax.low[end + 1] in _AT:
            return None
        for at in range(end + 2, min(end + 5, last)):
            place = self._marked.places.get(at)
            if place and is_seat(place) and syntax.low[end + 1] in _AT:
                return None
            if syntax.low[end + 1] == "of" and (told := demonym_at(syntax, at)):
                return told
            if place or syntax.tag(at) == "PROPN":
                return alone(self._marked.places.get(at)) or self.named(at) or self._named_after(at)
            if syntax.tag(at) not in ("DET", "ADJ"):
                return None
        return None

    def _to_the_left(self, head: int, voice: Statement | None) -> str | None:
        """What the words before the noun tell where the parse hangs them elsewhere: "Russian", "Moscow's"."""
        syntax = self._syntax
        first, _ = syntax.bounds(head)
        far = 6 if syntax.tag(head) == "PROPN" else 4
        for at in range(head - 1, max(first, head - far) - 1, -1):
            if syntax.low[at] in ("'s", "'") and at > first and syntax.tag(at - 1) in ("PROPN", "NOUN"):
                told = alone(self._marked.places.get(at - 1)) or demonym_at(syntax, at - 1)
                return told or self._owner(at - 1, head, voice)
            if syntax.tag(at) not in ("ADJ", "NOUN", "PROPN", "NUM"):
                return None
            told = demonym_at(syntax, at)
            if told is None and syntax.tag(head) == "PROPN" and syntax.tag(at) == "PROPN":
                told = alone(self._marked.places.get(at))
            if told:
                return told
        return None

    def _owner(self, owner: int, head: int, voice: Statement | None) -> str | None:
        others = noun_lemma(self._syntax.low[head]) in _OTHERS
        return None if others else self._country_of(owner, head, voice)

    def named(self, head: int) -> str | None:
        """The country whose name the word is, where it was not found as a place ("Chad") and is nobody's name."""
        syntax = self._syntax
        if (
            syntax.tag(head) != "PROPN"
            or self._marked.labels.get(head) == "person"
            or syntax.children(head, "flat", "compound")
        ):
            return None
        return named_country(syntax.tokens[head].text)
