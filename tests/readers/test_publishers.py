import pytest

from sayso.readers.publishers import dated_by, host_of, publisher_of, url_in


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.bbc.co.uk/news/1", "BBC News"),
        ("https://news.sky.com/x", "Sky News"),
        ("https://www.theaccratimes.example/2021/a", "The Accra Times"),
        ("https://accraglobe.example", "Accra Globe"),
        ("https://buenosairestimes.com.ar/x", "Buenos Aires Times"),
        ("https://www.dailystar.com.lb/x", "Daily Star"),
        ("https://www.thequitotimes.example", None),  # the text does not write Quito
        ("https://example.com", None),
        ("https://news.example.org/a", None),
        ("http://[::1", None),
    ],
)
def test_publisher_is_told_by_host_and_text(url: str, name: str | None) -> None:
    assert publisher_of(url, "Accra and Buenos Aires agreed on Monday.") == name


def test_host_without_what_is_in_front() -> None:
    assert host_of("https://www.m.sample.example:8080/x?y#z") == "sample.example"


def test_address_alone() -> None:
    assert url_in("<https://a.example/b>") == "https://a.example/b"
    assert url_in("see https://a.example/b") is None


def test_day_in_the_path() -> None:
    stamp = dated_by("https://a.example/2022/10/15/x")
    assert stamp
    assert (stamp.value, stamp.basis) == ("2022-10-15", "url:path")
    assert dated_by("https://a.example/2022/13/15/x") is None
