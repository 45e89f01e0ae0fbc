import numpy as np

from sayso.tagger.bundle import Bundle
from sayso.tagger.distance import distances
from sayso.tagger.roles import Found, attributions, contents_apart, runs

from .conftest import WIDTH


def found(content: tuple[tuple[int, int], ...], score: float) -> Found:
    return Found((0, 1), (), content, (0.0, score))


def test_runs_of_labels() -> None:
    names = ["O", "B-cue", "I-cue", "B-source"]
    assert runs(np.array([0, 1, 2, 1, 0, 3]), names) == [("cue", 1, 3), ("cue", 3, 4), ("source", 5, 6)]


def test_likelier_attribution_keeps_the_content_that_two_claim() -> None:
    lesser, greater = contents_apart([found(((5, 12),), -2.0), found(((7, 9),), -1.0)])
    assert lesser.content == ((5, 7), (9, 12))
    assert greater.content == ((7, 9),)


def test_contents_apart_from_each_other_stay_as_they_are() -> None:
    both = [found(((5, 7), (9, 10)), -2.0), found(((7, 9),), -1.0)]
    assert contents_apart(both) == both


def test_distances_tell_before_from_after() -> None:
    steps = distances(np.arange(12), 5, 6)
    assert steps[5] == steps[6] == 0
    assert steps[4] == 1
    assert steps[7] == 2
    assert len({int(step) for step in steps}) == 11


def test_attributions_do_not_depend_on_words_out_of_reach(bundle: Bundle) -> None:
    """Cues see 192 words before them and 320 after; the flat labels are the same for each word alone."""
    vectors = np.random.default_rng(1).normal(size=(900, WIDTH)).astype(np.float32)
    whole = attributions(bundle, vectors, np.ones(900, np.int64))
    half = attributions(bundle, vectors[:450], np.ones(450, np.int64))
    assert [one.cue for one in whole if one.cue[1] < 100] == [one.cue for one in half if one.cue[1] < 100]
    assert whole
