"""PDFs written by hand: enough of the format for lines of text at places of our choosing, and for what may be wrong."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

Line = tuple[int, int, int, str]
"""x and y in points from the lower left corner, letter size in points, words."""


def pdf_of(pages: Sequence[Sequence[Line]]) -> bytes:
    """A PDF whose pages hold these lines."""
    return pdf_with([stream_object(_shown(lines)) for lines in pages])


def pdf_with(contents: Sequence[bytes], *, kids: str | None = None, catalog: bytes = b"") -> bytes:
    """A PDF with these content objects, a page each; `kids` and `catalog` allow for what ought not to be there."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>", b"", font]
    numbers = []
    for content in contents:
        objects += [content, _page(len(objects) + 1)]
        numbers.append(len(objects))
    listed = kids if kids is not None else " ".join(f"{number} 0 R" for number in numbers)
    objects[1] = f"<< /Type /Pages /Count {len(numbers)} /Kids [{listed}] >>".encode()
    return _file(objects)


def stream_object(data: bytes, *, deflated: bool = False) -> bytes:
    """The object that holds a page's content."""
    body = zlib.compress(data, 9) if deflated else data
    filtered = b" /Filter /FlateDecode" if deflated else b""
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(body), filtered, body)


def paragraph(top: int, *lines: str, left: int = 72, size: int = 11) -> list[Line]:
    """Lines one under the other, the first at height `top`."""
    return [(left, top - 14 * at, size, words) for at, words in enumerate(lines)]


def _shown(lines: Sequence[Line]) -> bytes:
    return b"".join(_line(line) for line in lines)


def _line(line: Line) -> bytes:
    x, y, size, words = line
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
    return b"BT /F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n" % (size, x, y, escaped)


def _page(content: int) -> bytes:
    resources = b"<< /Font << /F1 3 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources %s >>"
    return page % (content, resources)


def _file(objects: Sequence[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + head + table + trailer
