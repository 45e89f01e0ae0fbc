"""Time expressions: found, normalised to TIMEX3, and placed against the report's own day."""

from sayso.annotate.timex.anchor import NO_ANCHOR, Anchor, anchor_of
from sayso.annotate.timex.finder import find_times
from sayso.annotate.timex.reference import time_reference

__all__ = ["NO_ANCHOR", "Anchor", "anchor_of", "find_times", "time_reference"]
