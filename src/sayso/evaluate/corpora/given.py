"""Finding the words that an annotator gives: "shelled", "said@4", "said@4#2", "the bridge … at dawn@3"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.errors import EvaluationError
from sayso.evaluate.corpora.attributed_events import Given
from sayso.spans import Span

ELLIPSIS = " … "

_GIVEN = re.compile(r"(?P<words>.+?)(?:@(?P<paragraph>\d+))?(?:#(?P<number>\d+))?", re.DOTALL)
_PARAGRAPH = re.compile(r"\S(?:[^\n]*\S)?")


def located(given: Given, text: str) -> Span:
    """Where the words stand in `text`; offsets are taken as they are.

    Raises `EvaluationError` if the words stand nowhere, or in several places and nothing says in which.
    """
    if isinstance(given, Span):
        return given
    found = _GIVEN.fullmatch(given)
    if found is None:
        raise EvaluationError("no words given")
    window = _window(found["paragraph"], text)
    spans = list(_occurrences(found["words"], text, window))
    number = int(found["number"] or 1)
    if len(spans) < number or (len(spans) > 1 and not found["number"]):
        raise EvaluationError(f"{given!r}: {len(spans)} times (say where: words@paragraph#number)")
    return spans[number - 1]


def paragraphs(text: str) -> list[Span]:
    """The lines of a text that are not empty, without white space around them."""
    return [Span(*found.span()) for found in _PARAGRAPH.finditer(text)]


def _window(number: str | None, text: str) -> Span:
    lines = paragraphs(text)
    if number is None:
        return Span(0, len(text))
    if not 0 < int(number) <= len(lines):
        raise EvaluationError(f"no paragraph {number} (there are {len(lines)})")
    return lines[int(number) - 1]


def _occurrences(words: str, text: str, window: Span) -> Iterator[Span]:
    """Each place of `words`; with an ellipsis, from each place of what is before to the next of what is after."""
    first, _, last = words.partition(ELLIPSIS)
    for start in _whole(first).finditer(text, window.start, window.end):
        end = _whole(last).search(text, start.end(), window.end) if last else start
        if end:
            yield Span(start.start(), end.end())


def _whole(words: str) -> re.Pattern[str]:
    """A pattern for `words` that are not part of longer ones."""
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return re.compile(before + re.escape(words) + after)
