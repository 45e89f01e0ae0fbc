"""Universal NER over the English Web Treebank: PER, ORG and LOC, IOB2."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

from sayso.evaluate.corpora.gold import digest_of_files, need
from sayso.evaluate.corpora.newswire import from_rows
from sayso.evaluate.corpora.passages import Passage

HELD_BACK = "held-back"
_NEW_DOCUMENT = "# newdoc id = "


def documents(folder: Path, part: str) -> Iterator[Passage]:
    """The documents of a part, each sentence a paragraph; "held-back" are those of "dev" that nothing is trained on."""
    if part == HELD_BACK:
        yield from (one for one in documents(folder, "dev") if is_held_back(one.name))
        return
    name, rows = "", list[list[str]]()
    for line in _file(folder, part).read_text(encoding="utf-8").split("\n"):
        if line.startswith(_NEW_DOCUMENT) and rows:
            yield from_rows(name, rows)
            rows = []
        name = line.removeprefix(_NEW_DOCUMENT) if line.startswith(_NEW_DOCUMENT) else name
        if not line.startswith("# "):
            rows.append(line.split("\t")[1:3])
    if any(rows):
        yield from_rows(name, rows)


def is_held_back(name: str) -> bool:
    """Whether the tagger learns nothing from this document of "dev": half of them, by a checksum of the name."""
    return zlib.crc32(name.encode()) % 2 == 0


def digest(folder: Path, part: str) -> str:
    """The digest of the file that `documents` reads."""
    return digest_of_files(folder, [_file(folder, part)])


def _file(folder: Path, part: str) -> Path:
    return need(folder / f"en_ewt-ud-{'dev' if part == HELD_BACK else part}.iob2")
