"""What a person read off forty web pages, and whether sayso reads the same.

The pages are the first forty, by name, of the article-extraction benchmark. Their text is not ours: what was read
off them is kept as digests, except for agencies and times. Prints the table of docs/explanation/reading-pages.md:

    SAYSO_CORPORA=… python tests/pages/checked.py
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from sayso.limits import Limits
from sayso.readers.html import read_html
from sayso.record.ids import digest_of
from sayso.record.report import Capture, Furniture

FIELDS = ("title", "byline", "agency", "published")
_MARKS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\xa0": " "})


class Checked(Struct, frozen=True):
    """What a person read off one page.

    `title` and `bylines` are digests. `published` lists how the first-published time may begin: the page may give one
    moment in two zones, or only the day.
    """

    title: str
    bylines: tuple[str, ...]
    agencies: tuple[str, ...]
    published: tuple[str, ...]


class Row(Struct, frozen=True):
    """One page: for each of `FIELDS` right, wrong, missing, or none (the page has none, and none was read)."""

    page: str
    verdicts: tuple[str, ...]


def checked() -> dict[str, Checked]:
    """What was read off each page, by the page's name in the benchmark."""
    found = json.loads(Path(__file__).with_name("checked.json").read_text(encoding="utf-8"))
    return {page: Checked(**{key: _tupled(value) for key, value in fields.items()}) for page, fields in found.items()}


def rows(corpora: Path) -> Iterator[Row]:
    """A row for each page."""
    for page, wanted in checked().items():
        packed = corpora / "article-extraction" / "html" / f"{page}.html.gz"
        yield Row(page, verdicts(wanted, furniture_of(gzip.decompress(packed.read_bytes()))))


def furniture_of(content: bytes) -> Furniture:
    """The furniture that the HTML reader finds."""
    capture = Capture(content=content, uri="page.html", media_type="text/html", digest=digest_of(content))
    return read_html(capture, limits=Limits()).furniture


def verdicts(wanted: Checked, found: Furniture) -> tuple[str, ...]:
    """How each of `FIELDS` came out."""
    published = found.first_published.value if found.first_published else ""
    return (
        _verdict({wanted.title}, _digests([found.headline] if found.headline else [])),
        _verdict(set(wanted.bylines), _digests(found.bylines)),
        _verdict(set(wanted.agencies), set(found.agencies)),
        "right" if published.startswith(wanted.published) else "wrong" if published else "missing",
    )


def counts(rows: Iterable[Row]) -> list[Counter[str]]:
    """For each of `FIELDS`, how often each verdict."""
    return [Counter(column) for column in zip(*(row.verdicts for row in rows), strict=True)]


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table, with totals below."""
    lines = ["| page | " + " | ".join(FIELDS) + " |", "| --- |" + " --- |" * len(FIELDS)]
    lines += [f"| `{row.page[:8]}` | " + " | ".join(row.verdicts) + " |" for row in rows]
    for verdict in ("right", "none", "missing", "wrong"):
        lines.append(f"| **{verdict}** | " + " | ".join(str(count[verdict]) for count in counts(rows)) + " |")
    return "\n".join(lines)


def _verdict(wanted: set[str], found: set[str]) -> str:
    if wanted == found:
        return "right" if wanted else "none"
    return "wrong" if found else "missing"


def _digests(words: Iterable[str]) -> set[str]:
    return {hashlib.sha256(_folded(word).encode()).hexdigest()[:12] for word in words}


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", words.translate(_MARKS)).strip().casefold()


def _tupled(value: str | list[str]) -> str | tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else value


if __name__ == "__main__":
    print(table(list(rows(Path(os.environ["SAYSO_CORPORA"])))))
