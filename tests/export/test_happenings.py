import io

from msgspec.structs import replace
from rich.console import Console

from records import find, sea_wall
from sayso.cli.event_table import Events
from sayso.cli.page import print_record
from sayso.export.happenings import Happenings
from sayso.export.html import page
from sayso.record.event import Certainty, Event, Factuality, Magnitude, Occurrence, Participant, Role
from sayso.record.evidence import Evidence
from sayso.record.reference import Reference

SEA = sea_wall()
REPORT = SEA.report
TOLD = REPORT.words(find(REPORT, "flooded"))
NESTED = next(statement for statement in SEA.statements if statement.within)
EVENT = Event(
    id="ev-1",
    report_id=REPORT.id,
    type="ASSAULT",
    mode="heavy_weapons",
    trigger=(TOLD,),
    evidence=Evidence(spans=(TOLD,), method="rule:test@1", confidence=0.9),
    participants=(
        Participant(
            role=Role.ACTOR, reference=Reference(words=REPORT.words(find(REPORT, "Tomas Veld"))), country="NOR"
        ),
    ),
    magnitudes=(Magnitude(what="dead", words=REPORT.words(find(REPORT, "12 million")), low=12e6, high=12e6),),
    source_factuality=Factuality(certainty=Certainty.POSSIBLE, occurrence=Occurrence.PLANNED),
    attributed_to=NESTED.id,
)
RECORD = replace(SEA, events=(EVENT,))


def printed(show) -> str:
    stream = io.StringIO()
    show(Console(file=stream, width=400))
    return stream.getvalue()


def test_an_event_is_told_with_all_on_whose_word_it_stands():
    (one,) = Happenings(RECORD).all()
    assert (one.kind, one.who, one.what, one.numbers) == (
        *("ASSAULT heavy weapons", "Tomas Veld (NOR)", "flooded"),
        "12 million dead",
    )
    assert len(one.voice) == 2
    assert one.facts()[-2:] == [f"on the word of {one.voice[0]}, as told by {one.voice[1]}", "possible, planned"]


def test_an_actor_named_twice_is_told_once():
    twice = replace(EVENT, participants=EVENT.participants * 2)
    assert Happenings(replace(SEA, events=(twice,))).all()[0].who == "Tomas Veld (NOR)"


def test_what_was_struck_stands_where_the_struck_do():
    wall = Reference(words=REPORT.words(find(REPORT, "sea wall")))
    struck = replace(EVENT, participants=(Participant(role=Role.TARGET, reference=wall, country="NOR"),))
    assert Happenings(replace(SEA, events=(struck,))).all()[0].whom == "sea wall (NOR)"


def test_an_event_that_nobody_else_tells_stands_on_the_report():
    own = replace(RECORD, events=(replace(EVENT, attributed_to=None),))
    assert Happenings(own).all()[0].voice == ()
    assert "the report" in printed(lambda console: Events().print(own, console))


def test_events_are_on_the_page_in_the_terminal():
    shown = printed(lambda console: print_record(RECORD, console))
    assert "1 event\n" in shown
    assert "ASSAULT heavy weapons “flooded” · Tomas Veld (NOR) · 12 million dead" in shown


def test_events_are_in_the_html_and_lead_to_their_words():
    html = "".join(page([RECORD]))
    assert html.count('href="#ev-1"') == html.count('id="ev-1"') == 1
    assert "1 event<" in html
