"""Words that the tagger is sure tell of an event and that no frame knows."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.attribute.events.syntax import Syntax
from sayso.ontology.plover.frames import Frame
from sayso.record.annotation import Word

SURE = 0.8
"""Probability of an event, of whatever type, from which the tagger's word is taken.

Chosen among 0.4 to 0.9 on the open half of tests/events/fresh.jsonl and reports 31 to 44 of the benchmark, and on
sixty articles of local papers, of which seventeen of the first thirty that it added at 0.8 were events as we read them.
"""

BEYOND_DOUBT = 0.9
"""Probability from which a word tells of an event even among words of sport or markets, or as the cue of a statement.

Of eleven words at 0.75 and above that were left out for the words around them, ten were events.
"""

LEAST = 0.05
"""Probability of an event, of whatever type, below which the words of a frame tell of none.

Set on the open sentences of tests/events and the reports of the benchmark; of twenty-one words that it leaves out in
thirty articles of the web eighteen told of none.
"""

_MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})
_TOWARDS = {
    "AID": ("to", "obj", "for", "iobj"),
    "RETREAT": ("to", "from", "obj"),
    "REQUEST": ("obj", "from", "on", "to"),
    "PROTEST": ("against", "over", "at"),
    "SANCTION": ("against", "on", "obj", "from", "with"),
    "MOBILIZE": (),
    "CONCEDE": ("to", "obj"),
    "REJECT": ("from", "of", "to"),
    "THREATEN": ("obj", "against", "to"),
}
_DONE_TO = ("obj", "against", "on", "at")


def event_share(word: Word) -> float:
    """How likely a word tells of an event, of whatever type, as the tagger has it; 0 where that is hardly so."""
    return sum(word.event.values()) if word.event else 0.0


def is_likely(syntax: Syntax, words: Iterable[int]) -> bool:
    """Whether the tagger sees an event in any of the words, or tells nothing of events there."""
    told = [word for at in words if (word := syntax.words[at]).event is not None]
    return not told or max(map(event_share, told)) >= LEAST


def proposed(syntax: Syntax, at: int) -> Frame | None:
    """The frame of a word that no frame of the lexicon fits, None where the tagger is not sure."""
    word = syntax.words[at]
    if event_share(word) < SURE or not word.event or not _tells(syntax, at, word):
        return None
    return _frame(next(iter(word.event)), syntax.low[at], noun=word.tag == "NOUN")


def _tells(syntax: Syntax, at: int, word: Word) -> bool:
    """Whether the word heads a phrase of its own."""
    if word.tag == "NOUN":
        return not syntax.is_a(at, "compound", "amod", "nmod:poss")
    return word.tag == "VERB" and not syntax.is_a(at, "aux", "cop", "amod", "compound")


def _frame(kind: str, word: str, *, noun: bool) -> Frame:
    """What stands around a word of the type, as with most words of it."""
    towards = _TOWARDS.get(kind, _DONE_TO)
    actors = ("light", "by", "poss", "adj") if noun else ("subj",)
    return Frame(
        name="tagger",
        noun=noun,
        type=kind,
        mode=None,
        contexts=(),
        head=word,
        beside=(),
        actors=(*actors, *(("between", "with") if kind in _MUTUAL else ())),
        recipients=() if kind in _MUTUAL else tuple("of" if noun and slot == "obj" else slot for slot in towards),
        tests=(),
        flags=frozenset(),
    )
