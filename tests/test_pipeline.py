import pytest

from sayso import pipeline
from sayso.errors import BundleNotFound, NoText, ReadingError, SaysoError, UnsupportedFormat
from sayso.pipeline import Options, files_at, open_location, read_report, read_reports
from sayso.record.codec import encode
from sayso.record.record import Failure, Record

REPORT = """Ferry line to close in May

The ferry between Holm and Vik will stop running in May, the operator said on Tuesday.

“We have carried fewer people every year,” its director, Mara Quist, told reporters.
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "d.txt").write_text(REPORT.replace("Vik", "Nes"))
    (tmp_path / ".hidden").write_text(REPORT)
    return tmp_path


def test_a_report_is_read_from_a_file(folder):
    record = read_report(str(folder / "a.txt"))
    assert "The ferry between Holm and Vik" in record.report.text
    assert record.statements


def test_the_same_bytes_give_the_same_record_under_any_name(folder):
    (folder / "other name").write_text(REPORT)
    first, second = read_report(str(folder / "a.txt")), read_report(str(folder / "other name"))
    assert encode(first) == encode(second)


def test_everything_a_finding_rests_on_stands_in_the_text(folder):
    record = read_report(str(folder / "a.txt"))
    for statement in record.statements:
        for words in (*statement.content, *statement.cue, *statement.quoted):
            assert record.report.text[words.start : words.end] == words.text


def test_one_bad_file_of_a_folder_does_not_stop_the_others(folder):
    findings = list(read_reports([str(folder)]))
    told = [finding.error if isinstance(finding, Failure) else "Record" for finding in findings]
    assert told == ["Record", "NoText", "UnsupportedFormat", "Record"]


def test_a_failure_says_where_and_at_which_hop(folder):
    (failure,) = read_reports([str(folder / "b.txt")])
    assert isinstance(failure, Failure)
    assert (failure.uri, failure.hop, failure.code) == (str(folder / "b.txt"), "read", NoText.code)
    assert len(failure.digest or "") == 64


def test_a_location_with_nothing_there_fails_at_the_first_hop():
    (failure,) = read_reports(["nowhere/at/all.html"])
    assert isinstance(failure, Failure)
    assert (failure.hop, failure.error, failure.digest) == ("open", "CaptureNotFound", None)


def test_read_report_raises_what_read_reports_carries(folder):
    with pytest.raises(UnsupportedFormat, match=r"c.png: no reader for image/png") as caught:
        read_report(str(folder / "c.png"))
    assert (caught.value.hop, caught.value.media_type) == ("read", "image/png")


def test_read_report_takes_one_report_only(folder):
    (folder / "b.txt").unlink()
    (folder / "c.png").unlink()
    with pytest.raises(ReadingError, match="several reports"):
        read_report(str(folder))


def test_reports_come_as_they_are_read(folder):
    findings = read_reports([str(folder / "a.txt"), "nowhere"])
    assert isinstance(next(findings), Record)


def test_a_bug_is_not_a_failure(folder, monkeypatch):
    def broken(capture, options):
        raise KeyError("nobody meant this")

    monkeypatch.setattr(pipeline, "_read", broken)
    with pytest.raises(KeyError):
        list(read_reports([str(folder / "a.txt")]))


def test_an_error_from_any_hop_is_a_failure_of_that_hop(folder, monkeypatch):
    def refuse(annotated):
        raise SaysoError("not today")

    monkeypatch.setattr(pipeline, "_attribute", refuse)
    (failure,) = read_reports([str(folder / "a.txt")])
    assert isinstance(failure, Failure)
    assert (failure.hop, failure.message) == ("attribute", "not today")


def test_the_files_of_a_folder_come_sorted_without_hidden_ones(folder):
    assert [file.rsplit("/")[-1] for file in files_at(str(folder))] == ["a.txt", "b.txt", "c.png", "d.txt"]


def test_an_empty_folder_is_a_failure_that_says_so(tmp_path):
    (file,) = files_at(str(tmp_path))
    (failure,) = open_location(file)
    assert isinstance(failure, Failure)
    assert "without files" in failure.message


def test_the_tagger_is_asked_for_its_files_when_it_must_be_used(folder, monkeypatch):
    def missing():
        raise BundleNotFound("no bundle here")

    monkeypatch.setattr(pipeline, "_tagger", missing)
    (failure,) = read_reports([str(folder / "a.txt")], options=Options(tagger=True))
    assert isinstance(failure, Failure)
    assert (failure.hop, failure.error) == ("annotate", "BundleNotFound")


def test_without_the_tagger_rules_do_what_they_can(folder, monkeypatch):
    monkeypatch.delattr(pipeline, "_tagger")
    assert read_report(str(folder / "a.txt"), options=Options(tagger=False)).statements
