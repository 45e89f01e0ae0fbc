"""Sentences with known events, the heads that learn from them, and that the package computes what training did."""

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from recipe.corpora import Passage
from recipe.event_examples import (
    REPORTS,
    Example,
    bracketed,
    column,
    held_back,
    of_class,
    of_marked,
    ours,
    own,
    plover_types,
    reports,
)
from recipe.event_folds import by_root, f1_by_class, fold_of
from recipe.event_heads import EventHead, of_sentence, of_words, participant_nats, trigger_nats
from recipe.events import fit, group, likely, read, scores_of
from recipe.factuality import documents, happened_labels, sentences
from recipe.model import LOWER, WIDTH, Net
from recipe.windows import collate, cut, prepare
from sayso.annotate.tokens import words_of
from sayso.evaluate.corpora.plover import marked
from sayso.record.event import Role
from sayso.tagger.bundle import FORMAT, Bundle, Card
from sayso.tagger.events import event_types, happened, relation
from sayso.tagger.participants import LIKELY, ROLES, ParticipantFinder

TOLERANCE = 2e-4


def example(text: str, *types: str, root: str | None = None) -> Example:
    if root:
        return of_marked(marked(text, root))
    return Example(Passage("cameo", text, words_of(text)), types)


SHELLED = example("<s>Rebels</s> shelled <t>the port of Vell</t> at dawn.", root="ASSAULT")
YIELDED = example("<s>The junta</s> let <t>two clerks</t> go.", root="YIELD")
QUIET = example("The port of Vell lies on a bay.")


@pytest.fixture
def reads(net: Net):
    return read(net, [SHELLED, YIELDED, QUIET])


@pytest.fixture
def head() -> EventHead:
    torch.manual_seed(2)
    return EventHead(len(LOWER) * WIDTH, len(plover_types())).eval()


@pytest.fixture
def bundle(net: Net, head: EventHead) -> Bundle:
    net.add_module("event", head)
    heads = {name: tensor.numpy() for name, tensor in net.state_dict().items() if not name.startswith("encoder.")}
    card = Card(format=FORMAT, version="en@0", language="en", labels={"events": [*plover_types()]}, calibration={})
    return Bundle(card, (), heads, Path("encoder.onnx"))


def test_a_marked_sentence_knows_its_words() -> None:
    assert [SHELLED.passage.word(n) for n in SHELLED.source] == ["Rebels"]
    assert [SHELLED.passage.word(n) for n in SHELLED.target] == ["the", "port", "of", "Vell"]
    assert YIELDED.types == ("CONCEDE", "RETREAT")


def test_a_class_of_cameo_is_of_the_types_of_its_roots() -> None:
    assert [of_class(kind) for kind in range(3)] == [
        (),
        ("AGREE", "CONSULT", "SUPPORT"),
        ("CONCEDE", "COOPERATE", "AID", "RETREAT"),
    ]
    assert sorted(code for kind in range(5) for code in of_class(kind)) == sorted(plover_types())


def test_our_sentences_give_their_triggers_but_for_the_third_that_is_held_back(tmp_path: Path) -> None:
    event = {"type": "PROTEST", "trigger": "marched#2", "actor": [{"words": "They", "country": None}], "recipient": []}
    rows = [{"id": f"s{n}", "text": "He marched. They marched on.", "events": [event]} for n in range(30)]
    path = tmp_path / "sentences.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    found = list(own(path))
    assert {one.passage.name for one in found} == {row["id"] for row in rows if not held_back(row["id"])}
    assert 10 < len(found) < 30
    assert found[0].passage.triggers == [(range(4, 5), "PROTEST")]
    assert found[0].passage.participants == {0: [(Role.ACTOR, range(3, 4))]}


def test_our_reports_give_the_triggers_of_each_sentence_up_to_the_last_that_may_be_learnt_from() -> None:
    found = list(reports(REPORTS, last=2))
    assert len({one.passage.name for one in found}) == 2
    assert all(len(one.passage.triggers or []) >= len(one.types) for one in found)
    assert sum(len(one.passage.triggers or []) for one in found) > 10


def test_the_package_finds_what_the_head_finds(bundle: Bundle, head: EventHead, reads) -> None:
    expected = likely(head, reads[:1])[0]
    found = relation(bundle, reads[0].vectors.numpy(), SHELLED.source, SHELLED.target)
    assert np.allclose(list(found.values()), expected[1:], atol=TOLERANCE)
    assert 0 < sum(found.values()) < 1


def test_the_package_tells_of_words_what_the_head_does(bundle: Bundle, net: Net) -> None:
    torch.manual_seed(3)
    layers = torch.rand(5, (1 + len(LOWER)) * WIDTH)
    with torch.inference_mode():
        net.triggers.out.bias.zero_()
        expected = of_words(net.triggers(layers)).exp()[:, 1:]
    found = event_types(bundle, layers.numpy())
    assert [next(iter(one)) for one in found] == [plover_types()[int(row.argmax())] for row in expected]
    assert all(
        abs(one[next(iter(one))] - float(row.max())) < TOLERANCE for one, row in zip(found, expected, strict=True)
    )


def test_the_package_rates_words_as_the_net_does(bundle: Bundle, net: Net, reads) -> None:
    vectors = torch.rand(4, WIDTH)
    with torch.inference_mode():
        expected = net.happened(vectors).clamp(-3, 3)
    assert np.allclose(happened(bundle, vectors.numpy()), expected, atol=0.006)


def test_padding_changes_nothing(head: EventHead, reads) -> None:
    assert np.allclose(likely(head, reads)[0], likely(head, reads[:1])[0], atol=1e-5)


def test_likelihoods_of_a_sentence_add_up(head: EventHead, reads) -> None:
    batch = group(reads, [False] * 3)
    scores = scores_of(head, batch)
    assert torch.allclose(of_sentence(scores, batch.mask).exp().sum(1), torch.ones(3), atol=1e-5)


def test_a_head_learns_what_it_is_shown(reads) -> None:
    fitted = fit(list(reads) * 8, rounds=30, seed=1)
    found = likely(fitted, reads)
    assert plover_types()[int(found[0, 1:].argmax())] == "ASSAULT"
    assert plover_types()[int(found[1, 1:].argmax())] in {"CONCEDE", "RETREAT"}
    assert found[2, 0] == found[:, 0].max()


def test_one_sentence_is_in_one_fold(reads) -> None:
    folds = fold_of([*reads, *reads], 5)
    assert folds[:3] == folds[3:]


def test_yield_takes_what_plover_has_taken_apart() -> None:
    row = np.zeros((1, 1 + len(plover_types())))
    row[0, [column("CONCEDE"), column("RETREAT"), column("AID")]] = 0.3, 0.3, 0.4
    assert by_root(row)[0].argmax() == 5


def test_f1_of_classes() -> None:
    assert f1_by_class(["a", "a", "b"], ["a", "b", "b"]) == pytest.approx({"a": 2 / 3, "b": 2 / 3})


TREES = """\
# newdoc id = dam
# sent_id = dam-1
1\tThey\tthey\tPRON\t_\t_\t2\tnsubj\t_\t_
2\tdid\tdo\tAUX\t_\t_\t4\taux\t_\tSpaceAfter=No
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tdrain\tdrain\tVERB\t_\t_\t0\troot\t_\t_
5\tit\tit\tPRON\t_\t_\t4\tobj\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

"""


def rated(folder: Path, targets: list[dict[str, object]]) -> Path:
    path = folder / "factuality-uds-ih2" / "dev.jsonl"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"text": "They did n't drain it .", "targets": targets}), encoding="utf-8")
    return path


def test_ratings_find_their_words_in_the_treebank(tmp_path: Path) -> None:
    rated(tmp_path, [{"span1": [3, 4], "label": -2.5}])
    (tmp_path / "ud-ewt").mkdir()
    (tmp_path / "ud-ewt" / "en_ewt-ud-dev.conllu").write_text(TREES, encoding="utf-8")
    (passage,) = documents(tmp_path, "dev")
    assert {passage.word(number): rating for number, rating in (passage.happened or {}).items()} == {"drain": -2.5}


def test_ratings_of_sentences_stay_with_their_words_in_a_window(tmp_path: Path, pieces) -> None:
    (passage,) = sentences(rated(tmp_path, [{"span1": [3, 4], "label": -2.5}, {"span1": [5, 9], "label": 0.0}]))
    assert passage.happened == {3: -2.5}
    window = dataclasses.replace(next(cut(prepare(passage, pieces), 384)), first=2)
    batch = collate([window], pieces.start, pieces.end)
    assert [part.tolist() for part in happened_labels(batch)] == [[0], [1], [-2.5]]


def test_events_are_read_out_of_the_brackets_that_they_are_written_in(tmp_path: Path) -> None:
    path = tmp_path / "written.txt"
    path.write_text(
        "# a remark\n[Police|a1,a2] [led away|COERCE:1] [two|r1], and [fined|SANCTION:2] [one|r2].\nIt rained.\n",
        encoding="utf-8",
    )
    first, second = bracketed(path)
    assert first.passage.text == "Police led away two, and fined one."
    assert first.passage.triggers == [(range(1, 3), "COERCE"), (range(6, 7), "SANCTION")]
    assert first.passage.participants == {
        0: [(Role.ACTOR, range(0, 1)), (Role.RECIPIENT, range(3, 4))],
        1: [(Role.ACTOR, range(0, 1)), (Role.RECIPIENT, range(7, 8))],
    }
    assert (second.types, second.passage.triggers) == ((), [])


def test_a_marcher_may_be_trigger_and_participant(tmp_path: Path) -> None:
    path = tmp_path / "written.txt"
    path.write_text("[Rain|a2] scattered the [marchers|PROTEST:1,r2].\n", encoding="utf-8")
    (found,) = bracketed(path)
    assert found.passage.triggers == [(range(3, 4), "PROTEST")]


def test_reports_tell_who_takes_part_at_the_first_words_of_an_event_alone() -> None:
    found = [one.passage for one in reports(REPORTS, last=2)]
    assert any(len(one.participants) < len(one.triggers or []) for one in found)
    assert any(words for one in found for people in one.participants.values() for _, words in people)


def test_triggers_are_learnt_as_their_best_word_and_all_others_as_none() -> None:
    told = torch.zeros(4, len(plover_types()))
    told[1, column("PROTEST") - 1] = 30
    quiet = torch.full_like(told, -30)
    assert trigger_nats(torch.where(told > 0, told, quiet), [(range(0, 2), "PROTEST")]) == pytest.approx(0, abs=1e-3)
    assert trigger_nats(torch.where(told > 0, told, quiet), []) == pytest.approx(30, abs=1e-3)


def test_participants_are_learnt_as_their_best_word_and_all_others_as_neither() -> None:
    shares = torch.tensor([[-9.0, -1.0, -9.0], [-9.0, -0.5, -9.0], [-0.25, -9.0, -9.0], [-9.0, -9.0, -2.0]])
    told = [(Role.ACTOR, range(0, 2)), (Role.RECIPIENT, range(3, 4))]
    assert participant_nats(shares, told) == pytest.approx(0.5 + 0.25 + 2.0)


def test_the_package_finds_who_takes_part_as_the_net_does(bundle: Bundle, net: Net) -> None:
    torch.manual_seed(4)
    layers = torch.rand(7, (1 + len(LOWER)) * WIDTH)
    with torch.inference_mode():
        expected = net.eval().participants(layers, torch.tensor([2]))[0].exp()
    found = ParticipantFinder.of(bundle, layers.numpy()).of_triggers([(2, 1, 7), (5, 4, 7)])[2]
    for number, role in enumerate(ROLES, 1):
        likely_ones = {n: float(expected[n, number]) for n in range(1, 7) if expected[n, number] >= LIKELY}
        assert found[role] == pytest.approx(likely_ones, abs=TOLERANCE)


def test_what_we_wrote_has_words_for_every_trigger() -> None:
    found = list(ours())
    assert len({one.group for one in found}) > 2000
    assert all(words for one in found for words, _ in one.passage.triggers or [])
