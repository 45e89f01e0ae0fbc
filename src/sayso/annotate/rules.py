"""Attributions by rule: verb groups joined with their speakers and contents, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.according import according_in
from sayso.annotate.contents import complement_of, content_end
from sayso.annotate.continued import with_continued
from sayso.annotate.found import Found, Piece
from sayso.annotate.layouts import layouts_in
from sayso.annotate.passage import Passage
from sayso.annotate.questions import asked
from sayso.annotate.speakers import Speaker, Way, speaker_of
from sayso.annotate.verbs import CueGroup, Voice, cue_groups
from sayso.ontology.codebook import cue_book, word_lists


def attributions_in(passage: Passage) -> list[Found]:
    """All attributions that the rules find, in order of their cues."""
    found: list[Found] = []
    speakers: list[Speaker] = []
    sentence = -1
    for group in cue_groups(passage):
        if passage.sentence[group.head] != sentence:
            sentence, speakers = passage.sentence[group.head], []
        one = _attribution(passage, group, speakers)
        if one:
            found.append(one)
    return with_continued(
        passage, _cut(passage, sorted([*found, *according_in(passage), *layouts_in(passage)], key=lambda one: one.cue))
    )


def _attribution(passage: Passage, group: CueGroup, speakers: list[Speaker]) -> Found | None:
    question = asked(passage, group)
    if question or group.voice is Voice.PASSIVE:
        return question
    speaker = speaker_of(passage, group, speakers)
    if speaker is None:
        return None
    after = speaker.end if speaker.way is Way.INVERTED else group.last
    edge = speaker.first - 1
    before = _before_source(passage, edge, passage.first_of(group.head))
    right = complement_of(passage, group, after, before)
    if speaker.way is Way.INVERTED and right and right.rule not in ("quote", "colon"):
        right = None
    left = _before(passage, group, speaker, right is not None and right.rule not in ("object", "quote", "colon"))
    if left and right and right.rule == "object":
        right = None
    if left is None and right is None:
        return _silence(group, speaker)
    if speaker.way not in (Way.SHARED, Way.PARTICIPLE):
        speakers.append(speaker)
    rule = left[1] if left else right.rule if right else ""
    pieces = [left[0]] if left else []
    if right and before in ("r", "q") and (rule == "object" or passage.shape[right.start] in "VEbhmd"):
        pieces.append((edge, edge + 1))
    if right:
        pieces.append((right.start, right.end))
    elif rule == "postposed" and (rest := _plain_after(passage, group, speaker)):
        pieces.append(rest)
    cue = (group.first, right.cue_last if right else group.last)
    return Found(
        cue,
        (speaker.start, speaker.end),
        tuple(pieces),
        f"{rule}.{speaker.way}",
        group.verb.lemma,
        speaker.first,
        speaker.way in (Way.SHARED, Way.PARTICIPLE),
        "quote" in group.verb.takes,
    )


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


def _before(passage: Passage, group: CueGroup, speaker: Speaker, has_right: bool) -> tuple[Piece, str] | None:
    """Content before source and cue: a quotation, or plain words and a comma."""
    if speaker.way not in (Way.SUBJECT, Way.INVERTED):
        return None
    edge = min(speaker.first, group.first)
    floor = passage.first_of(group.head)
    if edge == 0:
        return None
    quote = passage.quoted[edge - 1]
    if quote < 0 and edge - 1 > floor and passage.shape[edge - 1] in ",-":
        quote = passage.quoted[edge - 2]
    if quote >= 0:
        return _quotation_before(passage, quote, edge, floor, has_right) if "quote" in group.verb.takes else None
    if "postposed" not in group.verb.takes or has_right or edge - 1 <= floor or passage.shape[edge - 1] != ",":
        return None
    start = _plain_start(passage, floor, edge - 1)
    medial = _plain_after(passage, group, speaker) is not None
    return ((start, edge - 1), "postposed") if _is_clause(passage, start, edge - 1, medial) else None


def _quotation_before(passage: Passage, quote: int, edge: int, floor: int, has_right: bool) -> tuple[Piece, str] | None:
    """The quotation, with the words before it in its sentence if it does not begin one."""
    first, last = passage.quotes[quote].first, passage.quotes[quote].last
    if passage.sentences[passage.sentence[edge]].block != passage.sentences[passage.sentence[first]].block:
        return None
    if last <= floor and (has_right or passage.low[last - 2] not in ("?", "!")):
        return None
    if last > floor and has_right and last == edge:
        return None
    end = edge - 1 if passage.shape[edge - 1] == "," and passage.quoted[edge - 1] < 0 else edge
    start = _plain_start(passage, passage.first_of(first), first)
    return (min(start, first), end), "quote-before"


def _plain_after(passage: Passage, group: CueGroup, speaker: Speaker) -> Piece | None:
    """The rest of the sentence after a cue that stands between two commas ("the talks, he said, will go on")."""
    last = passage.last_of(group.head)
    at = max(group.last, speaker.end if speaker.way is Way.INVERTED else 0)
    if at + 1 >= last or passage.shape[at] != "," or passage.shape[at + 1] in "Grsc":
        return None
    end = content_end(passage, at + 1, last)
    return (at + 1, end) if at + 1 < end else None


def _is_clause(passage: Passage, start: int, end: int, medial: bool) -> bool:
    """Whether the words before ", he said" can be what was said, and not just a time or a condition."""
    if start >= end:
        return False
    if medial:
        return True
    if passage.shape[start] == "s":
        comma = passage.shape.find(",", start, end)
        return comma > 0 and _is_clause(passage, comma + 1, end, medial)
    return any(letter in "VEbhmd" for letter in passage.shape[start:end])


def _plain_start(passage: Passage, floor: int, end: int) -> int:
    at = floor
    while at < end and passage.shape[at] in "c":
        at += 1
    return at


def _cut(passage: Passage, found: Sequence[Found]) -> list[Found]:
    """Contents ended where the next cue of the same source begins."""
    kept = list(found)
    for number, one in enumerate(kept):
        for later in kept[number + 1 : number + 8]:
            if not any(first <= later.lead < last for first, last in one.content):
                continue
            if (later.shared and later.source == one.source) or _around(later, one):
                kept[number] = one = _ended(passage, one, later.lead)
    return [one for one in kept if one.content or one.rule == "silence"]


def _around(later: Found, one: Found) -> bool:
    """Whether `later` stands behind what it reports, and `one` is part of that."""
    return any(first <= one.cue[0] and last <= later.lead for first, last in later.content)


def _ended(passage: Passage, one: Found, at: int) -> Found:
    pieces = []
    for first, last in one.content:
        end = min(last, at)
        while end > first and passage.shape[end - 1] in ",-c" and end < last:
            end -= 1
        if first < end:
            pieces.append((first, end))
    return replace(one, content=tuple(pieces))
