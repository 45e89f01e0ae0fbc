import pytest

from attribute.made import statement, statements
from sayso.record.statement import VenueKind


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Lund told reporters that it held.", "reporters"),
        ("Lund told Norland journalists on Friday that it held.", "Norland journalists"),
        ("“It holds,” Lund told the Arlen Post.", "the Arlen Post"),
        ("Lund said to the council that it held.", "the council"),
        ("Lund said that it held.", None),
        ("Lund told them it held.", "them"),
        ("Lund warned her successor against delay.", "her successor"),
        ("Lund urged the council to wait.", "the council"),
        ("Lund called on residents to leave.", "residents"),
        ("Lund accused the council of lying.", None),
        ("Lund told a rally that it held.", None),
        ("Lund promised tenants that it would hold.", "tenants"),
        ("Lund promised a report.", None),
        ("In a letter to the mayor, Lund said that it held.", "the mayor"),
    ],
)
def test_addressee(text, addressee):
    found = statement(text).addressee
    assert (found.words.text if found else None) == addressee


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lund said on Saturday that it held.", "Saturday"),
        ("The dam holds, the ministry said last Tuesday.", "last Tuesday"),
        ("On Friday Lund told reporters that it held.", "Friday"),
        ("Lund said that it would hold until Sunday.", None),
        ("Lund, who took office last month, said that it held.", None),
        ("Lund, who lives by the dam, on Sunday said that it held.", "Sunday"),
        ("Lund accused the firm on Sunday of lying.", "Sunday"),
        ("A day later Lund told reporters that it held.", "A day later"),
    ],
)
def test_time_of_saying(text, said):
    found = statement(text).said
    assert (found.words.text if found else None) == said


def test_time_before_one_source_is_not_that_of_another():
    _, second = statements("On Friday Lund said it held, and Birk said that it leaked.")
    assert second.said is None


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Lund said in a statement that it held.", "a statement", VenueKind.DOCUMENT),
        ("In an interview with the Post, Lund said it held.", "an interview with the Post", VenueKind.INTERVIEW),
        ("Lund said at a press conference that it held.", "a press conference", VenueKind.PRESS_CONFERENCE),
        ("Lund blamed Norland at a security meeting.", "a security meeting", VenueKind.MEETING),
        ("Lund told a rally in Arlen that it held.", "a rally in Arlen", VenueKind.MEETING),
        ("Lund said on Telegram that it held.", "Telegram", VenueKind.SOCIAL_MEDIA),
        ("Lund said in a statement on Facebook that it held.", "a statement on Facebook", VenueKind.SOCIAL_MEDIA),
        ("Lund said in a televised address that it held.", "a televised address", VenueKind.BROADCAST),
        ("“It holds,” Lund said by e-mail.", "e-mail", VenueKind.DOCUMENT),
        ("“It holds,” Lund said by telephone.", "telephone", VenueKind.OTHER),
        ("During a visit to Oslo, Lund said that it held.", "a visit to Oslo", VenueKind.PLACE),
    ],
)
def test_venue(text, words, kind):
    found = statement(text).venue
    assert found is not None
    assert (found.words.text, found.kind) == (words, kind)


def test_no_venue_where_none_is_told():
    assert statement("Lund said that in a statement it had been denied.").venue is None


def test_who_was_told_is_no_source():
    found = statement("Residents were told that it held.")
    assert found.source is None
    assert found.addressee is not None
    assert found.addressee.words.text == "Residents"


def test_an_addressee_is_the_actor_of_that_name():
    first, second = statements("Ada Lund said that it held.", "The ministry told Lund that it leaked.")
    assert second.addressee is not None
    assert first.source is not None
    assert second.addressee.actor == first.source.actor
