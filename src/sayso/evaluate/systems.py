"""The systems that can be measured, by name."""

from __future__ import annotations

from collections.abc import Callable

from sayso.evaluate.reading import System


def system_named(name: str) -> System:
    """The system of this name; the tagger's files are opened here. Raises `KeyError` for a name not in `SYSTEMS`."""
    return SYSTEMS[name]()


SYSTEMS: dict[str, Callable[[], System]] = {
    "rules": lambda: System("rules"),
}
