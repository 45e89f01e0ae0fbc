"""The steps of `sayso.pipeline` with the tagger's bundle of the environment variable, for reading processes."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from sayso import pipeline
from sayso.pipeline import open_location, read_capture
from sayso.protocols import Tagger

__all__ = ["BUNDLE", "open_location", "read_capture"]

BUNDLE = "SAYSO_BENCHMARK_BUNDLE"
"""Names the variable that names the folder."""


@cache
def _tagger() -> Tagger:
    from sayso.tagger.tagger import load_tagger

    return load_tagger(Path(os.environ[BUNDLE]))


pipeline._tagger = _tagger
