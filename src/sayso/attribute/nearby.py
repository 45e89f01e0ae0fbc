"""The words around an attribution that are neither its source, cue nor content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.attribute.phrases import low, phrase_end
from sayso.ontology.codebook import cue_book, word_lists
from sayso.record.annotation import Token

Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Nearby:
    """Tokens of the sentence of the cue, in zones; each in text order and without a gap but for a source, or empty.

    `verb` is the reporting verb. `after` follows it, up to the content or the next attribution; `inside` begins the
    content where that follows at once, up to "that", "to" or a quotation mark, which `opener` is; `end` follows the
    content; `before` opens the sentence; `lead` stands just before source or cue, `between` between the two, `early`
    in the cue before its verb, `source` are the words of the source. `postposed` says that the cue follows the content.
    """

    verb: Token | None = None
    after: Tokens = ()
    inside: Tokens = ()
    opener: str = ""
    end: Tokens = ()
    before: Tokens = ()
    lead: Tokens = ()
    between: Tokens = ()
    early: Tokens = ()
    source: Tokens = ()
    postposed: bool = False

    @property
    def leads_adjunct(self) -> bool:
        """Whether `inside` begins with an adjunct: "in parliament"."""
        return bool(self.inside) and begins_adjunct([token.text for token in self.inside], 0)

    @property
    def beside(self) -> Tokens:
        """As much of `inside` as is told beside the content: an adjunct, or an addressee with an adjunct."""
        if not self.inside or not self.opener or self.verb is None:
            return ()
        words = [token.text for token in self.inside]
        if self.leads_adjunct:
            return self.inside
        end = phrase_end(words, 0)
        return self.inside if end and takes_object(self.verb) and begins_adjunct(words, end) else ()


def takes_object(verb: Token) -> bool:
    """Whether what follows the verb may be somebody whom the words are for or about, and no clause."""
    verbs = [one for one, _ in cue_book().verbs.get(low(verb.text), ())]
    return any("hearer" in one.takes or {"object", "clause"} & one.takes == {"object"} for one in verbs)


def takes_hearer(verb: Token) -> bool:
    """Whether somebody may be told, right after the verb."""
    return any("hearer" in one.takes for one, _ in cue_book().verbs.get(low(verb.text), ()))


def begins_adjunct(words: Sequence[str], at: int) -> bool:
    """Whether "on Sunday", "in parliament", "last year", "the same day" begins there."""
    lists = word_lists()
    word = low(words[at]) if at < len(words) else ""
    following = low(words[at + 1]) if at + 1 < len(words) else ""
    timed = word in lists["times"] or (
        word in lists["time_leads"] and (following in lists["times"] or following in lists["time_nouns"])
    )
    return (
        timed
        or (word != "of" and word in lists["prepositions"])
        or (word == "the" and following in ("same", "next", "following"))
    )
