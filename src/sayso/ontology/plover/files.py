"""The codebook's files."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def entries(name: str) -> dict[str, Any]:
    """What stands in the file of this name ("types", "frames" …)."""
    return tomllib.loads((files("sayso.ontology.plover") / f"{name}.toml").read_text(encoding="utf-8"))


def frame_groups() -> list[dict[str, Any]]:
    """The groups of the particular frames, then those of the broad ones, which are tried where no other fits."""
    return [*entries("frames")["group"], *entries("broad")["group"]]
