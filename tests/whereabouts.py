"""A record made by hand that names places and tells times."""

from __future__ import annotations

from builders import report_of
from records import find
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


def timex(words: str, earliest: str | None = None, latest: str | None = None, **more) -> Timex:
    span = find(REPORT, words)
    when = DateRange.between(earliest, latest, Granularity.DAY, "published") if earliest or latest else None
    evidence = Evidence(spans=(span,), method="rule:test@1", confidence=1.0)
    return Timex(
        id=f"tx-{span.start}",
        report_id=REPORT.id,
        words=REPORT.words(span),
        evidence=evidence,
        **({"type": TimexType.DATE, "range": when} | more),
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
