"""Peak resident memory."""

from __future__ import annotations

import resource
import sys

_UNIT = 1 if sys.platform == "darwin" else 1024


def peak_mb(*, of_children: bool = False) -> float:
    """Of this process, or of the largest of its children that have ended; in MB of a million bytes."""
    who = resource.RUSAGE_CHILDREN if of_children else resource.RUSAGE_SELF
    return resource.getrusage(who).ru_maxrss * _UNIT / 1e6
