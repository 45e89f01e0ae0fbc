"""H4 and H5: what is a page is told by the bytes, and its characters are decoded once."""

from __future__ import annotations

import gzip

import pytest

from sayso.errors import NoText, ReadingError, UnsupportedFormat
from webpages import PARAGRAPHS, TITLE, article, codes, page, read

RUSSIAN = (
    "Паром между островом и портом снова пойдёт во вторник, сообщила портовая служба через четыре дня после шторма.",
    "«Мы проверили новый трап двумя грузовиками с гравием», — сказала Ханна Лорик, начальница порта.",
    "По словам городского совета, на острове ждали около трёхсот пассажиров, часть из них — в школьном спортзале.",
)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", NoText),
        (b"\xef\xbb\xbf\r\n ", NoText),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", UnsupportedFormat),
        (gzip.compress(page(article()).encode(), mtime=0), UnsupportedFormat),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), UnsupportedFormat),
        (bytes(range(256)) * 8, UnsupportedFormat),
    ],
    ids=["empty", "byte order mark", "pdf", "gzip", "png", "binary"],
)
def test_h4_no_page_is_said_to_be_none(content: bytes, error: type[ReadingError]) -> None:
    with pytest.raises(error):
        read(content)


def test_h5_cyrillic_declared_as_utf_8() -> None:
    report = read(page(article(*RUSSIAN), title="Паром снова пойдёт").encode("cp1251"))
    assert RUSSIAN[1] in report.text
    assert report.origin.encoding == "cp1251"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "utf-8"])
def test_h5_unicode_with_and_without_a_mark(encoding: str) -> None:
    report = read(page(article()).encode(encoding))
    assert report.text == "\n\n".join((TITLE, *PARAGRAPHS))
    assert report.origin.replaced == 0


def test_h5_utf_7_is_never_decoded() -> None:
    source = page(article(*PARAGRAPHS, "+ADw-script+AD4-alert(1)+ADw-/script+AD4- is what the note said.")).replace(
        "utf-8", "utf-7"
    )
    report = read(source.encode())
    assert report.origin.encoding == "utf-8"
    assert "<script>" not in report.text


def test_h5_broken_utf_8_is_replaced_and_counted() -> None:
    raw = page(article(*PARAGRAPHS, *RUSSIAN)).encode().replace("пассажиров".encode(), "пасс".encode() + b"\xd0\xff")
    report = read(raw)
    assert "пасс\ufffd" in report.text
    assert report.origin.replaced >= 1
    assert "decode.lossy" not in codes(report)


def test_h5_much_broken_is_said() -> None:
    raw = page(article(*RUSSIAN)).encode().replace("м".encode(), b"\xd0")
    report = read(raw)
    assert report.origin.encoding == "utf-8"
    assert "decode.lossy" in codes(report)


def test_nul_and_surrogates_become_replacement_characters() -> None:
    source = page(
        article(PARAGRAPHS[0].replace("harbour", "har\x00bour"), *PARAGRAPHS[1:-1], PARAGRAPHS[-1] + " &#xD800;&#0;")
    )
    report = read(source)
    assert "har�bour" in report.text
    report.text.encode("utf-8")
