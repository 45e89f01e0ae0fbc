from __future__ import annotations

import json

import pytest

from sayso.limits import Limits
from sayso.readers.claims import Claims, claims_of
from sayso.readers.datings import published
from sayso.readers.markup import scan
from sayso.readers.metadata import metadata_of
from sayso.readers.people import told_apart
from sayso.readers.pieces import Metadata
from webpages import TITLE, article, codes, page, read


def claims(head: str) -> Claims:
    return claims_of(scan(f"<html><head>{head}</head><body></body></html>", Limits()))


def metadata(head: str) -> Metadata:
    return metadata_of(claims(head))[0]


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_json_ld_comes_before_meta_tags() -> None:
    found = metadata(
        ld(publisher={"name": "Skarn Courier"}) + "<meta property='og:site_name' content='skarncourier.example'>"
    )
    assert found.publisher == "Skarn Courier"
    assert found.basis["publisher"] == "json-ld:publisher"


def test_the_basis_says_where_a_field_was_read() -> None:
    head = "<meta name='author' content='By Hanne Lorik'><link rel='canonical' href='https://skarn.example/a'>"
    found = metadata(head + "<meta property='article:section' content='Islands'>")
    assert found.bylines == ("Hanne Lorik",)
    assert found.basis == {
        "bylines": "meta:author",
        "canonical_url": "link:canonical",
        "section": "meta:article:section",
    }


@pytest.mark.parametrize(
    ("author", "people", "agencies"),
    [
        ("Hanne Lorik", ("Hanne Lorik",), ()),
        ("By Hanne Lorik and Ivo Tamm", ("Hanne Lorik", "Ivo Tamm"), ()),
        ({"@type": "Person", "name": "Hanne Lorik"}, ("Hanne Lorik",), ()),
        ([{"name": "Hanne Lorik"}, {"name": "Ivo Tamm"}], ("Hanne Lorik", "Ivo Tamm"), ()),
        ("AFP", (), ("AFP",)),
        ({"@type": "Organization", "name": "Reuters"}, (), ("Reuters",)),
        ({"@type": "NewsMediaOrganization", "name": "Skarn Courier"}, (), ()),
        ("Hanne Lorik, Associated Press", ("Hanne Lorik",), ("AP",)),
        ("Reuters Staff", (), ("Reuters",)),
        ("Skarn Courier staff", (), ()),
        ("https://www.facebook.com/hanne", (), ()),
        ("admin", (), ()),
        ("webmaster@skarn.example", (), ()),
        ("Hanne Lorik. Skarn Radio", ("Hanne Lorik",), ()),
        ("J. R. Tamm", ("J. R. Tamm",), ()),
        (["Hanne Lorik", "Hanne Lorik"], ("Hanne Lorik",), ()),
        (7, (), ()),
        (None, (), ()),
    ],
)
def test_author_fields_hold_people_agencies_and_others(
    author: object, people: tuple[str], agencies: tuple[str]
) -> None:
    assert told_apart(author) == (people, agencies)


def test_an_agency_named_as_publisher_on_another_house_s_page_is_the_agency() -> None:
    found = metadata(
        ld(publisher={"name": "Associated Press"}) + "<link rel='canonical' href='https://www.skarn.example/a'>"
    )
    assert found.publisher is None
    assert found.agencies == ("AP",)


def test_an_agency_on_its_own_page_is_the_publisher() -> None:
    found = metadata(ld(publisher={"name": "Reuters"}) + "<link rel='canonical' href='https://www.reuters.com/a'>")
    assert found.publisher == "Reuters"


@pytest.mark.parametrize(
    "title", [f"{TITLE} | Skarn Courier", f"{TITLE} - Skarn Courier", f"{TITLE} – Islands | Skarn Courier"]
)
def test_the_publisher_s_name_is_no_part_of_the_headline(title: str) -> None:
    head = f"<meta property='og:site_name' content='Skarn Courier'><meta property='og:title' content='{title}'>"
    assert read(page(article(), head=head)).furniture.headline == TITLE


def test_a_publisher_that_only_the_title_names_is_found() -> None:
    source = page(article()).replace("<title>" + TITLE, "<title>" + TITLE + " - Skarn Courier")
    furniture = read(source).furniture
    assert furniture.publisher == "Skarn Courier"
    assert furniture.basis["publisher"] == "title"


def test_a_lesser_heading_that_the_title_repeats_with_the_house_is_the_headline() -> None:
    source = page(article()).replace("<title>" + TITLE, "<title>" + TITLE + " | Aujourd'hui").replace("h1>", "h2>")
    report = read(source)
    assert (report.furniture.headline, report.furniture.publisher) == (TITLE, "Aujourd'hui")
    assert report.text.count(TITLE) == 1


def test_the_visible_headline_is_the_headline() -> None:
    head = "<meta property='og:title' content='Ferry sails: what you need to know about the storm'>"
    report = read(page(article(), head=head))
    assert report.furniture.headline == TITLE
    assert report.blocks[0].locator is not None


def test_a_headline_that_the_page_does_not_show_has_no_locator() -> None:
    source = page(article(), head=ld(headline="Storm tears ramp from quay")).replace("<h1>" + TITLE + "</h1>", "")
    report = read(source)
    assert report.furniture.headline == "Storm tears ramp from quay"
    assert report.blocks[0].locator is None


def test_published_and_updated_are_two_fields() -> None:
    head = ld(datePublished="2021-03-02T08:00:00+01:00", dateModified="2021-03-02T11:30:00+01:00")
    furniture = read(page(article(), head=head)).furniture
    assert furniture.first_published
    assert furniture.last_updated
    assert furniture.first_published.value == "2021-03-02T08:00:00+01:00"
    assert furniture.first_published.basis == "json-ld:datePublished"
    assert furniture.last_updated.value == "2021-03-02T11:30:00+01:00"


def test_a_conflict_is_kept_and_said() -> None:
    head = (
        ld(datePublished="2021-03-02T08:00:00Z")
        + "<meta property='article:published_time' content='2021-03-05T08:00:00Z'>"
    )
    report = read(page(article(), head=head))
    assert report.furniture.first_published
    assert report.furniture.first_published.others == ("2021-03-05T08:00:00+00:00",)
    assert "metadata.conflict" in codes(report)


@pytest.mark.parametrize(
    "other",
    [
        "2021-03-02T09:00:00+01:00",
        "2021-03-02T08:00:12Z",
        "2021-03-02",
        "2021-03-02T10:00:00",
        "2021-03-02T08:00Z",
        "2021-03-02T08:00:00.000Z",
    ],
)
def test_two_ways_to_write_one_moment_are_no_conflict(other: str) -> None:
    head = ld(datePublished="2021-03-02T08:00:00Z") + f"<meta property='article:published_time' content='{other}'>"
    stamp, warnings = published(claims(head))
    assert stamp
    assert not stamp.others
    assert not warnings


def test_times_of_other_reports_on_the_page_are_no_conflict() -> None:
    body = article() + "<time itemprop='datePublished' datetime='2020-01-01'>January</time>"
    report = read(page(body, head=ld(datePublished="2021-03-02")))
    assert not codes(report)


def test_no_date_is_none_and_never_today() -> None:
    furniture = read(page(article())).furniture
    assert furniture.first_published is None
    assert furniture.last_updated is None


def test_a_guessed_date_says_that_it_is_a_guess() -> None:
    report = read(page(article(), head="<link rel='canonical' href='https://skarn.example/2021/03/02/ferry'>"))
    stamp = report.furniture.first_published
    assert stamp
    assert stamp.value == "2021-03-02"
    assert stamp.basis != "htmldate" or "metadata.date-guessed" in codes(report)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "/relative", "ftp://skarn.example/a", "https://", "https://[bad", "https://a b.example"],
)
def test_an_address_that_is_none_is_left_out(url: str) -> None:
    assert metadata(f"<link rel='canonical' href='{url}'>").canonical_url is None


@pytest.mark.parametrize(
    ("given", "code"), [("en", "en"), ("en-GB", "en"), ("de_DE", "de"), ("EN", "en"), ("english", None), ("x", None)]
)
def test_language_is_two_letters(given: str, code: str | None) -> None:
    assert metadata(f"<meta property='og:locale' content='{given}'>").language == code
