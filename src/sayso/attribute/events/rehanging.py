"""Words that the parse hangs where grammar or sense forbids it, and where they belong instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.ontology.places import of_backers
from sayso.ontology.plover.agents import is_human
from sayso.record.annotation import Word

_HIGHEST = 10
"""Words that are followed upwards at most."""
_BEHAVING = frozenset(
    "demanding protesting seeking chanting marching fleeing carrying waving rallying occupying blocking".split()  # noqa: SIM905 - words to read
)
"""What people who are met somewhere are doing there."""
_OWNING = frozenset({"'s", "'"})

Heads = Sequence[int | None]
Rehung = tuple[int, int, str]
"""A word, the one that it hangs on, and how."""


def rehung(words: Sequence[Word], heads: Heads, low: Sequence[str]) -> Iterator[Rehung]:
    """What is to be hung elsewhere; `heads` is what each word hangs on, `low` are the words in small letters."""
    for at, (word, head) in enumerate(zip(words, heads, strict=True)):
        if head is None:
            continue
        if word.tag == "PART" and low[at] in _OWNING:
            owned = _owned(words, heads, at, head)
            if owned is not None:
                yield head, owned, "nmod:poss"
        if of_backers(low[at]) and word.relation == "nsubj":
            backed = next(
                (one for one in range(at + 1, min(at + 4, len(words))) if _hangs(words, heads, one, head)), None
            )
            if backed is not None:
                yield at, backed, "amod"
        if word.tag != "VERB" or words[head].tag != "VERB":
            continue
        if word.relation == "conj":
            higher = _finite_above(words, heads, low, at, head)
            if higher is not None:
                yield at, higher, "conj"
        elif word.relation == "advcl" and at - 1 > head and low[at] in _BEHAVING:
            people = _people_before(words, low, at)
            if people is not None:
                yield at, people, "acl"


def _owned(words: Sequence[Word], heads: Heads, mark: int, owner: int) -> int | None:
    """What somebody owns whom the parse has do what it does: "Ana Ruiz" and "government" both plan."""
    named = all(heads[one] == owner for one in range(owner + 1, mark))
    above, relation = heads[owner], words[owner].relation
    if not owner < mark or not named or above is None or relation not in ("nsubj", "obj", "obl"):
        return None
    near = range(mark + 1, min(mark + 5, len(words)))
    return next((one for one in near if heads[one] == above and words[one].relation == relation), None)


def _hangs(words: Sequence[Word], heads: Heads, at: int, head: int) -> bool:
    return heads[at] == head and words[at].relation == "nsubj"


def _finite_above(words: Sequence[Word], heads: Heads, low: Sequence[str], at: int, head: int) -> int | None:
    """The verb that a past tense goes on, which no gerund does: "accused him of lying and ordered strikes"."""
    gerund = low[head].endswith("ing") and not _has(words, heads, head, "aux", "aux:pass")
    if not gerund or not low[at].endswith("ed") or _has(words, heads, at, "aux", "aux:pass", "mark"):
        return None
    above = heads[head]
    for _ in range(_HIGHEST):
        if above is None:
            return None
        finite = words[above].tag == "VERB" and not low[above].endswith("ing") and not _has(words, heads, above, "mark")
        if finite:
            return above if above < head else None
        above = heads[above]
    return None


def _people_before(words: Sequence[Word], low: Sequence[str], at: int) -> int | None:
    """The people right before a participle who do it: "fired at protesters demanding his resignation"."""
    people = at - 1
    human = words[people].tag == "NOUN" and words[people].relation in ("obj", "obl", "nmod") and is_human(low[people])
    return people if human else None


def _has(words: Sequence[Word], heads: Heads, head: int, *relations: str) -> bool:
    """Whether a word near before hangs on `head` by one of the relations."""
    return any(heads[one] == head and words[one].relation in relations for one in range(max(0, head - 6), head))
