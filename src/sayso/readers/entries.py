"""The object in a JSON file that holds a report."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.errors import NoText, ReadingError, TooLarge, UnsupportedFormat
from sayso.readers.door import clean
from sayso.record.report import Capture

MEDIA_TYPE = "application/json"
_DEEPEST = 64
_HOLDERS = ("article", "item", "entry", "story", "document", "report", "data", "_source", "@graph")
_TEXTS = (
    "articleBody",
    "content_text",
    "content_html",
    "content",
    "text",
    "body",
    "article_text",
    "full_text",
    "maintext",
    "raw_text",
    "story",
)


def parsed(text: str, capture: Capture) -> Any:
    """The value in a JSON text; numbers that are none in JSON, and depth without end, are refused."""
    try:
        return json.loads(text, parse_constant=_no_constant, parse_int=_number, parse_float=_number)
    except RecursionError as error:
        raise TooLarge(f"{capture.uri}: JSON nested too deeply", uri=capture.uri, limit_bytes=_DEEPEST) from error
    except ValueError as error:
        if _is_lines(text):
            raise _many(capture, "a JSON object on each line") from error
        raise ReadingError(f"{capture.uri}: not JSON ({error})", uri=capture.uri) from error


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _number(digits: str) -> float | None:
    """Numbers carry no text; one too long to be a number is none."""
    number = float(digits) if len(digits) < 64 else math.inf
    return number if math.isfinite(number) else None


def _is_lines(text: str) -> bool:
    lines = [line for line in text[:100_000].splitlines() if line.strip()]
    return len(lines) > 1 and all(line.lstrip().startswith("{") for line in lines[:2])


def _many(capture: Capture, what: str) -> UnsupportedFormat:
    message = f"{capture.uri}: {what}, but one report is read from a file (write each entry to a file of its own)"
    return UnsupportedFormat(message, uri=capture.uri, media_type="application/x-ndjson")


def entry_in(value: Any, capture: Capture) -> tuple[str, Mapping[str, Any]]:
    """The object that holds the text, and its pointer: the outermost, or one it wraps."""
    if isinstance(value, list):
        if len(value) != 1:
            raise _many(capture, f"a list of {len(value)} entries")
        return _below("/0", value[0], capture)
    return _below("", value, capture)


def _below(pointer: str, value: Any, capture: Capture, depth: int = 0) -> tuple[str, Mapping[str, Any]]:
    if not isinstance(value, dict):
        message = f"{capture.uri}: JSON, but not an object with a title and a text"
        raise UnsupportedFormat(message, uri=capture.uri, media_type=MEDIA_TYPE)
    if any(string_in(value.get(name)) for name in _TEXTS) or depth >= 3:
        return pointer, value
    for name in (*_HOLDERS, "entries", "items", "articles", "results"):
        inner = value.get(name)
        if isinstance(inner, list):
            if len(inner) > 1 and name != "@graph":
                raise _many(capture, f"{len(inner)} {name}")
            inner, name = next(((one, f"{name}/{at}") for at, one in enumerate(inner) if _has_text(one)), (None, name))
        if isinstance(inner, dict):
            return _below(f"{pointer}/{name}", inner, capture, depth + 1)
    return pointer, value


def _has_text(value: Any) -> bool:
    return isinstance(value, dict) and any(string_in(value.get(name)) for name in _TEXTS)


def body_of(entry: Mapping[str, Any], pointer: str, capture: Capture) -> tuple[str, str, int]:
    """The pointer and the string of the text, and how many characters of it could not be kept."""
    for name in _TEXTS:
        for where, value in _strings(entry.get(name), f"{pointer}/{token(name)}"):
            text, lost = clean(value)
            if text.strip():
                return where, text, lost
    names = ", ".join(_TEXTS[:6])
    if any(name in entry for name in _TEXTS):
        raise NoText(f"{capture.uri}: an entry whose text is empty", uri=capture.uri)
    message = f"{capture.uri}: JSON without a text (looked for {names} …)"
    raise UnsupportedFormat(message, uri=capture.uri, media_type=MEDIA_TYPE)


def _strings(value: Any, pointer: str) -> Iterator[tuple[str, str]]:
    """A string, or the first in what feeds put around one: `{"value": …}`, `[{"value": …}]`."""
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for name in ("value", "#text", "html", "text", "content"):
            if isinstance(value.get(name), str):
                yield f"{pointer}/{token(name)}", value[name]
    elif isinstance(value, list):
        for at, inner in enumerate(value[:4]):
            if isinstance(inner, dict):
                yield from _strings(inner, f"{pointer}/{at}")


def token(name: str) -> str:
    """A field's name as JSON pointers write it."""
    return name.replace("~", "~0").replace("/", "~1")


def first_of(entry: Mapping[str, Any], names: tuple[str, ...]) -> tuple[str | None, str | None]:
    """The first of some fields that holds a string, or an object with a name; and which field it was."""
    for name in names:
        value = entry.get(name)
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("name") or value.get("title") or value.get("@id") if isinstance(value, dict) else value
        text = string_in(value)
        if text:
            return text, name
    return None, None


def string_in(value: Any) -> str | None:
    """The words of a string, or of the first string in what is put around one; None if there are none."""
    if isinstance(value, (dict, list)) and value:
        return next((text for _, text in _strings(value, "") if text.strip()), None)
    text = clean(value)[0].strip() if isinstance(value, str) else ""
    return text or None


def string_at(value: Any, pointer: str) -> str:
    """The string that a JSON pointer leads to; raises `ValueError` if there is none."""
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        try:
            value = value[int(name)] if isinstance(value, list) else value[name]
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise ValueError(f"nothing at {pointer}") from error
    if not isinstance(value, str):
        raise ValueError(f"no string at {pointer}")
    return value
