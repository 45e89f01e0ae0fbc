from pathlib import Path

import pytest

from sayso.evaluate.corpora import cofenet, newswire, uner
from sayso.evaluate.corpora.passages import runs


def test_newswire_takes_the_part_and_its_sentences(tmp_path: Path) -> None:
    folder = tmp_path / "processed_annotated"
    folder.mkdir()
    (tmp_path / "split.tsv").write_text("file\tsplit\nb.txt.tsv\tdev\na.txt.tsv\ttrain\n")
    (folder / "b.txt.tsv").write_text("Ito\tB-Person\tB-Misc\nleft\tO\n\nRain\tO\n")
    (article,) = newswire.articles(tmp_path, "dev")
    assert (article.name, article.text) == ("b", "Ito left\n\nRain")
    assert runs(article.labels) == {("Person", 0, 1)}


def test_uner_parts_documents(tmp_path: Path) -> None:
    lines = ["# newdoc id = x", "# text = Oslo", "1\tOslo\tB-LOC\t-\t-", "", "# newdoc id = y", "1\t#\tO\t-\t-", "", ""]
    (tmp_path / "en_ewt-ud-dev.iob2").write_text("\n".join(lines))
    assert [(made.name, made.text) for made in uner.documents(tmp_path, "dev")] == [("x", "Oslo"), ("y", "#")]


def test_half_of_uner_is_held_back(tmp_path: Path) -> None:
    names = [f"document-{number}" for number in range(200)]
    rows = "\n\n".join(f"# newdoc id = {name}\n1\tOslo\tB-LOC\t-\t-" for name in names)
    (tmp_path / "en_ewt-ud-dev.iob2").write_text(rows + "\n")
    held_back = [made.name for made in uner.documents(tmp_path, uner.HELD_BACK)]
    assert held_back == [name for name in names if uner.is_held_back(name)]
    assert 70 < len(held_back) < 130


def test_cofenet_passages_are_read(tmp_path: Path) -> None:
    (tmp_path / cofenet.FILE).write_text(
        '{"id": "a", "tokens": ["He", "left", "."], "labels": ["B-source", "O", "O"]}\n'
    )
    (made,) = cofenet.passages(tmp_path)
    assert (made.text, runs(made.labels)) == ("He left.", {("source", 0, 1)})


@pytest.mark.corpus
def test_every_gold_entity_of_uner_is_read(corpora: Path) -> None:
    found = uner.documents(corpora / "uner-ewt", "dev")
    assert sum(len(runs(document.labels)) for document in found) == 966
