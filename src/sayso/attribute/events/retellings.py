"""The country that other words for the same one tell: their owner, another mention of them, another of their chain."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribute.events.belonging import Belonging
from sayso.attribute.events.marked import Marked
from sayso.attribute.events.nationality import alone, only
from sayso.attribute.events.several import other_country
from sayso.attribute.events.syntax import Syntax
from sayso.record.place import Place
from sayso.record.statement import Statement

_HOME = frozenset(
    [
        "country",
        "nation",
        "government",
        "army",
        "military",
        "troops",
        "forces",
        "side",
        "people",
        "homeland",
        "state",
        "territory",
        "soil",
        "soldiers",
    ]
)
_COUNTERPARTS = frozenset({"counterpart", "counterparts"})


class Retellings:
    """Looks up countries by the head of a noun phrase."""

    def __init__(self, syntax: Syntax, marked: Marked, belonging: Belonging, places: Sequence[Place]) -> None:
        self._syntax = syntax
        self._marked = marked
        self._belonging = belonging
        self._places = places
        self._asked: set[str] = set()
        self._opposite = self._across()

    def of_owner(self, head: int, voice: Statement | None) -> str | None:
        """The country of whose army, people or land it is: "his country" is his, whatever else it was taken for."""
        owned = self._syntax.low[head] in _HOME and self._syntax.children(head, "nmod:poss")
        return self._belonging.modifying(head, voice) if owned else None

    def of_actor(self, head: int, actor: str | None) -> str | None:
        """The country that another mention of the same actor tells: "Lukaku … the Belgian minister"."""
        if actor is None or actor in self._asked:
            return None
        self._asked.add(actor)
        others = (other for other in self._marked.heads_of(actor) if other != head)
        found = next((told for other in others if (told := self._belonging.modifying(other, None))), None)
        self._asked.discard(actor)
        return found

    def of_counterpart(self, actor: str) -> str | None:
        """The country beside that of their counterpart that the report tells of: "her Ugandan counterpart"."""
        return only({other_country(self._places, country) or "" for owner, country in self._opposite if owner == actor})

    def _across(self) -> list[tuple[str, str]]:
        """Actors, and of which country their counterparts are."""
        syntax = self._syntax
        nouns = (at for at, low in enumerate(syntax.low) if low in _COUNTERPARTS)
        told = ((noun, self._belonging.called(noun)) for noun in nouns)
        owned = ((one, country) for noun, country in told if country for one in syntax.children(noun, "nmod:poss"))
        return [(actor, country) for one, country in owned if (actor := self._marked.actor_at(one))]

    def of_chain(self, head: int) -> str | None:
        """The country that another mention of the same chain tells: "the country", "it"."""
        if self._syntax.children(head, "nmod:poss") or self._marked.past_stranger(head):
            return None
        if self._syntax.tag(head) not in ("PRON", "DET") and self._syntax.low[head] not in _HOME | {"troop", "group"}:
            return None
        for other in self._marked.chains.get(head, ()):
            place = self._marked.places.get(other)
            if place and other != head and alone(place):
                return alone(place)
            found = self._belonging.modifying(other, None) if other != head else None
            if found:
                return found
        return None
