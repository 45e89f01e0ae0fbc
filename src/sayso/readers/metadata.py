"""A page's claims about its report, weighed: for each field the best place that says something, and which it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from sayso.readers import claims
from sayso.readers.agencies import agency
from sayso.readers.claims import Claims
from sayso.readers.datings import cased, published, updated
from sayso.readers.jsonld import text_of
from sayso.readers.people import told_apart
from sayso.readers.pieces import Metadata
from sayso.readers.publishers import host_of, publisher_of
from sayso.record.report import Warning  # noqa: A004

_LANGUAGE = re.compile(r"\s*([A-Za-z]{2})(?:[-_]|\s*\Z)")
_NO_NAME = re.compile(r"\W|\b(?:the|www)\b|\.(?:com|org|net|co\.uk)\b")
_SEPARATOR = re.compile(r"\s+[|–—»·:-]{1,2}\s+|\s*\|\s*")
_LONGEST_URL = 2_000
_LONGEST_HOUSE = 40


def metadata_of(found: Claims) -> tuple[Metadata, tuple[Warning, ...]]:
    """What the page claims, as `Metadata`, and what is odd in it."""
    basis: dict[str, str] = {}
    address = _address(found, basis)
    publisher, wire = _house(found, address, basis)
    first, odd_first = published(found)
    last, odd_last = updated(found)
    people, agencies = _authors(found, basis)
    people = tuple(name for name in people if not (publisher and _same_house(name, publisher)))
    metadata = Metadata(
        headline=next(iter(headlines(found, publisher)), None),
        bylines=people,
        agencies=agencies or wire,
        publisher=publisher,
        canonical_url=address,
        section=_text(found, claims.SECTION, "section", basis),
        language=_language(found, basis),
        first_published=first,
        last_updated=last,
        basis=basis,
    )
    return metadata, (*odd_first, *odd_last, *_broken(found))


def headlines(found: Claims, publisher: str | None) -> dict[str, str]:
    """What the page claims to be headed, without the publisher's name after it, with where each was read."""
    said: dict[str, str] = {}
    for name, value in found.of(claims.HEADLINE):
        if text := text_of(value):
            said.setdefault(_unsigned(text, publisher), cased(name))
    return said


def _unsigned(title: str, publisher: str | None) -> str:
    """`title` without parts at its end that name the publisher."""
    while True:
        parts = list(_SEPARATOR.finditer(title))
        if not parts or not publisher or not _same_house(title[parts[-1].end() :], publisher):
            return title
        title = title[: parts[-1].start()]


def _same_house(tail: str, publisher: str) -> bool:
    one, other = (_NO_NAME.sub("", name.casefold()) for name in (tail, publisher))
    return bool(one) and bool(other) and (one in other or other in one)


def house_in(found: Claims, headline: str) -> str | None:
    """The name that stands beside the headline in the page's title; None if nothing does, or too much."""
    for _, value in found.of(claims.HEADLINE):
        parts = _SEPARATOR.split(text_of(value) or "")
        rest = [part for part in parts if _letters(part) not in _letters(headline)]
        if len(rest) == 1 and len(parts) > 1 and len(rest[0]) <= _LONGEST_HOUSE:
            return rest[0]
    return None


def _house(found: Claims, address: str | None, basis: dict[str, str]) -> tuple[str | None, tuple[str, ...]]:
    """Who put the report out; and the agency that is named instead, where the page is not the agency's own."""
    wire: tuple[str, ...] = ()
    for name, value in found.of(claims.PUBLISHER):
        text = (text_of(value) or "").split(" | ")[0].lstrip("@").strip()
        if not text or len(text) > 200 or is_web_address(text):
            continue
        short = agency(text)
        if short is None or address is None or _is_own(address, short):
            basis["publisher"] = cased(name)
            return text, wire
        wire, basis["agencies"] = (short,), cased(name)
    return None, wire


def _is_own(address: str, short: str) -> bool:
    """Whether `address` is the agency's own."""
    name = publisher_of(address, "")
    host = host_of(address) or ""
    return (name is not None and agency(name) == short) or host.startswith(_letters(short))


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


def _authors(found: Claims, basis: dict[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """People from the first place that names any; agencies from the first that names any."""
    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    for name, value in found.of((*claims.AUTHOR, *claims.AGENCY)):
        persons, houses = told_apart(value)
        if persons and not people and name not in claims.AGENCY:
            people, basis["bylines"] = persons, cased(name)
        if houses and not agencies:
            agencies, basis["agencies"] = houses, cased(name)
    return people, agencies


def _text(found: Claims, names: Sequence[str], what: str, basis: dict[str, str]) -> str | None:
    for name, value in found.of(names):
        text = text_of(value)
        if text and len(text) <= 200 and not text.startswith(("http://", "https://")):
            basis[what] = cased(name)
            return text
    return None


def _address(found: Claims, basis: dict[str, str]) -> str | None:
    for name, value in found.of(claims.ADDRESS):
        url = value.get("@id") if isinstance(value, dict) else value
        if isinstance(url, str) and is_web_address(url):
            basis["canonical_url"] = cased(name)
            return url
    return None


def is_web_address(url: Any) -> bool:
    """Whether `url` is a whole http(s) address, with a host and without white space."""
    if not isinstance(url, str) or len(url) > _LONGEST_URL or any(char.isspace() for char in url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _language(found: Claims, basis: dict[str, str]) -> str | None:
    for name, value in found.of(claims.LANGUAGE):
        if (text := text_of(value)) and (code := _LANGUAGE.match(text)):
            basis["language"] = cased(name)
            return code[1].lower()
    return None


def _broken(found: Claims) -> tuple[Warning, ...]:
    if not found.broken:
        return ()
    message = f"{found.broken} JSON-LD blocks could not be read and were left out"
    return (Warning(code="metadata.json-ld", message=message),)
