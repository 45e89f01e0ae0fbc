"""What one report tells of an actor, as far as it helps to know them again in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sayso.link.bodies import BodyName, Reading, country_words, read_body
from sayso.link.context import stems
from sayso.link.letters import fold, is_odd
from sayso.link.names import PersonName, nicknames, person_name
from sayso.ontology.actors import actor_words
from sayso.ontology.codebook import word_lists
from sayso.ontology.names import name_words
from sayso.record.actor import Actor, ActorKind, Mention
from sayso.record.annotation import MentionKind
from sayso.record.record import Record
from sayso.spans import Words

_NOBODY = BodyName(())
_BEFORE = 5
_AFTER = 12
"""Words beside a name that may say who bears it."""
_ALIAS_REACH = 30
"""Characters behind a name in which a report may say what its bearer is known as."""
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’.\-](?=[^\W_]))*\.?")
_APPOSED = re.compile(r"\s?[,(—]\s*|\s(?=of\b)")
_OPENING_COMMA = re.compile(r",\s$")
"""The comma before a name, where the words before it say who is meant: "the foreign minister, Peter Szel,"."""
_PLURAL = re.compile(r"[A-Z][a-z]+(?:s|men)")
"""A word that tells of several, where nothing but its capital at the beginning of a sentence makes it a name."""
_STOPS = re.compile(r"[.,;:!?\n\"“”()—]")


class Being(StrEnum):
    """What can be known again across reports."""

    PERSON = "person"
    BODY = "body"
    GOVERNMENT = "government"
    UNTOLD = "untold"
    """A single word that may be a family name, a stage name, a firm or a party."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One report-level actor. Sets are empty where the report does not say.

    `names` are those of a person, `bodies` of an institution, with acronyms that the report gives for it; `roles` and
    `walks` are what it is called and the walks of life these belong to. `home` is the one country that the whole report
    speaks of, if there is one. `odd` says that the name may be made to look like another, `words` are those of the
    name itself.
    """

    id: str
    report_id: str
    name: str
    being: Being
    names: frozenset[PersonName] = frozenset()
    bodies: frozenset[BodyName] = frozenset()
    roles: frozenset[str] = frozenset()
    walks: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    home: str = ""
    gender: str = ""
    odd: bool = False
    words: frozenset[str] = field(default=frozenset(), compare=False)


def profiles_of(record: Record) -> Iterator[Profile]:
    """A profile for each actor of a record that has a name to be known by."""
    mentions = {mention.id: mention for mention in record.mentions}
    home = _home(record)
    found = []
    for actor in record.actors:
        known = [mentions[each] for each in actor.mentions if each in mentions]
        words = [mention.words for mention in known if _tells(mention)]
        pronouns = {mention.words.text.casefold() for mention in known if mention.kind == MentionKind.PRONOMINAL}
        profile = _profile(actor, words, record.report.text, home, _gender(pronouns))
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
    being = _being(actor, words)
    if being == Being.GOVERNMENT:
        countries = frozenset({actor.country} if actor.country else _institution(actor, words)[1])
        return Profile(actor.id, actor.report_id, actor.name, being, countries=countries) if countries else None
    if being == Being.BODY:
        return _body(actor, words, home)
    return _person(actor, words, text, home, gender, being) if being else None


def _being(actor: Actor, words: list[Words]) -> Being | None:
    if actor.kind == ActorKind.GROUP:
        return None
    if actor.kind == ActorKind.GOVERNMENT or (actor.kind == ActorKind.ORGANISATION and _is_government(words)):
        return Being.GOVERNMENT
    if any((read_body(each.text).name or _NOBODY).known for each in words):
        return Being.BODY
    names = [name for name in actor.names if name[:1].isupper() and person_name(f"X {name}").generation == ""]
    last = [fold(name.split()[-1]) for name in names]
    if actor.kind == ActorKind.ORGANISATION or any(_is_body(word) for word in last) or _is_acronym(names):
        return Being.BODY
    if not names:
        return Being.PERSON if _by_office(words) else _unnamed(words)
    if actor.kind or any(" " in name for name in names):
        return Being.PERSON
    several = _PLURAL.fullmatch(names[0]) and len(words) == 1
    return None if several or fold(names[0]) in actor_words().groups else Being.UNTOLD


def _unnamed(words: list[Words]) -> Being | None:
    """A name that the report-level actor lacks: "Thomas Keller Sr., who ran the brewery"."""
    for each in words:
        core = _STOPS.split(each.text.replace("Sr.", "Sr").replace("Jr.", "Jr"))[0].split()
        while core and (fold(core[0]) in actor_words().roles or core[0].casefold() == "the"):
            core = core[1:]
        if len(core) > 1 and all(word[:1].isupper() for word in core) and not _is_body(fold(core[-1])):
            return Being.PERSON
    return None


def _is_government(words: list[Words]) -> bool:
    cores = [_STOPS.split(each.text)[0].split() for each in words]
    return any(core and core[-1] == "government" and _only_country(core[:-1]) for core in cores)


def _only_country(before: list[str]) -> bool:
    words = [word.removesuffix("'s").removesuffix("’s").casefold() for word in before]
    words = words[1:] if words[:1] == ["the"] else words
    return not words or " ".join(words) in country_words()


def _is_body(word: str) -> bool:
    return word in actor_words().in_bodies or word in name_words().lists["things.bodies"]


def _is_acronym(names: list[str]) -> bool:
    return any(re.fullmatch(r"(?:[A-Z]\.?){2,7}", name) for name in names)


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
        words=stems(" ".join([*actor.names, *(_STOPS.split(each.text)[0] for each in words)])),
    )


def _person(actor: Actor, words: list[Words], text: str, home: str, gender: str, being: Being) -> Profile | None:
    beside = [word for each in words for word in _beside(each, text)]
    if any(_is_thing(_before(each, text)) for each in words):
        return None
    names = frozenset(name for name in _names(actor, words, text) if name.parts)
    if not names and not _by_office(words):
        return None
    low = _low(beside)
    if not gender and len(actor.names) == 1 and not set(low) & _told_of_people() and not any(n.whole for n in names):
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
        gender=gender or _gender(set(low)),
        words=stems(" ".join(actor.names or (actor.name,))),
    )


def _told_of_people() -> frozenset[str]:
    """Titles, roles and trades: whoever has one is a person."""
    return frozenset({*actor_words().titles, *actor_words().roles, *name_words().walks})


def _low(words: list[str]) -> list[str]:
    """Words in small letters; a prime minister is no mere minister."""
    low = " ".join(words).casefold().replace("'s", "").replace("’s", "")
    return ["premier" if word == "pm" else word for word in low.replace("prime minister", "premier").split()]


def _by_office(words: list[Words]) -> bool:
    """Whether somebody is called by an office of which a country has one: "the Belarusian president"."""
    called = [_low(_WORD.findall(each.text)) for each in words]
    only = [one[1:] if one[:1] == ["the"] else one for one in called]
    return any(
        one[-1:]
        and one[-1] in name_words().lists["words.offices"] - {"minister"}
        and " ".join(one[:-1]) in country_words()
        for one in only
    )


def _bare(words: list[str]) -> Iterator[str]:
    for word in words:
        if word[:1].isupper():
            yield word.removesuffix("'s").removesuffix("’s")


def _names(actor: Actor, words: list[Words], text: str) -> Iterator[PersonName]:
    """The fullest names of an actor; single words only if there is nothing else."""
    called = () if _by_office(words) else (_STOPS.split(actor.name)[0],)
    whole = [_as_printed(each, words) for each in actor.names or called]
    read = [person_name(each) for each in whole]
    most = max((len(name.parts) for name in read), default=0)
    yield from (name for name in read if len(name.parts) == most)
    for each in words:
        yield from _by_nickname(each, text)


def _by_nickname(words: Words, text: str) -> Iterator[PersonName]:
    """Names that stand within or right behind a mention: "Joseph "Sefo" Tuilagi", "Adaeze Bright, known as Koli"."""
    for alias in nicknames(text[words.start : words.end + _ALIAS_REACH]):
        yield person_name(alias)
    for alias in nicknames(words.text):
        core = _STOPS.split(words.text.replace(alias, " ").replace('"', " "))[0]
        yield from (person_name(core), person_name(f"{alias} {core.split()[-1]}"))


def _as_printed(name: str, words: list[Words]) -> str:
    """A name with the initials before it and the "Jr." behind it."""
    for each in words:
        whole = re.search(rf"((?:[A-Z]\.[ \-]?)*){re.escape(name)}(?:,? ((?:Jr|Sr|II|III|IV)\b))?", each.text)
        if whole and (whole[1] or whole[2]):
            return f"{whole[1]}{name} {whole[2] or ''}"
    return name


def _beside(words: Words, text: str) -> list[str]:
    """The words of a mention, and those beside it that may say who is meant."""
    return [*_before(words, text), *_WORD.findall(words.text), *_after(words, text)]


def _before(words: Words, text: str) -> list[str]:
    """Back from a mention to what cannot belong to it."""
    near = _STOPS.split(_OPENING_COMMA.sub(" ", text[max(0, words.start - 80) : words.start]))[-1]
    found: list[str] = []
    for word in reversed(_WORD.findall(near)[-_BEFORE:]):
        if word.casefold() in _closed():
            break
        found.append(word)
    return found[::-1]


def _after(words: Words, text: str) -> list[str]:
    """An appositive after a mention, up to the next mark."""
    begins = _APPOSED.match(text, words.end)
    if not begins or "," in words.text[-1:]:
        return []
    return _WORD.findall(_STOPS.split(text[begins.end() : begins.end() + 100])[0])[:_AFTER]


def _closed() -> frozenset[str]:
    lists = word_lists()
    return (
        lists["determiners"]
        | lists["prepositions"]
        | lists["conjunctions"]
        | lists["be"]
        | lists["have"]
        | lists["verbs"]
    )


def _gender(words: set[str]) -> str:
    lists = name_words().lists
    male, female = bool(words & lists["words.male"]), bool(words & lists["words.female"])
    return "" if male == female else "m" if male else "f"
