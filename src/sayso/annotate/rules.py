"""Attributions by rule: verb groups joined with their speakers and contents, sentence by sentence."""

from __future__ import annotations

from itertools import groupby, islice

from sayso.annotate.according import according_in
from sayso.annotate.contents import Complement, complement_of
from sayso.annotate.continued import with_continued
from sayso.annotate.cuts import cut
from sayso.annotate.found import Found, Piece
from sayso.annotate.interviews import answers_in
from sayso.annotate.layouts import layouts_in
from sayso.annotate.passage import Passage
from sayso.annotate.preceding import plain_after, preceding
from sayso.annotate.questions import asked
from sayso.annotate.speaker import Speaker, Way
from sayso.annotate.speakers import speaker_of
from sayso.annotate.verbs import CueGroup, Voice, cue_groups
from sayso.ontology.codebook import cue_book, word_lists

_MOST_CUES = 30
"""A sentence with more verbs of saying is no prose; the rest of them is left out, so that time stays linear."""
_BORROWED = (Way.SHARED, Way.PARTICIPLE)


def attributions_in(passage: Passage) -> list[Found]:
    """All attributions that the rules find, in order of their cues."""
    found = [*according_in(passage), *layouts_in(passage), *answers_in(passage)]
    for _, groups in groupby(cue_groups(passage), key=lambda group: passage.sentence[group.head]):
        speakers: list[Speaker] = []
        found.extend(one for group in islice(groups, _MOST_CUES) if (one := _attribution(passage, group, speakers)))
    return with_continued(passage, cut(passage, sorted(found, key=lambda one: one.cue)))


def _attribution(passage: Passage, group: CueGroup, speakers: list[Speaker]) -> Found | None:
    """The attribution of a verb group; `speakers`, those before in its sentence, takes on its own."""
    question = asked(passage, group)
    if question or group.voice is Voice.PASSIVE:
        return question
    speaker = speaker_of(passage, group, speakers)
    if speaker is None:
        return None
    gap = _before_source(passage, speaker.first - 1, passage.first_of(group.head))
    left, right = _contents(passage, group, speaker, gap)
    if left is None and right is None:
        return _silence(group, speaker)
    if speaker.way not in _BORROWED:
        speakers.append(speaker)
    return _joined(passage, group, speaker, left, right, gap)


def _contents(
    passage: Passage, group: CueGroup, speaker: Speaker, gap: str
) -> tuple[tuple[Piece, str] | None, Complement | None]:
    """What stands before the cue, and what hangs on it."""
    after = speaker.end if speaker.way is Way.INVERTED else group.last
    right = complement_of(passage, group, after, gap)
    if speaker.way is Way.INVERTED and right and right.rule not in ("quote", "colon"):
        right = None
    left = preceding(passage, group, speaker, right is not None and right.rule not in ("object", "quote", "colon"))
    return left, None if left and right and right.rule == "object" else right


def _joined(
    passage: Passage,
    group: CueGroup,
    speaker: Speaker,
    left: tuple[Piece, str] | None,
    right: Complement | None,
    gap: str,
) -> Found:
    rule = left[1] if left else right.rule if right else ""
    pieces = [left[0]] if left else []
    if right and gap in ("r", "q") and (rule == "object" or passage.shape[right.start] in "VEbhmd"):
        pieces.append((speaker.first - 1, speaker.first))
    if right:
        pieces.append((right.start, right.end))
    elif rule in ("postposed", "as") and pieces[0][0] < group.first and (rest := plain_after(passage, group, speaker)):
        pieces.append(rest)
    return Found(
        cue=(group.first, right.cue_last if right else group.last),
        source=None if _hears(passage, group, speaker, rule) else (speaker.start, speaker.end),
        content=tuple(pieces),
        rule=f"{rule}.{speaker.way}",
        lemma=group.verb.lemma,
        lead=speaker.first,
        shared=speaker.way in _BORROWED,
        direct="quote" in group.verb.takes,
    )


def _hears(passage: Passage, group: CueGroup, speaker: Speaker, rule: str) -> bool:
    """Whether the subject is where something is said: "the court heard", in a headline "court told"."""
    if passage.low[speaker.end - 1] not in cue_book().lists["roles.hearing"]:
        return False
    return group.verb.lemma == "hear" or (group.verb.lemma == "tell" and rule == "postposed")


def _silence(group: CueGroup, speaker: Speaker) -> Found | None:
    """A cue that says only that nothing was said: "has not commented"."""
    speaking = group.verb.lemma in cue_book().lists["negated.silence"] or "silence" in group.verb.takes
    if not (group.negated and speaking and speaker.way in (Way.SUBJECT, Way.RELATIVE, Way.SHARED)):
        return None
    return Found(
        (group.first, group.last), (speaker.start, speaker.end), (), "silence", group.verb.lemma, speaker.first
    )


def _before_source(passage: Passage, at: int, floor: int) -> str:
    """The class of the word before source and cue; of subordinators only those of time, reason and contrast."""
    if at < floor:
        return ""
    letter = passage.shape[at]
    if letter == "s" and passage.low[at] not in word_lists()["circumstances"]:
        return ""
    relative = at > floor and passage.shape[at - 1] in "NM#" and passage.low[at - 1] not in cue_book().nouns
    return "" if letter == "q" and not relative else letter
