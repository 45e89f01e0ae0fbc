"""Who the nouns of a report stand for: actor, country, sector."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from weakref import proxy

from sayso.attribute.actors.known import is_international
from sayso.attribute.events.antecedents import Antecedents
from sayso.attribute.events.belonging import Belonging
from sayso.attribute.events.marked import Marked
from sayso.attribute.events.nationality import alone, demonym_at, home_country
from sayso.attribute.events.nouns import Nouns
from sayso.attribute.events.outsiders import NOWHERE
from sayso.attribute.events.pronouns import PRONOUNS, Pronouns
from sayso.attribute.events.retellings import Retellings
from sayso.attribute.events.setting import OFFICIAL, Setting
from sayso.attribute.events.several import Several, two_countries
from sayso.attribute.events.someone import Someone
from sayso.attribute.events.syntax import Syntax
from sayso.ontology.plover.agents import sector_of
from sayso.ontology.plover.bodies import Body
from sayso.ontology.plover.forms import noun_lemma
from sayso.ontology.plover.frames import word_sets
from sayso.record.actor import Actor, ActorKind
from sayso.record.place import Place, PlaceKind, ToponymRole
from sayso.record.record import Record
from sayso.record.reference import Reference
from sayso.record.statement import Statement


@dataclass(frozen=True, slots=True)
class _Sign:
    """What is marked on a noun: its actor, its place, the body or the country of its name, the country of its owner."""

    head: int
    mention: str | None
    actor: Actor | None
    place: Place | None
    known: Body | None
    named: str | None
    owned: str | None

    @property
    def person(self) -> bool:
        return self.actor is not None and self.actor.kind is ActorKind.PERSON


class Company:
    """Looks up whom the nouns of one report stand for."""

    def __init__(self, syntax: Syntax, record: Record) -> None:
        self._syntax = syntax
        self._report = record.report
        self._marked = Marked(syntax, record)
        self._nouns = Nouns(syntax, self._marked)
        self._antecedents = Antecedents(syntax, self._marked)
        self._pronouns = Pronouns(syntax, self._marked)
        mine = proxy(self)  # a circle would keep the whole report until the next search for garbage
        self._belonging = Belonging(syntax, self._marked, lambda *asked: mine._of_possessor(*asked))
        self._retellings = Retellings(syntax, self._marked, self._belonging, record.places)
        self._several = Several(syntax, self._marked, self._belonging)
        self._setting = Setting(syntax, self._marked, self._nouns, record)
        self._pair = two_countries(record.places)
        self._met: dict[tuple[int, str | None], Someone] = {}
        self._underway: set[int] = set()

    @property
    def dateline(self) -> frozenset[int]:
        """The tokens of the place that the report was filed from."""
        return self._setting.dateline

    def place_at(self, at: int) -> Place | None:
        """The place that the token is a word of."""
        return self._marked.place_at(at)

    def tells_where(self, head: int) -> bool:
        """Whether a place does nothing itself: "the Odesa strikes", "Aleppo's siege", "in Tacna", "fled Aleppo"."""
        place = self._marked.places.get(head)
        literal = place is not None and place.role is ToponymRole.LITERAL and place.kind is not PlaceKind.COUNTRY
        beside = self._syntax.is_a(head, "compound", "amod", "nmod:poss", "nmod:unmarked", "obj")
        return literal and (beside or self._syntax.case(head) in ("in", "near"))

    def at(self, head: int, voice: Statement | None = None) -> Someone:
        """Whom the noun at `head` stands for; `voice` tells who says "we"."""
        key = (head, voice.id if voice else None)
        if key not in self._met:
            self._underway.add(head)
            self._met[key] = self._someone(head, voice)
            self._underway.discard(head)
        return self._met[key]

    def word_at(self, head: int, voice: Statement | None) -> str:
        """The word of the one at `head`, who need not be known for it unless the noun only counts others."""
        word = self._syntax.low[head]
        return word if self._nouns.content_word(head) == word else self.at(head, voice).word

    def counts(self, head: int, other: int) -> bool:
        """Whether the noun at `head` only counts those at `other`."""
        return self._nouns.counted(head) == other

    def all_at(self, head: int, voice: Statement | None) -> Iterator[Someone]:
        """The same, once for each country that the words join: "the Brazilian and Guyanese armies"."""
        one = self.at(head, voice)
        if self._pair and self._several.of_both(one):
            yield from (replace(one, country=country) for country in self._pair)
            return
        owners = (self.at(owner, None).country for owner in self._pronouns.owners(head))
        others = [other for other in dict.fromkeys([*self._several.joined(head), *owners]) if other]
        if one.country or not others:
            yield one
        yield from (replace(one, country=other) for other in others if other != one.country)

    def _of_possessor(self, owner: int, head: int, voice: Statement | None) -> str | None:
        """The country of whose the noun is, None where that is being asked already."""
        return self.at(owner, voice).country if owner not in self._underway | {head} else None

    def _someone(self, head: int, voice: Statement | None) -> Someone:
        """Whom the noun stands for; for a pronoun whom its noun does."""
        owner = self._pronouns.noun(head, voice)
        if owner is not None and owner not in self._underway:
            return self._like(head, self.at(owner, voice))
        sign = self._sign(head, voice)
        leads_many = sign.person and sign.actor is not None and is_international(sign.actor.name.split())
        foreign = leads_many or self._of_outsiders(head, voice)
        told = None if foreign else self._country_told(sign, voice)
        if told is None and sign.actor is None and self._syntax.low[head] in PRONOUNS:
            noun = self._pronouns.before(head)
            if noun is not None and noun not in self._underway:
                return self._like(head, self.at(noun, None))
        return self._plainly(sign, told, voice, foreign=foreign or self._setting.outsiders.of_nowhere(head))

    def _of_outsiders(self, head: int, voice: Statement | None) -> bool:
        """Whether it is of those who are of no country, wherever it stands: "its office in Quito", of a UN agency."""
        counted = [one for one in self._syntax.children(head, "nmod") if self._syntax.case(one) == "of"]
        nouns = (head, *(counted if self._syntax.tag(head) == "NUM" else ()))
        for owner in (owner for noun in nouns for owner in self._syntax.children(noun, "nmod:poss")):
            if owner not in self._underway:
                one = self.at(owner, voice)
                if one.rootless or (one.sector == "IGO" and one.country is None):
                    return True
        return False

    def apart(self, one: Someone, voice: Statement | None) -> Someone:
        """The same by its own words alone, for one who cannot be the actor that it was taken for."""
        if self._syntax.tag(one.head) == "PRON":
            words = Reference(words=one.reference.words)
            return replace(one, reference=words, country=None, sector=None, kind=None, told=False)
        sign = replace(self._sign(one.head, voice), mention=None, actor=None)
        return self._plainly(sign, self._country_told(sign, voice), voice, foreign=one.rootless)

    def _like(self, head: int, other: Someone) -> Someone:
        """The same one, by another word."""
        words = self._report.words(self._syntax.phrase(head))
        return replace(
            other, head=head, word=self._syntax.low[head], reference=Reference(words=words, actor=other.reference.actor)
        )

    def _plainly(self, sign: _Sign, told: str | None, voice: Statement | None, *, foreign: bool) -> Someone:
        """Whom the noun stands for by itself; `told` is the country that it tells, `foreign` are no people of home."""
        head = sign.head
        sector = self._sector(sign, told)
        human = self._nouns.is_human(head, self._syntax.low[head], person=sign.person)
        settled = not foreign and self._may_be_at_home(head, sector, human=human)
        country = told or (self._at_home(sign, voice) if settled else None)
        if country is None and sign.known is not None and sign.known.shared:
            country = sign.known.country
        reference = Reference(
            words=self._report.words(self._syntax.phrase(head)),
            mention=sign.mention,
            actor=sign.actor.id if sign.actor else None,
        )
        return Someone(
            head=head,
            word=self._nouns.content_word(head),
            country=home_country(country) if country else None,
            sector=sector,
            reference=reference,
            label=self._marked.labels.get(head, ""),
            place=sign.place,
            kind=sign.actor.kind if sign.actor else None,
            human=human,
            told=told is not None,
            rootless=country is None and foreign,
        )

    def _sign(self, head: int, voice: Statement | None) -> _Sign:
        """What is marked on the noun; no actor where the noun cannot be that one."""
        mention, actor_id = self._antecedents.resolved(head, self._syntax.low[head], voice)
        if actor_id is not None and self._is_subject(head, actor_id):
            mention = actor_id = None
        actor, owned = self._marked.actor(actor_id), self._retellings.of_owner(head, voice)
        place = self._marked.places.get(head)
        lies = alone(place) if place is not None and place.role is not ToponymRole.PART_OF_NAME else None
        plain = (owned, lies, self._belonging.called(head))
        if actor is not None and any(_other(actor.country, told) for told in plain):
            mention = actor = None
        named = self._belonging.named(head) if place is None else None
        return _Sign(head, mention, actor, place, self._nouns.body(head), named, owned)

    def _country_told(self, sign: _Sign, voice: Statement | None) -> str | None:
        """The country that the noun, its name, what stands around it or another mention tells."""
        if sign.known is not None and sign.known.sector in NOWHERE and sign.known.country is None:
            return None  # "the Red Cross in Gaza" is the one of everywhere
        place = sign.place if sign.place and sign.place.role != ToponymRole.PART_OF_NAME else None
        return (
            sign.owned
            or (sign.actor.country if sign.actor else None)
            or alone(place)
            or (sign.known.home if sign.known else None)
            or sign.named
            or self._belonging.modifying(sign.head, voice)
            or (None if self._marked.is_person(sign.head) else demonym_at(self._syntax, sign.head))
            or self._told_elsewhere(sign)
        )

    def _told_elsewhere(self, sign: _Sign) -> str | None:
        """The country that the same one has by other words of the report."""
        if sign.actor is None:
            return self._of_chain(sign)
        return self._retellings.of_actor(sign.head, sign.actor.id) or self._retellings.of_counterpart(sign.actor.id)

    def _of_chain(self, sign: _Sign) -> str | None:
        """The country that a chain tells, but for an army that a minister orders: "the minister told the army"."""
        told = self._retellings.of_chain(sign.head)
        subject = self._pronouns.meets_subject(sign.head) if told else None
        official = sector_of(self._nouns.content_word(sign.head)) in OFFICIAL
        if subject is None or subject in self._underway or not official:
            return told
        one = self.at(subject, None)
        return one.country if one.told and one.sector in OFFICIAL and _other(one.country, told) else told

    def _sector(self, sign: _Sign, country: str | None) -> str | None:
        told = ("GOV" if sign.named else None) or (sign.known.sector if sign.known else None)
        told = told or (sign.actor.sector if sign.actor else None)
        told = told or self._nouns.sector(sign.head, sign.place, sign.actor)
        office = sign.person and country is not None and sign.actor is not None and sign.actor.roles
        return told or ("GOV" if office else None)

    def _may_be_at_home(self, head: int, sector: str | None, *, human: bool) -> bool:
        """People, bodies and what is built; not what belongs to all countries or sells in any."""
        target = noun_lemma(self._nouns.content_word(head)) in word_sets()["targets"]
        common = sector not in NOWHERE or (sector != "IGO" and self._syntax.tag(head) == "NOUN")
        return common and (human or target or sector is not None)

    def _at_home(self, sign: _Sign, voice: Statement | None) -> str | None:
        """The country that the sentence, the passage or the report is set in."""
        around = self._setting.around(sign.head, sign.known, voice)
        return around or self._setting.at_home(sign.head, sign.actor, sign.known, voice)

    def _is_subject(self, head: int, actor: str) -> bool:
        """Whether a pronoun would be the subject of its own verb: "Peru granted them asylum"."""
        subject = self._pronouns.meets_subject(head)
        return subject is not None and self._marked.mentions.get(subject, ("", None))[1] == actor


def _other(country: str | None, told: str | None) -> bool:
    """Whether two countries are told and they are not one state."""
    return bool(country and told) and home_country(country or "") != home_country(told or "")
