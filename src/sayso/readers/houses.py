"""Who put a report out, as its page claims; an agency whose copy it is may stand in the same place."""

from __future__ import annotations

import re

from sayso.readers import claims
from sayso.readers.agencies import agency
from sayso.readers.claims import Claims
from sayso.readers.datings import cased
from sayso.readers.jsonld import text_of
from sayso.readers.publishers import host_of, publisher_of
from sayso.readers.web_address import is_web_address

_NO_NAME = re.compile(r"\W|\b(?:the|www)\b|\.(?:com|org|net|co\.uk)\b")
_SEPARATOR = re.compile(r"\s{1,9}[|–—»·:-]{1,2}\s+|\s{0,9}\|\s*")
_LONGEST_HOUSE = 40


def house_in(found: Claims, headline: str) -> str | None:
    """The name that stands beside the headline in the page's title; None if nothing does, or too much."""
    for _, value in found.of(claims.HEADLINE):
        parts = _SEPARATOR.split(text_of(value) or "")
        rest = [part for part in parts if _letters(part) not in _letters(headline)]
        if len(rest) == 1 and len(parts) > 1 and len(rest[0]) <= _LONGEST_HOUSE:
            return rest[0]
    return None


def house(found: Claims, address: str | None, basis: dict[str, str]) -> tuple[str | None, tuple[str, ...]]:
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


def unsigned(title: str, publisher: str | None) -> str:
    """`title` without parts at its end that name the publisher."""
    while True:
        parts = list(_SEPARATOR.finditer(title))
        if not parts or not publisher or not same_house(title[parts[-1].end() :], publisher):
            return title
        title = title[: parts[-1].start()]


def same_house(tail: str, publisher: str) -> bool:
    """Whether two names name one house: "the Guardian" and "Guardian", "CNN Business" and "CNN"."""
    one, other = (_NO_NAME.sub("", name.casefold()) for name in (tail, publisher))
    return bool(one) and bool(other) and (one in other or other in one)
