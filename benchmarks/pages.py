"""News pages to read: made from a seed, with as much around the report as real pages have."""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.prose import headline, name, paragraphs

_MARKUP_BYTES = 170_000
"""What real news pages weigh, nearly all of it scripts, styles and lists of links."""
_MOST_TEASERS = 40
_LINKS = 120


def write_pages(folder: Path, *, count: int, words: int, seed: int) -> list[Path]:
    """Write `count` pages, each with a report of about `words` words; the same seed gives the same bytes."""
    random = Random(f"{seed} {words}")
    files = [folder / f"{number:04}.html" for number in range(count)]
    for number, file in enumerate(files):
        file.write_text(page(random, words, number), encoding="utf-8")
    return files


def digest_of(files: list[Path]) -> str:
    """SHA-256 over the files' bytes, in order: figures are comparable if it is the same."""
    total = hashlib.sha256()
    for file in files:
        total.update(file.read_bytes())
    return total.hexdigest()


def page(random: Random, words: int, number: int) -> str:
    """One page."""
    title, author = headline(random), name(random)
    body = "".join(_body(random, words))
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)} | The Harbour Post</title>
{_head(title, author, number)}<style>{_style(random)}</style>
<script>window.__STATE__={_state(random)};</script></head>
<body class="page page--story"><header class="site-header"><a class="logo" href="/">The Harbour Post</a>
<nav aria-label="Sections"><ul>{_links(random)}</ul></nav></header>
<main id="content"><article class="story"><header><h1 class="story__title">{html.escape(title)}</h1>
<div class="story__meta"><span class="byline">By <a href="/by/{number}">{author}</a></span>
<time datetime="2023-03-15T09:20:00+01:00">15 March 2023, 09:20</time></div></header>
<figure><img src="/i/{number}.jpg" alt="" loading="lazy"><figcaption>Cranes at dawn. Photo: {name(random)}</figcaption>
</figure><div class="story__body">{body}</div><ul class="share"><li><a href="#">Share</a></li></ul></article>
<aside class="more"><h2>More stories</h2>{_teasers(random)}</aside></main>
<footer><ul>{_links(random)}</ul><p>&copy; 2023 The Harbour Post</p></footer></body></html>
"""


def _head(title: str, author: str, number: int) -> str:
    address = f"https://www.example.com/2023/03/15/{number}"
    claims = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": "2023-03-15T09:20:00+01:00",
        "dateModified": "2023-03-15T11:05:00+01:00",
        "author": [{"@type": "Person", "name": author}],
        "publisher": {"@type": "Organization", "name": "The Harbour Post"},
    }
    return (
        f'<link rel="canonical" href="{address}"><meta property="og:url" content="{address}">'
        f'<meta property="og:title" content="{html.escape(title)}"><meta property="og:type" content="article">'
        '<meta property="og:site_name" content="The Harbour Post">'
        f'<script type="application/ld+json">{json.dumps(claims)}</script>\n'
    )


def _body(random: Random, words: int) -> Iterator[str]:
    for number, paragraph in enumerate(paragraphs(random, words)):
        dateline = "ROTTERDAM, March 15 (Reuters) - " if number == 0 else ""
        yield f'<p class="story__p">{dateline}{_marked_up(random, paragraph)}</p>\n'
        if number % 6 == 5:
            yield f'<aside class="related"><p>Read more: <a href="/{number}">{headline(random)}</a></p></aside>\n'
            yield '<div class="ad" data-slot="mid" aria-hidden="true"><script>ads.push({slot:"mid"})</script></div>\n'


def _marked_up(random: Random, paragraph: str) -> str:
    """The paragraph with references for some of its characters, and now and then a link."""
    text = html.escape(paragraph, quote=False).replace("“", "&ldquo;").replace("’", "&#8217;")
    words = text.split(" ")
    if random.random() < 0.3:
        at = random.randrange(len(words))
        words[at] = f'<a href="/topic/{at}">{words[at]}</a>'
    return " ".join(words)


def _links(random: Random) -> str:
    items = (
        f'<li class="nav__item"><a class="nav__link" href="/section/{random.randrange(9999)}" data-track="nav-{at}">'
        f"{headline(random).split()[0]} {at}</a></li>"
        for at in range(_LINKS)
    )
    return "\n".join(items)


def _teasers(random: Random) -> str:
    teasers = (
        f'<article class="card"><a href="/{random.randrange(9999)}"><img src="/t/{at}.jpg" alt="" loading="lazy">'
        f'<h3 class="card__title">{headline(random)}</h3></a><p class="card__time">{random.randrange(2, 20)} hours ago'
        "</p></article>"
        for at in range(_MOST_TEASERS)
    )
    return "\n".join(teasers)


def _style(random: Random) -> str:
    rules = (
        f".c{at:x}{{margin:{random.randrange(40)}px;color:#{random.randrange(1 << 24):06x}}}"
        for at in range(_MARKUP_BYTES // 4 // 32)
    )
    return "\n".join(rules)


def _state(random: Random) -> str:
    """The data that a page's own scripts work on."""
    entries: list[dict[str, object]] = []
    size = 0
    while size < _MARKUP_BYTES // 2:
        entry = {"id": random.randrange(1 << 40), "title": headline(random), "tags": [name(random)], "premium": False}
        entries.append(entry)
        size += len(json.dumps(entry))
    return json.dumps({"feed": entries})
