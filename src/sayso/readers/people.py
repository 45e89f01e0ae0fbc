"""Names in author fields: people, agencies, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sayso.readers.agencies import agency
from sayso.readers.jsonld import one_line, types

_BY = re.compile(r"\A(?:(?:written|reported|posted|words|story)\s+)?by[:\s]\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s{0,9}(?:;|\||\s/\s|\band\b|&|,)\s{0,9}", re.IGNORECASE)
_HOUSE_WORDS = """
staff editor editors editorial admin administrator newsroom desk newsdesk team correspondent correspondents reporter
reporters writer writers contributor contributors agency agencies wire wires service services reports web online digital
media press network news magazine times post journal redaktion unknown guest anonymous author inc ltd llc group
university institute ministry department office
"""
_HOUSE = re.compile(rf"\b(?:{'|'.join(_HOUSE_WORDS.split())})\b", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.'’\-\u00b7 ]{1,58}[\w.)]\Z")
_NEWSROOM_OF = re.compile(r"\s{1,9}(?:staff(?: writers?)?|newsroom|news|reporters?|correspondents?)\Z", re.IGNORECASE)
_HOUSE_AFTER = re.compile(r"(?<=[a-z]{3})\.\s+[A-Z].*\Z")
_MOST = 20


def authors(value: Any) -> Iterator[tuple[str, bool]]:
    """Each name in an author field, with whether the page itself says that it is an organisation."""
    if isinstance(value, list):
        for entry in value[:_MOST]:
            yield from authors(entry)
    elif isinstance(value, dict):
        organised = any("Organization" in name for name in types(value))
        for name, _ in authors(value.get("name")):
            yield name, organised
    elif isinstance(value, str) and (line := one_line(value)):
        yield line, False


def told_apart(value: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """People and agencies in an author field, each once, in order; whatever is neither is left out."""
    people: dict[str, None] = {}
    found: dict[str, None] = {}
    for line, organised in authors(value):
        for name in _names(line):
            short = agency(name) or agency(_NEWSROOM_OF.sub("", name))
            if short:
                found[short] = None
            elif not organised and is_person(name):
                people[name] = None
    return tuple(people), tuple(found)


def is_person(name: str) -> bool:
    """Whether a name could be a person's: letters, at least two words, no newsroom word and no address."""
    return bool(_NAME.match(name)) and " " in name and not _HOUSE.search(name) and name.count(" ") < 6


def _names(line: str) -> Iterator[str]:
    bare = _BY.sub("", line[:300])
    if agency(bare):
        yield bare
        return
    for name in _BETWEEN.split(bare)[:_MOST]:
        if name := _HOUSE_AFTER.sub("", name.strip(" .,")):
            yield name
