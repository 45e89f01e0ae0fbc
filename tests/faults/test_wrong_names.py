"""H4: what a file is called says nothing; what it holds is read, or refused by its kind."""

import gzip
import random
from pathlib import Path

import pytest

from pdfs import paragraph, pdf_of
from sayso.intake.files import open_files
from sayso.limits import Limits
from sayso.pipeline import read_capture
from sayso.record.record import Failure, Record

WORDS = "The council said on Monday that the bridge would stay shut until the autumn."
PAGE = (
    "<!doctype html><title>Bridge</title><article><h1>Bridge is shut</h1>"
    f"<p>{WORDS}</p><p>{WORDS} It did.</p></article>"
)


def outcome(folder: Path, name: str, content: bytes) -> Record | Failure:
    path = folder / name
    path.write_bytes(content)
    (capture,) = open_files(str(path), limits=Limits())
    return read_capture(capture)


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("page.html", pdf_of([paragraph(700, WORDS)]), "application/pdf"),
        ("page.pdf", WORDS.encode(), "text/plain"),
        ("words.txt", gzip.compress(WORDS.encode(), mtime=0), "text/plain"),
        ("words.html", WORDS.encode("utf-16-le"), "text/plain"),
        ("words.json", f"# Bridge\n\n{WORDS}".encode(), "text/markdown"),
        ("words.md", b'{"title": "Bridge", "text": "%s"}' % WORDS.encode(), "application/json"),
        ("words.pdf.gz", PAGE.encode(), "text/html"),
    ],
)
def test_content_decides_who_reads(tmp_path: Path, name: str, content: bytes, media_type: str) -> None:
    record = outcome(tmp_path, name, content)
    assert isinstance(record, Record)
    assert record.report.origin.media_type == media_type
    assert WORDS in record.report.text


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("page.html", b"", "NoText"),
        ("page.html", b" \n\n ", "NoText"),
        ("page.html", random.Random(1).randbytes(5_000), "UnsupportedFormat"),
        ("page.txt", b"\x89PNG\r\n\x1a\n" + bytes(500), "UnsupportedFormat"),
        ("page.txt", b"MZ" + bytes(range(256)) * 9, "UnsupportedFormat"),
        ("page.txt", b'<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', "UnsupportedFormat"),
    ],
)
def test_what_nobody_reads_is_refused(tmp_path: Path, name: str, content: bytes, error: str) -> None:
    failure = outcome(tmp_path, name, content)
    assert isinstance(failure, Failure)
    assert failure.error == error
    assert str(tmp_path / name) in failure.message
