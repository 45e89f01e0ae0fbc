"""Treebanks and GUM, read in our words."""

from pathlib import Path

from recipe.ontogum import entities
from recipe.trees import banks, documents, is_tree

SENTENCES = """\
# newdoc id = quay
# newpar
# sent_id = quay-1
1-2\tShe's\t_\t_\t_\t_\t_\t_\t_\t_
1\tShe\tshe\tPRON\t_\t_\t6\tnsubj\t_\tEntity=(1-person-new-sgl)
2\t's\tbe\tAUX\t_\t_\t6\tcop\t_\t_
3\tfar\tfar\tADV\t_\t_\t5\tadvmod\t_\tSpaceAfter=No
4\t-\t-\tPUNCT\t_\t_\t5\tpunct\t_\tSpaceAfter=No
5\tsighted\tsighted\tADJ\t_\t_\t6\tamod\t_\t_
6\tmayor\tmayor\tNOUN\t_\t_\t0\troot\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t_\t_\t6\tpunct\t_\t_

# newpar
# sent_id = quay-2
1\tA\ta\tDET\t_\t_\t2\tdet\t_\tEntity=(2-object-new-sgl(3-place-new-sgl
2\tquay\tquay\tNOUN\t_\t_\t0\troot\t_\tEntity=3)
3\tgate\tgate\tNOUN\t_\t_\t2\tdep\t_\tEntity=2)|SpaceAfter=No
4\tsee:x.y\tsee:x.y\tX\t_\t_\t2\tdep\t_\t_
"""


def read(folder: Path):
    path = folder / "quay.conllu"
    path.write_text(SENTENCES, encoding="utf-8")
    return path


def test_words_are_ours_and_form_trees(tmp_path: Path) -> None:
    (passage,) = documents(read(tmp_path))
    assert passage.text.strip() == "She's far-sighted mayor.\nA quay gatesee:x.y"
    first, last = (passage.sentences or [])[0]
    words = (passage.syntax or [])[first:last]
    assert [passage.word(number) for number in range(first, last)] == ["She", "'s", "far-sighted", "mayor", "."]
    assert [(word.tag, word.head, word.relation) for word in words] == [
        ("PRON", 3, "nsubj"),
        ("AUX", 3, "cop"),
        ("ADJ", 3, "amod"),
        ("NOUN", None, "root"),
        ("PUNCT", 3, "punct"),
    ]


def test_word_that_we_cut_leans_on_its_first_part(tmp_path: Path) -> None:
    (passage,) = documents(read(tmp_path))
    first, last = (passage.sentences or [])[1]
    heads = {number: (passage.syntax or [])[number].head for number in range(first, last)}
    assert is_tree(heads)
    assert (passage.syntax or [])[last - 1].relation == "goeswith"


def test_places_find_a_leaf_by_its_sentence_and_number(tmp_path: Path) -> None:
    (bank,) = banks(read(tmp_path))
    leaf = bank.leaves[bank.places["quay-2", 2]]
    assert leaf.span.of(bank.text) == "quay"


def test_entities_may_nest(tmp_path: Path) -> None:
    (bank,) = banks(read(tmp_path))
    assert entities(bank) == [("person", 0, 0), ("place", 7, 8), ("object", 7, 9)]


def test_two_roots_or_a_cycle_are_no_tree() -> None:
    assert is_tree({0: None, 1: 0})
    assert not is_tree({0: None, 1: None})
    assert not is_tree({0: None, 1: 2, 2: 1})
    assert not is_tree({0: None, 1: 5})
