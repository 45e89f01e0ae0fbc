"""Words under pictures, and whose pictures they are."""

from __future__ import annotations

import re

from sayso.readers.agencies import agency
from sayso.record.report import Caption

_LONGEST = 700
_PICTURE = (
    r"(?:photo(?:graph)?s?|image|picture|pic|illustration|graphic|cover image|featured image|"
    r"main image|file photo|video|footage|composite)"
)
_LABEL = re.compile(
    rf"\A\W{{0,2}}{_PICTURE}(?:\s(?P<credit>credits?|courtesy(?:\sof)?|by|source)\b\s{{0,2}}:?|"
    rf"\s?(?:caption)\s{{0,2}}[:,]|\s{{0,2}}[:©|])\s{{0,3}}(?P<rest>\S.{{0,600}})",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\A\W?(?:FILE(?:\sPHOTO)?|File(?:\sphoto)?|ARCHIVE|Handout)\s{0,2}(?:[-–—:|]|(?=[A-Z]))\s{0,2}(?P<rest>\S.{0,600})"
)
_HOUSE = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|EFE|Getty(?:\sImages)?|Shutterstock|Xinhua|TASS|Sputnik|"
    r"Bloomberg|PTI|ANI|Anadolu|AA|NurPhoto|Zuma|Alamy|iStock|Pexels|Unsplash|Wikimedia(?:\sCommons)"
    r"?|Handout|POOL|Pool|Imago|dpa|PA|AAP|CP|UPI|Kyodo|Yonhap)"
)
_TRAILING = re.compile(
    rf"\s{{0,2}}(?P<credit>[\[(](?:AP\sPhoto|(?i:{_PICTURE})\s?(?::|\bby\b|credits?:?)|via\s|"
    rf"(?:[^()\[\]]{{0,60}}[/|]\s?)?{_HOUSE}\b)[^()\[\]]{{0,80}}[\])]"
    rf"|(?:REUTERS|AFP|AP|EPA|Getty Images)\s?/\s?[A-Z][^.!?]{{1,60}}"
    rf"|(?:Photo|Picture|Image|Photograph)(?:\scredit)?\s?:\s?[^.!?]{{2,80}}"
    rf"|(?<=[.!?”\"|]\s)(?:Photo|Picture|Image|Photograph)(?:\scredit)?\sby\s[^.!?]{{2,80}}"
    rf"|(?<=[.!?”\"])\s?[A-Z][\w.'’-]{{1,20}}(?:\s[A-Z][\w.'’-]{{1,20}}){{0,3}}\s?/\s?{_HOUSE}(?:[\s/][\w\s/]{{1,40}})?"
    rf"|©\s?[^.!?]{{2,80}})\.?\Z"
)
_BRACKETED = re.compile(r"\s\((?P<who>[^()]{2,80})\)\.?\Z")
_COUNTED = re.compile(r"\A\[\d{1,2}/\d{1,2}\]\s{0,2}")
_ALONE = re.compile(
    rf"\A[\[(©]?\s?(?:(?P<who>[A-Z][\w.'’-]{{1,20}}(?:\s[A-Z][\w.'’-]{{1,20}}){{0,4}})"
    rf"\s?(?:/|\||,|–|\bvia\b|\bfor\b)\s?)?{_HOUSE}(?:\s?[/|,]\s?[\w\s.'’-]{{1,40}}|"
    rf"\s(?:Photo|photo|File|file|pool))?[\])]?\Z"
)


def caption_of(line: str) -> Caption | None:
    """The caption that a line certainly is: it says "Photo:" or "FILE", or ends with a picture's credit; else None."""
    line = _COUNTED.sub("", line)
    if len(line) > _LONGEST or line.startswith(('"', "“", "'", "‘")):
        return None
    labelled = _LABEL.match(line)
    if labelled:
        rest = labelled.group("rest").strip()
        bracketed = _BRACKETED.search(rest[-90:])
        if bracketed:
            return Caption(
                text=rest[: len(rest) - len(bracketed.group())].strip() or None, credit=bracketed.group("who")
            )
        if labelled.group("credit") or (len(rest.split()) <= 8 and not rest.endswith(".")):
            return Caption(text=None, credit=_bare(rest)) if len(rest) <= 160 else None
        return _split(rest)
    filed = _FILE.match(line)
    if filed:
        return _split(filed.group("rest"))
    found = _TRAILING.search(line[-200:])
    if found and _is_credit(found.group("credit")):
        return _split(line)
    return None


def credit_of(line: str) -> str | None:
    """The credit that a line beside a picture consists of ("Ada Obi / AFP", "Getty Images"); None if it may be more."""
    if len(line) > 100 or not _ALONE.match(line):
        return None
    return _bare(line)


def is_noun_phrase(words: str) -> bool:
    """Whether a few words in bold may be whose picture it is: capitalised, no lower-case word but small ones."""
    parts = words.strip(" .").split()
    small = {"of", "the", "for", "and", "in", "via", "by", "de", "la"}
    return 0 < len(parts) <= 8 and all(part[:1].isupper() or part in small or not part[:1].isalpha() for part in parts)


def _split(words: str) -> Caption:
    """Caption and credit of words that hold a caption and may end with a credit."""
    found = _TRAILING.search(words[-200:])
    if not found or not _is_credit(found.group("credit")):
        return Caption(text=words.strip())
    text = words[: len(words) - len(words[-200:]) + found.start()].strip()
    return Caption(text=text or None, credit=_bare(found.group("credit")))


def _is_credit(words: str) -> bool:
    """Whether closing words credit a picture rather than a text: "(AFP)" alone signs a text."""
    bare = words.strip(" ()[].")
    return agency(bare) is None


def _bare(credit: str) -> str:
    bare = credit.strip(" []().|–—-").removeprefix("©").strip()
    found = re.match(rf"{_PICTURE}(?:\scredits?|\scourtesy(?:\sof)?)?\s?(?::|\bby\b)\s?", bare, re.IGNORECASE)
    return bare[found.end() :].strip() if found else bare
