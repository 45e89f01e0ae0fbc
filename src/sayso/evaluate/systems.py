"""The systems that can be measured, by name."""

from __future__ import annotations

from pathlib import Path

from sayso.errors import BundleNotFound
from sayso.evaluate.reading import System

SYSTEMS = ("tagger", "rules")


def system_named(name: str | None, bundle: Path | None = None) -> System:
    """The system of this name; None is what `sayso read` uses: the tagger, or the rules where none was installed.

    `bundle` is the folder of the tagger's files, None for those that come with sayso. Raises `TaggerError` if they
    cannot be used.
    """
    if name == "rules":
        return System("rules")
    from sayso.tagger.tagger import load_tagger

    try:
        return System("tagger", load_tagger(bundle))
    except BundleNotFound:
        if name is None and bundle is None:
            return System("rules")
        raise
