"""What the tests of time expressions share: reading a text of one's own against a day."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from sayso.annotate.timex import Anchor, find_times
from sayso.record.when import Timex
from sayso.spans import Span

_SENTENCE = re.compile(r"\S.*?(?:(?<![A-Z][a-z])(?<![A-Z][a-z]{2})(?<!Sept)(?<!\.m)[.?!](?= [A-Z]|$)|\Z)", re.DOTALL)

Read = Callable[..., tuple[Timex, ...]]


def sentences(text: str) -> list[Span]:
    """Sentences of a short text of our own: a full stop, a space and a capital; not after abbreviations."""
    return [Span(*match.span()) for match in _SENTENCE.finditer(text)]


def read_times(text: str, day: str | None = "2022-10-15", **anchor: object) -> tuple[Timex, ...]:
    """The time expressions of a text, filed on `day`: a Saturday, if nothing is said."""
    filed = date.fromisoformat(day) if day else None
    return find_times(text, sentences(text), Anchor(filed, **anchor), report_id="rep-test")


@pytest.fixture
def read() -> Read:
    return read_times
