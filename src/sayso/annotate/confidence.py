"""How sure a rule is: the share of its findings that were right on texts with gold attributions."""

from __future__ import annotations

from sayso.annotate.found import Found
from sayso.ontology.codebook import confidences

FLOOR = 0.5
"""What is less likely right than wrong is not given. Precision comes before recall; see cues/en-confidence.toml."""
_UNMEASURED = 0.5
"""For a rule that the texts measured on never showed."""


def confidence_of(found: Found) -> float:
    """The confidence of a finding, by its rule and verb where both were seen often enough, else by its rule."""
    measured = confidences()
    by_verb = measured["verbs"].get(f"{found.rule} {found.lemma}")
    if by_verb is not None:
        return by_verb
    family = found.rule.partition(".")[0]
    return measured["rules"].get(found.rule, measured["families"].get(family, _UNMEASURED))
