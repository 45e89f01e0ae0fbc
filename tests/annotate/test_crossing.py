"""Contents that run on into what somebody else says next."""

from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.annotate.crossing import uncrossed
from sayso.annotate.passage import Passage, passage_of
from sayso.record.annotation import Attribution
from sayso.spans import Span


def contents(text: str, *told: tuple[str | None, str, str]) -> list[str]:
    """What is left of each content; sources, cues and contents stand once in the text."""

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    found = [
        Attribution(
            source=span(source) if source else None,
            cue=(span(cue),),
            content=(span(content),),
            method="test",
            confidence=0.9,
        )
        for source, cue, content in told
    ]
    return [piece.of(text) for one in uncrossed(passage_in(text), found) for piece in one.content]


def passage_in(text: str) -> Passage:
    report = report_of(text)
    annotated = annotate(report)
    return passage_of(report, annotated.tokens, annotated.sentences, annotated.quotations)


def test_a_content_ends_before_another_source_that_goes_on_after_it():
    text = "Ng said officers dragged a man off, though a video shows him walking."
    first = ("Ng", "said", "officers dragged a man off, though a video shows")
    assert contents(text, first, ("a video", "shows", "him walking")) == ["officers dragged a man off", "him walking"]


def test_what_is_told_within_a_content_stays_there():
    text = "Ng said a video shows him walking."
    whole = ("Ng", "said", "a video shows him walking")
    assert contents(text, whole, ("a video", "shows", "him walking")) == ["a video shows him walking", "him walking"]


def test_a_content_that_is_nothing_but_the_other_stays_as_it_was():
    text = "Ng said and Oba added that it rained."
    first = ("Ng", "said", "and Oba added")
    assert contents(text, first, ("Oba", "added", "that it rained")) == ["and Oba added", "that it rained"]
