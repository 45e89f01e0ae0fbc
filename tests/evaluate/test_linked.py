from sayso.evaluate.corpora.gold import Article, Relation
from sayso.evaluate.counts import Counts
from sayso.evaluate.linked import LEVELS, linked, reached
from sayso.spans import Span

TEXT = "The mayor said the bridge is safe. Engineers, she added, doubt it."


def spans(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


def relation(source: str, cue: str, *content: str) -> Relation:
    return Relation(spans(source) if source else (), spans(cue), spans(*content))


SAID = relation("The mayor", "said", "the bridge is safe")
ADDED = relation("she", "added", "Engineers", "doubt it")


def levels(gold: list[Relation], found: list[Relation], left_out: tuple[Span, ...] = ()) -> list[Counts]:
    counts = linked(Article("a", TEXT, tuple(gold), left_out), found)
    return [counts[name] for name in LEVELS]


def test_gold_as_system_is_right_at_every_level() -> None:
    assert levels([SAID, ADDED], [ADDED, SAID]) == [Counts(2, 2, 2, 2)] * 4


def test_nothing_found_is_no_recall_and_unknown_precision() -> None:
    counts = levels([SAID], [])[0]
    assert (counts.precision, counts.recall, counts.f1) == (None, 0.0, 0.0)


def test_nothing_gold_is_no_precision_and_unknown_recall() -> None:
    counts = levels([], [SAID])[0]
    assert (counts.precision, counts.recall, counts.f1) == (0.0, None, 0.0)


def test_nothing_found_where_nothing_is_gold_has_no_f1() -> None:
    assert [counts.f1 for counts in levels([], [])] == [None] * 4


def test_right_cue_with_another_source_is_only_a_cue_found() -> None:
    found = relation("Engineers", "said", "the bridge is safe")
    assert [counts.right for counts in levels([SAID], [found])] == [1, 0, 0, 0]


def test_a_source_where_gold_has_none_is_wrong() -> None:
    assert [c.right for c in levels([relation("", "said", "the bridge is safe")], [SAID])] == [1, 0, 0, 0]


def test_no_source_where_gold_has_none_is_right() -> None:
    gold = relation("", "said", "the bridge is safe")
    assert [counts.right for counts in levels([gold], [gold])] == [1, 1, 1, 1]


def test_content_of_two_words_in_four_is_half() -> None:
    found = relation("mayor", "said", "bridge is")
    assert [counts.right for counts in levels([SAID], [found])] == [1, 1, 1, 0]


def test_content_of_one_word_in_four_is_less_than_half() -> None:
    found = relation("The mayor", "said", "safe")
    assert [counts.right for counts in levels([SAID], [found])] == [1, 1, 0, 0]


def test_white_space_at_the_bounds_does_not_count() -> None:
    wider = Relation(spans("The mayor "), spans(" said "), spans("the bridge is safe"))
    assert levels([SAID], [wider])[3] == Counts(1, 1, 1, 1)


def test_two_findings_on_one_cue_are_right_once() -> None:
    assert levels([SAID], [SAID, relation("she", "said", "doubt it")])[3] == Counts(1, 2, 1, 1)


def test_of_two_gold_relations_on_one_cue_each_finds_its_own() -> None:
    other = relation("Engineers", "said", "doubt it")
    assert levels([SAID, other], [other, SAID])[3] == Counts(2, 2, 2, 2)


def test_what_touches_a_region_set_aside_counts_on_neither_side() -> None:
    assert levels([SAID, ADDED], [SAID, ADDED], spans("Engineers")) == [Counts(1, 1, 1, 1)] * 4


def test_counts_of_documents_add_up() -> None:
    assert Counts(1, 2, 1, 3) + Counts(2, 2, 2, 4) == Counts(3, 4, 3, 7)


def test_gold_without_a_cue_is_paired_by_source_and_content() -> None:
    gold = Relation(SAID.source, (), SAID.content)
    assert levels([gold], [SAID]) == [Counts(1, 1, 1, 1)] * 4


def test_gold_without_a_cue_is_not_met_by_its_source_alone() -> None:
    gold = Relation(SAID.source, (), SAID.content)
    assert levels([gold], [relation("The mayor", "added", "doubt it")])[0].right == 0


def test_each_finding_knows_its_level() -> None:
    article = Article("a", TEXT, (SAID,))
    half = relation("The mayor", "said", "the bridge")
    assert [reached(article, [one, ADDED]) for one in (SAID, half)] == [[4, 0], [3, 0]]
