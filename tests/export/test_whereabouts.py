from builders import report_of
from records import find
from sayso.export.html import page
from sayso.export.whereabouts import places_of, times_of
from sayso.record.evidence import Evidence
from sayso.record.place import Place, PlaceKind, ToponymRole
from sayso.record.record import Record
from sayso.record.when import DateRange, Granularity, Timex, TimexType

REPORT = report_of("Floods hit Brindle on Monday. Brindle lies near Vik. Norway sent help last July.")


def place(words: str, role: ToponymRole = ToponymRole.LITERAL, **more) -> Place:
    span = find(REPORT, words)
    known = {"name": words, "gazetteer_id": f"test:{words}", "country": "NOR", "kind": PlaceKind.TOWN} | more
    evidence = Evidence(spans=(span,), method="rule:test@1", confidence=1.0)
    return Place(
        id=f"pl-{span.start}-{role}",
        report_id=REPORT.id,
        words=REPORT.words(span),
        role=role,
        evidence=evidence,
        **known,
    )


def timex(words: str, earliest: str | None, latest: str | None) -> Timex:
    span = find(REPORT, words)
    when = DateRange(earliest=earliest, latest=latest, granularity=Granularity.DAY, basis="published")
    evidence = Evidence(spans=(span,), method="rule:test@1", confidence=1.0)
    return Timex(
        id=f"tx-{span.start}",
        report_id=REPORT.id,
        words=REPORT.words(span),
        type=TimexType.DATE,
        evidence=evidence,
        range=when,
    )


RECORD = Record(
    report=REPORT,
    places=(
        place("Brindle"),
        place("Brindle lies", name="Brindle", gazetteer_id="test:Brindle"),
        place("Vik", relation="near", gazetteer_id="test:Vik"),
        place("Norway", ToponymRole.METONYMIC),
    ),
    timexes=(timex("Monday", "2024-03-04", "2024-03-04"), timex("last July", "2023-07-01", "2023-07-31")),
)


def test_a_place_named_twice_is_one_spot_with_both_mentions():
    spots = places_of(RECORD)
    assert [(spot.name, spot.detail, len(spot.findings)) for spot in spots] == [
        ("Brindle", "NOR", 2),
        ("near Vik", "NOR", 1),
    ]


def test_a_place_that_no_gazetteer_knows_is_not_claimed():
    unknown = place("Vik", gazetteer_id=None)
    assert places_of(Record(report=REPORT, places=(unknown,))) == []


def test_times_come_earliest_first():
    assert [(spot.name, spot.words()) for spot in times_of(RECORD)] == [
        ("July 2023", ["last July"]),
        ("4 March 2024", ["Monday"]),
    ]


def test_a_time_that_is_open_at_both_ends_is_left_out():
    assert times_of(Record(report=REPORT, timexes=(timex("Monday", None, None),))) == []


def test_every_mention_of_the_page_leads_to_its_words():
    html = "".join(page([RECORD]))
    for finding in (*RECORD.places[:3], *RECORD.timexes):
        assert f'href="#{finding.id}"' in html
        assert f'id="{finding.id}"></span><span class="note">{finding.words.text.split()[0]}' in html
