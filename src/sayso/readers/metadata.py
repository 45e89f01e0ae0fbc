"""A page's claims about its report, weighed: for each field the best place that says something, and which it was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.readers import claims
from sayso.readers.claims import Claims
from sayso.readers.datings import cased, published, updated
from sayso.readers.houses import house, same_house, unsigned
from sayso.readers.jsonld import text_of
from sayso.readers.people import told_apart
from sayso.readers.pieces import Metadata
from sayso.readers.web_address import is_web_address
from sayso.record.report import Warning  # noqa: A004

_LANGUAGE = re.compile(r"\A\s*([A-Za-z]{2})(?:[-_]|\s*\Z)")


def metadata_of(found: Claims) -> tuple[Metadata, tuple[Warning, ...]]:
    """What the page claims, as `Metadata`, and what is odd in it."""
    basis: dict[str, str] = {}
    address = _address(found, basis)
    publisher, wire = house(found, address, basis)
    first, odd_first = published(found)
    last, odd_last = updated(found)
    people, agencies = _authors(found, basis)
    people = tuple(name for name in people if not (publisher and same_house(name, publisher)))
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
            said.setdefault(unsigned(text, publisher), cased(name))
    return said


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
