"""The files under a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator


def files_at(location: str) -> Iterator[str]:
    """The files in the folder `location` and in its folders, sorted by name; hidden ones are left out.

    Links to folders are not followed. Any other location is given back as it is.
    """
    if location == "-" or not os.path.isdir(location):
        yield location
        return
    for folder, folders, names in os.walk(location):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield os.path.join(folder, name)
