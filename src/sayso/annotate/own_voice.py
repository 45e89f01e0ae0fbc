"""Presenters and correspondents: what they tell is the report's own voice, and nobody's statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.annotate.passage import Passage
from sayso.ontology.codebook import cue_book
from sayso.record.annotation import Attribution

_NAME = r"((?:[A-Z][\w.\u2019'-]*)(?: [A-Z][\w.\u2019'-]*){1,3})"
_INTRODUCED = re.compile(
    rf"\b[Oo]ur (?:\w+ ){{0,3}}?(?:correspondent|reporter|colleague)(?: in [A-Z]\w+)?,? {_NAME}"
    rf"|\b{_NAME},? our (?:\w+ ){{0,3}}?(?:correspondent|reporter)\b"
    rf"|\b{_NAME} (?:reports from|reporting from|has more|has the story|has this report|has the details)\b"
    rf"|\b(?:I[\u2019']m|[Tt]his is) {_NAME}[.,]"
)
_TELLS = frozenset({":", "reports", "has", "reporting"})


def without_own_voice(passage: Passage, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """All but what is told by who presents or reports: "HOST", "our correspondent Ada Lund", a name of the byline."""
    text = passage.report.text
    reporters = {name.split()[-1].lower() for name in _reporters(text, found, passage) if name.split()}
    return tuple(one for one in found if not _is_own(one, text, reporters))


def _reporters(text: str, found: Sequence[Attribution], passage: Passage) -> Iterator[str]:
    """Names of those who tell the report; of one word, a surname."""
    yield from (name for match in _INTRODUCED.finditer(text) for name in match.groups() if name)
    yield from (byline for byline in passage.report.furniture.bylines if byline)
    introduced = [match.start() for match in _INTRODUCED.finditer(text)]
    for one in found:
        if _cue(one, text) != ":" or one.source is None:
            continue
        presents = any(piece.start <= at < piece.end for at in introduced for piece in one.content)
        if presents or _has_role(one.source.of(text)) or _asks(one, text):
            yield one.source.of(text).partition(",")[0].strip()


def _is_own(one: Attribution, text: str, reporters: set[str]) -> bool:
    if one.source is None or _cue(one, text) not in _TELLS:
        return False
    words = one.source.of(text)
    named = words.partition(",")[0].strip().split()
    return (_cue(one, text) == ":" and _has_role(words)) or (bool(named) and named[-1].lower() in reporters)


def _has_role(label: str) -> bool:
    """Whether a speaker's label gives a presenter's or reporter's part: "AMNA JAMALI, HOST", "REPORTER"."""
    words = {word.strip(".,()").lower() for word in label.split()}
    return label.isupper() and not words.isdisjoint(cue_book().lists["layout.own_voice"])


def _asks(one: Attribution, text: str) -> bool:
    """Whether a paper asks the question: the label of an interview's questions."""
    named = one.source.of(text).split()[-1].lower() if one.source else ""
    return named in cue_book().lists["roles.medium"] and any(
        piece.of(text).rstrip().endswith("?") for piece in one.content
    )


def _cue(one: Attribution, text: str) -> str:
    """The last word of the cue in small letters; empty for none."""
    return one.cue[-1].of(text).split()[-1].lower() if one.cue else ""
