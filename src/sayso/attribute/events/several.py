"""Words that stand for people of several countries: "the Brazilian and Guyanese armies", "the two ministers"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.attribute.events.belonging import OF, Belonging
from sayso.attribute.events.marked import Marked
from sayso.attribute.events.nationality import alone, demonym_at, second_country
from sayso.attribute.events.setting import OFFICIAL
from sayso.attribute.events.someone import Someone
from sayso.attribute.events.syntax import Syntax
from sayso.record.place import Place

_NAMESAKES = {"koreas": ("KOR", "PRK"), "sudans": ("SDN", "SSD"), "congos": ("COD", "COG")}
_STATES = frozenset({"countries", "states", "nations", "capitals", "sides", "governments", "neighbours", "neighbors"})


@dataclass(frozen=True, slots=True)
class Several:
    """Looks up further countries of a noun."""

    _syntax: Syntax
    _marked: Marked
    _belonging: Belonging

    def of_both(self, one: Someone) -> bool:
        """Whether it stands for two states at once: "the two ministers", "both capitals"."""
        counted = {self._syntax.low[at] for at in self._syntax.children(one.head, "det", "nummod")}
        if not ("both" in counted or {"the", "two"} <= counted) or self._belonging.telling_before(one.head):
            return False
        return one.sector in OFFICIAL or one.word in _STATES

    def joined(self, head: int) -> Iterator[str]:
        """Countries that are joined with the one that a modifier tells."""
        syntax = self._syntax
        yield from _NAMESAKES.get(syntax.low[head], ())
        yield from self._side_by_side(head)
        for child in syntax.children(head, "amod", "nmod", "compound"):
            if syntax.is_a(child, "nmod") and not syntax.is_a(child, "nmod:poss") and not self._of(child):
                continue
            beside = [one for one in syntax.children(head, "nmod") if one > child and syntax.children(one, "cc")]
            for other in [*syntax.coordinated(child)[1:], *beside]:
                place = self._marked.places.get(other)
                told = alone(place) if place is not None else demonym_at(syntax, other)
                if told and self._belonging.telling(child, head, None):
                    yield told

    def _of(self, child: int) -> bool:
        """Whether it hangs on its noun by "of" or the like, or goes on a list that does: "from Oslo, Riga and Bonn"."""
        syntax = self._syntax
        if syntax.case(child):
            return syntax.case(child) in OF
        head = syntax.head(child)
        before = [one for one in syntax.children(head, "nmod") if one < child] if head is not None else []
        return bool(before) and syntax.case(before[-1]) in OF and syntax.low[child - 1] == ","

    def _side_by_side(self, head: int) -> Iterator[str]:
        """Of peoples before the noun, or before what it belongs to: "soldiers of the Irish and Dutch armies"."""
        syntax = self._syntax
        for noun in (head, *(one for one in syntax.children(head, "nmod") if syntax.case(one) == "of")):
            before = syntax.children(noun, "amod", "compound")
            told = [demonym_at(syntax, one) for one in before]
            if any(syntax.children(one, "cc") for one in before):
                yield from (one for one in told if one)
            yield from (other for one in before if (other := second_country(syntax.tokens[one].text)))


def two_countries(places: Sequence[Place]) -> tuple[str, ...]:
    """The two countries that a report is about, none where they are not clearly two."""
    told = _told(places)
    counted = told.most_common(2)
    if len(counted) < 2 or sum(often for _, often in counted) < 0.75 * told.total():
        return ()
    if counted[1][1] < max(2, 0.4 * counted[0][1]):
        return ()
    return tuple(country for country, _ in counted)


def other_country(places: Sequence[Place], country: str) -> str | None:
    """The country that a report tells of most beside this one, None where two are told of as often, or none twice."""
    told = _told(places)
    del told[country]
    first, second = (*told.most_common(2), ("", 0), ("", 0))[:2]
    return first[0] if first[1] > max(1, second[1]) else None


def _told(places: Sequence[Place]) -> Counter[str]:
    return Counter(one.country for one in places if one.country and "/" not in one.country)
