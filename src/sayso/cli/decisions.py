"""What `sayso judge` adds to a file of judgements, and shows of it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import click
import msgspec

from sayso.export.visible import one_line
from sayso.link.clusters import Standing, standing
from sayso.link.ledger import Ledger, add_to_ledger, read_ledger
from sayso.record.judgement import Decision, Judgement, Retraction, Verdict, judged, retracted

_WORDS = {Verdict.SAME: "are one", Verdict.DIFFERENT: "are different", Verdict.UNSURE: "may or may not be one"}


def add_verdict(
    name: str, left: str, right: str, *, judgements: Path, by: str, why: str, when: datetime, as_json: bool
) -> None:
    """Add a judgement, and tell it; one that holds already is not added twice."""
    _mind_the_name(by)
    one = judged(left, right, Verdict(name), by=by, when=when, why=why)
    known = standing(read_ledger(judgements).decisions).held.get(one.pair)
    if known and (known.verdict, known.by) == (one.verdict, one.by):
        click.echo(f"sayso: {by} decided so before ({known.id}).", err=True)
        _tell([known], as_json=as_json)
        return
    add_to_ledger(judgements, [one])
    _tell([one], as_json=as_json)
    if known:
        click.echo(f"sayso: This overrules {known.id}, by {one_line(known.by)}.", err=True)


def _mind_the_name(by: str) -> None:
    if by.startswith(("rule:", "tagger:")) or not by.strip():
        raise click.BadParameter(f"{by!r} is no name of a person.", param_hint="--by")


def add_undo(identity: str | None, *, judgements: Path, by: str, why: str, when: datetime, as_json: bool) -> None:
    """Add a retraction, and tell it."""
    _mind_the_name(by)
    ledger = read_ledger(judgements)
    target = _target(ledger, identity, by, judgements)
    now = standing(ledger.decisions)
    if target.id not in now.holding:
        takers = (one.id for one in ledger.decisions if isinstance(one, Retraction) and one.retracts == target.id)
        taker = next((one for one in takers if one in now.holding), "")
        raise click.UsageError(f"{target.id} was taken back already by {taker} (undo that to bring it back).")
    one = retracted(target, by=by, when=when, why=why)
    add_to_ledger(judgements, [one])
    _tell([one], as_json=as_json)


def _target(ledger: Ledger, identity: str | None, by: str, path: Path) -> Decision:
    if identity:
        found = [one for one in ledger.decisions if one.id == identity]
        problem = f"{path} holds no {identity} (sayso judge list --all shows what it holds)."
    else:
        holding = standing(ledger.decisions).holding
        found = [one for one in ledger.decisions if one.by == by and one.id in holding and isinstance(one, Judgement)]
        problem = f"{path} holds no decision by {by} that could be undone."
    if not found:
        raise click.UsageError(problem)
    return found[-1]


def show_decisions(path: Path, *, actor: str | None, by: str | None, everything: bool, as_json: bool) -> None:
    """Print the decisions in a file that are asked for."""
    if not path.exists():
        raise click.UsageError(f"{path}: no such file (sayso judge same … makes it).")
    ledger = read_ledger(path)
    for line in ledger.damaged:
        click.echo(f"sayso: {path}:{line}: no judgement (a write was interrupted here?); passed over", err=True)
    now = standing(ledger.decisions)
    about = {one.id: one for one in ledger.decisions}
    shown = [
        one
        for one in ledger.decisions
        if (actor is None or actor in _concerned(one, about))
        and (by is None or one.by == by)
        and (everything or (isinstance(one, Judgement) and one.id in now.holding and (not one.by_rule or by)))
    ]
    _tell(shown, as_json=as_json, now=now)


def _concerned(one: Decision, about: dict[str, Decision]) -> tuple[str, ...]:
    """The two actors that a decision is about, whatever number of retractions lies between."""
    seen: set[str] = set()
    while isinstance(one, Retraction) and one.id not in seen:
        seen.add(one.id)
        if one.retracts not in about:
            return ()
        one = about[one.retracts]
    return one.pair if isinstance(one, Judgement) else ()


def _tell(decisions: Iterable[Decision], *, as_json: bool, now: Standing | None = None) -> None:
    for one in decisions:
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(one) + b"\n")
        else:
            click.echo(one_line("  ".join(filter(None, _words(one, now)))))
    sys.stdout.flush()


def _words(one: Decision, now: Standing | None) -> Iterator[str]:
    yield one.id
    yield f"{one.when:%Y-%m-%d %H:%M}"
    yield one.by
    if isinstance(one, Retraction):
        yield f"takes back {one.retracts}"
    else:
        yield f"{one.left} and {one.right} {_WORDS[one.verdict]}"
    yield f"({one.why})" if one.why else ""
    if now and one.id not in now.holding:
        yield "– taken back"
    elif now and isinstance(one, Judgement) and now.held[one.pair].id != one.id:
        yield f"– overruled by {now.held[one.pair].id}"
