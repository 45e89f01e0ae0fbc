from datetime import UTC, datetime
from functools import cache

import pytest

from sayso import pipeline
from sayso.errors import BundleNotFound, NoText, ReadingError, SaysoError, UnsupportedFormat
from sayso.gazetteer.build import build
from sayso.gazetteer.lists import table_of_places
from sayso.limits import Limits
from sayso.pipeline import Options, files_at, link_records, open_location, read_report, read_reports
from sayso.record.annotation import Attribution, Tagged
from sayso.record.codec import encode
from sayso.record.judgement import Verdict, judged
from sayso.record.record import Failure, Record
from sayso.spans import Span

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


@pytest.mark.parametrize("ignored", [True, False])
def test_a_web_address_is_fetched_as_asked(ignored, monkeypatch):
    def open_url(url, *, limits, ignore_robots):
        asked.append((url, limits, ignore_robots))
        return iter(())

    asked: list[tuple[str, Limits, bool]] = []
    monkeypatch.setattr("sayso.intake.fetch.open_url", open_url)
    options = Options(limits=Limits(pdf_pages=3), ignore_robots=ignored)
    assert list(read_reports(["https://a.example/1"], options=options)) == []
    assert asked == [("https://a.example/1", options.limits, ignored)]


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


def test_records_that_were_saved_are_given_again_among_the_others(folder):
    record = read_report(str(folder / "a.txt"))
    (folder / "b.txt").write_bytes(encode(record) + b"\n" + encode(record) + b"\n{")
    findings = list(read_reports([str(folder / "b.txt"), str(folder / "d.txt")]))
    assert findings[:2] == [record, record]
    assert isinstance(findings[2], Failure)
    assert isinstance(findings[3], Record)


def test_a_file_with_one_saved_record_is_that_record(folder):
    record = read_report(str(folder / "a.txt"))
    (folder / "saved").write_bytes(encode(record))
    assert read_report(str(folder / "saved")) == record
    (folder / "saved").write_bytes(encode(record) + b"\n" + encode(record))
    with pytest.raises(ReadingError, match="several reports"):
        read_report(str(folder / "saved"))
    (failure,) = read_reports(["nowhere"])
    (folder / "saved").write_bytes(encode(failure))
    with pytest.raises(ReadingError, match="is a failure"):
        read_report(str(folder / "saved"))


def test_places_are_looked_up_in_the_gazetteer_that_was_asked_for(tmp_path):
    (tmp_path / "camps.csv").write_text("name,latitude,longitude,country\nCamp Aster,31.5,34.4,PS\n")
    build(table_of_places(tmp_path / "camps.csv"), tmp_path / "camps.gaz", credit="", built_from=("camps.csv",))
    (tmp_path / "a.txt").write_text("Rain fell.\n\nTwo people were killed in Camp Aster on Monday, doctors said.\n")
    with_it = read_report(str(tmp_path / "a.txt"), options=Options(gazetteer=str(tmp_path / "camps.gaz")))
    assert [(place.name, place.country) for place in with_it.places] == [("Camp Aster", "PSE")]
    assert with_it.made_by["gazetteer"] == "camps.csv"
    assert not [place for place in read_report(str(tmp_path / "a.txt")).places if place.gazetteer_id]


def test_a_gazetteer_that_is_none_is_a_failure(folder):
    (failure,) = read_reports([str(folder / "a.txt")], options=Options(gazetteer=str(folder / "a.txt")))
    assert isinstance(failure, Failure)
    assert (failure.hop, failure.error) == ("annotate", "BundleMismatch")


class Told:
    """A tagger that finds one name, and counts how often it is asked."""

    version = "told@1"

    def __init__(self):
        self.asked = 0

    def tag(self, text, sentences, tokens):
        self.asked += 1
        cue, source, content = (found_in(text, words) for words in ("said", "the operator", "in May"))
        found = Attribution(cue=(cue,), source=source, content=(content,), method="tagger:told@1", confidence=0.9)
        return Tagged(attributions=(found,))


def found_in(text: str, words: str) -> Span:
    start = text.index(words, text.index("stop running"))
    return Span(start, start + len(words))


def test_the_tagger_is_loaded_once_and_its_findings_are_used(folder, monkeypatch):
    tagger, loaded = Told(), []
    monkeypatch.setattr("sayso.tagger.tagger.load_tagger", lambda: loaded.append(1) or tagger)
    monkeypatch.setattr(pipeline, "_tagger", cache(pipeline._tagger.__wrapped__))
    findings = list(read_reports([str(folder / "a.txt"), str(folder / "d.txt")], options=Options(tagger=True)))
    assert all(
        [statement.content[0].text for statement in record.statements if statement.evidence.method == "tagger:told@1"]
        == ["in May"]
        for record in findings
    )
    assert (len(loaded), tagger.asked) == (1, 2)
    assert findings[0].made_by["tagger"] == "told@1"


def test_records_are_linked_and_failures_passed_over(folder):
    when = datetime(2026, 11, 22, 12, tzinfo=UTC)
    records = list(read_reports([str(folder)]))
    assert any(isinstance(record, Failure) for record in records)
    links = link_records(records, when=when)
    (quist,) = (actor for actor in links.actors if actor.name == "Mara Quist")
    assert quist.reports == 2
    assert all(judgement.when == when for judgement in links.judgements)


def test_what_a_person_judged_counts_before_any_rule(folder):
    when = datetime(2026, 11, 22, 12, tzinfo=UTC)
    records = list(read_reports([str(folder)]))
    (joined,) = link_records(records, when=when).judgements[:1]
    apart = judged(joined.left, joined.right, Verdict.DIFFERENT, by="Ada", when=when)
    links = link_records(records, [apart], when=when)
    assert not any({joined.left, joined.right} <= {one.actor for one in actor.members} for actor in links.actors)
