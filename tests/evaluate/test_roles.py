from sayso.evaluate.corpora.gold import Article, Relation
from sayso.evaluate.counts import Counts
from sayso.evaluate.roles import roles
from sayso.spans import Span

TEXT = "Police said two boats sank, and that nobody drowned. A witness saw one boat."


def spans(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


GOLD = Relation(spans("Police"), spans("said"), spans("two boats sank", "that nobody drowned"))


def score(*found: Relation, left_out: tuple[Span, ...] = ()) -> dict[tuple[str, str], Counts]:
    return roles(Article("a", TEXT, (GOLD,), left_out), found)


def test_gold_as_system_is_right_in_every_way() -> None:
    assert {counts.f1 for counts in score(GOLD).values()} == {1.0}


def test_half_of_a_discontinuous_content_overlaps_but_is_not_exact() -> None:
    counts = score(Relation(GOLD.source, GOLD.cue, spans("two boats sank")))
    assert counts["content", "exact"] == Counts(0, 1, 0, 1)
    assert counts["content", "overlap"] == Counts(1, 1, 1, 1)
    assert counts["content", "tokens"] == Counts(3, 3, 3, 6)


def test_one_long_finding_may_meet_several_but_is_one_finding() -> None:
    other = Relation(spans("A witness"), spans("saw"), spans("one boat"))
    article = Article("a", TEXT, (GOLD, other))
    long = Relation((), (), (Span(TEXT.index("two boats"), len(TEXT)),))
    assert roles(article, [long])["content", "overlap"] == Counts(1, 1, 2, 2)


def test_a_source_that_two_relations_share_counts_once() -> None:
    again = Relation(GOLD.source, spans("saw"), spans("one boat"))
    assert score(GOLD, again)["source", "exact"] == Counts(1, 1, 1, 1)


def test_a_role_that_is_not_filled_is_not_found() -> None:
    counts = score(Relation((), GOLD.cue, GOLD.content))["source", "exact"]
    assert (counts.precision, counts.recall, counts.f1) == (None, 0.0, 0.0)


def test_nothing_found_where_nothing_is_gold_has_no_figures() -> None:
    counts = roles(Article("a", TEXT, ()), [])["cue", "tokens"]
    assert (counts.precision, counts.recall, counts.f1) == (None, None, None)


def test_tokens_in_regions_set_aside_are_not_counted() -> None:
    witness = Relation(spans("A witness"), spans("saw"), spans("one boat"))
    counts = score(GOLD, witness, left_out=spans("one boat"))
    assert counts["content", "tokens"] == Counts(6, 6, 6, 6)
