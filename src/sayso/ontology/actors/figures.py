"""Public figures whom reports name without telling their country."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from sayso.ontology.places import names_in

INTERNATIONAL = "INT"
"""Where a country stands for others: of those who are known for leading a body of many countries."""


@cache
def figures() -> Mapping[str, str]:
    """Full names, each with a country (ISO 3166-1 alpha-3) or `INTERNATIONAL`."""
    return {name.replace("=", ""): country for country, name in _entries()}


@cache
def short_names() -> Mapping[str, str]:
    """The names by which alone some of them are known, as in `figures`; none that several countries' people share."""
    parted = ((country, name.partition("=")) for country, name in _entries())
    return of_one_country(
        (short if before else short.split()[0], country) for country, (before, mark, short) in parted if mark
    )


def of_one_country(told: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Names with their country; none that stands with several."""
    found: dict[str, set[str]] = {}
    for name, country in told:
        found.setdefault(name, set()).add(country)
    return {name: countries.pop() for name, countries in found.items() if len(countries) == 1}


def _entries() -> Iterator[tuple[str, str]]:
    """Countries and names as the list has them, "=" before the part by which alone somebody is known."""
    for line in (files("sayso.ontology.actors") / "figures.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, names = line.partition("|")
            yield from ((country, name) for name in names_in(names))
