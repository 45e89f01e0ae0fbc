from datetime import date

import pytest

from records import find, sea_wall
from sayso.query.days import Days
from sayso.query.events import EventQuery, Voice
from sayso.record.event import Certainty, Event, Factuality, Occurrence, Participant, Role
from sayso.record.evidence import Evidence
from sayso.record.record import Record
from sayso.record.reference import PlaceReference, Reference, TimeReference
from sayso.record.when import DateRange, Granularity

SEA = sea_wall()
REPORT = SEA.report
MONDAY = DateRange.between("2024-03-04", "2024-03-04", Granularity.DAY, "absolute")


def event(words: str, **more) -> Event:
    span = find(REPORT, words)
    evidence = Evidence(spans=(span,), method="rule:test@1", confidence=0.9)
    return Event(id=f"ev-{span.start}", report_id=REPORT.id, trigger=(REPORT.words(span),), evidence=evidence, **more)


def participant(role: Role, words: str, **more) -> Participant:
    return Participant(role=role, reference=Reference(words=REPORT.words(find(REPORT, words))), **more)


ACCUSED = event(
    "accused",
    type="ACCUSE",
    participants=(
        participant(Role.ACTOR, "Tomas Veld", country="NOR"),
        participant(Role.RECIPIENT, "the council"),
        participant(Role.TARGET, "sea wall"),
    ),
    time=TimeReference(words=REPORT.words(find(REPORT, "Monday")), range=MONDAY),
)
REBUILT = event(
    "rebuild",
    type="AID",
    attributed_to=SEA.statements[0].id,
    place=PlaceReference(words=REPORT.words(find(REPORT, "Brindle"))),
    source_factuality=Factuality(certainty=Certainty.CERTAIN, occurrence=Occurrence.DID_NOT_HAPPEN),
)
RECORD = Record(report=REPORT, statements=SEA.statements, actors=SEA.actors, events=(ACCUSED, REBUILT))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [ACCUSED, REBUILT]),
        ({"types": frozenset(["AID"])}, [REBUILT]),
        ({"actor": "veld"}, [ACCUSED]),
        ({"actor": "nor"}, [ACCUSED]),
        ({"actor": "council"}, []),
        ({"recipient": "council"}, [ACCUSED]),
        ({"recipient": "sea wall"}, [ACCUSED]),
        ({"place": "Brindle"}, [REBUILT]),
        ({"voice": Voice.REPORT}, [ACCUSED]),
        ({"voice": Voice.ATTRIBUTED}, [REBUILT]),
        ({"voice": Voice.DENIED}, [REBUILT]),
        ({"word_of": "mayor"}, [REBUILT]),
        ({"days": Days(until=date(2024, 3, 3))}, []),
        ({"days": Days(since=date(2024, 3, 4))}, [ACCUSED, REBUILT]),
    ],
)
def test_events_are_chosen(asked, found):
    assert list(EventQuery(**asked).of(RECORD)) == found


def test_the_word_an_event_stands_on_is_told_from_the_inside_out():
    nested = next(statement for statement in SEA.statements if statement.within)
    outer = next(statement for statement in SEA.statements if statement.id == nested.within)
    assert SEA.word_of(event("rebuild", type="AID", attributed_to=nested.id)) == [nested, outer]
    assert SEA.word_of(ACCUSED) == []
