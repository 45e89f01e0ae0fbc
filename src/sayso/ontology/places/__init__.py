"""Our tables of places: how reports name countries, states and regions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files


def table(name: str) -> Iterator[list[str]]:
    """Rows of the table `name` ("countries.txt"), cells split at "|"; lines that begin with "#" are notes."""
    for line in (files("sayso.ontology.places") / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("|")]


def names_in(cell: str) -> list[str]:
    """The names of a cell that holds several."""
    return [name.strip() for name in cell.split(",") if name.strip()]


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Adjectives and people ("Ukrainian", "Ukrainians") to the ISO 3166-1 alpha-2 code of their country."""
    return {name: code for code, _, cell in table("countries.txt") for name in names_in(cell)}


@lru_cache(maxsize=1)
def state_abbreviations() -> dict[str, str]:
    """Printed abbreviations of states and provinces ("Calif.", "NSW") to their code ("US.CA", "AU.02")."""
    return {name: code for code, cell in table("states.txt") for name in names_in(cell)}
