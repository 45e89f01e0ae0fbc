import pytest

from attribute.made import statement, statements
from sayso.record.statement import SourceKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She said that it held.", SourceKind.PERSON),
        ("Ada Lund said that it held.", SourceKind.PERSON),
        ("The defence ministry said that it held.", SourceKind.OFFICIAL_BODY),
        ("Two officials who asked not to be named said that it held.", SourceKind.UNNAMED_OFFICIAL),
        ("A witness said that it held.", SourceKind.WITNESS),
        ("The report said that it held.", SourceKind.DOCUMENT),
        ("Reuters said that it held.", SourceKind.MEDIUM),
        ("Critics said that it held.", SourceKind.PUBLIC),
        ("Observers from the bloc said that it held.", SourceKind.PUBLIC),
        ("The text, seen by the Arlen Post, says that it held.", SourceKind.DOCUMENT),
        ("Asked whether it held, the engineers left.", SourceKind.UNSTATED),
        ("They said that it held.", None),
    ],
)
def test_kind_of_source(text, kind):
    assert statement(text).source_kind is kind


def test_a_surname_is_a_person_where_the_report_gives_the_whole_name():
    first, second = statements("Ada Lund said that it held.", "Lund said that it rained.")
    assert (first.source_kind, second.source_kind) == (SourceKind.PERSON, SourceKind.PERSON)


def test_a_single_name_alone_tells_nothing():
    assert statement("Arlen said that it held.").source_kind is None
