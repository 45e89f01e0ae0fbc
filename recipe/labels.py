"""Label sets of the heads; a bundle carries them, so their order may change."""

from __future__ import annotations

from recipe.corpora import Passage

ROLES = ("source", "cue", "content")
NAME_CLASSES = (
    "Person",
    "Organization",
    "Location",
    "Facility",
    "NORP",
    "Date",
    "Money",
    "Product",
    "Misc",
)
NAME_CLASS_OF = {"PER": "Person", "ORG": "Organization", "LOC": "Location"}
"""UNER's classes, as far as ours tell them apart."""
_TAGS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X"
TAGS = tuple(_TAGS.split())
_RELATIONS = """
acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj cop
csubj csubj:outer csubj:pass dep det det:predet discourse dislocated expl fixed flat goeswith iobj list mark nmod
nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked orphan parataxis
punct reparandum vocative xcomp
"""
RELATIONS = tuple(_RELATIONS.split())
"""Relations to a head; "root" is not among them, since it follows from having none."""


def marked(kinds: tuple[str, ...]) -> list[str]:
    """O, then B and I of every kind."""
    return ["O", *(f"{mark}-{kind}" for kind in kinds for mark in "BI")]


FLAT = marked(ROLES)
PAIR = marked(("source", "content"))
NAMES = marked(NAME_CLASSES)


def flat_labels(passage: Passage, first: int, last: int) -> list[int]:
    """One role a word: in PolNeAR no word has two, but for a handful of slips, where the last wins."""
    labels = [0] * (last - first)
    for relation in passage.relations or []:
        for role in ROLES:
            paint(labels, getattr(relation, role), first, 1 + 2 * ROLES.index(role))
    return reopened(labels)


def reopened(labels: list[int]) -> list[int]:
    """I after anything but its own kind becomes B: what the few words with two roles leave behind."""
    fixed: list[int] = []
    for label in labels:
        stray = label > 0 and label % 2 == 0 and (not fixed or fixed[-1] not in (label, label - 1))
        fixed.append(label - 1 if stray else label)
    return fixed


def paint(labels: list[int], numbers: tuple[int, ...], first: int, begin: int) -> None:
    """Write B and I of one kind over the words that lie in the window; a gap opens a new B."""
    before = None
    for number in numbers:
        place = number - first
        if 0 <= place < len(labels):
            labels[place] = begin + (before == number - 1)
            before = number


def spans_of(labels: list[str]) -> list[tuple[str, int, int]]:
    """(kind, first, one past last) of strict BIO."""
    spans: list[tuple[str, int, int]] = []
    for place, label in enumerate(labels):
        if label.startswith("B-"):
            spans.append((label[2:], place, place + 1))
        elif label.startswith("I-") and spans:
            spans[-1] = (spans[-1][0], spans[-1][1], place + 1)
    return spans
