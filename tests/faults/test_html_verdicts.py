"""H7: pages that are no report, or not a whole or a finished one."""

from __future__ import annotations

import pytest

from sayso.errors import NotAReport
from webpages import PARAGRAPHS, article, codes, page, read

COOKIES = (
    "We use cookies and similar technologies to run this site, to measure its audience and to show you advertisements.",
    "We and our 214 partners store and/or access information on it. Accept all cookies or manage your choices.",
    "You may withdraw your consent at any time in our cookie policy, which you find at the foot of each page.",
)
LOGIN = (
    "Sign in to continue to the Skarn Courier with your e-mail and password.",
    "Forgot your password? We can send you a new one. Remember me on this device.",
    "Don’t have an account? Create a free account or subscribe now to read us anywhere.",
)
TEASERS = [
    ("Harbour office wants a second ferry by next summer", "The first one is said to be full on most days."),
    ("Gravel from Skarn is too salty, builders complain", "A laboratory on the mainland is testing it again."),
    ("School gym to be a school gym again from Monday", "The mattresses have been taken to the parish hall."),
    ("Council to discuss the breakwater, not build it", "The vote is expected before the end of spring."),
    ("Lighthouse keeper publishes book about silence", "It has forty pages, and some of them are blank."),
    ("Two seals in the swimming pool, none of them wet", "The fire brigade was called and could not help."),
    ("Bakery opens at night for the fishing fleet", "Bread was sold out before four on the first night."),
    ("Island band wins prize for its slowest record", "The jury listened to all of it, the band says."),
    ("Post office closes for a week to count its stamps", "There are thought to be more than last year."),
    ("Bus timetable now available on paper as well", "Passengers had asked for it in three petitions."),
]


def section_front(teasers: list[tuple[str, str]]) -> str:
    cards = "".join(
        f"<div class='card'><h2><a href='/{n}'>{head}</a></h2><p>{text}</p></div>"
        for n, (head, text) in enumerate(teasers)
    )
    return page(f"<div class='river'>{cards}</div>", title="News from the islands")


def described(json_ld: str) -> str:
    return f'<script type="application/ld+json">{json_ld}</script>'


def verdict_of(source: str) -> str:
    with pytest.raises(NotAReport) as told:
        read(source)
    assert told.value.uri == "page.html"
    return told.value.verdict


def test_cookie_wall() -> None:
    assert verdict_of(page(article(*COOKIES))) == "cookie_wall"


def test_login_wall() -> None:
    form = "<form><input name='mail'><input type='password' name='word'><button>Sign in</button></form>"
    assert verdict_of(page(article(*LOGIN) + form, title="Skarn Courier")) == "login_wall"


def test_error_page() -> None:
    body = article(
        "The page you were looking for may have been moved. Try the search, or the front page of the Courier."
    )
    assert verdict_of(page(body, title="404 - Page not found")) == "error_page"


def test_section_front_with_teasers() -> None:
    assert verdict_of(section_front(TEASERS)) == "listing"


def test_section_front_with_headlines_only() -> None:
    assert verdict_of(section_front([(head, "") for head, _ in TEASERS])) == "listing"


def test_video_page() -> None:
    head = "<meta property='og:type' content='video.other'>"
    body = "<video src='f.mp4'></video>" + article(
        "Watch the ferry come in for the first time since the storm tore the ramp from the quay."
    )
    assert verdict_of(page(body, head=head)) == "video_page"


def test_a_report_about_cookies_is_a_report() -> None:
    told = (
        "Websites on the islands will have to ask before they store cookies, the data office said. Fines are high.",
        "“Nobody reads those notices,” said Runa Vest, a shopkeeper. “People accept all cookies to see the weather.”",
        "The office told shops to keep their questions short. Consent that is given by accident is none, it said.",
        "A first case against a hotel on Skarn is to be heard in spring. The hotel denied that it had stored anything.",
    )
    assert read(page(article(*told))).body


def test_a_short_report_with_many_related_headlines_is_a_report() -> None:
    related = "".join(f"<li><a href='/{n}'>{head}</a></li>" for n, (head, _) in enumerate(TEASERS))
    report = read(page(article(*PARAGRAPHS[:2]) + f"<div><h2>More from the islands</h2><ul>{related}</ul></div>"))
    assert PARAGRAPHS[0] in report.text


def test_a_report_with_teasers_between_its_paragraphs_is_a_report() -> None:
    head = described('{"@type": "NewsArticle", "headline": "Ferry to Port Ellery sails again"}')
    mixed = "".join(
        f"<p>{text}</p><h4><a href='/{n}'>{teaser}</a></h4><h4><a href='/x{n}'>{other}</a></h4>"
        for n, (text, (teaser, _), (other, _)) in enumerate(zip(PARAGRAPHS, TEASERS, TEASERS[5:], strict=False))
    )
    assert PARAGRAPHS[4] in read(page(mixed, head=head)).text


def test_live_blog_says_that_it_is_live() -> None:
    entries = "".join(
        f"<h2><time>{hour}:00</time> Update {hour}</h2><p>{text}</p>" for hour, text in enumerate(PARAGRAPHS, 10)
    )
    head = described('{"@type": "LiveBlogPosting", "headline": "Ferry to Port Ellery sails again"}')
    assert "html.live" in codes(read(page(entries, head=head)))


def test_five_hundred_times_say_that_it_is_live() -> None:
    entries = "".join(
        f"<p><time datetime='2021-03-02T10:{n % 60:02}'>{n} minutes</time> {PARAGRAPHS[n % 5]}</p>" for n in range(500)
    )
    assert "html.live" in codes(read(page(entries)))


def test_paywall_stub_is_partial() -> None:
    head = described('{"@type": "NewsArticle", "isAccessibleForFree": false, "headline": "Ferry"}')
    report = read(page(article(*PARAGRAPHS[:2]), head=head))
    assert "html.partial" in codes(report)


def test_a_whole_report_behind_an_open_wall_is_not_partial() -> None:
    head = described('{"@type": "NewsArticle", "isAccessibleForFree": false, "headline": "Ferry"}')
    assert "html.partial" not in codes(read(page(article(*PARAGRAPHS * 4), head=head)))
