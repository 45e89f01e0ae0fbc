"""The elements of HTML, by what they do to the text in them and around them."""

from __future__ import annotations

_VOID_WORDS = "area base br col embed hr img input link meta param source track wbr"
_UNSHOWN_WORDS = """
script style noscript template svg math iframe object head title select textarea noembed noframes audio video canvas
"""
_CLOSES_P_WORDS = """
address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5
h6 header hgroup hr main menu nav ol p pre search section summary table ul
"""
_OTHER_BLOCK_WORDS = "html body li dt dd tr td th caption tbody thead tfoot option legend"
_IN_HEAD_WORDS = "title meta link script style base noscript template"
_SCOPE_WORDS = "td th table caption ul ol dl button html"
_TABLE_WORDS = "table thead tbody tfoot tr td th"

VOID = frozenset(_VOID_WORDS.split())
UNSHOWN = frozenset(_UNSHOWN_WORDS.split())
CLOSES_P = frozenset(_CLOSES_P_WORDS.split())
BLOCKS = CLOSES_P | frozenset(_OTHER_BLOCK_WORDS.split())
IN_HEAD = frozenset(_IN_HEAD_WORDS.split())
PARAGRAPH = frozenset({"p"})
BREAKS = {**dict.fromkeys(BLOCKS, 2), **dict.fromkeys(("td", "th", "br"), 1)}
SCOPES = frozenset(_SCOPE_WORDS.split())
TABLES = frozenset(_TABLE_WORDS.split())
_CELLS = frozenset({"td", "th"})
IMPLIED: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": _CELLS,
    "th": _CELLS,
    "tbody": frozenset({"tr", "td", "th", "tbody", "thead"}),
    "option": frozenset({"option"}),
    "body": frozenset({"head"}),
}
BARS_OF_TABLES = frozenset({"html"})
BARS_OF_BLOCKS = frozenset({"td", "th", "html"})
