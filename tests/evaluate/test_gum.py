from pathlib import Path

import pytest

from sayso.evaluate.corpora import gum
from sayso.evaluate.corpora.chains import chains
from sayso.evaluate.corpora.discourse import attributions

ROWS = [  # number, form, last column
    ("1", "The", "Discourse=attribution-positive:1->2:1:sem-atsrc-1-2-_+lex-indwd-3-_|Entity=(1-person-x"),
    ("2", "clerk", "Entity=1)"),
    ("3", "said", "_"),
    ("4", "rain", "Discourse=ROOT:2:0|Entity=(2-event-x)"),
    ("5-6", "isn't", "_"),
    ("5", "is", "_"),
    ("6", "n't", "_"),
    ("7", "due", "_"),
    ("8", "as", "Discourse=causal-cause:3->2:0:dm-as-8-_;attribution-positive:3->1:0:0:sem-atsrc-9-_"),
    ("9", "she", "Entity=(1-person-x)"),
    ("10", "knew", "SpaceAfter=No"),
    ("11", ".", "_"),
    ("12", "Later", "Discourse=context-circumstance:4->2:2:_"),
    ("13", "came", "_"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = ["# newpar", "# newpar_block = head (1 s)"]
    words = [row for row in ROWS if "-" not in row[0]]
    for number, form, misc in ROWS:
        lines += ["", "# newpar", "# newpar_block = p (1 s)"] if number == "12" else []
        lines.append("\t".join([number, form, *"_______", misc]))
    coreference = [
        "(1" if word == "The" else "1)" if word == "clerk" else "(1)" if word == "she" else "_" for _, word, _ in words
    ]
    for name in ("GUM_news_a", "GUM_news_b"):
        for kind, text in (
            ("dep/{}.conllu", "\n".join(lines) + "\n"),
            (
                "ontogum-conll/{}.conll",
                "\n".join(f"{n}\t{w[1]}\t{c}" for n, (w, c) in enumerate(zip(words, coreference, strict=True))),
            ),
        ):
            path = tmp_path / kind.format(name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return tmp_path


def first(folder: Path) -> gum.Document:
    return next(iter(gum.documents(folder, "all")))


def test_text_has_its_spaces_contractions_and_paragraphs(folder: Path) -> None:
    assert first(folder).article.text == "The clerk said rain isn't due as she knew.\n\nLater came"
    assert first(folder).kinds == ("head", "p")


def test_content_is_the_target_and_what_hangs_on_it_lower_down(folder: Path) -> None:
    document = first(folder)
    relation = document.article.relations[0]
    found = [
        [span.of(document.article.text) for span in role] for role in (relation.source, relation.cue, relation.content)
    ]
    assert found == [["The clerk"], ["said"], ["rain isn't due as she knew"]]


def test_a_secondary_edge_may_attribute_too(folder: Path) -> None:
    text, relations = first(folder).article.text, first(folder).article.relations
    assert [span.of(text) for span in relations[1].source] == ["she"]


def test_a_cycle_of_secondary_edges_is_no_loop() -> None:
    column = ["attribution-positive:1->2:0:_;joint-list:1->2:0:0:_", "ROOT:2:0;joint-list:2->1:0:0:_"]
    assert len(attributions(column)) == 1


def test_coreference_leaves_singletons_out_and_entities_keep_them(folder: Path) -> None:
    document = first(folder)
    assert document.coreference == (frozenset({(0, 1), (8, 8)}),)
    assert document.entities == {"1": frozenset({(0, 1), (8, 8)}), "2": frozenset({(3, 3)})}


def test_brackets_of_one_entity_inside_itself_close_from_within() -> None:
    assert chains(["(1", "(1)", "1)"]) == {"1": frozenset({(0, 2), (1, 1)})}


def test_several_brackets_in_a_cell() -> None:
    assert chains(["(1(2)", "1)(3)"]) == {"2": frozenset({(0, 0)}), "1": frozenset({(0, 1)}), "3": frozenset({(1, 1)})}


@pytest.mark.corpus
def test_parts_do_not_share_a_document(corpora: Path) -> None:
    parts = [
        {document.article.name for document in gum.documents(corpora / "gum", part)} for part in ("train", "dev", "all")
    ]
    assert not parts[0] & parts[1]
    assert parts[0] | parts[1] == parts[2]
