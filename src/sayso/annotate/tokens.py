"""Words and marks of a text, with where they stand."""

from __future__ import annotations

import re
from functools import cache

from sayso.record.annotation import Token
from sayso.record.report import Report
from sayso.spans import Span

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|Sens|Reps|Jr|Sr|St|Lt|Col|Gen|Capt|Sgt|Maj|Adm|Rev|Hon|Jan|Feb|Mar|Apr|"
    "Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Corp|Co|Ltd|vs|No|D-N|D-Y|R-T|Ala|Ariz|Calif|Colo|Conn|"
    "Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo"
)


@cache
def _word() -> re.Pattern[str]:
    """One token at a time; every alternative is linear, and none is tried twice over the same letters."""
    return re.compile(
        r"(?:[A-Za-z]\.){2,}"
        r"|(?:" + _ABBREVIATIONS + r")\.(?=\s)"
        r"|(?:[A-WYZ]|X(?<!\bon\sX)(?<!\bvia\sX))\.(?=\s+[A-Z])"  # an initial, but the network X has none
        r"|\d+(?:[.,:/\u2013-]\d+)*\w*"
        r"|[ODod]['\u2019][A-Z]\w+"
        r"|['\u2019](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b"
        r"|n['\u2019]t\b|\w+?(?=n['\u2019]t\b)"
        r"|\w+(?:[-&]\w+)*"
        r"|\.{2,}|-{2,}|``|''"
        r"|\S",
    )


def words_of(text: str) -> list[Span]:
    """Words and marks of a text: clitics and full stops apart, abbreviations and numbers whole."""
    return [Span(found.start(), found.end()) for found in _word().finditer(text)]


def tokens_of(report: Report) -> tuple[list[Token], list[int]]:
    """The tokens of a report in text order, none across two blocks, and for each block the number of its first.

    The second list has one entry more than there are blocks: the number of all tokens.
    """
    tokens: list[Token] = []
    firsts: list[int] = []
    for block in report.blocks:
        firsts.append(len(tokens))
        text = block.span.of(report.text)
        offset = block.span.start
        tokens.extend(
            Token(offset + found.start(), offset + found.end(), text=found.group()) for found in _word().finditer(text)
        )
    return tokens, [*firsts, len(tokens)]
