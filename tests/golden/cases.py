"""The golden cases: a folder each, with a report, what is expected of it, and why it is here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso.pipeline import Options, read_reports
from sayso.record.codec import encode
from sayso.record.record import Failure, Record

HERE = Path(__file__).parent
README_SAMPLE = HERE.parents[1] / "samples" / "gulf-ferry.html"


@dataclass(frozen=True, slots=True)
class Case:
    """A folder here; the README's sample has its report in `samples/`."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def report(self) -> Path:
        """The file to read."""
        kept = list(self.folder.glob("report.*"))
        return kept[0] if kept else README_SAMPLE

    @property
    def expected(self) -> Path:
        """What sayso gave when somebody last looked."""
        return self.folder / "expected.json"

    @property
    def gold(self) -> Path:
        """What a person found."""
        return self.folder / "gold.json"


def cases() -> list[Case]:
    """All cases, by name."""
    return [Case(path) for path in sorted(HERE.iterdir()) if (path / "gold.json").is_file()]


def read(case: Case, *, tagger: bool = False) -> Record | Failure:
    """What sayso gives for a case, by rules alone unless `tagger`; no path of this machine is in it."""
    with _inside(case.report.parent):
        (finding,) = read_reports([case.report.name], options=Options(tagger=tagger))
    return finding


def pretty(finding: Record | Failure) -> str:
    """The finding as indented JSON with sorted keys, so that a change shows as a short diff."""
    return msgspec.json.format(encode(finding), indent=1).decode() + "\n"


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
