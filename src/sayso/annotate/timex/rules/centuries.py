"""Decades and centuries: "the 1990s", "the sixties", "the 19th century"."""

from __future__ import annotations

from sayso.annotate.timex.grammar import Hit, Rule
from sayso.annotate.timex.reading import LIKELY, Reading, dated, unanchored
from sayso.annotate.timex.rules.years import TURNS
from sayso.annotate.timex.scene import Scene
from sayso.annotate.timex.stretch import LAST_YEAR, century, decade, whole_year


def in_decade(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the 1990s", "the '90s", "the sixties"; "00s" and "10s" are of this century."""
    piece = hit.lexed.words[hit.match.start("decade")]
    spelled = hit.number("decade")
    if spelled is not None:
        return dated(decade(190 + spelled), confidence=LIKELY)
    digits = "".join(sign for sign in piece if sign.isdigit())
    if len(digits) == 4:
        owned = not piece[4:].isalpha() and hit.word("the") != "the"
        return dated(whole_year(int(digits)) if owned else decade(int(digits) // 10))
    if hit.lexed.text[hit.lexed.starts[hit.match.start("decade")]].isdigit() and hit.before() in (
        "his",
        "her",
        "their",
        "my",
        "our",
    ):
        return None
    number = int(digits) // 10
    return dated(decade((200 if number <= 1 else 190) + number), confidence=LIKELY)


def in_century(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the 19th century"."""
    number = hit.number("number")
    if number is None or not 1 < number <= LAST_YEAR // 100:
        return None
    return dated(century(number - 1))


def relative_century(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the last century"."""
    if scene.anchor.day is None:
        return unanchored()
    turn = TURNS.get(hit.word("direction"), 0)
    if hit.word("unit") == "decade":
        return dated(decade(scene.anchor.day.year // 10 + turn), anchor=scene.anchor.basis, confidence=LIKELY)
    return dated(century(scene.anchor.day.year // 100 + turn), anchor=scene.anchor.basis, confidence=LIKELY)


RULES = (
    Rule("decade", "(?P<the>THE)? (?P<decade>DECADES)", in_decade),
    Rule("decade", "THE (?P<decade>DECADE_WORD)", in_decade),
    Rule("century", "THE? (?P<number>[ORDINAL_DAY ORDINAL ORDINAL_WORD]) HYPHEN? CENTURY_UNIT", in_century),
    Rule("century:relative", "THE? (?P<direction>[LAST THIS NEXT CURRENT]) (?P<unit>[CENTURY_UNIT])", relative_century),
)
