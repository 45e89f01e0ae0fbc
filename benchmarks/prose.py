"""News prose to read: paragraphs from templates, and paragraphs of this project's own sample reports."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
_SAMPLES = (
    "samples/gulf-ferry.html",
    "tests/golden/newsroom-page-conflicting-dates/report.html",
    "tests/golden/opening-marks-only/report.html",
    "tests/golden/social-media-posts/report.html",
    "tests/golden/nothing-attributed/report.md",
    "tests/golden/opinion-column/report.md",
    "tests/golden/press-release-colons/report.txt",
    "tests/golden/two-city-dateline/report.txt",
    "tests/golden/unnamed-officials-and-denials/report.txt",
)
_LEAST_WORDS = 12
_SAMPLE_SHARE = 0.5
"""How much of a report comes from the samples; the rest from templates."""
_RUN = 3
"""Paragraphs of one sample that stay together."""

_FILLERS: dict[str, tuple[str, ...]] = {
    "person": (
        "Ilse Vandeweyer", "Tomasz Grzela", "Amara Okonjo", "Rafael Quintero", "Mirjam Holt", "Sanjay Deshmukh",
        "Leila Haddad", "Oskar Lindqvist", "Nadia Benali", "Peter Hargreave", "Chen Weilin", "Dragan Petkovic",
    ),
    "role": (
        "Transport Minister", "police chief", "the mayor of Lyon", "a spokeswoman for the regulator", "Senator",
        "the head of the dockers' union", "chief executive", "an official who asked not to be named", "Governor",
    ),
    "body": (
        "the interior ministry", "the European Commission", "Norland Shipping", "the central bank", "Amnesty",
        "the port authority", "the opposition Reform Party", "the World Food Programme", "the High Court",
    ),
    "place": (
        "Rotterdam", "Lagos", "northern Kenya", "Izmir", "Valparaiso", "Gdansk", "the Gulf of Aden", "Karachi",
        "Marseille", "southern Ukraine", "Manila", "Minnesota",
    ),
    "when": (
        "on Tuesday", "late on Friday", "on March 14", "last week", "in early 2021", "over the weekend",
        "on Monday evening", "two days earlier", "in the third quarter", "since last October",
    ),
    "thing": (
        "the closure of the bridge", "a second round of talks", "the new tariff on grain", "an inquiry into the fire",
        "the release of 43 detainees", "a ceasefire that would hold", "the sale of two refineries",
        "a 4.5 percent rise in fares",
    ),
    "claim": (
        "the talks had broken down over money", "nobody had been told about the leak",
        "the ship would be allowed to leave within days", "more than 300 families were still waiting for water",
        "prices would not come down before the summer", "the vote had been fair",
        "the convoy was stopped twice at the same checkpoint",
    ),
    "words": (
        "We were promised an answer and we got a form to fill in", "This is not how a public service is run",
        "I would do the same again tomorrow", "There is no plan, there is only a date",
        "Nobody here believes those figures", "We have lost a year", "It was dark, and then it was very loud",
    ),
    "verb": ("said", "told reporters", "warned", "insisted", "argued", "wrote on social media", "conceded"),
    "that": ("said", "announced", "claimed", "acknowledged", "denied", "estimated", "reported", "confirmed"),
}  # fmt: skip
_SENTENCES = (
    "“{words},” {person}, {role}, {verb} {when}.",
    "{Body} {that} {when} that {claim}.",
    "According to {body}, {claim}.",
    "{person} accused {body} of delaying {thing}.",
    "“{words},” {verb} {person}. “{words}.”",
    "{Body} called for {thing} in {place} {when}.",
    "{person}, who has lived in {place} since 2009, {verb} {claim}.",
    "Trucks queued for eleven kilometres outside {place} {when}, and two of the three gates stayed shut.",
    "The figure was 12 percent higher than a year earlier, when {thing} had been put off for the third time.",
    "Asked about {thing}, a spokesman for {body} declined to comment.",
    "In {place}, where the river rose by two metres overnight, shops opened as usual {when}.",
    "{Body} and {body} met in {place} {when} to discuss {thing}, but left without a statement.",
    "{person} said {claim}, adding that {body} had known about it {when}.",
    "It is the fourth time in two years that {place} has seen {thing}.",
    "The {place} route carries about a third of the traffic, worth $2.3 billion a year.",
)


def paragraphs(random: Random, words: int) -> list[str]:
    """A report's paragraphs: as many whole ones as make up at least `words` words."""
    samples = _sample_paragraphs()
    report: list[str] = []
    count = 0
    while count < words:
        report += _from_samples(random, samples) if random.random() < _SAMPLE_SHARE else _from_templates(random)
        count = sum(len(paragraph.split()) for paragraph in report)
    return report


def headline(random: Random) -> str:
    """A line to stand over a report."""
    return _filled(random, random.choice(("{Body} puts off {thing}", "{person} warns of {thing} in {place}")))


def name(random: Random) -> str:
    """Somebody's name."""
    return random.choice(_FILLERS["person"])


def _from_templates(random: Random) -> list[str]:
    sentences = random.choices(_SENTENCES, k=random.randint(1, 4))
    return [" ".join(_filled(random, sentence) for sentence in sentences)]


def _from_samples(random: Random, samples: list[list[str]]) -> list[str]:
    sample = random.choice(samples)
    first = random.randrange(max(1, len(sample) - _RUN))
    return sample[first : first + _RUN]


def _filled(random: Random, template: str) -> str:
    def filler(match: re.Match[str]) -> str:
        word = random.choice(_FILLERS[match[1].lower()])
        return word[0].upper() + word[1:] if match[1][0].isupper() else word

    return re.sub(r"\{(\w+)\}", filler, template)


def _sample_paragraphs() -> list[list[str]]:
    return [list(_prose(ROOT / path)) for path in _SAMPLES]


def _prose(path: Path) -> Iterator[str]:
    """The paragraphs of a sample that read as prose."""
    text = path.read_text(encoding="utf-8")
    found = re.findall(r"<p[^>]*>(.*?)</p>", text, re.S) if path.suffix == ".html" else re.split(r"\n\s*\n", text)
    for part in found:
        paragraph = " ".join(html.unescape(re.sub(r"<[^>]+>", "", part)).split())
        if len(paragraph.split()) >= _LEAST_WORDS and not paragraph.startswith(("#", "-", "(", "|")):
            yield paragraph
