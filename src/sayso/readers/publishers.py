"""Who put a report out, told from the host of its address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from sayso.readers.hosts import HOSTS
from sayso.record.when import Granularity, Stamp

_URL = re.compile(r"\A\W{0,2}(?P<url>https?://[^\s<>\"]{3,2000}?)[>)\].,]{0,2}\Z", re.IGNORECASE)
_WEB = re.compile(r"\A(?:www\d?|m|mobile|amp|edition|en|english|web|news|beta|uk|us|eu|international|global|mobi)\.")
_SECOND_LEVEL_WORDS = """
co com org net gov edu ac or ne go gen gob govt mil nom info news
"""
_SECOND_LEVEL = frozenset(_SECOND_LEVEL_WORDS.split())
_URL_DATE = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0[1-9]|1[0-2])[/-](?P<d>0[1-9]|[12]\d|3[01])(?:/|-|_|\Z)")

_PAPERS_WORDS = """
times post herald tribune guardian independent telegraph mail express star sun journal gazette chronicle
observer standard nation mirror press today world monitor examiner inquirer citizen courier dispatch record
register review reporter leader ledger bulletin banner advocate sentinel argus news daily weekly online
insider watch week wire informer messenger pioneer statesman republic democrat patriot vanguard punch globe
spectator echo eye voice business live network media radio tv
"""
_PAPERS = _PAPERS_WORDS.split()


def url_in(line: str) -> str | None:
    """The web address that a line consists of; None if there is more in it, or less."""
    found = _URL.match(line.strip()[:2100])
    return found.group("url") if found else None


def publisher_of(url: str, text: str) -> str | None:
    """The name of the house at `url`; None if its host does not tell.

    Known hosts have their name. Else the registered name is split into words that end in what papers are called
    ("themoscowtimes": The + Moscow + Times), where what is left between stands in `text` as a capitalised name.
    """
    host = host_of(url)
    if not host:
        return None
    for known in (host, ".".join(host.split(".")[-3:]), ".".join(host.split(".")[-2:])):
        if known in HOSTS:
            return HOSTS[known]
    return _split(_registered(host), text)


def is_paper(name: str) -> bool:
    """Whether a name is what papers are called: capitalised, with "Times", "Gazette" and the like in it."""
    words = name.split()
    known = [word for word in words if word.casefold().strip(".,") in _PAPERS]
    return (
        2 <= len(words) <= 6
        and bool(known)
        and all(word[0].isupper() or word in ("of", "the", "and") for word in words)
    )


def host_of(url: str) -> str | None:
    """The host of a web address, in lower case, without "www." and the like."""
    try:
        host = (urlsplit(url).hostname or "").strip(".")
    except ValueError:
        return None
    while _WEB.match(host) and host.count(".") > 1:
        host = host[_WEB.match(host).end() :]  # type: ignore[union-attr]
    return host or None


def dated_by(url: str) -> Stamp | None:
    """The day in the path of an address (".../2022/10/15/..."), as a publication day; None if there is none."""
    found = _URL_DATE.search(url[:2000])
    if not found:
        return None
    from datetime import date

    try:
        day = date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None
    return Stamp(value=day.isoformat(), granularity=Granularity.DAY, basis="url:path")


def _registered(host: str) -> str:
    parts = host.split(".")
    if len(parts) > 2 and parts[-2] in _SECOND_LEVEL:
        return parts[-3]
    return parts[-2] if len(parts) > 1 else parts[0]


def _split(name: str, text: str) -> str | None:
    """A registered name as words; None if the words cannot be told apart."""
    parts = [part for part in name.split("-") if part]
    lead = ["The"] if parts and (parts[0] == "the" or parts[0].startswith("the")) else []
    rest = "".join(parts)[3:] if lead else "".join(parts)
    tail: list[str] = []
    while True:
        paper = next((word for word in sorted(_PAPERS, key=len, reverse=True) if rest.endswith(word)), None)
        if paper is None:
            break
        rest, tail = rest[: -len(paper)], [paper.capitalize(), *tail]
    middle = _printed(rest, text) if rest else []
    if middle is None or not tail or (len(tail) == 1 and not middle and not lead):
        return None
    return " ".join([*lead, *middle, *tail])


def _printed(letters: str, text: str) -> list[str] | None:
    """The capitalised words of `text` that, run together, are `letters`: how the report itself writes them."""
    if len(letters) < 3:
        return None
    for words in (1, 2, 3):
        for found in re.finditer(r"\b[A-Z][a-z]+" + r"\s[A-Z][a-z]+" * (words - 1), text):
            if "".join(found.group().split()).lower() == letters:
                return found.group().split()
    return None
