"""An actor list from a file, whichever of the three kinds it is."""

from __future__ import annotations

import gzip
from pathlib import Path

from sayso.errors import CodebookError
from sayso.link.lists.ftm import read_entities
from sayso.link.lists.listed import ActorList
from sayso.link.lists.petrarch import read_petrarch
from sayso.link.lists.table import read_table


def read_list(path: Path) -> ActorList:
    """The actors of a list: FollowTheMoney entities, a CSV table, or a dictionary as PETRARCH reads it.

    A folder gives what its files give together. Raises `CodebookError` for a file that holds no actor.
    """
    if path.is_dir():
        lists = [read_list(file) for file in sorted(path.iterdir()) if file.is_file() and file.name[0] != "."]
        entries = (entry for one in lists for entry in one.entries)
        return ActorList(tuple(entries), tuple(problem for one in lists for problem in one.problems))
    found = _read(_text(path), str(path))
    if not found.entries:
        message = f"{path}: no actors in it (a CSV table, FollowTheMoney entities or a PETRARCH dictionary is wanted)"
        raise CodebookError(message, path=str(path))
    return found


def _text(path: Path) -> str:
    content = path.read_bytes()
    content = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _read(text: str, origin: str) -> ActorList:
    lines = text.splitlines()
    first = next((line.strip() for line in lines if line.strip()), "")
    if first.startswith("{"):
        return read_entities(lines, origin)
    heads = {head.strip().lower() for head in first.split(",")}
    return read_table(lines, origin) if "name" in heads else read_petrarch(lines, origin)
