"""How much one report may ask of a machine."""

from __future__ import annotations

from msgspec import Struct

_MB = 1_000_000


class Limits(Struct, frozen=True, kw_only=True):
    """Bounds that are checked before and while a capture is read.

    What exceeds them is a `TooLarge`, or is cut and said so in a warning.
    Sizes are bytes, times seconds. The defaults come from measuring hostile files
    (docs/explanation/limits.md).
    """

    capture_bytes: int = 20 * _MB
    """Raw bytes of one capture, as it lies on disk or comes over the wire."""
    unpacked_bytes: int = 50 * _MB
    """The same after decompression."""
    unpack_ratio: int = 200
    """Unpacked to packed, beyond the first megabyte."""
    html_bytes: int = 5 * _MB
    html_tags: int = 50_000
    """Beyond this many tags the slow extractor is left out."""
    html_tag_bytes: int = 64_000
    """A longer tag is dropped."""
    html_attributes: int = 512
    """A tag with more attributes is dropped."""
    html_depth: int = 200
    """Deeper nesting is flattened before the extractor sees it."""
    json_ld_bytes: int = 256_000
    pdf_bytes: int = 50 * _MB
    pdf_pages: int = 500
    text_characters: int = 400_000
    """Running text beyond this is left out, with a warning."""
    cpu_s: float = 20.0
    """Processor time of a worker for one report."""
    wall_s: float = 30.0
    memory_bytes: int = 3_000 * _MB
    """Address space of a worker."""
