"""What a record says of a report's furniture, against what a person found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.record.report import Furniture, Report

_FOLDED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\xa0": " "})


def differences(gold: Mapping[str, Any], report: Report) -> list[str]:
    """The fields of the gold that the report has otherwise: "bylines: ('A',) is wanted, () is there"."""
    there = _fields(report.furniture)
    return [
        f"{name}: {_folded(wanted)!r} is wanted, {_folded(there[name])!r} is there"
        for name, wanted in gold.items()
        if _folded(wanted) != _folded(there[name])
    ]


def _fields(furniture: Furniture) -> dict[str, Any]:
    line = furniture.dateline
    return {
        "headline": furniture.headline,
        "subheadline": furniture.subheadline,
        "bylines": list(furniture.bylines),
        "agencies": list(furniture.agencies),
        "publisher": furniture.publisher,
        "dateline": line and {"places": list(line.places), "date": line.date},
        "first_published": furniture.first_published and furniture.first_published.value,
        "last_updated": furniture.last_updated and furniture.last_updated.value,
        "canonical_url": furniture.canonical_url,
        "original_url": furniture.original_url,
    }


def _folded(value: Any) -> Any:
    """Curly marks as straight ones and "Z" as "+00:00": differences that mean nothing."""
    if isinstance(value, str):
        return value.translate(_FOLDED).removesuffix("Z") + "+00:00" * value.endswith("Z")
    if isinstance(value, list):
        return [_folded(part) for part in value]
    return {key: _folded(part) for key, part in value.items()} if isinstance(value, dict) else value
