"""Words that the parse hangs where grammar or sense forbids it, and where they belong instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.ontology.places import of_backers
from sayso.ontology.plover.agents import is_human
from sayso.record.annotation import Word

_HIGHEST, _FAR = 10, 12
"""Words that are followed upwards at most, and that are looked at before another."""
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
        if word.tag == "VERB":
            yield from _verbs(words, heads, low, at, head)
        elif word.tag == "PART" and low[at] in _OWNING:
            yield from ((head, owned, "nmod:poss") for owned in _owned(words, heads, at, head))
        elif word.relation == "nsubj" and of_backers(low[at]):
            yield from ((at, backed, "amod") for backed in _beside(words, heads, at, "nsubj"))


def _verbs(words: Sequence[Word], heads: Heads, low: Sequence[str], at: int, head: int) -> Iterator[Rehung]:
    relation, on_verb = words[at].relation, words[head].tag == "VERB"
    if relation == "amod" and head > at + 1:
        for before in _joined(words, low, at):
            yield at, before, "conj"
            yield head, at, "obj"
    elif relation == "conj" and on_verb:
        yield from ((at, higher, "conj") for higher in _finite_above(words, heads, low, at, head))
    elif relation == "advcl" and on_verb and at - 1 > head and low[at] in _BEHAVING:
        yield from ((at, people, "acl") for people in _people_before(words, low, at))


def _owned(words: Sequence[Word], heads: Heads, mark: int, owner: int) -> Iterator[int]:
    """What somebody owns whom the parse has do what it does: "Ana Ruiz" and "government" both plan."""
    relation = words[owner].relation
    named = all(heads[one] == owner for one in range(owner + 1, mark))
    if owner < mark and named and heads[owner] is not None and relation in ("nsubj", "obj", "obl"):
        yield from _beside(words, heads, mark, relation, heads[owner])


def _beside(words: Sequence[Word], heads: Heads, at: int, relation: str, head: int | None = None) -> Iterator[int]:
    """The word soon after another that hangs on the same one, or on `head`, by the relation."""
    above = heads[at] if head is None else head
    near = range(at + 1, min(at + 5, len(words)))
    yield from [one for one in near if heads[one] == above and words[one].relation == relation][:1]


def _joined(words: Sequence[Word], low: Sequence[str], at: int) -> Iterator[int]:
    """The verb that a participle before a number goes on: "killed two in Kherson and wounded seven others"."""
    counted = at + 1 < len(words) and words[at + 1].tag == "NUM"
    if counted and at > 1 and low[at - 1] == "and" and low[at].endswith("ed"):
        yield from [one for one in range(at - 2, max(at - _FAR, -1), -1) if words[one].tag == "VERB"][:1]


def _finite_above(words: Sequence[Word], heads: Heads, low: Sequence[str], at: int, head: int) -> Iterator[int]:
    """The verb that a past tense goes on, which no gerund does: "accused him of lying and ordered strikes"."""
    gerund = low[head].endswith("ing") and not _has(words, heads, head, "aux", "aux:pass")
    if not gerund or not low[at].endswith("ed") or _has(words, heads, at, "aux", "aux:pass", "mark"):
        return
    above = heads[head]
    for _ in range(_HIGHEST):
        if above is None:
            return
        if words[above].tag == "VERB" and not low[above].endswith("ing") and not _has(words, heads, above, "mark"):
            if above < head:
                yield above
            return
        above = heads[above]


def _people_before(words: Sequence[Word], low: Sequence[str], at: int) -> Iterator[int]:
    """The people right before a participle who do it: "fired at protesters demanding his resignation"."""
    people = at - 1
    if words[people].tag == "NOUN" and words[people].relation in ("obj", "obl", "nmod") and is_human(low[people]):
        yield people


def _has(words: Sequence[Word], heads: Heads, head: int, *relations: str) -> bool:
    """Whether a word near before hangs on `head` by one of the relations."""
    return any(heads[one] == head and words[one].relation in relations for one in range(max(0, head - 6), head))
