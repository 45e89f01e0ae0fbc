import base64
import hashlib
import json
import re
import shutil
import subprocess
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from msgspec.structs import replace

from records import hostile, sea_wall, with_actors
from sayso.export.html import page, write_page
from sayso.record.record import Failure, Record

ATTACKS = {
    "script": "<script>document.title='PWNED'</script>",
    "event-handler": "<img src=x onerror=\"document.title='PWNED'\">",
    "svg": "<svg><script>document.title='PWNED'</script></svg>",
    "svg-onload": "<svg onload=\"document.title='PWNED'\">",
    "math": "<math><mtext><style><img src=x onerror=\"document.title='PWNED'\"></style></mtext></math>",
    "closing-title": "</title><script>document.title='PWNED'</script>",
    "closing-script": "</script><script>document.title='PWNED'</script>",
    "closing-style": "</style><script>document.title='PWNED'</script>",
    "attribute-break": "\"><script>document.title='PWNED'</script>",
    "single-quote-break": "' autofocus onfocus='document.title=\"PWNED\"",
    "javascript-url": "javascript:document.title='PWNED'",
    "data-url": "data:text/html,<script>document.title='PWNED'</script>",
    "template": "{{ ''.__class__ }}{% raw %}${7*7}",
    "comment": "<!--><script>document.title='PWNED'</script-->",
    "noscript": "<noscript><p title=\"</noscript><img src=x onerror=document.title='PWNED'>\">",
    "base": "<base href=//evil.example/><form action=//evil.example><button>x",
    "meta": "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "iframe": "<iframe srcdoc='<script>parent.document.title=\"PWNED\"</script>'>",
    "url-with-quote": "https://a.example/\"onmouseover=\"document.title='PWNED'",
}


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def elements(*records: Record | Failure) -> list[tuple[str, dict[str, str | None]]]:
    return Elements("".join(page(records))).found


def shape(*records: Record) -> list[tuple[str, tuple[str, ...]]]:
    return [(tag, tuple(attributes)) for tag, attributes in elements(*records)]


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_markup_in_a_report_is_text(attack):
    assert shape(hostile(attack)) == shape(hostile("harmless words"))


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_link_leads_anywhere_but_the_web_and_this_page(attack):
    for tag, attributes in elements(hostile(attack)):
        href = attributes.get("href") or "#"
        assert href.startswith(("#", "http://", "https://")), (tag, href)


def test_an_address_that_can_be_opened_says_it_leads_outside():
    links = [attributes for tag, attributes in elements(sea_wall()) if attributes.get("target")]
    assert [(link["href"], link["rel"]) for link in links] == [
        ("https://courier.example/2024/03/04/sea-wall", "noreferrer noopener external")
    ]


def test_the_page_asks_nobody_for_anything():
    for tag, attributes in elements(sea_wall()):
        assert tag not in ("link", "img", "iframe", "object", "embed", "video", "audio", "source", "base", "form")
        assert not {"src", "srcset", "style", "action", "poster", "background"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]
    html = "".join(page([sea_wall()]))
    assert "@import" not in html
    assert "url(" not in html


def test_the_policy_allows_exactly_the_style_and_script_of_the_page():
    html = "".join(page([sea_wall()]))
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html).group(1)
    digests = {
        kind: base64.b64encode(
            hashlib.sha256(re.search(f"<{tag}>(.*?)</{tag}>", html, re.S).group(1).encode()).digest()
        )
        for kind, tag in (("style-src", "style"), ("script-src", "script"))
    }
    expected = [f"{kind} 'sha256-{digest.decode()}'" for kind, digest in digests.items()]
    assert policy.split("; ") == ["default-src 'none'", *expected, "base-uri 'none'", "form-action 'none'"]


def digest(html: str, tag: str) -> str:
    content = re.search(f"<{tag}>(.*?)</{tag}>", html, re.S).group(1)
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def test_every_statement_has_an_anchor_in_the_text_and_a_card():
    record = sea_wall()
    ids = [attributes["id"] for _, attributes in elements(record) if attributes.get("id")]
    for statement in record.statements:
        assert ids.count(statement.id) == 1
        assert ids.count(f"card-{statement.id}") == 1


def test_ids_are_unique_also_over_several_reports():
    found = elements(sea_wall(), hostile("x"), sea_wall())
    ids = [attributes["id"] for _, attributes in found if attributes.get("id")]
    assert len(ids) == len(set(ids))


def test_every_link_within_the_page_arrives():
    found = elements(sea_wall(), hostile("x"))
    ids = {attributes.get("id") for _, attributes in found}
    links = [href for tag, attributes in found if tag == "a" and (href := attributes["href"]).startswith("#")]
    assert links
    assert {link[1:] for link in links} <= ids


def test_the_text_of_the_report_is_all_there():
    html = "".join(page([sea_wall()]))
    article = re.search(r"<article.*?</article>", html, re.S).group()
    article = re.sub(r'<a class="ref.*?</a>|<span class="spoken">.*?</span>', "", article, flags=re.S)
    text = " ".join(re.sub(r"<[^>]+>", "", article).split())
    record = sea_wall()
    assert text == " ".join(record.report.text[record.report.body.start :].split())


def test_a_nested_statement_is_coloured_by_its_own_speaker_and_known_as_both():
    stretches = {
        attributes["data-st"]: attributes["class"] for _, attributes in elements(sea_wall()) if "data-st" in attributes
    }
    assert "speaker-3" in stretches["4=content 3=content"]


def card_of(record: Record, number: int) -> str:
    html = "".join(page([record]))
    return unescape(re.sub(r"<[^>]+>", " ", re.findall(r'<li class="card.*?</li>', html, re.S)[number - 1]))


def test_a_resolved_speaker_is_named_and_the_words_as_printed_are_among_the_parts():
    first = " ".join(card_of(with_actors(sea_wall()), 1).split())
    assert first.startswith("1 Ilse Harrow “ its mayor ” said")
    assert "Source its mayor" in first
    assert "Speaker Ilse Harrow also Harrow person, mayor" in first


def test_headings_do_not_skip_a_level():
    levels = [int(tag[1]) for tag, _ in elements(sea_wall(), hostile("x")) if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_landmarks_of_several_reports_have_different_names():
    other = replace(with_actors(sea_wall()), report=replace(sea_wall().report, id="rep-2"))
    names = [
        attributes["aria-labelledby"]
        for tag, attributes in elements(sea_wall(), other)
        if tag in ("aside", "section", "nav") and attributes.get("aria-labelledby")
    ]
    assert len(names) == len(set(names)) == 4
    assert all("headline" in name for name in names)


def test_failures_are_listed():
    failure = Failure(uri="b.pdf", hop="read", code="SAY-E022", error="NoText", message="b.pdf: no text <layer>")
    assert "b.pdf: no text &lt;layer&gt;" in "".join(page([failure]))


def test_a_record_without_statements_says_so():
    record = sea_wall()
    html = "".join(page([Record(report=record.report)]))
    assert "No statements found" in html


def test_the_page_is_the_same_every_time():
    assert "".join(page([sea_wall()])) == "".join(page([sea_wall()]))


def test_a_page_that_cannot_be_finished_leaves_the_old_one(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("old")

    def broken():
        yield sea_wall()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_page(broken(), path)
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("page.html", "old")]


@pytest.fixture(scope="module")
def chromium():
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        pytest.skip("no Chromium here: the page was not run in a browser")
    return found


def loaded(chromium: str, url: str, profile) -> tuple[str, str]:
    """The document after scripts have run, and what the browser had to say."""
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--enable-logging=stderr"]
    browser = subprocess.run(
        [chromium, *options, "--virtual-time-budget=2000", "--dump-dom", url],
        capture_output=True,
        text=True,
        timeout=60,
    )
    return browser.stdout, browser.stderr


@pytest.mark.slow
def test_a_browser_executes_nothing_of_a_report(chromium, tmp_path):
    write_page([hostile(attack) for attack in ATTACKS.values()], tmp_path / "page.html")
    document, log = loaded(chromium, f"file://{tmp_path}/page.html", tmp_path / "profile")
    assert f"<title>Who said what in {len(ATTACKS)} reports</title>" in document
    assert "Content Security Policy" not in log


@pytest.mark.slow
def test_an_anchor_opens_its_statement(chromium, tmp_path):
    write_page([sea_wall()], tmp_path / "page.html")
    statement = sea_wall().statements[3]
    document, log = loaded(chromium, f"file://{tmp_path}/page.html#{statement.id}", tmp_path / "profile")
    (chosen,) = re.findall(r'<li class="card [^"]*chosen[^>]*>', document)
    assert f'id="card-{statement.id}"' in chosen
    assert "CONSOLE" not in log


KEYS = """<script>
const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
const seen = [];
const chosen = () => document.querySelectorAll(".card.chosen").length;
const look = () => seen.push([location.hash.slice(1), document.activeElement.id, chosen()]);
press("j"); look();
press("j"); look();
press("k"); look();
press("Enter"); look();
document.activeElement.click(); look();
press("Escape"); look();
document.getElementById("keys").click(); press("j"); look();
document.body.dataset.seen = JSON.stringify(seen);
</script></body>"""


@pytest.mark.slow
def test_keys_and_clicks_go_between_the_text_and_the_list(chromium, tmp_path):
    html = re.sub("<meta http-equiv=[^>]*>", "", "".join(page([sea_wall()]))).replace("</body>", KEYS)
    (tmp_path / "page.html").write_text(html)
    document, _ = loaded(chromium, f"file://{tmp_path}/page.html", tmp_path / "profile")
    seen = json.loads(unescape(re.search('<body data-seen="([^"]*)"', document).group(1)))
    first, second = (statement.id for statement in sea_wall().statements[:2])
    assert seen == [
        [first, f"card-{first}", 1],
        [second, f"card-{second}", 1],
        [first, f"card-{first}", 1],
        [first, first, 1],
        [first, f"card-{first}", 1],
        [first, f"card-{first}", 0],
        [first, f"card-{first}", 0],
    ]
