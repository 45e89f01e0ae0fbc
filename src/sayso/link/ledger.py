"""A file that judgements are added to, a line of JSON each, and never taken from."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso.errors import RecordError
from sayso.record.judgement import JUDGEMENTS, Decision, Judgement, Retraction

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder: msgspec.json.Decoder[Decision] = msgspec.json.Decoder(Judgement | Retraction)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a file holds. `damaged` are the numbers, from 1, of lines that are no decision: written by halves."""

    decisions: tuple[Decision, ...] = ()
    damaged: tuple[int, ...] = ()


def read_ledger(path: Path) -> Ledger:
    """The decisions in a file, in the order they were added, each once; none if there is no such file.

    A line that a killed process left unfinished is passed over, and told in `damaged`. Raises `RecordError` if no line
    is ours, or one is of another format.
    """
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return Ledger()
    found: dict[str, Decision] = {}
    damaged = []
    for number, line in enumerate(lines, 1):
        decision = _decision(line, f"{path}:{number}") if line.strip() else None
        if decision:
            found.setdefault(decision.id, decision)
        elif line.strip():
            damaged.append(number)
    if damaged and not found and len(damaged) > 1:
        raise RecordError(f"{path}: no judgements of sayso in this file", expected=JUDGEMENTS)
    return Ledger(tuple(found.values()), tuple(damaged))


def _decision(line: bytes, at: str) -> Decision | None:
    try:
        decision = _decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    if decision.format != JUDGEMENTS:
        message = f"{at}: a judgement of format {decision.format}, but this version reads {JUDGEMENTS} (upgrade sayso?)"
        raise RecordError(message, expected=JUDGEMENTS, found=decision.format)
    return decision


def add_to_ledger(path: Path, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Add what the file does not hold yet, and tell what that was; once this returns, a crash loses none of it.

    The file is made if it is not there. What an interrupted write left at its end is closed with a new line.
    """
    known = {decision.id for decision in read_ledger(path).decisions}
    new = tuple({decision.id: decision for decision in decisions if decision.id not in known}.values())
    if new:
        lines = b"".join(_encoder.encode(decision) + b"\n" for decision in new)
        _append(path, lines if _ends_well(path) else b"\n" + lines)
    return new


def _ends_well(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            if stream.seek(0, os.SEEK_END) == 0:
                return True
            stream.seek(-1, os.SEEK_END)
            return stream.read(1) == b"\n"
    except FileNotFoundError:
        return True


def _append(path: Path, lines: bytes) -> None:
    made = not path.exists()
    with path.open("ab", buffering=0) as stream:
        while lines:
            lines = lines[stream.write(lines) :]
        os.fsync(stream.fileno())
    if made and hasattr(os, "O_DIRECTORY"):
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
