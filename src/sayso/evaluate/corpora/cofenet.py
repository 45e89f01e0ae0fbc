"""PolNeAR's development articles as CofeNet (Wang et al., COLING 2022) cut them: passages with one label a token.

An article that several people annotated stands there once for each of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from sayso.evaluate.corpora.gold import digest_of_files, need
from sayso.evaluate.corpora.passages import Passage, passage

FILE = "cofenet-dev.jsonl"


def passages(folder: Path) -> Iterator[Passage]:
    """The passages in order; labels are "B-source", "I-cue", "O" …"""
    for line in need(folder / FILE).read_bytes().splitlines():
        row: dict[str, Any] = msgspec.json.decode(line)
        yield passage(row["id"], [row["tokens"]], row["labels"])


def digest(folder: Path) -> str:
    """The digest of the file that `passages` reads."""
    return digest_of_files(folder, [need(folder / FILE)])
