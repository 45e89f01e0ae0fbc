"""Compiled modules, kept while this process may still write files.

Python compiles a module when it is first imported, and keeps the result beside it. Some installers (uv) leave that to
the first run; but a reading process may write no files, and would compile everything again each time it starts. That
costs more than half a second.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import find_spec


def keep_bytecode(groups: Sequence[Sequence[str]]) -> None:
    """Import the first of these groups of modules whose last one has not been compiled yet, if the result can be kept.

    One group at each start, so that no start takes long.
    """
    if sys.dont_write_bytecode:
        return
    for modules in groups:
        spec = find_spec(modules[-1])
        if spec and not _is_compiled(spec) and _can_keep(spec):
            for module in modules:
                with suppress(ImportError):  # whoever needs it says what is missing
                    import_module(module)
            return


def _is_compiled(spec: ModuleSpec) -> bool:
    try:
        return os.stat(spec.cached or "").st_mtime >= os.stat(spec.origin or "").st_mtime
    except OSError:
        return False


def _can_keep(spec: ModuleSpec) -> bool:
    """Whether files can be made in the folder of compiled modules, or in the first one above it that there is."""
    folder = os.path.dirname(spec.cached or "")
    while folder and not os.path.isdir(folder) and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
    return os.access(folder, os.W_OK)
