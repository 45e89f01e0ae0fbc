"""Reports made by hand, for tests that need no reader."""

from __future__ import annotations

from sayso.record.ids import digest_of, report_id
from sayso.record.report import Block, BlockKind, Furniture, Origin, Report
from sayso.spans import Span


def report_of(*paragraphs: str, headline: str | None = None) -> Report:
    """A report with these paragraphs, laid out as the readers do: blocks with an empty line between."""
    texts = [*([headline] if headline else []), *paragraphs]
    text = "\n\n".join(texts)
    blocks = _blocks(texts, headline is not None)
    first = 1 if headline else 0
    body = Span(blocks[first].span.start, blocks[-1].span.end) if paragraphs else None
    content = text.encode("utf-8", "surrogatepass")
    digest = digest_of(content)
    return Report(
        id=report_id(digest),
        origin=Origin(digest=digest, media_type="text/plain", size_bytes=len(content), reader="builder@1"),
        text=text,
        body=body,
        blocks=blocks,
        furniture=Furniture(headline=headline),
        language="en",
    )


def _blocks(texts: list[str], has_headline: bool) -> tuple[Block, ...]:
    blocks: list[Block] = []
    at = 0
    for number, text in enumerate(texts):
        kind = BlockKind.HEADLINE if has_headline and number == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(kind=kind, span=Span(at, at + len(text)), locator=None))
        at += len(text) + 2
    return tuple(blocks)
