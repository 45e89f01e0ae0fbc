"""Interviews printed without names or marks: paragraphs that ask, each with the answer after it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.attribute.actors.drafts import Draft
from sayso.record.actor import ActorKind
from sayso.record.annotation import AnnotatedReport
from sayso.record.report import BlockKind
from sayso.spans import Span

_FEWEST = 3
"""Questions with an answer that make an interview."""
_ASKING = frozenset(
    """interview interviews interviewed interviewing spoke speaks speak talked talks talk discuss discusses
    discussed sat met asked chatted answers answered conversation""".split()  # noqa: SIM905 - words to read
)
"""Of whom the text before the questions uses such a word answers them."""
_SPOKEN = frozenset({"i", "we", "my", "our", "i'm", "i've", "i'd"})


class Interview:
    """Which paragraphs of a report ask and which answer.

    `asked` is where the first question begins; None if the report is no interview.
    """

    def __init__(self, annotated: AnnotatedReport) -> None:
        text = annotated.report.text
        self._blocks = [block.span for block in annotated.report.blocks]
        plain = [block.kind not in (BlockKind.HEADLINE, BlockKind.HEADING) for block in annotated.report.blocks]
        asks = [each and span.of(text).rstrip().endswith("?") for each, span in zip(plain, self._blocks, strict=True)]
        spoken = [not _SPOKEN.isdisjoint(_words(span.of(text))) for span in self._blocks]
        answered = sum(one and not after and said for one, after, said in zip(asks, asks[1:], spoken[1:], strict=False))
        first = next((at for at, one in enumerate(asks) if one), 0)
        self._asks = asks
        asked = self._blocks[first].start if asks else 0
        self._opening = [
            one for one in annotated.sentences if one.end <= asked and not _ASKING.isdisjoint(_words(one.of(text)))
        ]
        self.asked = asked if answered >= _FEWEST and self._opening else None

    def answers(self, span: Span) -> bool:
        """Whether the span stands in an answer."""
        at = bisect_right(self._blocks, span.start, key=lambda block: block.start) - 1
        return self.asked is not None and span.start >= self.asked and at >= 0 and not self._asks[at]

    def asks(self, span: Span) -> bool:
        """Whether the span stands in a question."""
        return self.asked is not None and span.start >= self.asked and not self.answers(span)

    def answering(self, drafts: Sequence[Draft]) -> Draft | None:
        """Of the people named where the talk is told of, the one told of most before it; None for two told of alike."""
        people = [draft for draft in drafts if len(draft.name) > 1 and self._is_asked(draft)]
        told = sorted(((self._told(draft), at) for at, draft in enumerate(people)), reverse=True)
        clear = told and told[0][0] and (len(told) == 1 or told[0][0] > told[1][0])
        return people[told[0][1]] if clear else None

    def _is_asked(self, draft: Draft) -> bool:
        """Whether a person is named in a sentence that tells of the talk."""
        person = ActorKind.PERSON in (draft.kind, draft.guess)
        return person and any(one.covers(span) for span, _ in draft.met for one in self._opening)

    def _told(self, draft: Draft) -> int:
        """Mentions of somebody before the first question."""
        return sum(span.start < (self.asked or 0) for span, _ in draft.met)


def _words(text: str) -> list[str]:
    """Words in small letters, with a straight apostrophe and no marks."""
    return [word.strip('.,;:!?()\u201c\u201d"') for word in text.lower().replace("\u2019", "'").split()]
