from sayso.evaluate.corpora.gold import Relation
from sayso.evaluate.reading import relations_of, report_of
from sayso.record.evidence import Evidence
from sayso.record.record import Record
from sayso.record.reference import Reference
from sayso.record.report import BlockKind
from sayso.record.statement import Manner, Statement
from sayso.spans import Span, Words

TEXT = "  Rain ahead\n\nIto said it rains. \r\nBo left.\n"


def test_a_report_has_the_text_as_it_stands() -> None:
    report = report_of(TEXT)
    assert report.text == TEXT
    assert [block.span.of(TEXT) for block in report.blocks] == ["Rain ahead", "Ito said it rains.", "Bo left."]


def test_the_first_line_may_be_a_headline() -> None:
    report = report_of(TEXT, headline=True)
    assert [block.kind for block in report.blocks[:2]] == [BlockKind.HEADLINE, BlockKind.PARAGRAPH]
    assert report.furniture.headline == "Rain ahead"
    assert report.body == Span(14, 43)


def test_a_text_of_white_space_has_no_blocks() -> None:
    assert report_of(" \n ").blocks == ()
    assert report_of(" \n ", headline=True).body is None


def statement(within: str | None) -> Statement:
    def words(text: str) -> Words:
        at = TEXT.index(text)
        return Words.at(Span(at, at + len(text)), TEXT)

    return Statement(
        id="st-1",
        report_id="rep-1",
        manner=Manner.INDIRECT,
        content=(words("it rains"),),
        cue=(words("said"),),
        source=Reference(words=words("Ito")),
        evidence=Evidence(spans=(), method="rule:test@1", confidence=1.0),
        within=within,
    )


def test_statements_become_plain_spans() -> None:
    record = Record(report=report_of(TEXT), statements=(statement(None),))
    assert relations_of(record) == [Relation((Span(14, 17),), (Span(18, 22),), (Span(23, 31),))]


def test_a_statement_within_another_is_left_out() -> None:
    assert relations_of(Record(report=report_of(TEXT), statements=(statement("st-2"),))) == []
