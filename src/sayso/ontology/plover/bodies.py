"""Bodies that reports name without saying what they are, or of which country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.ontology.places import names_in


@dataclass(frozen=True, slots=True)
class Body:
    """A body known by its name alone: its sector, and the country it belongs to, None for none.

    `shared` says that bodies of other countries bear its name, too: "Congress".
    """

    sector: str
    country: str | None
    shared: bool = False

    @property
    def home(self) -> str | None:
        """The country that the name alone tells."""
        return None if self.shared else self.country


@cache
def bodies() -> Mapping[str, Body]:
    """Bodies by the name that reports give, without "the"."""
    lines = (files("sayso.ontology.plover") / "bodies.txt").read_text(encoding="utf-8").splitlines()
    cells = dict(line.split("|") for line in lines if not line.startswith("#"))
    shared = frozenset(names_in(cells.pop("shared")))
    found = {}
    for key, cell in cells.items():
        sector, _, country = key.partition(" ")
        for name in names_in(cell):
            found[name] = Body(sector, country or None, name in shared)
    return found
