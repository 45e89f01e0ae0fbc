"""What of a statement tells its act: the words of cue and content, and how they are put."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ontology.actbook import VOICES, ActRule

_FIRST = 40
"""Words of a content that are looked at."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Cue and content as words in small letters, marks left out.

    `lead` are the words before the cue in its sentence; `quoted` says whether the content opens in quotation marks,
    `asks` whether it is a question, `person` whether the source is a person by name or pronoun, `nobody` whether the source is "no one", "neither side" and the like.
    """

    cue: Sequence[str]
    content: Sequence[str]
    lead: Sequence[str] = ()
    quoted: bool = False
    asks: bool = False
    person: bool = False
    nobody: bool = False

    def part(self, name: str) -> str:
        """The words of "cue", "content", "lead" or "spoken", with a space after each of the lead's."""
        content = " ".join(self.content[:_FIRST])
        match name:
            case "cue":
                return " ".join(self.cue)
            case "lead":
                return "".join(f"{word} " for word in self.lead)
            case "spoken":
                return " ".join([*self.cue, content])
            case _:
                return content

    def fits(self, rule: ActRule) -> bool:
        """Whether all that the rule asks for is there."""
        if rule.asks not in (None, self.asks) or rule.quoted not in (None, self.quoted):
            return False
        voice = VOICES.index("quoted" if self.quoted else "person" if self.person else "told")
        return all(patterns[voice].search(self.part(name)) for name, patterns in rule.patterns)
