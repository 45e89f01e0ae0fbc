"""Words that widen or bound an amount: "more than", "at least", "about", "nearly"."""

from __future__ import annotations

MODIFIER = (
    "(?P<mod>NO [MORE LESS] THAN|[MORE LESS] THAN|AT [LEAST MOST]|UP TO|JUST? [OVER UNDER]|JUST? NEARLY|JUST? ABOUT)?"
)
"""The pattern of such words, as the group "mod"."""

_MODS = {
    ("more", "than"): "MORE_THAN",
    ("less", "than"): "LESS_THAN",
    ("fewer", "than"): "LESS_THAN",
    ("longer", "than"): "MORE_THAN",
    ("no", "more", "than"): "EQUAL_OR_LESS",
    ("no", "longer", "than"): "EQUAL_OR_LESS",
    ("no", "less", "than"): "EQUAL_OR_MORE",
    ("no", "fewer", "than"): "EQUAL_OR_MORE",
    ("at", "least"): "EQUAL_OR_MORE",
    ("at", "most"): "EQUAL_OR_LESS",
    ("up", "to"): "EQUAL_OR_LESS",
    ("just", "over"): "MORE_THAN",
    ("just", "under"): "LESS_THAN",
    ("over",): "MORE_THAN",
    ("under",): "LESS_THAN",
    ("nearly",): "LESS_THAN",
    ("almost",): "LESS_THAN",
}


def mod_of(words: tuple[str, ...]) -> str | None:
    """TIMEX3's modifier for "more than", "at least", "about" …; None for no words."""
    return _MODS.get(words, "APPROX" if words else None)
