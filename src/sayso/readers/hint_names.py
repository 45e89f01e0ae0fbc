"""What the classes and ids of elements that are no running text are called."""

from __future__ import annotations

NAMED: dict[str, tuple[str, ...]] = {
    "photo-credit": (
        "(?:photo|image|img|picture|media|caption|figure) (?:credits?|by|source)",
        "photographer",
        "photo by line",
    ),
    "caption": ("captions?", "figcaption", "cutline", "legend"),
    "byline": ("bylines?", "by line", "authors?", "author names?", "contributors?", "writers?", "journalist"),
    "updated": ("(?:last )?(?:updated|modified)(?: (?:on|at|date|time))?", "update (?:date|time)"),
    "published": (
        "publish(?:ed)?(?: (?:on|at|date|time))?",
        "pub ?date",
        "timestamps?",
        "date ?line",
        "(?:post|entry) date",
        "posted on",
    ),
    "related": (
        "related",
        "read (?:more|next|also)",
        "more (?:on|from|stories)",
        "recommend(?:ed|ations?)",
        "see also",
        "also read",
        "trending",
        "most (?:read|popular)",
        "outbrain|taboola|zergnet",
        "popular posts?",
        "next article",
        "up next",
        "you may (?:also )?like",
        "jumplinks?",
    ),
    "share": ("share", "sharing", "sharedaddy", "social", "addthis", "addtoany", "follow(?: us)?"),
    "prompt": (
        "newsletters?",
        "subscribe",
        "subscription",
        "sign ?up",
        "cookies?",
        "consent",
        "gdpr",
        "paywall",
        "regwall",
        "donat(?:e|ion)",
        "optin",
        "mailchimp",
    ),
    "advert": ("ads?", "adverts?", "advertisement", "sponsor(?:ed)?", "promo(?:ted|tion)?", "dfp", "affiliate"),
    "comment": ("comments?", "disqus", "respond", "replies"),
    "copyright": ("copyright",),
    "subheadline": ("stand ?first", "dek", "deck", "sub ?head(?:line|ing)?s?", "sub ?titles?", "strap ?line"),
    "section": ("kicker", "eyebrow", "overline", "rubric", "(?:section|category) (?:name|label|link)"),
}
"""For each hint regular expressions for names taken apart into words: "articleByline" is "article byline"."""
