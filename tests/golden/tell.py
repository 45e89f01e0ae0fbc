"""Prints, for each case or those named, what was missed and what is not there.

PYTHONPATH=tests python tests/golden/tell.py [CASE…]
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from golden.cases import cases, read
from golden.furniture import differences
from golden.gold import load
from golden.judged import judge
from sayso.record.record import Failure
from sayso.spans import Span


def tell(names: list[str]) -> None:
    """Print the cases with these names; all, if there are none."""
    for case in cases():
        finding = read(case)
        if isinstance(finding, Failure) or (names and case.name not in names):
            continue
        gold, text = load(case.gold), finding.report.text
        verdict = judge(gold, finding)
        print(f"\n{case.name}: {verdict.counts.right:.0f} of {verdict.counts.gold:.0f}")
        for difference in differences(gold.furniture, finding.report):
            print("  furniture", difference)
        for located in verdict.missed:
            print("  missed", _shown(text, [located.source], [located.cue], located.content))
        for statement in verdict.wrong:
            source = statement.source.words if statement.source else None
            print("  wrong ", _shown(text, [source], statement.cue, statement.content), statement.evidence.method)


def _shown(text: str, *parts: Iterable[Span | None]) -> str:
    return " | ".join(" … ".join(_short(span.of(text)) for span in part if span) for part in parts)


def _short(words: str) -> str:
    return words if len(words) < 80 else f"{words[:40]} … {words[-35:]}"


if __name__ == "__main__":
    tell(sys.argv[1:])
