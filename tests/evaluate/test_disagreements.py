import pytest

from sayso.evaluate.corpora.gold import Article, Relation
from sayso.evaluate.disagreements import Disagreement, Parts, disagreements
from sayso.spans import Span

TEXT = "Weather\n\nThe mayor said on Monday the bridge is safe. It is old.\n\nEngineers doubt it."


def spans(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


def relation(source: str, cue: str, *content: str) -> Relation:
    return Relation(spans(source) if source else (), spans(cue), spans(*content))


GOLD = relation("The mayor", "said", "the bridge is safe")


def differ(
    *found: Relation, gold: tuple[Relation, ...] = (GOLD,), left_out: tuple[Span, ...] = ()
) -> list[Disagreement]:
    return disagreements(Article("a", TEXT, gold, left_out), found)


def test_gold_does_not_differ_from_itself() -> None:
    assert differ(GOLD) == []


def test_what_was_missed_is_shown_with_its_paragraph() -> None:
    parts = Parts("The mayor", "said", "the bridge is safe")
    passage = "The mayor said on Monday the bridge is safe. It is old."
    assert differ() == [Disagreement(article="a", kinds=("missed",), gold=parts, found=None, passage=passage)]


def test_what_only_the_system_has_is_spurious() -> None:
    (found,) = differ(GOLD, relation("Engineers", "doubt", "it"))
    assert (found.kinds, found.gold, found.passage) == (("spurious",), None, "Engineers doubt it.")


@pytest.mark.parametrize(
    ("found", "kinds"),
    [
        (relation("mayor", "said", "the bridge is safe"), ("source short",)),
        (relation("", "said", "the bridge is safe"), ("source missing",)),
        (relation("Engineers", "said", "the bridge is safe"), ("source other",)),
        (relation("The mayor", "said on Monday", "bridge is safe. It"), ("cue long", "content shifted")),
        (relation("The mayor", "said", "the bridge is safe", "It is old"), ("content long",)),
    ],
)
def test_each_role_that_differs_is_named(found: Relation, kinds: tuple[str, ...]) -> None:
    assert [one.kinds for one in differ(found)] == [kinds]


def test_a_source_that_gold_does_not_have_is_added() -> None:
    bare = relation("", "said", "the bridge is safe")
    assert differ(GOLD, gold=(bare,))[0].kinds == ("source added",)


def test_pieces_are_joined_visibly() -> None:
    (found,) = differ(relation("The mayor", "said", "the bridge is safe", "It is old"))
    assert found.found == Parts("The mayor", "said", "the bridge is safe … It is old")


def test_regions_set_aside_are_left_out() -> None:
    assert differ(left_out=spans("The mayor")) == []
