from pathlib import Path

import pytest

from sayso.evaluate.corpora import cofenet, gum, newswire, polnear, uner
from sayso.evaluate.corpora.chains import Chain
from sayso.evaluate.corpora.gold import Article, Relation
from sayso.evaluate.corpora.gum import Document
from sayso.evaluate.corpora.passages import Passage, passage, runs
from sayso.evaluate.counts import Counts, total
from sayso.evaluate.evaluation import Tally
from sayso.evaluate.suites import attributions, coreference, names
from sayso.evaluate.suites.extraction import shares
from sayso.record.annotation import CorefChain, MentionKind, NamedSpan
from sayso.spans import Span

PASSAGE = passage(
    "a",
    [["Ms.", "Ito", "said", "the", "dam", ",", "she", "built", ",", "holds", "."]],
    ["B-source", "I-source", "B-cue", "B-content", "I-content", "O", "O", "O", "O", "B-content", "O"],
)


def places(first: int, last: int) -> Span:
    return Span(PASSAGE.places[first].start, PASSAGE.places[last].end)


GOLD = Relation((places(0, 1),), (places(2, 2),), (places(3, 4), places(9, 9)))


def all_right(tallies: list[Tally]) -> bool:
    return {total(tally[key] for tally in tallies).f1 for tally in tallies for key in tally} == {1.0}


def test_painted_gold_has_the_gold_labels() -> None:
    assert attributions.painted(PASSAGE, [GOLD]) == list(PASSAGE.labels)


def test_each_piece_of_a_content_is_a_span_of_its_own() -> None:
    counts = attributions.bio_tally(PASSAGE, [Relation((), (), (places(3, 4),))])
    assert counts["exact", "content"] == Counts(1, 1, 1, 2)
    assert counts["exact", "source"] == Counts(0, 0, 0, 1)
    assert counts["exact", "all roles"] == Counts(1, 1, 1, 4)


def test_a_cue_inside_a_content_parts_it() -> None:
    found = attributions.painted(PASSAGE, [Relation((), (places(7, 7),), (places(6, 9),))])
    assert found[6:10] == ["B-content", "B-cue", "I-content", "I-content"]


def test_a_passage_with_nothing_gold_and_nothing_found_has_no_figures() -> None:
    counts = attributions.bio_tally(passage("a", [["Rain", "."]], ["O", "O"]), [])
    assert counts["exact", "all roles"].f1 is None


NAMES = passage("a", [["Ito", "left", "Oslo", "in", "May", "."]], ["B-Person", "O", "B-Location", "O", "B-Date", "O"])


def name(number: int, label: str) -> NamedSpan:
    return NamedSpan(NAMES.places[number].start, NAMES.places[number].end, label=label, score=1.0)


def test_names_are_right_by_span_and_class() -> None:
    counts = names.tally(NAMES, [name(0, "person"), name(2, "organisation")], names.NEWSWIRE_CLASSES)
    assert counts["names", "Person"] == Counts(1, 1, 1, 1)
    assert counts["names", "Organization"] == Counts(0, 1, 0, 0)
    assert counts["names", "all classes"] == Counts(1, 2, 1, 3)


def test_names_of_classes_that_the_corpus_lacks_are_left_out() -> None:
    assert names.tally(NAMES, [name(4, "date")], names.UNER_CLASSES)["names", "all classes"].found == 0


def test_places_of_any_kind_are_locations_in_newswire() -> None:
    found = [name(2, label) for label in ("gpe", "location")]
    assert names.tally(NAMES, found, names.NEWSWIRE_CLASSES)["names", "Location"] == Counts(1, 1, 1, 1)


def document(*chains: Chain) -> Document:
    return Document(Article("a", NAMES.text, ()), "news", ("p",), NAMES.places, frozenset(), chains, {})


def chain(*numbers: int) -> CorefChain:
    kinds = tuple(MentionKind.NAMED for _ in numbers)
    return CorefChain(mentions=tuple(NAMES.places[number] for number in numbers), kinds=kinds)


def test_chains_are_compared_word_by_word() -> None:
    counts = coreference.tally(document(frozenset({(0, 0), (2, 2)})), [chain(0, 2)])
    assert {counts["coreference", metric].f1 for metric in ("mentions", "MUC", "B-cubed", "CEAF-e")} == {1.0}


def test_a_chain_of_one_mention_is_not_scored() -> None:
    assert coreference.tally(document(frozenset({(0, 0), (2, 2)})), [chain(4)])["coreference", "mentions"].found == 0


def test_a_mention_in_two_chains_stays_with_the_first() -> None:
    counts = coreference.tally(document(frozenset({(0, 0), (2, 2)})), [chain(0, 2), chain(2, 4, 5)])
    assert counts["coreference", "mentions"] == Counts(2, 4, 2, 2)


def test_each_page_weighs_the_same() -> None:
    short, long = shares("one two three four", "one two three four"), shares("a b c d " * 50, "x y z w")
    assert (short + long).precision == 0.5


def test_a_page_without_found_text_has_no_precision() -> None:
    assert shares("one two three four", "") == Counts(0.0, 0, 0.0, 1)


@pytest.mark.corpus
def test_gold_as_system_is_right_on_polnear(corpora: Path) -> None:
    articles = polnear.articles(corpora / "polnear", "dev")
    assert all_right([attributions.tally(article, article.relations) for article in articles])


@pytest.mark.corpus
def test_gold_as_system_is_right_on_gum(corpora: Path) -> None:
    documents = gum.documents(corpora / "gum", "all")
    assert all_right([attributions.tally(one.article, one.article.relations) for one in documents])


@pytest.mark.corpus
def test_gold_as_system_is_right_on_cofenet(corpora: Path) -> None:
    def of(one: Passage) -> list[Relation]:
        return [
            Relation(**{role: (), "source": (), "cue": (), "content": ()} | {role: (_span(one, first, end),)})
            for role, first, end in runs(one.labels)
        ]

    assert all_right([attributions.bio_tally(one, of(one)) for one in cofenet.passages(corpora / "polnear")])


@pytest.mark.corpus
def test_gold_as_system_is_right_on_names(corpora: Path) -> None:
    back = {"Location": "gpe", "LOC": "gpe"}
    for passages, classes in (
        (newswire.articles(corpora / "worldwide-newswire", "dev"), names.NEWSWIRE_CLASSES),
        (uner.documents(corpora / "uner-ewt", "dev"), names.UNER_CLASSES),
    ):
        labels = {theirs: ours for ours, theirs in classes.items()} | back
        assert all_right(
            [names.tally(one, [_name(one, run, labels) for run in runs(one.labels)], classes) for one in passages]
        )


@pytest.mark.corpus
def test_gold_as_system_is_right_on_coreference(corpora: Path) -> None:
    documents = gum.documents(corpora / "gum", "all")
    assert all_right([coreference.tally(one, [_chain(one, gold) for gold in one.coreference]) for one in documents])


@pytest.mark.corpus
def test_people_agree_about_as_well_as_the_corpus_says(corpora: Path) -> None:
    # Its own figures are over 99 pairs of annotators, ten of them in the test part.
    people = attributions.polnear_people(corpora / "polnear")
    published = {"cue found": 81.2, "content overlapping": 78.8, "content half": 74.9, "all exact": 62.8}
    for level, figure in published.items():
        assert people["attributions", level].f1 == pytest.approx(figure / 100, abs=0.025)


def _span(one: Passage, first: int, end: int) -> Span:
    return Span(one.places[first].start, one.places[end - 1].end)


def _name(one: Passage, run: tuple[str, int, int], labels: dict[str, str]) -> NamedSpan:
    span = _span(one, run[1], run[2])
    return NamedSpan(span.start, span.end, label=labels[run[0]], score=1.0)


def _chain(one: Document, gold: Chain) -> CorefChain:
    spans = [Span(one.places[first].start, one.places[last].end) for first, last in sorted(gold)]
    return CorefChain(mentions=tuple(spans), kinds=tuple(MentionKind.NAMED for _ in spans))
