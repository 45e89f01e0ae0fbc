import pytest

from reading import paragraphs, text_report, unproven

LEAD = "The bridge was shut on Monday after divers found cracks, the council said."


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        (
            "The mayor accused the region of “letting the bridge fall",
            "down, pillar by pillar”.",
            "The mayor accused the region of “letting the bridge fall down, pillar by pillar”.",
        ),
        (
            "The mayor said the bridge would be open by the spring, but the coun-",
            "cil was less sure of that.",
            "The mayor said the bridge would be open by the spring, but the council was less sure of that.",
        ),
        (
            "Мэр сообщил журналистам, что мост через реку останется",
            "закрытым до осени этого года.",
            "Мэр сообщил журналистам, что мост через реку останется закрытым до осени этого года.",
        ),
    ],
)
def test_paragraph_broken_by_a_page_is_made_whole(first: str, second: str, whole: str) -> None:
    words = f"{LEAD}\n\n{first}\n\n{second}\n"
    report = text_report(words)
    assert paragraphs(report) == [LEAD, whole]
    assert unproven(report, words.encode()) == []


def test_page_number_between_the_halves_is_left_out() -> None:
    words = f"{LEAD}\n\nThe mayor accused the region of letting the bridge fall\n\n12\n\n\fdown, he said.\n"
    report = text_report(words)
    assert paragraphs(report)[-1] == "The mayor accused the region of letting the bridge fall down, he said."
    assert unproven(report, words.encode()) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The mayor said that the bridge would be open by the spring.", "and then he left."),
        ("What comes next", "nobody knows, the mayor said on Monday."),
        ("The council will now look at these three things in the spring:", "money, men and time, it said."),
        ("The mayor accused the region of letting the bridge fall", "Down the river, nobody knew of it."),
    ],
)
def test_two_paragraphs_stay_two(first: str, second: str) -> None:
    assert paragraphs(text_report(f"{LEAD}\n\n{first}\n\n{second}\n")) == [LEAD, first, second]


def test_list_items_stay_apart() -> None:
    items = "- the first of the items that the council named\n- the second of the items that it named\n"
    words = f"# Bridge is shut\n\n{LEAD}\n\n{items}"
    assert len(paragraphs(text_report(words))) == 3


def test_mojibake_is_mended_and_recorded() -> None:
    words = "The mayor said it was “safe” – and that’s that, he told the café owners of the town."
    content = words.encode().decode("cp1252", "replace").encode()
    report = text_report(content)
    assert paragraphs(report)[0].translate(str.maketrans("“”’", '""\'')).startswith('The mayor said it was "safe')
    assert "mojibake" in report.blocks[-1].normalised
    assert unproven(report, content) == []


def test_what_is_only_odd_is_left_alone() -> None:
    words = "L’Âme d’une ville, “Ça ira”, said Mr Âkesson of Ïle-Ãâ, who wrote ‘it’s “fine\"' on the wall."
    assert paragraphs(text_report(words)) == [words]


def test_soft_hyphens_go_and_quotation_marks_stay() -> None:
    words = 'The gov\u00adern\u00adment said "it\u00a0is safe” on Monday, and nobody asked why it was.'
    report = text_report(words)
    assert paragraphs(report) == ['The government said "it is safe” on Monday, and nobody asked why it was.']
    assert report.blocks[0].normalised == ("soft-hyphen", "whitespace")
