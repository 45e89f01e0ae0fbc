"""Attributions of the tagger and of the rules, brought together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from sayso.annotate.sayers import can_speak
from sayso.record.annotation import Attribution
from sayso.spans import Span

_LAYOUT = ("rule:quote-before", "rule:headline", "rule:speaker-colon", "rule:transcript", "rule:silence")
"""Rules that stand beside a tagger however sure they are: layout and marks are seen over more text than it reads."""

_TURNS = "rule:transcript"
"""Of an interview's turns the rule's are kept, which go to the end of the paragraph."""

_SURE = 0.6
"""How sure any other rule must be to add what the tagger did not see."""
_DOUBT = 0.25
"""What the tagger is less sure of than this is left out, unless a rule sees the same cue."""
_NOBODY = 0.46
"""The same where it found no source, or one that is nobody who could speak.

These were chosen together with the bundle en@2026.2, read in windows of 224 pieces (and kept for en@2026.3), on
PolNeAR's development part and on the sample reports (`tests/golden`). There, content half right went from F1 74.9 with
0.3 and 0.5 to 75.1, cues found from 83.5 to 83.9, and CofeNet's exact cues from 74.3 to 74.1. Putting a sure rule's
spans in place of the tagger's was tried with an earlier bundle and left out: at a bar of 0.96 it gained 0.2 on the
samples and cost 0.2 on PolNeAR. A higher _DOUBT buys precision with as much recall. To be looked at again with every
new bundle.
"""

_SHARE_ALONE = 0.5
"""What is left of a rule's confidence where the tagger saw nothing: of 41 such findings in PolNeAR's development part,
said to be right in 77 of 100 cases, 16 were.
"""

_NEXT = re.compile(r"[.!?]\s+[A-Z]")
_WHERE = re.compile(r"\s(?:at|in|during|on) ")
_QUOTING = re.compile(r"[\"\u201c\u201d\u201e\u00ab]")

_LOOK_BACK = 4
"""Cues before a place that may reach to it: cues are short, and few overlap."""


def merged(tagged: Sequence[Attribution], ruled: Sequence[Attribution], text: str) -> tuple[Attribution, ...]:
    """What the tagger and the rules find together in `text`, in order of the cues; each cue has one of the two."""
    turns = _Cues([one for one in ruled if one.method.startswith(_TURNS)])
    tagged = [one for one in tagged if not turns.touch(one)]
    seen, rules = _Cues(tagged), _Cues(ruled)
    tagged = [_within_sentence(_sourced(one, rules, text), rules, text) for one in tagged]
    found = [one for one in tagged if one.confidence >= _bar(one, text) or rules.touch(one)]
    found += [_alone(one) for one in ruled if _is_added(one) and not seen.touch(one) and not _says_nothing(one, text)]
    return tuple(sorted(found, key=_place))


def _sourced(one: Attribution, rules: _Cues, text: str) -> Attribution:
    """With the source that a sure rule sees for the same cue, where the tagger saw none but a clause about it."""
    if one.source is None or _is_clause(one.source.of(text)):
        for rule in rules.touching(one):
            if rule.source and rule.confidence >= _SURE:
                return msgspec.structs.replace(one, source=rule.source)
    return one


def _within_sentence(one: Attribution, rules: _Cues, text: str) -> Attribution:
    """Without the sentences that follow what a rule sees as the whole of a paraphrase."""
    for rule in rules.touching(one):
        if len(one.content) == len(rule.content) == 1 and rule.confidence >= _SURE:
            (long,), (short,) = one.content, rule.content
            if long.start == short.start and _goes_beyond(text[: long.end], short):
                return msgspec.structs.replace(one, content=rule.content)
    return one


def _goes_beyond(text: str, said: Span) -> bool:
    """Whether what follows the words said is not said: another sentence, or after a quotation where it was said."""
    rest = text[said.end :]
    if _WHERE.match(rest):
        return _QUOTING.search(text, said.end - 1, said.end) is not None and not _QUOTING.search(rest)
    return _NEXT.match(rest) is not None and not _QUOTING.search(text, said.start)


def _is_clause(source: str) -> bool:
    """Whether a source is only what is told of somebody: "which owns the port"."""
    first, _, rest = source.partition(" ")
    return bool(rest) and first in ("which", "who")


def _bar(one: Attribution, text: str) -> float:
    return _DOUBT if one.source and can_speak(one.source.of(text)) else _NOBODY


def _is_added(one: Attribution) -> bool:
    return one.confidence >= _SURE or one.method.startswith(_LAYOUT)


def _alone(one: Attribution) -> Attribution:
    """What a rule found and the tagger did not, with less confidence; what the layout tells, no tagger knows."""
    if one.method.startswith(_LAYOUT):
        return one
    return msgspec.structs.replace(one, confidence=round(_SHARE_ALONE * one.confidence, 2))


def _says_nothing(one: Attribution, text: str) -> bool:
    """Whether the content is a word like "nothing" that a rule took for it: "he could promise nothing"."""
    said = [piece.of(text).lower() for piece in one.content]
    denied = any(word in cue.of(text).lower() for cue in one.cue for word in ("den", "confirm", "reject"))
    return one.method.startswith("rule:object") and said in (["nothing"], ["it"], ["them"], ["him"]) and not denied


class _Cues:
    """Where the cues of some attributions stand."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        found = ((cue.start, cue.end, number) for number, one in enumerate(attributions) for cue in one.cue)
        self._cues = sorted(found)
        self._attributions = attributions

    def touch(self, one: Attribution) -> bool:
        """Whether one of the cues shares a character with that of `one`."""
        return any(True for _ in self.touching(one))

    def touching(self, one: Attribution) -> Iterator[Attribution]:
        """Those whose cue shares a character with that of `one`."""
        for cue in one.cue:
            for _, end, number in self._before(cue.end):
                if end > cue.start:
                    yield self._attributions[number]

    def _before(self, end: int) -> list[tuple[int, int, int]]:
        last = bisect_left(self._cues, (end,))
        return self._cues[max(0, last - _LOOK_BACK) : last]


def _place(one: Attribution) -> tuple[int, int]:
    first = (*one.cue, *one.content)[0]
    return first.start, first.end
