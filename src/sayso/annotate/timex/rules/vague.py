"""Times that are meant and not given: "recently", "now", "in the future", "at the time"."""

from __future__ import annotations

from sayso.annotate.timex.grammar import Hit, Rule
from sayso.annotate.timex.lexicon import listed
from sayso.annotate.timex.reading import Reading
from sayso.annotate.timex.reading import vague as vaguely
from sayso.annotate.timex.scene import Scene


def word(hit: Hit, scene: Scene) -> Reading | None:
    """As in "now" and the like; not in "now-defunct", "from now on" or "sooner"."""
    if hit.after() in ("-", "–", "‑") and hit.lexed.adjacent(hit.end - 1):
        return None
    if hit.before() == "every" or (hit.after(), hit.after(1)) in (("and", "then"), ("and", "again")):
        return None
    if hit.word("vague") == "soon" and (
        hit.after() in ("as", "after", "afterwards", "before") or hit.before() in ("as", "too", "how")
    ):
        return None
    return vaguely(str(hit.value("vague")))


def the_future(hit: Hit, scene: Scene) -> Reading | None:
    """As in "in the future"; not "the future king"."""
    following = hit.after()
    if following.isalpha() and following not in listed("after_the_future"):
        return None
    return vaguely("FUTURE_REF") if hit.before() in ("in", "for", "into", "of", "about") else None


def the_past(hit: Hit, scene: Scene) -> Reading | None:
    """As in "in the past"; not "the past king"."""
    following = hit.after()
    if following.isalpha() and following not in listed("after_the_future"):
        return None
    return vaguely("PAST_REF") if hit.before() in ("in", "of", "from") else None


def the_present(hit: Hit, scene: Scene) -> Reading | None:
    """As in "at present"."""
    return vaguely("PRESENT_REF") if hit.before() == "at" else None


def these_days(hit: Hit, scene: Scene) -> Reading | None:
    """As in "these days"."""
    if hit.word("unit") != "days":
        return None
    return vaguely("PRESENT_REF" if hit.lexed.words[hit.start] == "these" else "PAST_REF")


def that_time(hit: Hit, scene: Scene) -> Reading | None:
    """As in "at the time", "at the moment"."""
    if hit.before() != "at" or hit.word("moment") not in ("time", "moment"):
        return None
    present = hit.word("moment") == "moment"
    if present:
        return vaguely("PRESENT_REF") if hit.has("the") else vaguely("PAST_REF")
    return vaguely("PAST_REF") if hit.after() not in ("of", "when", "-", "same") else None


def other_day(hit: Hit, scene: Scene) -> Reading | None:
    """As in "the other day"."""
    return vaguely("PAST_REF")


def moment_ago(hit: Hit, scene: Scene) -> Reading | None:
    """As in "a moment ago"."""
    return vaguely("PAST_REF")


RULES = (
    Rule("vague:past", "ARTICLE MOMENT AGO", moment_ago),
    Rule("vague", "(?P<vague>VAGUE)", word),
    Rule("vague:future", "THE? FUTURE", the_future),
    Rule("vague:past", "THE PAST", the_past),
    Rule("vague:present", "PRESENT", the_present),
    Rule("vague:present", "THESE (?P<unit>UNITS)", these_days),
    Rule("vague:time", "(?:(?P<the>THE)|THAT) (?P<moment>MOMENT)", that_time),
    Rule("vague:past", "THE ALTERNATE DAY_UNIT", other_day),
)
