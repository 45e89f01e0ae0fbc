from sayso.evaluate.corpora.gold import Article, Relation
from sayso.evaluate.corpora.gum import Document
from sayso.evaluate.counts import Counts
from sayso.evaluate.reading import report_of
from sayso.evaluate.stretches import tokens_of
from sayso.evaluate.suites.sources import tally
from sayso.record.actor import Mention
from sayso.record.annotation import MentionKind
from sayso.record.evidence import Evidence
from sayso.record.record import Record
from sayso.record.reference import Reference
from sayso.record.statement import Manner, Statement
from sayso.spans import Span, Words

TEXT = "Mina Sato met Juha Berg. She said rain came. A guard said no."
WORDS = tokens_of(TEXT)
SATO, BERG, SHE, SAID, RAIN, GUARD, SAID_2, NO = (0, 1), (3, 4), (6, 6), (7, 7), (8, 9), (11, 12), (13, 13), (14, 14)


def words(mention: tuple[int, int]) -> Words:
    return Words.at(Span(WORDS[mention[0]].start, WORDS[mention[1]].end), TEXT)


def relation(source: tuple[int, int], cue: tuple[int, int], content: tuple[int, int]) -> Relation:
    return Relation(*((Span(one.start, one.end),) for one in (words(source), words(cue), words(content))))


DOCUMENT = Document(
    article=Article("a", TEXT, (relation(SHE, SAID, RAIN), relation(GUARD, SAID_2, NO))),
    genre="news",
    kinds=("p",),
    places=tuple(WORDS),
    proper=frozenset({0, 1, 3, 4}),
    coreference=(),
    entities={"1": frozenset({SATO, SHE}), "2": frozenset({BERG}), "3": frozenset({GUARD})},
)


def statement(source: tuple[int, int], cue: tuple[int, int], content: tuple[int, int], actor: str | None) -> Statement:
    return Statement(
        id="st",
        report_id="rep",
        manner=Manner.INDIRECT,
        content=(words(content),),
        cue=(words(cue),),
        source=Reference(words=words(source), actor=actor),
        evidence=Evidence(spans=(), method="rule:test@1", confidence=1.0),
    )


def mention(place: tuple[int, int], kind: MentionKind, actor: str) -> Mention:
    return Mention(id=f"men-{place}", words=words(place), kind=kind, actor=actor)


def score(*mentions: Mention, actor: str | None = "she", of_guard: str | None = None) -> Counts:
    statements = (statement(SHE, SAID, RAIN, actor), statement(GUARD, SAID_2, NO, of_guard))
    return tally(DOCUMENT, Record(report=report_of(TEXT), statements=statements, mentions=mentions))


def test_a_pronoun_joined_to_its_name_is_right() -> None:
    counts = score(mention(SATO, MentionKind.NAMED, "she"), mention(SHE, MentionKind.PRONOMINAL, "she"))
    assert counts == Counts(1, 2, 1, 2)


def test_a_pronoun_joined_to_another_name_is_wrong() -> None:
    assert score(mention(BERG, MentionKind.NAMED, "she"), mention(SHE, MentionKind.PRONOMINAL, "she")).right == 0


def test_a_pronoun_left_alone_is_wrong_where_there_is_a_name() -> None:
    assert score(mention(SHE, MentionKind.PRONOMINAL, "she")).right == 0


def test_a_source_without_an_actor_is_wrong() -> None:
    assert score(actor=None).right == 0


def test_a_source_that_the_report_never_names_needs_no_name() -> None:
    assert score(mention(GUARD, MentionKind.NOMINAL, "guard"), of_guard="guard").right == 1


def test_what_was_not_found_counts_against_recall_alone() -> None:
    record = Record(report=report_of(TEXT), statements=())
    assert tally(DOCUMENT, record) == Counts(0, 0, 0, 2)


def test_nothing_gold_has_no_figures() -> None:
    empty = Document(Article("a", TEXT, ()), "news", ("p",), tuple(WORDS), frozenset(), (), {})
    assert tally(empty, Record(report=report_of(TEXT))).f1 is None
