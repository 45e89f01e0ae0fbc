"""Who said what, who did what, and on whose word."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.evaluate.catalogue import evaluate_corpus
    from sayso.pipeline import link_records, read_report, read_reports
    from sayso.record.record import Failure, Record
    from sayso.record.report import Report
    from sayso.record.statement import Statement

__version__ = "0.1.0"

_HOMES = {
    "Failure": "sayso.record.record",
    "Record": "sayso.record.record",
    "Report": "sayso.record.report",
    "Statement": "sayso.record.statement",
    "evaluate_corpus": "sayso.evaluate.catalogue",
    "link_records": "sayso.pipeline",
    "read_report": "sayso.pipeline",
    "read_reports": "sayso.pipeline",
}

__all__ = [
    "Failure",
    "Record",
    "Report",
    "Statement",
    "__version__",
    "evaluate_corpus",
    "link_records",
    "read_report",
    "read_reports",
]


def __getattr__(name: str) -> Any:
    """Public names, resolved on first use, so that `import sayso` costs nothing."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")
