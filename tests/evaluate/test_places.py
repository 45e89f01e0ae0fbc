import pytest

from sayso.errors import CorpusMissing
from sayso.evaluate.corpora.geoparsing import GeoReport, GoldToponym, reports
from sayso.evaluate.suites.places import met, resolved
from sayso.record.evidence import Evidence
from sayso.record.place import Place, ToponymRole
from sayso.spans import Span, Words

TEXT = "Rain fell in Nairobi and in Mombasa. Nairobi flooded."
NAIROBI, MOMBASA = (-1.29, 36.82), (-4.05, 39.67)
REPORT = GeoReport(
    "1",
    TEXT,
    (GoldToponym(Span(13, 20), *NAIROBI), GoldToponym(Span(28, 35), *MOMBASA), GoldToponym(Span(37, 44), *NAIROBI)),
)


def found(start, end, point, role=ToponymRole.LITERAL):
    words = Words(start, end, text=TEXT[start:end])
    evidence = Evidence(spans=(), method="test", confidence=1.0)
    return Place(
        id="pl", report_id="rep", words=words, role=role, evidence=evidence, latitude=point[0], longitude=point[1]
    )


def test_all_gold_toponyms_of_a_plain_text_are_placed():
    counts = resolved(REPORT)
    assert (counts.right, counts.gold) == (3, 3)


def test_a_spelling_counts_once():
    counts = met(REPORT, [found(13, 20, NAIROBI), found(37, 44, NAIROBI)], near_km=161)
    assert (counts.right, counts.found, counts.gold) == (1, 1, 2)


def test_the_right_name_in_the_wrong_place_counts_as_found_only():
    places = [found(28, 35, NAIROBI)]
    assert met(REPORT, places, near_km=None).right == 1
    assert met(REPORT, places, near_km=161).right == 0


def test_demonyms_count_on_neither_side():
    assert met(REPORT, [found(0, 4, NAIROBI, ToponymRole.DEMONYM)], near_km=161).found == 0


def test_lgl_leaves_out_toponyms_without_a_point(tmp_path):
    (tmp_path / "lgl.xml").write_text(
        """<articles><article docid="7"><text>Bumi and Basa.</text><toponyms>
        <toponym><start>0</start><end>4</end><gaztag><lat>1.5</lat><lon>2.5</lon></gaztag></toponym>
        <toponym><start>9</start><end>13</end></toponym></toponyms></article></articles>"""
    )
    (report,) = reports(tmp_path, "lgl")
    assert report.toponyms == (GoldToponym(Span(0, 4), 1.5, 2.5),)


def test_geovirus_counts_from_one(tmp_path):
    (tmp_path / "GeoVirus.xml").write_text(
        """<articles><article><text>Bumi and Basa.</text><locations><location><name>Basa</name><start>10</start>
        <end>14</end><lat>1</lat><lon>2</lon></location></locations></article></articles>"""
    )
    (report,) = reports(tmp_path, "geovirus")
    assert report.toponyms[0].span.of(report.text) == "Basa"


def test_a_missing_corpus_says_so(tmp_path):
    with pytest.raises(CorpusMissing, match=r"lgl\.xml"):
        list(reports(tmp_path, "lgl"))
