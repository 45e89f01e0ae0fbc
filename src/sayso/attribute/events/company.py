"""Who the nouns of a report stand for: actor, country, sector."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.attribute.events.antecedents import Antecedents
from sayso.attribute.events.belonging import Belonging
from sayso.attribute.events.marked import Marked
from sayso.attribute.events.nationality import alone, demonym_country, overseas
from sayso.attribute.events.nouns import Nouns
from sayso.attribute.events.pronouns import PRONOUNS, Pronouns
from sayso.attribute.events.setting import NOWHERE, Setting
from sayso.attribute.events.several import Several, two_countries
from sayso.attribute.events.someone import Someone
from sayso.attribute.events.syntax import Syntax
from sayso.ontology.plover.forms import noun_lemma
from sayso.ontology.plover.frames import word_sets
from sayso.record.actor import ActorKind
from sayso.record.place import Place, ToponymRole
from sayso.record.record import Record
from sayso.record.reference import Reference
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


class Company:
    """Looks up whom the nouns of one report stand for."""

    def __init__(self, syntax: Syntax, record: Record) -> None:
        self._syntax = syntax
        self._report = record.report
        self._marked = Marked(syntax, record)
        self._nouns = Nouns(syntax, self._marked)
        self._antecedents = Antecedents(syntax, self._marked)
        self._pronouns = Pronouns(syntax, self._marked)
        self._belonging = Belonging(syntax, self._marked, self._of_possessor)
        self._several = Several(syntax, self._marked, self._belonging)
        self._setting = Setting(syntax, self._marked, self._nouns, record)
        self._pair = two_countries(record.places)
        self._asked: set[str] = set()
        self._met: dict[tuple[int, str | None], Someone] = {}
        self._underway: set[int] = set()

    @property
    def dateline(self) -> frozenset[int]:
        """The tokens of the place that the report was filed from."""
        return self._setting.dateline

    def place_at(self, at: int) -> Place | None:
        """The place that the token is a word of."""
        return self._marked.place_at(at)

    def at(self, head: int, voice: Statement | None = None) -> Someone:
        """Whom the noun at `head` stands for; `voice` tells who says "we"."""
        key = (head, voice.id if voice else None)
        if key not in self._met:
            self._underway.add(head)
            self._met[key] = self._someone(head, voice)
            self._underway.discard(head)
        return self._met[key]

    def all_at(self, head: int, voice: Statement | None) -> Iterator[Someone]:
        """The same, once for each country that the words join: "the Brazilian and Guyanese armies"."""
        one = self.at(head, voice)
        if self._pair and self._several.of_both(one):
            yield from (replace(one, country=country) for country in self._pair)
            return
        yield one
        for other in self._several.joined(head):
            if other != one.country:
                yield replace(one, country=other)

    def _of_possessor(self, owner: int, head: int, voice: Statement | None) -> str | None:
        """The country of whose the noun is, None where that is being asked already."""
        return self.at(owner, voice).country if owner not in self._underway | {head} else None

    def _someone(self, head: int, voice: Statement | None) -> Someone:
        """Whom the noun stands for; for a pronoun whom its noun does."""
        owner = self._pronouns.noun(head, voice)
        if owner is not None and owner not in self._underway:
            return self._like(head, self.at(owner, voice))
        one = self._plainly(head, voice)
        if one.country is not None or one.reference.actor is not None or self._syntax.low[head] not in PRONOUNS:
            return one
        noun = self._pronouns.before(head)
        return one if noun is None or noun in self._underway else self._like(head, self.at(noun, None))

    def _like(self, head: int, other: Someone) -> Someone:
        """The same one, by another word."""
        words = self._report.words(self._syntax.phrase(head))
        return replace(
            other, head=head, word=self._syntax.low[head], reference=Reference(words=words, actor=other.reference.actor)
        )

    def _plainly(self, head: int, voice: Statement | None) -> Someone:
        syntax = self._syntax
        word = syntax.low[head]
        mention, actor_id = self._antecedents.resolved(head, word, voice)
        if actor_id is not None and self._is_subject(head, actor_id):
            mention = actor_id = None
        actor = self._marked.actor(actor_id)
        owned = self._of_owner(head, voice)
        if actor is not None and owned is not None and actor.country not in (None, owned):
            mention = actor_id = actor = None
        place = self._marked.places.get(head)
        known = self._nouns.body(head)
        named = self._belonging.named(head) if place is None else None
        person = actor is not None and actor.kind is ActorKind.PERSON
        country = (
            owned
            or (actor.country if actor else None)
            or (alone(place) if place and place.role != ToponymRole.PART_OF_NAME else None)
            or (known.country if known else None)
            or named
            or self._belonging.modifying(head, voice)
            or demonym_country(syntax.tokens[head].text)
            or self._of_chain(head)
            or self._elsewhere_told(head, actor_id)
        )
        at_home = (
            None
            if country
            else self._setting.around(head, known, voice) or self._setting.at_home(head, actor, known, voice)
        )
        sector = ("GOV" if named else None) or (
            (actor.sector if actor else None)
            or (known.sector if known else None)
            or self._nouns.sector(head, place, actor)
        )
        if person and country and sector is None and actor is not None and actor.roles:
            sector = "GOV"
        human = self._nouns.is_human(head, word, person=person)
        target = noun_lemma(self._nouns.content_word(head)) in word_sets()["targets"]
        common = sector not in NOWHERE or (sector != "IGO" and syntax.tag(head) == "NOUN")
        if (human or target or sector is not None) and common:
            country = country or at_home
        country = overseas().get(country, country) if country else None
        return Someone(
            head=head,
            word=self._nouns.content_word(head),
            country=country,
            sector=sector,
            reference=Reference(words=self._report.words(self._syntax.phrase(head)), mention=mention, actor=actor_id),
            label=self._marked.labels.get(head, ""),
            place=place,
            kind=actor.kind if actor else None,
            human=human,
            rootless=country is None and self._setting.of_nowhere(head),
        )

    def _is_subject(self, head: int, actor: str) -> bool:
        """Whether a pronoun would be the subject of its own verb: "Peru granted them asylum"."""
        subject = self._pronouns.meets_subject(head)
        return subject is not None and self._marked.mentions.get(subject, ("", None))[1] == actor

    def _of_owner(self, head: int, voice: Statement | None) -> str | None:
        """The country of whose army, people or land it is: "his country" is his, whatever else it was taken for."""
        owned = self._syntax.low[head] in _HOME and self._syntax.children(head, "nmod:poss")
        return self._belonging.modifying(head, voice) if owned else None

    def _elsewhere_told(self, head: int, actor: str | None) -> str | None:
        """The country that another mention of the same actor tells: "Lukaku … the Belgian minister"."""
        if actor is None or actor in self._asked:
            return None
        self._asked.add(actor)
        others = (other for other in self._marked.heads_of(actor) if other != head)
        found = next((told for other in others if (told := self._belonging.modifying(other, None))), None)
        self._asked.discard(actor)
        return found

    def _of_chain(self, head: int) -> str | None:
        """The country that another mention of the same chain tells: "the country", "it"."""
        if self._syntax.children(head, "nmod:poss"):
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
