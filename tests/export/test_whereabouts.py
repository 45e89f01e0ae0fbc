from sayso.export.html import page
from sayso.export.whereabouts import places_of, times_of
from sayso.record.record import Record
from sayso.record.when import DateRange, Granularity
from whereabouts import RECORD, REPORT, place, timex

OPEN = DateRange(earliest=None, latest=None, granularity=Granularity.DAY, basis="published")


def test_a_place_named_twice_is_one_spot_with_both_mentions():
    spots = places_of(RECORD)
    assert [(spot.name, spot.detail, len(spot.findings)) for spot in spots] == [
        ("Brindle", "NOR", 2),
        ("near Vik", "NOR", 1),
    ]


def test_a_place_that_no_gazetteer_knows_is_not_claimed():
    unknown = place("Vik", gazetteer_id=None, name=None)
    assert places_of(Record(report=REPORT, places=(unknown,))) == []


def test_times_come_earliest_first():
    assert [(spot.name, spot.words()) for spot in times_of(RECORD)] == [
        ("July 2023", ["last July"]),
        ("4 March 2024", ["Monday"]),
    ]


def test_a_time_that_is_open_at_both_ends_is_left_out():
    assert times_of(Record(report=REPORT, timexes=(timex("Monday", range=OPEN),))) == []


def test_every_mention_of_the_page_leads_to_its_words():
    html = "".join(page([RECORD]))
    for finding in (*RECORD.places[:3], *RECORD.timexes):
        assert f'href="#{finding.id}"' in html
        assert f'id="{finding.id}"></span><span class="note">{finding.words.text.split()[0]}' in html


def test_geonames_is_credited_where_its_places_are_shown():
    theirs = Record(report=REPORT, places=(place("Vik", gazetteer_id="geonames:1"),))
    assert "GeoNames (CC BY 4.0)" in "".join(page([theirs]))
    assert "GeoNames" not in "".join(page([RECORD]))
