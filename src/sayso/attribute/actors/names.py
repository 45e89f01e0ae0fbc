"""Every proper name of a report that may be a person's or a body's, with the words that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.ontology.actors import actor_words
from sayso.ontology.actors.sectors import may_stand_before
from sayso.ontology.codebook import word_lists
from sayso.ontology.places import demonyms
from sayso.record.annotation import AnnotatedReport, NamedSpan, Token
from sayso.record.report import BlockKind

_LONGEST = 9
_NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december easter christmas ramadan""".split()  # noqa: SIM905 - words, not a list of strings, to read
)
_ACTORS = frozenset({"person", "organisation"})


def name_mentions(annotated: AnnotatedReport) -> Iterator[tuple[int, int]]:
    """Token ranges (half-open) of names with the titles and roles before them, in text order.

    Where a tagger gave names, those of persons and organisations; else runs of capitalised words that stand inside
    a sentence
    or have two words and more.
    """
    if annotated.names:
        yield from _tagged(annotated.tokens, annotated.names)
    else:
        yield from _capitalised(annotated)


def _tagged(tokens: Sequence[Token], names: Sequence[NamedSpan]) -> Iterator[tuple[int, int]]:
    starts = {token.start: at for at, token in enumerate(tokens)}
    ends = {token.end: at + 1 for at, token in enumerate(tokens)}
    for name in names:
        if (
            name.label in _ACTORS
            and not _is_seat(tokens, starts.get(name.start))
            and name.start in starts
            and name.end in ends
        ):
            yield _with_roles(tokens, starts[name.start]), ends[name.end]


def _is_seat(tokens: Sequence[Token], at: int | None) -> bool:
    """Whether this is the party and state of a member of Congress: "R-Ohio"."""
    return at is not None and tokens[at].text[:2] in ("R-", "D-", "I-") and tokens[at].text[2:3].isupper()


def _with_roles(tokens: Sequence[Token], first: int) -> int:
    """Back over titles, roles and demonyms before a name: "Ukrainian President", "former police chief"."""
    words, begins = actor_words(), first
    while first > 0 and tokens[first].start - tokens[first - 1].end == 1:
        low = tokens[first - 1].text.lower()
        called = low in words.titles or low in words.roles or tokens[first - 1].text in demonyms()
        if not called and not (first < begins and may_stand_before(low)):
            break
        first -= 1
    return first


def _capitalised(annotated: AnnotatedReport) -> Iterator[tuple[int, int]]:
    for sentence in annotated.sentences:
        at, end = sentence.tokens
        if annotated.report.blocks[sentence.block].kind == BlockKind.HEADLINE:
            continue
        begins = at
        while at < end:
            at = _past_opening(annotated.tokens, at, end) if at == begins else at
            last = _run_end(annotated.tokens, at, end)
            if last > at and _is_name(annotated.tokens[at:last], opens=at == begins):
                yield _with_roles(annotated.tokens, at), last
            at = max(last, at + 1)


def _past_opening(tokens: Sequence[Token], at: int, end: int) -> int:
    """Past the words that open a sentence with a capital for no other reason."""
    lists = word_lists()
    plain = (
        lists["determiners"]
        | lists["prepositions"]
        | lists["conjunctions"]
        | lists["subordinators"]
        | lists["subjects"]
    )
    plain |= lists["adverbs"] | lists["negations"] | lists["possessives"] | lists["sentence_openers"] | {"no", "not"}
    while at < end and (tokens[at].text.lower() in plain or not tokens[at].text[0].isalnum()):
        at += 1
    return at


def _run_end(tokens: Sequence[Token], first: int, end: int) -> int:
    at = first
    while (
        at < end
        and at - first < _LONGEST
        and tokens[at].text[0].isupper()
        and tokens[at].text.lower() not in _NOT_NAMES
    ):
        at += 1
        if at < end and tokens[at].start - tokens[at - 1].end != 1:
            break
    return at


def _is_name(run: Sequence[Token], *, opens: bool) -> bool:
    low = [token.text.lower() for token in run]
    if all(token.text in demonyms() or word in actor_words().roles for token, word in zip(run, low, strict=True)):
        return False
    return not opens or len(run) > 1
