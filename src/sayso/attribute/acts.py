"""What is done with words, and how the content is put: told by cue and content together."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribute.wording import Wording
from sayso.ontology.actbook import act_book
from sayso.ontology.codebook import CueVerb, VerbForm, cue_book, word_lists
from sayso.record.statement import Act

_OPENING = 6
"""Words of a content among which the noun of a voicing verb stands ("expressed | deep concern over")."""
_REACH = 4
"""Words that may stand between the source's pronoun and the verb that tells its act ("we | do not really believe")."""
_WILL = frozenset({"will", "would", "'ll", "shall"})
_CLAUSAL = frozenset({"quote", "clause", "that", "hearer", "postposed", "document"})
"""What plain verbs take: whoever "says", "adds" or "explains" asserts, unless the content tells otherwise."""


def cue_verb(words: Sequence[str]) -> CueVerb | None:
    """The reporting verb among the words of a cue, in small letters; the last one that is in the book."""
    found = _verb_at_last(words)
    return found[1] if found else None


def act_of(wording: Wording) -> Act | None:
    """The act of a statement; None if nothing tells it.

    What was not said is never an assertion: negated cues, refusals to speak and "could not verify" have acts of
    their own, and so has what `nobody` said ("no official said", "neither side said").
    """
    unsaid = _unsaid(wording)
    if unsaid or not wording.content:
        return unsaid or _named(wording)
    named = _named(wording)
    if named not in (None, Act.ASSERT):
        return named
    return _performed(wording) or wording.first("told") or named or _plain(wording)


def _unsaid(wording: Wording) -> Act | None:
    """The act of a cue that tells of something that was not said; None for any other."""
    found = wording.first("unsaid")
    if found:
        return found
    negated = not cue_book().lists["negated.words"].isdisjoint(wording.cue)
    if wording.nobody or (negated and act_book().lists["opinions"].isdisjoint(wording.cue)):
        return Act.NOT_SAID
    return None


def _named(wording: Wording) -> Act | None:
    """The act that the cue names, the content being heard where the two decide together."""
    return wording.first("named") or _by_words(wording)


def _by_words(wording: Wording) -> Act | None:
    """The act of the last verb or noun of saying in the cue; a noun may also open the content of a voicing verb."""
    found = _verb_at_last(wording.cue)
    lists, nouns = act_book().lists, act_book().nouns
    after = wording.cue[found[0] + 1 :] if found else wording.cue
    if found is None or wording.cue[found[0]] in lists["voicing"]:
        if found and not after and not wording.quoted:
            after = wording.content[:_OPENING]
        noun = next((nouns[word] for word in after if word in nouns), None)
        if noun:
            return noun
    return found[1].act if found else None


def _performed(wording: Wording) -> Act | None:
    """The act that the source performs or feels in its own words: "said he hoped", "we condemn"."""
    words = list(wording.content[1:] if wording.content[0] == "that" else wording.content)
    lists = act_book().lists
    if not words or words[0] not in lists[f"own_{wording.spoken_as}"]:
        return None
    for at in range(1, min(_REACH + 1, len(words))):
        for verb, form in cue_book().verbs.get(words[at], ()):
            if verb.act and verb.act.value in lists["performed"] and _fits(verb, words, at):
                now = _is_performed(verb.act, form, words[: at + 1], quoted=wording.quoted)
                return _act_with(verb.act, words, at) if now else None
    return None


def _act_with(act: Act, words: Sequence[str], at: int) -> Act:
    """The act with what follows the verb: "he regretted the decision" is not "he regretted his error"."""
    return Wording(words[at : at + 1], words[at + 1 :]).first("named") or act


def _is_performed(act: Act, form: VerbForm, words: Sequence[str], *, quoted: bool) -> bool:
    """Whether pronoun, auxiliaries and verb perform the act, and do not tell of one: "she had praised", "we asked"."""
    lists = act_book().lists
    if (
        "had" in words
        or words[-1] in lists["factive"]
        or (quoted and form is VerbForm.PAST)
        or (act is not Act.AGREE and not _WILL.isdisjoint(words))
    ):
        return False
    if form is VerbForm.GERUND and word_lists()["be"].isdisjoint(words):
        return False
    return cue_book().lists["negated.words"].isdisjoint(words) or words[-1] in lists["opinions"]


def _fits(verb: CueVerb, words: Sequence[str], at: int) -> bool:
    """Whether the verb's further words follow it, adverbs apart: "was deeply concerned"."""
    rest = [word for word in words[at + 1 : at + 4] if not word.endswith("ly") and word not in ("very", "so", "still")]
    return tuple(rest[: len(verb.rest)]) == verb.rest


def _plain(wording: Wording) -> Act | None:
    """An assertion, if the cue is one that puts its content forward: a verb of saying, "according to", a colon."""
    found = _verb_at_last(wording.cue)
    if found:
        return Act.ASSERT if found[1].takes & _CLAUSAL else None
    cue = tuple(wording.cue)
    return Act.ASSERT if not cue or cue in cue_book().according else None


def _verb_at_last(words: Sequence[str]) -> tuple[int, CueVerb] | None:
    """Where the last verb of saying among the words stands, and which it is."""
    for at in range(len(words) - 1, -1, -1):
        for verb, _ in cue_book().verbs.get(words[at], ()):
            if tuple(words[at + 1 : at + 1 + len(verb.rest)]) == verb.rest:
                return at, verb
    return None
