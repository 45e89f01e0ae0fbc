import pytest

from golden.gold import GoldAttribution, NotLocated, locate
from sayso.record.statement import Manner

TEXT = 'He said it rained. The mayor said: "Rain is fine," and added that snow, he said, was not. He said it rained.'


def attribution(cue: str, *content: str, source: str | None = None, within: str | None = None) -> GoldAttribution:
    return GoldAttribution(source=source, cue=cue, content=content, manner=Manner.INDIRECT, window=within)


def words(cue: str, *content: str, source: str | None = None, within: str | None = None) -> tuple[str, ...]:
    found = locate(attribution(cue, *content, source=source, within=within), TEXT)
    return (found.source.of(TEXT) if found.source else "", *(piece.of(TEXT) for piece in found.content))


def test_ellipsis_stands_for_what_is_between() -> None:
    assert words("said", "Rain … fine", source="The mayor") == ("The mayor", "Rain is fine")


def test_cue_inside_the_content_of_another_piece_is_nearest() -> None:
    found = locate(attribution("said", "snow", "was not", source="he"), TEXT)
    assert found.cue.of(TEXT[:90]) == "said"
    assert found.source is not None
    assert TEXT.index("snow, he") + 6 == found.source.start


def test_words_that_stand_twice_need_a_window() -> None:
    with pytest.raises(NotLocated, match="twice"):
        locate(attribution("said", "it rained"), TEXT)
    assert words("said", "it rained", within="He said it rained") == ("", "it rained")


def test_colon_may_touch_the_word_before() -> None:
    assert locate(attribution(":", "Rain is fine"), TEXT).cue.of(TEXT) == ":"


def test_words_that_are_not_there_are_told() -> None:
    with pytest.raises(NotLocated, match="no 'Hail'"):
        locate(attribution("said", "Hail"), TEXT)
