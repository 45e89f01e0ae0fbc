"""The tokens of a page with their places in it: the one adapter around turbohtml's tokenizer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turbohtml import Token, TokenType, tokenize

_CARRIAGE_RETURN = re.compile(r"\r\n?")
_NOTHING = "</>"
_TEXT = TokenType.TEXT


def even_newlines(source: str) -> str:
    """`source` with CR and CR LF as the tokenizer would have them, every character staying where it is."""
    return (
        _CARRIAGE_RETURN.sub(lambda found: " \n" if len(found[0]) == 2 else "\n", source) if "\r" in source else source
    )


def placed(source: str) -> Iterator[tuple[Token, str, int, int]]:
    """Tokens with their text (for text and character references), their start and their end in `source`."""
    lines = [0, *(found.end() for found in re.finditer("\n", source))]
    for token in tokenize(source, resolve_references=False, capture_source=True):
        start = lines[token.line - 1] + token.col
        text = token.data or ""
        if token.type is not _TEXT:
            yield token, text, start, start + len(token.source or "")
        elif source.startswith(text, start):
            yield token, text, start, start + len(text)
        else:
            for part, at in _stretches(text, source, start):
                yield token, part, at, at + len(part)


def _stretches(text: str, source: str, start: int) -> Iterator[tuple[str, int]]:
    """`text` in pieces that stand in `source` as they are: an empty end tag inside it is dropped by the tokenizer."""
    while text and not source.startswith(text, start):
        gap = source.find(_NOTHING, start)
        if gap < 0:
            return
        if gap > start:
            yield text[: gap - start], start
        text, start = text[gap - start :], gap + len(_NOTHING)
    if text:
        yield text, start
