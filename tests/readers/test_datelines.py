import pytest

from sayso.readers.datelines import opening_of


@pytest.mark.parametrize(
    ("line", "rest", "places", "date", "agencies"),
    [
        ("LONDON, Oct 15 (AP) — The man left.", "The man", ("LONDON",), "Oct 15", ("AP",)),
        ("LONDON (AP) — “We left,” he said.", "“We", ("LONDON",), None, ("AP",)),
        ('MOSCOW/KYIV, Oct 15 (Reuters) - "We left', '"We', ("MOSCOW", "KYIV"), "Oct 15", ("Reuters",)),
        ("LONDON and PARIS (Reuters) - Ten men", "Ten", ("LONDON", "PARIS"), None, ("Reuters",)),
        ("(Reuters) - Oil fell", "Oil", (), None, ("Reuters",)),
        ("Oct 15 (Reuters) - Oil fell", "Oil", (), "Oct 15", ("Reuters",)),
        ("KYIV, Ukraine — The army", "The army", ("KYIV, Ukraine",), None, ()),
        ("Kyiv, Ukraine (CNN) — The army", "The army", ("Kyiv, Ukraine",), None, ()),
        ("NEW DELHI: The court", "The court", ("NEW DELHI",), None, ()),
        ("WASHINGTON, D.C. – A judge", "A judge", ("WASHINGTON, D.C.",), None, ()),
        ("DULUTH, Minn. — The orchestra", "The", ("DULUTH, Minn.",), None, ()),
        ("BEIJING, Oct. 15 (Xinhua) -- China", "China", ("BEIJING",), "Oct. 15", ("Xinhua",)),
        ("Paris (AFP) - France", "France", ("Paris",), None, ("AFP",)),
        ("London, 15 October 2022 – The", "The", ("London",), "15 October 2022", ()),
        ("MOSCOW. Oct 3 (Interfax) - The", "The", ("MOSCOW",), "Oct 3", ("Interfax",)),
        ("ST. PETERSBURG, Russia (AP) — Ice", "Ice", ("ST. PETERSBURG, Russia",), None, ("AP",)),
        ("PORT-AU-PRINCE, Haiti (AP) — Gangs", "Gangs", ("PORT-AU-PRINCE, Haiti",), None, ("AP",)),
        ("MOSCOW, October 15. /TASS/. The ministry", "The", ("MOSCOW",), "October 15", ("TASS",)),
        ("New Delhi [India], October 15 (ANI): The court", "The", ("New Delhi [India]",), "October 15", ("ANI",)),
        ("New Delhi, Oct 15 (PTI) The court", "The", ("New Delhi",), "Oct 15", ("PTI",)),
        ("Oct. 15 (UPI) -- The court", "The", (), "Oct. 15", ("UPI",)),
        ("KABUL: The bank", "The", ("KABUL",), None, ()),
        ("LUSAKA (Sample Business), May 20, 2026 - The bank", "The", ("LUSAKA",), "May 20, 2026", ()),
        ("Aarhus – The port will", "The port", ("Aarhus",), None, ()),
    ],
)
def test_opening_is_read(
    line: str, rest: str, places: tuple[str, ...], date: str | None, agencies: tuple[str, ...]
) -> None:
    found = opening_of(line)
    assert found
    assert line[found.end :].startswith(rest)
    assert found.agencies == agencies
    assert (found.dateline.places, found.dateline.date) == (places, date) if found.dateline else not (places or date)


@pytest.mark.parametrize(
    "line",
    [
        "NATO — the alliance — said on Monday",
        "BREAKING — The man left",
        "UPDATE 2-Oil falls as the dollar rises",
        "The minister (AP) said he left",
        "Russia (which sent none) - No help came",
        "President Ada Obi (Democrat) - She left",
        "Apple Inc (AAPL) - The company",
        "AP - The man left",
        "SIEGEL: The man left",
        "Monday – The court sat",
        "“LONDON — The man”",
        "He left London – The end.",
        "LONDON (AP) — ",
        "LONDON",
        "",
    ],
)
def test_prose_is_not_an_opening(line: str) -> None:
    assert opening_of(line) is None
