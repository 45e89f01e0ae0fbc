from pathlib import Path

import pytest

from sayso.errors import CorpusMissing
from sayso.evaluate.corpora import polnear
from sayso.evaluate.corpora.gold import Relation
from sayso.spans import Span

TEXT = "The port, he said, reopens.\n\nAd.\n"
STANDOFF = """T1\tSource 10 12\the
T2\tCue 13 17\tsaid
T3\tContent 0 8;19 26\tThe port reopens
T4\tAttribution 13 17\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tDiscard 29 32\tAd.
T6\tCue 29 31\tAd
T7\tAttribution-no-source 29 31\tAd
E2\tAttribution-no-source:T7 Cue:T6
#1\tAnnotatorNotes T5\tnot sure
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in {
        "text/a_b.txt": TEXT,
        "attributions/a_b_x.ann": STANDOFF,
        "attributions/a_b_y.ann": "",
    }.items():
        path = tmp_path / "dev" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return tmp_path


def test_pieces_and_missing_sources_are_read(folder: Path) -> None:
    (article,) = polnear.articles(folder, "dev")
    whole = Relation((Span(10, 12),), (Span(13, 17),), (Span(0, 8), Span(19, 26)))
    assert article.relations == (whole, Relation((), (Span(29, 31),), ()))


def test_discarded_regions_are_left_out(folder: Path) -> None:
    (article,) = polnear.articles(folder, "dev")
    assert article.left_out == (Span(29, 32),)


def test_of_several_annotators_the_first_is_taken(folder: Path) -> None:
    assert [article.name for article in polnear.articles(folder, "dev")] == ["a_b_x"]


def test_the_digest_changes_with_a_file(folder: Path) -> None:
    before = polnear.digest(folder, "dev")
    (folder / "dev/text/a_b.txt").write_text(TEXT + " ", encoding="utf-8")
    assert polnear.digest(folder, "dev") != before


def test_a_missing_part_is_said(folder: Path) -> None:
    with pytest.raises(CorpusMissing, match="test"):
        list(polnear.articles(folder, "test"))


@pytest.mark.corpus
def test_spans_of_the_corpus_stand_on_word_bounds(corpora: Path) -> None:
    for article in polnear.articles(corpora / "polnear", "dev"):
        for relation in article.relations:
            assert all(span.of(article.text).strip() for span in (*relation.source, *relation.cue, *relation.content))
