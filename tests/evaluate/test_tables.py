from sayso.evaluate.evaluation import Evaluation, Figure
from sayso.evaluate.tables import percent, tables

FIGURES = (
    Figure(table="exact", row="source", precision=0.5, recall=0.25, f1=1 / 3, found=4, gold=8, low=0.2, high=0.4),
    Figure(table="exact", row="cue", precision=None, recall=0.0, f1=0.0, found=0, gold=8),
    Figure(table="tokens", row="cue", precision=1.0, recall=1.0, f1=1.0, found=8, gold=8, people=0.688),
)
EVALUATION = Evaluation(
    corpus="c",
    split="dev",
    system="rules",
    version="9",
    command="sayso evaluate c",
    digest="f" * 64,
    documents=3,
    figures=FIGURES,
)


def test_the_heading_says_what_was_measured_and_how() -> None:
    heading = tables(EVALUATION).split("\n\n")[:2]
    assert heading == ["## c, dev", f"3 documents, sha256 {'f' * 16}; rules, sayso 9: `sayso evaluate c`"]


def test_each_table_has_its_rows() -> None:
    assert tables(EVALUATION).split("\n\n")[2].splitlines() == [
        "| exact  | precision | recall |   F1 |      95 % | found | gold |",
        "| ------ | --------: | -----: | ---: | --------: | ----: | ---: |",
        "| source |      50.0 |   25.0 | 33.3 | 20.0–40.0 |     4 |    8 |",
        "| cue    |         – |    0.0 |  0.0 |         – |     0 |    8 |",
    ]


def test_people_have_a_column_where_they_are_known() -> None:
    assert tables(EVALUATION).split("\n\n")[3].splitlines()[2].endswith("|   68.8 |")


def test_what_is_not_defined_is_a_dash() -> None:
    assert percent(None) == "–"
