import gzip
import random

import pytest

from sayso.readers.sniff import media_type_of

PROSE = "The council said on Monday that the bridge would stay closed until the autumn.\n\n" * 3


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"", "application/x-empty"),
        (b" \r\n\t ", "application/x-empty"),
        (b"\xef\xbb\xbf  ", "application/x-empty"),
        (b"%PDF-1.4\n", "application/pdf"),
        (b"junk before\n%PDF-1.7\n", "application/pdf"),
        (gzip.compress(b"x", mtime=0), "application/gzip"),
        (b"PK\x03\x04....", "application/zip"),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"<!DOCTYPE html><p>x", "text/html"),
        (b"<!-- saved -->\n<html>", "text/html"),
        ("\ufeff<!doctype html>".encode("utf-16-le"), "text/html"),
        (b"Some words first\n<html><body>", "text/html"),
        (b"<p>One</p><p>Two</p>", "text/html"),
        (b'<?xml version="1.0"?><rss version="2.0">', "application/xml"),
        (b'<?xml version="1.0"?><html xmlns="x">', "text/html"),
        (b'{"title": "x"}', "application/json"),
        (b'[{"title": "x"}]', "application/json"),
        (b"[Link](http://a.example) in a text", "text/markdown"),
        (b"# A title\n\nWords", "text/markdown"),
        (b"---\ntitle: x\n---\nWords", "text/markdown"),
        (b"From: a@b.example\nTo: c@d.example\nSubject: x\n\nWords", "message/rfc822"),
        (PROSE.encode(), "text/plain"),
        (b"From Monday, the bridge is closed: so the council said.", "text/plain"),
        (b"He said a < b and b > c.", "text/plain"),
    ],
)
def test_bytes_tell_what_they_are(content: bytes, media_type: str) -> None:
    assert media_type_of(content) == media_type


@pytest.mark.parametrize("seed", range(8))
def test_random_bytes_are_no_text(seed: int) -> None:
    assert media_type_of(b"Z" + random.Random(seed).randbytes(4000)) == "application/octet-stream"


def test_a_few_nuls_do_not_make_a_text_binary() -> None:
    assert media_type_of(PROSE.replace("bridge", "bri\0dge").encode()) == "text/plain"
