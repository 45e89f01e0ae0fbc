"""MUC-4: messages in capitals, and keys: templates of incidents, their slots filled from what a message says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import CorpusMissing

FILES = {
    "train": ("dev/dev-muc3-*", "dev/key-dev-*", "tst1/tst1-muc3", "tst1/key-tst1.*"),
    "dev": ("tst2/tst2-muc4", "tst2/key-tst2.*"),
    "test": ("tst3/tst3-muc4", "tst3/key-tst3.*", "tst4/tst4-muc4", "tst4/key-tst4.*"),
}
"""The usual parts, as patterns of files below the corpus's folder."""
DATE, LOCATION, TYPE, STAGE = 2, 3, 4, 5
SLOTS = {
    2: "incident: date",
    3: "incident: location",
    4: "incident: type",
    5: "incident: stage",
    6: "instrument: id",
    7: "instrument: type",
    8: "perpetrator: category",
    9: "perpetrator: individual",
    10: "perpetrator: organisation",
    11: "perpetrator: confidence",
    12: "physical target: id",
    13: "physical target: type",
    14: "physical target: number",
    15: "physical target: foreign nation",
    16: "physical target: effect",
    17: "physical target: total number",
    18: "human target: name",
    19: "human target: description",
    20: "human target: type",
    21: "human target: number",
    22: "human target: foreign nation",
    23: "human target: effect",
    24: "human target: total number",
}
"""The slots that are scored, by their numbers in the templates."""
_MESSAGE = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})[^\n]*\n", re.MULTILINE)
_SLOT = re.compile(r"(\d+)\.\s+\S[^ ]*(?: \S+)*(?:\s{2,}(.*))?$")
_PIECE = re.compile(r'"((?:\\.|[^"\\])*)"|(/)|(:)(?=\s*")|([^"/]+?)(?=\s*(?:/|:\s*"|"|$))')


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it was sent: its name, and all its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot: any of `values`; `tags` are what it is said of, where that is another slot's filler."""

    values: tuple[str, ...]
    tags: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """One incident: its fillers by slot. A slot that does not apply is not there; one without a filler is empty."""

    message: str
    slots: dict[int, tuple[Filler, ...]]
    optional: bool = False

    @property
    def types(self) -> tuple[str, ...]:
        """The types of incident that it may be."""
        return tuple(value for filler in self.slots.get(TYPE, ()) for value in filler.values)


def messages(folder: Path, part: str) -> Iterator[Message]:
    """The messages of a part. Raises `CorpusMissing` if there are none."""
    for path in _files(folder, part, keys=False):
        text = path.read_text(encoding="latin-1")
        starts = list(_MESSAGE.finditer(text))
        ends = [*(found.start() for found in starts[1:]), len(text)]
        for found, end in zip(starts, ends, strict=True):
            yield Message(found[1], text[found.end() : end].strip())


def keys(folder: Path, part: str) -> dict[str, list[Template]]:
    """The templates of a part by message; a message without an incident has an empty list."""
    found: dict[str, list[Template]] = {}
    for path in _files(folder, part, keys=True):
        for rows in _templates(path.read_text(encoding="latin-1").splitlines()):
            templates = found.setdefault(rows[0][0].split()[0], [])
            if rows.get(TYPE, ["*"])[0].strip() not in ("", "*", "-"):
                templates.append(_template(rows))
    return found


def _templates(lines: Iterable[str]) -> Iterator[dict[int, list[str]]]:
    """The lines of every slot of every template."""
    rows: dict[int, list[str]] = {}
    last = 0
    for line in lines:
        if line.startswith(";") or not line.strip():
            continue
        found = _SLOT.match(line)
        if found is None:
            rows[last].append(line)
            continue
        last = int(found[1])
        if last == 0 and rows:
            yield rows
            rows = {}
        rows[last] = [found[2] or ""]
    if rows:
        yield rows


def _template(rows: dict[int, list[str]]) -> Template:
    slots = {
        slot: tuple(filler(line) for line in rows.get(slot, []) if line.strip() not in ("", "-"))
        for slot in SLOTS
        if rows.get(slot, ["-"])[0].strip() != "*"
    }
    return Template(rows[0][0].split()[0], slots, "OPTIONAL" in rows.get(1, [""])[0])


def filler(line: str) -> Filler:
    """One line of a slot: values, and after a colon what they are said of; "/" parts alternatives, "?" is optional."""
    line = line.strip()
    values: list[str] = []
    tags: list[str] = []
    tagged = False
    for piece in _PIECE.finditer(line.removeprefix("?")):
        quoted, _, colon, plain = piece.groups()
        if colon:
            tagged = True
        elif quoted is not None:
            (tags if tagged else values).append(quoted.replace('\\"', '"').strip())
        elif plain and plain.strip(" :"):
            values.append(_bare(plain.strip(" :")))
            tagged = False
    return Filler(tuple(values), tuple(tags), line.startswith("?"))


def _bare(value: str) -> str:
    """Without the brackets around all of it."""
    return value[1:-1].strip() if value.startswith("(") and value.endswith(")") else value


def digest(folder: Path, part: str) -> str:
    """SHA-256 of the files that are read."""
    found = hashlib.sha256()
    for path in (*_files(folder, part, keys=False), *_files(folder, part, keys=True)):
        found.update(path.read_bytes())
    return found.hexdigest()


def _files(folder: Path, part: str, *, keys: bool) -> list[Path]:
    patterns = [pattern for pattern in FILES[part] if ("/key-" in pattern) == keys]
    found = [path for pattern in patterns for path in sorted(folder.glob(pattern))]
    if not found:
        raise CorpusMissing(f"{folder}: no {' or '.join(patterns)}", uri=str(folder))
    return found
