"""What someone was asked or told: cues in the passive, most often without a source."""

from __future__ import annotations

from dataclasses import replace

from sayso.annotate.contents import complement_of
from sayso.annotate.found import Found, Piece
from sayso.annotate.passage import Passage
from sayso.annotate.phrases import phrase_after, phrase_before
from sayso.annotate.verbs import CueGroup, Voice, by_medium
from sayso.ontology.codebook import cue_book

_QUESTIONS = frozenset({"whether", "if", "about", "why", "what", "how", "by", "when", "where", "who"})


def asked(passage: Passage, group: CueGroup) -> Found | None:
    """What it says of "she was asked whether …" or "asked by reporters about …"; None if it is neither."""
    if not _is_heard(group) or group.form.value in ("base", "third", "gerund"):
        return None
    if group.voice is not Voice.PASSIVE and not _begins(passage, group):
        return None
    last = passage.last_of(group.head)
    source, after = _agent(passage, group.last, last)
    takes = (group.verb.takes - {"hearer"}) | ({"infinitive", "that"} if group.voice is Voice.PASSIVE else set())
    heard = replace(group, verb=replace(group.verb, takes=takes))
    right = complement_of(passage, heard, after)
    if right is None and group.voice is Voice.PASSIVE:
        return _heard(passage, group)
    if right is None or right.rule == "object" or (right.rule == "clause" and group.voice is not Voice.PASSIVE):
        return None
    end = right.end
    if group.voice is not Voice.PASSIVE:
        comma = passage.shape.find(",", right.start, right.end)
        end = comma if comma > 0 else right.end
    cue = (group.first, right.cue_last)
    return Found(cue, source, ((right.start, end),), "asked", group.verb.lemma, group.first)


def _is_heard(group: CueGroup) -> bool:
    """Whether the verb has who hears it for its subject in the passive."""
    asks = group.verb.lemma in ("ask", "tell")
    return asks or (group.voice is Voice.PASSIVE and group.verb.lemma in cue_book().lists["nested.heard"])


def _heard(passage: Passage, group: CueGroup) -> Found | None:
    """What stands before ", the court was told"."""
    floor = passage.first_of(group.head)
    start = phrase_before(passage, group.first, floor)
    if start is None or start - 2 < floor or passage.shape[start - 1] != ",":
        return None
    cue = (group.first, group.last)
    return Found(cue, None, ((floor, start - 1),), "asked", group.verb.lemma, start)


def _begins(passage: Passage, group: CueGroup) -> bool:
    """Whether the verb opens its sentence or follows "when", with a question after it."""
    first = passage.first_of(group.head)
    opens = group.first == first or passage.low[group.first - 1] == "when"
    return opens and passage.low[group.last : group.last + 1] != [] and passage.low[group.last] in _QUESTIONS


def _agent(passage: Passage, at: int, last: int) -> tuple[Piece | None, int]:
    """The source after "by", and where to go on."""
    if at < last and passage.low[at] == "by" and not by_medium(passage, at + 1):
        end = phrase_after(passage, at + 1, last)
        if end is not None:
            return (at + 1, end), end
    return None, at
