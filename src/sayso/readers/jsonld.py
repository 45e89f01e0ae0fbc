"""What a page says of itself in JSON-LD, read with bounds: it may be broken, huge or hostile."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sayso.readers.door import clean

_DEEPEST = 64
_LONGEST = 2_000
"""Characters of one value that are read."""
_MOST = 2_000
"""Objects looked at in one page."""
_WRAPPING = re.compile(r"\A(?://\s{0,9})?(?:<!--|<!\[CDATA\[)|(?://\s{0,9})?(?:-->|\]\]>)(?:\s{0,9};)?\Z|;\Z")
_TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
_BRACKETS = re.compile(r"""["\[\]{}\\]""")
_REPORT = re.compile(r"(?:Article|Posting|Report|Story)\Z|\AReview\Z|\AClaimReview\Z")

Object = dict[str, Any]


def objects(scripts: Sequence[str]) -> tuple[list[Object], int]:
    """All JSON objects in the scripts, outer before inner, and how many scripts could not be read."""
    found: list[Object] = []
    broken = 0
    for script in scripts:
        try:
            found.extend(_within(_parsed(script)))
        except (ValueError, RecursionError):
            broken += 1
    return found[:_MOST], broken


def report_object(found: Sequence[Object]) -> Object:
    """The object that describes the report, by its type; empty if none does."""
    return next((entry for entry in found if any(_REPORT.search(name) for name in types(entry))), {})


def types(entry: Object) -> tuple[str, ...]:
    """The names of an object's types, without their vocabulary."""
    given = entry.get("@type")
    names = given if isinstance(given, list) else [given]
    return tuple(re.split("[/:#]", name)[-1] for name in names if isinstance(name, str))


def text_of(value: Any) -> str | None:
    """A value as one line of text: a string, the first of a list, or an object's name; None for anything else."""
    if isinstance(value, list):
        return next((text for entry in value[:20] if (text := text_of(entry))), None)
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@value") or value.get("headline"))
    return one_line(value) if isinstance(value, str) else None


def one_line(value: str) -> str | None:
    """Text from an attribute or a string; None if empty. References are resolved once more: many are escaped twice."""
    return " ".join(clean(html.unescape(value[:_LONGEST]))[0].split()) or None


def _parsed(script: str) -> Any:
    bare = _WRAPPING.sub("", script.strip())
    _bounded(bare)
    try:
        return json.loads(bare, strict=False, parse_constant=_nothing)
    except ValueError:
        return json.loads(_TRAILING_COMMA.sub("", bare), strict=False, parse_constant=_nothing)


def _nothing(_: str) -> None:
    """NaN and the infinities are no JSON."""


def _bounded(script: str) -> None:
    """Raises `ValueError` for nesting deeper than is read; one pass, strings skipped."""
    depth, quoted, skip = 0, False, -1
    for found in _BRACKETS.finditer(script):
        mark, at = found[0], found.start()
        if at == skip:
            continue
        if mark == "\\":
            skip = at + 1
        elif mark == '"':
            quoted = not quoted
        elif not quoted:
            depth += 1 if mark in "[{" else -1
            if depth > _DEEPEST:
                raise ValueError(f"nested deeper than {_DEEPEST}")


def _within(value: Any) -> Iterator[Object]:
    if isinstance(value, dict):
        yield value
        inner: Iterable[Any] = value.values()
    else:
        inner = value if isinstance(value, list) else ()
    for entry in inner:
        if isinstance(entry, (dict, list)):
            yield from _within(entry)
