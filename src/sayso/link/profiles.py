"""What one report tells of an actor, as far as it helps to know them again in another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.link.beings import being_of, by_office
from sayso.link.beside import STOPS, gender_of, lowered, words_before, words_beside
from sayso.link.bodies import Reading, country_words, read_body
from sayso.link.called import names_of
from sayso.link.context import stems
from sayso.link.letters import fold, is_odd
from sayso.link.profile import Being, Profile
from sayso.ontology.actors import actor_words
from sayso.ontology.codebook import word_lists
from sayso.ontology.names import name_words
from sayso.record.actor import Actor, Mention
from sayso.record.annotation import MentionKind
from sayso.record.record import Record
from sayso.spans import Words


def profiles_of(record: Record) -> Iterator[Profile]:
    """A profile for each actor of a record that has a name to be known by."""
    mentions = {mention.id: mention for mention in record.mentions}
    home = _home(record)
    found = []
    for actor in record.actors:
        known = [mentions[each] for each in actor.mentions if each in mentions]
        words = [mention.words for mention in known if _tells(mention)]
        pronouns = {mention.words.text.casefold() for mention in known if mention.kind == MentionKind.PRONOMINAL}
        profile = _profile(actor, words, record.report.text, home, gender_of(pronouns))
        if profile is not None:
            found.append(profile)
    yield from _with_trade(found, record)


def _with_trade(found: list[Profile], record: Record) -> list[Profile]:
    """The only person of a report is also whoever it calls "the plumber"."""
    people = [profile for profile in found if profile.being == Being.PERSON]
    if len(people) != 1:
        return found
    (person,) = people
    named = {profile.id for profile in found}
    unnamed = {one for actor in record.actors if actor.id not in named for one in actor.mentions}
    called = [mention.words.text.casefold().split() for mention in record.mentions if mention.id in unnamed]
    trades = {words[1] for words in called if len(words) == 2 and words[0] == "the" and words[1] in name_words().walks}
    walks = person.walks | {walk for trade in trades for walk in name_words().walks[trade]}
    whole = replace(person, roles=person.roles | trades, walks=walks)
    return [whole if profile is person else profile for profile in found]


def _tells(mention: Mention) -> bool:
    """Whether a mention may say who somebody is; "his coach" is somebody else, whatever it was joined with."""
    whose = mention.words.text.split()[0].casefold() in word_lists()["possessives"]
    return mention.kind != MentionKind.PRONOMINAL and not (whose and mention.kind == MentionKind.NOMINAL)


def _home(record: Record) -> str:
    countries = {place.country for place in record.places if place.country}
    (home,) = countries if len(countries) == 1 else ("",)
    return home


def _profile(actor: Actor, words: list[Words], text: str, home: str, gender: str) -> Profile | None:
    being = being_of(actor, words)
    if being == Being.GOVERNMENT:
        countries = frozenset({actor.country} if actor.country else _institution(actor, words)[1])
        return Profile(actor.id, actor.report_id, actor.name, being, countries=countries) if countries else None
    if being == Being.BODY:
        return _body(actor, words, home)
    return _person(actor, words, text, home, gender, being) if being else None


def _is_thing(before: list[str]) -> bool:
    """Whether the word right before a name says that a ship or a school bears it."""
    return bool(before) and fold(before[-1]) in name_words().lists["things.words"]


def _institution(actor: Actor, words: list[Words]) -> tuple[list[Reading], frozenset[str]]:
    readings = [read_body(each.text) for each in words] + [read_body(name) for name in actor.names]
    told = frozenset(code for reading in readings for code in reading.countries)
    return readings, told or frozenset({actor.country} if actor.country else ())


def _body(actor: Actor, words: list[Words], home: str) -> Profile | None:
    readings, countries = _institution(actor, words)
    names = [name for reading in readings for name in (reading.name, reading.short) if name]
    longest = max((len(name.words) for name in names if not name.acronym), default=0)
    kept = {name for name in names if name.acronym or name.known or len(name.words) == longest}
    if not kept or len(countries) > 1:
        return None
    return Profile(
        id=actor.id,
        report_id=actor.report_id,
        name=actor.name,
        being=Being.BODY,
        bodies=frozenset(kept),
        countries=countries,
        home=home,
        odd=any(map(is_odd, (actor.name, *actor.names))),
        words=stems(" ".join([*actor.names, *(STOPS.split(each.text)[0] for each in words)])),
    )


def _person(actor: Actor, words: list[Words], text: str, home: str, gender: str, being: Being) -> Profile | None:
    beside = [word for each in words for word in words_beside(each, text)]
    if any(_is_thing(words_before(each, text)) for each in words):
        return None
    names = frozenset(name for name in names_of(actor, words, text) if name.parts)
    if not names and not by_office(words):
        return None
    low = lowered(beside)
    if not gender and len(actor.names) == 1 and not set(low) & told_of_people() and not any(n.whole for n in names):
        being = Being.UNTOLD
    roles = frozenset(word for word in low if word in actor_words().roles or word in name_words().walks)
    countries = {country_words()[word.casefold()] for word in _bare(beside) if word.casefold() in country_words()}
    return Profile(
        id=actor.id,
        report_id=actor.report_id,
        name=actor.name,
        being=being,
        names=names,
        bodies=frozenset(filter(None, (read_body(name).name for name in actor.names)))
        if being == Being.UNTOLD
        else frozenset(),
        roles=roles,
        walks=frozenset(walk for role in roles for walk in name_words().walks.get(role, ())),
        countries=frozenset(countries) | ({actor.country} if actor.country else set()),
        home=home,
        odd=any(map(is_odd, (actor.name, *actor.names))),
        gender=gender or gender_of(set(low)),
        words=stems(" ".join(actor.names or (actor.name,))),
    )


def told_of_people() -> frozenset[str]:
    """Titles, roles and trades: whoever has one is a person."""
    return frozenset({*actor_words().titles, *actor_words().roles, *name_words().walks})


def _bare(words: list[str]) -> Iterator[str]:
    for word in words:
        if word[:1].isupper():
            yield word.removesuffix("'s").removesuffix("’s")
