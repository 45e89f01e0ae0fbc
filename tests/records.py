"""A record made by hand: a small report of our own with quotations, paraphrase and a nested statement."""

from __future__ import annotations

from msgspec.structs import replace

from builders import report_of
from sayso.record.actor import Actor, ActorKind
from sayso.record.evidence import Evidence
from sayso.record.ids import finding_id
from sayso.record.record import Record
from sayso.record.reference import Reference, TimeReference
from sayso.record.report import Caption, Dateline, Furniture, Report
from sayso.record.report import Warning as ReportWarning
from sayso.record.statement import Act, Manner, Statement
from sayso.record.when import DateRange, Granularity, Stamp
from sayso.spans import Span

PARAGRAPHS = (
    "The harbour town of Brindle will rebuild its sea wall before the winter, its mayor said on Monday, "
    "after two storms in a week flooded the market square.",
    "“We will not wait for a third one,” Mayor Ilse Harrow told reporters. “The money is there.”",
    "Harrow said the regional government had promised to pay half of the cost, which engineers "
    "put at 12 million crowns.",
    "The opposition leader, Tomas Veld, accused the council of “sleeping through ten years of warnings”.",
    "The regional government declined to comment.",
)
HEADLINE = "Brindle to rebuild sea wall after floods, mayor says"
FURNITURE = Furniture(
    headline=HEADLINE,
    bylines=("Ada Finch", "Bo Lind"),
    agencies=("NNA",),
    dateline=Dateline(text="BRINDLE, March 4", places=("BRINDLE",), date="March 4"),
    publisher="The Northern Courier",
    canonical_url="https://courier.example/2024/03/04/sea-wall",
    captions=(Caption(text="The market square on Sunday.", credit="Pia Moor"),),
    first_published=Stamp(
        value="2024-03-04T09:30:00+00:00",
        granularity=Granularity.MINUTE,
        basis="json-ld:datePublished",
        others=("2024-03-05",),
    ),
    basis={"headline": "json-ld:headline"},
)


def statement(report: Report, source: str | None, cue: str, *content: str, **more) -> Statement:
    """The statement with these words, each found once in the report's body."""
    spans = [find(report, words) for words in content]
    cues = tuple(report.words(find(report, words)) for words in ([cue] if cue else []))
    reference = None if source is None else Reference(words=report.words(find(report, source)))
    quoted = tuple(report.words(find(report, words)) for words in more.pop("quoted", ()))
    confidence = more.pop("confidence", 0.9)
    where = [*spans, *(Span(words.start, words.end) for words in cues)]
    return Statement(
        id=finding_id("st", report.id, where),
        report_id=report.id,
        content=tuple(report.words(span) for span in spans),
        cue=cues,
        source=reference,
        quoted=quoted,
        evidence=Evidence(spans=tuple(where), method="rule:test@1", confidence=confidence),
        **more,
    )


def find(report: Report, words: str) -> Span:
    start = report.text.index(words, report.body.start if report.body else 0)
    return Span(start, start + len(words))


def sea_wall() -> Record:
    report = report_of(*PARAGRAPHS, headline=HEADLINE)
    warnings = (
        ReportWarning(code="text.mended", message="one paragraph was broken in the middle and has been joined"),
    )
    report = replace(report, furniture=FURNITURE, warnings=warnings)
    monday = report.words(find(report, "on Monday"))
    day = DateRange(earliest="2024-03-04", latest="2024-03-04", granularity=Granularity.DAY, basis="dateline")
    promise = "the regional government had promised to pay half of the cost, which engineers put at 12 million crowns"
    said = statement(report, "Harrow", "said the", promise, manner=Manner.INDIRECT)
    found = (
        statement(
            report,
            "its mayor",
            "said",
            PARAGRAPHS[0].split(", its mayor")[0],
            manner=Manner.INDIRECT,
            said=TimeReference(words=monday, range=day),
        ),
        statement(
            report,
            "Mayor Ilse Harrow",
            "told",
            "“We will not wait for a third one,”",
            "“The money is there.”",
            manner=Manner.DIRECT,
            quoted=("We will not wait for a third one,", "The money is there."),
            addressee=Reference(words=report.words(find(report, "reporters"))),
        ),
        said,
        statement(
            report,
            "the regional government",
            "promised",
            "to pay half of the cost",
            manner=Manner.INDIRECT,
            act=Act.PROMISE,
            within=said.id,
        ),
        statement(
            report,
            "The opposition leader, Tomas Veld",
            "accused",
            "of “sleeping through ten years of warnings”",
            manner=Manner.MIXED,
            act=Act.ACCUSE,
            quoted=("sleeping through ten years of warnings",),
        ),
        statement(
            report,
            "The regional government",
            "declined to comment",
            manner=Manner.INDIRECT,
            act=Act.DECLINE_TO_COMMENT,
            confidence=0.4,
        ),
    )
    return Record(report=report, statements=found, made_by={"sayso": "0.1.0"})


def with_actors(record: Record) -> Record:
    """The sea wall's record with two of its speakers resolved: the mayor under three names, the government as "it"."""
    evidence = Evidence(spans=(), method="rule:test@1", confidence=1.0)
    mayor = Actor(
        id="ac-1",
        report_id=record.report.id,
        name="Ilse Harrow",
        evidence=evidence,
        kind=ActorKind.PERSON,
        names=("Ilse Harrow", "Harrow"),
        roles=("mayor",),
    )
    state = Actor(id="ac-2", report_id=record.report.id, name="Government of Norland", evidence=evidence)
    whose = {"its mayor": "ac-1", "Mayor Ilse Harrow": "ac-1", "Harrow": "ac-1", "the regional government": "ac-2"}
    statements = (
        replace(one, source=replace(one.source, actor=whose.get(one.source.words.text))) for one in record.statements
    )
    return replace(record, statements=tuple(statements), actors=(mayor, state))


def hostile(text: str) -> Record:
    """A record in which every string that a report can fill holds `text`."""
    report = report_of(f"{text} is what {text} said.", headline=text)
    stamp = Stamp(value=text, granularity=Granularity.DAY, basis=text, others=(text,))
    furniture = Furniture(
        headline=text,
        subheadline=text,
        bylines=(text,),
        agencies=(text,),
        credit_lines=(text,),
        dateline=Dateline(text=text, places=(text,), date=text),
        publisher=text,
        canonical_url=text,
        original_url=f"javascript:{text}",
        section=text,
        captions=(Caption(text=text, credit=text),),
        first_published=stamp,
        last_updated=stamp,
    )
    report = replace(report, furniture=furniture, warnings=(ReportWarning(code=text, message=text),), language=text)
    one = statement(report, f"{text} said", "said", text, manner=Manner.DIRECT, quoted=(text,))
    actor = Actor(
        id="ac-1",
        report_id=report.id,
        name=f"{text} himself",
        evidence=one.evidence,
        names=(text,),
        roles=(text,),
        organisation=text,
        country=text,
        sector=text,
    )
    theirs = replace(one, id=f"{one.id}-b", source=Reference(words=report.words(find(report, "is what")), actor="ac-1"))
    return Record(report=report, statements=(one, theirs), actors=(actor,), made_by={text: text})
