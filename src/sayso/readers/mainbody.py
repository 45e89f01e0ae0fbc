"""The lines of a page's main text, as an extractor picks them: the one adapter around trafilatura."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

_LEAVES = frozenset({"item", "cell", "p", "head", "quote", "ab", "code", "dt", "dd"})
_FEW = 1_000
"""Characters below which the fast extraction is not believed and the thorough one is asked.

Chosen by F1 and speed on the article-extraction corpus; if it moves, `sayso evaluate article-extraction` again.
"""


def main_lines(source: str) -> list[str]:
    """The paragraphs, headings, list items and cells of the main text of a page, in order; empty if it finds none."""
    lines = _extracted(source, fast=True)
    if sum(map(len, lines)) < _FEW:
        lines = _extracted(source, fast=False) or lines
    return lines or _extracted(source, fast=True, favor_precision=False)


def _extracted(source: str, *, fast: bool, favor_precision: bool = True) -> list[str]:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        found: Any = bare_extraction(source, fast=fast, include_comments=False, favor_precision=favor_precision)
    except Exception as error:  # it gives no list of what it raises; whatever it is, there are no lines
        logging.getLogger(__name__).info("trafilatura gave up: %r", error)
        return []
    return [] if found is None else [line for line in _lines(found.body) if line.strip()]


def _lines(element: Any) -> Iterator[str]:
    """The text of `element`, parted where it is parted into leaves; lxml elements in, strings out."""
    if not any(inner.tag in _LEAVES for inner in element.iterdescendants()):
        yield "".join(element.itertext())
        return
    yield element.text or ""
    for child in element:
        yield from _lines(child)
        yield child.tail or ""
