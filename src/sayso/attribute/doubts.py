"""What the report says of statements beside them: that they were not verified, that no proof was given, "if true"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from sayso.attribute.neighbourhoods import Neighbourhoods
from sayso.ontology.codebook import cue_book, source_words
from sayso.spans import Span

_BACK = 3
"""Sentences back in which the statements stand that a sentence of doubt is about."""
_JOINING = re.compile(r"[,;]|\b(?:but|and|though|although)\b")
_JOINED = re.compile(r"(?:,|\b(?:but|and|though|although))\s*$")
_GOES_ON = re.compile(r",? (?:but|though|although)\b[^,]*$")
_POINTING = (["He"], ["She"], ["It"], ["They"])
_NOT_ONE = frozenset({"neither", "none", "no", "nothing"})

Doubt = tuple[int, Span, str]
"""The number of an attribution, the words that cast doubt on it, and the kind of sign that they are."""


@cache
def _unverified() -> re.Pattern[str]:
    check = r"(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|authenticated?|check(?:ed)?)"
    free = r"(?:(?:immediately|independently|yet|also|fully|be|been) )*"
    unable = r"(?:was|were|is|are|(?:has|have)(?: not)? been)(?: not|n['\u2019]t)? (?:un)?able to"
    return re.compile(
        rf"\b(?:could not|cannot|can not|couldn['\u2019]t|{unable}|has not|have not|could) {free}{check}\b"
        r"(?: independently)?|\bno independent (?:confirmation|verification)"
        r"|\bauthenticity (?:\w+ ){1,2}not been (?:\w+ )?(?:established|verified|confirmed)",
        re.IGNORECASE,
    )


@cache
def _unproven() -> re.Pattern[str]:
    proof = r"(?:any )?(?:\w+ )?(?:evidence|proof|details)"
    giving = r"(?:gave|given|gives|offered|offers|presented|provided|provides|produced|cited|showed)"
    return re.compile(
        rf"\bwithout (?:(?:providing|offering|giving|citing|presenting|producing|showing) )?{proof}"
        rf"|\b{giving} no {proof}"
        rf"|\b(?:did|does|has|have) not (?:provide|offer|give|present|produce|cite|show)n? {proof}",
        re.IGNORECASE,
    )


@cache
def _conditions() -> re.Pattern[str]:
    states = "confirmed|true|verified|proven|proved|accurate|correct|genuine"
    return re.compile(rf"\bif (?:it is |they are )?(?:{states})\b", re.IGNORECASE)


def doubted(hoods: Neighbourhoods) -> Iterator[Doubt]:
    """What casts doubt on which attribution, in no order."""
    if not hoods.annotated.sentences:
        return
    ways: tuple[tuple[re.Pattern[str], str, Callable[[_Words], Iterator[int]]], ...] = (
        (_unverified(), "unverified", _Words.not_verified),
        (_unproven(), "no_evidence", _Words.not_proven),
        (_conditions(), "condition", _Words.only_if),
    )
    for pattern, kind, whose in ways:
        for match in pattern.finditer(hoods.annotated.report.text):
            words = _Words(hoods, Span(*match.span()))
            if not words.quoted:
                yield from ((number, words.span, kind) for number in whose(words))


class _Words:
    """Words of doubt, and what stands around them."""

    def __init__(self, hoods: Neighbourhoods, span: Span) -> None:
        text = hoods.annotated.report.text
        self.span = span
        self._hoods = hoods
        self._sentence = hoods.annotated.sentences[hoods.sentence_of(span.start)]
        self._before = text[self._sentence.start : span.start]
        self._low = span.of(text).lower()
        self._wide = text[self._sentence.start : min(len(text), span.end + 40)].lower()

    @property
    def quoted(self) -> bool:
        """Whether they stand in quotation marks, and are not the report's."""
        return self._hoods.is_quoted(self.span)

    def not_verified(self) -> Iterator[int]:
        """Whose words the report, or a medium, did not verify; none where somebody else did not."""
        if self._by_reporter():
            yield from self._about()

    def not_proven(self) -> Iterator[int]:
        """Whose words lack proof: those of the same sentence, or of the one before where "it" or "she" begins."""
        if self._holding() and not _JOINED.search(self._before):
            return
        same = [(start, number) for start, number in self._cues_here() if start <= self.span.start]
        if same:
            yield max(same)[1]
        elif self._points_back():
            yield from list(self._earlier())[:1]

    def _points_back(self) -> bool:
        """Whether "it", "she" or "the ministry" begins the sentence and nothing else stands before."""
        words = self._before.split()
        return words in _POINTING or (len(words) == 2 and words[0] == "The")

    def only_if(self) -> Iterator[int]:
        """Whose words are put under a condition: those that hold it, or those before."""
        yield from self._holding()[:1] or self._about()

    def _by_reporter(self) -> bool:
        """Whether the report or a medium says so: "could not be verified", "AFP could not verify"."""
        words = _JOINING.split(self._before.replace("\u2019", "'"))[-1].lower().split()
        subject = {word.removesuffix("'s") for word in words}
        if self._low.startswith("could ") and "not" not in self._low:
            return bool(_NOT_ONE & subject)
        if self._is_told_by_source():
            return False
        if self._low.endswith(("ed", "confirmation", "verification")) or "authenticity" in self._low:
            return not {"i", "we", "he", "she"} & subject
        return bool(subject & (source_words()["medium"] | cue_book().lists["roles.medium"]))

    def _is_told_by_source(self) -> bool:
        """Whether it is part of what somebody said, and no clause of the report's own after it."""
        others = (number for number in self._holding() if not self._has_cue(number))
        return next(others, None) is not None and not _GOES_ON.search(self._before)

    def _holding(self) -> list[int]:
        """Attributions in whose content the words lie, the tightest first."""
        numbers = {number for at in self._hoods.range_of(self.span) for number in self._hoods.touching[at]}
        pieces = ((piece, number) for number in numbers for piece in self._hoods.attributions[number].content)
        return [number for piece, number in sorted(pieces, key=_length) if piece.covers(self.span)]

    def _has_cue(self, number: int) -> bool:
        return any(cue.overlaps(self.span) for cue in self._hoods.attributions[number].cue)

    def _about(self) -> list[int]:
        """The attribution before the sentence of doubt, or where it tells of several those of two sources before."""
        if re.search(r" (?:whose|that|which) ", self._before) and not self._said_before():
            return [number for start, number in sorted(self._cues_here()) if start >= self.span.end][:1]
        wanted = 2 if cue_book().lists["doubts.several"] & set(re.findall(r"\w+", self._wide)) else 1
        found: list[int] = []
        for number in self._earlier():
            same = bool(found) and self._hoods.attributions[found[-1]].source == self._hoods.attributions[number].source
            if same and wanted > 1:
                found[-1] = number
            elif len(found) < wanted:
                found.append(number)
        return found

    def _said_before(self) -> bool:
        return any(start < self.span.start for start, _ in self._cues_here())

    def _cues_here(self) -> Iterator[tuple[int, int]]:
        """Outermost attributions whose cue stands in the sentence, each after where the cue begins."""
        for number in self._outermost():
            start = self._hoods.attributions[number].cue[0].start
            if self._sentence.start <= start < self._sentence.end and (
                self._holds_all(number) or not self._has_cue(number)
            ):
                yield start, number

    def _holds_all(self, number: int) -> bool:
        return any(cue.covers(self.span) and len(cue) > len(self.span) for cue in self._hoods.attributions[number].cue)

    def _earlier(self) -> Iterator[int]:
        """Outermost attributions with a content before the words, the last first, a few sentences back."""
        here = self._hoods.sentence_of(self.span.start)
        for number in reversed(self._outermost()):
            one = self._hoods.attributions[number]
            if one.cue[0].start < self.span.start and one.content and not self._has_cue(number):
                if here - self._hoods.sentence_of(one.cue[0].start) > _BACK:
                    return
                yield number

    def _outermost(self) -> list[int]:
        """Attributions that are part of no other and lie from some sentences before to the end of this one."""
        first = self._hoods.annotated.sentences[max(0, self._hoods.sentence_of(self.span.start) - _BACK)]
        numbers = self._hoods.cued_between(first.start, self._sentence.end)
        return [number for number in numbers if self._hoods.outer[number] is None]


def _length(held: tuple[Span, int]) -> tuple[int, int]:
    return len(held[0]), held[1]
