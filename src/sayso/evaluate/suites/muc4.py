"""MUC-4: what sayso finds in a message as templates of incidents, against the keys, all templates.

sayso reads each message, recased, as any report. An adapter makes templates of the events that it finds; what the task
asks beside (which messages are relevant, what organisations are blamed, how MUC-4 calls things and places) is counted
from the keys of the training part, every time anew. Nothing of it is part of sayso.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sayso.evaluate.corpora import muc, newswire, polnear
from sayso.evaluate.counts import total
from sayso.evaluate.evaluation import Tally
from sayso.evaluate.muc.learnt import learn
from sayso.evaluate.muc.messages import heading_of, report
from sayso.evaluate.muc.passages import Passages, listed_places
from sayso.evaluate.muc.recasing import Cases, cases_of
from sayso.evaluate.muc.scoring import score
from sayso.evaluate.muc.templates import templates
from sayso.evaluate.reading import System


def tallies(corpora: Path, part: str, system: System) -> Iterator[Tally]:
    """Each message's counts, over all slots and for each."""
    folder = corpora / "muc34"
    keys = muc.keys(folder, part)
    learnt = learn(muc.messages(folder, "train"), muc.keys(folder, "train"))
    listed = listed_places((folder / "docs" / "set-list-location.v4").read_text(encoding="latin-1"))
    cases = usual_cases(corpora)
    for message in muc.messages(folder, part):
        reading = system.read(report(message, cases))
        passages = Passages(reading, learnt, listed, heading_of(message))
        yield tally(templates(message, passages), keys.get(message.name, []))


def usual_cases(corpora: Path) -> Cases:
    """How words are cased in the newspapers of two other corpora."""
    american = (article.text for article in polnear.articles(corpora / "polnear", "train"))
    others = (article.text for article in newswire.articles(corpora / "worldwide-newswire", "train"))
    return cases_of(text for texts in (american, others) for text in texts)


def tally(found: list[muc.Template], wanted: list[muc.Template]) -> Tally:
    """One message's counts by slot, and of all slots together."""
    by_slot = score(found, wanted)
    together = {("all templates", "all slots"): total(by_slot.values())}
    return together | {("slot", muc.SLOTS[slot]): counts for slot, counts in by_slot.items()}


def digest(corpora: Path, part: str) -> str:
    """SHA-256 of the part's files."""
    return muc.digest(corpora / "muc34", part)
