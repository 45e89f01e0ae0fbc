import pytest

from attribute.made import statement, statements


def signs(found):
    return [(one.kind, one.words.text, one.covers.text if one.covers else None) for one in found.distance]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Lund claimed that it held.", ("verb", "claimed", "that it held")),
        ("Lund said that the so-called dam leaked.", ("word", "so-called", "dam")),
        ("Lund said that the alleged plan failed.", ("word", "alleged", "plan")),
        ("Lund said that its “special units” had left.", ("marks", "special units", "special units")),
        ("Lund said that it held. She offered no proof.", ("no_evidence", "offered no proof", "that it held")),
        ("Lund said that it held. If true, it would be new.", ("condition", "If true", "that it held")),
    ],
)
def test_a_sign_of_distance_and_what_it_covers(text, sign):
    assert sign in signs(statement(text))


@pytest.mark.parametrize(
    "text",
    [
        "Lund said that it held.",
        "Lund called the plan “reckless”.",
        "Lund said that the plan was “not serious”.",
        "“The so-called dam leaks,” Lund said.",
        "Lund said that there was no evidence that it leaked.",
    ],
)
def test_no_distance_is_kept_where_the_reporter_shows_none(text):
    assert statement(text).distance == ()


def test_what_could_not_be_verified_is_the_statement_before():
    first, *_ = statements("Lund said that it held. AFP could not verify the claim.")
    assert [kind for kind, _, _ in signs(first)] == ["unverified"]


def test_what_the_police_could_not_confirm_is_no_distance_of_the_reporter():
    first, *_ = statements("Lund said that it held. Police could not confirm it.")
    assert first.distance == ()


def test_who_says_nothing_claims_nothing_to_verify():
    found = statements("A spokesman declined to comment. Reuters could not independently verify the photographs.")
    assert [one.distance for one in found if one.cue[0].text.startswith("declined")] == [()]
