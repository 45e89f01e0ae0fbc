"""How right a filler is: 1, 0.5 for what MUC-4's guidelines score as partially correct, or 0.

Where its judges were asked (strings, places, dates), a rule decides: a string is right if it is the key's but for
articles, numbers, nationalities and further words before it, and partly right if it has the key's last word or a name
of it.
"""

from __future__ import annotations

import re
from datetime import date

from sayso.evaluate.corpora.muc import DATE, LOCATION, TYPE, Filler

_EMPTY = frozenset(
    [
        "A",
        "AN",
        "THE",
        "THIS",
        "THESE",
        "THAT",
        "THOSE",
        "SOME",
        "SEVERAL",
        "MANY",
        "FEW",
        "ALL",
        "BOTH",
        "HIS",
        "HER",
        "ITS",
        "THEIR",
        "OUR",
        "MR",
        "MRS",
        "AT",
        "LEAST",
        "ABOUT",
        "MORE",
        "THAN",
        "ONE",
        "TWO",
        "THREE",
        "FOUR",
        "FIVE",
        "SIX",
        "SEVEN",
        "EIGHT",
        "NINE",
        "TEN",
        "SALVADORAN",
        "COLOMBIAN",
        "PERUVIAN",
        "GUATEMALAN",
        "HONDURAN",
        "CHILEAN",
        "BOLIVIAN",
        "ARGENTINE",
        "ECUADORAN",
        "OF",
        "IN",
        "ON",
        "FROM",
        "FOR",
    ]
)
_STRINGS = frozenset({6, 9, 10, 12, 18, 19})
_NUMBERS = frozenset({14, 17, 21, 24})
_PARTLY = {
    4: {("ATTACK", "*")},
    11: {("SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES")},
    13: {("POLITICAL FIGURE OFFICE OR RESIDENCE", "GOVERNMENT OFFICE OR RESIDENCE")},
    16: {("DESTROYED", "SOME DAMAGE")},
    20: {
        ("GOVERNMENT OFFICIAL", "FORMER GOVERNMENT OFFICIAL"),
        ("ACTIVE MILITARY", "FORMER ACTIVE MILITARY"),
        ("POLITICAL FIGURE", "GOVERNMENT OFFICIAL"),
    },
    23: {("NO INJURY", "NO INJURY OR DEATH"), ("NO DEATH", "NO INJURY OR DEATH")},
}
"""Response and key of set fills that are half right; "*" is anything else."""
_ABOVE = {
    "GUN": {"MACHINE GUN", "MORTAR", "HANDGUN", "RIFLE"},
    "BOMB": {"VEHICLE BOMB", "DYNAMITE", "MINE", "AERIAL BOMB"},
    "PROJECTILE": {"MISSILE", "ROCKET"},
}
_ABOVE["EXPLOSIVE"] = {"BOMB", "GRENADE", "MOLOTOV COCKTAIL", *_ABOVE["BOMB"]}
_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d\d)")
_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_KIND = re.compile(r"\s*\([^)]*\)?\s*$")


def likeness(slot: int, found: Filler, wanted: Filler) -> float:
    """How right `found` is where the key has `wanted`."""
    value = max((_value(slot, found.values[0], value) for value in wanted.values), default=0.0)
    if value < 1 or slot in _STRINGS - {19} or not wanted.tags:
        return value
    return 1.0 if _same_tag(found, wanted) else 0.5


def _same_tag(found: Filler, wanted: Filler) -> bool:
    tags = found.tags or ("-",)
    return any(tag == other or string_likeness(tag, other) > 0 for tag in tags for other in wanted.tags)


def _value(slot: int, found: str, wanted: str) -> float:
    if found == wanted:
        return 1.0
    if slot == DATE:
        return date_likeness(found, wanted)
    if slot == LOCATION:
        return place_likeness(found, wanted)
    if slot in _STRINGS:
        return string_likeness(found, wanted)
    if slot in _NUMBERS:
        return 0.5 if found.isdigit() and found in re.findall(r"\d+", wanted) else 0.0
    partly = (found, wanted) in _PARTLY.get(slot, ()) or (slot == TYPE and found == "ATTACK")
    return 0.5 if partly or (slot == 7 and wanted in _ABOVE.get(found, ())) else 0.0


def string_likeness(found: str, wanted: str) -> float:
    """1 for the key's words at the end of what was found, small ones aside; 0.5 for its last word or a name in it."""
    ours, theirs = _words(found), _words(wanted)
    if not ours or not theirs:
        return 0.0
    if ours[-len(theirs) :] == theirs:
        return 1.0
    shared = set(ours) & set(theirs)
    return 0.5 if ours[-1] in shared or theirs[-1] in shared else 0.0


def _words(text: str) -> list[str]:
    words = re.findall(r"[A-Z0-9'.-]+", text.upper())
    return [word.strip("'.-") for word in words if word.strip("'.-") not in _EMPTY and not word.isdigit()]


def place_likeness(found: str, wanted: str) -> float:
    """Country and places within it, widest first; the kinds of the places do not count."""
    ours, theirs = _places(found), _places(wanted)
    if ours == theirs:
        return 1.0
    if ours[0] == theirs[0]:
        return 0.5
    return 0.5 if ours[1:] and ours[1:] == theirs[1:] else 0.0


def _places(text: str) -> list[str]:
    return [_KIND.sub("", part).strip() for part in text.split(":")]


def date_likeness(found: str, wanted: str) -> float:
    """Days, or ranges of them; "- 20 NOV 89" is what is said where only the date of the message is known."""
    ours, theirs = _days(found), _days(wanted)
    if not ours or not theirs:
        return 0.0
    if ours == theirs and found.startswith("-") == wanted.startswith("-"):
        return 1.0
    if found.startswith("-"):
        return 0.5 if ours[-1] == theirs[-1] else 0.0
    low = theirs[0] if len(theirs) > 1 else date.min
    within = low <= ours[0] and ours[-1] <= theirs[-1]
    return 0.5 if within and (len(theirs) > 1 or wanted.startswith("-")) else 0.0


def _days(text: str) -> list[date]:
    found = []
    for day, month, year in _DAY.findall(text):
        if month in _MONTHS and 1 <= int(day) <= 28 + 3 * (month != "FEB"):
            found.append(
                date(
                    1900 + int(year),
                    _MONTHS.index(month) + 1,
                    min(int(day), 30 if month in ("APR", "JUN", "SEP", "NOV") else 31),
                )
            )
    return found
