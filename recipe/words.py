"""A word splitter for corpora that come as running text."""

import re

from sayso.spans import Span

_ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof Gov Sen Rep Sens Reps Jr Sr St Lt Col Gen Capt Sgt Rev Hon Jan Feb Mar Apr "
    "Jun Jul Aug Sept Sep Oct Nov Dec Inc Corp Co Ltd vs No D-N D-Y R-T Ala Ariz Calif Colo Conn "
    "Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt "
    "Wash Wis Wyo"
).split()

_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    r"|(?:" + "|".join(_ABBREVIATIONS) + r")\.(?=\s)"
    r"|[A-Z]\.(?=\s+[A-Z])"
    r"|\d+(?:[.,:/\u2013-]\d+)*\w*"
    r"|[ODod]['\u2019][A-Z]\w+"
    r"|['\u2019](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b"
    r"|\w+?(?=n['\u2019]t\b)|n['\u2019]t\b"
    r"|\w+(?:[-&/]\w+)*(?=n['\u2019]t\b)"
    r"|\w+(?:[-&]\w+)*"
    r"|\.{2,}|-{2,}|``|''"
    r"|\S",
)


def words_of(text: str) -> list[Span]:
    """Words and marks of a text, clitics and full stops apart, abbreviations whole."""
    return [Span(found.start(), found.end()) for found in _WORD.finditer(text)]
