"""What a bundle alone tells of events in sentences that it never learnt from: words, types, and who takes part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from recipe import event_examples
from recipe.corpora import Passage
from sayso.attribute.events.proposals import event_share
from sayso.evaluate.counts import Counts, matched, total
from sayso.evaluate.evaluation import Tally
from sayso.record.annotation import Sentence, Token, Word
from sayso.record.event import Role
from sayso.tagger.participants import ROLES
from sayso.tagger.tagger import NeuralTagger

EVEN = 0.5
"""Probability from which a word is counted as telling of an event, or of somebody in it."""


def event_tallies(path: Path, tagger: NeuralTagger) -> Iterator[Tally]:
    """A sentence of a list at a time.

    Who takes part is asked at the word of gold's trigger that tells most of an event; triggers in pieces are left out.
    """
    for example in event_examples.listed(path):
        text = example.passage.text
        tokens = [Token(word.start, word.end, text=word.of(text)) for word in example.passage.words]
        sentence = Sentence(0, len(text), block=0, tokens=(0, len(tokens)))
        yield _tally(example.passage, tagger.tag(text, [sentence], tokens).words)


def _tally(passage: Passage, words: Sequence[Word]) -> Tally:
    gold = [(number, *one) for number, one in enumerate(passage.triggers or []) if one[0]]
    told = {at: _type(word) for at, word in enumerate(words) if event_share(word) >= EVEN}
    met = [(span, kind) for _, span, kind in gold if any(at in told for at in span)]
    typed = [kind for span, kind in met if any(told.get(at) == kind for at in span)]
    found = len(met) + sum(not any(at in span for _, span, _ in gold) for at in told)
    asked = [
        (max((words[at] for at in span), key=event_share), passage.participants[number]) for number, span, _ in gold
    ]
    return {
        ("events", "words"): matched(len(met), found, len(gold)),
        ("events", "words and types"): matched(len(typed), found, len(gold)),
    } | {("events", role.value): total(_people(word, people, role) for word, people in asked) for role in ROLES}


def _type(word: Word) -> str:
    return next(iter(word.event or {}))


def _people(word: Word, gold: Sequence[tuple[Role, range]], role: Role) -> Counts:
    seen = (word.participants or {}).get(role, {})
    found = [at for at, share in seen.items() if share >= EVEN]
    spans = [span for one, span in gold if one is role]
    met = [span for span in spans if any(at in span for at in found)]
    extra = [at for at in found if not any(at in span for span in spans)]
    return matched(len(met), len(met) + len(extra), len(spans))
