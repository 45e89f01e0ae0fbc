"""What of a statement tells its act: the words of cue and content, and how they are put."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ontology.actbook import Voice, rules_for
from sayso.record.statement import Act

_FIRST = 40
"""Words of a content that are looked at."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Cue and content as words in small letters, marks left out.

    `lead` are the words before the cue in its sentence; `quoted` says whether the content opens in quotation marks,
    `asks` whether it is a question, `voice` how the source speaks of itself, `nobody` whether the source is "no one",
    "neither side" and the like.
    """

    cue: Sequence[str]
    content: Sequence[str]
    lead: Sequence[str] = ()
    quoted: bool = False
    asks: bool = False
    voice: Voice = Voice.TOLD
    nobody: bool = False

    @property
    def spoken_as(self) -> Voice:
        """How the source speaks of itself in this content."""
        return Voice.QUOTED if self.quoted else self.voice

    def first(self, part: str) -> Act | None:
        """The act of the first rule, in this part of the book, that asks for nothing that is not there."""
        cue, content = " ".join(self.cue), " ".join(self.content[:_FIRST])
        lead = "".join(f"{word} " for word in self.lead)
        parts = {"content": content, "spoken": f"{cue} {content}", "lead": lead}
        voice = self.spoken_as
        for rule in rules_for(part, cue):
            open_to = rule.asks in (None, self.asks) and rule.quoted in (None, self.quoted)
            if open_to and rule.holds(parts, voice):
                return rule.act
        return None
