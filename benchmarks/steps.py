"""The steps of `sayso.pipeline` with the tagger's bundle of the environment variable, for reading processes."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from sayso import pipeline
from sayso.pipeline import Options, open_location
from sayso.protocols import Tagger
from sayso.record.record import Failure, Record
from sayso.record.report import Capture

__all__ = ["BUNDLE", "MODULES", "open_location", "read_capture"]

MODULES = pipeline.MODULES

BUNDLE = "SAYSO_BENCHMARK_BUNDLE"
"""Names the variable that names the folder."""


def read_capture(capture: Capture, *, options: Options) -> Record | Failure:
    """What the pipeline finds, this process's tagger being another."""
    pipeline._tagger = _tagger
    return pipeline.read_capture(capture, options=options)


@cache
def _tagger() -> Tagger:
    from sayso.tagger.tagger import load_tagger

    return load_tagger(Path(os.environ[BUNDLE]))
