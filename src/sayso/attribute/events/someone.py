"""Who a noun of a report stands for: actor, country, sector."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.attribute.events.syntax import Syntax
from sayso.ontology.actors import actor_words
from sayso.ontology.places import alpha3_codes, country_names, demonyms
from sayso.ontology.plover.agents import armed_sectors, civic_sectors, is_human, public_sectors, sector_of
from sayso.ontology.plover.files import entries
from sayso.ontology.plover.forms import noun_lemma
from sayso.ontology.plover.frames import Body, bodies, word_sets
from sayso.record.actor import Actor, ActorKind
from sayso.record.place import Place, PlaceKind, ToponymRole
from sayso.record.record import Record
from sayso.record.reference import Reference
from sayso.record.statement import Statement
from sayso.spans import Span

_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
_I = frozenset({"i", "me", "my", "mine", "myself"})
_PRONOUNS = frozenset(
    {"he", "she", "they", "him", "her", "them", "it", "who", "which", "that", "his", "their", "its", "whom", "whose"}
)
_THIRD = frozenset({"he", "him", "his", "she", "her"})
_HUMAN = frozenset(
    {
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
    }
)
_STATES = frozenset({"countries", "states", "nations", "capitals", "sides", "governments", "neighbours", "neighbors"})
_HOME = frozenset(
    {
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
    }
)
_FOLK = frozenset(
    {"CVL", "LAB", "AGR", "REF", "EDU", "JRN", "MED", "REL", "OPP", "PTY", "NGO", "SOC", "ELI", "CRM", "UAF"}
)
_OF = frozenset({"of", "from", "in", "at", "near"})
_OPENING = 3
"""Characters of a report before the place in its dateline, at most."""

_ENOUGH = 2
"""Places from which on a report may be set in their country."""

_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "OPP"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_FOREIGN = frozenset({"foreign", "international", "overseas", "neighbouring", "neighboring"})
_BOTH = frozenset({"both", "two"})
_STATE = frozenset({"GOV", "LEG", "JUD", "IGO"})
_NOWHERE = frozenset({"IGO", "NGO", "BUS"})


@dataclass(frozen=True, slots=True)
class Someone:
    """What a noun (the token at index `head`) stands for; `label` is the class of its name, "" for none."""

    head: int
    word: str
    country: str | None
    sector: str | None
    reference: Reference
    label: str = ""
    place: Place | None = None
    kind: ActorKind | None = None
    human: bool = False

    def is_a(self, want: str) -> bool:
        """Whether this is of a class of the frames, or its word in one of their sets."""
        check: Callable[[Someone], bool] | None = _CLASSES.get(want)
        return check(self) if check else noun_lemma(self.word) in word_sets()[want]


def _who(one: Someone) -> bool:
    return (
        one.human
        or one.sector is not None
        or one.kind is not None
        or one.label in ("person", "organisation", "norp")
        or _is_state(one)
    )


def _is_state(one: Someone) -> bool:
    country = one.place is not None and one.place.country is not None and one.place.role != ToponymRole.DEMONYM
    return country or one.kind is ActorKind.GOVERNMENT or (one.sector == "GOV" and one.country is not None)


def _public(one: Someone) -> bool:
    return (
        one.sector in public_sectors()
        or _is_state(one)
        or (one.country is not None and _who(one) and one.sector not in _FOLK)
    )


def _armed(one: Someone) -> bool:
    return one.sector in armed_sectors() or _is_state(one)


def _folk(one: Someone) -> bool:
    body = one.sector in _STATE and noun_lemma(one.word) not in actor_words().roles
    if body and one.kind is not ActorKind.PERSON and one.label != "person":
        return False
    return one.human or one.sector in _FOLK or one.label == "norp" or one.kind in (ActorKind.PERSON, ActorKind.GROUP)


def _place(one: Someone) -> bool:
    return (one.place is not None and one.place.role != ToponymRole.DEMONYM) or noun_lemma(one.word) in word_sets()[
        "targets"
    ]


def _officials(one: Someone) -> bool:
    return one.sector in ("GOV", "LEG", "IGO", "JUD") or (one.kind is ActorKind.PERSON and one.country is not None)


_CLASSES: dict[str, Callable[[Someone], bool]] = {
    "who": _who,
    "state": _is_state,
    "public": _public,
    "armed": _armed,
    "folk": _folk,
    "place": _place,
    "harm": lambda one: _who(one) or _place(one),
    "thing": lambda one: not _who(one),
    "officials": _officials,
    "civic": lambda one: one.sector in civic_sectors(),
    "any": lambda one: True,
}


class Company:
    """Looks up whom the nouns of one report stand for."""

    def __init__(self, syntax: Syntax, record: Record) -> None:
        self._syntax = syntax
        self._report = record.report
        self._actors = {actor.id: actor for actor in record.actors}
        self._statements = {one.id: one for one in record.statements}
        self._places = self._placed(record.places)
        self._labels = {at: name.label for name in syntax.annotated.names for at in syntax.tokens_in(name)}
        self._mentions: dict[int, tuple[str, str | None]] = {}
        for mention in record.mentions:
            head = syntax.head_in(mention.words)
            if head is not None:
                self._mentions.setdefault(head, (mention.id, mention.actor))
        self._chains = self._chained()
        self._report_home = _most(record.places)
        self._pair = _two(record.places)
        self._heads_of = self._named_heads()
        self._asked: set[str] = set()
        opening = _dateline(record)
        self._filed_from = _alone(opening)
        self.dateline = frozenset(syntax.tokens_in(opening.words)) if opening else frozenset()
        self._met: dict[tuple[int, str | None], Someone] = {}
        self._underway: set[int] = set()

    def _placed(self, places: Sequence[Place]) -> dict[int, Place]:
        return {at: place for place in places for at in self._syntax.tokens_in(place.words)}

    def _chained(self) -> dict[int, tuple[int, ...]]:
        """For each head of a mention of a chain, the heads of the whole chain."""
        found: dict[int, tuple[int, ...]] = {}
        for chain in self._syntax.annotated.chains:
            heads = tuple(head for head in map(self._syntax.head_in, chain.mentions) if head is not None)
            for head in heads:
                if len(heads) > len(found.get(head, ())):
                    found[head] = heads
        return found

    def _named_heads(self) -> dict[str, list[int]]:
        """The heads of each actor's mentions, in text order."""
        found: dict[str, list[int]] = {}
        for head, (_, actor) in sorted(self._mentions.items()):
            if actor is not None:
                found.setdefault(actor, []).append(head)
        return found

    def place_at(self, at: int) -> Place | None:
        """The place that the token is a word of."""
        return self._places.get(at)

    def at(self, head: int, voice: Statement | None = None) -> Someone:
        """Whom the noun at `head` stands for; `voice` tells who says "we"."""
        key = (head, voice.id if voice else None)
        if key not in self._met:
            self._underway.add(head)
            self._met[key] = self._someone(head, voice)
            self._underway.discard(head)
        return self._met[key]

    def _someone(self, head: int, voice: Statement | None) -> Someone:
        syntax = self._syntax
        word = syntax.low[head]
        mention, actor_id = self._resolved(head, word, voice)
        actor = self._actors.get(actor_id or "")
        place = self._places.get(head)
        known = self._body(head)
        named = self._country_named(head) if place is None else None
        person = actor is not None and actor.kind is ActorKind.PERSON
        country = (
            self._of_owner(head, voice)
            or (actor.country if actor else None)
            or (_alone(place) if place and place.role != ToponymRole.PART_OF_NAME else None)
            or (known.country if known else None)
            or named
            or self._modifying(head, voice)
            or demonym_country(syntax.tokens[head].text)
            or self._of_chain(head)
            or self._elsewhere_told(head, actor_id)
        )
        at_home = None if country else self._home(head, known, voice) or self._at_home(head, actor, known)
        sector = ("GOV" if named else None) or (
            (actor.sector if actor else None) or (known.sector if known else None) or self._sector(head, place, actor)
        )
        if person and country and sector is None and actor is not None and actor.roles:
            sector = "GOV"
        human = self._is_human(head, word, person=person)
        target = noun_lemma(self._content_word(head)) in word_sets()["targets"]
        common = sector not in _NOWHERE or (sector != "IGO" and syntax.tag(head) == "NOUN")
        if (human or target or sector is not None) and common:
            country = country or at_home
        country = overseas().get(country, country) if country else None
        return Someone(
            head=head,
            word=self._content_word(head),
            country=country,
            sector=sector,
            reference=Reference(words=self._report.words(self._words(head)), mention=mention, actor=actor_id),
            label=self._labels.get(head, ""),
            place=place,
            kind=actor.kind if actor else None,
            human=human,
        )

    def _of_owner(self, head: int, voice: Statement | None) -> str | None:
        """The country of whose army, people or land it is: "his country" is his, whatever else it was taken for."""
        owned = self._syntax.low[head] in _HOME and self._syntax.children(head, "nmod:poss")
        return self._modifying(head, voice) if owned else None

    def _country_named(self, head: int) -> str | None:
        """The country whose name the word is, where it was not found as a place ("Chad") and is nobody's name."""
        syntax = self._syntax
        if (
            syntax.tag(head) != "PROPN"
            or self._labels.get(head) == "person"
            or syntax.children(head, "flat", "compound")
        ):
            return None
        return _countries().get(syntax.tokens[head].text)

    def _is_human(self, head: int, word: str, *, person: bool) -> bool:
        told = (
            word in _HUMAN
            or self._content_word(head) in _HUMAN
            or word in _WE
            or word in _I
            or self._counted(head)
            or person
        )
        return told or demonym_country(self._syntax.tokens[head].text) is not None or is_human(self._content_word(head))

    def _home(self, head: int, known: Body | None, voice: Statement | None) -> str | None:
        """The country of those that none is told of: the one that all literal places of their sentence lie in."""
        syntax = self._syntax
        named = self._labels.get(head) == "person" and self._role_before(head)
        official = syntax.tag(head) == "PROPN" and (named or sector_of(syntax.low[head]) in _OFFICIAL)
        if (
            (syntax.tag(head) not in ("NOUN", "NUM", "ADJ") and not official)
            or self._labels.get(head) == "organisation"
            or (known is not None and known.sector in _NOWHERE)
            or self._of_nowhere(head)
        ):
            return None
        first, last = syntax.bounds(head)
        here = {
            place.country
            for at in range(first, last)
            if (place := self._places.get(at)) is not None and place.role is ToponymRole.LITERAL and place.country
            if voice is None or any(piece.covers(place.words) for piece in voice.content)
        } or self._around(first, last, voice)
        if here:
            return _only(here)
        official = sector_of(self._content_word(head)) in _OFFICIAL
        return self._report_home or (self._filed_from if official else None)

    def _around(self, first: int, last: int, voice: Statement | None) -> set[str]:
        """The countries of a sentence's places, for what is said in it without naming any: "a witness in Lima said"."""
        syntax = self._syntax
        told = any(at in self._places for piece in (voice.content if voice else ()) for at in syntax.tokens_in(piece))
        if voice is None or told:
            return set()
        here = (self._places.get(at) for at in range(first, last))
        return {one.country for one in here if one is not None and one.role is ToponymRole.LITERAL and one.country}

    def _elsewhere_told(self, head: int, actor: str | None) -> str | None:
        """The country that another mention of the same actor tells: "Lukaku … the Belgian minister"."""
        if actor is None or actor in self._asked:
            return None
        self._asked.add(actor)
        others = (other for other in self._heads_of.get(actor, ()) if other != head)
        found = next((told for other in others if (told := self._modifying(other, None))), None)
        self._asked.discard(actor)
        return found

    def _at_home(self, head: int, actor: Actor | None, known: Body | None) -> str | None:
        """The country that a report is set in, for people and bodies who may belong there."""
        abroad = (known is not None and known.sector in _NOWHERE) or (actor is not None and actor.sector in _NOWHERE)
        if abroad or self._of_nowhere(head) or self._syntax.tag(head) not in _NOMINAL:
            return None
        return self._report_home

    def _of_nowhere(self, head: int) -> bool:
        """Whether they belong to a body of no country, or to another: "observers of the EU", "foreign radio"."""
        if any(self._syntax.low[one] in _FOREIGN for one in self._syntax.children(head, "amod")):
            return True
        owners = self._syntax.children(head, "nmod", "nmod:poss", "compound", "appos")
        return any((body := self._body(one)) is not None and body.sector in _NOWHERE for one in owners)

    def _words(self, head: int) -> Span:
        return self._syntax.phrase(head)

    def _content_word(self, head: int) -> str:
        """The noun that tells what they are: "people" in "dozens of people"."""
        low = self._syntax.low[head]
        counted = self._syntax.tag(head) == "NUM"
        if counted or low in (
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
        ):
            inner = next(
                (child for child in self._syntax.children(head, "nmod") if self._syntax.case(child) == "of"), None
            )
            if inner is not None:
                return self._content_word(inner) if low != "crowd" else low
        return low

    def _counted(self, head: int) -> bool:
        """A number that stands for people: "three were killed"."""
        return self._syntax.tag(head) == "NUM" and not self._syntax.children(head, "nmod")

    def _resolved(self, head: int, word: str, voice: Statement | None) -> tuple[str | None, str | None]:
        """Mention and actor."""
        told = self._told_of(head, word, voice)
        if told is not None:
            return None, told
        if head in self._mentions:
            return self._mentions[head]
        if word in _WE | _I and voice is not None:
            source = voice.source
            return None, source.actor if source else None
        for other in self._chains.get(head, ()):
            if other in self._mentions and self._mentions[other][1]:
                return None, self._mentions[other][1]
        return None, None

    def _told_of(self, head: int, word: str, voice: Statement | None) -> str | None:
        """Whom "he" means in what somebody is said to have said: the speaker, if nobody else is named before it."""
        if voice is not None and any(self._labels.get(at) == "person" for at in self._said_before(head, voice)):
            return None
        source = voice.source if voice is not None and word in _THIRD else None
        actor = self._actors.get(source.actor or "") if source else None
        return actor.id if actor is not None and actor.kind is ActorKind.PERSON else None

    def _said_before(self, head: int, voice: Statement) -> Iterator[int]:
        """The tokens of what is said, up to the word."""
        start = self._syntax.tokens[head].start
        for piece in voice.content:
            yield from (at for at in self._syntax.tokens_in(piece) if self._syntax.tokens[at].start < start)

    def _of_chain(self, head: int) -> str | None:
        """The country that another mention of the same chain tells: "the country", "it"."""
        if self._syntax.children(head, "nmod:poss"):
            return None
        if self._syntax.tag(head) not in ("PRON", "DET") and self._syntax.low[head] not in _HOME | {"troop", "group"}:
            return None
        for other in self._chains.get(head, ()):
            place = self._places.get(other)
            if place and other != head and _alone(place):
                return _alone(place)
            found = self._modifying(other, None) if other != head else None
            if found:
                return found
        return None

    def _modifying(self, head: int, voice: Statement | None) -> str | None:
        """The country that a modifier tells: "Russian", "Minsk's", "of Belarus", "in Almaty", "his (country)"."""
        syntax = self._syntax
        children = syntax.children(head, "amod", "compound", "nmod", "flat", "appos", "det")
        for child in sorted(children, key=lambda one: syntax.is_a(one, "nmod", "appos")):
            if syntax.is_a(child, "appos"):
                if child in self._places:
                    continue
                found = self._modifying(child, voice) if syntax.tag(child) in ("NOUN", "PROPN") else None
            elif syntax.is_a(child, "nmod") and not syntax.is_a(child, "nmod:poss") and syntax.case(child) not in _OF:
                continue
            else:
                found = self._telling(child, head, voice)
            if found:
                return found
        return self._to_the_left(head, voice) or self._to_the_right(head)

    def _to_the_right(self, head: int) -> str | None:
        """The country of a place that follows with its preposition: "authorities in Honiara", "embassy of Canada"."""
        syntax = self._syntax
        _, last = syntax.bounds(head)
        if head + 2 >= last or syntax.low[head + 1] not in _OF or syntax.tag(head) not in ("NOUN", "PROPN"):
            return None
        for at in range(head + 2, min(head + 5, last)):
            if at in self._places or syntax.tag(at) == "PROPN":
                return _alone(self._places.get(at)) or self._country_named(at)
            if syntax.tag(at) not in ("DET", "ADJ"):
                return None
        return None

    def all_at(self, head: int, voice: Statement | None) -> Iterator[Someone]:
        """The same, once for each country that the words join: "the Brazilian and Guyanese armies"."""
        one = self.at(head, voice)
        if self._pair and self._of_both(one):
            yield from (replace(one, country=country) for country in self._pair)
            return
        yield one
        for other in self._joined(head):
            if other != one.country:
                yield replace(one, country=other)

    def _of_both(self, one: Someone) -> bool:
        """Whether it stands for two states at once: "the two ministers", "both capitals"."""
        counted = {self._syntax.low[at] for at in self._syntax.children(one.head, "det", "nummod")} & _BOTH
        return bool(counted) and (one.sector in _OFFICIAL or one.word in _STATES)

    def _joined(self, head: int) -> Iterator[str]:
        """Countries that are joined with the one that a modifier tells."""
        syntax = self._syntax
        yield from self._side_by_side(head)
        for child in syntax.children(head, "amod", "nmod", "compound"):
            if syntax.is_a(child, "nmod") and syntax.case(child) not in _OF and not syntax.is_a(child, "nmod:poss"):
                continue
            beside = [one for one in syntax.children(head, "nmod") if one > child and syntax.children(one, "cc")]
            for other in [*syntax.coordinated(child)[1:], *beside]:
                place = self._places.get(other)
                told = _alone(place) if place is not None else demonym_country(syntax.tokens[other].text)
                if told and self._telling(child, head, None):
                    yield told

    def _side_by_side(self, head: int) -> Iterator[str]:
        """Of peoples before the noun, or before what it belongs to: "soldiers of the Irish and Dutch armies"."""
        syntax = self._syntax
        for noun in (head, *(one for one in syntax.children(head, "nmod") if syntax.case(one) == "of")):
            before = syntax.children(noun, "amod", "compound")
            told = [demonym_country(syntax.tokens[one].text) for one in before]
            if any(syntax.children(one, "cc") for one in before):
                yield from (one for one in told if one)

    def _to_the_left(self, head: int, voice: Statement | None) -> str | None:
        """What the words before the noun tell where the parse hangs them elsewhere: "Russian", "Moscow's"."""
        syntax = self._syntax
        first, _ = syntax.bounds(head)
        far = 6 if syntax.tag(head) == "PROPN" else 4
        for at in range(head - 1, max(first, head - far) - 1, -1):
            if syntax.low[at] in ("'s", "'") and at > first and syntax.tag(at - 1) in ("PROPN", "NOUN"):
                return _alone(self._places.get(at - 1)) or demonym_country(syntax.tokens[at - 1].text)
            if syntax.tag(at) not in ("ADJ", "NOUN", "PROPN", "NUM"):
                return None
            told = demonym_country(syntax.tokens[at].text)
            if told is None and syntax.tag(head) == "PROPN" and syntax.tag(at) == "PROPN":
                told = _alone(self._places.get(at))
            if told:
                return told
        return None

    def _telling(self, child: int, head: int, voice: Statement | None) -> str | None:
        place = self._places.get(child)
        if place and _alone(place):
            return _alone(place)
        told = demonym_country(self._syntax.tokens[child].text)
        if told:
            return told
        if self._syntax.is_a(child, "nmod:poss"):
            return self.at(child, voice).country if child not in self._underway | {head} else None
        if self._syntax.is_a(child, "nmod") or self._syntax.is_a(child, "compound"):
            return self._modifying(child, voice)
        return None

    def _body(self, head: int) -> Body | None:
        """A body known by its name: the whole name the word is in, or the phrase."""
        syntax = self._syntax
        text = self._report.text
        spans = [name for name in syntax.annotated.names if name.start <= syntax.tokens[head].start < name.end]
        names = [span.of(text) for span in spans] + [self._words(head).of(text)]
        if not spans and not syntax.children(head, "compound", "flat", "amod"):
            names.append(syntax.tokens[head].text)
        for name in names:
            bare = name.removeprefix("the ").removeprefix("The ")
            if bare in bodies():
                return bodies()[bare]
        return None

    def _role_before(self, head: int) -> str | None:
        """The sector of the office before a name, wherever the parse hangs it: "president Hamid Karzai"."""
        syntax = self._syntax
        first, _ = syntax.bounds(head)
        for at in range(head - 1, max(first, head - 5) - 1, -1):
            if syntax.tag(at) not in ("ADJ", "NOUN", "PROPN"):
                return None
            if sector_of(syntax.low[at]):
                return sector_of(syntax.low[at])
        return None

    def _sector(self, head: int, place: Place | None, actor: Actor | None) -> str | None:
        syntax = self._syntax
        if place is not None and place.role != ToponymRole.DEMONYM and place.kind in (PlaceKind.COUNTRY, None):
            return "GOV" if place.role == ToponymRole.METONYMIC else None
        if place is not None and place.role == ToponymRole.METONYMIC:
            return "GOV"
        told = sector_of(self._content_word(head))
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
            told = self._role_before(head)
        if told is None and actor is not None and actor.kind is ActorKind.PERSON:
            return next((sector for role in actor.roles if (sector := sector_of(role))), None)
        return told


@cache
def overseas() -> dict[str, str]:
    """Countries of ISO 3166-1 that belong to another state, and to which."""
    return dict(pair.split() for pair in entries("words")["overseas"]["pairs"])


@cache
def _countries() -> dict[str, str]:
    return {name: alpha3 for alpha3, name in country_names().items()}


def _dateline(record: Record) -> Place | None:
    """The place in capitals that a report opens with: "BAMAKO, 30 August"."""
    body = record.report.body
    start = body.start if body is not None else 0
    first = next((place for place in record.places if place.words.start >= start), None)
    opens = first is not None and first.words.start - start <= _OPENING and first.words.text.isupper()
    return first if opens else None


def _most(places: Sequence[Place]) -> str | None:
    """The country that a report is set in: most of the places where something happens, others far less often.

    One place alone may be anywhere: it takes two.
    """
    literal = [one.country for one in places if one.country and one.role is ToponymRole.LITERAL]
    counted = Counter(literal).most_common()
    if len(literal) < _ENOUGH:
        return None
    (country, often), second = counted[0], counted[1][1] if len(counted) > 1 else 0
    clear = often >= 2 * second and often >= 0.6 * len(literal)
    return country if clear and "/" not in country else None


def _two(places: Sequence[Place]) -> tuple[str, ...]:
    """The two countries that a report is about, none where they are not clearly two."""
    told = [one.country for one in places if one.country and "/" not in one.country]
    counted = Counter(told).most_common(2)
    if len(counted) < 2 or counted[1][1] < 2 or sum(often for _, often in counted) < 0.75 * len(told):
        return ()
    return tuple(country for country, _ in counted)


def _only(countries: set[str]) -> str | None:
    """The one country, None for none or several, or for a border between two."""
    found = next(iter(countries)) if len(countries) == 1 else None
    return found if found and "/" not in found else None


def _alone(place: Place | None) -> str | None:
    """The country of a place that lies in one."""
    return place.country if place and place.country and "/" not in place.country else None


def demonym_country(word: str) -> str | None:
    """The country, as ISO 3166-1 alpha-3, of a people or an adjective ("Ukrainian", "Ukrainians")."""
    code = demonyms().get(word)
    return alpha3_codes().get(code) if code else None


def named(company: Company, heads: Sequence[int], voice: Statement | None) -> Iterator[Someone]:
    """Whom each of the nouns stands for."""
    for head in heads:
        yield company.at(head, voice)
