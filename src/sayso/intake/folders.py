"""The files under a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator

from sayso.errors import CaptureError


def files_at(location: str) -> Iterator[str]:
    """The files in the folder `location` and in its folders, sorted by name; hidden ones are left out.

    Links to folders are not followed. Any other location, "-" too, is given back as it is. Raises `CaptureError` for
    a folder without files.
    """
    if location == "-" or not _is_folder(location):
        yield location
        return
    empty = True
    for folder, folders, names in os.walk(location):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            empty = False
            yield os.path.join(folder, name)
    if empty:
        raise CaptureError(f"{location}: a folder without files in it", uri=location)


def _is_folder(location: str) -> bool:
    try:
        return os.path.isdir(location)
    except (OSError, ValueError):
        return False
