import pytest

from sayso.readers.captions import caption_of, credit_of


@pytest.mark.parametrize(
    ("line", "text", "credit"),
    [
        ("Photo: Ada Obi/AFP", None, "Ada Obi/AFP"),
        ("Photo by Ada Obi", None, "Ada Obi"),
        ("Image: NASA", None, "NASA"),
        ("Photo courtesy of the army", None, "the army"),
        ("FILE - A man walks, Oct. 1, 2022. (AP Photo/Ben Roe)", "A man walks, Oct. 1, 2022.", "AP Photo/Ben Roe"),
        ("Soldiers on a bridge. REUTERS/Ada Obi", "Soldiers on a bridge.", "REUTERS/Ada Obi"),
        ("A view of the town. Ada Obi / AFP", "A view of the town.", "Ada Obi / AFP"),
        ("Soldiers march [Photo: Ada Obi/Reuters]", "Soldiers march", "Ada Obi/Reuters"),
        ("Picture: The valley in autumn (M. Gregor)", "The valley in autumn", "M. Gregor"),
        (
            "File photo: The mayor speaks in the town hall on Monday.",
            "The mayor speaks in the town hall on Monday.",
            None,
        ),
    ],
)
def test_caption_is_told_from_its_credit(line: str, text: str | None, credit: str | None) -> None:
    found = caption_of(line)
    assert found
    assert (found.text, found.credit) == (text, credit)


@pytest.mark.parametrize(
    "line",
    [
        "He left. (AFP)",
        "“Video: that is all they had to say to us, and it was not true.",
        "Photographs of the site showed damage.",
        "Picture this: a man walks into a bar.",
        "File a complaint if you want, he said.",
        "He said the photo was fake.",
        "The minister said (via Telegram) that he had left.",
        "A photo by Ada Obi won the prize, the jury said.",
    ],
)
def test_prose_is_no_caption(line: str) -> None:
    assert caption_of(line) is None


def test_credit_alone() -> None:
    assert credit_of("Ada Obi / Getty Images") == "Ada Obi / Getty Images"
    assert credit_of("The Minister/President") is None
