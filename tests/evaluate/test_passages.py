from sayso.evaluate.corpora.passages import passage, run_of, runs
from sayso.spans import Span


def test_text_is_written_as_it_was_printed() -> None:
    tokens = [
        "``",
        "We",
        "do",
        "n't",
        "know",
        ",",
        "''",
        "Ms.",
        "Ito",
        "'s",
        "aide",
        "said",
        "-LRB-",
        "twice",
        "-RRB-",
        ".",
    ]
    assert passage("a", [tokens], []).text == "“We don't know,” Ms. Ito's aide said (twice)."


def test_straight_quotation_marks_take_turns() -> None:
    tokens = ["He", "said", '"', "no", '"', "and", '"', "yes", '"', "."]
    assert passage("a", [tokens], []).text == 'He said "no" and "yes".'


def test_each_token_stands_at_its_place() -> None:
    made = passage("a", [["``", "Go", "!", "''"], ["She", "left", "."]], [])
    assert [place.of(made.text) for place in made.places] == ["“", "Go", "!", "”", "She", "left", "."]


def test_sentences_are_paragraphs() -> None:
    assert passage("a", [["One", "."], ["Two", "."]], []).text == "One.\n\nTwo."


def test_runs_of_bio_labels() -> None:
    assert runs(["B-a", "I-a", "B-a", "O", "B-b"]) == {("a", 0, 2), ("a", 2, 3), ("b", 4, 5)}


def test_runs_of_bioes_labels() -> None:
    assert runs(["S-a", "B-b", "E-b", "S-b"]) == {("a", 0, 1), ("b", 1, 3), ("b", 3, 4)}


def test_a_stray_inside_opens_a_run() -> None:
    assert runs(["O", "I-a", "I-b", "I-b"]) == {("a", 1, 2), ("b", 2, 4)}


def test_nothing_labelled_has_no_runs() -> None:
    assert runs(["O", "O"]) == runs([]) == frozenset()


def test_a_span_is_brought_back_to_the_tokens_it_touches() -> None:
    made = passage("a", [["Ms.", "Ito", "said", "so", "."]], [])
    assert run_of(Span(1, 6), "PER", made.places) == ("PER", 0, 2)


def test_a_span_of_white_space_touches_no_token() -> None:
    made = passage("a", [["Ms.", "Ito"]], [])
    assert run_of(Span(3, 4), "PER", made.places) is None
