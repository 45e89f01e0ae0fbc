"""Parts looked up by name: the readers, ours and anyone's, through the same door.

A package adds a reader with an entry point in the group `sayso.readers`, named for the format it reads:

    [project.entry-points."sayso.readers"]
    "application/epub+zip" = "sayso_epub:read_epub"

The names are media types, except for the four formats that sayso itself reads, which have short ones.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from sayso.errors import UnknownPlugin
from sayso.protocols import Reader

READERS = "sayso.readers"

_SHORT_NAMES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "text",
    "message/rfc822": "text",
    "application/pdf": "pdf",
    "application/json": "entry",
}


def reader_for(media_type: str) -> Reader:
    """The reader of captures of this media type.

    Raises `UnknownPlugin` if nobody registered one.
    """
    return reader_named(_SHORT_NAMES.get(media_type, media_type))


@cache
def reader_named(name: str) -> Reader:
    """The reader registered under this name; raises `UnknownPlugin` if there is none."""
    known = _registered()
    if name not in known:
        message = f"no reader for {name!r} (known: {', '.join(sorted(known))})"
        raise UnknownPlugin(message, group=READERS, name=name, known=tuple(sorted(known)))
    return cast(Reader, known[name].load())


@cache
def _registered() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=READERS)}
