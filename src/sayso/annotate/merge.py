"""Attributions of the tagger and of the rules, brought together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.record.annotation import Attribution

_LAYOUT = ("rule:quote-before", "rule:headline", "rule:speaker-colon", "rule:transcript", "rule:silence")
"""Rules that stand beside a tagger however sure they are: layout and marks are seen over more text than it reads."""

_FIRM = 0.96
"""How sure a rule must be for its spans to stand in place of the tagger's at the same cue."""
_SURE = 0.6
"""How sure a rule must be to add what the tagger did not see."""
_DOUBT = 0.3
"""What the tagger is less sure of than this is left out, unless a rule sees the same cue.

These three were chosen together, on PolNeAR's development part and on the sample reports (`tests/golden`), with the
first bundle. Against the tagger alone: PolNeAR, content half right, P 76.3 R 68.6 to P 76.6 R 69.1, all exact F1 56.4
to 57.0; samples P 89.7 R 77.4 to P 91.2 R 88.7. A lower _FIRM helps the samples and costs on PolNeAR; a higher _DOUBT
buys precision with as much recall. To be looked at again with every new bundle.
"""

_LOOK_BACK = 4
"""Cues before a place that may reach to it: cues are short, and few overlap."""


def merged(tagged: Sequence[Attribution], ruled: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """What the tagger and the rules find together, in order of the cues; each cue has one of the two."""
    seen, rules = _Cues(tagged), _Cues(ruled)
    found = []
    for one in tagged:
        rule = rules.touching(one)
        if rule and rule.confidence >= _FIRM:
            found.append(rule)
        elif rule or one.confidence >= _DOUBT:
            found.append(one)
    found += [one for one in ruled if _is_added(one) and seen.touching(one) is None]
    return tuple(sorted(dict.fromkeys(found), key=_place))


def _is_added(one: Attribution) -> bool:
    return one.confidence >= _SURE or one.method.startswith(_LAYOUT)


class _Cues:
    """Attributions by where their cues stand."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._cues = sorted((cue.start, cue.end, number) for number, one in enumerate(attributions) for cue in one.cue)
        self._attributions = attributions

    def touching(self, one: Attribution) -> Attribution | None:
        """The first attribution whose cue shares a character with that of `one`."""
        for cue in one.cue:
            before = bisect_left(self._cues, (cue.end,))
            for _, end, number in self._cues[max(0, before - _LOOK_BACK) : before]:
                if end > cue.start:
                    return self._attributions[number]
        return None


def _place(one: Attribution) -> tuple[int, int]:
    first = (*one.cue, *one.content)[0]
    return first.start, first.end
