"""The lines of a PDF's text layer, with where they stand on their page."""

from __future__ import annotations

import io
import logging
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sayso.errors import Encrypted, ReadingError, TooLarge
from sayso.limits import Limits
from sayso.readers.door import clean
from sayso.record.report import PageBox

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_LETTER = 0.5
"""Mean width of a letter in ems, for the right edge of a line; text layers do not say it."""
_FURTHEST = 200_000.0
"""Points; what claims to stand beyond is not on the page."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line: its text as the text layer has it, its box, and the size of its letters in points."""

    text: str
    box: PageBox
    size: float

    @property
    def left(self) -> float:
        return self.box.box[0]

    @property
    def bottom(self) -> float:
        return self.box.box[1]

    @property
    def right(self) -> float:
        return self.box.box[2]


def lines_by_page(content: bytes, uri: str, *, limits: Limits) -> list[list[PageLine]]:
    """The lines of each page, in the order of the text layer.

    Nothing in the file is run or opened. Raises `Encrypted`, `TooLarge`, or `ReadingError` for a file that is
    damaged, whatever the damage.
    """
    if len(content) > limits.pdf_bytes:
        message = f"{uri}: a PDF of {len(content):,} bytes, where {limits.pdf_bytes:,} are read at most"
        raise TooLarge(message, uri=uri, size_bytes=len(content), limit_bytes=limits.pdf_bytes)
    _quiet()
    try:
        reader = _opened(content, uri)
        count = len(reader.pages)
        if count > limits.pdf_pages:
            message = f"{uri}: {count:,} pages, where {limits.pdf_pages:,} are read at most"
            raise TooLarge(message, uri=uri, size_bytes=len(content), limit_bytes=limits.pdf_pages)
        return [_lines(page, number) for number, page in enumerate(reader.pages, 1)]
    except (ReadingError, KeyboardInterrupt):
        raise
    except Exception as error:  # what pypdf raises on a damaged file may be anything
        raise _translated(error, uri, len(content)) from error


def _opened(content: bytes, uri: str) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted:
        message = f"{uri}: the PDF needs a password (save a copy without one)"
        try:
            if not reader.decrypt(""):
                raise Encrypted(message, uri=uri)
        except (DependencyError, NotImplementedError) as error:
            raise Encrypted(message, uri=uri) from error
    return reader


def _translated(error: Exception, uri: str, size: int) -> ReadingError:
    from pypdf.errors import FileNotDecryptedError, LimitReachedError

    if isinstance(error, LimitReachedError):
        return TooLarge(f"{uri}: a part of the PDF unpacks to too much ({error})", uri=uri, size_bytes=size)
    if isinstance(error, FileNotDecryptedError):
        return Encrypted(f"{uri}: the PDF needs a password (save a copy without one)", uri=uri)
    return ReadingError(f"{uri}: a damaged PDF ({type(error).__name__}: {str(error)[:200]})", uri=uri)


def _quiet() -> None:
    """What pypdf thinks of a file goes to its logger, which nobody listens to unless the program sets that up."""
    logger = logging.getLogger("pypdf")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def _lines(page: PageObject, number: int) -> list[PageLine]:
    typesetter = _Typesetter(number)
    page.extract_text(visitor_text=typesetter.set)
    return list(typesetter.lines())


@dataclass(slots=True)
class _Typesetter:
    """Collects what the text layer shows, as it shows it; a line feed ends a line."""

    number: int
    _done: list[list[tuple[str, float, float, float]]] = field(default_factory=lambda: [[]])

    def set(self, text: str, matrix: Sequence[float], text_matrix: Sequence[float], font: Any, size: float) -> None:
        """Take one stretch; called by pypdf."""
        x, y, scale = _placed(matrix, text_matrix)
        for at, part in enumerate(text.split("\n")):
            if at:
                self._done.append([])
            if part:
                self._done[-1].append((part, x, y, abs(size * scale)))

    def lines(self) -> Iterator[PageLine]:
        """The lines so far that hold more than white space."""
        seen: set[tuple[str, PageBox]] = set()
        for parts in self._done:
            line = self._line(parts)
            if line and (line.text, line.box) not in seen:
                seen.add((line.text, line.box))
                yield line

    def _line(self, parts: Sequence[tuple[str, float, float, float]]) -> PageLine | None:
        text, _ = clean("".join(part for part, *_ in parts))
        inked = [part for part in parts if part[0].strip()]
        if not inked or not all(
            math.isfinite(number) and abs(number) < _FURTHEST for part in inked for number in part[1:]
        ):
            return None
        size = max(part[3] for part in inked)
        left, bottom = min(part[1] for part in inked), min(part[2] for part in inked)
        right = max(part[1] + len(part[0].rstrip()) * part[3] * _LETTER for part in inked)
        box = tuple(round(number, 1) for number in (left, bottom - size * 0.25, right, bottom + size * 0.75))
        return PageLine(text.strip(), PageBox(self.number, (box[0], box[1], box[2], box[3])), round(size, 1))


def _placed(matrix: Sequence[float], text_matrix: Sequence[float]) -> tuple[float, float, float]:
    """Where a stretch begins on the page, in points, and how much its letters are enlarged."""
    a, b, c, d, e, f = matrix
    x, y = text_matrix[4], text_matrix[5]
    scale = math.hypot(text_matrix[2], text_matrix[3]) * math.hypot(c, d)
    return a * x + c * y + e, b * x + d * y + f, scale
