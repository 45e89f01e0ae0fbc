"""A page as its text.

The tokenizer knows where in the source every stretch of text and every character reference stands; which element it
belongs to is followed here, leniently, with the implied end tags that matter for prose. One pass, linear in the source.
"""

from __future__ import annotations

from turbohtml import Token, TokenType

from sayso.limits import Limits
from sayso.readers.concealment import concealing
from sayso.readers.elements import Stack, break_of
from sayso.readers.markup_tokens import even_newlines, placed
from sayso.readers.webpage import Page, Run

_LD = "application/ld+json"
_TEXT, _REFERENCE, _START, _END = (
    TokenType.TEXT,
    TokenType.CHARACTER_REFERENCE,
    TokenType.START_TAG,
    TokenType.END_TAG,
)
_NO_ATTRIBUTES: dict[str, str] = {}
_BARE = 2
"""Characters of a tag without attributes, beside its name."""


def scan(source: str, limits: Limits) -> Page:
    """`source` as a `Page`; offsets count code points of `source`."""
    return _Scan(source, limits).page()


class _Scan:
    def __init__(self, source: str, limits: Limits) -> None:
        self._page = Page(source)
        self._limits = limits
        self._stack = Stack()
        self._breaks = 2
        self._raw: list[str] = []
        self._spared = 0

    def page(self) -> Page:
        for token, text, start, end in placed(even_newlines(self._page.source)):
            if start - self._spared > self._limits.html_bytes:
                break
            self._page.end = end
            kind = token.type
            if kind is _START:
                self._open(token, start, end)
            elif kind is _END:
                self._close(token.tag or "", start, end)
            elif text and (kind is _TEXT or kind is _REFERENCE):
                self._text(text, start, end)
        self._page.deepest = self._stack.deepest
        return self._page

    def _text(self, text: str, start: int, end: int) -> None:
        top = self._stack.top
        if top.hidden:
            self._raw.append(text)
            self._page.hidden.append(Run(start, end, text, top, 2))
            return
        if self._breaks and text.isspace():
            return
        self._page.runs.append(Run(start, end, text, top, self._breaks))
        self._breaks = 0

    def _open(self, token: Token, start: int, end: int) -> None:
        tag = token.tag or ""
        self._page.tags += 1
        attributes = self._attributes(token, start, end)
        self._note(tag, attributes)
        self._breaks += break_of(tag)
        element = self._stack.open(tag, attributes, start, self_closing=token.self_closing)
        if element.hidden and element.parent is not None and not element.parent.hidden:
            self._page.unshown.append(element)
        if tag == "time":
            self._page.times.append(element)
        self._raw = []

    def _close(self, tag: str, start: int, end: int) -> None:
        self._page.tags += 1
        if tag == "title" and not self._page.titles:
            self._page.titles.append("".join(self._raw))
        elif tag == "script" and self._stack.top.tag == "script":
            self._script("".join(self._raw), end)
        elif tag == "style":
            if self._stack.top.tag == "style":
                self._page.code.append((self._stack.top.start, end))
            self._stack.conceal(concealing("".join(self._raw)))
        self._breaks += break_of(tag)
        self._stack.close(tag, end)
        self._raw = []

    def _attributes(self, token: Token, start: int, end: int) -> dict[str, str]:
        if end - start > self._limits.html_tag_bytes:
            return self._oversize(start, end)
        if end - start <= len(token.tag or "") + _BARE:
            return _NO_ATTRIBUTES
        pairs = token.attrs or []
        if len(pairs) > self._limits.html_attributes:
            return self._oversize(start, end)
        return {name: value or "" for name, value in reversed(pairs)}

    def _oversize(self, start: int, end: int) -> dict[str, str]:
        self._page.oversize.append((start, end))
        self._spared += end - start
        return {}

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "meta":
            self._page.metas.append(attributes)
        elif tag == "link":
            self._page.links.append(attributes)
        elif tag == "html" and self._page.language is None:
            self._page.language = attributes.get("lang") or None

    def _script(self, text: str, end: int) -> None:
        top = self._stack.top
        if top.attributes.get("type", "").split(";")[0].strip().lower() != _LD:
            self._page.code.append((top.start, end))
        elif len(text.encode()) > self._limits.json_ld_bytes:
            self._page.oversized_scripts += 1
        else:
            self._page.scripts.append(text)
