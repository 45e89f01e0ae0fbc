"""Markdown inside a paragraph: what of it is text, and what is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.spans import Span

_RUN = re.compile(r"\*{1,3}|_{1,3}|~~|`{1,2}")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_TAG = re.compile(
    r"</?(?:a|b|br|cite|em|figcaption|figure|i|img|p|small|span|strong|sub|sup|u|wbr)\b[^<>]{0,300}>|<!--[^<>]{0,300}-->",
    re.IGNORECASE,
)
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]{1,2000}>", re.IGNORECASE)
_BRACKET = re.compile(r"[\[\]]")
_NOTE = re.compile(r"\[\^[^\]\s]{1,20}\]")
_TARGET = re.compile(r"\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500}){0,3}\)")
_REFERENCE = re.compile(r"\[[^\[\]\n]{0,100}\]")
_LONGEST = 1_000
"""A label longer than this is not looked for: brackets in prose stay as they are."""


@dataclass(slots=True)
class Marked:
    """A paragraph's markup: `holes` are no text; `links`, `images` and `strong` the text that such markup encloses."""

    holes: list[Span] = field(default_factory=list)
    links: list[Span] = field(default_factory=list)
    images: list[Span] = field(default_factory=list)
    strong: list[Span] = field(default_factory=list)


def marked(text: str) -> Marked:
    """The Markdown in `text`; offsets count its characters."""
    found = Marked()
    for hole in _holes(text):
        found.holes.append(hole)
    _links(text, found)
    _emphasis(text, found)
    return found


def _holes(text: str) -> Iterator[Span]:
    for form in (_ESCAPE, _TAG, _NOTE):
        for match in form.finditer(text):
            yield Span(match.start(), match.end())
    for match in _AUTOLINK.finditer(text):
        yield Span(match.start(), match.start() + 1)
        yield Span(match.end() - 1, match.end())


def _links(text: str, found: Marked) -> None:
    """`[text](target)`, `![alt](target)` and `[text][reference]`."""
    opened: list[int] = []
    after = 0
    for bracket in _BRACKET.finditer(text):
        at = bracket.start()
        if at < after or _escaped(text, at):
            continue
        if bracket.group() == "[":
            opened.append(at)
        elif opened:
            start = opened.pop()
            target = _target(text, at + 1)
            if target and at - start <= _LONGEST:
                _take_link(text, found, start, at, target)
                after = target


def _target(text: str, at: int) -> int | None:
    """Where the target of a link ends that begins at `at`; None if none begins there."""
    form = {"(": _TARGET, "[": _REFERENCE}.get(text[at : at + 1])
    target = form.match(text, at) if form else None
    return target.end() if target else None


def _take_link(text: str, found: Marked, start: int, close: int, end: int) -> None:
    if text[max(0, start - 1) : start] == "!":
        if start + 1 < close:
            found.images.append(Span(start + 1, close))
        found.holes.append(Span(start - 1, end))
        return
    if start + 1 < close:
        found.links.append(Span(start + 1, close))
    found.holes += [Span(start, start + 1), Span(close, end)]


def _escaped(text: str, at: int) -> bool:
    return text[max(0, at - 1) : at] == "\\"


def _emphasis(text: str, found: Marked) -> None:
    """Pairs of `*`, `_`, `~~` and backticks that open before and close after a word; single ones in prose stay."""
    waiting: dict[str, list[re.Match[str]]] = {}
    for run in _RUN.finditer(text):
        if _escaped(text, run.start()):
            continue
        stack = waiting.setdefault(run.group(), [])
        if stack and _closes(text, run):
            start = stack.pop()
            found.holes += [Span(start.start(), start.end()), Span(run.start(), run.end())]
            if start.end() < run.start() and "`" not in run.group():
                found.strong.append(Span(start.end(), run.start()))
        elif _opens(text, run):
            stack.append(run)


def _opens(text: str, run: re.Match[str]) -> bool:
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    return bool(after.strip()) and not before.isalnum() and (before != "\\")


def _closes(text: str, run: re.Match[str]) -> bool:
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    return bool(before.strip()) and (not after.isalnum() or run.group()[0] != "_")
