import json

import pytest

from golden.cases import Case, cases, pretty, read
from sayso.record.codec import decode
from sayso.record.record import Record

each_case = pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)


@each_case
def test_report_gives_the_expected_record(case: Case, update_golden: bool) -> None:
    given = pretty(read(case))
    if update_golden:
        case.expected.write_text(given, encoding="utf-8")
    assert case.expected.is_file(), "no expected.json: run with --update-golden, and review what it writes"
    assert given == case.expected.read_text(encoding="utf-8"), "changed: run with --update-golden and review the diff"


@each_case
def test_every_quoted_word_stands_where_the_record_says(case: Case) -> None:
    record = json.loads(case.expected.read_text(encoding="utf-8"))
    text = record["report"]["text"] if "report" in record else ""
    for words in _words_in({key: value for key, value in record.items() if key != "report"}):
        assert text[words["start"] : words["end"]] == words["text"]


@each_case
def test_expected_record_is_one_the_codec_reads(case: Case) -> None:
    finding = decode(case.expected.read_text(encoding="utf-8"))
    if isinstance(finding, Record):
        assert len({statement.id for statement in finding.statements}) == len(finding.statements)


@each_case
def test_case_says_why_it_is_here(case: Case) -> None:
    assert len((case.folder / "why.md").read_text(encoding="utf-8").split()) > 20


def _words_in(value: object) -> list[dict[str, object]]:
    if isinstance(value, list):
        return [words for part in value for words in _words_in(part)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"start", "end", "text"} <= value.keys() else []
    return own + [words for part in value.values() for words in _words_in(part)]
