"""GUM's dates, read from a document of our own in its format, and from the corpus where it is there."""

from datetime import date
from pathlib import Path

import pytest
from tests.annotate.timex.conftest import read_times

from sayso.evaluate import gum_times
from sayso.evaluate.corpora.gum_dates import GoldDate, read_dated
from sayso.evaluate.counts import total
from sayso.spans import Span

DOCUMENT = """# newdoc id = GUM_news_ours
# meta::dateCreated = 2022-10-15
# newpar
# newpar_block = p (1 s)
# text = Snow fell on Friday and last week.
1\tSnow\tsnow\tNOUN\tNN\t_\t2\tnsubj\t_\t_
2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\t_
3\ton\ton\tADP\tIN\t_\t4\tcase\t_\t_
4\tFriday\tFriday\tPROPN\tNNP\t_\t2\tobl\t_\tXML=<date when:::"2022-10-14"></date>
5\tand\tand\tCCONJ\tCC\t_\t7\tcc\t_\t_
6\tlast\tlast\tADJ\tJJ\t_\t7\tamod\t_\tXML=<date from:::"2022-10-03" to:::"2022-10-09">
7\tweek\tweek\tNOUN\tNN\t_\t4\tconj\t_\tSpaceAfter=No|XML=</date>
8\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


@pytest.fixture
def document(tmp_path: Path):
    path = tmp_path / "GUM_news_ours.conllu"
    path.write_text(DOCUMENT, encoding="utf-8")
    return read_dated(path)


def test_dates_are_read_with_their_spans_and_values(document):
    assert document.created == date(2022, 10, 15)
    assert [(gold.span.of(document.text), gold.when, gold.first) for gold in document.dates] == [
        ("Friday", "2022-10-14", None),
        ("last week", None, "2022-10-03"),
    ]


def test_tally_counts_what_was_found_and_what_agrees(document):
    tally = gum_times.tally(document, gum_times.times_of(document))
    assert tally["dates", "found"].recall == 1
    assert tally["dates", "value"].precision == 1


def test_another_day_does_not_agree():
    (timex,) = read_times("Snow fell on Friday.")
    assert not gum_times.agrees(GoldDate(Span(0, 1), when="2022-10-07"), timex)


@pytest.mark.corpus
def test_dates_of_gum_stay_above_the_floor(corpora: Path):
    tallies = list(gum_times.tallies(corpora / "gum"))
    assert total(tally["dates", "found"] for tally in tallies).recall >= 0.85
    assert total(tally["dates", "value"] for tally in tallies).precision >= 0.85
