"""The names that a report calls a person by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.link.beings import by_office
from sayso.link.beside import STOPS
from sayso.link.names import PersonName, nicknames, person_name
from sayso.record.actor import Actor
from sayso.spans import Words

_ALIAS_REACH = 30
"""Characters behind a name in which a report may say what its bearer is known as."""


def names_of(actor: Actor, words: list[Words], text: str) -> Iterator[PersonName]:
    """The fullest names of an actor; single words only if there is nothing else."""
    called = () if by_office(words) else (STOPS.split(actor.name)[0],)
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
        core = STOPS.split(words.text.replace(alias, " ").replace('"', " "))[0]
        yield from (person_name(core), person_name(f"{alias} {core.split()[-1]}"))


def _as_printed(name: str, words: list[Words]) -> str:
    """A name with the initials before it and the "Jr." behind it."""
    for each in words:
        whole = re.search(rf"((?:[A-Z]\.[ \-]?)*){re.escape(name)}(?:,? ((?:Jr|Sr|II|III|IV)\b))?", each.text)
        if whole and (whole[1] or whole[2]):
            return f"{whole[1]}{name} {whole[2] or ''}"
    return name
