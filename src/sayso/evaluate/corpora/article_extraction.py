"""Pages with their article's body as running text (scrapinghub/article-extraction-benchmark)."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso.evaluate.corpora.gold import digest_of_files, need

_TRUTH = "ground-truth.json"


class _Truth(msgspec.Struct, rename="camel"):
    article_body: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page as served, and the text of its article."""

    name: str
    content: bytes
    body: str


def pages(folder: Path) -> Iterator[Page]:
    """The pages whose bytes are there, in order of name."""
    truth = msgspec.json.decode(need(folder / _TRUTH).read_bytes(), type=dict[str, _Truth])
    for path in _files(folder):
        name = path.name.removesuffix(".html.gz")
        yield Page(name, gzip.decompress(path.read_bytes()), truth[name].article_body)


def digest(folder: Path) -> str:
    """The digest of the files that `pages` reads."""
    return digest_of_files(folder, [need(folder / _TRUTH), *_files(folder)])


def _files(folder: Path) -> list[Path]:
    return sorted(need(folder / "html").glob("*.html.gz"))
