"""Whether two actors of reports are one: decisions, never edits."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from sayso.record.ids import content_id

JUDGEMENTS = "sayso.judgement/1"
"""The format of a line that holds a judgement or a retraction."""


class Verdict(StrEnum):
    """What was decided of two actors."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Judgement(Struct, frozen=True, kw_only=True, tag="judgement", tag_field="kind", omit_defaults=True):
    """That two actors are the same, or not, or that nobody can tell.

    `left` and `right` are ids of report-level actors, the lesser first. `by` names a rule with its version
    ("rule:link.names@1") or the person who decided. `when` is UTC. `score` is a rule's raw log-odds, None for a
    person's.
    """

    id: str
    left: str
    right: str
    verdict: Verdict
    by: str
    when: datetime
    why: str = ""
    score: float | None = None
    format: str = JUDGEMENTS

    @property
    def by_rule(self) -> bool:
        """Whether a rule decided, whom any person overrules."""
        return self.by.startswith(("rule:", "tagger:"))

    @property
    def pair(self) -> tuple[str, str]:
        return self.left, self.right


class Retraction(Struct, frozen=True, kw_only=True, tag="retraction", tag_field="kind", omit_defaults=True):
    """That a judgement, or an earlier retraction, no longer holds; the line that it names stays where it is.

    `retracts` is the id of what no longer holds; the rest is as in `Judgement`.
    """

    id: str
    retracts: str
    by: str
    when: datetime
    why: str = ""
    format: str = JUDGEMENTS


Decision = Judgement | Retraction


def judged(
    left: str, right: str, verdict: Verdict, *, by: str, when: datetime, why: str = "", score: float | None = None
) -> Judgement:
    """A judgement on two actors, in whichever order they are given; its id comes from all that it says."""
    if left == right:
        raise ValueError(f"a judgement needs two actors, not {left} twice")
    left, right = sorted((left, right))
    identity = content_id("ju", left, right, verdict, by, when.isoformat(), why)
    return Judgement(id=identity, left=left, right=right, verdict=verdict, by=by, when=when, why=why, score=score)


def retracted(decision: Decision, *, by: str, when: datetime, why: str = "") -> Retraction:
    """The retraction of a decision."""
    identity = content_id("re", decision.id, by, when.isoformat(), why)
    return Retraction(id=identity, retracts=decision.id, by=by, when=when, why=why)
