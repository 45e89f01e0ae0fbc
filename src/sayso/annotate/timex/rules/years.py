"""Years: "since 2014", "the year 2009", "last year"."""

from __future__ import annotations

from sayso.annotate.timex.grammar import Hit, Rule
from sayso.annotate.timex.lexicon import listed
from sayso.annotate.timex.reading import LIKELY, Reading, dated, unanchored
from sayso.annotate.timex.scene import Scene
from sayso.annotate.timex.stretch import whole_year

TURNS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "the": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}


def year_of(hit: Hit, group: str, scene: Scene) -> int | None:
    """The year that a group names, "2019" or "last year"; None if it takes an anchor and there is none."""
    tokens = hit.tokens(group)
    if not tokens:
        return None
    value = hit.lexed.values[tokens[0]]
    if isinstance(value, int):
        return value
    if scene.anchor.day is None:
        return None
    words = [hit.lexed.words[at] for at in tokens]
    turn = next((TURNS[word] for word in words if word in TURNS and word != "the"), 0)
    return scene.anchor.day.year + turn


def bare_year(hit: Hit, scene: Scene) -> Reading | None:
    """A number of four digits is a year unless the words around make it a count or a name."""
    number = hit.number("year")
    if number is None or _is_no_year(hit, number):
        return None
    return dated(whole_year(number), confidence=LIKELY)


def _is_no_year(hit: Hit, number: int) -> bool:
    before, after = hit.before(), hit.after()
    if before in ("$", "€", "£", "¥", "#", "/", "nearly", "almost", "least", "most", "some") or before in listed(
        "numbered"
    ):
        return True
    if before in ("-", "+", "–", ".") and hit.start and hit.lexed.adjacent(hit.start - 1) and not _follows_year(hit):
        return True
    if after in ("%", "°", "$", "€") or (after in listed("counted") and before != "the"):
        return True
    if not 1800 <= number < 2100:
        return before not in ("in", "since", "until", "by", "year", "of", "from", "to", "between", "and") or (
            after.isalpha()
            and (after not in ("and", "to", "when", "after", "was", "the", "as", "by", "but", "he", "she", "it"))
        )
    if after in ("hundred", "metre", "meter", "mile"):
        return True
    return before not in listed("before_years") and _counts_plural(hit)


def _follows_year(hit: Hit) -> bool:
    """Whether a hyphen before stands between two years, or between "mid" and the year."""
    return hit.before(2) in ("mid", "pre", "post", "early", "late") or hit.before(2).isdigit()


def _counts_plural(hit: Hit) -> bool:
    following = hit.after()
    if not following.isalpha() or following in listed("plurals_of_years") or not hit.lexed.at(hit.end).islower():
        return False
    return len(following) > 4 and following.endswith("s") and not following.endswith(("ss", "us", "is"))


def relative_year(hit: Hit, scene: Scene) -> Reading | None:
    """As in "last year"."""
    if scene.anchor.day is None:
        return unanchored()
    turn = TURNS[hit.word("direction")]
    return dated(whole_year(scene.anchor.day.year + turn), anchor=scene.anchor.basis, confidence=LIKELY)


RULES = (
    Rule("year", "(?:THE YEAR_UNIT)? (?P<year>YEAR_NUMBER)", bare_year),
    Rule("year:relative", "(?P<direction>[LAST THIS NEXT]) YEAR_UNIT", relative_year),
    Rule("year:relative", "THE? (?P<direction>[CURRENT COMING]) YEAR_UNIT", relative_year),
)
