"""What the front matter of a Markdown file says of the report below it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.readers import labels, markdown
from sayso.readers.bylines import byline_of
from sayso.readers.lines import Line
from sayso.readers.pieces import Metadata
from sayso.readers.stamps import stamp_of
from sayso.record.when import Stamp

_FIELDS = {
    "headline": "headline",
    "byline": "bylines",
    "publisher": "publisher",
    "canonical": "canonical_url",
    "url": "canonical_url",
    "section": "section",
}


def metadata_of(matter: Sequence[Line]) -> Metadata:
    """The fields of a front matter, by whatever of their usual names."""
    said: dict[str, str] = {}
    for key, value in markdown.matter_of(matter):
        found = labels.labelled(f"{key}: {value}")
        if found:
            said.setdefault(found[0], found[1])
    byline = byline_of(f"By {said['byline']}") if "byline" in said else None
    return Metadata(
        headline=said.get("headline"),
        subheadline=said.get("subheadline"),
        bylines=byline.names if byline else (),
        agencies=byline.agencies if byline else (),
        publisher=said.get("publisher") or said.get("credit"),
        canonical_url=said.get("canonical") or said.get("url"),
        section=said.get("section"),
        language=labels.language_code(said.get("language")),
        first_published=_stamp(said.get("published"), "published"),
        last_updated=_stamp(said.get("updated"), "updated"),
        basis={field: f"front-matter:{key}" for key, field in _FIELDS.items() if key in said},
    )


def _stamp(value: str | None, key: str) -> Stamp | None:
    return stamp_of(value, basis=f"front-matter:{key}") if value else None
