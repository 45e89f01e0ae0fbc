"""Of which country a public figure is whom a report names without telling it: by the list of sayso.ontology."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from sayso.gazetteer.fold import fold
from sayso.ontology.actors.figures import INTERNATIONAL, figures, of_one_country, short_names


def figure_country(name: Sequence[str]) -> str | None:
    """The country (ISO 3166-1 alpha-3) of the figure of this full name, or known by it alone; None for no such."""
    country = _listed(tuple(name))
    return None if country == INTERNATIONAL else country


def led_by(name: Sequence[str]) -> str | None:
    """The country of the figure whose name begins that of a body or of their people: "Trump administration"."""
    told = (figure_country(name[:end]) for end in range(len(name) - 1, 0, -1))
    return next((country for country in told if country), None)


def is_figure(name: Sequence[str]) -> bool:
    """Whether the list has somebody so called."""
    return _listed(tuple(name)) is not None


def is_international(name: Sequence[str]) -> bool:
    """Whether who is so called is known for leading a body of many countries: "António Guterres"."""
    return _listed(tuple(name)) == INTERNATIONAL


@lru_cache(maxsize=10_000)
def _listed(name: tuple[str, ...]) -> str | None:
    """What the list has; accents and capitals do not count, nor do names between the first and the last."""
    if not name:
        return None
    if len(name) == 1:
        return _short().get(_key(name[0]))
    whole = _key(" ".join(name))
    return _full().get(whole) or _short().get(whole) or _full().get(_key(f"{name[0]} {name[-1]}"))


@cache
def _full() -> Mapping[str, str]:
    return of_one_country((_key(name), country) for name, country in figures().items())


@cache
def _short() -> Mapping[str, str]:
    return of_one_country((_key(name), country) for name, country in short_names().items())


def _key(name: str) -> str:
    """What counts as one spelling."""
    return name.lower().translate(_MARKS) if name.isascii() else fold(name)


_MARKS = str.maketrans({"-": " ", ".": None, "'": None})
