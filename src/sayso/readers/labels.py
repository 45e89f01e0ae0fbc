"""Lines of the form "Label: value", as people and programs put them over and under a saved report."""

from __future__ import annotations

import re

_LINE = re.compile(r"\A\W{0,3}(?P<label>[A-Za-z][A-Za-z _-]{1,28}?)\s?\W{0,3}[:=]\s{0,4}(?P<value>.{0,1000})\Z")
_LABELS = {
    "headline": ("title", "headline", "head", "hed"),
    "subheadline": (
        "subtitle",
        "subheadline",
        "standfirst",
        "deck",
        "dek",
        "summary",
        "description",
        "excerpt",
        "lead",
        "abstract",
    ),
    "byline": ("author", "authors", "by", "byline", "writer", "reporter", "creator", "written by"),
    "published": (
        "date",
        "published",
        "publication date",
        "date published",
        "published on",
        "published at",
        "pubdate",
        "publish date",
        "posted",
        "posted on",
        "first published",
        "issued",
        "created",
        "datepublished",
        "published time",
        "release date",
        "publication_date",
        "date_published",
        "published_at",
    ),
    "updated": (
        "updated",
        "last updated",
        "modified",
        "last modified",
        "updated on",
        "updated at",
        "date modified",
        "datemodified",
        "lastmod",
        "date_modified",
        "updated_at",
    ),
    "publisher": (
        "publisher",
        "publication",
        "outlet",
        "newspaper",
        "site",
        "site name",
        "website",
        "site_name",
        "provider",
    ),
    "credit": ("source", "agency", "wire", "credit"),
    "url": (
        "url",
        "link",
        "original url",
        "source url",
        "permalink",
        "original link",
        "original",
        "web address",
        "retrieved from",
        "saved from",
        "from url",
        "article url",
        "read at",
        "available at",
        "original article",
        "original source",
        "source link",
        "page url",
        "uri",
    ),
    "canonical": ("canonical", "canonical url", "canonical link", "canonical_url"),
    "section": ("section", "category", "categories", "rubric", "desk"),
    "language": ("language", "lang"),
    "keywords": (
        "keywords",
        "tags",
        "topics",
        "subjects",
        "slug",
        "filed under",
        "keyword",
        "tag",
        "people",
        "organizations",
        "priority",
        "word count",
        "words",
        "length",
        "load-date",
        "load date",
        "copyright",
        "document type",
        "publication type",
        "journal code",
        "dateline",
        "geographic",
        "industry",
        "image",
        "draft",
        "layout",
        "type",
        "id",
        "subject terms",
        "embargo",
        "embargoed until",
        "contact",
        "media contact",
        "note to editors",
    ),
}
_MEANING = {name: field for field, names in _LABELS.items() for name in names}


def labelled(line: str) -> tuple[str, str] | None:
    """What a labelled line is about and the value, which may be empty ("Original url:"); None if it is no such line.

    The first is a name of a field: "headline", "byline", "published", "updated", "publisher", "credit", "url",
    "canonical", "section", "language", "keywords".
    """
    found = _LINE.match(line[:1100])
    if not found:
        return None
    field = _MEANING.get(" ".join(found.group("label").lower().replace("_", " ").split())) or _MEANING.get(
        found.group("label").lower()
    )
    return (field, found.group("value").strip()) if field else None


def language_code(value: str | None) -> str | None:
    """The ISO 639-1 code that a language tag ("en", "en-GB") begins with; None for anything else."""
    if not value or len(value) < 2 or not value[:2].isalpha() or (len(value) > 2 and value[2] not in "-_"):
        return None
    return value[:2].lower()
