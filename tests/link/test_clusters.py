from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.clusters import clusters_of, standing
from sayso.record.judgement import Verdict, judged, retracted
from told import WHEN, groups

ACTORS = [f"ac-{number:016x}" for number in range(6)]
A, B, C, D = ACTORS[:4]
RULE = "rule:link.actors@1"


def person(left, right, verdict, minute=0, by="Ada"):
    return judged(left, right, verdict, by=by, when=WHEN + timedelta(minutes=minute))


def rule(left, right, score=3.0, verdict=Verdict.SAME, minute=0):
    return judged(left, right, verdict, by=RULE, when=WHEN + timedelta(minutes=minute), score=score)


times = st.integers(0, 5).map(lambda minute: datetime(2024, 1, 1, 0, minute, tzinfo=UTC))
judgements = st.builds(
    lambda pair, verdict, by, when, score: judged(
        *pair, verdict, by=by, when=when, score=score if by.startswith("rule:") else None
    ),
    st.lists(st.sampled_from(ACTORS), min_size=2, max_size=2, unique=True),
    st.sampled_from(Verdict),
    st.sampled_from(["Ada", "Bo", RULE]),
    times,
    st.sampled_from([3.0, 4.5, 6.0]),
)


@st.composite
def decisions(draw):
    """Judgements, retractions of some, and retractions of some of these."""
    found = draw(st.lists(judgements, max_size=12))
    for _ in range(draw(st.integers(0, 4))):
        if found:
            found.append(retracted(draw(st.sampled_from(found)), by="Ada", when=draw(times)))
    return found


def test_actors_without_judgements_stand_alone():
    assert [cluster.members for cluster in clusters_of([B, A], [])] == [(A,), (B,)]


def test_a_cluster_is_named_after_its_least_actor():
    (cluster,) = clusters_of([A, B], [rule(A, B)])
    assert cluster.id == f"who-{A.removeprefix('ac-')}"


def test_a_person_overrules_a_rule_even_if_earlier():
    assert groups(clusters_of([A, B], [person(A, B, Verdict.DIFFERENT), rule(A, B, minute=5)])) == set()


def test_of_two_decisions_of_persons_the_later_counts():
    changed = [person(A, B, Verdict.DIFFERENT), person(A, B, Verdict.SAME, minute=1, by="Bo")]
    assert groups(clusters_of([A, B], changed)) == {frozenset({A, B})}


def test_different_forbids_a_chain_and_the_surer_link_stays():
    chain = [rule(A, C, score=6.0), rule(C, B, score=3.0), person(A, B, Verdict.DIFFERENT)]
    assert groups(clusters_of([A, B, C], chain)) == {frozenset({A, C})}


def test_a_person_may_join_what_a_rule_keeps_apart():
    told = [rule(A, B, verdict=Verdict.DIFFERENT), person(A, B, Verdict.SAME)]
    assert groups(clusters_of([A, B], told)) == {frozenset({A, B})}


def test_a_rule_that_is_taken_back_joins_no_more_not_even_by_a_chain():
    one = rule(A, B)
    told = [one, retracted(one, by="Ada", when=WHEN), rule(A, C, score=6.0), rule(C, B)]
    assert groups(clusters_of([A, B, C], told)) == {frozenset({A, C})}


def test_a_person_may_join_what_was_taken_back_from_a_rule():
    one = rule(A, B)
    told = [one, retracted(one, by="Ada", when=WHEN), person(A, B, Verdict.SAME, minute=1)]
    assert groups(clusters_of([A, B], told)) == {frozenset({A, B})}


@given(decisions(), st.randoms())
def test_the_order_of_decisions_and_actors_does_not_matter(told, chance):
    mixed, actors = list(told), list(ACTORS)
    chance.shuffle(mixed)
    chance.shuffle(actors)
    assert clusters_of(actors, mixed) == clusters_of(ACTORS, told)


@given(decisions())
def test_decisions_told_twice_change_nothing(told):
    assert clusters_of(ACTORS, [*told, *told]) == clusters_of(ACTORS, told)


@given(decisions(), judgements)
def test_undo_restores_unless_a_rule_is_undone(told, one):
    known = {decision.id for decision in told}
    if one.id in known or one.by_rule:
        return
    undone = [*told, one, retracted(one, by="Bo", when=WHEN + timedelta(days=1))]
    assert clusters_of(ACTORS, undone) == clusters_of(ACTORS, told)


@given(decisions(), judgements)
def test_an_undo_that_is_undone_brings_it_back(told, one):
    if one.id in {decision.id for decision in told}:
        return
    undo = retracted(one, by="Bo", when=WHEN + timedelta(days=1))
    redo = retracted(undo, by="Bo", when=WHEN + timedelta(days=2))
    assert clusters_of(ACTORS, [*told, one, undo, redo]) == clusters_of(ACTORS, [*told, one])


@settings(max_examples=200)
@given(decisions())
def test_whom_a_person_calls_different_is_never_in_one_cluster(told):
    of = {member: cluster.id for cluster in clusters_of(ACTORS, told) for member in cluster.members}
    for pair, judgement in standing(told).held.items():
        if judgement.verdict == Verdict.DIFFERENT and not judgement.by_rule:
            assert of[pair[0]] != of[pair[1]]


@given(decisions())
def test_every_actor_is_in_one_cluster(told):
    members = [member for cluster in clusters_of(ACTORS, told) for member in cluster.members]
    assert sorted(members) == ACTORS
