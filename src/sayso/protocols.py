"""What a stage must offer, on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from sayso.limits import Limits
from sayso.record.annotation import Sentence, Tagged, Token
from sayso.record.report import Capture, Report


class Intake(Protocol):
    """Hop 1: a location to its captures, as they come.

    Raises `CaptureError` for a location that gives none.
    """

    def __call__(self, location: str, /, *, limits: Limits) -> Iterator[Capture]: ...


class Reader(Protocol):
    """Hop 2: one capture to one report.

    Raises `ReadingError` if there is no report in it; any bytes give one or the other. A pure function: it
    opens nothing and asks no clock.
    """

    def __call__(self, capture: Capture, *, limits: Limits) -> Report: ...


class Tagger(Protocol):
    """What a neural tagger adds to hop 3; with none, rules do what they can.

    What it finds points into `text`; the same input gives the same output, whatever came before.
    """

    version: str

    def tag(self, text: str, sentences: Sequence[Sentence], tokens: Sequence[Token]) -> Tagged: ...
