"""What a page claims about itself outside its text: JSON-LD, OpenGraph, other meta tags, gathered by what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.readers.jsonld import Object, objects, one_line, report_object
from sayso.readers.webpage import Page

HEADLINE = ("json-ld:headline", "meta:og:title", "meta:twitter:title", "meta:parsely-title", "meta:dc.title", "title")
AUTHOR = (
    "json-ld:author",
    "json-ld:creator",
    "meta:author",
    "meta:article:author",
    "meta:article_author",
    "meta:parsely-author",
    "meta:sailthru.author",
    "meta:byl",
    "meta:dc.creator",
    "meta:dcterms.creator",
)
AGENCY = ("json-ld:sourceorganization", "json-ld:provider", "meta:syndication-source")
PUBLISHER = ("json-ld:publisher", "meta:og:site_name", "meta:dc.publisher", "meta:publisher", "meta:application-name")
SECTION = ("json-ld:articlesection", "meta:article:section", "meta:og:section", "meta:section", "meta:parsely-section")
LANGUAGE = (
    "html:lang",
    "json-ld:inlanguage",
    "meta:og:locale",
    "meta:content-language",
    "meta:language",
    "meta:dc.language",
)
ADDRESS = ("link:canonical", "meta:og:url", "json-ld:mainentityofpage", "json-ld:url")
PUBLISHED = (
    "json-ld:datepublished",
    "meta:article:published_time",
    "meta:datepublished",
    "meta:og:published_time",
    "meta:article.published",
    "meta:article:published",
    "meta:parsely-pub-date",
    "meta:sailthru.date",
    "meta:pubdate",
    "meta:pub_date",
    "meta:publish-date",
    "meta:publishdate",
    "meta:published_at",
    "meta:article_date_original",
    "meta:og:pubdate",
    "meta:dc.date.issued",
    "meta:dcterms.created",
    "meta:dc.date",
    "meta:dcterms.date",
    "meta:date",
    "time:datepublished",
    "time:pubdate",
)
UPDATED = (
    "json-ld:datemodified",
    "meta:article:modified_time",
    "meta:datemodified",
    "meta:og:updated_time",
    "meta:article.updated",
    "meta:article_date_updated",
    "meta:updated-date",
    "meta:dc.date.modified",
    "meta:dcterms.modified",
    "meta:last-modified",
    "meta:lastmod",
    "time:datemodified",
)


_MOST = 20
"""Values of one name that are looked at."""


@dataclass(frozen=True, slots=True)
class Claims:
    """Values by where they were read, all names in lower case ("meta:og:title"), each with its values in page order.

    `report` is the JSON-LD object that describes the report, empty if there is none; `broken` counts JSON-LD
    blocks that could not be read.
    """

    values: Mapping[str, Sequence[Any]]
    report: Object
    objects: Sequence[Object]
    broken: int

    def of(self, names: Sequence[str]) -> Iterator[tuple[str, Any]]:
        """Name and value of what is claimed under any of `names`, in the order of `names`."""
        for name in names:
            for value in self.values.get(name, ())[:_MOST]:
                yield name, value


def claims_of(page: Page) -> Claims:
    """All that `page` claims."""
    found, broken = objects(page.scripts)
    report = report_object(found)
    values: dict[str, list[Any]] = {}
    for name, value in _named(page, report):
        values.setdefault(name, []).append(value)
    return Claims(values, report, found, broken)


def _named(page: Page, report: Object) -> Iterator[tuple[str, Any]]:
    for name, value in report.items():
        if value not in (None, "", [], {}):
            yield f"json-ld:{name[:60].lower()}", value
    yield from ((name, text) for name, given in _marked_up(page) if (text := one_line(given)))


def _marked_up(page: Page) -> Iterator[tuple[str, str]]:
    for meta in page.metas:
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        if name:
            yield f"meta:{name[:60].lower()}", meta.get("content", "")
    for link in page.links:
        if "canonical" in link.get("rel", "").lower().split():
            yield "link:canonical", link.get("href", "")
    for element in page.times:
        role = element.attributes.get("itemprop", "pubdate" if "pubdate" in element.attributes else "")
        if role:
            yield f"time:{role.lower()}", element.attributes.get("datetime", "")
    yield "html:lang", page.language or ""
    yield from (("title", title) for title in page.titles)
